"""How a finding is said: its word and its tone."""

from thb_desktop.verify.findings import Standing
from ui.text import translate
from ui.tones import Tone

SAID = {Standing.HOLDS: Tone.OK, Standing.UNKNOWN: Tone.WARN, Standing.BROKEN: Tone.BAD}


def standing_words(standing: Standing) -> str:
    """The standing in one word."""
    return {
        Standing.HOLDS: translate("standings", "Holds"),
        Standing.UNKNOWN: translate("standings", "Unknown"),
        Standing.BROKEN: translate("standings", "Broken"),
    }[standing]


def advice_words(standing: Standing) -> str:
    """The same for what is checked before something is done: what is not broken is to be looked at."""
    if standing is Standing.UNKNOWN:
        return translate("standings", "To look at")
    return standing_words(standing)
