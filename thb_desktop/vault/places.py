"""Places: where the objects of a content folder lie, under names that only the content key joins to their
ids.

The id of an object stands in the database, and in the custody extract of every bundle with its exhibit. The
name of its file is this id encrypted by AES-256, one block, under a key of the content subkey; its folder is
the first digit of the name. In the first format the name was the id, in a folder of its first two digits:
such files are found, and get their new name at the next unlock that may write.
"""

import hmac
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from thb_desktop.vault.system import is_file, is_folder, make_folder, medium, sync_folder

_LABEL = b"thb-object-names/2"
_OBJECT_ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
_FOLDER = re.compile(r"[0-9a-f]", re.ASCII)
_FIRST_FOLDER = re.compile(r"[0-9a-f]{2}", re.ASCII)


def is_object_id(name: str) -> bool:
    """Whether an object of the store can have this id."""
    return _OBJECT_ID.fullmatch(name) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectPlaces:
    """The places in one content folder. key: the vault's content subkey."""

    folder: Path
    key: bytearray = field(repr=False)

    def of(self, object_id: str) -> Path:
        """Return the place of an object: where it lies, or else where it is to be written."""
        first = self.folder / object_id[:2] / object_id
        return first if is_folder(first.parent) and is_file(first) else self.new(object_id)

    def new(self, object_id: str) -> Path:
        name = self.namer()(object_id)
        return self.folder / name[0] / name

    def namer(self) -> Callable[[str], str]:
        """Return what names the files of many objects: the key of the names is derived once."""
        encrypt = self._cipher().encryptor().update
        return lambda object_id: encrypt(bytes.fromhex(object_id)).hex()

    def each(self) -> Iterator[tuple[str, Path]]:
        """Return the id and the place of each object that is there, unordered."""
        back = self._cipher().decryptor()
        for place in self._folders(_FOLDER):
            for path in place.iterdir():
                if is_object_id(path.name):
                    yield back.update(bytes.fromhex(path.name)).hex(), path
        for place in self._folders(_FIRST_FOLDER):
            yield from ((path.name, path) for path in place.iterdir() if is_object_id(path.name))

    def rename_first(self) -> int:
        """Give each object of the first format its new name; return how many. It may be ended anywhere."""
        renamed = 0
        with medium():
            for place in self._folders(_FIRST_FOLDER):
                for path in [path for path in place.iterdir() if is_object_id(path.name) and is_file(path)]:
                    new = self.new(path.name)
                    if not is_folder(new.parent):
                        make_folder(new.parent)
                    path.rename(new)
                    renamed += 1
                if not any(place.iterdir()):
                    place.rmdir()
            if renamed:
                for place in self._folders(_FOLDER):
                    sync_folder(place)
                sync_folder(self.folder)
        return renamed

    def _folders(self, form: re.Pattern[str]) -> list[Path]:
        with medium():
            return [path for path in self.folder.iterdir() if form.fullmatch(path.name) and is_folder(path)]

    def _cipher(self) -> Cipher[ECB]:
        return Cipher(AES(hmac.digest(self.key, _LABEL, "sha256")), ECB())  # noqa: S305 - one block, a name
