"""What the office added to a turn, in square brackets: what was observed, and what it links the turn to."""

from collections.abc import Iterator

from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import Conduct, UtteranceKind
from thb_desktop.report.parts.setting import Setting


def bracketed(setting: Setting, segment: Segment) -> str:
    """Return the additions to a turn in their brackets; empty if there is none."""
    added = (*_conduct(setting, segment), *segment.marks)
    return f"[{'; '.join(added)}]" if added else ""


def _conduct(setting: Setting, segment: Segment) -> Iterator[str]:
    """Return what could be seen or heard: a silence with its seconds, pointing with what was pointed at."""
    if segment.kind is UtteranceKind.DESCRIPTION and segment.source_text:
        return  # its words say it
    further = {
        Conduct.SILENCE: f"{segment.silence_seconds} s" if segment.silence_seconds else "",
        Conduct.POINTS: segment.pointed_at,
    }
    named = (each for each, told in further.items() if told)
    for each in dict.fromkeys((*segment.conduct, *named)):
        told = setting.words.label(each)
        yield f"{told} ({further[each]})" if further.get(each) else told
