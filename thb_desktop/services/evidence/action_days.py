"""Joint action days: numbers are issued to teams, and each number and each person found is accounted for."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime

from thb_desktop.domain.action_day import (
    ActionTeam,
    PersonFound,
    Reconciled,
    VoidedNumber,
    ask_voided,
    check_begun,
    check_found,
    check_twice,
    in_order_of_need,
    numbers_of,
    numbers_written,
    reconcile,
)
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError, StruckOutError
from thb_desktop.findings import Finding
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.case_file.issued import used_among
from thb_desktop.services.core.days import at_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.told_entries import entry_that_added
from thb_desktop.vault.tables import lists, registry
from thb_desktop.vault.tables.told_rows import RowName


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDay:
    """The teams of a case with what became of their numbers, and the persons found, who waits first.

    findings: of the persons, and which teams have not begun; those of the numbers stand with their team.
    """

    teams: tuple[Reconciled, ...]
    found: tuple[PersonFound, ...]
    findings: tuple[Finding, ...]


@permitted(Right.EDIT_CASE)
def add_team(session: Session, team: ActionTeam) -> ActionTeam:
    """Enter a team with its numbers. Raises NumbersRangeError, NumbersTakenError."""
    return add_to_case(session.work, team, VaultAction.ACTION_DAY_NOTED)


@permitted(Right.EDIT_CASE)
def void_number(session: Session, voided: VoidedNumber) -> VoidedNumber:
    """Void a number of a team, or a row of them in one transaction; return the first.

    number: one, or the first and the last of a row with a dash between. Raises NumberNotIssuedError,
    NumbersTakenError, NumbersRangeError.
    """
    team = registry.ACTION_TEAM.find(session.read, voided.team_id)
    numbers = (voided.number,) if team is None else numbers_written(voided.number, team)
    with session.work() as work:
        added = [
            add_to_case(
                lambda: nullcontext(work), replace(voided, number=number), VaultAction.ACTION_DAY_NOTED
            )
            for number in numbers
        ]
    return added[0]


@permitted(Right.EDIT_CASE)
def add_person_found(session: Session, found: PersonFound) -> PersonFound:
    """Enter a person whom a team found, without a name."""
    return add_to_case(session.work, found, VaultAction.ACTION_DAY_NOTED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_teams(session: Session, case_id: CaseId) -> tuple[ActionTeam, ...]:
    return registry.ACTION_TEAM.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_voided(session: Session, case_id: CaseId) -> tuple[VoidedNumber, ...]:
    return registry.VOIDED_NUMBER.where(session.read, "case_id", case_id)


@permitted(Right.REGISTER_EXHIBITS, logs=Consulted.CASE)
def ask_before(session: Session, case_id: CaseId, number: str) -> Finding | None:
    """Ask about a number that a new exhibit is to get and that was voided; None for any other.

    Nobody need read the case for it: who registers an exhibit must know.
    """
    voided = lists.voided(session.read, case_id, number.strip())
    if voided is None:
        return None
    entry = entry_that_added(session.read, RowName(registry.VOIDED_NUMBER.name, voided.id))
    if entry is None:
        raise NotFoundError("no event tells that this number was voided")
    user = registry.USER.find(session.read, entry.agent)
    return ask_voided(
        voided,
        user.name if user is not None else entry.agent,
        at_case(session.read, case_id, entry.at),
    )


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_found(session: Session, case_id: CaseId) -> tuple[PersonFound, ...]:
    return registry.PERSON_FOUND.where(session.read, "case_id", case_id)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def action_day_of(session: Session, case_id: CaseId) -> ActionDay:
    """Compare the numbers issued in a case with its exhibits and the voided ones, and list who was found.

    It needs the right to read exhibits too. What was struck out counts for nothing.
    """
    session.require(Right.READ_EXHIBITS)
    found, at = list_found(session, case_id), session.clock.read().at
    teams = _reconciled(session, case_id, at)
    return ActionDay(
        teams=teams,
        found=tuple(in_order_of_need(found)),
        findings=(*check_twice(teams), *check_begun(teams), *check_found(in_order_of_need(found), at)),
    )


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def standing_team(session: Session, case_id: CaseId, team_id: RowId) -> ActionTeam:
    """Return a team of this case. Raises NotFoundError, StruckOutError."""
    team = registry.ACTION_TEAM.find(session.read, team_id)
    if team is None or team.case_id != case_id:
        raise NotFoundError("there is no such team in this case")
    if team.struck:
        raise StruckOutError("the team was struck out as made in error")
    return team


def _reconciled(session: Session, case_id: CaseId, at: datetime) -> tuple[Reconciled, ...]:
    voided: dict[RowId, list[str]] = {}
    for each in list_voided(session, case_id):
        if not each.struck:
            voided.setdefault(each.team_id, []).append(each.number.strip())
    return tuple(
        reconcile(
            team,
            used_among(session.read, case_id, numbers_of(team)),
            voided.get(team.id, ()),
            at,
        )
        for team in list_teams(session, case_id)
        if not team.struck
    )


def findings_of(day: ActionDay) -> Sequence[Finding]:
    """Return what is open: of the numbers first."""
    return (*(finding for team in day.teams for finding in team.findings), *day.findings)
