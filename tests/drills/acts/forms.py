"""What leads a vault of an older form up to a newer one, and what this computer remembers of a vault."""

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.drills.acts import copies, file_changes, office
from tests.drills.acts.office import Template, rows_of, unlock_later
from tests.drills.acts.operation import Act, Rows
from tests.support.vaults import passphrase
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Migration, load_migrations
from thb_desktop.vault.unlocked import Vault
from thb_desktop.vault.vault import open_vault

_NEWEST = len(load_migrations()) + 1
_STEP = """
CREATE TABLE later (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
INSERT INTO later (text) SELECT name FROM official;
CREATE INDEX later_text ON later (text);
"""


def add_segment_remembering(folder: Path, template: Template) -> Act:
    """Add a segment on a computer that remembers the heads of vaults, beside the vault here."""
    office.remember_heads_in(folder.parent / "heads")
    return file_changes.add_segment(folder, template)


def renew_remembering(folder: Path, template: Template) -> Act:
    """Renew the master key on a computer that remembers the heads of vaults, beside the vault here."""
    office.remember_heads_in(folder.parent / "heads")
    return copies.renew_master_key(folder, template)


def renewal_remembered(session: Session, folder: Path, template: Template) -> bool:
    """Once the new vault is in its place, this computer never vouches for the old copy that is put back."""
    if not copies.renewal_found(session, folder, template):
        return False
    with (
        tempfile.TemporaryDirectory(dir=folder.parent) as place,
        closing(unlock_later(template.copied(Path(place)))) as old,
    ):
        vouched = any(finding.code == "anchored" for finding in old.opening.findings)
    assert not vouched, "this computer vouches for the copy of before the renewal"
    return True


def lead_up(folder: Path, _: Template) -> Act:
    def act() -> str:
        _opened(folder).close()
        return ""

    return act


def led_up(folder: Path, before: Rows) -> None:
    """The vault opens in the newer form, whole, with every row of before in it."""
    with closing(_opened(folder)) as vault:
        ask = vault.connection.execute
        assert ask("PRAGMA user_version").fetchone()[0] == _NEWEST, "the form is not the newer one"
        now = rows_of(vault.connection)
        assert now.pop("later") == [str((at, name)) for at, name in _names(vault)], (
            "half of the step was taken"
        )
        assert now == before, "rows are others than before the step"
        assert vault.check_database() == (), "the database is damaged"


def _names(vault: Vault) -> Iterator[tuple[int, str]]:
    names = vault.connection.execute("SELECT name FROM official").fetchall()
    return ((at, name) for at, (name,) in enumerate(names, start=1))


def _opened(folder: Path) -> Vault:
    steps = (*load_migrations(), Migration(number=_NEWEST, sql=_STEP))
    return open_vault(folder, passphrase(), randomness=secrets.token_bytes, steps=steps)
