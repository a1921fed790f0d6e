"""Advertisements taken over from a file of an exhibit: looked at first, then entered with every row.

A confined process reads the file. Nothing is lost: a row in which the chosen columns have nothing is kept
with its place. A reading that was wrong is withdrawn with a reason, and the file is read again.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ads import Ad, AdReading, FileRecord
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import CaseId, FileId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    AdMappingError,
    AdsReadError,
    AdsWithdrawnError,
    NoAdsError,
    NotFoundError,
    ReasonMissingError,
)
from thb_desktop.exchange.ads import AdColumns, ReadAd, places_of, read_page, read_row, shown
from thb_desktop.exchange.statements.columns import DELIMITERS
from thb_desktop.services.core.leaving_bars import is_shown
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.custody import standing_exhibit
from thb_desktop.services.evidence.exhibit_files import get_file
from thb_desktop.services.evidence.looking import Looking
from thb_desktop.services.evidence.looks import open_look
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import ad_lists, registry

_AT_ONCE = 500
"""Rows that one event tells."""
_SEEN = 200
"""Advertisements that are shown before they are entered."""
_LONGEST = 2000
"""Code points that are kept of the cells of a row without an advertisement; the file has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdPreview:
    """Advertisements as they would be entered: the first of them, and how many there are.

    unread: place and cells of each row in which the chosen columns have nothing.
    """

    ads: tuple[ReadAd, ...]
    count: int
    unread: tuple[tuple[str, str], ...]


@permitted(Right.EDIT_CASE, logs=Consulted.FILE)
def titles_in(session: Session, file_id: FileId, delimiter: str, coding: str = "") -> tuple[str, ...]:
    """Return the titles of the columns of a table. Raises AdMappingError, and as `open_look`."""
    with closing(open_look(session, file_id)) as looking:
        records, _ = looking.records(1, delimiter=_sign(delimiter), coding=coding)
    return tuple(shown(each).strip() for each in records[0].cells) if records else ()


@permitted(Right.EDIT_CASE, logs=Consulted.FILE)
def look_at(session: Session, file_id: FileId, columns: AdColumns | None) -> AdPreview:
    """Return the advertisements of a file; nothing is entered. columns: of a table; None for pages.

    Raises AdMappingError, and as `looks.open_look` and `Looking.look`.
    """
    found, unread = _read(session, file_id, columns)
    return AdPreview(ads=tuple(found[:_SEEN]), count=len(found), unread=tuple(unread))


@permitted(Right.EDIT_CASE)
def enter(session: Session, file_id: FileId, columns: AdColumns | None) -> AdReading:
    """Enter the advertisements of a file, in one transaction.

    Raises AdsReadError if a reading of this file stands, NoAdsError, and as `look_at`.
    """
    file = get_file(session, file_id)
    _verify_not_read(session.read, file)
    found, unread = _read(session, file_id, columns)
    if not found:
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
            mapping=columns.told() if columns is not None else (),
            count=len(found),
            unread=tuple(unread),
            by=session.user.id,
            at=work.at,
        )
        work.save(reading)
        for start in range(0, len(found), _AT_ONCE):
            rows = found[start : start + _AT_ONCE]
            work.add_all(
                [_ad(RowId(work.new_id()), reading, row, each) for row, each in enumerate(rows, start + 1)]
            )
            work.record(reading.id, VaultAction.ADS_READ)
    return reading


@permitted(Right.EDIT_CASE)
def withdraw(session: Session, reading_id: RowId, reason: str) -> AdReading:
    """Withdraw a reading: its advertisements no longer count, and its file can be read again.

    Raises NotFoundError, ReasonMissingError, AdsWithdrawnError.
    """
    if not reason.strip():
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
def ads_named(session: Session, case_id: CaseId, ids: tuple[RowId, ...]) -> tuple[Ad, ...]:
    """Return these advertisements of a case, where they count."""
    readings = {each.id for each in counted(session.read, case_id)}
    found = registry.AD.among(session.read, "id", ids)
    return tuple(each for each in found if each.reading_id in readings and each.case_id == case_id)


def counted(at: Connection, case_id: CaseId) -> tuple[AdReading, ...]:
    """Return the readings of a case whose advertisements count: none that was withdrawn, and none of an
    exhibit that was struck out, whose content was erased, or that is not shown.
    """
    readings = registry.AD_READING.where(at, "case_id", case_id)
    standing = [each for each in readings if each.withdrawn_at is None]
    seen = {each.exhibit_id: is_shown(at, each.exhibit_id) for each in standing}
    return tuple(each for each in standing if seen[each.exhibit_id])


def _verify_not_read(at: Connection, file: ExhibitFile) -> None:
    if any(each.withdrawn_at is None for each in registry.AD_READING.where(at, "file_id", file.id)):
        raise AdsReadError("the advertisements of this file were read before; withdraw that reading first")


def _sign(delimiter: str) -> str:
    if delimiter not in DELIMITERS:
        raise AdMappingError("no such delimiter")
    return DELIMITERS[delimiter]


def _read(
    session: Session, file_id: FileId, columns: AdColumns | None
) -> tuple[list[ReadAd], list[tuple[str, str]]]:
    """Return the advertisements of a file, and the rows without any."""
    file = get_file(session, file_id)
    with closing(open_look(session, file_id)) as looking:
        records = _records(looking, columns)
        if columns is None:
            reads: Callable[[FileRecord], ReadAd | None] = read_page
        else:
            head = next(records, None)
            places = places_of(columns, [shown(each) for each in head.cells] if head else ())
            digests = _digests(session.read, file) if columns.pictures else {}

            def reads(record: FileRecord) -> ReadAd | None:
                return read_row(record, places, columns, lambda name: digests.get(name, ""))

        found, unread = list[ReadAd](), list[tuple[str, str]]()
        for record in records:
            ad = reads(record)
            if ad is None:
                unread.append((shown(record.place), shown(" | ".join(record.cells))[:_LONGEST]))
            else:
                found.append(ad)
    return found, unread


def _records(looking: Looking, columns: AdColumns | None) -> Iterator[FileRecord]:
    sign, coding = (_sign(columns.delimiter), columns.coding) if columns is not None else ("", "")
    page, more = 0, True
    while more:
        page += 1
        records, more = looking.records(page, delimiter=sign, coding=coding)
        yield from records


def _digests(at: Connection, file: ExhibitFile) -> dict[str, str]:
    """Return the SHA-256 of the other files of the exhibit by their names."""
    others = registry.EXHIBIT_FILE.where(at, "exhibit_id", file.exhibit_id)
    return {each.name: each.sha256 for each in others if each.id != file.id}


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
