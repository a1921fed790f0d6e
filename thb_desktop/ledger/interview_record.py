"""The interview record: the parts whose tree is signed and printed as one digest."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby

from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.record import Record, to_record
from thb_desktop.domain.segment import Rendering
from thb_desktop.domain.working_notes import record_without_notes
from thb_desktop.ledger.record_parts import MAY_STAY, PARTS, text_digest_of
from thb_desktop.ledger.record_tree import RecordTree

_LATER = frozenset({"state", "record_digest"})
"""What an interview records about its own signing is not part of what is signed."""


def record_tree(record: InterviewInFull) -> RecordTree:
    """Build the tree of an interview with everything that was said, in all its languages, and its
    formalities.

    Each rendering is a separate part, so that a language can be left out. No part contains the identity
    behind the pseudonym, or what happened to the record after the signature.
    """
    return RecordTree.of(_parts(record), salt=bytes.fromhex(record.interview.record_salt))


def record_digest(record: InterviewInFull) -> str:
    """SHA-256 (hex) of the first line of the tree."""
    return record_tree(record).digest


def text_digest(record: InterviewInFull) -> str:
    """SHA-256 (hex) of a record as it is signed by hand: without signatures, and what follows from them."""
    return text_digest_of(record_tree(record))


def shown_tree(whole: InterviewInFull, shown: InterviewInFull, masked: Collection[str] = ()) -> RecordTree:
    """Return the tree of the whole record, without the renderings, corrections, certifications, warnings and
    names that the shown record lacks.

    masked: the ids of turns, renderings and other rows that the shown record has otherwise.
    """
    tree = record_tree(whole)
    there: set[str] = {each.id for each in shown.certifications} | {each.id for each in shown.names}
    there |= {each.id for each in shown.corrections} | {each.id for each in shown.warnings}
    there |= {rendering.id for each in shown.segments for rendering in each.renderings}

    def is_shown(name: str) -> bool:
        value = tree.value(name)
        return name.partition("/")[0] not in MAY_STAY or (isinstance(value, Mapping) and value["id"] in there)

    own = tree.only(is_shown)
    if not masked:
        return own
    rows: dict[str, Record] = {each.segment.id: to_record(each.segment) for each in shown.segments}
    rows |= {one.id: to_record(one) for each in shown.segments for one in each.renderings}
    rows |= {each.id: to_record(each) for each in (*shown.rows, *shown.certifications)}
    rows[shown.interview.id] = _header(shown.interview)
    rows = {key: rows[key] for key in rows.keys() & masked}
    values = ((name, tree.value(name)) for name in own.parts)
    return own.masking(
        {
            name: {key: value[key] for key in value if key == "label"} | rows[str(value.get("id"))]
            for name, value in values
            if isinstance(value, Mapping) and value.get("id") in rows
        }
    )


def _parts(record: InterviewInFull) -> Iterator[tuple[str, Record]]:
    yield "interview", _header(record.interview)
    for name in PARTS:
        yield from _rows(name, getattr(record, name))
    for each in record.segments:
        yield f"segments/{each.number}", {"label": each.label, **to_record(each.segment)}
        for language, renderings in groupby(sorted(each.renderings, key=_language), key=_language):
            yield from _rows(f"renderings/{language}/{each.number}", renderings)


def _header(interview: Interview) -> Record:
    told = record_without_notes("interview", to_record(interview))
    return {name: value for name, value in told.items() if name not in _LATER}


def _language(rendering: Rendering) -> str:
    return rendering.language


def _rows(name: str, values: Iterable[object]) -> Iterator[tuple[str, Record]]:
    return ((f"{name}/{number}", to_record(value)) for number, value in enumerate(values, 1))
