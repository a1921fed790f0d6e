"""Files of each kind that is looked into, made here: archives, mail, tables, captures, chats."""

import gzip
import io
import struct
import tarfile
import zipfile
from collections.abc import Mapping

_OLE_END, _OLE_NONE = 0xFFFF_FFFE, 0xFFFF_FFFF
MAIL = (
    "From: =?utf-8?q?Ion_B=C4=83lan?= <ion@example.org>\r\nTo: a@example.org\r\n"
    "Subject: =?utf-8?b?UGxhdMSD?=\r\n"
    "Date: Fri, 27 Nov 2026 01:02:03 +0100\r\nMessage-ID: <1@example.org>\r\n"
    "Received: from x by y; Fri, 27 Nov 2026 01:02:04 +0100\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=B\r\n\r\n"
    "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBună\r\nziua\r\n"
    "--B\r\nContent-Type: text/csv; name=pay.csv\r\nContent-Disposition: attachment; filename=pay.csv\r\n\r\n"
    "a,b\r\n1,2\r\n"
    "--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: z@example.org\r\nSubject: inner\r\n\r\n"
    "within\r\n--B--\r\n"
).encode()
PAGE_MAIL = (
    b"From: a@example.org\r\nTo: b@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
    b"<p>one<br>two</p><script>alert(1)</script><img src='https://evil.example/x.png'>"
)


def box_of(count: int) -> bytes:
    return b"".join(
        f"From a@example.org Fri Nov 27 01:02:03 2026\nFrom: a@example.org\nSubject: mail {number}\n"
        f"Date: day {number}\n\nbody {number}\n>From here\n\n".encode()
        for number in range(1, count + 1)
    )


def zip_of(entries: Mapping[str, bytes], **changes: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, (2026, 11, 27, 1, 2, 4))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = changes.get("mode", 0) << 16
            archive.writestr(entry, data)
    return target.getvalue()


def tar_of(*members: tuple[str, bytes, bytes], link: str = "") -> bytes:
    """members: name, content, kind."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, data, kind in members:
            entry = tarfile.TarInfo(name)
            entry.size, entry.type, entry.linkname = len(data), kind, link
            entry.mtime = 1_795_741_323
            archive.addfile(entry, io.BytesIO(data))
    return target.getvalue()


_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book_of(rows: str, *, strings: str = "", second: str = "", before: str = "") -> bytes:
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return zip_of(
        {
            "[Content_Types].xml": b"<Types/>",
            "xl/workbook.xml": (
                f'<workbook {_MAIN} xmlns:r="{links}"><sheets><sheet name="Pay" sheetId="1" r:id="a"/>'
                '<sheet name="Second" sheetId="2" r:id="b"/></sheets></workbook>'
            ).encode(),
            "xl/_rels/workbook.xml.rels": (
                b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="a" Target="worksheets/sheet1.xml"/>'
                b'<Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></Relationships>'
            ),
            "xl/styles.xml": (
                f'<styleSheet {_MAIN}><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm"/>'
                '<numFmt numFmtId="171" formatCode="0.00&quot;d&quot;"/></numFmts>'
                '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/>'
                "</cellXfs></styleSheet>"
            ).encode(),
            "xl/sharedStrings.xml": f"{before}<sst {_MAIN}>{strings}</sst>".encode(),
            "xl/worksheets/sheet1.xml": _sheet(rows),
            "xl/worksheets/sheet2.xml": _sheet(second),
            "docProps/core.xml": (
                b'<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
                b"<dc:creator>Ion</dc:creator><t:created>2026-11-27T01:02:03Z</t:created></c>"
            ),
        }
    )


def _sheet(rows: str) -> bytes:
    return f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()


def open_sheet_of(rows: str) -> bytes:
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    body = (
        f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" xmlns:text="{text}">'
        f'<table:table table:name="First">{rows}</table:table><table:table table:name="Second"/>'
        "</office:document-content>"
    )
    return zip_of(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": body.encode()}
    )


def record_of(kind: str, url: str, data: bytes) -> bytes:
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-27T01:02:03Z\r\n"
    return f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data + b"\r\n\r\n"


def answer_of(body: bytes, *, extra: str = "", kind: str = "text/html; charset=utf-8") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body


RECORDS = (
    record_of("warcinfo", "", b"software: Browsertrix 1\r\noperator: Moreau\r\n"),
    record_of("response", "https://a.example/", answer_of(b"<html><title>A</title><p>first page</p></html>")),
    record_of(
        "response",
        "https://a.example/2",
        answer_of(
            b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (b"<html><p>sec", b"ond</p>", b"")),
            extra="Transfer-Encoding: chunked\r\n",
        ),
    ),
)
WARC, PACKED_WARC, ONE_MEMBER = (
    b"".join(RECORDS),
    b"".join(map(gzip.compress, RECORDS)),
    gzip.compress(b"".join(RECORDS)),
)
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nSubject: A\r\n"
    b"Date: Fri, 27 Nov 2026 01:02:03 -0000\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n'
    b"--B\r\nContent-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n"
    b"<html><body onload=run()><p>kept</p></body></html>\r\n"
    b"--B\r\nContent-Type: image/png\r\nContent-Location: https://a.example/x.png\r\n\r\nx\r\n--B--\r\n"
)
EAF = """<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT AUTHOR="" DATE="2026-11-27T00:00:00+01:00" FORMAT="3.0" VERSION="3.0">
<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///call.wav"/></HEADER>
<TIME_ORDER>
<TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="1000"/><TIME_SLOT TIME_SLOT_ID="ts2" TIME_VALUE="2500"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="3000"/><TIME_SLOT TIME_SLOT_ID="ts4"/>
</TIME_ORDER>
<TIER TIER_ID="Ana"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a3" TIME_SLOT_REF1="ts3"
 TIME_SLOT_REF2="ts4"><ANNOTATION_VALUE>no end</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="talk" PARTICIPANT="Ion"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1"
 TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>Bună &amp; ziua</ANNOTATION_VALUE>
</ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="fr" PARENT_REF="talk"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1">
<ANNOTATION_VALUE>Bonjour</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
</ANNOTATION_DOCUMENT>
""".encode()
"""Of ELAN: three tiers, one of which hangs on another, and an annotation without an end."""
UNALIGNED = (
    '<?xml version="1.0"?><ANNOTATION_DOCUMENT><TIME_ORDER>'
    + "".join(
        f'<TIME_SLOT TIME_SLOT_ID="s{number}"{value and f' TIME_VALUE="{value}"'}/>'
        for number, value in enumerate(("1000", "", "", "3000", "9000"))
    )
    + '</TIME_ORDER><TIER TIER_ID="Ana">'
    + "".join(
        f'<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="{number}" TIME_SLOT_REF1="s{number}" '
        f'TIME_SLOT_REF2="s{number + 1}"><ANNOTATION_VALUE>{words}</ANNOTATION_VALUE>'
        "</ALIGNABLE_ANNOTATION></ANNOTATION>"
        for number, words in enumerate(("Did he", "pay", "you?", "No, never."))
    )
    + "</TIER></ANNOTATION_DOCUMENT>"
).encode()
"""Of ELAN: an utterance of which only the outer slots have times, and the answer."""
WHATSAPP = (
    "[27.11.26, 01:02:03] Messages are encrypted\n"
    "\u200e[27.11.26, 01:02:04] Ion B\u0103lan: hello: there\nsecond line\n"
    "[27.11.26, 01:02:05] +40 700 000 000: \u200e<attached: 00000012-PHOTO.jpg>\n"
).encode()
TELEGRAM = (
    b'{"name": "Ana", "type": "personal_chat", "id": 1, "messages": ['
    b'{"id": 1, "type": "service", "date": "2026-11-27T01:02:03", "actor": "Ana", '
    b'"action": "phone_call", "text": ""},'
    b'{"id": 2, "type": "message", "date": "2026-11-27T01:02:04", "from": "Ana", '
    b'"text": ["see ", {"type": "link", "text": "https://a.example"}], "photo": "photos/1.jpg", '
    b'"location_information": '
    b'{"latitude": 44.43, "longitude": 26.1}}]}'
)
TELEGRAM_PAGE = (
    b'<!DOCTYPE html><html><body><div class="text bold">\nAna\n</div><div class="history">'
    b'<div class="message service" id="m0"><div class="body details">27 November 2026</div></div>'
    b'<div class="message default clearfix" id="m1"><div class="body"><div class="pull_right date details" '
    b'title="27.11.2026 01:02:03 UTC+02:00">01:02</div><div class="from_name">\nAna\n</div>'
    b'<div class="text">\nhello<br>you\n</div></div></div>'
    b'<div class="message default clearfix joined" id="m2"><div class="body"><div class='
    b'"pull_right date details" '
    b'title="27.11.2026 01:02:09 UTC+02:00">01:02</div><div class='
    b'"media_wrap"><a href="photos/1.jpg">x</a></div>'
    b"</div></div></div></body></html>"
)
VIBER = (
    b'27/11/2026,01:02:03,Ana,+40700,"hello, you"\n27/11/2026,01:02:04,Ion,+40701,yes\n'
    b"27/11/2026,01:02:05,Me,,no\n"
)


def picture_with_place() -> bytes:
    """A JPEG with EXIF: a camera, a time, a place (44° 25' 36" N, 26° 6' 0" E)."""
    made, model, taken = b"Maker\0", b"Model 7\0", b"2026:11:27 01:02:03\0"
    pairs = struct.pack("<IIIIII", 44, 1, 25, 1, 36, 1) + struct.pack("<IIIIII", 26, 1, 6, 1, 0, 1)
    base, begins = 8, 8 + 2 + 4 * 12 + 4
    exif_at = begins + len(made) + len(model)
    gps_at = exif_at + 2 + 12 + 4 + len(taken)
    pairs_at = gps_at + 2 + 4 * 12 + 4

    def entry(tag: int, kind: int, count: int, value: int) -> bytes:
        return struct.pack("<HHII", tag, kind, count, value)

    data = b"II*\0" + struct.pack("<I", base) + struct.pack("<H", 4)
    data += entry(0x010F, 2, len(made), begins) + entry(0x0110, 2, len(model), begins + len(made))
    data += entry(0x8769, 4, 1, exif_at) + entry(0x8825, 4, 1, gps_at) + bytes(4) + made + model
    data += struct.pack("<H", 1) + entry(0x9003, 2, len(taken), exif_at + 18) + bytes(4) + taken
    data += struct.pack("<H", 4) + entry(1, 2, 2, ord("N")) + entry(2, 5, 3, pairs_at)
    data += entry(3, 2, 2, ord("E")) + entry(4, 5, 3, pairs_at + 24) + bytes(4) + pairs
    segment = b"Exif\0\0" + data
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + b"\xff\xd9"


def ole_of(streams: Mapping[tuple[str, ...], bytes]) -> bytes:
    """A container of older Office files ([MS-CFB]) with these streams, each in sectors of its own."""
    storages = sorted({path[:1] for path in streams if len(path) == 2})
    entries: list[tuple[tuple[str, ...], int]] = [((), 5), *((each, 1) for each in storages)]
    entries += [(path, 2) for path in streams]
    directory_length = -(-len(entries) // 4)
    starts, sectors, chains = dict[tuple[str, ...], int](), list[bytes](), list[int]()

    def put(data: bytes) -> int:
        begins = len(chains)
        pieces = [data[at : at + 512].ljust(512, b"\0") for at in range(0, len(data), 512)]
        sectors.extend(pieces)
        chains.extend([*range(begins + 1, begins + len(pieces)), _OLE_END])
        return begins

    chains.append(0xFFFF_FFFD)  # sector 0 is the table itself
    sectors.append(b"")
    for path, data in streams.items():
        starts[path] = put(data)

    def within(parent: tuple[str, ...]) -> list[int]:
        return [at for at, (path, kind) in enumerate(entries) if kind != 5 and path[:-1] == parent]

    rows = []
    for at, (path, kind) in enumerate(entries):
        siblings = within(path[:-1]) if kind != 5 else []
        later = siblings[siblings.index(at) + 1 :] if siblings else []
        children = within(path) if kind != 2 else []
        name = ("Root Entry" if kind == 5 else path[-1]).encode("utf-16-le") + b"\0\0"
        links = struct.pack("<III", _OLE_NONE, later[0] if later else _OLE_NONE, (children or [_OLE_NONE])[0])
        row = name.ljust(64, b"\0") + struct.pack("<HBB", len(name), kind, 1) + links + bytes(36)
        rows.append(
            row + struct.pack("<II", starts.get(path, _OLE_END), len(streams.get(path, b""))) + bytes(4)
        )
    directory = put(b"".join(rows).ljust(directory_length * 512, b"\0"))
    sectors[0] = struct.pack("<128I", *chains, *[_OLE_NONE] * (128 - len(chains)))
    numbers = (directory, 0, 0, _OLE_END, 0, _OLE_END, 0, 0, *[_OLE_NONE] * 108)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
    head += bytes(10) + struct.pack("<I", 1)
    return head + struct.pack("<116I", *numbers) + b"".join(sectors)
