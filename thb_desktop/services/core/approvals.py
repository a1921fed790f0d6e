"""Approvals: what an act of two persons needs before it is done, and what is stored about the second one.

A service for such an act first calls `require_second_person`, and saves the returned row in the transaction
of the act, so that the act's event contains it.
"""

from base64 import b64decode
from collections.abc import Collection, Mapping
from contextlib import suppress

from thb_desktop.crypto.signing import verify_signature
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.people import User
from thb_desktop.domain.record import to_full_record
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.second_person import VALID_FOR, Alone, Approval, AskSecond, Second, Seconded
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct
from thb_desktop.errors import (
    ApprovalExpiredError,
    ApprovalForeignError,
    ApprovalForgedError,
    ApprovalUsedError,
    NotAloneError,
    ReasonMissingError,
    SecondIsFirstError,
    SecondNotAllowedError,
    SecondPersonError,
    SignatureError,
)
from thb_desktop.ledger.approved import approved_bytes
from thb_desktop.services.core.keys import certificates_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.user_certification import certified_keys
from thb_desktop.vault.tables import registry


@permitted(Right.SEE_OFFICE)
def list_second_persons(session: Session, act: TwoPersonAct, subject: str = "") -> tuple[User, ...]:
    """List the users who can be the second person for this act of the session's user, by name.

    Active users whose role includes it, except the user who acts and the one whom the act is about: nobody
    approves their own retirement. If there is none, the act is done alone, with a reason.
    """
    about = subject if act is TwoPersonAct.RETIRE_USER else ""
    return tuple(
        user
        for user in registry.USER.all(session.read)
        if user.active and may(user.role, Right.SECOND) and user.id not in (session.user.id, about)
    )


@permitted(Right.SEE_OFFICE)
def require_second_person(session: Session, second: Second, *, act: TwoPersonAct, subject: str) -> Approval:
    """Check the second person of one act, or that there is none. Returns the row to save with the act.

    Raises ReasonMissingError, NotAloneError, SecondIsFirstError, SecondNotAllowedError, ApprovalForeignError,
    ApprovalExpiredError, ApprovalUsedError, ApprovalForgedError.
    """
    if isinstance(second, Alone):
        return _alone(session, second.reason.strip(), act, subject)
    if not isinstance(second, Approval):
        raise SecondPersonError("this act takes two persons, or a reason for acting alone")
    if second.kind is not SecondKind.APPROVED or second.approved_by is None:
        raise ApprovalForgedError("this approval names nobody who approved")
    if (second.act, second.subject, second.requested_by) != (act, subject, session.user.id):
        raise ApprovalForeignError("this approval was given for something else")
    if second.approved_by == session.user.id:
        raise SecondIsFirstError("the second person must be somebody else than the first")
    if abs(session.clock.read().at - second.at) > VALID_FOR:
        raise ApprovalExpiredError("this approval is no longer, or not yet, valid; ask for another one")
    if registry.APPROVAL.find(session.read, second.id) is not None:
        raise ApprovalUsedError("this approval was already used; ask for another one")
    _verify_signed(session, second)
    if second.approved_by not in {user.id for user in list_second_persons(session, act, subject)}:
        raise SecondNotAllowedError("this user cannot be the second person here")
    return second


@permitted(Right.SEE_OFFICE)
def ask_second_person(session: Session, second: AskSecond, *, act: TwoPersonAct, subject: str) -> Approval:
    """Ask the second person about a subject that was made for this act. Raises what they raise, and what
    `require_second_person` raises.
    """
    given = second if isinstance(second, Alone) else second(subject)
    return require_second_person(session, given, act=act, subject=subject)


def statement(approval: Approval, vault: str) -> bytes:
    """Return what the second person signs: the act, its subject, who asked, when, and the id for
    single use.
    """
    return approved_bytes(to_full_record(approval), vault)


@permitted(Right.SEE_OFFICE)
def describe_approval(session: Session, approval: Approval) -> Seconded:
    """Return an approval with names, as it is shown and printed."""
    user = registry.USER.find(session.read, approval.approved_by) if approval.approved_by else None
    if user is None:
        return Seconded(alone_because=approval.reason)
    return Seconded(name=user.name, role=user.role)


@permitted(Right.SEE_OFFICE)
def second_of(session: Session, approval_id: RowId | None) -> Seconded | None:
    """Return who approved an act as the second person, or why nobody did; None if it took one person."""
    approval = registry.APPROVAL.find(session.read, approval_id) if approval_id else None
    return describe_approval(session, approval) if approval else None


def _alone(session: Session, reason: str, act: TwoPersonAct, subject: str) -> Approval:
    if is_blank(reason):
        raise ReasonMissingError("this act takes two persons; done alone it needs a reason")
    if list_second_persons(session, act, subject):
        raise NotAloneError("somebody else in this office can approve this")
    at = session.clock.read().at
    return Approval(
        id=RowId(session.new_id(at)),
        kind=SecondKind.ALONE,
        act=act,
        subject=subject,
        requested_by=session.user.id,
        approved_by=None,
        at=at,
        reason=reason,
    )


def _verify_signed(session: Session, approval: Approval) -> None:
    certified = certified_keys(
        certificates_of(session.read, at=session.clock.read().at, entry=session.journal.size + 1),
        b64decode(session.office_record.root_certificate),
    )
    verify_approval(approval, session.vault_id, certified)


def verify_approval(untrusted: Approval, vault: str, certified: Mapping[str, Collection[bytes]]) -> None:
    """Raise ApprovalForgedError unless a key certified for the approver signed it, for this vault.

    certified: user -> public keys (DER), as `certified_keys` returns them.
    """
    for key in certified.get(untrusted.approved_by or "", ()):
        with suppress(SignatureError, ValueError):
            verify_signature(key, statement(untrusted, vault), bytes.fromhex(untrusted.signature))
            return
    raise ApprovalForgedError("this approval does not have the signature of the user that it names")
