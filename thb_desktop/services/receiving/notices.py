"""Notices: whoever received something is told when it is recalled, rectified or supplemented."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.ids import CaseId, ExhibitId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import GivenNotice, ReceivedNotice
from thb_desktop.domain.rights import Right
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import NoticeKind, SentKind
from thb_desktop.errors import (
    NotFoundError,
    NoticeForeignError,
    NoticeSeenError,
    NoticeUnplacedError,
    ReasonMissingError,
)
from thb_desktop.services.bundling.publishing import published
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.messages.kept_messages import about
from thb_desktop.services.messages.signed_messages import packed_message, read_message, verify_free
from thb_desktop.services.receiving.changed import Changed, changed_since, received_by
from thb_desktop.services.receiving.held import Left
from thb_desktop.services.receiving.no_identity import verify_no_identity
from thb_desktop.services.receiving.offices import standing_offices
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.notice_text import (
    FORMS,
    NOTICE,
    Sent,
    Theirs,
    ToldNotice,
    form_of,
    told_notice,
    written,
    written_subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What those who received something must be told, and whether a notice was signed since.

    left: what they received. since: when it happened; None for a record that is not in what left, whenever it
    was signed. theirs: as `Changed` has it.
    """

    case_id: CaseId
    left: Left
    recipients: tuple[str, ...]
    sent: Sent
    kind: NoticeKind
    subject: str
    number: str
    since: datetime | None
    is_told: bool
    theirs: tuple[Theirs, ...] = ()


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_due(session: Session, case_id: CaseId) -> tuple[Due, ...]:
    """List who must be told of what: of all that was sent, what changed of its content since (V-P-06)."""
    return _list_due(session.read, case_id)


@permitted(Right.RELEASE_BUNDLES)
def give_notice(session: Session, due: Due, text: str, target: Path) -> GivenNotice:
    """Sign a notice to those who received something, record it, and write its file.

    Raises NotFoundError for what is not due, ReasonMissingError, NameInNoticeError, AlreadyExistsError,
    SigningError, CertificateRenewalDueError, StorageError.
    """
    if due not in _list_due(session.read, due.case_id):
        raise NotFoundError("nothing of what they received is to be told in this way")
    if is_blank(text):
        raise ReasonMissingError("a notice says what is told")
    session.verify_writable()
    verify_explained(session)
    theirs = (each.number for each in due.theirs)  # the number of what is told names five of them at most
    verify_no_identity(session, due.case_id, text, due.number, *theirs)
    verify_free(target)
    at = session.clock.read().at.replace(microsecond=0)
    notice_id = RowId(session.new_id(at))
    data = packed_message(
        session,
        NOTICE,
        {
            "format": form_of(due.sent),
            "id": notice_id,
            "at": to_text(at),
            "office": session.office_record.name,
            "signer": {"name": session.user.name, "function": session.user.role.value},
            **written(due.sent),
            "kind": due.kind.value,
            "subject": written_subject(due.subject, due.number, due.theirs),
            "text": text.strip(),
        },
        at,
    )
    with published(target, data, randomness=session.environment.randomness), session.work() as work:
        given = GivenNotice(
            id=notice_id,
            case_id=due.case_id,
            kind=due.kind,
            subject=due.subject,
            number=due.number,
            text=text.strip(),
            sha256=hashlib.sha256(data).hexdigest(),
            given_by=session.user.id,
            at=work.at,
            package_id=due.left.id if isinstance(due.left, Package) else None,
            bundle_id=due.left.id if isinstance(due.left, Bundle) else None,
            taken_id=due.left.id if isinstance(due.left, TakenOut) else None,
            annex_id=due.left.id if isinstance(due.left, IdentityAnnex) else None,
        )
        work.save(given)
        work.record(due.case_id, VaultAction.NOTICE_GIVEN, due.number)
    return given


@permitted(Right.REGISTER_EXHIBITS)
def import_notice(session: Session, path: Path, case_id: CaseId | None = None) -> ReceivedNotice:
    """Enter a notice about something that was received. case_id: of one about what came in no package and
    is no file of an exhibit; for any other, the vault knows its case.

    Raises MessageNotSoundError, OfficeUnknownError, NoticeForeignError for a package that came from another
    office or not at all, and for a bundle that came in one of another office, NoticeUnplacedError,
    NoticeSeenError for one that came before.
    """
    message = read_message(path, NOTICE, FORMS, standing_offices(session.read))
    told = told_notice(message.text)
    if registry.RECEIVED_NOTICE.where(session.read, "foreign_id", told.id):
        raise NoticeSeenError("this notice was entered already")
    if told.sent.kind is SentKind.PACKAGE:
        place = _of_package(session.read, told, message.office.sha256)
    else:
        place = _of_file(session.read, told, case_id, message.office.sha256)
    with session.work() as work:
        entered = ReceivedNotice(
            id=RowId(work.new_id()),
            case_id=place.case_id,
            office_id=place.office_id or message.office.id,
            sent=told.sent.kind,
            sent_number=told.sent.number,
            sent_sha256=told.sent.sha256,
            received_id=place.received_id,
            kind=told.kind,
            exhibit_id=place.exhibit_id,
            foreign_id=told.id,
            number=told.number,
            text=told.text,
            made_at=told.made_at,
            sha256=message.sha256,
            data=b64encode(message.data).decode("ascii"),
            entered_by=session.user.id,
            at=work.at,
        )
        work.save(entered)
        work.record(place.case_id, VaultAction.NOTICE_ENTERED, told.number)
    return entered


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_notices(session: Session, case_id: CaseId) -> tuple[ReceivedNotice, ...]:
    """List the notices of other offices that were entered in a case, in order of time."""
    return registry.RECEIVED_NOTICE.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_given(session: Session, case_id: CaseId) -> tuple[GivenNotice, ...]:
    """List the notices that this office signed about a case, in order of time."""
    return registry.GIVEN_NOTICE.where(session.read, "case_id", case_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a notice is entered, and what it is about here."""

    case_id: CaseId
    exhibit_id: ExhibitId | None
    received_id: RowId | None = None
    office_id: RowId | None = None


def _of_package(connection: Connection, told: ToldNotice, root: str) -> _Place:
    received = next(iter(registry.RECEIVED_PACKAGE.where(connection, "foreign_id", told.sent.id)), None)
    sender = received and registry.FOREIGN_OFFICE.find(connection, received.office_id)
    if received is None or received.sha256 != told.sent.sha256 or not sender or sender.sha256 != root:
        raise NoticeForeignError("the notice is about a package that did not come from its office")
    return _Place(
        case_id=received.case_id,
        exhibit_id=about(connection, received, told),
        received_id=received.id,
        office_id=received.office_id,
    )


def _of_file(connection: Connection, told: ToldNotice, case_id: CaseId | None, root: str) -> _Place:
    """The exhibit that holds what was received: that of the named case, or the only one; if there is none,
    the notice is entered in the named case without an exhibit. root: of the office that signed it.
    """
    files = registry.EXHIBIT_FILE.where(connection, "sha256", told.sent.sha256)
    holders = registry.EXHIBIT.among(connection, "id", {each.exhibit_id for each in files})
    if told.sent.kind is SentKind.BUNDLE:
        _verify_own_bundle(connection, {each.id for each in holders}, root)
    here = [each for each in holders if each.case_id == case_id] or holders
    if here and len({each.case_id for each in here}) == 1:
        return _Place(case_id=here[0].case_id, exhibit_id=here[0].id)
    if case_id is None:
        raise NoticeUnplacedError("no exhibit holds what the notice is about, and no case was named")
    return _Place(case_id=case_id, exhibit_id=None)


def _verify_own_bundle(connection: Connection, holders: set[ExhibitId], root: str) -> None:
    """Refuse a notice about a bundle that another office signed, where that is known: it came in a package
    too, and was judged there under the root of its office. The same bytes have the same signatures wherever
    they are kept. Of a bundle that came alone, nothing is known but its bytes.
    """
    packages = registry.RECEIVED_PACKAGE.among(connection, "exhibit_id", holders)
    senders = registry.FOREIGN_OFFICE.among(connection, "id", {each.office_id for each in packages})
    if senders and root not in {each.sha256 for each in senders}:
        raise NoticeForeignError("the notice is about a bundle that another office signed")


def _list_due(connection: Connection, case_id: CaseId) -> tuple[Due, ...]:
    given = registry.GIVEN_NOTICE.where(connection, "case_id", case_id)
    last: dict[tuple[str, NoticeKind, str], datetime] = {}
    for each in given:
        of_it = (each.sent_id, each.kind, each.subject)
        last[of_it] = max(last.get(of_it, each.at), each.at)

    def due(left: Left, changed: Changed) -> Due:
        at = last.get((left.id, changed.kind, changed.subject))
        is_told = at is not None and (changed.since is None or at >= changed.since)
        return Due(
            case_id=case_id,
            left=left,
            recipients=received_by(connection, left),
            sent=sent_of(connection, left),
            kind=changed.kind,
            subject=changed.subject,
            number=changed.number,
            since=changed.since,
            is_told=is_told,
            theirs=changed.theirs,
        )

    return tuple(due(left, changed) for left, changed in changed_since(connection, case_id))


def sent_of(connection: Connection, left: Left) -> Sent:
    """Return how a notice names what somebody received."""
    if isinstance(left, TakenOut):
        exhibit = registry.EXHIBIT.find(connection, left.exhibit_id)
        number = exhibit.number if exhibit else left.exhibit_id
        return Sent(kind=SentKind.FILE, id=left.id, number=number, sha256=left.sha256)
    kinds = {Package: SentKind.PACKAGE, Bundle: SentKind.BUNDLE, IdentityAnnex: SentKind.ANNEX}
    return Sent(kind=kinds[type(left)], id=left.id, number=left.number, sha256=left.sha256)
