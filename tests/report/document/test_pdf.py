"""The writer of the file: nothing is lost, nothing is written twice, other readers agree."""

import hashlib
import io

import pikepdf
import pytest

from thb_desktop.report.document.pdf import PdfFile, number, text_string


def _small(file: PdfFile, *, streams: int = 0) -> str:
    pages = file.reserve()
    page = file.add(f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 100 100]/Resources<<>>>>")
    file.put(pages, f"<</Type/Pages/Kids[{page} 0 R]/Count 1>>")
    extra = " ".join(f"{file.add_stream(bytes([at % 256]) * at)} 0 R" for at in range(streams))
    return file.finish(
        root=file.add(f"<</Type/Catalog/Pages {pages} 0 R/Extra[{extra}]>>"), info=file.add("<<>>")
    )


def test_another_reader_finds_every_object_and_every_stream():
    target = io.BytesIO()

    digest = _small(PdfFile(target), streams=600)
    with pikepdf.open(io.BytesIO(target.getvalue())) as pdf:
        streams = [each.read_bytes() for each in pdf.Root.Extra]
        assert pdf.check_pdf_syntax() == []
    assert streams == [bytes([at % 256]) * at for at in range(600)]
    assert digest == hashlib.sha256(target.getvalue()).hexdigest()


def test_an_object_that_was_reserved_and_never_written_is_refused():
    file = PdfFile(io.BytesIO())
    file.reserve()

    with pytest.raises(ValueError, match="1 reserved objects were never written"):
        _small(file)


def test_an_object_is_never_written_twice():
    file = PdfFile(io.BytesIO())
    reference = file.add_stream(b"once")

    with pytest.raises(ValueError, match="written already"):
        file.put_stream(reference, b"twice")


@pytest.mark.parametrize(
    "text", ["plain", "with (brackets) and \\", "naïve", "עברית", "🧭 ok", "", "line\nfeed"]
)
def test_text_strings_are_read_back_as_they_were(text: str):
    parsed = pikepdf.Object.parse(text_string(text).encode("ascii"))

    assert str(parsed) == text


def test_measures_are_short_and_never_in_scientific_form():
    assert [number(value) for value in (0, 1.0, 841.89, 1 / 3, 1e-7, -0.004)] == [
        "0",
        "1",
        "841.89",
        "0.33",
        "0",
        "-0",
    ]
