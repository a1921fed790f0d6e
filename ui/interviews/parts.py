"""The parts of the formalities: those of the header, and the kinds of rows with their columns."""

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.interview_record import InterviewInFull
from ui.interviews.elsewhere.asked import fields_asked

ROWS: dict[str, tuple[str, tuple[tuple[str, int], ...]]] = {
    "presence": ("presences", (("role", 190), ("name", 0), ("place", 120), ("from_at", 150), ("to_at", 150))),
    "caution": (
        "cautions",
        (("code", 0), ("given", 60), ("given_at", 130), ("mode", 80), ("understood", 90), ("reply", 110)),
    ),
    "victim_information": (
        "victim_information",
        (("item", 0), ("given_at", 130), ("given_by", 120), ("deferred_reason", 130)),
    ),
    "timeline_event": (
        "timeline",
        (("at", 160), ("kind", 0), ("lineup_id", 90), ("reason", 150), ("note", 190)),
    ),
    "lineup": (
        "lineups",
        (
            ("number", 90),
            ("kind", 150),
            ("shown_at", 150),
            ("exhibit_id", 150),
            ("result", 0),
            ("chosen", 120),
        ),
    ),
    "recording": (
        "recordings",
        (
            ("device", 0),
            ("started_at", 130),
            ("stopped_at", 130),
            ("exhibit_id", 150),
            ("working_copy_id", 130),
        ),
    ),
    "special_measure": (
        "measures",
        (("measure", 0), ("requested_by", 150), ("decision", 130), ("reason", 0)),
    ),
    "earlier_interview": ("earlier", (("held_on", 150), ("authority", 0), ("recorded", 90), ("reason", 0))),
    "interpreter_engagement": (
        "engagements",
        (
            ("interpreter_id", 0),
            ("from_language", 120),
            ("to_language", 120),
            ("oath", 170),
            ("channel", 100),
        ),
    ),
    "intervention": (
        "interventions",
        (("kind", 0), ("interpreter_id", 150), ("at", 150), ("turn_id", 60), ("note", 200)),
    ),
    "read_back_correction": (
        "corrections",
        (("segment_id", 60), ("before", 0), ("after", 0), ("requested_by", 140), ("reason", 140)),
    ),
    "record_signature": (
        "signatures",
        (("role", 160), ("name", 0), ("method", 170), ("at", 160), ("reason", 150)),
    ),
}
"""For each kind of row: its list in the record, and its columns."""
PARTS = (*described.INTERVIEW.sections, *ROWS)
"""The parts of the formalities, by their keys."""
RECTIFIED = "rectified"
_OF_NOTE = (
    *("parties", "procedure", "time_and_place", RECTIFIED),
    *(described.CORRECTION.name, described.SIGNATURE.name),
)
"""The parts of a note of rectification: nobody was heard for it, and nothing is read back."""


def part_of(field: str) -> str:
    """Return the part of a field ("interview.place", "presence.role"); empty if it is of no part."""
    entity, _, name = field.partition(".")
    found = described.INTERVIEW[name].section if entity == "interview" and _knows(name) else entity
    found = next((key for key, (held, _) in ROWS.items() if held == name), found)
    return found if found in PARTS else ""


def parts_of(record: InterviewInFull) -> tuple[str, ...]:
    """Return the parts that a record has: of a copy, those that its file can say; of a note of rectification,
    those of a note; of both, what is entered all the same.
    """
    if record.interview.rectifies_id is not None:
        return tuple(part for part in PARTS if part in _OF_NOTE or _has_rows(record, part))
    if record.taken_over is None:
        return tuple(part for part in PARTS if part != RECTIFIED)
    return tuple(
        part for part in PARTS if (_has_rows(record, part) if part in ROWS else fields_asked(record, part))
    )


def _has_rows(record: InterviewInFull, part: str) -> bool:
    return part in ROWS and bool(getattr(record, ROWS[part][0]))


def _knows(name: str) -> bool:
    return any(field.name == name for field in described.INTERVIEW.fields)
