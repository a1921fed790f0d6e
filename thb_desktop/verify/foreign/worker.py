"""Worker: the confined process that judges a signed file of others. It gives all up before it reads a byte.

python -P -s -S -B -m thb_desktop.verify.foreign.worker LIMITS
"""

import codecs
import importlib
import json
import logging
import struct
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from thb_desktop.crypto.without_network import keep_client_out
from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.limits import Limits, address_space
from thb_desktop.inspect.worker import NOT_CONFINED

if TYPE_CHECKING:
    from thb_desktop.verify.foreign.judging import Given

ASKED_FOR_LATE = (
    "lxml.etree",
    "pyhanko.pdf_utils.crypt._saslprep",
    "pyhanko.pdf_utils.crypt.pdfmac",
    "pyhanko.pdf_utils.filters",
    "pyhanko.pdf_utils.metadata.xmp_xml",
)
"""What pyHanko imports within functions, for what a document may have."""
_LENGTH = struct.Struct(">Q")
_MOST_SAID = 16 << 20
_ENCODINGS = [
    "ascii",
    "cp437",
    "cp1252",
    "idna",
    "latin_1",
    "utf_8",
    "utf_8_sig",
    "utf_16",
    "utf_16_be",
    "utf_16_le",
    "utf_32",
    "utf_32_be",
]
"""What text in certificates, documents and containers is written in."""


def told(
    pieces: Iterable[bytes],
    size: int,
    content: Iterable[bytes],
    content_size: int,
    *,
    name: str,
    anchors: Sequence[bytes],
    now: datetime,
) -> Iterator[bytes]:
    """Return the stream that this process reads. content_size: -1 if nothing is beside the file."""
    said = json.dumps(
        {
            "size": size,
            "content": content_size,
            "name": name,
            "anchors": [b64encode(each).decode() for each in anchors],
            "now": now.isoformat(),
        }
    ).encode()
    yield _LENGTH.pack(len(said)) + said
    yield from pieces
    yield from content


def given_by(source: BinaryIO) -> "Given":
    from thb_desktop.verify.foreign.judging import Given

    (length,) = _LENGTH.unpack(_exactly(source, _LENGTH.size))
    if length > _MOST_SAID:
        raise EOFError("the head of the stream is too long")
    said = json.loads(_exactly(source, length))
    data = _exactly(source, said["size"])
    return Given(
        data=data,
        content=None if said["content"] < 0 else _exactly(source, said["content"]),
        name=said["name"],
        anchors=tuple(b64decode(each) for each in said["anchors"]),
        now=datetime.fromisoformat(said["now"]),
    )


def _exactly(source: BinaryIO, length: int) -> bytes:
    read = source.read(length)
    if len(read) != length:
        raise EOFError("the stream ends within a value")
    return read


def load() -> None:
    """Load all that judging needs: afterwards no file can be opened."""
    keep_client_out()
    for encoding in _ENCODINGS:
        codecs.lookup(encoding)
    for module in ASKED_FOR_LATE:
        importlib.import_module(module)
    from thb_desktop.verify.foreign import warm

    warm.up()


def main(arguments: Sequence[str]) -> int:
    source, answer = sys.stdin.buffer, sys.stdout.buffer
    load()
    logging.disable(logging.CRITICAL)
    from thb_desktop.verify.foreign.judging import judge

    try:
        confine_this_process(Limits.from_text(arguments[0]), reserved=address_space())
    except OSError:
        return NOT_CONFINED
    answer.write(judge(given_by(source)).to_bytes() + b"\n")
    answer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
