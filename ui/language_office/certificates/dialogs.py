"""The certificate of a job: what still stops it, what it is, and its wording, which the linguist signs."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from thb_desktop.domain.certificates import FILLED_BY_HAND, CertificateElement
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_fields import CERTIFICATE
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.language.certificates import Certifies
from thb_desktop.services.language.overview import OpenJob
from ui.forms.field_form import FieldForm
from ui.labels import language_name, words
from ui.labels.findings import finding_text
from ui.language_office.certificates.model import CertificateModel, Drafted
from ui.language_office.signing import KeyRows, may_sign
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.widgets.basic import Label, Part
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit


class StopsDialog(Dialog):
    """What still prevents a certificate. wanted: the finding to go to."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget, found: OpenJob, findings: Sequence[Finding]) -> None:
        super().__init__(
            parent,
            self.tr("The certificate of job {number} is not possible yet").format(
                number=isolate(found.job.number)
            ),
            self.tr("These rules are not met. What only gives a warning is asked later, with a reason."),
        )
        self.setMinimumWidth(760)
        self.rows: RowsModel[Finding] = RowsModel(
            (
                Column(title=self.tr("Rule"), read=lambda each: each.code, width=90, exact=True),
                Column(title=self.tr("What"), read=finding_text),
            ),
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Rules that are not met"), wrap=True)
        self.rows.show_rows(findings)
        self.table.setMinimumHeight(min(340, 60 + 36 * len(findings)))
        self.body.addWidget(self.table)
        self.finish_with(self.tr("&Go to it"), icon="chevron-right", back=self.tr("Back"))
        self.table.opened.connect(lambda _: self.take())
        self.table.choose_row(0)
        self.table.setFocus()

    def take(self) -> None:
        found = self.table.current_record()
        if isinstance(found, Finding):
            self.accept()
            self.wanted.emit(found)


class CertificateDialog(Dialog):
    """Asks what the certificate is, where it is signed, and in which wording of the office."""

    def __init__(
        self,
        parent: QWidget,
        model: CertificateModel,
        found: OpenJob,
        wordings: Sequence[CertificateTemplate],
    ) -> None:
        super().__init__(
            parent,
            self.tr("Certificate of job {number}").format(number=isolate(found.job.number)),
            self.tr(
                "The linguist certifies the present versions of all turns. The next step shows the wording, "
                "which they complete and sign."
            ),
        )
        self.setMinimumWidth(620)
        self._model, self._found = model, found
        self.form = FieldForm(CERTIFICATE, taken="w")
        self.form.set_values(registered_until=found.linguist.registered_until)
        self.wording = ValueBox((told_wording(each), each.id) for each in wordings)
        self.wording.setPlaceholderText(self.tr("Please choose"))
        self.wording.setCurrentIndex(-1)
        self.form.add(self.tr("&Wording"), self.wording)
        self.body.addLayout(self.form)
        self.finish_with(self.tr("Show the wording"), icon="chevron-right")
        why_not = may_sign(found.linguist)
        if not wordings:
            why_not = self.tr(
                "This office has no wording of certificates yet. Enter one in the list of jobs."
            )
        self._may_take = lambda: not why_not
        self.let_take()
        if why_not:
            self.notice.tell(why_not, Tone.WARN)

    def take(self) -> None:
        if self.form.refuses():
            return
        if self.wording.currentIndex() < 0:
            self.refuse_at(self.wording, self.tr("Please choose a wording of the office."))
            return
        self.begin_work()
        values = self.form.values()
        self._model.drafted.connect(self._show_wording)
        with self._model.answering(self):
            self._model.draft_wording(
                self._found.job.id,
                RowId(self.wording.currentData()),
                place=values["place"],
                registered_until=values["registered_until"],
            )

    def _show_wording(self, drafted: Drafted) -> None:
        self._model.drafted.disconnect(self._show_wording)
        values = self.form.values()
        parent = self.parentWidget()
        if parent is not None:
            SignCertificateDialog(
                parent,
                self._model,
                self._found,
                template_id=RowId(self.wording.currentData()),
                values=values,
                drafted=drafted,
            ).open()


class SignCertificateDialog(Dialog):
    """Shows the full wording, which the linguist completes; takes the reasons of warnings, and their key."""

    def __init__(
        self,
        parent: QWidget,
        model: CertificateModel,
        found: OpenJob,
        *,
        template_id: RowId,
        values: Mapping[str, object],
        drafted: Drafted,
    ) -> None:
        super().__init__(
            parent,
            self.tr("{name} certifies job {number}").format(
                name=isolate_words(found.linguist.name), number=isolate(found.job.number)
            ),
            self.tr(
                "Every word below is signed. What the program does not know stands as {gap}: the linguist "
                "writes it. An empty element is left out where the law allows it."
            ).format(gap=isolate(FILLED_BY_HAND)),
        )
        self.setMinimumWidth(820)
        self._model, self._found, self._template, self._values = model, found, template_id, values
        self.elements: dict[CertificateElement, PlainTextEdit] = {}
        self.reasons: list[tuple[Finding, QLineEdit]] = []
        form = Form()
        for element in CertificateElement:
            editor = self.elements[element] = form.add(words(element), PlainTextEdit("", lines=2))
            editor.setPlainText(drafted.elements.get(element, ""))
        self.body.addLayout(form)
        self._ask_reasons(drafted.findings)
        below = Form()
        self.key = KeyRows(below)
        self.body.addLayout(below)
        self.finish_with(self.tr("&Certify"), icon="stamp")
        first = next((each for each in self.elements.values() if FILLED_BY_HAND in each.toPlainText()), None)
        (first or self.key.passphrase).setFocus()

    def take(self) -> None:
        gap = next(
            (each for each in self.elements.values() if FILLED_BY_HAND in each.toPlainText()),
            None,
        )
        if gap is not None:
            self.refuse_at(gap, self.tr("Please replace {gap}.").format(gap=isolate(FILLED_BY_HAND)))
            return
        lack = self.tr("A reason is needed. Please write why.")
        if self.lacks(*((field, lack) for _, field in self.reasons), *self.key.wanting()):
            return
        self.begin_work(self.tr("The certificate is signed."))
        until = self._values["registered_until"]
        given = Certifies(
            kind=self._values["kind"],  # type: ignore[arg-type]  # of the form of the certificate
            template_id=self._template,
            elements={element: each.toPlainText().strip() for element, each in self.elements.items()},
            place=str(self._values["place"]),
            registered_until=until if isinstance(until, date) else None,
        )
        reasons = [(found, field.text().strip()) for found, field in self.reasons]
        with self._model.answering(self):
            self._model.certify(self._found.job.id, given, reasons, self.key.take(self._found.linguist))

    def _ask_reasons(self, findings: Sequence[Finding]) -> None:
        warnings = [each for each in findings if each.standing is Standing.UNKNOWN]
        if not warnings:
            return
        told = self.tr(
            "These give a warning. Say why it is certified all the same; the reasons are signed too."
        )
        self.body.addWidget(Label(told, Part.STRONG, wrap=True))
        labels = self._found.labels
        for found in warnings:
            turn = next((label for of, label in labels.items() if of == found.about), "")
            said = finding_text(found)
            sentence = f"{isolate(turn)}: {said}" if turn and turn not in said else said
            self.body.addWidget(Label(f"{isolate(found.code)}  {sentence}", wrap=True))
            field = QLineEdit()
            field.setPlaceholderText(self.tr("Reason for certifying all the same"))
            field.setAccessibleName(
                self.tr("Reason, {rule}: {sentence}").format(rule=found.code, sentence=sentence)
            )
            self.body.addWidget(field)
            self.reasons.append((found, field))


def told_wording(template: CertificateTemplate) -> str:
    """Return what a wording is called in a choice: its name, language and version, and what it is not."""
    told = translate("wordings", "{name}, {language}, version {version}").format(
        name=isolate_words(template.name),
        language=language_name(template.language),
        version=isolate(str(template.version)),
    )
    if template.is_official:
        return told
    return translate("wordings", "{wording} (no official formula)").format(wording=told)
