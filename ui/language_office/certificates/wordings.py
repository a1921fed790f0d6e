"""The wordings of certificates of this office: their versions, and the form of the next one."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.certificates import (
    FILLED_BY_HAND,
    INTERPRETING_PLACES,
    OPTIONAL,
    PLACES,
    CertificateElement,
)
from thb_desktop.domain.language_work import CertificateTemplate
from thb_desktop.services.language.templates import neutral_draft, neutral_interpreting
from ui.clock import when_here
from ui.forms.editors import LanguageEditor
from ui.labels import language_name, words
from ui.language_office.certificates.model import WordingsModel
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit


class WordingsDialog(Dialog):
    """All versions of all wordings. Certificates that are given keep the wording that they have."""

    def __init__(self, parent: QWidget, model: WordingsModel, *, may_set: bool) -> None:
        super().__init__(
            parent,
            self.tr("Wordings of certificates"),
            self.tr(
                "A change is the next version; certificates that are given keep the wording that they have."
            ),
        )
        self.setMinimumWidth(860)
        self._model, self._may_set = model, may_set
        self.rows: RowsModel[CertificateTemplate] = RowsModel(
            (
                Column(title=self.tr("Name"), read=lambda each: each.name),
                Column(title=self.tr("Language"), read=lambda each: language_name(each.language), width=130),
                Column(title=self.tr("Version"), read=lambda each: str(each.version), width=80, exact=True),
                Column(title=self.tr("Entered"), read=lambda each: when_here(each.at), width=190, exact=True),
                Column(
                    title=self.tr("What it is"),
                    read=self._kind,
                    width=190,
                    tone=lambda each: Tone.OK if each.is_official else Tone.WARN,
                ),
            ),
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Wordings"))
        self.table.setMinimumHeight(240)
        self.table.say_when_empty(self.tr("There is no wording yet. Enter the first one below."))
        self.body.addWidget(self.table)
        self.next_button = button(self.tr("Next &version\u2026"), self._next, icon="pencil")
        self.body.addLayout(row(None, self.next_button))
        self.finish_with(self.tr("&New wording\u2026"), icon="plus", back=self.tr("Close"))
        self._may_take = lambda: may_set
        self.let_take()
        self.table.chosen.connect(lambda _: self._enable())
        self.table.opened.connect(lambda _: self._next())
        model.listed.connect(self._show)
        model.list_wordings()
        self._enable()

    def take(self) -> None:
        WordingDialog(self, self._model, None).open()

    def _next(self) -> None:
        chosen = self.table.current_record()
        if self._may_set and isinstance(chosen, CertificateTemplate):
            WordingDialog(self, self._model, chosen).open()

    def _enable(self) -> None:
        self.next_button.setEnabled(self._may_set and self.table.current_record() is not None)

    def _show(self, listed: Sequence[CertificateTemplate]) -> None:
        self.rows.show_rows(listed)
        self.table.choose_row(len(listed) - 1)
        self._enable()

    def _kind(self, each: CertificateTemplate) -> str:
        return self.tr("Formula of the office") if each.is_official else self.tr("No official formula")


class WordingDialog(Dialog):
    """One wording: a text for each element. known: the version that it follows."""

    def __init__(self, parent: QWidget, model: WordingsModel, known: CertificateTemplate | None) -> None:
        super().__init__(
            parent,
            self.tr("New wording")
            if known is None
            else self.tr("Next version of {name}").format(name=isolate_words(known.name)),
            self.tr(
                "Words in braces are filled in for each certificate. Of a translation: {places}. Of the "
                "interpreting in an interview: {interpreting}. What the linguist completes by hand stands as "
                "{gap}."
            ).format(
                places=isolate(_in_braces(PLACES)),
                interpreting=isolate(_in_braces(INTERPRETING_PLACES)),
                gap=isolate(FILLED_BY_HAND),
            ),
        )
        self.setMinimumWidth(820)
        self._model = model
        form = Form()
        self.name = form.add(self.tr("&Name"), QLineEdit(known.name if known else ""))
        self.language = form.add(self.tr("&Language"), LanguageEditor())
        self.draft_button = button(
            self.tr("Fill in the neutral &draft of this program"), self._fill, icon="file-text", part="quiet"
        )
        form.addRow("", self.draft_button)
        self.interpreting_button = button(
            self.tr("Fill in the neutral draft for an &interpreter"),
            self._fill_interpreting,
            icon="file-text",
            part="quiet",
        )
        form.addRow("", self.interpreting_button)
        self.elements: dict[CertificateElement, PlainTextEdit] = {}
        for element in CertificateElement:
            self.elements[element] = form.add(words(element), PlainTextEdit("", lines=2))
        self.official = QCheckBox(self.tr("&This is the official formula of the office"))
        form.addRow("", self.official)
        self.body.addLayout(form)
        if known is not None:
            self.language.set_value(known.language)
            for code, text in known.elements:
                self.elements[CertificateElement(code)].setPlainText(text)
            for fixed in (self.name, self.language):
                fixed.setEnabled(False)
        self.finish_with(self.tr("&Enter it"), icon="check")
        self.keep_typing(model.draft("wording", known.id if known else ""))

    def take(self) -> None:
        if self.lacks((self.name, self.tr("Please name the wording."))):
            return
        problem = self.language.problem() or (
            "" if self.language.value() else self.tr("Please choose a language.")
        )
        if problem:
            self.refuse_at(self.language, problem)
            return
        needed = [each for element, each in self.elements.items() if element not in OPTIONAL]
        if self.lacks(*((each, self.tr("Every certificate needs this.")) for each in needed)):
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.set_wording(
                name=self.name.text().strip(),
                language=self.language.value(),
                elements={of: each.toPlainText() for of, each in self.elements.items()},
                is_official=self.official.isChecked(),
            )

    def _fill(self) -> None:
        """Fill in the draft where nothing is written; it is no official formula."""
        self._fill_with(neutral_draft(self.language.value() or "en"))

    def _fill_interpreting(self) -> None:
        """The same for the certificate of an interpreter of an interview."""
        self._fill_with(neutral_interpreting(self.language.value() or "en"))

    def _fill_with(self, draft: Mapping[CertificateElement, str]) -> None:
        for element, text in draft.items():
            if not self.elements[element].toPlainText().strip():
                self.elements[element].setPlainText(text)
        self.notice.tell(
            self.tr("This is a neutral draft and no official formula. Change it as your law asks."), Tone.INFO
        )


def _in_braces(names: Iterable[str]) -> str:
    return " ".join(f"{{{name}}}" for name in names)
