"""Custody findings: what the events of an exhibit, read together, leave open. One set of rules for all."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.confirmations import check_confirmations
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_content import NOTHING_BESIDE, Beside, check_content
from thb_desktop.domain.custody_corrected import corrected
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_moves import check_moves
from thb_desktop.domain.custody_reading import about, minute
from thb_desktop.domain.custody_seals import check_seals
from thb_desktop.domain.custody_shown import check_shown
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.retention import check_kept
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn

if TYPE_CHECKING:
    from thb_desktop.domain.custody_owed import Owed


def check_custody(
    exhibit: Exhibit,
    events: Sequence[CustodyEvent],
    files: Sequence[ExhibitFile],
    *,
    at: datetime,
    owed: "Owed | None" = None,
    beside: Beside = NOTHING_BESIDE,
) -> tuple[Finding, ...]:
    """Return what is open in the custody of one exhibit; each finding is about an event.

    A correction counts: its right value stands in place of the wrong one. Times are compared as moments, to
    the minute, whatever their offsets. at: the moment for which it is said. owed: to whom it is to be
    returned.
    """
    entered = corrected(events)
    happened = in_order(entered)
    return (
        *check_moves(exhibit, entered, happened, files, at=at, owed=owed),
        *check_shown(exhibit, happened, beside.shown),
        *check_confirmations(exhibit, entered),
        *check_seals(happened),
        *check_content(exhibit, entered, files, beside),
        *(check_kept(exhibit, entered, beside.bars, at.date()) if entered else ()),
        *_check_fields(entered),
    )


def in_order(entered: Sequence[CustodyEvent]) -> list[CustodyEvent]:
    """Return events as they happened: by their minute, whatever their offsets, then by their number."""
    return sorted(entered, key=lambda each: (minute(each), each.number))


def _check_fields(entered: Sequence[CustodyEvent]) -> Iterator[Finding]:
    """Each event has the fields that its action requires or awaits; older ones were accepted without."""
    for event in entered:
        kind = CUSTODY_KINDS[event.action]
        for name in sorted(kind.needs | kind.awaits):
            if is_blank(str(getattr(event, name) or "")):
                field = f"custody_event.{name}"
                yield about(
                    event,
                    warn("custody.fields-missing", n=event.number, action=event.action, field=field),
                )
