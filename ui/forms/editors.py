"""Editors: one widget for each kind of field.

An editor is empty until somebody answers, and says why its value is invalid. Read `value` only if `problem`
is empty.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from thb_desktop.domain.fields import Editor, Field
from thb_desktop.words import language_tags
from ui.forms.answers import AnswersEditor
from ui.forms.pairs import ClaimedDate, NamedText, PairsEditor, TextInLanguage
from ui.forms.tags import DirectionsEditor, TagsEditor
from ui.forms.time_zones import ZoneEditor
from ui.forms.typed import (
    AmountEditor,
    BalanceEditor,
    CurrencyEditor,
    LineEditor,
    LinesEditor,
    NumberEditor,
    SecondsEditor,
    TextEditor,
)
from ui.labels import language_name, words
from ui.text import translate
from ui.widgets.dates import DayField, MomentField, PartialDateField
from ui.widgets.long_box import LongBox
from ui.widgets.wheel import Box

Choices = Mapping[str, Sequence[tuple[str, str]]]
"""What references can name: for each kind of entry, the words and the id of each."""

_SHORT = 30
"""Letters of a check box that has room for another beside it."""
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_DIRECTION = re.compile(rf"{_TAG.pattern}>{_TAG.pattern}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}|XX[AX]", re.ASCII)


class FieldEditor(Protocol):
    """The interface of an editor."""

    def value(self) -> Any: ...

    def set_value(self, value: Any) -> None: ...

    def problem(self) -> str:
        """Why the value is invalid; empty if it is valid."""


class ChoiceEditor(LongBox):
    """One of some values, or none; the wheel never changes a closed list."""

    def __init__(self, choices: Sequence[tuple[str, Any]], unanswered: str = "") -> None:
        super().__init__()
        self._unanswered = unanswered or translate("editors", "Not answered")
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[str, Any]]) -> None:
        """Offer these choices; the present choice stays, if it is among them."""
        chosen = self.currentData() if self.count() else None
        self.offer_choices([(self._unanswered, None), *choices])
        self.set_value(chosen)

    def value(self) -> Any:
        return self.currentData()

    def set_value(self, value: Any) -> None:
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)

    def set_present(self, value: Any) -> None:
        """Show what the entity has; if it is not offered (a struck entry), it stays as an item of its own."""
        self.set_value(value)
        if value is not None and self.value() is None:
            said = translate("editors", "The present entry (struck out, or not shown to you)")
            self.add_choices([(said, str(value))])
            self.set_value(value)

    def problem(self) -> str:
        return ""


class CodeEditor(ChoiceEditor):
    """One code of a vocabulary, shown in words, or none. derived: codes that are read and not offered."""

    def __init__(
        self, codes: Iterable[StrEnum], unanswered: str = "", *, derived: Collection[StrEnum] = ()
    ) -> None:
        self._codes = {code.value: code for code in codes}
        offered = [code for code in self._codes.values() if code not in derived]
        super().__init__([(words(code), code.value) for code in offered], unanswered)

    def set_present(self, value: Any) -> None:
        """Show what the entity has, also a code that is not offered."""
        if value is not None and self.findData(str(value)) < 0 and str(value) in self._codes:
            self.add_choices([(words(self._codes[str(value)]), str(value))])
        super().set_present(value)

    def value(self) -> StrEnum | str | None:
        chosen: str | None = self.currentData()
        return self._codes.get(chosen, chosen) if chosen is not None else None

    def set_value(self, value: StrEnum | str | None) -> None:
        super().set_value(None if value is None else str(value))


class YesNoEditor(ChoiceEditor):
    """Yes, no, or not answered."""

    def __init__(self) -> None:
        super().__init__([(translate("editors", "Yes"), "yes"), (translate("editors", "No"), "no")])

    def value(self) -> bool | None:
        chosen = self.currentData()
        return None if chosen is None else chosen == "yes"

    def set_value(self, value: bool | str | None) -> None:
        if isinstance(value, bool):
            value = "yes" if value else "no"
        super().set_value(value)


class CodesEditor(QWidget):
    """Several codes of a vocabulary, as check boxes; many short ones in two columns."""

    def __init__(self, codes: Iterable[StrEnum]) -> None:
        super().__init__()
        self.boxes = {code: QCheckBox(words(code)) for code in codes}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        longest = max((len(box.text()) for box in self.boxes.values()), default=0)
        in_two = len(self.boxes) > 5 and longest <= _SHORT
        half = (len(self.boxes) + 1) // 2 if in_two else len(self.boxes)
        for number, box in enumerate(self.boxes.values()):
            grid.addWidget(box, number % half, number // half)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[StrEnum, ...]:
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[StrEnum]) -> None:
        for code, box in self.boxes.items():
            box.setChecked(code in value)

    def problem(self) -> str:
        return ""


class LanguageEditor(Box):
    """A language by name; an unlisted one is typed as its BCP 47 tag."""

    def __init__(self, first: Sequence[str] = ()) -> None:
        super().__init__()
        self._line = QLineEdit()
        self._line.setPlaceholderText(translate("editors", "Name or code of the language"))
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        others = sorted(language_tags(), key=language_name)
        for tag in dict.fromkeys((*first, *others)):
            self.addItem(language_name(tag), tag)
        self.set_value("")

    def value(self) -> str:
        typed = self.currentText().strip()
        at = next((at for at in range(self.count()) if self.itemText(at).casefold() == typed.casefold()), -1)
        return str(self.itemData(at)) if at >= 0 else typed

    def set_value(self, value: str) -> None:
        at = self.findData(value) if value else -1
        self.setCurrentIndex(at)
        self.setEditText(self.itemText(at) if at >= 0 else value)
        self._line.setCursorPosition(0)

    def problem(self) -> str:
        value = self.value()
        if not value or self.findData(value) >= 0 or _TAG.fullmatch(value):
            return ""
        return translate("editors", "Please choose a language, or write its code, for example ti or so-ET.")


class CountryEditor(LineEditor):
    """A State by its two letters (ISO 3166-1)."""

    def __init__(self) -> None:
        super().__init__()
        # An example alone would be read as an answer.
        self.setPlaceholderText(translate("editors", "For example {code}").format(code="BE"))

    def value(self) -> str:
        return super().value().upper()

    def problem(self) -> str:
        value = self.value()
        good = not value or _COUNTRY.fullmatch(value)
        return (
            "" if good else translate("editors", "Please write the two letters of a State, for example BE.")
        )


class DayEditor(DayField):
    """A whole date; an entity may store it as text."""

    def set_value(self, value: date | str | None) -> None:
        super().set_value(date.fromisoformat(value) if isinstance(value, str) and value else value or None)

    def problem(self) -> str:
        return self.error()


class MomentEditor(MomentField):
    """A date and time with its offset."""

    def set_value(self, value: datetime | None) -> None:
        super().set_value(value)

    def problem(self) -> str:
        return self.error()


class PartialDateEditor(PartialDateField):
    """A date that may be known only in part."""

    def problem(self) -> str:
        return self.error()


def editor_for(field: Field, choices: Choices, languages_first: Sequence[str] = ()) -> QWidget:
    """Return an empty editor for a field. languages_first: those offered before all others."""
    match field.editor:
        case Editor.CODE:
            return CodeEditor(field.codes or (), derived=field.derived)
        case Editor.CODES:
            return CodesEditor(field.codes or ())
        case Editor.LANGUAGE:
            return LanguageEditor(languages_first)
        case Editor.TITLES:
            return PairsEditor(partial(TextInLanguage, languages_first))
        case Editor.REFERENCE:
            return ChoiceEditor(choices.get(field.refers_to, ()))
        case _:
            return _PLAIN[field.editor]()


_PLAIN: dict[Editor, Callable[[], QWidget]] = {
    Editor.LINE: LineEditor,
    Editor.TEXT: TextEditor,
    Editor.LINES: LinesEditor,
    Editor.CLAIMED_DATES: partial(PairsEditor, ClaimedDate),
    Editor.DETAILS: partial(PairsEditor, NamedText),
    Editor.ANSWERS: AnswersEditor,
    Editor.NUMBER: NumberEditor,
    Editor.SECONDS: SecondsEditor,
    Editor.AMOUNT: AmountEditor,
    Editor.BALANCE: BalanceEditor,
    Editor.CURRENCY: CurrencyEditor,
    Editor.YES_NO: YesNoEditor,
    Editor.LANGUAGES: partial(TagsEditor, _TAG, lower=True),
    Editor.DIRECTIONS: partial(DirectionsEditor, _DIRECTION),
    Editor.COUNTRY: CountryEditor,
    Editor.COUNTRIES: partial(TagsEditor, _COUNTRY, lower=False),
    Editor.ZONE: ZoneEditor,
    Editor.DAY: DayEditor,
    Editor.PARTIAL_DATE: PartialDateEditor,
    Editor.MOMENT: MomentEditor,
}
"""Editors that depend only on their kind."""
