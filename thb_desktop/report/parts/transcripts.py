"""The words in a recording, under its sheet: the turns that have a place in it, as their records have them.

Only records of the bundle are read, as it tells them: what is withheld or masked there stands nowhere here.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, SegmentId
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.recording_places import part_in
from thb_desktop.domain.vocabulary import UtteranceKind
from thb_desktop.report.document.table import Link, Table
from thb_desktop.report.parts.bracketed import bracketed
from thb_desktop.report.parts.cited import passage_name, place_of
from thb_desktop.report.parts.described import name_of
from thb_desktop.report.parts.makers import voice_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.parts.standing import marked, record_label, struck_as
from thb_desktop.report.style import BESIDE_ANSWER, BESIDE_QUESTION, CELL_NOTE, CELL_STRONG, MARK, NOTE
from thb_desktop.report.text import Paragraph

MOST_TURNS, MOST_SIGNS = 120, 12_000
"""Printed of one record; the last turn that begins before so many code points is printed whole."""
_PASSAGE, _TIME, _VOICE, _GAP = 46.0, 76.0, 88.0, 8.0
_BEGINNING = 170.0
"""Points of heading, note, header and first turns, which stay on one page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The turns of a record that have a place in a recording. turns: those that are printed."""

    exhibit: Exhibit
    full: InterviewInFull
    turns: tuple[SegmentInFull, ...]
    left_out: int


def transcripts_of(content: BundleContent, *records: InterviewInFull) -> Iterator[Transcript]:
    """Yield what is printed of these records under the exhibits whose content is printed; without any, of all
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
            begins = accumulate((len(each.segment.source_text or "") for each in turns), initial=0)
            count = min(MOST_TURNS, sum(begun < MOST_SIGNS for _, begun in zip(turns, begins, strict=False)))
            for each in sorted(group & shown & exhibits.keys()) if turns else ():
                yield Transcript(
                    exhibit=exhibits[each],
                    full=full,
                    turns=tuple(turns[:count]),
                    left_out=len(turns) - count,
                )


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
    """Yield the passages that are printed under a sheet: as they are called, and their places."""
    for transcript in transcripts_of(content):
        yield from (
            (passage_name(transcript.full, each), place_of(transcript.full, each))
            for each in transcript.turns
        )


def lines_of(setting: Setting, full: InterviewInFull) -> Mapping[SegmentId, Link]:
    """Return where the turns of a record lead that are printed under the sheet of a recording."""
    found: dict[SegmentId, Link] = {}
    for each in transcripts_of(setting.content, full):
        for turn in each.turns:
            target = setting.flow.page.awaited(_place(each, turn))
            told = f"{each.exhibit.number} {_time(turn)}"
            found.setdefault(turn.segment.id, Link(target, told))
    return found


def told_under(setting: Setting, full: InterviewInFull) -> str:
    """Return under which sheets turns of a record are printed too; empty for none."""
    numbers = ", ".join(each.exhibit.number for each in transcripts_of(setting.content, full))
    return setting.words.printed.transcribed.format(numbers=numbers) if numbers else ""


def draw_transcript(setting: Setting, transcript: Transcript) -> None:
    """Draw the turns of one record in their order: passage, place in the recording, who spoke, words."""
    full, words = transcript.full, setting.words.printed
    setting, record = setting.of_record(full), full.interview.number
    flow = setting.flow
    title = words.transcript.format(number=transcript.exhibit.number, record=record)
    title += marked(setting, full)
    with flow.record(record_label(setting, full)), flow.section("Sect", title=title):
        flow.need(_BEGINNING)
        flow.heading(title, 3, mark=False)
        flow.text("\n".join(filter(None, _told(setting, transcript))), NOTE)
        width = flow.width - _PASSAGE - _TIME - _VOICE - 3 * _GAP
        header = (setting.words.interview.segment, words.time, words.sender, words.words)
        widths, again = (_PASSAGE, _TIME, _VOICE, width), setting.continued(title)
        with Table(flow, widths, header=header, continued=again, gap=_GAP) as table:
            for each in transcript.turns:
                cells = [
                    setting.cell(passage_name(full, each), _PASSAGE, CELL_STRONG),
                    setting.cell(_time(each), _TIME, CELL_NOTE),
                    setting.cell(voice_of(setting, each), _VOICE, CELL_NOTE),
                    list(_said(setting, full, each, width)),
                ]
                asks = each.segment.kind is UtteranceKind.QUESTION
                table.row(cells, headers=1, keep=asks, place=_place(transcript, each))


def _told(setting: Setting, transcript: Transcript) -> Iterator[str]:
    """Yield whose words these are, how they came to be written, who kept the record, and what is left out."""
    words, full = setting.words.printed, transcript.full
    yield words.transcript_note.format(record=full.interview.number)
    if keeper := setting.official(full.interview.record_keeper_id):
        yield setting.named(name_of(setting, INTERVIEW, "record_keeper_id"), keeper)
    ways = Counter(setting.words.label(each.segment.capture) for each in transcript.turns)
    original = setting.words.interview.original
    yield setting.named(original, ", ".join(f"{way} ({count})" for way, count in ways.items()))
    lines = words.lines.format(shown=len(transcript.turns), left=transcript.left_out)
    yield setting.named(words.told, lines)


def _said(setting: Setting, full: InterviewInFull, each: SegmentInFull, width: float) -> Iterator[Paragraph]:
    """Yield the words as they were taken down, never a rendering, and what the record says about them."""
    flow, words, segment = setting.flow, setting.words.interview, each.segment
    if segment.struck:
        yield flow.lay_out(struck_as(setting, segment), MARK, width=width)
    if segment.source_text is None:
        yield flow.lay_out(words.not_captured, MARK, width=width)
    else:
        style = BESIDE_QUESTION if segment.kind is UtteranceKind.QUESTION else BESIDE_ANSWER
        said = isolate_identifiers(segment.source_text)
        yield flow.lay_out(said, style, width=width, language=segment.language)
    if added := bracketed(setting, segment):
        yield flow.lay_out(added, MARK, width=width)
    for number in full.rectified_by(segment):
        yield flow.lay_out(setting.named(words.rectified_by, number), MARK, width=width)


def _time(each: SegmentInFull) -> str:
    return " \u2013 ".join(filter(None, (each.segment.recording_from, each.segment.recording_to)))


def _place(transcript: Transcript, each: SegmentInFull) -> str:
    return f"{transcript.exhibit.id}-{each.segment.id}"
