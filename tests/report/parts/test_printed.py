"""Content of files under a sheet: what is above a table is not parted from it, and two who write have a side
each.
"""

from collections.abc import Sequence

import pytest

from tests.report.parts.test_what_readers_take_it_for import setting_of
from tests.support.bundles import case_content
from thb_desktop.domain.printed_content import NotPrinted, PrintedContent, PrintedFile, PrintedForm
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.structure import Element
from thb_desktop.report.document.table import Table, _Row
from thb_desktop.report.parts.printed import draw_printed
from thb_desktop.report.parts.printed_conversations import in_pairs
from thb_desktop.report.text import Paragraph


@pytest.mark.parametrize("room", range(30, 100, 10))
def test_the_note_above_a_printed_table_is_on_the_page_of_its_first_row(
    room: int, monkeypatch: pytest.MonkeyPatch
):
    content = case_content("perla")
    setting, exhibit = setting_of(content), content.exhibits[0].exhibit
    file = PrintedFile(
        name="a.csv", sha256="0" * 64, form=PrintedForm.TABLE, rows=(("first", "cell"), ("second", "cell"))
    )
    pages, drawn = dict[str, int](), Flow.draw

    def noted(self: Flow, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        pages.setdefault(paragraph.text.partition(":")[0], id(self.page))
        drawn(self, paragraph, element, x, top)

    monkeypatch.setattr(Flow, "draw", noted)
    setting.flow.text("before")
    setting.flow.top = setting.flow.geometry.bottom + room

    draw_printed(setting, exhibit, PrintedContent(exhibit_id=exhibit.id, number="E-01", files=(file,)))

    assert pages[setting.words.printed.told] == pages["first"]


def rows_of(messages: Sequence[tuple[str, str, str]], monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The titles of a printed conversation, then its rows."""
    content = case_content("perla")
    setting, exhibit = setting_of(content), content.exhibits[0].exhibit
    file = PrintedFile(name="a.txt", sha256="0" * 64, form=PrintedForm.CONVERSATION, rows=tuple(messages))
    told, drawn = list[list[str]](), Table._draw

    def noted(self: Table, row: _Row) -> None:
        if not told:
            told.append([each.text for each in self._header])
        told.append(["\n".join(each.text for each in cell) for cell in row.cells])
        drawn(self, row)

    monkeypatch.setattr(Table, "_draw", noted)
    draw_printed(setting, exhibit, PrintedContent(exhibit_id=exhibit.id, number="E-01", files=(file,)))
    return told


def test_two_who_write_to_each_other_have_a_side_each_and_all_stands_in_its_order(
    monkeypatch: pytest.MonkeyPatch,
):
    messages = [
        *(("1", "Ana", "hello"), ("2", "Ion", "yes?"), ("3", "Ion", "who is it"), ("4", "Ana", "me")),
        *(("5", "Ana", "Ana"), ("6", "Ion", "ah"), ("7", "Ana", "yes")),
    ]

    assert rows_of(messages, monkeypatch) == [
        ["Time", "Who: Ana", "Time", "Who: Ion"],
        ["1", "hello", "2", "yes?"],
        ["", "", "3", "who is it"],
        ["4", "me", "", ""],
        ["5", "Ana", "6", "ah"],
        ["7", "yes", "", ""],
    ]


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([("3", "", "calls are encrypted")], id="of the program"),
        pytest.param([("3", "Eva", "hello")], id="of a third"),
    ],
)
def test_what_neither_of_two_wrote_stands_on_no_side(
    others: list[tuple[str, str, str]], monkeypatch: pytest.MonkeyPatch
):
    messages = [("1", "Ana", "hello"), ("2", "Ion", "yes?"), *others]

    titles, *rows = rows_of(messages, monkeypatch)
    assert titles == ["Time", "Who", "Words"]
    assert rows == [list(each) for each in messages]


@pytest.mark.parametrize(
    "messages",
    [
        pytest.param([(str(at), "Ana", "words") for at in range(9)] + [("9", "Ion", "no")], id="no answers"),
        pytest.param([("1", "Ana", "long words " * 20), ("2", "Ion", "no")] * 3, id="long"),
    ],
)
def test_each_message_has_a_row_of_its_own_where_sides_would_be_no_shorter(
    messages: list[tuple[str, str, str]], monkeypatch: pytest.MonkeyPatch
):
    titles, *rows = rows_of(messages, monkeypatch)
    assert titles == ["Time", "Who", "Words"]
    assert len(rows) == len(messages)


def test_no_message_is_left_out_of_the_pairs():
    messages = [(str(at), "Ion" if at % 3 else "Ana", "") for at in range(40)]

    assert [each for pair in in_pairs(messages) for each in pair if each] == messages


@pytest.mark.timeout(60)
@pytest.mark.parametrize("title", ["words " * 3000, "x" * 6000])
def test_a_first_row_that_fills_a_page_is_not_told_again_on_each(title: str, monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    setting, exhibit = setting_of(content), content.exhibits[0].exhibit
    rows = ((title, "name"), *((f"row {at}", "b") for at in range(100)))
    file = PrintedFile(name="a.csv", sha256="0" * 64, form=PrintedForm.TABLE, rows=rows)
    pages, drawn = dict[int, None](), Table._draw

    def noted(self: Table, row: _Row) -> None:
        drawn(self, row)
        pages[id(self._flow.page)] = None

    monkeypatch.setattr(Table, "_draw", noted)
    draw_printed(setting, exhibit, PrintedContent(exhibit_id=exhibit.id, number="E-01", files=(file,)))

    assert len(pages) <= 4


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", ["a name of nobody " * 300, " ", "\u200b", "x" * 3000])
def test_a_name_that_is_none_or_fills_pages_is_not_the_title_of_a_side(
    name: str, monkeypatch: pytest.MonkeyPatch
):
    messages = [(str(at), "Ana" if at % 2 else name, "words") for at in range(6)]

    titles, *rows = rows_of(messages, monkeypatch)

    assert titles == ["Time", "Who", "Words"]
    assert len(rows) == len(messages)


def test_the_time_of_one_message_is_not_the_name_of_a_row_with_two(monkeypatch: pytest.MonkeyPatch):
    headers, drawn = list[int](), Table._draw

    def noted(self: Table, row: _Row) -> None:
        headers.append(row.headers)
        drawn(self, row)

    monkeypatch.setattr(Table, "_draw", noted)
    titles, *_ = rows_of([("1", "Ana", "hello"), ("2", "Ion", "yes?")], monkeypatch)

    assert len(titles) == 4
    assert headers == [0]


def test_why_nothing_of_a_file_is_printed_is_one_line(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    setting, exhibit = setting_of(content), content.exhibits[0].exhibit
    file = PrintedFile(name="a.wav", sha256="0" * 64, form=PrintedForm.NOTHING, why=NotPrinted.FORM)
    told: list[str] = []
    monkeypatch.setattr(setting.flow, "text", lambda text, *_: told.append(text))
    monkeypatch.setattr(setting.flow, "heading", lambda *_, **__: told.append("a heading"))

    draw_printed(setting, exhibit, PrintedContent(exhibit_id=exhibit.id, number="E-01", files=(file,)))

    title = setting.words.printed.title.format(number="E-01", name="a.wav")
    assert told == [setting.named(title, setting.words.printed.nothing_form)]


@pytest.mark.parametrize(
    ("cells", "at_end"),
    [
        (("Sum", "91,12", "", "-1.240,50"), True),
        (("91.12", "1 240.50", "7.00", "8.00"), True),
        (("Sum", "91,12", "unknown", "7,00"), False),
        (("Clients", "4", "2", "5"), False),
        (("Day", "01.02.26", "02.02.26", "03.02.26"), False),
        (("Sum", "", "", ""), False),
    ],
)
def test_amounts_of_a_printed_table_stand_at_the_end_of_their_column(
    cells: tuple[str, ...], at_end: bool, monkeypatch: pytest.MonkeyPatch
):
    content = case_content("perla")
    setting, exhibit = setting_of(content), content.exhibits[0].exhibit
    first = "What" if not cells[0][0].isdigit() else "1"
    rows = tuple(zip((first, "a", "b", "c"), cells, strict=True))
    file = PrintedFile(name="a.csv", sha256="0" * 64, form=PrintedForm.TABLE, rows=rows)
    told: list[object] = []
    monkeypatch.setattr(setting, "rows", lambda _, **named: told.append(named["at_end"]))

    draw_printed(setting, exhibit, PrintedContent(exhibit_id=exhibit.id, number="E-01", files=(file,)))

    assert told == [["B"] if at_end else []]
