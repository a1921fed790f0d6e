"""Reading a record back, and signing it into the event chain."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.bundle import InterviewInFull
from thb_desktop.domain.vocabulary import (
    CopyGiven,
    PersonConfirmation,
    ReadbackMode,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.casework.interviews import Formalities, ReadBack
from ui.interviews.view_model import InterviewsViewModel
from ui.labels.findings import rule_text
from ui.rows import Column, RowsModel
from ui.tones import Tone
from ui.widgets.basic import button, row
from ui.widgets.choices import CodeBox, LanguageBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.table import RecordTable


class ReadBackDialog(Dialog):
    """How the record was read back, and what the person said to it; who signed is told in the formalities."""

    def __init__(self, parent: QWidget, model: InterviewsViewModel, full: InterviewInFull) -> None:
        super().__init__(
            parent, self.tr("Reading back"), self.tr("From then on the words of the record stay as they are.")
        )
        self._model = model
        form = Form()
        modes = [mode for mode in ReadbackMode if mode is not ReadbackMode.NOT_RECORDED]
        self.mode = form.add(self.tr("&Method"), CodeBox(modes, open_question=True))
        self.language = form.add(self.tr("&Language"), LanguageBox(full.interview.language))
        answers = [answer for answer in PersonConfirmation if answer is not PersonConfirmation.NOT_RECORDED]
        self.confirmation = form.add(self.tr("&Confirmation"), CodeBox(answers, open_question=True))
        self.complaint = form.add(self.tr("Complaint about &interpreting"), line())
        self.copy = form.add(self.tr("Cop&y given"), CodeBox(CopyGiven, open_question=True))
        self.note = form.add(self.tr("&Note"), line())
        self.body.addLayout(form)
        self.finish_with(self.tr("&Record the reading back"))
        self.keep_typing(model.draft("read-back", full.interview.id))
        model.read_back_done.connect(self.accept)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        answered = all(box.is_answered for box in (self.mode, self.confirmation, self.copy))
        if not (answered and self.complaint.text().strip()):
            self.refuse(self.tr("Please answer every question; where nobody complained, write so."))
            return
        self.main_button.setEnabled(False)
        outcome = ReadBack(
            mode=self.mode.code(),
            language=self.language.tag(),
            confirmation=self.confirmation.code(),
            complaint=self.complaint.text().strip(),
            copy_given=self.copy.code(),
            note=self.note.text().strip(),
        )
        self._model.read_back(outcome, Formalities())


class ClosingDialog(Dialog):
    """What stands against the signature, what should be seen before it, and the signature."""

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
        self.setMinimumWidth(760)
        if findings:
            columns = (
                Column[Finding](title=self.tr("Rule"), read=lambda found: found.rule, width=90, exact=True),
                Column[Finding](
                    title=self.tr("Weight"),
                    read=lambda found: (
                        self.tr("Blocking") if found.standing is Standing.BROKEN else self.tr("Warning")
                    ),
                    width=90,
                    tone=lambda found: Tone.BAD if found.standing is Standing.BROKEN else Tone.WARN,
                ),
                Column[Finding](title=self.tr("What"), read=rule_text),
            )
            rows: RowsModel[Finding] = RowsModel(columns, self)
            table = RecordTable(rows, self.tr("Rules that are not met"), wrap=True)
            rows.show_rows(findings)
            table.setMinimumHeight(min(320, 60 + 36 * len(findings)))
            self.body.addWidget(table)
        self.complete_button = button(self.tr("F&ormalities\u2026"), self.reject, icon="pen-line")
        self.complete_button.setVisible(refused)
        self.body.addLayout(row(self.complete_button, None))
        self.finish_with(self.tr("&Sign and close"), icon="file-lock", back=self.tr("&Back"))
        self.main_button.setEnabled(not refused)
        self.main_button.setDefault(False)
        self.back_button.setDefault(True)
        self.back_button.setFocus()
        model.closed.connect(self.accept)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        self.main_button.setEnabled(False)
        self._model.sign_record()
