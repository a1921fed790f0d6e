"""Documents of others as text and pixels, by the confined process: real ones, hostile ones, limits."""

import os
import sys
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.security.hostile_files import MADE
from tests.support.documents import STATEMENT, docx_of, page_of_pictures, paragraph, pdf_of, scan_of
from tests.support.sampled import few
from tests.support.samples import sample
from thb_desktop.domain.page_text import DocumentKind, NotRead, picture_from, places_from, text_from
from thb_desktop.errors import (
    DocumentFormError,
    DocumentIsRecordingError,
    DocumentLockedError,
    DocumentTooLargeError,
    DocumentUnreadableError,
    EncodingUnknownError,
    FormatError,
    InspectionEndedError,
    PageMissingError,
    PictureTooLargeError,
    ThbError,
)
from thb_desktop.inspect import running
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.limits import Limits
from thb_desktop.services.evidence import page_reading as asking
from thb_desktop.services.evidence.page_reading import read_picture, read_text

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)


def lines_of(data: bytes) -> list[list[str]]:
    return [[line.text for line in page.lines] for page in read_text([data]).pages]


def test_a_pdf_gives_its_lines_page_by_page_with_their_places():
    found = read_text([pdf_of()])

    assert found.kind is DocumentKind.PDF
    assert [[line.text for line in page.lines] for page in found.pages] == [list(page) for page in STATEMENT]
    first, second = found.pages[0].lines[:2]
    left, top, right, bottom = first.rectangle
    assert 115 <= left <= 125
    assert 80 <= top < bottom <= 105
    assert right > 400
    assert second.rectangle[1] >= bottom


@pytest.mark.parametrize("make", [scan_of, lambda: scan_of(form="JPEG"), lambda: page_of_pictures(scan_of())])
def test_a_scan_has_no_text_and_shows_where_its_lines_stand(make):
    data = make()

    text, picture = read_text([data]), read_picture([data], 1)

    assert text.has_picture
    assert not any(page.lines for page in text.pages)
    assert len(picture.pixels) == picture.width * picture.height * 3
    assert len(picture.lines) == 5
    assert 105 <= picture.lines[0][1] <= 118 < picture.lines[0][3] <= 135
    assert picture.pixels[:3] == bytes((246, 244, 238)) or picture.pixels[0] > 240


def test_a_page_of_a_pdf_is_drawn_and_its_ink_stands_where_its_words_do():
    data = pdf_of()

    picture, text = read_picture([data], 1), read_text([data])

    assert len(picture.lines) == 3
    for seen, line in zip(picture.lines, text.pages[0].lines, strict=True):
        assert abs(seen[1] - line.rectangle[1]) < 12


def test_a_docx_gives_its_paragraphs_and_the_pages_that_its_last_reader_saw():
    body = (
        paragraph("one")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + paragraph("two", "<w:lastRenderedPageBreak/>")
        + "<w:tbl><w:tr><w:tc>"
        + paragraph("in a cell")
        + "</w:tc></w:tr></w:tbl>"
        + paragraph("three", "<w:lastRenderedPageBreak/>")
    )

    assert lines_of(docx_of(body)) == [["one"], ["two", "in a cell"], ["three"]]


def test_what_a_docx_has_besides_its_text_is_named_and_deleted_words_are_not_taken_for_text():
    body = (
        paragraph("stands")
        + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        + "<w:ins><w:r><w:t>came</w:t></w:r></w:ins></w:p>"
        + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
        + "<w:p><w:r><w:drawing/><w:t>beside a picture</w:t></w:r></w:p>"
    )

    found = read_text([docx_of(body)])

    assert [line.text for line in found.pages[0].lines] == ["stands", "came", "beside a picture"]
    assert found.not_read == (NotRead.CHANGES, NotRead.HIDDEN, NotRead.PICTURES)
    assert not found.has_picture


@pytest.mark.parametrize(
    ("look", "style", "is_told"),
    [
        ('<w:rStyle w:val="Loud"/>', "<w:vanish/>", True),
        ('<w:color w:val="FFFFFF"/>', "<w:i/>", True),
        ('<w:sz w:val="2"/>', "<w:i/>", True),
        ('<w:rStyle w:val="Loud"/>', "<w:i/>", False),
    ],
)
def test_words_that_a_style_or_a_colour_hides_are_told(look: str, style: str, is_told: bool):
    """The record would have words of a statement that nobody who opened its file has seen."""
    styles = f'<w:style w:type="character" w:styleId="Loud"><w:rPr>{style}</w:rPr></w:style>'

    found = read_text([docx_of(paragraph("one", f"<w:rPr>{look}</w:rPr>"), styles)])

    assert (NotRead.HIDDEN in found.not_read) == is_told


def test_a_text_keeps_its_letters_and_a_form_feed_ends_a_page():
    text = "سؤال: كيف جئت؟\r\nجواب: بالحافلة.\f𐤀 Întrebare: când?"

    assert lines_of(text.encode("utf-16")) == [
        ["سؤال: كيف جئت؟", "جواب: بالحافلة."],
        ["𐤀 Întrebare: când?"],
    ]


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"\x7fELF\0\0\0", DocumentUnreadableError),
        (b"%PDF-1.7 and nothing", DocumentUnreadableError),
        (b"PK\x03\x04 and nothing", DocumentUnreadableError),
        (b"\x89PNG\r\n\x1a\n and nothing", DocumentUnreadableError),
        ("café".encode("latin-1"), EncodingUnknownError),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, refusal: type[ThbError]):
    with pytest.raises(refusal):
        read_text([data])


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"{\\rtf1\\ansi Declaratie}", DocumentFormError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), DocumentFormError),
        (b"II*\0\x08\0\0\0", DocumentFormError),
        (b"MM\0*\0\0\0\x08", DocumentFormError),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", DocumentFormError),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><p>Declaratie", DocumentFormError),
        (b"\0\0\0\x18ftypheic", DocumentFormError),
        (b"RIFF\x24\0\0\0WEBPVP8 ", DocumentFormError),
        (b"ID3\x03\0\0\0\0\0\x0f", DocumentIsRecordingError),
        (b"\xff\xfb\x90\x64", DocumentIsRecordingError),
        (b"RIFF\x24\0\0\0WAVEfmt ", DocumentIsRecordingError),
        (b"OggS\0\x02\0\0", DocumentIsRecordingError),
        (b"\0\0\0\x18ftypM4A ", DocumentIsRecordingError),
    ],
)
def test_a_form_that_is_known_and_not_read_is_told_as_what_it_is(data: bytes, refusal: type[ThbError]):
    with pytest.raises(refusal):
        read_text([data])


@pytest.mark.parametrize("words", ["BMW: culoare alba", "FORMULAR nr. 3", "RIFF raff", "ID3 este un nume"])
def test_a_text_that_begins_with_such_letters_is_a_text(words: str):
    assert lines_of(words.encode()) == [[words]]
    assert lines_of(words.encode("utf-16")) == [[words]]


def test_a_document_with_a_password_is_told_as_that():
    with pytest.raises(DocumentLockedError):
        read_text([pdf_of(password="amber")])


@pytest.mark.parametrize("data", [b"\f" * 700, b"line\n" * 20_001])
def test_a_document_with_too_many_pages_or_lines_is_refused(data: bytes):
    with pytest.raises(DocumentTooLargeError):
        read_text([data])


def test_a_file_larger_than_is_read_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(asking, "LARGEST", 1000)

    with pytest.raises(DocumentTooLargeError):
        read_text([bytes(600), bytes(600)])


@pytest.mark.parametrize("page", [0, 3, 10**9])
def test_a_page_that_is_not_there_is_not_drawn(page: int):
    with pytest.raises(PageMissingError):
        read_picture([pdf_of()], page)


@pytest.mark.requirement("SR-27")
def test_hostile_files_give_text_or_a_refusal_and_nothing_else(figure):
    """Each in a process of its own; none of them reaches this one."""
    ended = 0
    made = few(list(MADE.values()), len(MADE) // 4)
    for make in made:
        data = make()
        for ask in (lambda data=data: read_text([data]), lambda data=data: read_picture([data], 1)):
            try:
                ask()
            except ThbError:
                ended += 1

    figure("SR-27", "hostile files given to the reader of pages", len(made))
    assert ended > len(made)


@pytest.mark.requirement("SR-26", "SR-27")
def test_a_picture_of_60000_by_60000_is_refused_at_once():
    begun = time.monotonic()

    with pytest.raises(DocumentUnreadableError):
        read_picture([MADE["a picture of 60,000 by 60,000"]()], 1)

    assert time.monotonic() - begun < 10


@pytest.mark.requirement("SR-27")
def test_the_reader_is_confined_before_it_reads_and_fills_no_more_memory_than_its_limit(
    monkeypatch: pytest.MonkeyPatch,
):
    started: list[int] = []
    popen = running.subprocess.Popen

    def noting(*given: object, **named: object) -> object:
        process = popen(*given, **named)  # type: ignore[call-overload]
        started.append(process.pid)
        return process

    monkeypatch.setattr(running.subprocess, "Popen", noting)
    seen: dict[str, str] = {}

    def looking() -> Iterator[bytes]:
        place = Path("/proc", str(started[0]))
        for _ in range(1000):
            told = dict(line.split(":\t", 1) for line in (place / "status").read_text("utf-8").splitlines())
            if told["Seccomp"] == "2":
                break
            time.sleep(0.01)
        seen.update(told)
        seen["open"] = ",".join(sorted(path.name for path in (place / "fd").iterdir()))
        seen["limits"] = (place / "limits").read_text("utf-8")
        yield pdf_of()

    assert any(page.lines for page in read_text(looking()).pages)
    assert (seen["Seccomp"], seen["NoNewPrivs"], seen["Threads"]) == ("2", "1", "1")
    assert seen["open"] == "0,1,2"
    data = next(line for line in seen["limits"].splitlines() if line.startswith("Max data size"))
    assert data.split()[3] == str(1 << 30)


@pytest.mark.requirement("SR-27")
def test_a_document_that_needs_more_memory_or_time_than_there_is_gives_no_answer():
    small = Limits(memory=1 << 25, processor=60, seconds=60, answer=1 << 26)

    with pytest.raises(InspectionEndedError):
        read_text([os.urandom(1 << 26)], limits=small)
    with pytest.raises(InspectionEndedError):
        read_picture([scan_of()], 1, limits=Limits(answer=1000))


@pytest.mark.parametrize(
    "said",
    [
        None, [], {}, {"kind": "PDF", "pages": []}, {"kind": "EXE", "pages": [], "not_read": []},
        {"kind": "PDF", "pages": {}, "not_read": []}, {"kind": "PDF", "pages": [[["a"]]], "not_read": []},
        {"kind": "PDF", "pages": [[["a\nb", []]]], "not_read": []},
        {"kind": "PDF", "pages": [[["a", [0, 0, 0, 0]]]], "not_read": []},
        {"kind": "PDF", "pages": [[["a", [0, 0, 1001, 10]]]], "not_read": []},
        {"kind": "PDF", "pages": [[["a", [0, 0, True, 10]]]], "not_read": []},
        {"kind": "PDF", "pages": [[]] * 601, "not_read": []},
        {"kind": "PDF", "pages": [], "not_read": ["PASSWORDS"]},
    ],
)  # fmt: skip
def test_an_answer_of_another_form_is_no_answer(said: object):
    with pytest.raises(FormatError):
        text_from(said)


@pytest.mark.parametrize(
    ("said", "pixels"),
    [
        ({"width": 2, "height": 2, "lines": []}, bytes(11)),
        ({"width": 0, "height": 2, "lines": []}, b""),
        ({"width": 100_000, "height": 100_000, "lines": []}, b""),
        ({"width": -2, "height": -2, "lines": []}, bytes(12)),
        ({"width": 2, "height": 2, "lines": [[0, 0, 5]]}, bytes(12)),
    ],
)
def test_pixels_that_are_not_those_of_their_size_are_none(said: object, pixels: bytes):
    with pytest.raises(FormatError):
        picture_from(said, pixels)


@pytest.mark.parametrize(
    "said",
    [
        None, [], {}, {"places": [[[0, 0, 5]]]}, {"places": [[[0, 0, 1001, 10]]]}, {"places": {}},
        {"places": [[[5, 0, 5, 10]]]}, {"places": [[]] * 2_001}, {"places": [], "lines": []},
    ],
)  # fmt: skip
def test_places_of_words_that_are_not_on_their_page_are_none(said: object):
    assert places_from({"places": [[[0, 0, 10, 10]], []]}) == (((0, 0, 10, 10),), ())

    with pytest.raises(FormatError):
        places_from(said)


@pytest.mark.parametrize("folder", ["pdf-handbuilt", "pdf-horrors", "pdf-pdfjs", "office"])
def test_documents_of_others_are_read_or_refused(folder: str):
    read = 0
    found = [
        path
        for path in sorted(sample(f"02-evidence/{folder}").iterdir())
        if path.suffix in (".pdf", ".docx", ".doc")
    ]
    files = few(found, 1 + len(found) // 2)
    for path in files:
        try:
            read += bool(read_text([path.read_bytes()]).pages)
        except ThbError:
            continue

    assert read >= len(files) // 3 > 0


def picture_of(width: int, height: int, bits: int = 8, colours: int = 3) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    kind = {1: 0, 3: 2}[colours]
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((bits, kind, 0, 0, 0))
    rows = zlib.compress(bytes((1 + colours * bits // 8 * width) * height), 1)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def test_a_picture_of_more_pixels_than_are_unpacked_is_called_too_large_and_not_damaged():
    assert read_picture([picture_of(4000, 3000)], 1).width > 0
    with pytest.raises(PictureTooLargeError):
        read_picture([picture_of(9000, 9000)], 1)
    with pytest.raises(PictureTooLargeError):
        read_picture([picture_of(8000, 5000, bits=16)], 1)
    with pytest.raises(DocumentUnreadableError) as damaged:
        read_picture([picture_of(4000, 3000)[:100]], 1)
    with pytest.raises(DocumentUnreadableError) as grey:
        read_picture([picture_of(9000, 9000, colours=1)[:200]], 1)

    assert type(damaged.value) is type(grey.value) is DocumentUnreadableError
