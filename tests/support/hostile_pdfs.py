"""Files made to cost their reader time and memory, each of any size: what honest bytes there are, are few."""

import json
import zlib
from collections.abc import Callable, Mapping, Sequence

from tests.support.code import ROOT
from thb_desktop.ledger import canonical
from thb_desktop.ledger.streamed import memory_of
from thb_desktop.verify.limits import MAXIMUM_VALUE

DATA = ROOT / "tests" / "ledger" / "data"

_SIGNATURE = (
    b"<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 %010d %010d %010d] /Contents <%s> >>"
)
CATALOG = b"<< /Type /Catalog /AcroForm << /Fields [2 0 R] >> >>"
_END = b"startxref\n%d\n%%%%EOF\n"


def document(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A small document of the given objects, with one table."""
    text, rows = bytearray(b"%PDF-1.7\n"), [b"0000000000 65535 f \n"]
    for number in range(1, max(objects) + 1):
        rows.append(b"%010d 00000 n \n" % len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, objects.get(number, b"null"))
    start = len(text)
    text += b"xref\n0 %d\n%strailer\n<< /Size %d %s >>\n" % (len(rows), b"".join(rows), len(rows), trailer)
    return bytes(text + _END % start)


def packed(content: bytes, entries: bytes = b"") -> bytes:
    """A stream under Flate."""
    return flat(zlib.compress(content, 9), b"/Filter /FlateDecode " + entries)


def flat(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(content), content)


UNPACKED = 30_000_000
"""Bytes of one unpacked stream at most: just what the verifier still unpacks."""


def bomb(unit: bytes, size: int) -> bytes:
    """A thousand times as many bytes as they take packed, but no more than are unpacked."""
    return unit * max(1, min(size * 1000, UNPACKED) // len(unit))


def in_stores(unit: bytes, size: int) -> bytes:
    """An object stream whose one object is this text, again and again, and which a reader has to look at."""
    content = b"3 0 " + b"[/JS " + bomb(unit, size)
    store = packed(content, b"/Type /ObjStm /N 1 /First 4 ")
    return with_reference_stream({1: CATALOG, 2: store}, {3: (2, 0)})


def long_head(size: int) -> bytes:
    """An object stream that names as many objects as unpack, all with the number 0."""
    unpacked = min(size * 1000, UNPACKED)
    entries = b"/Type /ObjStm /N %d /First %d " % (unpacked // 4, unpacked)
    return with_reference_stream({1: CATALOG, 2: packed(bomb(b"0 ", size), entries)}, {3: (2, 0)})


def with_reference_stream(
    objects: Mapping[int, bytes], stored: Mapping[int, tuple[int, int]], more: bytes = b""
) -> bytes:
    """A document whose cross-references are a stream. stored: store and place of an object, by its number."""
    text, rows = bytearray(b"%PDF-1.7\n"), [(0, 0, 0)]
    last = max([*objects, *stored])
    size = last + 2
    for number in range(1, last + 1):
        if number in objects:
            rows.append((1, len(text), 0))
            text += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
        else:
            rows.append((2, *stored.get(number, (0, 0))))
    start = len(text)
    rows.append((1, start, 0))
    table = b"".join(b"%c" % kind + a.to_bytes(4) + b.to_bytes(4) for kind, a, b in rows)
    entries = b"/Type /XRef /W [1 4 4] /Size %d /Root 1 0 R " % (size + len(more) // 9)
    text += b"%d 0 obj\n%s\nendobj\n" % (size - 1, packed(table + more, entries))
    return bytes(text + _END % start)


def more_rows(row: bytes) -> Callable[[int], bytes]:
    """An honest document with as many more rows as unpack."""
    field = {1: CATALOG, 2: b"<< /FT /Sig /T (A) >>"}
    return lambda size: with_reference_stream(field, {}, row * (min(size * 1000, UNPACKED) // len(row)))


def rows_of_one_byte(size: int) -> bytes:
    """Cross-references that unpack to one row a byte."""
    count = min(size * 1000, UNPACKED)
    entries = b"/Type /XRef /W [0 1 0] /Size %d /Root 1 0 R " % count
    text = b"%PDF-1.7\n"
    return text + b"1 0 obj\n%s\nendobj\n" % packed(bytes(count), entries) + _END % len(text)


def chain_of_streams(size: int) -> bytes:
    """Many cross-reference streams, each with many rows, each before the other."""
    text, previous = bytearray(b"%PDF-1.7\n"), b""
    count = max(1, min(400, size // 1500))
    each = min(size * 1000, UNPACKED) // count
    content = zlib.compress(bytes(each), 9)
    for number in range(count):
        start = len(text)
        entries = b"/Type /XRef /W [0 1 0] /Size %d /Root 1 0 R %s /Filter /FlateDecode " % (each, previous)
        text += b"%d 0 obj\n%s\nendobj\n" % (number + 1, flat(content, entries))
        previous = b"/Prev %d" % start
    return bytes(text + _END % start)


def wide_rows(size: int) -> bytes:
    """A prediction over rows wider than any memory."""
    entries = b"/Type /XRef /W [1 4 4] /Size 9 /Root 1 0 R /DecodeParms << /Predictor 12 /Columns %d >> "
    text = b"%PDF-1.7\n"
    body = packed(b"\x02" + bytes(min(size * 1000, UNPACKED)), entries % 10**11)
    return text + b"1 0 obj\n%s\nendobj\n" % body + _END % len(text)


def narrow_rows(size: int) -> bytes:
    """A prediction over rows of one byte, each of another kind than the last."""
    entries = b"/Type /XRef /W [1 4 4] /Size 9 /Root 1 0 R /DecodeParms << /Predictor 12 /Columns 1 >> "
    text = b"%PDF-1.7\n"
    body = packed(bomb(b"\x02\x01\x01\x01", size), entries)
    return text + b"1 0 obj\n%s\nendobj\n" % body + _END % len(text)


def many_runs(size: int) -> bytes:
    """A table in which each row is announced by itself."""
    text, rows = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n", bytearray()
    for number in range(1, size // 30):
        rows += b"%d 1\n%010d 00000 n \n" % (number, 9)
    table = b"xref\n%strailer\n<< /Size %d /Root 1 0 R >>\n" % (rows, size)
    return text + table + _END % len(text)


def one_inside_the_other(opening: bytes, closing: bytes, end: bytes = b" ") -> Callable[[int], bytes]:
    """Objects of which each reads as the whole rest of the file."""

    def make(size: int) -> bytes:
        parts = [b"%d 0 obj %s" % (number, opening) for number in range(2, max(3, size // 40))]
        text, offsets = bytearray(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"), [9]
        for part in parts:
            offsets.append(len(text))
            text += part
        text += closing * len(parts) + end + b"endobj\n"
        start = len(text)
        rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(offsets)
        text += b"xref\n1 %d\n%strailer\n<< /Root 1 0 R /Size %d >>\n" % (size, rows, size + 1)
        return bytes(text + _END % start)

    return make


def one_body(unit: bytes, before: bytes = b"", after: bytes = b"") -> Callable[[int], bytes]:
    """One object of this text again and again."""
    return lambda size: document({1: CATALOG, 2: before + unit * (size // len(unit)) + after})


def read_again_and_again(size: int) -> bytes:
    """Many dictionaries that all point to one large object."""
    half = size // 2
    pointing = b"[" + b"<< /OpenAction 3 0 R >> " * (half // 24) + b"]"
    return document({1: CATALOG, 2: pointing, 3: b"[" + b"() " * (half // 3) + b"]"})


def large_catalogue(size: int) -> bytes:
    return document({1: CATALOG[:-2] + b"/A [" + b"1 " * (size // 2) + b"] >>", 2: b"<< /FT /Sig /T (A) >>"})


def fields_in_fields(size: int) -> bytes:
    """A form that is as wide as it may be, in each of its levels."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + size // 40))
    objects = {1: CATALOG, 2: b"<< /T (A) /Kids [%s] >>" % kids}
    return document(objects | dict.fromkeys(range(3, 3 + size // 40), b"<< /T (B) /FT /Sig >>"))


def many_signatures(size: int) -> bytes:
    """Fifty signatures that all claim nearly the whole file."""
    fields = b" ".join(b"%d 0 R" % (number + 2) for number in range(50))
    filler = b"(" + b"x" * size + b")"
    objects = {1: b"<< /Type /Catalog /AcroForm << /Fields [%s] >> >>" % fields, 110: filler}
    for number in range(50):
        message = b"30" * 200
        objects[number + 2] = b"<< /FT /Sig /T (%d) /V %d 0 R >>" % (number, number + 52)
        objects[number + 52] = _SIGNATURE % (0, 0, 0, message)
    data = bytearray(document(objects))
    at = 0
    for _ in range(50):
        at = data.index(b"/ByteRange [0 0000000000", at)
        start = data.index(b"/Contents <", at) + 10
        end = data.index(b">", start) + 1
        ranges = b"[0 %010d %010d %010d]" % (start, end, len(data) - end)
        data[at + 11 : at + 11 + len(ranges)] = ranges
        at = end
    return bytes(data)


def elements_of_a_message(size: int) -> bytes:
    """A signature whose message is nothing but elements."""
    body = b"\x05\x00" * (min(size, 1_900_000) // 4)
    message = b"\x30\x83" + len(body).to_bytes(3) + body
    value = (
        b"<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 %010d %010d %010d] /Contents <%s> >>"
    )
    data = document(
        {
            1: CATALOG,
            2: b"<< /FT /Sig /T (A) /V 3 0 R >>",
            3: value % (0, 0, 0, message.hex().upper().encode()),
        }
    )
    start = data.index(b"/Contents <") + 10
    end = data.index(b">", start) + 1
    return data.replace(
        b"[0 0000000000 0000000000 0000000000]", b"[0 %010d %010d %010d]" % (start, end, len(data) - end)
    )


def attached(files: Mapping[str, bytes] | Sequence[tuple[str, int]], streams: Sequence[bytes]) -> bytes:
    """A document with attached files: names and the numbers of their streams."""
    pairs = list(files.items()) if isinstance(files, Mapping) else files
    objects: dict[int, bytes] = {1: CATALOG, 2: b"<< /FT /Sig /T (A) >>"}
    objects |= {3 + index: stream for index, stream in enumerate(streams)}
    first = 3 + len(streams)
    for index, (name, stream) in enumerate(pairs):
        body = b"<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %d 0 R /UF %d 0 R >> >>"
        objects[first + index] = body % (name.encode(), name.encode(), 3 + int(stream), 3 + int(stream))
    names = sorted((name.encode(), first + index) for index, (name, _) in enumerate(pairs))
    tree = b" ".join(b"(%s) %d 0 R" % pair for pair in names)
    objects[1] = CATALOG[:-2] + b"/Names << /EmbeddedFiles << /Names [%s] >> >> >>" % tree
    return document(objects)


def one_file_under_many_names(size: int) -> bytes:
    """One attached file that each of many names has to be compared with."""
    names = [f"f{number:06}" for number in range(max(1, size // 1000))]
    listed = [{"path": name, "size": 0, "sha256": ""} for name in names]
    manifest = packed(canonical.encode({"files": listed}), b"/Type /EmbeddedFile ")
    content = flat(bytes(size // 2), b"/Type /EmbeddedFile ")
    return attached([("manifest.json", 0), *((name, 1) for name in names)], [manifest, content])


def one_record_named_again(size: int) -> bytes:
    """A list that names one large record again and again."""
    listed = [{"kind": "interview", "number": "1", "path": "records/a.jsonl", "sha256": ""}] * (size // 100)
    manifest = packed(canonical.encode({"files": [], "records": listed}), b"/Type /EmbeddedFile ")
    record = packed(bomb(b'["a","",1]\n', size), b"/Type /EmbeddedFile ")
    return attached([("manifest.json", 0), ("records/a.jsonl", 1)], [manifest, record])


def custody(content: bytes) -> bytes:
    """A document with this custody extract, and large enough that so much may be read."""
    extract = packed(content, b"/Type /EmbeddedFile ")
    return attached([("custody/custody-extract.json", 0)], [extract, flat(bytes(len(content) // 8))])


def values_in_an_extract(unit: bytes) -> Callable[[int], bytes]:
    """An extract whose one member is a list of this value: as much as is still read, if the size allows."""

    def make(size: int) -> bytes:
        count = min(size * 8, MAXIMUM_VALUE // (memory_of(unit) + 1))
        return b'{"certificates":[' + unit * count + b"1]}"

    return make


def multiplied_extract(part: str) -> Callable[[int], bytes]:
    """A custody extract of this program with one of its parts again and again."""

    def make(size: int) -> bytes:
        value = json.loads((DATA / "extract-v2.json").read_bytes())
        holder = value["certificates"] if part == "users" else value
        each = holder[part]
        count = size * 8 // len(json.dumps(each)) + 1
        holder[part] = each * count
        return canonical.encode(value)

    return make


EXTRACTS: dict[str, Callable[[int], bytes]] = {
    "lists": values_in_an_extract(b"[],"),
    "objects": values_in_an_extract(b'{"a":1},'),
    "texts": values_in_an_extract('"\N{GRINNING FACE}",'.encode()),
    **{
        part: multiplied_extract(part)
        for part in ("events", "statements", "users", "subjects", "earlier", "signers")
    },
}
"""Custody extracts that unpack to eight times the size."""


def in_a_bundle(extract: Callable[[int], bytes]) -> Callable[[int], bytes]:
    return lambda size: custody(extract(size))


def many_exhibits(size: int) -> bytes:
    """Data of the case that tell of nothing but exhibits, each of a few bytes."""
    told = b",".join(b'{"exhibit":{"id":"%x"}}' % number for number in range(size // 4))
    manifest = packed(b'{"files":[],"format":"thb-bundle-manifest/2"}', b"/Type /EmbeddedFile ")
    case = packed(b'{"exhibits":[%s]}' % told, b"/Type /EmbeddedFile ")
    streams = [manifest, case, flat(bytes(size), b"/Type /EmbeddedFile ")]
    return attached([("manifest.json", 0), ("case/case.json", 1), ("filler", 2)], streams)


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "rows of one byte": rows_of_one_byte,
    "rows of nothing": more_rows(bytes(9)),
    "rows in stores that are not there": more_rows(b"\x02" + bytes(8)),
    "rows of an object many times": more_rows(b"\x01\x00\x00\x00\x09" + bytes(4)),
    "a chain of cross-reference streams": chain_of_streams,
    "rows wider than memory": wide_rows,
    "rows of one byte, predicted": narrow_rows,
    "a row for each announcement": many_runs,
    "brackets in a store": lambda size: in_stores(b"(", size),
    "strings in a store": lambda size: in_stores(b"()", size),
    "escapes in a store": lambda size: in_stores(b"(\\(\\)\\\\)", size),
    "comments in a store": lambda size: in_stores(b"%\n", size),
    "dictionaries in a store": lambda size: in_stores(b"<<>>", size),
    "an object stream with a long head": long_head,
    "strings inside one another": one_inside_the_other(b"(", b")"),
    "comments inside one another": one_inside_the_other(b"null %", b"", b"\n"),
    "arrays that are never closed": one_body(b"[", b"[1 "),
    "empty strings": one_body(b"()", b"[", b"]"),
    "empty dictionaries": one_body(b"<<>>", b"[", b"]"),
    "escapes in a string": one_body(b"\\(", b"(", b")"),
    "octal escapes": one_body(b"\\101", b"(", b")"),
    "brackets in a string": one_body(b"()", b"(", b")"),
    "line ends in a string": one_body(b"\r", b"(", b")"),
    "digits without end": one_body(b"9", b"", b"x"),
    "digits and points": one_body(b"9.", b"[", b"x]"),
    "blanks between numbers": lambda size: document(
        {1: CATALOG, 2: b"[" + (b"1" + b" " * 10_000) * (size // 10_000) + b"1x]"}
    ),
    "references that are none": one_body(b"1 0 ", b"[", b"]"),
    "names with escapes": one_body(b"#41", b"/", b""),
    "comments": one_body(b"%\n", b"[", b"]"),
    "one comment": one_body(b"%", b"[", b"\n]"),
    "hexadecimal digits": one_body(b"4 ", b"<", b">"),
    "keys": lambda size: document(
        {1: CATALOG, 2: b"<<" + b"".join(b"/%x 1" % number for number in range(size // 8)) + b">>"}
    ),
    "one object read again and again": read_again_and_again,
    "a large catalogue": large_catalogue,
    "fields": fields_in_fields,
    "fifty signatures": many_signatures,
    "elements of a message": elements_of_a_message,
    "one file under many names": one_file_under_many_names,
    "one record named again": one_record_named_again,
    "exhibits without end": many_exhibits,
    **{f"{part} in a custody extract": in_a_bundle(extract) for part, extract in EXTRACTS.items()},
}  # fmt: skip
