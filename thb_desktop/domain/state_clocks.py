"""The clock of a State: what is due, kept or valid until a day ends there with the day of its capital."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from thb_desktop.domain.zones import at_place

CLOCKS: Mapping[str, str] = MappingProxyType(
    {
        "AL": "Europe/Tirane",
        "AT": "Europe/Vienna",
        "BA": "Europe/Sarajevo",
        "BE": "Europe/Brussels",
        "BG": "Europe/Sofia",
        "CH": "Europe/Zurich",
        "CY": "Asia/Nicosia",
        "CZ": "Europe/Prague",
        "DE": "Europe/Berlin",
        "DK": "Europe/Copenhagen",
        "EE": "Europe/Tallinn",
        "ES": "Europe/Madrid",
        "FI": "Europe/Helsinki",
        "FR": "Europe/Paris",
        "GB": "Europe/London",
        "GR": "Europe/Athens",
        "HR": "Europe/Zagreb",
        "HU": "Europe/Budapest",
        "IE": "Europe/Dublin",
        "IT": "Europe/Rome",
        "LT": "Europe/Vilnius",
        "LU": "Europe/Luxembourg",
        "LV": "Europe/Riga",
        "MD": "Europe/Chisinau",
        "ME": "Europe/Podgorica",
        "MK": "Europe/Skopje",
        "MT": "Europe/Malta",
        "NL": "Europe/Amsterdam",
        "NO": "Europe/Oslo",
        "PL": "Europe/Warsaw",
        "PT": "Europe/Lisbon",
        "RO": "Europe/Bucharest",
        "RS": "Europe/Belgrade",
        "SE": "Europe/Stockholm",
        "SI": "Europe/Ljubljana",
        "SK": "Europe/Bratislava",
        "TR": "Europe/Istanbul",
        "UA": "Europe/Kyiv",
    }
)
"""Time zones (IANA) of capitals, by State (ISO 3166-1)."""


def by_clock_of(at: datetime, country: str) -> datetime:
    """Return a moment by the clock of the capital of a State; as it is where that is not known here."""
    return at_place(at, CLOCKS.get(country, ""))
