"""What an event of the custody is called where it stands alone."""

import pytest

from tests.domain.test_custody_rules import made
from thb_desktop.domain.vocabulary import CustodyAction, VerificationResult
from ui.labels import words
from ui.labels.events import event_tone, event_words
from ui.tones import Tone


@pytest.mark.parametrize(
    ("result", "said", "tone"),
    [
        (VerificationResult.MATCH, words(CustodyAction.VERIFIED), None),
        (VerificationResult.MISMATCH, words(VerificationResult.MISMATCH), Tone.WARN),
        (VerificationResult.NOT_POSSIBLE, words(VerificationResult.NOT_POSSIBLE), None),
    ],
)
def test_a_verification_is_called_by_what_it_came_to(
    result: VerificationResult, said: str, tone: Tone | None
):
    verified = made(CustodyAction.VERIFIED, result=result)

    assert (event_words(verified), event_tone(verified)) == (said, tone)
