"""Bundles whose objects a judge's own program wrote oddly, signed with the judges' own keys afterwards.

Every signature is good. The two checks read the objects each with a reader of its own, and must give the
same answer: a document that one of them cannot read, the other may not call valid.
"""

import json
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

from tests.support import pdfs
from tests.support.bundle_attacks import (
    BROKEN,
    Attack,
    Target,
    approved,
    interpreted,
)
from tests.support.pdf_places import places_of, repacked, resaved, with_objects
from thb_desktop.report.document.packed import PACKED, PLAIN

HOLDS, UNKNOWN, NOT_JUDGED = 0, 41, 47
_PAGE, _FONTS, _CATALOGUE, _FIELD = b"/Tabs /S", b"/ProcSet [ /PDF /Text ]", b"/Lang (en)", b"/T (Judge)"
_FILE, _TITLE, _SPACE = b"/Desc (A file)", b"/Title (Statement)", b"/DisplayDocTitle true"
_EMPTY_FILE = rb"/Filter /FlateDecode (/Length 10 )(/Params.{1,200}?/EmbeddedFile\n>>\nstream\r?\n)(.{10})"
_EMBEDDED = b"/Subtype /text#2Fplain"
_STREAM = rb"/Filter /FlateDecode /Length (\d+) (/Params(?:(?!endobj).)*?/EmbeddedFile\n>>\nstream\r?\n)"


def _written(old: bytes, new: bytes, count: int = 1) -> Attack:
    """Write something otherwise before anybody signs; the cross-references fit."""
    return _changed(lambda source: source.replace(old, new, count))


def _rewritten(old: bytes, new: bytes) -> Attack:
    return _changed(lambda source: re.sub(old, new, source, count=1, flags=re.DOTALL))


def _changed(change: Callable[[bytes], bytes], *, places: bool = True) -> Attack:
    def attack(target: Target) -> bytes:
        changed = change(target.source)
        if changed == target.source:
            raise AssertionError
        changed = resaved(changed) if places else changed
        return approved(target.office, interpreted(target.office, changed))

    return attack


def _indirect(pattern: bytes) -> Attack:
    """Move a value into an object of its own."""

    def change(source: bytes) -> bytes:
        found = re.search(pattern, source)
        if found is None:
            raise AssertionError(pattern)
        _, number = with_objects(source, b"")
        return with_objects(source[: found.start(1)] + b"%d 0 R" % number + source[found.end(1) :], found[1])[
            0
        ]

    return _changed(change)


def _later(entry: bytes) -> Attack:
    """Name the object that the judge's signature will have."""

    def attack(target: Target) -> bytes:
        number = int(re.findall(rb"/V (\d+) 0 R", target.whole)[-1])
        return _written(_FONTS, entry % number + _FONTS)(target)

    return attack


def _head(first_line: bytes) -> Attack:
    """Write the first line of object 13 otherwise."""

    def change(source: bytes) -> bytes:
        start = source.index(b"\n13 0 obj\n") + 1
        changed = source[:start] + first_line + source[start + 9 :]
        places, gained = places_of(source), len(first_line) - 9
        rows = {
            number: (kind, at + gained * (kind == PLAIN and at > start), index)
            for number, (kind, at, index) in places.rows.items()
        }
        return replace(places, rows=rows).written(changed[: places.start + gained])

    return _changed(change, places=False)


def _sixteen_bits(target: Target) -> bytes:
    """The name that stands last, in another coding."""
    name = b"<feff" + "records/I-01.txt".encode("utf-16-be").hex().encode() + b">"
    return _written(b"(records/I-01.txt)", name, 3)(target)


def _behind_two(target: Target) -> bytes:
    """An attached file whose stream is reached by two references, the second in an object of its own."""

    def change(source: bytes) -> bytes:
        data, number = with_objects(source, b"38 0 R")
        return data.replace(b"/F 38 0 R /UF 38 0 R", b"/F %d 0 R /UF 38 0 R" % number)

    return _changed(change)(target)


def _opening(target: Target) -> bytes:
    def change(source: bytes) -> bytes:
        data, number = with_objects(source, b"<< /S /Launch /F (more) >>")
        return data.replace(_CATALOGUE, _CATALOGUE + b" /OpenAction %d 0 R" % number)

    return _changed(change)(target)


def _unpacked(target: Target) -> bytes:
    return _rewritten(_EMPTY_FILE, rb"/Length 2 \2{}")(target)


def _packed(change: Callable[[bytes], bytes]) -> Attack:
    """The stream of an attached file otherwise, with its true length."""

    def changed(source: bytes) -> bytes:
        found = re.search(_EMPTY_FILE, source, re.DOTALL)
        if found is None:
            raise AssertionError
        packed = change(found[3])
        head = b"/Filter /FlateDecode /Length %d " % len(packed)
        return source[: found.start()] + head + found[2] + packed + source[found.end() :]

    return _changed(changed)


def _listed(change: Callable[[dict[str, Any]], object], *, write: Callable[[object], bytes]) -> Attack:
    """The list of files otherwise, in a stream that is not packed. change: what it holds."""

    def attack(target: Target) -> bytes:
        honest = json.loads(pdfs.attachments_of(target.office, **pdfs.FILES)[-1].data)
        change(honest)
        return _listing(write(honest))(target)

    return attack


def _listing(data: bytes, head: bytes = b"") -> Attack:
    """These bytes in place of the packed list of files, with more in the head of the stream."""

    def change(source: bytes) -> bytes:
        found = None
        for found in re.finditer(_STREAM, source, re.DOTALL):
            with suppress(zlib.error):
                if zlib.decompress(source[found.end() :][: int(found[1])]).startswith(b'{"files"'):
                    break
        if found is None:
            raise AssertionError
        size, begin = int(found[1]), found.end()
        kept = data or source[begin : begin + size]
        start = head + b"/Length %d " % len(kept) + found[2]
        return source[: found.start()] + start + kept + source[begin + size :]

    return _changed(change)


def _in_one_form(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _deep(levels: int) -> object:
    return [_deep(levels - 1)] if levels else []


def _twice_listed(listed: dict[str, Any]) -> None:
    listed["files"] = [*listed["files"], listed["files"][0]]


def _length(*chain: bytes) -> Attack:
    """The length of an embedded file in more objects. %l is the length, %f the first of them, %n the next."""

    def change(source: bytes) -> bytes:
        found = re.search(rb"/Length (\d+) /Params", source)
        if found is None:
            raise AssertionError
        _, first = with_objects(source, b"")
        said = {b"%l": found[1], b"%f": b"%d" % first, b"%n": b"%d" % (first + 1)}
        bodies = [re.sub(rb"%[lfn]", lambda hit: said[hit[0]], each) for each in chain]
        data, _ = with_objects(source, *bodies)
        return data[: found.start()] + b"/Length %d 0 R /Params" % first + data[found.end() :]

    return _changed(change)


def _elsewhere(entries: bytes, value: bytes) -> Attack:
    """Entries with a value in an object of its own."""

    def change(source: bytes) -> bytes:
        data, number = with_objects(source, value)
        return data.replace(_FONTS, entries % number + b" " + _FONTS, 1)

    return _changed(change)


def _twice(target: Target) -> bytes:
    """An object of the catalogue's number before the true one, in a place that nothing names."""

    def change(source: bytes) -> bytes:
        number = int(re.findall(rb"/Root (\d+)", source)[-1])
        body = b"%d 0 obj\n<< /Type /Catalog >>\nendobj\n" % number
        return source.replace(b"1 0 obj", body + b"1 0 obj", 1)

    return _changed(change)(target)


def _shifted(by: int) -> Attack:
    """The cross-references name a place beside object 13."""

    def change(source: bytes) -> bytes:
        places = places_of(source)
        kind, at, index = places.rows[13]
        return replace(places, rows=places.rows | {13: (kind, at + by, index)}).written(
            source[: places.start]
        )

    return _changed(change, places=False)


def _together(change: Callable[[list[int], list[bytes]], object], head: bytes = b"") -> Attack:
    """The first object stream otherwise, before anybody signs."""
    return _changed(lambda source: repacked(source, change, head))


def _in_first(entry: bytes) -> Attack:
    """An entry more in the first object of the first object stream."""

    def change(_: list[int], bodies: list[bytes]) -> None:
        bodies[0] = bodies[0].replace(b"<<", b"<< " + entry, 1)

    return _together(change)


def _later_together(target: Target) -> bytes:
    """An object of an object stream names the object that the judge's signature will have."""
    number = int(re.findall(rb"/V (\d+) 0 R", target.whole)[-1])
    return _in_first(b"/More %d 0 R " % number)(target)


def _references_together(target: Target) -> bytes:
    """One that names the cross-references that the judge's signature will have."""
    number = int(re.findall(rb"(\d+) 0 obj\n<<\n/W", target.whole)[-1])
    return _in_first(b"/More %d 0 R " % number)(target)


def _swapped(numbers: list[int], _: list[bytes]) -> None:
    numbers[0], numbers[1] = numbers[1], numbers[0]


def _one_is(body: bytes) -> Callable[[list[int], list[bytes]], object]:
    def change(_: list[int], bodies: list[bytes]) -> None:
        bodies[0] = body

    return change


def _row_of_first(row: Callable[[int], tuple[int, int, int]]) -> Attack:
    """Another row for the first object that lies in an object stream. row: from the stream's number."""

    def change(source: bytes) -> bytes:
        places = places_of(source)
        number, old = next((each, row) for each, row in places.rows.items() if row[0] == PACKED)
        return replace(places, rows=places.rows | {number: row(old[1])}).written(source[: places.start])

    return _changed(change, places=False)


ODD: dict[str, tuple[Attack, int]] = {
    # Blanks and comments.
    "a comment between two values": (_written(_FONTS, b"/ProcSet % a word\n [ /PDF /Text ]"), HOLDS),
    "a comment that holds an end": (_written(_FONTS, b"/ProcSet %endobj\n[ /PDF /Text ]"), HOLDS),
    "a comment that opens a string": (_written(_FONTS, b"/ProcSet % ( \r[ /PDF /Text ]"), HOLDS),
    "a comment behind a name": (_written(_SPACE, b"/DisplayDocTitle%/Launch\ntrue"), HOLDS),
    "a comment in an attached file": (_written(_FILE, b"/Desc%x\n(A file)"), HOLDS),
    "a zero byte for a blank": (_written(_FONTS, b"/ProcSet\0[\0/PDF\0/Text\0]"), HOLDS),
    "a form feed for a blank": (_written(_FONTS, b"/ProcSet\x0c[ /PDF\x0c/Text ]"), HOLDS),
    "a vertical tab for a blank": (_written(_SPACE, b"/DisplayDocTitle\x0btrue"), BROKEN),
    "a vertical tab in a name": (_written(_FONTS, b"/ProcSet [ /PDF\x0b/Text ]"), HOLDS),
    "no blanks at all": (_written(_FONTS, b"/ProcSet[/PDF/Text]"), HOLDS),
    "line feeds within a reference": (_written(b"/Fields [ 10 0 R", b"/Fields [ 10\n0\rR"), HOLDS),
    "blanks in the first line of an object": (_head(b"13  \t0\r\nobj "), HOLDS),
    "a comment in the first line of an object": (_head(b"13 %x\n0 obj\n"), BROKEN),
    "no blank behind the first line of an object": (_head(b"13 0 obj"), HOLDS),
    "another generation in the first line": (_head(b"13 1 obj\n"), BROKEN),
    "a number with zeros before it": (_head(b"0013 00 obj\n"), HOLDS),
    "another number in the first line": (_head(b"14 0 obj\n"), BROKEN),
    "a comment within a reference": (_written(b"/Parent 29 0 R", b"/Parent 29 %x\n0 R"), BROKEN),
    # Names.
    "a name with escapes": (_written(b"/ProcSet", b"/Proc#53et"), HOLDS),
    "a name whose escape is cut off": (_written(b"/ProcSet", b"/ProcSet#5"), HOLDS),
    "a script behind an escape": (_written(_CATALOGUE, _CATALOGUE + b" /J#53 (x)"), UNKNOWN),
    "an action behind an escape": (
        _written(_CATALOGUE, _CATALOGUE + b" /OpenAction << /S /L#61unch >>"),
        UNKNOWN,
    ),
    "a kind of field behind an escape": (_written(b"/FT /Sig", b"/F#54 /S#69g", 2), HOLDS),
    "an attached file behind an escape": (_written(b"/EF <<", b"/#45F <<"), HOLDS),
    "an empty name": (_written(_FONTS, _FONTS + b" / /x"), HOLDS),
    "a name of other bytes": (_written(_FONTS, _FONTS + b" /\xe9\xff true"), HOLDS),
    # Keys, values, brackets.
    "a key twice": (_written(_FONTS, _FONTS + b" /ProcSet [ /PDF ]"), BROKEN),
    "a key twice, once with escapes": (_written(_FONTS, _FONTS + b" /Proc#53et [ /PDF ]"), BROKEN),
    "a key twice in an attached file": (_written(_FILE, _FILE + b" " + _FILE), BROKEN),
    "a key without a value": (_written(_FONTS, _FONTS + b" /More"), BROKEN),
    "a value without a key": (_written(_FONTS, _FONTS + b" (more) true"), BROKEN),
    "an array that is not closed": (_written(_FONTS, b"/ProcSet [ /PDF /Text"), BROKEN),
    "an array closed as a dictionary": (_written(_FONTS, b"/ProcSet [ /PDF /Text >>"), BROKEN),
    "a dictionary closed twice": (
        _written(b"/DisplayDocTitle true\n>>", b"/DisplayDocTitle true\n>> >>"),
        BROKEN,
    ),
    "two values in one object": (
        _written(b"/DisplayDocTitle true\n>>", b"/DisplayDocTitle true\n>> null"),
        BROKEN,
    ),
    "arrays in arrays": (_written(_FONTS, b"/ProcSet " + b"[" * 100 + b"]" * 100), BROKEN),
    "arrays in arrays, not too deep": (_written(_FONTS, b"/ProcSet " + b"[" * 40 + b"]" * 40), HOLDS),
    "a null": (_written(_FONTS, _FONTS + b" /More null"), HOLDS),
    "an unknown word": (_written(_SPACE, b"/DisplayDocTitle verily"), BROKEN),
    "a word in other letters": (_written(_SPACE, b"/DisplayDocTitle True"), BROKEN),
    "a reference to nothing": (_written(_FONTS, _FONTS + b" /More 9999 0 R"), HOLDS),
    "keys in another order": (
        _rewritten(rb"/AFRelationship /Data (/Desc \(A file\))", rb"\1 /AFRelationship /Data"),
        HOLDS,
    ),
    "an entry more in the embedded file": (_written(_EMBEDDED, _EMBEDDED + b" /DL 12"), BROKEN),
    "an entry less in the embedded file": (_written(_EMBEDDED, b""), HOLDS),
    "a brace": (_written(_FONTS, _FONTS + b" /More {}"), BROKEN),
    # Numbers.
    "a number with a sign": (_written(b"/Ascent 1069", b"/Ascent +1069"), HOLDS),
    "a number without its zero": (_written(b"/ItalicAngle 0", b"/ItalicAngle -.0"), HOLDS),
    "a number with an exponent": (_written(b"/ItalicAngle 0", b"/ItalicAngle 1e3"), BROKEN),
    "a number with two points": (_written(b"/ItalicAngle 0", b"/ItalicAngle 1.2.3"), BROKEN),
    "a number in another base": (_written(b"/ItalicAngle 0", b"/ItalicAngle 16#FF"), BROKEN),
    "a number of many digits": (_written(b"/ItalicAngle 0", b"/ItalicAngle " + b"9" * 40), BROKEN),
    "a rectangle in fractions": (
        _written(b"/Rect [ 72 180 272 230 ]", b"/Rect [ 72.0 180. 272 230 ]"),
        HOLDS,
    ),
    # Strings.
    "a string in hexadecimal": (_written(_FIELD, b"/T <4A75646765>"), HOLDS),
    "a string in hexadecimal with blanks": (_written(_FIELD, b"/T <4A 75\n64 67 65>"), HOLDS),
    "a string in hexadecimal of odd length": (_written(_CATALOGUE, b"/Lang <656e7>"), HOLDS),
    "brackets within a string": (_written(_CATALOGUE, b"/Lang (en(us)(x(y)))"), HOLDS),
    "an octal escape": (_written(_FIELD, b"/T (\\112udge)"), HOLDS),
    "an octal escape of one digit": (_written(_CATALOGUE, b"/Lang (e\\7n)"), HOLDS),
    "an escaped line end": (_written(_FIELD, b"/T (Ju\\\ndge)"), HOLDS),
    "an escaped line end of two bytes": (_written(_FIELD, b"/T (Ju\\\r\ndge)"), HOLDS),
    "a name of a file in escapes": (_written(b"(case/case.json)", b"(case\\057case.json)", 3), HOLDS),
    "a name of a file in hexadecimal": (
        _written(b"(case/case.json)", b"<" + b"case/case.json".hex().encode() + b">", 3),
        HOLDS,
    ),
    "a line end in a string": (_written(_TITLE, b"/Title (State\r\nment\r)"), HOLDS),
    "an escape that is none": (_written(_TITLE, b"/Title (\\State\\ment)"), HOLDS),
    "an octal escape beyond a byte": (_written(_TITLE, b"/Title (\\777)"), HOLDS),
    "an escape at the end": (_written(_TITLE, b"/Title (Statement\\)"), BROKEN),
    "a string that is not closed": (_written(_TITLE, b"/Title (Statement"), BROKEN),
    "a string that ends twice": (_written(_TITLE, b"/Title (Statement))"), BROKEN),
    "a string in hexadecimal that is none": (_written(_TITLE, b"/Title <65 6x>"), BROKEN),
    "a name of a file in sixteen bits": (_sixteen_bits, HOLDS),
    # Streams and their lengths.
    "a length in an object of its own": (_length(b"%l"), HOLDS),
    "a length behind two references": (_length(b"%n 0 R", b"%l"), HOLDS),
    "a length that refers to itself": (_length(b"%f 0 R"), BROKEN),
    "a length in the stream itself": (_rewritten(rb"/Length 10 /Params", rb"/Length 39 0 R /Params"), BROKEN),
    "a length that is no number": (_length(b"(%l)"), BROKEN),
    "a length in a fraction": (_length(b"%l.0"), BROKEN),
    "a length too short": (_rewritten(rb"/Length 10 /Params", rb"/Length 9 /Params"), BROKEN),
    "a length too long": (_rewritten(rb"/Length 10 /Params", rb"/Length 999999 /Params"), BROKEN),
    "a length too short in a page": (_rewritten(rb"/Length 8 /Subtype", rb"/Length 7 /Subtype"), BROKEN),
    "no length in a page": (_rewritten(rb"/Length 8 /Subtype", rb"/Subtype"), BROKEN),
    "a stream that begins after a carriage return": (
        _rewritten(rb"(/EmbeddedFile\n>>\nstream)\r?\n", rb"\1\r"),
        BROKEN,
    ),
    "a stream that begins after a blank": (
        _rewritten(rb"(/EmbeddedFile\n>>\nstream)\r?\n", rb"\1 \n"),
        BROKEN,
    ),
    "a stream that begins after both": (_rewritten(rb"(/EmbeddedFile\n>>\nstream)\r?\n", rb"\1\r\n"), HOLDS),
    "a stream that ends after a line feed": (_rewritten(rb"\r\nendstream", rb"\nendstream"), HOLDS),
    "no end of an embedded file": (
        _rewritten(rb"(/EmbeddedFile\n>>\nstream.*?)\r\nendstream", rb"\1\r\nendstraem"),
        BROKEN,
    ),
    "no end of an object": (_rewritten(rb"(/DisplayDocTitle true\n>>\n)endobj", rb"\1endobi"), BROKEN),
    "a stream of an array": (
        _rewritten(rb"\[ 46 0 R 47 0 R \]\n", b"[ 46 0 R 47 0 R ]\nstream\nx\nendstream\n"),
        BROKEN,
    ),
    # Objects.
    "a signature outside its place": (_written(_FONTS, _FONTS + b" /Byte#52ange [ ] /Contents <00>"), BROKEN),
    "a range of a signature that is none": (_written(_FONTS, _FONTS + b" /ByteRange [ 0 1 2 3 ]"), HOLDS),
    "a range of a signature that is no list": (_written(_FONTS, _FONTS + b" /ByteRange 9"), HOLDS),
    "a reference in a string to what comes later": (_later(b"/More (see %d 0 R)"), BROKEN),
    "a reference in a comment to what comes later": (_later(b"%%%d 0 R\n"), BROKEN),
    "a reference with zeros to what comes later": (_later(b"/More 000%d 0 R"), BROKEN),
    "a reference to a longer number": (_later(b"/More 1%d 0 R"), HOLDS),
    "the list of files in an object of its own": (_indirect(rb"/AF (\[ [\d R]+ \])"), HOLDS),
    "no list of files in the document": (_rewritten(rb"/AF \[ [\d R]+ \]", b""), HOLDS),
    "the name of a file in an object of its own": (_indirect(rb"/UF (\(manifest.json\))"), HOLDS),
    "the streams of a file in an object of its own": (
        _indirect(rb"/EF (<<\n/F 38 0 R /UF 38 0 R\n>>)"),
        HOLDS,
    ),
    "the packing of a file in an object of its own": (
        _indirect(rb"/Filter (/FlateDecode) /Length 10"),
        HOLDS,
    ),
    "a stream of a file behind two references": (_behind_two, BROKEN),
    "a kind of field in an object of its own": (_indirect(rb"/FT (/Sig)"), HOLDS),
    "flags of a place in an object of its own": (
        _indirect(rb"/F (132)(?= /FT /Sig /P 7 0 R /Rect \[ 72 180)"),
        BROKEN,
    ),
    "flags of a place in a fraction": (_written(b"/F 132", b"/F 132.0", 2), BROKEN),
    "flags of a place that are a word": (_written(b"/F 132", b"/F true"), HOLDS),
    "no flags of a place": (_written(b"/F 132", b""), HOLDS),
    "a rectangle in an object of its own": (_indirect(rb"/Rect (\[ 72 180 272 230 \])"), HOLDS),
    "an opening action in an object of its own": (_opening, UNKNOWN),
    "a list of packings": (
        _rewritten(rb"/Filter /FlateDecode (/Length 10)", rb"/Filter [ /FlateDecode ] \1"),
        HOLDS,
    ),
    "a list of two packings": (
        _rewritten(rb"/Filter /FlateDecode (/Length 10)", rb"/Filter [ /FlateDecode /FlateDecode ] \1"),
        NOT_JUDGED,
    ),
    "a list of no packings": (
        _rewritten(rb"/Filter /FlateDecode (/Length 10)", rb"/Filter [ ] \1"),
        BROKEN,
    ),
    # The list of files, written otherwise.
    "a list of no packings in the list of files": (_listing(b"", b"/Filter [ ] "), BROKEN),
    "no packing in the list of files": (_listing(b"", b""), BROKEN),
    "a list of files that is not packed": (_listed(lambda _: None, write=_in_one_form), HOLDS),
    "a list of files with blanks": (
        _listed(lambda _: None, write=lambda one: json.dumps(one).encode()),
        BROKEN,
    ),
    "a list of files that is a list": (_listing(b"[]"), BROKEN),
    "a list of files that is empty": (_listing(b"{}"), BROKEN),
    "a list of files without its files": (_listed(lambda one: one.pop("files"), write=_in_one_form), BROKEN),
    "a list of files of words": (_listed(lambda one: one.update(files=["a"]), write=_in_one_form), BROKEN),
    "a file listed twice": (_listed(_twice_listed, write=_in_one_form), BROKEN),
    "a size in a fraction": (
        _listed(lambda one: one["files"][0].update(size=12.0), write=_in_one_form),
        BROKEN,
    ),
    "a number in the list that is too large": (
        _listed(lambda one: one.update(more=2**63), write=_in_one_form),
        BROKEN,
    ),
    "a number in the list that is as large as can be": (
        _listed(lambda one: one.update(more=2**63 - 1), write=_in_one_form),
        HOLDS,
    ),
    "no number in the list": (_listed(lambda one: one.update(more=float("nan")), write=_in_one_form), BROKEN),
    "lists in lists in the list": (
        _listed(lambda one: one.update(more=_deep(31)), write=_in_one_form),
        BROKEN,
    ),
    "lists in lists in the list, not too deep": (
        _listed(lambda one: one.update(more=_deep(30)), write=_in_one_form),
        HOLDS,
    ),
    "half of a surrogate pair in the list": (
        _listed(
            lambda one: one.update(more="x"),
            write=lambda one: _in_one_form(one).replace(b'"x"', b'"\\ud800"'),
        ),
        BROKEN,
    ),
    "a place named twice in the list": (
        _listed(lambda one: one["signatures"].append(one["signatures"][0]), write=_in_one_form),
        BROKEN,
    ),
    "a place without a name in the list": (
        _listed(lambda one: one["signatures"][0].pop("name"), write=_in_one_form),
        BROKEN,
    ),
    "no places in the list": (_listed(lambda one: one.pop("signatures"), write=_in_one_form), HOLDS),
    "places in the list that are no list": (
        _listed(lambda one: one.update(signatures=None), write=_in_one_form),
        BROKEN,
    ),
    "another packing": (
        _rewritten(rb"/Filter /FlateDecode (/Length 10)", rb"/Filter /LZWDecode \1"),
        NOT_JUDGED,
    ),
    "a file that is not packed": (_unpacked, HOLDS),
    "a packed file with blanks behind it": (_packed(lambda packed: packed + b" \r\n\0"), HOLDS),
    "a packed file with more behind it": (_packed(lambda packed: packed + b" x"), BROKEN),
    "a packed file that is cut": (_packed(lambda packed: packed[:-3]), BROKEN),
    "a packed file that is damaged": (_packed(lambda packed: b"\xff" + packed[1:]), BROKEN),
    "a page whose content lies outside": (
        _written(b"/Length 8 /Subtype", b"/F (more) /Length 8 /Subtype"),
        UNKNOWN,
    ),
    "a kind of action that is no name": (
        _written(_FONTS, _FONTS + b" /S << /x#20y [ ] >> /Subtype [ ]"),
        HOLDS,
    ),
    "a kind of action that is a list": (_written(_FONTS, _FONTS + b" /x#20y 1 /S [ ]"), HOLDS),
    "a kind of part that is a list": (_written(_FONTS, _FONTS + b" /x#20y 1 /Subtype [ ]"), HOLDS),
    "a kind of action in an object of its own": (_elsewhere(b"/S %d 0 R /F (more)", b"/Launch"), UNKNOWN),
    "what an action is, in an object of its own": (
        _elsewhere(b"/Type %d 0 R /S /Launch", b"/Action"),
        UNKNOWN,
    ),
    "a kind of action behind a comment": (_elsewhere(b"/S %%x\n%d 0 R", b"/Launch"), UNKNOWN),
    "a kind of part in an object of its own": (_elsewhere(b"/Subtype %d 0 R", b"/RichMedia"), UNKNOWN),
    "a player": (_written(_FONTS, _FONTS + b" /Subtype /Movie"), UNKNOWN),
    "a name of an action that is none": (_written(_FONTS, _FONTS + b" /More /Launch"), HOLDS),
    "an object twice, the second of them named": (_twice, HOLDS),
    "an object that is not where it should be": (_shifted(1), BROKEN),
    "an object with another number": (_shifted(-7), BROKEN),
    # Object streams.
    "an action in an object stream": (_in_first(b"/OpenAction << /S /Launch /F (more) >> "), UNKNOWN),
    "a script in an object stream": (_in_first(b"/J#53 (x) "), UNKNOWN),
    "a key twice in an object stream": (_in_first(b"/More 1 /More 2 "), BROKEN),
    "a later signature named in an object stream": (_later_together, BROKEN),
    "later references named in an object stream": (_references_together, BROKEN),
    "an attached file more in an object stream": (
        _in_first(b"/More << /F (b.txt) /UF (b.txt) /EF << /F 1 0 R /UF 1 0 R >> >> "),
        BROKEN,
    ),
    "two objects of an object stream exchanged": (_together(_swapped), BROKEN),
    "an object of an object stream that ends nowhere": (_together(_one_is(b"<< /S /P")), BROKEN),
    "an object of an object stream that is a reference": (_together(_one_is(b"1 0 R")), HOLDS),
    "an object of an object stream with a comment": (_together(_one_is(b"% x\n<< /S /P >>")), HOLDS),
    "nothing in an object of an object stream": (_together(_one_is(b"")), HOLDS),
    "an object stream of no kind": (
        _written(b"/Type /ObjStm", b"/More /ObjStm"),
        BROKEN,
    ),
    "an object stream that is not there": (_row_of_first(lambda _: (PACKED, 9999, 0)), BROKEN),
    "an object behind the last of an object stream": (
        _row_of_first(lambda store: (PACKED, store, 60000)),
        BROKEN,
    ),
    "an object stream that lies in itself": (_row_of_first(lambda _: (PACKED, 2, 0)), BROKEN),
    "an object that is free": (_row_of_first(lambda _: (0, 0, 0)), HOLDS),
    "an object of another kind": (_row_of_first(lambda _: (3, 0, 0)), HOLDS),
    "words between objects": (_written(b"\n13 0 obj\n", b"\nanything ( goes\n13 0 obj\n"), HOLDS),
}
"""By name: what is written oddly, and the exit code that each check must end with."""
