"""A tagged document: pages are closed one by one and kept as numbers, the catalogue is written last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from thb_desktop.report.document.archive import (
    Attachment,
    Properties,
    write_attachment,
    write_information,
    write_metadata,
    write_output_intent,
)
from thb_desktop.report.document.fonts import write_fonts
from thb_desktop.report.document.outline import Place, write_outline
from thb_desktop.report.document.page import Artwork, Page
from thb_desktop.report.document.pdf import PdfFile, number, text_string
from thb_desktop.report.document.structure import StructureTree
from thb_desktop.report.text import FontBook


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A finished page: its object, its content, its size, and the records that its footer names."""

    reference: int
    contents: int
    width: float
    height: float
    annotations: tuple[int, ...]
    key: int
    records: tuple[str, ...]


Furniture = Callable[[Artwork, DrawnPage, int, int], None]
"""Draws header and footer of a page, given its number (from 1) and the number of pages."""


class Document:
    """Draw pages in any order, then `finish` with the order they are read in."""

    def __init__(self, target: BinaryIO, *, properties: Properties) -> None:
        self.file = PdfFile(target)
        self.properties = properties
        self.fonts = FontBook()
        self.tree = StructureTree(self.file, language=properties.language)
        self.places: list[Place] = []
        self.pages: list[DrawnPage] = []
        self.fields: list[int] = []

    def new_page(self, size: tuple[float, float]) -> Page:
        return Page(self.file, self.tree, self.fonts, size=size)

    def close_page(self, page: Page, *, records: tuple[str, ...]) -> None:
        self.pages.append(
            DrawnPage(
                reference=page.reference,
                contents=page.close(),
                width=page.width,
                height=page.height,
                annotations=tuple(page.annotations),
                key=page.key,
                records=records,
            )
        )

    def take_pages(self) -> list[DrawnPage]:
        """Hand over the pages closed so far, so that others can be drawn to stand before them."""
        taken, self.pages = self.pages, []
        return taken

    def finish(
        self, pages: Sequence[DrawnPage], *, attachments: Sequence[Attachment], furniture: Furniture
    ) -> str:
        """Write all that waited for the page count; return the file's SHA-256 (hex)."""
        file = self.file
        tree_of_pages, resources = file.reserve(), file.reserve()
        for index, page in enumerate(pages):
            artwork = Artwork(self.fonts)
            furniture(artwork, page, index + 1, len(pages))
            around = file.add_stream(artwork.content())
            self._write_page(page, parent=tree_of_pages, resources=resources, around=around)
        kids = " ".join(f"{page.reference} 0 R" for page in pages)
        file.put(tree_of_pages, f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
        file.put(resources, f"<</Font<<{write_fonts(file, self.fonts)}>>>>")
        root = self._write_catalogue(tree_of_pages, attachments)
        return file.finish(root=root, info=write_information(file, self.properties))

    def _write_page(self, page: DrawnPage, *, parent: int, resources: int, around: int) -> None:
        annotations = " ".join(f"{reference} 0 R" for reference in page.annotations)
        self.file.put(
            page.reference,
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {number(page.width)} {number(page.height)}]"
            f"/Resources {resources} 0 R/Contents[{around} 0 R {page.contents} 0 R]"
            f"/StructParents {page.key}/Tabs/S"
            f"{f'/Annots[{annotations}]' if annotations else ''}>>",
        )

    def _write_catalogue(self, tree_of_pages: int, attachments: Sequence[Attachment]) -> int:
        file, made_at = self.file, self.properties.made_at
        specifications = {
            attachment.path: write_attachment(file, attachment, made_at=made_at) for attachment in attachments
        }
        names = " ".join(f"{text_string(path)} {specifications[path]} 0 R" for path in sorted(specifications))
        associated = " ".join(f"{reference} 0 R" for reference in specifications.values())
        fields = " ".join(f"{reference} 0 R" for reference in self.fields)
        form = f"/AcroForm<</Fields[{fields}]>>" if fields else ""
        return file.add(
            f"<</Type/Catalog/Pages {tree_of_pages} 0 R/Lang{text_string(self.properties.language)}"
            f"/MarkInfo<</Marked true>>/StructTreeRoot {self.tree.finish()} 0 R"
            f"/ViewerPreferences<</DisplayDocTitle true>>/PageMode/UseOutlines"
            f"/Outlines {write_outline(file, self.places)} 0 R"
            f"/Metadata {write_metadata(file, self.properties)} 0 R"
            f"/OutputIntents[{write_output_intent(file)} 0 R]"
            f"/Names<</EmbeddedFiles<</Names[{names}]>>>>/AF[{associated}]{form}>>"
        )
