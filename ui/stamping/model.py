"""What the dialogs of time stamps ask for: the request, and the stamped file with its record."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from thb_desktop.errors import BundleForeignError, NotAllowedError
from thb_desktop.findings import Finding, Standing, verdict
from ui.jobs import InVault
from ui.topics import Topic
from ui.view_model import ViewModel

if TYPE_CHECKING:
    from thb_desktop.domain.stamped import StampedBundle


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is filled in. anchor: the root certificate of the authority, if somebody trusts it. data: the
    folder with the validation data, if there are any.
    """

    document: Path
    request: Path
    answer: Path
    anchor: Path | None
    data: Path | None
    stamped: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What a check of the stamped file found. recorded: None for a document that is no bundle of this vault,
    and for a user who does not release bundles. file: None if nothing was written, because something is
    broken. is_container: of a package, whose signature has the stamp; no vault records it.
    """

    findings: tuple[Finding, ...]
    file: Path | None
    recorded: "StampedBundle | None" = None
    is_container: bool = False


class StampModel(ViewModel):
    """asked: the path of a request. filled: a Filled."""

    changes = Topic.BUNDLES

    asked = Signal(object)
    filled = Signal(object)

    def ask(self, document: Path, request: Path, data: Path | None) -> None:
        """Write what an authority is asked for this document or container. data: a folder, as in Answer."""
        from thb_desktop.services.bundling.stamping import validation_data_in, write_request
        from thb_desktop.services.packaging.container_stamps import write_container_request
        from thb_desktop.verify.container import is_package

        def work(in_vault: InVault) -> Path:
            randomness = in_vault(lambda session: session.environment.randomness)
            write = write_container_request if is_package(document) else write_request
            write(document, request, data=validation_data_in(data), randomness=randomness)
            return request

        self.jobs.beside(self, work, then=self.asked.emit, refused=self.refuse)

    def fill(self, given: Answer) -> None:
        """Write the document with its stamp, check it, and record it if it is a bundle of this vault."""
        from thb_desktop.services.bundling.stamped_bundles import record_stamped
        from thb_desktop.verify.container import is_package

        def work(in_vault: InVault) -> Filled:
            is_container = is_package(given.document)
            found = _write(in_vault, given, is_container=is_container)
            if verdict(found) is Standing.BROKEN:
                return Filled(findings=found, file=None, is_container=is_container)
            if is_container:
                return Filled(findings=found, file=given.stamped, is_container=True)
            try:
                recorded = in_vault(lambda session: record_stamped(session, given.stamped))
            except (BundleForeignError, NotAllowedError):
                recorded = None
            return Filled(findings=found, file=given.stamped, recorded=recorded)

        def done(filled: Filled) -> None:
            self.filled.emit(filled)
            self.jobs.changed.emit(self.changes)

        self.jobs.beside(self, work, then=done, refused=self.refuse)


def _write(in_vault: InVault, given: Answer, *, is_container: bool) -> tuple[Finding, ...]:
    """Write the stamped file, if nothing in it is broken; return what a check of it finds."""
    from thb_desktop.services.bundling.stamping import validation_data_in, write_stamped
    from thb_desktop.services.core.login import root_certificate
    from thb_desktop.services.packaging.container_stamps import write_stamped_container
    from thb_desktop.verify.run import certificates_in

    files = (given.document, given.request, given.answer, given.stamped)
    roots = [in_vault(lambda session: root_certificate(session.office_record))]
    anchors = certificates_in(given.anchor) if given.anchor else ()
    write = write_stamped_container if is_container else write_stamped
    return write(*files, data=validation_data_in(given.data), trusted_roots=roots, stamp_roots=anchors)
