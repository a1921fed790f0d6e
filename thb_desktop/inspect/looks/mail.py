"""Mail: one message with its parts, and boxes of many."""

import re
from binascii import Error
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message

from thb_desktop.inspect.looks.html import kept_out_of, words_of
from thb_desktop.inspect.looks.names import marks_of
from thb_desktop.inspect.looks.parts import (
    MOST_ENTRIES,
    MOST_PART,
    ROWS,
    Asked,
    Facts,
    Said,
    UnreadableError,
    decoded,
    short,
)
from thb_desktop.inspect.looks.plain import lines_of

_USUAL = ("from", "sender", "reply-to", "to", "cc", "bcc", "date", "subject")
_CODES = {
    "from": "FROM",
    "to": "TO",
    "cc": "CC",
    "bcc": "CC",
    "date": "SENT",
    "subject": "TITLE",
    "message-id": "MESSAGE_ID",
    "received": "RECEIVED",
    "x-mailer": "SOFTWARE",
    "user-agent": "SOFTWARE",
    "x-originating-ip": "ADDRESS",
}
_MOST_PARTS = 2000
_MOST_LINES = 20_000
_BEGIN = re.compile(rb"^From [^\r\n]*\r?\n(?=[A-Za-z0-9-]+:)", re.MULTILINE)
_OVERLAP = 2048
_PIECE = 1 << 20
_HEAD = 1 << 16
_BOX_LINE = re.compile(rb"\A>?From [^\n]*\n")
MAIL = re.compile(rb"\A(?:>?From [^\n]*\n)?(?:[A-Za-z0-9-]{2,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,200}")
OF_MAIL = re.compile(
    rb"^(?:From|To|Subject|Date|Message-ID|Received|MIME-Version|Return-Path|Delivered-To|Content-Type|Sender|"
    rb"X-[A-Za-z-]+):",
    re.MULTILINE | re.IGNORECASE,
)
"""Headers by which lines with names are a mail."""


def message_of(data: bytes) -> "Message[str, str]":
    return message_from_bytes(_BOX_LINE.sub(b"", data, count=1), policy=policy.compat32)


def header(value: object) -> str:
    """Return a header as it reads, or as it is written where it cannot be decoded."""
    try:
        return short(
            "".join(
                each if isinstance(each, str) else _decoded(each, coding)
                for each, coding in decode_header(value if isinstance(value, Header) else str(value))
            ).replace("\r\n", "\n")
        )
    except (HeaderParseError, LookupError, ValueError, Error):
        return short(str(value))


def _decoded(data: bytes, coding: str | None) -> str:
    """Return the text of a part of a header. Bytes that stand there without a coding are UTF-8, if they can
    be: many programs write them so.
    """
    if coding not in (None, "unknown-8bit"):
        return data.decode(coding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def file_name(each: "Message[str, str]") -> str:
    """Return the name of a part, also where its bytes stand there as they are; empty for none."""
    plain: Message[str, str] = Message()
    for name, value in each.raw_items():
        if name.lower() in ("content-disposition", "content-type"):
            plain[name] = _decoded(value.encode("utf-8", "surrogateescape"), None)
    return header(plain.get_filename("") or "")


def look_at_mail(asked: Asked) -> Said:
    message = message_of(asked.whole())
    found = list(leaves(message))
    body = next((each for _, each in found if _is_body(each, "text/plain")), None)
    page = next((each for _, each in found if _is_body(each, "text/html")), None)
    chosen = page if body is None else body
    text = text_in(chosen) if chosen is not None else ""
    lines = words_of(text) if body is None and page is not None else lines_of(text) if text else []
    kept_out = kept_out_of(text_in(page)) if page is not None else []
    parts = [part_of(key, each) for key, each in found if each is not chosen]
    headers = [[name, header(value)] for name, value in message.items() if name.lower() in _USUAL]
    return {
        "look": "Mail",
        "headers": headers,
        "body": lines[:_MOST_LINES],
        "lines_left": len(lines[_MOST_LINES:]),
        "is_derived": body is None and page is not None,
        "parts": parts,
        "parts_left": sum(1 for _ in leaves(message, most=None)) - len(found),
        "kept_out": kept_out,
    }


def _is_body(each: "Message[str, str]", media_type: str) -> bool:
    return each.get_content_type() == media_type and each.get_content_disposition() != "attachment"


def text_in(each: "Message[str, str]") -> str:
    return decoded(_content(each), each.get_content_charset() or "")


def _content(each: "Message[str, str]") -> bytes:
    if each.get_content_type() == "message/rfc822" and each.is_multipart():
        return each.get_payload(0).as_bytes(policy=policy.compat32)  # type: ignore[union-attr]  # it is one
    found = each.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def leaves(
    message: "Message[str, str]", most: int | None = _MOST_PARTS
) -> Iterator[tuple[str, "Message[str, str]"]]:
    """Return each part that has a content of its own, with its number. What is mail in a mail is one part.

    most: how many parts are gone through; None for all.
    """
    waiting: list[Message[str, str]] = [message]
    number = 0
    while waiting and (most is None or number < most):
        each = waiting.pop()
        payload = each.get_payload()
        if isinstance(payload, list) and each.get_content_type() != "message/rfc822":
            waiting += reversed([one for one in payload if isinstance(one, Message)])
        else:
            yield str(number), each
        number += 1


def part_of(key: str, each: "Message[str, str]") -> Said:
    location = header(each.get("content-location", "")) or header(each.get("content-id", ""))
    name = file_name(each)
    return {
        "key": key,
        "name": name,
        "marks": marks_of(name),
        "media_type": each.get_content_type(),
        "size": len(_content(each)),
        "note": location,
    }


def open_in_mail(asked: Asked, key: str) -> tuple[bytes, str]:
    found = dict(leaves(message_of(asked.whole()), most=None)).get(key)
    if found is None:
        raise UnreadableError
    return _content(found), file_name(found)


def tell_of_mail(asked: Asked) -> Facts:
    return [
        (_CODES.get(name.lower(), ""), name, header(value))
        for name, value in message_of(asked.whole()).items()
    ]


def words_of_mail(asked: Asked) -> str:
    said = look_at_mail(asked)
    headers = [f"{name}: {value}" for name, value in said["headers"]]
    return "\n".join([*headers, *said["body"], *(part["name"] for part in said["parts"])])


def look_at_box(asked: Asked) -> Said:
    """A list of the mails in a box, found as far as the page needs."""
    places = _places(asked, asked.page * ROWS + 2)
    begins = (asked.page - 1) * ROWS
    ends = [*places[1:], asked.source.seek(0, 2)]
    known = len(places) if asked.kept["box"]["is_all"] else len(places) - 1
    shown = list(zip(places, ends, strict=True))[begins : min(begins + ROWS, known)]
    is_all = known <= begins + ROWS and asked.kept["box"]["is_all"]
    return {
        "look": "Listing",
        "kind": "MBOX",
        "page": asked.page,
        "pages": max(-(-known // ROWS), 1) if asked.kept["box"]["is_all"] else None,
        "more": not is_all,
        "parts": [_boxed(asked, start, end) for start, end in shown],
    }


def _places(asked: Asked, most: int) -> list[int]:
    """Return where mails begin, at least so many of them if there are as many."""
    kept = asked.kept.setdefault("box", {"found": [], "read": 0, "is_all": False})
    found: list[int] = kept["found"]
    while len(found) < min(most, MOST_ENTRIES) and not kept["is_all"]:
        begin = max(kept["read"] - _OVERLAP, 0)
        asked.source.seek(begin)
        data = asked.source.read(_PIECE + _OVERLAP)
        last = found[-1] if found else -1
        found += [place for each in _BEGIN.finditer(data) if (place := begin + each.start()) > last]
        kept["read"] = begin + len(data)
        kept["is_all"] = len(data) < _PIECE + _OVERLAP
    return found


def _boxed(asked: Asked, start: int, end: int) -> Said:
    asked.source.seek(start)
    message = message_of(asked.source.read(min(end - start, _HEAD)))
    return {
        "key": f"{start}-{end}",
        "name": header(message.get("subject", "")),
        "media_type": "message/rfc822",
        "size": end - start,
        "at": header(message.get("date", "")),
        "note": header(message.get("from", "")),
    }


def open_in_box(asked: Asked, key: str) -> tuple[bytes, str]:
    start, end = map(int, key.split("-"))
    asked.source.seek(start)
    data = asked.source.read(min(max(end - start, 0), MOST_PART))
    if data.endswith((b"\n\n", b"\r\n\r\n")):  # the empty line that ends a mail in a box
        data = data.removesuffix(b"\n").removesuffix(b"\r")
    return _BOX_LINE.sub(b"", data, count=1), header(message_of(data[:_HEAD]).get("subject", ""))
