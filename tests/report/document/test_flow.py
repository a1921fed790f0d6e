"""What a flow lays out for its document."""

from datetime import UTC, datetime

import pytest

from thb_desktop.report.document import document
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.style import CELL, NOTE, PORTRAIT
from thb_desktop.report.text import Measured

PROPERTIES = Properties(
    title="Test", language="en", software="THB Desktop", made_at=datetime(2026, 6, 1, tzinfo=UTC)
)


def test_a_text_that_comes_again_in_a_document_is_laid_out_once():
    flow = Flow(Document(properties=PROPERTIES), geometry=PORTRAIT)

    found = flow.lay_out("Original", CELL)

    assert flow.lay_out("Original", CELL) is found
    assert flow.lay_out("Original", NOTE) is not found
    assert flow.lay_out("Original", CELL, language="fr").language == "fr"
    assert flow.lay_out("Original", CELL, width=20).width == 20


def test_a_text_that_is_laid_out_once_takes_no_room_among_those_that_come_again():
    document = Document(properties=PROPERTIES)
    flow = Flow(document, geometry=PORTRAIT)

    found = flow.lay_out("What somebody said", CELL, is_kept=False)

    assert found.text == "What somebody said"
    assert document.lay_out.cache_info().currsize == 0


def test_a_text_that_is_tried_in_several_columns_is_measured_once(monkeypatch: pytest.MonkeyPatch):
    measured: list[str] = []

    def measure(text: str, language: str, bold: bool, mono: bool, base: int | None) -> Measured:
        measured.append(text)
        return Measured(text, language, bold, mono, base)

    monkeypatch.setattr(document, "Measured", measure)
    flow = Flow(Document(properties=PROPERTIES), geometry=PORTRAIT)

    lines = [len(flow.lay_out("What somebody said", CELL, width=width).lines) for width in (30, 50, 200)]

    assert lines == [4, 3, 1]
    assert measured == ["What somebody said"]


def test_no_document_has_what_another_one_laid_out():
    one, other = (Flow(Document(properties=PROPERTIES), geometry=PORTRAIT) for _ in range(2))

    found = one.lay_out("What somebody said")

    assert other.lay_out("What somebody said") is not found
