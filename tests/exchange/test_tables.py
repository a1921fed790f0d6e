"""Tables in DOCX and XLSX: the same checks as XLIFF, for translators who have nothing else."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given

from tests.support.exchange import FRENCH, JOB, WRITABLE, changed, exchange, files, packed, unit, unpacked
from tests.support.libreoffice import edited
from thb_desktop import errors
from thb_desktop.exchange.returned import ReturnedFile, accept
from thb_desktop.exchange.tables.docx_reading import read_docx
from thb_desktop.exchange.tables.docx_writing import write_docx
from thb_desktop.exchange.tables.office import RELATIONS
from thb_desktop.exchange.tables.rows import Headings
from thb_desktop.exchange.tables.xlsx_reading import read_xlsx
from thb_desktop.exchange.tables.xlsx_writing import LONGEST, write_xlsx
from thb_desktop.exchange.units import ExchangeFile, ExchangeState

DOCUMENT, SHEET = "word/document.xml", "xl/worksheets/sheet1.xml"
SENT = exchange()
DOCX, XLSX = write_docx(SENT), write_xlsx(SENT)
FORMATS: dict[str, tuple[Callable[..., bytes], Callable[[bytes], ReturnedFile], str]] = {
    "docx": (write_docx, read_docx, DOCUMENT),
    "xlsx": (write_xlsx, read_xlsx, SHEET),
}
each_format = pytest.mark.parametrize("name", FORMATS)


@given(files(WRITABLE, with_notes=False))
def test_a_docx_table_comes_back_as_it_was(sent: ExchangeFile):
    assert accept(read_docx(write_docx(sent)), sent).changed == ()


@given(files(WRITABLE, with_notes=False))
def test_an_xlsx_table_comes_back_as_it_was(sent: ExchangeFile):
    assert accept(read_xlsx(write_xlsx(sent)), sent).changed == ()


@each_format
def test_notes_and_states_come_back_too_and_the_same_units_give_the_same_bytes(name: str):
    write, read, _ = FORMATS[name]

    accepted = accept(read(write(SENT)), SENT)

    assert [each.unit for each in accepted.units] == list(SENT.units)
    assert write(SENT) == write(SENT)


@each_format
def test_a_translation_and_a_remark_that_somebody_wrote_are_what_changed(name: str):
    write, read, part = FORMATS[name]
    data = changed(write(SENT), part, "Une question ?", "Une autre ?")
    data = changed(data, part, "AMBIGUOUS: two readings", "AMBIGUOUS: which sister?")

    first, second = accept(read(data), SENT).changed

    assert first.remark.startswith("AMBIGUOUS: which sister?")
    assert (second.unit.target, second.unit.state) == ("Une autre ?", ExchangeState.DRAFT)


@each_format
@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("سؤال؟", "سؤال", errors.UnitSourceChangedError),
        (f"{JOB}.{SENT.units[1].id}:", f"{JOB}.other:", errors.UnitsUnknownError),
        (f"{JOB}.{SENT.units[1].id}:", f"{JOB}.{SENT.units[0].id}:", errors.UnitsDoubledError),
        (f"{JOB}.{SENT.units[1].id}:", f"{SENT.units[1].id}:", errors.ExchangeJobError),
        (f"{JOB}.{SENT.units[1].id}:", f"{JOB[:-1]}b.{SENT.units[1].id}:", errors.ExchangeJobError),
        (SENT.units[1].source_digest, "0" * 64, errors.UnitSourceOutdatedError),
        (":ar:fr-BE]", ":ar:nl]", errors.ExchangeLanguagesError),
        ("SELF_CHECKED", "DONE", errors.WorkStateUnknownError),
        (">J'étais à la maison avec ma sœur.<", "><", errors.TargetMissingError),
    ],
)
def test_a_table_is_checked_as_xliff_is(name: str, old: str, new: str, refusal: type[errors.ThbError]):
    write, read, part = FORMATS[name]

    returned = read(changed(write(SENT), part, old, new))

    with pytest.raises(refusal):
        accept(returned, SENT)


@each_format
@pytest.mark.parametrize(
    ("old", "new", "refusal"),
    [
        ("[thb-exchange/1:", "[x:", errors.ExchangeFormatError),
        ("[thb-exchange/1:", "[thb-exchange/2:", errors.ExchangeFormatError),
        (f"[thb:{JOB}.{SENT.units[1].id}:", "[thx:", errors.ExchangeLayoutError),
    ],
)
def test_a_table_without_its_keys_is_refused(name: str, old: str, new: str, refusal: type[errors.ThbError]):
    write, read, part = FORMATS[name]

    with pytest.raises(refusal):
        read(changed(write(SENT), part, old, new))


@each_format
def test_a_row_that_was_removed_is_named(name: str):
    write, read, part = FORMATS[name]
    row = "w:tr" if name == "docx" else "row"
    text = unpacked(write(SENT))[part].decode()
    rows = re.findall(rf"<{row}[ >].*?</{row}>", text, re.DOTALL)

    returned = read(changed(write(SENT), part, rows[2], ""))

    with pytest.raises(errors.UnitsMissingError) as refusal:
        accept(returned, SENT)
    assert refusal.value.named == {"unit": "2"}


@each_format
@pytest.mark.parametrize("text", ["\x01", "a\rb", "\ufffe"])
def test_a_character_that_a_table_cannot_hold_is_refused_with_its_turn(name: str, text: str):
    with pytest.raises(errors.TextUnwritableError) as refusal:
        FORMATS[name][0](exchange(unit(9, source=text)))

    assert refusal.value.named == {"unit": "9"}


@pytest.mark.requirement("SR-32")
@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t="])
def test_no_cell_that_leaves_is_one_that_a_spreadsheet_runs(begins: str):
    """Every cell with words says that it is text, in the format of text; none is a formula or a number."""
    source = f"{begins}HYPERLINK(1)"

    sheet = unpacked(write_xlsx(exchange(unit(source=source))))[SHEET].decode()

    assert f">{source}</t>" in sheet
    assert re.findall(r"<(?:f|v)[ />]", sheet) == []
    cells = re.findall(r"<c ([^>]*)>(?!</c>)", sheet)
    assert cells
    assert all('t="inlineStr"' in each for each in cells)


def test_a_text_that_is_too_long_for_a_cell_is_refused():
    with pytest.raises(errors.TextUnwritableError):
        write_xlsx(exchange(unit(source="😀" * (LONGEST // 2 + 1))))

    assert read_docx(write_docx(exchange(unit(source="😀" * (LONGEST // 2 + 1))))).units[0].source


def test_what_looks_like_the_number_of_a_character_is_not_written_into_a_docx_and_is_read_from_one():
    with pytest.raises(errors.TextUnwritableError):
        write_docx(exchange(unit(source="_x0041_")))

    assert read_docx(changed(DOCX, DOCUMENT, RUN, "<w:t>_x005F_x0041_</w:t>")).units[1].target == "_x0041_"
    assert read_xlsx(write_xlsx(exchange(unit(source="_x0041_")))).units[0].source == "_x0041_"


def test_headings_are_in_the_language_of_the_reader():
    data = write_docx(SENT, Headings(source="Texte", target="Traduction"))

    assert "Traduction (fr-BE)" in unpacked(data)[DOCUMENT].decode()
    assert accept(read_docx(data), SENT).changed == ()


def test_right_to_left_text_is_marked_as_such():
    document = unpacked(DOCX)[DOCUMENT].decode()

    assert document.count("<w:bidi/>") == 3
    assert document.count("<w:rtl/>") == 3


RUN = '<w:t xml:space="preserve">Une question ?</w:t>'


@pytest.mark.parametrize(
    ("new", "text"),
    [
        ("<w:t>Une</w:t><w:br/><w:t>deux</w:t>", "Une\ndeux"),
        ("<w:t>Une</w:t></w:r></w:p><w:p><w:r><w:t>deux</w:t>", "Une\ndeux"),
        ("<w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t>", "a\t\u2011\u00adb"),
        ("<w:t>a</w:t></w:r><w:hyperlink><w:r><w:t>b</w:t></w:r></w:hyperlink><w:r>", "ab"),
        ("<w:t>a</w:t><w:lastRenderedPageBreak/></w:r><w:proofErr/><w:r><w:t>b</w:t>", "ab"),
        ('<w:rPr><w:vanish w:val="0"/><w:strike w:val="false"/></w:rPr><w:t>seen</w:t>', "seen"),
    ],
)  # fmt: skip
def test_what_an_office_program_makes_of_a_text_is_read_as_text(new: str, text: str):
    returned = read_docx(changed(DOCX, DOCUMENT, RUN, new))

    assert returned.units[1].target == text


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        ("</w:r><w:ins><w:r><w:t>x</w:t></w:r></w:ins><w:r>", errors.TrackedChangesError),
        ("</w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r>", errors.TrackedChangesError),
        (
            '<w:fldChar w:fldCharType="begin"/><w:instrText>INCLUDETEXT</w:instrText>',
            errors.ActiveCellError,
        ),
        ("<w:drawing/>", errors.ActiveCellError),
        ("<w:object/>", errors.ActiveCellError),
        ("<w:footnoteReference/>", errors.ActiveCellError),
        ('<m:x xmlns:m="y"/>', errors.ExchangeLayoutError),
        ("<w:unheardOf/>", errors.ExchangeLayoutError),
        ("</w:r></w:p><w:tbl/><w:p><w:r>", errors.ExchangeLayoutError),
        ("</w:r></w:p></w:tc><w:tc><w:p><w:r>", errors.ExchangeLayoutError),
    ],
)
def test_what_a_cell_of_text_does_not_contain_is_refused(new: str, refusal: type[errors.ThbError]):
    with pytest.raises(refusal):
        read_docx(changed(DOCX, DOCUMENT, RUN, new))


@pytest.mark.parametrize("new", ['<w:gridSpan w:val="2"/>', "<w:vMerge/>"])
def test_joined_cells_are_refused(new: str):
    with pytest.raises(errors.ExchangeLayoutError):
        read_docx(changed(DOCX, DOCUMENT, "<w:tcPr>", f"<w:tcPr>{new}"))


TARGET_CELL = '<c r="E3" s="1" t="inlineStr"><is><t xml:space="preserve">Une question ?</t></is></c>'


@pytest.mark.parametrize(
    ("new", "text"),
    [
        ('<c r="E3" t="str"><v>text</v></c>', "text"),
        ('<c r="E3" t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c>', "ab"),
        ('<c r="E3" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r></is></c>', "a"),
        ('<c r="E3" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>', "a\rb_x0041_"),
        ('<c r="E3"/>', ""),
        ("", ""),
    ],
)
def test_the_ways_in_which_a_cell_holds_text_are_read(new: str, text: str):
    returned = read_xlsx(changed(XLSX, SHEET, TARGET_CELL, new))

    assert returned.units[1].target == text


@pytest.mark.parametrize(
    ("new", "refusal"),
    [
        ('<c r="E3" t="str"><f>1+1</f><v>2</v></c>', errors.ActiveCellError),
        ('<c r="E3"><f>HYPERLINK("http://x")</f></c>', errors.ActiveCellError),
        ('<c r="E3"><v>45000</v></c>', errors.ExchangeLayoutError),
        ('<c r="E3" t="b"><v>1</v></c>', errors.ExchangeLayoutError),
        ('<c r="E3" t="e"><v>#REF!</v></c>', errors.ExchangeLayoutError),
        ('<c r="E3" t="s"><v>7</v></c>', errors.ExchangeLayoutError),
        ('<c r="E3" t="s"><v>-1</v></c>', errors.ExchangeLayoutError),
        ('<c r="D3" t="str"><v>x</v></c>', errors.ExchangeLayoutError),
        ('<c r="Z3" t="str"><v>x</v></c>', errors.ExchangeLayoutError),
        ('<c t="str"><v>x</v></c>', errors.ExchangeLayoutError),
        ('<c r="E3" t="inlineStr"><is><t>_xD83D_</t></is></c>', errors.ExchangeLayoutError),
    ],
)
def test_a_cell_that_holds_no_text_is_refused(new: str, refusal: type[errors.ThbError]):
    with pytest.raises(refusal):
        read_xlsx(changed(XLSX, SHEET, TARGET_CELL, new))


def test_joined_cells_of_a_sheet_are_refused():
    joined = '</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>'

    with pytest.raises(errors.ExchangeLayoutError):
        read_xlsx(changed(XLSX, SHEET, "</sheetData>", joined))


RELATION = f'<Relationships xmlns="{RELATIONS}"><Relationship {{}}/></Relationships>'
MACROS = '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
OUTSIDE = 'Type="http://x/attachedTemplate" Target="http://127.0.0.1/x.dotm" TargetMode="External"'
LINK = 'Type="http://x/hyperlink" Target="http://127.0.0.1/" TargetMode="External"'


@each_format
@pytest.mark.requirement("SR-24", "SR-25")
@pytest.mark.parametrize(
    "extra",
    [
        {"word/vbaProject.bin": b"x"},
        {"xl/vbaProject.bin": b"x"},
        {"word/embeddings/oleObject1.bin": b"x"},
        {"word/activeX/activeX1.xml": b"<a/>"},
        {"xl/externalLinks/externalLink1.xml": b"<a/>"},
        {"xl/connections.xml": b"<a/>"},
        {"xl/macrosheets/sheet1.xml": b"<a/>"},
        {"word/_rels/settings.xml.rels": RELATION.format(OUTSIDE).encode()},
        {"[Content_Types].xml": MACROS.encode()},
    ],
    ids=str,
)  # fmt: skip
def test_an_office_file_that_runs_or_loads_something_is_refused(name: str, extra: dict[str, bytes]):
    write, read, _ = FORMATS[name]

    with pytest.raises(errors.ActiveContentError):
        read(packed(unpacked(write(SENT)) | extra))


@each_format
def test_a_link_that_a_person_could_click_is_not_followed_and_not_refused(name: str):
    write, read, _ = FORMATS[name]

    returned = read(packed(unpacked(write(SENT)) | {"word/_rels/x.rels": RELATION.format(LINK).encode()}))

    assert len(returned.units) == 3


@each_format
@pytest.mark.requirement("SR-25")
def test_a_part_with_a_document_type_is_refused(name: str):
    write, read, part = FORMATS[name]
    parts = unpacked(write(SENT))
    parts[part] = b'<!DOCTYPE a [<!ENTITY e "x">]>' + parts[part].split(b"?>", 1)[1]

    with pytest.raises(errors.XmlDocumentTypeError):
        read(packed(parts))


@each_format
def test_a_file_of_the_other_format_is_refused(name: str):
    read = FORMATS[name][1]

    with pytest.raises(errors.ExchangeFormatError):
        read(XLSX if name == "docx" else DOCX)
    with pytest.raises(errors.ExchangeFormatError):
        read(packed({"a.xml": b"<a/>"}))


@each_format
def test_libreoffice_saves_a_table_that_comes_back_whole(name: str, tmp_path: Path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    write, read, _ = FORMATS[name]
    source = "  two  spaces\n\nline\ttab \u202bأهلا\u202c e\u0301 \u00a0\u2011\u00ad\u200b😀 <&> =1+1"
    source += " _x0041_" if name == "xlsx" else ""
    sent = exchange(unit(1, source=source, target=FRENCH), *SENT.units[1:])
    (tmp_path / f"sent.{name}").write_bytes(write(sent))

    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", name,
         "--outdir", str(tmp_path / "saved"), str(tmp_path / f"sent.{name}")],
        check=True, capture_output=True, timeout=300,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)},  # without the fonts of these tests
    )  # fmt: skip

    accepted = accept(read((tmp_path / "saved" / f"sent.{name}").read_bytes()), sent)
    assert [each.sent.number for each in accepted.changed] == []


@each_format
def test_what_is_typed_in_libreoffice_comes_back_and_nothing_else_changed(name: str, tmp_path: Path):
    write, read, _ = FORMATS[name]
    typed = "Encore une question, \u202b\u0623\u0647\u0644\u0627\u202c 3.600 \u20ac ?"

    data = edited(write(SENT), name, {"Une question ?": typed}, tmp_path)

    accepted = accept(read(data), SENT)
    assert [(each.sent.number, each.unit.target) for each in accepted.changed] == [("2", typed)]
    assert [each.unit for each in accepted.units if each.sent.number != "2"] == [SENT.units[0], SENT.units[2]]


@each_format
def test_an_original_that_is_changed_in_libreoffice_is_refused_with_its_turn(name: str, tmp_path: Path):
    write, read, _ = FORMATS[name]

    data = edited(write(SENT), name, {SENT.units[1].source: "Other words"}, tmp_path)

    with pytest.raises(errors.UnitSourceChangedError) as refused:
        accept(read(data), SENT)
    assert refused.value.named["unit"] == "2"
