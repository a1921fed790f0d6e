"""Content of files under the sheet of their exhibit: as a program read it, and what was left out of it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.printed_content import NotPrinted, PrintedContent, PrintedFile, PrintedForm
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.printed_conversations import draw_conversation
from thb_desktop.report.parts.printed_pictures import draw_pictures
from thb_desktop.report.parts.printed_statements import draw_statements
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL, CELL_NOTE, NOTE, SMALL
from thb_desktop.words import capital

_UNKNOWN = "und"
"""The language of a file, which nobody told (BCP 47)."""
_BLANK, _END, _TAB = 5.0, 1.0, "    "
_SENDER, _GAP = 92.0, 8.0
_A = ord("A")
_AMOUNT = re.compile(
    r"[-+\N{MINUS SIGN}]?\d{1,3}(?:[ .,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]?\d{3})*[.,]\d\d"
)
"""Digits in groups, and two decimals: no day with its year is written so."""


def what_is_printed(setting: Setting) -> str:
    """Return of which exhibits content is printed, or that none is."""
    numbers = setting.content.release.contents
    if not numbers:
        return setting.words.exhibit.not_shown
    return setting.words.printed.intro.format(numbers=", ".join(numbers))


def draw_printed(setting: Setting, exhibit: Exhibit, content: PrintedContent) -> None:
    """Draw what is printed of the files of one exhibit."""
    flow, words = setting.flow, setting.words.printed
    for file in content.files:
        title = words.title.format(number=content.number, name=file.name)
        if file.why is not None:
            flow.text(setting.named(title, _told(setting, file)), NOTE)
            continue
        with flow.section("Sect", title=title):
            flow.heading(title, 3, mark=False)
            note = _told(setting, file)
            if file.pictures and file.form is not PrintedForm.CAPTURE:
                draw_pictures(setting, exhibit, file, flow.lay_out(note, NOTE))
            else:
                if file.shown:
                    flow.note(note)  # stays with the first rows below it
                else:
                    flow.text(note, NOTE)
                _draw_file(setting, file, title)
                draw_pictures(setting, exhibit, file, None)
    if content.files_left:
        flow.text(words.files_left.format(left=content.files_left), NOTE)


def _told(setting: Setting, file: PrintedFile) -> str:
    """Return what is printed and what is left out, or why nothing is printed."""
    words = setting.words.printed
    if file.why is not None:
        return {
            NotPrinted.FORM: words.nothing_form,
            NotPrinted.LOCKED: words.nothing_locked,
            NotPrinted.DAMAGED: words.nothing_damaged,
            NotPrinted.TOO_LARGE: words.nothing_too_large,
            NotPrinted.TOO_MANY: words.nothing_too_many,
        }[file.why]
    is_drawn = file.pictures and file.form is not PrintedForm.CAPTURE
    return setting.named(words.told, setting.apart((_of_pictures if is_drawn else _parts)(setting, file)))


def _parts(setting: Setting, file: PrintedFile) -> Iterator[str]:
    words = setting.words.printed
    if not file.is_of_pictures_alone:
        yield _counted(setting, file)
    if file.form in _OF_A_FORM:
        yield from _OF_A_FORM[file.form](setting, file)
    if file.columns_left:
        yield words.columns.format(left=file.columns_left)
    if file.shortened:
        yield words.shortened.format(left=file.shortened)
    if file.is_derived:
        yield words.derived
    if file.guessed:
        yield words.guessed.format(coding=file.guessed)


def _counted(setting: Setting, file: PrintedFile) -> str:
    words = setting.words.printed
    counted = {
        PrintedForm.TABLE: words.rows,
        PrintedForm.STATEMENT: words.entries,
        PrintedForm.CONVERSATION: words.messages,
        PrintedForm.TRANSCRIPT: words.passages,
    }
    left_out = words.more_than if file.left_out is None else str(file.left_out)
    return counted.get(file.form, words.lines).format(shown=file.shown, left=left_out)


def _of_conversation(setting: Setting, file: PrintedFile) -> Iterator[str]:
    words = setting.words.printed
    if file.form is PrintedForm.TRANSCRIPT:
        yield words.read_as.format(name=file.part)
        return
    if file.part:
        yield words.conversation.format(name=file.part)
    yield words.attached.format(left=file.parts_left)


def _of_table(setting: Setting, file: PrintedFile) -> Iterator[str]:
    if file.part:
        yield setting.words.printed.sheet.format(name=file.part, left=file.parts_left)


def _of_mail(setting: Setting, file: PrintedFile) -> Iterator[str]:
    yield setting.words.printed.attachments.format(left=file.parts_left)


def _of_statement(setting: Setting, file: PrintedFile) -> Iterator[str]:
    words = setting.words.printed
    yield words.read_statement.format(name=setting.words.label(StatementFormat(file.part)))
    if file.parts_left:
        yield words.statements_left.format(left=file.parts_left)
    if file.unread:
        yield words.unread.format(left=file.unread)


def _of_capture(setting: Setting, file: PrintedFile) -> Iterator[str]:
    words = setting.words.printed
    if not file.is_of_pictures_alone:
        yield words.page.format(name=file.part, left=file.parts_left)
    if file.pictures:
        yield words.captured_pictures.format(count=len(file.pictures))
        yield words.not_searched


_OF_A_FORM: Mapping[PrintedForm, Callable[[Setting, PrintedFile], Iterator[str]]] = {
    PrintedForm.TABLE: _of_table,
    PrintedForm.STATEMENT: _of_statement,
    PrintedForm.CONVERSATION: _of_conversation,
    PrintedForm.TRANSCRIPT: _of_conversation,
    PrintedForm.MAIL: _of_mail,
    PrintedForm.CAPTURE: _of_capture,
}
"""What is told of a form besides."""


def _of_pictures(setting: Setting, file: PrintedFile) -> Iterator[str]:
    words = setting.words.printed
    if file.form is PrintedForm.PAGES:
        yield words.pages.format(shown=file.shown, left=file.left_out)
        yield words.without_forms
    else:
        yield words.picture
    yield words.not_searched


def _draw_file(setting: Setting, file: PrintedFile, title: str) -> None:
    if file.form is PrintedForm.TABLE:
        _draw_table(setting, file.rows, title)
    elif file.form is PrintedForm.STATEMENT:
        draw_statements(setting, file.statements)
    elif file.form in (PrintedForm.CONVERSATION, PrintedForm.TRANSCRIPT):
        draw_conversation(setting, file.rows, title)
    else:
        _draw_facts(setting, file.facts)
        _draw_lines(setting, file.lines)


def _draw_lines(setting: Setting, lines: Sequence[str]) -> None:
    """Draw each line in the direction of its own letters; an empty one is room between two."""
    for line in lines:
        if line.strip():
            setting.flow.text(line.replace("\t", _TAB), SMALL, language=_UNKNOWN, after=0)
        else:
            setting.flow.gap(_BLANK)
    setting.flow.gap(_END)


def _draw_facts(setting: Setting, facts: Sequence[tuple[str, str]]) -> None:
    if not facts:
        return
    width = setting.flow.width - _SENDER - _GAP
    with Table(setting.flow, (_SENDER, width), gap=_GAP) as table:
        for name, value in facts:
            table.row(
                [
                    setting.cell(capital(name), _SENDER, CELL_NOTE, language=_UNKNOWN),
                    setting.cell(value, width, CELL, language=_UNKNOWN),
                ],
                headers=1,
            )


def _draw_table(setting: Setting, rows: Sequence[tuple[str, ...]], title: str) -> None:
    """Draw cells under the letters of their columns, as spreadsheets name them: what is a title, nobody
    said. On further pages the first row stands under the letters if it is of words alone.
    """
    if not rows:
        return
    count = max(map(len, rows))
    columns = [
        (setting.words.printed.row, [str(number) for number in range(1, len(rows) + 1)]),
        *(
            (chr(_A + column), [row[column].replace("\t", _TAB) if column < len(row) else "" for row in rows])
            for column in range(count)
        ),
    ]
    first = dict(enumerate(rows[0])) if _is_of_words(rows[0]) else {}
    again = {chr(_A + column): f"{chr(_A + column)}\n{text}" for column, text in first.items()}
    shown = [each for each in columns if any(each[1])]
    ends = [letter for letter, cells in shown[1:] if _is_of_amounts(cells[1 if first else 0 :])]
    setting.rows(shown, title=title, again=again, is_dense=True, at_end=ends)


def _is_of_amounts(cells: Sequence[str]) -> bool:
    """Whether the cells of a column are amounts with decimals, which stand at its end; some may be empty."""
    told = [each.strip() for each in cells if each.strip()]
    return bool(told) and all(map(_AMOUNT.fullmatch, told))


def _is_of_words(row: Sequence[str]) -> bool:
    """Whether each cell of a row says something, and none a figure: so titles of columns are."""
    return all(each.strip() and not any(map(str.isdigit, each)) for each in row)
