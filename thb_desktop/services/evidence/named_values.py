"""The values of a correction that names its field, as the field has them: a person types words and groups."""

from typing import Any

from thb_desktop.domain.vocabulary import LackedField, SealState
from thb_desktop.words import LANGUAGES, word


def named_values(named: LackedField | None, wrong: str, right: str) -> dict[str, Any]:
    """Return the wrong and the right value as the named field has them; none if nothing is to be changed.

    The state of a seal is its code, by its word in any language, whatever its capitals. A digest has no
    blanks between its groups, and small letters. What is neither stays, and the rules refuse it.
    """
    values = {"wrong_value": wrong, "right_value": right}
    if named in (LackedField.SHA256, LackedField.SOURCE_SHA256):
        return {name: "".join(value.split()).lower() for name, value in values.items()}
    if named is not LackedField.SEAL_STATE:
        return {}
    codes = {word(each, language).casefold(): each.value for each in SealState for language in LANGUAGES}
    codes |= {each.value.casefold(): each.value for each in SealState}
    return {name: codes.get(value.strip().casefold(), value) for name, value in values.items()}
