"""Vaults to test with: real ones, at the floor of the key derivation (0.13 s) and nothing weaker."""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from thb_desktop.crypto.derivation import FLOOR, KdfParameters
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.vault.database import Migration
from thb_desktop.vault.unlocked import Vault
from thb_desktop.vault.vault import Created, create_vault, open_vault

USER = bytes(range(16))
PASSPHRASE = "amber canal lantern orchard violet"
OTHER_PASSPHRASE = "granite willow cinder marble thistle"
NOTES = (Migration(number=1, sql="CREATE TABLE note (text TEXT NOT NULL) STRICT;"),)
"""A schema of one table, for tests that are not about the tables."""


def passphrase(text: str = PASSPHRASE) -> bytearray:
    """A fresh one each time: who takes it overwrites it."""
    return prepare(text)


def nothing(_: Vault) -> None:
    """Fill a new vault with nothing."""


def new_vault(
    folder: Path,
    *,
    fill: Callable[[Vault], object] = nothing,
    steps: Sequence[Migration] | None = NOTES,
    user_id: bytes = USER,
    parameters: KdfParameters = FLOOR,
) -> Created[object]:
    return create_vault(
        folder,
        passphrase(),
        user_id=user_id,
        parameters=parameters,
        randomness=secrets.token_bytes,
        fill=fill,
        steps=steps,
    )


def reopen(
    folder: Path,
    text: str = PASSPHRASE,
    *,
    user_id: bytes | None = None,
    read_only: bool = False,
    steps: Sequence[Migration] | None = NOTES,
) -> Vault:
    return open_vault(
        folder,
        passphrase(text),
        randomness=secrets.token_bytes,
        user_id=user_id,
        read_only=read_only,
        steps=steps,
    )
