"""What the windows of packages ask of the vault: what was sent and received, and the acts on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.people import Official
from thb_desktop.domain.receiving import PackageReceipt, ReceivedItem, ReceivedPackage
from thb_desktop.errors import CancelledError, ThbError
from ui.jobs import InVault, Task, VaultJobs
from ui.partners.offices_model import OfficesModel, met
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.crypto.envelopes.openers import Opener
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.receiving.arrival_rows import Arrival
    from thb_desktop.services.receiving.examining import Examined
    from thb_desktop.services.receiving.paper_receipts import PaperReceipt
    from thb_desktop.services.receiving.receipts import Sent
    from thb_desktop.services.receiving.refused import AfterAll


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """A package that came, whose it is, and what became of its exhibits. receipts: how many were signed."""

    package: ReceivedPackage
    office: str
    items: tuple[ReceivedItem, ...]
    receipts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The packages of a case, in both directions."""

    sent: "tuple[Sent, ...]"
    received: tuple[Received, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOffer:
    """The numbers of what travelled, and the exhibits of the case that can be the scan of a form."""

    items: tuple[str, ...]
    scans: tuple[tuple[ExhibitId, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A package to be looked at. key: the key file, and words its passphrase; without it, the package's."""

    package: Path
    key: Path | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A receipt that was entered now, and all that is known of its package after it."""

    receipt: PackageReceipt
    sent: "Sent"


class ReceivingModel(OfficesModel):
    """listed: a Listed. officials, requests: those of the case. examined: an Examined. paper_offered:
    a PaperOffer.

    imported: a ReceivedPackage. after_all: the numbers of exhibits. reworded: a ReceivedItem. entered:
    an Entered. stranger: a Stranger. written: the path of a receipt. advanced: done and total.
    """

    changes = Topic.EXHIBITS

    listed = Signal(object)
    officials = Signal(object)
    requests = Signal(object)
    examined = Signal(object)
    imported = Signal(object)
    after_all = Signal(object)
    paper_offered = Signal(object)
    withdrawn = Signal(object)
    reworded = Signal(object)
    written = Signal(object)
    advanced = Signal(object, object)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case
        self._looked: Examined | None = None
        self._is_wanted = False
        self._task: Task | None = None

    def list(self) -> None:
        """Ask for the packages of the case."""
        from thb_desktop.services.receiving import arrivals, offices, receipts

        def work(session: "Session") -> Listed:
            known = {each.id: each.name for each in offices.list_offices(session)}
            return Listed(
                sent=receipts.list_sent(session, self.case.id),
                received=tuple(
                    Received(
                        package=each,
                        office=known.get(each.office_id, ""),
                        items=arrivals.items_of(session, each.id),
                        receipts=len(receipts.written_for(session, each.id)),
                    )
                    for each in arrivals.list_received(session, self.case.id)
                ),
            )

        self.jobs.run(self, work, then=self.listed.emit, refused=self.refuse)

    def ask_officials(self) -> None:
        from thb_desktop.services.persons import people

        def work(session: "Session") -> tuple[Official, ...]:
            found = people.list_officials(session, self.case.id)
            return tuple(each for each in found if not each.struck)

        self.jobs.run(self, work, then=self.officials.emit, refused=self.refuse)

    def ask_requests(self) -> None:
        """Ask for the orders and requests of the case, which a package may answer."""
        from thb_desktop.services.cooperation import cooperation

        def work(session: "Session") -> tuple[Instrument, ...]:
            found = cooperation.list_instruments(session, self.case.id)
            return tuple(each for each in found if not each.struck)

        self.jobs.run(self, work, then=self.requests.emit, refused=self.refuse)

    def examine(self, asked: Asked) -> None:
        """Open a package into the store, and look at it."""
        from thb_desktop.services.receiving import examining

        self.forget()
        self._is_wanted = True

        def work(in_vault: InVault) -> "Examined":
            known = in_vault(examining.known_before)
            return examining.examine(known, asked.package, _openers(asked), progress=self._report(task))

        def done(looked: "Examined") -> None:
            self._looked = looked
            if self._is_wanted:
                self.examined.emit(looked)
            else:
                self.forget()

        task = self._begin()
        self._long(task, work, done)

    def take(self, arrival: "Arrival") -> None:
        """Import what was looked at. Whether it is refused or not, it has to be looked at again after it."""
        from thb_desktop.services.receiving import arrivals

        looked, self._looked = self._looked, None
        if looked is None:
            return

        def work(in_vault: InVault) -> ReceivedPackage:
            try:
                in_vault(lambda session: arrivals.verify_importable(session, looked, arrival))
                stored = arrivals.store_parts(looked, arrival, progress=self._report(task))
            except BaseException:
                looked.taken.drop()
                raise
            return in_vault(lambda session: arrivals.record_arrival(session, looked, arrival, stored))

        def done(received: ReceivedPackage) -> None:
            self.imported.emit(received)
            self.jobs.changed.emit(self.changes)

        task = self._begin()
        self._long(task, work, done)

    def import_refused(self, after: "AfterAll", asked: Asked | None) -> None:
        """Import what was refused of a package. asked: the package, if it is brought again."""
        from thb_desktop.services.receiving import refused

        def work(in_vault: InVault) -> tuple[str, ...]:
            wanted = in_vault(lambda session: refused.wanted_of(session, after))
            package, openers = (None, ()) if asked is None else (asked.package, _openers(asked))
            fetched = refused.fetch(wanted, package, openers, progress=self._report(task))
            items = in_vault(lambda session: refused.record_after_all(session, after, wanted, fetched))
            return tuple(each.number for each in items)

        def done(numbers: tuple[str, ...]) -> None:
            self.after_all.emit(numbers)
            self.jobs.changed.emit(self.changes)

        task = self._begin()
        self._long(task, work, done)

    def correct_refusal(self, received: RowId, number: str, because: str) -> None:
        """Say in other words why an exhibit of a package was refused."""
        from thb_desktop.services.receiving import refused

        def work(session: "Session") -> object:
            return refused.correct_refusal(session, received, number, because)

        self.write(work, self.reworded.emit)

    def write_receipt(self, received: RowId, target: Path, remarks: str) -> None:
        """Sign a receipt for a package that came."""
        from thb_desktop.services.receiving import receipts

        def work(session: "Session") -> Path:
            receipts.write_receipt(session, received, target, remarks=remarks)
            return target

        self.jobs.run(self, work, then=self.written.emit, refused=self.refuse)

    def enter_receipt(self, file: Path) -> None:
        """Enter a signed receipt for what was sent, or tell whose office it is that nobody compared yet."""
        from thb_desktop.services.receiving import receipts

        work = met(file, lambda session: _entered(session, receipts.import_receipt(session, file)))
        self.jobs.run(self, work, then=self.tell_met, refused=self.refuse)

    def ask_paper(self, package: RowId) -> None:
        """Ask for the exhibits that travelled in a package, and for those of the case that have a file."""
        from thb_desktop.services.evidence import exhibits
        from thb_desktop.services.receiving import receipts

        def work(session: "Session") -> PaperOffer:
            held = exhibits.list_exhibits(session, self.case.id)
            return PaperOffer(
                items=receipts.items_sent(session, self.case.id, package),
                scans=tuple(
                    (each.exhibit.id, each.exhibit.number)
                    for each in held
                    if each.files and not each.exhibit.struck
                ),
            )

        self.read(work, self.paper_offered.emit)

    def enter_paper(self, package: RowId, paper: "PaperReceipt") -> None:
        """Enter a receipt on paper, whose scan is an exhibit of the case."""
        from thb_desktop.services.receiving import paper_receipts

        def work(session: "Session") -> object:
            return _entered(session, paper_receipts.enter_paper_receipt(session, package, paper))

        self.write(work, self.entered.emit)

    def withdraw_paper(self, receipt: RowId, reason: str) -> None:
        """Let a receipt on paper that was typed wrongly count no more."""
        from thb_desktop.services.receiving import paper_receipts

        def work(session: "Session") -> object:
            return paper_receipts.withdraw_paper_receipt(session, receipt, reason)

        self.write(work, self.withdrawn.emit)

    def stop(self) -> None:
        """Stop what takes long; nothing of it stays."""
        if self._task is not None:
            self._task.cancelled.set()

    def forget(self) -> None:
        """Remove from the store what was looked at and not imported."""
        looked, self._looked, self._is_wanted = self._looked, None, False
        if looked is not None:
            self.jobs.call(self, looked.taken.drop)

    def _begin(self) -> Task:
        task = self._task = Task(self)
        task.progressed.connect(self.advanced)
        return task

    def _report(self, task: Task) -> Callable[[int, int], None]:
        def report(done: int, total: int) -> None:
            task.report(done, total)
            if task.cancelled.is_set():
                raise CancelledError("stopped; nothing of the package is left")

        return report

    def _long[T](self, task: Task, work: Callable[[InVault], T], then: Callable[[T], None]) -> None:
        def done(result: T) -> None:
            self._end(task)
            then(result)

        def refuse(error: ThbError) -> None:
            self._end(task)
            self.refuse(error)

        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def _end(self, task: Task) -> None:
        self._task = None
        task.deleteLater()


def _entered(session: "Session", receipt: PackageReceipt) -> Entered:
    from thb_desktop.services.receiving import receipts

    return Entered(receipt=receipt, sent=receipts.find_sent(session, receipt.package_id))


def _openers(asked: Asked) -> "tuple[Opener, ...]":
    from thb_desktop.crypto import passphrases
    from thb_desktop.crypto.envelopes.keyfiles import read_opener
    from thb_desktop.crypto.envelopes.openers import PassphraseOpener
    from thb_desktop.verify.pdf import read_file

    if asked.key is not None:
        return (read_opener(read_file(asked.key), passphrases.prepare(asked.words)),)
    return (PassphraseOpener(passphrase=passphrases.prepare(asked.words)),) if asked.words else ()
