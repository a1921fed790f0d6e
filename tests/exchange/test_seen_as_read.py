"""What a reader in Word or Excel would see in another way than we take it is refused, with its row."""

import pytest

from tests.support.exchange import changed, exchange, packed, unpacked
from thb_desktop import errors
from thb_desktop.exchange.returned import accept
from thb_desktop.exchange.tables.docx_reading import read_docx
from thb_desktop.exchange.tables.docx_writing import write_docx
from thb_desktop.exchange.tables.xlsx_reading import read_xlsx
from thb_desktop.exchange.tables.xlsx_writing import SPACE, write_xlsx

DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
SENT = exchange()
DOCX, XLSX = write_docx(SENT), write_xlsx(SENT)
RUN = '<w:r><w:rPr></w:rPr><w:t xml:space="preserve">Une question ?</w:t></w:r>'
CELL = '<c r="E3" s="1" t="inlineStr"><is><t xml:space="preserve">Une question ?</t></is></c>'
STYLES = "word/styles.xml"


def run(properties: str) -> str:
    """A translation with one more run, of these properties."""
    return f"{RUN}<w:r><w:rPr>{properties}</w:rPr><w:t>pas</w:t></w:r>"


SEEN_OTHERWISE = {
    "hidden": run("<w:vanish/>"),
    "hidden on the web": run("<w:webHidden/>"),
    "struck": run("<w:strike/>"),
    "struck twice": run('<w:dstrike w:val="true"/>'),
    "in capitals": run("<w:caps/>"),
    "white": run('<w:color w:val="FFFFFF"/>'),
    "nearly white": run('<w:color w:val="F4F5F6"/>'),
    "the colour of the page": run('<w:color w:val="auto" w:themeColor="background1"/>'),
    "black on black": run('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="101010"/>'),
    "black behind": run('<w:highlight w:val="black"/>'),
    "filled with nothing": run('<w14:textFill xmlns:w14="x"><w14:noFill/></w14:textFill>'),
    "tiny": run('<w:sz w:val="2"/>'),
    "thin": run('<w:w w:val="1"/>'),
    "over one another": run('<w:spacing w:val="-400"/>'),
    "below the line": run('<w:position w:val="-3000"/>'),
    "in a font of signs": run('<w:rFonts w:ascii="Wingdings 2"/>'),
    "by a style": run('<w:rStyle w:val="Quiet"/>'),
    "by the base of a style": run('<w:rStyle w:val="Loud"/>'),
    "a list": f'<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>{RUN}',
    "a hidden end": f"<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{RUN}",
    "far away": f'<w:pPr><w:ind w:left="-20000"/></w:pPr>{RUN}',
    "lines over one another": f'<w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr>{RUN}',
    "in a frame": f'<w:pPr><w:framePr w:x="9999"/></w:pPr>{RUN}',
    "a forced direction": f'<w:bdo w:val="rtl">{RUN}</w:bdo>',
    "an embedded direction": f'<w:dir w:val="rtl">{RUN}</w:dir>',
    "a break that is not shown": RUN.replace("Une question", "Une\nquestion"),
}
STYLED = (
    '<w:style w:type="character" w:styleId="Loud"><w:basedOn w:val="Quiet"/></w:style>'
    '<w:style w:type="character" w:styleId="Quiet"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
)


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", SEEN_OTHERWISE)
def test_words_that_word_shows_in_another_way_are_refused_by_their_row(name: str):
    data = changed(DOCX, DOCUMENT, RUN, SEEN_OTHERWISE[name])
    data = changed(data, STYLES, "</w:styles>", STYLED)

    with pytest.raises(errors.SeenOtherwiseError) as refusal:
        read_docx(data)

    assert refusal.value.named == {"row": "3"}


NO_TEXT = {
    "words in unknown properties": (
        RUN.replace("<w:rPr></w:rPr>", "<w:xPr><w:t>pas</w:t></w:xPr>"), errors.ExchangeLayoutError,
    ),
    "properties of another namespace": (
        f'<x:aPr xmlns:x="y"><x:t>pas</x:t></x:aPr>{RUN}', errors.ExchangeLayoutError,
    ),
    "words in known properties": (
        f"<w:pPr><w:r><w:t>pas</w:t></w:r></w:pPr>{RUN}", errors.ExchangeLayoutError,
    ),
    "letters in no element": (RUN.replace("</w:rPr>", "</w:rPr>pas"), errors.ExchangeLayoutError),
    "another reading": (
        f'<m:AlternateContent xmlns:m="y"><m:Choice>{RUN}</m:Choice></m:AlternateContent>',
        errors.ExchangeLayoutError,
    ),
    "inserted": (f"<w:ins>{RUN}</w:ins>", errors.TrackedChangesError),
    "deleted": (f"{RUN}<w:del><w:r><w:delText>pas</w:delText></w:r></w:del>", errors.TrackedChangesError),
    "moved": (f"<w:moveTo>{RUN}</w:moveTo>", errors.TrackedChangesError),
    "changed in its looks": (run("<w:rPrChange><w:rPr/></w:rPrChange>"), errors.TrackedChangesError),
    "an end of a line that was inserted": (
        f"<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>{RUN}", errors.TrackedChangesError,
    ),
    "a comment": (f"{RUN}<w:r><w:commentReference/></w:r>", errors.ActiveCellError),
    "a text from elsewhere": (
        f"<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>{RUN}</w:sdtContent></w:sdt>",
        errors.ActiveCellError,
    ),
}  # fmt: skip


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", NO_TEXT)
def test_what_is_no_plain_text_in_a_cell_is_refused_by_its_row(name: str):
    new, kind = NO_TEXT[name]

    with pytest.raises(kind) as refusal:
        read_docx(changed(DOCX, DOCUMENT, RUN, new))

    assert "3" in refusal.value.named.values()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:trPr><w:cantSplit/></w:trPr>", "<w:trPr><w:hidden/></w:trPr>"),
        ("<w:trPr><w:cantSplit/></w:trPr>", '<w:trPr><w:trHeight w:val="5" w:hRule="exact"/></w:trPr>'),
        (
            '<w:tcW w:w="4900" w:type="dxa"/></w:tcPr><w:p><w:r><w:rPr></w:rPr>',
            '<w:tcW w:w="3" w:type="dxa"/></w:tcPr><w:p><w:r>',
        ),
        ('<w:gridCol w:w="4900"/>', '<w:gridCol w:w="4"/>'),
        ("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="Quiet"/>'),
    ],
)  # fmt: skip
def test_a_row_or_a_column_that_word_hides_is_refused(old: str, new: str):
    data = changed(changed(DOCX, DOCUMENT, old, new), STYLES, "</w:styles>", STYLED)

    with pytest.raises(errors.SeenOtherwiseError):
        read_docx(data)


@pytest.mark.parametrize(
    "style",
    [
        '<w:style w:default="1" w:styleId="N"><w:rPr><w:strike/></w:rPr></w:style></w:styles>',
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>",
    ],
)
def test_a_style_that_hides_everything_is_refused(style: str):
    with pytest.raises(errors.SeenOtherwiseError):
        read_docx(changed(DOCX, STYLES, "</w:styles>", style))


def test_what_a_translator_usually_does_to_words_is_no_reason_to_refuse_them():
    looks = (
        '<w:rStyle w:val="Bold"/><w:b/><w:i/><w:u w:val="single"/><w:color w:val="1F3864"/>'
        '<w:highlight w:val="yellow"/><w:sz w:val="24"/><w:lang w:val="fr-BE"/><w:spacing w:val="-2"/>'
        '<w:rFonts w:ascii="Segoe UI Symbol"/><w:position w:val="0"/><w:w w:val="100"/>'
    )
    data = changed(
        DOCX, DOCUMENT, RUN, run(looks).replace("<w:r>", '<w:pPr><w:ind w:left="0"/></w:pPr><w:r>', 1)
    )

    assert read_docx(data).units[1].target == "Une question ?pas"


def test_the_document_that_word_would_open_is_the_one_that_is_read():
    parts = unpacked(changed(DOCX, DOCUMENT, "Une question ?", "Autre ?"))
    parts["word/other.xml"] = unpacked(DOCX)[DOCUMENT]
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/document.xml", b"word/other.xml")

    assert read_docx(packed(parts)).units[1].target == "Une question ?"


def test_words_outside_of_the_table_are_told():
    more = "</w:tbl><w:p><w:r><w:t>Row 2 is doubtful.</w:t></w:r></w:p>"

    accepted = accept(read_docx(changed(DOCX, DOCUMENT, "</w:tbl>", more)), SENT)

    assert [each.key for each in accepted.findings] == ["exchange-words.outside"]
    assert accept(read_docx(DOCX), SENT).findings == ()


def styled(old: str, new: str) -> bytes:
    return changed(XLSX, "xl/styles.xml", old, new)


FONT = '<font><sz val="11"/><name val="Calibri"/></font>'
EXCEL = {
    "two texts": CELL.replace("</is>", "</is><is><t>x</t></is>"),
    "a text and a value": CELL.replace("</is>", "</is><v>1</v>"),
    "two values": '<c r="E3" t="str"><v>a</v><v>b</v></c>',
    "two texts in one": CELL.replace("</t>", "</t><t>x</t>"),
    "a text beside its parts": CELL.replace("</t>", "</t><r><t>x</t></r>"),
    "words in the text": CELL.replace("<is>", "<is>words"),
    "an unknown part": CELL.replace("<is>", "<is><x><t>y</t></x>"),
    "a cell of another row": CELL.replace("E3", "E4"),
    "a cell twice": CELL + CELL,
    "something beside the cells": f"{CELL}<x/>",
}


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", EXCEL)
def test_a_cell_that_excel_reads_in_another_way_is_refused_by_its_row(name: str):
    with pytest.raises(errors.ExchangeLayoutError) as refusal:
        read_xlsx(changed(XLSX, SHEET, CELL, EXCEL[name]))

    assert refusal.value.named == {"line": "3"}


def inline(run_properties: str) -> bytes:
    text = f"<is><r>{run_properties}<t>Une</t></r></is></c>"
    return changed(XLSX, SHEET, CELL, f'<c r="E3" s="1" t="inlineStr">{text}')


HIDDEN_IN_EXCEL = {
    "struck in part": inline("<rPr><strike/></rPr>"),
    "white in part": inline('<rPr><color rgb="FFFFFFFF"/></rPr>'),
    "how it is pronounced": changed(
        XLSX, SHEET, CELL, '<c r="E3" ph="1" t="inlineStr"><is><t>a</t><rPh><t>x</t></rPh></is></c>'
    ),
    "struck": styled(FONT, FONT.replace("<sz", "<strike/><sz")),
    "white": styled(FONT, FONT.replace("<sz", '<color theme="0"/><sz')),
    "white by its tint": styled(FONT, FONT.replace("<sz", '<color theme="1" tint="0.99"/><sz')),
    "tiny": styled(FONT, FONT.replace("11", "1")),
    "in a font of signs": styled(FONT, FONT.replace("Calibri", "Webdings")),
    "a format that hides": styled(
        "<fonts", '<numFmts count="1"><numFmt numFmtId="49" formatCode=";;;"/></numFmts><fonts'
    ),
    "a format that adds words": styled(
        "<fonts", '<numFmts count="1"><numFmt numFmtId="49" formatCode="&quot;not &quot;@"/></numFmts><fonts'
    ),
    "repeated": styled('vertical="top"', 'horizontal="fill"'),
    "a hidden row": changed(XLSX, SHEET, '<row r="3">', '<row r="3" hidden="true">'),
    "a low row": changed(XLSX, SHEET, '<row r="3">', '<row r="3" ht="0.5" customHeight="1">'),
    "a hidden column": changed(XLSX, SHEET, '<col min="6" max="6"', '<col min="6" max="6" hidden="1"'),
    "no column": changed(XLSX, SHEET, '<col min="5" max="5" width="60"', '<col min="5" max="5" width="0"'),
    "by rules": changed(
        XLSX, SHEET, "</sheetData>", '</sheetData><conditionalFormatting sqref="E3"/>'
    ),
    "a hidden sheet": changed(XLSX, "xl/workbook.xml", "<sheet name", '<sheet state="veryHidden" name'),
}  # fmt: skip


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize("name", HIDDEN_IN_EXCEL)
def test_words_that_excel_shows_in_another_way_are_refused(name: str):
    with pytest.raises(errors.SeenOtherwiseError):
        read_xlsx(HIDDEN_IN_EXCEL[name])


def test_how_words_are_pronounced_is_passed_over_where_excel_does_not_show_it():
    text = '<c r="E3" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'

    assert read_xlsx(changed(XLSX, SHEET, CELL, text)).units[1].target == "a"


@pytest.mark.parametrize("drawn", ["drawing", "legacyDrawing", "picture"])
def test_a_picture_over_the_cells_and_a_comment_are_refused(drawn: str):
    with pytest.raises(errors.ActiveContentError):
        read_xlsx(changed(XLSX, SHEET, "</sheetData>", f"</sheetData><{drawn}/>"))


def test_a_sheet_that_excel_does_not_list_is_not_read():
    parts = unpacked(XLSX)
    parts["xl/worksheets/sheet2.xml"] = parts[SHEET].replace(b"Une question ?", b"Pas")

    assert read_xlsx(packed(parts)).units[1].target == "Une question ?"


def test_another_sheet_with_words_is_told():
    parts = unpacked(XLSX)
    cell = '<row r="1"><c r="A1" t="str"><v>x</v></c></row>'
    parts["xl/worksheets/sheet2.xml"] = (
        f'<worksheet xmlns="{SPACE}"><sheetData>{cell}</sheetData></worksheet>'.encode()
    )
    data = changed(packed(parts), "xl/workbook.xml", "</sheets>", '<sheet r:id="r2"/></sheets>')
    relation = '<Relationship Id="r2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>'
    data = changed(data, "xl/_rels/workbook.xml.rels", "</Relationships>", relation)

    assert [each.key for each in read_xlsx(data).findings] == ["exchange-words.outside"]
