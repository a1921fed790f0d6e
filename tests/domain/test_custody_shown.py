"""An exhibit that a record shows before it came is told, and nothing else."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from tests.domain.test_custody_findings import DEVICE, NOW, Told, events_of
from thb_desktop.domain.custody_content import Beside
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.custody_shown import ShownIn, shown_of
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import TimelineEvent
from thb_desktop.domain.vocabulary import CustodyAction as A
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.findings import Finding, Standing
from thb_desktop.words import sentence

CAME: Told = (A.SEIZED, 0, {})
STORED_BEFORE: Told = (A.STORED, -1, {})
EAST = timezone(timedelta(hours=3))
MINUTE = timedelta(minutes=1)


def told_of(*shown: datetime, events: tuple[Told, ...] = (CAME,), collected: datetime = NOW) -> list[Finding]:
    beside = Beside(shown=[ShownIn(record="I-06", at=each) for each in shown])
    exhibit = replace(DEVICE, collected_at=collected)
    found = check_custody(exhibit, events_of(*events), (), at=NOW, beside=beside)
    return [each for each in found if each.case == "shown-before-arrival"]


def test_what_was_shown_before_it_came_is_told_and_refuses_nothing():
    at = (NOW - 10 * MINUTE).astimezone(timezone(timedelta(hours=2)))
    (found,) = told_of(at, events=(CAME, STORED_BEFORE))

    assert found.standing is Standing.UNKNOWN
    assert found.about == "event 1"
    assert sentence(found, "en") == (
        "I-06: the exhibit is entered as shown at 2026-06-01 10:50 +02:00, before it came (event 1)."
    )


@pytest.mark.parametrize(
    "shown", [NOW, NOW + MINUTE, NOW.astimezone(EAST), NOW.replace(second=0) + timedelta(seconds=30)]
)
def test_what_was_shown_when_it_had_come_is_not_told(shown: datetime):
    assert not told_of(shown, events=((A.SEIZED, 30 / 3600, {}),), collected=NOW)
    assert not told_of(shown)


def test_what_was_collected_before_it_was_shown_is_not_told():
    assert not told_of(NOW - MINUTE, collected=NOW - 2 * MINUTE)
    assert not told_of(NOW - MINUTE, events=())


def test_of_records_that_may_not_be_read_it_is_told_once_that_one_shows_it():
    beside = Beside(shown=[ShownIn(record="", at=NOW - each * MINUTE) for each in (2, 1)])

    found = [
        each
        for each in check_custody(DEVICE, events_of(CAME), (), at=NOW, beside=beside)
        if each.case.startswith("shown-before-arrival")
    ]

    assert [(each.case, dict(each.values)) for each in found] == [("shown-before-arrival-unnamed", {"n": 1})]


def test_only_what_stands_in_a_record_as_shown_counts():
    shown = TimelineEvent(
        id=RowId("row"),
        interview_id=InterviewId("interview"),
        kind=TimelineKind.EXHIBIT_SHOWN,
        at=NOW,
        exhibit_id=DEVICE.id,
    )
    others = (
        replace(shown, struck="Entered twice"),
        replace(shown, exhibit_id=None),
        replace(shown, kind=TimelineKind.DOCUMENT_HANDED_OVER),
    )
    told = shown_of(("I-06", each) for each in (shown, *others))

    assert told == {DEVICE.id: [ShownIn(record="I-06", at=NOW)]}
