"""A judge's own program enters a decision about a record under another day: the unlock names the entry."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS, JUDGE, attacked, told, typed_by
from tests.support.offices import unlock
from tests.support.own_program import OwnProgram
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.vocabulary import RecordDecisionKind
from thb_desktop.services.testimony import decisions
from thb_desktop.vault.tables import registry

TEXTS = {
    "reference": "KI 2026/12",
    "decided_by": "Indictment chamber",
    "reason": "The defence was not summoned.",
}


def signed_record(folder: Path) -> Interview:
    with closing(unlock(folder, typed_by(JUDGE), start=AFTERWARDS)) as session:
        return next(each for each in registry.INTERVIEW.all(session.read) if each.is_signed)


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("by", [timedelta(days=-900), timedelta(hours=-1), timedelta(days=1)])
def test_a_decision_under_another_time_than_its_entry_is_named(office_copy: Path, by: timedelta):
    interview = signed_record(office_copy)

    def backdated(program: OwnProgram) -> None:
        session = program.session
        at = session.clock.read().at
        made = RecordDecision(
            id=RowId(session.new_id(at)),
            interview_id=interview.id,
            kind=RecordDecisionKind.ANNULLED,
            entered_by=session.user.id,
            at=at,
            decided_on=PartialDate("2026-03-01"),
            **TEXTS,
        )
        program.say(VaultAction.RECORD_ANNULLED, interview.id, replace(made, at=at + by))

    attacked(office_copy, JUDGE, backdated, start=AFTERWARDS)

    unlocked, checked = told(office_copy, start=AFTERWARDS + timedelta(days=1))
    assert "act-exceeded.time" in unlocked & checked


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_decision_of_the_program_has_the_time_of_its_entry(office_copy: Path):
    interview = signed_record(office_copy)
    with closing(unlock(office_copy, typed_by(JUDGE), start=AFTERWARDS)) as session:
        decisions.decide(
            session,
            interview.id,
            RecordDecisionKind.RESTRICTED,
            decided_on=PartialDate("2026-03-01"),
            **TEXTS,
        )

    assert told(office_copy, start=AFTERWARDS + timedelta(days=1)) == (set(), set())
