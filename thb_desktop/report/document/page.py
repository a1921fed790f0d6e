"""One page while it is drawn: marked content, rules and tints, links and signature fields."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.pdfdoc import (
    Destination,
    LinkAnnotation,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObject,
    PDFObjectReference,
)

from thb_desktop.report.document.pdf import Canvas, Stream, TaggedPage, text_string
from thb_desktop.report.document.structure import Element, StructureTree
from thb_desktop.report.text import FontBook, Paragraph, text_object

Colour = tuple[float, float, float]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


class Artwork:
    """Content of headers and footers, which are drawn when the page count is known."""

    def __init__(self, canvas: Canvas, fonts: FontBook) -> None:
        self.fonts = fonts
        self._canvas = canvas

    def write(self, operators: str) -> None:
        self._canvas.write(operators)

    def rule(self, x: float, y: float, width: float, *, weight: float, colour: Colour) -> None:
        self.write(_line(x, y, width, weight=weight, colour=colour))

    def content(self) -> Stream:
        """Everything drawn, marked as an artifact that repeats on every page."""
        return Stream(b"/Artifact<</Type/Pagination>>BDC\nq\n%b\nQ\nEMC" % self._canvas.take())


class Page:
    """A page of a tagged document. Rules and tints are artifacts."""

    def __init__(
        self, canvas: Canvas, tree: StructureTree, fonts: FontBook, *, size: tuple[float, float]
    ) -> None:
        self.fonts = fonts
        self._canvas = canvas
        self._tree = tree
        self._drawn = TaggedPage()
        self._drawn.pagewidth, self._drawn.pageheight = size
        self._annotations: list[PDFObjectReference] = []
        self._elements: list[int] = []
        self._key, self._list_of_elements = tree.new_page()
        self.number = canvas.begin(self._drawn)

    def write(self, operators: str) -> None:
        """Append operators to the content; text must be written inside `marked` or `artifact`."""
        self._canvas.write(operators)

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Everything drawn inside is the element's next content."""
        self.write(self._begun(element))
        yield
        self.write("EMC")

    def show(self, element: Element, paragraph: Paragraph, x: float, top: float) -> None:
        """Draw a paragraph as the element's next content: its column's left edge, and its upper edge."""
        begun = self._begun(element)
        shown = text_object(paragraph, self.fonts, x, top)
        self.write(f"{begun}\n{shown}\nEMC" if shown else f"{begun}\nEMC")

    def _begun(self, element: Element) -> str:
        mcid = len(self._elements)
        self._elements.append(element.number)
        self._tree.add_content(element, self.number, mcid)
        return f"/{element.kind}<</MCID {mcid}>>BDC"

    @contextmanager
    def artifact(self, kind: str = "Pagination") -> Iterator[None]:
        """Everything drawn inside is an artifact, which screen readers skip."""
        self.write(f"/Artifact<</Type/{kind}>>BDC")
        yield
        self.write("EMC")

    def rule(self, x: float, y: float, width: float, *, weight: float, colour: Colour) -> None:
        self._lay(_line(x, y, width, weight=weight, colour=colour))

    def _lay(self, operators: str) -> None:
        """Draw what only shows how the page is laid out; a page has some thirty of these."""
        self.write(f"/Artifact<</Type/Layout>>BDC\n{operators}\nEMC")

    def leader(self, x: float, y: float, width: float, *, colour: Colour) -> None:
        """A row of dots from a title to its page number."""
        with self.artifact("Layout"):
            self._canvas.saveState()
            self._canvas.setDash([0.6, 3])
            self._canvas.setLineCap(1)
            self.write(_line(x, y, width, weight=0.6, colour=colour))
            self._canvas.restoreState()

    def frame(
        self, x: float, y: float, width: float, height: float, *, weight: float, colour: Colour
    ) -> None:
        self._lay(f"{_pen(weight, colour)}\nn {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def tint(self, x: float, y: float, width: float, height: float, *, colour: Colour) -> None:
        """Colour the paper, before anything is drawn there."""
        self._lay(f"{_numbers(*colour)} rg\nn {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f*")

    def picture(self, box: Box, name: str) -> None:
        """Draw a picture that the canvas has under this name; it is written inside `marked`."""
        left, bottom, right, top = box
        place = f"{right - left:.2f} 0 0 {top - bottom:.2f} {left:.2f} {bottom:.2f}"
        self.write(f"q {place} cm /{name} Do Q")

    def bookmark(self, name: str, top: float) -> Destination:
        """Name a height on this page as a target of links and bookmarks."""
        return self._canvas.bookmarkPage(name, fit="XYZ", left=0, top=top)

    def awaited(self, name: str) -> Destination:
        """Return the target of this name, which may be drawn later."""
        return self._canvas._bookmarkReference(name)

    def link(self, element: Element, box: Box, *, target: Destination, words: str) -> None:
        """Make a rectangle a link within the document. words: its target, for screen readers."""
        page = self._canvas.objects.Reference(self._drawn)
        link = _Link(box, words, target, Border="[0 0 0]", F=4, P=page)
        link.otherkw["StructParent"] = self._annotate(element, link)

    def signature_field(self, element: Element, box: Box, *, name: str, words: str) -> PDFDictionary:
        """Prepare an empty signature field. words: the purpose of the signature.

        A box without size is for an invisible signature.
        """
        left, bottom, right, top = box
        field = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Sig"),
                "T": text_string(name),
                "TU": text_string(words),
                "F": 132,
                "Rect": PDFArray(box),
                "P": self._canvas.objects.Reference(self._drawn),
            }
        )
        if left < right:
            whole = PDFArray([0, 0, right - left, top - bottom])
            look = Stream(b"", {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": whole})
            field["AP"] = PDFDictionary({"N": look})
        field["StructParent"] = self._annotate(element, field)
        return field

    def _annotate(self, element: Element, annotation: PDFObject) -> int:
        """Add an annotation to the page; return its key in the parent tree."""
        self._annotations.append(self._canvas.objects.Reference(annotation))
        return self._tree.add_annotation(element, self.number, self._canvas.number(annotation))

    def close(self) -> TaggedPage:
        """Store the drawn content and its structure."""
        drawn = self._drawn
        drawn.Contents = PDFArray([Stream(self._canvas.take())])
        drawn.Annots = self._annotations
        drawn.StructParents, drawn.Tabs = self._key, PDFName("S")
        elements = " ".join([f"{number} 0 R" for number in self._elements])
        self._canvas.put(self._list_of_elements, f"[{elements}]")
        self._canvas.objects.addPage(drawn)
        return drawn


class _Link(LinkAnnotation):  # type: ignore[misc]  # ReportLab is untyped
    """A link that names its place in the structure tree."""

    permitted = (*LinkAnnotation.permitted, "StructParent")


def _line(x: float, y: float, width: float, *, weight: float, colour: Colour) -> str:
    return f"{_pen(weight, colour)}\nn {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S"


@cache
def _pen(weight: float, colour: Colour) -> str:
    return f"{fp_str(colour)} RG\n{fp_str(weight)} w"


_numbers = lru_cache(1024)(fp_str)
"""Numbers as ReportLab writes them: few colours come again and again."""
