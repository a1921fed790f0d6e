"""A vault with files: made once, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.backups import Office
from tests.support.disks import small_disk
from tests.support.vaults import new_vault, reopen
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.database import allow_writing
from thb_desktop.vault.unlocked import Vault

__all__ = ["small_disk"]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[StoredObject]]:
    """A closed vault with three files, each in a folder of its own, and two notes; copy it before touching
    it.
    """
    home = tmp_path_factory.mktemp("filled")
    objects: list[StoredObject] = []

    def fill(vault: Vault) -> None:
        for number, length in enumerate((0, 70_000, 3 << 20)):
            (home / "source").write_bytes(bytes([number]) * length)
            objects.append(_store_alone(vault, home / "source", objects))
        vault.connection.execute("INSERT INTO note VALUES ('Anna Kowalska was heard')")

    new_vault(home / "office.thbvault", fill=fill).vault.close()
    return home / "office.thbvault", objects


def _store_alone(vault: Vault, source: Path, others: list[StoredObject]) -> StoredObject:
    """Store a file in a folder without others: names are drawn, and there are sixteen folders."""
    folders = {vault.content.places.of(other.object_id).parent for other in others}
    while True:
        stored = vault.content.store_file(source)
        place = vault.content.places.of(stored.object_id)
        if place.parent not in folders:
            return stored
        place.unlink()


@pytest.fixture
def office(filled: tuple[Path, list[StoredObject]], tmp_path: Path) -> Iterator[Office]:
    folder = Path(shutil.copytree(filled[0], tmp_path / "office.thbvault"))
    vault = reopen(folder)
    allow_writing(vault.connection)
    opened = Office(vault, list(filled[1]))
    yield opened
    opened.vault.close()
