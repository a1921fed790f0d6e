"""Remarks: what is written about a translation beside its words, and leaves as a whole or not at all.

A linguist signs a note, a dispute, a certificate, an attestation, or why they signed in spite of a rule, as
one row; its digest stands in what others signed. So no word of it can be replaced by a mark. Whoever masks
words of it withholds it.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from thb_desktop.domain.language_outward import RemarkKind
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    LanguageCertificate,
    RevisionVerdict,
    VersionSignature,
)
from thb_desktop.domain.segment import Certification

WORDS = "words"
"""The field by which a redaction names words of a remark: of all its texts, each on lines of its own."""


REMARKS: Mapping[str, RemarkKind] = MappingProxyType(
    {
        "annotation": RemarkKind.NOTE,
        "annotation_answer": RemarkKind.ANSWER,
        "revision_verdict": RemarkKind.DISPUTE,
        "language_certificate": RemarkKind.CERTIFICATE,
        "version_signature": RemarkKind.SIGNATURE,
        "certification": RemarkKind.ATTESTATION,
    }
)
"""The kind of the remarks of a table."""
ATTESTATION = "certification"
"""The table of what an interpreter attested: it is part of a record, all other remarks of a translation."""
VERDICT = "signature_check"
"""The table of what was found of signatures in a file of an exhibit: an event tells it whole."""
GOES_WHOLE = frozenset({*REMARKS, VERDICT})
"""The tables of which a version withholds a row as a whole, if words in it are masked."""


def words_of_remark(row: object) -> str:
    """Return the words of a remark, in the order in which they are printed; empty if it has none."""
    return "\n".join(each for each in _texts(row) if each)


def _texts(row: object) -> Iterator[str]:
    match row:
        case Annotation():
            yield from (row.anchor.quoted, row.text)
            if (details := row.details) is not None:
                yield from (*details.readings, details.before, details.after, details.concept)
        case AnnotationAnswer():
            yield row.text
        case RevisionVerdict():
            yield from (row.own_text, row.reason)
        case LanguageCertificate():
            yield from (text for _, text in row.elements)
            yield from (row.place, *(why for _, _, why in row.reasons))
        case VersionSignature():
            yield from dict.fromkeys(why for _, _, why in row.reasons)
        case Certification():
            yield row.statement
