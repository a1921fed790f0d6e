"""Rows of an arrival: the exhibits that a package becomes, their files and first events, and the package."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import PurePosixPath

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.cooperation import OF_EACH_VAULT, UseCondition
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import (
    AgentId,
    CaseId,
    ExhibitId,
    FileId,
    InstrumentId,
    ObjectId,
    OfficialId,
    RowId,
)
from thb_desktop.domain.receiving import ReceivedPackage, arrival_note
from thb_desktop.domain.texts import Texts
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind
from thb_desktop.errors import NotFoundError, OfficeUnknownError, PackageNotSoundError
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.evidence.custody_acts import Act, append_event
from thb_desktop.services.receiving.examining import OCTETS, Examined, ForeignExhibit
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.tables import registry
from thb_desktop.verify.package_sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What a person says of a package that is imported.

    number: of the exhibit that holds it; what is derived from it adds its number there. received_by: the
    official who received it, at this time and place. refused: by its number there, why an exhibit is not
    imported; what did not come is named here too. instrument_id: the request of the case that it answers, if
    somebody chose one; it stands with each of its exhibits, and is corrected there.
    """

    case_id: CaseId
    number: str
    received_by: OfficialId
    at: datetime
    place: str = ""
    instrument_id: InstrumentId | None = None
    late_entry_reason: str = ""
    refused: Mapping[str, str] = field(default_factory=dict)


def sheet_of(examined: Examined) -> Sheet:
    if examined.sheet is None:
        raise PackageNotSoundError("the package does not hold")
    return examined.sheet


def registered(
    work: UnitOfWork,
    examined: Examined,
    arrival: Arrival,
    foreign: ForeignExhibit | None,
    holder: ExhibitId,
    *,
    because: str = "",
) -> ExhibitId:
    """Register what holds the package, or one of its exhibits, with the event of its arrival.

    because: what its reason says beside the numbers of package and bundle.
    """
    sheet, office = sheet_of(examined), examined.office
    from_party = office.name if office else ""
    named = f"{from_party}: {sheet.number}"
    exhibit_id = ExhibitId(work.new_id())
    exhibit = Exhibit(
        id=exhibit_id,
        case_id=arrival.case_id,
        number=f"{arrival.number}-{foreign.number}" if foreign else arrival.number,
        kind=foreign.kind if foreign else ExhibitKind.FILE,
        originality=None,
        titles=foreign.titles if foreign else _named(work, arrival, f"{named}, {sheet.bundle.number}"),
        source=f"{named}, {foreign.number}" if foreign else named,
        collected_at=arrival.at,
        collected_by=arrival.received_by,
        parent_id=holder if foreign else None,
        root_id=holder if foreign else exhibit_id,
        instrument_id=arrival.instrument_id,
        seal="",
    )
    verify_enterable(work.connection, exhibit)
    work.save(exhibit)
    event = append_event(
        work,
        exhibit_id,
        Act(
            action=CustodyAction.RECEIVED_FROM_FOREIGN_AUTHORITY,
            occurred_at=arrival.at,
            actor=_name_of(work, arrival.received_by),
            actor_id=arrival.received_by,
            reason=" \u00b7 ".join(filter(None, (f"{sheet.number}, {sheet.bundle.number}", because))),
            place=arrival.place,
            from_party=from_party,
            sha256=examined.taken.container.sha256,
            note=arrival_note(foreign.number if foreign else sheet.number, sheet.head_size, sheet.head_root),
            late_entry_reason=arrival.late_entry_reason,
        ),
    )
    work.record(exhibit_id, event.action, event.reason)
    return exhibit_id


def _named(work: UnitOfWork, arrival: Arrival, text: str) -> Texts:
    """Return names and numbers, which have no language of their own, in one of the case."""
    case = registry.CASE_FILE.find(work.connection, arrival.case_id)
    if case is None:
        raise NotFoundError("there is no such case in this vault")
    return ((case.titles[0][0], text),)


def _name_of(work: UnitOfWork, official_id: OfficialId) -> str:
    official = registry.OFFICIAL.find(work.connection, official_id)
    if official is None:
        raise NotFoundError("there is no such official in this file")
    return official.name


def file_rows(
    work: UnitOfWork, exhibit: ExhibitId, foreign: ForeignExhibit, stored: Mapping[str, StoredObject]
) -> Iterator[ExhibitFile]:
    for each in foreign.files:
        media_type = foreign.media_types.get(each.id, OCTETS)
        yield file_row(work, exhibit, PurePosixPath(each.place).name, media_type, stored[each.id])


def file_row(
    work: UnitOfWork, exhibit: ExhibitId, name: str, media_type: str, kept: StoredObject
) -> ExhibitFile:
    return ExhibitFile(
        id=FileId(work.new_id()),
        exhibit_id=exhibit,
        name=name,
        media_type=media_type,
        size=kept.size,
        sha256=kept.sha256,
        object_id=ObjectId(kept.object_id),
        added_at=work.at,
    )


def keep_condition(
    work: UnitOfWork, examined: Examined, arrival: Arrival, condition: UseCondition, about: ExhibitId
) -> None:
    """Keep a condition with what it came with: with its exhibit, else with the whole package. It is theirs:
    its words stay, and its number says with which package it came.
    """
    state = condition.imposed_in(examined.office.country if examined.office else "")
    kept = replace(
        condition,
        id=RowId(work.new_id()),
        case_id=arrival.case_id,
        number=f"{arrival.number}-{condition.number}",
        imposed_state=state,
        instrument_id=None,
        exhibit_id=about,
    )
    verify_enterable(work.connection, kept)
    work.save(kept)
    work.record(kept.case_id, VaultAction.CONDITION_ADDED, sheet_of(examined).number)
    tell(work, kept)


def keep_owed_conditions(
    work: UnitOfWork, examined: Examined, arrival: Arrival, foreign: ForeignExhibit, about: ExhibitId
) -> bool:
    """Keep with an exhibit that is imported after all the conditions under which it came, as far as they do
    not stand any more as they came, with what holds the package: they were struck out or corrected there.
    Return whether there were any.

    arrival: with the number of the exhibit that holds the package; about: the exhibit, derived from it.
    """
    exhibit = registry.EXHIBIT.find(work.connection, about)
    there = [
        each
        for each in registry.USE_CONDITION.where(work.connection, "case_id", arrival.case_id)
        if exhibit is not None and each.exhibit_id == exhibit.parent_id and not each.struck
    ]
    country = examined.office.country if examined.office else ""
    owed = [
        each
        for each in examined.conditions
        if each.exhibit_id == foreign.id and not any(_stands_as(each, country, other) for other in there)
    ]
    numbered = replace(arrival, number=f"{arrival.number}-{foreign.number}")
    for each in owed:
        keep_condition(work, examined, numbered, each, about)
    return bool(owed)


def _stands_as(told: UseCondition, country: str, here: UseCondition) -> bool:
    """Whether a condition that was kept is as it was told, but for what it has in this vault alone."""
    own = {name: getattr(here, name) for name in (*OF_EACH_VAULT, "exhibit_id")}
    same = replace(told, imposed_state=told.imposed_in(country), **own)
    return same == here and here.number.endswith(f"-{told.number}")


def received_row(
    work: UnitOfWork, examined: Examined, arrival: Arrival, holder: ExhibitId, *, by: AgentId
) -> ReceivedPackage:
    sheet, taken, office = sheet_of(examined), examined.taken, examined.office
    if office is None:
        raise OfficeUnknownError("no office with this root is in the register", sheet.root_certificate_sha256)
    return ReceivedPackage(
        id=RowId(work.new_id()),
        case_id=arrival.case_id,
        office_id=office.id,
        exhibit_id=holder,
        foreign_id=sheet.id,
        number=sheet.number,
        made_at=sheet.at,
        bundle=sheet.bundle.number,
        sha256=taken.container.sha256,
        size=taken.container.size,
        sheet=examined.sheet_sha256,
        head_size=sheet.head_size,
        head_root=sheet.head_root,
        head_at=sheet.head_at,
        received_by=by,
        at=work.at,
        opened_with=taken.opened_with,
    )
