"""Serving: how a confined process hears questions about one file, reads of it what it needs, and answers."""

import io
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, BinaryIO

from thb_desktop.inspect.framing import (
    ANSWER,
    BUFFER,
    BYTES,
    LAST,
    MOST,
    NEED,
    PIECE,
    QUESTION,
    READ,
    SIZE,
    BrokenTalkError,
    hear,
    say,
)

Answered = tuple[Mapping[str, Any], Iterable[bytes]]
"""What is said, and the bytes that belong to it."""
_AHEAD = 4
"""How many of the last read stretches of a file are kept."""


class Served(io.RawIOBase):
    """The file on the other side of the pipe, read at any place."""

    def __init__(self, questions: BinaryIO, answers: BinaryIO, size: int) -> None:
        super().__init__()
        self._questions, self._answers = questions, answers
        self._place = 0
        self.size = size
        self._kept: dict[int, bytes] = {}

    def close(self) -> None:
        """Stay open: a buffer that one answer put before it closes it when it goes."""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise OSError("before the beginning")
        self._place = base + offset
        return self._place

    def readinto(self, buffer: "bytearray | memoryview", /) -> int:  # type: ignore[override]  # the base takes any
        number, within = divmod(self._place, BUFFER)
        found = self._stretch(number)[within : within + len(buffer)]
        buffer[: len(found)] = found
        self._place += len(found)
        return len(found)

    def _stretch(self, number: int) -> bytes:
        if number * BUFFER >= self.size:
            return b""
        if number not in self._kept:
            say(self._answers, NEED, READ.pack(number * BUFFER, BUFFER))
            letter, found = hear(self._questions)
            if letter != BYTES:
                raise BrokenTalkError
            while len(self._kept) >= _AHEAD:
                del self._kept[next(iter(self._kept))]
            self._kept[number] = found
        return self._kept[number]


def serve(
    answer: Callable[[Served, Mapping[str, Any]], Answered], questions: BinaryIO, answers: BinaryIO
) -> None:
    """Answer question after question, until the other side ends."""
    try:
        _, told = hear(questions)
        served = Served(questions, answers, int.from_bytes(told[:SIZE], "little"))
        while True:
            letter, asked = hear(questions)
            if letter != QUESTION:
                return
            said, pieces = answer(served, json.loads(asked))
            line = json.dumps(
                said, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")
            )
            for piece in pieces:
                for start in range(0, len(piece), MOST):
                    say(answers, PIECE, piece[start : start + MOST])
            told = line.encode("utf-8", "replace")
            for start in range(0, len(told), MOST):
                is_last = start + MOST >= len(told)
                say(answers, LAST if is_last else ANSWER, told[start : start + MOST])
    except (BrokenTalkError, BrokenPipeError):
        return  # the other side is done
