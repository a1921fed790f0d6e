"""Custody findings: what the events of an exhibit, read together, leave open. One set of rules for all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.confirmations import check_confirmations
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import NOTHING_BESIDE, Beside, check_content, is_digest
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_moves import check_moves
from thb_desktop.domain.custody_owed import Owed
from thb_desktop.domain.custody_reading import about, minute, minute_of
from thb_desktop.domain.custody_seals import check_seals
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.retention import check_kept
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

_CORRECTABLE = ("actor", "place", "from_party", "to_party", "seal", "former_seal", "sha256", "source_sha256")
"""The fields whose wrong value a correction replaces; besides, the time and a weak digest."""


def check_custody(
    exhibit: Exhibit,
    events: Sequence[CustodyEvent],
    files: Sequence[ExhibitFile],
    *,
    at: datetime,
    owed: Owed | None = None,
    beside: Beside = NOTHING_BESIDE,
) -> tuple[Finding, ...]:
    """Return what is open in the custody of one exhibit; each finding is about an event.

    A correction counts: its right value stands in place of the wrong one. Times are compared as moments, to
    the minute, whatever their offsets. at: the moment for which it is said. owed: to whom it is to be
    returned.
    """
    entered = corrected(events)
    happened = sorted(entered, key=lambda each: (minute(each), each.number))
    return (
        *check_moves(exhibit, entered, happened, at=at, owed=owed),
        *check_confirmations(exhibit, entered),
        *check_seals(happened),
        *check_content(exhibit, entered, files, beside),
        *(check_kept(exhibit, entered, beside.bars, at.date()) if entered else ()),
        *_check_fields(entered),
    )


def corrected(events: Sequence[CustodyEvent]) -> tuple[CustodyEvent, ...]:
    """Return the events as later corrections tell them. A correction that names no field by its wrong value
    changes nothing.
    """
    told = {event.id: event for event in sorted(events, key=lambda each: each.number)}
    for event in sorted(events, key=lambda each: each.number):
        if event.action is CustodyAction.CORRECTION and event.corrects in told:
            told[event.corrects] = _with_correction(told[event.corrects], event)
    return tuple(told.values())


def _with_correction(event: CustodyEvent, by: CustodyEvent) -> CustodyEvent:
    wrong, right = by.wrong_value.strip(), by.right_value.strip()
    changed: dict[str, Any] = {
        name: right for name in _CORRECTABLE if wrong and getattr(event, name).strip() == wrong
    }
    if wrong and event.weak_digest.strip() == wrong:
        changed[_digest_field(event) if is_digest(right) else "weak_digest"] = right
    before, after = _moment(wrong, event.occurred_at), _moment(right, event.occurred_at)
    if before is not None and after is not None and minute_of(before) == minute(event):
        changed["occurred_at"] = after
    return replace(event, **changed)


def _digest_field(event: CustodyEvent) -> str:
    """Return where a SHA-256 value stands that a correction says in place of a weak digest alone."""
    return "source_sha256" if "source_sha256" in CUSTODY_KINDS[event.action].asks else "sha256"


def _moment(text: str, beside: datetime) -> datetime | None:
    """Return the moment that a text says, by the offset of another if it says none; None if it says none."""
    try:
        said = datetime.fromisoformat(text)
    except ValueError:
        return None
    return said if said.tzinfo is not None else said.replace(tzinfo=beside.tzinfo)


def _check_fields(entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """Each event has the fields that its action requires; older ones were accepted without."""
    for event in entered:
        for name in sorted(CUSTODY_KINDS[event.action].needs):
            if is_blank(str(getattr(event, name) or "")):
                field = f"custody_event.{name}"
                yield about(
                    event,
                    warn("custody.fields-missing", n=event.number, action=event.action, field=field),
                )
