"""Samples: one small file of each kind, looked at before a process is confined: so all is loaded."""

import io
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from thb_desktop.inspect.looks.archives import samples as packed
from thb_desktop.inspect.texts import samples as texts

_MAIL = (
    b"From: =?iso-8859-2?Q?a=E9?= <a@b.example>\r\nSubject: =?utf-8?B?w6k=?=\r\n"
    b"Date: Fri, 27 Nov 2026 1:02:03 +0100\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<p>a=C3=A9</p>\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nSubject: b\r\nFrom: c\r\n\r\nd\r\n"
    b"--x\r\nContent-Disposition: attachment; filename*=utf-8''a%C3%A9\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nYcOp\r\n--x--\r\n"
)
_WARC = (
    b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 44\r\n\r\n"
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\r\n\r\n\r\n"
)
_BOOK = {
    "xl/workbook.xml": '<w xmlns:r="r"><sheets><sheet name="a" r:id="x"/></sheets></w>',
    "xl/_rels/workbook.xml.rels": '<r><Relationship Id="x" Target="worksheets/1.xml"/></r>',
    "xl/styles.xml": '<s><cellXfs><xf numFmtId="14"/></cellXfs></s>',
    "xl/sharedStrings.xml": "<sst><si><t>a</t></si></sst>",
    "xl/worksheets/1.xml": '<w><row r="1"><c r="A1" t="s"><v>0</v></c><c s="0"><v>45000.5</v></c></row></w>',
}
_SHEET = {
    "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": '<o xmlns:table="t"><table:table name="a"><table:table-row><table:table-cell/>'
    "</table:table-row></table:table></o>",
}
_WACZ = {
    "datapackage.json": '{"resources":[{"path":"archive/a","hash":"sha256:00"}]}',
    "datapackage-digest.json": '{"hash":"sha1:00"}',
    "archive/a": "b",
}
_WORDS = {
    "word/document.xml": "<d><p><t>a</t></p></d>",
    "docProps/core.xml": "<c><title>a</title></c>",
}
_OTHERS = (
    b'<html><head><title>a</title><meta name="b" content="&eacute;"></head><body>c</body></html>',
    b"{\\rtf1 \\'e9}",
    b'{"name":"a","type":"personal_chat","id":1,"messages":[{"from":"b","date":"c","text":"d"}]}',
    b"15.04.2016, 15:04 - A: b\n15.04.2016, 15:05 - A: c\n",
    b"1/2/2020,10:00,A,+1,b\n1/2/2020,10:01,A,+1,c\n",
    b"From a@b.example Fri Nov 27 01:02:03 2026\r\n" + _MAIL,
    b"\xff\xd8\xff\xe1\x00\x10Exif\0\0II*\0\x08\0\0\0\0\0",
    b"%PDF-1.4\n1 0 obj\n<</Title (a)>>\nendobj\ntrailer <</Info 1 0 R>>",
    b"\x89PNG\r\n\x1a\n",
    b"\xff\xfea\0",
    b"\x00\x01",
)


Answer = Callable[[Any, Mapping[str, Any]], tuple[Any, Iterable[bytes]]]


def load(make: Callable[[], Answer]) -> None:
    """Look into a sample of each kind of file, in each way. make: returns what answers about a new file."""
    texts.load()
    for data in every_kind():
        for job in ("look", "told", "text", "bytes", "capture"):
            said = make()(io.BytesIO(data), {"job": job, "page": 1, "name": "a.csv"})
            list(said[1])
        for delimiter in ("", ";"):
            make()(io.BytesIO(data), {"job": "records", "page": 1, "delimiter": delimiter})
        for part in ("0", "1", "2"):
            make()(io.BytesIO(data), {"job": "look", "page": 1, "part": [part]})


def every_kind() -> Iterator[bytes]:
    """Return a small file of each kind."""
    yield from _OTHERS
    yield from packed()
    yield b"a;b\n1;2\n"
    yield _MAIL
    yield _WARC
    for parts in (_BOOK, _SHEET, _WORDS, _WACZ, {"a.txt": "b"}):
        yield _zipped(parts)
    yield _tarred()


def _zipped(parts: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return target.getvalue()


def _tarred() -> bytes:
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w", format=tarfile.PAX_FORMAT) as archive:
        entry = tarfile.TarInfo("a\u00e9.txt")
        entry.size = 1
        archive.addfile(entry, io.BytesIO(b"b"))
    return target.getvalue()
