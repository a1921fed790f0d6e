"""Captures: what servers answered, in the records of a WARC (ISO 28500)."""

import re
from collections.abc import Iterator

from thb_desktop.inspect.texts.answers import END, Payload, is_answer, payload_of
from thb_desktop.inspect.texts.codes import look_in_text
from thb_desktop.inspect.texts.codings import decoded, is_text
from thb_desktop.inspect.texts.collecting import Collected, Look, Unread

_LENGTH = re.compile(rb"^content-length:[ \t]*([0-9]{1,15})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_ADDRESS = re.compile(rb"^warc-target-uri:[ \t]*<?([^\r\n>]{1,300})", re.IGNORECASE | re.MULTILINE)


def is_capture(data: bytes) -> bool:
    return data.startswith(b"WARC/")


def look_in_capture(found: Collected, part: str, data: bytes, depth: int, look: Look) -> None:
    """Take the raw text; look into each answer that was coded for the way, and into what is no text."""
    is_read = is_text(data)
    if is_read:
        for text in decoded(data):
            look_in_text(found, part, text, depth, look)
    else:
        found.data(part, data)
    outside: list[bytes] = []
    for number, (address, block, is_cut) in enumerate(_records(data, outside), 1):
        place = f"{part}, record {number} {address}"
        content = payload_of(block) if is_answer(block) else Payload(block)
        if is_cut or not content.is_whole:
            found.missed(place, Unread.DAMAGED)
        if content.is_coded or not is_read or not is_text(content.body):
            found.afford(len(content.body))
            look(found, place, content.body, depth + 1)
    if not is_read and not is_text(b"".join(outside)):
        found.missed(part, Unread.UNKNOWN)


def _records(data: bytes, outside: list[bytes]) -> Iterator[tuple[str, bytes, bool]]:
    """Yield the address and the block of each record, and whether it is shorter than its headers say.

    outside: gets what stands in no record.
    """
    place = 0
    while (begin := data.find(b"WARC/", place)) >= 0 and (end := END.search(data, begin)) is not None:
        head = data[begin : end.start()]
        told = _LENGTH.search(head.replace(b"\r", b""))
        outside.append(data[place:begin])
        if told is None:
            outside.append(head)
            place = end.end()
            continue
        place = end.end() + int(told[1])
        address = _ADDRESS.search(head)
        named = address[1].decode("utf-8", "replace") if address else ""
        yield named, data[end.end() : place], place > len(data)
    outside.append(data[place:])
