"""The texts of files: hiding places of a name that a reader with ordinary tools would read in clear."""

import base64
import gzip
import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from time import process_time

import pikepdf
import pytest

from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.name_forms import forms_of
from thb_desktop.domain.people import Identity
from thb_desktop.inspect.texts.collecting import Unread
from thb_desktop.inspect.texts.looking import texts_in

NAMES = (
    "Quennevillé",
    "Köroğlu",
    "Шевцова",
    "القحطاني",
    "মুখোপাধ্যায়",
    "Phượng",
    "欧阳静怡",
    "ბერიძე",
    "ใจดีมาก",
    "김영희수",
)
FILLING = "The hotel was paid for two nights, and nobody came to the desk before noon. " * 3
MAIL = b"From: a@a.example\nTo: b@b.example\nSubject: %s\nMIME-Version: 1.0\n%s\n%s\n"
FROM = b"From a Mon Jan 1 00:00:00 2024\n"


def is_found(name: str, data: bytes) -> bool:
    search = FormSearch((form, "V-01") for form in forms_of(Identity(person_id=PersonId("p"), name=name)))
    return any(search.find(text) for _, text in texts_in(io.BytesIO(data)).parts)


def archive(*members: tuple[str, bytes, int]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data, method in members:
            made.writestr(name, data, method)
    return target.getvalue()


def packed(name: str) -> bytes:
    return archive(("a.txt", told(name), zipfile.ZIP_DEFLATED))


def tarred(data: bytes, headers: dict[str, str] | None = None) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as made:
        member = tarfile.TarInfo("a")
        member.size, member.pax_headers = len(data), headers or {}
        made.addfile(member, io.BytesIO(data))
    return target.getvalue()


def pdf(change: Callable[[pikepdf.Pdf], object] = lambda _: None) -> bytes:
    target = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        change(made)
        made.save(target)
    return target.getvalue()


def attached(data: bytes) -> bytes:
    return pdf(lambda made: made.attachments.__setitem__("a.bin", data))


def annotated(**entries: object) -> bytes:
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[0, 0, 9, 9], **entries
    )
    return pdf(lambda made: made.pages[0].__setattr__("Annots", pikepdf.Array([note])))


def profile(name: str) -> bytes:
    text = name.encode("utf-16-be")
    tag = b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(text), 28) + text
    return bytes(128) + struct.pack(">I4sII", 1, b"desc", 144, len(tag)) + tag


def with_profile(made: pikepdf.Pdf, name: str) -> None:
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent, DestOutputProfile=made.make_stream(profile(name))
    )
    made.Root.OutputIntents = pikepdf.Array([intent])


def gif(name: str) -> bytes:
    text = b"a " * 126 + name.encode()
    return (
        b"GIF89a" + bytes(7) + b"\x21\xfe\xff" + text[:255] + bytes([len(text) - 255]) + text[255:] + b"\0;"
    )


def tiff(kind: int, tag: int, data: bytes) -> bytes:
    return b"II*\0" + struct.pack("<IHHHII", 8, 1, tag, kind, len(data), 26) + bytes(4) + data


def percents(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode())


def told(name: str) -> bytes:
    return f"{FILLING}{name}".encode()


def entities(name: str) -> str:
    return "".join(f"&#{ord(sign)};" for sign in name)


def soft(name: str) -> bytes:
    coded = "".join(f"={byte:02X}" for byte in name.encode())
    return f"{coded[:6]}=\r\n{coded[6:]}".encode()


def encoded(name: str) -> bytes:
    return b"=?utf-8?B?" + base64.b64encode(name.encode()) + b"?="


def warc(body: bytes, *headers: str, end: bytes = b"\r\n") -> bytes:
    told = ("HTTP/1.1 200 OK", "Content-Type: text/html", *headers)
    answer = end.join(each.encode() for each in told) + end * 2 + body
    head = f"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
    return head + answer + b"\r\n\r\n"


def pieces(name: str) -> bytes:
    """The body of an answer, with its end in the middle of a letter of the name."""
    body = told(name)
    cut = len(body) - len(name.encode()) + 1
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in (body[:cut], body[cut:], b""))


PLACES: dict[str, Callable[[str], bytes]] = {
    "entities of entities": lambda name: entities(name).replace("&", "&amp;").encode(),
    "JSON within JSON": lambda name: json.dumps({"a": json.dumps({"b": name})}).encode(),
    "escapes of scripts": lambda name: "".join(f"\\u{{{ord(sign):x}}}" for sign in name).encode(),
    "bytes of scripts": lambda name: "".join(f"\\x{byte:02x}" for byte in name.encode()).encode(),
    "an address within an address": lambda name: (
        f"http://a/?u={percents(f'http://b/?q={percents(name)}')}".encode()
    ),
    "an address card": lambda name: (
        b"BEGIN:VCARD\r\nFN;ENCODING=QUOTED-PRINTABLE:" + soft(name) + b"\r\nEND:VCARD"
    ),
    "a folded line": lambda name: f"BEGIN:VCARD\r\nNOTE:x {name[:2]}\r\n {name[2:]}\r\nEND:VCARD".encode(),
    "runs of a text processor": lambda name: (
        f'<w:r><w:rPr><w:bCs/><w:kern w:val="0"/></w:rPr><w:t>{name[:2]}</w:t></w:r><w:ins w:id="1"><w:r>'
        f"<w:t>{name[2:]}</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>Next</w:t></w:r>"
    ).encode(),
    "a span of an open document": lambda name: (
        f"<text:p>to <text:span>{name[:2]}</text:span>{name[2:]}<text:s/>went</text:p>"
    ).encode(),
    "a property of RTF": lambda name: (
        b"{\\rtf1{\\info{\\author "
        + "".join(f"\\u{ord(sign) - 65536 if ord(sign) > 32767 else ord(sign)}?" for sign in name).encode()
        + b"}{\\operator Ion}}text}"
    ),
    "a folded letter": lambda name: (
        b"BEGIN:VCARD\r\nNOTE:x " + name.encode()[:-1] + b"\r\n " + name.encode()[-1:] + b"\r\nEND:VCARD"
    ),
    "a short value in Base64": lambda name: (
        b"FN;ENCODING=b:" + base64.b64encode(name.encode()) + b"\r\nEND:VCARD"
    ),
    "Base64 in JSON": lambda name: json.dumps({"a": base64.urlsafe_b64encode(told(name)).decode()}).encode(),
    "Base64 in lines": lambda name: base64.encodebytes(told(name)),
    "a certificate": lambda name: (
        b"-----BEGIN CERTIFICATE-----\n"
        + base64.encodebytes(b"0\x82\1\0" + bytes(40) + name.encode() + bytes(40))
    ),
    "a directory entry": lambda name: b"cn:: " + base64.b64encode(f"cn={name}, o=x".encode()),
    "a header alone": lambda name: b"Subject: " + encoded(name) + b"\n\nhello",
    "a mail after a mark": lambda name: b"\xef\xbb\xbf" + MAIL % (encoded(name), b"", b"hello"),
    "the second mail of a mailbox": lambda name: (
        FROM + MAIL % (b"a", b"", b"hello\n") + b"\n" + FROM
        + MAIL % (b"b", b"Content-Transfer-Encoding: base64\n", base64.encodebytes(told(name)))
    ),
    "a mail in Base64 in a mail": lambda name: MAIL % (
        *(b"a", b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n"),
        base64.encodebytes(MAIL % (encoded(name), b"", b"hello")),
    ),
    "a soft end of a line": lambda name: MAIL % (
        *(b"a", b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n"),
        soft(name),
    ),
    "UTF-16 alone": lambda name: name.encode("utf-16-le"),
    "a database": lambda name: bytes(range(256)) * 4 + name.encode("utf-16-be") + bytes(range(256)),
    "a short text among bytes": lambda name: (
        bytes(range(256)) + b"\1" + name.encode() + b"\0" + bytes(range(256))
    ),
    "the name in gzip": lambda name: (
        b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + name.encode() + b"\0" + gzip.compress(b"abc")[10:]
    ),
    "a header of tar": lambda name: tarred(b"abc", {"comment": name}),
    "pieces of an answer in a capture": lambda name: (
        warc(b"nothing") + warc(pieces(name), "Transfer-Encoding: chunked")
    ),
    "a packed answer in a capture": lambda name: (
        warc(gzip.compress(told(name)), "content-encoding: gzip") + warc(b"nothing")
    ),
    "packed pieces in a packed capture": lambda name: gzip.compress(warc(b"nothing")) + gzip.compress(
        warc(b"%x\r\n%s\r\n0\r\n\r\n" % (len(zlib.compress(told(name))), zlib.compress(told(name))),
             "Transfer-Encoding: chunked", "Content-Encoding: deflate")
    ),
    "pieces with a long note in a capture": lambda name: warc(
        pieces(name).replace(b"\r\n", b";" + b"a" * 60 + b"\r\n", 1), "Transfer-Encoding: chunked"
    ),
    "headers with bare ends of lines in a capture": lambda name: warc(
        gzip.compress(told(name)), "Content-Encoding: gzip", end=b"\n"
    ),
    "a second member of a packed answer": lambda name: warc(
        gzip.compress(b"hello") + gzip.compress(told(name)), "Content-Encoding: gzip"
    ),
    "a folded header in a capture": lambda name: warc(
        gzip.compress(told(name)), "Content-Encoding:\r\n gzip"
    ),
    "an archive in a capture": lambda name: warc(packed(name)),
    "after a damaged record": lambda name: (
        warc(b"nothing").replace(b"Content-Length: ", b"Content-Length: x")
        + warc(pieces(name), "Transfer-Encoding: chunked")
    ),
    "after the end of tar": lambda name: gzip.compress(tarred(b"abc") + told(name)),
    "an archive that begins with a PDF": lambda name: archive(
        ("a.pdf", pdf(), zipfile.ZIP_STORED), ("b.txt", told(name), zipfile.ZIP_DEFLATED)
    ),
    "a tar that begins with a PDF": lambda name: tarred(pdf())[:-10240] + tarred(gzip.compress(told(name))),
    "a text that names PDF": lambda name: archive(("a.txt", f"%PDF-1.4 {entities(name)}".encode(), 8)),
    "an archive behind a PDF": lambda name: pdf() + packed(name),
    "a text before a PDF": lambda name: entities(name).encode() + b"\n" + pdf(),
    "a picture before an archive": lambda name: gif(name) + packed("nobody"),
    "a file in a PDF": lambda name: attached(packed(name)),
    "a file in a PDF that looks like a page": lambda name: attached(f'He said (there) "and {name}"'.encode()),
    "a link of a PDF": lambda name: annotated(A=pikepdf.Dictionary(URI=f"https://a.example/{percents(name)}")),
    "a rich note of a PDF": lambda name: annotated(RC=f"<p>{entities(name)}</p>"),
    "a profile of colours": lambda name: pdf(lambda made: with_profile(made, name)),
    "a comment of GIF": gif,
    "XMP of TIFF": lambda name: tiff(1, 700, f"<x>{entities(name)}</x>".encode()),
    "a comment of EXIF": lambda name: tiff(7, 0x9286, b"UNICODE\0" + name.encode("utf-16-le")),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_read_in_each_place(place: str):
    missed = [name for name in NAMES if not is_found(name, PLACES[place](name))]

    assert missed == []
    assert not is_found("Vandenberg", PLACES[place]("Popescu"))


@pytest.mark.parametrize(
    ("name", "coding"),
    [
        *(("Köroğlu", each) for each in ("cp1254", "iso8859-9")),
        *(("Шевцова", each) for each in ("koi8-r", "cp866", "iso8859-5", "cp1251")),
        *(("القحطاني", each) for each in ("cp1256", "iso8859-6")),
        *(("מזרחי", each) for each in ("cp1255", "iso8859-8")),
        *(("ใจดีมาก", "cp874"), ("김영희수", "euc-kr"), ("欧阳静怡", "gbk")),
    ],
)
def test_a_name_in_a_coding_of_before_unicode_is_read(name: str, coding: str):
    data = name.encode(coding)
    member = archive(("x" * len(data), b"abc", 0)).replace(b"x" * len(data), data)

    assert is_found(name, FILLING.encode() + data)
    assert is_found(name, data)
    assert is_found(name, member)
    assert is_found(name, b"\n{\\rtf1 " + "".join(f"\\'{byte:02x}" for byte in data).encode() + b"}")


@pytest.mark.parametrize("coding", ["nonsense", "idna", "undefined"])
def test_a_mail_that_names_a_coding_by_which_no_text_is_read_is_read_all_the_same(coding: str):
    assert is_found(
        "Popescu", MAIL % (b"b", b"Content-Type: text/plain; charset=%b\n" % coding.encode(), b"Popescu")
    )


def test_hexadecimal_digits_with_an_odd_last_line_are_read_once_and_their_whole_lines_count():
    lines = "\n".join(
        (FILLING + "Popescu " + FILLING).encode().hex()[at : at + 16] for at in range(0, 900, 16)
    )
    begun = process_time()

    assert is_found("Popescu", f"{lines}\n00112233445566778\n".encode())
    assert texts_in(io.BytesIO(b"0011223344556677\n" * 20_000 + b"00112233445566778\n")).parts
    assert process_time() - begun < 20


def test_packed_texts_of_a_picture_before_an_archive_are_read():
    chunk = b"a\0\0" + zlib.compress(told("Popescu"))
    picture = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", len(chunk)) + b"zTXt" + chunk + bytes(4)

    assert is_found("Popescu", picture + packed("nobody"))


HIDDEN: dict[str, tuple[bytes, Unread]] = {
    "no record": (b"WARC/1.0\r\n" + bytes(range(256)) * 40, Unread.UNKNOWN),
    "behind the records": (warc(b"nothing") + bytes(range(256)) * 40, Unread.UNKNOWN),
    "a cut member": (
        warc(gzip.compress(bytes(range(256)) * 40)[:-9], "Content-Encoding: gzip"), Unread.DAMAGED,
    ),
    "no member": (warc(b"x", "Content-Encoding: gzip"), Unread.DAMAGED),
    "behind the member": (
        warc(gzip.compress(b"a") + b"\x00\x01left", "Content-Encoding: gzip"), Unread.DAMAGED,
    ),
    "no last piece": (warc(b"5\r\nhello\r\n", "Transfer-Encoding: chunked"), Unread.DAMAGED),
    "a piece that is longer": (
        warc(b"5\r\nhelloxx0\r\n\r\n", "Transfer-Encoding: chunked"), Unread.DAMAGED,
    ),
    "a cut record": (warc(b"nothing")[:-9], Unread.DAMAGED),
    "a picture": (warc(b"\x89PNG\r\n\x1a\n" + bytes(300)), Unread.PIXELS),
}  # fmt: skip


@pytest.mark.parametrize("place", HIDDEN)
def test_what_a_capture_hides_from_the_search_is_told(place: str):
    data, why = HIDDEN[place]

    assert why.value in texts_in(io.BytesIO(data)).unread
