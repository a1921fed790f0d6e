"""The free texts of an interview record: what somebody wrote, field by field, with where it stands."""

from collections.abc import Iterator
from typing import NamedTuple

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.fields import Description, Editor
from thb_desktop.domain.interview_record import InterviewInFull

_FREE = frozenset({Editor.LINE, Editor.TEXT, Editor.LINES, Editor.DETAILS})
CERTIFICATE = "certification.statement"
"""The field of what an interpreter certified in their own words."""


class FreeText(NamedTuple):
    """A free text: its field, its row, the label of its turn, and the text. side: what a rendering is."""

    field: str
    about: str
    turn: str
    text: str
    side: str = ""


def free_texts(record: InterviewInFull) -> Iterator[FreeText]:
    """Return the texts of the header, of the rows, of the turns with their renderings, and of the
    certificates of interpreters, each with the first turn of which it has words.
    """
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
    turn_of = {str(made.id): str(each.segment.id) for each in record.segments for made in each.renderings}
    certified: dict[str, str] = {}
    for one in record.certifications:
        about = next((turn_of[made] for made, _, _ in one.renderings if made in turn_of), "")
        certified[about] = "\n".join(filter(None, (certified.get(about), one.statement)))
    for about, words in certified.items():
        yield FreeText(CERTIFICATE, about, "", words)


def _texts(description: Description, value: object, about: str = "", turn: str = "") -> Iterator[FreeText]:
    for field in description.fields:
        if field.editor in _FREE:
            held = getattr(value, field.name) or ""
            lines = (held,) if isinstance(held, str) else held
            text = "\n".join(line if isinstance(line, str) else "\n".join(line) for line in lines)
            yield FreeText(f"{description.name}.{field.name}", about, turn, text)
