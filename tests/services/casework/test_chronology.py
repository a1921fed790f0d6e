"""The chronology: what is recorded with a date, by stretches of time, as far as each date is known."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.services.case_file.test_ways_in import SEIZED
from tests.services.core.test_growth import cost
from tests.services.evidence.test_custody_strip import filed
from tests.services.evidence.test_descriptions import capture
from tests.services.searching.test_ads import entered, kept
from tests.support.offices import Small, act, exhibit, held_interview
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.chronology import LANE_RIGHTS, Chronology, ChronologyLane, Point, heap_span
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.finance_codes import DayKind
from thb_desktop.domain.ids import AccountId, CaseId, OfficialId, RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.exchange.ads import AdColumns
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.casework.chronology import chronology_of
from thb_desktop.services.casework.chronology_sheet import chronology_sheet, said_of
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import ads, custody, descriptions, exhibits
from thb_desktop.services.money import finance
from thb_desktop.services.persons import people

LONG_AGO = SEIZED.occurred_at - timedelta(days=900)


@pytest.fixture
def pay(session: Session, small: Small) -> Callable[[str], Transaction]:
    account = finance.add_account(
        session,
        Account(
            id=AccountId(""),
            case_id=small.case.id,
            number="BK-1",
            kind=v.AccountKind.BANK,
            identifier="BE68 5390 0754 7034",
            network="",
            currency="EUR",
            holder="S-01",
            checksum=v.ChecksumState.NOT_CHECKED,
        ),
    )

    def paid(at: str, *, turned: bool = False, **more: Any) -> Transaction:
        transaction = Transaction(
            id=RowId(""),
            case_id=small.case.id,
            from_account_id=None if turned else account.id,
            to_account_id=account.id if turned else None,
            at=PartialDate(at),
            amount="10.50",
            currency="EUR",
            source="Cash book, p. 3",
            **more,
        )
        return finance.add_transaction(session, transaction)

    return paid


def points(session: Session, small: Small, lane: ChronologyLane, **told: Any) -> list[Point]:
    found = chronology_of(session, small.case.id, lanes={lane}, **told)
    return [each for each in found.points if each.lane is lane]


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


def test_a_statement_lasts_from_its_beginning_to_its_end(session: Session, small: Small):
    interview = held_interview(session, small)

    (point,) = points(session, small, ChronologyLane.STATEMENTS)

    assert (point.kind, point.about, point.number) == ("interview", interview.id, interview.number)
    assert point.begins == interview.started_at
    assert point.ends == (interview.ended_at or interview.started_at)
    assert point.is_certain


def test_more_statements_than_are_shown_are_counted_and_each_is_printed(session: Session, small: Small):
    begin = LONG_AGO.replace(hour=9)
    for number in range(6):
        started = begin + timedelta(days=number // 2)
        held_interview(
            session, small, number=f"I-{number}", started_at=started, ended_at=started + timedelta(hours=2)
        )
    held_interview(session, small, number="I-6", started_at=None, ended_at=None, held_on=PartialDate("2023"))
    held_interview(session, small, number="I-7", started_at=None, ended_at=None, held_on=None)
    lanes = {ChronologyLane.STATEMENTS}

    whole = chronology_of(session, small.case.id, lanes=lanes, most=3)
    near = chronology_of(session, small.case.id, (begin, begin + timedelta(hours=3)), lanes, most=3)
    every = chronology_of(session, small.case.id, lanes=lanes, most=3, every_statement=True)
    seen = points(session, small, ChronologyLane.STATEMENTS)

    assert sum(whole.heaps[ChronologyLane.STATEMENTS].values()) == 7
    assert whole.points == ()
    assert [each.number for each in near.points] == ["I-6", "I-0", "I-1"]
    assert [*every.points] == seen
    assert len(seen) == 7
    assert whole.reach == every.reach == (at(2023, 1, 1), at(2024, 1, 1))
    assert {each.undated for each in (whole, near, every)} == {1}


def test_more_statements_cost_a_chronology_no_more_than_their_dates(session: Session, small: Small):
    begin = LONG_AGO.replace(hour=9)

    def hold(first: int, last: int) -> None:
        for number in range(first, last):
            started = begin + timedelta(days=number)
            held_interview(session, small, number=f"I-{number}", started_at=started, ended_at=started)

    def seen() -> Chronology:
        return chronology_of(session, small.case.id, lanes={ChronologyLane.STATEMENTS}, most=5)

    hold(0, 20)
    few = cost(session, seen)
    hold(20, 60)
    many = cost(session, seen)

    assert (many[0] - few[0]) / 40 < 30, "steps for one more record"
    assert (many[1] - few[1]) / 40 < 30, "calls for one more record"


def test_events_of_custody_stand_at_their_moment_and_lead_to_their_exhibit(session: Session, small: Small):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)

    (point,) = points(session, small, ChronologyLane.CUSTODY)

    assert (point.about, point.number, point.what) == (kept.id, kept.number, v.CustodyAction.SEIZED)
    assert point.begins == point.ends == SEIZED.occurred_at


def test_a_date_that_is_known_in_part_is_a_range(
    session: Session, small: Small, pay: Callable[[str], Transaction]
):
    pay("2025-03~")

    (point,) = points(session, small, ChronologyLane.PAYMENTS)

    assert (point.begins, point.ends) == (at(2025, 3, 1), at(2025, 4, 1))
    assert not point.is_certain


def test_what_is_known_to_the_year_is_seen_from_each_month_of_it(
    session: Session, small: Small, pay: Callable[[str], Transaction]
):
    pay("2025")

    seen = points(session, small, ChronologyLane.PAYMENTS, stretch=(at(2025, 6, 1), at(2025, 7, 1)))
    after = points(session, small, ChronologyLane.PAYMENTS, stretch=(at(2026, 6, 1), at(2026, 7, 1)))

    assert [each.since.edtf for each in seen] == ["2025"]
    assert after == []


def test_what_has_no_known_date_is_counted(session: Session, small: Small, pay: Callable[[str], Transaction]):
    pay("XXXX")
    pay("2025-03-04")

    found = chronology_of(session, small.case.id, lanes={ChronologyLane.PAYMENTS})

    assert found.undated == 1
    assert len(found.points) == 1


def test_a_capture_and_the_days_on_which_its_page_was_seen(session: Session, small: Small):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    seen = replace(capture(kept), first_seen=date(2025, 2, 1), last_seen=date(2025, 2, 9))
    descriptions.describe_capture(session, seen)

    first, second = points(session, small, ChronologyLane.CAPTURES)

    assert (first.begins, first.ends) == (at(2025, 2, 1), at(2025, 2, 10))
    assert second.begins == kept.collected_at
    assert {first.about, second.about} == {kept.id}


def advertised(session: Session, small: Small, folder: Path, *posted: str) -> Exhibit:
    """An exhibit with a table of advertisements of these dates, entered."""
    rows = "".join(f"{number};Luna;{told}\n" for number, told in enumerate(posted, 1))
    held, file = kept(session, small, folder, {"ads.csv": f"Id;Title;Posted\n{rows}".encode()})
    columns = AdColumns(
        delimiter=";", number="Id", title="Title", posted="Posted", platform_of_all="q.example"
    )
    entered(session, file, columns)
    return held


def test_advertisements_stand_where_their_file_dates_them_and_lead_to_its_exhibit(
    session: Session, small: Small, tmp_path: Path
):
    held = advertised(session, small, tmp_path, "2026-01-02 10:00", "04/05/2026", "3 Jan", "")

    found = chronology_of(session, small.case.id, lanes={ChronologyLane.ADS})

    first, second = found.points
    assert (first.since, first.is_certain) == (PartialDate("2026-01-02"), True)
    assert (second.since, second.is_certain) == (PartialDate("2026-04-05/2026-05-04"), False)
    assert (first.kind, first.about, first.number) == ("exhibit", held.id, held.number)
    assert second.text == "04/05/2026, q.example 2, Luna, ads.csv: 3"
    assert found.undated == 2
    assert said_of(second, "en") == f"Posted, according to the file, {second.text}"


def test_many_advertisements_are_counted_and_withdrawn_ones_are_not_there(
    session: Session, small: Small, tmp_path: Path
):
    advertised(session, small, tmp_path, "2026-01-02", "2026-01-02", "02/03/2026", "2024")

    heaped = chronology_of(session, small.case.id, lanes={ChronologyLane.ADS}, most=3)
    near = chronology_of(
        session, small.case.id, (at(2026, 1, 2), at(2026, 1, 2, 12)), {ChronologyLane.ADS}, most=2
    )
    ads.withdraw(session, ads.list_readings(session, small.case.id)[0].id, "Wrong column")
    after = chronology_of(session, small.case.id, lanes={ChronologyLane.ADS})

    assert heaped.heaps == {ChronologyLane.ADS: {"2024": 1, "2026-01": 2, "2026-02": 1}}
    assert len(near.points) == 2
    assert (after.points, after.undated, after.reach) == ((), 0, None)


def test_more_advertisements_of_the_same_days_cost_no_more_than_what_is_shown(
    session: Session, small: Small, tmp_path: Path
):
    def seen() -> list[Chronology]:
        day = (at(2026, 3, 1), at(2026, 3, 2))
        lanes = {ChronologyLane.ADS}
        return [
            chronology_of(session, small.case.id, lanes=lanes, most=10),
            chronology_of(session, small.case.id, day, lanes, most=10),
        ]

    def advertise(number: int) -> None:
        times = (f"2026-01-{1 + each % 10:02} {each % 24}:{each % 60:02}" for each in range(number))
        advertised(session, small, tmp_path, *times, "1 March 2026", "3 Jan")

    advertise(20)
    few, cost_of_few = seen(), cost(session, seen)
    ads.withdraw(session, ads.list_readings(session, small.case.id)[0].id, "Another table")
    advertise(1000)
    heaped, near = seen()

    assert [sum(each.heaps[ChronologyLane.ADS].values()) for each in (few[0], heaped)] == [21, 1001]
    assert [each.since for each in near.points] == [PartialDate("2026-03-01")]
    assert all(one <= 1.2 * other for one, other in zip(cost(session, seen), cost_of_few, strict=True))


def test_in_a_vault_whose_counts_are_gone_the_days_are_counted_again(
    session: Session, small: Small, tmp_path: Path
):
    advertised(session, small, tmp_path, "2026-01-02 10:00", "2026-01-02", "3 Jan")
    before = chronology_of(session, small.case.id)
    with session.drafting() as connection:
        connection.execute("DELETE FROM ad_day")
        connection.execute("DELETE FROM ad_key")

    assert chronology_of(session, small.case.id) == before
    assert session.read.execute("SELECT count(*) FROM ad_day").fetchone()[0] == 2


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO ad_day SELECT reading_id, 'garbage', form, 0 FROM ad_day LIMIT 1",
        "INSERT INTO ad_day SELECT reading_id, '9999-12-31', form, 0 FROM ad_day LIMIT 1",
        "UPDATE ad_day SET value = '9999-12-31' WHERE value <> ''",
        "UPDATE ad_day SET value = '2026-13-45' WHERE value <> ''",
        "UPDATE ad_day SET value = 'XXXX' WHERE value <> ''",
        "UPDATE ad_day SET value = '2026-05-05' WHERE value <> ''",
        "UPDATE ad_day SET count = 9000 WHERE value <> ''",
        "DELETE FROM ad_day WHERE value <> ''",
        "DELETE FROM ad_key WHERE kind = 'POSTED'",
        "DELETE FROM ad_key WHERE ad_id = (SELECT min(id) FROM ad)",
        "UPDATE ad_key SET reading_id = 'of nobody' WHERE kind = 'POSTED'",
    ],
)
def test_rows_of_days_that_a_program_of_its_own_wrote_change_nothing_that_is_shown(
    session: Session, small: Small, tmp_path: Path, statement: str
):
    def kept_days() -> list[tuple[Any, ...]]:
        keys = session.read.execute("SELECT * FROM ad_key WHERE kind = 'POSTED' ORDER BY ad_id").fetchall()
        return [*session.read.execute("SELECT * FROM ad_day ORDER BY value").fetchall(), *keys]

    advertised(session, small, tmp_path, "2026-01-02 10:00", "2026-01-02", "3 Jan")
    before, rows = chronology_of(session, small.case.id), kept_days()
    with session.drafting() as connection:
        connection.execute(statement)
    assert kept_days() != rows

    assert chronology_of(session, small.case.id) == before
    assert kept_days() == rows, "the rows were not made again"


@pytest.mark.parametrize("of", ["a withdrawn reading", "another day"])
def test_a_row_of_days_shows_no_advertisement_that_is_not_shown(
    session: Session, small: Small, tmp_path: Path, of: str
):
    advertised(session, small, tmp_path, "2026-01-02", "2026-05-05")
    day = "2026-05-05" if of == "another day" else "2026-01-02"
    chosen = "SELECT id FROM ad WHERE posted = ?"
    (foreign,) = session.read.execute(chosen, (day,)).fetchone()
    if of == "a withdrawn reading":
        ads.withdraw(session, ads.list_readings(session, small.case.id)[0].id, "Another table")
    if of != "another day":
        advertised(session, small, tmp_path, "2 January 2026")
    stretch = (at(2026, 1, 1), at(2026, 2, 1))
    before = chronology_of(session, small.case.id, stretch)
    standing = ads.list_readings(session, small.case.id)[-1]
    row = {"case": small.case.id, "ad": foreign, "reading": standing.id}
    with session.drafting() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO ad_key (case_id, kind, value, reading_id, ad_id, whole, written)"
            " VALUES (:case, 'POSTED', '2026-01-02', :reading, :ad, '', '')",
            row,
        )

    assert chronology_of(session, small.case.id, stretch) == before


def test_roles_of_persons_last_as_recorded_and_under_their_pseudonyms(session: Session, small: Small):
    (role,) = people.list_roles(session, small.case.id)
    corrections.correct(
        session,
        replace(role, since=PartialDate("2025-03"), until=PartialDate("2025-06-01")),
        "From the file",
    )

    (point,) = points(session, small, ChronologyLane.PERSONS)

    assert (point.number, point.what) == (small.person.code, role.role)
    assert (point.begins, point.ends) == (at(2025, 3, 1), at(2025, 6, 2))


def test_what_was_struck_out_is_no_part_of_it(
    session: Session, small: Small, pay: Callable[[str], Transaction]
):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    paid = pay("2025-03-04")
    corrections.strike_out(session, "money_transaction", paid.id, "Entered twice")
    corrections.strike_out(session, "exhibit", kept.id, "Entered twice")

    found = chronology_of(session, small.case.id, lanes={ChronologyLane.CUSTODY, ChronologyLane.PAYMENTS})

    assert found.points == ()
    assert found.reach is None


def test_of_too_many_points_only_their_number_by_part_of_time_is_read(
    session: Session, small: Small, pay: Callable[[str], Transaction]
):
    for day in ("2025-03-04", "2025-03-04", "2025-04-01", "2025-05"):
        pay(day)
    whole = chronology_of(session, small.case.id, lanes={ChronologyLane.PAYMENTS}, most=2)
    near = chronology_of(
        session,
        small.case.id,
        (at(2025, 4, 1), at(2025, 4, 2)),
        lanes={ChronologyLane.PAYMENTS},
        most=9,
    )

    assert whole.points == ()
    assert whole.heaps == {ChronologyLane.PAYMENTS: {"2025-03-04": 2, "2025-04-01": 1, "2025-05": 1}}
    assert [each.since.edtf for each in near.points] == ["2025-04-01"]


def test_times_with_different_offsets_stand_in_the_order_of_the_moments(session: Session, small: Small):
    early = replace(SEIZED, occurred_at=SEIZED.occurred_at + timedelta(hours=1))
    exhibits.register_exhibit(session, exhibit(small, number="E-1"), SEIZED)
    exhibits.register_exhibit(session, exhibit(small, number="E-2"), early)

    found = points(session, small, ChronologyLane.CUSTODY)

    assert [each.number for each in found] == ["E-1", "E-2"]


@pytest.mark.parametrize(
    ("part", "first", "last"),
    [
        ("2025", at(2025, 1, 1), at(2026, 1, 1)),
        ("2025-12", at(2025, 12, 1), at(2026, 1, 1)),
        ("2025-02-28", at(2025, 2, 28), at(2025, 3, 1)),
        ("2025-02-28T23", at(2025, 2, 28, 23), at(2025, 3, 1)),
    ],
)
def test_a_part_of_time_has_a_beginning_and_an_end(part: str, first: datetime, last: datetime):
    assert heap_span(part) == (first, last)


def test_each_lane_has_its_right():
    assert set(LANE_RIGHTS) == set(ChronologyLane)


def test_a_corrected_event_stands_where_and_as_it_is_corrected_to(session: Session, small: Small):
    kept = exhibits.register_exhibit(session, exhibit(small), SEIZED)
    moved = replace(act(v.CustodyAction.MOVED, place="Room A"), occurred_at=SEIZED.occurred_at)
    event = custody.record_custody_event(session, kept.id, moved)
    later = SEIZED.occurred_at + timedelta(days=40)
    for wrong, right in (
        (f"{SEIZED.occurred_at:%Y-%m-%d %H:%M}", f"{later:%Y-%m-%d %H:%M}"),
        ("Room A", "Room B"),
    ):
        told = act(v.CustodyAction.CORRECTION, corrects=event.id, wrong_value=wrong, right_value=right)
        custody.record_custody_event(session, kept.id, told)

    whole = points(session, small, ChronologyLane.CUSTODY)
    near = (later - timedelta(hours=1), later + timedelta(hours=1))
    seen = points(session, small, ChronologyLane.CUSTODY, stretch=near)
    reach = chronology_of(session, small.case.id, lanes={ChronologyLane.CUSTODY}).reach
    heaped = chronology_of(session, small.case.id, lanes={ChronologyLane.CUSTODY}, most=1).heaps

    (stands,) = (each for each in whole if each.what is v.CustodyAction.MOVED)
    assert (stands.begins, stands.text) == (later, "Room B")
    assert [each.what for each in seen] == [v.CustodyAction.MOVED]
    assert [each.text for each in whole if each.what is v.CustodyAction.CORRECTION][-1:] == [
        "2: Room A \u2192 Room B"
    ]
    assert reach is not None
    assert reach[1] == later
    assert sum(heaped[ChronologyLane.CUSTODY].values()) == 4
    assert later.date().isoformat()[:7] in {each[:7] for each in heaped[ChronologyLane.CUSTODY]}


def seized(session: Session, small: Small, times: Iterable[datetime], name: str = "E") -> list[Exhibit]:
    """Exhibits of a case, each seized at one of these times."""
    return [
        exhibits.register_exhibit(
            session, exhibit(small, number=f"{name}-{number}"), replace(SEIZED, occurred_at=at)
        )
        for number, at in enumerate(times, 1)
    ]


def test_more_custody_events_of_the_same_hours_cost_no_more_than_what_is_shown(
    session: Session, small: Small
):
    lanes = {ChronologyLane.CUSTODY}
    alone = LONG_AGO + timedelta(days=700)

    def hours(count: int) -> Iterator[datetime]:
        return (LONG_AGO + timedelta(hours=each % 10, minutes=each % 50) for each in range(count))

    def seen() -> list[Chronology]:
        near = (alone - timedelta(hours=1), alone + timedelta(hours=1))
        return [
            chronology_of(session, small.case.id, lanes=lanes, most=10),
            chronology_of(session, small.case.id, near, lanes, most=10),
        ]

    seized(session, small, [*hours(20), alone])
    few, cost_of_few = seen(), cost(session, seen)
    seized(session, small, hours(300), "F")
    heaped, near = seen()

    assert [sum(each.heaps[ChronologyLane.CUSTODY].values()) for each in (few[0], heaped)] == [21, 321]
    assert [each.begins for each in near.points] == [alone]
    assert all(one <= 1.2 * other for one, other in zip(cost(session, seen), cost_of_few, strict=True))


def another(session: Session, small: Small) -> Small:
    case = cases.open_case(session, replace(small.case, id=CaseId(""), reference="2026/2"))
    official = people.add_official(session, replace(small.official, id=OfficialId(""), case_id=case.id))
    return replace(small, case=case, official=official)


@pytest.mark.parametrize("apart", [timedelta(hours=1), timedelta()], ids=["other hours", "the same hour"])
def test_events_of_another_case_cost_a_chronology_nothing(session: Session, small: Small, apart: timedelta):
    def seen() -> Chronology:
        return chronology_of(session, small.case.id, lanes={ChronologyLane.CUSTODY})

    def crowd(count: int, name: str) -> None:
        seized(session, other, (LONG_AGO + apart + timedelta(seconds=each) for each in range(count)), name)

    seized(session, small, [LONG_AGO, LONG_AGO + timedelta(seconds=99), LONG_AGO + timedelta(days=9)])
    alone, other = seen(), another(session, small)
    crowd(20, "F")
    cost_of_few = cost(session, seen)
    crowd(200, "G")

    assert seen() == alone
    assert len(alone.points) == 3
    many = cost(session, seen)
    assert all(one <= 1.2 * before for one, before in zip(many, cost_of_few, strict=True)), (
        many,
        cost_of_few,
    )


def test_what_is_counted_by_hour_is_what_is_read_from_the_rows(session: Session, small: Small):
    first, *_ = seized(session, small, [LONG_AGO + timedelta(minutes=each) for each in (0, 5, 70)])
    lanes = {ChronologyLane.CUSTODY}
    whole = Counter(each.since.edtf[:13] for each in points(session, small, ChronologyLane.CUSTODY))
    corrections.strike_out(session, "exhibit", first.id, "Entered twice")

    heaped = chronology_of(session, small.case.id, lanes=lanes, most=1)
    rows = session.read.execute("SELECT events FROM custody_hour ORDER BY hour").fetchall()

    assert sorted(whole.values()) == [1, 2]
    assert [*heaped.heaps[ChronologyLane.CUSTODY].values()] == [1, 1]
    assert [row[0] for row in rows] == [1, 1]


def test_a_digest_that_does_not_agree_is_told_so(session: Session, small: Small, tmp_path: Path):
    kept, _ = filed(session, small, tmp_path, b"names")
    custody.record_custody_event(session, kept.id, act(v.CustodyAction.VERIFIED, sha256="0" * 64))

    told = [said_of(each, "en") for each in points(session, small, ChronologyLane.CUSTODY)]

    assert "Digest compared, digests do not agree, A-1" in told


def test_a_payment_says_how_much_went_from_where_to_whom(
    session: Session, small: Small, pay: Callable[..., Transaction]
):
    pay("2025-03-04", counterparty="Landlord", text="Rent")
    pay("2025-03-05", counterparty="Landlord", turned=True)

    out, back = points(session, small, ChronologyLane.PAYMENTS)

    assert (out.number, out.text) == ("BK-1", "\u221210.50 EUR, BK-1 \u2192 Landlord, Rent")
    assert (back.number, back.text) == ("BK-1", "+10.50 EUR, Landlord \u2192 BK-1")


def test_a_payment_of_which_the_value_date_alone_is_known_says_so(
    session: Session, small: Small, pay: Callable[..., Transaction]
):
    for number, kind in enumerate((None, DayKind.BOOKING, DayKind.VALUE), 1):
        pay(f"2025-03-0{number}", day_kind=kind)

    told = [said_of(each, "en") for each in points(session, small, ChronologyLane.PAYMENTS)]

    assert ["Value date, no booking date known" in each for each in told] == [False, False, True]


def test_the_print_says_by_whom_it_was_made_and_no_part_of_a_second(session: Session, small: Small):
    at_once = replace(SEIZED, occurred_at=SEIZED.occurred_at + timedelta(seconds=5, microseconds=555945))
    exhibits.register_exhibit(session, exhibit(small), at_once)

    sheet = chronology_sheet(session, small.case.id, None, {ChronologyLane.CUSTODY})

    assert session.user.name in sheet.printed
    assert not [each for each in sheet.texts() if "555945" in each]
