"""Orders of domestic courts and authorities on which measures of an instrument rest, and what is beside them.

Such an order is an entry of the register that is linked to the instrument as the one that authorises its
measures (`InstrumentLink.AUTHORISES`). V-X-13: what was obtained under an instrument outside of the days on
which it was valid is told.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentLink
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.interview import Interview
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn


def is_domestic(instrument: Instrument) -> bool:
    """Whether it is entered as the domestic order on which measures of another instrument rest."""
    return instrument.related_as is InstrumentLink.AUTHORISES


def authorising(instruments: Iterable[Instrument], inside: Collection[str]) -> tuple[Instrument, ...]:
    """Return the standing domestic orders on which measures of these instruments rest. inside: their ids."""
    return tuple(
        each for each in instruments if is_domestic(each) and each.related_id in inside and not each.struck
    )


def obtained_under(
    instrument: Instrument, items: Iterable[Interview | Exhibit]
) -> Iterator[tuple[str, date | None]]:
    """Yield the number of each record and exhibit that names an instrument, and the day on which it was
    obtained, by the clock of its place; None if nobody entered it.
    """
    for each in items:
        if each.instrument_id == instrument.id:
            at = each.started_at if isinstance(each, Interview) else each.collected_at
            yield each.number, at.date() if at is not None else None


def outside_validity(instrument: Instrument, items: Iterable[Interview | Exhibit]) -> tuple[str, ...]:
    """Return the numbers of what was obtained under an instrument on a day on which it was not valid."""
    since, until = instrument.valid_from, instrument.valid_until
    return tuple(
        number
        for number, day in obtained_under(instrument, items)
        if day is not None and ((since is not None and day < since) or (until is not None and day > until))
    )


def check_validity(
    instruments: Iterable[Instrument], items: Collection[Interview | Exhibit]
) -> Iterator[Finding]:
    """V-X-13: tell of each instrument what was obtained outside of its days of validity."""
    for each in instruments:
        if numbers := outside_validity(each, items):
            yield warn("domestic.outside", instrument=each.number, numbers=numbers)
