"""Storing: a group of files whose bytes a process beside stores, while their rows are made here.

What was answered is recorded in the order of the files. The transaction of the rows begins when the bytes
come as fast as rows are made, and is given up if they stop coming: no slow stick holds the vault.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Protocol, Self

from thb_desktop.errors import CancelledError, StorageError, ThbError
from thb_desktop.services.evidence.store_beside import StoreBeside, StoreEndedError
from thb_desktop.services.evidence.store_worker import KEEP, Result, added, result_of
from thb_desktop.vault.batch import Batch, StoredObject

_FIRST, _FILES, _BYTES = 8, 40, 1 << 20
"""How many files are the first part and each other one, and about how many bytes: some milliseconds."""
_AHEAD = 4
"""How many parts are handed over before they are answered: two at least, see `store_worker`."""
_ROW = 0.000_15
"""Seconds that the rows and the event of a file take, about."""
_LOOK, _PATIENCE = 0.05, 0.5
"""Seconds between two looks whether the work was stopped, and for which a transaction waits for bytes in
all.
"""


class SlowSourceError(Exception):
    """The bytes stopped coming while a transaction was open: it is given up, and begun again later."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be stored: its whole path, and how many bytes it seems to have."""

    path: str
    size: int


class Coming(Protocol):
    """The bytes of a group of files, as whoever records them asks for them."""

    @property
    def failure(self) -> ThbError | None:
        """Why no more come, though not all did."""

    @property
    def stored(self) -> Sequence[StoredObject]:
        """What came so far."""

    def parts(self) -> Iterator[Sequence[Result]]:
        """Yield what became of each part, from the first, in the order of the files."""

    def keeping(self) -> AbstractContextManager[Callable[[], None]]:
        """As `Batch.keeping`."""

    def forget(self, unwanted: Sequence[StoredObject]) -> None:
        """As `Batch.forget`."""


@dataclass(frozen=True, slots=True)
class Here:
    """A group whose bytes this process has stored."""

    batch: Batch
    stored: Sequence[StoredObject]
    failure: ThbError | None = None

    def parts(self) -> Iterator[Sequence[Result]]:
        yield self.stored

    def keeping(self) -> AbstractContextManager[Callable[[], None]]:
        return self.batch.keeping()

    def forget(self, unwanted: Sequence[StoredObject]) -> None:
        self.batch.forget(unwanted)


def _unheard(_files: int, _size: int) -> None:
    """Nobody wants to know how much is done."""


class Storing:
    """A group on its way; as a context it leaves nothing behind that is not kept."""

    def __init__(
        self,
        beside: StoreBeside,
        batch: Batch,
        files: Sequence[Wanted],
        *,
        also: Sequence[str] = (),
        cancelled: Event | None = None,
        tell: Callable[[int, int], None] = _unheard,
        now: Callable[[], float] = monotonic,
    ) -> None:
        """also: further algorithms, as for `Batch.add_file`. tell: called after each part with the files and
        the bytes that are done. now: a clock in seconds.
        """
        self.answered: list[Sequence[Result]] = []
        self.failure: ThbError | None = None
        self._beside, self._batch, self._also = beside, batch, also
        self._tell, self._now = tell, now
        self._cancelled = cancelled or Event()
        self._parts = list(_in_parts(files))
        self._count, self._done, self._size, self._handed = len(files), 0, 0, 0
        self._is_lost = self._is_unknown = False
        self._began = now()
        self._hand_over()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if not (self._batch.is_kept or self._is_lost):
            self._end()

    @property
    def results(self) -> Iterator[Result]:
        """What became of the files so far, in their order."""
        return (each for part in self.answered for each in part)

    @property
    def stored(self) -> list[StoredObject]:
        return [each for each in self.results if isinstance(each, StoredObject)]

    @property
    def is_whole(self) -> bool:
        return len(self.answered) == len(self._parts)

    @property
    def keeps_up(self) -> bool:
        """Whether the rest will have come by the time that the rows of all are made."""
        rest = self._count - self._done
        if not self._done:
            return False
        return rest * (self._now() - self._began) / self._done <= self._count * _ROW

    def wait(self, pause: Callable[[], None] = lambda: None, *, until_whole: bool = False) -> None:
        """Wait until the transaction may begin, or until all bytes are stored.

        pause: called often; it may wait, and stop the work by an error.
        """
        while not (self.failure or self.is_whole or (self.keeps_up and not until_whole)):
            self._advance(_LOOK)
            if self._cancelled.is_set():
                self.stop()
            pause()

    def record[T](self, record: Callable[[], T], pause: Callable[[], None] = lambda: None) -> T:
        """Record what comes, in one transaction; begin again with all of it if it stops coming meanwhile.

        pause: as for `wait`.
        """
        try:
            return record()
        except SlowSourceError:
            self.wait(pause, until_whole=True)
            return record()

    def parts(self) -> Iterator[Sequence[Result]]:
        """Yield what became of each part, from the first, as they are answered; after a stop, of each that
        was answered.

        Raises SlowSourceError.
        """
        waited = 0.0
        for number in range(len(self._parts)):
            while len(self.answered) <= number and self.failure is None:
                if self._cancelled.is_set():
                    self.stop()  # it takes over what was answered meanwhile
                    continue
                began = self._now()
                came = self._advance(_LOOK)
                waited += self._now() - began
                if not came and waited > _PATIENCE:
                    raise SlowSourceError
            if len(self.answered) <= number:
                return
            yield self.answered[number]

    def stop(self) -> None:
        """Store nothing more; what was answered can be recorded."""
        if not (self.is_whole or self.failure):
            self.failure = CancelledError("the work was stopped; what was recorded before stays")
            self._batch.is_kept = self._end()

    def forget(self, unwanted: Sequence[StoredObject]) -> None:
        self._batch.forget(unwanted)

    @contextmanager
    def keeping(self) -> Iterator[Callable[[], None]]:
        """As `Batch.keeping`: the process beside flushes and names all, after the last part."""
        yield self._wait_until_kept

    def _wait_until_kept(self) -> None:
        if not self._is_lost:
            self._hand_over()
            try:
                while self._beside.hear() != KEEP:
                    pass
            except StoreEndedError:
                self._end()
            else:
                self._batch.is_kept = True
        if self._is_unknown:  # a flush that failed there would seem to succeed here
            raise self.failure or StorageError(
                "the process that stored the bytes ended before they were kept"
            )
        if not self._batch.is_kept:
            self._batch.keep()

    def _hand_over(self) -> None:
        """Ask for the next parts, and at last that all is kept."""
        while not self._is_lost and self._handed < len(self.answered) + _AHEAD:
            if self._handed > len(self._parts):
                return
            is_last = self._handed == len(self._parts)
            asked = () if is_last else [each.path for each in self._parts[self._handed]]
            self._beside.ask(KEEP if is_last else [asked, self._also])
            self._handed += 1

    def _advance(self, seconds: float) -> bool:
        """Wait so long for the next part, and return whether it came. Once the other process has ended, this
        one stores it.
        """
        if not self._is_lost:
            try:
                answer = self._beside.hear(seconds)
            except StoreEndedError:
                self._end()
            else:
                if answer is not None:
                    self._take(answer)
                    self._hand_over()
                return answer is not None
        if not (self.is_whole or self.failure):
            self._store_here()
        return True

    def _store_here(self) -> None:
        """Store the next part. What is wrong with anything but a source ends the work."""
        part: list[Result] = []
        try:
            for each in self._parts[len(self.answered)]:
                part += [added(self._batch, each.path, self._also)]
        except ThbError as failure:
            self.failure = failure
        self._add(part)
        self._tell(self._done, self._size)

    def _take(self, answer: object) -> None:
        if isinstance(answer, list):
            part = [result_of(each) for each in answer]
            self._batch.adopt([each for each in part if isinstance(each, StoredObject)], self._beside.part)
            self._add(part)

    def _add(self, part: Sequence[Result]) -> None:
        wanted = self._parts[len(self.answered)]
        self.answered.append(part)
        self._done += len(wanted)
        self._size += sum(each.size for each in wanted)
        if not self._is_lost:  # while it ends, nothing stops that
            self._tell(self._done, self._size)

    def _end(self) -> bool:
        """End the other process, take over what it had answered, and remove what it left half done; return
        whether it had kept all.
        """
        self._is_lost = True
        self._beside.close()
        answer = None
        try:
            while (answer := self._beside.hear()) != KEEP:
                self._take(answer)
        except StoreEndedError:
            self._is_unknown = self.is_whole
        self._batch.remove_parts(self._beside.part)
        return answer == KEEP


def _in_parts(files: Sequence[Wanted]) -> Iterator[list[Wanted]]:
    part, size, most = list[Wanted](), 0, _FIRST
    for file in files:
        if part and (len(part) >= most or size + file.size > _BYTES):
            yield part
            part, size, most = [], 0, _FILES
        part.append(file)
        size += file.size
    if part:
        yield part
