"""Facts in two columns: short ones share a line, and none is lost or lies on another."""

from itertools import pairwise
from typing import NamedTuple

import pytest

from tests.support.bundles import case_content
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.structure import Element
from thb_desktop.report.parts.compact import Block, draw_blocks
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.text import Paragraph
from thb_desktop.report.words import words_in


class Drawn(NamedTuple):
    page: int
    paragraph: Paragraph
    left: float
    top: float


def drawn(blocks: list[Block], monkeypatch: pytest.MonkeyPatch) -> list[Drawn]:
    content = case_content("perla")
    document = Document(
        properties=Properties(title="", language="en", software="", made_at=content.release.made_at)
    )
    flow = Flow(document, geometry=PORTRAIT)
    found: list[Drawn] = []
    draw = Flow.draw

    def noted(self: Flow, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        found.append(Drawn(self.page.number, paragraph, x, self.top if top is None else top))
        draw(self, paragraph, element, x, top)

    monkeypatch.setattr(Flow, "draw", noted)
    draw_blocks(Setting(content, words_in("en"), flow), blocks)
    return found


def test_short_facts_share_a_line_and_none_is_lost_or_lies_on_another(monkeypatch: pytest.MonkeyPatch):
    facts = [(f"Name {number}", "value " * (number % 7) + str(number)) for number in range(1, 60)]
    facts += [("Alone " * 200, "")]
    facts += [("A name that is longer than most", "b"), ("Long", "words " * 60), ("Lines", "one\ntwo")]
    said = drawn(
        [
            Block(heading="", facts=facts[:30], is_described=True),
            Block(heading="Heading", facts=facts[30:], is_described=True),
        ],
        monkeypatch,
    )

    texts = [each.paragraph.text for each in said]
    for name, value in facts:
        assert not value or texts.count(value) == 1 or f"{name}: {value}" in texts, name
        assert texts.count(name) == 1 or f"{name}: {value}" in texts, name
    rows: dict[tuple[int, float], list[Drawn]] = {}
    for each in said:
        rows.setdefault((each.page, each.top), []).append(each)
    assert any(len(row) > 4 for row in rows.values())
    for row in rows.values():
        row.sort(key=lambda each: each.left)
        for one, other in pairwise(row):
            assert one.left + one.paragraph.natural_width < other.left
