"""The times of turns: by the clock, and in the recording; those of a question and its answer stand once."""

from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.vocabulary import UtteranceKind


def times_of(each: SegmentInFull, before: SegmentInFull | None, after: SegmentInFull | None) -> list[str]:
    """Return the times of a turn. before, after: the turns around it.

    An answer that follows its question in the recording has no place of its own there, nor a time by the
    clock. Where both are in the same part, its beginning stands at the question, its end at the answer.
    """
    segment, told = each.segment, []
    if segment.at is not None and not _is_pair(before, each):
        told.append(f"{segment.at:%H:%M}")
    if _are_one_part(before, each):
        told.append(segment.recording_to)
    elif _are_one_part(each, after):
        told.append(f"{segment.recording_from} –")
    elif not _continues(before, each):
        told.append(" – ".join(filter(None, _part(each))))
    return [text for text in told if text]


def _continues(before: SegmentInFull | None, each: SegmentInFull) -> bool:
    """Whether this is the answer to the question before, and begins in the recording where that ends, or is
    in the same part of it.
    """
    if before is None or not _is_pair(before, each):
        return False
    return _part(before) == _part(each) or before.segment.recording_to == each.segment.recording_from


def _is_pair(before: SegmentInFull | None, each: SegmentInFull) -> bool:
    """Whether this is an answer, and the turn before it the question."""
    pair = (UtteranceKind.QUESTION, UtteranceKind.ANSWER)
    return before is not None and (before.segment.kind, each.segment.kind) == pair


def _are_one_part(question: SegmentInFull | None, answer: SegmentInFull | None) -> bool:
    """Whether these are a question and its answer in one part of the recording whose ends are both known."""
    if question is None or answer is None or not _is_pair(question, answer):
        return False
    return _part(question) == _part(answer) and all(_part(answer))


def _part(turn: SegmentInFull) -> tuple[str, str]:
    return turn.segment.recording_from or "", turn.segment.recording_to or ""
