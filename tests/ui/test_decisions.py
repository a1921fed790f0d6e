"""A signed record is sealed, restricted and annulled in the window, and a bundle asks for the reason."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle
from tests.ui.test_export import filled_in, prepare
from tests.ui.test_interviews import choose, draft_record
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import InterviewState, RecordDecisionKind
from ui.application import AppController
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.decisions import DecisionsMenu
from ui.interviews.view import InterviewsView
from ui.labels import words
from ui.tones import Tone

K = RecordDecisionKind


def menu_of(view: InterviewsView) -> DecisionsMenu:
    menu = view.record.head.decision_button.menu()
    assert isinstance(menu, DecisionsMenu)
    menu.offer()
    return menu


def possible(view: InterviewsView) -> set[RecordDecisionKind]:
    return {kind for kind, act in menu_of(view).acts.items() if act.isEnabled()}


def shown_as(view: InterviewsView) -> tuple[Tone | None, Tone]:
    """The tone of the state in the list, and above the record."""
    chosen = view.list.current_record()
    in_list = next(each for each in view.rows.columns if each.title == view.tr("State")).tone
    assert in_list is not None
    return in_list(chosen), Tone(view.record.head.state_chip.property("tone"))


def enter(
    application: QApplication,
    desk: AppController,
    qtbot: QtBot,
    view: InterviewsView,
    kind: RecordDecisionKind,
) -> None:
    menu_of(view).acts[kind].trigger()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(
        reference="KI 2026/12",
        decided_by="Indictment chamber",
        decided_on=PartialDate("2026-05-04"),
        reason="The defence had not been summoned.",
    )
    dialog.main_button.click()
    settle(desk, qtbot)


def test_decisions_are_offered_for_a_signed_record_only_and_change_its_state(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    assert view.record.head.decision_button.isHidden()
    choose(desk, qtbot, window, "I-01")
    assert not view.record.head.decision_button.isHidden()
    assert possible(view) == {K.SEALED, K.RESTRICTED, K.ANNULLED}

    enter(application, desk, qtbot, view, K.RESTRICTED)

    assert view.record.head.state_chip.text() == words(InterviewState.RESTRICTED)
    assert shown_as(view) == (Tone.WARN, Tone.WARN)
    assert "KI 2026/12" in view.record.notice.sentence.text()
    assert possible(view) == {K.SEALED, K.RESTRICTION_LIFTED, K.ANNULLED}
    enter(application, desk, qtbot, view, K.ANNULLED)
    assert view.record.head.state_chip.text() == words(InterviewState.ANNULLED_BY_DECISION)
    assert shown_as(view) == (Tone.BAD, Tone.BAD)
    assert possible(view) == set()
    for act in (view.record.head.decision_button, view.record.head.rectify_button):
        assert act.isHidden()
    rows = view.record.rows
    assert [each.kind for each in rows.decisions.rows.rows] == [K.RESTRICTED, K.ANNULLED]
    assert not rows.parts.item(len(rows.keys) + 1).isHidden()


def test_a_decision_without_its_day_is_refused_at_the_field(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    choose(desk, qtbot, window, "I-01")
    menu_of(view).acts[K.ANNULLED].trigger()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, EntryDialog)
    dialog.form.set_values(reference="KI 2026/12", decided_by="Chamber", reason="Not summoned.")

    dialog.main_button.click()
    settle(desk, qtbot)

    assert dialog.isVisible()
    assert view.model.record is not None
    assert view.model.record.decisions == ()


def test_a_bundle_asks_why_a_restricted_record_is_in_it(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window, view = draft_record(desk, qtbot, vault)
    choose(desk, qtbot, window, "I-01")
    enter(application, desk, qtbot, view, K.RESTRICTED)

    export = filled_in(desk, qtbot, window)
    assert not export.restricted.isHidden()
    export.prepare_button.click()
    settle(desk, qtbot)
    assert not export.model.is_prepared
    export.restricted.setText("Asked for by the court that restricted it")

    assert prepare(desk, qtbot, export) > 1
    assert export.sign_button.isEnabled()
