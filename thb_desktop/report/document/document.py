"""A tagged document: pages are closed one by one, and sorted when all are drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final

from reportlab.pdfbase.pdfdoc import (
    BasicFonts,
    Destination,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFResourceDictionary,
)

from thb_desktop.report.document import packed
from thb_desktop.report.document.archive import (
    Attachment,
    Properties,
    describe,
    output_intent,
    specification,
)
from thb_desktop.report.document.fonts import type_0_font
from thb_desktop.report.document.page import Artwork, Page
from thb_desktop.report.document.pdf import Canvas, TaggedPage, text_string
from thb_desktop.report.document.structure import StructureTree
from thb_desktop.report.document.targets import Targets
from thb_desktop.report.text import FontBook, Measured, lay_out

_REPEATED: Final = 4096
"""So many paragraphs are kept for a text that comes again: half of them do."""
_TRIED: Final = 512
"""So many texts are kept as measured, to be laid out in other columns: a table that tries widths has less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A heading, its level (1 is the highest), its page's object number, and the target of links to it."""

    title: str
    level: int
    page: int
    destination: Destination
    about: str = ""
    """The id of what the heading is about, for links to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A finished page: its object number, its size, and the records that its footer names."""

    number: int
    width: float
    height: float
    records: tuple[str, ...]
    drawn: TaggedPage


Furniture = Callable[[Artwork, DrawnPage, int, int], None]
"""Draws header and footer of a page, given its number (from 1) and the number of pages."""


class Document:
    """Draws pages in any order; `finish` takes the reading order."""

    def __init__(self, *, properties: Properties) -> None:
        self.canvas = Canvas(language=properties.language)
        self.properties = properties
        self.fonts = FontBook()
        # Both are of this document alone: nothing is kept after it.
        self.lay_out = lru_cache(_REPEATED)(partial(lay_out, measured=lru_cache(_TRIED)(Measured)))
        self.tree = StructureTree(self.canvas, language=properties.language)
        self.places: list[Place] = []
        self.targets = Targets()
        self.named: dict[str, Place] = {}
        self.announced: dict[str, int] = {}
        """The page's object number of each heading that was announced, once it is drawn."""
        self.pages: list[DrawnPage] = []
        self.fields: list[PDFDictionary] = []
        self._bookmarks: list[tuple[str, str, int]] = []
        """Title, destination and depth of each, in the order in which a reader sees them."""

    def new_page(self, size: tuple[float, float]) -> Page:
        return Page(self.canvas, self.tree, self.fonts, size=size)

    def close_page(self, page: Page, *, records: tuple[str, ...]) -> None:
        drawn = page.close()
        width, height = drawn.pagewidth, drawn.pageheight
        self.pages.append(
            DrawnPage(number=page.number, width=width, height=height, records=records, drawn=drawn)
        )

    def take_pages(self) -> list[DrawnPage]:
        """Return the pages closed so far, so that others can be drawn before them."""
        taken, self.pages = self.pages, []
        return taken

    def mark(self, title: str, level: int, *, page: Page, top: float, about: str = "") -> None:
        """Add a heading to the bookmarks, folded, and to the places for a table of contents."""
        name = about or f"Place{len(self.places) + 1}"
        target = page.bookmark(name, top)
        self.places.append(Place(title=title, level=level, page=page.number, destination=target, about=about))
        before = self._bookmarks[-1][-1] if self._bookmarks else -1
        self._bookmarks.append((title, name, min(level - 1, before + 1)))

    def name_place(self, name: str, *, page: Page, top: float) -> None:
        """Name a height on a page as a target of links, and keep on which page it is."""
        target = page.bookmark(name, top)
        self.named[name] = Place(title="", level=0, page=page.number, destination=target)

    def announce(self, title: str, *, at: int | None = None) -> None:
        """Add a bookmark of the first level for a heading that is drawn later, on an earlier page. at: its
        place among all bookmarks; None for the last.
        """
        self._bookmarks.insert(len(self._bookmarks) if at is None else at, (title, title, 0))

    def place_announced(self, title: str, *, page: Page, top: float) -> None:
        """Say where a heading that was announced stands."""
        page.bookmark(title, top)
        self.announced[title] = page.number

    def finish(
        self, pages: Sequence[DrawnPage], *, attachments: Sequence[Attachment], furniture: Furniture
    ) -> bytes:
        """Add everything that needed the page count, and return the whole file."""
        objects = self.canvas.objects
        resources = PDFResourceDictionary()
        resources.basicFonts()
        if self.canvas.pictures:
            resources.XObject = self.canvas.pictures
            resources.ProcSet = [*resources.ProcSet, PDFName("ImageC")]
        shared = objects.Reference(resources)
        for index, page in enumerate(pages):
            artwork = Artwork(self.canvas, self.fonts)
            furniture(artwork, page, index + 1, len(pages))
            page.drawn.Contents.sequence.insert(0, artwork.content())
            page.drawn.Resources = shared
        objects.Pages.pages = [page.drawn for page in pages]
        for title, name, depth in self._bookmarks:
            self.canvas.addOutlineEntry(title, name, level=depth, closed=True)
        for font in self.fonts.embedded():
            objects.idToObject[BasicFonts][font.resource] = objects.Reference(type_0_font(objects, font))
        self._fill_catalogue(attachments)
        # ReportLab asks this for the bytes.
        objects.format = partial(packed.write, objects, self.canvas.small)
        return bytes(self.canvas.getpdfdata())

    def _fill_catalogue(self, attachments: Sequence[Attachment]) -> None:
        canvas, objects = self.canvas, self.canvas.objects
        describe(canvas, self.properties)
        canvas.showOutline()
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setCatalogEntry("MarkInfo", {"Marked": "true"})
        objects.Catalog.StructTreeRoot = f"{self.tree.finish()} 0 R"
        canvas.setCatalogEntry("OutputIntents", [objects.Reference(output_intent())])
        if self.fields:
            fields = PDFArray([objects.Reference(field) for field in self.fields])
            canvas.setCatalogEntry("AcroForm", {"Fields": fields})
        specifications = {
            attachment.path: objects.Reference(specification(attachment, made_at=self.properties.made_at))
            for attachment in attachments
        }
        by_name = (
            entry for path in sorted(specifications) for entry in (text_string(path), specifications[path])
        )
        canvas.setCatalogEntry("Names", {"EmbeddedFiles": PDFDictionary({"Names": PDFArray(by_name)})})
        canvas.setCatalogEntry("AF", list(specifications.values()))
