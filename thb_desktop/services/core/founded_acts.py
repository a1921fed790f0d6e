"""Founded acts: whether what an act answers is there: a return, or a statement made elsewhere."""

from collections.abc import Iterator

from thb_desktop.domain.act_checks import Change
from thb_desktop.domain.actions import VaultAction
from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, broken, of_entry, unknown
from thb_desktop.ledger.entry import Entry
from thb_desktop.services.core.handbacks import is_as_handed_back
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.projection import told_by

_OF_STATEMENTS = frozenset(
    {
        VaultAction.STATEMENT_SET,
        VaultAction.TURNS_TAKEN_OVER,
        VaultAction.PLACE_SET,
        VaultAction.PAGE_COMPARED,
        VaultAction.STATEMENT_COMPARED,
    }
)
"""Acts on the record of a statement made elsewhere alone."""


def is_founded(connection: Connection, action: str, subject: str, *, before: int) -> bool:
    """Whether the act has what it answers: a settlement a return, and a record the kind that its act is for.

    before: the number of its entry.
    """
    if action == VaultAction.RETURN_SETTLED:
        return bool(_merges_of(connection, subject, before))
    if action in _OF_STATEMENTS:
        return registry.STATEMENT_ELSEWHERE.find(connection, subject) is not None
    if action == VaultAction.INTERVIEW_READ_BACK:
        return registry.STATEMENT_ELSEWHERE.find(connection, subject) is None
    return True


def check_founded(
    connection: Connection, entry: Entry, vault: str, root: bytes, *, name: str
) -> Iterator[Finding]:
    """Tell of an act that answers nothing. root: DER. name: of its author.

    A settlement changes no row and covers no later merge, so it stops nobody; but it is told, also where only
    the store of the assignment can show what was to settle.
    """
    where = of_entry(entry.seq)
    if entry.action == VaultAction.RETURN_SETTLED:
        merges = _merges_of(connection, entry.subject, entry.seq)
        if not merges:
            yield unknown("settlement.nothing", where=where, name=name)
        elif all(_is_whole(connection, each, vault, root) for each in merges):
            yield unknown("settlement.state", where=where, name=name)
    elif not is_founded(connection, entry.action, entry.subject, before=entry.seq):
        yield broken("act-exceeded.kind", where=where)


def _merges_of(connection: Connection, assignment: str, before: int) -> list[Entry]:
    """Return the entries that merged returns of an assignment before one."""
    entries = (signed.parsed() for signed in chain.entries_of(connection, assignment))
    return [each for each in entries if each.action == VaultAction.ASSIGNMENT_MERGED and each.seq < before]


def _is_whole(connection: Connection, merge: Entry, vault: str, root: bytes) -> bool:
    """Whether an entry merged what was handed back; also if its content says nothing."""
    opening = chain.opening_of(connection, merge.seq)
    try:
        told = [told_by(each) for each in Event.parse(opening.payload).states] if opening else []
    except FormatError:
        return False
    changes = [Change(table=table.name, before=None, after=record) for table, record in told]
    return not changes or is_as_handed_back(connection, changes, vault, root)
