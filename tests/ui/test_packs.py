"""Data packs in the window: the statements and their doubts, a pack of the office, and where it differs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, settle, unlock
from tests.ui.test_receiving import shown, typed
from thb_desktop.domain.pack_statements import Change, Kind
from ui.application import AppController
from ui.office.packs import AdoptDialog, PacksPart
from ui.widgets import choose

OWN = """
[[deadline]]
code = "ANSWER_ALT"
heading = {en = "answer on another measure"}
types = ["EIO"]
since = "received_on"
met = "recognised_on"
hours = 36
only_if = "urgent"
certain = false
source = "Circular 7"
"""


@pytest.fixture
def part(desk: AppController, qtbot: QtBot, vault: Path) -> PacksPart:
    window = unlock(desk, qtbot, vault)
    window.go(6)
    window.office.tabs.setCurrentWidget(window.office.packs)
    settle(desk, qtbot)
    return window.office.packs


def test_a_statement_that_was_compared_with_no_official_list_is_shown_as_such(part: PacksPart):
    told = {each.statement.key: part._certain(each) for each in part.rows.rows}

    assert told["EIO"] == "Compared"
    assert told["MLA2000"] == "Not compared"
    assert {each.statement.kind for each in part.rows.rows} == set(Kind)
    assert {each.change for each in part.rows.rows} == {Change.SAME}
    assert "of the program" in part.present.text()


def test_it_is_said_in_words_which_measures_are_always_available_and_which_ground_is_none_for_them(
    part: PacksPart,
):
    told = {each.statement.key: part._says(each) for each in part.rows.rows}

    assert told["Directive 2014/41/EU, Article 10(2)(e) EIO EIO_SUPPLEMENTARY"] == (
        "Always available: Who holds a telephone number or an IP address"
    )
    others = told["Directive 2014/41/EU, Article 10(1) and (2)(d) EIO EIO_SUPPLEMENTARY"]
    assert others.startswith("Another measure may take their place: ")
    assert "Covert investigation" in others
    assert told["refusal OFFENCE_THRESHOLD EIO EIO_SUPPLEMENTARY"].endswith("that are always available")
    lack = told["refusal DUAL_CRIMINALITY EIO EIO_SUPPLEMENTARY"]
    assert "listed offence" in lack
    assert lack.endswith("that are always available")


def test_a_pack_is_saved_changed_adopted_and_compared_with_that_of_the_program(
    desk: AppController, qtbot: QtBot, part: PacksPart, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "own.toml"
    monkeypatch.setattr(choose, "choose_target", lambda *_: file)
    part.save_button.click()
    written = file.read_text("utf-8")
    part.save_button.click()
    assert "not there yet" in part.notice.sentence.text()
    own = written.replace('version = "', 'version = "own-', 1).replace(
        "\ncertain = false", "\ncertain = true", 1
    )
    own = own.replace("hours = 8", "hours = 6") + OWN
    file.write_text("no pack", "utf-8")

    part.adopt_button.click()
    dialog = shown(qtbot, part, AdoptDialog)
    settle(desk, qtbot)
    dialog.main_button.click()
    assert said_at(dialog.file)
    typed(qtbot, dialog.file, str(file))
    dialog.main_button.click()
    assert "on what it rests" in said_at(dialog.reason)
    typed(qtbot, dialog.reason, "Looked up in the list of the Council")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.notice.sentence.text()), timeout=30_000)
    settle(desk, qtbot)
    file.write_text(own, "utf-8")
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "of the office" in part.present.text(), timeout=30_000)
    settle(desk, qtbot)

    changed = [each.statement.key for each in part.rows.rows if each.change is Change.CHANGED]
    assert changed == ["MLA2000", "EPOC_EMERGENCY EPOC"]
    ours = next(each for each in part.rows.rows if each.statement.name == "ANSWER_ALT")
    assert "Answer on another measure" in part.rows.columns[1].read(ours)
    assert ours.change is Change.ADDED
    part.table.choose_row(part.rows.rows.index(ours))
    assert "36 hours; it runs from: Received on" in part._says(ours)
    told = part.source.text()
    for each in ("European Investigation Order", "Met with: Recognised on", "Only if: Urgent", "Circular 7"):
        assert each in told, told
    assert "not certain" in told
    assert "Looked up in the list of the Council" in part.adopted.text()
