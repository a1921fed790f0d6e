"""Stays: where a person was, as a source says: entered, corrected, drawn, linked, found, and withheld."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.services.bundling.test_persons_told import data_of
from tests.services.case_file.test_ways_in import SEIZED
from tests.services.core.test_growth import cost
from tests.support.offices import Small, exhibit, held_interview
from tests.support.records import signed
from tests.support.stays import a_place, a_stay
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.bundle_withheld import WithheldKind
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.chronology import ChronologyLane, Point
from thb_desktop.domain.ids import InterviewId, PersonId
from thb_desktop.domain.links import LinkKind, Thing
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.searching import SearchFilter
from thb_desktop.domain.stay_codes import PlaceKind, StayRole
from thb_desktop.domain.stays import Stay
from thb_desktop.errors import DateImpossibleError, FieldMissingError, NotFoundError, PlaceOfStayError
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.case_file import cases
from thb_desktop.services.case_file.sheets import write_sheet
from thb_desktop.services.casework import corrections
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.casework.chronology_sheet import chronology_sheet, dates_of, said_of
from thb_desktop.services.core.pages import Page
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.persons import people, stays
from thb_desktop.services.searching.links import links_of
from thb_desktop.services.searching.search import search
from thb_desktop.words import capital, field_name, word

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


def test_places_come_in_pages_and_no_page_reads_objects_of_other_kinds(session: Session, small: Small):
    kinds = (v.CaseObjectKind.VEHICLE, v.CaseObjectKind.ADDRESS)
    for number in range(5):
        kind = kinds[number % 2]
        cases.add_object(session, a_place(small.case.id, number=f"A-{number}", kind=kind))

    def page() -> Page[CaseObject]:
        return cases.page_of_places(session, small.case.id, count=2)

    first, before = page(), cost(session, page)
    for number in range(200):
        telephone = a_place(small.case.id, number=f"PH-{number}", kind=v.CaseObjectKind.PHONE)
        cases.add_object(session, telephone)
    second = cases.page_of_places(session, small.case.id, after=first.after, count=2)
    last = cases.page_of_places(session, small.case.id, after=second.after, count=2)

    assert [each.number for found in (first, second, last) for each in found.rows] == [
        *("A-1", "A-3", "A-0", "A-2", "A-4")
    ]
    assert last.after is None
    assert page() == first
    assert all(one <= 1.2 * other for one, other in zip(cost(session, page), before, strict=True))


def test_of_the_places_of_a_case_those_that_stays_name_are_read_alone(
    session: Session, small: Small, place: CaseObject
):
    cases.add_object(session, a_place(small.case.id, number="AD-2"))
    entered(session, small, place)

    assert cases.places_of_stays(session, small.case.id) == (place,)


LODGED = "was lodged there by others, AD-1"


@pytest.mark.parametrize(
    ("dates", "drawn"),
    [
        (("2025-03~", "2025-06-04"), ("2025-03-01", "2025-06-05", False, "")),
        (("2025-03-02", "2025-06-04"), ("2025-03-02", "2025-06-05", True, "")),
        (("2025", None), ("2025-01-01", "2026-01-01", False, "From: ")),
        (("XXXX", "2025-06"), ("2025-06-01", "2025-07-01", False, "To: ")),
    ],
)
def test_a_stay_is_drawn_as_far_as_it_is_known(
    session: Session, small: Small, place: CaseObject, dates: tuple[str, str | None], drawn: Any
):
    since, until = (PartialDate(each) if each else None for each in dates)
    stay = entered(session, small, place, since=since, until=until)

    (point,) = points(session, small)

    assert (point.kind, point.about, point.number) == ("stay", stay.id, small.person.code)
    *reach, end = drawn
    assert [f"{point.begins:%Y-%m-%d}", f"{point.ends:%Y-%m-%d}", point.is_certain] == reach
    assert said_of(point, "en").startswith(LODGED[:1].upper() + LODGED[1:])
    assert dates_of(point, "en").startswith(end)
    assert (":" in dates_of(point, "en")) is bool(end)


def test_the_printed_stays_quote_the_source_name_it_and_have_a_line_for_each_person(
    session: Session, small: Small, place: CaseObject, tmp_path: Path
):
    """What a source said is no finding, and the stays of two on one line would look like those of one."""
    entered(session, small, place, as_told="Six of us slept there", source="I-01, 5 A")
    other = people.add_person(session, replace(small.person, id=PersonId(""), code="V-99"), None)
    stays.add_stay(session, a_stay(small.case.id, other.id, place.id, since=PartialDate("2025-04")))

    sheet = chronology_sheet(session, small.case.id, None, [ChronologyLane.STAYS])
    write_sheet(sheet, tmp_path / "stays.pdf")

    pages = subprocess.run(
        ["pdftotext", "-raw", tmp_path / "stays.pdf", "-"], capture_output=True, check=True, text=True
    )
    text = " ".join(pages.stdout.split())
    assert "\u201cSix of us slept there\u201d, I-01, 5 A" in text
    (part,) = sheet.parts
    assert part.lanes is not None
    name = capital(word(ChronologyLane.STAYS, sheet.language))
    assert [each for each, _ in part.lanes.lanes] == [f"{name} {small.person.code}", f"{name} V-99"]
    assert f"{name} V-99" in text


def test_the_stays_of_persons_stand_in_the_order_of_their_numbers(
    session: Session, small: Small, place: CaseObject
):
    for code in ("P-10", "P-2", "P-1"):
        person = people.add_person(session, replace(small.person, id=PersonId(""), code=code), None)
        stays.add_stay(session, a_stay(small.case.id, person.id, place.id, since=PartialDate("2025-04")))

    (part,) = chronology_sheet(session, small.case.id, None, [ChronologyLane.STAYS]).parts

    assert part.lanes is not None
    assert [each.split()[-1] for each, _ in part.lanes.lanes] == ["P-1", "P-2", "P-10"]
    assert [each.number for each in points(session, small)] == ["P-1", "P-2", "P-10"]


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_stays_has_both_ends_and_the_source_beside_each_other(
    session: Session, small: Small, place: CaseObject, language: str
):
    both = entered(session, small, place, until=PartialDate("2025-06-04"), as_told="Six slept there")
    lone = entered(session, small, place, since=None, until=PartialDate("2025-09"), source="Row 9")
    interview, _ = signed(session, small)

    asked = options(interview, further=(both.id, lone.id), language=language)
    pages = pages_of(bundles.prepare_bundle(session, small.case.id, asked).pdf)

    words = words_in(language)
    told = pages.partition(words.finance.stays)[2]
    assert words.finance.stay_when in told
    assert f"{both.source} \u201cSix slept there\u201d" in told
    name = capital(field_name("stay.until", language))
    until = " ".join(words.common.named.format(name=name, value="").split())
    assert re.search(rf"{re.escape(until)} \S.{{0,30}}2025 Row 9", told)
