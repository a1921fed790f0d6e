"""Vault: one office's folder, created completely, and opened with a secret."""

import os
import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from thb_desktop.crypto import recovery
from thb_desktop.crypto.derivation import KdfParameters
from thb_desktop.crypto.keyslots import ID_LENGTH, SlotKind
from thb_desktop.crypto.material import Randomness, draw, new_key, wipe
from thb_desktop.crypto.passphrases import verify_strong_enough
from thb_desktop.crypto.shares import Share, combine
from thb_desktop.errors import AlreadyExistsError
from thb_desktop.vault.database import Migration
from thb_desktop.vault.header import KnownHeader
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.locks import hold_lock
from thb_desktop.vault.slots import NewSlot, verify_opens, write_both
from thb_desktop.vault.system import create_file, is_writable, make_folder, medium, sync_folder
from thb_desktop.vault.unlocked import Vault, enter, passphrase_slot, recovery_slot
from thb_desktop.vault.unlocking import Opened, find_share_set, open_header

__all__ = ["Created", "Vault", "create_vault", "open_vault", "open_with_recovery_code"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Created[Filled]:
    """A new vault, open; its recovery code, for `recovery.to_text`; and the result of `fill`."""

    vault: Vault
    recovery_code: bytearray = field(repr=False)
    filled: Filled


def create_vault[Filled](
    folder: Path,
    passphrase: bytearray,
    *,
    user_id: bytes,
    parameters: KdfParameters,
    randomness: Randomness,
    fill: Callable[[Vault], Filled],
    steps: Sequence[Migration] | None = None,
) -> Created[Filled]:
    """Create a vault with its first user, or nothing.

    Everything is written into a sibling folder, `fill` writes the first rows, both keyslots are opened once
    from the disk, and only then the folder takes its name. passphrase: as `passphrases.prepare` returns it,
    at least `passphrases.LEAST_BITS`; always overwritten. Raises AlreadyExistsError, WeakPassphraseError,
    DiskFullError, ReadOnlyError.
    """
    user_key, code = new_key(randomness), recovery.generate(randomness)
    try:
        _verify_free(folder)
        verify_strong_enough(passphrase.decode())
        slots = (
            passphrase_slot(user_id, passphrase, user_key, parameters),
            recovery_slot(user_id, code, user_key),
        )
        opened, filled = _written(folder, slots, fill, steps, randomness)
    finally:
        wipe(passphrase, user_key)
    try:
        with medium():
            sync_folder(folder.parent)
        vault = _reopened(Layout(folder), opened, steps, randomness)
    except BaseException:
        # Nobody has seen the recovery code yet, so the vault must not stay.
        discard_vault(folder, randomness)
        raise
    finally:
        opened.wipe()
    return Created(vault=vault, recovery_code=code, filled=filled)


def create_with_slots[Filled](
    folder: Path,
    slots: Sequence[NewSlot],
    *,
    randomness: Randomness,
    fill: Callable[[Vault], Filled],
    steps: Sequence[Migration] | None = None,
) -> Filled:
    """Create a vault with these keyslots, or nothing, and leave it closed; `fill` writes as the first slot's
    user.

    Raises as `create_vault` does; the secrets stay the caller's, and are not judged.
    """
    opened, filled = _written(folder, slots, fill, steps, randomness)
    opened.wipe()
    with medium():
        sync_folder(folder.parent)
    return filled


def discard_vault(folder: Path, randomness: Randomness) -> None:
    """Remove, as far as possible, a vault that was made a moment ago and of which nobody has a secret."""
    aside = _beside(folder, randomness)
    with suppress(OSError):
        folder.rename(aside)
    shutil.rmtree(aside, ignore_errors=True)


def open_vault(
    folder: Path,
    passphrase: bytearray,
    *,
    randomness: Randomness,
    read_only: bool = False,
    steps: Sequence[Migration] | None = None,
) -> Vault:
    """Open a vault with a user's passphrase, as `passphrases.prepare` returns it; it is always overwritten.

    Each passphrase slot costs one derivation: a header does not say whose they are. Creates nothing. Raises
    NoVaultError, VaultMissingPartError, VaultInUseError, HeaderDamagedError, NewerFormatError,
    KdfBelowFloorError, KdfAboveCeilingError, KdfMemoryError, WrongPassphraseError, DatabaseDamagedError,
    ReadOnlyError.
    """
    return _open(
        folder,
        passphrase,
        kind=SlotKind.PASSPHRASE,
        read_only=read_only,
        steps=steps,
        randomness=randomness,
    )


def open_with_recovery_code(
    folder: Path,
    typed: str,
    *,
    randomness: Randomness,
    steps: Sequence[Migration] | None = None,
) -> Vault:
    """Open a vault with the recovery code as typed; RecoveryCodeTypoError names the wrong groups.

    Otherwise like `open_vault`, with WrongRecoveryCodeError. Then ask for a new passphrase.
    """
    code = recovery.from_text(typed)
    return _open(folder, code, kind=SlotKind.RECOVERY, steps=steps, randomness=randomness)


def open_with_shares(
    folder: Path,
    secret: bytearray,
    *,
    randomness: Randomness,
    steps: Sequence[Migration] | None = None,
) -> Vault:
    """Open a vault with the secret that `shares.combine` returned; it is overwritten.

    Otherwise like `open_vault`, with WrongSharesError. Then ask for a new passphrase.
    """
    return _open(folder, secret, kind=SlotKind.SHARES, steps=steps, randomness=randomness)


def combine_shares(folder: Path, given: Sequence[tuple[Share, bytearray]]) -> bytearray:
    """Combine the secret that opens a vault from shares and their holders' passphrases, which are
    overwritten.

    Raises NoVaultError, VaultMissingPartError, and what `find_share_set` and `shares.combine` raise.
    """
    layout = Layout(folder)
    try:
        with medium():
            layout.verify_complete()
        return combine(given, find_share_set(layout, [share for share, _ in given]))
    finally:
        wipe(*(passphrase for _, passphrase in given))


def _open(
    folder: Path,
    secret: bytearray,
    *,
    kind: SlotKind,
    steps: Sequence[Migration] | None,
    randomness: Randomness,
    read_only: bool = False,
) -> Vault:
    layout = Layout(folder)
    try:
        with medium():
            layout.verify_complete()
            # If the medium cannot be written to, the vault is opened for reading only: `read_only` says so.
            read_only = read_only or not is_writable(layout.folder, layout.database, layout.lock)
            lock = hold_lock(layout.lock, shared=read_only)
        try:
            opened = open_header(layout, secret, kind=kind)
            try:
                return enter(layout, lock, opened, steps=steps, randomness=randomness, read_only=read_only)
            finally:
                opened.wipe()
        except BaseException:
            lock.release()
            raise
    finally:
        wipe(secret)


def _reopened(
    layout: Layout, opened: Opened, steps: Sequence[Migration] | None, randomness: Randomness
) -> Vault:
    with medium():
        lock = hold_lock(layout.lock)
    try:
        return enter(layout, lock, opened, steps=steps, randomness=randomness)
    except BaseException:
        lock.release()
        raise


def _beside(folder: Path, randomness: Randomness) -> Path:
    """Return the place of a vault that is not finished, or to be removed."""
    return folder.with_name(f".{folder.name}.{draw(randomness, 8).hex()}.new")


def _verify_free(folder: Path) -> None:
    if os.path.lexists(folder):
        raise AlreadyExistsError("something with this name already exists")


def _written[Filled](
    folder: Path,
    slots: Sequence[NewSlot],
    fill: Callable[[Vault], Filled],
    steps: Sequence[Migration] | None,
    randomness: Randomness,
) -> tuple[Opened, Filled]:
    """Write a vault completely beside its place, and let it take its name."""
    _verify_free(folder)
    beside = _beside(folder, randomness)
    with medium():
        make_folder(beside)
        try:
            opened = _make_parts(Layout(beside), slots, randomness)
            filled = _fill(Layout(beside), opened, fill, steps, randomness)
            _verify_free(folder)
            beside.rename(folder)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
    return opened, filled


def _make_parts(layout: Layout, new: Sequence[NewSlot], randomness: Randomness) -> Opened:
    """Make the folder's parts except the database, and open each keyslot from the disk."""
    vault_id, master_key = draw(randomness, ID_LENGTH), new_key(randomness)
    slots = tuple(one.wrapping(master_key, vault_id, randomness) for one in new)
    make_folder(layout.content)
    create_file(layout.lock).close()
    write_both(layout, KnownHeader(vault_id=vault_id, epoch=1, slots=slots), master_key)
    for one, slot in zip(new[1:], slots[1:], strict=True):
        verify_opens(layout, one, slot, master_key)
    opened = open_header(layout, new[0].secret, kind=new[0].kind, among={slots[0].slot_id})
    wipe(master_key)
    return opened


def _fill[Filled](
    layout: Layout,
    opened: Opened,
    fill: Callable[[Vault], Filled],
    steps: Sequence[Migration] | None,
    randomness: Randomness,
) -> Filled:
    """Make the database, let the caller write the first rows, and close everything: names still change."""
    lock = hold_lock(layout.lock)
    try:
        vault = enter(layout, lock, opened, steps=steps, randomness=randomness, create=True)
        with vault:
            filled = fill(vault)
    finally:
        lock.release()
    sync_folder(layout.content)
    sync_folder(layout.folder)
    return filled
