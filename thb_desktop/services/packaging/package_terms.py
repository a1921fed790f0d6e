"""What binds a package: all that its bundle tells, as the vault has it now."""

from collections.abc import Iterator, Sequence

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.leaving import NOT_NAMED
from thb_desktop.domain.rights import Right
from thb_desktop.domain.transfer import NAMES as TRANSFER_NAMES
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.errors import BundleForeignError, LeavingBarredError
from thb_desktop.services.cooperation.sources import Taken, kept_here, source_fields
from thb_desktop.services.cooperation.transfers import verify_leaving
from thb_desktop.services.cooperation.use_conditions import applied_to
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.package_files import Held, ids_in
from thb_desktop.services.packaging.travelling import exhibit_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.registry import table_named
from thb_desktop.verify.bundle.entries import LISTS


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def verify_may_travel(session: Session, bundle: Bundle, pdf: bytes, held: Sequence[Held]) -> None:
    """What was found or agreed since the bundle was made counts: bars, conditions, consents, the pack.

    Raises BundleForeignError, LeavingBarredError, TransferRefusedError.
    """
    taken = _taken_in(session.read, bundle, pdf, held)
    if numbers := kept_here(session.read, taken, NOT_NAMED):
        raise LeavingBarredError("the bundle tells what must not leave", numbers)
    transfer = Transfer(**{name: getattr(bundle, name) for name in TRANSFER_NAMES})
    verify_leaving(session, bundle.case_id, transfer, recipient=bundle.recipient, taken=taken)


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def conditions_of(session: Session, bundle: Bundle, pdf: bytes, held: Sequence[Held]) -> tuple[Applied, ...]:
    """Return the conditions of use that hold for what is in a bundle. Raises BundleForeignError."""
    return applied_to(session.read, bundle.case_id, _taken_in(session.read, bundle, pdf, held))


def _taken_in(connection: Connection, bundle: Bundle, pdf: bytes, held: Sequence[Held]) -> Taken:
    return Taken(
        records=registry.INTERVIEW.among(connection, "id", bundle.records),
        items=[exhibit_in(connection, each) for each in held],
        entries=[*_entries_in(connection, pdf)],
    )


def _entries_in(connection: Connection, pdf: bytes) -> Iterator[object]:
    """Yield the entries of the bundle that name a source."""
    tables = {one: table_named(name) for one, name in LISTS.items()}
    naming = {one: table for one, table in tables.items() if source_fields(table.entity)}
    for one, ids in ids_in(pdf, naming).items():
        found = naming.get(one, registry.PERSON_CLAIM).among(connection, "id", ids)
        if len(found) != len({*ids}):
            raise BundleForeignError("this is not a bundle that this vault made")
        yield from found
