"""Measures on assets as far as they are recorded, and compensation in the words of a dated pack alone."""

from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.vocabulary import ExhibitKind, ProceduralRole
from thb_desktop.report.document.archive import Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.parts.measures import compensation_pack, draw_compensation, draw_measures
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import PORTRAIT
from thb_desktop.report.words import LANGUAGES, words_in


class Drawn:
    """The texts of a part, by how they are drawn."""

    def __init__(self, content: BundleContent, monkeypatch: pytest.MonkeyPatch) -> None:
        properties = Properties(title="", language="en", software="", made_at=content.release.made_at)
        self.setting = Setting(
            content, words_in("en"), Flow(Document(properties=properties), geometry=PORTRAIT)
        )
        self.texts: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        flow = self.setting.flow
        monkeypatch.setattr(flow, "heading", lambda text, *_, **__: self.texts.append(text))
        monkeypatch.setattr(flow, "note", self.texts.append)
        monkeypatch.setattr(flow, "text", lambda text, *_: self.texts.append(text))
        monkeypatch.setattr(flow, "bullets", lambda items, *_: self.texts.extend(items))
        monkeypatch.setattr(
            self.setting,
            "rows",
            lambda columns: self.rows.extend(zip(*(texts for _, texts in columns), strict=True)),
        )


def test_a_certificate_of_freezing_stands_in_the_part_about_money_as_the_register_has_it(
    monkeypatch: pytest.MonkeyPatch,
):
    drawn = Drawn(case_content("schelde"), monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    assert row[0] == "FO-1"
    assert "FREEZE-BE-0000013/2026" in row[2]
    assert "120 000.00 EUR" in row[2]
    assert drawn.setting.words.finance.measures_note in drawn.texts


def test_cash_among_the_exhibits_is_told_with_the_last_act_of_its_custody(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    first = content.exhibits[0]
    cash = replace(first, exhibit=replace(first.exhibit, kind=ExhibitKind.CASH_VALUABLES))
    drawn = Drawn(replace(content, exhibits=(cash,)), monkeypatch)

    draw_measures(drawn.setting)

    (row,) = drawn.rows
    label = drawn.setting.words.label
    assert (row[0], row[1]) == ("E-01", label(ExhibitKind.CASH_VALUABLES))
    assert row[3] == label(first.custody[-1].event.action)


def test_that_no_measure_is_here_does_not_say_that_there_is_none(monkeypatch: pytest.MonkeyPatch):
    drawn = Drawn(case_content("perla"), monkeypatch)

    draw_measures(drawn.setting)

    assert drawn.rows == []
    assert drawn.texts == [drawn.setting.words.finance.measures_none]
    assert "does not mean that there are none" in drawn.texts[0]


def test_compensation_is_told_in_the_words_of_the_pack_with_its_version_and_day(
    monkeypatch: pytest.MonkeyPatch,
):
    drawn = Drawn(case_content("perla"), monkeypatch)

    draw_compensation(drawn.setting)

    pack = compensation_pack("en")
    _, note, *told = drawn.texts
    assert tuple(told) == pack.told
    assert f"version {pack.version}" in note
    assert drawn.setting.day(pack.checked) in note


def test_without_a_victim_nothing_is_told_of_compensation(monkeypatch: pytest.MonkeyPatch):
    content = case_content("perla")
    roles = tuple(each for each in content.frame.roles if each.role is ProceduralRole.SUSPECT)
    drawn = Drawn(replace(content, frame=replace(content.frame, roles=roles)), monkeypatch)

    draw_compensation(drawn.setting)

    assert drawn.texts == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pack_has_every_act_in_every_language_of_bundles(language: str):
    numbers = ("2012/29", "2004/80", "2011/36")

    told = compensation_pack(language).told

    assert len(told) == len(numbers)
    assert all(number in each for number, each in zip(numbers, told, strict=True))
