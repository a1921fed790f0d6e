"""The titles of the columns of a record: its languages, and whose each is."""

from typing import TYPE_CHECKING

from ui import shortcuts
from ui.labels import language_name
from ui.text import translate

if TYPE_CHECKING:
    from ui.transcript.rows import SegmentsModel


def title_of(model: "SegmentsModel", section: int) -> str:
    """Return the title of a column. In a relay, the left side says by which key it takes turns."""
    told = translate("SegmentsModel", "{language}  \u00b7  {side}")
    heard, relay = translate("SegmentsModel", "person heard"), translate("SegmentsModel", "relay")
    file = translate("SegmentsModel", "language of the file")
    left, middle, right = (language_name(each) for each in (model.left, model.middle, model.right))
    turns = ""
    if model.middle and (model.away is not None or len(model.middles) > 1):
        turns = f"  \u00b7  {shortcuts.chosen(shortcuts.OTHER_SIDE)}"
    sides = (
        told.format(language=left, side=heard) + turns,
        told.format(language=middle, side=relay) + turns,
        told.format(language=right, side=file) if model.is_of_file else right,
    )
    return (translate("SegmentsModel", "Turn"), *sides, translate("SegmentsModel", "Notes"))[section]
