"""Segments: the turns of an interview, their words, and their renderings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.ids import AgentId, InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import (
    Conduct,
    InterpretingMode,
    QuestionType,
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)

NOT_IN_USE = frozenset({RenderingState.SUPERSEDED, RenderingState.CONTESTED, RenderingState.WITHDRAWN})
"""The states of a rendering on which nobody relies any more: no certification covers it."""
_HEAD = 6
"""Digits of the positions of segments that were added one after another."""


class StruckCode(StrEnum):
    """Why the program struck out a turn of a draft: it stands where a person writes a reason."""

    UNDONE = "UNDONE"
    SPLIT_UNDONE = "SPLIT_UNDONE"
    """The second half of a turn that was split and is whole again: no turn of the record."""
    JOINED = "JOINED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One turn of the account.

    position: digits whose order is that of the segments (`position_after`, `position_between`); the number of
    a segment follows from it. speaker_id: the person present who spoke. language: of the spoken words.
    source_text is None if the speech itself was not transcribed; a rendition must then never be shown as the
    speaker's own words. conduct: what could be seen or heard besides words. pointed_at:
    the number of the exhibit to which the person pointed. question_type: the form of a
    question, never printed. at: when it began, by the clock of the record. struck: why it was struck out, in
    the words of a person, or a StruckCode; a turn of a draft can stand again.
    """

    id: SegmentId
    interview_id: InterviewId
    position: str
    speaker: SpeakerRole
    kind: UtteranceKind
    language: str
    source_text: str | None
    capture: SourceCapture
    speaker_id: RowId | None = None
    recording_from: str = ""
    recording_to: str = ""
    marks: tuple[str, ...] = ()
    struck: str = ""
    conduct: tuple[Conduct, ...] = ()
    silence_seconds: int | None = None
    question_type: QuestionType | None = None
    at: datetime | None = None
    pointed_at: str = ""

    @property
    def source_digest(self) -> str:
        return digest_of(self.source_text)

    @property
    def is_former_half(self) -> bool:
        """Whether it is no turn: its words stand in the turn from which it was split. The history has it."""
        return self.struck == StruckCode.SPLIT_UNDONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A segment in another language: a rendition by the interpreter, or a written translation.

    author_id: its author; None if none is named. typed_by, typed_at: who typed it, and when. source_digest:
    `digest_of` the original from which it was made. mode: how the interpreter rendered this turn; None:
    as the engagement says. A written translation has none.
    """

    id: RowId
    segment_id: SegmentId
    language: str
    kind: RenderingKind
    state: RenderingState
    text: str
    source_digest: str
    typed_by: AgentId
    typed_at: datetime
    author_id: InterpreterId | None = None
    mode: InterpretingMode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification:
    """A linguist's certification, signed with their own key.

    renderings: the id of each, and the SHA-256 (hex) of the original and of its own text as certified. If
    either changes, the certification no longer covers it. signature: hex, by the linguist's user.
    """

    id: RowId
    interview_id: InterviewId
    interpreter_id: InterpreterId
    user_id: AgentId
    statement: str
    renderings: tuple[tuple[str, str, str], ...]
    at: datetime
    signature: str

    def covers(self, rendering: Rendering) -> bool:
        """Whether it covers this rendering in its present state, with an unchanged original."""
        return (
            rendering.state not in NOT_IN_USE
            and (rendering.id, rendering.source_digest, digest_of(rendering.text)) in self.renderings
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Unsaved typing on one segment, stored encrypted and outside the event chain until it is saved."""

    segment_id: SegmentId
    language: str
    agent_id: AgentId
    text: str
    saved_at: datetime


def position_after(last: str) -> str:
    """Return a position after all segments. last: of the last one; empty if there is none."""
    return str(int(last[:_HEAD] or "0") + 1).zfill(_HEAD)


def position_between(before: str, after: str) -> str:
    """Return a position between two others. before: empty for a place before all segments.

    Positions are decimal fractions without trailing zeros beyond six digits, so text order is their order.
    """
    digits = max(len(before), len(after)) + 1
    low, high = int(before.ljust(digits, "0")), int(after.ljust(digits, "0"))
    if low >= high:
        message = "there is no place between these positions"
        raise ValueError(message)
    return str((low + high) // 2).zfill(digits).rstrip("0").ljust(_HEAD, "0")
