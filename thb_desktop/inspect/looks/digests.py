"""Digests: how a capture writes the digest of a record, and the digests of what is in the record.

A payload has two: as it stands, and joined from its pieces as it was before its way. Tools differ in which
one they state.
"""

import hashlib
import re
from base64 import b32encode
from dataclasses import dataclass

from thb_desktop.inspect.looks.pieces import Joining
from thb_desktop.inspect.looks.warcs import Record
from thb_desktop.inspect.texts.answers import END, LINE

_LONGEST_HEAD = 1 << 16
"""Bytes of the headers of an answer; of one with longer ones, the payload is not judged."""
_LONGEST = 500
_SIZES = {"md5": 16, "sha1": 20, "sha224": 28, "sha256": 32, "sha384": 48, "sha512": 64}
_HEX = re.compile("[0-9A-Fa-f]+")
_BASE32 = re.compile("[A-Za-z2-7]+={0,6}")
_OF_ANSWERS = ("response", "request")


@dataclass(frozen=True, slots=True)
class Stated:
    """A digest that a file states. is_hex: of two ways to write it, which one."""

    algorithm: str
    value: str
    is_hex: bool

    def written(self, digest: bytes) -> str:
        """Write a digest as this one is written."""
        return digest.hex() if self.is_hex else b32encode(digest).decode("ascii").rstrip("=")


def read_stated(untrusted: object) -> Stated | None:
    """Read a digest such as `sha1:` and its value in Base32 or in hexadecimal digits; None for any other."""
    if not isinstance(untrusted, str) or len(untrusted) > _LONGEST:
        return None
    name, _, value = untrusted.strip().partition(":")
    algorithm = name.lower().replace("-", "")
    size = _SIZES.get(algorithm, 0)
    if size and len(value) == 2 * size and _HEX.fullmatch(value):
        return Stated(algorithm, value.lower(), is_hex=True)
    bare = value.rstrip("=").upper()
    if size and len(bare) == -(-8 * size // 5) and _BASE32.fullmatch(value):
        return Stated(algorithm, bare, is_hex=False)
    return None


class Sums:
    """The digests of the block of a record, and of its payload as it stands and as it was before its way."""

    def __init__(self, record: Record, algorithms: list[str]) -> None:
        self._of_block, self._of_payload, self._of_joined = (
            {each: hashlib.new(each, usedforsecurity=False) for each in algorithms} for _ in range(3)
        )
        self._head: bytes | None = b"" if _is_answer(record) else None
        self._joining: Joining | None = None
        self._is_judged = not _is_elsewhere(record)

    def update(self, piece: bytes) -> None:
        for each in self._of_block.values():
            each.update(piece)
        if self._is_judged and self._of_payload:
            self._update_payload(piece)

    def _update_payload(self, piece: bytes) -> None:
        if self._head is not None:
            self._head += piece
            end = END.search(self._head)
            if end is None:
                self._is_judged = len(self._head) <= _LONGEST_HEAD
                return
            named = {
                name.strip().lower(): value.lower() for name, value in LINE.findall(self._head[: end.end()])
            }
            if b"chunked" in named.get(b"transfer-encoding", b""):
                self._joining = Joining()
            piece, self._head = self._head[end.end() :], None
        for each in self._of_payload.values():
            each.update(piece)
        if self._joining is not None:
            joined = self._joining.join(piece)
            for each in self._of_joined.values():
                each.update(joined)

    def block(self, stated: Stated) -> tuple[bytes, ...]:
        return (self._of_block[stated.algorithm].digest(),)

    def payload(self, stated: Stated) -> tuple[bytes, ...]:
        """Return its digests, the one that is told first; none where the payload is not in this record, or
        broke off between its pieces and is not stated as it came: of what a tool took it then is not known.
        """
        if not self._is_judged or self._head is not None:
            return ()
        plain = self._of_payload[stated.algorithm].digest()
        joining = self._joining
        if joining is not None and joining.is_whole:
            return self._of_joined[stated.algorithm].digest(), plain
        is_unsure = joining is not None and joining.is_cut and stated.written(plain) != stated.value
        return () if is_unsure else (plain,)


def _is_answer(record: Record) -> bool:
    told = record.headers.get("content-type", "").lower()
    return "application/http" in told or (not told and record.headers.get("warc-type") in _OF_ANSWERS)


def _is_elsewhere(record: Record) -> bool:
    """Whether the payload is not in this record, or not whole: of a revisit, a cut or a divided one."""
    headers = record.headers
    is_part = "warc-truncated" in headers or "warc-segment-number" in headers
    return headers.get("warc-type") == "revisit" or is_part
