"""Reading a record back, and signing it into the event chain."""

from typing import Any

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.casework.read_back import ReadBack
from ui.forms.entry_dialog import EntryDialog
from ui.interviews.view_model import InterviewsViewModel
from ui.labels.findings import finding_text
from ui.rows import Column, RowsModel
from ui.text import translate
from ui.tones import Tone
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable


def read_back_dialog(parent: QWidget, model: InterviewsViewModel, full: InterviewInFull) -> EntryDialog:
    """How the record was read back; what is not known yet is entered later, until the signature."""

    def take(values: dict[str, Any], _: str) -> None:
        model.read_back(ReadBack(**values))

    interview = full.interview
    dialog = EntryDialog(
        parent,
        translate("interviews", "Reading back"),
        INTERVIEW,
        take,
        main=translate("interviews", "Record the reading back"),
        sentence=translate(
            "interviews",
            "From then on the words of the record stay as they are; what is asked for is entered as a "
            "correction.",
        ),
        names=ReadBack.__slots__,
        choices=model.open_choices,
        languages_first=(interview.language, interview.procedure_language),
        draft=model.draft("read-back", interview.id),
    )
    model.read_back_done.connect(dialog.accept)
    model.refused.connect(dialog.refuse)
    model.refused_at.connect(dialog.refuse_field)
    return dialog


class SignDialog(Dialog):
    """What stands against the signature, what should be seen before it, and the signature.

    wanted: the finding to which the user goes to put it right; None while there is none.
    """

    def __init__(self, parent: QWidget, model: InterviewsViewModel, findings: tuple[Finding, ...]) -> None:
        refused = any(finding.standing is Standing.BROKEN for finding in findings)
        super().__init__(
            parent,
            self.tr("Sign this record?"),
            self.tr("Some rules are not met yet, so the record cannot be signed.")
            if refused
            else self.tr("A signed record goes into the event chain and can never be changed again."),
        )
        self._model = model
        self.wanted: Finding | None = None
        self.setMinimumWidth(760)
        columns = (
            Column[Finding](title=self.tr("Rule"), read=lambda found: found.code, width=90, exact=True),
            Column[Finding](
                title=self.tr("Weight"),
                read=lambda found: (
                    self.tr("Blocking") if found.standing is Standing.BROKEN else self.tr("Warning")
                ),
                width=90,
                tone=lambda found: Tone.BAD if found.standing is Standing.BROKEN else Tone.WARN,
            ),
            Column[Finding](title=self.tr("What"), read=finding_text),
        )
        rows: RowsModel[Finding] = RowsModel(columns, self)
        self.table = RecordTable(rows, self.tr("Rules that are not met"), wrap=True)
        rows.show_rows(findings)
        self.table.setMinimumHeight(min(320, 60 + 36 * len(findings)))
        self.table.setVisible(bool(findings))
        self.table.opened.connect(self._go)
        self.table.choose_row(0)
        self.body.addWidget(self.table)
        self.go_button = button(
            self.tr("&Go to it"), lambda: self._go(self.table.current_record()), icon="chevron-right"
        )
        self.go_button.setVisible(bool(findings))
        self.body.addLayout(row(self.go_button, None))
        self.finish_with(self.tr("&Sign and close"), icon="file-lock", back=self.tr("&Back"))
        self.main_button.setEnabled(not refused)
        self._may_take = lambda: not refused
        self.main_button.setDefault(False)
        self.back_button.setDefault(True)
        (self.table if findings else self.back_button).setFocus()
        model.closed.connect(self.accept)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        self.begin_work()
        self._model.sign_record()

    def _go(self, found: object) -> None:
        if isinstance(found, Finding):
            self.wanted = found
            self.reject()
