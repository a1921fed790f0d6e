"""Batch: several new content objects that become durable together, or leave nothing behind."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.streams import ObjectCodec, object_length, padded_length
from thb_desktop.errors import DiskFullError
from thb_desktop.vault.intake import ByteSource, Intake, Memory, Watch
from thb_desktop.vault.sources import EvidenceRules, open_source
from thb_desktop.vault.system import (
    create_file,
    free_space,
    is_folder,
    make_folder,
    medium,
    sync_file_system,
    sync_folder,
    sync_path,
)

RESERVE = 1 << 20
"""Bytes left free on the disk, so that the event chain can still record that it is full."""
PART = ".part"
_ID_LENGTH = 16
MANY = 16
"""From this many objects on, one flush of the file system costs less than one of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObject:
    """What the database stores about an object: its random name, the size and the SHA-256 of its
    plaintext.
    """

    object_id: str
    size: int
    sha256: str


def at_rest() -> None:
    """A source that needs no final check."""


@dataclass(slots=True)
class Batch:
    """Objects under temporary names, until `keep`; made by `ContentStore.batch`."""

    folder: Path
    place_of: Callable[[str], Path]
    codec_of: Callable[[str], ObjectCodec]
    randomness: Randomness
    _written: list[tuple[Path, Path]] = field(default_factory=list)
    """Where each object lies until `keep`, and its place."""
    _places: dict[str, Path] = field(default_factory=dict)
    """The folders of these places."""
    _fresh: list[Path] = field(default_factory=list)
    _memory: Memory = field(default_factory=Memory)
    _rules: EvidenceRules | None = None

    def add_file(
        self,
        path: Path,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> StoredObject:
        """Add a file from outside, never writing to it. Raises as `sources.open_source`, `EvidenceRules`
        and `add` do.
        """
        named = self._name(self._new_id())
        return self._add_file(path, named, self._memory, progress=progress, cancelled=cancelled)

    def add_small_files(
        self, paths: Sequence[Path], *, tell: Callable[[int], None], cancelled: Event | None = None
    ) -> list[StoredObject]:
        """Add many files of about one message at most, in two threads. Raises as `add_file` does: then the
        batch cannot go on.

        Most of the time of a small file is the system's, which works for both threads at once. tell: called
        by the caller's thread, with the bytes that were added so far.
        """
        names = [self._name(self._new_id()) for _ in paths]
        stored: dict[int, StoredObject] = {}
        added = [0, 0]
        waiting = iter(range(len(paths)))

        def add(thread: int, memory: Memory) -> Iterator[None]:
            for number in waiting:
                try:
                    one = self._add_file(paths[number], names[number], memory, cancelled=cancelled)
                except BaseException:
                    deque(waiting, maxlen=0)  # the other thread ends too
                    raise
                stored[number] = one
                added[thread] += one.size
                yield

        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake") as helper:
            other = helper.submit(lambda: deque(add(1, Memory()), maxlen=0))
            for _ in add(0, self._memory):
                tell(sum(added))
            other.result()
        tell(sum(added))
        return [stored[number] for number in range(len(paths))]

    def add(
        self,
        source: ByteSource,
        *,
        expected: int = 0,
        settled: Callable[[], None] = at_rest,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
        object_id: str | None = None,
    ) -> StoredObject:
        """Encrypt one source; see `ContentStore.store`. object_id: its existing name, if it has one."""
        watch = Watch(expected=expected, progress=progress, cancelled=cancelled)
        named = self._name(object_id or self._new_id())
        with medium():
            return self._add(source, named, watch, settled, self._memory)

    def _add_file(
        self,
        path: Path,
        named: tuple[str, Path],
        memory: Memory,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
    ) -> StoredObject:
        with open_source(path) as source, medium():
            if self._rules is None:
                self._rules = EvidenceRules(self.folder)
            self._rules.verify(path, source)
            watch = Watch(expected=source.size, progress=progress, cancelled=cancelled)
            return self._add(source.file, named, watch, source.verify_read, memory)

    def _new_id(self) -> str:
        return draw(self.randomness, _ID_LENGTH).hex()

    def _name(self, object_id: str) -> tuple[str, Path]:
        """Return the id of an object and its place, whose folder is there afterwards."""
        final = self.place_of(object_id)
        digit = final.name[0]
        if digit not in self._places:
            place = final.parent
            with medium():
                if not is_folder(place):
                    self._fresh.append(place)
                    make_folder(place)
            self._places[digit] = place
        return object_id, final

    def _add(
        self,
        source: ByteSource,
        named: tuple[str, Path],
        watch: Watch,
        settled: Callable[[], None],
        memory: Memory,
    ) -> StoredObject:
        object_id, final = named
        if free_space(self.folder) < object_length(padded_length(watch.expected)) + RESERVE:
            raise DiskFullError("the disk has no room for this file; nothing was changed")
        part = final.with_name(final.name + PART)
        try:
            with create_file(part) as file:
                intake = Intake(source, file, self.codec_of(object_id), watch, memory)
                digest = intake.run()
                settled()
        except BaseException:  # the batch may continue without this one
            with suppress(OSError):
                part.unlink()
            raise
        self._written.append((part, final))
        return StoredObject(object_id=object_id, size=intake.size, sha256=digest.hex())

    def keep(self) -> None:
        """Flush everything, give each object its name, and flush the names."""
        with medium():
            self._flush((part for part, _ in self._written), sync_path)
            for part, final in self._written:
                part.replace(final)
            self._flush((*self._places.values(), *([self.folder] if self._fresh else [])), sync_folder)

    def _flush(self, paths: Iterable[Path], sync: Callable[[Path], None]) -> None:
        """Flush these, one by one if they are few, else with all else on their file system."""
        if len(self._written) < MANY or not sync_file_system(self.folder):
            for path in paths:
                sync(path)

    def drop(self) -> None:
        """Remove everything that was written, under either name."""
        for path in chain.from_iterable(self._written):
            with suppress(OSError):
                path.unlink()
        for place in self._fresh:
            with suppress(OSError):
                place.rmdir()
