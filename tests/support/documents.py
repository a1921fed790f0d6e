"""Documents as they arrive from elsewhere: a statement as PDF, DOCX, text and scan."""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter
from reportlab.pdfgen.canvas import Canvas

from tests.support.exchange import packed
from tests.support.pdfs import make_office, signed_elsewhere
from thb_desktop.exchange.tables.office import relations

STATEMENT = (
    ("Question: How did you come to Belgium?", "Answer: By minibus, a white minibus.", "It took two days."),
    ("Question: Who paid?", "Answer: Nelu paid the ticket."),
)
"""The lines of two pages."""
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
_SIZE = (1240, 1754)


def pdf_of(pages: Sequence[Sequence[str]] = STATEMENT, *, password: str = "") -> bytes:
    """A PDF with these lines on its pages."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    target = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword=f"{password}!") if password else None
    canvas = Canvas(target, pagesize=(595, 842), invariant=1, encrypt=lock)
    for lines in pages:
        for number, line in enumerate(lines):
            canvas.drawString(72, 760 - 24 * number, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def signed_pdf_of(pages: Sequence[Sequence[str]] = STATEMENT) -> bytes:
    """A PDF with these lines, which somebody elsewhere signed with a certificate of their own."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields

    writer = IncrementalPdfFileWriter(io.BytesIO(pdf_of(pages)))
    fields.append_signature_field(writer, fields.SigFieldSpec("Signature1"))
    target = io.BytesIO()
    writer.write(target)
    office = make_office()
    return signed_elsewhere(target.getvalue(), office, office.judge, "Signature1")


def docx_of(body: str, styles: str = "") -> bytes:
    """A DOCX with this body and these styles, in the words of WordprocessingML."""
    document = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document}
    if styles:
        parts["word/styles.xml"] = f'<w:styles xmlns:w="{_WORD}">{styles}</w:styles>'
        parts["word/_rels/document.xml.rels"] = relations({"styles.xml": "styles"})
    return packed({name: text.encode() for name, text in parts.items()})


def paragraph(text: str, before: str = "") -> str:
    return f"<w:p><w:r>{before}<w:t>{text}</w:t></w:r></w:p>"


def scan_of(lines: int = 5, *, form: str = "PNG", size: tuple[int, int] = _SIZE) -> bytes:
    """A picture of a page with so many lines of dark strokes, a little grey and blurred as scans are."""
    image = Image.new("RGB", size, (246, 244, 238))
    draw = ImageDraw.Draw(image)
    for line in range(lines):
        top = 200 + line * 90
        for word in range(8):
            draw.rectangle((150 + word * 110, top, 230 + word * 110, top + 24), fill=(60, 60, 70))
    target = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1)).save(target, form)
    return target.getvalue()


def page_of_pictures(picture: bytes) -> bytes:
    """A PDF whose one page is a scan, without any text."""
    from reportlab.lib.utils import ImageReader

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(io.BytesIO(picture)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return target.getvalue()
