"""Masked files: what the masks of a bundle keep in the office, and where a masked copy travels instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.services.bundling.masked_copies import copies_in
from thb_desktop.services.bundling.redactions import redactions_of
from thb_desktop.services.packaging.package_files import Held
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Staying:
    """What masks keep in the office. exhibits: whole; files: those in whose place a copy travels."""

    exhibits: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()


def masked_exhibits(
    connection: Connection, bundle: Bundle, held: Sequence[Held], without: frozenset[ExhibitId]
) -> tuple[str, ...]:
    """Return the numbers of exhibits that must stay and are not left out: their files would tell it."""
    stays = staying(connection, bundle, held).exhibits
    return tuple(each.number for each in held if each.id not in without and each.id in stays)


def staying(connection: Connection, bundle: Bundle, held: Sequence[Held]) -> Staying:
    """Return what stays: an exhibit of which something is masked, unless the bundle has a copy of each masked
    file; a copy that no longer masks what is masked; and the files that were copied.
    """
    if bundle.disclosure_id is None:
        return Staying()
    there = {each.id for each in held}
    copies = copies_in(connection, bundle.disclosure_id)
    copied = {file for file, each in copies.items() if each.exhibit_id in there}
    rows = {each.row for each in redactions_of(connection, bundle.disclosure_id)}
    made = registry.MASKED_COPY.where(connection, "disclosure_id", bundle.disclosure_id)
    superseded = {each.exhibit_id for each in made} - {each.exhibit_id for each in copies.values()}
    left = {each.id: {file for file, _ in each.files} - copied for each in held}
    exhibits = {own for own, files in left.items() if files & rows or (own in rows and files)}
    return Staying(exhibits=frozenset(exhibits | superseded), files=frozenset(copied))
