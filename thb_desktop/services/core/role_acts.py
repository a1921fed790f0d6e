"""Acts on roles: whether each tells all roles of its person, under the subject that documents bring."""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.act_checks import FOUNDING, Change
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.ids import told_of
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry, told_rows
from thb_desktop.vault.tables.told_rows import RowName

_ROLE = registry.PERSON_ROLE.name


def faults_of_roles(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Return the faults of an entry that tells roles, each with their table.

    A receiver takes the last event for the list of a person's roles: one that is left out there, or an act
    under the case file when the person has acts of this kind already, would make them see another list.
    """
    told = [each.after for each in changes if each.table == _ROLE]
    if not told or entry.action in FOUNDING or entry.action == VaultAction.PERSON_ADDED:
        return
    for person in {str(each["person_id"]) for each in told}:
        own = {str(each["id"]) for each in told if each["person_id"] == person}
        if entry.subject != told_of(person):
            before = chain.entries_of(connection, told_of(person))[:1]
            if before and before[0].parsed().seq < entry.seq:
                yield "act-exceeded.subject", _ROLE
        elif any(
            each.id not in own
            and told_rows.told_before(connection, RowName(_ROLE, each.id), entry.seq) is not None
            for each in registry.PERSON_ROLE.where(connection, "person_id", person)
        ):
            yield "act-exceeded.missing", _ROLE
