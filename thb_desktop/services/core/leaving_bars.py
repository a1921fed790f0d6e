"""Leaving bars: what keeps an exhibit and what was derived from it here, now or before an entry."""

from collections.abc import Collection, Iterable, Iterator

from thb_desktop.domain.ads import AdReading
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import ExhibitId, FileId
from thb_desktop.domain.leaving import KEEPS_HERE, LeavingBar, standing
from thb_desktop.domain.taking_out import STAYS
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.errors import MaterialNotShownError
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, registry
from thb_desktop.vault.tables.told_rows import RowName, first_told

_ABUSE = frozenset({BarKind.ABUSE_MATERIAL})
_ANY_ABUSE = "SELECT 1 FROM leaving_bar WHERE kind = 'ABUSE_MATERIAL' LIMIT 1"
_MOST_ABOVE = 1000
"""How many exhibits one can be derived from in a line: more is a circle that somebody wrote."""


def bars_of(
    connection: Connection, exhibit_id: ExhibitId, *, before: int | None = None
) -> tuple[LeavingBar, ...]:
    """Return the bars that stand on an exhibit: its own first, then upwards.

    before: the number of an entry; then those that stood when it was made.
    """
    line = line_of(connection, exhibit_id)
    return tuple(bar for each in line for bar in own_bars(connection, each.id, before=before))


def line_of(connection: Connection, exhibit_id: ExhibitId) -> Iterator[Exhibit]:
    """Yield an exhibit, what it was derived from, and so on upwards."""
    exhibit = registry.EXHIBIT.find(connection, exhibit_id)
    seen: set[ExhibitId] = set()
    while exhibit is not None and exhibit.id not in seen and len(seen) < _MOST_ABOVE:
        seen.add(exhibit.id)
        yield exhibit
        exhibit = registry.EXHIBIT.find(connection, exhibit.parent_id) if exhibit.parent_id else None


def containing_line(
    connection: Connection, exhibit_id: ExhibitId, *, before: int | None = None
) -> Iterator[Exhibit]:
    """Yield an exhibit and what it was derived from, upwards. One that holds a received package contains
    whatever came with it; what came with it, and was derived from that, does not contain the rest.

    before: the number of an entry; then the packages that were received when it was made.
    """
    below: ExhibitId | None = None
    for found in line_of(connection, exhibit_id):
        yield found
        came = _came_with(connection, found.id, before)
        if below not in came:
            yield from _within(connection, came, before)
        below = found.id


def _within(connection: Connection, came: Collection[ExhibitId], before: int | None) -> Iterator[Exhibit]:
    """Yield what came with a package, and what came with one that is among it."""
    seen, waiting = set[ExhibitId](), [*came]
    while waiting:
        yield from registry.EXHIBIT.among(connection, "id", waiting)
        seen.update(waiting)
        held = [item for each in waiting for item in _came_with(connection, each, before)]
        waiting = [item for item in dict.fromkeys(held) if item not in seen]


def binding_bars(
    connection: Connection, exhibit_id: ExhibitId, *, before: int | None = None
) -> Iterator[tuple[Exhibit, LeavingBar]]:
    """Yield each bar that binds an exhibit, after the exhibit on which it stands: itself, what it was derived
    from, or what came with a package that one of them holds (`containing_line`).

    before: the number of an entry; then those that stood when it was made.
    """
    for each in containing_line(connection, exhibit_id, before=before):
        for bar in own_bars(connection, each.id, before=before):
            yield each, bar


def is_bound_by(
    connection: Connection, exhibit_id: ExhibitId, kinds: Collection[BarKind], *, before: int | None = None
) -> bool:
    """Whether a bar of one of these kinds binds an exhibit (`binding_bars`)."""
    return any(bar.kind in kinds for _, bar in binding_bars(connection, exhibit_id, before=before))


def verify_shown(connection: Connection, exhibit_id: ExhibitId) -> None:
    """Raise MaterialNotShownError for material of child sexual abuse, what derives from it, and what contains
    it (V-E-09).
    """
    if is_bound_by(connection, exhibit_id, _ABUSE):
        raise MaterialNotShownError("material of child sexual abuse is not shown")


def verify_file_shown(connection: Connection, file: ExhibitFile) -> None:
    """Raise MaterialNotShownError for a file of such an exhibit, and for one with the bytes of such a file
    (V-E-09).
    """
    verify_shown(connection, file.exhibit_id)
    if is_abuse_elsewhere(connection, file):
        raise MaterialNotShownError("the same bytes are material of child sexual abuse in another exhibit")


def is_abuse_elsewhere(connection: Connection, file: ExhibitFile, *, before: int | None = None) -> bool:
    """Whether another exhibit of the vault that is material of child sexual abuse, derives from it or
    contains it has a file with the same bytes, or with those of what came with a received package that the
    exhibit of this file holds. An empty file is like any other empty one.

    before: the number of an entry; then what was known when it was made.
    """
    if not has_abuse(connection):
        return False
    came = _within(connection, _came_with(connection, file.exhibit_id, before), before)
    files = [file, *registry.EXHIBIT_FILE.among(connection, "exhibit_id", [each.id for each in came])]
    return any(_is_abuse_in_another(connection, each, before) for each in files)


def _is_abuse_in_another(connection: Connection, file: ExhibitFile, before: int | None) -> bool:
    same = registry.EXHIBIT_FILE.where(connection, "sha256", file.sha256) if file.size else ()
    others = {
        each.exhibit_id
        for each in same
        if each.exhibit_id != file.exhibit_id
        and (before is None or _entry_of(connection, "exhibit_file", each.id) < before)
    }
    return any(is_bound_by(connection, each, _ABUSE, before=before) for each in sorted(others))


def holds_abuse(connection: Connection, files: Iterable[ExhibitFile]) -> bool:
    """Whether one of these files has such bytes (`is_abuse_elsewhere`)."""
    return has_abuse(connection) and any(is_abuse_elsewhere(connection, each) for each in files)


def has_abuse(connection: Connection) -> bool:
    """Whether anything in the vault was ever said to be material of child sexual abuse."""
    return connection.execute(_ANY_ABUSE).fetchone() is not None


def is_shown(connection: Connection, exhibit_id: ExhibitId) -> bool:
    """Whether what was read of an exhibit is shown: it stands, its content is kept, and it is no material of
    child sexual abuse and contains none.
    """
    exhibit = registry.EXHIBIT.find(connection, exhibit_id)
    return exhibit is not None and not exhibit.struck and may_be_read(connection, exhibit_id)


def is_reading_shown(connection: Connection, reading: AdReading) -> bool:
    """Whether the advertisements that were read of a file are shown (`is_shown`), and the file itself."""
    file = registry.EXHIBIT_FILE.find(connection, reading.file_id)
    return (
        is_shown(connection, reading.exhibit_id)
        and file is not None
        and not is_abuse_elsewhere(connection, file)
    )


def may_be_read(connection: Connection, exhibit_id: ExhibitId) -> bool:
    """Whether the content of an exhibit is kept, is no material of child sexual abuse and contains none."""
    return not (counts.is_erased(connection, exhibit_id) or is_bound_by(connection, exhibit_id, _ABUSE))


def own_bars(
    connection: Connection, exhibit_id: ExhibitId, *, before: int | None = None
) -> tuple[LeavingBar, ...]:
    """Return the bars that stand on an exhibit itself."""
    told = registry.LEAVING_BAR.where(connection, "exhibit_id", exhibit_id)
    if before is not None:
        told = tuple(each for each in told if _entry_of(connection, "leaving_bar", each.id) < before)
    return standing(told)


def may_go_out(connection: Connection, file_id: str, *, by_two: bool, before: int) -> bool:
    """Whether no bar kept this file in the office when the entry was made that says it was taken out: on its
    exhibit, on what that was derived from, or on what came with the package that one of them holds; of
    material of child sexual abuse, on any exhibit with the same bytes.
    """
    file = registry.EXHIBIT_FILE.find(connection, FileId(file_id))
    if file is None:
        return False
    kinds = STAYS if by_two else KEEPS_HERE
    if is_bound_by(connection, file.exhibit_id, kinds, before=before):
        return False
    return _ABUSE.isdisjoint(kinds) or not is_abuse_elsewhere(connection, file, before=before)


def _came_with(connection: Connection, exhibit_id: ExhibitId, before: int | None) -> list[ExhibitId]:
    return [
        item.exhibit_id
        for each in registry.RECEIVED_PACKAGE.where(connection, "exhibit_id", exhibit_id)
        if before is None or _entry_of(connection, "received_package", each.id) < before
        for item in registry.RECEIVED_ITEM.where(connection, "received_id", each.id)
        if item.exhibit_id is not None
    ]


def _entry_of(connection: Connection, table: str, row: str) -> int:
    """Return the number of the entry that told a row first, whatever it is about; 0 if none tells it."""
    return first_told(connection, RowName(table, row)) or 0
