"""What the tests copy into a new vault is what the program makes."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.support import schemas
from thb_desktop.vault import schema
from thb_desktop.vault.codes import codes_of
from thb_desktop.vault.database import Connection, make_schema
from thb_desktop.vault.schema import create_database

KEY = bytearray(range(48))


def told(connection: Connection) -> list[object]:
    objects = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    numbers = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "page_size", "page_count", "journal_mode")
    ]
    return [*map(tuple, objects), *numbers, codes_of(connection)]


def test_a_new_database_that_is_copied_is_the_one_that_the_program_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    with closing(create_database(tmp_path / "copied.db", KEY)) as connection:
        copied = told(connection)
    monkeypatch.setattr(schema, "make_schema", make_schema)
    with closing(create_database(tmp_path / "made.db", KEY)) as connection:
        made = told(connection)

    assert schemas._KEYED, "nothing was copied"
    assert copied == made


def test_a_vault_with_codes_of_its_own_is_never_copied_from_one_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    create_database(tmp_path / "copied.db", KEY).close()
    monkeypatch.setitem(schemas.CODES, "code_medium", schemas.CODES["code_medium"] | {"HOLOGRAM"})

    with closing(create_database(tmp_path / "later.db", KEY)) as connection:
        assert "HOLOGRAM" in codes_of(connection)["code_medium"]
