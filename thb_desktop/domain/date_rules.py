"""Rules of dates: an impossible date is refused, and an unlikely one is asked about.

BROKEN refuses: what is out of reach (`date_reach`), an end before its beginning, a past event in the future,
an act of this office before 1900; `interview_times` has those of an interview. UNKNOWN is asked about before
saving.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date, datetime, timedelta
from typing import get_args

from thb_desktop.domain.action_day import PersonFound
from thb_desktop.domain.assessment import IndividualAssessment
from thb_desktop.domain.case import CaseFile, Proceeding
from thb_desktop.domain.child_presumed import AgeDecision
from thb_desktop.domain.cooperation import Instrument, Transmission, UseCondition
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.date_reach import check_reach
from thb_desktop.domain.description import OnlineCapture
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.interview import Formality, Interview
from thb_desktop.domain.interview_rows import EarlierInterview
from thb_desktop.domain.interview_times import FIRST_YEAR, check_header, check_row, table_name
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Identity, Person, PersonRole
from thb_desktop.domain.person_claims import PersonClaim
from thb_desktop.domain.record_decision import RecordDecision
from thb_desktop.domain.stays import Stay
from thb_desktop.errors import (
    DateImpossibleError,
    FutureEventError,
    InterviewTimesError,
    UsageError,
)
from thb_desktop.findings import Finding, Standing, broken, unknown

_CLOCKS_DIFFER = timedelta(minutes=5)
_FARTHEST_EAST = timedelta(hours=14)

_ERRORS: dict[str, type[UsageError]] = {"V-I-02": InterviewTimesError, "date.in-the-future": FutureEventError}
"""By rule or code; any other is `DateImpossibleError`."""

_TABLES: dict[type, str] = {Transaction: "money_transaction"}
"""The tables that do not have the name of their class."""

Found = Iterator[Finding]
Say = Callable[..., Finding]
"""`broken` or `unknown`."""


def check_dates(entity: object, now: datetime) -> tuple[Finding, ...]:
    """Return impossible and unlikely dates of a value, the refusing ones first.

    now: the time of the clock.
    """
    check = _CHECKS.get(type(entity))
    out_of_reach = tuple(check_reach(_TABLES.get(type(entity)) or table_name(entity), entity, now))
    return out_of_reach or (_sorted(check(entity, now)) if check else ())


def check_values(kind: type, values: Mapping[str, object], now: datetime) -> tuple[Finding, ...]:
    """The same for a value that is being entered: for the attributes answered so far."""
    return check_dates(_entered(kind, values), now) if kind in _CHECKS else ()


def check_moment(field: str, at: datetime | None, now: datetime) -> tuple[Finding, ...]:
    """The same for one moment that should be in the past."""
    return _sorted(_when(field, at, now))


def verify_dates(entity: object, now: datetime) -> None:
    """Raise the error of the first impossible date of a value."""
    for finding in check_dates(entity, now):
        if finding.standing is Standing.BROKEN:
            error = _ERRORS.get(finding.code) or _ERRORS.get(finding.key, DateImpossibleError)
            raise error(f"a date cannot be: {finding.key}, {finding.field}", finding.field)


def _entered(kind: type, values: Mapping[str, object]) -> object:
    """Return a value of this kind as far as it is entered; unanswered attributes are None."""
    value: object = object.__new__(kind)
    for field in fields(kind):
        object.__setattr__(value, field.name, values.get(field.name))
    return value


def _sorted(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: finding.standing is not Standing.BROKEN))


def _interview(value: Interview, now: datetime) -> Found:
    return check_header(value, now=now)


def _formality(value: Formality, now: datetime) -> Found:
    yield from check_row(value, now=now)
    if isinstance(value, EarlierInterview):
        yield from _when("earlier_interview.held_on", value.held_on, now)


def _exhibit(value: Exhibit, now: datetime) -> Found:
    yield from _when("exhibit.collected_at", value.collected_at, now)
    yield from _when("exhibit.up_to_date_on", value.up_to_date_on, now)


def _custody_event(value: CustodyEvent, now: datetime) -> Found:
    yield from _when("custody_event.occurred_at", value.occurred_at, now)
    begun = value.occurred_at.date() if value.occurred_at is not None else None
    if begun is not None and value.due_on is not None and value.due_on < begun:
        yield broken("date.too-early", field="custody_event.due_on", earliest=begun.isoformat())


def _case_file(value: CaseFile, now: datetime) -> Found:
    return _when("case_file.opened_on", value.opened_on, now, late=unknown)


def _proceeding(value: Proceeding, now: datetime) -> Found:
    return _in_order(value, "proceeding", ("period_from", "period_to"), now, early=unknown)


def _instrument(value: Instrument, now: datetime) -> Found:
    """What is due, extended or postponed lies in the future as a rule, and is no part of this order."""
    courses = (
        ("issued_on", "transmitted_on", "received_on", "acknowledged_on"),
        ("issued_on", "acknowledged_on", "executed_on"),
        ("received_on", "recognised_on", "executed_on"),
    )
    found = (each for names in courses for each in _in_order(value, "instrument", names, now))
    yield from dict.fromkeys(found)
    if (
        value.valid_from is not None
        and value.valid_until is not None
        and value.valid_until < value.valid_from
    ):
        yield broken("date.too-early", field="instrument.valid_until", earliest=value.valid_from.isoformat())


def _transmission(value: Transmission, now: datetime) -> Found:
    return _when("transmission.sent_on", value.sent_on, now)


def _person_found(value: PersonFound, now: datetime) -> Found:
    yield from _in_order(value, "person_found", ("found_at", "decided_on"), now)


def _online_capture(value: OnlineCapture, now: datetime) -> Found:
    yield from _when("online_capture.captured_at", value.captured_at, now)
    yield from _in_order(value, "online_capture", ("first_seen", "last_seen"), now)


def _account(value: Account, now: datetime) -> Found:
    yield from _in_order(value, "account", ("opened_on", "closed_on"), now, early=unknown)


def _use_condition(value: UseCondition, now: datetime) -> Found:
    yield from _when("use_condition.since", value.since, now, late=unknown)
    if value.since is not None and value.until is not None and value.until < value.since:
        yield broken("date.too-early", field="use_condition.until", earliest=value.since.isoformat())


def _identity(value: Identity, now: datetime) -> Found:
    yield from _when("identity.born", value.born, now, early=unknown)
    for text, _ in value.births or ():
        yield from _claimed(text, now)


def _claimed(text: str, now: datetime) -> Found:
    """One claimed date of birth."""
    try:
        claimed = PartialDate(text)
    except ValueError:
        yield broken("date.not-a-date", field="identity.births")
        return
    yield from _when("identity.births", claimed, now, early=unknown)


def _person(value: Person, now: datetime) -> Found:
    """The end of a reflection period is usually in the future when it is entered."""
    yield from _when("person.reflection_since", value.reflection_since, now, late=unknown)
    (since, _), (_, until) = _span(value.reflection_since), _span(value.reflection_until)
    if since is not None and until is not None and until < since:
        yield broken("date.too-early", field="person.reflection_until", earliest=since.isoformat())


def _person_role(value: PersonRole, now: datetime) -> Found:
    yield from _in_order(value, "person_role", ("since", "until"), now, early=unknown)
    yield from _when("person_role.given_on", value.given_on, now)


def _stay(value: Stay, now: datetime) -> Found:
    return _in_order(value, "stay", ("since", "until"), now, early=unknown)


def _assessment(value: IndividualAssessment, now: datetime) -> Found:
    yield from _when("individual_assessment.made_at", value.made_at, now)
    (made, _), review = _span(value.made_at), value.next_review_on
    if made is not None and review is not None and review < made:
        field = "individual_assessment.next_review_on"
        yield broken("date.too-early", field=field, earliest=made.isoformat())


def _person_claim(value: PersonClaim, now: datetime) -> Found:
    yield from _when("person_claim.born", value.born, now)
    yield from _when("person_claim.said_on", value.said_on, now)


def _age_decision(value: AgeDecision, now: datetime) -> Found:
    return _when("age_decision.decided_on", value.decided_on, now)


def _record_decision(value: RecordDecision, now: datetime) -> Found:
    return _when("record_decision.decided_on", value.decided_on, now)


def _transaction(value: Transaction, now: datetime) -> Found:
    return _when("money_transaction.at", value.at, now, late=unknown)


def _in_order(
    value: object, entity: str, names: Sequence[str], now: datetime, *, early: Say = broken
) -> Found:
    """Days that must not be earlier than one named before; one may be in the future."""
    earliest: date | None = None
    for name in names:
        field, day = f"{entity}.{name}", getattr(value, name)
        first, last = _span(day)
        yield from _when(field, day, now, late=unknown, early=early)
        if last is not None and earliest is not None and last < earliest:
            yield broken("date.too-early", field=field, earliest=earliest.isoformat())
        earliest = first or earliest


def _when(
    field: str,
    value: date | PartialDate | None,
    now: datetime,
    *,
    late: Say = broken,
    early: Say = broken,
) -> Found:
    """Check for a date in the future or before 1900. late, early: whether that is refused, or asked about."""
    first, last = _span(value)
    if first is None or last is None:
        return
    moment = value.instant if isinstance(value, PartialDate) else value
    if isinstance(moment, datetime):
        is_future = moment > now + _CLOCKS_DIFFER
    else:
        begun = value.end_begins if isinstance(value, PartialDate) else None
        is_future = (begun or first) > (now + _FARTHEST_EAST).date()
    if is_future:
        yield late("date.in-the-future", field=field)
    if last.year < FIRST_YEAR:
        yield early("date.long-ago", field=field)


def _span(value: date | PartialDate | None) -> tuple[date | None, date | None]:
    """Return the first and the last possible day."""
    if isinstance(value, PartialDate):
        return value.earliest, value.latest
    day = value.date() if isinstance(value, datetime) else value
    return day, day


_CHECKS: dict[type, Callable[..., Found]] = {
    Interview: _interview,
    **dict.fromkeys(get_args(Formality), _formality),
    Exhibit: _exhibit,
    CustodyEvent: _custody_event,
    CaseFile: _case_file,
    Proceeding: _proceeding,
    Instrument: _instrument,
    UseCondition: _use_condition,
    OnlineCapture: _online_capture,
    Transmission: _transmission,
    PersonFound: _person_found,
    Identity: _identity,
    Person: _person,
    PersonRole: _person_role,
    Stay: _stay,
    IndividualAssessment: _assessment,
    RecordDecision: _record_decision,
    PersonClaim: _person_claim,
    AgeDecision: _age_decision,
    Transaction: _transaction,
    Account: _account,
}
