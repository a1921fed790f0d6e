"""Asking: a file of others is given to the confined process, within limits that grow with its size alone."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from threading import Event
from typing import BinaryIO

import cryptography

from thb_desktop.errors import FileUnreadableError, FormatError, InspectionEndedError
from thb_desktop.inspect import FOREIGN_WORKER
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import Worker, ask
from thb_desktop.verify.foreign.answer import Answer, Format, Note, Weight
from thb_desktop.verify.foreign.worker import told

MAXIMUM_SIZE = 1 << 30
_DETACHED = {".p7s", ".p7m", ".p7", ".pkcs7", ".sig", ".tsr", ".tst"}
_BASE, _PROCESSOR, _SECONDS = 300 << 20, 15, 120
_A_SECOND = 8 << 20
"""Bytes for which there is one more second."""
_ANSWER = 4 << 20
_PIECE = 1 << 20
_WORKER = Worker(
    module="thb_desktop.verify.foreign.worker",
    word=FOREIGN_WORKER,
    packages=Path(cryptography.__file__).parents[1],
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A file, the file beside it if it signs one, and the certificates (DER) that the user trusts."""

    file: Path
    content: Path | None = None
    anchors: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Bytes that are given once, and how many they are."""

    pieces: Iterable[bytes]
    size: int


def ask_about(question: Question, *, now: datetime, cancelled: Event | None = None) -> Answer:
    """Judge a file of others in a process that can do nothing else.

    Raises FileUnreadableError, and as `ask_of`.
    """
    beside = question.content or content_beside(question.file)
    with ExitStack() as opened:
        return ask_of(
            _opened(question.file, opened),
            None if beside is None else _opened(beside, opened),
            name=(beside or question.file).name,
            anchors=question.anchors,
            now=now,
            cancelled=cancelled,
        )


def ask_of(
    file: Stream,
    content: Stream | None,
    *,
    name: str,
    anchors: Sequence[bytes],
    now: datetime,
    cancelled: Event | None = None,
) -> Answer:
    """The same of bytes. content: what the file signs if that is another; name: of that, else of the file.

    Memory is at most the size of what it reads and 300 MiB; beyond a limit the file cannot be judged. Raises
    FileUnreadableError if there is more than is judged, SandboxMissingError and CancelledError.
    """
    whole = file.size + (content.size if content else 0)
    if max(file.size, content.size if content else 0) > MAXIMUM_SIZE:
        raise FileUnreadableError("the file is too large to be verified")
    stream = told(
        file.pieces,
        file.size,
        () if content is None else content.pieces,
        -1 if content is None else content.size,
        name=name,
        anchors=anchors,
        now=now,
    )
    try:
        return Answer.read(ask(_WORKER, [], stream, limits=_limits(whole), cancelled=cancelled))
    except (InspectionEndedError, FormatError):
        return Answer(format=Format.OTHER, notes=(Note(key="foreign-beyond-bounds", weight=Weight.DOUBT),))


def content_beside(file: Path) -> Path | None:
    """Return the file that a detached signature signs, if one with its name stands beside it."""
    beside = signs_another(file)
    return Path(beside) if beside is not None and Path(beside).is_file() else None


def signs_another(file: PurePath) -> PurePath | None:
    """Return the name of the file that a detached signature of this name would sign."""
    beside = file.with_suffix("")
    return beside if file.suffix.lower() in _DETACHED and beside.suffix else None


def _limits(size: int) -> Limits:
    more = size // _A_SECOND
    return Limits(
        memory=_BASE + size, processor=_PROCESSOR + more, seconds=_SECONDS + 2 * more, answer=_ANSWER
    )


def _opened(path: Path, opened: ExitStack) -> Stream:
    try:
        if not path.exists():
            raise FileUnreadableError("there is no file of this name")
        if not path.is_file():
            raise FileUnreadableError(
                "this is not a regular file but a folder, a device or a pipe; a closed folder is opened first"
            )
        file = opened.enter_context(path.open("rb"))
        size = os.fstat(file.fileno()).st_size
    except OSError:
        raise FileUnreadableError("the file cannot be read") from None
    return Stream(pieces=_pieces(file, size), size=size)


def _pieces(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Give out exactly as much as was announced. Raises FileUnreadableError if the file became shorter."""
    while size:
        try:
            piece = file.read(min(size, _PIECE))
        except OSError:
            raise FileUnreadableError("the file cannot be read") from None
        if not piece:
            raise FileUnreadableError("the file became shorter while it was read")
        size -= len(piece)
        yield piece
