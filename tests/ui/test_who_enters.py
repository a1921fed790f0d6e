"""Who enters is typed at the desk; a name that somebody of the case has is asked about before."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.hands import hold_now
from tests.ui.test_desk import ASKED, KEY, at_the_row
from ui.application import AppController
from ui.widgets.questions import Question


@pytest.mark.parametrize("enters", [True, False])
def test_the_name_of_somebody_of_the_case_is_asked_about(
    desk: AppController, qtbot: QtBot, vault: Path, enters: bool
):
    hold_now(vault)
    hands = at_the_row(desk, qtbot, vault)
    hands.says(ASKED)
    asked = []

    def answer() -> None:
        found = [each for each in QApplication.topLevelWidgets() if isinstance(each, Question)]
        if not found or not found[0].isActiveWindow():
            QTimer.singleShot(10, answer)
            return
        asked.append(found[0])
        if enters:
            QTest.keyClick(found[0].focusWidget(), KEY.Key_Tab)
        QTest.keyClick(found[0].focusWidget(), KEY.Key_Space)

    hands.types("/e LOTTE Verbruggen")
    QTimer.singleShot(0, answer)
    hands.press(KEY.Key_Return)

    record = hands.view.model.record
    assert record is not None
    names = [each.name for each in record.presences]
    assert len(asked) == 1
    assert ("LOTTE Verbruggen" in names) is enters
    assert ("/e LOTTE Verbruggen" in hands.texts) is not enters


def test_another_name_is_entered_at_once(desk: AppController, qtbot: QtBot, vault: Path):
    hold_now(vault)
    hands = at_the_row(desk, qtbot, vault)
    hands.says(ASKED)

    hands.says("/e Nadia El Amrani")

    record = hands.view.model.record
    assert record is not None
    assert record.presences[-1].name == "Nadia El Amrani"
