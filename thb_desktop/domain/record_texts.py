"""The free texts of an interview record: what somebody wrote, field by field, with where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.interview_record import InterviewInFull

_FREE = frozenset({Editor.LINE, Editor.TEXT, Editor.LINES})


class FreeText(NamedTuple):
    """A free text: its field, its row, the label of its turn, and the text. side: what a rendering is."""

    field: str
    about: str
    turn: str
    text: str
    side: str = ""


def free_texts(record: InterviewInFull) -> Iterator[FreeText]:
    """Return the texts of the header, of the rows, and of the turns with their renderings."""
    yield from _texts(described.INTERVIEW, record.interview)
    by_entity = {each.entity: each for each in described.ROWS}
    for row in record.rows:
        yield from _texts(by_entity[type(row)], row, row.id)
    for each in record.segments:
        yield from _texts(described.SEGMENT, each.segment, each.segment.id, each.label)
        for rendering in each.renderings:
            side = f"{rendering.language} {rendering.kind}"
            for text in _texts(described.RENDERING, rendering, each.segment.id, each.label):
                yield text._replace(side=side)


def _texts(description: Description, value: object, about: str = "", turn: str = "") -> Iterator[FreeText]:
    for field in description.fields:
        if field.editor in _FREE:
            held = getattr(value, field.name) or ""
            text = held if isinstance(held, str) else "\n".join(held)
            yield FreeText(f"{description.name}.{field.name}", about, turn, text)
