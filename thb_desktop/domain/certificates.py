"""Certificates of linguists: their elements (own wording), and what each must contain."""

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
FILLED_BY_HAND = "[...]"
"""What the linguist replaces in a wording by hand. A certificate with it left is refused."""
