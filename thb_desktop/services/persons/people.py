"""People of a case: officials, interpreters, and persons by pseudonym with separately sealed identities."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.date_rules import verify_dates
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.ids import CaseId, PersonId, RowId, told_of
from thb_desktop.domain.people import (
    Identity,
    Interpreter,
    Official,
    Person,
    PersonRole,
    SealedIdentity,
    recognisable,
)
from thb_desktop.domain.record import to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Second
from thb_desktop.domain.vocabulary import Compartment, IdentityProtection, TwoPersonAct
from thb_desktop.errors import (
    AlreadyExistsError,
    NotAllowedError,
    NotFoundError,
    ReasonMissingError,
    SealedValueDamagedError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.case_file.entries import verify_enterable
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.compartments import identity_context, opened_as, sealed, unsealed
from thb_desktop.services.core.consultation_log import stated_purpose
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_CASE)
def add_official(session: Session, official: Official) -> Official:
    return add_to_case(session.work, official, VaultAction.OFFICIAL_ADDED)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_officials(session: Session, case_id: CaseId) -> tuple[Official, ...]:
    """Also allowed for users who register exhibits and read no case: each exhibit names the official who
    collected it.
    """
    return registry.OFFICIAL.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_CASE)
def add_interpreter(session: Session, interpreter: Interpreter) -> Interpreter:
    return add_to_case(session.work, interpreter, VaultAction.INTERPRETER_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_interpreters(session: Session, case_id: CaseId) -> tuple[Interpreter, ...]:
    return registry.INTERPRETER.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_CASE)
def add_person(
    session: Session, person: Person, identity: Identity | None, roles: Sequence[PersonRole] = ()
) -> Person:
    """Add a person by pseudonym, with the known roles; a known identity is sealed.

    Raises NotAllowedError if the user cannot seal identities, AlreadyExistsError if the pseudonym is taken,
    CodeDerivedError for an age status that follows from claims.
    """
    with session.work() as work:
        added = replace(person, id=PersonId(work.new_id()))
        verify_enterable(work.connection, added)
        work.save(added)
        if identity is not None:
            work.save(seal_identity(work, session, replace(identity, person_id=added.id), added.case_id))
        work.record(added.id, VaultAction.PERSON_ADDED)
        tell(work, added)
        for role in roles:
            _add_role(work, replace(role, case_id=added.case_id, person_id=added.id))
        if roles:
            work.record(told_of(added.id), VaultAction.ROLE_ADDED)
    return added


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_persons(session: Session, case_id: CaseId) -> tuple[Person, ...]:
    return registry.PERSON.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.PERSON)
def get_person(session: Session, person_id: PersonId) -> Person:
    person = registry.PERSON.find(session.read, person_id)
    if person is None:
        raise NotFoundError("there is no such person in this file")
    return person


@permitted(Right.EDIT_CASE)
def add_role(session: Session, role: PersonRole) -> PersonRole:
    """Add a further role of a person, with its date and grounds; earlier ones stay."""
    person = get_person(session, role.person_id)
    with session.work() as work:
        work.tell(*roles_beside(work.connection, role.person_id))
        added = _add_role(work, replace(role, case_id=person.case_id))
        work.record(told_of(person.id), VaultAction.ROLE_ADDED)
    return added


def _add_role(work: UnitOfWork, role: PersonRole) -> PersonRole:
    added = completed(replace(role, id=RowId(work.new_id())))
    verify_enterable(work.connection, added)
    work.save(added)
    return added


def roles_beside(connection: Connection, person_id: PersonId, role_id: str = "") -> tuple[PersonRole, ...]:
    """Return the other roles of a person, unchanged: each act on one tells them all, so that the last such
    event shows a receiver which roles there are.
    """
    return tuple(
        each for each in registry.PERSON_ROLE.where(connection, "person_id", person_id) if each.id != role_id
    )


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_roles(session: Session, case_id: CaseId) -> tuple[PersonRole, ...]:
    return registry.PERSON_ROLE.where(session.read, "case_id", case_id)


@permitted(Right.READ_IDENTITIES)
def add_identity(session: Session, identity: Identity) -> None:
    """Seal an identity that became known later; one that is sealed already is corrected instead.

    Raises NotFoundError, AlreadyExistsError, NotAllowedError if the user cannot seal identities.
    """
    session.require(Right.EDIT_CASE)
    person = get_person(session, identity.person_id)
    if registry.SEALED_IDENTITY.find(session.read, person.id) is not None:
        raise AlreadyExistsError("an identity of this person is already sealed")
    with session.work() as work:
        work.save(seal_identity(work, session, identity, person.case_id))
        work.record(person.id, VaultAction.IDENTITY_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_identified(session: Session, case_id: CaseId) -> frozenset[PersonId]:
    """List the persons whose identity is sealed in this file, without opening any."""
    sealed = registry.SEALED_IDENTITY.where(session.read, "case_id", case_id)
    return frozenset(each.person_id for each in sealed)


@permitted(Right.READ_IDENTITIES)
def reveal_identity(session: Session, person_id: PersonId, *, justification: str, second: Second) -> Identity:
    """Open a protected identity. The event chain first records that it was viewed, with whom and why
    (V-P-04).

    second: about the person's id. Raises ReasonMissingError, NotAllowedError, NotFoundError if no identity is
    known, and what `require_second_person` raises.
    """
    if is_blank(justification):
        raise ReasonMissingError("viewing a protected identity needs a reason")
    kept = registry.SEALED_IDENTITY.find(session.read, person_id)
    if kept is None:
        raise NotFoundError("no identity of this person is sealed in this file")
    approval = require_second_person(session, second, act=TwoPersonAct.REVEAL_IDENTITY, subject=person_id)
    identity = open_identity(session, kept)
    with session.work() as work:
        work.save(approval)
        work.record(person_id, VaultAction.IDENTITY_VIEWED, justification.strip())
        work.consulted(Consulted.IDENTITY, person_id, purpose=stated_purpose(session.user, justification))
    return identity


def seal_identity(work: UnitOfWork, session: Session, identity: Identity, case_id: CaseId) -> SealedIdentity:
    """Return a sealed identity, bound to its person; the caller saves it."""
    verify_dates(identity, work.at)
    kept = sealed(
        Compartment.IDENTITIES,
        canonical.encode(to_record(identity)),
        identity_context(session.vault.vault_id, identity.person_id),
        work,
        session,
    )
    return SealedIdentity(person_id=identity.person_id, case_id=case_id, sealed=kept)


def sealed_addresses(session: Session, case_id: CaseId) -> tuple[str, ...] | None:
    """The addresses that are sealed in a file, for the program to compare a record with; they are not shown.

    The log of consultations names each person whose addresses were compared. None where they cannot be
    opened: the user does not hold the key. One that cannot be read is left out.
    """
    return _compared(session, case_id, lambda identity: identity.addresses)


def sealed_numbers(session: Session, case_id: CaseId) -> tuple[str, ...]:
    """The contacts and documents sealed with the identities of persons whose record is not entered as
    unprotected, to compare as in `sealed_addresses`, which tells where they cannot be opened.
    """
    return (
        _compared(
            session,
            case_id,
            lambda one: (*one.contacts, *one.documents_seen, *one.documents_withheld),
            _protected(session, case_id),
        )
        or ()
    )


def sealed_texts(session: Session, case_id: CaseId) -> tuple[str, ...] | None:
    """The texts of the sealed identities by which a person can be recognised, to compare as in
    `sealed_addresses`.
    """
    return _compared(session, case_id, recognisable)


def protected_texts(session: Session, case_id: CaseId) -> tuple[str, ...] | None:
    """The same of those persons alone whose record is not entered as unprotected."""
    return _compared(session, case_id, recognisable, _protected(session, case_id))


def _protected(session: Session, case_id: CaseId) -> set[PersonId]:
    persons = registry.PERSON.where(session.read, "case_id", case_id)
    return {each.id for each in persons if each.identity_protection is not IdentityProtection.NONE}


def _compared(
    session: Session,
    case_id: CaseId,
    texts: Callable[[Identity], tuple[str, ...]],
    among: Collection[PersonId] | None = None,
) -> tuple[str, ...] | None:
    """among: whose identities; without it, all of the case."""
    held = registry.SEALED_IDENTITY.where(session.read, "case_id", case_id)
    held = tuple(each for each in held if among is None or each.person_id in among)
    known: dict[PersonId, tuple[str, ...]] = {}
    for kept in held:
        try:
            known[kept.person_id] = texts(open_identity(session, kept))
        except NotAllowedError:
            return None
        except SealedValueDamagedError:
            continue  # the register of what leaves tells of whom it is
    for person_id in (each for each, found in known.items() if found):
        session.consulted(Consulted.ADDRESSES_COMPARED, person_id)
    return tuple(text for found in known.values() for text in found)


def open_identity(session: Session, kept: SealedIdentity) -> Identity:
    """Open a sealed identity; the caller has checked the right, and records the opening.

    Raises NotAllowedError, SealedValueDamagedError for what cannot be read.
    """
    context = identity_context(session.vault.vault_id, kept.person_id)
    opened = unsealed(Compartment.IDENTITIES, kept.sealed, context, session)
    try:
        return opened_as(Identity, opened)
    finally:
        wipe(opened)
