"""Time zones: the clock of a place, and its name in the languages of the window.

A time keeps the offset that its place had, and the zone as the name of that offset. So two times are compared
as moments, even in the night in which the clocks change.
"""

import zoneinfo
from datetime import UTC, datetime, timedelta, timezone
from functools import cache

from thb_desktop.domain.date_words import ENGLISH, normal

CITIES = {
    "Africa/Addis_Ababa": {"en": "Addis Ababa", "fr": "Addis-Abeba", "ar": "أديس أبابا"},
    "Africa/Algiers": {"en": "Algiers", "fr": "Alger", "ar": "الجزائر"},
    "Africa/Asmara": {"en": "Asmara", "fr": "Asmara", "ar": "أسمرة"},
    "Africa/Cairo": {"en": "Cairo", "fr": "Le Caire", "ar": "القاهرة"},
    "Africa/Casablanca": {"en": "Casablanca", "fr": "Casablanca", "ar": "الدار البيضاء"},
    "Africa/Khartoum": {"en": "Khartoum", "fr": "Khartoum", "ar": "الخرطوم"},
    "Africa/Lagos": {"en": "Lagos", "fr": "Lagos", "ar": "لاغوس"},
    "Africa/Tripoli": {"en": "Tripoli", "fr": "Tripoli", "ar": "طرابلس"},
    "Africa/Tunis": {"en": "Tunis", "fr": "Tunis", "ar": "تونس"},
    "Asia/Baghdad": {"en": "Baghdad", "fr": "Bagdad", "ar": "بغداد"},
    "Asia/Beirut": {"en": "Beirut", "fr": "Beyrouth", "ar": "بيروت"},
    "Asia/Damascus": {"en": "Damascus", "fr": "Damas", "ar": "دمشق"},
    "Asia/Nicosia": {"en": "Nicosia", "fr": "Nicosie", "ar": "نيقوسيا"},
    "Europe/Amsterdam": {"en": "Amsterdam", "fr": "Amsterdam", "ar": "أمستردام"},
    "Europe/Athens": {"en": "Athens", "fr": "Athènes", "ar": "أثينا"},
    "Europe/Berlin": {"en": "Berlin", "fr": "Berlin", "ar": "برلين"},
    "Europe/Bratislava": {"en": "Bratislava", "fr": "Bratislava", "ar": "براتيسلافا"},
    "Europe/Brussels": {"en": "Brussels", "fr": "Bruxelles", "ar": "بروكسل"},
    "Europe/Bucharest": {"en": "Bucharest", "fr": "Bucarest", "ar": "بوخارست"},
    "Europe/Budapest": {"en": "Budapest", "fr": "Budapest", "ar": "بودابست"},
    "Europe/Chisinau": {"en": "Chisinau", "fr": "Chisinau", "ar": "تشيسيناو"},
    "Europe/Copenhagen": {"en": "Copenhagen", "fr": "Copenhague", "ar": "كوبنهاغن"},
    "Europe/Dublin": {"en": "Dublin", "fr": "Dublin", "ar": "دبلن"},
    "Europe/Helsinki": {"en": "Helsinki", "fr": "Helsinki", "ar": "هلسنكي"},
    "Europe/Istanbul": {"en": "Istanbul", "fr": "Istanbul", "ar": "إسطنبول"},
    "Europe/Kyiv": {"en": "Kyiv", "fr": "Kyiv", "ar": "كييف"},
    "Europe/Lisbon": {"en": "Lisbon", "fr": "Lisbonne", "ar": "لشبونة"},
    "Europe/Ljubljana": {"en": "Ljubljana", "fr": "Ljubljana", "ar": "ليوبليانا"},
    "Europe/London": {"en": "London", "fr": "Londres", "ar": "لندن"},
    "Europe/Luxembourg": {"en": "Luxembourg", "fr": "Luxembourg", "ar": "لوكسمبورغ"},
    "Europe/Madrid": {"en": "Madrid", "fr": "Madrid", "ar": "مدريد"},
    "Europe/Malta": {"en": "Malta", "fr": "Malte", "ar": "مالطا"},
    "Europe/Oslo": {"en": "Oslo", "fr": "Oslo", "ar": "أوسلو"},
    "Europe/Paris": {"en": "Paris", "fr": "Paris", "ar": "باريس"},
    "Europe/Prague": {"en": "Prague", "fr": "Prague", "ar": "براغ"},
    "Europe/Riga": {"en": "Riga", "fr": "Riga", "ar": "ريغا"},
    "Europe/Rome": {"en": "Rome", "fr": "Rome", "ar": "روما"},
    "Europe/Sofia": {"en": "Sofia", "fr": "Sofia", "ar": "صوفيا"},
    "Europe/Stockholm": {"en": "Stockholm", "fr": "Stockholm", "ar": "ستوكهولم"},
    "Europe/Tallinn": {"en": "Tallinn", "fr": "Tallinn", "ar": "تالين"},
    "Europe/Vienna": {"en": "Vienna", "fr": "Vienne", "ar": "فيينا"},
    "Europe/Vilnius": {"en": "Vilnius", "fr": "Vilnius", "ar": "فيلنيوس"},
    "Europe/Warsaw": {"en": "Warsaw", "fr": "Varsovie", "ar": "وارسو"},
    "Europe/Zagreb": {"en": "Zagreb", "fr": "Zagreb", "ar": "زغرب"},
    "Europe/Zurich": {"en": "Zurich", "fr": "Zurich", "ar": "زيورخ"},
}
"""Places by zone (IANA) and language; other places have the name of their zone."""

_AREAS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def is_known(zone: str) -> bool:
    """Whether this system knows the rules of a zone (IANA); "UTC" needs none."""
    return zone == "UTC" or _rules(zone) is not None


def offsets(local: datetime, zone: str) -> tuple[timedelta, ...]:
    """Return the possible offsets of a local time, earlier first.

    None if the clocks skipped it, two if they showed it twice; none also for an unknown zone.
    """
    rules = UTC if zone == "UTC" else _rules(zone)
    if rules is None:
        return ()
    found = []
    for fold in (0, 1):
        at = local.replace(tzinfo=rules, fold=fold)
        offset = at.utcoffset()
        if offset is not None and at.astimezone(UTC).astimezone(rules).replace(tzinfo=None) == local:
            found.append(offset)
    return tuple(dict.fromkeys(found))


def fixed(local: datetime, offset: timedelta, zone: str = "") -> datetime:
    """Return the time with this offset; the zone becomes the name of the offset."""
    if zone == "UTC" or (not zone and not offset):
        return local.replace(tzinfo=UTC)
    return local.replace(tzinfo=timezone(offset, zone) if zone else timezone(offset))


def at_place(at: datetime, zone: str) -> datetime:
    """Return the same moment by the clock of a place; unchanged if its rules are not known here."""
    rules = UTC if zone == "UTC" else _rules(zone)
    if rules is None:
        return at
    there = at.astimezone(rules)
    return fixed(there.replace(tzinfo=None, fold=0), there.utcoffset() or timedelta(), zone)


def beside(at: datetime, other: datetime) -> datetime:
    """Return the same moment by the clock of another time, so that both can be compared by eye."""
    zone = zone_of(other)
    return at_place(at, zone) if is_known(zone) else at.astimezone(other.tzinfo)


def zone_of(at: datetime) -> str:
    """Return the zone (IANA) of a time; empty if it has only an offset."""
    name = at.tzname() or ""
    return name if "/" in name and not name.startswith("Etc/") else ""


def city(zone: str, language: str) -> str:
    """Return the name of the place of a zone."""
    known = CITIES.get(zone, {})
    own = known.get(language.split("-", maxsplit=1)[0]) or known.get(ENGLISH)
    return own or zone.rpartition("/")[2].replace("_", " ")


def find(typed: str) -> str:
    """Return the zone of a typed place: by the zone's name or the name of its city; empty if there is
    none.
    """
    return _by_name().get(normal(typed).replace(" ", "_"), "")


@cache
def places() -> tuple[str, ...]:
    """Return the zones (IANA) of which this system has the rules, each the clock of a place."""
    known = zoneinfo.available_timezones()
    return tuple(sorted(zone for zone in known if zone.startswith(_AREAS) and "/" in zone))


@cache
def _rules(zone: str) -> zoneinfo.ZoneInfo | None:
    try:
        return zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def _by_name() -> dict[str, str]:
    """Zones by each of their names; a city in two zones names none."""
    found: dict[str, str] = {}
    for zone in places():
        own = normal(zone.rpartition("/")[2].replace("_", " ")).replace(" ", "_")
        found[own] = "" if own in found else zone
    found |= {normal(zone): zone for zone in places()}
    for zone in (zone for zone in CITIES if is_known(zone)):
        found |= {normal(name).replace(" ", "_"): zone for name in CITIES[zone].values()}
    return found
