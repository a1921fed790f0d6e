"""Rules about the account of an interview: originals, renderings, and the forms of questions."""

from collections.abc import Callable, Iterable, Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview import Interview, ReadBackCorrection
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.letters import is_in_other_letters
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    InterviewState,
    QuestionType,
    RenderingState,
    SpeakerRole,
)
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import holds as tell
from thb_desktop.findings import unknown as warn
from thb_desktop.language_tags import canonical_language

_CLOSED = frozenset({QuestionType.DIRECTIVE, QuestionType.OPTION_POSING, QuestionType.SUGGESTIVE})
_MOST_CLOSED = 30
"""Percent of closed questions from which the interviewer is told."""


def check_account(record: InterviewInFull) -> Iterator[Finding]:
    yield from check_originals(record.interview, record.segments, record.corrections)
    yield from _renderings(record)
    yield from _unrendered(record)
    yield from _letters(record)
    yield from _asked(record)
    yield from _questions(record)
    yield from _concerns(record)


def check_originals(
    interview: Interview, segments: Iterable[SegmentInFull], corrections: Iterable[ReadBackCorrection]
) -> Iterator[Finding]:
    """The original must exist if it is the authoritative text: as it was said, or as a correction added it.

    After the reading back nobody writes the words of a turn, so another sentence names the way.
    """
    if interview.authoritative_text is not AuthoritativeText.SOURCE_LANGUAGE:
        return
    added = {(each.segment_id, each.language) for each in corrections if not is_blank(each.after)}
    lacking = tuple(
        each.label
        for each in segments
        if each.segment.source_text is None
        and each.segment.speaker is SpeakerRole.PERSON_HEARD
        and (each.segment.id, each.segment.language) not in added
    )
    if lacking:
        key = "V-I-18.not-written" if interview.state is InterviewState.DRAFT else "V-I-18.read-back"
        yield refuse(key, field="interview.segments", segments=lacking)


def _renderings(record: InterviewInFull) -> Iterator[Finding]:
    for key, is_so in _DOUBTS.items():
        if turns := tuple(each.label for each in record.segments if any(map(is_so, each.renderings))):
            yield warn(key, field="interview.segments", segments=turns)
    if void := _no_longer_certified(record):
        yield warn("V-I-23.certification-void", field="interview.segments", segments=void)


def _unrendered(record: InterviewInFull) -> Iterator[Finding]:
    """Turns that were left out where others are rendered in the language of the procedure.

    A record of which nothing is rendered is translated as a whole, in a job.
    """
    into = canonical_language(record.interview.procedure_language)
    foreign = [
        each
        for each in record.segments
        if each.segment.source_text and canonical_language(each.segment.language) != into
    ]
    turns = tuple(
        each.label
        for each in foreign
        if not any(made.text and canonical_language(made.language) == into for made in each.renderings)
    )
    if turns and len(turns) < len(foreign):
        yield warn("V-I-23.not-rendered", field="interview.segments", segments=turns)


def _letters(record: InterviewInFull) -> Iterator[Finding]:
    """Words that were typed on the other side: the record would call a rendition the original."""
    turns = tuple(
        each.label
        for each in record.segments
        if not each.segment.struck
        and (
            is_in_other_letters(each.segment.source_text or "", each.segment.language)
            or any(is_in_other_letters(made.text, made.language) for made in each.renderings)
        )
    )
    if turns:
        yield warn("V-I-28", field="interview.segments", segments=turns)


def _asked(record: InterviewInFull) -> Iterator[Finding]:
    """What a linguist asked or left open in a job on the record is told before the signature."""
    if turns := tuple(each.label for each in record.segments if each.segment.id in record.asked):
        yield warn("V-I-19", field="interview.segments", segments=turns)


def _no_longer_certified(record: InterviewInFull) -> tuple[str, ...]:
    """Return the segments with a rendering that was changed after it was certified."""
    once = {one for each in record.certifications for one, _, _ in each.renderings}
    return tuple(
        each.label
        for each in record.segments
        if any(made.id in once and record.certified_by(made) is None for made in each.renderings)
    )


def _questions(record: InterviewInFull) -> Iterator[Finding]:
    """Told to the interviewer alone; which questions have a type, somebody chose."""
    kinds = [each.segment.question_type for each in record.segments]
    asked = [each for each in kinds if each is not None]
    closed = sum(each in _CLOSED for each in asked)
    if closed * 100 > len(asked) * _MOST_CLOSED:
        yield tell("V-I-21", field="interview.segments", percent=closed * 100 // len(asked), count=len(asked))


def _concerns(record: InterviewInFull) -> Iterator[Finding]:
    """A concern for safety is told and never kept with the record: its readers may not know of it."""
    if record.open_concerns:
        yield tell("V-I-20", field="interview.segments", count=record.open_concerns)


_DOUBTS: dict[str, Callable[[Rendering], bool]] = {
    "V-I-23.superseded": lambda each: each.state is RenderingState.SUPERSEDED,
    "V-I-23.draft": lambda each: each.state is RenderingState.DRAFT,
    "V-I-23.no-author": lambda each: each.author_id is None,
}
"""By finding: whether a rendering is named before the signature."""
