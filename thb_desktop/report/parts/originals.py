"""The custody of the exhibit from which a masked copy was made, where that exhibit is not in the bundle."""

from collections.abc import Sequence

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.originals_told import OriginalEvent, OriginalTold
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.cited import Passages
from thb_desktop.report.parts.custody import NAMES, NAMES_GAP, OF_ORDER, late_entries, of_events
from thb_desktop.report.parts.setting import Setting, instant
from thb_desktop.report.style import CELL, CELL_NOTE, CELL_STRONG, FACT, HEAD, LABEL
from thb_desktop.words import capital, field_name, sentence

_GAP, _ONE_LINE, _AIR = 4.0, 1000.0, 0.6
_STYLES = (CELL_STRONG, CELL, CELL, CELL_NOTE, CELL)


def draw_original(setting: Setting, number: str, passages: Passages) -> None:
    """Draw it below the sheet of the first of its copies, with the passages that name it; below that of
    another one, say where it stands. Nothing is drawn for any other exhibit.

    number: that of the exhibit whose sheet it is.
    """
    words, flow, content = setting.words.version, setting.flow, setting.content
    originals = content.version.originals if content.version else ()
    for told in originals:
        if number not in told.copies:
            continue
        first = first_copy(content, told)
        if number != first:
            flow.note(words.original_once.format(number=told.number, copy=first))
            continue
        flow.heading(words.original.format(number=told.number), 3, mark=False, about=place_of_original(told))
        flow.note(_explained(setting, told, originals))
        _draw_events(setting, told)
        _draw_passages_and_remarks(setting, told, passages)


def _explained(setting: Setting, told: OriginalTold, originals: Sequence[OriginalTold]) -> str:
    """Return what of an original is told and why; of a further one, that it is as with the first."""
    shown = [each for each in originals if first_copy(setting.content, each)]
    sheets = [each.exhibit.number for each in setting.content.exhibits]
    first = min(shown, key=lambda each: sheets.index(first_copy(setting.content, each)))
    if told is first:
        return setting.words.version.original_note.format(number=told.number)
    return capital(setting.words.interview.as_before.format(record=first.number))


def first_copy(content: BundleContent, told: OriginalTold) -> str:
    """Return the number of the copy under whose sheet the custody of its original stands; empty if none of
    its copies has a sheet.
    """
    shown = {each.exhibit.number for each in content.exhibits}
    return next((number for number in told.copies if number in shown), "")


def places_of_originals(content: BundleContent) -> dict[str, str]:
    """Return the number of each original whose custody is told, and the place to which it leads."""
    told = content.version.originals if content.version else ()
    return {each.number: place_of_original(each) for each in told if first_copy(content, each)}


def place_of_original(told: OriginalTold) -> str:
    """Return the name of the place at which the custody of an original is told."""
    return f"custody-{told.number}"


def original_remarks(setting: Setting, told: OriginalTold) -> list[str]:
    """Return what a reader should notice in the custody of an original, without late entries."""
    words, language = setting.words, setting.words.language
    remarks = []
    for finding in told.findings:
        remarks.append(sentence(finding, language))
        if finding.key == "custody.digest-differs":
            remarks += [
                words.custody.remark_characters.format(n=n, count=count)
                for n, count in told.differing
                if n == finding.values.get("n")
            ]
    reversed_order = (each.values.get("n") for each in told.findings if each.key in OF_ORDER)
    known = {number for number in reversed_order if isinstance(number, int)}
    return [*remarks, *of_events(setting, told.events, known)]


def _draw_events(setting: Setting, told: OriginalTold) -> None:
    words, result = setting.words.custody, field_name("custody_event.result", setting.words.language)
    header = (words.event, words.act, words.occurred, "", capital(result))
    rows = [_texts(setting, each, len(told.events)) for each in told.events]
    widths = _widths(setting, header, rows)
    with Table(setting.flow, widths, header=header, gap=_GAP) as table:
        for number, row in enumerate(rows, 1):
            told_in = zip(row, widths, _STYLES, strict=True)
            cells = [setting.cell(text, width, style) for text, width, style in told_in]
            table.row(cells, headers=1, keep=number == len(rows) - 1)  # the last is not alone on a page


def _texts(setting: Setting, each: OriginalEvent, total: int) -> tuple[str, ...]:
    words, label = setting.words.custody, setting.words.label
    occurred = setting.here(each.occurred_at) if each.is_of_program else each.occurred_at
    return (
        words.n_of_n.format(n=each.number, total=total),
        capital(label(each.action)),
        instant(occurred),
        words.recorded.format(at=instant(setting.here(each.recorded_at))),
        label(each.result) if each.result else "",
    )


def _widths(setting: Setting, header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the widths of the columns: numbers and times stand in one line each, acts and results share what
    is left.
    """
    flow = setting.flow
    wanted = [
        max(
            flow.lay_out(title, HEAD, width=_ONE_LINE).natural_width,
            *(flow.lay_out(text, style, width=_ONE_LINE).natural_width for text in texts),
        )
        + _AIR
        for title, texts, style in zip(header, zip(*rows, strict=True), _STYLES, strict=True)
    ]
    event, act, occurred, recorded, result = wanted
    left = flow.width - _GAP * (len(wanted) - 1) - event - occurred - recorded
    share = left * act / (act + result)
    return [event, share, occurred, recorded, left - share]


def _draw_passages_and_remarks(setting: Setting, told: OriginalTold, passages: Passages) -> None:
    """Draw which passages name the original, if any, and what a reader should notice."""
    words, width = setting.words.custody, setting.flow.width - NAMES - NAMES_GAP
    remarks = [*original_remarks(setting, told), *late_entries(setting, told.events)] or [words.no_remarks]
    text = "\n".join(f"– {each}" for each in remarks) if len(remarks) > 1 else remarks[0]
    named_in = ", ".join(name for name, _ in passages.get(told.number, ()))
    rows = [(setting.words.exhibit.named_in, named_in), (words.remarks, text)]
    with Table(setting.flow, (NAMES, width), gap=NAMES_GAP) as table:
        for name, value in rows:
            if value:
                table.row([setting.cell(name, NAMES, LABEL), setting.cell(value, width, FACT)], headers=1)
