"""The time zone of a place: a city or its name is typed, or one that contains what is typed is chosen."""

from functools import cache

from PySide6.QtWidgets import QCompleter, QLineEdit

from thb_desktop.domain import zones
from ui import language
from ui.clock import zone_words
from ui.forms.names import list_below
from ui.text import translate


class ZoneEditor(QLineEdit):
    """Empty until somebody answers: the zone of this computer says nothing of another place."""

    def __init__(self) -> None:
        super().__init__()
        self._offered, self._present = _offered(language.current()), ""
        self.setPlaceholderText(translate("editors", "City or time zone"))
        self.setCompleter(list_below(QCompleter(list(self._offered), self)))

    def value(self) -> str:
        typed = self.text().strip()
        if typed == zone_words(self._present):
            return self._present
        return self._offered.get(typed) or zones.find(typed) or typed

    def set_value(self, value: str) -> None:
        self._present = value
        self.setText(zone_words(value))
        self.setCursorPosition(0)

    def problem(self) -> str:
        """Why the zone is invalid. One that was entered before may stay though its rules are not known."""
        value = self.value()
        if value in ("", self._present) or zones.is_known(value):
            return ""
        return translate(
            "editors", "Please choose a time zone, or write a city, for example Brussels or Europe/Brussels."
        )


@cache
def _offered(_language: str) -> dict[str, str]:
    """Return the zones by their words in this language of the window."""
    return {zone_words(zone): zone for zone in zones.places()}
