"""Retention: the exhibits of a case with the last day on which they are kept, and legal holds on them."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.core.days import today_in
from thb_desktop.services.core.leaving_bars import bars_of
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import kept_exhibits, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An exhibit with a last day. is_due: whether that day is past; is_held: whether a legal hold stands."""

    exhibit: Exhibit
    is_due: bool
    is_held: bool


@permitted(Right.READ_CUSTODY, logs=Consulted.CUSTODY)
def list_kept(session: Session, case_id: CaseId, *, by: date = date.max) -> tuple[Kept, ...]:
    """List the exhibits of a case whose last day is this one or earlier: the earliest first.

    Without those that were struck out, disposed of or given back.
    """
    today = today_in(session, case_id)
    found = kept_exhibits.kept_until(session.read, case_id, by)
    exhibits = {each.id: each for each in registry.EXHIBIT.among(session.read, "id", found)}
    return tuple(
        Kept(
            exhibit=exhibits[own],
            is_due=(exhibits[own].keep_until or date.max) < today,
            is_held=any(bar.kind is BarKind.LEGAL_HOLD for bar in bars_of(session.read, own)),
        )
        for own in found
    )
