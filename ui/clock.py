"""The clock of this computer: its zone, and stored moments by the clock of the other times of a page."""

from datetime import date, datetime

from PySide6.QtCore import QTimeZone

from thb_desktop.domain import zones
from thb_desktop.domain.custody import CustodyEvent
from ui import language
from ui.text import when

_UTC = ("", "UTC", "GMT", "UCT", "Zulu", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Zulu", "Etc/Universal")


def zone_here() -> str:
    """Return the zone of this computer (IANA). If its rules are unknown, a field asks for the offset."""
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    return "UTC" if zone in _UTC else zone


def occurred(event: CustodyEvent) -> datetime:
    """Return when a custody event was, by the clock of who told it; by the one of this computer if the
    program noted it.
    """
    return zones.at_place(event.occurred_at, zone_here()) if event.is_of_program else event.occurred_at


def when_here(at: datetime | None) -> str:
    """Return a stored moment by the clock of this computer, with its offset."""
    return when(zones.at_place(at, zone_here()) if at else None)


def day_here(at: datetime) -> date:
    """Return the day of a stored moment by the clock of this computer."""
    return zones.at_place(at, zone_here()).date()


def place_here() -> str:
    """Return the name of the zone that `when_here` uses."""
    zone = zone_here()
    return zones.city(zone, language.current()) if zones.is_known(zone) and "/" in zone else "UTC"


def zone_words(zone: str) -> str:
    """Return the place of a zone with the zone's own name."""
    return f"{zones.city(zone, language.current())} ({zone})" if "/" in zone else zone


def place_of(at: datetime) -> str:
    """Return the name of the zone of a time; its offset if no zone was written."""
    zone = zones.zone_of(at)
    if zone:
        return zones.city(zone, language.current())
    return f"UTC{at:%:z}" if at.utcoffset() else "UTC"
