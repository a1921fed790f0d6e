"""What is missing in a draft, beside it: counted, gone through by keys, and led to its field."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QListWidgetItem
from pytestqt.qtbot import QtBot

from tests.support.hands import Hands
from tests.ui.test_record_life import Clerk, completed, read_back
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview import Presence
from thb_desktop.findings import Finding, Standing
from ui import theme
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.reading.closing_list import ClosingList
from ui.interviews.reading.model import REST
from ui.text import isolate_words
from ui.widgets import icons

WHAT = Qt.ItemDataRole.UserRole
KEY = Qt.Key
NAME = "\u0631\u0634\u064a\u062f \u0627\u0644\u0639\u0645\u0631\u0627\u0646\u064a"


class Lister(Clerk):
    """Goes through what is missing in the record I-99."""

    @property
    def closing(self):
        return self.view.record.closing

    @property
    def button(self):
        return self.view.record.head.missing_button

    def count(self) -> int:
        return int("".join(each for each in self.button.text() if each.isdigit()))

    def items(self) -> list[Finding]:
        whole = (self.closing.list.item(at).data(WHAT) for at in range(self.closing.list.count()))
        return [each for each in whole if isinstance(each, Finding)]

    def wait(self) -> None:
        """Until the rules were asked again."""
        self._qtbot.waitUntil(lambda: not self.view.model.reading._rest.isActive(), timeout=4 * REST)
        self.settle()


@pytest.fixture
def lister(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> Lister:
    found = Lister(application, desk, qtbot, vault)
    found.window.activateWindow()
    qtbot.waitUntil(found.window.isActiveWindow)
    return found


def test_the_number_is_seen_at_once_and_the_list_when_it_is_asked_for(lister: Lister, qtbot: QtBot):
    view = lister.view.record
    count, put_away = lister.count(), lister.closing.isHidden()

    view.account.table.setFocus()
    qtbot.waitUntil(view.account.table.hasFocus)
    qtbot.keyClick(view.account.table, KEY.Key_F10)
    lister.settle()

    assert count == len(lister.items()) > 5
    assert put_away
    assert lister.closing.isVisible()
    assert lister.closing.list.hasFocus()
    assert lister.view.side.isHidden()
    assert lister.closing.title.text() == "Before the reading back"
    assert not any(
        part.isVisible()
        for part in (lister.closing.answers_button, lister.closing.print_button, lister.closing.sign_button)
    )
    words = [lister.closing.list.item(at).text() for at in range(lister.closing.list.count())]
    assert not [each for each in words if each.startswith("In order")]


def test_a_line_leads_by_key_to_its_field_and_what_was_entered_leaves_the_list(lister: Lister):
    before = lister.count()
    lister.button.click()

    lister.goes_to("interview.authority_id")
    dialog = lister.form()
    editor = dialog.form.editors["authority_id"]
    at_the_field = editor.hasFocus() or dialog.focusWidget() is editor
    dialog.form.set_values(authority_id=lister.view.model.open_choices["authority"][0][1])
    lister.save(dialog)

    assert at_the_field
    assert "interview.authority_id" not in {each.field for each in lister.items()}
    assert lister.count() == before - 1
    assert lister.closing.isVisible()


def test_a_line_about_a_row_opens_the_row_and_one_about_a_missing_row_goes_to_where_it_is_added(
    lister: Lister,
):
    of = lister.record.interview.id
    person = Presence(id=RowId(""), interview_id=of, role=v.PresenceRole.SUPPORT_PERSON, name="Els Maes")
    lister.view.model.add_row(person)
    lister.settle()
    lister.button.click()

    lister.goes_to("interview.engagements")
    adds = lister.view.record.rows.panels["interpreter_engagement"].add_button.hasFocus()
    lister.goes_to("presence.place")
    dialog = lister.form()

    assert adds
    assert dialog.form.editors["place"].hasFocus() or (dialog.focusWidget() is dialog.form.editors["place"])
    dialog.form.set_values(place=v.PresencePlace.ROOM)
    lister.save(dialog)
    assert "presence.place" not in {each.field for each in lister.items()}


def test_what_a_code_enters_is_counted_and_its_row_is_found(lister: Lister, qtbot: QtBot):
    hands = Hands(qtbot, lister.view)
    lister.button.click()
    asked = [each for each in lister.items() if each.code == "V-I-15"]
    hands.sit_down()

    hands.says("/v role of the person")
    hands.press(KEY.Key_Return)
    lister.wait()

    now = [each for each in lister.items() if each.code == "V-I-15"]
    given = v.CautionCode.ROLE_AND_PURPOSE
    assert any(given in each.values.get("missing", ()) for each in asked)
    assert not any(given in each.values.get("missing", ()) for each in now)
    lister.goes_to("caution.given_at")
    assert lister.form().form.editors["code"].value() is given
    lister.form().reject()


def test_after_the_reading_back_the_list_is_that_before_the_signature(lister: Lister):
    lister.button.click()
    completed(lister)

    read_back(lister, v.PersonConfirmation.CONFIRMED_UNCHANGED)

    assert lister.closing.title.text() == "Before signing"
    assert lister.button.isHidden()
    assert lister.closing.isVisible()
    assert lister.closing.sign_button.isVisible()
    assert "interview.signatures" in {each.field for each in lister.items()}


def test_the_guide_and_the_list_have_one_place_beside_the_turns(lister: Lister):
    guide = lister.view.record.account.guide
    lister.button.click()
    lister.view.record.head.guide_button.click()
    first = (guide.isVisible(), lister.closing.isVisible(), lister.button.isChecked())

    lister.button.click()

    assert first == (True, False, False)
    assert (guide.isVisible(), lister.closing.isVisible()) == (False, True)


def test_a_complete_record_has_nothing_that_stops_it_before_its_reading_back(lister: Lister):
    completed(lister)

    found = lister.view.model.reading.findings

    assert not [each for each in found if each.standing is Standing.BROKEN]
    assert lister.count() == len(found)


def test_an_authoritative_original_that_nobody_wrote_down_stops_in_the_list_and_at_the_reading_back(
    lister: Lister, qtbot: QtBot
):
    hands = Hands(qtbot, lister.view)
    hands.sit_down()
    for said in ("Wat zei hij?", "/n", "Dat hij kwam."):
        hands.says(said)
    lister.view.record.tabs.setCurrentIndex(1)
    lister.header("procedure", authoritative_text=v.AuthoritativeText.SOURCE_LANGUAGE)
    lister.wait()
    stops = [each for each in lister.items() if each.code == "V-I-18"]

    lister.close()

    record = lister.view.record
    assert [each.standing for each in stops] == [Standing.BROKEN]
    assert record.closing.isVisible()
    assert record.closing.list.currentItem().data(WHAT) == stops[0]
    assert "not written down" in record.notice.sentence.text()
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, EntryDialog)]


def test_the_end_of_the_reading_back_is_entered_after_its_corrections(lister: Lister):
    completed(lister)
    lister.close()
    assert "readback_ended_at" not in lister.form().form.editors
    lister.form().reject()

    read_back(lister, v.PersonConfirmation.CONFIRMED_UNCHANGED)

    lister.goes_to("interview.readback_ended_at")
    assert "readback_ended_at" in lister.form().form.editors
    lister.form().reject()


def test_a_name_in_other_letters_takes_no_line_from_what_is_missing(application: QApplication, qtbot: QtBot):
    theme.apply(application, dark=False)
    listed = ClosingList()
    qtbot.addWidget(listed)
    theme.dress(listed)
    listed.resize(300, 500)
    item = QListWidgetItem(icons.icon("circle-alert", "bad"), "")
    listed.list.addItem(item)
    listed.show()

    def drawn(last: str) -> QImage:
        item.setText(f"The record of an interpreter lacks: oath. ({isolate_words(NAME)})\n{last}")
        listed.list.fit()
        application.processEvents()
        return listed.list.viewport().grab(listed.list.visualItemRect(item)).toImage()

    assert drawn("Interpreters  \u00b7  V-I-05") != drawn("Interpreters  \u00b7  V-I-08")
