"""The certificate of a linguist: what stops it is named, warnings take a reason, the wording is theirs."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from thb_desktop.domain.certificates import FILLED_BY_HAND, OPTIONAL, CertificateElement
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_fields import CERTIFICATE
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.findings import Finding
from thb_desktop.services.language.certificates import Certifies
from thb_desktop.services.language.doubts import check_wording
from ui.forms.editors import DayEditor, YesNoEditor
from ui.forms.field_form import FieldForm
from ui.labels import language_name, words
from ui.language_work.before_signing import ReasonRows, told_of
from ui.language_work.certifying import CertifyingModel, Checked
from ui.language_work.signs_as import signs_as
from ui.language_work.wording_texts import WordingTexts
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row, show_if
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.text_edit import PlainTextEdit

_ROWS = 6
"""Of what stops it, seen at once."""
_WRITTEN = "texts.written."
"""Before the name of an element, in a draft of the dialog."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certified:
    """What is certified. labels: of the turns. registered_until: as the linguist's entry says."""

    heading: str
    sentence: str
    labels: Mapping[SegmentId, str] = field(default_factory=dict)
    registered_until: date | None = None


class CertificateDialog(Dialog):
    """goes_to: the finding that stops it, which is to be met; the dialog is closed.

    Nothing is presumed: kind, place, wording, and whether a machine assisted, are answered by the linguist.
    """

    goes_to = Signal(object)

    def __init__(self, parent: QWidget, model: CertifyingModel, certified: Certified) -> None:
        super().__init__(parent, certified.heading, certified.sentence)
        self.setMinimumWidth(760)
        self._model, self._labels = model, certified.labels
        self._checked: Checked | None = None
        self._is_offered = False
        self._shown = ("", "")
        """The wording that is shown, and the place that was filled into it."""
        self.filled: Mapping[CertificateElement, str] = {}
        """The wording as the program filled it in."""
        self.stops = QListWidget()
        self.stops.setAccessibleName(self.tr("What stops the certificate"))
        self.stops.setWordWrap(True)
        self.stops.itemActivated.connect(self._go)
        self.stops.hide()
        self.form = FieldForm(CERTIFICATE, taken="wscd")
        self.form.set_values(registered_until=certified.registered_until)
        self.wording: ValueBox = self.form.add(self.tr("&Wording of the office"), ValueBox(()))
        self.wording.setPlaceholderText(self.tr("Please choose"))
        self.write_button = button(self.tr("&Show the wording"), self._ask_wording, icon="file-check")
        self.texts, self.signing = WordingTexts(), QVBoxLayout()
        self.signer = Label("", Part.MUTED, wrap=True).selectable()
        self.reasons = ReasonRows(
            certified.labels,
            self.tr("Say why it is certified all the same; the reasons are signed too."),
            self.tr("Reason for certifying all the same"),
        )
        self.rest = QWidget()
        inside = QVBoxLayout(self.rest)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self.form)
        inside.addLayout(row(self.write_button, None))
        inside.addWidget(self.texts)
        inside.addWidget(self.reasons)
        inside.addLayout(self.signing)
        self.body.addWidget(self.stops)
        self.body.addWidget(self.rest)
        self.rest.hide()
        # Beside the button that signs, where no wording scrolls it away.
        self._outer.addWidget(self.signer)
        self.signer.hide()
        self.finish_with(self.tr("&Certify"), icon="stamp")
        # Before the wording is shown, the button says what is lacking.
        self._may_take = lambda: self.wording.count() > 0 and not (self._checked and self._checked.stops)
        self.let_take()
        self._listen()
        model.check(certified.registered_until)

    @property
    def elements(self) -> dict[CertificateElement, PlainTextEdit]:
        """The elements of the wording that is shown."""
        return self.texts.elements

    def _listen(self) -> None:
        """The answers that a rule reads are compared with it at once."""
        until, machine = (self.form.editors[name] for name in ("registered_until", "machine_assisted"))
        if isinstance(until, DayEditor) and isinstance(machine, YesNoEditor):
            until.changed.connect(self._check_again)
            machine.currentIndexChanged.connect(lambda _: self._check_again())
        self._model.checked.connect(self._show_checked)
        self._model.drafted.connect(self._show_wording)
        self._model.refused.connect(self.refuse)

    def take(self) -> None:
        if self.form.refuses() or self._lacks_wording() or self._is_unseen():
            return
        if self._is_of_another() or self._has_gap():
            return
        self._show_warnings()
        if self.lacks(*self.reasons.wanting(), *self.wanting()):
            return
        values = self.form.values()
        given = Certifies(
            **values,
            template_id=self.wording.currentData(),
            elements={element: each.toPlainText().strip() for element, each in self.elements.items()},
        )
        self.begin_work(self.tr("It is being signed\u2026"))
        with self._model.answering(self):
            self.certify(given, self.reasons.given())

    def wanting(self) -> tuple[tuple[QWidget, str], ...]:
        """Return the fields of the signature that must not be empty; in a linguist's own window none."""
        return ()

    def certify(self, given: Certifies, reasons: list[tuple[Finding, str]]) -> None:
        """Sign it with the key of the session."""
        self._model.certify(given, reasons, self.filled)

    def _lacks_wording(self) -> bool:
        if self.wording.currentIndex() < 0:
            self.refuse_at(self.wording, self.tr("Please choose a wording of the office."))
            return True
        return False

    def _is_unseen(self) -> bool:
        """Whether the wording was not shown yet: nobody signs words that they did not read."""
        if self.elements:
            return False
        told = self.tr("Please show the wording first: its words are what you sign.")
        self.refuse_at(self.wording, told)
        return True

    def _is_of_another(self) -> bool:
        """Whether the wording was filled in for another place, or is not the one that is chosen."""
        now = self._chosen()
        if self._shown == now:
            return False
        told = self.tr(
            "Another place was written, or another wording chosen. Show the wording again: what you wrote "
            "stays."
        )
        self.refuse_at(self.wording if now[0] != self._shown[0] else self.form.editors["place"], told)
        return True

    def _chosen(self) -> tuple[str, str]:
        return str(self.wording.currentData()), str(self.form.values()["place"]).strip()

    def _has_gap(self) -> bool:
        """Whether an element of the wording is not complete; it is said there."""
        for element, each in self.elements.items():
            text = each.toPlainText()
            if FILLED_BY_HAND in text or (not text.strip() and element not in OPTIONAL):
                told = self.tr("Please complete this: nothing may stand as {gap}.")
                self.refuse_at(each, told.format(gap=isolate(FILLED_BY_HAND)))
                return True
        return False

    def _check_again(self) -> None:
        values = self.form.values()
        if not self.form.editor("registered_until").problem():
            self._model.check(values["registered_until"], machine_assisted=values["machine_assisted"])

    def _show_checked(self, checked: Checked) -> None:
        before, self._checked = self._checked, checked
        self.stops.clear()
        for finding in checked.stops:
            item = QListWidgetItem(told_of(finding, self._labels))
            item.setData(Qt.ItemDataRole.UserRole, finding)
            self.stops.addItem(item)
        high = sum(self.stops.sizeHintForRow(at) for at in range(min(_ROWS, self.stops.count())))
        self.stops.setFixedHeight(high + 8)
        show_if(self.stops, bool(checked.stops))
        if checked.stops:
            # No plural form here: in a class that derives from this one, Qt would not find its translation.
            told = self.tr("What stops it: {count}. Enter goes to the place.")
            self.notice.tell(told.format(count=isolate(str(len(checked.stops)))), Tone.WARN)
            self.stops.setCurrentRow(0)
            if before is None:
                self.stops.setFocus()
        elif not self._is_offered:
            self._is_offered = True
            self._offer(checked.wordings)
        elif before is not None and before.stops:
            self.notice.clear()
        self._show_warnings()
        self.show_signer()
        self.let_take()
        if self._is_offered and self.keeper is None:
            self.keep_typing(self._model.typing())

    def show_signer(self) -> None:
        """Say whose key signs, before it does."""
        keys = self._checked.keys if self._checked is not None else None
        show_if(self.signer, keys is not None)
        if keys is not None:
            self.signer.setText(signs_as(keys, with_card=self.signs_with_card))

    @property
    def signs_with_card(self) -> bool:
        """Whether a card is to sign; in a linguist's own window their session has its key already."""
        return False

    def _show_warnings(self) -> None:
        """Show what needs a reason, in the turns and in the wording as it stands now."""
        if self._checked is not None:
            wording = {element: each.toPlainText() for element, each in self.elements.items()}
            warned = (*self._checked.warns, *check_wording(wording))
            self.reasons.show_warnings(warned, self._checked.said, leads=False)

    def _offer(self, wordings: tuple[CertificateTemplate, ...]) -> None:
        """Ask what the certificate is, and in which wording; where there is one, it is that."""
        self.rest.show()
        for each in wordings:
            self.wording.addItem(self._name_of(each), each.id)
        self.wording.setCurrentIndex(0 if len(wordings) == 1 else -1)
        self.write_button.setEnabled(bool(wordings))
        if not wordings:
            told = self.tr("The office has entered no wording yet. A magistrate enters it.")
            self.notice.tell(told, Tone.WARN)
        self.form.go_to("kind")

    def _name_of(self, wording: CertificateTemplate) -> str:
        """The name of a wording, its language and version, and what it is not."""
        told = self.tr("{name}, {language}, version {number}").format(
            name=isolate_words(wording.name),
            language=language_name(wording.language),
            number=isolate(str(wording.version)),
        )
        if wording.is_official:
            return told
        return self.tr("{wording} (no official formula)").format(wording=told)

    def _ask_wording(self) -> None:
        lack = self.tr("Please write where it is certified.")
        if not self._lacks_wording() and not self.lacks((self.form.editors["place"], lack)):
            self._shown = self._chosen()
            self._model.draft_wording(self.wording.currentData(), self.form.values()["place"])

    def _show_wording(self, filled: Mapping[CertificateElement, str]) -> None:
        self.filled = filled
        again = self.texts.show_filled(self._shown[0], filled)
        if self.keeper is not None:
            for name, text in self.texts.filled.items():
                self.keeper.begin(f"{_WRITTEN}{name}", text)
        self.let_take()
        if again:
            told = self.tr(
                "Filled in again: {elements}. Place, day or work is no longer what it was. What you wrote "
                "stands below each."
            )
            self.notice.tell(told.format(elements=listed(words(each) for each in again)), Tone.WARN)
        fields = self.elements.values()
        gaps = (each for each in fields if FILLED_BY_HAND in each.toPlainText())
        next(gaps, next(iter(fields))).setFocus()

    def make_room(self, names: Collection[str]) -> None:
        """Add fields for what a draft has of wordings; it is shown with its wording."""
        for name in names:
            if name.startswith(_WRITTEN) and self.keeper is not None:
                self.texts.make_room(name.removeprefix(_WRITTEN))
                self.keeper.begin(name, None)

    def _start_over(self) -> None:
        self.texts.forget_hidden()
        super()._start_over()

    def _go(self, item: QListWidgetItem) -> None:
        self.reject()
        self.goes_to.emit(item.data(Qt.ItemDataRole.UserRole))
