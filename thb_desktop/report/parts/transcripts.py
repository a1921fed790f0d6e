"""The turns of records that have a place in a recording, under its sheet: which they are, and where they are
in it. Their words stand once, in their record, to which each leads.

Only records of the bundle are read: what is withheld stands nowhere here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, SegmentId
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.recording_places import part_in
from thb_desktop.report.document.flow import beginning
from thb_desktop.report.document.table import Link
from thb_desktop.report.parts.cited import passage_name, place_of
from thb_desktop.report.parts.described import name_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.parts.standing import marked
from thb_desktop.report.style import CELL

_AFTER = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The turns of a record that have a place in a recording."""

    exhibit: Exhibit
    full: InterviewInFull
    turns: tuple[SegmentInFull, ...]


def transcripts_of(content: BundleContent, *records: InterviewInFull) -> Iterator[Transcript]:
    """Yield what is told of these records under the exhibits whose content is printed; without any, of all
    records.
    """
    shown = {each.exhibit_id for each in content.printed}
    exhibits = {each.exhibit.id: each.exhibit for each in content.exhibits}
    for full in records or content.interviews:
        groups = _recordings(full)
        for group in groups:
            names = {exhibits[each].number for each in group if each in exhibits}
            names |= {""} if len(groups) == 1 else set()
            turns = [each for each in full.segments if _part(each) in names]
            for each in sorted(group & shown & exhibits.keys()) if turns else ():
                yield Transcript(exhibit=exhibits[each], full=full, turns=tuple(turns))


def _recordings(full: InterviewInFull) -> list[frozenset[ExhibitId]]:
    """Return the recordings of a record, each with its working copy; none of a note, which has no account."""
    if full.interview.rectifies_id is not None:
        return []
    rows = ((each.exhibit_id, each.working_copy_id) for each in full.recordings if not each.struck)
    groups = [frozenset(one for one in each if one) for each in dict.fromkeys(rows)]
    whole = full.interview.recording_id
    if whole and not any(whole in each for each in groups):
        groups.append(frozenset({whole}))
    return [each for each in groups if each]


def _part(each: SegmentInFull) -> str | None:
    """Return which recording the place of a turn names, empty for none; None if the turn has no place."""
    return part_in(each.segment.recording_from or each.segment.recording_to)


def passages_printed(content: BundleContent) -> Iterator[tuple[str, str]]:
    """Yield the passages named under the sheet of a recording: as they are called, and their places."""
    for transcript in transcripts_of(content):
        yield from (
            (passage_name(transcript.full, each), place_of(transcript.full, each))
            for each in transcript.turns
        )


def lines_of(setting: Setting, full: InterviewInFull) -> Mapping[SegmentId, Link]:
    """Return where the turns of a record lead that are named under the sheet of a recording."""
    found: dict[SegmentId, Link] = {}
    for each in transcripts_of(setting.content, full):
        target = setting.flow.page.awaited(_place(each))
        for turn in each.turns:
            told = f"{each.exhibit.number} {_time(turn)}"
            found.setdefault(turn.segment.id, Link(target, told))
    return found


def told_under(setting: Setting, full: InterviewInFull) -> str:
    """Return under which sheets turns of a record are named; empty for none."""
    numbers = ", ".join(each.exhibit.number for each in transcripts_of(setting.content, full))
    return setting.words.printed.transcribed.format(numbers=numbers) if numbers else ""


def draw_transcript(setting: Setting, transcript: Transcript) -> None:
    """Draw which turns of one record have a place in a recording, and which: their words stand in the record,
    to which each leads.
    """
    full, words = transcript.full, setting.words.printed
    setting, record = setting.of_record(full), full.interview.number
    flow = setting.flow
    title = words.transcript.format(number=transcript.exhibit.number, record=record)
    title += marked(setting, full)
    with flow.section("Sect", title=title):
        flow.heading(title, 3, mark=False)
        flow.note("\n".join(filter(None, _told(setting, transcript))))
        listed = flow.lay_out(setting.apart(_placed(full, each) for each in transcript.turns), CELL)
        flow.need(beginning(listed))
        flow.document.name_place(_place(transcript), page=flow.page, top=flow.top)
        flow.paragraph(listed, kind="P", x=flow.left)
        flow.gap(_AFTER)


def _told(setting: Setting, transcript: Transcript) -> Iterator[str]:
    """Yield whose words these are, how they came to be written, and who kept the record."""
    words, full = setting.words.printed, transcript.full
    yield words.transcript_note.format(record=full.interview.number)
    if keeper := setting.official(full.interview.record_keeper_id):
        yield setting.named(name_of(setting, INTERVIEW, "record_keeper_id"), keeper)
    ways = Counter(setting.words.label(each.segment.capture) for each in transcript.turns)
    told = ", ".join(f"{way} ({count})" for way, count in ways.items())
    yield setting.named(setting.words.interview.original, told)


def _placed(full: InterviewInFull, each: SegmentInFull) -> str:
    """A turn and its place in the recording; what belongs together is not parted at the end of a line."""
    return f"{passage_name(full, each)} ({_time(each)})".replace(" \u2013 ", "\u00a0\u2013\u00a0")


def _time(each: SegmentInFull) -> str:
    return " \u2013 ".join(filter(None, (each.segment.recording_from, each.segment.recording_to)))


def _place(transcript: Transcript) -> str:
    return f"{transcript.exhibit.id}-{transcript.full.interview.id}"
