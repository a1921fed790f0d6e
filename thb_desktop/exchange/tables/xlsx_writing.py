"""Writes units as a sheet of an XLSX file. The key of a row stands in a column that is not shown.

Every cell is text, so that no program counts with it or takes it for a formula.
"""

from collections.abc import Iterator

from thb_desktop.errors import TextUnwritableError
from thb_desktop.exchange.tables.office import OFFICE_RELATION, content_types, pack, relations
from thb_desktop.exchange.tables.rows import LIKE_A_NUMBER, Headings, Row, head_row, row_of
from thb_desktop.exchange.units import ExchangeFile
from thb_desktop.exchange.xml_text import HEAD, in_text

SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
LONGEST = 32_767
"""UTF-16 units that a cell holds."""
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WIDTHS = (6, 14, 60, 60, 14, 30)
_STYLES = (
    f'<styleSheet xmlns="{SPACE}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
    "</cellXfs>"
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_CELL, _HEAD_CELL = 1, 2
"""Styles: text that wraps; bold text."""


def write_xlsx(exchange: ExchangeFile, headings: Headings | None = None) -> bytes:
    """Return the file. Raises TextUnwritableError for a control character, or a text that is too long."""
    return pack(
        {
            "[Content_Types].xml": HEAD
            + content_types(
                {
                    "xl/workbook.xml": f"{_KIND}.sheet.main+xml",
                    SHEET: f"{_KIND}.worksheet+xml",
                    "xl/styles.xml": f"{_KIND}.styles+xml",
                }
            ),
            "_rels/.rels": HEAD + relations({"xl/workbook.xml": "officeDocument"}),
            "xl/workbook.xml": (
                f'{HEAD}<workbook xmlns="{SPACE}" xmlns:r="{OFFICE_RELATION}"><sheets>'
                '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": HEAD
            + relations({"worksheets/sheet1.xml": "worksheet", "styles.xml": "styles"}),
            SHEET: "".join(_sheet(exchange, headings or Headings())),
            "xl/styles.xml": HEAD + _STYLES,
        }
    )


def _sheet(exchange: ExchangeFile, headings: Headings) -> Iterator[str]:
    yield (
        f'{HEAD}<worksheet xmlns="{SPACE}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        '<cols><col min="1" max="1" width="9" hidden="1" customWidth="1"/>'
    )
    for number, width in enumerate(_WIDTHS, 2):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield from _row(1, head_row(exchange, headings), style=_HEAD_CELL, unit="")
    for number, unit in enumerate(exchange.units, 2):
        yield from _row(number, row_of(unit, exchange.key_of(unit)), style=_CELL, unit=unit.number)
    yield "</sheetData></worksheet>"


def _row(number: int, row: Row, *, style: int, unit: str) -> Iterator[str]:
    yield f'<row r="{number}">'
    for column, text in zip("ABCDEFG", (row.key, *row.seen), strict=True):
        if len(text.encode("utf-16-le")) > 2 * LONGEST:
            raise TextUnwritableError("a text is too long for a cell", unit)
        content = f'<is><t xml:space="preserve">{in_text(LIKE_A_NUMBER.sub("_x005F_", text))}</t></is>'
        kind = ' t="inlineStr"' if text else ""
        yield f'<c r="{column}{number}" s="{style}"{kind}>{content if text else ""}</c>'
    yield "</row>"
