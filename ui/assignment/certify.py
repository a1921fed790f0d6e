"""Certifying in the window of an interpreter, with what stops it."""

from typing import TYPE_CHECKING

from thb_desktop.services.assignments.desk import AssignedJob
from ui.assignment.model import AssignmentModel
from ui.language_work.certificate_dialog import CertificateDialog
from ui.language_work.certifying import CertifyingModel
from ui.text import translate
from ui.tones import Tone
from ui.transcript.rows import At

if TYPE_CHECKING:
    from ui.assignment.view import AssignmentWindow


def open_certify(window: "AssignmentWindow", model: AssignmentModel, found: AssignedJob) -> None:
    """Certify the job, unless something is typed that is in no version yet."""
    if model.holds_drafts:
        told = translate("certify", "Something is typed that is not written yet. Sign it first.")
        window.notice.tell(told, Tone.WARN)
        return
    certifying = CertifyingModel(model.jobs, found.job.job.id, window)
    dialog = CertificateDialog(window, certifying)
    certifying.certified.connect(model.reload)
    done = translate("certify", "It is certified. It comes into the vault when it is handed back and merged.")
    certifying.certified.connect(lambda: window.notice.tell(done, Tone.OK))
    dialog.goes_to.connect(lambda about: _go_to(window, model, about))
    dialog.finished.connect(certifying.deleteLater)
    dialog.open()


def _go_to(window: "AssignmentWindow", model: AssignmentModel, about: str) -> None:
    """Choose the turn that a finding is about, or that of a question."""
    found = model.found
    notes = {each.id: each.segment_id for each in found.job.annotations} if found else {}
    wanted = notes.get(about, about)  # type: ignore[call-overload]
    number = next((at for at, each in enumerate(model.rows.rows) if each.segment.id == wanted), -1)
    if number >= 0:
        window.table.setCurrentIndex(model.rows.index(number, At.RIGHT))
        window.table.setFocus()
