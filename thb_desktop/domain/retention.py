"""Retention: until which day an exhibit is kept, and what a legal hold bars (V-E-11)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_kinds import CUSTODY_KINDS
from thb_desktop.domain.custody_reading import about
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import BarKind, CustodyAction
from thb_desktop.errors import DisposalBarredError, FieldMissingError, KeptUntilError
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as say
from thb_desktop.findings import unknown as warn


def verify_kept(value: object) -> None:
    """Refuse a day until which an exhibit is kept without the ground, or without who decided it."""
    if not isinstance(value, Exhibit) or value.keep_until is None:
        return
    for name in ("keep_ground", "keep_decided_by"):
        if is_blank(getattr(value, name)):
            raise FieldMissingError(
                "a day until which an exhibit is kept has its ground and who decided it", f"exhibit.{name}"
            )


def verify_may_end(exhibit: Exhibit, action: CustodyAction, bars: Iterable[BarKind], today: date) -> None:
    """Refuse to dispose of an exhibit, or to give it back, under legal hold; and to dispose of it before the
    last day on which it is kept. bars: those that stand on it and on what it was derived from.
    """
    kind = CUSTODY_KINDS[action]
    if (kind.disposes or kind.gives_back) and BarKind.LEGAL_HOLD in bars:
        raise DisposalBarredError("the exhibit is under legal hold", "custody_event.action")
    if kind.disposes and exhibit.keep_until is not None and today <= exhibit.keep_until:
        raise KeptUntilError(exhibit.keep_until)


def check_kept(
    exhibit: Exhibit, entered: Sequence[CustodyEvent], bars: Iterable[BarKind], today: date
) -> Iterator[Finding]:
    """Tell a legal hold, and that the last day on which an exhibit is kept is past; each until it is gone.
    Tell a disposal on that day or before it, which no window of this program records.
    """
    kinds = [(each, CUSTODY_KINDS[each.action]) for each in entered]
    for each, kind in kinds:
        until = exhibit.keep_until
        if kind.disposes and until is not None and each.occurred_at.date() <= until:
            yield about(each, warn("custody.gone-too-early", n=each.number, day=until.isoformat()))
    gone = next((each for each, kind in kinds if kind.disposes or kind.gives_back), None)
    is_held = BarKind.LEGAL_HOLD in bars
    if gone is not None:
        if is_held:
            yield about(gone, warn("custody.gone-under-hold", n=gone.number))
        return
    if is_held:
        yield about(entered[-1], say("custody.on-hold"))
    if exhibit.keep_until is not None and exhibit.keep_until < today:
        yield about(entered[-1], warn("custody.kept-long-enough", day=exhibit.keep_until.isoformat()))
