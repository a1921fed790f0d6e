"""The embedded fonts of a document as objects of its file."""

from thb_desktop.report.document.pdf import PdfFile, number
from thb_desktop.report.text import EmbeddedFont, FontBook


def write_fonts(file: PdfFile, book: FontBook) -> str:
    """Write every font that was used; return the entries of the pages' font dictionary."""
    return "".join(f"/{font.resource} {_write_font(file, font)} 0 R" for font in book.embedded())


def _write_font(file: PdfFile, font: EmbeddedFont) -> int:
    """A Type 0 font over a TrueType subset that keeps its glyph numbers (ISO 32000-1, 9.7)."""
    program = file.add_stream(font.program, f"/Length1 {len(font.program)}")
    meaning = file.add_stream(font.to_unicode)
    box = " ".join(str(value) for value in font.box)
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{font.name}/Flags 4/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.cap_height}/StemV {font.stem}"
        f"/FontFile2 {program} 0 R>>"
    )
    widths = " ".join(f"{glyph}[{number(width)}]" for glyph, width in font.widths)
    descendant = file.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{font.name}/CIDToGIDMap/Identity/DW 1000/W[{widths}]"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R>>"
    )
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{font.name}/Encoding/Identity-H"
        f"/DescendantFonts[{descendant} 0 R]/ToUnicode {meaning} 0 R>>"
    )
