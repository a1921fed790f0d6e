"""Certifying in the window of an interpreter, with what stops it."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import SegmentId
from ui.assignment.model import AssignmentModel
from ui.language_work.certificate_dialog import CertificateDialog, Certified
from ui.language_work.certifying import CertifyingModel
from ui.text import translate
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Notice


def open_certify(window: QWidget, model: AssignmentModel, table: SegmentTable, notice: Notice) -> None:
    """Certify the job of the linguist whose window it is."""
    found = model.found
    if found is None:
        return
    certifying = CertifyingModel(model.jobs, found.job.job.id, window)
    dialog = CertificateDialog(
        window,
        certifying,
        Certified(
            heading=translate("certify", "Certify the translation"),
            sentence=translate(
                "certify",
                "One signature covers the last version of every turn, with its notes. It is made with the "
                "key that your passphrase opens; a card or a key file signs at the desk of the office.",
            ),
            labels={full.segment.id: full.label for full in found.segments},
            registered_until=found.interpreter.registered_until,
        ),
    )
    certifying.certified.connect(model.reload)
    done = translate("certify", "It is certified. It comes into the vault when it is handed back and merged.")
    certifying.certified.connect(lambda: notice.tell(done, Tone.OK))
    dialog.goes_to.connect(lambda finding: go_to(model, table, finding.about))
    dialog.finished.connect(certifying.deleteLater)
    dialog.open()


def go_to(model: AssignmentModel, table: SegmentTable, about: str) -> None:
    """Choose the turn that a finding is about, or that of a question."""
    found = model.found
    turns = {str(each.id): str(each.segment_id) for each in found.job.annotations} if found else {}
    wanted = turns.get(about, about)
    number = model.rows.row_of(SegmentId(wanted))
    if number >= 0:
        table.setCurrentIndex(model.rows.index(number, At.RIGHT))
        table.setFocus()
