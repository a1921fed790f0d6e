"""The state of a seal in a correction: a person types its word, and the event has its code."""

from typing import Any

from thb_desktop.domain.vocabulary import LackedField, SealState
from thb_desktop.words import LANGUAGES, word


def state_codes(named: LackedField | None, wrong: str, right: str) -> dict[str, Any]:
    """Return the values of a correction that has to do with the state of a seal as codes; none for another.

    A word of any language counts, whatever its capitals. What is no state stays, and the rules refuse it.
    """
    if named is not LackedField.SEAL_STATE:
        return {}
    codes = {word(each, language).casefold(): each.value for each in SealState for language in LANGUAGES}
    codes |= {each.value.casefold(): each.value for each in SealState}
    return {
        "wrong_value": codes.get(wrong.strip().casefold(), wrong),
        "right_value": codes.get(right.strip().casefold(), right),
    }
