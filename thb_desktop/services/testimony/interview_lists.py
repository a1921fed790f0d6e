"""Lists of interviews: those of a case in the order of their numbers, whole or page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.record_decision import RecordDecision, state_of
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.services.core.pages import COUNT, Page
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, interview_lists, registry
from thb_desktop.vault.tables.lists import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewSummary:
    """An interview in a list: the person's pseudonym and its number of segments.

    is_supplemented: whether a later signed record supplements it. decisions: those about it.
    is_copy: whether it is of a statement made elsewhere. about: the number of the record that it supplements
    or rectifies.
    """

    interview: Interview
    person: str
    segments: int
    is_supplemented: bool = False
    decisions: tuple[RecordDecision, ...] = ()
    is_copy: bool = False
    about: str = ""

    @property
    def state(self) -> InterviewState:
        """The displayed state."""
        return state_of(
            self.interview.state, self.decisions, is_supplemented=self.is_supplemented, is_copy=self.is_copy
        )


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def page_of_interviews(
    session: Session, case_id: CaseId, *, after: Mark | None = None, count: int = COUNT
) -> Page[InterviewSummary]:
    """Return the next interviews of a case in the order of their numbers. after: of the page before."""
    number = after[1] if after else ""
    held = interview_lists.records_after(session.read, case_id, number, count)
    return Page(
        rows=summaries_of(session.read, held),
        after=("", held[-1].number) if len(held) == count else None,
        total=counts.of_case(session.read, case_id)[0],
    )


def summaries_of(connection: Connection, held: Sequence[Interview]) -> tuple[InterviewSummary, ...]:
    """Return what a list says of these interviews; of no other one is anything read."""
    ids = [each.id for each in held]
    segments = interview_lists.segments_among(connection, ids)
    codes = interview_lists.codes_among(connection, {each.person_id for each in held})
    supplemented = interview_lists.supplemented_among(connection, ids)
    copies = interview_lists.copies_among(connection, ids)
    named = interview_lists.numbers_among(connection, {of for each in held if (of := _about(each))})
    decided: dict[InterviewId, tuple[RecordDecision, ...]] = {}
    for each in registry.RECORD_DECISION.among(connection, "interview_id", ids):
        decided[each.interview_id] = (*decided.get(each.interview_id, ()), each)
    return tuple(
        InterviewSummary(
            interview=interview,
            person=codes[interview.person_id],
            segments=segments.get(interview.id, 0),
            is_supplemented=interview.id in supplemented,
            decisions=decided.get(interview.id, ()),
            is_copy=interview.id in copies,
            about=named.get(of, "") if (of := _about(interview)) else "",
        )
        for interview in held
    )


def _about(interview: Interview) -> InterviewId | None:
    return interview.supplements_id or interview.rectifies_id
