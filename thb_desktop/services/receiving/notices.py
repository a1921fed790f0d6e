"""Notices: whoever received an exhibit or record is told when it is recalled, rectified or supplemented."""

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.package import Package
from thb_desktop.domain.receiving import GivenNotice, ReceivedNotice
from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import NoticeKind
from thb_desktop.errors import (
    NotFoundError,
    NoticeForeignError,
    NoticeSeenError,
    ReasonMissingError,
)
from thb_desktop.services.bundling.publishing import published
from thb_desktop.services.core.clock_now import verify_explained
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.messages.kept_messages import exhibits_in
from thb_desktop.services.messages.notice_text import FORM, NOTICE, told_notice
from thb_desktop.services.messages.signed_messages import packed_message, read_message, verify_free
from thb_desktop.services.receiving.changed import Changes, changes_of, of_exhibits, of_records
from thb_desktop.services.receiving.offices import standing_offices
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What the recipients of a package must be told, and whether a notice was signed since.

    since: when it happened; None for a record that is not in the package, whenever it was signed.
    """

    package: Package
    kind: NoticeKind
    subject: str
    number: str
    since: datetime | None
    is_told: bool


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_due(session: Session, case_id: CaseId) -> tuple[Due, ...]:
    """List who must be told of what: of each package that was sent, what changed of its content since."""
    changes = changes_of(session.read, case_id)
    return tuple(
        each
        for package in registry.PACKAGE.where(session.read, "case_id", case_id)
        for each in _due(session.read, package, changes)
    )


@permitted(Right.RELEASE_BUNDLES)
def give_notice(session: Session, due: Due, text: str, target: Path) -> GivenNotice:
    """Sign a notice to those to whom a package went, record it, and write its file.

    Raises NotFoundError for what is not due, ReasonMissingError, AlreadyExistsError, SigningError,
    CertificateRenewalDueError, StorageError.
    """
    if due not in _due(session.read, due.package, changes_of(session.read, due.package.case_id)):
        raise NotFoundError("nothing of this package is to be told in this way")
    if is_blank(text):
        raise ReasonMissingError("a notice says what is told")
    session.verify_writable()
    verify_explained(session)
    verify_free(target)
    at = session.clock.read().at.replace(microsecond=0)
    notice_id = RowId(session.new_id(at))
    package = due.package
    data = packed_message(
        session,
        NOTICE,
        {
            "format": FORM,
            "id": notice_id,
            "at": to_text(at),
            "office": session.office_record.name,
            "signer": {"name": session.user.name, "function": session.user.role.value},
            "package": {"id": package.id, "number": package.number, "sha256": package.sha256},
            "kind": due.kind.value,
            "subject": {"id": due.subject, "number": due.number},
            "text": text.strip(),
        },
        at,
    )
    with published(target, data, randomness=session.environment.randomness), session.work() as work:
        given = GivenNotice(
            id=notice_id,
            package_id=package.id,
            kind=due.kind,
            subject=due.subject,
            number=due.number,
            text=text.strip(),
            sha256=hashlib.sha256(data).hexdigest(),
            given_by=session.user.id,
            at=work.at,
        )
        work.save(given)
        work.record(package.id, VaultAction.NOTICE_GIVEN, due.number)
    return given


@permitted(Right.REGISTER_EXHIBITS)
def import_notice(session: Session, path: Path) -> ReceivedNotice:
    """Enter a notice about a package that was received.

    Raises MessageNotSoundError, OfficeUnknownError, NoticeForeignError for another package or office,
    NoticeSeenError for one that came before.
    """
    message = read_message(path, NOTICE, FORM, standing_offices(session.read))
    told = told_notice(message.text)
    if registry.RECEIVED_NOTICE.where(session.read, "foreign_id", told.id):
        raise NoticeSeenError("this notice was entered already")
    received = next(iter(registry.RECEIVED_PACKAGE.where(session.read, "foreign_id", told.package)), None)
    sender = received and registry.FOREIGN_OFFICE.find(session.read, received.office_id)
    if (
        received is None
        or received.sha256 != told.sha256
        or not sender
        or sender.sha256 != message.office.sha256
    ):
        raise NoticeForeignError("the notice is about a package that did not come from its office")
    items = registry.RECEIVED_ITEM.where(session.read, "received_id", received.id)
    exhibit = next((each.exhibit_id for each in items if each.foreign_id == told.subject), None)
    with session.work() as work:
        entered = ReceivedNotice(
            id=RowId(work.new_id()),
            received_id=received.id,
            kind=told.kind,
            exhibit_id=exhibit,
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
        work.record(received.id, VaultAction.NOTICE_ENTERED, told.number)
    return entered


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_notices(session: Session, case_id: CaseId) -> tuple[ReceivedNotice, ...]:
    """List the notices of other offices about packages of a case, in order of time."""
    return tuple(
        notice
        for package in registry.RECEIVED_PACKAGE.where(session.read, "case_id", case_id)
        for notice in registry.RECEIVED_NOTICE.where(session.read, "received_id", package.id)
    )


def _due(connection: Connection, package: Package, changes: Changes) -> tuple[Due, ...]:
    given = registry.GIVEN_NOTICE.where(connection, "package_id", package.id)

    def due(kind: NoticeKind, subject: str, number: str, since: datetime | None) -> Due:
        told = any(
            (each.kind, each.subject) == (kind, subject) and (since is None or each.at >= since)
            for each in given
        )
        return Due(package=package, kind=kind, subject=subject, number=number, since=since, is_told=told)

    bundle = registry.BUNDLE.find(connection, package.bundle_id)
    if bundle is None:
        return ()
    travelled = exhibits_in(connection, package)
    exhibits = (due(*each) for each in of_exhibits(connection, bundle, changes, travelled))
    records = (due(*each) for each in of_records(connection, bundle))
    return (*exhibits, *records)
