"""Annotation codes: who reads each by default, and on what it may rest."""

from collections.abc import Mapping
from types import MappingProxyType

from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, AnnotationVisibility

DEFAULT_VISIBILITY: Mapping[AnnotationCode, AnnotationVisibility] = MappingProxyType(
    {
        **dict.fromkeys(AnnotationCode, AnnotationVisibility.PRINT),
        AnnotationCode.DIALECT: AnnotationVisibility.INTERNAL,
        AnnotationCode.QUERY: AnnotationVisibility.INTERNAL,
        AnnotationCode.SAFETY_FLAG: AnnotationVisibility.SEALED,
    }
)
OPINIONS = frozenset({AnnotationCode.DIALECT, AnnotationCode.CODE_SWITCH})
"""Of these alone a linguist may give an opinion: which variety or language they take it for."""
DOUBTS = frozenset(
    {
        AnnotationCode.AMBIGUOUS,
        AnnotationCode.INAUDIBLE,
        AnnotationCode.UNINTELLIGIBLE,
        AnnotationCode.NAME_SPELLING,
    }
)
"""What is in doubt: the words at the place carry the mark of uncertainty, and the print tells it."""


def may_rest_on(code: AnnotationCode, basis: AnnotationBasis | None) -> bool:
    """Whether a linguist may give this basis: none with a question alone, which rests on nothing; an
    assessment only of a language or a variety.
    """
    if basis is None:
        return code is AnnotationCode.QUERY
    return basis is not AnnotationBasis.ASSESSMENT or code in OPINIONS
