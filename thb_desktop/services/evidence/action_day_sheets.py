"""The sheets of a joint action day: the run sheet of a team, and what became of numbers and persons."""

from collections.abc import Iterable, Sequence

from thb_desktop.domain.action_day import (
    ActionTeam,
    PersonFound,
    Reconciled,
    VoidedNumber,
    numbers_of,
    rows_among,
    rows_told,
)
from thb_desktop.domain.action_day_fields import ACTION_TEAM, PERSON_FOUND, VOIDED_NUMBER
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.zones import beside, city, zone_of
from thb_desktop.findings import Finding
from thb_desktop.report.parts.setting import instant
from thb_desktop.report.sheets import Sheet, SheetPart
from thb_desktop.report.words import language_of
from thb_desktop.services.case_file.cases import get_case
from thb_desktop.services.case_file.sheets import said, sheet_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.action_days import (
    action_day_of,
    findings_of,
    list_teams,
    list_voided,
    standing_team,
)
from thb_desktop.words import capital, field_name, language_name, sentence, word

_BY_HAND = ("jad_what", "jad_where", "jad_when", "jad_seal", "jad_by")
_PERSONS = ("jad_seen", "jad_language", "jad_needs")
_ROOM = "\n\n"
"""Empty lines: room in which somebody writes by hand."""
_LINES = 6
_LINE = "_" * 30
"""A line on which somebody writes by hand."""


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def run_sheet(session: Session, case_id: CaseId, team_id: RowId) -> Sheet:
    """Return what a team takes along: its task, when all teams begin by the clock of its place, a line for
    each of its numbers, and lines for persons found.

    Raises NotFoundError, StruckOutError.
    """
    case = get_case(session, case_id)
    language = language_of(case.language)
    team = standing_team(session, case_id, team_id)
    others = [
        each
        for each in list_teams(session, case_id)
        if each.action == team.action and each.id != team.id and not each.struck
    ]
    numbers = numbers_of(team)
    parts = [
        SheetPart(heading=said("jad_team", language).format(team=team.number), facts=_facts(team, language)),
        SheetPart(
            heading=said("jad_others", language),
            text="" if others else said("jad_no_others", language),
            columns=_beginnings(team, others, language),
        ),
        SheetPart(
            heading=said("jad_numbers", language),
            text="\n".join(
                (said("jad_to_fill", language).format(count=len(numbers)), said("jad_by_clock", language))
            ),
            columns=[
                (said("jad_number", language), numbers),
                *((said(each, language), [_ROOM] * len(numbers)) for each in _BY_HAND),
            ],
        ),
        SheetPart(
            heading=said("jad_persons", language),
            text=said("jad_no_names", language),
            columns=[
                (said("jad_line", language), [f"{team.number}/{each}" for each in range(1, _LINES + 1)]),
                *((said(each, language), [_ROOM] * _LINES) for each in ("jad_where", "jad_when", *_PERSONS)),
            ],
        ),
    ]
    return sheet_of(session.clock.read().at, case, "jad_run", parts, by=session.user.name)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def reconciliation_sheet(session: Session, case_id: CaseId) -> Sheet:
    """Return what became of the numbers of each team, why which were voided, and the persons found.

    It needs the right to read exhibits too.
    """
    case = get_case(session, case_id)
    language = language_of(case.language)
    day = action_day_of(session, case_id)
    persons = {each.id for each in day.found}
    of_persons = [each for each in findings_of(day) if each.about in persons]
    of_numbers = [each for each in findings_of(day) if each.about not in persons]
    voided = _voided(day.teams, list_voided(session, case_id), language)
    parts = [
        SheetPart(
            heading=said("jad_numbers", language),
            text=_told(of_numbers, language) or said("jad_nothing_open", language),
            columns=_reconciled(day.teams, language),
        ),
        *([SheetPart(heading=said("jad_voided_numbers", language), columns=voided)] if voided else []),
        SheetPart(
            heading=said("jad_persons", language),
            text=_told(of_persons, language) if day.found else said("jad_none_found", language),
            columns=_found(day.found, day.teams, language),
        ),
    ]
    return sheet_of(session.clock.read().at, case, "jad_after", parts, by=session.user.name)


def _told(findings: Iterable[Finding], language: str) -> str:
    return "\n".join(capital(sentence(each, language)) for each in findings)


def _facts(team: ActionTeam, language: str) -> list[tuple[str, str]]:
    def named(name: str, value: str) -> tuple[str, str]:
        return capital(field_name(f"{ACTION_TEAM.name}.{name}", language)), value

    return [
        named("action", team.action),
        named("leader", team.leader),
        named("place", team.place),
        named("begins_at", instant(team.begins_at)),
        (said("jad_clock", language), _clock(team, language)),
        (said("jad_other_clock", language), _LINE),
        named("first_number", team.first_number),
        named("last_number", team.last_number),
        named("task", team.task),
    ]


def _clock(team: ActionTeam, language: str) -> str:
    """Return by which clock the team writes its times: the offset of its beginning, and the zone if somebody
    said it.
    """
    offset, zone = f"UTC{team.begins_at:%:z}", zone_of(team.begins_at)
    return f"{offset}, {city(zone, language)} ({zone})" if zone else offset


def _beginnings(
    team: ActionTeam, others: Iterable[ActionTeam], language: str
) -> list[tuple[str, Sequence[str]]]:
    """Return when the others begin: by the clock of this team, and by their own."""
    listed = sorted(others, key=lambda each: (each.begins_at, each.number))
    return [
        (said("jad_team_column", language), [each.number for each in listed]),
        (said("jad_place", language), [each.place for each in listed]),
        (
            said("jad_by_your_clock", language),
            [instant(beside(each.begins_at, team.begins_at)) for each in listed],
        ),
        (said("jad_by_their_clock", language), [instant(each.begins_at) for each in listed]),
    ]


def _reconciled(teams: Sequence[Reconciled], language: str) -> list[tuple[str, Sequence[str]]]:
    return [
        (said("jad_team_column", language), [each.team.number for each in teams]),
        (
            said("jad_issued", language),
            [f"{_range(each.team)} ({len(each.issued)})" for each in teams],
        ),
        (said("jad_used", language), [str(len(each.used)) for each in teams]),
        (said("jad_voided", language), [str(len(each.voided)) for each in teams]),
        (said("jad_open", language), [_rows(each, each.open) or "0" for each in teams]),
        (said("jad_both", language), [_rows(each, each.both) for each in teams]),
    ]


def _voided(
    teams: Iterable[Reconciled], voided: Iterable[VoidedNumber], language: str
) -> list[tuple[str, Sequence[str]]]:
    """Return which numbers were voided and why: in one line, those of a team that one person voided alike."""
    of_team: dict[RowId, dict[tuple[str, str], list[str]]] = {}
    for each in voided:
        if not each.struck:
            alike = of_team.setdefault(each.team_id, {})
            alike.setdefault((each.reason, each.by), []).append(each.number.strip())
    lines = [
        (team.team.number, _rows(team, numbers), *why)
        for team in teams
        for why, numbers in of_team.get(team.team.id, {}).items()
    ]
    names = [said("jad_team_column", language), said("jad_number", language)]
    names += [capital(field_name(f"{VOIDED_NUMBER.name}.{each}", language)) for each in ("reason", "by")]
    return list(zip(names, zip(*lines, strict=True), strict=True)) if lines else []


def _found(
    found: Sequence[PersonFound], teams: Iterable[Reconciled], language: str
) -> list[tuple[str, Sequence[str]]]:
    named = {each.team.id: each.team.number for each in teams}

    def column(name: str, texts: Sequence[str]) -> tuple[str, Sequence[str]]:
        return capital(field_name(f"{PERSON_FOUND.name}.{name}", language)), texts

    def yes_no(value: bool | None) -> str:
        return "" if value is None else said("yes" if value else "no", language)

    return [
        column("number", [each.number for each in found]),
        (said("jad_team_column", language), [named.get(each.team_id, "") for each in found]),
        column("found_at", [instant(each.found_at) for each in found]),
        column("place", [each.place for each in found]),
        column(
            "language", [language_name(each.language, language) if each.language else "" for each in found]
        ),
        column("may_be_child", [yes_no(each.may_be_child) for each in found]),
        column("needs", [", ".join(word(need, language) for need in each.needs) for each in found]),
        column(
            "outcome",
            [word(each.outcome, language) if each.outcome else said("jad_open", language) for each in found],
        ),
        column("seen", [each.seen for each in found]),
    ]


def _rows(team: Reconciled, numbers: Sequence[str]) -> str:
    return ", ".join(rows_told(rows_among(team.issued, numbers)))


def _range(team: ActionTeam) -> str:
    return f"{team.first_number} \u2013 {team.last_number}"
