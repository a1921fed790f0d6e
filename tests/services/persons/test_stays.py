"""Stays: where a person was, as a source says: entered, corrected, drawn, linked, found, and withheld."""

from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options
from tests.services.bundling.test_persons_told import data_of
from tests.services.case_file.test_ways_in import SEIZED
from tests.support.offices import Small, exhibit, held_interview
from tests.support.records import signed
from tests.support.stays import a_place, a_stay
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle import WithheldKind
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.chronology import ChronologyLane, Point
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.links import LinkKind, Thing
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.searching import SearchFilter
from thb_desktop.domain.stay_codes import PlaceKind, StayRole
from thb_desktop.domain.stays import Stay
from thb_desktop.errors import DateImpossibleError, FieldMissingError, NotFoundError, PlaceOfStayError
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.casework.chronology_sheet import said_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import stays
from thb_desktop.services.searching.links import links_of
from thb_desktop.services.searching.search import search

UNKNOWN = PartialDate("XXXX")


@pytest.fixture
def place(session: Session, small: Small) -> CaseObject:
    return cases.add_object(session, a_place(small.case.id))


def entered(session: Session, small: Small, place: CaseObject, **changes: Any) -> Stay:
    return stays.add_stay(session, a_stay(small.case.id, small.person.id, place.id, **changes))


def points(session: Session, small: Small) -> list[Point]:
    return [*chronology_of(session, small.case.id, lanes={ChronologyLane.STAYS}).points]


def test_a_stay_needs_a_place_and_a_source_and_nothing_else(
    session: Session, small: Small, place: CaseObject
):
    """What nobody said is asked of nobody: role, kind of place and dates may all be empty."""
    bare = entered(session, small, place, role=None, since=None, until=None)
    telephone = cases.add_object(session, a_place(small.case.id, number="PH-1", kind=v.CaseObjectKind.PHONE))

    assert stays.list_stays(session, small.case.id) == (bare,)
    with pytest.raises(PlaceOfStayError) as refused:
        entered(session, small, telephone)
    assert (refused.value.field, refused.value.named) == ("stay.object_id", {"number": "PH-1"})
    with pytest.raises(FieldMissingError) as missing:
        entered(session, small, place, source=" ")
    assert missing.value.field == "stay.source"
    with pytest.raises(DateImpossibleError) as impossible:
        entered(session, small, place, since=PartialDate("2025-06"), until=PartialDate("2025-05"))
    assert impossible.value.field == "stay.until"
    with pytest.raises(NotFoundError):
        entered(session, small, place, said_in_id=InterviewId("nobody"))
    assert stays.list_stays(session, small.case.id) == (bare,)


def test_a_place_that_a_stay_names_stays_a_place(session: Session, small: Small, place: CaseObject):
    stay = entered(session, small, place)
    other = replace(place, kind=v.CaseObjectKind.PAYSLIP)

    with pytest.raises(PlaceOfStayError) as refused:
        corrections.correct(session, other, "Misread")
    corrections.correct(session, replace(place, kind=v.CaseObjectKind.VEHICLE), "A lorry")
    corrections.strike_out(session, "stay", stay.id, "Of another person")
    corrections.correct(session, other, "Misread")

    assert refused.value.field == "case_object.kind"


LODGED = "was lodged there by others, AD-1"


@pytest.mark.parametrize(
    ("dates", "drawn"),
    [
        (("2025-03~", "2025-06-04"), ("2025-03-01", "2025-06-05", False, LODGED)),
        (("2025-03-02", "2025-06-04"), ("2025-03-02", "2025-06-05", True, LODGED)),
        (("2025", None), ("2025-01-01", "2026-01-01", False, f"from, {LODGED}")),
        (("XXXX", "2025-06"), ("2025-06-01", "2025-07-01", False, f"to, {LODGED}")),
    ],
)
def test_a_stay_is_drawn_as_far_as_it_is_known(
    session: Session, small: Small, place: CaseObject, dates: tuple[str, str | None], drawn: Any
):
    since, until = (PartialDate(each) if each else None for each in dates)
    stay = entered(session, small, place, since=since, until=until)

    (point,) = points(session, small)

    assert (point.kind, point.about, point.number) == ("stay", stay.id, small.person.code)
    *reach, said = drawn
    assert [f"{point.begins:%Y-%m-%d}", f"{point.ends:%Y-%m-%d}", point.is_certain] == reach
    assert said_of(point, "en").startswith(said[:1].upper() + said[1:])


def test_a_stay_without_a_date_is_counted_and_one_that_was_struck_out_is_not(
    session: Session, small: Small, place: CaseObject
):
    undated = entered(session, small, place, since=UNKNOWN, until=None)
    before = chronology_of(session, small.case.id, lanes={ChronologyLane.STAYS})
    corrections.strike_out(session, "stay", undated.id, "Entered twice")

    after = chronology_of(session, small.case.id, lanes={ChronologyLane.STAYS})

    assert (before.points, before.undated) == ((), 1)
    assert (after.points, after.undated) == ((), 0)


def test_a_stay_links_the_person_the_place_and_the_sources_and_is_found(
    session: Session, small: Small, place: CaseObject
):
    held = held_interview(session, small)
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    stay = entered(
        session,
        small,
        place,
        said_in_id=held.id,
        exhibit_id=kept.id,
        as_told="Six of us slept in the boiler room",
    )

    found = links_of(session, small.case.id, Thing("case_object", place.id)).links
    (hit,) = search(session, "boiler room", SearchFilter(case_id=small.case.id)).hits

    assert {(each.kind, each.other.kind, each.source, each.about) for each in found} == {
        (LinkKind.STAY, other, "stay", stay.id) for other in ("person", "interview", "exhibit")
    }
    assert (hit.entity, hit.id) == ("stay", stay.id)


def test_a_stay_leaves_only_if_it_was_chosen_and_with_it_go_its_person_and_its_place(
    session: Session, small: Small, place: CaseObject
):
    """A bundle with a record of the person does not tell where they were unless somebody chose that."""
    stay = entered(session, small, place, place_kind=PlaceKind.HOTEL, note="Ask the neighbour")
    interview, _ = signed(session, small)
    apart, chosen = (options(interview, further=further) for further in ((), (stay.id,)))

    withheld = bundles.gather_bundle(session, small.case.id, apart)
    told = bundles.prepare_bundle(session, small.case.id, chosen)

    assert (WithheldKind.STAYS, 1) in withheld.release.withheld
    assert (WithheldKind.OBJECTS, 1) in withheld.release.withheld
    assert withheld.finance.stays == withheld.finance.objects == ()
    data = data_of(told.pdf)
    (row,) = data["stays"]
    assert (row["object_id"], row["role"], row["place_kind"]) == (place.id, StayRole.LODGED, PlaceKind.HOTEL)
    assert not row.get("note")
    assert [each["id"] for each in data["objects"]] == [place.id]
    assert small.person.id in {each["id"] for each in data["persons"]}
