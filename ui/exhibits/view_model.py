"""The exhibits of a case, the open one, and files being added."""

from collections import ChainMap
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain import zones
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.people import Official
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.vocabulary import BarKind, CustodyAction
from thb_desktop.errors import CancelledError, ThbError
from thb_desktop.findings import Finding
from thb_desktop.services.cooperation import cooperation
from thb_desktop.services.evidence import (
    action_days,
    descriptions,
    exhibit_files,
    exhibits,
    intake,
    intake_rows,
    leaving,
    readings,
    signature_checks,
    withdrawing,
)
from thb_desktop.services.evidence.custody_acts import Act
from thb_desktop.services.evidence.signature_checks import KeptCheck
from thb_desktop.services.persons import people
from ui.clock import zone_here
from ui.entries_model import EntriesModel
from ui.exhibit_offer import ExhibitOffer
from ui.exhibits.intake import IntakeTask
from ui.jobs import InVault, Task, VaultJobs
from ui.labels.entries import Choices, choices_among, names_among
from ui.messages import sentence
from ui.paging import Paging
from ui.text import isolate
from ui.topics import Topic
from ui.view_model import Asking

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.evidence.custody_acts import Act


Told = Callable[[Finding | None], None]
_Opened = tuple[
    ExhibitInFull,
    dict[str, str],
    tuple[ItemDescription | OnlineCapture, ...],
    tuple[BarKind, ...],
    tuple[KeptCheck, ...],
    tuple[ExhibitFile, ...],
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What an exhibit can name. officials: those who may have acted. choices, names: of references."""

    officials: tuple[Official, ...] = ()
    choices: Choices = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


class ExhibitsViewModel(EntriesModel):
    """listed: summaries, and whether they begin the list (see `pages`). opened: an ExhibitInFull.

    registered: the new exhibit. intake_began: how many files and folders were given. intake_advanced: a Step.
    intake_ended: how many files were added. intake_left: an IntakeResult, if something was not taken.
    intake_compared: one, if it was compared with lists of digests. intake_met: the files that were taken and
    whose bytes other exhibits have (Met), if nothing was left. same_found: other exhibits with the bytes of
    shown files, by the id of the file. check_began, check_advanced (bytes done, in all), check_ended,
    checked (its custody event): the check of a digest.
    """

    changes = Topic.EXHIBITS

    listed = Signal(object, bool)
    opened = Signal(object)
    registered = Signal(object)
    intake_began = Signal(int)
    intake_advanced = Signal(object)
    intake_ended = Signal(int)
    intake_left = Signal(object)
    intake_compared = Signal(object)
    intake_met = Signal(object)
    same_found = Signal(object)
    check_began = Signal()
    check_advanced = Signal(object, object)
    check_ended = Signal()
    checked = Signal(object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None
        self.exhibit: ExhibitInFull | None = None
        self.described: tuple[ItemDescription | OnlineCapture, ...] = ()
        self.checks: tuple[KeptCheck, ...] = ()
        """What describes the open exhibit, without what was struck out."""
        self.withdrawn: tuple[ExhibitFile, ...] = ()
        """The files of the open exhibit that were withdrawn."""
        self.bars: tuple[BarKind, ...] = ()
        """What keeps the open exhibit in the office."""
        self._task: Task | None = None
        self._intake: IntakeTask | None = None
        self._offered = Offered()
        self.pages = Paging(self)
        self.pages.arrived.connect(self.listed)
        self._offer = ExhibitOffer(self)
        jobs.closing.connect(lambda: self.pause(False))  # the lock waits for the run to end

    @property
    def officials(self) -> tuple[Official, ...]:
        """The officials who may have acted, without struck ones."""
        return self._offered.officials

    @property
    def choices(self) -> Choices:
        """The entries that an exhibit can name, without struck ones."""
        return {**self._offered.choices, "exhibit": self._offer.choices}

    @property
    def names(self) -> MutableMapping[str, str]:
        """The words of entries by id, struck ones included."""
        return ChainMap(self._offered.names, self._offer.names)

    def show_case(self, case: CaseFile | None) -> None:
        self.case, self.exhibit = case, None
        self.opened.emit(None)

    def reload(self) -> None:
        case = self.case
        if case is None:
            self.pages.end()
            self.listed.emit((), True)
            return
        self.pages.begin(
            lambda session, after, count: exhibits.page_of_exhibits(
                session, case.id, after=after, count=count
            )
        )
        self.read(lambda session: _offered(session, case), self._take_offered)

    def open(self, exhibit_id: ExhibitId) -> None:
        language = self.case.language if self.case else ""
        self.read(lambda session: _in_full(session, exhibit_id, language), self._show)

    def reopen(self) -> None:
        """Load the open exhibit again."""
        if self.exhibit is not None:
            self.open(self.exhibit.exhibit.id)

    def register(self, exhibit: Exhibit, act: "Act") -> None:
        """Register an exhibit with the event of its acquisition."""
        self.write(lambda session: exhibits.register_exhibit(session, exhibit, act), self.registered.emit)

    def ask_number(self, dialog: Asking, case: CaseFile, number: str, then: Told) -> None:
        """Learn what is to be asked about the number of a new exhibit; a refusal is told in the dialog."""
        self.jobs.run(
            self,
            lambda session: action_days.ask_before(session, case.id, number),
            then=then,
            refused=partial(self._refuse, dialog),
        )

    def add_files(self, given: Sequence[Path], lists: Sequence[Path] = ()) -> None:
        """Add files and folders to the open exhibit; a stop keeps what was added before it.

        lists: of digests, with which they are compared.
        """
        if self.exhibit is None or not given or self._is_reading():
            return
        exhibit_id = self.exhibit.exhibit.id
        self._task = self._intake = task = IntakeTask(self)
        task.advanced.connect(self.intake_advanced)
        self.intake_began.emit(len(given))

        def refuse(error: ThbError) -> None:
            self._end_intake(0)
            self.refuse(error)

        self.jobs.beside(
            self,
            lambda in_vault: intake.take(in_vault, exhibit_id, given, task.watch, lists=lists),
            then=lambda result: self._tell_intake(result, task.whole.files),
            refused=refuse,
            task=task,
        )

    def expect_files(self) -> None:
        """Files are being chosen: let the process beside that stores many of them begin."""
        self.jobs.run(self, intake_rows.beside, refused=lambda _: None)

    def find_same(self, files: Sequence[ExhibitFile]) -> None:
        """Ask which other exhibits of the case have the bytes of these files of one exhibit."""
        self.read(
            lambda session: exhibit_files.same_elsewhere(session, files[0].exhibit_id, files),
            self.same_found.emit,
        )

    def pause(self, waits: bool) -> None:
        """Let the run pause, or go on."""
        if self._intake is not None:
            self._intake.pause(waits)

    def stop(self) -> None:
        """Stop adding; the file in progress is dropped completely."""
        if self._task is not None:
            self._task.cancelled.set()

    def check(self, file: ExhibitFile, reason: str) -> None:
        """Read a stored file and compare its digest; the check is recorded as a custody event of the user."""

        def work(in_vault: InVault) -> tuple[CustodyEvent, ...]:
            check = in_vault(lambda session: readings.begin_check(session, file.id))
            check.run(progress=task.report, cancelled=task.cancelled)
            return in_vault(
                lambda session: readings.record_reading(session, check, _verification(session, reason))
            )

        def done(events: tuple[CustodyEvent, ...]) -> None:
            self._end_check()
            self.checked.emit(events)
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

    def verify_withdrawable(self, file: ExhibitFile, then: Callable[[], None]) -> None:
        """Learn whether a file can be withdrawn, before anybody is asked why."""
        self.read(lambda session: withdrawing.verify_withdrawable(session, file.id), lambda _: then())

    def withdraw(self, file: ExhibitFile, reason: str) -> None:
        """Withdraw a file as added by mistake, or reinstate one that was withdrawn."""
        act = withdrawing.reinstate_file if file.struck else withdrawing.withdraw_file
        self.write(lambda session: act(session, file.id, reason), lambda _: self.reopen())

    def _is_reading(self) -> bool:
        """Whether files are being read already; it is said."""
        if self._task is not None:
            self.refused.emit(self.tr("Other files are being read. Please wait until that has ended."))
        return self._task is not None

    def _tell_intake(self, result: "intake.IntakeResult", asked: int) -> None:
        """Say what came of a run: what stopped it, and what was not taken."""
        self._end_intake(result.run.taken)
        if result.stopped_by is not None:
            said = sentence(result.stopped_by)
            if result.run.taken and isinstance(result.stopped_by, CancelledError):
                said = self.tr("Stopped. What was added before stays.")
            if asked > 1:
                said += " " + self.tr("{taken} of {asked} files were added.").format(
                    taken=isolate(str(result.run.taken)), asked=isolate(str(asked))
                )
            self.refused.emit(said)
        if result.lists:
            self.intake_compared.emit(result)
        if result.left:
            self.intake_left.emit(result)
        elif result.met:
            self.intake_met.emit(result.met)

    def _end_check(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self.check_ended.emit()

    def _end_intake(self, taken: int) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = self._intake = None
        self.intake_ended.emit(taken)
        self.jobs.changed.emit(self.changes)
        self.reopen()

    def _take_offered(self, offered: Offered) -> None:
        """Take them, and read the exhibits that can be named: now every change is known here."""
        self._offered = offered
        self._offer.show_case(self.case)
        self._offer.want()

    def _show(self, found: "_Opened") -> None:
        exhibit, names, self.described, self.bars, self.checks, self.withdrawn = found
        self._offered.names.update(names)
        self.exhibit = exhibit
        self.opened.emit(exhibit)


def _verification(session: "Session", reason: str) -> "Act":
    return Act(
        action=CustodyAction.VERIFIED,
        occurred_at=zones.at_place(session.clock.read().at, zone_here()),
        actor=session.user.name,
        reason=reason,
    )


def _in_full(session: "Session", exhibit_id: ExhibitId, language: str) -> _Opened:
    """Load an exhibit, the words of the one that it derives from, and what describes it."""
    full = exhibits.get_exhibit(session, exhibit_id)
    parent = full.exhibit.parent_id
    named = [] if parent is None else [exhibits.get_bare_exhibit(session, parent)]
    items, captures = descriptions.list_described(session, exhibit_id)
    standing: tuple[ItemDescription | OnlineCapture, ...] = (
        *(each for each in items if not each.struck),
        *(each for each in captures if not each.struck),
    )
    bars = tuple(dict.fromkeys(each.kind for each in leaving.list_bars(session, exhibit_id)))
    checks = signature_checks.list_checks(session, exhibit_id)
    withdrawn = withdrawing.list_withdrawn(session, exhibit_id)
    return full, names_among({"exhibit": named}, language), standing, bars, checks, withdrawn


def _offered(session: "Session", case: CaseFile) -> Offered:
    """Load what an exhibit can name, but other exhibits; the instruments only if this user may read the
    case.
    """
    officials = people.list_officials(session, case.id)
    reads = may(session.user.role, Right.READ_CASE)
    entries: dict[str, Sequence[Any]] = {
        "official": officials,
        "instrument": cooperation.list_instruments(session, case.id) if reads else (),
    }
    return Offered(
        officials=tuple(each for each in officials if not each.struck),
        choices=choices_among(entries, case.language),
        names=names_among(entries, case.language),
    )
