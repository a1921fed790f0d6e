"""The questions of Section H in the form of an order: asked where ticked, and no answer is lost."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from thb_desktop.domain.cooperation_codes import MeasureKind
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.order_questions import FormQuestion
from ui import language
from ui.forms.answers import AnswersEditor
from ui.forms.editors import CodesEditor
from ui.forms.field_form import FieldForm
from ui.forms.reading import stored_in_words


@pytest.fixture(autouse=True)
def _in_english(application: QApplication) -> None:
    language.install(application, "en")


def shown(answers: AnswersEditor) -> set[str]:
    return {key for key, each in answers.answers.items() if not each.isHidden()}


def test_a_question_is_asked_while_its_measure_is_ticked_and_stays_while_it_has_an_answer(qtbot: QtBot):
    form = FieldForm(INSTRUMENT)
    kinds, answers = form.editors["measure_kinds"], form.editors["part_answers"]
    assert isinstance(kinds, CodesEditor)
    assert isinstance(answers, AnswersEditor)
    assert shown(answers) == set()
    assert not answers.none.isHidden()

    kinds.boxes[MeasureKind.COVERT].setChecked(True)
    kinds.boxes[MeasureKind.VIDEO_HEARING_WITNESS].setChecked(True)
    assert shown(answers) == {"H2_REASONS", "H2_CONDUCTED_BY", "H6_REASONS"}
    assert answers.none.isHidden()
    assert answers.focusProxy() is answers.answers["H2_REASONS"]

    answers.answers["H6_REASONS"].set_value("No other way")
    kinds.set_value(())
    assert shown(answers) == {"H6_REASONS"}
    assert answers.value() == (("H6_REASONS", "No other way"),)
    answers.answers["H6_REASONS"].set_value(" ")
    kinds.set_value(())
    assert shown(answers) == set()
    assert answers.value() == ()


def test_an_answer_to_a_question_of_a_later_version_stays(qtbot: QtBot):
    answers = AnswersEditor()
    told = (("H1_TO_ISSUING_CONSENT", "She consents"), ("H8_LATER", "x"))

    answers.set_value(told)

    assert answers.value() == told
    read = stored_in_words(INSTRUMENT, "part_answers", '[["H8_LATER","x"],["H6_REASONS","y"]]', {})
    assert "H8_LATER" in read
    assert "covert" in read


def test_each_question_is_named_for_a_screen_reader(qtbot: QtBot):
    answers = AnswersEditor()

    names = [each.accessibleName() for each in answers.answers.values()]

    assert len(set(names)) == len(FormQuestion)
    assert all(name.startswith("H") for name in names)
