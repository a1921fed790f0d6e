"""What another State gave for a time, and by which day it goes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.custody_kinds import THINGS
from thb_desktop.domain.exhibit import Exhibit

if TYPE_CHECKING:
    from thb_desktop.domain.cooperation import Instrument, UseCondition


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """To which State an exhibit is to be returned, and by which day, if one is set."""

    to: str
    until: date | None = None


def owed_of(
    exhibit: Exhibit, instruments: "Iterable[Instrument]", conditions: "Iterable[UseCondition]"
) -> Owed | None:
    """Return whether a thing is to be returned: its instrument requires it, or a condition on either does."""
    if exhibit.kind not in THINGS:
        return None
    for condition in conditions:
        named = exhibit.id == condition.exhibit_id or (
            condition.instrument_id is not None and exhibit.instrument_id == condition.instrument_id
        )
        if named and condition.kind is ConditionKind.RETURN_AFTER_USE and not condition.struck:
            return Owed(to=condition.imposed_state or condition.imposed_by, until=condition.until)
    for instrument in instruments:
        if instrument.id == exhibit.instrument_id and instrument.return_required and not instrument.struck:
            return Owed(to=instrument.to_country)
    return None
