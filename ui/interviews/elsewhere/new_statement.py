"""Begins a copy of a statement made elsewhere: which file prevails, whose it is, what the file says."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.elsewhere import OF_COPY, STATEMENT_ELSEWHERE, StatementElsewhere
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_fields import INTERVIEW
from thb_desktop.vault.tables.lists import CaseDocument
from ui.forms.entry_dialog import EntryDialog, refuse_field
from ui.forms.field_form import FieldForm
from ui.interviews.elsewhere.model import TakingOverModel
from ui.labels.entries import Choices
from ui.text import isolate, translate
from ui.widgets.dialog import Dialog


class NewStatement(Dialog):
    """Two forms: the file with what it says, and the header of the copy."""

    def __init__(
        self,
        parent: QWidget | None,
        model: TakingOverModel,
        case: CaseFile,
        choices: Choices,
        documents: tuple[CaseDocument, ...],
    ) -> None:
        super().__init__(
            parent,
            translate("elsewhere", "Statement made elsewhere"),
            translate(
                "elsewhere",
                "The file stays the exhibit and prevails. Its text is taken over page by page. "
                "Enter only what the file says; what it does not say stays empty.",
            ),
        )
        self._model, self._case = model, case
        files = [
            (f"{isolate(each.number)} \u00b7 {isolate(each.file.name)}", each.file.id) for each in documents
        ]
        self.said = FieldForm(STATEMENT_ELSEWHERE, choices={"exhibit_file": files})
        self.header = FieldForm(
            INTERVIEW,
            names=OF_COPY,
            choices=choices,
            languages_first=(case.language,),
            taken=self.said.letters,
        )
        self.body.addLayout(self.said)
        self.body.addLayout(self.header)
        self.finish_with(translate("elsewhere", "Begin the copy"))
        self.keep_typing(model.draft("new-statement", case.id))

    def take(self) -> None:
        if self.said.refuses() or self.header.refuses():
            return
        said, values = self.said.values(), self.header.values()
        file_id = said.pop("file_id")
        about = Interview(id=InterviewId(""), case_id=self._case.id, **values)
        self.begin_work(translate("elsewhere", "The file is read\u2026"))
        with self._model.answering(self):
            self._model.begin(about, file_id, said)

    def refuse_field(self, field: str, sentence: str) -> None:
        refuse_field(self, (self.said, self.header), field, sentence)


def particulars(parent: QWidget, model: TakingOverModel, statement: StatementElsewhere) -> EntryDialog:
    """Make the dialog that changes what is known of how the statement was made."""
    return EntryDialog(
        parent,
        translate("elsewhere", "What the file says of the statement"),
        STATEMENT_ELSEWHERE,
        lambda values, _: model.set_particulars(values),
        model=model,
        main=translate("elsewhere", "Save"),
        entity=statement,
        names=("taken_by", "authority", "signed", "signed_note"),
        draft=model.draft("statement-particulars", statement.id),
    )
