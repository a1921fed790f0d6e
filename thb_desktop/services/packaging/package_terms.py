"""What binds a package: all that its bundle tells, as the vault has it now."""

from collections.abc import Iterable, Iterator, Sequence

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.leaving import NOT_NAMED
from thb_desktop.domain.person_links import recorded_as
from thb_desktop.domain.rights import Right
from thb_desktop.domain.transfer import NAMES as TRANSFER_NAMES
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.errors import BundleForeignError, LeavingBarredError
from thb_desktop.services.cooperation.sources import Taken, kept_here, source_fields
from thb_desktop.services.cooperation.transfers import verify_leaving, verify_protected
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
def verify_may_travel(
    session: Session, bundle: Bundle, pdf: bytes, held: Sequence[Held], *, identities: bool = False
) -> None:
    """What was found or agreed since the bundle was made counts: bars, conditions, consents, the pack.

    identities: whether what leaves with it tells who somebody is. Raises BundleForeignError,
    LeavingBarredError, TransferRefusedError.
    """
    taken = _taken_in(session.read, bundle, pdf, held)
    if numbers := kept_here(session.read, taken, NOT_NAMED):
        raise LeavingBarredError("the bundle tells what must not leave", numbers)
    verify_leaving(
        *(session, bundle.case_id, _transfer_of(bundle)),
        recipient=bundle.recipient,
        taken=taken,
        identities=identities,
    )


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def verify_identities_may_travel(
    session: Session, bundle: Bundle, pdf: bytes, held: Sequence[Held], persons: Iterable[PersonId]
) -> None:
    """The same for who these persons of a bundle are. A condition that protects identities is asked too where
    it holds for another record of such a person, or for the source of what is claimed of them, under whatever
    pseudonym they are recorded.
    """
    verify_may_travel(session, bundle, pdf, held, identities=True)
    links = registry.PERSON_LINK.where(session.read, "case_id", bundle.case_id)
    known = sorted({one for each in persons for one in recorded_as(links, each)})
    about = Taken(
        records=registry.INTERVIEW.among(session.read, "person_id", known),
        entries=registry.PERSON_CLAIM.among(session.read, "person_id", known),
    )
    verify_protected(session, bundle.case_id, _transfer_of(bundle), recipient=bundle.recipient, taken=about)


@permitted(Right.RELEASE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def conditions_of(session: Session, bundle: Bundle, pdf: bytes, held: Sequence[Held]) -> tuple[Applied, ...]:
    """Return the conditions of use that hold for what is in a bundle. Raises BundleForeignError."""
    return applied_to(session.read, bundle.case_id, _taken_in(session.read, bundle, pdf, held))


def _transfer_of(bundle: Bundle) -> Transfer:
    return Transfer(**{name: getattr(bundle, name) for name in TRANSFER_NAMES})


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
