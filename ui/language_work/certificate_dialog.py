"""The certificate of a linguist: what stops it is named, warnings take a reason, the wording is theirs."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from thb_desktop.domain.certificates import FILLED_BY_HAND, OPTIONAL, CertificateElement
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.domain.vocabulary import CertificateKind
from thb_desktop.findings import Finding
from thb_desktop.services.language.certificates import Certifies
from ui.labels import language_name, words
from ui.labels.findings import finding_text
from ui.language_work.certifying import CertifyingModel, Checked
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, empty_layout, row, show_if
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.dates import DayField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.text_edit import PlainTextEdit

_ROWS = 6
"""Of what stops it, seen at once."""


class CertificateDialog(Dialog):
    """goes_to: the id of a turn or a question that stops it; the dialog is closed.

    Nothing is presumed: kind, place and wording are chosen and read by the linguist.
    """

    goes_to = Signal(str)

    def __init__(self, parent: QWidget, model: CertifyingModel) -> None:
        super().__init__(
            parent,
            self.tr("Certify the translation"),
            self.tr("One signature covers the last version of every turn, with its notes."),
        )
        self.setMinimumWidth(720)
        self._model = model
        self._checked: Checked | None = None
        self._warned: list[tuple[Finding, QLineEdit]] = []
        self.elements: dict[CertificateElement, PlainTextEdit] = {}
        self.stops = QListWidget()
        self.stops.setAccessibleName(self.tr("What stops the certificate"))
        self.stops.setWordWrap(True)
        self.stops.itemActivated.connect(self._go)
        self.stops.hide()
        form = self._form = Form()
        self.wording: ValueBox = form.add(self.tr("&Wording of the office"), ValueBox(()))
        self.kind = form.add(self.tr("&Kind"), CodeBox(CertificateKind, open_question=True))
        self.place = form.add(self.tr("&Place"), QLineEdit())
        self.until = form.add(self.tr("&Registered until, if you are"), DayField())
        self.write_button = button(self.tr("&Show the wording"), self._ask_wording, icon="file-check")
        self.texts, self.reasons = QVBoxLayout(), QVBoxLayout()
        self.rest = QWidget()
        inside = QVBoxLayout(self.rest)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(form)
        inside.addLayout(row(self.write_button, None))
        inside.addLayout(self.texts)
        inside.addLayout(self.reasons)
        self.body.addWidget(self.stops)
        self.body.addWidget(self.rest)
        self.finish_with(self.tr("&Certify"), icon="stamp")
        self._may_take = lambda: bool(self.elements) and self._checked is not None and not self._checked.stops
        self.let_take()
        self.until.changed.connect(self._check_again)
        model.checked.connect(self._show_checked)
        model.drafted.connect(self._show_wording)
        model.refused.connect(self.refuse)
        model.check()

    def take(self) -> None:
        checked = self._checked
        if checked is None or self.lacks((self.place, self.tr("Please write where it is certified."))):
            return
        if not self.kind.is_answered:
            self.refuse_at(self.kind, self.tr("Please choose what the certificate is."))
            return
        for element, field in self.elements.items():
            text = field.toPlainText()
            if FILLED_BY_HAND in text or (not text.strip() and element not in OPTIONAL):
                told = self.tr("Please complete this: nothing may stand as {gap}.")
                self.refuse_at(field, told.format(gap=isolate(FILLED_BY_HAND)))
                return
        for _, reason in self._warned:
            if self.lacks((reason, self.tr("A reason is needed. Please write why."))):
                return
        given = Certifies(
            kind=self.kind.code(),
            template_id=self.wording.currentData(),
            elements={element: field.toPlainText().strip() for element, field in self.elements.items()},
            place=self.place.text().strip(),
            registered_until=self.until.value(),
        )
        reasons = [(finding, field.text().strip()) for finding, field in self._warned]
        self.begin_work(self.tr("It is being signed\u2026"))
        with self._model.answering(self):
            self._model.certify(given, reasons)

    def _check_again(self) -> None:
        if not self.until.error():
            self._model.check(self.until.value())

    def _show_checked(self, checked: Checked) -> None:
        first, self._checked = self._checked is None, checked
        self.stops.clear()
        for finding in checked.stops:
            item = QListWidgetItem(_told(finding))
            item.setData(Qt.ItemDataRole.UserRole, finding.about)
            self.stops.addItem(item)
        high = sum(self.stops.sizeHintForRow(at) for at in range(min(_ROWS, self.stops.count())))
        self.stops.setFixedHeight(high + 8)
        show_if(self.stops, bool(checked.stops))
        show_if(self.rest, not checked.stops)
        if checked.stops:
            told = self.tr("{count} things stop it. Enter goes to the turn.")
            self.notice.tell(told.format(count=isolate(str(len(checked.stops)))), Tone.WARN)
            self.stops.setCurrentRow(0)
            self.stops.setFocus()
        elif first:
            self._offer(checked.wordings)
        self._show_warnings(checked)
        self.let_take()

    def _offer(self, wordings: tuple[CertificateTemplate, ...]) -> None:
        for each in wordings:
            told = self.tr("{name}, {language}, version {number}").format(
                name=isolate_words(each.name),
                language=language_name(each.language),
                number=isolate(str(each.version)),
            )
            self.wording.addItem(told, each.id)
        self.write_button.setEnabled(bool(wordings))
        if not wordings:
            told = self.tr("The office has entered no wording yet. A magistrate enters it.")
            self.notice.tell(told, Tone.WARN)
        self.wording.setFocus()

    def _show_warnings(self, checked: Checked) -> None:
        typed = {finding: field.text() for finding, field in self._warned}
        empty_layout(self.reasons)
        self._warned = []
        for finding in checked.warns:
            field = QLineEdit(typed.get(finding, ""))
            field.setPlaceholderText(self.tr("Reason"))
            field.setAccessibleName(self.tr("Reason: {finding}").format(finding=_told(finding)))
            self.reasons.addWidget(Label(_told(finding), wrap=True))
            self.reasons.addWidget(field)
            self._warned.append((finding, field))

    def _ask_wording(self) -> None:
        if not self.lacks((self.place, self.tr("Please write where it is certified."))):
            self._model.draft_wording(self.wording.currentData(), self.place.text().strip())

    def _show_wording(self, drafted: Mapping[CertificateElement, str]) -> None:
        empty_layout(self.texts)
        self.elements = {}
        for element in CertificateElement:
            field = PlainTextEdit(words(element), lines=2)
            field.setPlainText(drafted.get(element, ""))
            self.texts.addWidget(Label(words(element), Part.MUTED))
            self.texts.addWidget(field)
            self.elements[element] = field
        self.let_take()
        next(iter(self.elements.values())).setFocus()

    def _go(self, item: QListWidgetItem) -> None:
        about = str(item.data(Qt.ItemDataRole.UserRole) or "")
        self.reject()
        self.goes_to.emit(about)


def _told(finding: Finding) -> str:
    """The sentence alone: the field that it names is in another form."""
    return finding_text(replace(finding, field=""))
