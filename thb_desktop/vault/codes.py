"""Codes: the reference tables that coded columns refer to, kept equal to the lists of codes in `domain`."""

import hashlib
import re
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from thb_desktop.domain import (
    action_day_codes,
    cooperation_codes,
    description_codes,
    finance_codes,
    lineup_codes,
    stay_codes,
    vocabulary,
)
from thb_desktop.ledger import canonical

if TYPE_CHECKING:  # sqlcipher3 has the interface of sqlite3 and no types of its own
    from sqlite3 import Connection
else:
    from sqlcipher3.dbapi2 import Connection

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'code_*'"


def code_table(codes: type[StrEnum]) -> str:
    """Return the name of a list's table: `code_exhibit_kind` for `ExhibitKind`."""
    return "code_" + re.sub(r"(?<!^)(?=[A-Z])", "_", codes.__name__).lower()


CODES: dict[str, frozenset[str]] = {
    code_table(codes): frozenset(code.value for code in codes)
    for module in (
        *(vocabulary, cooperation_codes, description_codes, finance_codes),
        *(action_day_codes, lineup_codes, stay_codes),
    )
    for codes in vars(module).values()
    if isinstance(codes, type) and issubclass(codes, StrEnum) and codes is not StrEnum
}
"""The codes of this program, by the name of their table."""


def add_codes(connection: Connection) -> int:
    """Add the codes of this program that the database lacks, and return how many; removes none.

    Call it within a transaction.
    """
    missing = {
        table: CODES[table] - present
        for table, present in codes_of(connection).items()
        if not CODES[table] <= present
    }
    for table, codes in missing.items():
        insert = _sql("INSERT INTO", table, "(code) VALUES (?)")
        connection.executemany(insert, [(code,) for code in sorted(codes)])
    return sum(map(len, missing.values()))


def codes_of(connection: Connection) -> dict[str, frozenset[str]]:
    """Return the codes of the database, by the name of their table; lists without a table are left out."""
    present = {str(row[0]) for row in connection.execute(_TABLES)}
    names = sorted(present & CODES.keys())
    found: dict[str, set[str]] = {name: set() for name in names}
    # One statement for all: to prepare one for each of more than a hundred tables takes longer than to read.
    each = (_sql("SELECT", str(number), ", code FROM", name) for number, name in enumerate(names))
    every = " UNION ALL ".join(each)
    for number, code in connection.execute(every) if names else ():
        found[names[number]].add(str(code))
    return {name: frozenset(found[name]) for name in CODES if name in present}


def digest_of(codes: Mapping[str, Collection[str]]) -> str:
    """Return the SHA-256 (hex) of lists of codes, as the vault's office stores it."""
    written = {name: sorted(codes[name]) for name in codes}
    return hashlib.sha256(canonical.encode(written)).hexdigest()


def _sql(*parts: str) -> str:
    return " ".join(parts)
