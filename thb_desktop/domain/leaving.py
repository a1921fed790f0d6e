"""Leaving: which exhibits must not leave the office, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, ExhibitId, RowId
from thb_desktop.domain.vocabulary import BarKind

NEVER_LIFTED = frozenset({BarKind.ABUSE_MATERIAL})
"""What no consent and no order of this office makes possible."""
NOT_NAMED = frozenset({BarKind.NO_DISCLOSURE, BarKind.CONSENT_NEEDED, BarKind.QUARANTINE, BarKind.PRIVILEGED})
"""What is in no bundle either; of abuse material a bundle has the description alone. A quarantine ends by a
decision on content that differed, and the bar on privileged content by the review of it (V-E-04, V-E-13).
"""

KEEPS_HERE = frozenset(BarKind) - {BarKind.LEGAL_HOLD}
"""What keeps an exhibit in the office. A legal hold keeps it from being disposed of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingBar:
    """A bar on an exhibit and all that was derived from it; or, with `lifts_id`, the end of one.

    reason: who asked for it, or who consented.
    """

    id: RowId
    exhibit_id: ExhibitId
    kind: BarKind
    reason: str
    by: AgentId
    at: datetime
    lifts_id: RowId | None = None


def standing(bars: Iterable[LeavingBar]) -> tuple[LeavingBar, ...]:
    """Return the bars that nobody lifted."""
    told = [*bars]
    lifted = {each.lifts_id for each in told if each.lifts_id}
    return tuple(each for each in told if each.lifts_id is None and each.id not in lifted)
