"""Held: which entries of this vault somebody received, by a package, a bundle, a single file or an annex."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.identity_annex import IdentityAnnex
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.package import Package
from thb_desktop.domain.taking_out import TakenOut
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.messages.kept_messages import exhibits_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.later_rows import custody_of

type Left = Package | Bundle | TakenOut | IdentityAnnex
"""What somebody received."""
type Key = tuple[str, str]
"""An entry: the name of its table, and its id."""

_OF_EXHIBIT = (registry.ITEM_DESCRIPTION, registry.ONLINE_CAPTURE)
"""What goes with an exhibit alone, and may be corrected: its files are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What left, when its content was made, and the entries that it holds.

    Bundles know the second in which they were made.
    """

    left: Left
    at: datetime
    keys: frozenset[Key]


def held_of(connection: Connection, case_id: CaseId) -> tuple[Held, ...]:
    """Return what left of a case with its entries, without identity annexes. Packages come first, then
    bundles of which none was made, then single files.
    """
    packages = registry.PACKAGE.where(connection, "case_id", case_id)
    bundles = registry.BUNDLE.where(connection, "case_id", case_id)
    packed = {each.bundle_id for each in packages}
    listed = {each.id: each for each in bundles}
    keys = _listed(connection, case_id, bundles)
    return (
        *(
            Held(
                left=each,
                at=listed[each.bundle_id].made_at,
                keys=keys[each.bundle_id] | _with_parts(connection, exhibits_in(connection, each)),
            )
            for each in packages
        ),
        *(Held(left=each, at=each.made_at, keys=keys[each.id]) for each in bundles if each.id not in packed),
        *_of_files(connection, case_id),
    )


def by_table(held: Iterable[Held]) -> Mapping[str, frozenset[str]]:
    """Return the ids of all that somebody received, by the name of the table."""
    found: dict[str, set[str]] = {}
    for each in held:
        for table, own_id in each.keys:
            found.setdefault(table, set()).add(own_id)
    return {table: frozenset(ids) for table, ids in found.items()}


def _listed(connection: Connection, case_id: CaseId, bundles: Sequence[Bundle]) -> dict[str, frozenset[Key]]:
    """The entries of each bundle. One from before bundles listed them holds its records, and the exhibits
    whose custody says that they were exported with it.
    """
    found: dict[str, frozenset[Key]] = {each.id: frozenset(each.entries) for each in bundles}
    older = {each.sha256: each for each in bundles if not each.entries}
    if not older:
        return found
    exhibits = [each.id for each in registry.EXHIBIT.where(connection, "case_id", case_id)]
    printed: dict[str, set[str]] = {}
    for event in custody_of(connection, CustodyAction.EXPORTED, exhibits):
        if event.sha256 in older:
            printed.setdefault(event.sha256, set()).add(event.exhibit_id)
    for sha256, each in older.items():
        records = frozenset((registry.INTERVIEW.name, one) for one in each.records)
        found[each.id] = records | _with_parts(connection, printed.get(sha256, ()))
    return found


def _of_files(connection: Connection, case_id: CaseId) -> Iterator[Held]:
    """The single files of a case: they are few, whatever the size of the case."""
    taken_out = registry.TAKEN_OUT.all(connection)
    exhibits = registry.EXHIBIT.among(connection, "id", {each.exhibit_id for each in taken_out})
    here = {each.id for each in exhibits if each.case_id == case_id}
    for taken in taken_out:
        if taken.exhibit_id in here:
            yield Held(left=taken, at=taken.at, keys=_with_parts(connection, (taken.exhibit_id,)))


def _with_parts(connection: Connection, exhibits: Iterable[str]) -> frozenset[Key]:
    """These exhibits with their descriptions."""
    ids = tuple(exhibits)
    keys = {(registry.EXHIBIT.name, each) for each in ids}
    for table in _OF_EXHIBIT:
        keys |= {(table.name, each.id) for each in table.among(connection, "exhibit_id", ids)}
    return frozenset(keys)
