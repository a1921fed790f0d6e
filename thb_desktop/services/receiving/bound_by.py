"""Bound by: which received exhibits something binds that was entered of another one (V-X-02, V-E-09)."""

from collections.abc import Collection, Iterator

from thb_desktop.domain.ids import ExhibitId
from thb_desktop.services.core.leaving_bars import containing_line
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def bound_by(
    connection: Connection, exhibits: Collection[str], received: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield each of these exhibits with each received one that it binds: itself, what was derived from it,
    and what contains it (`containing_line`).

    It is asked from these downwards: they are few, whatever the size of the case.
    """
    for each in sorted(_below(connection, exhibits) & {*received}):
        line = {found.id for found in containing_line(connection, ExhibitId(each))}
        for binding in sorted(line & {*exhibits}):
            yield binding, each


def same_bytes(
    connection: Connection, exhibits: Collection[str], received: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield each of these exhibits, as what it binds (`bound_by`), with each received one that has a file
    with the same bytes. An empty file is like any other empty one.
    """
    within = _below(connection, exhibits)
    for binding, each in bound_by(connection, exhibits, within):
        files = registry.EXHIBIT_FILE.where(connection, "exhibit_id", each)
        digests = {file.sha256 for file in files if file.size}
        twins = {file.exhibit_id for file in registry.EXHIBIT_FILE.among(connection, "sha256", digests)}
        for twin in sorted(twins & {*received} - {each}):
            yield binding, twin


def _below(connection: Connection, exhibits: Collection[str]) -> set[str]:
    """Return these, all that was derived from them, and what holds a package with which one came; of that too
    what was derived from it, of which not all is bound.
    """
    found, waiting = set[str](), {*exhibits}
    while waiting:
        found |= waiting
        derived = registry.EXHIBIT.among(connection, "parent_id", waiting)
        items = registry.RECEIVED_ITEM.among(connection, "exhibit_id", waiting)
        packages = registry.RECEIVED_PACKAGE.among(connection, "id", {each.received_id for each in items})
        waiting = {str(each.id) for each in derived}
        waiting |= {str(each.exhibit_id) for each in packages if each.exhibit_id}
        waiting -= found
    return found
