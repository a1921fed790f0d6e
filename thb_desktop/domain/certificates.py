"""Certificates of linguists: their elements (own wording), and what each must contain."""

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class CertificateElement(StrEnum):
    """One element of a certificate. READ_TO_PERSON and CONSEQUENCES apply only where they do."""

    LINGUIST = "LINGUIST"
    LANGUAGES = "LANGUAGES"
    PLACE_AND_TIME = "PLACE_AND_TIME"
    FAITHFULNESS = "FAITHFULNESS"
    PROBLEMS = "PROBLEMS"
    READ_TO_PERSON = "READ_TO_PERSON"
    CONFLICTS = "CONFLICTS"
    SECRECY = "SECRECY"
    CONSEQUENCES = "CONSEQUENCES"
    SIGNATURE = "SIGNATURE"


OPTIONAL = frozenset({CertificateElement.READ_TO_PERSON, CertificateElement.CONSEQUENCES})
REQUIRED = frozenset(CertificateElement) - OPTIONAL

PLACES: Mapping[str, str] = MappingProxyType(
    {
        "name": "the linguist's name",
        "code": "the code of the linguist in the case",
        "register": "their register number",
        "source": "the language of the source",
        "target": "the language of the translation",
        "record": "the number of the record",
        "job": "the number of the job",
        "count": "how many turns",
        "made_from": "from what it was made",
        "type": "what the translation is worth",
        "place": "where",
        "date": "when",
        "problems": "the numbers of the turns with printed notes and disputes",
    }
)
"""What the program fills in where a template has it in braces."""
INTERPRETING_PLACES: Mapping[str, str] = MappingProxyType(
    {
        **{each: PLACES[each] for each in ("name", "code", "register", "record", "count", "place", "date")},
        "problems": "what the interpreter said for themselves, a relay, and the notes on the interpreting",
        "pairs": "from which language into which they were engaged",
        "direction": "from which language into which they rendered turns",
        "dialect": "how their variety matched that of the person",
        "mode": "how they interpreted",
        "channel": "in the room, or over which distance and why",
        "start": "when the interview began",
        "end": "when it ended",
        "interpreted_from": "when they began to interpret",
        "interpreted_to": "when they ended",
        "readback": "how the record was read back",
        "readback_language": "in which language",
        "answer": "what the person answered",
        "conflict": "what they declared of conflicts of interest",
        "secrecy": "their undertaking of confidentiality",
    }
)
"""The same where an interpreter certifies what they rendered in an interview. place: of the interview."""
_NAMED = re.compile(r"\{(\w+)\}")


def fits(elements: Mapping[str, str], places: Mapping[str, str]) -> bool:
    """Whether a wording asks for no more than these places, or for none that this program fills in."""
    asked = {name for text in elements.values() for name in _NAMED.findall(text)}
    return not asked & ((PLACES.keys() | INTERPRETING_PLACES.keys()) - places.keys())


FILLED_BY_HAND = "[...]"
"""What the linguist replaces in a wording by hand. A certificate with it left is refused."""
