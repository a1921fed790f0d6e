"""Keyslot changes: the new slot is written, then the change is recorded, then the old slot is removed."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from thb_desktop.crypto.derivation import KdfParameters, calibrate
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.material import wipe
from thb_desktop.errors import (
    ChangeUncertainError,
    OldKeyslotLeftError,
    PassphraseTakenError,
    StorageError,
    WrongPassphraseError,
)
from thb_desktop.services.core import keys
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.recorded_ways import is_unrecorded, ways_after
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.slots import Keyring, NewSlot
from thb_desktop.vault.tables import registry
from thb_desktop.vault.unlocking import open_header

Recorder = Callable[[UnitOfWork, tuple[Slot, ...]], None]
"""Saves and records the change, in one transaction; its argument says which slots were written."""


def change_keyslots(
    secret: bytearray,
    *,
    session: Session,
    kind: SlotKind = SlotKind.PASSPHRASE,
    gives: Callable[[Keyring], Sequence[NewSlot]] = lambda _: (),
    takes: Callable[[Slot], bool] = lambda _: False,
    record: Recorder,
) -> None:
    """Write new keyslots, record the change, and remove the old ones that `takes` selects.

    secret: of this session's user, of this kind; overwritten. A failure before the record leaves only the old
    slots; a crash at any point leaves the old slots, both, or the new ones. Slots that belong to no active
    user (left by a crash) are removed too, and those of this user that no change recorded. Raises
    WrongPassphraseError, WrongRecoveryCodeError, WrongSharesError, LastSlotError, OldKeyslotLeftError, and
    what `record` raises.
    """
    try:
        session.verify_writable()
        with session.vault.keyring(secret, kind) as ring:
            _change(session, ring, gives(ring), takes, record)
    finally:
        wipe(secret)


def costs_of(environment: Environment) -> KdfParameters:
    """Return the cost of a new keyslot's derivation here."""
    return environment.kdf or calibrate()


def _change(
    session: Session, ring: Keyring, new: Sequence[NewSlot], takes: Callable[[Slot], bool], record: Recorder
) -> None:
    given = ring.give(*new, instead=takes)
    fresh, recorded = {slot.slot_id for slot in given}, session.office_record.keyslots
    known = {slot.user_id for slot in given} | {
        keys.user_id_of(user.id) for user in registry.USER.all(session.read) if user.active
    }

    def is_gone(slot: Slot) -> bool:
        return slot.slot_id not in fresh and (
            takes(slot)
            or slot.user_id not in known
            or (slot.user_id == session.vault.user_id and is_unrecorded(recorded, slot))
        )

    try:
        ring.verify_left(is_gone)
        # The epoch after the removal: if the removal never happens, the next unlock reports it.
        epoch = ring.epoch + any(map(is_gone, ring.slots))
        left = ways_after(recorded, ring.slots, fresh, is_gone)
        office = replace(session.office_record, header_epoch=epoch, keyslots=left)
        with session.work() as work:
            if office != session.office_record:
                work.save(office)
            record(work, given)
    except ChangeUncertainError:
        raise  # it may be recorded: both slots stay, and the next change removes nobody's slot
    except BaseException:
        with suppress(StorageError):
            ring.take(lambda slot: slot.slot_id in fresh)
        raise
    session.office_record = office
    try:
        ring.take(is_gone)
    except StorageError:
        raise OldKeyslotLeftError(
            "the change is made, but the old passphrase or code still opens the vault: make room and "
            "repeat the change"
        ) from None


def verify_opens_nothing(passphrase: bytearray, session: Session) -> None:
    """Raise PassphraseTakenError for a new passphrase that already opens the vault.

    It would still open the vault for the first user, and the other would sign in the first one's name. Costs
    a derivation for each user. passphrase: not overwritten.
    """
    typed = bytearray(passphrase)
    try:
        opened = open_header(session.vault.layout, typed, kind=SlotKind.PASSPHRASE)
    except WrongPassphraseError:
        return
    finally:
        wipe(typed)
    opened.wipe()
    raise PassphraseTakenError("this passphrase cannot be used here: choose another one")
