"""Batch: several new content objects that become durable together, or leave nothing behind."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from threading import Event

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.streams import ObjectCodec, object_length, padded_length
from thb_desktop.errors import DiskFullError
from thb_desktop.vault.intake import ByteSource, Digests, Intake, Memory, Watch, is_one_message
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
    write_all,
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

    further: other digests that were asked for while it was stored, by their algorithms; they are not kept.
    """

    object_id: str
    size: int
    sha256: str
    further: tuple[tuple[str, str], ...] = ()


def at_rest() -> None:
    """A source that needs no final check."""


@dataclass(slots=True)
class Batch:
    """Objects under temporary names, until `keep`; made by `ContentStore.batch`."""

    folder: Path
    name_of: Callable[[str], str]
    codec_of: Callable[[str], ObjectCodec]
    randomness: Randomness
    part: str = PART
    """How the temporary names of its objects end."""
    is_kept: bool = False
    _written: list[tuple[str, str]] = field(default_factory=list)
    """Where each object lies until `keep`, and its place; as text, because a path costs as much as a read."""
    _places: dict[str, Path] = field(default_factory=dict)
    """The folders of these places."""
    _adopted: list[tuple[str, str]] = field(default_factory=list)
    """What another process stored: the id of each object, and how its temporary name ends."""
    _fresh: list[Path] = field(default_factory=list)
    _has_adopted: bool = False
    """The other process may have made folders, too."""
    _memory: Memory = field(default_factory=Memory)
    _rules: EvidenceRules | None = None

    def add_file(
        self,
        path: Path,
        *,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Event | None = None,
        also: Sequence[str] = (),
    ) -> StoredObject:
        """Add a file from outside, never writing to it. Raises as `sources.open_source`, `EvidenceRules`
        and `add` do. also: further algorithms whose digests are computed in the same pass.
        """
        with open_source(path) as source, medium():
            watch = Watch(expected=source.size, progress=progress, cancelled=cancelled)
            self._known_rules().verify(path, source)
            named = self._name(self._new_id())
            if not is_one_message(source.size):
                return self._add(source.file, named, watch, source.verify_read, also)
            size = self._memory.read(source.file)
            watch.report(size)
            source.verify_read(size)
        return self._add_small(size, *named, also)

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
            return self._add(source, named, watch, settled)

    def _add_small(self, size: int, object_id: str, final: str, also: Sequence[str]) -> StoredObject:
        """Add what was read into memory, without what only a large file needs: that would cost as much as its
        encryption. One thread does it all: the calls of the system are so short that two would wait longer
        for each other.
        """
        digests = Digests(also)
        digests.update(self._memory.slabs[0].view[:size])
        with medium():
            sealed = self._memory.seal(size, self.codec_of(object_id))
            self._verify_room(len(sealed))
            part = final + self.part
            file = create_file(part)
            try:
                with file:
                    write_all(file, sealed)
            except BaseException:
                _remove(part)
                raise
        self._written.append((part, final))
        return StoredObject(
            object_id=object_id, size=size, sha256=digests.sha256.hexdigest(), further=digests.further
        )

    def _known_rules(self) -> EvidenceRules:
        if self._rules is None:
            self._rules = EvidenceRules(self.folder)
        return self._rules

    def _new_id(self) -> str:
        return draw(self.randomness, _ID_LENGTH).hex()

    def _name(self, object_id: str) -> tuple[str, str]:
        """Return the id of an object and its place, whose folder is there afterwards."""
        name = self.name_of(object_id)
        digit = name[0]
        if digit not in self._places:
            place = self.folder / digit
            with medium():
                if not is_folder(place):
                    self._fresh.append(place)
                    make_folder(place)
            self._places[digit] = place
        return object_id, f"{self.folder}{os.sep}{digit}{os.sep}{name}"

    def _add(
        self,
        source: ByteSource,
        named: tuple[str, str],
        watch: Watch,
        settled: Callable[[], None],
        also: Sequence[str] = (),
    ) -> StoredObject:
        object_id, final = named
        self._verify_room(object_length(padded_length(watch.expected)))
        part = final + self.part
        try:
            with create_file(part) as file:
                digests = Digests(also)
                intake = Intake(source, file, self.codec_of(object_id), watch, self._memory, digests)
                intake.run()
                settled()
        except BaseException:  # the batch may continue without this one
            _remove(part)
            raise
        self._written.append((part, final))
        return StoredObject(
            object_id=object_id,
            size=intake.size,
            sha256=digests.sha256.hexdigest(),
            further=digests.further,
        )

    def _verify_room(self, length: int) -> None:
        if free_space(self.folder) < length + RESERVE:
            raise DiskFullError("the disk has no room for this file; nothing was changed")

    def adopt(self, stored: Iterable[StoredObject], part: str) -> None:
        """Take over objects that another process stored in the same folder. part: as there."""
        self._adopted += [(each.object_id, part) for each in stored]

    def _name_adopted(self) -> None:
        """Find the names of what was adopted, which nobody asks for if the other process gave them."""
        waiting, self._adopted = self._adopted, []
        self._has_adopted = self._has_adopted or bool(waiting)
        for object_id, part in waiting:
            final = self._name(object_id)[1]
            self._written.append((final + part, final))

    def forget(self, unwanted: Collection[StoredObject]) -> None:
        """Remove objects whose bytes are there already, whether they are kept or not."""
        if not unwanted:
            return
        self._name_adopted()
        finals = {self._name(each.object_id)[1] for each in unwanted}
        for path in chain.from_iterable(each for each in self._written if each[1] in finals):
            _remove(path)
        self._written = [each for each in self._written if each[1] not in finals]
        if self.is_kept:  # nor does a power cut bring them back
            with medium():
                self._flush(dict.fromkeys(Path(final).parent for final in finals), sync_folder)

    def remove_parts(self, part: str) -> None:
        """Remove what a process that has ended left half done, but not what was adopted. part: as there."""
        self._name_adopted()
        adopted = {written for written, _ in self._written}
        with suppress(OSError):
            for folder in [path for path in self.folder.iterdir() if is_folder(path)]:
                for path in [str(path) for path in folder.iterdir() if path.name.endswith(part)]:
                    if path not in adopted:
                        _remove(path)

    def keep(self) -> None:
        """Flush everything, give each object its name, and flush the names."""
        self._name_adopted()
        with medium():
            self._flush((Path(part) for part, _ in self._written), sync_path)
            for part, final in self._written:
                os.replace(part, final)  # noqa: PTH105 - text, see `_written`
            above = [self.folder] if self._fresh or self._has_adopted else []
            self._flush((*self._places.values(), *above), sync_folder)
        self.is_kept = True

    @contextmanager
    def keeping(self) -> Iterator[Callable[[], None]]:
        """Do `keep` in another thread while the caller makes the rows: it waits for the medium, not for the
        processor.

        What is yielded waits until it is done, and raises what it raised: call it before the rows are
        committed.
        """
        if self.is_kept:
            yield lambda: None
            return
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="keep") as helper:
            yield helper.submit(self.keep).result

    def _flush(self, paths: Iterable[Path], sync: Callable[[Path], None]) -> None:
        """Flush these, one by one if they are few, else with all else on their file system."""
        if len(self._written) < MANY or not sync_file_system(self.folder):
            for path in paths:
                sync(path)

    def drop(self) -> None:
        """Remove everything that was written, under either name."""
        self._name_adopted()
        for path in chain.from_iterable(self._written):
            _remove(path)
        for place in self._fresh:
            with suppress(OSError):
                place.rmdir()


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)  # noqa: PTH108 - text, see `_written`
