"""Tables over several pages: nothing is lost, headers come again, no heading and no header stands alone."""

import re
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import page
import pytest

from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Table
from thb_desktop.report.style import BODY, CELL_NOTE, HEAD, PORTRAIT
from thb_desktop.report.text import Align

MADE = datetime(2026, 6, 1, tzinfo=UTC)
PROPERTIES = Properties(title="Test", language="en", software="THB Desktop", made_at=MADE)


class Sheet:
    """A document with one flow, and what poppler reads of its pages once it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._document = Document(properties=PROPERTIES)
        self.flow = Flow(self._document, geometry=PORTRAIT)

    def pages(self) -> list[str]:
        self.flow.break_page()
        pages = self._document.take_pages()
        self._path.write_bytes(self._document.finish(pages, attachments=(), furniture=lambda *_: None))
        done = subprocess.run(
            ["pdftotext", "-raw", self._path, "-"], capture_output=True, check=True, text=True
        )
        return done.stdout.split("\f")[:-1]

    def right_ends(self) -> dict[str, float]:
        """Where each word ends, in points from the left, once the document is closed."""
        self.pages()
        done = subprocess.run(
            ["pdftotext", "-bbox", self._path, "-"], capture_output=True, check=True, text=True
        )
        return {
            word: float(end)
            for end, word in re.findall(r'xMax="([\d.]+)" yMax="[\d.]+">([^<]+)<', done.stdout)
        }


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    return Sheet(tmp_path / "sheet.pdf")


def words(label: str, count: int) -> str:
    return " ".join(f"{label}{at}" for at in range(count))


def test_a_row_higher_than_a_page_runs_on_and_loses_nothing(sheet: Sheet):
    flow = sheet.flow

    with flow.section("Sect"), Table(flow, (150, 150), header=("Left", "Right")) as table:
        table.row([[flow.lay_out(words("a", 1100), width=150)], [flow.lay_out("short", width=150)]])
        table.row([[flow.lay_out("after", width=150)], [flow.lay_out(words("b", 40), width=150)]])
    pages = sheet.pages()

    assert len(pages) >= 4
    found = re.findall(r"\ba\d+\b", " ".join(pages))
    assert found == words("a", 1100).split()
    assert "after" in pages[-1]


def test_the_header_comes_again_on_every_page(sheet: Sheet):
    flow = sheet.flow

    with flow.section("Sect"), Table(flow, (150, 150), header=("Number", "Words")) as table:
        for at in range(200):
            table.row([[flow.lay_out(str(at), width=150)], [flow.lay_out(words("w", 12), width=150)]])
    pages = sheet.pages()

    assert len(pages) > 5
    assert all(text.startswith("Number") for text in pages)


def test_the_title_of_a_column_of_amounts_stands_above_them(sheet: Sheet):
    flow = sheet.flow

    with flow.section("Sect"), Table(flow, (200, 200), header=("Paid", "Count"), ends=(0, 1)) as table:
        table.row([[flow.lay_out(text, width=200, align=Align.END)] for text in ("41.00", "7")])
    ends = sheet.right_ends()

    assert ends["Paid"] == pytest.approx(ends["41.00"], abs=1)
    assert ends["Count"] == pytest.approx(ends["7"], abs=1)


@pytest.mark.parametrize("lines", range(30, 56))
def test_no_heading_and_no_header_stands_alone_at_the_foot(sheet: Sheet, lines: int):
    flow = sheet.flow

    with flow.section("Sect"):
        for at in range(lines):
            flow.text(f"line {at}", after=0)
        flow.heading("The Part", 1)
        flow.heading("The Section", 2)
        with Table(flow, (150, 150), header=("Left", "Right")) as table:
            table.row([[flow.lay_out(words("a", 60), width=150)], [flow.lay_out("first", width=150)]])
    pages = sheet.pages()

    (at,) = (index for index, text in enumerate(pages) if "The Part" in text)
    assert "The Section" in pages[at]
    assert "Left" in pages[at]
    assert "a0" in pages[at]


@pytest.mark.parametrize("lines", range(46, 56, 2))
def test_what_tells_of_words_in_a_cell_does_not_stand_alone_at_the_foot(sheet: Sheet, lines: int):
    """Of a turn in a third language: who spoke, in which language, and the words."""
    flow = sheet.flow

    with flow.section("Sect"):
        for at in range(lines):
            flow.text(f"line {at}", after=0)
        with Table(flow, (150, 150)) as table:
            told = flow.lay_out("somebody", CELL_NOTE, width=150), flow.lay_out("third", HEAD, width=150)
            table.row([[*told, flow.lay_out(words("a", 60), width=150)], [flow.lay_out("b", width=150)]])
    pages = sheet.pages()

    (at,) = (index for index, text in enumerate(pages) if "somebody" in text)
    assert "third" in pages[at]
    assert "a0" in pages[at]


@pytest.mark.parametrize("lines", range(36, 52))
def test_a_question_stays_with_its_answer(sheet: Sheet, lines: int):
    flow = sheet.flow

    with flow.section("Sect"):
        for at in range(lines):
            flow.text(f"line {at}", after=0)
        with Table(flow, (150,)) as table:
            table.row([[flow.lay_out("asked", width=150)]], keep=True)
            table.row([[flow.lay_out(words("a", 30), width=150)]])
    pages = sheet.pages()

    (at,) = (index for index, text in enumerate(pages) if "asked" in text)
    assert "a0" in pages[at]


@pytest.mark.parametrize("lines", range(20, 52, 4))
def test_a_row_of_which_both_sides_are_compared_stands_on_one_page(sheet: Sheet, lines: int):
    flow = sheet.flow

    with flow.section("Sect"):
        for at in range(lines):
            flow.text(f"line {at}", after=0)
        with Table(flow, (150, 150)) as table:
            sides = [[flow.lay_out(words(side, 90), width=150)] for side in "ab"]
            table.row(sides, together=True)
    pages = sheet.pages()

    (at,) = (index for index, text in enumerate(pages) if re.search(r"\ba\d", text))
    assert all(re.search(rf"\b{word}\b", pages[at]) for word in ("a0", "a89", "b0", "b89"))


@pytest.mark.parametrize("lines", range(44, 53))
def test_no_line_of_a_paragraph_is_left_alone(sheet: Sheet, lines: int):
    flow = sheet.flow

    with flow.section("Sect"):
        for at in range(lines):
            flow.text(f"line {at}", after=0)
        flow.text(words("a", 60), width=150)
    pages = sheet.pages()

    parts = [len(re.findall(r"^a\d+", text, re.MULTILINE)) for text in pages]
    assert 1 not in parts
    assert re.findall(r"\ba\d+\b", " ".join(pages)) == words("a", 60).split()


def test_a_row_over_two_pages_is_one_row_to_a_screen_reader(sheet: Sheet, tmp_path: Path):
    flow = sheet.flow

    with flow.section("Sect"):
        flow.heading("Title", 1)
        with Table(flow, (150,), header=("Words",)) as table:
            table.row([[flow.lay_out(words("a", 1100), width=150)]])
    sheet.pages()

    report = page.validate_pdf(str(tmp_path / "sheet.pdf"), profile=page.ValidationProfile.PDF_UA_1)
    structure = subprocess.run(
        ["pdfinfo", "-struct", tmp_path / "sheet.pdf"], capture_output=True, check=True, text=True
    ).stdout
    assert report.is_compliant, [failure.message for failure in report.failures]
    assert len(re.findall(r"^\s*TR\b", structure, re.MULTILINE)) == 2


@pytest.mark.parametrize("lines", range(30, 56))
def test_each_cell_of_a_row_over_two_pages_begins_on_the_first(sheet: Sheet, lines: int):
    flow = sheet.flow
    high = replace(BODY, size=2.5 * BODY.size, leading=2.5 * BODY.leading)

    with flow.section("Sect"), Table(flow, (150, 150)) as table:
        for _ in range(lines):
            table.row([[flow.lay_out("row", width=150)], []])
        low = flow.lay_out(words("a", 400), width=150)
        table.row([[low], [flow.lay_out(words("b", 100), high, width=150)]])
    pages = sheet.pages()

    first = [next(at for at, text in enumerate(pages) if word in text.split()) for word in ("a0", "b0")]
    assert first[0] == first[1]
