"""Unlocking: from two copies of a header and one secret to the keys of a vault."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from thb_desktop.crypto.derivation import MOST_WORK, derive
from thb_desktop.crypto.keyslots import Slot, SlotKind, unwrap
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.shares import Share, ShareSet
from thb_desktop.crypto.subkeys import Purpose, derive_subkey
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
from thb_desktop.vault.header import Header, read_header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import medium


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The result of opening with one secret. `stale`: the copies of the header that are missing, damaged or
    older.
    """

    header: Header
    slot: Slot
    master_key: bytearray = field(repr=False)
    user_key: bytearray = field(repr=False)
    stale: tuple[Path, ...] = ()

    def wipe(self) -> None:
        wipe(self.master_key, self.user_key)


def open_header(
    layout: Layout,
    secret: bytearray,
    *,
    kind: SlotKind,
    user_id: bytes | None = None,
    first: bytes | None = None,
) -> Opened:
    """Open the newest authentic header with a secret; writes nothing.

    user_id: tries only this user's slots, hence one derivation. Without it, each slot of the kind costs one,
    that of the user `first` before the others, up to MOST_WORK together: nothing in a header is authentic
    before one opens, and somebody may have inserted sixty-four slots that take hours. Raises
    HeaderDamagedError, NewerFormatError, KdfBelowFloorError, KdfAboveCeilingError, KdfMemoryError,
    WrongPassphraseError, WrongRecoveryCodeError, WrongSharesError.
    """
    copies = _read_copies(layout)
    headers = _parse(copies)
    opened = _open_any(headers, secret, kind, user_id, first)
    authentic = [header for header in headers if _is_authentic(header, opened)]
    newest = max(authentic, key=lambda header: header.epoch)
    if opened.slot not in newest.slots:
        # The older copy still has a removed slot: the write of the second copy was interrupted.
        opened.wipe()
        raise _wrong(kind)
    raw = newest.to_bytes()
    return Opened(
        header=newest,
        slot=opened.slot,
        master_key=opened.master_key,
        user_key=opened.user_key,
        stale=tuple(path for path, content in copies.items() if content != raw),
    )


def read_slots(layout: Layout) -> tuple[Slot, ...]:
    """Return the keyslots as anybody can read them, unauthenticated: only to say what an unlock will cost."""
    return max(_parse(_read_copies(layout)), key=lambda header: header.epoch).slots


def find_share_set(layout: Layout, given: Sequence[Share]) -> ShareSet:
    """Return the set that shares claim to belong to, with the header's unauthenticated data: only opening
    proves it.

    Raises NoSharesError, SharesTooFewError, ShareForeignError, and what reading a header raises.
    """
    found = [
        (header.vault_id, slot)
        for header in _parse(_read_copies(layout))
        for slot in header.slots
        if slot.kind is SlotKind.SHARES
    ]
    if not found:
        raise NoSharesError("this vault has no recovery shares")
    if not given:
        raise SharesTooFewError("no recovery share was given")
    for vault_id, slot in found:
        if slot.slot_id.startswith(given[0].named):
            return ShareSet(
                vault_id=vault_id,
                set_id=slot.slot_id,
                needed=given[0].needed,
                total=given[0].total,
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
    headers: list[Header], secret: bytearray, kind: SlotKind, user_id: bytes | None, first: bytes | None
) -> Opened:
    derived: dict[tuple[bytes, object], bytearray] = {}
    refusal: ThbError = _wrong(kind)
    work = 0
    try:
        for header in headers:
            for slot in sorted(header.slots, key=lambda slot: slot.user_id != first):
                if slot.kind is not kind or user_id not in (None, slot.user_id):
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
                    master_key, user_key = unwrap(slot, derived[cost], vault_id=header.vault_id)
                except WrongPassphraseError:
                    continue
                except KdfMemoryError as too_dear:  # another user's slot may be cheap enough
                    refusal = too_dear
                    continue
                opened = Opened(header=header, slot=slot, master_key=master_key, user_key=user_key)
                if _is_authentic(header, opened):
                    return opened
                opened.wipe()
                refusal = HeaderDamagedError("somebody without the vault's key changed its header")
    finally:
        wipe(*derived.values())
    raise refusal


def _is_authentic(header: Header, opened: Opened) -> bool:
    if header.vault_id != opened.header.vault_id:
        return False
    header_key = derive_subkey(opened.master_key, header.vault_id, Purpose.HEADER)
    try:
        header.verify_authentic(header_key)
    except HeaderDamagedError:
        return False
    finally:
        wipe(header_key)
    return True


def _wrong(kind: SlotKind) -> UnlockError:
    if kind is SlotKind.RECOVERY:
        return WrongRecoveryCodeError("this recovery code does not open this vault")
    if kind is SlotKind.SHARES:
        return WrongSharesError("these recovery shares do not open this vault")
    return WrongPassphraseError("this passphrase does not open this vault")
