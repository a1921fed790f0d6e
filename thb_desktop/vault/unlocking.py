"""Unlocking: from two copies of a header and one secret to the keys of a vault."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from thb_desktop.crypto.derivation import MOST_WORK, derive
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.shares import Share, ShareSet
from thb_desktop.errors import (
    HeaderDamagedError,
    KdfAboveCeilingError,
    KdfMemoryError,
    NoSharesError,
    ShareForeignError,
    SharesTooFewError,
    ThbError,
    UnlockError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
    WrongSharesError,
)
from thb_desktop.vault.header import Header, KnownHeader, read_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The result of opening with one secret.

    stored: the newest authentic header as it lies on the medium, and `header` as its keys show it. `stale`:
    the copies that are missing, damaged or older.
    """

    stored: Header
    header: KnownHeader
    slot: Slot
    master_key: bytearray = field(repr=False)
    user_key: bytearray = field(repr=False)
    stale: tuple[Path, ...] = ()

    def wipe(self) -> None:
        wipe(self.master_key, self.user_key)


def open_header(
    layout: Layout, secret: bytearray, *, kind: SlotKind, among: Collection[bytes] | None = None
) -> Opened:
    """Open the newest authentic header with a secret; writes nothing.

    among: tries only the slots with these ids, hence one derivation for one. Without it, each slot of the
    kind costs one, up to MOST_WORK together: nothing in a header is authentic before one opens, and somebody
    may have inserted sixty-four slots that take hours. Raises HeaderDamagedError, NewerFormatError,
    KdfBelowFloorError, KdfAboveCeilingError, KdfMemoryError, WrongPassphraseError, WrongRecoveryCodeError,
    WrongSharesError.
    """
    copies = _read_copies(layout)
    headers = _parse(copies)
    found, slot, master_key, user_key = _open_any(headers, secret, kind, among)
    authentic = [
        (header, known)
        for header in headers
        if (known := _known(header, master_key)) and known.vault_id == found.vault_id
    ]
    stored, newest = max(authentic, key=lambda each: (each[1].epoch, each[0].version))
    if slot not in newest.slots:
        # The older copy still has a removed slot: the write of the second copy was interrupted.
        wipe(master_key, user_key)
        raise _wrong(kind)
    raw = stored.to_bytes()
    return Opened(
        stored=stored,
        header=newest,
        slot=slot,
        master_key=master_key,
        user_key=user_key,
        stale=tuple(path for path, content in copies.items() if content != raw),
    )


def read_slots(layout: Layout) -> tuple[Slot, ...]:
    """Return the keyslots as anybody can read them, unauthenticated, their users masked: only to say what an
    unlock will cost.
    """
    return max(_parse(_read_copies(layout)), key=lambda header: header.epoch).slots


def find_share_set(layout: Layout, given: Sequence[Share]) -> ShareSet:
    """Return the set that shares claim to belong to, with the header's unauthenticated data: only opening
    proves it.

    Raises NoSharesError, SharesTooFewError, ShareForeignError, and what reading a header raises.
    """
    found = [
        (header, slot)
        for header in _parse(_read_copies(layout))
        for slot in header.slots
        if slot.kind is SlotKind.SHARES
    ]
    if not found:
        raise NoSharesError("this vault has no recovery shares")
    if not given:
        raise SharesTooFewError("no recovery share was given")
    first = given[0]
    for header, slot in found:
        if slot.slot_id.startswith(first.named) and (header.tells_ids or not first.names_vault):
            return ShareSet(
                vault_id=header.vault_id if first.names_vault else None,
                set_id=slot.slot_id,
                needed=first.needed,
                total=first.total,
                costs=slot.parameters,
            )
    raise ShareForeignError("a recovery share belongs to another vault, or to a set that was replaced")


def _read_copies(layout: Layout) -> dict[Path, bytes | None]:
    with medium():
        return {path: read_header(path) for path in (layout.header, layout.header_copy)}


def _parse(copies: dict[Path, bytes | None]) -> list[Header]:
    """Return the well-formed copies, the newest first; raise their fault if there is none."""
    headers: list[Header] = []
    refusals: list[ThbError] = []
    for content in copies.values():
        try:
            if content is not None:
                headers.append(Header.from_bytes(content))
        except (UnlockError, HeaderDamagedError) as refusal:
            refusals.append(refusal)
    if not headers:
        telling = [refusal for refusal in refusals if not isinstance(refusal, HeaderDamagedError)]
        if telling:
            raise telling[0]
        raise HeaderDamagedError("both copies of the vault's header are damaged")
    return sorted(headers, key=lambda header: header.epoch, reverse=True)


def _open_any(
    headers: list[Header], secret: bytearray, kind: SlotKind, among: Collection[bytes] | None
) -> tuple[KnownHeader, Slot, bytearray, bytearray]:
    """Return an authentic header, its slot that opens, the master key and the user's own key."""
    derived: dict[tuple[bytes, object], bytearray] = {}
    refusal: ThbError = _wrong(kind)
    work = 0
    try:
        for header in headers:
            for slot in header.slots:
                if slot.kind is not kind or (among is not None and slot.slot_id not in among):
                    continue
                cost = (slot.salt, slot.parameters)
                try:
                    if cost not in derived:
                        work += slot.parameters.work
                        if work > MOST_WORK:
                            raise KdfAboveCeilingError(
                                "the slots of this header together cost too much to try"
                            )
                        derived[cost] = derive(secret, slot.salt, slot.parameters)
                    master_key, user_key = header.unwrapped(slot, derived[cost])
                except WrongPassphraseError:
                    continue
                except KdfMemoryError as too_dear:  # another user's slot may be cheap enough
                    refusal = too_dear
                    continue
                if known := _known(header, master_key):
                    own = known.slots[header.slots.index(slot)]
                    return known, own, master_key, user_key
                wipe(master_key, user_key)
                refusal = HeaderDamagedError("somebody without the vault's key changed its header")
    finally:
        wipe(*derived.values())
    raise refusal


def _known(header: Header, master_key: bytearray) -> KnownHeader | None:
    try:
        return header.known(master_key)
    except HeaderDamagedError:
        return None


def _wrong(kind: SlotKind) -> UnlockError:
    if kind is SlotKind.RECOVERY:
        return WrongRecoveryCodeError("this recovery code does not open this vault")
    if kind is SlotKind.SHARES:
        return WrongSharesError("these recovery shares do not open this vault")
    return WrongPassphraseError("this passphrase does not open this vault")
