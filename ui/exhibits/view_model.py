"""The exhibits of a case, the open one, and files being added."""

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.bundle import ExhibitInFull
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.errors import CancelledError, ThbError
from ui.jobs import InVault, Task, VaultJobs
from ui.messages import sentence
from ui.text import isolate
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.services.casework.custody import Act
    from thb_desktop.services.core.session import Session


@dataclass(slots=True, kw_only=True)
class _Intake:
    """Files on their way into one exhibit, whichever is shown meanwhile. taken: how many were added."""

    exhibit_id: ExhibitId
    task: Task
    asked: int
    waiting: list[Path]
    taken: int = 0


class ExhibitsViewModel(ViewModel):
    """listed: summaries. opened: an ExhibitInFull. registered: the new exhibit.

    intake_began: how many files. intake_advanced: number of the file, bytes done, bytes in all. intake_ended:
    how many files were added. check_began, check_advanced (bytes done, in all), check_ended, checked (its
    custody event): the check of a digest.
    """

    changes = Topic.EXHIBITS

    listed = Signal(object)
    opened = Signal(object)
    registered = Signal(object)
    officials = Signal(object)
    origins = Signal(object)
    intake_began = Signal(int)
    intake_advanced = Signal(int, object, object)
    intake_ended = Signal(int)
    check_began = Signal()
    check_advanced = Signal(object, object)
    check_ended = Signal()
    checked = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self.exhibit: ExhibitInFull | None = None
        self._task: Task | None = None
        self._intake: _Intake | None = None

    def show_case(self, case: CaseFile | None) -> None:
        self.case, self.exhibit = case, None
        self.opened.emit(None)

    def reload(self) -> None:
        from thb_desktop.services.casework import exhibits

        if self.case is None:
            self.listed.emit(())
            return
        case_id = self.case.id
        self.read(lambda session: exhibits.list_exhibits(session, case_id), self.listed.emit)

    def open(self, exhibit_id: ExhibitId) -> None:
        from thb_desktop.services.casework import exhibits

        self.read(lambda session: exhibits.get_exhibit(session, exhibit_id), self._show)

    def ask_officials(self) -> None:
        """Load the officials who may have collected an exhibit."""
        from thb_desktop.services.casework import people

        if self.case is not None:
            case_id = self.case.id
            self.read(lambda session: people.list_officials(session, case_id), self.officials.emit)

    def ask_origins(self) -> None:
        """Load the possible parents of an exhibit, and the instruments under which it may have been
        obtained.
        """
        if self.case is not None:
            case_id = self.case.id
            self.read(lambda session: _origins(session, case_id), self.origins.emit)

    def register(self, exhibit: Exhibit, act: "Act") -> None:
        """Register an exhibit with the event of its acquisition."""
        from thb_desktop.services.casework import exhibits

        self.write(lambda session: exhibits.register_exhibit(session, exhibit, act), self.registered.emit)

    def add_files(self, files: list[Path]) -> None:
        """Add files to the open exhibit, one after the other; a stop keeps the files already added."""
        if self.exhibit is None or not files or self._is_reading():
            return
        self._task = task = Task(self)
        intake = _Intake(exhibit_id=self.exhibit.exhibit.id, task=task, asked=len(files), waiting=list(files))
        self._intake = intake
        task.progressed.connect(lambda done, total: self.intake_advanced.emit(intake.taken + 1, done, total))
        self.intake_began.emit(len(files))
        self._take_next(intake)

    def stop(self) -> None:
        """Stop adding; the file in progress is dropped completely."""
        if self._intake is not None:
            self._intake.waiting.clear()
        if self._task is not None:
            self._task.cancelled.set()

    def check(self, file: ExhibitFile, reason: str) -> None:
        """Read a stored file and compare its digest; the check is recorded as a custody event of the user."""
        from thb_desktop.services.casework import exhibits

        def work(in_vault: InVault) -> CustodyEvent:
            check = in_vault(lambda session: exhibits.begin_check(session, file.id))
            result = check.run(progress=task.report, cancelled=task.cancelled)
            return in_vault(
                lambda session: exhibits.record_check(
                    session, file.id, _verification(session, reason), result
                )
            )

        def done(event: CustodyEvent) -> None:
            self._end_check()
            self.checked.emit(event)
            self.jobs.changed.emit(self.changes)

        def refuse(error: ThbError) -> None:
            self._end_check()
            self.refuse(error)

        if self._is_reading():
            return
        self.writing.emit()
        self._task = task = Task(self)
        task.progressed.connect(self.check_advanced)
        self.check_began.emit()
        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def _is_reading(self) -> bool:
        """Whether files are being read already; it is said."""
        if self._task is not None:
            self.refused.emit(self.tr("Other files are being read. Please wait until that has ended."))
        return self._task is not None

    def _take_next(self, intake: _Intake) -> None:
        from thb_desktop.services.casework import exhibits

        if not intake.waiting:
            self._end_intake(intake)
            if intake.taken < intake.asked:
                self._tell_left(intake, CancelledError("stopped between two files"))
            return
        source = intake.waiting.pop(0)
        exhibit_id, task = intake.exhibit_id, intake.task
        media_type = mimetypes.guess_type(source.name)[0] or "application/octet-stream"
        name = source.name

        def work(in_vault: InVault) -> ExhibitFile:
            place = in_vault(lambda session: exhibits.place_for_file(session, exhibit_id, name=name))
            stored = place.store_file(source, progress=task.report, cancelled=task.cancelled)
            return in_vault(
                lambda session: exhibits.record_file(
                    session, exhibit_id, stored, name=name, media_type=media_type
                )
            )

        def took(_: ExhibitFile) -> None:
            intake.taken += 1
            self._take_next(intake)

        def refuse(error: ThbError) -> None:
            self._end_intake(intake)
            self._tell_left(intake, error)

        self.jobs.beside(self, work, then=took, refused=refuse, task=task)

    def _tell_left(self, intake: _Intake, error: ThbError) -> None:
        """Say why a file was not added, and how many were, if there were several."""
        said = sentence(error)
        if intake.asked > 1:
            said += " " + self.tr("{taken} of {asked} files were added.").format(
                taken=isolate(str(intake.taken)), asked=isolate(str(intake.asked))
            )
        self.refused.emit(said)

    def _end_check(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self.check_ended.emit()

    def _end_intake(self, intake: _Intake) -> None:
        intake.task.deleteLater()
        self._task = self._intake = None
        self.intake_ended.emit(intake.taken)
        self.jobs.changed.emit(self.changes)
        if self.exhibit is not None:
            self.open(self.exhibit.exhibit.id)

    def _show(self, exhibit: ExhibitInFull) -> None:
        self.exhibit = exhibit
        self.opened.emit(exhibit)


def _verification(session: "Session", reason: str) -> "Act":
    from thb_desktop.services.casework.custody import Act

    return Act(
        action=CustodyAction.VERIFIED,
        occurred_at=session.clock.read().at,
        actor=session.user.name,
        reason=reason,
    )


def _origins(session: "Session", case_id: CaseId) -> tuple[tuple[Exhibit, ...], tuple[Instrument, ...]]:
    """Return the exhibits, and the instruments if this user may read the case, without struck entries."""
    from thb_desktop.services.casework import cooperation, exhibits

    reads = may(session.user.role, Right.READ_CASE)
    instruments = cooperation.list_instruments(session, case_id) if reads else ()
    listed = (each.exhibit for each in exhibits.list_exhibits(session, case_id))
    return (
        tuple(each for each in listed if not each.struck),
        tuple(each for each in instruments if not each.struck),
    )
