"""The dialog that registers an exhibit."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.custody_kinds import ARRIVALS
from thb_desktop.domain.date_rules import check_dates
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, Originality
from thb_desktop.services.casework.custody import Act
from ui.exhibits.view_model import ExhibitsViewModel
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.date_doubts import may_save
from ui.widgets.dates import MomentField, now
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line
from ui.widgets.text_edit import PlainTextEdit


class RegisterDialog(Dialog):
    """Number, kind, title, source, when and by whom it was collected."""

    def __init__(self, parent: QWidget, model: ExhibitsViewModel) -> None:
        super().__init__(parent, self.tr("Register an exhibit"), self.tr("Files are added afterwards."))
        self._model = model
        form = Form()
        self.number = form.add(self.tr("&Number"), line())
        self.title = form.add(self.tr("T&itle"), line())
        self.kind = form.add(self.tr("&Kind"), CodeBox(ExhibitKind, ExhibitKind.FILE))
        self.originality = form.add(self.tr("&Originality"), CodeBox(Originality))
        self.source = form.add(self.tr("&Source"), line())
        arrivals = [action for action in CustodyAction if action in ARRIVALS]
        self.arrival = form.add(self.tr("&How acquired"), CodeBox(arrivals, CustodyAction.SEIZED))
        self.collected_at = form.add(self.tr("&Collected"), MomentField())
        self.collected_by = form.add(self.tr("&By"), ValueBox(()))
        self.place = form.add(self.tr("&Place"), line())
        self.reason = form.add(self.tr("Re&ason"), line())
        self.late = form.add(
            self.tr("Reason for &late entry"),
            line(placeholder=self.tr("Needed if it was more than a day ago")),
        )
        self.seal = form.add(self.tr("S&eal"), line())
        self.note = form.add(self.tr("No&te"), PlainTextEdit(self.tr("Note"), lines=2))
        self.body.addLayout(form)
        self.finish_with(self.tr("Re&gister"))
        model.registered.connect(self.accept)
        model.refused.connect(self.refuse)
        model.officials.connect(self._offer)
        model.ask_officials()
        self.keep_typing(model.draft("register-exhibit", model.case.id if model.case else ""))

    def take(self) -> None:
        case = self._model.case
        by = self.collected_by.currentData()
        if case is None or not self.number.text().strip() or not self.title.text().strip():
            self.refuse(self.tr("Please give a number and a title."))
            return
        if self.collected_at.is_empty():
            self.refuse_at(self.collected_at, self.tr("Please write when it was collected."))
            return
        if by is None:
            self.refuse(self.tr("Please add the official who collected it to the case first."))
            return
        exhibit = self._exhibit(case, by)
        if not may_save(self, check_dates(exhibit, now())):
            return
        self.main_button.setEnabled(False)
        self._model.register(exhibit, self._act(by))

    def _act(self, by: OfficialId) -> Act:
        return Act(
            action=self.arrival.code(),
            occurred_at=self.collected_at.given(),
            actor=self.collected_by.currentText(),
            actor_id=by,
            place=self.place.text(),
            reason=self.reason.text(),
            seal=self.seal.text().strip(),
            late_entry_reason=self.late.text(),
        )

    def _exhibit(self, case: CaseFile, by: OfficialId) -> Exhibit:
        return Exhibit(
            id=ExhibitId(""),
            case_id=case.id,
            number=self.number.text().strip(),
            kind=self.kind.code(),
            originality=self.originality.code(),
            titles=((case.language, self.title.text().strip()),),
            source=self.source.text().strip(),
            collected_at=self.collected_at.given(),
            collected_by=by,
            parent_id=None,
            root_id=ExhibitId(""),
            instrument_id=None,
            seal=self.seal.text().strip(),
            note=self.note.toPlainText().strip(),
        )

    def _offer(self, officials: tuple[Official, ...]) -> None:
        self.collected_by.clear()
        for official in officials:
            self.collected_by.addItem(f"{official.name} ({official.code})", official.id)
