"""Advertisements taken over from a file of an exhibit: looked at first, then entered with every row.

A confined process reads the file. Nothing is lost: a row in which the chosen columns have nothing is kept
with its place. A reading that was wrong is withdrawn with a reason, and the file is read again.
"""

from collections.abc import Sequence
from dataclasses import replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ads import Ad, AdReading
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import CaseId, FileId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import AdsReadError, AdsWithdrawnError, NoAdsError, NotFoundError, ReasonMissingError
from thb_desktop.exchange.ads import ReadAd, shown
from thb_desktop.services.core.erasures import verify_kept
from thb_desktop.services.core.leaving_bars import is_reading_shown, verify_file_shown
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.standing_files import standing_files, verify_file_stands
from thb_desktop.services.evidence.ad_days import follow_days
from thb_desktop.services.evidence.ad_files import AdFile, AdsRead
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.exhibit_lookup import standing_exhibit
from thb_desktop.services.evidence.looks import open_look
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import ad_lists, registry

_AT_ONCE = 500
"""Rows that one event tells."""


@permitted(Right.EDIT_CASE, logs=Consulted.FILE)
def open_ads(session: Session, file_id: FileId) -> AdFile:
    """Open a file to be read for its advertisements; whoever opened it closes it, and uses it beside the
    vault's thread. Raises as `looks.open_look`.
    """
    file = get_file(session, file_id)
    others = standing_files(session.read, file.exhibit_id)
    digests = {each.name: each.sha256 for each in others if each.id != file.id}
    return AdFile(file, open_look(session, file_id), digests)


@permitted(Right.EDIT_CASE)
def enter(session: Session, read: AdsRead) -> AdReading:
    """Enter the advertisements that were read from a file, in one transaction.

    Raises AdsReadError if a reading of this file stands, FileWithdrawnError, NoAdsError, ErasedError,
    MaterialNotShownError, and NotFoundError for another file than that which was read.
    """
    file = get_file(session, read.file.id)
    if file.sha256 != read.file.sha256:
        raise NotFoundError("this is not the file that was read")
    verify_file_stands(file)
    _verify_not_read(session.read, file)
    verify_kept(session.read, file)
    verify_file_shown(session.read, file)
    if not read.ads:
        raise NoAdsError("there is no advertisement in the file")
    exhibit = standing_exhibit(session.read, file.exhibit_id)
    with session.work() as work:
        _verify_not_read(work.connection, file)
        reading = AdReading(
            id=RowId(work.new_id()),
            case_id=exhibit.case_id,
            exhibit_id=exhibit.id,
            file_id=file.id,
            sha256=file.sha256,
            mapping=read.columns.told() if read.columns is not None else (),
            count=read.count,
            unread=read.unread,
            by=session.user.id,
            at=work.at,
        )
        work.save(reading)
        for start in range(0, read.count, _AT_ONCE):
            rows = read.ads[start : start + _AT_ONCE]
            work.add_all(
                [_ad(RowId(work.new_id()), reading, row, each) for row, each in enumerate(rows, start + 1)]
            )
            work.record(reading.id, VaultAction.ADS_READ)
    follow_days(session, [reading])
    return reading


@permitted(Right.EDIT_CASE)
def withdraw(session: Session, reading_id: RowId, reason: str) -> AdReading:
    """Withdraw a reading: its advertisements no longer count, and its file can be read again.

    Raises NotFoundError, ReasonMissingError, AdsWithdrawnError.
    """
    if is_blank(reason):
        raise ReasonMissingError("say why the reading is withdrawn")
    with session.work() as work:
        reading = registry.AD_READING.find(work.connection, reading_id)
        if reading is None:
            raise NotFoundError("there is no such reading of advertisements")
        if reading.withdrawn_at is not None:
            raise AdsWithdrawnError("this reading was withdrawn before")
        reading = replace(reading, withdrawn_at=work.at, withdrawn_because=reason.strip())
        work.save(reading)
        work.record(reading.id, VaultAction.ADS_WITHDRAWN, reason.strip())
    return reading


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def list_readings(session: Session, case_id: CaseId) -> tuple[AdReading, ...]:
    """Return the readings of a case, also those that were withdrawn."""
    return registry.AD_READING.where(session.read, "case_id", case_id)


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def names_of_readings(session: Session, case_id: CaseId) -> tuple[dict[str, str], dict[str, str]]:
    """Return the numbers of the exhibits whose files were read, and the names of the files, by ids."""
    readings = registry.AD_READING.where(session.read, "case_id", case_id)
    held = registry.EXHIBIT.among(session.read, "id", {each.exhibit_id for each in readings})
    files = registry.EXHIBIT_FILE.among(session.read, "id", {each.file_id for each in readings})
    return {str(each.id): each.number for each in held}, {str(each.id): each.name for each in files}


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def page_of_ads(session: Session, case_id: CaseId, *, after: str = "", count: int = COUNT) -> Page[Ad]:
    """Return the next advertisements of a case that count, in the order of their entry.

    after: the last id of the page before.
    """
    readings = counted(session.read, case_id)
    rows = ad_lists.ads_after(session.read, case_id, {each.id for each in readings}, after, count)
    last = (str(rows[-1].row), str(rows[-1].id)) if len(rows) == count else None
    return Page(rows=rows, after=last, total=sum(each.count for each in readings))


@permitted(Right.OPEN_FILES, logs=Consulted.CASE)
def page_of_named(
    session: Session, case_id: CaseId, ids: Sequence[RowId], *, after: int = 0, count: int = COUNT
) -> Page[Ad]:
    """Return the next of these advertisements of a case, where they count. after: how many came before."""
    readings = {each.id for each in counted(session.read, case_id)}
    until = after + count
    found = registry.AD.among(session.read, "id", ids[after:until])
    rows = [each for each in found if each.reading_id in readings and each.case_id == case_id]
    rows.sort(key=lambda each: each.id)
    return Page(rows=tuple(rows), after=(str(until), "") if until < len(ids) else None, total=len(ids))


def counted(at: Connection, case_id: CaseId) -> tuple[AdReading, ...]:
    """Return the readings of a case whose advertisements count: none that was withdrawn, and none of an
    exhibit that was struck out, whose content was erased, or that is not shown.
    """
    readings = registry.AD_READING.where(at, "case_id", case_id)
    standing = [each for each in readings if each.withdrawn_at is None]
    return tuple(each for each in standing if is_reading_shown(at, each))


def _verify_not_read(at: Connection, file: ExhibitFile) -> None:
    if any(each.withdrawn_at is None for each in registry.AD_READING.where(at, "file_id", file.id)):
        raise AdsReadError("the advertisements of this file were read before; withdraw that reading first")


def _ad(ad_id: RowId, reading: AdReading, row: int, read: ReadAd) -> Ad:
    return Ad(
        id=ad_id,
        reading_id=reading.id,
        case_id=reading.case_id,
        exhibit_id=reading.exhibit_id,
        row=row,
        place=shown(read.place),
        pictures=read.pictures,
        **read.said,
    )
