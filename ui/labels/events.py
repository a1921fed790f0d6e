"""What an event of the custody is called, with what it came to."""

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.vocabulary import VerificationResult
from ui.labels import words
from ui.tones import Tone


def event_words(event: CustodyEvent) -> str:
    """Return the action in words; of a digest that did not agree, or that nothing was compared with, its
    result: the action says that it was compared, and not what came of it.
    """
    if event.result in (VerificationResult.MISMATCH, VerificationResult.NOT_POSSIBLE):
        return words(event.result)
    return words(event.action)


def event_tone(event: CustodyEvent) -> Tone | None:
    return Tone.WARN if event.result is VerificationResult.MISMATCH else None
