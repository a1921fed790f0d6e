"""A name that is typed, or one of some that are offered."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLineEdit, QWidget
from shiboken6 import isValid

from ui.text import translate
from ui.widgets.wheel import Box


class NameEditor(Box):
    """Empty until it is answered. offered: the words, the name and the id of each choice.

    A typed code of the case stands for its entry, and is shown with the name; a typed name stands for nobody
    of the case, because two may have it.
    """

    def __init__(self, offered: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._names = {words: name for words, name, _ in offered}
        self._codes = {_code(words): at for at, (words, _, _) in enumerate(offered)}
        self._line = QLineEdit()
        self._line.editingFinished.connect(self._show_chosen)
        self._line.setPlaceholderText(translate("editors", "Choose, or type a name"))
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for words, _, identity in offered:
            self.addItem(words, identity)
        self.setCompleter(list_below(QCompleter(self.model(), self)))
        self.set_value("")

    def value(self) -> str:
        at = self._chosen()
        return self._names[self.itemText(at)] if at >= 0 else self.currentText().strip()

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

    def _show_chosen(self) -> None:
        at = self._chosen()
        if at >= 0:
            self.setCurrentIndex(at)

    def _chosen(self) -> int:
        typed = self.currentText().strip()
        at = self.findText(typed, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchCaseSensitive)
        return at if at >= 0 else self._codes.get(_code(typed), -1)


class KnownNames(QCompleter):
    """Offers the entries of a case below a field in which a name is typed. Nothing is completed by itself: it
    would be the name of somebody else.

    offered: the words, the name and the id of each. picked: the id of the one that was taken.
    """

    picked = Signal(str)

    def __init__(self, field: QLineEdit, offered: Sequence[tuple[str, str, str]]) -> None:
        super().__init__([words for words, _, _ in offered], field)
        self._names = {words: name for words, name, _ in offered}
        self._ids = {words: identity for words, _, identity in offered}
        list_below(self)
        field.setCompleter(self)
        field.setPlaceholderText(translate("editors", "Choose, or type a name"))
        taken = self.activated[QModelIndex]  # type: ignore[index]  # the one of two that tells the row
        taken.connect(lambda at: self.picked.emit(self._ids[str(at.data())]))

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:  # noqa: N802 - Qt's name
        """Return what the field holds once this one is taken: the name alone."""
        return self._names.get(str(index.data()), "")


def _code(words: str) -> str:
    """Return the code with which the words of an entry begin, for comparison with a typed one."""
    return words.partition("  ")[0].strip("\u2066\u2069").casefold()


class _EndsWithFocus(QObject):
    """Closes the list when a key leads to another field: it would stay open, and give the next letter to the
    former one.
    """

    def __init__(self, completer: QCompleter) -> None:
        super().__init__(completer)
        self._completer = completer
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._close)

    def _close(self, _before: QWidget | None, _now: QWidget | None) -> None:
        shown = QApplication.activePopupWidget()
        # Asking a completer for its list makes one: only where a list is open is it asked.
        below = self._completer.popup() if shown is not None and isValid(self._completer) else None
        if below is not None and below is shown:
            below.hide()


def list_below[C: QCompleter](completer: C) -> C:
    """Let it list what contains the typed letters, and complete nothing by itself."""
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    _EndsWithFocus(completer)
    return completer
