"""Making a sealed package of a signed bundle: what is offered, prepared, written and recorded."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.package import Package, Recipient
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import CancelledError, IdentityInFileError, NotSearchedError, ThbError
from ui.export.closing import ClosedFolder
from ui.jobs import InVault, Task, VaultJobs
from ui.messages import sentence
from ui.partners.recipients_model import RecipientsModel
from ui.second_person import TypedSecond, approved
from ui.topics import Topic

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.packaging.packages import (
        BegunPackage,
        OfferedBundle,
        PackageOptions,
        Packing,
        PlaceSeen,
        PreparedPackage,
        PublishedBundle,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a package of a bundle can hold, and for whom it can be closed."""

    published: "PublishedBundle" = field(repr=False)
    bundle: "OfferedBundle"
    recipients: tuple[Recipient, ...]


class PackagingModel(RecipientsModel):
    """offered: an Offer. found: a place, and the BegunPackage there or None. prepared: a PreparedPackage.
    advanced: done and total of what is written. made: a ClosedFolder. held_back: the code of a refusal that
    the form can answer, and its sentence.

    begun: the package that is continued; None for a new one.
    """

    changes = Topic.BUNDLES

    offered = Signal(object)
    found = Signal(object, object)
    prepared = Signal(object)
    advanced = Signal(object, object)
    made = Signal(object)
    held_back = Signal(str, str)

    def __init__(self, jobs: VaultJobs, source: Path, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.source = source
        self._published: PublishedBundle | None = None
        self._task: Task | None = None
        self.begun: BegunPackage | None = None

    def refuse(self, error: ThbError) -> None:
        if isinstance(error, IdentityInFileError | NotSearchedError):
            self.held_back.emit(error.code, sentence(error))
        else:
            super().refuse(error)

    def offer(self) -> None:
        """Read the file of the bundle, and say what of it can travel."""
        from thb_desktop.services.packaging import packages, register

        def work(in_vault: InVault) -> Offer:
            published = packages.read_bundle(self.source)
            bundle = in_vault(lambda session: packages.offered_by(session, published))
            recipients = in_vault(register.list_recipients)
            return Offer(published=published, bundle=bundle, recipients=recipients)

        def done(offer: Offer) -> None:
            self._published = offer.published
            self.offered.emit(offer)

        self.jobs.beside(self, work, then=done, refused=self.refuse)

    def prepare(self, options: "PackageOptions", folder: Path) -> None:
        """Gather what the package will hold, and refuse what must not leave. A place at which nothing new can
        be written is refused before anything is read.
        """
        from thb_desktop.services.packaging import packages

        published = self._published
        self.begun = None
        if published is None:
            return

        def work(in_vault: InVault) -> "PreparedPackage":
            seen = in_vault(packages.seeker_of).place(folder)
            in_vault(lambda session: packages.verify_seen(session, seen))
            gathered = in_vault(lambda session: packages.gather_package(session, published, options))
            return packages.lay_out_package(gathered)

        self.jobs.beside(self, work, then=self.prepared.emit, refused=self.refuse)

    def look(self, folder: Path) -> None:
        """Look whether this user began a package for a folder of this name."""
        from thb_desktop.services.packaging import packages

        def work(in_vault: InVault) -> "BegunPackage | None":
            found = in_vault(packages.seeker_of).found(folder)
            return in_vault(lambda session: packages.as_recorded(session, found, folder))

        self.jobs.beside(self, work, then=lambda begun: self.found.emit(folder, begun), refused=_ignore)

    def resume(self, begun: "BegunPackage", folder: Path) -> None:
        """Gather again what a package that was begun holds; one that is recorded gets its name."""
        from thb_desktop.services.packaging import packages

        published = self._published
        if published is None:
            return

        def work(in_vault: InVault) -> "ClosedFolder | PreparedPackage":
            if begun.recorded is not None:
                made = in_vault(lambda session: packages.unnamed_package(session, begun, folder)).named()
                return _closed_folder(folder, made.package, made.passphrase)
            gathered = in_vault(lambda session: packages.gather_begun(session, published, begun))
            prepared = packages.lay_out_package(gathered)
            packages.verify_as_begun(prepared, begun)
            return prepared

        def done(result: "ClosedFolder | PreparedPackage") -> None:
            if isinstance(result, ClosedFolder):
                self.made.emit(result)
            else:
                self.begun = begun
                self.prepared.emit(result)

        self.jobs.beside(self, work, then=done, refused=self.refuse)

    def make(self, prepared: "PreparedPackage", folder: Path, second: TypedSecond) -> None:
        """Let the second person approve, write the package, record it, and give its folder the name."""
        from thb_desktop.services.packaging import packages

        begun = self.begun
        task = self._task = Task(self)
        task.progressed.connect(self.advanced)

        def begin(session: "Session", seen: "PlaceSeen") -> "Packing":
            given = approved(session, second, TwoPersonAct.RELEASE_PACKAGE, prepared.sha256)
            return packages.begin_package(session, prepared, folder, second=given, begun=begun, seen=seen)

        def report(done: int, total: int) -> None:
            task.report(done, total)
            if task.cancelled.is_set():
                raise CancelledError("stopped while a package was written; nothing of it is left")

        def work(in_vault: InVault) -> ClosedFolder:
            seen = in_vault(packages.seeker_of).place(folder)
            written = in_vault(lambda session: begin(session, seen)).written(report)
            package = in_vault(lambda session: packages.publish_package(session, written))
            return _closed_folder(folder, package, written.passphrase)

        def done(result: ClosedFolder) -> None:
            self._end(task)
            self.made.emit(result)
            self.jobs.changed.emit(self.changes)

        def refuse(error: ThbError) -> None:
            self._end(task)
            self.refuse(error)

        self.jobs.beside(self, work, then=done, refused=refuse, task=task)

    def stop(self) -> None:
        """Stop the writing; nothing of the package stays."""
        if self._task is not None:
            self._task.cancelled.set()

    def _end(self, task: Task) -> None:
        self._task = None
        task.deleteLater()


def _closed_folder(folder: Path, package: Package, passphrase: str) -> ClosedFolder:
    from thb_desktop.services.packaging.folders import Closed

    return ClosedFolder(
        folder=folder,
        closed=Closed(size=package.size, sha256=package.sha256, volumes=package.volumes),
        recipients=len(package.recipients) + package.with_words,
        passphrase=passphrase,
        number=package.number,
    )


def _ignore(_: ThbError) -> None:
    """A place that cannot be looked at is told when it is used."""
