"""The pages of a copy that is made: its file's text, a page as a picture, and what it proposes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.ids import FileId, InterviewId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.page_comparisons import PlacedTurn, compared_pages, placed
from thb_desktop.domain.page_text import DocumentText, PageLine, PagePicture
from thb_desktop.domain.record import Plain
from thb_desktop.domain.segment import Segment
from thb_desktop.domain.vocabulary import UtteranceKind
from thb_desktop.errors import ThbError
from thb_desktop.services.casework import drafts
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.testimony import records
from ui.interviews.elsewhere.proposal import SPEAKERS, Proposed, propose
from ui.jobs import InVault, VaultJobs
from ui.topics import Topic
from ui.view_model import FormModel

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session

FORM = "take-over"
"""The form of the field in which a turn is typed; its draft is about the record."""
_PIECE = 1 << 20
_KEPT_PICTURES = 4
KINDS = tuple(SPEAKERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What stands in the field: a new turn, one that is mended, or a proposal (its place in the list)."""

    kind: UtteranceKind = UtteranceKind.QUESTION
    lines: tuple[int, ...] = ()
    text: str = ""
    from_file: str = ""
    mended: Segment | None = None
    proposal: int = -1


class CopiedPages(FormModel):
    """opened: the copy was read. paged: another page is shown. pictured: its picture came, or None.

    typing: what stands in the field changed by an act. marked: the chosen lines changed. begun: a copy was
    begun. finished: the comparison of the whole copy ended. waiting: whether the file is being read.
    """

    changes = Topic.TESTIMONY

    opened = Signal()
    paged = Signal()
    pictured = Signal(object)
    typing = Signal()
    marked = Signal()
    begun = Signal(object)
    finished = Signal(object)
    waiting = Signal(bool)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.record: InterviewInFull | None = None
        self.document: DocumentText | None = None
        self.picture: PagePicture | None = None
        self.page = 1
        self.typed = Typed()
        self.proposed: tuple[Proposed, ...] = ()
        self._given_up: set[int] = set()
        self._pages: dict[int, PagePicture] = {}

    def open(self, interview_id: InterviewId) -> None:
        """Open a copy that is being made, with what was typed and not kept; read its file beside."""

        def work(session: "Session") -> tuple[InterviewInFull, Mapping[str, Plain]]:
            record = records.get_undigested(session, interview_id)
            return record, drafts.find_form(session, FORM, interview_id) or {}

        self.read(work, self._show)

    def close(self) -> None:
        self.record = self.document = self.picture = None
        self._pages.clear()
        self.proposed, self.typed = (), Typed()

    @property
    def turns(self) -> tuple[PlacedTurn, ...]:
        if self.record is None:
            return ()
        return tuple(placed((each.segment for each in self.record.segments), self.record.places))

    @property
    def compared(self) -> frozenset[int]:
        if self.record is None:
            return frozenset()
        told = (each.segment for each in self.record.segments)
        return frozenset(compared_pages(told, self.record.places, self.record.comparisons))

    @property
    def pages(self) -> int:
        return self.record.taken_over.pages if self.record and self.record.taken_over else 0

    @property
    def lines(self) -> tuple[PageLine, ...]:
        """The lines of the page with words, as the file has them; none for a scan."""
        if self.document is None or self.page > len(self.document.pages):
            return ()
        return self.document.pages[self.page - 1].lines

    @property
    def places(self) -> tuple[tuple[int, ...], ...]:
        """Where the lines of the page stand: those of its words, or the rows of ink of a scan."""
        if self.lines:
            return tuple(each.rectangle for each in self.lines)
        return self.picture.lines if self.picture is not None else ()

    def go_to(self, page: int) -> None:
        if 1 <= page <= self.pages and (page != self.page or self.picture is None):
            self.page = page
            self.typed = replace(self.typed, lines=())
            self._propose()
            self.paged.emit()
            self._ask_picture()

    def _show(self, read: tuple[InterviewInFull, Mapping[str, Plain]]) -> None:
        self.record, fields = read
        self.close_page()
        self.page = min(
            max(int(str(fields.get("page", 0) or 0)), 0) or self._first_open(), max(self.pages, 1)
        )
        kind = str(fields.get("kind", ""))
        self.typed = Typed(
            kind=UtteranceKind(kind) if kind in set(KINDS) else self._next_kind(),
            text=str(fields.get("text", "")),
            lines=tuple(int(each) for each in str(fields.get("lines", "")).split() if each.isdigit()),
        )
        self.opened.emit()
        statement = self.record.taken_over
        if statement is not None and self.document is None:
            self._read_document(statement.file_id, self._take_document)

    def close_page(self) -> None:
        self.document = self.picture = None
        self._pages.clear()
        self.proposed = ()
        self._given_up.clear()

    def _first_open(self) -> int:
        return next((page for page in range(1, self.pages + 1) if page not in self.compared), 1)

    def _read_document(self, file_id: FileId, then: Callable[[DocumentText], None]) -> None:
        from thb_desktop.services.evidence.page_reading import read_text

        self.waiting.emit(True)
        self.jobs.beside(
            self,
            lambda in_vault: read_text(pieces_of(in_vault, file_id)),
            then=then,
            refused=self._not_read,
        )

    def _take_document(self, document: DocumentText) -> None:
        self.waiting.emit(False)
        self.document = document
        self._propose()
        self.paged.emit()
        self._ask_picture()

    def _not_read(self, error: ThbError) -> None:
        self.waiting.emit(False)
        self.refuse(error)

    def _ask_picture(self) -> None:
        from thb_desktop.services.evidence.page_reading import read_picture

        self.picture = None
        statement = self.record.taken_over if self.record else None
        if statement is None or self.document is None or not self.document.has_picture:
            self.pictured.emit(None)
            return
        page, file_id = self.page, statement.file_id
        if page in self._pages:
            self._take_picture(page, self._pages[page])
            return
        self.jobs.beside(
            self,
            lambda in_vault: read_picture(pieces_of(in_vault, file_id), page),
            then=lambda found: self._take_picture(page, found),
            refused=self._not_read,
        )

    def _take_picture(self, page: int, picture: PagePicture) -> None:
        while len(self._pages) >= _KEPT_PICTURES:
            self._pages.pop(next(iter(self._pages)))
        self._pages[page] = picture
        if page == self.page:
            self.picture = picture
            self.pictured.emit(picture)

    def _propose(self) -> None:
        """Propose the turns of the page, if its file has words and nothing of it was taken over yet."""
        here = any(turn.place.page == self.page for turn in self.turns)
        given_up = self.page in self._given_up or self.page in self.compared
        self.proposed = () if here or given_up else propose(self.lines, self.page)

    def _next_kind(self) -> UtteranceKind:
        last = self.turns[-1].segment.kind if self.turns else UtteranceKind.ANSWER
        return UtteranceKind.ANSWER if last is UtteranceKind.QUESTION else UtteranceKind.QUESTION

    def _last_taken(self) -> int:
        here = [anchor for turn in self.turns for anchor in turn.place.anchors if anchor.page == self.page]
        return max((anchor.line for anchor in here), default=0)


def pieces_of(in_vault: InVault, file_id: FileId) -> Iterator[bytes]:
    """Read a file of the vault piece by piece, in the vault's thread."""
    source = in_vault(lambda session: exhibit_files.open_file(session, file_id))
    try:
        while piece := in_vault(lambda _: source.read(_PIECE)):
            yield piece
    finally:
        in_vault(lambda _: source.close())
