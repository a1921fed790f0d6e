"""Custody events as later corrections tell them, and what a correction must say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import is_digest
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import minute, minute_of
from thb_desktop.domain.dates import parse_day
from thb_desktop.domain.vocabulary import CustodyAction, LackedField
from thb_desktop.errors import DateImpossibleError, DateRefusedError, ValueRefusedError
from thb_desktop.findings import Finding, unknown

_CORRECTABLE = (
    *("actor", "place", "from_party", "to_party", "seal", "former_seal", "sha256", "source_sha256"),
    "weak_digest",
)
"""The fields whose wrong value a correction replaces that names no field; besides, the two times."""
_FURTHER = (
    *("document", "witness", "method", "tool", "write_blocker", "amount", "notified", "packaging"),
    *("condition", "tracking", "read_errors", "deviations"),
)
"""Fields whose wrong value such a correction replaces where it stands in one of them alone, and in none of
the others: what was signed before these were corrected says no more than it said.
"""
_RIGHT, _WRONG = "custody_event.right_value", "custody_event.wrong_value"
_LACKED = "custody_event.lacked"
_DAY_AND_TIME = re.compile(r"(.+?),? +(\d{1,2})[:.h](\d{2})", re.ASCII)
"""As a person writes a moment: 12.5.2026 8:00."""


def corrected(events: Sequence[CustodyEvent]) -> tuple[CustodyEvent, ...]:
    """Return the events as later corrections tell them. A correction that names no field by its wrong value
    changes nothing.
    """
    told = {event.id: event for event in sorted(events, key=lambda each: each.number)}
    for event in sorted(events, key=lambda each: each.number):
        if event.action is CustodyAction.CORRECTION and event.corrects in told:
            told[event.corrects] = _with_correction(told[event.corrects], event)
    return tuple(told.values())


def check_correction(
    event: CustodyEvent, wrong: str, named: LackedField | None = None
) -> tuple[Finding, ...]:
    """Tell of a wrong value that no field of the event has: its correction is a remark, and changes nothing;
    and of one that several have, if none is named.

    event: as earlier corrections tell it.
    """
    wrong = wrong.strip()
    if not wrong or named is not None or _names_due(event, wrong) or _names_time(event, wrong):
        return ()
    found = _with_value(event, (*_CORRECTABLE, *_FURTHER), wrong)
    if not found:
        return (unknown("custody.corrects-nothing", n=event.number, field=_WRONG),)
    return (unknown("custody.corrects-several", n=event.number, field=_LACKED),) if len(found) > 1 else ()


def verify_correction(event: CustodyEvent, by: CustodyEvent) -> None:
    """Refuse a correction of a time that says none, or one of a loan after the day by which it comes back,
    a correction of that day that says none, or one before the loan, one that says what the event lacked
    where it has a value, or cannot have one, and a wrong value that the named field does not have.

    event: as earlier corrections tell it.
    """
    wrong = by.wrong_value.strip()
    if by.lacked is not None:
        _verify_lacked(event, by.lacked, wrong)
        return
    if _names_time(event, wrong):
        moment = _moment(by.right_value.strip(), event.occurred_at)
        if moment is None:
            raise ValueRefusedError("the right value of a time is a day and a time", _RIGHT)
        if event.due_on is not None and event.due_on < moment.date():
            raise DateImpossibleError("a loan does not begin after the day on which it is due", _RIGHT)
    if not _names_due(event, wrong):
        return
    due = _day(by.right_value)
    if due is None and event.due_on is not None:
        raise ValueRefusedError("the right value of this day is a day", _RIGHT)
    if due is not None and due < event.occurred_at.date():
        raise DateImpossibleError("a loan is not due before it begins", _RIGHT)


def _with_correction(event: CustodyEvent, by: CustodyEvent) -> CustodyEvent:
    wrong, right = by.wrong_value.strip(), by.right_value.strip()
    if by.lacked is not None:
        has = _with_value(event, [by.lacked.field], wrong) if wrong else _lacks(event, by.lacked)
        filled: dict[str, Any] = {by.lacked.field: right} if has else {}
        return replace(event, **filled)
    if _names_due(event, wrong) and (due := _day(right)) is not None:
        return replace(event, due_on=due)
    changed: dict[str, Any] = dict.fromkeys(_named_texts(event, wrong), right)
    if changed.pop("weak_digest", None) is not None:
        changed[_digest_field(event) if is_digest(right) else "weak_digest"] = right
    after = _moment(right, event.occurred_at) if _names_time(event, wrong) else None
    if after is not None:
        changed["occurred_at"] = after
    return replace(event, **changed)


def _verify_lacked(event: CustodyEvent, lacked: LackedField, wrong: str) -> None:
    if wrong:
        if not _with_value(event, [lacked.field], wrong):
            raise ValueRefusedError("the field that is named does not have this value", _WRONG)
        return
    if not _lacks(event, lacked):
        raise ValueRefusedError("the event does not lack this", _LACKED)


def _lacks(event: CustodyEvent, lacked: LackedField) -> bool:
    """Whether an event can have this field, and has it empty."""
    kind = CUSTODY_KINDS[event.action]
    has = lacked.field in kind.asks | kind.needs | {"place"}
    return has and is_blank(getattr(event, lacked.field))


def _named_texts(event: CustodyEvent, wrong: str) -> list[str]:
    """Return the fields of text that a correction without a named field changes."""
    further = _with_value(event, _FURTHER, wrong)
    return _with_value(event, _CORRECTABLE, wrong) or (further if len(further) == 1 else [])


def _with_value(event: CustodyEvent, names: Iterable[str], wrong: str) -> list[str]:
    return [name for name in names if wrong and getattr(event, name).strip() == wrong]


def _names_time(event: CustodyEvent, wrong: str) -> bool:
    """Whether a wrong value is the time of the event, to the minute."""
    before = _moment(wrong, event.occurred_at)
    return before is not None and minute_of(before) == minute(event)


def _names_due(event: CustodyEvent, wrong: str) -> bool:
    """Whether a wrong value is the day by which a loan comes back: empty where the loan has none."""
    if "due_on" not in CUSTODY_KINDS[event.action].asks:
        return False
    return not wrong if event.due_on is None else _day(wrong) == event.due_on


def _digest_field(event: CustodyEvent) -> str:
    """Return where a SHA-256 value stands that a correction says in place of a weak digest alone."""
    return "source_sha256" if "source_sha256" in CUSTODY_KINDS[event.action].asks else "sha256"


def _day(text: str) -> date | None:
    """Return the day that a text says, as a person writes it; None if it says none."""
    try:
        return parse_day(text)
    except DateRefusedError:
        return None


def _moment(text: str, beside: datetime) -> datetime | None:
    """Return the moment that a text says, by the offset of another if it says none; None if it says none."""
    typed = _DAY_AND_TIME.fullmatch(text)
    day = _day(typed[1]) if typed else None
    try:
        if typed and day is not None:
            return datetime.combine(day, time(int(typed[2]), int(typed[3])), beside.tzinfo)
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=beside.tzinfo)
