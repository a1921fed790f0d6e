"""ReportLab's document and canvas, set for tagged files that archives accept."""

import codecs
import hashlib
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    DummyDoc,
    PDFDictionary,
    PDFDocument,
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


class Stream(PDFStream):  # type: ignore[misc]
    """A stream that is deflated at once, unless `plain`, and forgotten when it is written.

    CR and LF stand before `endstream`: ReportLab ends no line there, which archives refuse, and before a lone
    LF some readers take a CR that ends the data for part of the line end.
    """

    content: bytes

    def __init__(self, content: bytes, entries: dict[str, Any] | None = None, *, plain: bool = False) -> None:
        entries = entries or {}
        if not plain:
            content = PDFZCompress.encode(content)
            entries = {**entries, "Filter": f"/{PDFZCompress.pdfname}"}
        super().__init__(PDFDictionary(entries), content)

    def format(self, document: PDFDocument) -> bytes:
        document.updateSignature(self.content)
        written: bytes = super().format(document)
        self.content = b""
        return written.removesuffix(_END) + b"\r\n" + _END


class Reserved(PDFObject):  # type: ignore[misc]
    """An object whose number is known before it is: bytes alone, for there are a hundred on a page."""

    __slots__ = ("__InternalName__", "_body", "number")

    def __init__(self) -> None:
        self.number = 0
        self._body: bytes | None = None

    def put(self, body: str) -> None:
        if self._body is not None:
            message = f"object {self.number} is written already"
            raise ValueError(message)
        self._body = body.encode("ascii")

    def format(self, document: PDFDocument) -> bytes:
        body = self._body
        if body is None:
            message = f"object {self.number} was reserved and never written"
            raise ValueError(message)
        self._body = b""
        document.updateSignature(body)
        return body


class TaggedPage(PDFPage):  # type: ignore[misc]
    """A page that names its place in the structure tree. ReportLab knows neither entry."""

    __NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]  # noqa: RUF012


class Canvas(canvas.Canvas):  # type: ignore[misc]
    """ReportLab's canvas, whose pages are numbered before they are drawn and put in order at the end.

    Equal drawings give an equal file; its identifier comes from all that is drawn and attached.
    """

    def __init__(self, *, language: str) -> None:
        super().__init__("", invariant=1, pdfVersion=(1, 7), lang=language)
        self.objects: PDFDocument = self._doc
        # ReportLab's own begins with a time that the environment can set.
        self.objects.signature = hashlib.md5(usedforsecurity=False)
        # ReportLab's catalogue leaves out what it does not know.
        catalogue = self.objects.Catalog
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "AF", "OutputIntents"]

    def _make_preamble(self) -> None:
        """Begin no page with ReportLab's font, which is not embedded."""
        self._preamble = ""

    def reserve(self) -> Reserved:
        reserved = Reserved()
        reserved.number = self.number(reserved)
        return reserved

    def number(self, thing: PDFObject) -> int:
        """Return the thing's object number; from now on it belongs to the file."""
        return self.number_of(self.objects.Reference(thing))

    def number_of(self, reference: PDFObjectReference) -> int:
        number: int = self.objects.idToObjectNumberAndVersion[reference.name][0]
        return number

    def begin(self, page: TaggedPage) -> int:
        """Make this the page that is drawn now; return its object number. One page is open at a time."""
        return self.number_of(self.objects.Reference(page, self.objects.thisPageName()))

    def take(self) -> bytes:
        """What was drawn since the last time, as operators."""
        drawn: str = self.getCurrentPageContent()
        self._startPage()
        return drawn.encode("ascii")


def text_string(text: str) -> str:
    """Return a PDF text string (ISO 32000-1, 7.9.2.2); beyond ASCII in hexadecimal, short in every script."""
    if text.isascii():
        written: bytes = PDFString(text).format(_PLAIN)
    else:
        written = PDFText(codecs.BOM_UTF16_BE + text.encode("utf-16-be")).format(_PLAIN)
    return written.decode("ascii")
