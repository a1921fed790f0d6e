"""Decisions about signed records: sealed, restricted, annulled. The record itself stays as it was signed."""

from collections.abc import Mapping

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.date_rules import verify_dates
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.record_decision import RecordDecision, is_annulled, is_restricted, is_sealed
from thb_desktop.domain.record_decision_fields import DECIDED, RECORD_DECISION
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RecordDecisionKind
from thb_desktop.errors import (
    FieldMissingError,
    RecordAnnulledError,
    RecordDiffersError,
    RecordOrderError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.records import get_interview, require_interview
from thb_desktop.vault.tables import registry

_ACTS: Mapping[RecordDecisionKind, VaultAction] = {
    RecordDecisionKind.SEALED: VaultAction.RECORD_SEALED,
    RecordDecisionKind.RESTRICTED: VaultAction.RECORD_RESTRICTED,
    RecordDecisionKind.RESTRICTION_LIFTED: VaultAction.RESTRICTION_LIFTED,
    RecordDecisionKind.ANNULLED: VaultAction.RECORD_ANNULLED,
}


@permitted(Right.SIGN_RECORDS)
def seal_record(session: Session, interview_id: InterviewId) -> RecordDecision:
    """Compare a signed record with its digest, and close it.

    Raises RecordOrderError before the signature and after a seal, RecordAnnulledError, and RecordDiffersError
    if the record is not what was signed.
    """
    interview, made = _require_standing(session, interview_id)
    if is_sealed(made):
        raise RecordOrderError("the record is sealed already")
    digest = get_interview(session, interview_id).digest
    if digest != interview.record_digest:
        raise RecordDiffersError("the record is not what was signed")
    return _save(session, interview_id, RecordDecisionKind.SEALED, {"digest": digest})


@permitted(Right.SIGN_RECORDS)
def decide(
    session: Session,
    interview_id: InterviewId,
    kind: RecordDecisionKind,
    *,
    reference: str,
    decided_by: str,
    decided_on: PartialDate | None,
    reason: str,
) -> RecordDecision:
    """Enter a decision that restricts a signed record, lifts the restriction, or annuls it.

    Raises FieldMissingError, FutureEventError, RecordAnnulledError after an annulment, and RecordOrderError
    before the signature, for a seal, and for a restriction that is there already or is not there.
    """
    _, made = _require_standing(session, interview_id)
    restricted = is_restricted(made)
    impossible = {
        RecordDecisionKind.SEALED: True,
        RecordDecisionKind.RESTRICTED: restricted,
        RecordDecisionKind.RESTRICTION_LIFTED: not restricted,
    }
    if impossible.get(kind):
        raise RecordOrderError("the record is not in the state that this decision changes")
    texts = {"reference": reference, "decided_by": decided_by, "reason": reason}
    told: dict[str, object] = {name: text.strip() for name, text in texts.items()}
    told["decided_on"] = decided_on
    for name in DECIDED:
        value = told[name]
        if value is None or (isinstance(value, str) and is_blank(value)):
            raise FieldMissingError("a decision lacks a field", f"{RECORD_DECISION.name}.{name}")
    return _save(session, interview_id, kind, told, reason.strip())


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def list_decisions(session: Session, interview_id: InterviewId) -> tuple[RecordDecision, ...]:
    return registry.RECORD_DECISION.where(session.read, "interview_id", interview_id)


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def list_recipients(session: Session, interview_id: InterviewId) -> tuple[Bundle, ...]:
    """List the bundles that held a record: their recipients are to be told of a later decision (V-P-06)."""
    interview = require_interview(session, interview_id)
    bundles = registry.BUNDLE.where(session.read, "case_id", interview.case_id)
    return tuple(each for each in bundles if interview_id in each.records)


def _require_standing(
    session: Session, interview_id: InterviewId
) -> tuple[Interview, tuple[RecordDecision, ...]]:
    """Return a signed record that was not annulled, with the decisions about it."""
    interview = require_interview(session, interview_id)
    if not interview.is_signed:
        raise RecordOrderError("only a signed record is decided about")
    made = registry.RECORD_DECISION.where(session.read, "interview_id", interview_id)
    if is_annulled(made):
        raise RecordAnnulledError("the record was annulled by a decision")
    return interview, made


def _save(
    session: Session,
    interview_id: InterviewId,
    kind: RecordDecisionKind,
    told: Mapping[str, object],
    reason: str = "",
) -> RecordDecision:
    with session.work() as work:
        decision = RecordDecision(
            id=RowId(work.new_id()),
            interview_id=interview_id,
            kind=kind,
            entered_by=session.user.id,
            at=work.at,
            **told,  # type: ignore[arg-type]  # values by field name
        )
        verify_dates(decision, work.at)
        work.save(decision)
        work.record(interview_id, _ACTS[kind], reason)
    return decision
