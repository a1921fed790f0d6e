"""Typing a secret: a field that keeps it only until it is taken, and a meter in words and bits."""

from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from ui.named import set_by_name
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.basic import Label, Part, restyle

LEARN_NOTHING = "ImhSensitiveData|ImhNoPredictiveText|ImhNoAutoUppercase"
"""Hints for virtual keyboards: learn nothing of a secret."""


class CodeField(QLineEdit):
    """A recovery code, visible while it is copied from paper; it stays until it was correct, or the person
    goes back.
    """

    def __init__(self) -> None:
        super().__init__()
        set_by_name(self, inputMethodHints=LEARN_NOTHING, layoutDirection="LeftToRight")


class PassphraseField(QLineEdit):
    """A passphrase, hidden unless asked for; `take` returns it and clears the field."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        set_by_name(self, inputMethodHints=f"{LEARN_NOTHING}|ImhHiddenText")
        set_by_name(self, contextMenuPolicy="NoContextMenu")
        self._eye = self.addAction(icons.icon("eye", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setText(self.tr("Show what is typed"))
        self._eye.setToolTip(self.tr("Show what is typed (Ctrl+Shift+V)"))
        set_by_name(self._eye, shortcut="Ctrl+Shift+V", shortcutContext="WidgetShortcut")
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show_typed)

    def take(self) -> str:
        """Return what was typed, and clear the field."""
        typed = self.text()
        self.clear()
        self._eye.setChecked(False)
        return typed

    def _show_typed(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye", "muted"))


class StrengthMeter(QWidget):
    """The strength of a passphrase: a bar, and the same in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.bar = QProgressBar(textVisible=False, maximum=96)
        self.bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self.words = Label("", Part.MUTED, wrap=True)
        column.addWidget(self.bar)
        column.addWidget(self.words)

    def show_strength(self, bits: int, words: str, tone: Tone) -> None:
        self.bar.setValue(min(bits, 96))
        self.bar.setProperty("tone", tone.value)
        self.bar.setAccessibleDescription(words)
        self.words.setText(words)
        restyle(self.bar)
