"""The rules and the codes of the database, changed by somebody who has its key and a prompt of Python."""

import secrets
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from tests.support.offices import Small, by_hand, case_file, unlock
from tests.support.vaults import passphrase
from thb_desktop.errors import ThbError, ValueRefusedError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import people
from thb_desktop.vault.codes import CODES, codes_of, digest_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.vault import open_vault

type Tamper = Callable[[Connection], object]
LISTS = sorted(CODES)


def behind(folder: Path, tamper: Tamper) -> None:
    """Change the database with its key and no program of ours, so that no key or trigger refuses anything."""
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes)
    path, key = vault.layout.database, bytes(vault.database_key).hex()
    vault.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as connection:
        connection.execute(f"""PRAGMA key = "x'{key}'" """)
        tamper(connection)


def without_triggers(connection: Connection, table: str, statement: str) -> None:
    """Leave no trace in the schema: the triggers that refuse are put back."""
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?", (table,)
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)


def broken(folder: Path) -> tuple[dict[str, Finding], dict[str, Finding]]:
    """What is broken at the unlock, and by the health check, by code."""
    session = unlock(folder)
    opening, report = session.opening.findings, health.check_vault(session).findings
    session.close()
    first, second = (
        {each.code: each for each in findings if each.standing is Standing.BROKEN}
        for findings in (opening, report)
    )
    return first, second


@pytest.mark.requirement("SR-15", "SR-17")
@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("DELETE FROM code_sex WHERE code = '2'", ("code_sex -2",)),
        ("INSERT INTO code_sex VALUES ('3')", ("code_sex +3",)),
        ("UPDATE code_sex SET code = '3' WHERE code = '2'", ("code_sex +3", "code_sex -2")),
    ],
    ids=["deleted", "added", "renamed"],
)
def test_a_code_changed_behind_the_chain_is_named_and_nothing_is_written(
    folder: Path, small: Small, statement: str, told: tuple[str, ...]
):
    behind(folder, lambda connection: without_triggers(connection, "code_sex", statement))

    opening, report = broken(folder)
    session = unlock(folder)
    with pytest.raises(ThbError, match="nothing is written"):
        people.add_person(session, small.person, None)
    codes = codes_of(session.read)
    session.close()

    assert opening["codes-differ"].values["codes"] == told
    assert report["codes-differ"].values["codes"] == told
    assert codes != CODES


@pytest.mark.requirement("SR-17")
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_whatever_is_done_to_the_codes_is_another_digest(data: st.DataObject):
    changed = {name: set(codes) for name, codes in CODES.items()}
    name = data.draw(st.sampled_from(LISTS))
    code = data.draw(st.sampled_from(sorted(changed[name])))
    other = data.draw(st.text(min_size=1, max_size=10).filter(lambda text: text not in changed[name]))
    act = data.draw(st.sampled_from(["delete", "add", "rename"]))
    if act != "add":
        changed[name].remove(code)
    if act != "delete":
        changed[name].add(other)

    assert digest_of(changed) != digest_of(CODES)
    assert digest_of({name: sorted(codes, reverse=True) for name, codes in CODES.items()}) == digest_of(CODES)


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TRIGGER custody_event_stays"],
        ["DROP INDEX exhibit_of_case"],
        ["CREATE TABLE aside (text TEXT)"],
        ["CREATE TRIGGER quietly AFTER INSERT ON draft BEGIN DELETE FROM draft; END"],
        ["DROP TRIGGER code_sex_stays", "DROP TRIGGER code_sex_is_kept", "DROP TABLE code_sex"],
        [
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = replace(sql, '(number <> '''')', '(1)') WHERE name = 'exhibit'",
        ],
    ],
    ids=["a trigger", "an index", "a table more", "a trigger more", "a list of codes", "a constraint"],
)
def test_a_rule_changed_behind_the_chain_is_found_and_nothing_is_written(
    folder: Path, small: Small, statements: list[str]
):
    behind(folder, lambda connection: [connection.execute(statement) for statement in statements])

    opening, report = broken(folder)

    assert "schema-differs" in opening
    assert "schema-differs" in report


def test_a_value_whose_code_is_missing_is_refused_as_a_value(folder: Path):
    session = unlock(folder)
    with by_hand(session) as connection:
        connection.set_authorizer(None)
        connection.execute("PRAGMA foreign_keys = OFF")
        without_triggers(connection, "code_case_status", "DELETE FROM code_case_status")
        connection.execute("PRAGMA foreign_keys = ON")

    with pytest.raises(ValueRefusedError, match="not a code of its list"):
        cases.open_case(session, case_file(reference="2026/9"))
    session.close()
