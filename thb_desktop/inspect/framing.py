"""Framing: messages between the program and a confined process, over two pipes.

bytes
1       kind, a letter
4       length of the rest
...     the rest
"""

import struct
from typing import BinaryIO

HEAD = struct.Struct("<cI")
READ = struct.Struct("<QI")
"""What a process asks of the file: the place of the first byte, and how many."""
MOST = 4 << 20
"""Bytes of a message; more is no answer."""
BUFFER = 1 << 16
"""Bytes of the file that are asked for at once."""

QUESTION, BYTES, NEED, PIECE, ANSWER, LAST = b"q", b"b", b"n", b"p", b"a", b"z"
"""Letters of `reading`: what is asked, bytes of the file, what is needed of it, the bytes of an answer,
and what is said, of which the last part has a letter of its own.
"""
SIZE = 8
"""Bytes of the number with which `reading` begins: how large the file is."""


class BrokenTalkError(Exception):
    """The other side ended, or said what is no message."""


def say(into: BinaryIO, letter: bytes, *parts: bytes) -> None:
    into.write(HEAD.pack(letter, sum(map(len, parts))))
    into.writelines(parts)
    into.flush()


def hear(source: BinaryIO) -> tuple[bytes, bytes]:
    """Return the letter and the rest of the next message. Raises BrokenTalkError."""
    beginning = source.read(HEAD.size)
    if len(beginning) != HEAD.size:
        raise BrokenTalkError
    letter, length = HEAD.unpack(beginning)
    if length > MOST:
        raise BrokenTalkError
    rest = source.read(length)
    if len(rest) != length:
        raise BrokenTalkError
    return letter, rest
