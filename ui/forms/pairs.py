"""Pairs: a text in several languages, names with their values, or claimed dates, in rows that grow."""

from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.words import language_tags
from ui.labels import language_name
from ui.text import translate
from ui.widgets.basic import button, row
from ui.widgets.dates import PartialDateField
from ui.widgets.form import LONG
from ui.widgets.wheel import Box


class Pair(QWidget):
    """One row: a key, which says what the text is about, and the text."""

    key: QWidget
    is_once = True
    """Whether a key may occur in one row only."""

    def __init__(self) -> None:
        super().__init__()
        self.text = QLineEdit()
        self.text.setAccessibleName(translate("editors", "Text"))
        self.text.setMinimumWidth(LONG)

    def lay_out(self) -> None:
        """Put the text beside its key."""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.key, 1)
        across.addWidget(self.text, 3)

    def pair(self) -> tuple[str, str]:
        return self.key_text(), self.text.text().strip()

    def put(self, key: str, text: str) -> None:
        self.put_key(key)
        self.text.setText(text)
        self.text.setCursorPosition(0)

    def key_text(self) -> str:
        raise NotImplementedError

    def put_key(self, key: str) -> None:
        raise NotImplementedError

    def problem(self) -> str:
        """Why the row is invalid, whatever the others are."""
        key, text = self.pair()
        if text and not key:
            return self.without_key()
        if key and not text:
            return translate("editors", "Please write the text of each line, or leave the line empty.")
        return ""

    def without_key(self) -> str:
        return translate("editors", "Please say what each line is about.")

    @staticmethod
    def another() -> str:
        return translate("editors", "Another line")


class TextInLanguage(Pair):
    """A text and its language. languages_first: those that are offered before all others."""

    key: Box

    def __init__(self, languages_first: Sequence[str] = ()) -> None:
        super().__init__()
        self.key = Box()
        self.key.addItem(translate("editors", "Language"), "")
        others = sorted(language_tags(), key=language_name)
        for tag in dict.fromkeys((*languages_first, *others)):
            self.key.addItem(language_name(tag), tag)
        self.key.setAccessibleName(translate("editors", "Language"))
        self.lay_out()

    def key_text(self) -> str:
        return str(self.key.currentData() or "")

    def put_key(self, key: str) -> None:
        if key and self.key.findData(key) < 0:
            self.key.addItem(language_name(key), key)
        self.key.setCurrentIndex(max(0, self.key.findData(key)))

    def without_key(self) -> str:
        return translate("editors", "Please choose the language of each text.")

    @staticmethod
    def another() -> str:
        return translate("editors", "Another language")


class NamedText(Pair):
    """A value and its name."""

    key: QLineEdit

    def __init__(self) -> None:
        super().__init__()
        self.key = QLineEdit()
        self.key.setPlaceholderText(translate("editors", "What"))
        self.key.setAccessibleName(translate("editors", "What"))
        self.lay_out()

    def key_text(self) -> str:
        return self.key.text().strip()

    def put_key(self, key: str) -> None:
        self.key.setText(key)


class ClaimedDate(Pair):
    """A date that may be known in part, and below it who or what says so. Two sources may say the same date.

    Beside each other, the example of a date has no room in every language.
    """

    key: PartialDateField
    is_once = False

    def __init__(self) -> None:
        super().__init__()
        self.key = PartialDateField(translate("editors", "Date"))
        self.text.setMinimumWidth(0)
        self.text.setPlaceholderText(translate("editors", "Who or what says so"))
        self.text.setAccessibleName(translate("editors", "Who or what says so"))
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self.key)
        below.addWidget(self.text)

    def key_text(self) -> str:
        """Return the date as EDTF, or what cannot be read as one."""
        if self.key.error():
            return self.key.edit.text().strip()
        value = self.key.value()
        return value.edtf if value is not None else ""

    def put_key(self, key: str) -> None:
        self.key.set_value(PartialDate(key) if key else None)

    def problem(self) -> str:
        return self.key.error() or super().problem()

    def without_key(self) -> str:
        return translate("editors", "Please write the date of each line.")


class PairsEditor(QWidget):
    """Rows of pairs; empty ones are left out."""

    def __init__(self, make: Callable[[], Pair]) -> None:
        super().__init__()
        self._make = make
        self.pairs: list[Pair] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._rows)
        first = self._new()
        self.more_button = button(first.another(), self._add_and_go, icon="plus", part="quiet")
        column.addLayout(row(self.more_button, None))
        self.setFocusProxy(first.key)

    def add_pair(self) -> Pair:
        pair = self._new()
        self._order()
        return pair

    def _new(self) -> Pair:
        pair = self._make()
        self.pairs.append(pair)
        self._rows.addWidget(pair)
        return pair

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._order()

    def _order(self) -> None:
        """Set the Tab order as displayed: each language with its text, the button last."""
        steps = [part for each in self.pairs for part in (each.key.focusProxy() or each.key, each.text)]
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
        if problem := next((found for each in self.pairs if (found := each.problem())), ""):
            return problem
        told = self.value()
        once = [key for key, _ in told] if self.pairs[0].is_once else list(told)
        return "" if len(once) == len(set(once)) else translate("editors", "The same entry occurs twice.")

    def make_room(self, names: Collection[str]) -> None:
        """Add a row for each draft of a row (`pairs.2.text`)."""
        numbers = [int(part) for name in names for part in name.split(".") if part.isdecimal()]
        while len(self.pairs) <= max(numbers, default=-1):
            self.add_pair()

    def go_on(self) -> None:
        """Put the cursor where typing goes on: into the first text, if it is said what it is about."""
        first = self.pairs[0]
        (first.text if first.key_text() else first.key).setFocus()

    def _add_and_go(self) -> None:
        pair = self.add_pair()
        pair.key.setFocus()
