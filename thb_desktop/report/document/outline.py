"""Where things stand: headings with their pages, for the table of contents and for the reader's bookmarks."""

from dataclasses import dataclass

from thb_desktop.report.document.pdf import PdfFile, number, text_string


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A heading, its level (1 is the highest), and where it stands: a page's object number and a height."""

    title: str
    level: int
    page: int
    top: float

    @property
    def destination(self) -> str:
        return f"[{self.page} 0 R/XYZ 0 {number(self.top)} null]"


class _Family:
    """A bookmark's number, its parent, and its children in order."""

    def __init__(self, number: int, parent: "_Family | None") -> None:
        self.number = number
        self.parent = parent
        self.children: list[_Family] = []
        self.before: _Family | None = None
        self.after: _Family | None = None
        if parent is not None:
            if parent.children:
                self.before = parent.children[-1]
                self.before.after = self
            parent.children.append(self)

    def entries(self) -> str:
        """Links to relatives; below the highest level a family starts folded (a negative count)."""
        written = f"/Parent {self.parent.number} 0 R" if self.parent else ""
        for name, relative in (("Prev", self.before), ("Next", self.after)):
            written += f"/{name} {relative.number} 0 R" if relative else ""
        if self.children:
            count = -len(self.children) if self.parent else len(self.children)
            first, last = self.children[0].number, self.children[-1].number
            written += f"/First {first} 0 R/Last {last} 0 R/Count {count}"
        return written


def write_outline(file: PdfFile, places: list[Place]) -> int:
    """Write the bookmarks, each under the nearest higher heading before it; return the root's number."""
    root = _Family(file.reserve(), None)
    above = [(0, root)]
    marks: list[tuple[Place, _Family]] = []
    for place in places:
        while above[-1][0] >= place.level:
            above.pop()
        mark = _Family(file.reserve(), above[-1][1])
        above.append((place.level, mark))
        marks.append((place, mark))
    for place, mark in marks:
        entries = f"/Title{text_string(place.title)}/Dest{place.destination}{mark.entries()}"
        file.put(mark.number, f"<<{entries}>>")
    file.put(root.number, f"<</Type/Outlines{root.entries()}>>")
    return root.number
