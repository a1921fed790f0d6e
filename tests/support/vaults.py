"""Vaults for tests: real ones, with the lowest allowed cost of key derivation (0.13 s)."""

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import FLOOR, KdfParameters
from thb_desktop.crypto.keyslots import Slot, SlotKind
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.vault.database import Migration
from thb_desktop.vault.unlocked import Vault, passphrase_slot, recovery_slot
from thb_desktop.vault.vault import Created, create_vault, open_vault

USER = bytes(range(16))
PASSPHRASE = "amber canal lantern orchard violet"
OTHER_PASSPHRASE = "granite willow cinder marble thistle"
NOTES = (Migration(number=1, sql="CREATE TABLE note (text TEXT NOT NULL) STRICT;"),)
"""A schema with one table, for tests that are not about the tables."""


def passphrase(text: str = PASSPHRASE) -> bytearray:
    """Return a new passphrase each time, because its user overwrites it."""
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
    read_only: bool = False,
    steps: Sequence[Migration] | None = NOTES,
) -> Vault:
    return open_vault(
        folder,
        passphrase(text),
        randomness=secrets.token_bytes,
        read_only=read_only,
        steps=steps,
    )


def change_passphrase(
    vault: Vault, current: bytearray, new: bytearray, kind: SlotKind = SlotKind.PASSPHRASE
) -> None:
    """Change the passphrase of this vault's user, as the service does when it records the change."""

    def is_old(slot: Slot) -> bool:
        return slot.kind is SlotKind.PASSPHRASE and slot.user_id == vault.user_id

    with vault.keyring(current, kind) as ring:
        ring.give(passphrase_slot(vault.user_id, new, ring.user_key, FLOOR), instead=is_old)
        given = ring.slots[-1]
        ring.take(lambda slot: is_old(slot) and slot.slot_id != given.slot_id)


def renew_recovery_code(vault: Vault, current: bytearray) -> bytearray:
    code = recovery.generate(secrets.token_bytes)
    with vault.keyring(current) as ring:
        old = {slot.slot_id for slot in ring.slots if slot.kind is SlotKind.RECOVERY}
        ring.give(recovery_slot(vault.user_id, code, ring.user_key))
        ring.take(lambda slot: slot.slot_id in old)
    return code


def add_user(
    vault: Vault, current: bytearray, *, user_id: bytes, user_key: bytearray, their_passphrase: bytearray
) -> None:
    with vault.keyring(current) as ring:
        ring.give(passphrase_slot(user_id, their_passphrase, user_key, FLOOR))


def remove_user(vault: Vault, current: bytearray, *, user_id: bytes) -> None:
    with vault.keyring(current) as ring:
        ring.take(lambda slot: slot.user_id == user_id)
