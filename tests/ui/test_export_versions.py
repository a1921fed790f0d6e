"""A version for a recipient in the window: drawn up, masked by keys, printed without the words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, said_at, settle
from tests.support.leaks import leaks, readable
from tests.ui.test_export import export_page, prepare
from thb_desktop.domain.remarks import GOES_WHOLE, REMARKS, WORDS
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.services.bundling import maskable
from thb_desktop.services.bundling.maskable import Maskable
from ui.application import AppController
from ui.export import masks_dialog
from ui.export.draft_dialog import DraftDialog
from ui.export.masks_dialog import MasksDialog
from ui.export.view import ExportView


def drawn_up(application: QApplication, desk: AppController, qtbot: QtBot, view: ExportView) -> None:
    """Draw up a version of what is ticked, for the recipient that is typed."""
    view.version.draw_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, DraftDialog)
    dialog.recipient.setText("Court of Borduria")
    dialog.purpose.setText("Hearing")
    dialog.main_button.click()
    assert said_at(dialog.basis) == "Please choose the request, or write on what else it rests."
    dialog.basis.setText("Spontaneous information")
    dialog.main_button.click()
    assert said_at(dialog.items) == "Please choose which records and exhibits are in it."
    dialog.items.setCurrentIndex(dialog.items.findData("ticked"))
    with qtbot.waitSignal(view.version.model.drawn, timeout=20_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)


def masking(application: QApplication, desk: AppController, qtbot: QtBot, view: ExportView) -> MasksDialog:
    view.version.mask_button.click()
    settle(desk, qtbot)
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, MasksDialog)
    return dialog


def choose_first_word(qtbot: QtBot, dialog: MasksDialog) -> str:
    """Choose the first word of the text by keys, as a clerk does."""
    dialog.text.setFocus()
    qtbot.keyClick(dialog.text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    word = dialog.text.toPlainText().split()[0]
    for _ in word:
        qtbot.keyClick(dialog.text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.text.textCursor().selectedText() == word
    return word


def looks_masked(dialog: MasksDialog) -> bool:
    """Whether the first sign of the text is struck."""
    cursor = dialog.text.textCursor()
    cursor.setPosition(1)
    return cursor.charFormat().fontStrikeOut()


def test_a_version_is_drawn_up_masked_by_keys_and_printed_without_the_words(
    application: QApplication, desk: AppController, qtbot: QtBot, vault
):
    _, view = export_page(desk, qtbot, vault)
    drawn_up(application, desk, qtbot, view)
    assert view.version.version is not None
    assert view.recipient.text() == "Court of Borduria"
    assert not view.recipient.isEnabled()
    dialog = masking(application, desk, qtbot, view)
    listed = {each.entity: masks_dialog._place(each) for each in dialog.rows.rows}
    assert "custody event" in listed["custody_event"]
    assert listed["interview"].endswith("Note on the recording")
    turns = [number for number, each in enumerate(dialog.rows.rows) if each.entity == "segment"]
    longest = max(turns, key=lambda number: len(dialog.rows.rows[number].text.split()[0]))
    dialog.table.choose_row(longest)
    word = choose_first_word(qtbot, dialog)
    dialog.everywhere_button.click()
    assert said_at(dialog.reason) == "Please choose the reason."
    dialog.reason.setCurrentIndex(dialog.reason.findData(RedactionReason.CHILD))
    dialog.everywhere_button.click()
    assert said_at(dialog.ordered_by) == "Please write which authority ordered it."
    dialog.ordered_by.setText("Investigating judge")
    choose_first_word(qtbot, dialog)
    with qtbot.waitSignal(view.version.model.masked, timeout=20_000) as masked:
        dialog.everywhere_button.click()
    settle(desk, qtbot)
    assert masked.args[0] >= 1
    assert looks_masked(dialog)
    dialog.table.choose_row(0)
    assert not dialog._own()
    assert not looks_masked(dialog)
    dialog.reject()

    view.reasons.identities.setText("The court hears the witness")
    with qtbot.waitSignal(view.model.prepared, timeout=60_000) as prepared:
        view.prepare_button.click()
    settle(desk, qtbot)

    places = readable(prepared.args[0])
    assert "⟦R-001 CHILD⟧" in " ".join(places["text: drawn -raw"].decode().split()), word
    said = {place: data for place, data in places.items() if place.startswith("text: records/I-")}
    assert said
    assert leaks([word], said) == []


@pytest.mark.parametrize("entity", sorted(GOES_WHOLE))
def test_a_text_that_is_withheld_as_a_whole_is_named_and_says_so(
    application: QApplication, desk: AppController, qtbot: QtBot, vault, entity: str
):
    _, view = export_page(desk, qtbot, vault)
    drawn_up(application, desk, qtbot, view)
    dialog = masking(application, desk, qtbot, view)
    before = dialog.whole.isVisible()
    where = {"number": "T-01", "place": "4 A", "kind": REMARKS.get(entity)}
    remark = Maskable(entity=entity, row="1", field=WORDS, text="So says Ana.", **where)

    dialog.rows.show_rows((remark,))
    dialog.table.choose_row(0)

    shown = masks_dialog._place(remark)
    assert "T-01" in shown
    assert "4 A" in shown
    assert WORDS not in shown
    assert (before, dialog.whole.isVisible()) == (False, True)
    assert ("no check can confirm" in dialog.whole.text()) is (entity == "version_signature")
    dialog.reject()


def test_after_a_mask_no_text_is_read_again(
    application: QApplication, desk: AppController, qtbot: QtBot, vault, monkeypatch: pytest.MonkeyPatch
):
    _, view = export_page(desk, qtbot, vault)
    drawn_up(application, desk, qtbot, view)
    dialog = masking(application, desk, qtbot, view)
    dialog.reason.setCurrentIndex(dialog.reason.findData(RedactionReason.PRIVILEGE))
    dialog.ordered_by.setText("Investigating judge")
    choose_first_word(qtbot, dialog)
    read: list[object] = []
    listing = maskable.list_maskable
    monkeypatch.setattr(maskable, "list_maskable", lambda *asked: read.append(asked) or listing(*asked))

    with qtbot.waitSignal(view.version.model.masked, timeout=20_000):
        dialog.main_button.click()
    settle(desk, qtbot)

    assert len(dialog._own()) == 1
    assert read == []


def test_one_place_is_masked_and_shown_again_with_a_reason(
    application: QApplication, desk: AppController, qtbot: QtBot, vault, monkeypatch: pytest.MonkeyPatch
):
    _, view = export_page(desk, qtbot, vault)
    drawn_up(application, desk, qtbot, view)
    dialog = masking(application, desk, qtbot, view)
    dialog.main_button.click()
    assert said_at(dialog.text) == "Please choose words in the text first."
    dialog.reason.setCurrentIndex(dialog.reason.findData(RedactionReason.PRIVILEGE))
    dialog.ordered_by.setText("Investigating judge")
    word = choose_first_word(qtbot, dialog)
    with qtbot.waitSignal(view.version.model.masked, timeout=20_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(desk, qtbot)
    (redaction,) = dialog._own()
    assert redaction.anchor.quoted == word

    qtbot.keyClick(dialog.text, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    monkeypatch.setattr("ui.export.masks_dialog.ask_reason", lambda *_: "The court asked for it")
    with qtbot.waitSignal(view.version.model.masked, timeout=20_000):
        dialog.again_button.click()
    settle(desk, qtbot)

    assert dialog._own() == ()
    with qtbot.waitSignal(view.version.model.masked, timeout=20_000) as masked:
        dialog.identities_button.click()
    settle(desk, qtbot)
    told = f"{masked.args[0]} place" if masked.args[0] else "Nothing more to mask was found."
    assert dialog.notice.sentence.text().startswith(told)
    dialog.again_button.click()
    assert said_at(dialog.text) == "Please put the cursor into a masked place."
    dialog.reject()


def test_without_a_version_the_page_is_as_it_was(
    application: QApplication, desk: AppController, qtbot: QtBot, vault
):
    _, view = export_page(desk, qtbot, vault)
    drawn_up(application, desk, qtbot, view)

    view.version.box.setCurrentIndex(0)

    assert view.recipient.isEnabled()
    assert not view.version.mask_button.isEnabled()
    assert prepare(desk, qtbot, view) > 5
