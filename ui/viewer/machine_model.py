"""Reading pages by machine: page after page beside the vault's thread, kept for the search as it goes."""

from collections.abc import Sequence
from contextlib import closing
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import PartPath
from thb_desktop.domain.machine_reading import MachineText
from thb_desktop.errors import CancelledError, ThbError
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.evidence.machine_reading import MachineReader


class MachineReadingModel(ViewModel):
    """found: the reader of this machine, or None. read: one page. ended: how many pages were read."""

    found = Signal(object)
    read_one = Signal(object)
    ended = Signal(int)

    def __init__(self, jobs: VaultJobs, file: ExhibitFile, part: PartPath, parent: QObject | None) -> None:
        super().__init__(jobs, parent)
        self._file, self._part = file, part
        self._cancelled = Event()
        jobs.closing.connect(self.stop)

    @property
    def is_kept(self) -> bool:
        """Whether the search gets what is read: a page of a part of another file has no number there."""
        return not self._part

    def find(self) -> None:
        """Ask what reads pictures on this machine."""
        from thb_desktop.services.evidence.machine_reading import find_reader

        self.jobs.beside(self, lambda _: find_reader(), then=self.found.emit, refused=self._fail)

    def read_pages(self, reader: "MachineReader", languages: Sequence[str], pages: Sequence[int]) -> None:
        """Read these pages one after the other; each is kept for the search before the next begins."""
        self._cancelled.clear()
        self._next(reader, tuple(languages), tuple(pages), 0)

    def stop(self) -> None:
        """Read no further page; what was read stays."""
        self._cancelled.set()

    def _next(
        self, reader: "MachineReader", languages: tuple[str, ...], pages: tuple[int, ...], done: int
    ) -> None:
        if done == len(pages) or self._cancelled.is_set():
            self.ended.emit(done)
            return

        def then(told: MachineText) -> None:
            self.read_one.emit(told)
            self._next(reader, languages, pages, done + 1)

        self.jobs.beside(
            self,
            lambda in_vault: self._read(in_vault, reader, languages, pages[done]),
            then=then,
            refused=lambda error: self._stop_at(error, done),
        )

    def _read(
        self, in_vault: InVault, reader: "MachineReader", languages: tuple[str, ...], page: int
    ) -> MachineText:
        from thb_desktop.services.evidence import looks, machine_reading
        from thb_desktop.services.searching.index import index_machine_text
        from ui.reading.asking import DRAWER

        opened = in_vault(lambda session: looks.open_look(session, self._file.id, drawer=DRAWER))
        with closing(opened) as looking:
            told = machine_reading.read_page(
                looking, page, self._part, reader=reader, languages=languages, cancelled=self._cancelled
            )
        if self.is_kept:
            in_vault(lambda session: index_machine_text(session, self._file.id, told))
        return told

    def _stop_at(self, error: ThbError, done: int) -> None:
        if isinstance(error, CancelledError):
            self.ended.emit(done)
        else:
            self._fail(error)

    def _fail(self, error: ThbError) -> None:
        from ui.messages import sentence

        self.refused.emit(sentence(error))
