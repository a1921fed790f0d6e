"""One page while it is drawn: marked content, lines and tints behind it, what can be clicked or signed."""

from collections.abc import Iterator
from contextlib import contextmanager

from thb_desktop.report.document.pdf import PdfFile, number, text_string
from thb_desktop.report.document.structure import Element, StructureTree
from thb_desktop.report.text import FontBook

Colour = tuple[float, float, float]


class Artwork:
    """Content of no page yet: headers and footers are drawn on it when the page count is known."""

    def __init__(self, fonts: FontBook) -> None:
        self.fonts = fonts
        self._code: list[str] = []

    def write(self, operators: str) -> None:
        self._code.append(operators)

    def rule(self, x: float, y: float, width: float, *, weight: float, colour: Colour) -> None:
        self._code.append(_line(x, y, width, weight=weight, colour=colour))

    def content(self) -> bytes:
        """Everything drawn, marked as an artifact that every page repeats."""
        body = "\n".join(self._code)
        return f"/Artifact<</Type/Pagination>>BDC\nq\n{body}\nQ\nEMC".encode("ascii")


class Page:
    """A page of a tagged document. Lines and tints lie behind the text and are artifacts."""

    def __init__(
        self, file: PdfFile, tree: StructureTree, fonts: FontBook, *, size: tuple[float, float]
    ) -> None:
        self._file = file
        self._tree = tree
        self.fonts = fonts
        self.reference = file.reserve()
        self.width, self.height = size
        self._code: list[str] = []
        self.annotations: list[int] = []
        self.key, self._elements_reference = tree.new_page()
        self._elements: list[int] = []
        self._behind: list[str] = []

    def write(self, operators: str) -> None:
        """Append operators to the content; text must be written inside `marked` or `artifact`."""
        self._code.append(operators)

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside is the element's next content."""
        mcid = len(self._elements)
        self._elements.append(element.number)
        self._tree.add_content(element, self.reference, mcid)
        self._code.append(f"/{element.kind}<</MCID {mcid}>>BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside repeats what was read already, and is passed over by a screen reader."""
        self._code.append("/Artifact<</Type/Pagination>>BDC")
        yield
        self._code.append("EMC")

    def rule(self, x: float, y: float, width: float, *, weight: float, colour: Colour) -> None:
        self._behind.append(_line(x, y, width, weight=weight, colour=colour))

    def leader(self, x: float, y: float, width: float, *, colour: Colour) -> None:
        """A row of dots that leads the eye from a title to its page number."""
        self._behind.append(f"[.6 3]0 d 1 J {_line(x, y, width, weight=0.6, colour=colour)} []0 d 0 J")

    def frame(
        self, x: float, y: float, width: float, height: float, *, weight: float, colour: Colour
    ) -> None:
        box = " ".join(number(value) for value in (x, y, width, height))
        self._behind.append(f"{_rgb(colour)} RG {number(weight)} w {box} re S")

    def tint(self, x: float, y: float, width: float, height: float, *, colour: Colour) -> None:
        box = " ".join(number(value) for value in (x, y, width, height))
        self._behind.insert(0, f"{_rgb(colour)} rg {box} re f")

    def link(
        self, element: Element, box: tuple[float, float, float, float], *, target: str, words: str
    ) -> None:
        """Make a rectangle a link within the document. words: what it leads to, for who cannot see."""
        reference = self._file.reserve()
        key = self._tree.add_annotation(element, self.reference, reference)
        self._file.put(
            reference,
            f"<</Type/Annot/Subtype/Link/Rect[{_box(box)}]/Border[0 0 0]/F 4/P {self.reference} 0 R"
            f"/StructParent {key}/Contents{text_string(words)}/Dest{target}>>",
        )
        self.annotations.append(reference)

    def signature_field(
        self, element: Element, box: tuple[float, float, float, float], *, name: str, words: str
    ) -> int:
        """Prepare an empty signature field; return its object number. words: what the signature is for.

        A box of no size is room for a signature that is not to be seen.
        """
        left, bottom, right, top = box
        look = ""
        if left < right:
            size = f"{number(right - left)} {number(top - bottom)}"
            look = (
                f"/AP<</N {self._file.add_stream(b'', f'/Type/XObject/Subtype/Form/BBox[0 0 {size}]')} 0 R>>"
            )
        reference = self._file.reserve()
        key = self._tree.add_annotation(element, self.reference, reference)
        self._file.put(
            reference,
            f"<</Type/Annot/Subtype/Widget/FT/Sig/T{text_string(name)}/TU{text_string(words)}/F 132"
            f"/Rect[{_box(box)}]/P {self.reference} 0 R/StructParent {key}{look}>>",
        )
        self.annotations.append(reference)
        return reference

    def close(self) -> int:
        """Write what was drawn and who it belongs to; return the content stream's object number."""
        behind = "\n".join(self._behind)
        head = f"/Artifact BMC\nq\n{behind}\nQ\nEMC\n" if behind else ""
        contents = self._file.add_stream((head + "\n".join(self._code)).encode("ascii"))
        elements = " ".join(f"{element} 0 R" for element in self._elements)
        self._file.put(self._elements_reference, f"[{elements}]")
        return contents


def _rgb(colour: Colour) -> str:
    return " ".join(number(value) for value in colour)


def _box(box: tuple[float, float, float, float]) -> str:
    return " ".join(number(value) for value in box)


def _line(x: float, y: float, width: float, *, weight: float, colour: Colour) -> str:
    ends = f"{number(x)} {number(y)} m {number(x + width)} {number(y)} l"
    return f"{_rgb(colour)} RG {number(weight)} w {ends} S"
