"""How long an IBAN is in each country: ISO 13616, the registry of SWIFT, its release 101, read 2026-11-30.

A country that is not in it has IBANs of a length that is not known here; their check digits alone are tested.
The check digits of an account are told with its events, so a changed table needs a schema of its own
(`services/core/told_values`).
"""

from collections.abc import Mapping
from types import MappingProxyType

_COUNTRIES = {
    15: "NO",
    16: "BE",
    18: "DK FI FK FO GL NL SD",
    19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK",
    21: "CH HR LI LV",
    22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL",
    24: "AD CZ ES MD PK RO SA SE SK TN VG",
    25: "LY PT ST",
    26: "IS TR",
    27: "BI DJ FR GR IT MC MR SM",
    28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA",
    30: "JO KW MU YE",
    31: "MT SC",
    32: "LC",
    33: "RU",
}
LENGTHS: Mapping[str, int] = MappingProxyType(
    {country: length for length, countries in _COUNTRIES.items() for country in countries.split()}
)
"""By the two letters of the country; letters and digits, without spaces."""
