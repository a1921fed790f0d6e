"""What cannot have been is refused, what hardly can have been is asked about, and what can be passes."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.offices import IDENTITY, ROLE, case_file
from tests.support.testimony import END, START, event, interview, presence, record
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment
from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.date_rules import check_dates, check_values, verify_dates
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.ids import CaseId, InstrumentId, PersonId, ProceedingId, RowId
from thb_desktop.domain.interview import Interview, Presence
from thb_desktop.domain.interview_rules import verify_signable
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import DateImpossibleError, FutureEventError, InterviewTimesError, ThbError
from thb_desktop.findings import Standing

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
TODAY, TOMORROW = NOW.date(), NOW.date() + timedelta(days=2)
LONG_AGO = datetime(1899, 12, 31, 12, tzinfo=UTC)
SIGNED = record().signatures[0]


def instrument(**changes: Any) -> Instrument:
    fields: dict[str, Any] = {
        "id": InstrumentId(""),
        "case_id": CaseId(""),
        "number": "EIO-1",
        "type": InstrumentType.EIO,
        "status": InstrumentStatus.EXECUTED,
        "reference": "",
        "from_country": "BE",
        "to_country": "RO",
        "issued_on": date(2026, 3, 1),
        "acknowledged_on": date(2026, 3, 5),
        "executed_on": date(2026, 4, 1),
    }
    return Instrument(**{**fields, **changes})


def proceeding(begins: str = "", ends: str = "") -> Proceeding:
    return Proceeding(
        id=ProceedingId(""),
        case_id=CaseId(""),
        authority_id=None,
        country="BE",
        reference="LI-1",
        offence=(("fr", "traite"),),
        period_from=PartialDate(begins) if begins else None,
        period_to=PartialDate(ends) if ends else None,
    )


def assessment(**changes: Any) -> IndividualAssessment:
    fields: dict[str, Any] = {
        "person_id": PersonId(""),
        "version": 1,
        "made_at": START,
        "made_by": "Victim support",
        "method": AssessmentMethod.BASIC,
    }
    return IndividualAssessment(**{**fields, **changes})


def movement(at: str) -> Transaction:
    return Transaction(
        id=RowId(""),
        case_id=CaseId(""),
        from_account_id=None,
        to_account_id=None,
        at=PartialDate(at),
        amount="1",
        currency="EUR",
    )


def found(value: object) -> list[tuple[str, str, Standing]]:
    return [(each.key, each.field, each.standing) for each in check_dates(value, NOW)]


def test_an_interview_of_nine_months_can_be_neither_kept_nor_signed():
    long = interview(started_at=START, ended_at=START + timedelta(days=270))

    with pytest.raises(InterviewTimesError):
        verify_dates(long, NOW + timedelta(days=300))
    with pytest.raises(InterviewTimesError):
        verify_signable(record(interview=long), now=NOW + timedelta(days=300))


@given(st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_an_interview_lasts_from_nothing_to_a_day(duration: timedelta):
    value = interview(started_at=START, ended_at=START + duration)

    codes = {each.key for each in check_dates(value, START + timedelta(days=500))}

    if duration < timedelta():
        assert codes == {"V-I-02.ends-before-it-begins"}
    elif duration > timedelta(hours=24):
        assert codes == {"V-I-02.too-long"}
    else:
        assert codes == set()


@pytest.mark.parametrize(
    "value",
    [
        interview(),
        interview(started_at=None, ended_at=None, held_on=PartialDate("2026-03")),
        interview(started_at=NOW, ended_at=NOW + timedelta(minutes=4)),
        presence(from_at=START, to_at=END),
        case_file(opened_on=TODAY),
        instrument(),
        instrument(issued_on=None, acknowledged_on=None),
        instrument(acknowledged_on=date(2026, 3, 1), executed_on=date(2026, 3, 1)),
        proceeding("2024", "2025-03"),
        proceeding("2025", "2025-03"),
        IDENTITY,
        replace(IDENTITY, born=PartialDate("XXXX")),
        assessment(next_review_on=START.date()),
        movement("2026-03-01T10:00:00Z"),
        "a value without dates",
    ],
)
def test_what_can_be_passes(value: object):
    assert check_dates(value, NOW) == ()


@pytest.mark.parametrize(
    ("value", "error", "field"),
    [
        (interview(started_at=NOW + timedelta(hours=1), ended_at=None), InterviewTimesError, "started_at"),
        (interview(started_at=LONG_AGO, ended_at=None), InterviewTimesError, "started_at"),
        (interview(started_at=None, held_on=PartialDate("2027")), InterviewTimesError, "held_on"),
        (presence(from_at=END, to_at=START), InterviewTimesError, "to_at"),
        (presence(from_at=NOW + timedelta(days=1)), InterviewTimesError, "from_at"),
        (replace(event(v.TimelineKind.OBJECTION, 1), at=NOW + timedelta(days=1)), InterviewTimesError, "at"),
        (replace(SIGNED, at=NOW + timedelta(days=1)), InterviewTimesError, "at"),
        (case_file(opened_on=date(1899, 1, 1)), DateImpossibleError, "opened_on"),
        (instrument(acknowledged_on=date(2026, 2, 1)), DateImpossibleError, "acknowledged_on"),
        (instrument(acknowledged_on=None, executed_on=date(2026, 2, 1)), DateImpossibleError, "executed_on"),
        (instrument(issued_on=date(1026, 3, 1)), DateImpossibleError, "issued_on"),
        (proceeding("2025-03", "2024"), DateImpossibleError, "period_to"),
        (replace(IDENTITY, born=PartialDate("2027-01-01")), FutureEventError, "born"),
        (
            replace(ROLE, since=PartialDate("2025-03"), until=PartialDate("2024")),
            DateImpossibleError,
            "until",
        ),
        (assessment(made_at=NOW + timedelta(hours=1)), FutureEventError, "made_at"),
        (assessment(next_review_on=date(2026, 3, 24)), DateImpossibleError, "next_review_on"),
        (movement("1026-03-01"), DateImpossibleError, "at"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(value: object, error: type[ThbError], field: str):
    first = check_dates(value, NOW)[0]

    with pytest.raises(error):
        verify_dates(value, NOW)
    assert (first.standing, first.field.rpartition(".")[2]) == (Standing.BROKEN, field)


@pytest.mark.parametrize(
    ("value", "code", "field"),
    [
        (case_file(opened_on=TOMORROW), "date.in-the-future", "case_file.opened_on"),
        (instrument(executed_on=TOMORROW), "date.in-the-future", "instrument.executed_on"),
        (proceeding("1899", "2025"), "date.long-ago", "proceeding.period_from"),
        (proceeding("2024", "2028"), "date.in-the-future", "proceeding.period_to"),
        (replace(IDENTITY, born=PartialDate("1899~")), "date.long-ago", "identity.born"),
        (movement("2027-01-01"), "date.in-the-future", "money_transaction.at"),
    ],
)
def test_what_hardly_can_be_is_asked_about_and_may_be_kept(value: object, code: str, field: str):
    verify_dates(value, NOW)

    assert found(value) == [(code, field, Standing.UNKNOWN)]


def test_values_that_are_being_entered_are_judged_by_what_is_answered_so_far():
    entered = {"issued_on": date(2026, 3, 5), "executed_on": date(2026, 3, 1), "reference": "x"}

    codes = [each.key for each in check_values(Instrument, entered, NOW)]

    assert codes == ["date.too-early"]
    assert check_values(IndividualAssessment, {}, NOW) == ()
    assert [
        each.key
        for each in check_values(Interview, {"started_at": START, "ended_at": START + timedelta(days=2)}, NOW)
    ] == ["V-I-02.too-long"]
    assert [
        each.key
        for each in check_values(Presence, {"name": "A guardian", "from_at": END, "to_at": START}, NOW)
    ] == ["V-I-02.leaves-before-coming"]
    assert check_values(str, {}, NOW) == ()


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("value", "code", "field"),
    [
        (case_file(opened_on=date(1, 1, 1)), "date.out-of-reach", "case_file.opened_on"),
        (case_file(opened_on=date(9999, 12, 31)), "date.out-of-reach", "case_file.opened_on"),
        (instrument(issued_on=date(9999, 1, 1)), "date.out-of-reach", "instrument.issued_on"),
        (instrument(status_on=date(1, 1, 1)), "date.out-of-reach", "instrument.status_on"),
        (proceeding("0001", "9999"), "date.out-of-reach", "proceeding.period_from"),
        (
            interview(started_at=START.replace(tzinfo=timezone(23 * HOUR + timedelta(minutes=59)))),
            "date.no-such-offset",
            "interview.started_at",
        ),
        (
            interview(started_at=START.replace(tzinfo=timezone(timedelta(seconds=3723)))),
            "date.no-such-offset",
            "interview.started_at",
        ),
        (interview(started_at=START.replace(tzinfo=None)), "date.no-such-offset", "interview.started_at"),
        (
            interview(started_at=datetime(2026, 3, 29, 2, 30, tzinfo=ZoneInfo("Europe/Brussels"))),
            "date.no-such-offset",
            "interview.started_at",
        ),
        (
            presence(from_at=datetime(1, 1, 1, tzinfo=timezone(14 * HOUR))),
            "date.out-of-reach",
            "presence.from_at",
        ),
        (presence(to_at=datetime.max.replace(tzinfo=UTC)), "date.out-of-reach", "presence.to_at"),
        (movement("2025-03-01T10:00:00+23:00"), "date.no-such-offset", "money_transaction.at"),
    ],
)
def test_no_calendar_and_no_clock_of_this_century_shows_such_a_time(value: object, code: str, field: str):
    (first, *_) = check_dates(value, NOW)

    assert (first.key, first.field, first.standing) == (code, field, Standing.BROKEN)
    with pytest.raises(DateImpossibleError):
        verify_dates(value, NOW)


@pytest.mark.parametrize("held", ["2026-03/2099-01", "2026-03~/2099-01~", "2025/2028"])
def test_what_ends_in_the_future_was_not_held(held: str):
    value = interview(started_at=None, ended_at=None, held_on=PartialDate(held))

    with pytest.raises(InterviewTimesError):
        verify_dates(value, NOW)


@pytest.mark.parametrize("held", ["2026", "2026-11", "2025/2026", "2026-10/2026-11"])
def test_a_month_or_a_year_that_is_not_over_is_no_time_in_the_future(held: str):
    value = interview(started_at=None, ended_at=None, held_on=PartialDate(held))

    verify_dates(value, NOW)


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Brussels")),
        datetime(2026, 3, 1, 10, tzinfo=timezone(14 * HOUR)),
        datetime(2026, 3, 1, 10, tzinfo=timezone(timedelta(hours=5, minutes=45))),
    ],
)
def test_an_hour_that_a_clock_shows_is_a_time(at: datetime):
    verify_dates(
        interview(started_at=at, ended_at=None, readback_started_at=None, readback_ended_at=None), NOW
    )


@pytest.mark.parametrize("claimed", ["14.02.2009", "herself", "2009-13", ""])
def test_a_claimed_date_of_birth_that_is_no_date_is_refused(claimed: str):
    identity = replace(IDENTITY, births=((claimed, "said by herself"),))

    with pytest.raises(DateImpossibleError) as refused:
        verify_dates(identity, NOW)

    assert refused.value.field == "identity.births"
