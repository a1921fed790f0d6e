"""The scan of what leaves: the same names in each hiding place, and what cannot be looked into."""

import base64
import gzip
import hashlib
import io
import json
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from unicodedata import normalize

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from tests.support.sampled import few
from thb_desktop.domain.form_search import FormSearch
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.name_forms import forms_of
from thb_desktop.domain.people import Identity
from thb_desktop.inspect.texts.collecting import Unread
from thb_desktop.services.bundling.identity_register import Register
from thb_desktop.services.bundling.identity_scan import Scan, scan_file

NAMES = ("Popescu", "Okonkwo", "Коваленко", "العمراني", "Nguyễn", "李秀英", "Παπαδοπούλου")
NOISE = bytes(range(256)) * 40
FILLING = "The hotel was paid for two nights, and nobody came to the desk before noon. " * 20


def register(name: str) -> Register:
    identity = Identity(person_id=PersonId("p"), name=name)
    return Register(search=FormSearch((form, "V-01") for form in forms_of(identity)), mark="m")


def scanned(data: bytes, name: str, called: str = "001.bin") -> Scan:
    step = max(1, len(data) // 3)
    pieces = [data[at : at + step] for at in range(0, len(data), step)]
    return scan_file(register(name), "E-01", called, lambda: pieces)


def zipped(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for at, data in members.items():
            archive.writestr(at.replace("__", "/").replace("_x", ".xml"), data)
    return target.getvalue()


def png(kind: bytes, body: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(kind, body)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def jpeg(name: str) -> bytes:
    text = name.encode("utf-16-le")
    exif = (
        b"II*\0"
        + struct.pack("<I", 8)
        + struct.pack("<H", 1)
        + struct.pack("<HHII", 0x9C9B, 1, len(text), 26)
    )
    segment = b"Exif\0\0" + exif + b"\0\0\0\0" + text
    return (
        b"\xff\xd8\xff\xe1"
        + struct.pack(">H", len(segment) + 2)
        + segment
        + b"\xff\xda\0\2"
        + bytes(40)
        + b"\xff\xd9"
    )


def mail(name: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = f"{name} <x@a.example>", "b@a.example", "Room"
    message.set_content(FILLING, cte="base64")
    return message.as_bytes()


def attached(name: str) -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@a.example", "b@a.example", "Room"
    message.set_content("See there")
    message.add_attachment(
        gzip.compress(name.encode()), maintype="application", subtype="gzip", filename="a.gz"
    )
    return message.as_bytes()


def rtf(name: str) -> bytes:
    coded = "".join(f"\\u{ord(sign) - 65536 if ord(sign) > 32767 else ord(sign)}?" for sign in name)
    return b"{\\rtf1\\ansi " + FILLING.encode() + coded.encode() + b"\\par}"


def pdf(name: str, *, title: bool) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(70, 700, "nothing" if title else name)
    if title:
        canvas.setTitle(name)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def tarred(name: str) -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        member = tarfile.TarInfo(f"{name}.txt")
        member.size = 3
        archive.addfile(member, io.BytesIO(b"abc"))
    return target.getvalue()


def beside(name: str) -> bytes:
    """An archive that has the name of its file a second time, as programs without UTF-8 write it."""
    target, told = io.BytesIO(), name.encode()
    member = zipfile.ZipInfo("a.txt")
    member.extra = struct.pack("<HHBI", 0x7075, 5 + len(told), 1, 0) + told
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(member, FILLING)
    return target.getvalue()


SHEET = '<sheet name="{}"/>'
PLACES: dict[str, Callable[[str], bytes]] = {
    "a text": lambda name: f"{FILLING} {name}".encode(),
    "UTF-16": lambda name: f"{FILLING} {name}".encode("utf-16"),
    "UTF-16 without a mark": lambda name: f"{FILLING} {name}".encode("utf-16-be"),
    "NFD": lambda name: normalize("NFD", f"{FILLING} {name}").encode(),
    "a column": lambda name: f"id;name;amount\n1;{name};30\n".encode(),
    "entities": lambda name: ("<p>" + "".join(f"&#{ord(sign)};" for sign in name) + "</p>").encode(),
    "tags within a word": lambda name: f"<p>{name[:2]}<b>{name[2:]}</b></p>".encode(),
    "escapes of JSON": lambda name: json.dumps({"from": name}).encode(),
    "percents": lambda name: (
        "http://a.example/" + "".join(f"%{byte:02X}" for byte in name.encode())
    ).encode(),
    "the name of a sheet": lambda name: zipped(xl__workbook_x=SHEET.format(name).encode()),
    "the creator": lambda name: zipped(docProps__core_x=f"<dc:creator>{name}</dc:creator>".encode()),
    "a name in an archive": lambda name: zipped(**{f"{name}": b"abc"}),
    "an archive in an archive": lambda name: zipped(a=zipped(b=name.encode())),
    "a text of PNG": lambda name: png(b"tEXt", b"Author\0" + name.encode()),
    "a packed text of PNG": lambda name: png(b"zTXt", b"Author\0\0" + zlib.compress(name.encode())),
    "an international text of PNG": lambda name: png(b"iTXt", b"A\0\1\0\0\0" + zlib.compress(name.encode())),
    "EXIF": jpeg,
    "a header of mail": mail,
    "an attachment": attached,
    "RTF": rtf,
    "the title of a PDF": lambda name: pdf(name, title=True),
    "gzip": lambda name: gzip.compress(f"{FILLING} {name}".encode()),
    "tar": tarred,
    "data in Base64": lambda name: b"data:;base64," + base64.b64encode(f"{FILLING} {name}".encode()),
    "data in Base64 of two bytes a sign": lambda name: base64.b64encode(
        f"{FILLING} {name}".encode("utf-16-le")
    ),
    "hexadecimal digits": lambda name: b"data: 0x" + f"{FILLING} {name}".encode().hex().encode(),
    "hexadecimal digits of two bytes a sign": lambda name: (
        f"{FILLING} {name}".encode("utf-16-be").hex().encode()
    ),
    "gzip in Base64": lambda name: base64.b64encode(gzip.compress(f"{FILLING} {name}".encode())),
    "gzip in hexadecimal digits": lambda name: (
        gzip.compress(f"{FILLING} {name}".encode(), mtime=0).hex().encode()
    ),
    "a name beside the one in an archive": beside,
    "literal text in two pieces": lambda name: (
        f"<a><![CDATA[{name[:2]}]]><![CDATA[{name[2:]}]]></a>".encode()
    ),
    "after the end of a picture": lambda name: png(b"tEXt", b"a\0b") + f"\n{FILLING} {name}".encode(),
    "unknown bytes": lambda name: (
        bytes(range(256)) * 40 + f" name: {name} end ".encode() + bytes(range(256)) * 40
    ),
}


@pytest.mark.parametrize("place", few(list(PLACES), 9))
def test_a_name_is_found_in_each_place_and_each_script(place: str):
    missed = [name for name in NAMES if not scanned(PLACES[place](name), name).hits]

    assert missed == []


@pytest.mark.parametrize("coding", ["utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("shift", [0, 1])
def test_a_text_among_unknown_bytes_is_found_in_other_codings(coding: str, shift: int):
    data = NOISE + bytes(shift) + " name: Müller end ".encode(coding) + NOISE

    assert scanned(data, "Müller").hits


@pytest.mark.parametrize("place", PLACES)
def test_another_name_is_not(place: str):
    assert scanned(PLACES[place]("Vandenberg"), "Popescu").hits == ()


@pytest.mark.parametrize("begins", ["1f8b", "1f8b08", "ffd8ff", "504b", "8950", "2550"])
def test_a_digest_that_begins_as_a_file_does_by_chance_is_no_damaged_file(begins: str):
    digest = begins + hashlib.sha256(begins.encode()).hexdigest()[len(begins) :]
    signature = base64.b64encode(bytes.fromhex(digest * 2))

    found = scanned(b'{"sha256":"%s","signature":"%s"}' % (digest.encode(), signature), "Popescu")

    assert found.unread == ()


def test_a_name_on_a_page_is_found_with_the_page():
    (hit, *_) = scanned(pdf("Popescu", title=False), "Popescu").hits

    assert hit.place.part == "page 1"


@pytest.mark.parametrize(
    ("inside", "is_there"),
    [("Pope\u0301scu", True), ("Popescue\u0301", False), ("Popescu e\u0301", True)],
)
def test_a_letter_for_which_a_text_stands_is_read_in_the_midst_of_its_word(inside: str, *, is_there: bool):
    before, letter, after = inside.partition("e\u0301")
    told = ("\ufeff" + letter).encode("utf-16-be").hex()
    drawn = f"({before}) Tj /Span <</ActualText <{told}>>> BDC [(x)] TJ EMC [({after})] TJ"
    target = io.BytesIO()
    canvas = Canvas(target)
    text = canvas.beginText(70, 700)
    text._code.append(f"/F1 12 Tf {drawn}")
    canvas.drawText(text)
    canvas.save()

    hits = scanned(target.getvalue(), "Popescu").hits

    assert bool(hits) is is_there


def test_a_file_name_counts():
    (hit,) = scanned(b"abc", "Popescu", "popescu-room.txt").hits

    assert (hit.place.part, hit.person) == ("name", "V-01")


def test_no_word_of_the_register_is_told():
    """The name of a file within an archive is not repeated if it tells somebody."""
    scan = scanned(zipped(Popescu_x=b"Popescu"), "Popescu")

    assert scan.hits
    assert "opescu" not in repr([*scan.findings(), scan.hits, scan.unread]).lower()


def locked() -> bytes:
    data = bytearray(zipped(a=b"content that is locked away"))
    for mark in (b"PK\3\4", b"PK\1\2"):
        data[data.index(mark) + (6 if mark == b"PK\3\4" else 8)] |= 1
    return bytes(data)


def spoilt_lzma() -> bytes:
    """An archive whose one file was packed by LZMA, with bytes changed in its midst."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a", bytes(range(256)))
    data = bytearray(target.getvalue())
    data[42:60] = b"\xff" * 18
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (png(b"tEXt", b"a\0b"), Unread.PIXELS),
        (b"RIFF\x24\0\0\0WAVEfmt " + bytes(range(256)) * 4, Unread.SOUND),
        (locked(), Unread.ENCRYPTED),
        (bytes(range(256)) * 40, Unread.UNKNOWN),
        (zipped(a=FILLING.encode())[:-60], Unread.DAMAGED),
        (gzip.compress(FILLING.encode(), mtime=0)[:-20], Unread.DAMAGED),
    ],
)
def test_what_cannot_be_looked_into_is_named(data: bytes, why: Unread):
    scan = scanned(data, "Popescu")

    assert why in {each for _, each in scan.unread}
    assert [each.code for each in scan.findings()] == ["not-searched"] * len(
        {each for _, each in scan.unread}
    )


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_of_a_photograph_its_pixels_alone_are_not_searched(mode: str):
    """The numbers at the beginning of nearly every JPEG (JFIF, Adobe) are no file of an unknown kind."""
    target = io.BytesIO()
    Image.new(mode, (16, 16)).save(target, "JPEG")
    plain = target.getvalue()
    told = plain.replace(b"\xff\xdb", b"\xff\xe1\x00\x09Popescu\xff\xdb", 1)

    assert [why for _, why in scanned(plain, "Popescu").unread] == [Unread.PIXELS]
    assert scanned(told, "Popescu").hits


def test_of_an_archive_the_damaged_file_alone_is_named():
    assert [(place.part, why) for place, why in scanned(spoilt_lzma(), "Popescu").unread] == [
        ("a", Unread.DAMAGED)
    ]


@pytest.mark.parametrize(
    "place", ["a text", "a column", "the creator", "RTF", "a header of mail", "gzip", "tar"]
)
def test_what_is_read_whole_asks_for_no_reason(place: str):
    assert scanned(PLACES[place]("Vandenberg"), "Popescu").unread == ()


def test_without_the_key_nothing_counts_as_searched():
    shut = Register(search=None, mark="m")

    scan = scan_file(shut, "E-01", "a.txt", lambda: [b"abc"])

    assert scan.unsearched == ("E-01",)


def test_a_name_at_the_border_of_two_pieces_is_found(monkeypatch: pytest.MonkeyPatch):
    from thb_desktop.services.bundling import identity_scan

    monkeypatch.setattr(identity_scan, "_PIECE", 1000)
    for cut in range(990, 1010):
        text = "x" * (cut - 4) + " Popescu " + "y" * 3000
        assert scanned(text.encode(), "Popescu").hits, cut
