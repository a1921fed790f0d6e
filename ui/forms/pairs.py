"""Pairs: a text in several languages, or names with their values, in rows that grow."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from thb_desktop.words import language_tags
from ui.labels import language_name
from ui.text import translate
from ui.widgets.basic import button, row
from ui.widgets.form import LONG
from ui.widgets.wheel import Box


class Pair(QWidget):
    """One row: a language or a name, and the text."""

    def __init__(self, *, first_is_language: bool, languages_first: Sequence[str] = ()) -> None:
        super().__init__()
        self.key: Box | QLineEdit
        if first_is_language:
            self.key = Box()
            self.key.addItem(translate("editors", "Language"), "")
            others = sorted(language_tags(), key=language_name)
            for tag in dict.fromkeys((*languages_first, *others)):
                self.key.addItem(language_name(tag), tag)
            self.key.setAccessibleName(translate("editors", "Language"))
        else:
            self.key = QLineEdit()
            self.key.setPlaceholderText(translate("editors", "What"))
            self.key.setAccessibleName(translate("editors", "What"))
        self.text = QLineEdit()
        self.text.setAccessibleName(translate("editors", "Text"))
        self.text.setMinimumWidth(LONG)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.key, 1)
        across.addWidget(self.text, 3)

    def pair(self) -> tuple[str, str]:
        key = str(self.key.currentData() or "") if isinstance(self.key, Box) else self.key.text().strip()
        return key, self.text.text().strip()

    def put(self, key: str, text: str) -> None:
        if isinstance(self.key, Box):
            if key and self.key.findData(key) < 0:
                self.key.addItem(language_name(key), key)
            self.key.setCurrentIndex(max(0, self.key.findData(key)))
        else:
            self.key.setText(key)
        self.text.setText(text)
        self.text.setCursorPosition(0)


class PairsEditor(QWidget):
    """Rows of pairs; empty ones are left out. languages_first: those that are offered before all others."""

    def __init__(self, *, first_is_language: bool, languages_first: Sequence[str] = ()) -> None:
        super().__init__()
        self._first_is_language, self._languages_first = first_is_language, languages_first
        self.pairs: list[Pair] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        more = (
            translate("editors", "Another language")
            if first_is_language
            else translate("editors", "Another line")
        )
        self.more_button = button(more, self._add_and_go, icon="plus", part="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        column.addLayout(row(self.more_button, None))
        self.add_pair()

    def add_pair(self) -> Pair:
        pair = Pair(first_is_language=self._first_is_language, languages_first=self._languages_first)
        self.pairs.append(pair)
        self._rows.addWidget(pair)
        self.setFocusProxy(self.pairs[0].key)
        self._order()
        return pair

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        """Set the Tab order as displayed: each language with its text, the button last."""
        steps = [part for each in self.pairs for part in (each.key, each.text)]
        for before, after in pairwise([*steps, self.more_button]):
            self.setTabOrder(before, after)

    def value(self) -> tuple[tuple[str, str], ...]:
        return tuple(each.pair() for each in self.pairs if each.pair()[1])

    def set_value(self, value: Sequence[tuple[str, str]]) -> None:
        while len(self.pairs) < len(value):
            self.add_pair()
        for number, pair in enumerate(self.pairs):
            pair.put(*(value[number] if number < len(value) else ("", "")))

    def problem(self) -> str:
        found = [each.pair() for each in self.pairs]
        if any(text and not key for key, text in found):
            if self._first_is_language:
                return translate("editors", "Please choose the language of each text.")
            return translate("editors", "Please say what each line is about.")
        if any(key and not text for key, text in found):
            return translate("editors", "Please write the text of each line, or leave the line empty.")
        keys = [key for key, text in found if text]
        return "" if len(keys) == len(set(keys)) else translate("editors", "The same entry occurs twice.")

    def make_room(self, names: Collection[str]) -> None:
        """Add a row for each draft of a row (`pairs.2.text`)."""
        numbers = [int(part) for name in names for part in name.split(".") if part.isdecimal()]
        while len(self.pairs) <= max(numbers, default=-1):
            self.add_pair()

    def _add_and_go(self) -> None:
        pair = self.add_pair()
        pair.key.setFocus()
