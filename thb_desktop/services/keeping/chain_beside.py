"""Chain beside: a long event chain is checked on another core, while this process replays its contents.

Python runs one thread at a time, and verifying a signature does not make room for another. So a confined
process does it (ADR 0023). If it finds a fault, or does not answer, all is checked again in this process,
which names each fault.
"""

import os
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from queue import Full, Queue
from threading import Event
from typing import cast

import cryptography

from thb_desktop.errors import ThbError
from thb_desktop.inspect import CHAIN_WORKER
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import Worker, ask
from thb_desktop.ledger import canonical
from thb_desktop.ledger.entry import SignedEntry
from thb_desktop.services.keeping.chain_worker import ENTRY, HEAD, Keys, framed
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain

MANY = 2000
"""From so many entries on, a process of its own saves more than it costs."""
_BATCH, _WAITING = 1 << 17, 32
"""Bytes that are handed over at once, and how many such pieces wait at most: 4 MiB."""
_LOOK = 0.1
"""Seconds between two looks whether the other side is still there."""
_WORKER = Worker(
    module="thb_desktop.services.keeping.chain_worker",
    word=CHAIN_WORKER,
    packages=Path(cryptography.__file__).parents[1],
)


@contextmanager
def checking_beside(connection: Connection, keys: Keys) -> Iterator["ChainBeside | None"]:
    """Yield what checks the event chain beside; None where it is better checked at once.

    So it is for a short chain, on one core, and where no process can be confined.
    """
    size = chain.size_of(connection)
    if size < MANY or _cores() < 2 or not ask_machine().is_whole:
        yield None
        return
    beside = ChainBeside(connection, keys, size)
    try:
        yield beside
    finally:
        beside.close()


class ChainBeside:
    """The other process, from its start until `close`, which ends it."""

    def __init__(self, connection: Connection, keys: Keys, size: int) -> None:
        """size: about how many entries will come; the limits of the process grow with them."""
        limits = Limits(memory=(1 << 30) + (size << 12), processor=20 + size // 200, seconds=120 + size // 50)
        self._heads = chain.sized_heads(connection)
        self._head = next(self._heads, None)
        self._given = {"heads": 0, "entries": 0, "faults": 0}
        self._piece = bytearray(keys.to_bytes())
        self._pieces: Queue[bytes | None] = Queue(_WAITING)
        self._stopped = Event()
        thread = ThreadPoolExecutor(1, thread_name_prefix="chain")
        source = cast(Iterator[bytes], iter(self._pieces.get, None))
        self._answer: Future[bytes] = thread.submit(
            ask, _WORKER, [], source, limits=limits, cancelled=self._stopped
        )
        thread.shutdown(wait=False)

    def take(self, signed: SignedEntry) -> None:
        """Hand over the next entry, after the heads up to it. Its content stays here."""
        self._given["entries"] += 1
        self._hand_over_heads(self._given["entries"])
        self._add(ENTRY, signed.entry, signed.signature)

    def holds(self) -> bool:
        """Whether the other process read all of it and found no fault."""
        self._hand_over_heads(None)
        self._hand_over(bytes(self._piece))
        self._hand_over(None)
        try:
            said = canonical.parse(self._answer.result())
        except (ThbError, OSError):
            return False
        return said == self._given

    def close(self) -> None:
        """End the process, if it has not ended."""
        self._stopped.set()
        self._hand_over(None)
        self._answer.exception()

    def _hand_over_heads(self, size: int | None) -> None:
        """Hand over the heads up to this size, all if None is given."""
        while self._head is not None and (size is None or self._head[0] <= size):
            self._given["heads"] += 1
            self._add(HEAD, self._head[1].head, self._head[1].signature)
            self._head = next(self._heads, None)

    def _add(self, kind: int, signed: bytes, signature: bytes) -> None:
        self._piece += framed(kind, signed, signature)
        if len(self._piece) >= _BATCH:
            self._hand_over(bytes(self._piece))
            self._piece.clear()

    def _hand_over(self, piece: bytes | None) -> None:
        """Hand over the next piece, or the end, as long as the other side takes any."""
        is_taken = False
        while not (is_taken or self._answer.done()):
            with suppress(Full):
                self._pieces.put(piece, timeout=_LOOK)
                is_taken = True


@cache
def _cores() -> int:
    """Return the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
