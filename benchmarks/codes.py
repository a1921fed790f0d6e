"""Saving rows whose codes lie in reference tables, against the same rows with lists of codes in CHECKs."""

import re
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from _table import Series, in_turn, show

from thb_desktop.vault.codes import CODES
from thb_desktop.vault.database import Connection, Migration, load_migrations, transaction
from thb_desktop.vault.schema import create_database

RUNS, ROWS = 9, 5000
KEY = bytearray(range(48))
_REFERENCE = re.compile(r"(\w+) (TEXT\b[^,\n]*)REFERENCES (code_\w+) \(code\)")
_PERSON = """
    INSERT INTO person (id, case_id, code, sex, age_status, identity_protection)
    VALUES (?, 'case', ?, '1', 'ADULT_CONFIRMED', 'PSEUDONYM')
"""


def with_lists(steps: Sequence[Migration]) -> tuple[Migration, ...]:
    """The schema with a CHECK in place of each reference to codes, in every migration."""

    def listed(place: re.Match[str]) -> str:
        codes = ", ".join(f"'{code}'" for code in sorted(CODES[place[3]]))
        return f"{place[1]} {place[2]}CHECK ({place[1]} IN ({codes}))"

    made = tuple(replace(step, sql=_REFERENCE.sub(listed, step.sql)) for step in steps)
    left = [line for step in made for line in step.sql.splitlines() if "REFERENCES code_" in line]
    assert not left, left
    return made


def prepared(connection: Connection) -> None:
    connection.execute(
        "INSERT INTO case_file (id, reference, titles, language, country, notice_number, opened_on, status)"
        " VALUES ('case', '1', '[]', 'fr', 'BE', '', '2026-01-01', 'OPEN')"
    )


def measure() -> None:
    with tempfile.TemporaryDirectory() as place:
        made = 0

        def save(steps: Sequence[Migration]) -> float:
            nonlocal made
            made += 1
            with closing(create_database(Path(place, f"{made}.db"), KEY, steps)) as connection:
                prepared(connection)
                begin = time.perf_counter()
                with transaction(connection):
                    for number in range(ROWS):
                        connection.execute(_PERSON, (f"{number:032}", f"V-{number}"))
                return (time.perf_counter() - begin) * 1e6 / ROWS

        tables, lists = load_migrations(), with_lists(load_migrations())
        referred, listed = in_turn(RUNS, lambda: save(tables), lambda: save(lists))
    show(
        f"A row with three codes, {ROWS:,} in a transaction, in SQLCipher",
        Series(name="lists in CHECK", unit="us", values=listed),
        Series(name="reference tables", unit="us", values=referred),
        goal="1.5 times the peer",
    )


measure()
