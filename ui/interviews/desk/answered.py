"""What this person has answered already, so that nothing is asked twice without a reason."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.vocabulary import UtteranceKind
from ui.interviews.desk.short_codes import folded

_LEAST, _STEM, _MOST = 4, 5, 4
"""Letters of a word that counts, and of its stem; answers that are shown."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question that was asked, its answer, and where both stand: the record and the turn."""

    question: str
    answer: str
    record: str
    turn: str


def answers_in(record: InterviewInFull) -> Iterator[Answered]:
    """Return the questions and answers of a record, in the language of its procedure where there is one."""
    asked: SegmentInFull | None = None
    for full in record.segments:
        if full.segment.struck:
            continue
        if full.segment.kind is UtteranceKind.QUESTION:
            asked = full
        elif full.segment.kind is UtteranceKind.ANSWER and asked is not None:
            yield Answered(
                question=_text(asked, record),
                answer=_text(full, record),
                record=record.interview.number,
                turn=full.label,
            )


def alike(typed: str, known: Sequence[Answered]) -> list[Answered]:
    """Return the answers nearest to what is being asked, latest first.

    Of the words that they share, a rare and long one counts more than one that stands in many questions.
    """
    wanted = _stems(typed)
    stems = [_stems(f"{each.question} {each.answer}") for each in known]
    held = Counter(chain.from_iterable(stems))
    found = [
        (sum(len(stem) / held[stem] for stem in wanted & each), answered)
        for each, answered in zip(stems, known, strict=True)
    ]
    nearest = sorted((pair for pair in reversed(found) if pair[0]), key=lambda pair: -pair[0])
    return [each for _, each in nearest[:_MOST]]


def _text(full: SegmentInFull, record: InterviewInFull) -> str:
    interview = record.interview
    sides = (interview.procedure_language, interview.language, full.segment.language)
    return next((text for text in (full.side(each).text for each in sides) if text), "")


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(folded(text)) if len(word) >= _LEAST}
