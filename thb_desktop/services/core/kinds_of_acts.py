"""Kinds of acts: whether an act is about a thing of its own kind that is in the tables."""

from collections.abc import Collection

from thb_desktop.domain.act_kinds import KINDS_OF_ACTS, TOLD
from thb_desktop.domain.change import Change
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.registry import table_named


def is_of_its_kind(connection: Connection, action: str, subject: str, changes: Collection[Change]) -> bool:
    """Whether the act is about a row of a table of its kind. changes: what it writes, and perhaps only now.

    What the rows of the act name is compared with them (`act_subjects`), and a word that is no act is about
    nothing that could be known.
    """
    kinds = KINDS_OF_ACTS.get(action, {TOLD})
    return (
        TOLD in kinds
        or any(each.table in kinds and each.after.get("id") == subject for each in changes)
        or any(table_named(kind).find_row(connection, (subject,)) is not None for kind in kinds)
    )
