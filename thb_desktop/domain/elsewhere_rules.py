"""Rules of a record of a statement made elsewhere. Those of an interview held here are not asked of it."""

from collections.abc import Iterator
from datetime import datetime

from thb_desktop.domain.elsewhere import StatementElsewhere
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_times import check_header
from thb_desktop.domain.page_comparisons import compared_pages, placed
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse
from thb_desktop.findings import unknown as warn


def check_taken_over(
    record: InterviewInFull, statement: StatementElsewhere, now: datetime
) -> Iterator[Finding]:
    """V-I-24: every turn has its place, every page was compared as it is now. V-I-25: what is not known."""
    segments = [each.segment for each in record.segments]
    yield from check_header(record.interview, now=now)
    standing = [each for each in segments if not each.struck]
    if not standing:
        yield refuse("V-I-24.nothing", field="interview.segments")
    places = {each.segment.id: each.place for each in placed(segments, record.places)}
    for segment in standing:
        place = places.get(segment.id)
        if place is None:
            yield refuse("V-I-24.place", about=segment.id)
        elif any(each.digest != statement.sha256 or each.page > statement.pages for each in place.anchors):
            yield refuse("V-I-24.file", about=segment.id)
    compared = compared_pages(segments, record.places, record.comparisons)
    missing = [page for page in range(1, statement.pages + 1) if page not in compared]
    if missing:
        yield refuse("V-I-24.compared", field="interview.segments", page=missing[0])
    if not statement.taken_by:
        yield warn("V-I-25.taken_by", field="statement_elsewhere.taken_by")
    if not statement.authority:
        yield warn("V-I-25.authority", field="statement_elsewhere.authority")
    if statement.signed is None:
        yield warn("V-I-25.signed", field="statement_elsewhere.signed")
    if record.interview.day is None:
        yield warn("V-I-25.day", field="interview.held_on")
