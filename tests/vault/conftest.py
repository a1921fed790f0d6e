import secrets
import shutil
from pathlib import Path

import pytest

from tests.support.disks import small_disk
from tests.support.vaults import NOTES, new_vault
from thb_desktop.crypto import recovery
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.layout import Layout

__all__ = ["small_disk"]


@pytest.fixture(scope="session")
def closed_vault(tmp_path_factory):
    """A vault of two notes, made once; copy it before touching it. With its recovery code as printed."""

    def fill(vault):
        vault.connection.execute("INSERT INTO note VALUES ('Anna Kowalska was heard')")
        vault.content.store_file(Path(__file__))

    folder = tmp_path_factory.mktemp("office") / "office.thbvault"
    created = new_vault(folder, fill=fill, steps=NOTES)
    created.vault.close()
    return folder, recovery.to_text(created.recovery_code)


@pytest.fixture
def folder(closed_vault, tmp_path):
    """A fresh copy of the closed vault."""
    target = tmp_path / "office.thbvault"
    shutil.copytree(closed_vault[0], target)
    return target


@pytest.fixture
def layout(folder):
    return Layout(folder)


@pytest.fixture
def code(closed_vault):
    return closed_vault[1]


@pytest.fixture
def store(tmp_path):
    (tmp_path / "content").mkdir()
    return ContentStore(
        folder=tmp_path / "content",
        key=bytearray(range(32)),
        vault_id=b"v" * 16,
        randomness=secrets.token_bytes,
    )
