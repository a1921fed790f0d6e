"""The second person at the desk: who can be it, and their approval with their own passphrase."""

from contextlib import closing
from dataclasses import replace

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import AgentId, CaseId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Alone, Approval, Refusal, Second
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct
from thb_desktop.errors import (
    ReasonMissingError,
    SecondIsFirstError,
    SecondNotAllowedError,
    WrongPassphraseError,
    WrongSecondPassphraseError,
)
from thb_desktop.services.core.approvals import list_second_persons, statement
from thb_desktop.services.core.login import new_entry_author
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.users import Guest, signer_of
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

__all__ = ["Alone", "Approval", "Second", "approve", "last_refusal", "list_second_persons", "refuse_release"]


@permitted(Right.SEE_OFFICE)
def approve(
    session: Session, *, act: TwoPersonAct, subject: str, user_id: AgentId, passphrase: bytearray
) -> Approval:
    """Let a second person, at the desk of this session's user, approve one act on one subject, once.

    subject: as the service for the act defines it. passphrase: theirs, as `passphrases.prepare` returns it;
    overwritten. Valid for `VALID_FOR`; nothing is recorded until the act is. Raises SecondIsFirstError,
    SecondNotAllowedError, WrongSecondPassphraseError, and what `verify_writable` raises.
    """
    guest = _second_at_desk(session, act, subject, user_id, passphrase)
    at = session.clock.read().at
    asked = Approval(
        id=RowId(session.new_id(at)),
        kind=SecondKind.APPROVED,
        act=act,
        subject=subject,
        requested_by=session.user.id,
        approved_by=guest.user.id,
        at=at,
    )
    return replace(asked, signature=guest.keys.signer.sign(statement(asked, session.vault_id)).hex())


@permitted(Right.RELEASE_BUNDLES)
def refuse_release(
    session: Session, case_id: CaseId, *, user_id: AgentId, passphrase: bytearray, reason: str
) -> Refusal:
    """Let a second person, at the desk of this session's user, refuse a release of this case, and say why.

    It is an entry of their own in the event chain. passphrase: theirs, overwritten. Nothing is barred by it:
    the same is asked again, or something else. Raises ReasonMissingError, and what `approve` raises.
    """
    if is_blank(reason):
        wipe(passphrase)
        raise ReasonMissingError("who refuses a release says why, and what is to be changed")
    guest = _second_at_desk(session, TwoPersonAct.RELEASE_BUNDLE, case_id, user_id, passphrase)
    with closing(guest.keys):
        author = new_entry_author(
            *(session.office_record, guest.user, guest.keys),
            first=session.journal.size + 1,
            reading=session.clock.read(),
            environment=session.environment,
        )
    with session.work(author) as work:
        work.record(case_id, VaultAction.RELEASE_REFUSED, reason.strip())
        return Refusal(by=guest.user.name, at=work.at, reason=reason.strip())


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def last_refusal(session: Session, case_id: CaseId) -> Refusal | None:
    """Return the last refusal of a release of this case, until something of it was released after it."""
    acts = chain.acts_of(session.read, case_id, VaultAction.RELEASE_REFUSED)
    if not acts:
        return None
    signed, opening = acts[-1]
    entry = signed.parsed()
    released = (
        *(each.made_at for each in registry.BUNDLE.where(session.read, "case_id", case_id)),
        *(each.at for each in registry.PACKAGE.where(session.read, "case_id", case_id)),
    )
    if any(each > entry.at for each in released):
        return None
    user = registry.USER.find(session.read, entry.agent)
    reason = Event.parse(opening.payload).reason if opening is not None else ""
    return Refusal(by=user.name if user else entry.agent, at=entry.at, reason=reason)


def _second_at_desk(
    session: Session, act: TwoPersonAct, subject: str, user_id: AgentId, passphrase: bytearray
) -> Guest:
    """Open the keys of the second person, who types their passphrase; it is overwritten."""
    try:
        session.verify_writable()
        if user_id == session.user.id:
            raise SecondIsFirstError("the second person must be somebody else than the first")
        if user_id not in {user.id for user in list_second_persons(session, act, subject)}:
            raise SecondNotAllowedError("this user cannot be the second person here")
        guest = signer_of(session, user_id, passphrase)
    except WrongPassphraseError:
        raise WrongSecondPassphraseError(
            "the passphrase of the second person is wrong; nothing was done"
        ) from None
    finally:
        wipe(passphrase)
    session.vault.verify_own()
    return guest
