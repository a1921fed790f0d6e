"""Files that were made to do harm to whoever parses them: each with a name, all made here."""

import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable

MAGICS = {
    "windows program": b"MZ\x90\x00\x03\x00\x00\x00",
    "linux program": b"\x7fELF\x02\x01\x01\x00",
    "mac program": b"\xcf\xfa\xed\xfe\x07\x00\x00\x01",
    "java class": b"\xca\xfe\xba\xbe\x00\x00\x00\x34",
    "shell script": b"#!/bin/sh\nrm -rf ~\n",
    "windows shortcut": b"\x4c\x00\x00\x00\x01\x14\x02\x00",
    "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "rar": b"Rar!\x1a\x07\x01\x00",
    "seven zip": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "cabinet": b"MSCF\x00\x00\x00\x00",
    "disk image": b"QFI\xfb\x00\x00\x00\x03",
    "font": b"\x00\x01\x00\x00\x00\x0f\xff\xff",
    "flash": b"CWS\x0a\xff\xff\xff\xff",
    "jpeg cut off": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "jpeg 2000": b"\x00\x00\x00\x0cjP  \r\n\x87\n",
    "webp": b"RIFF\xff\xff\xff\xffWEBPVP8L",
    "wav longer than it is": b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff",
    "film of a box without end": b"\x00\x00\x00\x01ftyp\xff\xff\xff\xff\xff\xff\xff\xff",
    "matroska": b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xff",
    "database": b"SQLite format 3\x00\x10\x00\x02\x02\x00\x40\x20\x20",
    "journal of a database": bytes.fromhex("d9d505f920a163d7") + b"\xff\xff\xff\xff",
    "header of a vault": b"\x89THBV\r\n\x1a\x00\x01\x00\x01",
    "object of a vault": b"\x89THBC\r\n\x1a\x00\x00\x00\x01",
    "pickle": b"cos\nsystem\n(S'true'\ntR.",
    "wallet": b"\x00\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x62\x31\x05\x00",
}


def _zip(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return target.getvalue()


def _tar(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.type, member.linkname = kind, link
        archive.addfile(member)
    return target.getvalue()


def _png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def _pdf(body: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + body + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"


def _nested_zip(depth: int = 4) -> bytes:
    data = bytes(1 << 20)
    for level in range(depth):
        data = _zip(*((f"{level}-{number}.zip", data) for number in range(4)))
    return data


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + level, (b"&%c;" % (97 + level)) * 10) for level in range(9))
    + b"]><l>&j;</l>"
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]><l>&a;</l>'
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/><script>x()</script></svg>'
)

MADE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "one byte": lambda: b"\x00",
    "every byte": lambda: bytes(range(256)) * 4,
    "zeros of a whole message": lambda: bytes(1 << 20),
    "zeros of a message and one": lambda: bytes((1 << 20) + 1),
    "a picture that is an archive": lambda: b"GIF89a" + _zip(("x.txt", b"x")),
    "a document that is an archive": lambda: _pdf(b"<< >>") + _zip(("mimetype", b"application/epub+zip")),
    "a picture that is a script": lambda: b"GIF89a/*\x00*/=0;alert(1)//",
    "a page that is a document": lambda: b"<html><script>alert(1)</script>" + _pdf(b"<< >>"),
    "a picture cut off": lambda: _png(100, 100, bytes(1300))[:40],
    "a picture of 60,000 by 60,000": lambda: _png(60_000, 60_000, bytes(7501 * 600)),
    "an archive without its list": lambda: _zip(("x.txt", b"x" * 1000))[:-30],
    "only the list of an archive": lambda: _zip(("x.txt", b"x"))[-30:],
    "an archive in an archive in an archive": _nested_zip,
    "an archive with ways out": lambda: _zip(
        *((name, b"x") for name in ("../../x", "/etc/x", "C:\\x", "CON"))
    ),
    "a tape with a way out": lambda: _tar("../../../etc/x"),
    "a tape with a link out": lambda: _tar("x", tarfile.SYMTYPE, "/etc/passwd"),
    "a tape with a device": lambda: _tar("x", tarfile.CHRTYPE),
    "ten megabytes of nothing packed": lambda: gzip.compress(bytes(10_000_000), 9, mtime=0),
    "a hundred megabytes of nothing packed well": lambda: lzma.compress(bytes(100_000_000), preset=0),
    "a billion laughs": lambda: LAUGHS,
    "a text that reads other files": lambda: OUTSIDE,
    "a drawing with a script": lambda: SVG,
    "lists in lists": lambda: b"[" * 200_000,
    "a number without end": lambda: json.dumps({"n": 0}).encode().replace(b"0", b"9" * 100_000),
    "a document that unpacks without end": lambda: _pdf(
        b"<< /Filter /FlateDecode >>\nstream\n" + zlib.compress(bytes(20_000_000), 9) + b"\nendstream"
    ),
    "a document that runs": lambda: _pdf(b"<< /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>"),
    "a table that runs": lambda: b'name,sum\r\n=cmd|"/c calc"!A1,@SUM(1)\r\n+1,-1\r\n',
    "a letter with a lie": lambda: b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n" * 5000,
    "one line of a megabyte": lambda: b"A" * (1 << 20),
    "text from right to left in disguise": "invoice\u202efdp.exe\u2066\u200b".encode,
    "text in another width": lambda: "\ufeffخالد".encode("utf-16"),
    **{name: (lambda magic=magic: magic + bytes(range(256)) * 9) for name, magic in MAGICS.items()},
}
