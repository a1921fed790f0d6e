"""The embedded fonts of a document, as objects of ReportLab's."""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from thb_desktop.report.document.pdf import Stream
from thb_desktop.report.text import EmbeddedFont


def type_0_font(document: PDFDocument, font: EmbeddedFont) -> PDFDictionary:
    """A Type 0 font over a TrueType subset that keeps its glyph numbers (ISO 32000-1, 9.7).

    ReportLab's own fonts assign their own codes to glyphs; ours are drawn by glyph number.
    """
    name = PDFName(font.name)
    descriptor = {
        "Type": PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": 4,
        "FontBBox": PDFArray(font.box),
        "ItalicAngle": 0,
        "Ascent": font.ascent,
        "Descent": font.descent,
        "CapHeight": font.cap_height,
        "StemV": font.stem,
        "FontFile2": Stream(font.program, {"Length1": len(font.program)}),
    }
    system = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": name,
        "CIDToGIDMap": PDFName("Identity"),
        "DW": 1000,
        "W": PDFArray([part for glyph, width in font.widths for part in (glyph, PDFArray([width]))]),
        "CIDSystemInfo": PDFDictionary(system),
        "FontDescriptor": document.Reference(PDFDictionary(descriptor)),
    }
    whole = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": name,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": Stream(font.to_unicode),
    }
    return PDFDictionary(whole)
