"""The words of a file: whether all that it holds is among them is told with them."""

import gzip
import io
import zipfile
from email.message import EmailMessage

import pytest

from thb_desktop.inspect.looks.looking import Looker

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
BODY = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>hello</w:t></w:r></w:p></w:body></w:document>"
)
LIMIT = 1000


def archive(**members: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return target.getvalue()


def document(**more: bytes) -> bytes:
    return archive(**{"[Content_Types].xml": TYPES, "word/document.xml": BODY, **more})


def mail(attachment: bytes = b"") -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@a.example", "b@b.example", "rent"
    made.set_content("hello")
    if attachment:
        made.add_attachment(attachment, maintype="application", subtype="octet-stream", filename="n.bin")
    return made.as_bytes()


FILES = {
    "a short text": ("a.txt", b"hello " * 100, False),
    "a long text": ("a.txt", b"hello " * 1000, True),
    "a mail": ("a.eml", mail(), False),
    "a mail with a file": ("a.eml", mail(b"paid"), True),
    "a document": ("a.docx", document(), False),
    "a document with a picture": (
        "a.docx", document(**{"word/media/image1.png": b"\x89PNG\r\n\x1a\n" + bytes(300)}), True,
    ),
    "an archive": ("a.zip", archive(**{"a.txt": "paid"}), True),
    "a packed text": ("a.txt.gz", gzip.compress(b"paid"), True),
}  # fmt: skip


@pytest.mark.parametrize("file", FILES)
def test_what_is_not_among_the_words_of_a_file_is_told(file: str):
    name, data, in_part = FILES[file]
    question = {"job": "text", "part": (), "page": LIMIT, "name": name}

    said, _ = Looker().answer(io.BytesIO(data), question)

    assert said == {"in_part": in_part}


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NOTE = f'<w:notes xmlns:w="{W}"><w:note><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:note></w:notes>'
SHAPE = f'<s xmlns:a="{A}"><a:p><a:r><a:t>{{}}</a:t></a:r></a:p></s>'
SLIDE = f'<p:cmLst xmlns:p="{P}"><p:cm><p:text>{{}}</p:text></p:cm></p:cmLst>'
CELL = f'<comments xmlns="{X}"><comment><text><r><t>{{}}</t></r></text></comment></comments>'
BESIDE = {
    "word/footnotes.xml": ("word/document.xml", NOTE),
    "word/endnotes.xml": ("word/document.xml", NOTE),
    "word/comments.xml": ("word/document.xml", NOTE),
    "word/header1.xml": ("word/document.xml", NOTE),
    "word/footer2.xml": ("word/document.xml", NOTE),
    "word/diagrams/data1.xml": ("word/document.xml", SHAPE),
    "ppt/notesSlides/notesSlide1.xml": ("ppt/presentation.xml", SHAPE),
    "ppt/comments/comment1.xml": ("ppt/presentation.xml", SLIDE),
    "ppt/diagrams/data1.xml": ("ppt/presentation.xml", SHAPE),
    "xl/comments1.xml": ("xl/workbook.xml", CELL),
    "xl/drawings/drawing1.xml": ("xl/workbook.xml", SHAPE),
}


@pytest.mark.parametrize("name", BESIDE)
def test_the_words_beside_a_text_or_a_table_are_words_of_the_file(name: str):
    main, form = BESIDE[name]
    book = {
        "xl/workbook.xml": f'<workbook xmlns="{X}"><sheets><sheet name="1" id="r"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<r><Relationship Id="r" Target="sheet1.xml"/></r>',
        "xl/sheet1.xml": f'<worksheet xmlns="{X}"/>',
    }
    parts = {"word/document.xml": {main: BODY}, "xl/workbook.xml": book}.get(main, {main: "<p/>"})
    data = archive(**{"[Content_Types].xml": TYPES, **parts, name: form.format("+32 470 55 66 77")})

    question = {"job": "text", "part": (), "page": LIMIT, "name": "a"}
    _, pieces = Looker().answer(io.BytesIO(data), question)

    assert "+32 470 55 66 77" in b"".join(pieces).decode().split("\n")


OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
HEADS = (
    f'<o:styles xmlns:o="{OPEN}office:1.0" xmlns:s="{OPEN}style:1.0" xmlns:t="{OPEN}text:1.0"'
    f' xmlns:n="{OPEN}datastyle:1.0">'
    "<n:text>EUR</n:text><s:master-page><s:{part}><t:p>+32 470 55 66 77</t:p>"
    "<t:p>page <t:page-number>1</t:page-number></t:p></s:{part}></s:master-page></o:styles>"
)


@pytest.mark.parametrize("part", ["header", "footer", "header-left", "footer-first"])
@pytest.mark.parametrize("form", ["text", "spreadsheet", "presentation"])
def test_the_words_in_heads_and_feet_of_an_open_document_are_words_of_the_file(form: str, part: str):
    content = f'<o:body xmlns:o="{OPEN}office:1.0"/>'
    kind = f"application/vnd.oasis.opendocument.{form}"
    data = archive(mimetype=kind, **{"content.xml": content, "styles.xml": HEADS.format(part=part)})

    question = {"job": "text", "part": (), "page": LIMIT, "name": "a"}
    _, pieces = Looker().answer(io.BytesIO(data), question)

    lines = b"".join(pieces).decode().split("\n")
    assert "+32 470 55 66 77" in lines
    assert not any("1" in line or "EUR" in line for line in lines if line.startswith("page"))
