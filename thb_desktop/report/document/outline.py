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


def write_outline(file: PdfFile, places: list[Place]) -> int:
    """Write the bookmarks, each under the nearest higher heading before it; return the root's object number."""
    root = file.reserve()
    numbers = [file.reserve() for _ in places]
    parents: list[int] = []
    children: dict[int, list[int]] = {}
    above: list[tuple[int, int]] = [(0, -1)]
    for index, place in enumerate(places):
        while above[-1][0] >= place.level:
            above.pop()
        parent = above[-1][1]
        parents.append(parent)
        children.setdefault(parent, []).append(index)
        above.append((place.level, index))

    def reference(index: int) -> int:
        return numbers[index] if index >= 0 else root

    def family(index: int) -> str:
        own = children.get(index, [])
        return f"/First {numbers[own[0]]} 0 R/Last {numbers[own[-1]]} 0 R/Count {len(own) * (1 if index < 0 else -1)}" if own else ""

    for index, place in enumerate(places):
        siblings = children[parents[index]]
        at = siblings.index(index)
        before = f"/Prev {numbers[siblings[at - 1]]} 0 R" if at else ""
        after = f"/Next {numbers[siblings[at + 1]]} 0 R" if at + 1 < len(siblings) else ""
        file.put(
            numbers[index],
            f"<</Title{text_string(place.title)}/Parent {reference(parents[index])} 0 R{before}{after}"
            f"{family(index)}/Dest{place.destination}>>",
        )
    file.put(root, f"<</Type/Outlines{family(-1)}>>")
    return root
