"""Ages: who is treated as a child and why, and the decisions that end it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.child_presumed import (
    CHILD_STATUSES,
    AgeDecision,
    TreatedAsChild,
    may_be_child,
    treated_as_child,
)
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.entry_rules import verify_entry
from thb_desktop.domain.ids import CaseId, PersonId, RowId, told_of
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_claims import PersonClaim
from thb_desktop.domain.person_claims_fields import AGE_DECISION
from thb_desktop.domain.person_links import kept_among, recorded_as
from thb_desktop.domain.rights import Right
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.days import today_in
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons.people import get_person
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import persons as of_persons
from thb_desktop.vault.tables import registry


@permitted(Right.SIGN_RECORDS)
def decide_age(session: Session, decision: AgeDecision) -> AgeDecision:
    """Enter a decision about a person's age, with who decided, when and why.

    That the person is an adult ends the presumption for the claims that are there; a later claim begins it
    again. Raises FieldMissingError, FutureEventError, NotFoundError.
    """
    person = get_person(session, decision.person_id)
    verify_entry(AGE_DECISION, decision)
    with session.work() as work:
        verify_case_not_struck(work.connection, person.case_id)
        made = replace(
            decision,
            id=RowId(work.new_id()),
            case_id=person.case_id,
            entered_by=session.user.id,
            at=work.at,
            reference=decision.reference.strip(),
            decided_by=decision.decided_by.strip(),
            reason=decision.reason.strip(),
        )
        work.save(made)
        work.record(told_of(person.id), VaultAction.AGE_DECIDED)
    return made


@permitted(Right.READ_CASE, logs=Consulted.PERSON)
def list_age_decisions(session: Session, person_id: PersonId) -> tuple[AgeDecision, ...]:
    """The decisions about the age of this person, under whichever record, in the order of entry."""
    person = get_person(session, person_id)
    same = {each.id for each in records_in(session.read, person)}
    return registry.AGE_DECISION.among(session.read, "person_id", same)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_children(
    session: Session,
    case_id: CaseId,
    on: date | None = None,
    *,
    about: Collection[PersonId] | None = None,
) -> dict[PersonId, TreatedAsChild]:
    """The persons of a case who are treated as children on a day, by default today, and why.

    about: only these and those who are shown with them. The claims about others are not read, nor about
    persons who cannot be children.
    """
    day = on or today_in(session, case_id)
    links = registry.PERSON_LINK.where(session.read, "case_id", case_id)
    decisions = registry.AGE_DECISION.where(session.read, "case_id", case_id)
    every = of_persons.persons_of(session.read, case_id)
    kept = kept_among(links, every)
    if about is None:
        about = {each.person_id for each in decisions} | _possible(session.read, case_id, day)
    asked = {kept[each] for each in about if each in kept}
    read = [each for each in every if kept[each] in asked]
    persons = registry.PERSON.among(session.read, "id", read)
    claims = registry.PERSON_CLAIM.among(session.read, "person_id", read)
    records: dict[PersonId, list[Person]] = {}
    for each in persons:
        records.setdefault(kept[each.id], []).append(each)
    claimed: dict[PersonId, list[PersonClaim]] = {}
    for claim in claims:
        claimed.setdefault(kept[claim.person_id], []).append(claim)
    decided: dict[PersonId, list[AgeDecision]] = {}
    for decision in decisions:
        decided.setdefault(kept[decision.person_id], []).append(decision)
    found = {}
    for one, same in records.items():
        treated = treated_as_child(same, claimed.get(one, ()), decided.get(one, ()), day)
        if treated is not None:
            found.update(dict.fromkeys([each.id for each in same], treated))
    return found


def _possible(connection: Connection, case_id: CaseId, day: date) -> set[PersonId]:
    """The persons who may be treated as children though nobody decided on their age."""
    return {
        *of_persons.persons_entered_as(connection, case_id, CHILD_STATUSES),
        *of_persons.persons_claimed_born(connection, case_id, lambda born: may_be_child(born, day)),
    }


def treated_on(connection: Connection, person: Person, on: date | None) -> tuple[TreatedAsChild | None, bool]:
    """Whether a person is treated as a child on a day and why, and whether a decision on the age was made."""
    records = records_in(connection, person)
    same = {each.id for each in records}
    claims = [each for one in same for each in registry.PERSON_CLAIM.where(connection, "person_id", one)]
    decisions = registry.AGE_DECISION.among(connection, "person_id", same)
    return treated_as_child(records, claims, decisions, on), bool(decisions)


def records_in(connection: Connection, person: Person) -> tuple[Person, ...]:
    """All records of a person, for rules that read them; nothing of them is shown."""
    links = of_persons.links_around(connection, person.id)
    found = (registry.PERSON.find(connection, each) for each in recorded_as(links, person.id))
    return tuple(each for each in found if each is not None)
