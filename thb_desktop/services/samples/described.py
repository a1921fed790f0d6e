"""Described values: reads the fields of an entity from a sample case by their description."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.services.samples.codes import code_of, named
from thb_desktop.services.samples.node import Node

References = Mapping[str, Mapping[str, str]]
"""For each kind of entry: from its code in the data to its id in the vault."""

_READERS: Mapping[Editor, Callable[[Node, str], object]] = {
    Editor.LINES: Node.texts,
    Editor.LANGUAGES: Node.texts,
    Editor.COUNTRIES: Node.texts,
    Editor.DIRECTIONS: Node.texts,
    Editor.NUMBER: Node.integer,
    Editor.SECONDS: Node.integer,
    Editor.DETAILS: Node.pairs_of,
    Editor.ANSWERS: Node.pairs_of,
    Editor.CLAIMED_DATES: Node.pairs_of,
    Editor.YES_NO: Node.flag,
    Editor.DAY: Node.day,
    Editor.PARTIAL_DATE: Node.partial,
    Editor.MOMENT: Node.moment,
}
"""Readers of values that are not text, codes or references."""


_OTHERWISE: Mapping[str, Mapping[str, str]] = {
    "interview": {
        "stage": "procedure_stage",
        "instrument_id": "executing_instrument_id",
        "premises": "premises_type",
        "zone": "time_zone",
        "clock_checked_at": "checked_at",
        "clock_offset_seconds": "offset_seconds",
        "sequence": "interview_sequence_no",
        "necessity": "necessity_reason",
        "health_statement": "health_state_statement",
        "readback_started_at": "readback_started",
        "readback_ended_at": "readback_ended",
        "confirmation": "person_confirmation",
        "complaint_made": "complaint_about_interpretation",
        "complaint": "complaint_text",
        "next_steps": "next_steps_told",
    },
    "presence": {"from_at": "from", "to_at": "to", "place": "presence"},
    "caution": {"given_at": "time"},
    "lineup": {"number": "lineup_id", "shown_at": "time", "turn_id": "segment_id"},
    "recording": {"started_at": "start", "stopped_at": "stop", "sealed": "original_sealed"},
    "interpreter_engagement": {"modes": "mode", "channel_reason": "remote_reason"},
    "intervention": {"at": "time", "turn_id": "segment_id"},
    "read_back_correction": {"at": "time", "initialled_by": "initials"},
    "record_signature": {"at": "time", "each_page": "per_page"},
}
"""Fields that the documents of the field name otherwise."""


def values_of(description: Description, node: Node, references: References) -> dict[str, object]:
    """Return the values of an entity's fields in a node, without the missing ones."""
    otherwise, found = _OTHERWISE.get(description.name, {}), {}
    for field in description.fields:
        for name in filter(None, (field.name, otherwise.get(field.name))):
            if name in node:
                found[field.name] = _value(field, name, node, references)
                break
    return found


def _value(field: Field, name: str, node: Node, references: References) -> object:
    if field.codes is not None:
        codes: type[StrEnum] = field.codes
        if field.editor is Editor.CODES:
            return tuple(code_of(codes, code, {}) for code in node.texts(name))
        return code_of(codes, node.text(name), {})
    if field.refers_to:
        return named(references.get(field.refers_to, {}), node.text(name), field.refers_to)
    read = _READERS.get(field.editor, Node.text)
    return read(node, name)
