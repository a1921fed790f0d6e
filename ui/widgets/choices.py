"""Fields for codes and languages."""

from collections.abc import Iterable
from enum import StrEnum

from thb_desktop.words import language_tags
from ui.labels import language_name, words
from ui.widgets.wheel import Box


class CodeBox[C: StrEnum](Box):
    """One code of a list, by its words.

    open_question: nothing is chosen at first, because no answer may be presumed.
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
        """The chosen code; call `is_answered` first if the question was open."""
        if not self.is_answered:
            message = "the question was not answered"
            raise ValueError(message)
        return self._codes[self.currentIndex()]


class ValueBox(Box):
    """One of some values, each shown in words."""

    def __init__(self, choices: Iterable[tuple[str, object]], *, name: str = "") -> None:
        super().__init__()
        if name:
            self.setAccessibleName(name)
        for shown, value in choices:
            self.addItem(shown, value)


class LanguageBox(Box):
    """A language by name; its tag is stored.

    open_question: nothing is chosen at first, because no answer may be presumed.
    """

    def __init__(
        self, chosen: str = "", tags: Iterable[str] = (), *, name: str = "", open_question: bool = False
    ) -> None:
        super().__init__()
        if name:
            self.setAccessibleName(name)
        offered = list(tags) or list(language_tags())
        if chosen and chosen not in offered:
            offered.append(chosen)
        for shown, tag in sorted((language_name(tag), tag) for tag in offered):
            self.addItem(shown, tag)
        if open_question:
            self.setPlaceholderText(self.tr("Please choose"))
        self.setCurrentIndex(self.findData(chosen) if open_question else max(0, self.findData(chosen)))

    def tag(self) -> str:
        return str(self.currentData() or "")
