"""Kinds of acts: whether an act is about a thing of its own kind that was there, and about nothing else."""

from collections.abc import Collection

from thb_desktop.domain.act_kinds import KINDS_OF_ACTS, NAMED_BY_ROWS, TOLD, is_known
from thb_desktop.domain.change import Change
from thb_desktop.domain.ids import is_told_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.told_rows import RowName, told_before, told_under


def is_of_its_kind(
    connection: Connection, action: str, subject: str, changes: Collection[Change], *, before: int
) -> bool:
    """Whether the act is about a row of a table of its kind, which it tells, or an entry before it.

    changes: what it writes, and perhaps only now. before: the number of the first entry that is no longer
    asked. What the rows of the act name is compared with them (`act_subjects`), and is the id of nothing
    else; a word that is no act is about nothing that could be known.
    """
    if not is_known(action):
        return True
    kinds = KINDS_OF_ACTS[action]
    if any(each.table in kinds and each.after.get("id") == subject for each in changes):
        return True
    if any(told_before(connection, RowName(kind, subject), before) is not None for kind in kinds - {TOLD}):
        return True
    return TOLD in kinds and _is_named(connection, action, subject, before)


def _is_named(connection: Connection, action: str, subject: str, before: int) -> bool:
    """Whether what the rows of an act name can be what it is about."""
    named = NAMED_BY_ROWS.get(action)
    tables = {table for _, table in told_under(connection, (subject,), before)}
    return tables <= {named} and is_told_of(subject) is (named is None)
