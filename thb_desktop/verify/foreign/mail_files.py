"""E-mails with a signature of their author (S/MIME, RFC 8551): beside the text, or around it.

Only what this needs of a message is read: its header, and the two parts at its top.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from asn1crypto import cms

from thb_desktop.verify.foreign.answer import Answer, Format, Judged, Note, Weight
from thb_desktop.verify.foreign.cms_files import digest_of_bytes, judge_cms, signatures_of, signed_data
from thb_desktop.verify.foreign.policy import Policy

_MOST_HEADER = 1 << 20
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"([!-9;-~]+):[ \t]*(.*)")
_ENVELOPE = re.compile(rb"From [^\n]*\n")
"""What a mailbox file writes before a message."""
_BOUNDARY = re.compile(rb'boundary[ \t]*=[ \t]*(?:"([^"]{1,70})"|([^\s;"]{1,70}))', re.IGNORECASE)
_IS_MAIL = {b"from", b"to", b"date", b"message-id", b"received", b"mime-version", b"subject"}
_SIGNED, _AROUND = b"multipart/signed", (b"application/pkcs7-mime", b"application/x-pkcs7-mime")
_BESIDE = (b"application/pkcs7-signature", b"application/x-pkcs7-signature")


def is_mail(untrusted: bytes) -> bool:
    """Whether it begins as an e-mail does: with fields, of which two are those of messages."""
    return len(_IS_MAIL & _fields(untrusted).keys()) > 1


def judge_mail(untrusted: bytes, policy: Policy) -> Answer:
    """Judge an e-mail. A text that is not the signed one is a doubt: programs that keep or export messages
    change lines.
    """
    fields = _fields(untrusted)
    kind = _kind(fields)
    if kind in _AROUND:
        return _with_limits(judge_cms(_body(untrusted), None, policy, name=""))
    parts = _parts(untrusted, fields.get(b"content-type", b"")) if kind == _SIGNED else ()
    if len(parts) != 2 or _kind(_fields(parts[1])) not in _BESIDE:
        return _doubt("foreign-mail-unsigned")
    signed = signed_data(_body(parts[1]))
    if signed is None:
        return _doubt("foreign-unreadable-signature")
    return _with_limits(Answer(format=Format.MAIL, signatures=tuple(_judged(signed, parts[0], policy))))


def _judged(signed: cms.SignedData, text: bytes, policy: Policy) -> Iterator[Judged]:
    """Judge each signer over the text with the line ends of mail (RFC 8551, 3.1.1), or as it stands."""
    lines = text.replace(b"\r\n", b"\n")
    found: list[Judged] = []
    for each in dict.fromkeys((lines.replace(b"\n", b"\r\n"), text, lines)):
        found = list(signatures_of(signed, digest_of_bytes(each), policy, "", ()))
        if not any(_differs(one) for one in found):
            break
    yield from (_as_doubt(each) if _differs(each) else each for each in found)


def _differs(judged: Judged) -> bool:
    return judged.sub_indication == "HASH_FAILURE"


def _as_doubt(judged: Judged) -> Judged:
    changed = Note(key="foreign-mail-changed", weight=Weight.DOUBT)
    kept = (note for note in judged.notes if note.weight is not Weight.PROOF)
    return replace(judged, notes=(*kept, changed), sub_indication="GENERIC")


def _with_limits(answer: Answer) -> Answer:
    """Say of each signature that it does not cover the header."""
    limit = Note(key="foreign-mail-covers", weight=Weight.REMARK)
    judged = tuple(replace(each, notes=(*each.notes, limit)) for each in answer.signatures)
    return replace(answer, format=Format.MAIL, signatures=judged)


def _doubt(key: str) -> Answer:
    return Answer(format=Format.MAIL, notes=(Note(key=key, weight=Weight.DOUBT),))


def _fields(untrusted: bytes) -> Mapping[bytes, bytes]:
    """Return the fields of a header by name, the first of each; none if it is no header."""
    begin = untrusted[:_MOST_HEADER]
    if (envelope := _ENVELOPE.match(begin)) is not None:
        begin = begin[envelope.end() :]
    end = _HEADER_END.search(begin)
    header = re.sub(rb"\r?\n[ \t]+", b" ", begin[: end.start()] if end else begin)
    found: dict[bytes, bytes] = {}
    for line in header.splitlines():
        if (field := _FIELD.fullmatch(line)) is None:
            return {}
        found.setdefault(field[1].lower(), field[2])
    return found


def _kind(fields: Mapping[bytes, bytes]) -> bytes:
    return fields.get(b"content-type", b"").partition(b";")[0].strip().lower()


def _body(part: bytes) -> bytes:
    end = _HEADER_END.search(part[:_MOST_HEADER])
    return part[end.end() :] if end else b""


def _parts(untrusted: bytes, kind: bytes) -> tuple[bytes, ...]:
    """Return what lies between the boundaries, without the line end before each."""
    if (named := _BOUNDARY.search(kind)) is None:
        return ()
    boundary = re.escape(named[1] or named[2])
    marks = re.compile(rb"(?:\A|\r?\n)--" + boundary + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    pieces: list[bytes] = []
    body, start = _body(untrusted), -1
    for mark in marks.finditer(body):
        if start >= 0:
            pieces.append(body[start : mark.start()])
        if mark[1] or len(pieces) > 2:
            break
        start = mark.end()
    return tuple(pieces)
