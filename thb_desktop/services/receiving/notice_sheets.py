"""Notices in print: a page to be put with what it is about."""

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.receiving import GivenNotice, ReceivedNotice
from thb_desktop.domain.rights import Right
from thb_desktop.domain.times import to_text
from thb_desktop.domain.vocabulary import SentKind
from thb_desktop.errors import NotFoundError
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.receiving.changed import received_by
from thb_desktop.services.receiving.held import Left
from thb_desktop.services.receiving.notices import sent_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.words import capital, word


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def given_sheet(session: Session, notice_id: RowId) -> Sheet:
    """Return a notice that this office signed, to be printed. Raises NotFoundError."""
    notice = registry.GIVEN_NOTICE.find(session.read, notice_id)
    if notice is None:
        raise NotFoundError("there is no such notice")
    left = left_of(session.read, notice)
    sent = sent_of(session.read, left)
    signer = registry.USER.find(session.read, notice.given_by)
    return _sheet(
        session,
        notice,
        (sent.kind, sent.number, sent.sha256),
        (
            ("notice_to", "; ".join(received_by(session.read, left))),
            ("notice_by", "; ".join((session.office_record.name, signer.name if signer else ""))),
        ),
    )


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def received_sheet(session: Session, notice_id: RowId) -> Sheet:
    """Return a notice of another office, to be printed. Raises NotFoundError."""
    notice = registry.RECEIVED_NOTICE.find(session.read, notice_id)
    if notice is None:
        raise NotFoundError("there is no such notice")
    office = registry.FOREIGN_OFFICE.find(session.read, notice.office_id)
    exhibit = registry.EXHIBIT.find(session.read, notice.exhibit_id) if notice.exhibit_id else None
    return _sheet(
        session,
        notice,
        (notice.sent, notice.sent_number, notice.sent_sha256),
        (
            ("notice_by", office.name if office else ""),
            ("notice_here", exhibit.number if exhibit else "\u2013"),
        ),
    )


def left_of(connection: Connection, notice: GivenNotice) -> Left:
    """Return what those to whom a notice was signed had received. Raises NotFoundError."""
    found = (
        (notice.package_id and registry.PACKAGE.find(connection, notice.package_id))
        or (notice.bundle_id and registry.BUNDLE.find(connection, notice.bundle_id))
        or (notice.taken_id and registry.TAKEN_OUT.find(connection, notice.taken_id))
        or (notice.annex_id and registry.IDENTITY_ANNEX.find(connection, notice.annex_id))
    )
    if not found:
        raise NotFoundError("what the notice is about is not here")
    return found


def _sheet(
    session: Session,
    notice: GivenNotice | ReceivedNotice,
    sent: tuple[SentKind, str, str],
    between: tuple[tuple[str, str], ...],
) -> Sheet:
    case = get_case(session, notice.case_id)
    at = notice.at if isinstance(notice, GivenNotice) else notice.made_at
    language = language_of(case.language)
    kind, number, sha256 = sent
    facts = [
        (said("notice_about", language), f"{capital(word(kind, language))} {number}"),
        ("SHA-256", sha256),
        *((said(key, language), value) for key, value in between),
        (said("notice_what", language), f"{notice.number}: {word(notice.kind, language)}"),
        (said("notice_at", language), to_text(at)),
        (said("notice_file", language), notice.sha256),
    ]
    told = SheetPart(heading=said("notice_text", language), text=notice.text)
    return sheet_of(
        session.clock.read().at,
        case,
        "notice",
        [SheetPart(heading=said("notice_facts", language), facts=facts), told],
    )
