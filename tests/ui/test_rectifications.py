"""A note of rectification in the window: it corrects words of the signed record, by its turns."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle
from tests.ui.test_interviews import choose, draft_record
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.interview_fields import CORRECTION, SIGNATURE
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.view import InterviewsView


def save(application: QApplication, desk: AppController, qtbot: QtBot, **values: object) -> EntryDialog:
    """Fill in the form that was opened, and take it."""
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(**values)
    dialog.main_button.click()
    settle(desk, qtbot)
    return dialog


def begin(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path) -> InterviewsView:
    window, view = draft_record(desk, qtbot, vault)
    choose(desk, qtbot, window, "I-01")
    view.record.head.rectify_button.click()
    choices = view.model.open_choices
    save(
        application,
        desk,
        qtbot,
        number="I-01 R",
        lead_interviewer_id=choices["official"][0][1],
        authority_id=choices["authority"][0][1],
    )
    return view


def test_a_note_begins_with_its_corrections_and_is_asked_nothing_about_a_hearing(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = begin(application, desk, qtbot, vault)

    rows = view.record.rows
    shown = {key for at, key in enumerate(rows.keys) if not rows.parts.item(at).isHidden()}
    assert view.record.tabs.currentWidget() is rows
    assert rows.keys[rows.parts.currentRow()] == CORRECTION.name
    assert shown == {
        *("parties", "procedure", "time_and_place", "rectified"),
        *(CORRECTION.name, SIGNATURE.name),
    }
    assert not view.record.closing.isHidden()
    assert view.record.closing.answers_button.isHidden()


def test_a_correction_in_a_note_names_a_turn_of_the_signed_record_and_finds_its_words(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    view = begin(application, desk, qtbot, vault)
    note = view.model.record
    assert note is not None
    label, turn = view.model.open_choices["segment"][1]

    view.record.rows.panels[CORRECTION.name].add_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(segment_id=turn, language="vi")
    before = dialog.form.editors["before"].value()  # type: ignore[attr-defined]
    save(
        application,
        desk,
        qtbot,
        after="Khac",
        requested_by=v.SignerRole.JUDGE,
        reason=v.CorrectionReason.TYPING,
    )

    (row,) = view.model.record.corrections
    table = view.record.rows.panels[CORRECTION.name].table.model()
    assert before
    assert (row.segment_id, row.before, row.after) == (turn, before, "Khac")
    assert label in table.index(0, 0).data()
