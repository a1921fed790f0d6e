"""The account in parallel columns: what was said, beside it each rendering, segment by segment."""

from collections.abc import Sequence

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull, Side
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.vocabulary import RenderingKind, SpeakerRole, UtteranceKind
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import ANSWER, CELL_NOTE, CELL_STRONG, LANDSCAPE, MARK, NOTE, PORTRAIT, QUESTION
from thb_desktop.report.text import Paragraph, TextStyle
from thb_desktop.words import capital

_NUMBER, _GAP = 58.0, 12.0


def columns_of(full: InterviewInFull, languages: Sequence[str]) -> tuple[str, ...]:
    """The languages of the columns beside the original: those asked for, and the original's own only where
    another wording of it was written (a record in Pidgin put into the English of courts).
    """
    spoken = full.interview.language
    other_wording = any(
        rendering.language == spoken and rendering.text != each.segment.source_text
        for each in full.segments
        for rendering in each.renderings
    )
    return tuple(each for each in languages if each != spoken or other_wording)


def draw_account(setting: Setting, full: InterviewInFull) -> None:
    """Draw the account; three columns of text stand on landscape pages."""
    flow, words = setting.flow, setting.words.interview
    columns = columns_of(full, setting.content.release.languages)
    geometry = LANDSCAPE if len(columns) > 1 else PORTRAIT
    with flow.section("Sect", title=words.account, geometry=geometry):
        flow.heading(words.account, 3)
        flow.text(words.account_note, NOTE)
        width = (flow.width - _NUMBER - _GAP * (len(columns) + 1)) / (len(columns) + 1)
        widths = [_NUMBER, *[width] * (len(columns) + 1)]
        with Table(flow, widths, header=_titles(setting, full, columns), gap=_GAP) as table:
            for each in full.segments:
                is_question = each.segment.kind is UtteranceKind.QUESTION
                cells = _cells(setting, each, full.interview.language, columns, width)
                table.row(cells, headers=1, ruled=not is_question, keep=is_question)
        _draw_makers(setting, full)


def _titles(setting: Setting, full: InterviewInFull, columns: Sequence[str]) -> list[str]:
    words, name = setting.words.interview, setting.words.language_name
    titles = [words.segment, f"{words.original}: {name(full.interview.language)}"]
    for language in columns:
        kinds = {
            rendering.kind
            for each in full.segments
            for rendering in each.renderings
            if rendering.language == language
        }
        labels = " / ".join(setting.words.label(kind) for kind in sorted(kinds))
        title = name(language)
        titles.append(f"{title[:1].upper()}{title[1:]}{f' ({labels})' if labels else ''}")
    return titles


def _cells(
    setting: Setting, each: SegmentInFull, spoken: str, columns: Sequence[str], width: float
) -> list[list[Paragraph]]:
    flow, segment = setting.flow, each.segment
    style = QUESTION if segment.kind is UtteranceKind.QUESTION else ANSWER
    first = spoken if segment.language in columns else segment.language
    original = [_text(setting, each.side(first), style, width, first)]
    if segment.marks:
        original.append(flow.lay_out(f"[{'; '.join(segment.marks)}]", MARK, width=width))
    cells = [_number(setting, each), original]
    for language in columns:
        side = each.side(language)
        if side.is_original and language == spoken:
            reworded = (one.text for one in each.renderings if one.language == spoken)
            side = Side(text=next(reworded, side.text), is_original=False)
        cells.append([_text(setting, side, style, width, language)])
    return cells


def _text(setting: Setting, side: Side, style: TextStyle, width: float, language: str) -> Paragraph:
    """What a side says; or that it was not written down, or not rendered."""
    words, flow = setting.words.interview, setting.flow
    if side.text is None:
        silent = words.not_captured if side.is_original else words.not_rendered
        return flow.lay_out(silent, MARK, width=width)
    return flow.lay_out(side.text, style, width=width, language=language)


def _number(setting: Setting, each: SegmentInFull) -> list[Paragraph]:
    """The printed number, an unusual speaker or kind of utterance, and the place in the recording."""
    flow, segment = setting.flow, each.segment
    lines = [flow.lay_out(each.label, CELL_STRONG, width=_NUMBER)]
    if segment.speaker not in (SpeakerRole.INTERVIEWER, SpeakerRole.PERSON_HEARD):
        lines.append(flow.lay_out(capital(setting.words.label(segment.speaker)), CELL_NOTE, width=_NUMBER))
    if segment.kind not in (UtteranceKind.QUESTION, UtteranceKind.ANSWER):
        lines.append(flow.lay_out(setting.words.label(segment.kind), CELL_NOTE, width=_NUMBER))
    if segment.recording_from:
        times = f"{segment.recording_from}\n{segment.recording_to}".strip()
        lines.append(flow.lay_out(times, CELL_NOTE, width=_NUMBER))
    return lines


def _author(setting: Setting, full: InterviewInFull, rendering: Rendering) -> str:
    interpreter = full.interpreter(rendering.author_id)
    return setting.interpreter_name(interpreter) if interpreter else ""


def _draw_makers(setting: Setting, full: InterviewInFull) -> None:
    """Who made the renderings, of which kind and in which state: once for all segments that agree."""
    words, label = setting.words.interview, setting.words.label
    makers: dict[tuple[str, RenderingKind, str, str], int] = {}
    for each in full.segments:
        for rendering in each.renderings:
            author = _author(setting, full, rendering)
            key = (rendering.language, rendering.kind, author, label(rendering.state))
            makers[key] = makers.get(key, 0) + 1
    if makers:
        setting.flow.heading(words.states, 3, mark=False)
        setting.flow.bullets(
            [
                f"{setting.words.language_name(language)}: {label(kind)}, {state}"
                + (f"; {words.made_by.lower()}: {made_by}" if made_by else "")
                + f" ({count} × {words.segment.lower()})"
                for (language, kind, made_by, state), count in makers.items()
            ],
            NOTE,
        )
