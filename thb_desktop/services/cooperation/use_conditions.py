"""Conditions of use: entered with what they came with, and found for whatever was derived from it."""

from collections.abc import Sequence

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.cooperation.sources import Taken, sources_of
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


def applied_to(connection: Connection, case_id: CaseId, taken: Taken) -> tuple[Applied, ...]:
    """Return each condition of the case that holds for one of these, with what those are called.

    A condition holds for whatever was derived or taken from its exhibit or obtained under its instrument:
    working copies, what was extracted from them, records that supplement or rectify one, copies of
    statements, money and claims of which it is the source, what contains it, and the translations of all
    these, which have no other source.
    """
    conditions = registry.USE_CONDITION.where(connection, "case_id", case_id)
    standing = [each for each in conditions if not each.struck]
    if not standing:
        return ()
    sources = [*sources_of(connection, taken)]
    held = [
        Applied(condition=each, numbers=tuple(dict.fromkeys(n for n, found in sources if _of(each) & found)))
        for each in standing
    ]
    return tuple(each for each in held if each.numbers)


def binding(
    connection: Connection, case_id: CaseId, exhibits: Sequence[Exhibit]
) -> tuple[tuple[ExhibitId, tuple[str, ...]], ...]:
    """Return of each of these exhibits the numbers of the conditions that bind it, if any do."""
    applied = applied_to(connection, case_id, Taken(items=exhibits))
    told = (
        (each, [one.condition.number for one in applied if each.number in one.numbers]) for each in exhibits
    )
    return tuple((each.id, tuple(numbers)) for each, numbers in told if numbers)


def origins_of(connection: Connection, home: str, taken: Taken) -> frozenset[str]:
    """Return the other States from which these may have come: those between which the instruments are under
    which they, or what they were derived or taken from, were obtained. Of an agreement each party counts, as
    nobody entered which of them gave it.
    """
    named = {each for _, found in sources_of(connection, taken) for each in found}
    instruments = registry.INSTRUMENT.among(connection, "id", sorted(named))
    return frozenset(state for each in instruments for state in each.states if state != home)


def _of(condition: UseCondition) -> set[str]:
    return {each for each in (condition.instrument_id, condition.exhibit_id) if each is not None}
