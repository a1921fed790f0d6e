"""The file that ReportLab writes for us: nothing is lost, no font of its own, the same bytes everywhere."""

import hashlib
import io
import os
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import page
import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas as PlainCanvas

from thb_desktop.report.document import packed
from thb_desktop.report.document.archive import Attachment, Properties
from thb_desktop.report.document.document import Document
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.pdf import LEVEL, Canvas, Stream, text_string
from thb_desktop.report.style import PORTRAIT

PROPERTIES = Properties(
    title="A title", language="en", software="THB Desktop", made_at=datetime(2026, 6, 1, tzinfo=UTC)
)
ENDS_IN_CR = next(
    data for at in range(3000) if zlib.compress(data := b"words %d " % at * (at % 50 + 1)).endswith(b"\r")
)
"""Data that, deflated, ends in a carriage return."""


def made(*headings: tuple[str, int], text: str = "words", data: bytes = ENDS_IN_CR) -> bytes:
    """A document of one page with headings, a sentence and an attachment."""
    document = Document(properties=PROPERTIES)
    flow = Flow(document, geometry=PORTRAIT)
    with flow.section("Sect"):
        for title, level in headings:
            flow.heading(title, level)
        flow.text(text)
    flow.break_page()
    attached = Attachment(
        path="data.bin", media_type="application/x-data", relation="Data", description="Data", data=data
    )
    return document.finish(document.take_pages(), attachments=(attached,), furniture=lambda *_: None)


def test_another_reader_finds_every_stream_whatever_it_ends_with():
    canvas = Canvas(language="en")
    contents = [bytes([at % 256]) * at for at in range(600)]
    canvas.setCatalogEntry("AF", [Stream(content, plain=at % 2 == 0) for at, content in enumerate(contents)])

    file = canvas.getpdfdata()

    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert [each.read_bytes() for each in pdf.Root.AF] == contents


def test_a_stream_that_ends_in_a_carriage_return_is_measured_rightly_by_every_reader(tmp_path: Path):
    path = tmp_path / "made.pdf"
    path.write_bytes(made(("Title", 1)))

    deflated = zlib.compress(ENDS_IN_CR, LEVEL)
    assert deflated.endswith(b"\r")
    assert deflated + b"\r\nendstream" in path.read_bytes()
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf(str(path), profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_an_object_that_was_reserved_and_never_written_is_refused():
    canvas = Canvas(language="en")
    canvas.reserve()

    with pytest.raises(ValueError, match="reserved and never written"):
        packed.write(canvas.objects, canvas.small)


def test_the_places_of_objects_are_kept_as_the_bytes_that_are_written():
    rows = packed._Rows()

    rows.put(2, packed.PLAIN, 70_000, 0)
    rows.put(0, packed.FREE, 0, 0xFFFF)
    rows.put(1, packed.PACKED, 9, 199)

    places = [(packed.FREE, 0, 0xFFFF), (packed.PACKED, 9, 199), (packed.PLAIN, 70_000, 0)]
    assert [*packed.ROW.iter_unpack(rows.table)] == places


def test_an_object_is_never_written_twice():
    canvas = Canvas(language="en")
    number = canvas.reserve()
    canvas.put(number, "<<>>")

    with pytest.raises(ValueError, match="written already"):
        canvas.put(number, "<<>>")


def test_a_second_page_is_not_begun_before_the_first_is_closed():
    document = Document(properties=PROPERTIES)
    document.new_page(PORTRAIT.size)

    with pytest.raises(ValueError, match="redefining"):
        document.new_page(PORTRAIT.size)


@pytest.mark.parametrize(
    "text", ["plain", "with (brackets) and \\", "naïve", "עברית", "🧭 ok", "", "line\nfeed", "\x00\x7f\xad€"]
)
def test_text_strings_are_read_back_as_they_were(text: str):
    parsed = pikepdf.Object.parse(text_string(text).encode("ascii"))

    assert str(parsed) == text


def test_pages_have_our_embedded_fonts_alone_and_no_transition():
    file = made(("Title", 1))

    with pikepdf.open(io.BytesIO(file)) as pdf:
        (only,) = pdf.pages
        fonts = [font.DescendantFonts[0].FontDescriptor for font in only.Resources.Font.values()]
        assert fonts
        assert all("/FontFile2" in font for font in fonts)
        assert "/Trans" not in only
    assert b"Helvetica" not in file


def test_the_file_says_nothing_untrue_of_who_made_it_and_when():
    with pikepdf.open(io.BytesIO(made(("Title", 1)))) as pdf:
        said = {name: str(value) for name, value in pdf.docinfo.items()}

    assert said == {
        "/Title": "A title",
        "/Creator": "THB Desktop",
        "/Producer": "THB Desktop",
        "/CreationDate": "D:20260601000000+00'00'",
        "/ModDate": "D:20260601000000+00'00'",
        "/Author": "",
        "/Subject": "",
        "/Keywords": "",
        "/Trapped": "/False",
    }


def test_bookmarks_stand_under_the_nearest_higher_heading_and_are_folded():
    file = made(("One", 1), ("Two", 3), ("Three", 2), ("Four", 1))

    with pikepdf.open(io.BytesIO(file)) as pdf, pdf.open_outline() as outline:
        tree = [(top.title, [child.title for child in top.children]) for top in outline.root]
        assert pdf.Root.Outlines.First.Count == -2
    assert tree == [("One", ["Two", "Three"]), ("Four", [])]


def test_a_document_without_headings_has_no_bookmarks():
    with pikepdf.open(io.BytesIO(made())) as pdf:
        assert "/Outlines" not in pdf.Root


def test_identifiers_differ_where_pages_or_attachments_differ():
    identifiers = set()
    for file in (made(text="words"), made(text="other"), made(data=b"other"), made(text="words")):
        with pikepdf.open(io.BytesIO(file)) as pdf:
            identifiers.add(bytes(pdf.trailer.ID[0]))

    assert len(identifiers) == 3


def test_other_documents_in_the_same_process_change_no_byte():
    before = made(("Title", 1))

    other = PlainCanvas(io.BytesIO(), lang="ro", pageCompression=0)
    other.drawString(10, 10, "other")
    other.save()
    made(text="עברית")

    assert made(("Title", 1)) == before


def test_the_environment_changes_no_byte_and_no_file_of_the_home_folder_is_run(tmp_path: Path):
    (tmp_path / ".reportlab_settings").write_text("print('run')\ninvariant = 0\npdfMultiLine = 1\n", "utf-8")
    script = (
        "import thb_desktop.report.document, hashlib; from tests.report.document.test_pdf import made;"
        "print(hashlib.sha256(made(('Title', 1))).hexdigest())"
    )
    settings = {"RL_pdfMultiLine": "1", "RL_pdfComments": "1", "RL_invariant": "0", "RL_documentLang": "fr"}
    environment = {
        **os.environ,
        **settings,
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
        "PYTHONPATH": ".",
        "SOURCE_DATE_EPOCH": "1",
    }

    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, check=True, text=True
    )

    assert done.stdout.split() == [hashlib.sha256(made(("Title", 1))).hexdigest()]
