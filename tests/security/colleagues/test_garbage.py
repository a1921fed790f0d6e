"""What somebody with the database's key writes into a row: the unlock says a sentence, whatever it is."""

import secrets
from contextlib import closing, suppress
from pathlib import Path

import pytest

from tests.support.colleagues import AFTERWARDS
from tests.support.offices import unlock
from tests.support.vaults import passphrase
from thb_desktop.errors import ThbError
from thb_desktop.findings import Standing
from thb_desktop.services.keeping import health
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
@pytest.mark.parametrize("statement", ROWS)
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
