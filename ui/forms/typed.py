"""Typed editors: lines, texts, and numbers that are typed."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from thb_desktop.domain.currencies import code_of
from ui.forms.amounts import problem_of
from ui.text import translate
from ui.widgets.text_edit import PlainTextEdit

_CURRENCY = re.compile(r"[A-Za-z0-9]{2,10}", re.ASCII)


class LineEditor(QLineEdit):
    """One line of text."""

    def value(self) -> str:
        return self.text().strip()

    def set_value(self, value: str) -> None:
        self.setText(value)
        self.setCursorPosition(0)

    def problem(self) -> str:
        return ""


class TextEditor(PlainTextEdit):
    """Several lines of text."""

    def __init__(self) -> None:
        super().__init__("", lines=3)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        self.setPlainText(value)

    def problem(self) -> str:
        return ""


class LinesEditor(PlainTextEdit):
    """A list, one entry a line."""

    def __init__(self) -> None:
        super().__init__("", lines=3)
        self.setPlaceholderText(translate("editors", "One a line"))

    def value(self) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.toPlainText().splitlines() if part.strip())

    def set_value(self, value: Sequence[str]) -> None:
        self.setPlainText("\n".join(value))

    def problem(self) -> str:
        return ""


class NumberEditor(LineEditor):
    """A whole number above zero, or nothing."""

    def value(self) -> int | None:  # type: ignore[override]  # another kind of value in the same line
        return int(self.text()) if self.text().strip() else None

    def set_value(self, value: int | None) -> None:  # type: ignore[override]  # as above
        super().set_value("" if value is None else str(value))

    def problem(self) -> str:
        text = self.text().strip()
        good = not text or (text.isdecimal() and len(text) < 10 and int(text) > 0)
        return "" if good else translate("editors", "Please write a whole number above zero.")


class SecondsEditor(LineEditor):
    """A whole number of seconds, with a sign before it if the clock was behind; or nothing."""

    def value(self) -> int | None:  # type: ignore[override]  # another kind of value in the same line
        return int(self.text()) if self.text().strip() else None

    def set_value(self, value: int | None) -> None:  # type: ignore[override]  # as above
        super().set_value("" if value is None else str(value))

    def problem(self) -> str:
        good = re.fullmatch(r"([+-]?\d{1,8})?", self.text().strip(), re.ASCII)
        return (
            "" if good else translate("editors", "Please write a whole number of seconds, such as 3 or -3.")
        )


class KnownEditor(LineEditor):
    """A line that knows what the file has already: that may stay, whatever is asked of a new text."""

    def __init__(self) -> None:
        super().__init__()
        self._known = ""

    def set_value(self, value: str) -> None:
        self._known = value
        super().set_value(value)


class AmountEditor(KnownEditor):
    """An amount without its currency, with a point before the decimals."""

    def value(self) -> str:
        return self.text().strip().replace(",", ".")

    def problem(self) -> str:
        return problem_of(self.value(), self._known)


class CurrencyEditor(KnownEditor):
    """The code of a currency; a known one is written in capitals. What the file has already stays."""

    def value(self) -> str:
        written = self.text().strip()
        return written if written == self._known else code_of(written)

    def problem(self) -> str:
        written = self.text().strip()
        good = not written or written == self._known or _CURRENCY.fullmatch(written)
        return "" if good else translate("editors", "Please write the code of a currency, for example EUR.")


class BalanceEditor(AmountEditor):
    """A balance without its currency, with a minus before it below zero."""

    def value(self) -> str:
        return super().value().replace("\N{MINUS SIGN}", "-")

    def problem(self) -> str:
        return problem_of(self.value().removeprefix("-"), self._known.removeprefix("-"))
