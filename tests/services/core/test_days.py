"""Near midnight a day is that of the State of the case, or of the place of a record, not of UTC."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from tests.services.bundling.test_classified import options
from tests.services.evidence.test_retention import kept
from tests.services.language.test_certificates import rendered
from tests.services.persons.test_claims import another, claim
from tests.support.instruments import added, conditioned
from tests.support.language_jobs import desk as begun
from tests.support.offices import LATER, Small, act, registered
from tests.support.transfers import AT_HOME
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.errors import KeptUntilError
from thb_desktop.services.bundling import bundles
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import board, transfers
from thb_desktop.services.cooperation.sources import Taken
from thb_desktop.services.core.clock import FixedClock
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import custody
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.retention import list_kept
from thb_desktop.services.language import certificates
from thb_desktop.services.persons import ages, claims, people
from thb_desktop.services.testimony import interviews
from thb_desktop.services.testimony.records import require_interview

LAST = LATER.date() + timedelta(days=30)
"""The last day of something, in the case of a State whose clocks are two hours ahead in summer."""
BEFORE = datetime(LAST.year, LAST.month, LAST.day, 21, 30, tzinfo=UTC)
AFTER = BEFORE + timedelta(hours=1)
"""The day is past there, and not past in UTC."""


@pytest.fixture
def at(session: Session, monkeypatch: pytest.MonkeyPatch) -> Any:
    def turn(moment: datetime) -> None:
        monkeypatch.setattr(session, "environment", replace(session.environment, clock=FixedClock(moment)))

    return turn


def test_an_exhibit_is_due_and_can_be_given_away_when_its_last_day_is_past_there(
    session: Session, small: Small, at: Any
):
    held = kept(session, small, LAST)
    at(BEFORE)
    with pytest.raises(KeptUntilError):
        custody.record_custody_event(session, held.id, act(v.CustodyAction.DESTROYED))
    early = [each.is_due for each in list_kept(session, small.case.id)]

    at(AFTER)

    assert (early, [each.is_due for each in list_kept(session, small.case.id)]) == ([False], [True])
    assert "kept-long-enough" in {each.case for each in check_exhibit(session, held.id).findings}


def test_a_loan_is_overdue_when_its_day_is_past_there(session: Session, small: Small, at: Any):
    held = registered(session, small)
    lent = act(v.CustodyAction.LOANED, from_party="Registry", to_party="Court", due_on=LAST)
    custody.record_custody_event(session, held.id, lent)

    def cases() -> set[str]:
        return {each.case for each in check_exhibit(session, held.id).findings}

    at(BEFORE)
    early = cases()
    at(AFTER)

    assert ("on-loan" in early, "loan-overdue" in cases()) == (True, True)


def test_a_review_is_overdue_when_its_day_is_past_there(session: Session, small: Small, at: Any):
    corrections.correct(session, replace(small.case, review_on=LAST), "Decision of the judge")

    def is_told() -> bool:
        found = bundles.check_bundle(session, small.case.id, options())
        return "retention-overdue" in {each.code for each in found}

    at(BEFORE)
    early = is_told()
    at(AFTER)

    assert (early, is_told()) == (False, True)


def test_a_person_is_no_child_when_the_day_of_their_majority_has_come_there(
    session: Session, small: Small, at: Any
):
    born = PartialDate.of(date(LAST.year - 18, LAST.month, LAST.day) + timedelta(days=1))
    own = another(session, small).id
    claims.add_claim(session, claim(people.get_person(session, own), v.ClaimKind.BIRTH, born=born))
    at(BEFORE)
    early = own in ages.list_children(session, small.case.id)

    at(AFTER)

    assert (early, own in ages.list_children(session, small.case.id)) == (True, False)


def test_a_deadline_is_missed_when_its_day_is_past_there(session: Session, small: Small, at: Any):
    added(session, small, issued_on=LAST - timedelta(days=9), due_on=LAST)

    def told() -> set[str]:
        (line,) = board.board_of(session, small.case.id)
        return {each.finding.case for each in line.deadlines}

    at(BEFORE)
    early = told()
    at(AFTER)

    assert early != told()


def test_a_condition_binds_until_its_day_is_past_there(session: Session, small: Small, at: Any):
    held = registered(session, small)
    conditioned(session, small, kind=ConditionKind.PROTECT_IDENTITY, exhibit_id=held.id, until=LAST)

    def told() -> set[str]:
        found = transfers.check_leaving(
            session, small.case.id, AT_HOME, recipient="Court", taken=Taken(items=[held])
        )
        return {each.case for each in found}

    at(BEFORE)
    early = told()
    at(AFTER)

    assert ("condition-passed-on" in early, "condition-passed-on" in told()) == (True, False)


def test_the_registration_of_a_linguist_has_ended_when_its_day_is_past_at_the_place(
    session: Session, small: Small, at: Any
):
    with begun(session, small) as desk:
        rendered(desk)

        def told() -> set[str]:
            return {each.key for each in certificates.check_job(session, desk.job.id, LAST)}

        at(AFTER)
        in_iceland = told()
        record = require_interview(session, desk.job.interview_id)
        interviews.set_header(session, replace(record, zone="Europe/Bucharest"))

        assert ("V-T-04.expired" in in_iceland, "V-T-04.expired" in told()) == (False, True)
