"""Paths that are typed: of nobody's home, too long; every field says so, and nothing is raised."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.controllers import said_at, start_window
from ui.application import AppController
from ui.widgets.new_file import NewFile
from ui.widgets.paths import path_of, path_problem, takes_path
from ui.widgets.place import FileField, NewPlace
from ui.widgets.refusals import lacks

NOBODY, LONG = "~nobody-of-this-name/x", "x" * 300


def test_each_button_beside_a_path_shows_what_it_opens(application: QApplication, qtbot: QtBot):
    """Those with a letter of their own showed it, the others of the same form did not."""
    fields = [FileField("File"), FileField("File", browse="&Browse\u2026")]
    for field in fields:
        qtbot.addWidget(field)

    assert not any(field.browse.icon().isNull() for field in fields)


@pytest.mark.parametrize(("typed", "told"), [(NOBODY, "behind ~"), (f"~/{LONG}", "too long")])
def test_a_path_that_cannot_be_is_refused_at_its_field(
    application: QApplication, qtbot: QtBot, typed: str, told: str
):
    fields = [FileField("File"), NewPlace("Folder"), NewFile("I-01", "Save as")]
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for field in fields:
        column.addWidget(field)
        field.text.setText(typed)

    assert all(told in field.problem() for field in fields)
    assert lacks((fields[0], "Please choose a file."))
    assert told in said_at(fields[0])


def test_a_path_of_a_home_a_usual_one_and_another_text_are_left_alone(
    application: QApplication, qtbot: QtBot
):
    line = takes_path(QLineEdit("~/vault"))
    other = QLineEdit(NOBODY)
    for each in (line, other):
        qtbot.addWidget(each)

    assert path_of(line.text()) == Path.home() / "vault"
    assert path_of(f"  {os.sep}a  ") == Path(os.sep, "a")
    assert path_problem(line) == path_problem(other) == ""


@pytest.mark.parametrize("typed", [NOBODY, LONG])
def test_the_folder_of_a_vault_that_cannot_be_is_told_at_the_unlock_page(
    desk: AppController, qtbot: QtBot, typed: str
):
    desk.start(None)
    page = start_window(desk).unlock
    page.folder.setText(typed)
    qtbot.keyClicks(page.passphrase, "amber canal lantern")

    page.unlock_button.click()

    assert said_at(page.folder)
    assert page.unlock_button.isEnabled()
