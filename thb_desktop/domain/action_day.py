"""Joint action day: teams with numbers that are issued in advance, what became of these, and persons found.

The numbers of a team run from the first to the last as they are written: EX-0101 to EX-0150.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from thb_desktop.domain.action_day_codes import FoundNeed, FoundOutcome
from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.domain.labels import LONGEST
from thb_desktop.errors import NumberNotIssuedError, NumbersRangeError, NumbersTakenError
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

MOST = 500
"""Numbers of one team."""
MOST_TOLD = 10
"""Rows of numbers that are named in one line; the rest are counted."""
FIRST_REMINDER, SECOND_REMINDER = timedelta(hours=24), timedelta(hours=72)
"""After these, a person found for whom nothing is decided is told, and then warned of."""
_ROW = re.compile(r"(.+?)(?:\s*\N{EN DASH}\s*|\s+-\s+)(.+)", re.DOTALL)
_NUMBER = re.compile(r"(.*?)([0-9]{1,9})", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionTeam:
    """One team of an action day.

    action: which action day, in words. begins_at: when it begins, by the clock of its place.
    first_number, last_number: of the exhibits that it may take.
    """

    id: RowId
    case_id: CaseId
    number: str
    action: str
    place: str
    begins_at: datetime
    first_number: str
    last_number: str
    leader: str = ""
    task: str = ""
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidedNumber:
    """A number that a team got and that no exhibit has: a spoiled label, or one that was not used."""

    id: RowId
    case_id: CaseId
    team_id: RowId
    number: str
    reason: str
    by: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFound:
    """A person whom a team found, without a name. seen: how and in which state, in words.

    may_be_child: whether somebody said so. person_id: as whom they were entered afterwards.
    """

    id: RowId
    case_id: CaseId
    team_id: RowId
    number: str
    found_at: datetime
    place: str = ""
    seen: str = ""
    language: str = ""
    may_be_child: bool | None = None
    needs: tuple[FoundNeed, ...] = ()
    outcome: FoundOutcome | None = None
    decided_on: date | None = None
    decided_by: str = ""
    person_id: PersonId | None = None
    note: str = ""
    struck: str = ""


ActionEntry = ActionTeam | VoidedNumber | PersonFound


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """What became of the numbers of one team. issued = used + voided where nothing is open and nothing both.

    has_begun: whether the team has; before that, nobody is warned of open numbers. open: neither used nor
    voided. both: used and voided. findings: what is open, in words.
    """

    team: ActionTeam
    has_begun: bool
    issued: tuple[str, ...]
    used: tuple[str, ...]
    voided: tuple[str, ...]
    open: tuple[str, ...]
    both: tuple[str, ...]
    findings: tuple[Finding, ...]


def numbers_of(team: ActionTeam) -> tuple[str, ...]:
    """Return the numbers of a team in order. Raises NumbersRangeError."""
    return numbers_between(team.first_number, team.last_number)


def numbers_between(first: str, last: str) -> tuple[str, ...]:
    """Return the numbers from the first to the last. Both have the same beginning, and as many digits where
    the first has leading zeros.

    Raises NumbersRangeError for others, for a last before the first, for more than MOST, and for
    a number that the code of a label does not take.
    """
    begins, ends = _NUMBER.fullmatch(first.strip()), _NUMBER.fullmatch(last.strip())
    if begins is None or ends is None:
        raise NumbersRangeError("a number ends with digits", "action_team.first_number")
    if max(len(each.strip().encode()) for each in (first, last)) > LONGEST:
        raise NumbersRangeError("a number is too long for a label", "action_team.first_number")
    width = len(begins[2]) if begins[2].startswith("0") else 0
    low, high = int(begins[2]), int(ends[2])
    is_same = begins[1] == ends[1] and (len(ends[2]) == width or not (width or ends[2].startswith("0")))
    if not is_same or not 0 <= high - low < MOST:
        raise NumbersRangeError("the last number does not follow the first", "action_team.last_number")
    return tuple(f"{begins[1]}{each:0{width}d}" for each in range(low, high + 1))


def numbers_written(written: str, team: ActionTeam) -> tuple[str, ...]:
    """Return the number of a team that is written, or each of a row that is written by its first and last:
    EX-0143 - EX-0150. Raises NumbersRangeError for a row that is none.
    """
    row = _ROW.fullmatch(written.strip())
    if row is None or written.strip() in numbers_of(team):
        return (written,)
    try:
        return numbers_between(row[1], row[2])
    except NumbersRangeError as refused:
        raise NumbersRangeError(str(refused), "voided_number.number") from None


def rows_among(issued: Iterable[str], numbers: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return these numbers as rows without a gap, in the order in which they were issued."""
    return tuple(tuple(row) for is_one, row in groupby(issued, key=lambda each: each in numbers) if is_one)


def rows_told(rows: Sequence[Sequence[str]], most: int | None = None) -> tuple[str, ...]:
    """Return rows of numbers by their first and last. most: rows that are named; of the rest, how many
    numbers they have.
    """
    told = [row[0] if len(row) == 1 else f"{row[0]} \u2013 {row[-1]}" for row in rows[:most]]
    if more := sum(map(len, rows[len(told) :])):
        told.append(f"\u2026 (+{more})")
    return tuple(told)


def verify_team(team: ActionTeam, others: Iterable[ActionTeam], taken: Collection[str]) -> None:
    """Refuse a team whose numbers another team has, or exhibits. taken: numbers that exhibits have.

    Raises NumbersRangeError, NumbersTakenError.
    """
    own = set(numbers_of(team))
    if any(not own.isdisjoint(numbers_of(each)) for each in others if each.id != team.id and not each.struck):
        raise NumbersTakenError("another team has some of these numbers", "action_team.first_number")
    if not own.isdisjoint(taken):
        raise NumbersTakenError("exhibits have some of these numbers", "action_team.first_number")


def verify_voided(voided: VoidedNumber, team: ActionTeam, *, is_used: bool) -> None:
    """Refuse to void a number that the team did not get, and one that an exhibit has."""
    if voided.number.strip() not in numbers_of(team):
        raise NumberNotIssuedError("the team did not get this number", "voided_number.number")
    if is_used:
        raise NumbersTakenError("an exhibit has this number", "voided_number.number")


def ask_voided(voided: VoidedNumber, user: str, at: datetime) -> Finding:
    """Ask about a number that an exhibit is to get although it was voided. user: who entered that, and at:
    when.
    """
    number, reason, by = voided.number.strip(), voided.reason.strip(), voided.by.strip()
    field = "exhibit.number"
    if not by:
        return warn("action-day.number-voided", field=field, number=number, user=user, at=at, reason=reason)
    code = "action-day.number-voided-as-said"
    return warn(code, field=field, number=number, user=user, at=at, reason=reason, by=by)


def reconcile(team: ActionTeam, used: Collection[str], voided: Collection[str], at: datetime) -> Reconciled:
    """Compare the numbers of a team with those that exhibits have and those that were voided. at: now."""

    def told(numbers: Collection[str]) -> tuple[str, ...]:
        return rows_told(rows_among(issued, numbers), MOST_TOLD)

    has_begun = team.begins_at <= at
    issued = numbers_of(team)
    neither = tuple(each for each in issued if each not in used and each not in voided)
    both = tuple(each for each in issued if each in used and each in voided)
    findings = []
    if neither and has_begun:
        findings.append(warn("action-day.numbers-open", team=team.number, numbers=told(neither)))
    if gone := tuple(sorted(set(voided) - set(issued))):
        findings.append(
            warn(
                "action-day.voided-elsewhere",
                team=team.number,
                numbers=rows_told([(each,) for each in gone], MOST_TOLD),
            )
        )
    if both:
        findings.append(warn("action-day.used-and-voided", team=team.number, numbers=told(both)))
    return Reconciled(
        team=team,
        has_begun=has_begun,
        issued=issued,
        used=tuple(each for each in issued if each in used),
        voided=tuple(each for each in issued if each in voided),
        open=neither,
        both=both,
        findings=tuple(replace(each, about=team.id) for each in findings),
    )


def check_twice(teams: Sequence[Reconciled]) -> Iterator[Finding]:
    """Tell the numbers that two teams both have: a program of a colleague's own can issue them again."""
    first = dict[str, Reconciled]()
    for team in teams:
        twice: dict[str, list[str]] = {}
        for number in team.issued:
            before = first.setdefault(number, team)
            if before is not team:
                twice.setdefault(before.team.number, []).append(number)
        for other, numbers in twice.items():
            told = rows_told(rows_among(team.issued, numbers), MOST_TOLD)
            found = warn("action-day.issued-twice", team=team.team.number, other=other, numbers=told)
            yield replace(found, about=team.team.id)


def check_begun(teams: Iterable[Reconciled]) -> Iterator[Finding]:
    """Say which teams have open numbers and have not begun."""
    waiting = [(each.team.number,) for each in teams if each.open and not each.has_begun]
    if waiting:
        yield say("action-day.not-begun", teams=rows_told(waiting, MOST_TOLD))


def check_found(found: Iterable[PersonFound], at: datetime) -> Iterator[Finding]:
    """Tell of each person found for whom nothing is decided: after a day, and with a warning after three."""
    for each in found:
        waits = at - each.found_at
        if each.struck or each.outcome is not None or waits < FIRST_REMINDER:
            continue
        if waits < SECOND_REMINDER:
            hours = int(waits.total_seconds() // 3600)
            case = say("action-day.undecided", person=each.number, hours=hours)
        else:
            case = warn("action-day.undecided-for-days", person=each.number, days=waits.days)
        yield replace(case, about=each.id)


def in_order_of_need(found: Iterable[PersonFound]) -> Sequence[PersonFound]:
    """Return the persons found: who waits for a decision first, of these who may be a child or is in need of
    medical help, and then who was found first.
    """

    def rank(each: PersonFound) -> tuple[bool, bool, datetime]:
        is_first = each.may_be_child is True or FoundNeed.MEDICAL in each.needs
        return each.outcome is not None, not is_first, each.found_at

    return sorted((each for each in found if not each.struck), key=rank)
