"""Which measures the executing State must always have, and for which it may take another one.

Article 10 of Directive 2014/41/EU, as the data pack has it for the measures that are ticked in the form. What
the law of the executing State counts as non-coercive is always available too: no tick tells that.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentType, MeasureKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Availability:
    """What the text of an instrument says of some measures. always: they are always available; otherwise the
    executing State may take another measure where it does not have this one in a similar case.
    """

    types: frozenset[InstrumentType]
    measures: frozenset[MeasureKind]
    always: bool
    certain: bool
    source: str

    @property
    def cited(self) -> str:
        """The article; marked where it was not compared with an official text."""
        return self.source if self.certain else f"{self.source} (?)"


def ticked(
    rules: Iterable[Availability], order: Instrument, *, always: bool
) -> tuple[tuple[MeasureKind, Availability], ...]:
    """Return the ticked measures that are always available, or the others, each with what is said of it."""
    fitting = [each for each in rules if order.type in each.types and each.always is always]
    return tuple(
        (measure, rule)
        for measure in order.measure_kinds
        if (rule := next((each for each in fitting if measure in each.measures), None)) is not None
    )
