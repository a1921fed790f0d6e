"""Told withdrawals: whether what an entry tells of a withdrawn file stands in the custody record too.

Both are recorded together. A program of a user's own can withdraw a file without an event of custody: then
it is left out of each bundle, which says nothing of it. Or it can enter an event with any digest.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.change import Change
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import FormatError
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.tables.later_rows import custody_of
from thb_desktop.vault.tables.told_rows import RowName, first_told

_FILE, _EVENT = registry.EXHIBIT_FILE, registry.CUSTODY_EVENT
_EVENT_OF: Mapping[str, CustodyAction] = MappingProxyType(
    {
        VaultAction.FILE_STRUCK_OUT: CustodyAction.FILE_WITHDRAWN,
        VaultAction.FILE_STANDS_AGAIN: CustodyAction.FILE_REINSTATED,
    }
)
_ACT_OF: Mapping[str, str] = MappingProxyType({event: act for act, event in _EVENT_OF.items()})


def faults_of_withdrawals(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Return the faults of an entry that withdraws or reinstates a file, or of the event of custody that says
    so, each with its table: one without the other, or a digest that no file of the exhibit had.

    Of two files with the same bytes, the event does not say which one it is: there are as many of both.
    """
    if entry.action in _EVENT_OF:
        file = _FILE.find(connection, entry.subject)
        if file is not None and not _has_event(connection, entry, file):
            yield "act-exceeded.missing", _EVENT.name
    if entry.action in _ACT_OF:
        for change in changes:
            if change.table == _EVENT.name:
                yield from _faults_of_event(connection, entry, change)


def _has_event(connection: Connection, entry: Entry, file: ExhibitFile) -> bool:
    told = _events(connection, _EVENT_OF[entry.action], file, entry.seq - 1)
    return told >= _acts(connection, entry.action, _same(connection, file), entry.seq)


def _faults_of_event(connection: Connection, entry: Entry, change: Change) -> Iterator[tuple[str, str]]:
    digest, exhibit = str(change.after["sha256"]), change.after["exhibit_id"]
    files = [
        each
        for each in _FILE.where(connection, "sha256", digest)
        if each.exhibit_id == exhibit and _is_told(connection, _FILE.name, each.id, entry.seq - 1)
    ]
    if not files:
        yield "act-exceeded.file", _EVENT.name
    elif _acts(connection, _ACT_OF[entry.action], files, None) < _events(
        connection, CustodyAction(entry.action), files[0], entry.seq
    ):
        yield "act-exceeded.missing", _FILE.name


def _same(connection: Connection, file: ExhibitFile) -> list[ExhibitFile]:
    same = _FILE.where(connection, "sha256", file.sha256)
    return [each for each in same if each.exhibit_id == file.exhibit_id]


def _events(connection: Connection, action: CustodyAction, file: ExhibitFile, until: int) -> int:
    """Return how many events of custody say this of such a file, up to an entry."""
    told = custody_of(connection, action, [file.exhibit_id])
    return sum(
        each.sha256 == file.sha256 and _is_told(connection, _EVENT.name, each.id, until) for each in told
    )


def _acts(connection: Connection, action: str, files: Iterable[ExhibitFile], until: int | None) -> int:
    """Return how many entries about these files have this action, up to an entry."""
    found = 0
    for file in files:
        for signed, _ in chain.acts_of(connection, file.id, action):
            with suppress(FormatError):  # the check of the chain reports it
                found += until is None or signed.parsed().seq <= until
    return found


def _is_told(connection: Connection, table: str, row: str, until: int) -> bool:
    first = first_told(connection, RowName(table, row))
    return first is not None and first <= until
