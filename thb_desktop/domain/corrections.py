"""Corrections: the value of an entry before, the value after, and the reason. Nothing is ever deleted."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.ids import AgentId, CaseId, RowId
from thb_desktop.domain.record import Plain, fields_of
from thb_desktop.errors import ThbError

STRUCK = "struck"
"""The field that a correction names if the entry was struck out."""
UNREADABLE = "unreadable"
"""The field that a correction of a sealed identity names if nobody could read the former one: it was entered
again whole, and what was sealed is kept as it was.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One corrected field of an entry.

    entity: the name of its description. subject_id: the entry. before, after: the stored values; None for no
    value, and for a protected identity, whose values are sealed separately (`SealedItem` under the id of the
    correction). kept_back: both values and the reason stay in the office, by decision of who corrected.
    """

    id: RowId
    case_id: CaseId
    entity: str
    subject_id: str
    field: str
    before: str | None
    after: str | None
    reason: str
    at: datetime
    by: AgentId
    kept_back: bool = False

    @property
    def is_kept_back(self) -> bool:
        """Whether what stood there may be the name of a protected person, and stays in the office."""
        return self.kept_back or (self.entity, self.field) == ("person", "code")

    @property
    def outward(self) -> "Correction":
        """The correction as it may leave the office: that, when and by whom."""
        return replace(self, before=None, after=None, reason="", kept_back=True)


REASON_KEPT_BACK = "kept back"
"""The reason that the event of such a correction gives; the reason itself is in the correction."""


def stored_text(value: Plain) -> str | None:
    """The value of a field as a correction tells it: as the cell of its row."""
    if isinstance(value, list | tuple):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if isinstance(value, bool):
        return str(int(value))
    return None if value is None else str(value)


def told_outside(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return corrections, in the order of entry, as they may leave the office.

    If a value is kept back, so are the earlier corrections of its field: they contain it too.
    """
    ordered = tuple(corrections)
    last = {(each.subject_id, each.field): place for place, each in enumerate(ordered) if each.is_kept_back}
    return tuple(
        each.outward if place <= last.get((each.subject_id, each.field), -1) else each
        for place, each in enumerate(ordered)
    )


def field_of(description: Description, name: str) -> Field | None:
    """The described field that a correction names; None for one that the program sets, or of another time."""
    return next((each for each in description.fields if each.name == name), None)


def kept_value(description: Description, name: str, kept: str) -> object:
    """The value that a correction tells as the file keeps it; ValueError for another form."""
    form = next((each for each in fields_of(description.entity) if each.name == name), None)
    try:
        if form is None:
            return kept
        if form.form == "list":
            return form.read(json.loads(kept))
        if form.form == "boolean":
            return form.read({"0": False, "1": True}[kept])
        return form.read(int(kept) if form.form == "integer" else kept)
    except (ThbError, ValueError, TypeError, KeyError):
        message = f"the field {name!r} keeps no such value"
        raise ValueError(message) from None


def named_in(description: Description, corrections: Iterable[Correction]) -> Iterator[str]:
    """The ids of the entries that a corrected field named before, or names since."""
    for each in corrections:
        field = field_of(description, each.field)
        if field is not None and field.editor is Editor.REFERENCE:
            yield from (value for value in (each.before, each.after) if value)
