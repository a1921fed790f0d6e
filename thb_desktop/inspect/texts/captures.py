"""Captures: what servers answered, in the records of a WARC (ISO 28500)."""

import re
import zlib
from collections.abc import Iterator

from thb_desktop.inspect.texts.answers import payload_of
from thb_desktop.inspect.texts.codes import look_in_text
from thb_desktop.inspect.texts.codings import decoded, is_text
from thb_desktop.inspect.texts.collecting import Collected, Look, Unread

_LENGTH = re.compile(rb"^content-length:[ \t]*([0-9]{1,15})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_HTTP = re.compile(rb"HTTP/[0-9.]+ [0-9]{3}")
_CODED = re.compile(rb"^(?:transfer-encoding|content-encoding):", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"^warc-target-uri:[ \t]*<?([^\r\n>]{1,300})", re.IGNORECASE | re.MULTILINE)
_END = re.compile(rb"\r?\n\r?\n")


def is_capture(data: bytes) -> bool:
    return data.startswith(b"WARC/")


def look_in_capture(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    """Take the raw text; look into each answer that was coded for the way, and into what is no text."""
    if is_text(data):
        for text in decoded(data):
            look_in_text(found, part, text, depth, look)
    else:
        found.data(part, data)
    for number, (address, block) in enumerate(_records(data), 1):
        place = f"{part}, record {number} {address}"
        try:
            content, is_coded = _content(block)
        except zlib.error:
            found.missed(place, Unread.DAMAGED)
            continue
        if is_coded or not is_text(content):
            found.afford(len(content))
            look(found, place, content, depth + 1)


def _content(block: bytes) -> tuple[bytes, bool]:
    """Return what a record holds, without the headers of an answer, and whether it was coded for the way."""
    if not _HTTP.match(block):
        return block, False
    head, _, body = block.partition(b"\r\n\r\n")
    return (payload_of(block), True) if _CODED.search(head) else (body, False)


def _records(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the address and the block of each record."""
    place = 0
    while (begin := data.find(b"WARC/", place)) >= 0 and (end := _END.search(data, begin)) is not None:
        head = data[begin : end.start()]
        told = _LENGTH.search(head.replace(b"\r", b""))
        place = end.end() + (int(told[1]) if told else 0)
        address = _ADDRESS.search(head)
        yield address[1].decode("utf-8", "replace") if address else "", data[end.end() : place]
