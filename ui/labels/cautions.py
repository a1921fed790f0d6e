"""The neutral texts of cautions that this program has. They are no official formula."""

from thb_desktop import words as catalogue
from thb_desktop.domain.vocabulary import CautionCode


def neutral_text(code: CautionCode, tag: str) -> str:
    """Return the neutral text of a caution in a language; empty if there is none."""
    base = tag.partition("-")[0]
    return catalogue.entries("cautions", base).get(code.value, "") if base in catalogue.LANGUAGES else ""
