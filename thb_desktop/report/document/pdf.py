"""ReportLab's document and canvas, set up for tagged files that archives accept."""

import codecs
import hashlib
import zlib
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    DummyDoc,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
    PDFString,
    PDFText,
    PDFZCompress,
)
from reportlab.pdfgen import canvas

rl_config.invariant = 1
rl_config.pdfMultiLine = 0
# ReportLab reads these two from its module whenever it writes an object, and the environment may have set
# them. They are set once for the process, so that no environment changes a byte; a canvas is told the rest.

_END = b"endstream\n"
_PLAIN = DummyDoc()
LEVEL = 5
"""Of deflation: its default, 6, makes pages smaller by a twentieth and takes half as long again."""


class Stream(PDFStream):  # type: ignore[misc]  # ReportLab is untyped
    """A stream that is compressed at once, unless `plain`, and released after it is written.

    CR and LF precede `endstream`. ReportLab ends no line there, which archives refuse; and before a lone LF
    some readers take a CR at the end of the data as part of the line end.
    """

    content: bytes

    def __init__(self, content: bytes, entries: dict[str, Any] | None = None, *, plain: bool = False) -> None:
        entries = entries or {}
        if not plain:
            content = zlib.compress(content, LEVEL)
            entries = {**entries, "Filter": f"/{PDFZCompress.pdfname}"}
        super().__init__(PDFDictionary(entries), content)

    def format(self, document: PDFDocument) -> bytes:
        document.updateSignature(self.content)
        written: bytes = super().format(document)
        self.content = b""
        return written.removesuffix(_END) + b"\r\n" + _END


class TaggedPage(PDFPage):  # type: ignore[misc]  # ReportLab is untyped
    """A page that refers to its place in the structure tree. ReportLab knows neither entry."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012 - ReportLab's own list


class Canvas(canvas.Canvas):  # type: ignore[misc]  # ReportLab is untyped
    """ReportLab's canvas; its pages get numbers before they are drawn and are sorted at the end.

    Equal drawings give an equal file; its identifier is derived from everything drawn and attached.
    """

    def __init__(self, *, language: str) -> None:
        super().__init__("", invariant=1, pdfVersion=(1, 7), lang=language)
        self.objects: PDFDocument = self._doc
        # ReportLab's own identifier begins with a time that the environment can set.
        self.objects.signature = hashlib.md5(usedforsecurity=False)
        self.pictures: dict[str, PDFObjectReference] = {}
        """By their names among the resources of each page."""
        self.small: dict[int, bytes] = {}
        """Objects by their numbers; empty: reserved only. Only bytes, because a page has about a hundred."""
        # ReportLab's catalogue omits entries that it does not know.
        catalogue = self.objects.Catalog
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF", "OutputIntents"]

    def picture(self, jpeg: bytes, pixels: tuple[int, int]) -> str:
        """Add a picture in red, green and blue; return its name among the resources."""
        name = f"P{hashlib.sha256(jpeg).hexdigest()}"
        if name not in self.pictures:
            entries = {
                "Type": PDFName("XObject"),
                "Subtype": PDFName("Image"),
                "Width": pixels[0],
                "Height": pixels[1],
                "ColorSpace": PDFName("DeviceRGB"),
                "BitsPerComponent": 8,
                "Filter": PDFName("DCTDecode"),
            }
            self.pictures[name] = self.objects.Reference(Stream(jpeg, entries, plain=True))
        return name

    def _make_preamble(self) -> None:
        """Start no page with ReportLab's font, which is not embedded."""
        self._preamble = ""

    def reserve(self) -> int:
        """Return the number of a small object, which is written later."""
        number: int = self.objects.objectcounter + 1
        self.objects.objectcounter = number
        self.small[number] = b""
        return number

    def put(self, number: int, body: str) -> None:
        """Write a small object."""
        if self.small[number]:
            message = f"object {number} is written already"
            raise ValueError(message)
        self.small[number] = body.encode("ascii")

    def write(self, operators: str) -> None:
        """Append operators to the open page."""
        self._code.append(operators)

    def number(self, thing: PDFObject) -> int:
        """Return the object number of the thing; from now on it belongs to the file."""
        return self.number_of(self.objects.Reference(thing))

    def number_of(self, reference: PDFObjectReference) -> int:
        number: int = self.objects.idToObjectNumberAndVersion[reference.name][0]
        return number

    def begin(self, page: TaggedPage) -> int:
        """Make this the page that is drawn now; return its object number. One page is open at a time."""
        return self.number_of(self.objects.Reference(page, self.objects.thisPageName()))

    def take(self) -> bytes:
        """Return the operators drawn since the last call."""
        drawn: str = self.getCurrentPageContent()
        self._startPage()
        return drawn.encode("ascii")


def text_string(text: str) -> str:
    """Return a PDF text string (ISO 32000-1, 7.9.2.2); beyond ASCII in hexadecimal, compact in every
    script.
    """
    if text.isascii():
        written: bytes = PDFString(text).format(_PLAIN)
    else:
        written = PDFText(codecs.BOM_UTF16_BE + text.encode("utf-16-be")).format(_PLAIN)
    return written.decode("ascii")
