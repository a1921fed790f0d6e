"""Recovery: the code on its sheet, renewed, and the list of all that opens the vault."""

from dataclasses import dataclass

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import SlotKind
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import OfficeAction
from thb_desktop.domain.ids import AgentId
from thb_desktop.domain.rights import Right
from thb_desktop.services import keys
from thb_desktop.services.permission import permitted
from thb_desktop.services.session import Session
from thb_desktop.services.ways import change_ways
from thb_desktop.vault.unlocked import recovery_slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One keyslot of the vault: of which kind, whose, and what one guess costs. No secret is here."""

    kind: SlotKind
    user_id: AgentId
    costs: KdfParameters


@permitted(Right.SEE_OFFICE)
def list_ways(session: Session) -> tuple[Way, ...]:
    """All that opens the vault, in the order in which it was given."""
    return tuple(
        Way(kind=slot.kind, user_id=keys.agent_of(slot.user_id), costs=slot.parameters)
        for slot in session.vault.slots
    )


@permitted(Right.MANAGE_RECOVERY)
def renew_recovery_code(session: Session, *, own_passphrase: bytearray) -> str:
    """Replace your recovery code; returns the new one as a person writes it down: shown once, stored nowhere.

    The old one opens nothing any more. own_passphrase: overwritten. Raises WrongPassphraseError,
    OldWayLeftError (the new code is lost then: renew it again).
    """
    user_id, code = session.vault.user_id, recovery.generate(session.environment.randomness)
    try:
        change_ways(
            own_passphrase,
            session=session,
            gives=lambda ring: [recovery_slot(user_id, code, ring.user_key)],
            takes=lambda slot: slot.kind is SlotKind.RECOVERY and slot.user_id == user_id,
            record=lambda work, _: work.record(session.user.id, OfficeAction.RECOVERY_CODE_RENEWED),
        )
        return recovery.to_text(code)
    finally:
        wipe(own_passphrase, code)
