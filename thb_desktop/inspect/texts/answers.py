"""Answers of servers (HTTP), as captures hold them: cut into pieces (RFC 9112) and packed (RFC 9110)."""

import re
import zlib

from thb_desktop.inspect.texts.collecting import TooMuchError

_LINE = re.compile(rb"([^:\r\n]{1,100}):[ \t]*([^\r\n]*)")
_MOST = 128 << 20
"""Bytes of one answer, unpacked."""


def payload_of(data: bytes) -> bytes:
    """Return what a server answered, as it was before it was packed or cut for the way.

    Raises TooMuchError, and zlib.error for what is packed otherwise than it says.
    """
    head, _, body = data.partition(b"\r\n\r\n")
    named = {name.strip().lower(): value.strip().lower() for name, value in _LINE.findall(head)}
    if b"chunked" in named.get(b"transfer-encoding", b""):
        body = _unchunked(body)
    coding = named.get(b"content-encoding", b"")
    if coding in (b"gzip", b"x-gzip", b"deflate"):
        unpacking = zlib.decompressobj(47)
        found = unpacking.decompress(body, _MOST)
        if unpacking.unconsumed_tail:
            raise TooMuchError
        body = found
    return body


def _unchunked(body: bytes) -> bytes:
    """Put the pieces together; what does not come in pieces stays as it is."""
    found, place = bytearray(), 0
    while (end := body.find(b"\r\n", place, place + 32)) >= 0:
        size = body[place:end].partition(b";")[0].strip()
        try:
            length = int(size, 16)
        except ValueError:
            return body if not found else bytes(found)
        if length <= 0:
            break
        found += body[end + 2 : end + 2 + length]
        place = end + 4 + length
    return bytes(found) or body
