"""Proceedings side by side: overlaps are found where the records say so, and none is invented."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product

import pytest

from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.ids import AgentId, CaseId, PersonId, ProceedingId, RowId
from thb_desktop.domain.parallel import Periods, SamePersons, side_by_side, texts_about
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import PersonRole
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.vocabulary import PersonLinkKind, ProceduralRole
from thb_desktop.services.core.packs import shipped_pack

CASE = CaseId("case")
FIRST_DAY = date(2024, 1, 1)


def proceeding(name: str, begins: str = "", ends: str = "", country: str = "BE") -> Proceeding:
    return Proceeding(
        id=ProceedingId(name),
        case_id=CASE,
        authority_id=None,
        country=country,
        reference=name,
        offence=(("en", "Trafficking"),),
        period_from=PartialDate(begins) if begins else None,
        period_to=PartialDate(ends) if ends else None,
    )


def role(person: str, where: str | None, **changes: str) -> PersonRole:
    return replace(
        PersonRole(
            id=RowId(f"{person} {where}"),
            case_id=CASE,
            person_id=PersonId(person),
            role=ProceduralRole.SUSPECT,
            led_category=None,
            basis="",
            proceeding_id=ProceedingId(where) if where else None,
        ),
        **changes,  # type: ignore[arg-type]  # texts alone
    )


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (("2024-01-01", "2024-03-31"), ("2024-03-31", "2024-06-30"), Periods.OVERLAP),
        (("2024-01-01", "2024-03-30"), ("2024-03-31", "2024-06-30"), Periods.APART),
        (("2024", "2024-03"), ("2024-04", "2025"), Periods.APART),
        (("2024-01", "2024-03"), ("2024-03", "2024-06"), Periods.OPEN),
        (("2024-01-01", "2024-05"), ("2024-04-30", "2024-06"), Periods.OVERLAP),
        # The end is not entered: what begins within the other one overlaps it on that day at least.
        (("2024-02-01", ""), ("2024-01-01", "2024-03-31"), Periods.OVERLAP),
        (("2024-04-01", ""), ("2024-01-01", "2024-03-31"), Periods.APART),
        (("2024-01-01", ""), ("2024-02-01", "2024-03-31"), Periods.OPEN),
        (("2024-01-01", "XXXX"), ("2024-02-01", "2024-03-31"), Periods.OPEN),
        # An estimate says neither that they meet nor that they do not.
        (("2024-01-01", "2024-03~"), ("2024-06-01", "2024-07-01"), Periods.OPEN),
        (("2024-01-01", "2024-03~"), ("2024-02-01", "2024-07-01"), Periods.OPEN),
        (("", ""), ("2024-02-01", "2024-03-31"), Periods.OPEN),
        (("", ""), ("", ""), Periods.OPEN),
    ],
)
def test_periods_are_compared_as_far_as_they_are_recorded(
    first: tuple[str, str], second: tuple[str, str], said: Periods
):
    one, other = proceeding("A", *first), proceeding("B", *second)

    assert [each.periods for each in side_by_side([one, other], ())] == [said]
    assert [each.periods for each in side_by_side([other, one], ())] == [said]


def days_of(known: PartialDate | None, last: date) -> Iterator[date]:
    """Each day that a date can be, between the first day and the last one."""
    begins = known.earliest if known and known.earliest else FIRST_DAY
    ends = known.latest if known and known.latest else last
    at = begins
    while at <= ends:
        yield at
        at += timedelta(days=1)


def test_the_answer_is_that_of_all_days_that_the_dates_can_be():
    """Six days, with ranges and dates that nobody entered: every two periods, against every pair of days."""
    last = FIRST_DAY + timedelta(days=5)
    days = [(FIRST_DAY + timedelta(days=n)).isoformat() for n in range(6)]
    ends = ["", *days, f"{days[0]}/{days[2]}", f"{days[1]}/{days[4]}", f"{days[3]}/{days[5]}"]
    spans = {}
    for begins, over in product(ends, repeat=2):
        each = proceeding("P", begins, over)
        spans[begins, over] = [
            (a, b)
            for a, b in product(days_of(each.period_from, last), days_of(each.period_to, last))
            if a <= b
        ]
    known = {key: found for key, found in spans.items() if found}
    keys = [*combinations(known, 2)]

    for first, second in keys[::5]:
        met = {a <= d and c <= b for (a, b), (c, d) in product(set(known[first]), set(known[second]))}
        (pair,) = side_by_side([proceeding("A", *first), proceeding("B", *second)], ())
        wanted = Periods.OPEN if len(met) == 2 else Periods.OVERLAP if met == {True} else Periods.APART
        # A date that nobody entered is not bounded by these six days.
        if "" in (*first, *second):
            assert pair.periods in (wanted, Periods.OPEN), (first, second)
        else:
            assert pair.periods is wanted, (first, second)


def test_persons_of_both_are_named_and_a_role_that_names_no_proceeding_says_nothing():
    one, other, third = (proceeding(name) for name in ("A", "B", "C"))
    roles = [
        role("S-01", "A"),
        role("S-02", "A"),
        role("S-02", "B"),
        role("S-01", "B", struck="Entered in error"),
        role("S-03", "B"),
        role("S-01", None),
    ]

    pairs = side_by_side([one, other, third], roles)

    told = {(each.first.reference, each.second.reference): each.persons for each in pairs}
    assert told == {
        ("A", "B"): (PersonId("S-02"),),
        ("A", "C"): SamePersons.NOT_RECORDED,
        ("B", "C"): SamePersons.NOT_RECORDED,
    }
    others = side_by_side([one, other], [role("S-01", "A"), role("S-03", "B")])
    assert [each.persons for each in others] == [SamePersons.NONE_IN_BOTH]


def test_a_person_under_two_pseudonyms_that_were_merged_is_one():
    merged = PersonLink(
        id=RowId("link"),
        case_id=CASE,
        kind=PersonLinkKind.MERGED,
        kept_id=PersonId("S-01"),
        other_id=PersonId("S-09"),
        reason="Same fingerprints",
        by=AgentId("judge"),
        at=datetime(2026, 1, 1, tzinfo=UTC),
    )
    roles = [role("S-09", "A"), role("S-01", "B")]

    apart = side_by_side([proceeding("A"), proceeding("B")], roles)
    joined = side_by_side([proceeding("A"), proceeding("B")], roles, [merged])

    assert [each.persons for each in apart] == [SamePersons.NONE_IN_BOTH]
    assert [each.persons for each in joined] == [(PersonId("S-01"),)]


def test_of_twenty_proceedings_all_overlaps_are_found_and_none_is_invented():
    listed, roles, spans, persons = [], [], {}, {}
    for number in range(20):
        begins = FIRST_DAY + timedelta(days=number * 137 % 1_000)
        ends = begins + timedelta(days=1 + number * 53 % 199)
        name = f"P-{number}"
        spans[name], persons[name] = (begins, ends), {f"S-{number * step % 13:02}" for step in (1, 4, 6)}
        listed.append(proceeding(name, begins.isoformat(), ends.isoformat()))
        roles += [role(each, name) for each in sorted(persons[name])]
    listed.append(replace(proceeding("Struck", "2020", "2030"), struck="Entered in error"))

    found = side_by_side(listed, roles)

    assert len(found) == 190
    for each in found:
        first, second = each.first.reference, each.second.reference
        (a, b), (c, d) = spans[first], spans[second]
        assert each.periods is (Periods.OVERLAP if a <= d and c <= b else Periods.APART)
        both = persons[first] & persons[second]
        assert (set(each.persons) if isinstance(each.persons, tuple) else set()) == both
        assert isinstance(each.persons, tuple) == bool(both)
    assert {each.periods for each in found} == {Periods.OVERLAP, Periods.APART}


@pytest.mark.parametrize(
    ("states", "count"), [(("BE", "RO"), 2), (("BE", "DK"), 1), (("BE", "MA"), 0), (("BE", "BE"), 0)]
)
def test_the_data_pack_names_texts_for_the_states_that_they_bind(states: tuple[str, str], count: int):
    pair = [proceeding("A", country=states[0]), proceeding("B", country=states[1])]

    found = texts_about(shipped_pack(), side_by_side(pair, ()))

    assert len(found.cites if found else ()) == count
    assert found is None or found.cites[0].startswith("2009/948/JHA")
    assert found is None or found.checked_on == shipped_pack().checked_on
