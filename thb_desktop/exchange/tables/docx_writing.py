"""Writes units as a table in a DOCX file. The key of a row is hidden text in its first cell."""

from collections.abc import Iterator

from thb_desktop.domain.reading_order import has_right_to_left
from thb_desktop.errors import TextUnwritableError
from thb_desktop.exchange.tables.docx_looks import SPACE
from thb_desktop.exchange.tables.office import content_types, pack, relations
from thb_desktop.exchange.tables.rows import LIKE_A_NUMBER, Headings, Row, head_row, row_of
from thb_desktop.exchange.units import ExchangeFile
from thb_desktop.exchange.xml_text import HEAD, in_text

DOCUMENT = "word/document.xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WIDTHS = (800, 1000, 4900, 4900, 2000, 1800)
"""Of the columns, in twentieths of a point; together the width of A4 across within its margins."""
_PAGE = (
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="720" w:right="720" w:bottom="720" w:left="720"'
    ' w:header="360" w:footer="360" w:gutter="0"/>'
    "</w:sectPr>"
)
_LINE = 'w:val="single" w:sz="4" w:space="0" w:color="808080"'
_LINES = "".join(f"<w:{side} {_LINE}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
_STYLES = (
    f'<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
)


def write_docx(exchange: ExchangeFile, headings: Headings | None = None) -> bytes:
    """Return the file. Raises TextUnwritableError for a control character, and for `_x0041_`."""
    return pack(
        {
            "[Content_Types].xml": HEAD
            + content_types(
                {DOCUMENT: f"{_KIND}.document.main+xml", "word/styles.xml": f"{_KIND}.styles+xml"}
            ),
            "_rels/.rels": HEAD + relations({DOCUMENT: "officeDocument"}),
            DOCUMENT: "".join(_document(exchange, headings or Headings())),
            "word/_rels/document.xml.rels": HEAD + relations({"styles.xml": "styles"}),
            "word/styles.xml": HEAD + _STYLES,
        }
    )


def _document(exchange: ExchangeFile, headings: Headings) -> Iterator[str]:
    yield f'{HEAD}<w:document xmlns:w="{SPACE}"><w:body>'
    yield f"<w:p>{''.join(_run(exchange.reference, bold=True))}</w:p>"
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/><w:tblBorders>{_LINES}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    )
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    yield "</w:tblGrid>"
    yield from _row(head_row(exchange, headings), is_head=True)
    for unit in exchange.units:
        row = row_of(unit, exchange.key_of(unit))
        if any(map(LIKE_A_NUMBER.search, row.seen)):  # LibreOffice writes it in another way
            raise TextUnwritableError("a text has what looks like the number of a character", unit.number)
        yield from _row(row, is_head=False)
    yield f"</w:tbl><w:p/>{_PAGE}</w:body></w:document>"


def _row(row: Row, *, is_head: bool) -> Iterator[str]:
    yield "<w:tr>"
    yield f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    for number, (cell, width) in enumerate(zip(row.seen, _WIDTHS, strict=True)):
        right_to_left = has_right_to_left(cell)
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>'
        yield "<w:pPr><w:bidi/></w:pPr>" if right_to_left else ""
        yield from _run(cell, bold=is_head, right_to_left=right_to_left)
        if number == 0:
            yield from _run(row.key, hidden=True)
        yield "</w:p></w:tc>"
    yield "</w:tr>"


def _run(
    text: str, *, bold: bool = False, hidden: bool = False, right_to_left: bool = False
) -> Iterator[str]:
    if not text:
        return
    marks = (("<w:b/>", bold), ("<w:vanish/>", hidden), ("<w:rtl/>", right_to_left))
    yield f"<w:r><w:rPr>{''.join(mark for mark, wanted in marks if wanted)}</w:rPr>"
    for line_number, line in enumerate(text.split("\n")):
        if line_number:
            yield "<w:br/>"
        for part_number, part in enumerate(line.split("\t")):
            if part_number:
                yield "<w:tab/>"
            if part:
                yield f'<w:t xml:space="preserve">{in_text(part)}</w:t>'
    yield "</w:r>"
