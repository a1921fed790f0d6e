"""The state of a record and of its turns, in the words without which they are not printed."""

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.segment import Segment, StruckCode
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.report.parts.setting import Setting, in_groups

_MARKED = (InterviewState.ANNULLED_BY_DECISION, InterviewState.RESTRICTED)


def marked(setting: Setting, full: InterviewInFull) -> str:
    """Return the word without which an annulled or restricted record is never printed; nothing for others."""
    return f" – {setting.words.label(full.state).upper()}" if full.state in _MARKED else ""


def record_label(setting: Setting, full: InterviewInFull) -> str:
    """Return how the foot of a page names a record of which it prints something."""
    number, digest = full.interview.number, in_groups(full.digest[:16])
    return f"{setting.words.common.record} {number} {digest}{marked(setting, full)}"


def struck_as(setting: Setting, segment: Segment) -> str:
    """Return that a turn was struck out, with the stored reason."""
    reason = segment.struck
    told = setting.words.label(StruckCode(reason)) if reason in set(StruckCode) else reason
    return setting.words.interview.struck.format(reason=told)
