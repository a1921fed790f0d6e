"""The custody strip: holders, seals, transfers, loans and findings of an exhibit along the time."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from tests.domain.test_custody_findings import DEVICE, HOUR, NOW, PARTIES, Told, events_of
from thb_desktop.domain import custody_rules
from thb_desktop.domain.chronology import Point
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_rules import holder_after
from thb_desktop.domain.custody_seals import seal_now
from thb_desktop.domain.custody_strip import CustodyLane, strip_of
from thb_desktop.domain.vocabulary import CustodyAction as A

AT = NOW + timedelta(days=30)
WAY: tuple[Told, ...] = (
    (A.SEIZED, 0, {"seal": "BE-1"}),
    (A.TRANSFER_OUT, 10, {**PARTIES, "seal": "BE-1"}),
    (A.TRANSFER_IN, 12, {**PARTIES, "seal": "be 1"}),
    (A.UNSEALED, 20, {"seal": "BE-1"}),
    (A.SEALED, 30, {"seal": "BE-2"}),
    (A.LOANED, 40, {"from_party": "The Laboratory", "to_party": "Museum", "due_on": date(2026, 6, 20)}),
    (A.RETURNED_FROM_LOAN, 50, {}),
)


def drawn(*told: Told, at: datetime = AT) -> tuple[Point, ...]:
    events = events_of(*told)
    findings = check_custody(DEVICE, events, (), at=at)
    return strip_of(events, findings, at=at, said=lambda finding: finding.case)


def on(lane: CustodyLane, points: tuple[Point, ...]) -> list[tuple[str, float, float]]:
    """What stands on a lane: its text, and after how many hours it begins and ends."""
    return [
        (each.text, (each.begins - NOW) / HOUR, (each.ends - NOW) / HOUR)
        for each in points
        if each.lane is lane
    ]


def test_the_way_is_drawn_from_hand_to_hand():
    points = drawn(*WAY)

    whole = (AT - NOW) / HOUR
    holders = on(CustodyLane.HOLDERS, points)
    assert [each for each, _, _ in holders] == ["An officer", "The Laboratory", "Museum"]
    assert all(one[2] == other[1] for one, other in pairwise(holders))
    assert holders[-1][2] == whole
    assert on(CustodyLane.SEALS, points) == [("BE-1", 0, 20), ("BE-2", 30, whole)]
    assert on(CustodyLane.TRANSFERS, points) == [("Registry \u2192 The Laboratory", 10, 12)]
    assert on(CustodyLane.LOANS, points) == [("Museum", 40, 50)]
    assert {each.kind for each in points} == {"custody_event"}
    assert {each.about for each in points} <= {each.id for each in events_of(*WAY)}


def test_what_is_open_reaches_to_the_present_and_each_finding_stands_at_its_event():
    sent = drawn(WAY[0], WAY[1])

    assert on(CustodyLane.TRANSFERS, sent)[0][2] == (AT - NOW) / HOUR
    assert ("open-transfer", 10, 10) in on(CustodyLane.FINDINGS, sent)


def test_a_correction_moves_what_is_drawn():
    wrong = (A.CORRECTION, 60, {"corrects": "event 5", "wrong_value": "BE-2", "right_value": "BE-3"})

    points = drawn(*WAY, wrong)

    assert [each for each, _, _ in on(CustodyLane.SEALS, points)] == ["BE-1", "BE-3"]
    assert "60" not in {each.number for each in points}


def test_times_that_run_backwards_are_drawn_as_moments():
    points = drawn(WAY[0], (A.TRANSFER_OUT, 20, PARTIES), (A.TRANSFER_IN, 15, PARTIES))

    assert on(CustodyLane.TRANSFERS, points)[0][1:] == (20, 20)
    assert all(each.ends >= each.begins for each in points)


def test_a_disposal_ends_seal_transfer_and_loan():
    points = drawn(
        WAY[0],
        (A.LOANED, 10, {**PARTIES, "due_on": date(2026, 6, 20)}),
        (A.TRANSFER_OUT, 20, PARTIES),
        (A.DESTROYED, 30, {}),
        (A.TRANSFER_IN, 40, PARTIES),
        (A.UNSEALED, 50, {"seal": "BE-1"}),
    )

    ended = (CustodyLane.SEALS, CustodyLane.LOANS, CustodyLane.TRANSFERS)
    assert [[until for _, _, until in on(lane, points)] for lane in ended] == [[30]] * 3
    assert {(each.number, each.what) for each in points if each.lane is CustodyLane.HANDLING} >= {
        ("4", A.DESTROYED),
        ("6", A.UNSEALED),
    }


def test_each_event_stands_in_a_lane():
    told: tuple[Told, ...] = (
        (A.SEIZED, 0, {}),
        (A.TRANSFER_IN, 10, PARTIES),
        (A.RETURNED_FROM_LOAN, 20, {}),
        (A.STORED, 30, {"to_party": "The Laboratory"}),
        (A.MOVED, 40, {"place": "Room B"}),
        (A.STORED, 50, {"to_party": "Room B"}),
        (A.SEALED, 60, {"seal": "BE-1"}),
    )

    points = drawn(*told)

    handled = [each.number for each in points if each.lane is CustodyLane.HANDLING]
    assert {each.about for each in points if each.lane is not CustodyLane.FINDINGS} == {
        each.id for each in events_of(*told)
    }
    assert handled == ["3", "4", "6", "7"]


def test_a_long_way_is_read_once(monkeypatch: pytest.MonkeyPatch):
    read: list[CustodyEvent] = []

    def counted(held: str, event: CustodyEvent) -> str:
        read.append(event)
        return holder_after(held, event)

    monkeypatch.setattr(custody_rules, "holder_after", counted)
    events = events_of(*((A.MOVED, n, {"place": f"Room {n % 2}"}) for n in range(500)))

    strip_of(events, (), at=AT, said=lambda finding: finding.case)

    assert len(read) == len(events)


def test_the_number_of_a_bag_in_an_older_event_is_no_seal():
    packed: tuple[Told, ...] = (
        (A.SEIZED, 0, {"seal": "BE-1"}),
        (A.PACKAGED, 10, {"seal": "BAG-7", "packaging": "Paper bag"}),
    )

    assert [each for each, _, _ in on(CustodyLane.SEALS, drawn(*packed))] == ["BE-1"]
    assert seal_now("", events_of(*packed)) == "BE-1"


def test_an_exhibit_without_events_has_no_strip():
    assert strip_of([], (), at=AT, said=lambda finding: finding.case) == ()
