"""The titles of the columns of a record: its languages, and whose each is."""

from ui import shortcuts
from ui.labels import language_name
from ui.text import translate


def titles_of(
    left: str, middle: str, right: str, *, is_of_file: bool, takes_turns: bool
) -> tuple[str, str, str, str, str]:
    """Return the titles. left, middle, right: the languages of the sides. is_of_file: whether the right one
    is that of the file. takes_turns: whether a key shows another language on the left side.
    """
    told = translate("SegmentsModel", "{language}  \u00b7  {side}")
    heard, relay = translate("SegmentsModel", "person heard"), translate("SegmentsModel", "relay")
    file = translate("SegmentsModel", "language of the file")
    one, between, other = (language_name(each) for each in (left, middle, right))
    turns = f"  \u00b7  {shortcuts.chosen(shortcuts.OTHER_SIDE)}" if takes_turns else ""
    return (
        translate("SegmentsModel", "Turn"),
        told.format(language=one, side=heard) + turns,
        told.format(language=between, side=relay) + turns,
        told.format(language=other, side=file) if is_of_file else other,
        translate("SegmentsModel", "Notes"),
    )
