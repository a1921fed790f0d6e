"""The display of a finding: its word and its tone."""

from thb_desktop.findings import Finding, Standing
from ui.text import translate
from ui.tones import Tone

SAID = {Standing.HOLDS: Tone.OK, Standing.UNKNOWN: Tone.WARN, Standing.BROKEN: Tone.BAD}
ADVISED = {**SAID, Standing.HOLDS: Tone.INFO}
"""The tones of `advice_words`: what only informs was not found to be good."""


def standing_words(standing: Standing) -> str:
    """Return the standing in one word."""
    return {
        Standing.HOLDS: translate("standings", "Valid"),
        Standing.UNKNOWN: translate("standings", "Unknown"),
        Standing.BROKEN: translate("standings", "Not valid"),
    }[standing]


def said_of(finding: Finding) -> tuple[str, Tone]:
    """Return the standing of a finding in one word, and its tone: what proves nothing is a note."""
    if finding.is_remark:
        return advice_words(Standing.HOLDS), Tone.INFO
    return standing_words(finding.standing), SAID[finding.standing]


def advice_words(standing: Standing) -> str:
    """The same for checks before an act: blocking, a warning, or for information alone."""
    return {
        Standing.HOLDS: translate("standings", "Note"),
        Standing.UNKNOWN: translate("standings", "Warning"),
        Standing.BROKEN: translate("standings", "Blocking"),
    }[standing]
