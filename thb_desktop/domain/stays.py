"""Stays: a person was at a place of the case, from and to as far as it is known, and who or what says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.ids import CaseId, CaseObjectId, ExhibitId, InterviewId, PersonId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.stay_codes import PlaceKind, StayRole
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.errors import PlaceOfStayError

PLACES = frozenset({CaseObjectKind.ADDRESS, CaseObjectKind.VEHICLE})
"""The kinds of objects at which a person can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """A source says that a person was at a place. Without an end, nobody said whether or when it ended.

    object_id: the place. role: what it was to the person. source: where it is said: a passage, a page, a row.
    as_told: in the words of the source.
    """

    id: RowId
    case_id: CaseId
    person_id: PersonId
    object_id: CaseObjectId
    source: str
    role: StayRole | None = None
    place_kind: PlaceKind | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    as_told: str = ""
    said_in_id: InterviewId | None = None
    exhibit_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""


def verify_place(place: CaseObject | None) -> None:
    """Refuse a stay at what is no place. Raises PlaceOfStayError."""
    if place is not None and place.kind not in PLACES:
        raise PlaceOfStayError("a stay names what is no place", "stay.object_id", place.number)


def verify_place_kept(item: CaseObject, stays: Iterable[Stay]) -> None:
    """Refuse a corrected kind by which an object that stays name is no place. Raises PlaceOfStayError."""
    if item.kind not in PLACES and any(not each.struck for each in stays):
        raise PlaceOfStayError("a stay names it as a place", "case_object.kind", item.number)
