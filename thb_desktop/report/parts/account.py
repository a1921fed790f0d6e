"""The account on two sides: each segment on the side of its language, its rendering on the other.

Left is the person's language, right that of the procedure; further languages follow. A bar and a word mark
the original; a rendering shows its author.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.reading_order import isolate_identifiers
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import Conduct, RenderingState, UtteranceKind
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.names import interpreter_name
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import (
    ANSWER,
    CELL_NOTE,
    CELL_STRONG,
    HEAD,
    LANDSCAPE,
    MARK,
    NOTE,
    PORTRAIT,
    QUESTION,
)
from thb_desktop.report.text import Paragraph, TextStyle
from thb_desktop.words import capital

_NUMBER, _GAP = 58.0, 14.0
_BEGINNING = 190.0
"""Room for the heading, the note and a first question, which must be on one page."""
_LOUD = frozenset({RenderingState.SUPERSEDED, RenderingState.CONTESTED, RenderingState.WITHDRAWN})
"""States of a rendering on which nobody should rely without checking."""


def columns_of(full: InterviewInFull, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the two sides, then the further languages of the bundle that occur in the record."""
    written = {one.language for each in full.segments for one in each.renderings}
    sides = tuple(dict.fromkeys(full.sides))
    return (*sides, *(each for each in languages if each in written and each not in sides))


def draw_account(setting: Setting, full: InterviewInFull) -> None:
    """Draw the account; three columns of text need landscape pages."""
    flow, words = setting.flow, setting.words.interview
    columns = columns_of(full, setting.content.release.languages)
    geometry = LANDSCAPE if len(columns) > 2 else PORTRAIT
    with flow.section("Sect", title=words.account, geometry=geometry):
        flow.need(_BEGINNING)
        flow.heading(words.account, 3)
        flow.text(words.account_note, NOTE)
        width = (flow.width - _NUMBER - _GAP * len(columns)) / len(columns)
        widths = [_NUMBER, *[width] * len(columns)]
        with Table(flow, widths, header=_titles(setting, full, columns), gap=_GAP) as table:
            for each in full.segments:
                asks = each.segment.kind is UtteranceKind.QUESTION
                cells = [_number(setting, each)]
                cells += [
                    _cell(setting, full, each, language=language, columns=columns, width=width)
                    for language in columns
                ]
                barred = [at for at, language in enumerate(columns, 1) if language == _own(each, columns)]
                table.row(cells, headers=1, ruled=not asks, keep=asks, barred=barred)
        _draw_makers(setting, full)


def _own(each: SegmentInFull, columns: Sequence[str]) -> str:
    """Return the column of the original: that of its language, or the first if it has none."""
    return each.segment.language if each.segment.language in columns else columns[0]


def _titles(setting: Setting, full: InterviewInFull, columns: Sequence[str]) -> list[str]:
    words, (person, procedure) = setting.words.interview, full.sides
    sides = {procedure: words.side_procedure, person: words.side_person}
    named = ((capital(setting.words.language_name(each)), sides.get(each, "")) for each in columns)
    return [words.segment, *(f"{name} ({side})" if side else name for name, side in named)]


def _cell(
    setting: Setting,
    full: InterviewInFull,
    each: SegmentInFull,
    *,
    language: str,
    columns: Sequence[str],
    width: float,
) -> list[Paragraph]:
    """Return a segment in one language: the original with its mark, or a rendering with its author."""
    flow, words = setting.flow, setting.words.interview
    style = QUESTION if each.segment.kind is UtteranceKind.QUESTION else ANSWER
    found = [one for one in each.renderings if one.language == language]
    lines: list[Paragraph] = []
    if language == _own(each, columns):
        lines += _original(setting, each, language, style, width)
        found = [one for one in found if one.text != each.segment.source_text]
    elif not found:
        known = language in (*setting.content.release.languages, full.interview.language)
        lines.append(flow.lay_out(words.not_rendered if known else words.left_out, MARK, width=width))
    for rendering in found:
        loud = rendering.state in _LOUD
        lines.append(flow.lay_out(_made(setting, full, rendering), HEAD if loud else CELL_NOTE, width=width))
        lines += _struck(setting, each, width)
        lines.append(_words(setting, rendering.text, style, width, language))
    lines += _corrections(setting, full, each, language=language, columns=columns, width=width)
    return lines


def _original(
    setting: Setting, each: SegmentInFull, language: str, style: TextStyle, width: float
) -> Iterator[Paragraph]:
    flow, words, segment = setting.flow, setting.words.interview, each.segment
    spoken = "" if segment.language == language else f": {setting.words.language_name(segment.language)}"
    yield flow.lay_out(f"{words.original}{spoken}", HEAD, width=width)
    yield from _struck(setting, each, width)
    if segment.source_text is None:
        place = " – ".join(part for part in (segment.recording_from, segment.recording_to) if part)
        silent = words.not_captured_at.format(place=place) if place else words.not_captured
        yield flow.lay_out(silent, MARK, width=width)
    else:
        yield _words(setting, segment.source_text, style, width, segment.language)
    if observed := (*_conduct(setting, segment), *segment.marks):
        yield flow.lay_out(f"[{'; '.join(observed)}]", MARK, width=width)


def _conduct(setting: Setting, segment: Segment) -> Iterator[str]:
    """Return what could be seen or heard besides words, a silence with its seconds."""
    for each in segment.conduct:
        seconds = segment.silence_seconds if each is Conduct.SILENCE else None
        told = setting.words.label(each)
        yield f"{told} ({seconds} s)" if seconds else told
    if segment.silence_seconds and Conduct.SILENCE not in segment.conduct:
        yield f"{setting.words.label(Conduct.SILENCE)} ({segment.silence_seconds} s)"


def _struck(setting: Setting, each: SegmentInFull, width: float) -> Iterator[Paragraph]:
    """Return that a segment was struck out, with the stored reason: it stands at each text of it."""
    if each.segment.struck:
        told = setting.words.interview.struck.format(reason=each.segment.struck)
        yield setting.flow.lay_out(told, MARK, width=width)


def _corrections(
    setting: Setting,
    full: InterviewInFull,
    each: SegmentInFull,
    *,
    language: str,
    columns: Sequence[str],
    width: float,
) -> Iterable[Paragraph]:
    """Return the corrections of a text, as requested at the reading back: before, after, who asked, and why.

    A correction in a language without a column stands at the original, with the name of its language.
    """
    words, label, own = setting.words.interview, setting.words.label, _own(each, columns)
    for one in full.corrections_of(each.segment):
        shown = one.language in columns
        if (one.language if shown else own) != language:
            continue
        who = one.requester or (label(one.requested_by) if one.requested_by else "")
        why = label(one.reason) if one.reason else ""
        parts = (
            "" if shown or not one.language else capital(setting.words.language_name(one.language)),
            setting.named(words.before, one.before),
            setting.named(words.after, one.after),
            setting.named(words.requested_by, ", ".join(filter(None, (who, why)))),
        )
        yield setting.flow.lay_out("\n".join(filter(None, parts)), MARK, width=width)


def _words(setting: Setting, text: str, style: TextStyle, width: float, language: str) -> Paragraph:
    """Return a text of the record; numbers and the like keep their order in right-to-left text."""
    return setting.flow.lay_out(isolate_identifiers(text), style, width=width, language=language)


def _made(setting: Setting, full: InterviewInFull, rendering: Rendering) -> str:
    """Return the kind of a rendering, its author, and its state if that matters."""
    label = setting.words.label
    told = [capital(label(rendering.kind)), _author(setting, full, rendering)]
    if rendering.state in _LOUD or full.certified_by(rendering):
        told.append(label(rendering.state))
    return ", ".join(told)


def _number(setting: Setting, each: SegmentInFull) -> list[Paragraph]:
    """Return the printed number, question or answer and the speaker in words, the place in the recording."""
    flow, segment, label = setting.flow, each.segment, setting.words.label
    lines = [flow.lay_out(each.label, CELL_STRONG, width=_NUMBER)]
    named = setting.names.get(segment.speaker_id, "") if segment.speaker_id else ""
    recorded = " – ".join(part for part in (segment.recording_from, segment.recording_to) if part)
    told = (label(segment.kind), label(segment.speaker), named, recorded)
    lines += [flow.lay_out(capital(text), CELL_NOTE, width=_NUMBER) for text in told if text]
    return lines


def _author(setting: Setting, full: InterviewInFull, rendering: Rendering) -> str:
    interpreter = full.interpreter(rendering.author_id)
    if interpreter is None:
        return setting.words.interview.author_not_recorded
    return interpreter_name(interpreter)


def _draw_makers(setting: Setting, full: InterviewInFull) -> None:
    """How originals were transcribed; who made and typed the renderings, of which kind and state: once for
    all segments that agree.
    """
    words, label = setting.words.interview, setting.words.label
    told = Counter[str]()
    for each in full.segments:
        language = setting.words.language_name(each.segment.language)
        told[setting.named(language, f"{words.original.lower()}, {label(each.segment.capture)}")] += 1
        for one in each.renderings:
            language, typed = setting.words.language_name(one.language), setting.names.get(one.typed_by, "")
            made = [f"{label(one.kind)}, {label(one.state)}"]
            made.append(setting.named(words.made_by.lower(), _author(setting, full, one)))
            if typed:
                made.append(setting.named(words.typed_by, typed))
            told[setting.named(language, "; ".join(made))] += 1
    if told:
        setting.flow.need(40 + 14 * len(told))
        setting.flow.heading(words.states, 3, mark=False)
        setting.flow.bullets(
            [f"{line} ({count} × {words.segment.lower()})" for line, count in told.items()], NOTE
        )
