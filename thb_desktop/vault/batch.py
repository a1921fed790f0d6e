"""Batch: several new content objects that become durable together, or leave nothing behind."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from thb_desktop.crypto.material import Randomness, draw
from thb_desktop.crypto.streams import ObjectCodec, object_length, padded_length
from thb_desktop.errors import DiskFullError
from thb_desktop.vault.intake import ByteSource, Intake, Memory, Watch
from thb_desktop.vault.reader import head
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
    write_back,
)

RESERVE = 1 << 20
"""Bytes left free on the disk, so that the event chain can still record that it is full."""
PART = ".part"
_ID_LENGTH = 16
_MANY = 16
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
    _finals: list[Path] = field(default_factory=list)
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
        with open_source(path) as source:
            with medium():
                if self._rules is None:
                    self._rules = EvidenceRules(self.folder)
                self._rules.verify(path, source)
            return self.add(
                source.file,
                expected=source.size,
                settled=source.verify_read,
                progress=progress,
                cancelled=cancelled,
            )

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
        object_id = object_id or draw(self.randomness, _ID_LENGTH).hex()
        final = self.place_of(object_id)
        watch = Watch(expected=expected, progress=progress, cancelled=cancelled)
        with medium():
            if free_space(self.folder) < object_length(padded_length(expected)) + RESERVE:
                raise DiskFullError("the disk has no room for this file; nothing was changed")
            if not is_folder(final.parent):
                self._fresh.append(final.parent)
                make_folder(final.parent)
            try:
                with create_file(_part(final)) as file:
                    write_all(file, head(0))
                    intake = Intake(source, file, self.codec_of(object_id), watch, self._memory)
                    digest = intake.run()
                    settled()
                    file.seek(0)
                    write_all(file, head(intake.length))
                    write_back(file, 0, object_length(intake.length))
            except BaseException:  # the batch may continue without this one
                with suppress(OSError):
                    _part(final).unlink()
                raise
            self._finals.append(final)
        return StoredObject(object_id=object_id, size=intake.size, sha256=digest.hex())

    def keep(self) -> None:
        """Flush everything, give each object its name, and flush the names."""
        with medium():
            self._flush(map(_part, self._finals), sync_path)
            for final in self._finals:
                _part(final).replace(final)
            places = {final.parent for final in self._finals}
            self._flush((*places, *([self.folder] if self._fresh else [])), sync_folder)

    def _flush(self, paths: Iterable[Path], sync: Callable[[Path], None]) -> None:
        """Flush these, one by one if they are few, else with all else on their file system."""
        if len(self._finals) < _MANY or not sync_file_system(self.folder):
            for path in paths:
                sync(path)

    def drop(self) -> None:
        """Remove everything that was written, under either name."""
        for path in (*self._finals, *map(_part, self._finals)):
            with suppress(OSError):
                path.unlink()
        for place in self._fresh:
            with suppress(OSError):
                place.rmdir()


def _part(final: Path) -> Path:
    return final.with_name(final.name + PART)
