"""Codes in SQL: the lists of coded values that a migration names are filled in from their one source."""

import re
from enum import StrEnum

from thb_desktop.domain import vocabulary

_PLACE = re.compile(r"/\*IN:(\w+)\*/")


def fill_codes(sql: str) -> str:
    """Put the codes of a list of `domain.vocabulary` where the SQL says `/*IN:Name*/`, or raise KeyError."""
    return _PLACE.sub(lambda place: ", ".join(map(_literal, _codes(place[1]))), sql)


def _codes(name: str) -> type[StrEnum]:
    codes: type[StrEnum] = vars(vocabulary)[name]
    if not issubclass(codes, StrEnum):
        raise KeyError(name)
    return codes


def _literal(code: StrEnum) -> str:
    if not re.fullmatch(r"[A-Z0-9_]+", code.value, re.ASCII):
        message = "a code is made of capital letters, digits and underscores"
        raise ValueError(message)
    return "'" + code.value + "'"
