"""The document's logical structure (ISO 32000-1, 14.7 and 14.8): the reading order for screen readers."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from thb_desktop.report.document.pdf import Canvas, text_string


class Element:
    """One structure element while it is open; after closing, only its bytes are kept."""

    __slots__ = ("entries", "kids", "kind", "language", "number", "page", "parent")

    def __init__(self, *, number: int, kind: str, parent: int, language: str, entries: str) -> None:
        self.number = number
        self.kind = kind
        self.parent = parent
        self.language = language
        self.entries = entries
        self.page = 0
        self.kids: list[str] = []


class StructureTree:
    """The tree and its parent tree. A page has about a hundred elements; few are open at a time."""

    def __init__(self, canvas: Canvas, *, language: str) -> None:
        self._canvas = canvas
        self._language = language
        self._root = canvas.reserve()
        self._keys: list[int] = []
        self._open = 0
        self.document = self.open("Document", None)

    def open(
        self,
        kind: str,
        parent: Element | None,
        *,
        language: str = "",
        scope: str = "",
        actual_text: str = "",
        title: str = "",
        alternate: str = "",
        box: tuple[float, ...] = (),
    ) -> Element:
        """Open an element under a parent. language: BCP 47, written if it differs from the parent's.

        alternate: words for a picture. box: where it stands, left, bottom, right, top in points.
        """
        above = parent.language if parent else self._language
        entries = ""
        if language and language != above:
            entries += _language(language)
        if scope:
            entries += f"/A<</O/Table/Scope/{scope}>>"
        if actual_text:
            entries += f"/ActualText{text_string(actual_text)}"
        if alternate:
            entries += f"/Alt{text_string(alternate)}"
        if box:
            entries += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(f'{side:.2f}' for side in box)}]>>"
        if title:
            entries += f"/T{text_string(title)}"
        element = Element(
            number=self._canvas.reserve(),
            kind=kind,
            parent=parent.number if parent else self._root,
            language=language or above,
            entries=entries,
        )
        if parent:
            parent.kids.append(f"{element.number} 0 R")
        self._open += 1
        return element

    def close(self, element: Element) -> None:
        page = f"/Pg {element.page} 0 R" if element.page else ""
        kids = element.kids[0] if len(element.kids) == 1 else f"[{' '.join(element.kids)}]"
        body = f"<</S/{element.kind}/P {element.parent} 0 R{element.entries}{page}/K {kids}>>"
        self._canvas.put(element.number, body)
        self._open -= 1

    @contextmanager
    def element(
        self, kind: str, parent: Element, *, language: str = "", scope: str = "", title: str = ""
    ) -> Iterator[Element]:
        element = self.open(kind, parent, language=language, scope=scope, title=title)
        yield element
        self.close(element)

    def add_content(self, element: Element, page: int, mcid: int) -> None:
        """Add the marked content `mcid` of a page (its object number) as the element's next content."""
        if not element.page:
            element.page = page
        same = element.page == page
        element.kids.append(str(mcid) if same else f"<</Type/MCR/Pg {page} 0 R/MCID {mcid}>>")

    def add_annotation(self, element: Element, page: int, annotation: int) -> int:
        """Add an annotation as the element's content; return the annotation's /StructParent key."""
        element.kids.append(f"<</Type/OBJR/Pg {page} 0 R/Obj {annotation} 0 R>>")
        self._keys.append(element.number)
        return len(self._keys) - 1

    def new_page(self) -> tuple[int, int]:
        """Return a page's /StructParents key and the number of its list of elements."""
        elements = self._canvas.reserve()
        self._keys.append(elements)
        return len(self._keys) - 1, elements

    def finish(self) -> int:
        """Close the document element and return the number of the root of the tree."""
        self.close(self.document)
        if self._open:
            message = f"{self._open} structure elements were left open"
            raise ValueError(message)
        numbers = " ".join(f"{key} {number} 0 R" for key, number in enumerate(self._keys))
        parents = self._canvas.reserve()
        self._canvas.put(parents, f"<</Nums[{numbers}]>>")
        self._canvas.put(
            self._root,
            f"<</Type/StructTreeRoot/K {self.document.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._keys)}>>",
        )
        return self._root


@lru_cache(maxsize=64)
def _language(tag: str) -> str:
    return f"/Lang{text_string(tag)}"
