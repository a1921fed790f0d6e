"""Every window, page and dialog at 1366 x 768, in each language: nothing is cut or stands over another."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.appearances import strays
from tests.support.controllers import open_dialog, settle, unlock
from tests.support.fit import misfits, overlaps
from tests.support.sampled import IS_WHOLE
from tests.support.whole_walk import PARTS, Vaults, make_vaults, walk_through
from thb_desktop.domain.vocabulary import CustodyAction
from ui import theme
from ui.application import AppController
from ui.custody.record_event import RecordEventDialog
from ui.settings import Scheme, Settings
from ui.widgets import icons
from ui.widgets.basic import Label
from ui.widgets.choices import ValueBox
from ui.widgets.dates import now

SHOWN_BY_ITSELF = "RecoveredView ''"
"""By the walk."""


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Vaults:
    return make_vaults(tmp_path_factory.mktemp("walk"))


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_everything_that_is_shown_has_room(application: QApplication, vaults: Vaults, language: str):
    found: dict[str, list[str]] = {}

    def look(window: QWidget, name: str) -> None:
        faults = [*misfits(window), *overlaps(window)]
        if faults:
            # What was laid out a moment ago is looked at once more, at rest.
            QTest.qWait(200)
            faults = [*misfits(window), *overlaps(window)]
        for fault in faults:
            found.setdefault(fault, []).append(name)

    # Which parts become windows is the same in every language, and each event is looked at for it.
    with strays(application) if language == "fr" else nullcontext(set[str]()) as apart:
        parts = () if IS_WHOLE else PARTS[::3] if language == "fr" else PARTS[1::6]
        walk_through(application, Settings(scheme=Scheme.LIGHT, language=language), look, vaults, parts)

    assert found == {}
    assert apart <= {SHOWN_BY_ITSELF}


def test_a_label_without_room_is_found(application: QApplication):
    window = QWidget()
    label = Label("A sentence that has no room here")
    label.setParent(window)
    label.resize(40, 20)
    window.show()

    found = misfits(window)
    window.close()

    assert len(found) == 1
    assert "A sentence that has no room here" in found[0]


def test_a_page_about_a_case_leads_to_the_cases_while_there_is_none(
    desk: AppController, qtbot: QtBot, empty_vault: Path
):
    window = unlock(desk, qtbot, empty_vault)
    window.go(2)
    settle(desk, qtbot)
    leads = next(each for each in window.exhibits.findChildren(QPushButton) if each.isVisible())

    leads.click()
    settle(desk, qtbot)

    assert window.stack.currentWidget() is window.cases


def test_a_list_in_which_a_choice_has_no_room_says_it_whole_in_its_tool_tip(
    application: QApplication, qtbot: QtBot
):
    box = ValueBox([("BE", 1), ("Tribunal of first instance of Liège, division of Huy", 2)], name="Authority")
    qtbot.addWidget(box)
    box.resize(120, 32)
    box.show()
    short = box.toolTip()

    box.setCurrentIndex(1)

    assert short == ""
    assert "division of Huy" in box.toolTip()


def test_a_correction_says_what_it_corrects_and_the_corrected_event_is_marked(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    window = unlock(desk, qtbot, vault)
    window.go(3)
    settle(desk, qtbot)
    view = window.custody
    view.new_button.click()
    dialog = open_dialog(application, qtbot)
    assert isinstance(dialog, RecordEventDialog)
    settle(desk, qtbot)
    first = view.rows.rows[0].event
    dialog.form.set_values(
        action=CustodyAction.CORRECTION,
        occurred_at=now(),
        actor="Registry",
        reason="A slip of the pen",
        corrects=first.id,
        wrong_value=first.actor,
        right_value="+32 470 00 00 61",
    )
    dialog.main_button.click()
    settle(desk, qtbot)

    view.table.choose_row(view.rows.row_of(lambda each: each.event.action is CustodyAction.CORRECTION))

    def said() -> str:
        return " ".join(label.text() for label in view.findChildren(Label) if label.isVisible())

    qtbot.waitUntil(lambda: "+32 470 00 00 61" in said())
    assert first.actor in said()
    corrected = view.rows.rows[view.rows.row_of(lambda each: each.is_corrected)]
    assert corrected.event.number == 1


def sheet_of_a_window() -> str:
    window = QWidget()
    theme.dress(window)
    return window.styleSheet()


def test_in_a_mirrored_window_arrows_and_lists_are_turned_round(application: QApplication):
    before, sheet = icons.icon("chevron-right").pixmap(18).toImage(), sheet_of_a_window()
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.apply(application, dark=False)
    mirrored, back = icons.icon("chevron-right").pixmap(18).toImage(), icons.icon("chevron-left")
    turned = sheet_of_a_window()
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    theme.apply(application, dark=False)

    assert mirrored != before
    assert back.pixmap(18).toImage() == before
    assert "padding-left: 24px" in turned
    assert "padding-left: 24px" not in sheet
