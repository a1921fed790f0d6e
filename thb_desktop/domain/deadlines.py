"""Deadlines of instruments, counted by rules and holidays that stand in a data pack.

Article 3 of Regulation (EEC, Euratom) No 1182/71: the day of the event is not counted, and a period that ends
on a Saturday, a Sunday or a holiday ends with the next working day. Holidays are those of the State that
has to act. A period in hours runs through days of rest too, and does not wait for a working day. The register
has days and no hours, so of such a period the first and the last day are told on which it can end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.findings import Finding, Heading, Value
from thb_desktop.findings import broken as late
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

SOON = timedelta(days=7)
"""V-X-04: from when on a deadline is told."""
DATES = frozenset(
    {"issued_on", "transmitted_on", "received_on", "acknowledged_on", "recognised_on", "executed_on"}
)
"""The dates of the register from which a period can run, and with which it can end."""
CONDITIONS = frozenset({"urgent", "confidential", "return_required", "remedy_pending"})
"""The questions of the register on which a rule can depend."""
_DAY = 24
_DONE = frozenset({InstrumentStatus.REFUSED, InstrumentStatus.WITHDRAWN, InstrumentStatus.CLOSED})
_LONGEST = 60
"""Days in a row that are searched for a working day."""


class DeadlineCode(StrEnum):
    """What is to be done by a deadline, of those that the program has words for. ASKED: what the issuing
    authority asked for.
    """

    EIO_ACK = "EIO_ACK"
    EIO_RECOG = "EIO_RECOG"
    EIO_EXEC = "EIO_EXEC"
    EIO_PROVISIONAL = "EIO_PROVISIONAL"
    EIO_INTERCEPT_OBJ = "EIO_INTERCEPT_OBJ"
    EIO_ALT_REPLY = "EIO_ALT_REPLY"
    EPOC_ANSWER = "EPOC_ANSWER"
    EPOC_EMERGENCY = "EPOC_EMERGENCY"
    EPOC_OBJECTION = "EPOC_OBJECTION"
    EPOC_PR_KEPT = "EPOC_PR_KEPT"
    EAW_SURRENDER = "EAW_SURRENDER"
    FREEZING_DECISION = "FREEZING_DECISION"
    CONFISCATION_DECISION = "CONFISCATION_DECISION"
    ASKED = "ASKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One period, in days or in hours. code: a `DeadlineCode`, or one of the office's own. called: its words.
    since, met: the dates of the register from which it runs, and with which it ends. longer: the days that an
    extension with reasons adds. only_if: the question of the register that has to be answered with yes; empty
    for none. depends: whether it holds only in a case that the register does not tell.
    """

    code: str
    called: DeadlineCode | Heading
    types: frozenset[InstrumentType]
    since: str
    met: str
    certain: bool
    source: str
    days: int = 0
    hours: int = 0
    longer: int = 0
    only_if: str = ""
    depends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Holidays:
    """The holidays of a whole State. fixed: (month, day); easter: days from Easter Sunday."""

    state: str
    fixed: frozenset[tuple[int, int]]
    easter: frozenset[int]
    is_eastern: bool
    certain: bool

    def has(self, day: date) -> bool:
        sunday = easter_sunday(day.year, is_eastern=self.is_eastern)
        return (day.month, day.day) in self.fixed or (day - sunday).days in self.easter


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline of an instrument. called: its words. due: None while the day from which it runs is not
    known; of hours, the first day on which they can end. finding: whether it is met, near or past, and how it
    was counted.
    """

    instrument: Instrument
    code: str
    called: DeadlineCode | Heading
    due: date | None
    finding: Finding

    @property
    def depends(self) -> bool:
        """Whether it holds only in a case that the register does not tell."""
        return self.finding.case == "depends"

    @property
    def is_open(self) -> bool:
        return self.finding.case in ("due", "soon", "overdue", "postponed")


def easter_sunday(year: int, *, is_eastern: bool) -> date:
    """Easter Sunday of a year in the Gregorian calendar; for the eastern church from 1900 to 2099."""
    if is_eastern:
        d = (19 * (year % 19) + 15) % 30
        e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return date(year, month, day + 1) + timedelta(days=13)
    century = year // 100
    h = (19 * (year % 19) + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    i = h - h // 28 * (1 - h // 28 * (29 // (h + 1)) * ((21 - year % 19) // 11))
    weekday = (year + year // 4 + i + 2 - century + century // 4) % 7
    from_march = 28 + i - weekday
    return date(year, 3, 1) + timedelta(days=from_march - 1)


def last_day(since: date, days: int, holidays: Holidays | None) -> tuple[date, date]:
    """Return the day on which a period ends as counted, and the working day with which it ends in law."""
    counted = since + timedelta(days=days)
    for more in range(_LONGEST):
        day = counted + timedelta(days=more)
        if day.weekday() < 5 and not (holidays and holidays.has(day)):
            return counted, day
    return counted, counted


def days_of_hours(since: date, hours: int) -> tuple[date, date]:
    """Return the first and the last day on which hours end that began on a day, at an hour nobody entered."""
    first = since + timedelta(days=hours // _DAY)
    return first, first + timedelta(days=1 if hours % _DAY else 0)


def deadlines_of(
    instrument: Instrument, rules: tuple[DeadlineRule, ...], holidays: Holidays | None, on: date
) -> Iterator[Deadline]:
    """Yield the deadlines of an instrument as they stand on a day; none for one that is over."""
    if instrument.struck or instrument.status in _DONE:
        return
    for rule in rules:
        if instrument.type in rule.types and _is_asked(instrument, rule):
            yield _counted(instrument, rule, holidays, on)
    if instrument.due_on is not None and instrument.executed_on is None:
        values = _values(instrument, DeadlineCode.ASKED, instrument.due_on)
        yield Deadline(
            instrument=instrument,
            code=DeadlineCode.ASKED,
            called=DeadlineCode.ASKED,
            due=instrument.due_on,
            finding=_standing(instrument.due_on, instrument.due_on, on, values),
        )


def _is_asked(instrument: Instrument, rule: DeadlineRule) -> bool:
    """Whether a rule counts for an instrument. One that depends on what the register does not tell is told
    until there is an answer: whether that came late, nobody could say.
    """
    if rule.depends and getattr(instrument, rule.met) is not None:
        return False
    return not rule.only_if or getattr(instrument, rule.only_if) is True


def _counted(instrument: Instrument, rule: DeadlineRule, holidays: Holidays | None, on: date) -> Deadline:
    since: date | None = getattr(instrument, rule.since)
    if since is None:
        finding = say(
            "deadline.not-begun", instrument=instrument.number, code=rule.called, source=rule.source
        )
        return Deadline(instrument=instrument, code=rule.code, called=rule.called, due=None, finding=finding)
    if rule.hours:
        due, last = days_of_hours(since, rule.hours)
        how = say(
            "deadline.counted-hours",
            since=since.isoformat(),
            hours=rule.hours,
            first=due.isoformat(),
            last=last.isoformat(),
            source=rule.source,
        )
    else:
        days = rule.days + (rule.longer if instrument.extended_because else 0)
        counted, due = last_day(since, days, holidays)
        last = due
        how = say(
            "deadline.counted" if holidays else "deadline.counted-without-holidays",
            since=since.isoformat(),
            days=days,
            counted=counted.isoformat(),
            state=instrument.to_country or "\u2013",
            source=rule.source,
        )
    values = {**_values(instrument, rule.called, due), "how": how}
    finding = _finding(instrument, rule, (due, last), on, values)
    return Deadline(instrument=instrument, code=rule.code, called=rule.called, due=due, finding=finding)


def _finding(
    instrument: Instrument,
    rule: DeadlineRule,
    ends: tuple[date, date],
    on: date,
    values: dict[str, Value],
) -> Finding:
    """Whether a period is met, near or past. ends: the first and the last day on which it can end."""
    due, last = ends
    met: date | None = getattr(instrument, rule.met)
    if met is not None and due < met <= last:
        return warn("deadline.met-perhaps", values, met=met.isoformat())
    if met is not None:
        return say("deadline.met" if met <= last else "deadline.met-late", values, met=met.isoformat())
    if rule.depends:
        return say("deadline.depends", values)
    if rule.met == "executed_on" and instrument.postponed_because is not None:
        until = instrument.postponed_until
        told = until.isoformat() if until else "\u2013"
        return warn("deadline.postponed", values, ground=instrument.postponed_because, until=told)
    return _standing(due, last, on, values)


def _values(instrument: Instrument, called: DeadlineCode | Heading, due: date) -> dict[str, Value]:
    return {
        "instrument": instrument.number,
        "code": called,
        "due": due.isoformat(),
        "how": say("deadline.asked"),
    }


def _standing(due: date, last: date, on: date, values: dict[str, Value]) -> Finding:
    if last < on:
        return late("deadline.overdue", values, days_late=(on - last).days)
    return warn("deadline.soon", values) if due - on <= SOON else say("deadline.due", values)
