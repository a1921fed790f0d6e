"""Answers of servers (HTTP), as captures hold them: cut into pieces (RFC 9112) and packed (RFC 9110)."""

import re
import zlib
from typing import NamedTuple

from thb_desktop.inspect.texts.collecting import TooMuchError

END = re.compile(rb"\r?\n\r?\n")
"""Of the headers of an answer, and of those of a record of a capture."""
LINE = re.compile(rb"([^:\r\n]{1,100}):[ \t]*([^\r\n]*)")
_FOLD = re.compile(rb"\r?\n[ \t]+")
_PIECE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,16})[ \t]*(?:;[^\r\n]{0,65536})?\r?\n")
_AFTER = re.compile(rb"\r?\n")
_STATUS = re.compile(rb"HTTP/[0-9.]+ [0-9]{3}")
_MOST = 128 << 20
"""Bytes of one answer, unpacked."""


class Payload(NamedTuple):
    """What a server answered, as it was before it was packed or cut for the way.

    is_whole: nothing of it is missing, and it is what its headers say. is_coded: it was cut or packed.
    """

    body: bytes
    is_whole: bool = True
    is_coded: bool = False


def is_answer(data: bytes) -> bool:
    return _STATUS.match(data) is not None


def payload_of(data: bytes) -> Payload:
    """Return what an answer holds behind its headers. Raises TooMuchError."""
    end = END.search(data)
    head, body = (data[: end.start()], data[end.end() :]) if end else (data, b"")
    named = {name.strip().lower(): value.lower() for name, value in LINE.findall(_FOLD.sub(b" ", head))}
    cut = b"chunked" in named.get(b"transfer-encoding", b"")
    coding = named.get(b"content-encoding", b"").strip()
    is_whole = end is not None
    if cut:
        body, joined = _unchunked(body)
        is_whole = is_whole and joined
    if coding in (b"gzip", b"x-gzip", b"deflate"):
        body, unpacked = _unpacked(body)
        is_whole = is_whole and unpacked
    return Payload(body, is_whole, bool(cut or coding))


def _unchunked(body: bytes) -> tuple[bytes, bool]:
    """Put the pieces together; what does not come in pieces at all stays as it is."""
    found, place = bytearray(), 0
    if _PIECE.match(body) is None:
        return body, True
    while (piece := _PIECE.match(body, place)) is not None:
        length = int(piece[1], 16)
        if not length:
            return bytes(found), True
        found += body[piece.end() : piece.end() + length]
        after = _AFTER.match(body, piece.end() + length)
        if after is None:
            break
        place = after.end()
    return bytes(found), False


def _unpacked(body: bytes) -> tuple[bytes, bool]:
    """Unpack each member, one behind the other; what is packed otherwise stays as it is."""
    found = bytearray()
    while body:
        unpacking = zlib.decompressobj(47 if body[:2] == b"\x1f\x8b" or _is_zlib(body) else -15)
        try:
            found += unpacking.decompress(body, _MOST - len(found))
        except zlib.error:
            return bytes(found) + body, False
        if unpacking.unconsumed_tail:
            raise TooMuchError
        if not unpacking.eof:
            return bytes(found), False
        body = unpacking.unused_data
    return bytes(found), True


def _is_zlib(body: bytes) -> bool:
    """Whether it begins as RFC 1950 has it; a server that says deflate may mean RFC 1951."""
    return body[0] & 15 == 8 and int.from_bytes(body[:2]) % 31 == 0
