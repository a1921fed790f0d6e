"""Backups for tests: a vault with files, and the data that a service gives to the backup."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Any

from tests.support.vaults import NOTES, passphrase
from thb_desktop.vault.backup.making import Made, make_backup
from thb_desktop.vault.backup.manifest import ChainState
from thb_desktop.vault.backup.restoring import Restored, restore_backup
from thb_desktop.vault.content import StoredObject
from thb_desktop.vault.places import ObjectPlaces
from thb_desktop.vault.unlocked import Vault

AT = datetime(2026, 11, 25, 9, tzinfo=UTC)
FIRST = ChainState(root=b"\x01" * 32, code="AAAA-BBBB-CCCC-2222")


@dataclass(slots=True)
class Office:
    """An open vault, its stored objects, and its former heads."""

    vault: Vault
    objects: list[StoredObject]
    stands: list[ChainState] = field(default_factory=lambda: [FIRST])

    def add(self, content: bytes, text: str) -> StoredObject:
        """Store a file, write a row, and advance the head of the chain."""
        path = self.vault.folder.parent / "source"
        path.write_bytes(content)
        self.objects.append(self.vault.content.store_file(path))
        with self.vault.transaction():
            self.vault.connection.execute("INSERT INTO note VALUES (?)", [text])
        number = len(self.stands) + 1
        self.stands.append(
            ChainState(root=bytes([number]) * 32, code="AAAA-BBBB-CCCC-" + "234567"[number] * 4)
        )
        return self.objects[-1]

    def back_up(self, folder: Path, **changes: Any) -> Made:
        named: dict[str, Any] = {
            "objects": self.objects,
            "stand": self.stands[-1],
            "roots": {stand.root for stand in self.stands},
            "made_at": AT,
        }
        return make_backup(self.vault, folder, **named | changes)


def restore(folder: Path, into: Path, text: str | None = None, **named: Any) -> Restored:
    secret = passphrase() if text is None else passphrase(text)
    return restore_backup(folder, into, secret, randomness=secrets.token_bytes, steps=NOTES, **named)


def place(vault: Vault, folder: Path, object_id: str) -> Path:
    """Where an object of the vault lies in its folder, or in that of a backup."""
    return ObjectPlaces(folder=folder / "content", key=vault.content.key).of(object_id)


def notes(vault: Vault) -> list[str]:
    return [row[0] for row in vault.connection.execute("SELECT text FROM note ORDER BY rowid")]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def stopped() -> Event:
    event = Event()
    event.set()
    return event


def sound(vault: Vault, objects: Sequence[StoredObject]) -> bool:
    """Whether the database is sound and every object is as stored."""
    for stored in objects:
        vault.content.verify(stored)
    return vault.check_database() == ()
