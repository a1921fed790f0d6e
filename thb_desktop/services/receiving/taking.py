"""Taking: what came is opened straight into the encrypted store, before anything of it is believed.

Nothing in clear touches a disk. What was taken and is not recorded afterwards is removed by `Taken.drop`; a
killed program leaves an object that no row names, which the health check finds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from thb_desktop.crypto.envelopes.openers import KeyOpener, Opener, within_rounds
from thb_desktop.errors import FileUnreadableError, FormatError, PackageFormError
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container, open_container
from thb_desktop.services.packaging.folders import VOLUMES
from thb_desktop.services.packaging.opened_volumes import contents
from thb_desktop.services.packaging.opening import listed_volumes
from thb_desktop.vault.content import ContentStore, StoredObject
from thb_desktop.vault.system import is_file, medium
from thb_desktop.verify.container import is_package
from thb_desktop.verify.package_sheet import SHEET, Sheet, read_sheet

Progress = Callable[[int, int], None]
_VOLUME = ".p7m"
_LARGEST_CONTAINER = 4 << 30
"""Bytes of a container that lies open. Ours has at most 96 MiB of files beside its bundle: a file with holes
would fill the vault's disk with nothing.
"""
_LONGER = 1 << 20
"""Bytes that a file beside it may have more than its sheet says: it is read, and said to be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came, in the store. container: the signed container; beside: the large files that its sheet names
    and that came with it, by their names; others: names of what came and is not named.

    in_envelope: whether it was closed; opened_with: the fingerprint of the certificate whose key opened it,
    empty for a passphrase.
    """

    store: ContentStore = field(repr=False)
    container: StoredObject
    beside: Mapping[str, StoredObject]
    others: tuple[str, ...]
    in_envelope: bool
    opened_with: str

    @contextmanager
    def opened(self) -> Iterator[Container]:
        """Open the container. Raises PackageFormError."""
        with self.file(self.container) as file:
            yield open_container(file)

    def file(self, stored: StoredObject) -> BinaryIO:
        """Open what was stored, decrypted on demand."""
        return self.store.open(stored.object_id, stored.size)

    def drop(self, keep: Iterable[str] = ()) -> None:
        """Remove what was taken, except these objects."""
        kept = frozenset(keep)
        for each in (self.container, *self.beside.values()):
            if each.object_id not in kept:
                self.store.remove(each.object_id)


def take(
    store: ContentStore, path: Path, openers: Sequence[Opener] = (), *, progress: Progress | None = None
) -> Taken:
    """Take in a package: a closed folder, a volume, a folder that was opened, or a container. Any thread does
    it; a refusal leaves nothing behind.

    Raises FileUnreadableError for a folder without a container, PackageFormError for a file that is longer
    than it may be, the refusals of `open_envelope`,
    SourceKindError, DiskFullError.
    """
    source = _source(path, openers)
    told = _Told(source.size, progress)
    taken: list[StoredObject] = []
    try:
        source.verify_length(source.container, _LARGEST_CONTAINER)
        container = source.store(store, source.container, told)
        taken.append(container)
        named = _named(store, container)
        beside: dict[str, StoredObject] = {}
        for name in (each for each in source.others if each in named):
            source.verify_length(name, named[name] + _LONGER)
            beside[name] = source.store(store, name, told)
            taken.append(beside[name])
    except BaseException:
        for each in taken:
            store.remove(each.object_id)
        raise
    return Taken(
        store=store,
        container=container,
        beside=beside,
        others=tuple(each for each in source.others if each not in named) if source.is_folder else (),
        in_envelope=isinstance(source, _Enveloped),
        opened_with=_fingerprint(openers) if isinstance(source, _Enveloped) else "",
    )


def _named(store: ContentStore, container: StoredObject) -> Mapping[str, int]:
    """Return the files that the sheet says lie beside, with their lengths; nothing of what cannot be read."""
    with store.open(container.object_id, container.size) as file:
        try:
            opened_container = open_container(file)
            if PAYLOAD + SHEET not in opened_container.by_name:
                return {}
            sheet: Sheet = read_sheet(opened_container)
        except (PackageFormError, FormatError):
            return {}
        return {each.place: each.size for each in sheet.files if each.beside}


def _fingerprint(openers: Sequence[Opener]) -> str:
    keys = [each for each in openers if isinstance(each, KeyOpener)]
    return sha256(keys[0].certificate).hexdigest() if keys else ""


class _Told:
    """How much of all was taken."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._progress, self._done = total, progress, 0

    def add(self, count: int) -> None:
        self._done += count
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)


class _Enveloped:
    """Volumes: the first file is the container, the others lie beside it."""

    is_folder = True

    def __init__(self, path: Path, openers: Sequence[Opener]) -> None:
        self._listed, self._volumes = listed_volumes(path)
        self.container, *others = self._volumes
        self.others = tuple(others)
        with medium():
            self.size = sum(one.stat().st_size for each in self._volumes.values() for one in each)
        self._openers = within_rounds(openers, self.size)

    def verify_length(self, _name: str, _most: int) -> None:
        """Volumes have as many bytes as they bring."""

    def store(self, store: ContentStore, name: str, told: _Told) -> StoredObject:
        with closing(contents(self._volumes[name], self._listed, self._openers)) as pieces:
            return store.store(Pieces(pieces, told))


class _Lying:
    """A container that lies open, and the files of its folder: of a file alone, the folder is not looked at
    beyond the names that it tells.
    """

    def __init__(self, path: Path) -> None:
        self.is_folder = path.is_dir()
        self._folder = path if self.is_folder else path.parent
        self.container = _container_in(path) if self.is_folder else path.name
        with medium():
            there = [each.name for each in self._folder.iterdir() if is_file(each)]
            self.others = tuple(sorted(each for each in there if each != self.container))
            self.size = (self._folder / self.container).stat().st_size if self.container in there else 0

    def verify_length(self, name: str, most: int) -> None:
        """Raise PackageFormError for a file of more bytes. One with holes is long, and brings nothing."""
        path = self._folder / name
        with medium():
            if is_file(path) and path.stat().st_size > most:
                raise PackageFormError("a file is longer than the one that the package has")

    def store(self, store: ContentStore, name: str, told: _Told) -> StoredObject:
        stored = store.store_file(self._folder / name)
        told.add(stored.size)
        return stored


def _source(path: Path, openers: Sequence[Opener]) -> "_Enveloped | _Lying":
    try:
        if path.is_dir():
            closed = any(each.name.endswith(_VOLUME) or each.name == VOLUMES for each in path.iterdir())
        else:
            closed = path.name.endswith(_VOLUME)
    except OSError:
        raise FileUnreadableError("the folder cannot be read") from None
    return _Enveloped(path, openers) if closed else _Lying(path)


def _container_in(folder: Path) -> str:
    found = sorted(each.name for each in folder.iterdir() if is_package(each))
    if len(found) != 1:
        raise FileUnreadableError("the folder does not contain exactly one package")
    return found[0]


class Pieces:
    """Pieces of bytes as a source that can be read into a buffer."""

    def __init__(self, pieces: Iterator[bytes | memoryview], told: _Told | None = None) -> None:
        self._pieces, self._told, self._left = pieces, told, memoryview(b"")

    def readinto(self, buffer: memoryview, /) -> int:
        while not self._left:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._left = memoryview(piece)
        count = min(len(buffer), len(self._left))
        buffer[:count], self._left = self._left[:count], self._left[count:]
        if self._told is not None:
            self._told.add(count)
        return count
