"""What a linguist can note: the codes that are offered, found by a part of their code or name."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.annotation_codes import DOUBTS, may_rest_on
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.note_details import NoteDetails
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, AnnotationVisibility
from thb_desktop.services.language.annotations import NewAnnotation
from ui.labels import words

OFFERED = tuple(
    each for each in AnnotationCode if each not in (AnnotationCode.SAFETY_FLAG, AnnotationCode.QUERY)
)
"""The codes of a note. A question to the authority and a concern for safety have ways of their own."""
DOUBTFUL = tuple(each for each in OFFERED if each in DOUBTS)
"""The codes that mark words as uncertain."""
PRINTED_OR_NOT = (AnnotationVisibility.PRINT, AnnotationVisibility.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What was noted. basis: None of a question. language: of the note; empty where it is not said."""

    code: AnnotationCode
    basis: AnnotationBasis | None
    visibility: AnnotationVisibility
    language: str
    text: str
    details: NoteDetails | None = None

    def at(self, segment_id: SegmentId, anchor: Anchor) -> NewAnnotation:
        """Return it as a note at a place of a turn."""
        return NewAnnotation(
            segment_id=segment_id,
            anchor=anchor,
            code=self.code,
            basis=self.basis,
            language=self.language,
            text=self.text,
            visibility=self.visibility,
            details=self.details,
        )


def matching(typed: str, codes: Iterable[AnnotationCode]) -> Sequence[AnnotationCode]:
    """Return the codes whose name or code has what was typed in it; first those where a word begins so."""
    wanted = _bare(typed)
    found = [(_rank(wanted, each), each) for each in codes]
    return [each for rank, each in sorted(found, key=lambda pair: pair[0]) if rank < _NOWHERE]


def bases_of(code: AnnotationCode) -> tuple[AnnotationBasis, ...]:
    """Return on what a note with this code may rest; nothing for one that needs no basis."""
    if may_rest_on(code, None):
        return ()
    return tuple(each for each in AnnotationBasis if may_rest_on(code, each))


_NOWHERE = 2


def _rank(wanted: str, code: AnnotationCode) -> int:
    texts = [_bare(words(code)), _bare(code.value.replace("_", " "))]
    if any(f" {text}".find(f" {wanted}") >= 0 for text in texts):
        return 0
    return 1 if any(wanted in text for text in texts) else _NOWHERE


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.strip().replace("_", " ").casefold())
    return "".join(each for each in apart if not unicodedata.combining(each))
