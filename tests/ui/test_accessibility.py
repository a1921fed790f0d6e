"""Keyboard and screen reader: every control has a name, and Tab reaches all of them."""

from itertools import pairwise, product
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, Qt, QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.controllers import open_dialog, settle, start_window, unlock
from ui import shortcuts, system, theme
from ui.application import AppController
from ui.preferences.view import SettingsDialog, ShortcutsDialog
from ui.theme import Tokens
from ui.widgets import basic, choose, icons

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QProgressBar,
    QTextEdit,
)
QTS_OWN = ("QComboBoxListView", "QTableCornerButton", "QComboBoxPrivateContainer")


def controls(root: QWidget) -> list[QWidget]:
    """The controls of our own that are on screen."""
    found = [widget for widget in root.findChildren(QWidget) if isinstance(widget, CONTROLS)]
    return [
        widget
        for widget in found
        if widget.isVisibleTo(root)
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget, QHeaderView)
        and not isinstance(widget.parent(), (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView))
        and type(widget).__name__ not in QTS_OWN
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it; never its value."""
    own = widget.accessibleName()
    return own or (widget.text() if isinstance(widget, QAbstractButton) else "")


def nameless(root: QWidget) -> list[str]:
    return [type(widget).__name__ for widget in controls(root) if not name_of(widget).strip()]


def in_tab_order(root: QWidget) -> set[QWidget]:
    """All widgets that Tab comes by, beginning anywhere."""
    seen: list[QWidget] = []
    widget = root
    while widget not in seen:
        seen.append(widget)
        widget = widget.nextInFocusChain()
    return {found for found in seen if found.focusPolicy() & Qt.FocusPolicy.TabFocus}


def missed(root: QWidget) -> list[str]:
    """The controls that Tab never comes by; of a group, it comes by one, and arrow keys by the others."""
    reached = in_tab_order(root)
    groups = {found.group() for found in reached if isinstance(found, QAbstractButton)} - {None}
    return [
        name_of(widget)
        for widget in controls(root)
        if widget not in reached
        and not isinstance(widget, QProgressBar)
        and not (isinstance(widget, QAbstractButton) and widget.group() in groups)
    ]


@pytest.mark.parametrize("page", range(6))
def test_every_control_of_a_page_has_a_name_and_is_reached_by_tab(
    desk: AppController, qtbot: QtBot, vault: Path, page: int
):
    window = unlock(desk, qtbot, vault)
    window.go(page)
    settle(desk, qtbot)

    assert nameless(window) == []
    assert missed(window) == []


def test_every_control_of_the_start_window_has_a_name_and_is_reached_by_tab(desk: AppController):
    desk.start(None)
    start = start_window(desk)

    assert nameless(start) == []
    for page in range(4):
        start.show_wizard()
        start.wizard._go(page)
        assert nameless(start) == []
        assert missed(start) == []


def test_tab_walks_through_the_unlock_page_in_reading_order(desk: AppController, qtbot: QtBot, vault: Path):
    desk.start(vault)
    view = start_window(desk).unlock
    qtbot.waitUntil(view.passphrase.hasFocus)
    view.folder.setFocus()
    order = [view.folder, view.browse, view.passphrase, view.unlock_button]
    order += [view.other_way, view.card_button, view.restore_button, view.new_vault]

    for before, after in pairwise(order):
        assert before.hasFocus()
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()


def test_the_pages_are_reached_by_their_keys(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)

    for number in (3, 1, 5, 0, 2, 4):
        qtbot.keyClick(window, Qt.Key.Key_1 + number, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda number=number: window.stack.currentIndex() == number)


def test_f1_shows_every_key(application: QApplication, desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    shown: list[str] = []

    def look() -> None:
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, ShortcutsDialog)
        model = dialog.table.model()
        shown.extend(str(model.index(row, 0).data()) for row in range(model.rowCount()))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(300, look)
    qtbot.keyClick(window, Qt.Key.Key_F1)

    qtbot.waitUntil(lambda: len(shown) == len(shortcuts.overview()))


def test_ctrl_f_goes_to_the_search(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    window.go(2)
    settle(desk, qtbot)
    window.exhibits.table.setFocus()

    qtbot.keyClick(window.exhibits.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(window.exhibits.search.hasFocus)


def test_the_settings_change_the_look_and_the_language_and_hold_no_path(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path
):
    desk.start(vault)
    settle(desk, qtbot)

    def choose() -> None:
        dialog = open_dialog(application, qtbot)
        assert isinstance(dialog, SettingsDialog)
        dialog.scheme.setCurrentIndex(2)
        dialog.language.setCurrentIndex(dialog.language.findData("ar"))
        dialog.main_button.click()

    QTimer.singleShot(300, choose)
    start_window(desk).settings_button.click()
    qtbot.waitUntil(lambda: theme.tokens().scheme == "dark", timeout=5_000)
    settle(desk, qtbot)

    assert application.layoutDirection() is Qt.LayoutDirection.RightToLeft
    kept = (system.settings_folder() / "settings.json").read_text("utf-8")
    assert kept == '{"scheme": "dark", "language": "ar", "idle": 240, "keys": []}'
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def luminance(colour: str) -> float:
    parts = [value / 255 for value in QColor(colour).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=lambda tokens: tokens.scheme)
def test_text_and_edges_stand_out_from_their_ground(tokens: Tokens):
    inks = ("text", "muted", "accent", "ok", "warn", "bad", "info")
    grounds = ("window", "surface", "alt", "hover", "accent_soft")
    texts = [
        *product(inks, grounds),
        *product(("rail_text", "on_rail"), ("rail", "rail_hover", "rail_selected")),
        *product(("on_accent",), ("accent", "accent_hover")),
        *((tone, f"{tone}_soft") for tone in ("ok", "warn", "bad", "info")),
        ("surface", "text"),
    ]
    edges = [
        *product(("edge", "accent", "bad"), ("window", "surface", "alt")),
        ("rail_mark", "rail_selected"),
    ]

    assert too_faint(tokens, texts, 4.5) == []
    assert too_faint(tokens, edges, 3) == []


def too_faint(tokens: Tokens, pairs: list[tuple[str, str]], least: float) -> list[tuple[str, str, float]]:
    """The pairs of ink and ground that stand out less than this."""
    measured = [(one, other, contrast(getattr(tokens, one), getattr(tokens, other))) for one, other in pairs]
    return [(one, other, round(found, 2)) for one, other, found in measured if found < least]


@pytest.mark.requirement("SR-31")
def test_every_label_shows_its_text_as_it_is(desk: AppController, qtbot: QtBot, vault: Path):
    window = unlock(desk, qtbot, vault)
    for number in range(6):
        window.go(number)
        settle(desk, qtbot)

    odd = [
        label for label in window.findChildren(QLabel) if label.textFormat() is not Qt.TextFormat.PlainText
    ]

    assert [(type(label).__name__, label.objectName()) for label in odd] == []


def test_a_notice_is_announced_and_leaves_no_old_sentence_behind(
    desk: AppController, monkeypatch: pytest.MonkeyPatch
):
    desk.start(None)
    announced: list[str] = []
    monkeypatch.setattr(basic, "announce", lambda widget: announced.append(widget.accessibleName()))
    notice = start_window(desk).unlock.notice

    notice.tell("The passphrase is wrong.")
    notice.clear()

    assert announced == ["The passphrase is wrong."]
    assert notice.accessibleName() == ""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QComboBox])
def test_what_stands_in_an_empty_field_can_be_read(
    application: QApplication, qtbot: QtBot, dark: bool, kind: type[QWidget]
):
    theme.apply(application, dark=dark)
    field = kind()
    theme.dress(field)
    qtbot.addWidget(field)
    field.setPlaceholderText("Search by reference or title")
    field.show()

    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)

    assert ink.alpha() == 255
    assert contrast(ink.name(), theme.tokens().surface) >= 4.5
    theme.apply(application, dark=False)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_dialog_that_looks_for_a_file_wears_our_icons(
    application: QApplication, qtbot: QtBot, tmp_path: Path, dark: bool
):
    theme.apply(application, dark=dark)
    page = QWidget()
    qtbot.addWidget(page)
    dialog = choose._dialog(page, "Folder of the vault", "Choose")

    for name, icon in choose._BUTTONS.items():
        shown = dialog.findChild(QToolButton, name)
        assert shown is not None
        assert shown.icon().pixmap(18).toImage() == icons.icon(icon).pixmap(18).toImage()
    folder = dialog.iconProvider().icon(QFileInfo(str(tmp_path))).pixmap(18).toImage()
    assert folder == icons.icon("folder-open", "muted").pixmap(18).toImage()
    theme.apply(application, dark=False)
