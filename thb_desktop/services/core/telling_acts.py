"""Acts that tell entries to receivers: whether each tells all it has to, under the subject that travels."""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.act_subjects import FOUNDING
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.corrections import STRUCK
from thb_desktop.domain.entries_told import TOLD_APART, is_printed
from thb_desktop.domain.ids import told_of
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry, told_rows
from thb_desktop.vault.tables.told_rows import RowName
from thb_desktop.vault.told_states import ToldStates

_ROLE, _CORRECTION = registry.PERSON_ROLE.name, registry.CORRECTION.name
_PRESENCE, _PERSON = registry.PRESENCE.name, registry.PERSON.name


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


def faults_of_entries(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Return the faults of an event that tells an entry for documents: it tells one, with every printed
    correction that came before.
    """
    if entry.action != VaultAction.ENTRY_TOLD:
        return
    told = [each for each in changes if each.table != _CORRECTION]
    description = TOLD_APART.get(told[0].table) if len(told) == 1 else None
    if description is None:
        yield "act-exceeded.missing", _CORRECTION
        return
    own = {str(each.after["id"]) for each in changes if each.table == _CORRECTION}
    for each in registry.CORRECTION.where(connection, "subject_id", str(told[0].after["id"])):
        before = told_rows.told_before(connection, RowName(_CORRECTION, each.id), entry.seq)
        if is_printed(description, each) and each.id not in own and before is not None:
            yield "act-exceeded.missing", _CORRECTION


def faults_of_struck_names(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Return the fault of a struck row of presence that gets a name other than its person's pseudonym."""
    for change in changes:
        before = change.before
        if change.table != _PRESENCE or before is None or not before[STRUCK] or "name" not in change.fields:
            continue
        person = ToldStates(connection).before(RowName(_PERSON, str(change.after["person_id"])), entry.seq)
        if person is None or change.after["name"] != person["code"]:
            yield "act-exceeded.struck", _PRESENCE
