"""What a note tells beside its text, where its code asks for more than words (domain of annotations)."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import ConceptId
from thb_desktop.domain.vocabulary import AnnotationCode, Conduct

SEEN: Mapping[AnnotationCode, frozenset[Conduct]] = MappingProxyType(
    {
        AnnotationCode.NONVERBAL_OBSERVED: frozenset(Conduct),
        AnnotationCode.EMOTION_OBSERVED: frozenset({Conduct.CRIES, Conduct.RAISED_VOICE, Conduct.SILENCE}),
    }
)
"""What could be seen or heard, by the code of the note: a closed list, so that no note says what it means."""
ANSWERED = frozenset({AnnotationCode.QUERY, AnnotationCode.AMBIGUOUS})
"""What the authority answers. A question must be answered before a certificate; both are told before the
signature of the record.
"""
_FEWEST = 2
"""Readings of what is ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDetails:
    """The parts of a note, each of one code alone.

    readings: what the words can mean. preferred: the number of the reading that the linguist prefers, from 1;
    0: none. before, after: of a rendition that the interpreter corrected. concept_id: the entry of the
    glossary; concept: its words, as the linguist read them. conduct: what could be seen or heard. exhibit: to
    which one the person pointed, by its number.
    """

    readings: tuple[str, ...] = ()
    preferred: int = 0
    before: str = ""
    after: str = ""
    concept_id: ConceptId | None = None
    concept: str = ""
    conduct: tuple[Conduct, ...] = ()
    exhibit: str = ""


_PARTS: Mapping[AnnotationCode, frozenset[str]] = MappingProxyType(
    {
        AnnotationCode.AMBIGUOUS: frozenset({"readings", "preferred"}),
        AnnotationCode.INTERPRETER_CORRECTION: frozenset({"before", "after"}),
        AnnotationCode.TERM: frozenset({"concept_id", "concept"}),
        AnnotationCode.NONVERBAL_OBSERVED: frozenset({"conduct", "exhibit"}),
        AnnotationCode.EMOTION_OBSERVED: frozenset({"conduct"}),
    }
)


def are_whole(code: AnnotationCode, details: NoteDetails | None) -> bool:
    """Whether these are the parts of a note with this code, and none is missing.

    What was observed is named by the closed list, and by nothing else; who pointed may be without an exhibit.
    Readings, a correction and a term may stay words of the note alone; begun, they are complete.
    """
    if details is None:
        return code not in SEEN
    empty = NoteDetails()
    said = {each.name for each in fields(details) if getattr(details, each.name) != getattr(empty, each.name)}
    texts = (*details.readings, details.before, details.after, details.concept, details.exhibit)
    if not said or said - _PARTS.get(code, frozenset()) or any(text != text.strip() for text in texts):
        return False
    match code:
        case AnnotationCode.AMBIGUOUS:
            count = len(details.readings)
            apart = len(set(details.readings)) == count and not any(map(is_blank, details.readings))
            return count >= _FEWEST and apart and 0 <= details.preferred <= count
        case AnnotationCode.INTERPRETER_CORRECTION:
            return bool(details.before and details.after) and details.before != details.after
        case AnnotationCode.TERM:
            return len(said) == len(_PARTS[code])
        case _:
            is_pointed = Conduct.POINTS in details.conduct or not details.exhibit
            return bool(details.conduct) and set(details.conduct) <= SEEN[code] and is_pointed
