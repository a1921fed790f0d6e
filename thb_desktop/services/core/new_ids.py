"""New ids: whether the id of each new row is new in the vault.

What is sealed is found by the id of what it is about, and so are the entries of a thing. A row that had the
id of something else would make the one be taken for the other.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import is_told_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.told_rows import told_under

ANOTHER = "act-exceeded.id"
"""The finding about a row that has the id of something else."""
_PART_OF: Mapping[str, str] = MappingProxyType(
    {
        registry.STATEMENT_ELSEWHERE.name: registry.INTERVIEW.name,
        registry.SEALED_IDENTITY.name: registry.PERSON.name,
    }
)
"""Tables whose rows have the id of the row of another table, of which they are part."""
_SPOKEN_OF_BEFORE = frozenset({registry.INTAKE_RUN.name, *_PART_OF})
"""Tables of whose things entries are before their row is told: places of a run are noted before it ends."""
_OF_ANOTHER_FORM = frozenset({registry.OFFICE.name, registry.USER.name, registry.BUNDLE.name})
"""The ids of vault and users are random throughout, and that of a bundle follows from what it is made of;
those of all else tell the time (UUID version 7).
"""


def faults_of_ids(
    connection: Connection, changes: Collection[Change], *, before: int
) -> Iterator[tuple[str, str]]:
    """Return the faults of new rows whose id a row of another table has, or an entry before that number is
    about, each with its table. They are looked up together, by indexes.
    """
    new = [(key, each.table) for each in changes if each.before is None and (key := _key_of(each))]
    if not new:
        return
    things: dict[str, set[str]] = {}
    for key, table in (*new, *told_under(connection, dict.fromkeys(key for key, _ in new), before)):
        things.setdefault(key, set()).add(_PART_OF.get(table, table))
    fresh = dict.fromkeys(key for key, table in new if table not in _SPOKEN_OF_BEFORE)
    spoken_of = chain.spoken_of(connection, fresh, before)
    for key, table in new:
        is_shared = len(things[key]) > 1 or (key in spoken_of and table not in _SPOKEN_OF_BEFORE)
        if is_shared or (is_told_of(key) and table not in _OF_ANOTHER_FORM):
            yield ANOTHER, table


def _key_of(change: Change) -> str:
    """Return the id of a row; empty for one that has none of its own."""
    key = registry.table_named(change.table).key
    return str(change.after[key[0]]) if len(key) == 1 else ""
