"""Rules about line-ups (V-I-30): what a court asks of a recognition, and its record lacks."""

from collections.abc import Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.lineup_codes import LineupResult
from thb_desktop.domain.vocabulary import TimelineKind
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

_NAMED_SOMEBODY = (LineupResult.RECOGNISED, LineupResult.POSSIBLY)


def check_lineups(record: InterviewInFull) -> Iterator[Finding]:
    """Find a line-up of the timeline that is not described, one of which no picture is kept, and a
    recognition that does not say of whom.
    """
    standing = {each.id for each in record.lineups}
    for event in record.timeline:
        if event.kind is TimelineKind.PHOTO_LINEUP and event.lineup_id not in standing:
            yield warn("V-I-30.not-described", about=event.id, field="timeline_event.lineup_id", at=event.at)
    for each in record.lineups:
        if each.exhibit_id is None:
            yield warn("V-I-30.not-kept", about=each.id, field="lineup.exhibit_id", number=each.number)
        if each.result in _NAMED_SOMEBODY and is_blank(each.chosen):
            yield warn("V-I-30.not-chosen", about=each.id, field="lineup.chosen", number=each.number)
