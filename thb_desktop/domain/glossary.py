"""The glossary of a case: concepts, and the terms for them in each language. It never leaves its case."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.ids import CaseId, ConceptId, InterpreterId, RowId
from thb_desktop.domain.vocabulary import TermDomain, TermStatus

RELIABILITY = range(1, 5)
"""1 not verified, 2 minimum, 3 reliable, 4 very reliable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """What terms of several languages stand for.

    definition_source: from where the definition is. legal_system: of a concept of law, whose.
    """

    id: ConceptId
    case_id: CaseId
    domain: TermDomain | None
    definition: str
    definition_source: str = ""
    legal_system: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word for a concept in one language.

    script: ISO 15924. reliability: of `RELIABILITY`; None if nobody said it. context: a sentence in which it
    stands. source: from where it is. checked_by, checked_on: the linguist who checked it, and when.
    """

    id: RowId
    case_id: CaseId
    concept_id: ConceptId
    language: str
    term: str
    status: TermStatus | None
    reliability: int | None = None
    script: str = ""
    transliteration: str = ""
    part_of_speech: str = ""
    context: str = ""
    source: str = ""
    checked_by: InterpreterId | None = None
    checked_on: date | None = None
    struck: str = ""
