"""Transcripts of others: their turns are taken over into a draft in one act, as a person assigned them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import InterpreterId, InterviewId, RowId, SegmentId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.segment import Rendering, Segment, position_after
from thb_desktop.domain.vocabulary import (
    RenderingKind,
    RenderingState,
    SourceCapture,
    SpeakerRole,
    UtteranceKind,
)
from thb_desktop.errors import CaptureMissingError, SpeakerUnmappedError, TranscriptEmptyError
from thb_desktop.exchange.transcripts.turns import Transcript, TranscriptTurn
from thb_desktop.exchange.untrusted.limits import verify_count
from thb_desktop.services.case_file.entries import verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.services.testimony.records import require_draft, verify_said
from thb_desktop.services.testimony.rectifications import verify_no_testimony
from thb_desktop.services.testimony.segments import verify_speaker
from thb_desktop.vault.tables import turns

MOST_MARKS = 100
"""Different marks of speakers in a transcript that is taken over: a person assigns each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """Who a mark of the transcript is. language: in which they spoke."""

    role: SpeakerRole
    kind: UtteranceKind
    language: str
    presence_id: RowId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AsSpoken:
    """The words are what was said. capture: how they were written down."""

    capture: SourceCapture


@dataclass(frozen=True, slots=True, kw_only=True)
class AsRendered:
    """The words are a rendering; what was said itself was not written down. author_id: None if nobody is
    named, which a person says.
    """

    language: str
    kind: RenderingKind
    author_id: InterpreterId | None


def marks_of(transcript: Transcript) -> Mapping[str, int]:
    """Return the marks of speakers with the number of their turns, in the order of the file; empty for turns
    without one.
    """
    counts: dict[str, int] = {}
    for turn in with_words(transcript):
        counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
    return counts


def with_words(transcript: Transcript) -> tuple[TranscriptTurn, ...]:
    """Return the turns that are taken over: those with words."""
    return tuple(turn for turn in transcript.turns if not is_blank(turn.text))


@permitted(Right.EDIT_TESTIMONY)
def take_over(
    session: Session,
    interview_id: InterviewId,
    transcript: Transcript,
    *,
    sha256: str,
    speakers: Mapping[str, Spoken],
    words: AsSpoken | AsRendered,
    recording: str | None = "",
) -> tuple[Segment, ...]:
    """Add all turns of a transcript that have words behind those of a draft, in one event.

    sha256: of the file; the event keeps it. speakers: who each mark is. Times become ranges of the recording.
    recording: the file of which they are, by its name in places, where an interview has several; None if they
    are of none of them, and are left out.
    Raises TranscriptEmptyError, SpeakerUnmappedError for a mark that nobody assigned, CaptureMissingError
    for words that were spoken and not captured, ExchangeOverLimitError, and what `add_segment` raises.
    """
    interview = require_draft(session, interview_id)
    verify_no_testimony(interview)
    told = with_words(transcript)
    _verify(told, speakers, words)
    for spoken in speakers.values():
        verify_speaker(session.read, interview_id, spoken.presence_id)
    if isinstance(words, AsRendered) and words.author_id is not None:
        verify_named(session.read, "interpreter", words.author_id, interview.case_id)
    with session.work() as work:
        taking, made = _Taking(session, work, interview_id, words, recording), list[Segment]()
        for turn in told:
            segment = taking.segment(turn, speakers[turn.speaker])
            work.save(segment, *taking.renderings(segment, turn))
            made.append(segment)
        work.record(interview_id, VaultAction.TURNS_SET, f"SHA-256 {sha256}")
    return tuple(made)


def recording_time(milliseconds: int | None, *, ends: bool = False) -> str:
    """Return a place in a recording as records have it, in whole seconds: an end is rounded up."""
    if milliseconds is None:
        return ""
    seconds = -(-milliseconds // 1000) if ends else milliseconds // 1000
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def _verify(
    told: Sequence[TranscriptTurn], speakers: Mapping[str, Spoken], words: AsSpoken | AsRendered
) -> None:
    if not told:
        raise TranscriptEmptyError("the transcript has no turn with words")
    verify_count(len(told))
    marks = {turn.speaker for turn in told}
    if len(marks) > MOST_MARKS:
        raise SpeakerUnmappedError("the transcript has too many marks of speakers")
    if any(mark not in speakers or is_blank(speakers[mark].language) for mark in marks):
        raise SpeakerUnmappedError("a mark of a speaker has no person and no language")
    if isinstance(words, AsSpoken) and words.capture is SourceCapture.NOT_CAPTURED:
        raise CaptureMissingError("say how the words of the transcript were captured")
    if isinstance(words, AsRendered):
        verify_said(words.kind)
    if isinstance(words, AsRendered) and is_blank(words.language):
        raise SpeakerUnmappedError("the rendering has no language")


class _Taking:
    """Makes the rows of turns within one transaction, each behind the one before."""

    def __init__(
        self,
        session: Session,
        work: UnitOfWork,
        interview_id: InterviewId,
        words: AsSpoken | AsRendered,
        recording: str | None,
    ) -> None:
        self._session, self._work, self._interview_id, self._words = session, work, interview_id, words
        self._recording = recording
        self._position = turns.last_position(work.connection, interview_id)

    def segment(self, turn: TranscriptTurn, spoken: Spoken) -> Segment:
        self._position = position_after(self._position)
        has_range = turn.start is not None and (turn.end is None or turn.end > turn.start)
        has_range = has_range and self._recording is not None
        words = self._words
        return Segment(
            id=SegmentId(self._work.new_id()),
            interview_id=self._interview_id,
            position=self._position,
            speaker=spoken.role,
            speaker_id=spoken.presence_id,
            kind=spoken.kind,
            language=spoken.language,
            source_text=turn.text if isinstance(words, AsSpoken) else None,
            capture=words.capture if isinstance(words, AsSpoken) else SourceCapture.NOT_CAPTURED,
            recording_from=self._place(recording_time(turn.start)) if has_range else "",
            recording_to=self._place(recording_time(turn.end, ends=True)) if has_range else "",
        )

    def _place(self, time: str) -> str:
        return f"{self._recording} {time}" if self._recording and time else time

    def renderings(self, segment: Segment, turn: TranscriptTurn) -> Iterator[Rendering]:
        words = self._words
        if isinstance(words, AsRendered):
            yield Rendering(
                id=RowId(self._work.new_id()),
                segment_id=segment.id,
                language=words.language,
                kind=words.kind,
                state=RenderingState.DRAFT,
                text=turn.text,
                source_digest=segment.source_digest,
                typed_by=self._session.user.id,
                typed_at=self._work.at,
                author_id=words.author_id,
            )
