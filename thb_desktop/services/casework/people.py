"""People of a case: officials, interpreters, and persons by pseudonym with their identity sealed apart."""

from dataclasses import replace

from thb_desktop.crypto.material import wipe
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.date_rules import verify_dates
from thb_desktop.domain.ids import CaseId, PersonId
from thb_desktop.domain.people import Identity, Interpreter, Official, Person, SealedIdentity
from thb_desktop.domain.record import Record, from_record, to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.second_person import Second
from thb_desktop.domain.vocabulary import Compartment, TwoPersonAct
from thb_desktop.errors import NotFoundError, ReasonMissingError
from thb_desktop.ledger import canonical
from thb_desktop.services.casework.adding import add_to_case
from thb_desktop.services.core.approvals import require_second_person
from thb_desktop.services.core.compartments import identity_context, sealed, unsealed
from thb_desktop.services.core.consultation_log import stated_purpose
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_CASE)
def add_official(session: Session, official: Official) -> Official:
    return add_to_case(session.work, official, VaultAction.OFFICIAL_ADDED)


@permitted(Right.READ_EXHIBITS, logs=Consulted.CASE)
def list_officials(session: Session, case_id: CaseId) -> tuple[Official, ...]:
    """Also for who registers exhibits and reads no case: each exhibit names an official who collected it."""
    return registry.OFFICIAL.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_CASE)
def add_interpreter(session: Session, interpreter: Interpreter) -> Interpreter:
    return add_to_case(session.work, interpreter, VaultAction.INTERPRETER_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_interpreters(session: Session, case_id: CaseId) -> tuple[Interpreter, ...]:
    return registry.INTERPRETER.where(session.read, "case_id", case_id)


@permitted(Right.EDIT_CASE)
def add_person(session: Session, person: Person, identity: Identity | None) -> Person:
    """Add a person by pseudonym; who it is, where known, is sealed for those who hold that right.

    Raises NotAllowedError if the user cannot seal identities, AlreadyExistsError if the pseudonym is taken.
    """
    with session.work() as work:
        added = replace(person, id=PersonId(work.new_id()))
        work.save(added)
        if identity is not None:
            work.save(_sealed(work, session, replace(identity, person_id=added.id), added.case_id))
        work.record(added.id, VaultAction.PERSON_ADDED)
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


@permitted(Right.READ_IDENTITIES)
def reveal_identity(session: Session, person_id: PersonId, *, justification: str, second: Second) -> Identity:
    """Open a protected identity; that it was looked at, with whom and why, is recorded first (V-P-04).

    second: about the person's id. Raises ReasonMissingError, NotAllowedError, NotFoundError where no identity
    is known, and what `require_second_person` raises.
    """
    if not justification.strip():
        raise ReasonMissingError("looking at a protected identity needs a justification")
    kept = registry.SEALED_IDENTITY.find(session.read, person_id)
    if kept is None:
        raise NotFoundError("the identity of this person is not known to this file")
    approval = require_second_person(session, second, act=TwoPersonAct.REVEAL_IDENTITY, subject=person_id)
    identity = _opened(session, kept)
    with session.work() as work:
        work.save(approval)
        work.record(person_id, VaultAction.IDENTITY_VIEWED, justification.strip())
        work.consulted(Consulted.IDENTITY, person_id, purpose=stated_purpose(session.user, justification))
    return identity


def _sealed(work: UnitOfWork, session: Session, identity: Identity, case_id: CaseId) -> SealedIdentity:
    verify_dates(identity, work.at)
    kept = sealed(
        Compartment.IDENTITIES,
        canonical.encode(to_record(identity)),
        identity_context(session.vault.vault_id, identity.person_id),
        work,
        session,
    )
    return SealedIdentity(person_id=identity.person_id, case_id=case_id, sealed=kept)


def _opened(session: Session, kept: SealedIdentity) -> Identity:
    context = identity_context(session.vault.vault_id, kept.person_id)
    opened = unsealed(Compartment.IDENTITIES, kept.sealed, context, session)
    record = canonical.parse(bytes(opened))
    wipe(opened)
    return from_record(Identity, record if isinstance(record, dict) else Record())
