"""Fields for codes, languages, days and moments."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum

from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QDateTimeEdit

from thb_desktop.words import language_tags
from ui.labels import language_name, words


class CodeBox[C: StrEnum](QComboBox):
    """One code of a list, by its words.

    open_question: nothing is chosen at first, for an answer that nobody gave must not be presumed.
    """

    def __init__(
        self, codes: Iterable[C], chosen: C | None = None, *, name: str = "", open_question: bool = False
    ) -> None:
        super().__init__()
        if name:
            self.setAccessibleName(name)
        self._codes = tuple(codes)
        for code in self._codes:
            self.addItem(words(code), code.value)
        if chosen is not None:
            self.setCurrentIndex(self.findData(chosen))
        elif open_question:
            self.setPlaceholderText(self.tr("Please choose"))
            self.setCurrentIndex(-1)

    @property
    def is_answered(self) -> bool:
        return self.currentIndex() >= 0

    def code(self) -> C:
        """The code chosen; ask `is_answered` first where the question was open."""
        if not self.is_answered:
            message = "the question was not answered"
            raise ValueError(message)
        return self._codes[self.currentIndex()]


class ValueBox(QComboBox):
    """One of some values, each with the words it is shown by."""

    def __init__(self, choices: Iterable[tuple[str, object]], *, name: str = "") -> None:
        super().__init__()
        if name:
            self.setAccessibleName(name)
        for shown, value in choices:
            self.addItem(shown, value)


class LanguageBox(QComboBox):
    """A language by name; its tag is what is kept."""

    def __init__(self, chosen: str = "", tags: Iterable[str] = (), *, name: str = "") -> None:
        super().__init__()
        if name:
            self.setAccessibleName(name)
        offered = list(tags) or list(language_tags())
        if chosen and chosen not in offered:
            offered.append(chosen)
        for shown, tag in sorted((language_name(tag), tag) for tag in offered):
            self.addItem(shown, tag)
        self.setCurrentIndex(max(0, self.findData(chosen)))

    def tag(self) -> str:
        return str(self.currentData() or "")


class DayEdit(QDateEdit):
    """A day, written as ISO 8601 in every language."""

    def __init__(self, chosen: date | None = None) -> None:
        super().__init__()
        # First the direction: Qt turns a format round that it is given in a mirrored window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setCalendarPopup(False)
        self.lineEdit().setTextMargins(8, 0, 0, 0)
        self.setDate(QDate(chosen.year, chosen.month, chosen.day) if chosen else QDate.currentDate())

    def day(self) -> date:
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())


class MomentEdit(QDateTimeEdit):
    """A moment at this computer's offset, written as ISO 8601."""

    def __init__(self) -> None:
        super().__init__(QDateTime.currentDateTime())
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def moment(self) -> datetime:
        shown = self.dateTime()
        offset = timezone(timedelta(seconds=shown.offsetFromUtc()))
        day, time = shown.date(), shown.time()
        return datetime(day.year(), day.month(), day.day(), time.hour(), time.minute(), tzinfo=offset)
