"""Keys have the names of the keyboards of the language of the window, and stay the same keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import language, shortcuts
from ui.assignment.hints import hints
from ui.preferences.keys import KeysDialog
from ui.preferences.view import ShortcutsDialog

_ENGLISH = ("Shift", "Esc", "Enter", "Return", "Down", "Space", "PgUp")


@pytest.fixture
def french(application: QApplication) -> Iterator[None]:
    language.install(application, "fr")
    yield
    language.install(application, "en")


@pytest.mark.usefixtures("application")
def test_in_english_a_key_is_named_as_it_is_written():
    for each in ("Ctrl+Shift+N", "PgUp, PgDown", "/b /x /e /l", "F9"):
        assert shortcuts.named(each) == each


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Ctrl+Shift+N", "Ctrl+Maj+N"),
        ("Shift+Enter", "Maj+Entrée"),
        ("↑, Esc", "↑, Échap"),
        ("PgUp, PgDn", "Pg préc, Pg suiv"),
        ("Ctrl+Down", "Ctrl+Bas"),
        ("/i /v /n", "/i /v /n"),
    ],
)
def test_in_french_it_is_named_as_on_a_french_keyboard(key: str, name: str):
    assert shortcuts.named(key) == name


@pytest.mark.usefixtures("french")
def test_qt_names_it_alike_in_its_menus_and_reads_the_same_key_from_what_the_program_writes():
    assert QKeySequence("Ctrl+Shift+N").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Maj+N"
    for usual, _ in shortcuts.changeable():
        written = QKeySequence.fromString(usual, QKeySequence.SequenceFormat.PortableText)
        assert QKeySequence(usual) == written, usual


@pytest.mark.usefixtures("french")
def test_the_overview_the_settings_and_the_line_of_keys_have_no_english_name(qtbot: QtBot):
    parent = QWidget()
    qtbot.addWidget(parent)
    tables = [
        ShortcutsDialog(parent).table,
        ShortcutsDialog(parent, assigned=True).table,
        KeysDialog(parent, {}).table,
    ]

    models = [each.model() for each in tables]
    keys = [str(model.index(at, 0).data()) for model in models for at in range(model.rowCount())]

    assert "Ctrl+Maj+N" in " ".join(keys).replace("\u2068", "").replace("\u2069", "")
    assert [key for key in (*keys, hints(), hints(revises=True)) for name in _ENGLISH if name in key] == []
