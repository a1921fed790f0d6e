"""Told lists: whether a list of digests that an entry tells can be what a comparison of its act found.

A list says on the sheet of an exhibit what differs and what is missing. A program of a user's own can name
another exhibit in it, the digest of a file that this exhibit does not have, or more than the list names.
"""

from collections.abc import Iterator, Mapping, Sequence

from thb_desktop.domain.change import Change
from thb_desktop.domain.checked_codes import CustodyAction
from thb_desktop.domain.digest_lists import DigestList
from thb_desktop.domain.record import from_record
from thb_desktop.ledger.entry import Entry
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.told_rows import RowName, told_before

_LIST, _RUN, _FILE = registry.DIGEST_LIST, registry.INTAKE_RUN, registry.EXHIBIT_FILE


def faults_of_lists(
    connection: Connection, entry: Entry, changes: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    """Return the faults of the lists of digests that an entry tells, each with its table.

    Of an intake, the list is of the exhibit into which its run went. Of a reading, it is of the exhibit that
    was read, and about a file that this exhibit had before the entry. Neither says more than it names.
    """
    for change in changes:
        if change.table != _LIST.name:
            continue
        told = from_record(DigestList, change.after)
        is_read = entry.action == CustodyAction.VERIFIED
        exhibit = entry.subject if is_read else _exhibit_of_run(connection, entry.subject, changes)
        if told.exhibit_id != exhibit:
            yield "act-exceeded.subject", change.table
        if is_read and not _has_file(connection, told, before=entry.seq):
            yield "act-exceeded.file", change.table
        if not told.is_possible:
            yield "act-exceeded.counted", change.table


def _exhibit_of_run(connection: Connection, run: str, changes: Sequence[Change]) -> object:
    own: Sequence[Mapping[str, object]] = [
        each.after for each in changes if each.table == _RUN.name and each.after["id"] == run
    ]
    if own:
        return own[0]["exhibit_id"]
    kept = _RUN.find(connection, run)
    return kept.exhibit_id if kept is not None else None


def _has_file(connection: Connection, told: DigestList, *, before: int) -> bool:
    """Whether the exhibit had this file, by its digest, before the entry of this number; earlier versions of
    the program named it too.
    """
    return any(
        told.name in {each.name, each.sha256}
        and each.exhibit_id == told.exhibit_id
        and told_before(connection, RowName(_FILE.name, each.id), before) is not None
        for each in _FILE.where(connection, "sha256", told.sha256)
    )
