"""The sheet of an exhibit: what its only custody event tells in the same words stands there once."""

from dataclasses import replace
from typing import Any

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.structure import Element
from thb_desktop.report.parts.exhibits import draw_sheets, how_it_came
from thb_desktop.report.parts.setting import Setting, instant
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.text import Paragraph
from thb_desktop.report.words import words_in

SOURCE = "the drawer of the desk"


@pytest.fixture
def single() -> ExhibitInFull:
    """An exhibit with one event, which says all that the exhibit says of its origin."""
    full = next(each for each in case_content("perla").exhibits if len(each.custody) == 1)
    entry = full.custody[0]
    event = replace(
        entry.event,
        action=CustodyAction.SEIZED,
        occurred_at=full.exhibit.collected_at,
        actor_id=full.exhibit.collected_by,
        place=SOURCE,
        seal="BE-1",
    )
    exhibit = replace(full.exhibit, source=SOURCE, seal="BE-1", titles=(("fr", "Carnet"), ("en", "Notebook")))
    return replace(full, exhibit=exhibit, custody=(replace(entry, event=event),))


def said(full: ExhibitInFull, monkeypatch: pytest.MonkeyPatch) -> str:
    content = replace(case_content("perla"), exhibits=(full,), printed=())
    properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
    flow, found = Flow(Document(properties=properties), geometry=PORTRAIT), list[str]()
    draw = Flow.draw

    def noted(self: Flow, paragraph: Paragraph, element: Element, x: float, top: float | None = None) -> None:
        found.append(paragraph.text)
        draw(self, paragraph, element, x, top)

    with monkeypatch.context() as patched:
        patched.setattr(Flow, "draw", noted)
        draw_sheets(Setting(content, words_in("en"), flow), {})
    return "\n".join(found)


def test_what_the_only_event_tells_of_the_origin_stands_once(
    single: ExhibitInFull, monkeypatch: pytest.MonkeyPatch
):
    text = said(single, monkeypatch)

    assert text.count(instant(single.exhibit.collected_at)) == 1
    assert text.count(SOURCE) == text.count("BE-1") == 1


def test_an_event_with_which_nothing_arrives_tells_nothing_of_the_origin(
    single: ExhibitInFull, monkeypatch: pytest.MonkeyPatch
):
    entry = single.custody[0]
    event = replace(entry.event, action=CustodyAction.STORED)
    stored = replace(single, custody=(replace(entry, event=event),))

    text = said(stored, monkeypatch)

    assert text.count(instant(single.exhibit.collected_at)) == 2
    assert text.count(SOURCE) == 2


def test_what_the_event_says_otherwise_is_told_of_both(
    single: ExhibitInFull, monkeypatch: pytest.MonkeyPatch
):
    differs = replace(single, exhibit=replace(single.exhibit, source="the hall", seal="BE-2"))

    text = said(differs, monkeypatch)

    assert all(each in text for each in (SOURCE, "the hall", "BE-1", "BE-2"))


def test_the_index_tells_the_place_of_an_exhibit_from_the_event_with_which_it_came(single: ExhibitInFull):
    setting = english_setting(case_content("perla"))
    entry = single.custody[0]
    bare = replace(single, exhibit=replace(single.exhibit, source=""))
    later = replace(entry, event=replace(entry.event, action=CustodyAction.STORED, place="the registry"))

    _, told = how_it_came(setting, single)
    _, of_event = how_it_came(setting, bare)
    _, of_another = how_it_came(setting, replace(bare, custody=(later,)))

    assert told == of_event
    assert told.startswith(f"{SOURCE}, ")
    assert "registry" not in of_another


def test_the_title_in_the_heading_is_not_told_again_but_those_in_other_languages_are(
    single: ExhibitInFull, monkeypatch: pytest.MonkeyPatch
):
    title = single.exhibit.titles
    own = dict(title)[case_content("perla").release.language]
    other = next(text for _, text in title if text != own)

    text = said(single, monkeypatch)

    assert own not in text
    assert other in text


def test_a_list_of_several_files_has_a_heading_that_names_the_exhibit(
    single: ExhibitInFull, monkeypatch: pytest.MonkeyPatch
):
    file = next(each for full in case_content("perla").exhibits for each in full.files)
    files = tuple(replace(file, id=FileId(f"file-{number}"), name=f"{number}.txt") for number in range(9))
    headed: list[str] = []
    heading = Flow.heading

    def noted(self: Flow, text: str, *args: Any, **options: Any) -> None:
        headed.append(text)
        heading(self, text, *args, **options)

    monkeypatch.setattr(Flow, "heading", noted)
    said(replace(single, files=files), monkeypatch)

    assert f"Files of exhibit {single.exhibit.number}" in headed
