"""NameEditor: a name that is typed, or one of some that are offered."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from ui.text import translate
from ui.widgets.wheel import Box


class NameEditor(Box):
    """Empty until it is answered. offered: the words, the name and the id of each choice."""

    def __init__(self, offered: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._names = {words: name for words, name, _ in offered}
        self._line = QLineEdit()
        self._line.setPlaceholderText(translate("editors", "Choose, or type a name"))
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for words, _, identity in offered:
            self.addItem(words, identity)
        # What is typed is never completed by itself: it would be the name of somebody else.
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.set_value("")

    def value(self) -> str:
        typed = self.currentText().strip()
        return self._names.get(typed, typed)

    def identity(self) -> str | None:
        """Return the id of the chosen one; None for a typed name."""
        at = self._chosen()
        return str(self.itemData(at)) if at >= 0 else None

    def set_value(self, value: str) -> None:
        self.setCurrentIndex(-1)
        self.setEditText(value)

    def choose(self, identity: str | None) -> None:
        """Choose one of the offered names."""
        at = self.findData(identity)
        if at >= 0:
            self.setCurrentIndex(at)

    def problem(self) -> str:
        return ""

    def _chosen(self) -> int:
        return self.findText(
            self.currentText().strip(), Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive
        )
