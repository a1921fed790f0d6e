"""What leaves the office of an entry: not a value that a correction keeps back, nor a working note.

Each event commits separately to the text of an exhibit, of a case file, of a custody event and of the header
of a record, and to the values of a correction. So an extract can leave them out later, when a correction says
that they must stay in the office, or a version masks words of them. Of an entry
that is told apart, of a role and of a claim only the present state is told, and of the last two never why; of
what is sealed, nothing.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from thb_desktop.domain.case_fields import CASE
from thb_desktop.domain.corrections import STRUCK, Correction, told_outside
from thb_desktop.domain.entries_told import TOLD_APART, outward_fields
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.fields import Editor
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.people_fields import PERSON_ROLE
from thb_desktop.domain.person_claims_fields import OF_CLAIMS, PERSON_CLAIM
from thb_desktop.domain.record import Record
from thb_desktop.domain.redaction_marks import WITHHELD_WORDS, WORDS
from thb_desktop.domain.working_notes import is_note, notes_of

_WORDS = frozenset(
    {
        Editor.LINE,
        Editor.TEXT,
        Editor.LINES,
        Editor.TITLES,
        Editor.DETAILS,
        Editor.ANSWERS,
        Editor.CLAIMED_DATES,
    }
)
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
        for each in (CASE, EXHIBIT, INTERVIEW)
    },
    "custody_event": WORDS["custody_event"],
    "correction": ("before", "after", "reason"),
    "exhibit_file": WORDS["exhibit_file"],
    **WITHHELD_WORDS,
}
_PRESENT = {
    **{
        name: tuple(sorted(outward_fields(each) - {"id", "case_id", *_HELD.get(name, ())}))
        for name, each in TOLD_APART.items()
    },
    PERSON_ROLE.name: (
        *("role", "led_category", "since", "until", "proceeding_id"),
        *("given_by", "given_on", "given_under"),
    ),
    PERSON_CLAIM.name: (
        *("basis", "relation", "other_id", "born", "nationality", "said_on"),
        *("interview_id", "exhibit_id"),
    ),
}
"""What an extract tells of an entry that stands, as it is now, and not as it was before."""
_STAYING = {
    **{
        name: tuple(
            field.name
            for field in each.fields
            if field.name not in outward_fields(each) and not is_note(name, [field.name])
        )
        for name, each in TOLD_APART.items()
    },
    "compartment_grant": ("wrapped",),
    "sealed_item": ("sealed",),
    "sealed_identity": ("sealed",),
    "claim_use": ("reason",),
    "taken_out": ("place", "identities_because", "unsearched_because"),
    "age_decision": ("reference", "decided_by", "decided_on", "reason"),
    PERSON_ROLE.name: ("basis", STRUCK),
    PERSON_CLAIM.name: ("said_by_id", "said_by", "turn_id", "page", "statement", "anchors", STRUCK),
}
"""What no extract contains."""
_APART = {
    table: (_PRESENT.get(table, ()), _STAYING.get(table, ())) for table in _PRESENT.keys() | _STAYING.keys()
}

Places = Sequence[tuple[int, str]]


def words_of(table: str) -> tuple[str, ...]:
    """Return the fields of a table whose words an extract can leave out."""
    return _HELD.get(table, ())


def reason_told(reason: str, states: Iterable[Record]) -> str:
    """Return why an act was done, as its event tells it beside its rows: nothing where a custody event among
    these says the same. There it can be left out.
    """
    rows = (each["record"] for each in states if each["entity"] == "custody_event")
    said = (row.get("reason") for row in rows if isinstance(row, Mapping))
    return "" if reason and reason in said else reason


Now = Callable[[str, str], Record | None]


def withheld_places(states: Sequence[Record]) -> Iterator[Places]:
    """Group what an extract can leave out: the number of the state, and the field.

    Of each state, the working notes are one group, which no extract contains, its text another, what is told
    of its present state a third, and what stays for ever a fourth.
    """
    for number, state in enumerate(states):
        table, record = str(state["entity"]), state["record"]
        if isinstance(record, (dict, Mapping)):
            notes = notes_of(table, record)
            words = [name for name in _HELD.get(table, ()) if name not in notes]
            for names in (notes, words, *_APART.get(table, ())):
                if group := tuple((number, name) for name in names if name in record):
                    yield group


class Outside:
    """What an extract tells, after these corrections, in the order of entry, of these entries.

    present: the present record of each corrected entry, by its id. now: that of any entry, by its table and
    id, with every field; None if there is none. entries: those that the document tells, of what is told
    apart; None for all. masked: the ids of those of whose words a version for a recipient masks some.
    is_version: whether it is for such a version, which withholds some fields whatever they say.
    """

    def __init__(
        self,
        corrections: Iterable[Correction],
        present: Mapping[str, Record],
        now: Now = lambda *_: None,
        *,
        entries: Collection[str] | None = None,
        masked: Collection[str] = (),
        is_version: bool = False,
    ) -> None:
        self._now = now
        self._is_version = is_version
        self._entries = entries
        self._masked = frozenset(masked)
        told = told_outside(corrections)
        self._silent = frozenset(each.id for each in told if each.is_kept_back)
        self._fields = {(each.subject_id, each.field) for each in told if each.is_kept_back}
        self._present = present

    def tells(self, table: str, record: Mapping[str, object], names: Sequence[str]) -> bool:
        """Whether these fields of a record are told."""
        row = str(record.get("id"))
        if self._is_of_others(table, record) or self._is_masked(table, record, names):
            return False
        if table in _PRESENT and set(names) <= set(_PRESENT[table]):
            return self._is_now(table, row, {name: record.get(name) for name in names})
        if table == "correction" and self._is_of_persons(record):
            return False
        if table not in _HELD or not set(names).isdisjoint(notes_of(table, record)):
            return False
        if table == "correction":
            return row not in self._silent
        changed = {name for name in names if record.get(name) != self._present.get(row, {}).get(name)}
        return not any((row, name) in self._fields for name in changed)

    def _is_of_others(self, table: str, record: Mapping[str, object]) -> bool:
        """Whether it is of an entry that the document does not tell."""
        if table == "correction":
            table, own = str(record.get("entity")), record.get("subject_id")
        else:
            own = record.get("id")
        return self._entries is not None and table in TOLD_APART and own not in self._entries

    def _is_masked(self, table: str, record: Mapping[str, object], names: Sequence[str]) -> bool:
        """Whether it is, or corrects, an entry of whose words some are masked, or a version withholds these
        fields.
        """
        if self._is_version and set(names) <= set(WITHHELD_WORDS.get(table, ())):
            return True
        return table in _HELD and not self._masked.isdisjoint(
            (str(record.get("id")), str(record.get("subject_id", "")))
        )

    def _is_now(self, table: str, row: str, told: Mapping[str, object]) -> bool:
        """Whether an entry stands, and has these values. A row tells no field that is at its default."""
        now = self._now(table, row)
        return (
            now is not None
            and (STRUCK in _PRESENT[table] or not now.get(STRUCK))
            and all(now.get(name) == value for name, value in told.items())
        )

    def _is_of_persons(self, correction: Mapping[str, object]) -> bool:
        """Whether a correction is of a claim, or of a role or a part of it of which no document tells."""
        if correction.get("entity") != PERSON_ROLE.name:
            return correction.get("entity") in OF_CLAIMS
        now = self._now(PERSON_ROLE.name, str(correction.get("subject_id")))
        return now is None or bool(now.get(STRUCK)) or correction.get("field") in _STAYING[PERSON_ROLE.name]
