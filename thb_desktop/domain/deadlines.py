"""Deadlines of instruments, counted by rules and holidays that stand in a data pack.

Article 3 of Regulation (EEC, Euratom) No 1182/71: the day of the event is not counted, and a period that ends
on a Saturday, a Sunday or a holiday ends with the next working day. Holidays are those of the State that
has to act.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus, InstrumentType
from thb_desktop.findings import Finding, Value
from thb_desktop.findings import broken as late
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn

SOON = timedelta(days=7)
"""V-X-04: from when on a deadline is told."""
DATES = frozenset(
    {"issued_on", "transmitted_on", "received_on", "acknowledged_on", "recognised_on", "executed_on"}
)
"""The dates of the register from which a period can run, and with which it can end."""
_DONE = frozenset({InstrumentStatus.REFUSED, InstrumentStatus.WITHDRAWN, InstrumentStatus.CLOSED})
_LONGEST = 60
"""Days in a row that are searched for a working day."""


class DeadlineCode(StrEnum):
    """What is to be done by a deadline. ASKED: what the issuing authority asked for."""

    EIO_ACK = "EIO_ACK"
    EIO_RECOG = "EIO_RECOG"
    EIO_EXEC = "EIO_EXEC"
    EPOC_ANSWER = "EPOC_ANSWER"
    EPOC_PR_KEPT = "EPOC_PR_KEPT"
    ASKED = "ASKED"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule:
    """One period. since, met: the dates of the register from which it runs, and with which it ends. longer:
    the days that an extension with reasons adds.
    """

    code: DeadlineCode
    types: frozenset[InstrumentType]
    since: str
    met: str
    days: int
    longer: int
    certain: bool
    source: str


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
    """A deadline of an instrument. due: None while the day from which it runs is not known. finding: whether
    it is met, near or past, and how it was counted.
    """

    instrument: Instrument
    code: DeadlineCode
    due: date | None
    finding: Finding

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


def deadlines_of(
    instrument: Instrument, rules: tuple[DeadlineRule, ...], holidays: Holidays | None, on: date
) -> Iterator[Deadline]:
    """Yield the deadlines of an instrument as they stand on a day; none for one that is over."""
    if instrument.struck or instrument.status in _DONE:
        return
    for rule in rules:
        if instrument.type in rule.types:
            yield _counted(instrument, rule, holidays, on)
    if instrument.due_on is not None and instrument.executed_on is None:
        values = _values(instrument, DeadlineCode.ASKED, instrument.due_on)
        yield Deadline(
            instrument=instrument,
            code=DeadlineCode.ASKED,
            due=instrument.due_on,
            finding=_standing(instrument.due_on, on, values),
        )


def _counted(instrument: Instrument, rule: DeadlineRule, holidays: Holidays | None, on: date) -> Deadline:
    since: date | None = getattr(instrument, rule.since)
    met: date | None = getattr(instrument, rule.met)
    if since is None:
        finding = say("deadline.not-begun", instrument=instrument.number, code=rule.code, source=rule.source)
        return Deadline(instrument=instrument, code=rule.code, due=None, finding=finding)
    days = rule.days + (rule.longer if instrument.extended_because else 0)
    counted, due = last_day(since, days, holidays)
    values = {
        **_values(instrument, rule.code, due),
        "since": since.isoformat(),
        "days": days,
        "counted": counted.isoformat(),
        "state": instrument.to_country or "\u2013",
        "source": rule.source,
    }
    if met is not None:
        key = "deadline.met" if met <= due else "deadline.met-late"
        finding = say(key, values, met=met.isoformat())
    elif rule.met == "executed_on" and instrument.postponed_because is not None:
        until = instrument.postponed_until
        told = until.isoformat() if until else "\u2013"
        finding = warn("deadline.postponed", values, ground=instrument.postponed_because, until=told)
    else:
        key = "deadline.counted" if holidays else "deadline.counted-without-holidays"
        finding = _standing(due, on, {**values, "how": say(key, values)})
    return Deadline(instrument=instrument, code=rule.code, due=due, finding=finding)


def _values(instrument: Instrument, code: DeadlineCode, due: date) -> dict[str, Value]:
    return {
        "instrument": instrument.number,
        "code": code,
        "due": due.isoformat(),
        "how": say("deadline.asked"),
    }


def _standing(due: date, on: date, values: dict[str, Value]) -> Finding:
    if due < on:
        return late("deadline.overdue", values, days_late=(on - due).days)
    return warn("deadline.soon", values) if due - on <= SOON else say("deadline.due", values)
