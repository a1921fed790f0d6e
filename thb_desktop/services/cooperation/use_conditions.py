"""Conditions of use: entered with what they came with, and found for whatever was derived from it."""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId, InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.rights import Right
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_CASE)
def add_condition(session: Session, condition: UseCondition) -> UseCondition:
    """Enter a condition. Raises ConditionSubjectError if it names nothing that it is about."""
    return add_to_case(session.work, condition, VaultAction.CONDITION_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_conditions(session: Session, case_id: CaseId) -> tuple[UseCondition, ...]:
    return registry.USE_CONDITION.where(session.read, "case_id", case_id)


def applied_to(
    connection: Connection, case_id: CaseId, interviews: Iterable[Interview], exhibits: Iterable[Exhibit]
) -> tuple[Applied, ...]:
    """Return each condition of the case that holds for one of these, with the numbers of those.

    A condition holds for whatever was derived from its exhibit or obtained under its instrument: working
    copies, what was extracted from them, records that supplement or rectify one, copies of statements, and
    the translations of all these, which have no other source.
    """
    conditions = registry.USE_CONDITION.where(connection, "case_id", case_id)
    standing = [each for each in conditions if not each.struck]
    if not standing:
        return ()
    sources = dict(_sources(connection, interviews, exhibits))
    held = [
        Applied(condition=each, numbers=tuple(n for n, found in sources.items() if _of(each) & found))
        for each in standing
    ]
    return tuple(each for each in held if each.numbers)


def origins_of(
    connection: Connection, home: str, interviews: Iterable[Interview], exhibits: Iterable[Exhibit]
) -> frozenset[str]:
    """Return the other States from which these came: those that executed the instruments under which they, or
    what they were derived from, were obtained.
    """
    named = {each for _, found in _sources(connection, interviews, exhibits) for each in found}
    instruments = registry.INSTRUMENT.among(connection, "id", sorted(named))
    return frozenset(
        state
        for each in instruments
        for state in (each.from_country, each.to_country)
        if state and state != home
    )


def _of(condition: UseCondition) -> set[str]:
    return {each for each in (condition.instrument_id, condition.exhibit_id) if each is not None}


def _sources(
    connection: Connection, interviews: Iterable[Interview], exhibits: Iterable[Exhibit]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each number with the ids of the exhibits and instruments that it comes from, itself included."""
    for exhibit in exhibits:
        yield exhibit.number, frozenset(_line_of(connection, exhibit.id))
    for interview in interviews:
        yield interview.number, frozenset(_record_line(connection, interview))


def _line_of(connection: Connection, exhibit_id: ExhibitId | None) -> Iterator[str]:
    while exhibit_id is not None and (found := registry.EXHIBIT.find(connection, exhibit_id)) is not None:
        yield found.id
        if found.instrument_id is not None:
            yield found.instrument_id
        exhibit_id = found.parent_id


def _record_line(connection: Connection, interview: Interview) -> Iterator[str]:
    """A record and those that it supplements or rectifies; a copy of a statement comes from its exhibit."""
    present: Interview | None = interview
    while present is not None:
        if present.instrument_id is not None:
            yield present.instrument_id
        elsewhere = registry.STATEMENT_ELSEWHERE.find(connection, present.id)
        if elsewhere is not None:
            yield from _line_of(connection, elsewhere.exhibit_id)
        earlier: InterviewId | None = present.supplements_id or present.rectifies_id
        present = registry.INTERVIEW.find(connection, earlier) if earlier else None
