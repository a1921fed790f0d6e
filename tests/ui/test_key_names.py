"""Keys have the names of the keyboards of the language of the window, and stay the same keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence, QRawFont
from PySide6.QtWidgets import QApplication, QStyle, QWidget
from pytestqt.qtbot import QtBot

from ui import assets, language, shortcuts, theme
from ui.assignment.hints import hints
from ui.preferences.keys import KeysDialog
from ui.preferences.view import ShortcutsDialog
from ui.widgets.secret import PassphraseField

_ENGLISH = ("Shift", "Esc", "Enter", "Return", "Down", "Space", "PgUp")
_MARKS = frozenset(map(chr, range(0x2066, 0x206A)))
"""Marks of direction, which are not drawn."""


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


def test_the_keys_and_the_dots_of_a_passphrase_are_signs_of_the_font_of_the_first_window(
    application: QApplication, qtbot: QtBot
):
    theme.apply(application, dark=False)
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    theme.dress(field)
    field.show()
    overview = ShortcutsDialog(field).table.model()
    keys = "".join(str(overview.index(at, 0).data()) for at in range(overview.rowCount()))
    dots = field.style().styleHint(QStyle.StyleHint.SH_LineEdit_PasswordCharacter, None, field)

    font = QRawFont(str(assets.folder("fonts") / "NotoSans-Regular.ttf"), 12)

    lacking = [each for each in {*keys, chr(dots)} - _MARKS if not font.supportsCharacter(ord(each))]
    assert lacking == []
