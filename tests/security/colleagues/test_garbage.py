"""What somebody with the database's key writes into a row: the unlock says a sentence, whatever it is."""

import secrets
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS
from tests.support.offices import changed, unlock
from tests.support.sampled import few
from tests.support.vaults import passphrase
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing
from thb_desktop.services.keeping import health
from thb_desktop.vault.database import Connection
from thb_desktop.vault.vault import open_vault

ROWS = [
    "DELETE FROM private_key",
    "UPDATE private_key SET sealed = x'00'",
    "UPDATE user SET certificate = '%%%' WHERE role = 'ANALYST'",
    "UPDATE user SET certificate = '%%%'",
    "UPDATE user SET certificate = 'AAAA' WHERE role = 'ANALYST'",
    "UPDATE user SET receiving_key = '%%' WHERE role = 'ANALYST'",
    "UPDATE user SET id = 'zz' WHERE role = 'ANALYST'",
    "UPDATE user SET admission = 'zz' WHERE role = 'ANALYST'",
    "UPDATE user SET role = 'NOBODY' WHERE role = 'ANALYST'",
    "UPDATE office SET root_certificate = '%%'",
    "UPDATE office SET root_certificate = 'AAAA'",
    "UPDATE office SET id = 'x'",
    "UPDATE office SET header_epoch = -5",
    "UPDATE office SET created_at = 'x'",
    "UPDATE compartment_version SET compartment = 'X' WHERE compartment = 'IDENTITIES'",
    "UPDATE compartment_version SET set_by = 'x', signature = 'zz'",
    "UPDATE compartment_grant SET wrapped = '%%'",
    "UPDATE compartment_grant SET granted_at = 'x'",
    "UPDATE compartment_grant SET signature = 'zz'",
    "UPDATE key_statement SET statement = x'00'",
    "UPDATE chain_entry SET payload = x'00' WHERE seq = 1",
    "UPDATE chain_entry SET entry = x'00' WHERE seq = 1",
    "UPDATE chain_entry SET entry = x'00' WHERE seq = (SELECT max(seq) FROM chain_entry)",
    "UPDATE chain_head SET head = x'7b7d' WHERE size = (SELECT max(size) FROM chain_head)",
    "UPDATE told_row SET key = 'x' WHERE seq = 3",
    "DELETE FROM search_text_config",
    "DELETE FROM chain_head",
    "DELETE FROM chain_entry",
    "DELETE FROM user",
    "DELETE FROM office",
    "PRAGMA user_version = 1",
    "PRAGMA user_version = 0",
    "PRAGMA application_id = 5",
    "DROP TABLE told_row",
    "DROP TABLE draft",
    "DROP TABLE chain_head",
    "DROP TABLE consultation_head",
    "DROP TABLE compartment_grant",
    "ALTER TABLE user DROP COLUMN active",
]


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("altered", ["agent = 'x'", "first = 1"])
def test_a_session_key_that_lies_under_another_user_or_beginning_is_named_at_the_unlock(
    office_copy: Path, altered: str
):
    """Nothing signs these columns; under an earlier beginning a new session would not be checked as new."""

    def put(connection: Connection) -> None:
        named = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'key_statement'"
        for (name,) in connection.execute(named).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        newest = "(SELECT max(first) FROM key_statement)"
        connection.execute(f"UPDATE key_statement SET {altered} WHERE first = {newest}")  # noqa: S608

    changed(office_copy, put)

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        assert "statement-altered" in {finding.code for finding in session.opening.findings}


@pytest.mark.requirement("SR-15", "SR-19")
def test_a_made_up_session_of_an_empty_log_of_consultations_is_named(office_copy: Path):
    statement = "INSERT INTO consultation_statement VALUES (?, 'x', 1, x'00', ?)"
    changed(office_copy, lambda connection: connection.execute(statement, ("0" * 64, bytes(64))))

    with closing(unlock(office_copy, start=AFTERWARDS)) as session:
        findings = health.check_vault(session).findings

    assert "consultations-differ" in {each.code for each in findings if each.standing is Standing.BROKEN}


@pytest.mark.requirement("SR-15", "SR-19")
@pytest.mark.parametrize("statement", few(ROWS, 13))
def test_garbage_in_a_row_is_refused_or_named(office_copy: Path, statement: str):
    with closing(open_vault(office_copy, passphrase(), randomness=secrets.token_bytes)) as vault:
        connection = vault.connection
        connection.set_authorizer(None)
        for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(statement)

    named = refused = False
    try:
        with closing(unlock(office_copy, start=AFTERWARDS)) as session:
            findings = session.opening.findings
            with suppress(ThbError):
                findings += health.check_vault(session).findings
            named = any(finding.standing is not Standing.HOLDS for finding in findings)
    except ThbError:
        refused = True

    assert named or refused
