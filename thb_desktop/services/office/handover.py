"""Handover: a successor gets the vault, with everything that its predecessor could open."""

from dataclasses import dataclass, field

from thb_desktop.crypto import recovery
from thb_desktop.crypto.material import wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import HandoverId
from thb_desktop.domain.office import Handover
from thb_desktop.domain.people import User
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import AskSecond
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import ReasonMissingError
from thb_desktop.services.core.approvals import ask_second_person
from thb_desktop.services.core.keys import Root
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.office.enrolment import Enrolment, root_of
from thb_desktop.services.office.keyslot_changes import change_keyslots, costs_of, verify_opens_nothing
from thb_desktop.services.office.users import get_user, retire, verify_name_is_free
from thb_desktop.vault.database import database_medium
from thb_desktop.vault.slots import Keyring, NewSlot
from thb_desktop.vault.tables import counts, registry
from thb_desktop.vault.unlocked import passphrase_slot, recovery_slot


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """The successor, what was handed over, and the successor's recovery code: shown once, stored nowhere."""

    successor: User
    record: Handover
    recovery_code: str = field(repr=False)


@permitted(Right.HAND_OVER)
def hand_over(
    session: Session,
    *,
    name: str,
    passphrase: bytearray,
    reason: str,
    own_passphrase: bytearray,
    second: AskSecond,
) -> HandedOver:
    """Hand over the vault to a successor, who gets your role and everything that you can open; you are
    retired.

    passphrase: theirs, own_passphrase: yours; overwritten. The vault opens for the successor before it closes
    for you. Recovery shares that you had made no longer open it. Close the session next: it can write nothing
    more. second: about `Enrolment.about`. Raises NotAllowedError (you do not hold the root's key),
    ReasonMissingError, AlreadyExistsError (the name), WeakPassphraseError, PassphraseTakenError,
    WrongPassphraseError (your own), OldKeyslotLeftError, and what `ask_second_person` raises.
    """
    enrolment, code = None, recovery.generate(session.environment.randomness)
    made: list[Handover] = []
    try:
        verify_strong_enough(passphrase.decode())
        verify_opens_nothing(passphrase, session)
        if is_blank(reason):
            raise ReasonMissingError("handing over the vault needs a reason")
        enrolment = Enrolment.named(name, session.user.role, randomness=session.environment.randomness)
        verify_name_is_free(enrolment.name, session)
        approval = ask_second_person(session, second, act=TwoPersonAct.HAND_OVER, subject=enrolment.about)
        root = root_of(session.office_record, session)
        leaver, costs = session.vault.user_id, costs_of(session.environment)

        def gives(_: Keyring) -> list[NewSlot]:
            return [
                passphrase_slot(enrolment.user_id, passphrase, enrolment.user_key, costs),
                recovery_slot(enrolment.user_id, code, enrolment.user_key),
            ]

        def record(work: UnitOfWork) -> None:
            work.save(approval)
            made.append(_pass_on(work, enrolment, root, session, reason.strip()))

        try:
            change_keyslots(
                own_passphrase,
                session=session,
                gives=gives,
                takes=lambda slot: slot.user_id == leaver,
                record=lambda work, _: record(work),
            )
        finally:
            with database_medium():
                session.user = get_user(session, session.user.id)
        return HandedOver(
            successor=get_user(session, made[0].to_user),
            record=made[0],
            recovery_code=recovery.to_text(code),
        )
    finally:
        wipe(passphrase, own_passphrase, code, enrolment.user_key if enrolment else None)


@permitted(Right.SEE_OFFICE)
def list_handovers(session: Session) -> tuple[Handover, ...]:
    """List the handovers of this vault, the oldest first."""
    return registry.HANDOVER.all(session.read)


def _pass_on(work: UnitOfWork, enrolment: Enrolment, root: Root, session: Session, reason: str) -> Handover:
    """Certify the successor, who gets the keys, record what is handed over, and retire the predecessor."""
    chain = session.journal
    successor = enrolment.admit(work, root, session)
    handover = Handover(
        id=HandoverId(work.new_id()),
        from_user=session.user.id,
        to_user=successor.id,
        at=work.at,
        cases=counts.of_table(work.connection, registry.CASE_FILE),
        exhibits=counts.of_table(work.connection, registry.EXHIBIT),
        entries=chain.size,
        head=chain.root.hex(),
        reason=reason,
    )
    work.save(handover)
    work.record(session.vault_id, VaultAction.OFFICE_HANDED_OVER, reason)
    retire(session.user, work, reason, session)
    return handover
