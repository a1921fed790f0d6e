"""A form of a described entity: each editor gives a value back as it was entered, or says why it cannot."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import CautionMode, Sex
from ui import language
from ui.forms import editors
from ui.forms.field_form import FieldForm, with_mnemonics
from ui.forms.names import KnownNames, NameEditor
from ui.forms.pairs import ClaimedDate, NamedText, Pair, PairsEditor, TextInLanguage
from ui.forms.reading import in_words
from ui.text import isolate
from ui.widgets.refusals import Refusal

VALUES = {
    Editor.LINE: "Rue Haute 12",
    Editor.TEXT: "one\ntwo",
    Editor.LINES: ("search", "seizure"),
    Editor.TITLES: (("fr", "Perla"), ("ar", "لؤلؤة")),
    Editor.CLAIMED_DATES: (("2009-02-14", "said by herself"), ("2004~", "a passport, told by E-03")),
    Editor.DETAILS: (("colour", "red"), ("plate", "1-ABC-234")),
    Editor.ANSWERS: (("H2_REASONS", "She lives in Cluj"), ("H6_REASONS", "No other way")),
    Editor.NUMBER: 3,
    Editor.SECONDS: -3,
    Editor.AMOUNT: "1250.50",
    Editor.BALANCE: "-1250.50",
    Editor.CURRENCY: "EUR",
    Editor.YES_NO: False,
    Editor.CODE: Sex.FEMALE,
    Editor.CODES: tuple(CautionMode)[:2],
    Editor.LANGUAGE: "ti",
    Editor.LANGUAGES: ("ti", "so-ET"),
    Editor.DIRECTIONS: ("ti>fr", "fr>so-ET"),
    Editor.COUNTRY: "RO",
    Editor.COUNTRIES: ("RO", "XXA"),
    Editor.ZONE: "Europe/Brussels",
    Editor.DAY: date(2025, 3, 1),
    Editor.PARTIAL_DATE: PartialDate("2025-03~"),
    Editor.MOMENT: datetime(2026, 11, 24, 13, 5, tzinfo=UTC),
    Editor.REFERENCE: "id-2",
}
VOCABULARIES = {Editor.CODE: Sex, Editor.CODES: CautionMode}
CHOICES = {"person": (("V-01", "id-1"), ("V-02", "id-2"))}


def field_of(editor: Editor) -> Field:
    return Field(
        name="value",
        section="all",
        editor=editor,
        codes=VOCABULARIES.get(editor),
        refers_to="person" if editor is Editor.REFERENCE else "",
    )


@pytest.fixture(autouse=True)
def _in_english(application: QApplication) -> None:
    language.install(application, "en")


@pytest.mark.parametrize("editor", Editor)
def test_a_value_that_is_shown_is_given_back_as_it_was(application: QApplication, editor: Editor):
    field = editors.editor_for(field_of(editor), CHOICES)

    field.set_value(VALUES[editor])

    assert field.problem() == ""
    assert field.value() == VALUES[editor]


@pytest.mark.parametrize("editor", Editor)
def test_an_editor_asserts_nothing_before_somebody_answers(application: QApplication, editor: Editor):
    field = editors.editor_for(field_of(editor), CHOICES)

    assert field.value() in (None, "", ())
    assert field.problem() == ""


@pytest.mark.parametrize(
    ("editor", "typed"),
    [
        (Editor.NUMBER, "0"),
        (Editor.NUMBER, "three"),
        (Editor.SECONDS, "3 s"),
        (Editor.SECONDS, "2.5"),
        (Editor.DIRECTIONS, "ti, fr"),
        (Editor.DIRECTIONS, "ti > "),
        (Editor.AMOUNT, "12 euros"),
        (Editor.AMOUNT, "nan"),
        (Editor.AMOUNT, "1e5"),
        (Editor.AMOUNT, "-3"),
        (Editor.BALANCE, "12-3"),
        (Editor.BALANCE, "minus 3"),
        (Editor.AMOUNT, "1,250"),
        (Editor.AMOUNT, "12.500"),
        (Editor.CURRENCY, "euros?"),
        (Editor.LANGUAGES, "ti, Tigrinya!"),
        (Editor.COUNTRY, "Belgium"),
        (Editor.COUNTRIES, "BE, X"),
        (Editor.ZONE, "Brusels"),
        (Editor.DAY, "31.2.2025"),
        (Editor.MOMENT, "2025-03-01 27:00"),
        (Editor.PARTIAL_DATE, "spring"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence_and_stays(
    application: QApplication, qtbot: QtBot, editor: Editor, typed: str
):
    field = editors.editor_for(field_of(editor), CHOICES)
    qtbot.addWidget(field)
    line = getattr(field, "edit", field)
    QTest.keyClicks(line, typed)

    assert field.problem().endswith(".")
    assert line.text() == typed


def test_a_language_is_typed_by_name_or_by_code(application: QApplication, qtbot: QtBot):
    field = editors.LanguageEditor()
    qtbot.addWidget(field)

    found = []
    for typed in ("tigrinya", "ti", "so-ET", "Tigrinian"):
        field.lineEdit().clear()
        QTest.keyClicks(field.lineEdit(), typed)
        found.append((field.value(), bool(field.problem())))

    assert found == [("ti", False), ("ti", False), ("so-ET", False), ("Tigrinian", True)]


@pytest.mark.parametrize("zone", ["Etc/GMT-2", "US/Eastern", "Nowhere/Known", "Europe/Brussels", "UTC", ""])
def test_a_zone_that_is_there_stays_whether_it_is_offered_or_not(
    application: QApplication, qtbot: QtBot, zone: str
):
    field = editors.editor_for(field_of(Editor.ZONE), CHOICES)
    qtbot.addWidget(field)
    field.set_value(zone)

    assert (field.value(), field.problem()) == (zone, "")


def test_the_words_of_a_zone_that_is_not_offered_are_no_zone(application: QApplication, qtbot: QtBot):
    field = editors.editor_for(field_of(Editor.ZONE), CHOICES)
    qtbot.addWidget(field)

    found = []
    for typed in ("GMT-2 (Etc/GMT-2)", "Nowhere/Known", "Etc/GMT-2", "brussels"):
        field.setText(typed)
        found.append((field.value(), bool(field.problem())))

    assert found[:2] == [("GMT-2 (Etc/GMT-2)", True), ("Nowhere/Known", True)]
    assert found[2:] == [("Etc/GMT-2", False), ("Europe/Brussels", False)]


def test_a_text_without_its_language_is_refused(application: QApplication):
    pairs = PairsEditor(TextInLanguage)
    pairs.set_value((("", "Perla"),))

    problem = pairs.problem()

    assert "language" in problem


@pytest.mark.parametrize(("make", "key"), [(TextInLanguage, "fr"), (NamedText, "fr"), (ClaimedDate, "2009")])
def test_a_line_of_which_only_the_name_is_answered_is_refused(
    application: QApplication, make: Callable[[], Pair], key: str
):
    pairs = PairsEditor(make)
    pairs.set_value(((key, ""),))

    problem = pairs.problem()

    assert "text" in problem


def test_claimed_dates_are_typed_as_dates_and_two_sources_may_say_the_same(
    application: QApplication, qtbot: QtBot
):
    pairs = PairsEditor(ClaimedDate)
    qtbot.addWidget(pairs)
    found = []
    for typed, source in (("14.02.2009", "herself"), ("14/2/2009", "her aunt"), ("ca. 2004", "a passport")):
        line = pairs.pairs[-1]
        QTest.keyClicks(line.key.focusProxy(), typed)
        QTest.keyClicks(line.text, source)
        found.append(pairs.problem())
        pairs.add_pair()

    assert pairs.value() == (("2009-02-14", "herself"), ("2009-02-14", "her aunt"), ("2004~", "a passport"))
    assert found == ["", "", ""]


@pytest.mark.parametrize(
    ("typed", "source"), [("herself", "14.02.2009"), ("31.02.2009", "herself"), ("", "her aunt")]
)
def test_a_claimed_date_that_is_none_is_refused_and_stays(
    application: QApplication, qtbot: QtBot, typed: str, source: str
):
    pairs = PairsEditor(ClaimedDate)
    qtbot.addWidget(pairs)
    QTest.keyClicks(pairs.pairs[0].key.focusProxy(), typed)
    QTest.keyClicks(pairs.pairs[0].text, source)

    problem = pairs.problem()

    assert "date" in problem.lower()
    assert pairs.pairs[0].pair() == (typed, source)


@pytest.mark.parametrize("amount", ["1250", "1250.50", "0.125", "1.2500", "1250,5"])
def test_an_amount_that_can_be_read_in_one_way_only_is_taken(application: QApplication, amount: str):
    field = editors.AmountEditor()
    field.setText(amount)

    problem = field.problem()

    assert problem == ""
    assert field.value() == amount.replace(",", ".")


def test_an_amount_that_the_file_holds_already_stays_as_it_is(application: QApplication):
    field = editors.AmountEditor()
    field.set_value("1.250")

    problem = field.problem()

    assert problem == ""


@pytest.mark.parametrize("editor", [Editor.REFERENCE, Editor.CODE])
def test_a_present_value_that_is_no_longer_offered_stays_until_somebody_chooses_another(
    application: QApplication, editor: Editor
):
    field = editors.editor_for(field_of(editor), CHOICES)
    field.set_present("struck-out")

    kept = field.value()
    field.set_value(VALUES[editor])

    assert kept == "struck-out"
    assert field.value() == VALUES[editor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    place: str
    started_at: datetime | None


VISIT = Description(
    name="interview",
    entity=Visit,
    fields=(
        Field(name="started_at", section="all", editor=Editor.MOMENT),
        Field(name="place", section="all", editor=Editor.LINE, required=True),
    ),
    internal=(),
)


def test_a_refusal_stands_beside_its_field_and_takes_the_cursor_there(
    application: QApplication, qtbot: QtBot
):
    whole = QWidget()
    column = QVBoxLayout(whole)
    form = FieldForm(VISIT)
    column.addLayout(form)
    qtbot.addWidget(whole)
    whole.show()
    qtbot.waitUntil(whole.isVisible)
    QTest.keyClicks(form.editors["started_at"].edit, "24.11.2026 14:05")

    refused = form.refuses()

    assert refused
    assert [label.text() for label in whole.findChildren(Refusal)] == ["Place: please fill this in."]
    assert whole.focusWidget() is form.editors["place"]
    for nothing in ("\u200b", "\u00a0"):
        form.editors["place"].setText(nothing)
        assert form.refuses()
    form.editors["place"].clear()
    QTest.keyClicks(form.editors["place"], "Ghent")
    assert not form.refuses()
    assert form.values()["place"] == "Ghent"
    assert form.values()["started_at"].strftime("%Y-%m-%d %H:%M") == "2026-11-24 14:05"


def test_the_letters_of_alt_are_given_out_once():
    marked = with_mnemonics(["Place", "Person", "Police", "R&D"], taken="r")

    assert marked == ["&Place", "P&erson", "P&olice", "R&&&D"]


@pytest.mark.parametrize("editor", Editor)
def test_nothing_answered_is_read_as_a_dash(application: QApplication, editor: Editor):
    assert in_words(field_of(editor), None, {}) == "\u2014"
    assert in_words(field_of(editor), VALUES[editor], {"id-2": "V-02"}) != "\u2014"


def test_a_typed_name_is_never_completed_to_that_of_somebody_else(application: QApplication, qtbot: QtBot):
    editor = NameEditor(
        [("O-1  Jan Peeters", "Jan Peeters", "id-1"), ("O-2  Jan Peeters", "Jan Peeters", "id-2")]
    )
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor.lineEdit(), "O-")
    QTest.keyClick(editor.lineEdit(), Qt.Key.Key_Tab)
    typed = (editor.value(), editor.identity())

    editor.choose("id-2")

    assert typed == ("O-", None)
    assert (editor.value(), editor.identity()) == ("Jan Peeters", "id-2")


def test_a_typed_code_of_the_case_is_its_entry_and_is_shown_with_the_name(
    application: QApplication, qtbot: QtBot
):
    officials = [(f"{isolate('O-1')}  Jan Peeters", "Jan Peeters", "id-1")]
    editor = NameEditor([*officials, (f"{isolate('O-10')}  Els Maes", "Els Maes", "id-10")])
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor.lineEdit(), "o-1")

    told = (editor.value(), editor.identity())
    editor.lineEdit().editingFinished.emit()

    assert told == ("Jan Peeters", "id-1")
    assert editor.currentText() == officials[0][0]
    assert (editor.value(), editor.identity()) == told


@pytest.mark.parametrize("editor", [Editor.COUNTRY, Editor.COUNTRIES, Editor.LANGUAGES])
def test_an_example_in_an_empty_field_says_that_it_is_one(application: QApplication, editor: Editor):
    made = editors.editor_for(field_of(editor), CHOICES)

    assert made.placeholderText().startswith("For example ")
    assert not made.value()


@pytest.mark.parametrize("kind", ["known", "editor"])
def test_names_that_are_offered_go_when_the_focus_goes_to_another_field(
    application: QApplication, qtbot: QtBot, kind: str
):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    offered = [("C-1  Anna Peeters", "Anna Peeters", "1"), ("C-2  Anna Maes", "Anna Maes", "2")]
    after = QLineEdit()
    if kind == "known":
        field = QLineEdit()
        KnownNames(field, offered)
        column.addWidget(field)
    else:
        editor = NameEditor(offered)
        column.addWidget(editor)
        found = editor.lineEdit()
        assert found is not None
        field = found
    column.addWidget(after)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    field.setFocus()
    qtbot.keyClicks(field, "Anna")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    after.setFocus()

    assert QApplication.activePopupWidget() is None
    qtbot.keyClicks(application.focusWidget(), "T")
    assert (field.text(), after.text()) == ("Anna", "T")


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({}, "Place: the case has nothing to choose yet. Add it on Cases first."),
        (CHOICES, "Place: please fill this in."),
    ],
)
def test_a_needed_entry_of_which_the_case_has_none_is_said_to_be_added_first(
    application: QApplication, choices: dict[str, Any], said: str
):
    whole = QWidget()
    column = QVBoxLayout(whole)
    place = replace(field_of(Editor.REFERENCE), name="place", required=True)
    fields = tuple(place if each.name == "place" else each for each in VISIT.fields)
    form = FieldForm(replace(VISIT, fields=fields), choices=choices)
    column.addLayout(form)

    assert form.refuses()

    assert said in [label.text() for label in whole.findChildren(Refusal)]
