"""Decisions about a signed record: entered by a service, kept in order, and the record stays as it is."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import (
    NEXT_DAY,
    Small,
    by_hand,
    keeping_triggers,
    new_office,
    small_case,
    unlock,
)
from tests.support.records import header_of, signed
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.record_decision_fields import DECIDED
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony import decisions, interviews, records
from thb_desktop.vault.database import IntegrityError

K, S = v.RecordDecisionKind, v.InterviewState
ORDER: dict[str, Any] = {
    "reference": "KI 2026/12",
    "decided_by": "Indictment chamber",
    "decided_on": PartialDate("2026-05-04"),
    "reason": "The defence had not been summoned.",
}


_COPIED = """
INSERT INTO record_decision
SELECT 'x', :draft, kind, entered_by, at, reference, decided_by, decided_on, reason, digest
FROM record_decision
"""


def decided(session: Session, of: Any, kind: v.RecordDecisionKind) -> RecordDecision:
    return decisions.decide(session, of, kind, **ORDER)


def state(session: Session, of: Any) -> v.InterviewState:
    full = records.get_interview(session, of)
    listed = interviews.list_interviews(session, full.interview.case_id)
    assert [each.state for each in listed if each.interview.id == of] == [full.state]
    return full.state


def test_a_signed_record_is_compared_with_its_digest_and_sealed_once(session: Session, small: Small):
    interview, _ = signed(session, small)

    seal = decisions.seal_record(session, interview.id)

    assert seal.digest == interview.record_digest
    assert state(session, interview.id) is S.SEALED
    with pytest.raises(errors.RecordOrderError):
        decisions.seal_record(session, interview.id)


def test_a_record_that_is_not_what_was_signed_is_not_sealed(session: Session, small: Small):
    interview, _ = signed(session, small)
    with by_hand(session) as connection, keeping_triggers(connection):
        connection.execute("DROP TRIGGER caution_changes_before_signing")
        connection.execute("UPDATE caution SET reply = 'Yes.'")

    with pytest.raises(errors.RecordDiffersError):
        decisions.seal_record(session, interview.id)

    assert decisions.list_decisions(session, interview.id) == ()


def test_the_decision_that_weighs_most_is_the_state_and_the_record_stays_as_it_was_signed(
    session: Session, small: Small
):
    interview, _ = signed(session, small)
    kinds = (K.RESTRICTED, K.RESTRICTION_LIFTED, K.RESTRICTED, K.ANNULLED)
    decisions.seal_record(session, interview.id)
    seen = []

    for kind in kinds:
        decided(session, interview.id, kind)
        seen.append(state(session, interview.id))

    assert seen == [S.RESTRICTED, S.SEALED, S.RESTRICTED, S.ANNULLED_BY_DECISION]
    full = records.get_interview(session, interview.id)
    assert full.digest == interview.record_digest
    assert [each.kind for each in full.decisions] == [K.SEALED, *kinds]
    last = full.decisions[-1]
    assert (last.reference, last.decided_by, last.reason) == (
        ORDER["reference"],
        ORDER["decided_by"],
        ORDER["reason"],
    )
    assert last.entered_by == session.user.id


@pytest.mark.parametrize("missing", DECIDED)
def test_a_decision_is_entered_with_its_reference_author_day_and_reason(
    session: Session, small: Small, missing: str
):
    interview, _ = signed(session, small)
    empty: Any = None if missing == "decided_on" else " "

    with pytest.raises(errors.FieldMissingError) as refused:
        decisions.decide(session, interview.id, K.ANNULLED, **{**ORDER, missing: empty})

    assert refused.value.field == f"record_decision.{missing}"


@pytest.mark.parametrize(
    ("kind", "before"),
    [(K.SEALED, ()), (K.RESTRICTION_LIFTED, ()), (K.RESTRICTED, (K.RESTRICTED,))],
)
def test_a_decision_that_changes_nothing_is_refused(
    session: Session, small: Small, kind: v.RecordDecisionKind, before: tuple[v.RecordDecisionKind, ...]
):
    interview, _ = signed(session, small)
    for each in before:
        decided(session, interview.id, each)

    with pytest.raises(errors.RecordOrderError):
        decided(session, interview.id, kind)


def test_a_decision_of_tomorrow_is_refused(session: Session, small: Small):
    interview, _ = signed(session, small)

    with pytest.raises(errors.FutureEventError):
        decisions.decide(
            session, interview.id, K.ANNULLED, **{**ORDER, "decided_on": PartialDate("2031-01-01")}
        )


def test_a_draft_is_not_decided_about(session: Session, small: Small):
    draft = interviews.hold_interview(session, header_of(small))

    with pytest.raises(errors.RecordOrderError):
        decided(session, draft.id, K.RESTRICTED)
    with pytest.raises(errors.RecordOrderError):
        decisions.seal_record(session, draft.id)


def test_nothing_comes_after_an_annulment(session: Session, small: Small):
    interview, _ = signed(session, small)
    decided(session, interview.id, K.ANNULLED)
    later = header_of(small, number="I-02")

    for begin in (interviews.begin_supplement, interviews.begin_rectification):
        with pytest.raises(errors.RecordAnnulledError):
            begin(session, interview.id, replace(later, health_statement=""))
    for kind in (K.RESTRICTED, K.ANNULLED):
        with pytest.raises(errors.RecordAnnulledError):
            decided(session, interview.id, kind)


def test_the_database_keeps_decisions_to_signed_records_and_never_changes_one(session: Session, small: Small):
    interview, _ = signed(session, small)
    draft = interviews.hold_interview(session, header_of(small, number="I-02"))
    kept = decided(session, interview.id, K.ANNULLED)
    attempts = (
        ("UPDATE record_decision SET reason = 'another'", "record-frozen"),
        ("UPDATE record_decision SET interview_id = :draft", "record-frozen"),
        ("DELETE FROM record_decision", "kept"),
        ("INSERT OR REPLACE INTO record_decision SELECT * FROM record_decision", "kept|record-annulled"),
        (_COPIED, "record-order"),
    )

    with by_hand(session) as connection:
        for statement, refusal in attempts:
            with pytest.raises(IntegrityError, match=refusal):
                connection.execute(statement, {"draft": draft.id})

    assert decisions.list_decisions(session, interview.id) == (kept,)


def test_the_last_decision_is_the_last_that_was_entered_whatever_the_clock_said(tmp_path: Path):
    folder, made = tmp_path / "office.thbvault", []

    def begun(session: Session) -> None:
        interview, _ = signed(session, small_case(session))
        decided(session, interview.id, K.RESTRICTED)
        made.append(interview.id)

    new_office(folder, begun)
    with closing(unlock(folder, start=NEXT_DAY + timedelta(days=400))) as ahead:
        decided(ahead, made[0], K.RESTRICTION_LIFTED)
    with closing(unlock(folder, start=NEXT_DAY + timedelta(days=1))) as session:
        last = decided(session, made[0], K.RESTRICTED)

        kept = decisions.list_decisions(session, made[0])

        assert kept[-1] == last
        assert last.at < kept[-2].at
        assert state(session, made[0]) is S.RESTRICTED
        with pytest.raises(errors.RecordOrderError):
            decided(session, made[0], K.RESTRICTED)
