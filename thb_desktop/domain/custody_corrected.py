"""Custody events as later corrections tell them, and what a correction must say."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.content_digests import is_digest, is_strong_digest, is_weak_digest
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS, FILES_WITHDRAWN
from thb_desktop.domain.custody_reading import minute, minute_of
from thb_desktop.domain.dates import parse_day
from thb_desktop.domain.vocabulary import CustodyAction, LackedField, SealState
from thb_desktop.errors import DateImpossibleError, DateRefusedError, DigestFormError, ValueRefusedError
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
_DIGESTS = frozenset({LackedField.SHA256, LackedField.SOURCE_SHA256})
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
    """Tell of a wrong value that no field of the event has, and of a correction that says neither a wrong
    value nor what was missing: these are remarks, and change nothing; and of a value that several fields
    have, if none is named.

    event: as earlier corrections tell it.
    """
    wrong = wrong.strip()
    if named is not None or _names_due(event, wrong):
        return ()
    if not wrong:
        return (unknown("custody.corrects-unnamed", n=event.number, field=_LACKED),)
    if _names_time(event, wrong):
        return ()
    found = _with_value(event, (*_CORRECTABLE, *_FURTHER), wrong)
    if not found:
        return (unknown("custody.corrects-nothing", n=event.number, field=_WRONG),)
    return (unknown("custody.corrects-several", n=event.number, field=_LACKED),) if len(found) > 1 else ()


def verify_correction(event: CustodyEvent, by: CustodyEvent) -> None:
    """Refuse a correction of a time that says none, or one of a loan after the day by which it comes back,
    a correction of that day that says none, or one before the loan, one that says what the event lacked
    where it has a value, or cannot have one, a wrong value that the named field does not have, and a right
    value of a named digest or state of a seal that is none, or of a digest in another form that is none.

    event: as earlier corrections tell it.
    """
    wrong = by.wrong_value.strip()
    if by.lacked is not None:
        _verify_lacked(event, by.lacked, wrong)
        _verify_said(by.lacked, by.right_value)
        return
    _verify_digest(event, by)
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


def value_said(correction: CustodyEvent, value: str) -> str:
    """Return the wrong or the right value of a correction as the named field has it: a state of a seal as its
    code, which is said in words; anything else as it was entered.
    """
    is_state = correction.lacked is LackedField.SEAL_STATE
    return (_said(LackedField.SEAL_STATE, value) or value) if is_state else value


def _with_correction(event: CustodyEvent, by: CustodyEvent) -> CustodyEvent:
    """The result of a digest that a person stated is that of the wrong digest, and goes with it."""
    after = _with_named(event, by, by.lacked) if by.lacked is not None else _with_unnamed(event, by)
    stated_anew = after.sha256 != event.sha256 and not event.files_read
    return replace(after, result=None) if stated_anew else after


def _with_named(event: CustodyEvent, by: CustodyEvent, named: LackedField) -> CustodyEvent:
    """A field takes no value that it cannot have."""
    wrong, right = by.wrong_value.strip(), _said(named, by.right_value)
    has = _with_value(event, [named.field], wrong) if wrong else _lacks(event, named)
    filled: dict[str, Any] = {named.field: right} if has and right is not None else {}
    return replace(event, **filled)


def _with_unnamed(event: CustodyEvent, by: CustodyEvent) -> CustodyEvent:
    wrong, right = by.wrong_value.strip(), by.right_value.strip()
    if _names_due(event, wrong) and (due := _day(right)) is not None:
        return replace(event, due_on=due)
    changed: dict[str, Any] = dict.fromkeys(_named_texts(event, wrong), right)
    if changed.pop("weak_digest", None) is not None and (field := _digest_field(event, right)) is not None:
        changed[field] = right
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


def _verify_said(named: LackedField, right: str) -> None:
    if _said(named, right) is not None:
        return
    if named is LackedField.SEAL_STATE:
        raise ValueRefusedError("the right value is one of the states of a seal", _RIGHT)
    raise DigestFormError("a SHA-256 value has 64 characters, 0 to 9 and a to f in small letters", _RIGHT)


def _verify_digest(event: CustodyEvent, by: CustodyEvent) -> None:
    """Refuse a right value of a digest in another form than SHA-256 that is none."""
    if "weak_digest" not in _named_texts(event, by.wrong_value.strip()):
        return
    if _digest_field(event, by.right_value.strip()) is None:
        raise ValueRefusedError("a digest has small hexadecimal digits, as many as its form has", _RIGHT)


def _said(named: LackedField, right: str) -> str | None:
    """Return the right value as its field has it; None if that cannot have it."""
    right = right.strip()
    if named is LackedField.SEAL_STATE:
        return SealState(right) if right in set(SealState) else None
    if named in _DIGESTS:
        return right if is_digest(right) else None
    return right


def _lacks(event: CustodyEvent, lacked: LackedField) -> bool:
    """Whether an event can have this field, and has it empty."""
    kind = CUSTODY_KINDS[event.action]
    has = lacked.field in kind.asks | kind.needs | {"place"}
    return has and is_blank(_text(event, lacked.field))


def _named_texts(event: CustodyEvent, wrong: str) -> list[str]:
    """Return the fields of text that a correction without a named field changes."""
    further = _with_value(event, _FURTHER, wrong)
    return _with_value(event, _CORRECTABLE, wrong) or (further if len(further) == 1 else [])


def _with_value(event: CustodyEvent, names: Iterable[str], wrong: str) -> list[str]:
    """The digest of a file that was withdrawn or reinstated says which one it was: it is not corrected."""
    kept = {"sha256"} if event.action in FILES_WITHDRAWN else frozenset[str]()
    return [name for name in names if wrong and name not in kept and _text(event, name).strip() == wrong]


def _text(event: CustodyEvent, name: str) -> str:
    """Return the value of a field of text or of a code; empty if it has none."""
    return str(getattr(event, name) or "")


def _names_time(event: CustodyEvent, wrong: str) -> bool:
    """Whether a wrong value is the time of the event, to the minute."""
    before = _moment(wrong, event.occurred_at)
    return before is not None and minute_of(before) == minute(event)


def _names_due(event: CustodyEvent, wrong: str) -> bool:
    """Whether a wrong value is the day by which a loan comes back: empty where the loan has none."""
    if "due_on" not in CUSTODY_KINDS[event.action].asks:
        return False
    return not wrong if event.due_on is None else _day(wrong) == event.due_on


def _digest_field(event: CustodyEvent, right: str) -> str | None:
    """Return where a digest stands that a correction says in place of a weak digest alone, or of one in
    another form: a SHA-256 value only where the event has none, and an MD5 or SHA-1 value was wrong; None if
    it stands nowhere.
    """
    if is_weak_digest(right) or is_strong_digest(right):
        return "weak_digest"
    field = "source_sha256" if "source_sha256" in CUSTODY_KINDS[event.action].asks else "sha256"
    takes = is_digest(right) and is_weak_digest(event.weak_digest.strip()) and not _text(event, field)
    return field if takes else None


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
