"""Custody events as later corrections tell them, and what a correction must say."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import is_digest
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import minute, minute_of
from thb_desktop.domain.dates import parse_day
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import DateRefusedError, ValueRefusedError

_CORRECTABLE = ("actor", "place", "from_party", "to_party", "seal", "former_seal", "sha256", "source_sha256")
"""The fields whose wrong value a correction replaces; besides, the two times and a weak digest."""
_RIGHT = "custody_event.right_value"


def corrected(events: Sequence[CustodyEvent]) -> tuple[CustodyEvent, ...]:
    """Return the events as later corrections tell them. A correction that names no field by its wrong value
    changes nothing.
    """
    told = {event.id: event for event in sorted(events, key=lambda each: each.number)}
    for event in sorted(events, key=lambda each: each.number):
        if event.action is CustodyAction.CORRECTION and event.corrects in told:
            told[event.corrects] = _with_correction(told[event.corrects], event)
    return tuple(told.values())


def verify_correction(event: CustodyEvent, by: CustodyEvent) -> None:
    """Refuse a correction of the day by which a loan comes back that says no day, or one before the loan.

    event: as earlier corrections tell it.
    """
    if not _names_due(event, by.wrong_value.strip()):
        return
    due = _day(by.right_value)
    if due is None and event.due_on is not None:
        raise ValueRefusedError("the right value of this day is a day", _RIGHT)
    if due is not None and due < event.occurred_at.date():
        raise ValueRefusedError("a loan is not due before it begins", _RIGHT)


def _with_correction(event: CustodyEvent, by: CustodyEvent) -> CustodyEvent:
    wrong, right = by.wrong_value.strip(), by.right_value.strip()
    if _names_due(event, wrong) and (due := _day(right)) is not None:
        return replace(event, due_on=due)
    changed: dict[str, Any] = {
        name: right for name in _CORRECTABLE if wrong and getattr(event, name).strip() == wrong
    }
    if wrong and event.weak_digest.strip() == wrong:
        changed[_digest_field(event) if is_digest(right) else "weak_digest"] = right
    before, after = _moment(wrong, event.occurred_at), _moment(right, event.occurred_at)
    if before is not None and after is not None and minute_of(before) == minute(event):
        changed["occurred_at"] = after
    return replace(event, **changed)


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
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=beside.tzinfo)
