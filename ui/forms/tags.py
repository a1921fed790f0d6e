"""TagsEditor: several languages or States in one line."""

import re
from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from thb_desktop.words import language_tags
from ui.labels import language_name
from ui.text import isolate, translate


class TagsEditor(QLineEdit):
    """Several languages or States, separated by commas: codes, and languages by their names too."""

    def __init__(self, form: re.Pattern[str], *, lower: bool) -> None:
        super().__init__()
        self._form, self._lower = form, lower
        example = "ti, am, ar" if lower else "BE, RO"
        self.setPlaceholderText(translate("editors", "For example {code}").format(code=example))

    def value(self) -> tuple[str, ...]:
        parts = [part.strip() for part in re.split(r"[,;،]", self.text())]
        return tuple(dict.fromkeys(tag for part in parts if part for tag in self._tags(part)))

    def _tags(self, part: str) -> Sequence[str]:
        """Return the codes in one part: of a language by its name, or those that are written there."""
        if not self._lower:
            return part.upper().split()
        names = {language_name(tag).casefold(): tag for tag in language_tags()}
        return (names[part.casefold()],) if part.casefold() in names else part.split()

    def set_value(self, value: Sequence[str]) -> None:
        self.setText(", ".join(value))
        self.setCursorPosition(0)

    def problem(self) -> str:
        wrong = [tag for tag in self.value() if not self._form.fullmatch(tag)]
        return self._said_of(wrong[0]) if wrong else ""

    def _said_of(self, wrong: str) -> str:
        if self._lower:
            said = translate(
                "editors", "“{code}” is no language. Please write codes or names, for example ti, fr."
            )
        else:
            said = translate(
                "editors", "“{code}” is no State. Please write two letters for each, for example ER, BE."
            )
        return said.format(code=isolate(wrong))


class DirectionsEditor(TagsEditor):
    """Several directions of interpreting in one line, each as two codes with an arrow between them."""

    def __init__(self, form: re.Pattern[str]) -> None:
        super().__init__(form, lower=True)
        self.setPlaceholderText("ti > fr, fr > ti")

    def _tags(self, part: str) -> Sequence[str]:
        return (re.sub(r"\s*(->|→|>)\s*", ">", part),)

    def set_value(self, value: Sequence[str]) -> None:
        super().set_value([" > ".join(pair.split(">")) for pair in value])

    def _said_of(self, wrong: str) -> str:
        said = translate(
            "editors", "“{code}” is no direction. Please write two codes each, for example ti > fr."
        )
        return said.format(code=isolate(wrong))
