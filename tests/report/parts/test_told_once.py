"""What several rows or exhibits have in common is told once, and nothing is lost by it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.support.bundles import case_content
from tests.support.settings import english_setting
from thb_desktop.domain.people_fields import PERSON
from thb_desktop.report.document.columns import Column
from thb_desktop.report.parts.described import draw_columns, draw_entries
from thb_desktop.report.parts.makers import makers_block
from thb_desktop.report.parts.opening import opening_of, shared_openings, told_of_opening
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.words import words_in


@pytest.fixture
def setting() -> Setting:
    return english_setting(case_content("perla"))


@pytest.fixture
def notes(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    monkeypatch.setattr(setting.flow, "note", told.append)
    return told


@pytest.fixture
def tables(setting: Setting, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Column]]:
    drawn: list[Sequence[Column]] = []
    monkeypatch.setattr(setting, "rows", lambda columns, **_: drawn.append(columns))
    return drawn


CODE = ("Code", ["P-1", "P-2", "P-3"])


def test_what_all_rows_say_stands_once_above_them(
    setting: Setting, notes: list[str], tables: list[Sequence[Column]]
):
    draw_columns(setting, [CODE, ("Register", ["National"] * 3), ("Number", ["1", "2", "3"])])

    assert notes == ["In all rows: Register: National."]
    assert [title for title, _ in tables[0]] == ["Code", "Number"]


@pytest.mark.parametrize(
    "column",
    [
        ("Register", ["National", "National", ""]),
        ("Register", ["National", "National", "Other"]),
        ("Register", ["", "", ""]),
    ],
)
def test_a_column_in_which_a_row_differs_stays(
    setting: Setting, notes: list[str], tables: list[Sequence[Column]], column: Column
):
    draw_columns(setting, [CODE, column])

    assert notes == []
    assert tables == [[CODE, column]]


def test_two_rows_and_amounts_stay_as_they_are(
    setting: Setting, notes: list[str], tables: list[Sequence[Column]]
):
    two = [("Code", ["P-1", "P-2"]), ("State", ["BE", "BE"])]
    amounts = [CODE, ("Sum", ["10.00"] * 3)]

    draw_columns(setting, two)
    draw_columns(setting, amounts, at_end=("Sum",))

    assert notes == []
    assert tables == [two, amounts]


def test_what_two_rows_say_is_not_recorded_stands_above_them(
    setting: Setting, notes: list[str], tables: list[Sequence[Column]]
):
    missing = setting.words.common.not_recorded
    two = [("Code", ["P-1", "P-2"]), ("State", ["BE", "NL"]), ("Period", [missing] * 2)]

    draw_columns(setting, two)

    assert notes == [f"In all rows: Period: {missing}."]
    assert tables == [two[:2]]


def test_rows_that_say_nothing_of_their_own_are_a_list(
    setting: Setting, notes: list[str], tables: list[Sequence[Column]], monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []
    monkeypatch.setattr(setting.flow, "text", lambda text, *_, **__: told.append(text))

    codes = ["P-1", "P-2\n[struck out]", "P-3"]

    draw_columns(setting, [("Code", codes), ("Register", ["National"] * 3)])

    assert notes == ["In all rows: Register: National."]
    assert (told, tables) == (["Code: P-1; P-2 [struck out]; P-3"], [])


def test_persons_of_whom_the_same_is_told_stand_in_one_row_and_each_is_named(
    setting: Setting, tables: list[Sequence[Column]]
):
    plain = setting.content.frame.persons[0]
    alike = replace(plain, code="V-98")
    struck = replace(plain, code="V-99", struck="Entered in error")

    draw_entries(setting, "Persons", PERSON, [plain, alike, struck], is_joined=True)

    (_, codes), *_ = tables[0]
    assert codes == [f"{plain.code}, V-98", "V-99\n[struck out, entered in error: Entered in error]"]


def test_how_files_are_opened_is_told_once_for_those_of_several_exhibits(setting: Setting):
    shared = shared_openings(setting)
    told = list(told_of_opening(setting, shared))
    own = {
        full.exhibit.number: opening_of(setting, full, shared)
        for full in setting.content.exhibits
        if full.files
    }

    assert told == [
        f"How to open: application/json, text/csv, text/plain: {words_in('en').exhibit.open_text}",
        f"How to open: text/html: {words_in('en').exhibit.open_page}",
    ]
    assert own["E-01"] == own["E-08"] == ""
    assert own["E-10"] == words_in("en").exhibit.open_image


def test_who_made_the_texts_of_both_sides_in_the_same_way_is_told_once_with_each_count(setting: Setting):
    record = setting.content.interviews[0]

    lines = [name for name, _ in makers_block(setting, record).facts]

    assert len(lines) == 2
    assert lines[0].startswith("French (turns: 8), Romanian (turns: 8): original, ")
    assert lines[1].startswith("Romanian (turns: 8), French (turns: 8): ")
