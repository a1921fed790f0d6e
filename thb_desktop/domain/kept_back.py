"""What leaves the office of an entry: not a value that a correction keeps back, nor a working note.

Each event commits separately to the text of an exhibit and of a case file, and to the values of a correction.
So an extract can leave them out later, when a correction says that they must stay in the office.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from thb_desktop.domain.case_fields import CASE
from thb_desktop.domain.corrections import Correction, told_outside
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.record import Record
from thb_desktop.domain.working_notes import is_note, notes_of

_WORDS = frozenset({Editor.LINE, Editor.TEXT, Editor.LINES, Editor.TITLES, Editor.DETAILS})
_NAMES = frozenset({"number", "reference"})
"""What an entry is called: always told."""
ENTITIES = frozenset({CASE.name, EXHIBIT.name})
"""The entries whose text an extract can leave out."""
_HELD = {
    **{
        each.name: tuple(
            field.name
            for field in each.fields
            if field.editor in _WORDS and field.name not in _NAMES and not is_note(each.name, [field.name])
        )
        for each in (CASE, EXHIBIT)
    },
    "correction": ("before", "after", "reason"),
}
_STAYING = {"compartment_grant": ("wrapped",)}
"""What no extract contains."""
_APART = _HELD | _STAYING

Places = Sequence[tuple[int, str]]


def withheld_places(states: Sequence[Record]) -> Iterator[Places]:
    """Group what an extract can leave out: the number of the state, and the field.

    Of each state, the working notes are one group, which no extract contains, and its text is another.
    """
    for number, state in enumerate(states):
        table, record = str(state["entity"]), state["record"]
        if isinstance(record, (dict, Mapping)):
            notes = notes_of(table, record)
            words = [name for name in _APART.get(table, ()) if name not in notes]
            for names in (notes, words):
                if group := tuple((number, name) for name in names if name in record):
                    yield group


class Outside:
    """What an extract tells, after these corrections, in the order of entry, of these entries.

    present: the present record of each corrected entry, by its id.
    """

    def __init__(self, corrections: Iterable[Correction], present: Mapping[str, Record]) -> None:
        told = told_outside(corrections)
        self._silent = frozenset(each.id for each in told if each.is_kept_back)
        self._fields = {(each.subject_id, each.field) for each in told if each.is_kept_back}
        self._present = present

    def tells(self, table: str, record: Mapping[str, object], names: Sequence[str]) -> bool:
        """Whether these fields of a record are told."""
        row = str(record.get("id"))
        if table not in _HELD or not set(names).isdisjoint(notes_of(table, record)):
            return False
        if table == "correction":
            return row not in self._silent
        changed = {name for name in names if record.get(name) != self._present.get(row, {}).get(name)}
        return not any((row, name) in self._fields for name in changed)
