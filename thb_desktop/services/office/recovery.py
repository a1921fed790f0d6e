"""Recovery: the code on its sheet, the shares of several holders, and the list of keyslots."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.crypto.shares import LEAST, MOST, Share, ShareSet, new_secret, split
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import ShareNumberError, ValueRefusedError
from thb_desktop.services.core import keys
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.office.keyslot_changes import change_keyslots, costs_of
from thb_desktop.vault.tables import chain
from thb_desktop.vault.unlocked import recovery_slot, shares_slot

_CODE_ACTS = frozenset({VaultAction.RECOVERY_CODE_RENEWED, VaultAction.RECOVERY_CODE_CONFIRMED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyslot:
    """One keyslot of the vault: its kind, its user, and the cost of one guess. It contains no secret."""

    kind: SlotKind
    user_id: AgentId
    costs: KdfParameters


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A future holder of a recovery share, and the passphrase for it; typed by them, overwritten."""

    name: str
    passphrase: bytearray = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoveryShare:
    """One share to print for its holder, or to store as a small file: `text`, four lines of four groups."""

    number: int
    needed: int
    total: int
    holder: str
    text: str = field(repr=False)


@permitted(Right.SEE_OFFICE)
def list_keyslots(session: Session) -> tuple[Keyslot, ...]:
    """List all keyslots that open the vault, in the order in which they were written."""
    return tuple(
        Keyslot(kind=slot.kind, user_id=keys.agent_of(slot.user_id), costs=slot.parameters)
        for slot in session.vault.slots
    )


@permitted(Right.SEE_OFFICE)
def is_code_on_paper(session: Session) -> bool:
    """Whether your recovery code was typed back since it was made; True also if you have none."""
    own = session.vault.user_id
    if not any(slot.kind is SlotKind.RECOVERY and slot.user_id == own for slot in session.vault.slots):
        return True
    # A new master key removes all recovery codes; whoever has one afterwards was given it then.
    about = {session.user.id: _CODE_ACTS, session.vault_id: frozenset({VaultAction.MASTER_KEY_RENEWED})}
    told = [
        (entry.seq, entry.action)
        for subject, acts in about.items()
        for entry in (signed.parsed() for signed in chain.entries_of(session.read, subject))
        if entry.action in acts
    ]
    return bool(told) and max(told)[1] == VaultAction.RECOVERY_CODE_CONFIRMED


@permitted(Right.MANAGE_RECOVERY)
def renew_recovery_code(session: Session, *, own_passphrase: bytearray) -> str:
    """Replace your recovery code; returns the new one in written form: shown once, stored nowhere.

    The old one no longer opens the vault. own_passphrase: overwritten. Raises WrongPassphraseError,
    OldKeyslotLeftError (the new code is lost then: renew it again).
    """
    user_id, code = session.vault.user_id, recovery.generate(session.environment.randomness)
    try:
        change_keyslots(
            own_passphrase,
            session=session,
            gives=lambda ring: [recovery_slot(user_id, code, ring.user_key)],
            takes=lambda slot: slot.kind is SlotKind.RECOVERY and slot.user_id == user_id,
            record=lambda work, _: work.record(session.user.id, VaultAction.RECOVERY_CODE_RENEWED),
        )
        return recovery.to_text(code)
    finally:
        wipe(own_passphrase, code)


@permitted(Right.MANAGE_RECOVERY)
def make_recovery_shares(
    session: Session,
    *,
    needed: int,
    holders: Sequence[Holder],
    own_passphrase: bytearray,
    keep: Callable[[tuple[RecoveryShare, ...]], None] = lambda _: None,
) -> tuple[RecoveryShare, ...]:
    """Make recovery shares; `needed` of them together open the vault as you. An earlier set becomes void.

    The holders' passphrases and yours are overwritten. Shown once, stored nowhere. keep: writes the shares to
    their places, before the earlier set becomes void; if it raises, nothing changes. Raises ShareNumberError,
    ValueRefusedError (a holder without a name), WeakPassphraseError, WrongPassphraseError,
    OldKeyslotLeftError.
    """
    randomness = session.environment.randomness
    user_id, secret, costs = session.vault.user_id, new_secret(randomness), costs_of(session.environment)
    made: list[RecoveryShare] = []
    try:
        names = _verified(holders, needed)

        def record(work: UnitOfWork, given: tuple[Slot, ...]) -> None:
            share_set = ShareSet(set_id=given[0].slot_id, needed=needed, total=len(holders), costs=costs)
            shares = split(secret, share_set, [holder.passphrase for holder in holders])
            made.extend(_named(share, name) for share, name in zip(shares, names, strict=True))
            keep(tuple(made))
            told = f"{needed} of {len(holders)}: {', '.join(names)}"
            work.record(session.user.id, VaultAction.RECOVERY_SHARES_MADE, told)

        change_keyslots(
            own_passphrase,
            session=session,
            gives=lambda ring: [shares_slot(user_id, secret, ring.user_key, costs)],
            takes=lambda slot: slot.kind is SlotKind.SHARES,
            record=record,
        )
    finally:
        wipe(secret, own_passphrase, *(holder.passphrase for holder in holders))
    return tuple(made)


def _named(share: Share, holder: str) -> RecoveryShare:
    return RecoveryShare(
        number=share.number, needed=share.needed, total=share.total, holder=holder, text=share.to_text()
    )


def _verified(holders: Sequence[Holder], needed: int) -> list[str]:
    """Return the names of the holders, if they can be holders of shares."""
    if not LEAST <= needed <= len(holders) <= MOST:
        raise ShareNumberError("recovery shares are for 2 to 16 holders, and at least 2 of them are needed")
    for holder in holders:
        if is_blank(holder.name):
            raise ValueRefusedError("the holder of a recovery share needs a name")
        verify_strong_enough(holder.passphrase.decode())
    return [holder.name.strip() for holder in holders]
