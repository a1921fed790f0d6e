"""Reading: one file that a confined process looks into, as the program sees it.

The process asks for the bytes that it needs, piece by piece, and gets nothing else. It stays for the next
question; what it says is untrusted. If it reaches a limit it is ended, and the next question begins again.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from threading import Lock, Timer
from typing import Protocol

from thb_desktop.errors import InspectionEndedError, SandboxMissingError, ThbError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.framing import (
    ANSWER,
    BUFFER,
    BYTES,
    LAST,
    NEED,
    PIECE,
    QUESTION,
    READ,
    SIZE,
    BrokenTalkError,
    hear,
    say,
)
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import Process, Worker, started
from thb_desktop.inspect.worker import NOT_CONFINED

LIMITS = Limits(memory=1 << 30, processor=60, seconds=20, answer=64 << 20)
"""Of one file: memory and processor of its process; how long one answer may take, and how large it may be."""
Question = Mapping[str, str | int | Sequence[str]]


class Bytes(Protocol):
    """The bytes of a file; `read_at` may be called from another thread."""

    def read_at(self, offset: int, length: int, /) -> bytes: ...


class Reading:
    """One file and the process that reads it. All calls but `close` come from one thread."""

    def __init__(
        self,
        worker: Worker,
        arguments: Sequence[str],
        recorded: Bytes,
        size: int,
        *,
        limits: Limits = LIMITS,
    ) -> None:
        """Prepare it; the process begins with the first question."""
        self._worker, self._arguments = worker, arguments
        self._recorded, self._size, self._limits = recorded, size, limits
        self._process: Process | None = None
        self._closing = Lock()
        self._is_closed = False

    def ask(self, question: Question) -> tuple[bytes, bytes]:
        """Return the answer: canonical JSON, and the bytes that belong to it.

        Raises SandboxMissingError; InspectionEndedError if the process reached a limit, failed or was ended;
        and what reading the bytes raises.
        """
        process = self._begun()
        timer = Timer(self._limits.seconds, process.kill)
        timer.daemon = True
        timer.start()
        try:
            said = json.dumps(question, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
            say(process.stdin, QUESTION, said.encode())
            return self._hear(process)
        except (BrokenTalkError, OSError, ValueError):
            raise self._failed() from None
        except ThbError:
            self._end()
            raise
        finally:
            timer.cancel()

    def close(self) -> None:
        """End the process, at once; may be called from any thread, and again."""
        with self._closing:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()
        self._end()

    def _begun(self) -> Process:
        with self._closing:
            if self._is_closed:
                raise InspectionEndedError("the file is closed")
            if self._process is None:
                if not ask_machine().is_whole:
                    raise SandboxMissingError(
                        "this machine cannot keep the reading of a file away from everything else"
                    )
                arguments = [*self._arguments, self._limits.to_text()]
                self._process = started(self._worker, arguments, self._limits)
                with suppress(OSError):  # the first question tells that it ended
                    say(self._process.stdin, QUESTION, self._size.to_bytes(SIZE, "little"))
            return self._process

    def _hear(self, process: Process) -> tuple[bytes, bytes]:
        pieces, said = list[bytes](), list[bytes]()
        held = 0
        while True:
            letter, told = hear(process.stdout)
            if letter == NEED and len(told) == READ.size:
                place, length = READ.unpack(told)
                end = min(place + min(length, BUFFER), self._size)
                say(process.stdin, BYTES, self._recorded.read_at(place, end - place) if place < end else b"")
            elif letter == PIECE and told and (held := held + len(told)) <= self._limits.answer:
                pieces.append(told)
            elif letter in (ANSWER, LAST) and (held := held + len(told)) <= self._limits.answer:
                said.append(told)
                if letter == LAST:
                    return b"".join(said), b"".join(pieces)
            else:
                raise BrokenTalkError

    def _failed(self) -> ThbError:
        if self._end() == NOT_CONFINED:
            return SandboxMissingError(
                "this machine refused to keep the reading of a file away from the rest"
            )
        return InspectionEndedError("the file could not be examined within the limits")

    def _end(self) -> int:
        with self._closing:
            process, self._process = self._process, None
        if process is None:
            return 0
        process.kill()
        for each in (process.stdin, process.stdout):
            with suppress(OSError, ValueError):
                each.close()
        return process.wait()
