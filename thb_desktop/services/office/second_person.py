"""The second person at the desk: who can be it, and their approval with their own passphrase."""

from dataclasses import replace

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Alone, Approval, Second
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct
from thb_desktop.errors import (
    SecondIsFirstError,
    SecondNotAllowedError,
    WrongPassphraseError,
    WrongSecondPassphraseError,
)
from thb_desktop.services.core.approvals import list_second_persons, statement
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.office.users import signer_of

__all__ = ["Alone", "Approval", "Second", "approve", "list_second_persons"]


@permitted(Right.SEE_OFFICE)
def approve(
    session: Session, *, act: TwoPersonAct, subject: str, user_id: AgentId, passphrase: bytearray
) -> Approval:
    """Let a second person, at the desk of this session's user, approve one act on one subject, once.

    subject: as the service for the act defines it. passphrase: theirs, as `passphrases.prepare` returns it;
    overwritten. Valid for `VALID_FOR`; nothing is recorded until the act is. Raises SecondIsFirstError,
    SecondNotAllowedError, WrongSecondPassphraseError, and what `verify_writable` raises.
    """
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
