"""The dialog that registers an exhibit."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile, in_language
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.custody_kinds import ARRIVALS
from thb_desktop.domain.date_rules import check_dates
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import ExhibitId, OfficialId
from thb_desktop.domain.people import Official
from thb_desktop.domain.vocabulary import CustodyAction, ExhibitKind, Originality
from thb_desktop.services.casework.custody import Act
from ui.exhibits.view_model import ExhibitsViewModel
from ui.text import NONE, isolate, isolate_words
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
        self.setMinimumWidth(620)
        self._model = model
        form = Form()
        self.number = form.add(self.tr("&Number"), line())
        self.title = form.add(self.tr("T&itle"), line())
        self.kind = form.add(self.tr("&Kind"), CodeBox(ExhibitKind, open_question=True))
        self.originality = form.add(self.tr("&Originality"), CodeBox(Originality, open_question=True))
        self.parent_exhibit = form.add(self.tr("Derived &from exhibit"), ValueBox([(NONE, None)]))
        self.instrument = form.add(self.tr("Obtained &under"), ValueBox([(NONE, None)]))
        self.authority = form.add(self.tr("&Warrant or order"), line())
        self.source = form.add(self.tr("&Source"), line())
        arrivals = [action for action in CustodyAction if action in ARRIVALS]
        self.arrival = form.add(self.tr("&How acquired"), CodeBox(arrivals, open_question=True))
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
        model.origins.connect(self._offer_origins)
        model.ask_origins()
        self.keep_typing(model.draft("register-exhibit", model.case.id if model.case else ""))

    def take(self) -> None:
        case = self._model.case
        by = self.collected_by.currentData()
        if case is None or not self.number.text().strip() or not self.title.text().strip():
            self.refuse(self.tr("Please give a number and a title."))
            return
        for box, said in (
            (self.kind, self.tr("Please choose the kind.")),
            (self.arrival, self.tr("Please choose how it was acquired.")),
        ):
            if not box.is_answered:
                self.refuse_at(box, said)
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
            originality=self.originality.code() if self.originality.is_answered else None,
            titles=((case.language, self.title.text().strip()),),
            source=self.source.text().strip(),
            collected_at=self.collected_at.given(),
            collected_by=by,
            parent_id=self.parent_exhibit.currentData(),
            root_id=ExhibitId(""),
            instrument_id=self.instrument.currentData(),
            seal=self.seal.text().strip(),
            note=self.note.toPlainText().strip(),
            legal_authority=self.authority.text().strip(),
        )

    def _offer(self, officials: tuple[Official, ...]) -> None:
        self.collected_by.clear()
        for official in officials:
            self.collected_by.addItem(f"{official.name} ({official.code})", official.id)

    def _offer_origins(self, found: tuple[tuple[Exhibit, ...], tuple[Instrument, ...]]) -> None:
        exhibits, instruments = found
        language = self._model.case.language if self._model.case else ""
        for exhibit in exhibits:
            title = isolate_words(in_language(exhibit.titles, language))
            self.parent_exhibit.addItem(f"{isolate(exhibit.number)}  {title}", exhibit.id)
        for instrument in instruments:
            self.instrument.addItem(f"{isolate(instrument.number)}  {instrument.reference}", instrument.id)
