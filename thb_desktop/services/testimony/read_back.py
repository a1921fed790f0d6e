"""The reading back: how it was done, and the person's confirmation; the words are fixed from then on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_rules import verify_header
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import (
    ComplaintResponse,
    CopyGiven,
    InterviewState,
    PersonConfirmation,
    ReadbackMode,
)
from thb_desktop.errors import NotElsewhereError, RecordOrderError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.testimony.formalities import save_rows, verify_rows
from thb_desktop.services.testimony.originals import verify_originals
from thb_desktop.services.testimony.records import require_open
from thb_desktop.services.testimony.rectifications import verify_no_testimony
from thb_desktop.vault.tables import registry


class LeftOpen(Enum):
    """No answer was given: what was entered before stays. None or '' is an answer: it empties the field."""

    LEFT_OPEN = 0


LEFT_OPEN = LeftOpen.LEFT_OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """How a record was read back; missing answers can be entered until the signature.

    readback_note: why it was not read back.
    """

    readback_mode: ReadbackMode | LeftOpen | None = LEFT_OPEN
    readback_language: str | LeftOpen = LEFT_OPEN
    readback_started_at: datetime | LeftOpen | None = LEFT_OPEN
    readback_ended_at: datetime | LeftOpen | None = LEFT_OPEN
    readback_note: str | LeftOpen = LEFT_OPEN
    confirmation: PersonConfirmation | LeftOpen | None = LEFT_OPEN
    complaint_made: bool | LeftOpen | None = LEFT_OPEN
    complaint: str | LeftOpen = LEFT_OPEN
    complaint_response: ComplaintResponse | LeftOpen | None = LEFT_OPEN
    copy_given: CopyGiven | LeftOpen | None = LEFT_OPEN
    copy_note: str | LeftOpen = LEFT_OPEN
    final_statement: str | LeftOpen = LEFT_OPEN
    next_steps: str | LeftOpen = LEFT_OPEN


@permitted(Right.EDIT_TESTIMONY)
def read_back(
    session: Session, interview_id: InterviewId, outcome: ReadBack, rows: Sequence[Formality] = ()
) -> Interview:
    """Record the reading back, with corrections and signatures; the text is fixed from then on.

    What the outcome leaves open stays as it was entered before. Raises SourceNotCapturedError where the
    original is the authoritative text and a turn lacks it: nobody could write it afterwards.
    """
    interview = require_open(session, interview_id)
    verify_no_testimony(interview)
    if registry.STATEMENT_ELSEWHERE.find(session.read, interview_id) is not None:
        raise NotElsewhereError("a statement made elsewhere is compared with its file, not read back")
    if interview.state is not InterviewState.DRAFT:
        raise RecordOrderError("the record was read back already")
    told = {name: getattr(outcome, name) for name in ReadBack.__slots__}
    given = {name: value for name, value in told.items() if value is not LEFT_OPEN}
    heard = replace(interview, state=InterviewState.READ_BACK, **given)
    verify_header(heard, now=session.clock.read().at)
    verify_rows(session, heard, rows)
    verify_originals(session.read, heard, rows)
    with session.work() as work:
        work.save(heard)
        save_rows(work, interview_id, rows)
        work.record(interview_id, VaultAction.INTERVIEW_READ_BACK)
    return heard
