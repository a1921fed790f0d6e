"""No service keeps a date that cannot be, and whatever it refuses leaves nothing behind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.support.offices import BEGIN, IDENTITY, NEXT_DAY, Small, act, case_file, exhibit, registered
from tests.support.testimony import interview as interview_of
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.assessment import AssessmentMethod, IndividualAssessment
from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.domain.ids import InstrumentId, PersonId, ProceedingId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import DateImpossibleError, FutureEventError, InterviewTimesError, ThbError
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody, exhibits
from thb_desktop.services.persons import people, sealed
from thb_desktop.services.testimony import interviews

SOON = NEXT_DAY + timedelta(days=300)
NINE_MONTHS = timedelta(days=270)


def held(session: Session, small: Small, **changes: Any) -> Interview:
    sound = interview_of(
        case_id=small.case.id,
        person_id=small.person.id,
        lead_interviewer_id=small.official.id,
        authority_id=small.authority.id,
        **changes,
    )
    return interviews.hold_interview(session, sound, ())


def lengthened(session: Session, small: Small) -> object:
    kept = held(session, small)
    assert kept.ended_at is not None
    return interviews.set_header(session, replace(kept, ended_at=kept.ended_at + timedelta(days=2)))


def proceeding(small: Small) -> Proceeding:
    return Proceeding(
        id=ProceedingId(""),
        case_id=small.case.id,
        authority_id=None,
        country="BE",
        reference="LI-1",
        offence=(("fr", "traite"),),
        period_from=PartialDate("2025-03"),
        period_to=PartialDate("2024"),
    )


def instrument(small: Small, **changes: Any) -> Instrument:
    fields: dict[str, Any] = {
        "id": InstrumentId(""),
        "case_id": small.case.id,
        "number": "EIO-1",
        "type": InstrumentType.EIO,
        "status": InstrumentStatus.ISSUED,
        "reference": "EIO-BE-1",
        "from_country": "BE",
        "to_country": "RO",
        "issued_on": date(2026, 3, 1),
        "acknowledged_on": None,
        "executed_on": None,
    }
    return Instrument(**{**fields, **changes})


def assessed(small: Small) -> IndividualAssessment:
    return IndividualAssessment(
        person_id=PersonId(""), version=0, made_at=SOON, made_by="x", method=AssessmentMethod.BASIC
    )


REFUSED: dict[str, tuple[type[ThbError], Callable[[Session, Small], object]]] = {
    "an interview of nine months": (
        InterviewTimesError,
        lambda session, small: held(session, small, started_at=BEGIN - NINE_MONTHS, ended_at=BEGIN),
    ),
    "an interview that ends before it begins": (
        InterviewTimesError,
        lambda session, small: held(session, small, started_at=BEGIN, ended_at=BEGIN - timedelta(minutes=1)),
    ),
    "an interview to come": (
        InterviewTimesError,
        lambda session, small: held(session, small, started_at=SOON, ended_at=None),
    ),
    "an interview that becomes longer than a day": (InterviewTimesError, lengthened),
    "a case opened before 1900": (
        DateImpossibleError,
        lambda session, _: cases.open_case(session, case_file(reference="x", opened_on=date(1026, 3, 1))),
    ),
    "a period that ends before it begins": (
        DateImpossibleError,
        lambda session, small: cases.add_proceeding(session, proceeding(small)),
    ),
    "an order executed before it was issued": (
        DateImpossibleError,
        lambda session, small: cooperation.register_instrument(
            session, instrument(small, executed_on=date(2026, 2, 1))
        ),
    ),
    "a birth to come": (
        FutureEventError,
        lambda session, small: people.add_person(
            session,
            replace(small.person, id=PersonId(""), code="V-02"),
            replace(IDENTITY, born=PartialDate("2039")),
        ),
    ),
    "an assessment to come": (
        FutureEventError,
        lambda session, small: sealed.add_assessment(session, small.person.id, assessed(small)),
    ),
    "an exhibit collected in the future": (
        FutureEventError,
        lambda session, small: exhibits.register_exhibit(session, exhibit(small, collected_at=SOON), act()),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_date_that_cannot_be_is_refused(session: Session, small: Small, what: str):
    error, attempt = REFUSED[what]

    with pytest.raises(error):
        attempt(session, small)

    assert len(cases.list_cases(session)) == 1
    assert cases.list_proceedings(session, small.case.id) == ()
    assert cooperation.list_instruments(session, small.case.id) == ()
    assert len(people.list_persons(session, small.case.id)) == 1
    assert exhibits.list_exhibits(session, small.case.id) == ()
    assert sealed.count_assessments(session, small.person.id) == 0
    kept = [each.interview for each in interviews.list_interviews(session, small.case.id)]
    assert all(each.ended_at == interview_of().ended_at for each in kept)


def test_a_custody_event_before_1900_is_refused(session: Session, small: Small):
    kept = registered(session, small)

    with pytest.raises(DateImpossibleError):
        custody.record_custody_event(
            session, kept.id, act(v.CustodyAction.VIEWED, occurred_at=BEGIN.replace(year=1026))
        )

    assert len(custody.list_events(session, kept.id)) == 1


def test_what_hardly_can_be_is_kept_once_a_person_says_so(session: Session, small: Small):
    kept = cooperation.register_instrument(session, instrument(small, executed_on=SOON.date()))

    assert cooperation.list_instruments(session, small.case.id) == (kept,)
