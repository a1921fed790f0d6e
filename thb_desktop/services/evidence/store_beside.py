"""Store beside: the bytes of many small files are stored by another process, while this one records them.

Python runs one thread at a time: a second one gains nothing where signatures are made. So a process beside
(`store_worker`) reads, digests, encrypts and writes, part by part, and this one makes the rows and events of
what was answered. If it ends before it has answered everything, this process stores the rest itself.
"""

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

import cryptography

from thb_desktop.crypto.material import draw
from thb_desktop.domain.rights import Right
from thb_desktop.inspect import STORE_WORKER
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.running import Process, Worker, start_unconfined
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.store_worker import CLOSED, READY, Place, line
from thb_desktop.vault.batch import PART
from thb_desktop.vault.content import ContentStore

MANY = 64
"""From so many files on, a process beside saves more than it costs."""
_WORKER = Worker(
    module="thb_desktop.services.evidence.store_worker",
    word=STORE_WORKER,
    packages=Path(cryptography.__file__).parents[1],
)


Answer = Sequence[Sequence[object]] | str
"""Of each file of a part what became of it, or the word that the group is kept."""


class StoreEndedError(Exception):
    """The process beside has ended: what it did not answer is not stored."""


class StoreBeside:
    """The process beside, from its start until `close`, which ends it; the session closes it when it locks.

    It starts without a key, so that it can be started while a passphrase is derived.
    """

    def __init__(self) -> None:
        self.part = ""
        """How the temporary names end that it gives."""
        self.is_ready = False
        """Whether it has the key and has given up what it does not need."""
        self._ended = False
        self._process: Process = start_unconfined(_WORKER)
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._may_speak = Event()
        self._requests: SimpleQueue[Sequence[bytes | bytearray] | None] = SimpleQueue()
        self._listener = Thread(target=self._listen, name="store-beside", daemon=True)
        self._speaker = Thread(target=self._speak, name="store-beside", daemon=True)
        self._listener.start()
        self._speaker.start()

    def give(self, content: ContentStore) -> None:
        """Give it the folder and the key of the content, and nothing else."""
        self.part = f".{draw(content.randomness, 4).hex()}{PART}"
        self._say(
            Place(folder=str(content.folder), vault_id=content.vault_id, part=self.part).to_bytes(),
            content.key,
        )

    def ask(self, request: object) -> None:
        """Hand over a request. Whether it was heard, the answer shows."""
        self._say(line(request))

    def _say(self, *pieces: bytes | bytearray) -> None:
        self._requests.put(pieces)

    def hear(self, seconds: float | None = None) -> Answer | None:
        """Return the next answer; None if there is none after so many seconds. Raises StoreEndedError."""
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            return None
        if answer is None:
            self._ended = True
            self._answers.put(None)  # for whoever asks again
            raise StoreEndedError
        return answer

    @property
    def is_alive(self) -> bool:
        return not self._ended

    def kill(self) -> None:
        """End the process, and wait for nothing."""
        self._ended = True
        self._process.kill()

    def close(self) -> None:
        """End the process, whatever it is doing; afterwards it writes nothing. What it answered can be
        heard.
        """
        self.kill()
        self._requests.put(None)
        self._speaker.join()  # it writes to what waiting closes
        self._process.wait()
        self._listener.join()
        self._process.stdout.close()

    def _speak(self) -> None:
        """Write what is asked, once its memory is closed to others: in a thread, so that nobody waits while
        it does not read. Unbuffered: the key would stay in the buffer.
        """
        self._may_speak.wait()
        into = self._process.stdin.fileno()
        with suppress(OSError):
            while (pieces := self._requests.get()) is not None:
                for piece in pieces:
                    rest = memoryview(piece)
                    while rest:
                        rest = rest[os.write(into, rest) :]

    def _listen(self) -> None:
        """Take its answers: in a thread, so that it never waits for this process to read them."""
        with suppress(OSError, ValueError):
            for said in self._process.stdout:
                if not said.endswith(b"\n"):
                    break  # it was ended while it answered
                answer = json.loads(said)
                if answer == CLOSED:
                    self._may_speak.set()
                elif answer == READY:
                    self.is_ready = True
                else:
                    self._answers.put(answer)
        self._answers.put(None)
        self._requests.put(None)
        self._may_speak.set()


def start() -> StoreBeside | None:
    """Start the process without a key; None where it gains nothing, or cannot be confined or started."""
    if _cores() < 2 or not (sys.platform == "win32" or ask_machine().is_whole):
        return None
    try:
        return StoreBeside()
    except OSError:
        return None


@permitted(Right.REGISTER_EXHIBITS)
def make_ready(session: Session, started: StoreBeside | None = None) -> None:
    """Have a process beside this session that will soon be ready to store. started: one without a key."""
    if session.vault.read_only or of(session, even_unready=True) is not None:
        if started is not None:
            started.close()
        return
    beside = started or start()
    if beside is not None:
        beside.give(session.vault.content)
        session.beside = beside


@permitted(Right.REGISTER_EXHIBITS)
def of(session: Session, *, even_unready: bool = False) -> StoreBeside | None:
    """Return the process beside this session, if there is one that is ready."""
    beside = session.beside
    if isinstance(beside, StoreBeside) and beside.is_alive and (beside.is_ready or even_unready):
        return beside
    return None


@cache
def _cores() -> int:
    """Return the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
