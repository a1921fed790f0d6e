"""Assigned: where the stores of assignments lie beside a vault, and the file by which an assignee opens one.

    NAME.thbassigned/       beside NAME.thbvault
      PLACE/                32 hexadecimal digits, random
        way                 see below; gone once the assignment is closed, or left in a packet
        packet              on the interpreter's laptop alone: the SHA-256 of the packet, 64 hex digits
        store/              a folder in the form of a vault (`layout`)
      .PLACE.new/           one that is being made, which nobody opens

The file `way`, 1,519 bytes:

    offset  bytes
    0       8      magic 89 54 48 42 57 0D 0A 1A
    8       2      format version, 1
    10      309    the assignee's own way (crypto.ways)
    319     1168   the secret of their keyslot, wrapped to their receiving key
    1487    32     SHA-256 of everything before, against chance damage
"""

import hashlib
import re
import shutil
import struct
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from thb_desktop.crypto import ways
from thb_desktop.crypto.compartments import unwrap, wrap_for
from thb_desktop.crypto.material import Randomness, draw, wipe
from thb_desktop.crypto.sealing import bind
from thb_desktop.errors import (
    DamageError,
    HeaderDamagedError,
    NewerFormatError,
    NoAssignmentError,
    NoVaultError,
    VaultMissingPartError,
    WrongPassphraseError,
)
from thb_desktop.vault.layout import SUFFIX, Layout
from thb_desktop.vault.system import (
    is_file,
    is_folder,
    make_private_folder,
    medium,
    open_file,
    overwrite_file,
    sync_folder,
    write_whole,
)
from thb_desktop.vault.unlocked import Vault
from thb_desktop.vault.vault import open_vault

MAGIC = b"\x89THBW\r\n\x1a"
_VERSION = 1
_FIXED = struct.Struct(">8sH")
_WRAPPED = 1168
_DIGEST = 32
_LENGTH = _FIXED.size + ways.LENGTH + _WRAPPED + _DIGEST
_FORM = re.compile(r"[0-9a-f]{32}", re.ASCII)
_MADE = re.compile(r"\.([0-9a-f]{32})\.new", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one assignment."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def layout(self) -> Layout:
        return Layout(self.folder / "store")

    @property
    def way(self) -> Path:
        return self.folder / "way"

    @property
    def packet(self) -> Path:
        """On the interpreter's laptop: the SHA-256 of the packet that was accepted."""
        return self.folder / "packet"

    @property
    def seen(self) -> Path:
        """On the interpreter's laptop: the state of the office's chain that the packet named."""
        return self.folder / "seen"

    @property
    def beside(self) -> "Place":
        """The same while it is being made."""
        return Place(self.folder.with_name(f".{self.name}.new"))

    @property
    def exists(self) -> bool:
        return is_folder(self.folder)

    @property
    def is_open_to_assignee(self) -> bool:
        return is_file(self.way)


def stores_beside(vault: Path) -> Path:
    """Return the folder in which the stores of a vault lie."""
    return vault.with_name(vault.name.removesuffix(SUFFIX) + ".thbassigned")


def place_beside(vault: Path, name: str) -> Place:
    return Place(stores_beside(vault) / name)


def places_beside(vault: Path) -> tuple[Place, ...]:
    """Return every store that lies beside a vault, in the order of their names."""
    return tuple(Place(path) for path in _children(vault) if _FORM.fullmatch(path.name) and is_folder(path))


def unfinished_beside(vault: Path) -> tuple[Place, ...]:
    """Return the places whose making was interrupted, by the names that they were to have."""
    found = (_MADE.fullmatch(path.name) for path in _children(vault))
    return tuple(place_beside(vault, each[1]) for each in found if each)


def new_place(vault: Path, randomness: Randomness) -> Place:
    """Return a free place, and make the folder of the stores."""
    with medium():
        make_private_folder(stores_beside(vault))
        sync_folder(stores_beside(vault).parent)
    return place_beside(vault, draw(randomness, 16).hex())


def write_way(
    place: Place, way: bytes, receiving_key: bytes, secret: bytearray, ids: Sequence[bytes]
) -> None:
    """Write the file by which an assignee opens the store.

    way: their own. receiving_key: public. secret: of their keyslot. ids: of their vault and of themselves.
    """
    wrapped = wrap_for(receiving_key, secret, context=bind("thb-assignment/1", *ids))
    covered = _FIXED.pack(MAGIC, _VERSION) + way + wrapped
    with medium():
        write_whole(place.way, covered + hashlib.sha256(covered).digest())


def read_way(place: Place) -> bytes:
    """Return the file of the way without its digest.

    Raises NoAssignmentError, HeaderDamagedError, NewerFormatError.
    """
    with medium():
        try:
            with open_file(place.way) as file:
                found = file.read(_LENGTH + 1)
        except (FileNotFoundError, NotADirectoryError):
            raise NoAssignmentError("there is no assignment here, or it was closed") from None
    if not found.startswith(MAGIC) or hashlib.sha256(found[:-_DIGEST]).digest() != found[-_DIGEST:]:
        raise HeaderDamagedError("the way of an assignment is damaged")
    if _FIXED.unpack_from(found)[1] > _VERSION:
        raise NewerFormatError("the assignment was made by a newer version of this program")
    if len(found) != _LENGTH or _FIXED.unpack_from(found)[1] != _VERSION:
        raise HeaderDamagedError("the way of an assignment is not in the form this program writes")
    return found[:-_DIGEST]


def open_for_assignee(place: Place, passphrase: bytearray, randomness: Randomness) -> Vault:
    """Open a store with the passphrase of its assignee, which is overwritten.

    Raises WrongPassphraseError, what `read_way` raises, and what `open_vault` raises.
    """
    try:
        read = read_way(place)
        traveller = ways.open_way(read[_FIXED.size : _FIXED.size + ways.LENGTH], passphrase)
    finally:
        wipe(passphrase)
    try:
        ids = (traveller.vault_id, traveller.user_id)
        secret = unwrap(traveller.receiving, read[-_WRAPPED:], context=bind("thb-assignment/1", *ids))
        vault = _opened(place, secret, randomness)
        vault.user_key[:] = traveller.user_key
        vault.home_id = traveller.vault_id
        return vault
    finally:
        wipe(traveller.user_key)


def open_for_office(place: Place, secret: bytearray, randomness: Randomness) -> Vault:
    """Open a store with the office's secret, which is overwritten. Raises as `open_vault`."""
    return _opened(place, secret, randomness)


def put_in_place(place: Place) -> None:
    """Give a finished store its name."""
    with medium():
        place.beside.folder.rename(place.folder)
        sync_folder(place.folder.parent)


def end_way(place: Place, secret: bytearray | None, assignee: bytes, randomness: Randomness) -> None:
    """Remove the keyslot of the assignee from the header if the office's secret opens it, then their way.

    assignee: the id of their user. secret: the office's; overwritten. Raises VaultInUseError while the store
    is open; a store that cannot be opened loses the way alone.
    """
    try:
        if secret is not None:
            _take_slot(place, secret, assignee, randomness)
    finally:
        wipe(secret)
    drop_way(place, randomness)


def drop_way(place: Place, randomness: Randomness) -> None:
    """Overwrite and remove the way of the assignee, if it is there."""
    with medium():
        if is_file(place.way):
            overwrite_file(place.way, randomness)
            place.way.unlink()
            sync_folder(place.folder)


def _take_slot(place: Place, secret: bytearray, assignee: bytes, randomness: Randomness) -> None:
    with (
        suppress(DamageError, NoAssignmentError, WrongPassphraseError, VaultMissingPartError),
        _opened(place, bytearray(secret), randomness) as vault,
    ):
        if any(slot.user_id == assignee for slot in vault.slots):
            with vault.keyring(secret) as ring:
                ring.take(lambda slot: slot.user_id == assignee)


def erase_store(place: Place, randomness: Randomness) -> None:
    """Destroy a store: overwrite the wrapped keys and the salts of the content first, then remove everything.

    An interrupted destruction starts again. On flash memory encrypted bytes may remain, without their key.
    """
    with medium():
        layout = place.layout
        for path in (place.way, layout.header, layout.header_copy, layout.database):
            if is_file(path):
                overwrite_file(path, randomness)
        if is_folder(layout.content):
            for folder in layout.content.iterdir():
                for path in folder.iterdir() if is_folder(folder) else ():
                    if is_file(path):
                        overwrite_file(path, randomness)
        if is_folder(place.folder):
            shutil.rmtree(place.folder)
        with suppress(FileNotFoundError):
            sync_folder(place.folder.parent)


def _opened(place: Place, secret: bytearray, randomness: Randomness) -> Vault:
    try:
        return open_vault(place.layout.folder, secret, randomness=randomness)
    except NoVaultError:
        raise NoAssignmentError("the store of this assignment is not in its place") from None


def _children(vault: Path) -> tuple[Path, ...]:
    folder = stores_beside(vault)
    try:
        return tuple(sorted(folder.iterdir())) if is_folder(folder) else ()
    except OSError:
        return ()
