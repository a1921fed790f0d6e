"""The interview record: an interview with everything that it prints, and its account on two sides.

One side is in the language of the person, the other in that of the procedure. Each segment shows its words on
the side of the language in which they were said, and its rendering on the other side.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from thb_desktop.domain.age_told import AgeGround
from thb_desktop.domain.corrected_words import as_corrected
from thb_desktop.domain.elsewhere import StatementElsewhere
from thb_desktop.domain.ids import InterpreterId, InterviewId, SegmentId
from thb_desktop.domain.interview import (
    Caution,
    Formality,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    TimelineEvent,
)
from thb_desktop.domain.interview_rows import (
    EarlierInterview,
    Intervention,
    Lineup,
    Recording,
    RecordSignature,
    SpecialMeasure,
    VictimInformation,
)
from thb_desktop.domain.page_comparisons import PageComparison, SegmentPlace
from thb_desktop.domain.people import Interpreter, Person, PersonRole
from thb_desktop.domain.record_decision import RecordDecision, state_of
from thb_desktop.domain.segment import Certification, Rendering, Segment
from thb_desktop.domain.signed_names import SignedName
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.domain.vocabulary import InterviewState, ProceduralRole, RenderingKind, UtteranceKind
from thb_desktop.domain.warning_reason import WarningReason

_ORDER = tuple(RenderingKind)
ROW_PARTS = (
    *("presences", "cautions", "victim_information", "timeline", "lineups"),
    *("recordings", "measures", "earlier"),
    *("engagements", "interventions", "corrections", "signatures"),
)
"""The lists of rows of a record besides its header and its account, in the order of the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a segment.

    text: None if it was not transcribed or not rendered. rendering: its source; None for an original. author:
    of the rendering; None for an original, and if no author is named.
    """

    text: str | None
    is_original: bool
    rendering: Rendering | None = None

    @property
    def author(self) -> InterpreterId | None:
        return self.rendering.author_id if self.rendering else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentInFull:
    """A segment with its renderings. number: from 1, without a gap. label: its short name ("3 Q").

    corrections: of the reading back, that stand; where turns are read by themselves, for translation.
    """

    segment: Segment
    renderings: tuple[Rendering, ...]
    number: int
    label: str
    corrections: tuple[ReadBackCorrection, ...] = ()

    def side(self, language: str) -> Side:
        """Return the original on the side of its language; on any other side the rendition, or else the
        translation.
        """
        if self.segment.language == language:
            return Side(text=self.segment.source_text, is_original=True)
        found = sorted(
            (each for each in self.renderings if each.language == language),
            key=lambda each: _ORDER.index(each.kind),
        )
        if not found:
            return Side(text=None, is_original=False)
        return Side(text=found[0].text, is_original=False, rendering=found[0])

    def to_render(self, language: str) -> str:
        """Return the words of a side, with its corrections: what is translated from it; empty if nothing."""
        said = ((one.before, one.after) for one in self.corrections if one.language == language)
        return as_corrected(self.side(language).text or "", said)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterRecord:
    """A record that supplements or rectifies this one. turns: those whose words it rectifies."""

    id: InterviewId
    number: str
    rectifies: bool
    is_signed: bool
    turns: frozenset[SegmentId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewInFull:
    """An interview with everything that its record prints. digest: SHA-256 (hex) of its canonical record.

    interpreters: those of the engagements and renderings. warnings: why it was signed despite each. names:
    those that everybody in it had then; interpreters and roles have them. roles: what the person was on that
    day. roles_begun: those that began on it. for_suspects, for_victims: who
    interpreted for a suspect, or for a victim, of the case. later: records about this one. decisions: those
    about it, in the order of their entry. asked: the segments at which a linguist's question or doubt has no
    answer. open_concerns: those for somebody's safety; 0 for a user who may not know of them. copies: those
    that were printed to be signed by hand. child: why the
    person was treated as a child on that day, under whichever record; age_disputed: whether claims differ on
    it; age_decided: whether there is a decision on it. also_protected: whether another record of the person
    is not entered as unprotected. unnamed_present: those present whose name is not told. None of these
    last fourteen is part of it.
    elsewhere: for a statement made elsewhere, its one row; places, comparisons: where its turns stand, and
    who compared its pages. These three are part of it.
    """

    interview: Interview
    person: Person
    presences: tuple[Presence, ...]
    cautions: tuple[Caution, ...]
    timeline: tuple[TimelineEvent, ...]
    measures: tuple[SpecialMeasure, ...]
    earlier: tuple[EarlierInterview, ...]
    engagements: tuple[InterpreterEngagement, ...]
    corrections: tuple[ReadBackCorrection, ...]
    signatures: tuple[RecordSignature, ...]
    segments: tuple[SegmentInFull, ...]
    certifications: tuple[Certification, ...]
    interpreters: tuple[Interpreter, ...]
    digest: str
    warnings: tuple[WarningReason, ...] = ()
    names: tuple[SignedName, ...] = ()
    roles: tuple[ProceduralRole, ...] = ()
    roles_begun: tuple[PersonRole, ...] = ()
    for_suspects: tuple[InterpreterId, ...] = ()
    for_victims: tuple[InterpreterId, ...] = ()
    later: tuple[LaterRecord, ...] = ()
    victim_information: tuple[VictimInformation, ...] = ()
    recordings: tuple[Recording, ...] = ()
    lineups: tuple[Lineup, ...] = ()
    interventions: tuple[Intervention, ...] = ()
    asked: tuple[SegmentId, ...] = ()
    decisions: tuple[RecordDecision, ...] = ()
    open_concerns: int = 0
    elsewhere: tuple[StatementElsewhere, ...] = ()
    places: tuple[SegmentPlace, ...] = ()
    comparisons: tuple[PageComparison, ...] = ()

    @property
    def taken_over(self) -> StatementElsewhere | None:
        """What makes it a copy of a statement made elsewhere; None for an interview held here."""
        return next(iter(self.elsewhere), None)

    copies: tuple[SigningCopy, ...] = ()
    child: AgeGround | None = None
    age_disputed: bool = False
    age_decided: bool = False
    also_protected: bool = False
    unnamed_present: tuple[Person, ...] = ()

    @property
    def rows(self) -> tuple[Formality, ...]:
        """All rows besides the header and the account."""
        return tuple(row for name in ROW_PARTS for row in getattr(self, name))

    def without_struck(self) -> Self:
        """The record without struck rows; the numbers of segments stay."""
        standing: dict[str, Any] = {
            name: tuple(row for row in getattr(self, name) if not row.struck) for name in ROW_PARTS
        }
        segments = tuple(each for each in self.segments if not each.segment.struck)
        return replace(self, segments=segments, **standing)

    def interpreter(self, interpreter_id: InterpreterId | None) -> Interpreter | None:
        return next((each for each in self.interpreters if each.id == interpreter_id), None)

    def called(self, row_id: str) -> str | StrEnum:
        """What a row is called where a finding is about it: a name, a label or a code; empty for none."""
        return self.all_called().get(row_id, "") if row_id else ""

    def all_called(self) -> dict[str, str | StrEnum]:
        """The same of every row and turn, by id: who asks about many reads the record once."""
        turns: dict[str, str | StrEnum] = {full.segment.id: full.label for full in self.segments}
        linguists = {each.id: each.name for each in self.interpreters}
        return turns | linguists | {row.id: self._name_of(row) for row in self.rows}

    def _name_of(self, row: Formality) -> str | StrEnum:
        called: str | StrEnum = ""
        match row:
            case Presence(name=called) | RecordSignature(name=called):
                pass
            case Caution(code=called) | TimelineEvent(kind=called) | SpecialMeasure(measure=called):
                pass
            case VictimInformation(item=called) | Intervention(kind=called) | Recording(media_id=called):
                pass
            case EarlierInterview(authority=called) | Lineup(number=called):
                pass
            case InterpreterEngagement(interpreter_id=interpreter_id):
                interpreter = self.interpreter(interpreter_id)
                called = interpreter.name if interpreter else ""
        return called

    @property
    def sides(self) -> tuple[str, str]:
        """The languages of the two sides: the person's and that of the procedure."""
        return self.interview.sides

    @property
    def state(self) -> InterviewState:
        """The displayed state: what later records and decisions made of a signed one.

        A note that rectifies typing errors adds nothing to what was said: it is named beside the state.
        """
        supplemented = any(each.is_signed and not each.rectifies for each in self.later)
        return state_of(
            self.interview.state,
            self.decisions,
            is_supplemented=supplemented,
            is_copy=self.taken_over is not None,
        )

    def certified_by(self, rendering: Rendering) -> Certification | None:
        """The last certification that covers the present rendering; its signature is checked elsewhere."""
        return next((each for each in reversed(self.certifications) if each.covers(rendering)), None)

    def rectified_by(self, segment: Segment) -> tuple[str, ...]:
        """The numbers of the signed notes that rectify words of this turn."""
        return tuple(each.number for each in self.later if each.is_signed and segment.id in each.turns)

    def corrections_of(self, segment: Segment) -> tuple[ReadBackCorrection, ...]:
        return tuple(each for each in self.corrections if each.segment_id == segment.id and not each.struck)


def in_order(
    segments: Iterable[Segment],
    renderings: Iterable[Rendering],
    corrections: Iterable[ReadBackCorrection] = (),
) -> tuple[SegmentInFull, ...]:
    """Return segments in order, numbered without a gap, with their renderings and these corrections; former
    halves are no turns.
    """
    ordered = sorted((each for each in segments if not each.is_former_half), key=lambda each: each.position)
    made: dict[str, list[Rendering]] = {each.id: [] for each in ordered}
    for rendering in renderings:
        if rendering.segment_id in made:
            made[rendering.segment_id].append(rendering)
    corrected: dict[str, list[ReadBackCorrection]] = {}
    for correction in corrections:
        if not correction.struck:
            corrected.setdefault(correction.segment_id, []).append(correction)
    labels = _labels(ordered)
    return tuple(
        SegmentInFull(
            segment=each,
            renderings=tuple(made[each.id]),
            number=number,
            label=label,
            corrections=tuple(corrected.get(each.id, ())),
        )
        for number, (each, label) in enumerate(zip(ordered, labels, strict=True), 1)
    )


def behind(
    last: SegmentInFull | None, segment: Segment, renderings: Iterable[Rendering] = ()
) -> SegmentInFull:
    """Return a segment as it stands directly behind the last one of its record."""
    count, before = (int(last.label.split()[0]), last.segment.kind) if last else (0, None)
    return SegmentInFull(
        segment=segment,
        renderings=tuple(renderings),
        number=last.number + 1 if last else 1,
        label=_label(segment, _count(segment, count, before)),
    )


def _labels(segments: Iterable[Segment]) -> list[str]:
    """ "3 Q" for a question and "3 A" for its answer; a segment of another kind has only a number."""
    labels, count, before = [], 0, None
    for segment in segments:
        count, before = _count(segment, count, before), segment.kind
        labels.append(_label(segment, count))
    return labels


def _count(segment: Segment, count: int, before: UtteranceKind | None) -> int:
    answers = segment.kind is UtteranceKind.ANSWER and before is UtteranceKind.QUESTION
    return count if answers else count + 1


def _label(segment: Segment, count: int) -> str:
    letter = {UtteranceKind.QUESTION: " Q", UtteranceKind.ANSWER: " A"}.get(segment.kind, "")
    return f"{count}{letter}"
