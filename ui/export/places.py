"""Places in files of a version: their pages drawn, places masked, and masked copies made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.disclosure import Disclosure, Redaction
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.page_text import DocumentKind, PagePicture
from thb_desktop.domain.vocabulary import RedactionReason
from thb_desktop.errors import DocumentFormError, DocumentIsTextError, ThbError
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.bundling.copy_making import FileToDraw, LaidCopy
    from thb_desktop.services.bundling.masked_copies import FileInVersion


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordered:
    """Why something is masked, and who ordered it."""

    reason: RedactionReason
    ordered_by: str


class PlacesModel(ViewModel):
    """listed: the files of the version. opened: how many pages the file has that was asked for last.

    paged: a page of it, and its picture. unseen: why it has no pages to show. masked: something was masked or
    shown again. laid: a copy as it would leave. pictured: a page of that copy. kept: the copy was kept.
    """

    changes = Topic.BUNDLES

    listed = Signal(object)
    opened = Signal(int)
    paged = Signal(int, object)
    unseen = Signal(str)
    masked = Signal()
    laid = Signal(object)
    pictured = Signal(int, object)
    kept = Signal(object)

    def show_version(self, version: Disclosure) -> None:
        self.version = version
        self._source: FileToDraw | None = None
        self._asked: ExhibitFile | None = None
        self.ask_files()

    def ask_files(self) -> None:
        from thb_desktop.services.bundling import masked_copies

        version = self.version
        self.read(lambda session: masked_copies.list_files(session, version.id), self.listed.emit)

    def open(self, file: "FileInVersion") -> None:
        """Read how many pages a file has, and draw the first."""
        from thb_desktop.services.bundling import masked_copies

        version, self._asked, self._source = self.version, file.file, None
        self.read(
            lambda session: masked_copies.verify_drawable(session, version.id, file.file.id), self._count
        )

    def _count(self, source: "FileToDraw") -> None:
        from thb_desktop.services.evidence.page_reading import read_text

        if source.file != self._asked:
            return
        self._source = source

        def pages(_: object) -> int:
            document = read_text(source.pieces())
            if document.kind is DocumentKind.TEXT:
                raise DocumentIsTextError("words of this file are masked as those of a record are")
            if not document.has_picture:
                raise DocumentFormError("this file has no pages that can be masked")
            return len(document.pages)

        self.jobs.beside(self, pages, then=self._begin, refused=self._tell_unseen)

    def _begin(self, pages: int) -> None:
        self.opened.emit(pages)
        self.ask_page(1)

    def _tell_unseen(self, error: ThbError) -> None:
        from ui.messages import sentence

        self.unseen.emit(sentence(error))

    def ask_page(self, page: int) -> None:
        from thb_desktop.services.evidence.page_reading import read_picture

        source = self._source
        if source is None:
            return

        def show(picture: PagePicture) -> None:
            if source is self._source:
                self.paged.emit(page, picture)

        self.jobs.beside(
            self, lambda _: read_picture(source.pieces(), page), then=show, refused=self._tell_unseen
        )

    def mask(self, file: ExhibitFile, page: int, rectangle: tuple[int, ...], order: Ordered) -> None:
        from thb_desktop.services.bundling import redactions

        version = self.version
        anchor = Anchor.of_page(file.id, file.sha256, page, rectangle=rectangle)
        told = redactions.Order(reason=order.reason, ordered_by=order.ordered_by)
        self._change(lambda session: redactions.redact_content(session, version.id, anchor, told))

    def mask_metadata(self, file: ExhibitFile, order: Ordered) -> None:
        from thb_desktop.services.bundling import redactions

        version = self.version
        told = redactions.Order(reason=order.reason, ordered_by=order.ordered_by)
        self._change(lambda session: redactions.redact_metadata(session, version.id, file.id, told))

    def show_again(self, redaction: Redaction, because: str) -> None:
        from thb_desktop.services.bundling import redactions

        self._change(lambda session: redactions.withdraw_redaction(session, redaction.id, because))

    def _change(self, act: Callable[..., object]) -> None:
        def done(_: object) -> None:
            self.masked.emit()
            self.ask_files()

        self.write(act, done)

    def lay_out(self, file: ExhibitFile) -> None:
        """Make the copy of a file; nothing is kept."""
        from thb_desktop.services.bundling import masked_copies
        from thb_desktop.services.bundling.copy_making import lay_out_copy

        version = self.version
        self.jobs.beside(
            self,
            lambda in_vault: lay_out_copy(
                in_vault(lambda session: masked_copies.gather_copy(session, version.id, file.id))
            ),
            then=self.laid.emit,
            refused=self.refuse,
        )

    def ask_page_of_copy(self, laid: "LaidCopy", page: int) -> None:
        from thb_desktop.services.evidence.page_reading import read_picture

        self.jobs.beside(
            self,
            lambda _: read_picture([laid.data], page),
            then=lambda picture: self.pictured.emit(page, picture),
            refused=self.refuse,
        )

    def keep(self, laid: "LaidCopy") -> None:
        from thb_desktop.services.bundling import masked_copies

        def done(made: object) -> None:
            self.kept.emit(made)
            self.ask_files()

        self.write(lambda session: masked_copies.keep_copy(session, laid), done)
