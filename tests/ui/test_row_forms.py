"""Forms of rows follow what is chosen in them: the words of a turn, the name of an entry."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle
from tests.support.hands import Hands
from tests.ui.test_record_life import Clerk, completed, read_back
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.people_fields import INTERPRETER, PERSON
from thb_desktop.errors import (
    AlreadyExistsError,
    DateImpossibleError,
    SegmentJoinError,
    SegmentSequenceError,
    SegmentSplitError,
)
from thb_desktop.services.casework import corrections
from ui.application import AppController
from ui.forms.editors import editor_for
from ui.forms.entry_dialog import EntryDialog
from ui.forms.tags import TagsEditor
from ui.interviews.record_view import RecordView
from ui.labels import field_words, words
from ui.messages import sentence
from ui.transcript.rows import At
from ui.widgets.basic import Notice
from ui.widgets.questions import Question


def test_the_text_before_is_that_of_the_chosen_turn_and_language(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    completed(clerk)
    read_back(clerk, v.PersonConfirmation.CONFIRMED_WITH_CORRECTIONS)
    first, second, _ = (full.segment for full in clerk.view.model.record.segments)
    dialog = clerk.view.record.rows.add_row(
        "read_back_correction", segment_id=first.id, language="ar", before=first.source_text
    )
    assert dialog is not None
    settle(desk, qtbot)

    dialog.form.set_values(segment_id=second.id)
    other_turn = dialog.form.values()["before"]
    dialog.form.set_values(segment_id=first.id, language="nl")
    other_language = dialog.form.values()["before"]
    dialog.form.set_values(segment_id=second.id)

    assert other_turn == second.source_text
    assert other_language == "Ik kwam met een man die zei dat hij Samer heette."
    assert dialog.form.values()["before"] == ""
    dialog.reject()


def test_who_is_chosen_from_the_list_needs_no_typed_name(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    official = clerk.view.model.open_choices["official"][0][1]

    clerk.add("presence", role=v.PresenceRole.POLICE_INTERVIEWER, official_id=official)

    (present,) = (each for each in clerk.view.model.record.presences if each.official_id == official)
    assert present.name == clerk.view.model.called[official]


def test_a_name_is_typed_and_an_entry_of_the_case_with_these_letters_may_be_picked_by_key(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    rows = clerk.view.record.rows
    rows.parts.setCurrentRow(rows.keys.index("presence"))
    official = clerk.view.model.open_choices["official"][0][1]
    known = clerk.view.model.called[official]

    for typed, picks in ((known[1:-1].lower(), True), ("Me Delphine Renard", False)):
        rows.panels["presence"].add_button.click()
        dialog = clerk.form()
        dialog.form.set_values(role=v.PresenceRole.OTHER)
        name = dialog.form.editors["name"]
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        name.setFocus()
        qtbot.waitUntil(name.hasFocus)
        qtbot.keyClicks(name, typed)
        if picks:
            popup = name.completer().popup()
            qtbot.waitUntil(popup.isVisible)
            qtbot.keyClick(popup, Qt.Key.Key_Down)
            qtbot.keyClick(popup, Qt.Key.Key_Return)
        assert dialog.form.values()["name"] == (known if picks else typed)
        clerk.save(dialog)

    told = [(each.name, each.official_id) for each in clerk.view.model.record.presences]
    assert told[-2:] == [(known, official), ("Me Delphine Renard", None)]


def test_a_typed_name_that_an_official_has_is_asked_about_and_stands_once_it_was_answered(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    rows = clerk.view.record.rows
    rows.parts.setCurrentRow(rows.keys.index("presence"))
    official = clerk.view.model.open_choices["official"][0][1]
    typed = clerk.view.model.called[official].upper()
    asked = list[str]()

    def answer(question: Question, saves: bool) -> None:
        asked.append(" ".join(each.text() for each in question.findChildren(QLabel)))
        (question.main_button if saves else question.back_button).click()

    def answers(saves: bool) -> Callable[[], None]:
        """Answer the question once it stands over the form."""

        def look() -> None:
            found = [each for each in dialog.findChildren(Question) if each.isVisible()]
            if found:
                watch.stop()
                answer(found[0], saves)

        watch = QTimer(dialog, interval=20)
        watch.timeout.connect(look)
        return watch.start

    rows.panels["presence"].add_button.click()
    dialog = clerk.form()
    dialog.form.set_values(role=v.PresenceRole.OTHER, name=typed)
    for saves in (False, True):
        answers(saves)()
        dialog.main_button.click()
    settle(desk, qtbot)

    told = [(each.name, each.official_id) for each in clerk.view.model.record.presences]
    assert len(asked) == 2
    assert typed in asked[0]
    assert told[-1] == (typed, None)


def test_two_chosen_entries_for_one_person_are_refused_at_the_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    rows, choices = clerk.view.record.rows, clerk.view.model.open_choices
    rows.parts.setCurrentRow(rows.keys.index("presence"))
    rows.panels["presence"].add_button.click()
    dialog = clerk.form()
    dialog.form.set_values(
        role=v.PresenceRole.INTERPRETER,
        official_id=choices["official"][0][1],
        interpreter_id=choices["interpreter"][0][1],
    )

    dialog.main_button.click()
    settle(desk, qtbot)

    assert "only one of" in said_at(dialog.form.editors["interpreter_id"])
    dialog.reject()


def choose_last(view: RecordView) -> None:
    table = view.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(table.model().rowCount() - 1, At.RIGHT))


def test_an_author_is_asked_before_the_reading_back_and_fixed_afterwards(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    add_interpreted_turn(clerk, desk, qtbot)
    view = clerk.view.record
    completed(clerk)
    clerk.close()
    told = " ".join(
        notice.sentence.text() for notice in clerk.form().findChildren(Notice) if notice.isVisible()
    )
    clerk.form().reject()
    view.tabs.setCurrentIndex(0)
    choose_last(view)
    named_before = view.account.strip.author.isEnabled()

    read_back(clerk, v.PersonConfirmation.CONFIRMED_UNCHANGED)
    choose_last(view)

    assert "4" in told
    assert named_before
    assert not view.account.strip.author.isEnabled()
    assert "reading back" in view.account.strip.author.toolTip()


def test_a_refused_author_is_not_shown(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    view = clerk.view.record
    view.table.setCurrentIndex(view.table.model().index(0, At.RIGHT))
    author = clerk.view.model.open_choices["interpreter"][0][1]
    desk.jobs.run(desk, lambda session: corrections.strike_out(session, "interpreter", author, "Twice"))
    settle(desk, qtbot)
    view.account.strip.author.set_value(author)

    view.account.strip.author.activated.emit(view.account.strip.author.currentIndex())
    settle(desk, qtbot)

    assert view.notice.isVisible()
    assert view.account.strip.author.value() is None
    view.account.strip.state.set_value(v.RenderingState.SELF_CHECKED.value)
    view.account.strip.state.activated.emit(view.account.strip.state.currentIndex())
    settle(desk, qtbot)
    assert not view.notice.isVisible()


def add_interpreted_turn(clerk: Clerk, desk: AppController, qtbot: QtBot) -> None:
    """A turn with an interpreter's words whose author nobody named."""
    hands = Hands(qtbot, clerk.view)
    hands.sit_down()
    hands.press(Qt.Key.Key_F2)
    hands.types("Ja.")
    hands.press(Qt.Key.Key_Tab)
    hands.types("نعم")
    hands.press(Qt.Key.Key_Return)
    settle(desk, qtbot)


def test_languages_are_taken_by_name_and_a_wrong_code_is_told_with_the_right_form(
    application: QApplication,
):
    languages = editor_for(INTERPRETER["languages"], {})
    states = editor_for(PERSON["nationalities"], {})
    assert isinstance(languages, TagsEditor)
    assert isinstance(states, TagsEditor)

    languages.setText("Tigrinya, fr")
    states.setText("ERITREA")

    assert languages.value() == ("ti", "fr")
    assert languages.problem() == ""
    assert "two letters" in states.problem()
    languages.setText("Tigrinian")
    assert "for example ti, fr" in languages.problem()


def test_a_refused_value_is_told_with_the_name_of_its_field():
    told = sentence(AlreadyExistsError("taken", "interview.number"))
    date = sentence(DateImpossibleError("before 1900", "case_file.opened_on"))

    assert told.endswith("Something with this name already exists. It was not changed.")
    assert field_words("interview", "number") in told
    assert field_words("case_file", "opened_on") in date


@pytest.mark.parametrize(("error", "said"), [(SegmentSplitError, "split"), (SegmentJoinError, "joined")])
def test_a_turn_that_cannot_be_changed_says_which_act_is_impossible(
    error: type[SegmentSequenceError], said: str
):
    others = {"split", "joined", "moved"} - {said}

    told = sentence(error(""))

    assert said in told
    assert not any(other in told for other in others)


def test_keys_lead_from_the_list_of_parts_into_a_part_and_add_there(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    clerk.view.record.tabs.setCurrentIndex(1)
    rows = clerk.view.record.rows
    settle(desk, qtbot)

    def press(part: str, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        rows.parts.setCurrentRow(rows.keys.index(part))
        rows.parts.setFocus()
        qtbot.keyClick(rows.parts, key, held)

    press("presence", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    focused = application.focusWidget()
    in_rows = focused is not None and rows.panels["presence"].isAncestorOf(focused)
    press("parties", Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    in_header = rows.headers["parties"].change_button.hasFocus()
    press("presence", Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = open_dialog(application, qtbot)

    assert in_rows
    assert in_header
    assert isinstance(dialog, EntryDialog)
    dialog.reject()


def test_a_row_of_a_record_that_can_only_be_read_is_shown_in_full(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    clerk = Clerk(application, desk, qtbot, vault)
    rows = clerk.view.record.rows
    signed = clerk.view.rows.row_of(lambda found: found.interview.is_signed)
    clerk.view.list.choose_row(signed)
    settle(desk, qtbot)
    rows.go_to("interpreter_engagement.conflict")
    panel = rows.panels["interpreter_engagement"]
    panel.table.choose_row(0)

    assert panel.change_button.isHidden()
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    dialog = open_dialog(application, qtbot)

    shown = {each.text().strip("\u2068\u2069") for each in dialog.findChildren(QLabel)}
    told = panel.table.current_record()
    assert {field_words("interpreter_engagement", "conflict"), words(told.conflict)} <= shown
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
