"""Entries of a translation memory, and concepts with their terms."""

from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryEntry:
    """A text and its translation. origin: from where it is, as it is shown beside a match."""

    id: str
    source_language: str
    source: str
    target_language: str
    target: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMemory:
    """A memory as it was read. findings: what was left out, by line."""

    entries: tuple[MemoryEntry, ...]
    findings: tuple[Finding, ...]


class TermUse(StrEnum):
    """Whether a term is to be used. TBX has no words for the last two: they stand in notes."""

    PREFERRED = "PREFERRED"
    ADMITTED = "ADMITTED"
    DEPRECATED = "DEPRECATED"
    SUPERSEDED = "SUPERSEDED"
    SLANG = "SLANG"
    STIGMATISING = "STIGMATISING"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeTerm:
    """A word for a concept in one language. use: None if nobody said it. reliability: 1 to 4, 0 for none."""

    language: str
    term: str
    use: TermUse | None = None
    reliability: int = 0
    part_of_speech: str = ""
    context: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeConcept:
    """What terms of several languages stand for. subject: its domain, in a word or a code."""

    id: str
    terms: tuple[ExchangeTerm, ...]
    subject: str = ""
    definition: str = ""
    definition_source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTerms:
    """Concepts as they were read. findings: what was left out, by line."""

    concepts: tuple[ExchangeConcept, ...]
    findings: tuple[Finding, ...]
