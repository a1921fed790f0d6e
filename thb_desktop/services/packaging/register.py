"""The register of recipients: certificates for which packages are closed, compared once and on record."""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import RecipientKind
from thb_desktop.errors import (
    AlreadyExistsError,
    NotFoundError,
    OwnOfficeMissingError,
    ReasonMissingError,
    RecipientElsewhereError,
    RecipientStateMissingError,
    ValueRefusedError,
)
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.recipients import named_recipient, recipient_of, verify_state
from thb_desktop.vault.journal import Event
from thb_desktop.vault.tables import chain, registry

_ADDRESSEE = RecipientKind.ADDRESSEE


@permitted(Right.RELEASE_BUNDLES)
def add_recipient(
    session: Session,
    kind: RecipientKind,
    *,
    name: str,
    certificate: Path,
    fingerprint: str,
    told: str,
    office_id: RowId | None = None,
    state: str = "",
    party: PartyKind | None = None,
) -> Recipient:
    """Record a certificate for which packages are closed.

    fingerprint: its SHA-256 as its holder told it; told: who told it, and how. office_id: the office abroad
    whose receipts come from it. state, party: of an addressee, in which State it is, and what it is; the own
    office and its escrow have neither.
    Raises ReasonMissingError without a name or without how it was told, RecipientStateMissingError for an
    addressee without State or kind, ValueRefusedError for a State that is none,
    AlreadyExistsError for one that is recorded and stands, NotFoundError for an office that does not stand
    in its register, and those of `named_recipient`.
    """
    if is_blank(name) or is_blank(told):
        raise ReasonMissingError("a recipient has a name, and somebody told the fingerprint in some way")
    _verify_place(kind, name, state, party)
    found = named_recipient(certificate, fingerprint, at=session.clock.read().at).certificate
    digest = sha256(found).hexdigest()
    if any(each.sha256 == digest for each in _standing(session)):
        raise AlreadyExistsError("this certificate is recorded already")
    if office_id is not None:
        office = registry.FOREIGN_OFFICE.find(session.read, office_id)
        if office is None or office.withdrawn_at is not None:
            raise NotFoundError("there is no such office abroad in the register")
    with session.work() as work:
        recipient = Recipient(
            id=RowId(work.new_id()),
            kind=kind,
            name=name.strip(),
            certificate=b64encode(found).decode("ascii"),
            sha256=digest,
            told=told.strip(),
            added_by=session.user.id,
            at=work.at,
            office_id=office_id,
            state=state,
            party=party,
        )
        work.save(recipient)
        work.record(recipient.id, VaultAction.RECIPIENT_ADDED, recipient.told)
    return recipient


@permitted(Right.RELEASE_BUNDLES)
def correct_recipient(
    session: Session, recipient_id: RowId, *, state: str, party: PartyKind | None, reason: str
) -> Recipient:
    """Say in which State an addressee is and what it is, or correct it. reason: who says so.

    Raises NotFoundError, ReasonMissingError, RecipientStateMissingError, ValueRefusedError.
    """
    recipient = registry.RECIPIENT.find(session.read, recipient_id)
    if recipient is None or recipient.withdrawn_at is not None or recipient.kind is not _ADDRESSEE:
        raise NotFoundError("there is no such recipient in this vault")
    if is_blank(reason):
        raise ReasonMissingError("the State and kind of a recipient are corrected for a reason")
    _verify_place(recipient.kind, recipient.name, state, party)
    with session.work() as work:
        corrected = replace(recipient, state=state, party=party)
        work.save(corrected)
        work.record(recipient.id, VaultAction.RECIPIENT_CORRECTED, reason.strip())
    return corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSaid:
    """By whom and when the State and the kind of an addressee were recorded last, and who says so. because:
    empty where it was said when the recipient was recorded.
    """

    by: AgentId
    at: datetime
    because: str = field(repr=False)


@permitted(Right.SEE_OFFICE)
def places_said(session: Session) -> Mapping[RowId, PlaceSaid]:
    """Say of each addressee whose State and kind are known who recorded them, as the event chain tells it."""
    return {
        each.id: _place_said(session, each)
        for each in registry.RECIPIENT.all(session.read)
        if each.kind is _ADDRESSEE and each.state and each.party is not None
    }


def _place_said(session: Session, recipient: Recipient) -> PlaceSaid:
    acts = chain.acts_of(session.read, recipient.id, VaultAction.RECIPIENT_CORRECTED)
    if not acts:
        return PlaceSaid(by=recipient.added_by, at=recipient.at, because="")
    signed, opening = acts[-1]
    entry = signed.parsed()
    because = Event.parse(opening.payload).reason if opening is not None else ""
    return PlaceSaid(by=AgentId(entry.agent), at=entry.at, because=because)


@permitted(Right.RELEASE_BUNDLES)
def withdraw_recipient(session: Session, recipient_id: RowId, reason: str) -> Recipient:
    """Close nothing more for a certificate. Raises NotFoundError, ReasonMissingError."""
    recipient = registry.RECIPIENT.find(session.read, recipient_id)
    if recipient is None or recipient.withdrawn_at is not None:
        raise NotFoundError("there is no such recipient in this vault")
    if is_blank(reason):
        raise ReasonMissingError("a recipient is withdrawn for a reason")
    with session.work() as work:
        withdrawn = replace(recipient, withdrawn_at=work.at, withdrawn_because=reason.strip())
        work.save(withdrawn)
        work.record(recipient.id, VaultAction.RECIPIENT_WITHDRAWN, withdrawn.withdrawn_because)
    return withdrawn


@permitted(Right.SEE_OFFICE)
def list_recipients(session: Session) -> tuple[Recipient, ...]:
    """List the recipients that stand, in the order in which they were recorded."""
    return _standing(session)


@permitted(Right.SEE_OFFICE)
def list_all_recipients(session: Session) -> tuple[Recipient, ...]:
    """List the recipients, those that were withdrawn among them."""
    return registry.RECIPIENT.all(session.read)


@permitted(Right.PREPARE_BUNDLES)
def recipients_for(session: Session, chosen: Iterable[RowId]) -> tuple[Recipient, ...]:
    """Return for whom a package is closed: the chosen addressees, and always the own office and its escrow.

    Each certificate is checked as it is today. Raises NotFoundError, OwnOfficeMissingError, and those of
    `recipient_of`.
    """
    standing = _standing(session)
    wanted = frozenset(chosen)
    addressees = [each for each in standing if each.id in wanted and each.kind is _ADDRESSEE]
    if len(addressees) != len(wanted):
        raise NotFoundError("there is no such recipient in this vault")
    if not any(each.kind is RecipientKind.OWN_OFFICE for each in standing):
        raise OwnOfficeMissingError("no certificate of the own office is recorded")
    always = [each for each in standing if each.kind is not _ADDRESSEE]
    at = session.clock.read().at
    for each in (*addressees, *always):
        recipient_of(each, at=at)
    return (*addressees, *always)


def verify_released_for(bundle: Bundle, recipients: Iterable[Recipient]) -> None:
    """What is closed beside a bundle, or with it, goes to the State and the kind of recipient for which the
    rules were asked when the bundle was released (V-P-05, V-X-01, V-X-02).

    Raises RecipientStateMissingError for an addressee of which nobody said them, RecipientElsewhereError.
    """
    addressees = [each for each in recipients if each.kind is _ADDRESSEE]
    if unsaid := tuple(each.name for each in addressees if not each.state or each.party is None):
        raise RecipientStateMissingError("nobody said where this recipient is", unsaid)
    released = bundle.state, bundle.party
    if others := tuple(each.name for each in addressees if (each.state, each.party) != released):
        raise RecipientElsewhereError("the bundle was not released for this recipient", others)


def _verify_place(kind: RecipientKind, name: str, state: str, party: PartyKind | None) -> None:
    if kind is not _ADDRESSEE:
        if state or party is not None:
            raise ValueRefusedError("the own office and its escrow have neither State nor kind")
        return
    if not state or party is None:
        raise RecipientStateMissingError("nobody said where this recipient is", (name.strip(),))
    verify_state(state)


def _standing(session: Session) -> tuple[Recipient, ...]:
    return tuple(each for each in registry.RECIPIENT.all(session.read) if each.withdrawn_at is None)
