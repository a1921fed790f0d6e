"""What shortens a bundle without a word less: facts in the line of their heading, widths at which a table is
lowest, and what is told once.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.report.parts.test_compact import Drawn, drawn
from tests.report.parts.test_said_once import version_of
from tests.report.parts.test_what_readers_take_it_for import setting_of, texts_of
from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.originals_told import OriginalEvent, OriginalTold
from thb_desktop.domain.vocabulary import CustodyAction, UtteranceKind
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.page import Page
from thb_desktop.report.document.structure import Element
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.account import draw_account
from thb_desktop.report.parts.account_cells import Account
from thb_desktop.report.parts.certificate import not_attested
from thb_desktop.report.parts.compact import Block
from thb_desktop.report.parts.custody import draw_custody
from thb_desktop.report.parts.exhibits import draw_sheets
from thb_desktop.report.parts.originals import draw_original
from thb_desktop.report.parts.parallel import draw_proceedings
from thb_desktop.report.parts.receipt import draw_receipt, has_room
from thb_desktop.report.parts.setting import Setting, in_groups
from thb_desktop.report.style import DENSE, HEAD, HEADINGS
from thb_desktop.report.text import Paragraph, lay_out
from thb_desktop.report.words import language_of, words_in

RIGHT = 300.0
"""Points from the edge of the page; the right column begins behind."""
LANGUAGES = ("en", "fr", "nl", "de", "es", "ro")


def baseline(each: Drawn) -> float:
    return each.top - each.paragraph.lines[0].ascent


def below_heading(blocks: list[Block], monkeypatch: pytest.MonkeyPatch) -> tuple[list[Drawn], float]:
    """What is drawn, and the baseline of the heading."""
    headings: list[float] = []

    def noted(paragraph: Paragraph, _page: object, _x: float, top: float) -> None:
        headings.append(top - paragraph.lines[0].ascent)

    monkeypatch.setattr("thb_desktop.report.document.side_by_side.draw", noted)
    return drawn(blocks, monkeypatch), headings[0]


def test_short_facts_begin_in_the_line_of_their_heading(monkeypatch: pytest.MonkeyPatch):
    facts = [("Language", "French"), ("Understood", "yes"), ("A name of a fact", "and what is said of it")]
    said, line = below_heading([Block(heading="Heading", facts=facts, is_described=True)], monkeypatch)

    assert [each.paragraph.text for each in said] == [text for fact in facts for text in fact]
    assert [round(baseline(each) - line, 3) for each in said[:4]] == [0.0] * 4
    assert all(one.left + one.paragraph.natural_width < other.left for one, other in pairwise(said[:4]))


@pytest.mark.parametrize("fact", [("Name", "many words " * 30), ("Name", "one\ntwo"), ("words " * 60, "")])
def test_a_fact_of_several_lines_stands_below_its_heading(
    fact: tuple[str, str], monkeypatch: pytest.MonkeyPatch
):
    said, line = below_heading([Block(heading="Heading", facts=[fact], is_described=True)], monkeypatch)

    assert all(baseline(each) < line - 9 for each in said)


def test_a_note_in_one_line_stands_in_that_of_the_heading_and_the_facts_below(
    monkeypatch: pytest.MonkeyPatch,
):
    block = Block(heading="Heading", note="Given: yes", facts=[("Oral", "a right"), ("Written", "another")])
    said, line = below_heading([block], monkeypatch)

    assert baseline(said[0]) == pytest.approx(line)
    below = [each for each in said[1:] if each.left < RIGHT]
    assert below
    assert all(baseline(each) < line - 9 for each in below)


def test_a_block_with_facts_in_the_line_of_its_heading_is_lower(monkeypatch: pytest.MonkeyPatch):
    """Else those of the next block would lie on it, or leave a gap."""
    blocks = [
        Block(heading=f"Heading {at}", facts=[("Name", "value"), ("Long", "words " * 20)], is_described=True)
        for at in range(4)
    ]
    said, _ = below_heading(blocks, monkeypatch)

    left = sorted((each for each in said if each.left < RIGHT), key=lambda each: -each.top)
    for above, under in pairwise(left):
        assert under.top <= above.top - above.paragraph.height or under.top == pytest.approx(above.top, abs=1)


def test_the_custody_of_an_exhibit_has_the_widths_at_which_it_is_lowest(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    full = next(each for each in content.exhibits if len(each.custody) > 1)
    used: list[tuple[float, ...]] = []
    begin = Table.__init__

    def noted(self: Table, flow: Flow, widths: tuple[float, ...], **options: Any) -> None:
        used.append(tuple(widths))
        begin(self, flow, widths, **options)

    monkeypatch.setattr(Table, "__init__", noted)

    def widths_for(place: str, note: str) -> tuple[float, ...]:
        events = [replace(each, event=replace(each.event, place=place, note=note)) for each in full.custody]
        draw_custody(setting_of(content), replace(full, custody=tuple(events)))
        return used[-1]

    place, note = (
        widths_for("a place with a long name " * 6, ""),
        widths_for("", "a note of many words " * 12),
    )
    assert place[2] > note[2]
    assert place[3] < note[3]
    assert sum(place) == sum(note)


def with_originals(*numbers: str, events: int = 1) -> BundleContent:
    content = case_content("perla")
    at = content.release.made_at
    event = OriginalEvent(
        number=1, action=CustodyAction.SEIZED, occurred_at=at, recorded_at=at + timedelta(seconds=1)
    )
    told = tuple(
        OriginalTold(number=f"{each}-X", copies=(each,), events=(event,) * events) for each in numbers
    )
    return replace(content, version=replace(version_of(), originals=told))


def test_why_the_custody_of_originals_is_told_in_part_stands_once(monkeypatch: pytest.MonkeyPatch):
    setting = setting_of(with_originals("E-02", "E-01"))

    def draw() -> None:
        for each in ("E-01", "E-02"):
            draw_original(setting, each, {})

    said = texts_of(draw, monkeypatch)
    note = setting.words.version.original_note
    assert said.count(note.format(number="E-01-X")) == 1
    assert note.format(number="E-02-X") not in said
    assert said.count("As in E-01-X") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_when_an_event_of_an_original_was_recorded_stands_in_its_line(language: str):
    def height(events: int) -> float:
        setting = setting_of(with_originals("E-01", events=events))
        setting.words = words_in(language_of(language))
        assert setting.flow.page
        top = setting.flow.top
        draw_original(setting, "E-01", {})
        return top - setting.flow.top

    assert (height(5) - height(2)) / 3 < 15


@pytest.mark.parametrize("contact", ["", "Quai fictif 1, 4000 Liège"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_receipt_stands_whole_where_it_has_just_room(language: str, contact: str):
    content = case_content("perla")
    authorities = tuple(replace(each, contact=contact) for each in content.frame.authorities)
    setting = setting_of(replace(content, frame=replace(content.frame, authorities=authorities)))
    setting.words = words_in(language_of(language))
    setting.flow.document.announce(setting.words.annex.receipt)
    page, bottom = setting.flow.page, setting.flow.geometry.bottom
    setting.flow.top = next(bottom + room for room in range(150, 400) if _has_room_in(setting, room))
    assert setting.flow.room < 265

    draw_receipt(setting)

    assert setting.flow.page is page
    assert setting.flow.top >= setting.flow.geometry.bottom


def _has_room_in(setting: Setting, room: float) -> bool:
    setting.flow.top = setting.flow.geometry.bottom + room
    return has_room(setting)


def test_the_account_has_those_of_the_tried_widths_at_which_it_is_lowest(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    heights: list[float] = []
    height = Account.height
    monkeypatch.setattr(Account, "height", lambda self: heights.append(height(self)) or heights[-1])
    full = content.interviews[0]
    setting = setting_of(content)
    drawn_with: list[Account] = []
    titles = Account.titles
    monkeypatch.setattr(Account, "titles", lambda self: drawn_with.append(self) or titles(self))

    draw_account(setting.of_record(full), full)

    assert len(heights) > 1
    assert height(drawn_with[0]) == min(heights) < max(heights)


def test_what_no_two_proceedings_say_otherwise_stands_once_above_them(monkeypatch: pytest.MonkeyPatch):
    setting = setting_of(case_content("perla"))
    words = setting.words.legal

    said = texts_of(lambda: draw_proceedings(setting), monkeypatch)

    assert sum(words.no_person_recorded in each for each in said) == 1


def test_that_no_attestation_is_recorded_is_said_once_of_an_interpreter():
    setting = setting_of(case_content("perla"))
    told = [one for full in setting.content.interviews for one in not_attested(setting, full)]

    assert told
    for name, sentence in told:
        assert sentence == setting.words.interpreter.not_certified
        assert setting.words.interpreter.certificate not in name
        assert name.startswith("P-INT-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_fingerprint_stands_for_is_said_once_before_both_commands_with_it(language: str):
    steps = words_in(language_of(language)).annex.step_items

    assert [at for at, each in enumerate(steps) if "FINGERPRINT" in each] == [5]
    assert all(each.endswith(":") for each in steps)


def test_headings_keep_their_letters():
    assert [each.size for each in HEADINGS] == [16, 12, 9.5]


@pytest.mark.parametrize("sign", ["⟦", "→", "≠"])
def test_a_mark_and_an_arrow_make_no_line_higher(sign: str):
    plain, marked = (lay_out(text, style=DENSE, width=200, language="en") for text in ("word", f"{sign}word"))

    assert marked.height == plain.height


@pytest.mark.parametrize("room", range(60, 260, 20))
def test_the_heading_of_an_account_is_on_the_page_of_its_first_answer(
    room: int, monkeypatch: pytest.MonkeyPatch
):
    content = case_content("perla")
    first, *further = content.interviews[0].segments
    asked = replace(first, segment=replace(first.segment, source_text=f"{first.segment.source_text} " * 3))
    full = replace(content.interviews[0], segments=(asked, *further))
    setting = setting_of(content).of_record(full)
    flow = setting.flow
    pages, shown = dict[str, int](), Page.show

    def noted(self: Page, element: Element, paragraph: Paragraph, *place: float) -> None:
        pages.setdefault(paragraph.text, self.number)
        shown(self, element, paragraph, *place)

    monkeypatch.setattr(Page, "show", noted)
    headings: list[int] = []
    begun = Flow._draw_heading
    monkeypatch.setattr(
        Flow,
        "_draw_heading",
        lambda self, heading: headings.append(self.page.number) or begun(self, heading),
    )
    flow.text("before")
    flow.top = flow.geometry.bottom + room

    draw_account(setting, full, is_explained=True)

    answer = next(each for each in full.segments if each.segment.kind is UtteranceKind.ANSWER)
    assert headings[0] == pages[answer.segment.source_text or ""]


def test_few_names_of_files_leave_a_digest_one_line(monkeypatch: pytest.MonkeyPatch):
    content = case_content("schelde")
    full = next(each for each in content.exhibits if len(each.files) > 3)
    digests = {in_groups(each.sha256) for each in full.files}
    lines: list[int] = []
    shown = Flow.draw

    def noted(self: Flow, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        if paragraph.text in digests:
            lines.append(len(paragraph.lines))
        shown(self, paragraph, element, x, top)

    monkeypatch.setattr(Flow, "draw", noted)

    draw_sheets(setting_of(replace(content, exhibits=(full,))), {})

    assert lines == [1] * len(full.files)


def test_the_title_of_the_first_column_of_an_account_is_not_broken():
    for language in LANGUAGES:
        title = words_in(language).interview.segment

        assert len(lay_out(title, style=HEAD, width=38, language=language).lines) == 1
