"""A vault that was written before a column was added: no digest, no event and no signature of it changes."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.support.offices import LATER, Small, environment, registered
from tests.support.vaults import passphrase
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.services.casework import people
from thb_desktop.services.core.login import enter
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping.health import check_vault
from thb_desktop.vault.database import Migration, load_migrations
from thb_desktop.vault.tables import projection
from thb_desktop.vault.tables.mapper import Table
from thb_desktop.vault.vault import open_vault
from thb_desktop.verify.findings import Standing, verdict

ADDED = Migration(number=2, sql="ALTER TABLE person ADD COLUMN note TEXT NOT NULL DEFAULT '';")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    id: str
    text: str
    read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterNote:
    id: str
    text: str
    read: bool = False
    place: str = ""
    pages: int = 1
    marks: tuple[str, ...] = ()
    told_by: str | None = None


def session_of(folder: Path, steps: tuple[Migration, ...]) -> Session:
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes, steps=steps)
    return enter(vault, environment(LATER))


def drop_the_column(folder: Path) -> None:
    """Make the vault what a program wrote that did not know the column yet."""
    alter(folder, "ALTER TABLE person DROP COLUMN note", load_migrations())


def alter(folder: Path, statement: str, steps: tuple[Migration, ...] = (*load_migrations(), ADDED)) -> None:
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes, steps=steps)
    vault.connection.execute(statement)
    vault.close()


@pytest.mark.requirement("SR-17")
def test_a_vault_without_the_column_is_led_up_and_stays_what_was_signed(folder: Path, small: Small):
    drop_the_column(folder)

    session = session_of(folder, (*load_migrations(), ADDED))
    registered(session, small)
    report = check_vault(session)
    session.close()

    assert session.opening.is_sound
    assert verdict(session.opening.findings) is Standing.HOLDS
    assert verdict(report.findings) is Standing.HOLDS
    assert (folder / "vault.db.before-2").exists()


def test_what_is_said_in_the_new_column_is_in_the_digest(folder: Path, small: Small):
    drop_the_column(folder)
    session = session_of(folder, (*load_migrations(), ADDED))

    people.add_person(session, replace(small.person, code="V-02", note="Speaks slowly"), None)
    assert verdict(check_vault(session).findings) is Standing.HOLDS
    session.close()
    alter(folder, "UPDATE person SET note = '' WHERE code = 'V-02'")
    again = session_of(folder, (*load_migrations(), ADDED))
    again.close()

    assert not again.opening.is_sound


def test_a_row_weighs_the_same_with_columns_that_came_later():
    earlier, later = Table("note", Note), Table("note", LaterNote)
    old = Note(id="1", text="a")
    new = from_record(LaterNote, to_record(old))

    weights = {
        projection._weight(table, table.to_row(value).values())
        for table, value in ((earlier, old), (later, new), (later, LaterNote(id="1", text="a")))
    }
    changed = projection._weight(later, later.to_row(replace(new, pages=2)).values())

    assert len(weights) == 1
    assert changed not in weights
