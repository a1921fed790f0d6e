"""Names a broken signature: what was most likely done to an entry with an invalid signature."""

from dataclasses import replace
from datetime import timedelta

from thb_desktop.errors import SignatureError
from thb_desktop.ledger.entry import Entry, SignedEntry, VerifySignature
from thb_desktop.ledger.fields import SIGNATURE_SIZE
from thb_desktop.ledger.statement import KeyRing

_TOLERANCE = timedelta(minutes=1)
"""How far the claimed time may drift from the running time of the machine between two entries."""


def name_broken_signature(
    signed: SignedEntry,
    entry: Entry,
    *,
    before: Entry | None,
    after: Entry | None,
    keys: KeyRing,
    verify_signature: VerifySignature,
) -> str:
    """Return a code of `faults.FAULTS`.

    The first two are proven, the third is likely, the last is undecided.
    """
    public_key = keys.public[entry.key]
    if any(
        _fits(public_key, signed.entry, flipped, verify_signature) for flipped in _flips(signed.signature)
    ):
        return "signature-flipped"
    for statement in keys.sessions.values():
        candidate = replace(entry, agent=statement.agent, role=statement.role, key=statement.key)
        if _fits(statement.session, candidate.to_bytes(), signed.signature, verify_signature):
            return "entry-reattributed"
    if before and (entry.at < before.at or _out_of_step(before, entry)):
        return "entry-redated"
    if after and (after.at < entry.at or _out_of_step(entry, after)):
        return "entry-redated"
    return "entry-altered"


def _fits(public_key: bytes, data: bytes, signature: bytes, verify_signature: VerifySignature) -> bool:
    try:
        verify_signature(public_key, data, signature)
    except SignatureError:
        return False
    return True


def _flips(signature: bytes) -> list[bytes]:
    if len(signature) != SIGNATURE_SIZE:
        return []
    value = int.from_bytes(signature, "big")
    return [(value ^ 1 << bit).to_bytes(SIGNATURE_SIZE, "big") for bit in range(8 * SIGNATURE_SIZE)]


def _out_of_step(earlier: Entry, later: Entry) -> bool:
    if not earlier.boot or earlier.boot != later.boot:
        return False
    ran = timedelta(microseconds=(later.mono - earlier.mono) // 1000)
    return abs((later.at - earlier.at) - ran) > _TOLERANCE
