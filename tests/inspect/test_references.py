"""References to signs of whatever length are read, and no reader ends on one."""

from io import BytesIO

import pytest

from tests.services.bundling.test_identity_scan import pdf, scanned
from thb_desktop.inspect.looks.html import facts_of, words_of
from thb_desktop.inspect.texts.looking import texts_in
from thb_desktop.inspect.texts.references import unescaped

DIGITS = "1" * 5000
ZEROS = "0" * 5000


def test_a_reference_of_any_length_is_read():
    assert unescaped("a&#233;b &eacute; &#x41;") == "a\u00e9b \u00e9 A"
    assert unescaped(f"a&#{ZEROS}65;b") == "aAb"
    assert unescaped(f"a&#{ZEROS};b") == "a\ufffdb"
    assert unescaped(f"a&#{DIGITS};b&#{DIGITS}c") == "a\ufffdb\ufffdc"


def test_a_page_with_such_a_reference_is_shown():
    page = f'<title>A&#{DIGITS};</title><meta name="author" content="B&#{DIGITS};"><p>Room &#{ZEROS}49;2</p>'

    assert words_of(page) == ["A\ufffd", "Room 12"]
    assert [told for _, _, told in facts_of(page)] == ["A\ufffd", "B\ufffd"]


@pytest.mark.parametrize(
    "text",
    [
        f"<p>&#{DIGITS}; Popescu</p>",
        f"From: a@a.example\nTo: b@a.example\nContent-Type: text/html\n\n<p>&#{DIGITS}; Popescu</p>",
        f"<ANNOTATION_DOCUMENT><ANNOTATION_VALUE>&#{DIGITS}; Popescu</ANNOTATION_VALUE>",
    ],
)
def test_a_name_beside_such_a_reference_is_found(text: str):
    scan = scanned(text.encode(), "Popescu")

    assert scan.hits
    assert scan.unread == ()


@pytest.mark.parametrize(
    "written",
    [
        "/Kids [ %s 0 R ]",
        "/Contents %s 0 R",
        "/Font %s 0 R",
        "/Length %s",
        "/FontFile2 %s 0 R",
        "/Predictor %s",
    ],
)
def test_a_pdf_with_a_number_of_any_length_is_read(written: str):
    made = pdf("Popescu", title=False).replace(
        b"/Type /Catalog", b"/Type /Catalog " + (written % DIGITS).encode()
    )

    assert any("Popescu" in text for _, text in texts_in(BytesIO(made)).parts)
