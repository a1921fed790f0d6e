"""Packages that were begun: what a later run needs to go on with their folder.

Two sealed files lie in the folder until it has its name. `begun.sealed` has what was chosen and drawn, under
the key of the user who began it. `progress.sealed` has a line for each volume that was read back, and for the
signature, under a key from the first. A volume counts as whole if the medium returns what its line says; what
has no line is written again. A line that was changed or is of another folder is not read, nor is what is
behind it.
"""

import shutil
from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock

from thb_desktop.crypto.material import KEY_LENGTH, Randomness, draw
from thb_desktop.crypto.sealing import bind, seal, unseal
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.errors import FormatError, SealedValueDamagedError
from thb_desktop.ledger.canonical import encode, parse
from thb_desktop.vault.system import (
    is_file,
    is_folder,
    medium,
    open_file,
    sync_file,
    sync_folder,
    write_all,
    write_back,
    write_whole,
)

BEGUN, PROGRESS = "begun.sealed", "progress.sealed"
_FORM = "thb-package-begun/1"
_LINE_FORM = "thb-package-progress/2"
_LONGEST = 64 << 20
_PIECE = 1 << 20
_SIGNATURE = "signature"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was chosen and drawn for a package when it was begun.

    bundle, sheet: SHA-256 (hex) of the file of the bundle, and of the sheet. extract: the custody extract in
    Base64. passphrase: empty for none. key: of the lines of progress, hex. The rest as in `PackageContent`.
    """

    id: RowId
    number: str
    at: datetime
    bundle: str
    sheet: str
    recipients: tuple[RowId, ...]
    without: tuple[ExhibitId, ...]
    words: str
    identities_because: str
    unsearched_because: str
    largest: int
    extract: str = field(repr=False)
    passphrase: str = field(repr=False)
    key: str = field(repr=False)
    telephone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A volume that was read back: SHA-256 (hex) of its file, and of what is closed up to its end in the
    volumes of its name.
    """

    name: str
    sha256: str
    content: str


def new_key(randomness: Randomness) -> str:
    """Draw the key of the lines of one folder."""
    return draw(randomness, KEY_LENGTH).hex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who can go on: the key of a user, and the vault. Not closed with the vault; drop it soon."""

    key: bytes = field(repr=False)
    vault_id: bytes

    def seal(self, terms: Terms, randomness: Randomness) -> bytes:
        plain = encode(to_record(terms))
        return seal(self.key, plain, context=bind(_FORM, self.vault_id), randomness=randomness)

    def unseal(self, untrusted: bytes) -> Terms | None:
        """Return the terms; None if another user, another vault or nobody sealed them."""
        with suppress(SealedValueDamagedError, FormatError):
            value = parse(bytes(unseal(self.key, untrusted, context=bind(_FORM, self.vault_id))))
            if isinstance(value, dict):
                return from_record(Terms, value)
        return None


class Progress:
    """The progress of one folder. Threads may add lines at the same time."""

    def __init__(self, terms: Terms, sealed: bytes, *, randomness: Randomness, part: Path | None) -> None:
        """sealed: the terms, for the file beside. part: the folder that is gone on with; None for a new one.

        Raises StorageError.
        """
        self.terms, self.part = terms, part
        self._sealed, self._randomness, self._lock = sealed, randomness, Lock()
        self._whole: dict[str, Whole] = {}
        self._signature: tuple[str, bytes] | None = None
        if part is not None:
            with medium():
                for kind, *told in self._read(part / PROGRESS):
                    self._learn(kind, told)

    @property
    def whole(self) -> int:
        """How many volumes are said to be whole."""
        return len(self._whole)

    def begin(self, part: Path) -> None:
        """Put the two files into a new folder; in one that is gone on with, remove what was not finished."""
        with medium():
            if self.part is None:
                write_whole(part / BEGUN, self._sealed)
            else:
                clear(part, {BEGUN, PROGRESS, *self._whole})
            self.part = part
            told = [("volume", each.name, each.sha256, each.content) for each in self._whole.values()]
            if self._signature:
                digest, signature = self._signature
                told.append((_SIGNATURE, digest, b64encode(signature).decode(), ""))
            lines = (self._line(*each) for each in told)
            write_whole(part / PROGRESS, b"".join(lines))

    def take(self, path: Path) -> Whole | None:
        """Return the volume if the medium returns what was written before; else make its name free."""
        whole = self._whole.get(path.name)
        if whole is not None and is_file(path) and digest_of(path) == whole.sha256:
            return whole
        path.unlink(missing_ok=True)
        return None

    def add(self, whole: Whole) -> None:
        """Remember a volume that was read back; it survives a power cut. Any thread does it."""
        self._append("volume", whole.name, whole.sha256, whole.content)

    def signature_of(self, digest: bytes) -> bytes | None:
        """Return the signature that was made over this digest; None if there is none."""
        known = self._signature
        return known[1] if known and known[0] == digest.hex() else None

    def add_signature(self, digest: bytes, signature: bytes) -> None:
        self._signature = digest.hex(), signature
        self._append(_SIGNATURE, digest.hex(), b64encode(signature).decode(), "")

    def _append(self, *told: str) -> None:
        if self.part is None:
            raise ValueError("nothing was begun")
        with self._lock, (self.part / PROGRESS).open("ab", buffering=0) as file:
            write_all(file, self._line(*told))
            sync_file(file)

    def _line(self, *told: str) -> bytes:
        sealed = seal(self._key, encode(list(told)), context=self._context, randomness=self._randomness)
        return b64encode(sealed) + b"\n"

    def _read(self, path: Path) -> Iterator[list[str]]:
        """Yield the lines from the first one on, as long as they are whole."""
        if not is_file(path):
            return
        with open_file(path) as file:
            untrusted = file.read(_LONGEST)
        for line in untrusted.splitlines():
            try:
                value = parse(bytes(unseal(self._key, b64decode(line, validate=True), context=self._context)))
            except (SealedValueDamagedError, FormatError, ValueError):
                return
            if isinstance(value, list):
                yield [str(each) for each in value]

    def _learn(self, kind: str, told: list[str]) -> None:
        if kind == _SIGNATURE:
            digest, signature, _ = told
            self._signature = digest, b64decode(signature)
        else:
            name, digest, content = told
            self._whole[name] = Whole(name=name, sha256=digest, content=content)

    @property
    def _key(self) -> bytes:
        return bytes.fromhex(self.terms.key)

    @property
    def _context(self) -> bytes:
        return bind(_LINE_FORM, self.terms.id.encode())


def terms_in(part: Path, owner: Owner) -> tuple[Terms, bytes] | None:
    """Return what was begun in a folder, and the sealed file; None if this user began nothing in it."""
    with medium():
        if not is_file(part / BEGUN):
            return None
        with open_file(part / BEGUN) as file:
            sealed = file.read(_LONGEST)
    terms = owner.unseal(sealed)
    return None if terms is None else (terms, sealed)


def clear(part: Path, kept: Collection[str]) -> None:
    """Take away what has another name than these: the folder may have been in other hands."""
    for path in part.iterdir():
        if path.name in kept:
            continue
        if is_folder(path):
            shutil.rmtree(path)
        else:
            path.unlink()


def forget(part: Path) -> None:
    """Remove the two files from a folder that was recorded. Raises StorageError."""
    with medium():
        for name in (PROGRESS, BEGUN):
            (part / name).unlink(missing_ok=True)
        sync_folder(part)


def digest_of(path: Path) -> str:
    """SHA-256 (hex) of a file as the medium returns it, and not what the system still holds of it."""
    digest = sha256()
    with open_file(path) as file:
        write_back(file, 0, 0)
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
