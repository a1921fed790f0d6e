"""Pages of text without a document: what the text layer draws, as a plain PDF made by pikepdf."""

from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from thb_desktop.report.text import EmbeddedFont, FontBook, Paragraph, draw


class Sheet:
    """The content of one page; the text layer needs only `write` and `fonts`."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self.content: list[str] = []

    def write(self, operators: str) -> None:
        self.content.append(operators)


class Sheets:
    """A document of A4 pages with paragraphs set one under another."""

    def __init__(self) -> None:
        self.fonts = FontBook()
        self.pages: list[Sheet] = []
        self._top = 0.0

    def add(self, paragraph: Paragraph, *, x: float = 40) -> None:
        if not self.pages or self._top - paragraph.height < 30:
            self.pages.append(Sheet(self.fonts))
            self._top = 810.0
        draw(paragraph, self.pages[-1], x, self._top)
        self._top -= paragraph.height + 6

    def save(self, path: Path) -> Path:
        with pikepdf.new() as pdf:
            fonts = Dictionary({f"/{font.resource}": _font(pdf, font) for font in self.fonts.embedded()})
            resources = pdf.make_indirect(Dictionary(Font=fonts))
            for sheet in self.pages:
                page = pdf.add_blank_page(page_size=(595, 842))
                page.obj.Contents = pdf.make_stream("\n".join(sheet.content).encode("ascii"))
                page.obj.Resources = resources
            pdf.save(path, deterministic_id=True)
        return path


def _font(pdf: pikepdf.Pdf, font: EmbeddedFont) -> pikepdf.Object:
    program = pdf.make_stream(font.program, Length1=len(font.program))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{font.name}"),
        Flags=4,
        FontBBox=Array(font.box),
        ItalicAngle=0,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=font.stem,
        FontFile2=program,
    )
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{font.name}"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=Name.Identity,
        DW=1000,
        W=Array([part for glyph, width in font.widths for part in (glyph, Array([width]))]),
    )
    whole = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name(f"/{font.name}"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]),
        ToUnicode=pdf.make_stream(font.to_unicode),
    )
    return pdf.make_indirect(whole)
