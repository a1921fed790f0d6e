"""Files that were made to cost much: by name, the ending, and a maker for about so many bytes."""

from collections.abc import Callable, Mapping

from tests.support.exchange import exchange, packed, unpacked
from thb_desktop.exchange.tables.docx_looks import SPACE as WORD
from thb_desktop.exchange.tables.docx_writing import write_docx
from thb_desktop.exchange.tables.office import OFFICE_RELATION, RELATIONS
from thb_desktop.exchange.tables.xlsx_writing import SPACE as EXCEL
from thb_desktop.exchange.tables.xlsx_writing import write_xlsx
from thb_desktop.exchange.xliff.writing import write_xliff

_XLIFF, _DOCX, _XLSX = write_xliff(exchange()), write_docx(exchange()), write_xlsx(exchange())
_TMX = b'<tmx version="1.4"><header srclang="ar"/><body>'
_TBX = b'<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="x"><text><body>'
_WIDE = b"<b " + b" ".join(b'a%d=""' % n for n in range(64)) + b"/>"
_CODE = b"<tu><tuv xml:lang='ar'><seg><ph/>\n</seg></tuv></tu>\n"
_TUV = b"<tuv xml:lang='ar'><seg>x</seg></tuv>"
_ELAN = (b"<ANNOTATION_DOCUMENT><TIME_ORDER>", b"<TIME_SLOT/>", b"</TIME_ORDER></ANNOTATION_DOCUMENT>")
_DEEP = "<w:sdtPr>" * 40 + "</w:sdtPr>" * 40
_CUE = b"\n00:00:01.000 --> 00:00:02.000\n"


def _filled(before: bytes, piece: bytes, after: bytes = b"") -> Callable[[int], bytes]:
    return lambda size: before + piece * max(1, size // len(piece)) + after


def _in_unit(piece: bytes) -> Callable[[int], bytes]:
    head, source, rest = _XLIFF.partition(b"</notes>")
    return lambda size: head + piece * max(1, size // len(piece)) + source + rest


def _many_units(notes: bytes) -> Callable[[int], bytes]:
    """Units with 900 notes each."""
    head = _XLIFF[: _XLIFF.index(b"<unit ")]
    unit = b'<unit id="x"><notes>' + notes * 900 + b"</notes><segment><source>x</source></segment></unit>"
    return lambda size: head + unit * max(1, size // len(unit)) + b"</file></xliff>"


def _quoting(size: int) -> bytes:
    """A unit whose notes each quote nearly all of a long text."""
    head = _XLIFF[: _XLIFF.index(b"<unit ")]
    count = min(900, size // 200)
    notes = b"".join(b'<note id="n-%d">x</note>' % each for each in range(count))
    begins = b"".join(b'<sm id="m%d" type="comment" ref="#n=n-%d"/>' % (each, each) for each in range(count))
    ends = b"".join(b'<em startRef="m%d"/>' % each for each in range(count))
    text = b"x" * min(1 << 20, max(1, size - 120 * count))
    unit = b'<unit id="x"><notes>%b</notes><segment><source>%b%b%b</source></segment></unit>' % (
        notes,
        begins,
        text,
        ends,
    )
    return head + unit + b"</file></xliff>"


def _word(piece: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    def made(size: int) -> bytes:
        parts = unpacked(_DOCX)
        text = parts["word/document.xml"].decode()
        place = text.index("</w:tbl>")
        filled = before + piece * max(1, size // len(piece)) + after
        parts["word/document.xml"] = (text[:place] + filled + text[place:]).encode()
        return packed(parts, stored=True)

    return made


def _sheets(size: int) -> bytes:
    parts = unpacked(_XLSX)
    count = min(400, max(1, size // 1000))
    rows = "<row><c/></row>" * (size // count // 15)
    sheet = f'<worksheet xmlns="{EXCEL}"><sheetData>{rows}</sheetData></worksheet>'.encode()
    listed = "".join(f'<sheet r:id="r{each}"/>' for each in range(count))
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{EXCEL}" xmlns:r="{OFFICE_RELATION}"><sheets>{listed}</sheets></workbook>'.encode()
    )
    relations = "".join(
        f'<Relationship Id="r{each}" Type="x/worksheet" Target="worksheets/s{each}.xml"/>'
        for each in range(count)
    )
    parts["xl/_rels/workbook.xml.rels"] = (
        f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>'.encode()
    )
    return packed(parts | {f"xl/worksheets/s{each}.xml": sheet for each in range(count)}, stored=True)


def _shared(size: int) -> bytes:
    parts = unpacked(_XLSX)
    piece = "<si><t>x</t></si>"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{EXCEL}">{piece * (size // len(piece))}</sst>'.encode()
    relation = b'<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    name = "xl/_rels/workbook.xml.rels"
    return packed(parts | {name: parts[name].replace(b"</Relationships>", relation)}, stored=True)


def _styles(size: int) -> bytes:
    """A chain of styles, each based on the one before."""
    parts = unpacked(_DOCX)
    count = size // 80
    chain = "".join(
        f'<w:style w:styleId="s{each}"><w:basedOn w:val="s{each - 1}"/></w:style>' for each in range(count)
    )
    parts["word/styles.xml"] = f'<w:styles xmlns:w="{WORD}">{chain}</w:styles>'.encode()
    return packed(parts, stored=True)


_ROW = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
_NESTED = "<w:tbl><w:tr><w:tc>" * 18 + "</w:tc></w:tr></w:tbl>" * 18
HOSTILE: Mapping[str, tuple[str, Callable[[int], bytes]]] = {
    "voices without an end": (".vtt", lambda size: b"WEBVTT\n" + _CUE + b"<v" + b" " * size),
    "many voices without an end": (".vtt", _filled(b"WEBVTT\n" + _CUE, b"<v  ")),
    "cues": (".vtt", _filled(b"WEBVTT\n", _CUE + b"x\n")),
    "blocks": (".srt", _filled(b"", b"1\n00:00:01,000 --> 00:00:02,000\nx\n\n")),
    "formatting": (".srt", _filled(b"1\n00:00:01,000 --> 00:00:02,000\n", b"<font ")),
    "paragraphs": (".txt", _filled(b"A: x\n", b"\nx\n")),
    "direction marks": (".txt", _filled(b"A: ", "\u202e".encode())),
    "lines of nothing": (".txt", _filled(b"A: ", b"\n")),
    "comments of XML": (".xlf", _filled(b"<a>", b"x<!---->", b"</a>")),
    "comments before the root": (".xlf", _filled(b"", b"<!---->", b"<a/>")),
    "elements": (".xlf", _filled(b"<a>", b"<b/>", b"</a>")),
    "attributes": (".xlf", _filled(b"<a>", _WIDE, b"</a>")),
    "names": (".xlf", lambda size: b"<a>" + b"".join(b"<b%d/>" % n for n in range(size // 9)) + b"</a>"),
    "notes of one unit": (".xlf", _in_unit(b'<note id="n-new1">x</note>')),
    "notes of many units": (".xlf", _many_units(b'<note id="n-new1">x</note>')),
    "notes that quote everything": (".xlf", _quoting),
    "codes of a memory": (".tmx", _filled(_TMX, _CODE, b"</body></tmx>")),
    "texts of an entry": (".tmx", _filled(_TMX + b"<tu>", _TUV, b"</tu></body></tmx>")),
    "terms": (".tbx", _filled(_TBX, b"<conceptEntry><langSec/><x/></conceptEntry>", b"</body></text></tbx>")),
    "times of ELAN": (".eaf", _filled(*_ELAN)),
    "rows": (".docx", _word(_ROW)),
    "tables in tables": (".docx", _word(_NESTED, "<w:tr><w:tc>", "</w:tc></w:tr>")),
    "properties in properties": (".docx", _word(_DEEP, "<w:tr><w:tc>", "</w:tc></w:tr>")),
    "styles": (".docx", _styles),
    "very many sheets": (".xlsx", _sheets),
    "shared texts": (".xlsx", _shared),
}  # fmt: skip
