"""Looking into one file: what is asked of the confined reader, and what it answers, page by page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.looks import DrawnPages, Look, Part, PartPath, Told, Way
from thb_desktop.errors import ThbError
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.evidence.looking import Looking


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is looked at: a page of the file or of a part in it, and how. names: of the parts on the way."""

    part: PartPath = ()
    names: tuple[str, ...] = ()
    page: int = 1
    way: Way = Way.CONTENT
    sheet: int = 0
    coding: str = ""


class ViewerModel(ViewModel):
    """asking: something is being read. looked: a Look, the answer. told: what the part says of itself. drawn:
    the number of a page, and its picture. failed: why nothing is shown.

    One question after the other goes to the reader, beside the vault's thread. What is answered after
    somebody asked something else is dropped.
    """

    asking = Signal()
    looked = Signal(object)
    told = Signal(object)
    drawn = Signal(int, object)
    failed = Signal(str)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.exhibit: Exhibit | None = None
        self.file: ExhibitFile | None = None
        self.files: tuple[ExhibitFile, ...] = ()
        """Those of the exhibit, in their order."""
        self.asked = Asked()
        self.look: Look | None = None
        self._looking: Looking | None = None
        self._question = 0
        self._outer: list[Asked] = []
        """What the shown part is in, from the file on: how each was looked at."""
        self.left = ""
        """The key of the part that was left last, to be found again in what it is in."""
        jobs.closing.connect(self.close)

    def open(self, exhibit: Exhibit, file: ExhibitFile, files: Sequence[ExhibitFile] = ()) -> None:
        """Look at a file from its beginning. files: those of the exhibit."""
        self.close()
        self.exhibit, self.file, self.files = exhibit, file, tuple(files)
        self._ask(Asked())

    @property
    def number(self) -> int:
        """The place of the file among those of its exhibit, from 1; 0 if it is alone."""
        shown = self.file.id if self.file is not None else ""
        at = next((n for n, each in enumerate(self.files, 1) if each.id == shown), 0)
        return at if len(self.files) > 1 else 0

    def beside(self, by: int) -> ExhibitFile | None:
        """Return the next file of the exhibit (1) or the one before (-1), if there is one."""
        at = self.number - 1 + by
        return self.files[at] if self.number and 0 <= at < len(self.files) else None

    def close(self) -> None:
        """End the reader, and forget what it answered."""
        self._question += 1
        looking, self._looking = self._looking, None
        self.exhibit = self.file = self.look = None
        self.files = ()
        self.asked, self._outer, self.left = Asked(), [], ""
        if looking is not None:
            looking.close()

    def go_to(self, page: int) -> None:
        """Show another page; beyond the last there is none."""
        look = self.look
        if look is None or page < 1 or page == look.page:
            return
        if page > look.page and not (look.more or (look.pages is not None and page <= look.pages)):
            return
        if isinstance(look, DrawnPages):
            self.look = replace(look, page=page)
            self.asked = replace(self.asked, page=page)
            self.looked.emit(self.look)
        else:
            self._ask(replace(self.asked, page=page))

    def show_place(self, sheet: int, page: int) -> None:
        """Show a page where something was found."""
        if isinstance(self.look, DrawnPages):
            self.go_to(page)
        elif (sheet, page) != (self.asked.sheet, self.asked.page):
            self._ask(replace(self.asked, sheet=sheet, page=page))

    def show_as(self, way: Way) -> None:
        """Show the same part in another way."""
        if way is not self.asked.way:
            self._ask(replace(self.asked, way=way, page=1, sheet=0, coding=""))

    def read_as(self, coding: str) -> None:
        """Read a text by another coding."""
        if coding != self.asked.coding:
            self._ask(replace(self.asked, coding=coding, page=1))

    def show_sheet(self, sheet: int) -> None:
        if sheet != self.asked.sheet:
            self._ask(replace(self.asked, sheet=sheet, page=1))

    def enter(self, part: Part) -> None:
        """Look at a part of what is shown: an entry of an archive, an attachment, a captured page."""
        if part.key:
            asked, self.left = self.asked, ""
            self._outer.append(asked)
            self._ask(Asked(part=(*asked.part, part.key), names=(*asked.names, part.name)))

    def leave(self) -> bool:
        """Go back to what the part is in; return whether there is something."""
        if self._outer:
            self.left = self.asked.part[-1]
            self._ask(self._outer.pop())
            return True
        return False

    def draw(self, page: int) -> None:
        """Ask for the picture of a page."""
        part = self.asked.part
        self._beside(lambda looking: looking.draw(page, part), lambda picture: self.drawn.emit(page, picture))

    def _ask(self, asked: Asked) -> None:
        """Ask for a page, and, where the part is another one, for what it says of itself."""
        another = self.look is None or asked.part != self.asked.part
        self._question += 1
        self.asked, self.look = asked, None
        self.asking.emit()

        def looked(look: Look) -> None:
            self.look = look
            self.looked.emit(look)

        self._beside(
            lambda looking: looking.look(
                asked.part, page=asked.page, way=asked.way, sheet=asked.sheet, coding=asked.coding
            ),
            looked,
        )
        if another:
            self._beside(lambda looking: looking.told(asked.part), self._tell, quiet=True)

    def _tell(self, told: Told) -> None:
        self.told.emit(told)

    def _beside[T](
        self, work: "Callable[[Looking], T]", then: Callable[[T], None], *, quiet: bool = False
    ) -> None:
        """Ask the reader beside the vault's thread. quiet: a refusal is told by another question."""
        question = self._question
        refused = (lambda _: None) if quiet else self.fail
        self.ask_reader(work, then, refused, still=lambda: question == self._question)

    def ask_reader[T](
        self,
        work: "Callable[[Looking], T]",
        then: Callable[[T], None],
        refused: Callable[[ThbError], object],
        *,
        still: Callable[[], bool],
    ) -> None:
        """Ask the reader of the open file beside the vault's thread, as long as somebody still asks."""
        file = self.file
        if file is None:
            return

        def ask(in_vault: InVault) -> T | None:
            return work(self._opened(in_vault, file)) if still() and self.file is file else None

        def done(answer: T | None) -> None:
            if still() and self.file is file and answer is not None:
                then(answer)

        def refuse(error: ThbError) -> None:
            if still() and self.file is file:
                refused(error)

        self.jobs.beside(self, ask, then=done, refused=refuse)

    def fail(self, error: ThbError) -> None:
        from ui.messages import sentence

        self.failed.emit(sentence(error))

    def _opened(self, in_vault: InVault, file: ExhibitFile) -> "Looking":
        """Return the open reader of this file; the first question opens it."""
        from thb_desktop.services.evidence import looks
        from ui.reading.asking import DRAWER

        if self._looking is None:
            opened = in_vault(lambda session: looks.open_look(session, file.id, drawer=DRAWER))
            if self.file is not file:  # it was closed meanwhile
                opened.close()
                return opened
            self._looking = opened
        return self._looking
