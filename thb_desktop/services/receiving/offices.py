"""The register of offices abroad: roots whose packages count, compared once and on record."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.compared_digests import is_compared
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.receiving import ForeignOffice
from thb_desktop.domain.rights import Right
from thb_desktop.errors import AlreadyExistsError, NotFoundError, ReasonMissingError, ValueRefusedError
from thb_desktop.services.core.login import root_fingerprint
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.recipients import told_among, verify_state
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.verify.certificates import read_certificate, verify_root


@permitted(Right.RELEASE_BUNDLES)
def add_office(
    session: Session, *, name: str, country: str, roots: Sequence[bytes], fingerprint: str, told: str
) -> ForeignOffice:
    """Record the root of an office abroad; its packages are judged by it.

    country: two letters. roots: certificates in DER, of which the one with the fingerprint is recorded.
    fingerprint: SHA-256 of the root as the office told it; told: who told it, and how.
    Raises ReasonMissingError without a name or without how it was told, ValueRefusedError for a country that
    is none and for the own root, AlreadyExistsError for one that stands, CertificateError for what is no
    root, and those of `told_among`.
    """
    if is_blank(name) or is_blank(told):
        raise ReasonMissingError("an office has a name, and somebody told the fingerprint in some way")
    verify_state(country)
    found = told_among(roots, fingerprint)
    verify_root(read_certificate(found))
    digest = sha256(found).hexdigest()
    if digest == root_fingerprint(session.office_record):
        raise ValueRefusedError("this is the root of this vault itself")
    if any(each.sha256 == digest for each in standing_offices(session.read)):
        raise AlreadyExistsError("the root of this office is recorded already")
    with session.work() as work:
        office = ForeignOffice(
            id=RowId(work.new_id()),
            name=name.strip(),
            country=country,
            root=b64encode(found).decode("ascii"),
            sha256=digest,
            told=told.strip(),
            added_by=session.user.id,
            at=work.at,
        )
        work.save(office)
        work.record(office.id, VaultAction.FOREIGN_OFFICE_ADDED, office.told)
    return office


@permitted(Right.RELEASE_BUNDLES)
def withdraw_office(session: Session, office_id: RowId, reason: str) -> ForeignOffice:
    """Let nothing more of an office count. Raises NotFoundError, ReasonMissingError."""
    office = registry.FOREIGN_OFFICE.find(session.read, office_id)
    if office is None or office.withdrawn_at is not None:
        raise NotFoundError("there is no such office in the register")
    if is_blank(reason):
        raise ReasonMissingError("an office is withdrawn for a reason")
    with session.work() as work:
        withdrawn = replace(office, withdrawn_at=work.at, withdrawn_because=reason.strip())
        work.save(withdrawn)
        work.record(office.id, VaultAction.FOREIGN_OFFICE_WITHDRAWN, withdrawn.withdrawn_because)
    return withdrawn


@permitted(Right.SEE_OFFICE)
def list_offices(session: Session) -> tuple[ForeignOffice, ...]:
    """List the offices that stand, in the order in which they were recorded."""
    return standing_offices(session.read)


@permitted(Right.SEE_OFFICE)
def list_all_offices(session: Session) -> tuple[ForeignOffice, ...]:
    """List the offices, those that were withdrawn among them."""
    return registry.FOREIGN_OFFICE.all(session.read)


def standing_offices(connection: Connection) -> tuple[ForeignOffice, ...]:
    """Return the offices that were not withdrawn, and whose root is that of the fingerprint told."""
    found = (each for each in registry.FOREIGN_OFFICE.all(connection) if each.withdrawn_at is None)
    return tuple(each for each in found if is_compared(each.root, each.sha256))


def roots_of(connection: Connection) -> Mapping[RowId, str]:
    """Return the fingerprint of the root of each office that was ever recorded, by its id. The same root is
    the same office, also if it was withdrawn and recorded again.
    """
    return {each.id: each.sha256 for each in registry.FOREIGN_OFFICE.all(connection)}
