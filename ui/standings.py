"""How a finding is said: its word and its tone."""

from thb_desktop.findings import Standing
from ui.text import translate
from ui.tones import Tone

SAID = {Standing.HOLDS: Tone.OK, Standing.UNKNOWN: Tone.WARN, Standing.BROKEN: Tone.BAD}


def standing_words(standing: Standing) -> str:
    """The standing in one word."""
    return {
        Standing.HOLDS: translate("standings", "Valid"),
        Standing.UNKNOWN: translate("standings", "Unknown"),
        Standing.BROKEN: translate("standings", "Not valid"),
    }[standing]


def advice_words(standing: Standing) -> str:
    """The same for what is checked before something is done: it blocks, or it is only a warning."""
    return {
        Standing.HOLDS: translate("standings", "Valid"),
        Standing.UNKNOWN: translate("standings", "Warning"),
        Standing.BROKEN: translate("standings", "Blocking"),
    }[standing]
