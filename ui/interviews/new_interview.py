"""The dialog that begins the record of an interview."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from thb_desktop.domain.ids import CaseId, InterviewId, RowId
from thb_desktop.domain.interview import Caution, InterpreterEngagement, Interview, Presence
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    CautionCode,
    CautionMode,
    ClockSource,
    ConflictDeclaration,
    CopyGiven,
    DefenceParticipation,
    DialectMatch,
    InterpreterOath,
    InterpretingChannel,
    InterpretingMode,
    InterviewState,
    Medium,
    PersonConfirmation,
    PresencePlace,
    PresenceRole,
    ProcedureStage,
    ReadbackMode,
    RecordKind,
)
from thb_desktop.services.casework.interviews import Formalities
from ui.interviews.view_model import InterviewsViewModel, Parties
from ui.labels import language_name, words
from ui.text import NONE
from ui.widgets.basic import Label, Part
from ui.widgets.choices import CodeBox, LanguageBox, ValueBox
from ui.widgets.dates import MomentField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line

USUAL_CAUTIONS = (
    CautionCode.ROLE_AND_PURPOSE,
    CautionCode.TRUTH_DUTY,
    CautionCode.VICTIM_RIGHTS_INFORMATION,
    CautionCode.INTERPRETER_ROLE,
    CautionCode.RIGHT_TO_LAWYER,
    CautionCode.PRIVILEGE_AGAINST_SELF_INCRIMINATION,
    CautionCode.RIGHT_TO_BREAKS,
    CautionCode.DATA_PROTECTION_NOTICE,
)


class NewInterviewDialog(Dialog):
    """The head of the record, who interpreted, and what the person was told."""

    def __init__(self, parent: QWidget, model: InterviewsViewModel) -> None:
        super().__init__(parent, self.tr("New interview"), self.tr("Segments are added afterwards."))
        self._model = model
        self._parties: Parties | None = None
        self.setMinimumWidth(860)
        across = QHBoxLayout()
        across.setSpacing(28)
        across.addLayout(self._build_act(), 1)
        across.addLayout(self._build_formalities(), 1)
        self.body.addLayout(across)
        self.finish_with(self.tr("&Begin the record"))
        model.held.connect(self.accept)
        model.refused.connect(self.refuse)
        model.parties.connect(self._offer)
        model.ask_parties()
        self.keep_typing(model.draft("new-interview", model.case.id if model.case else ""))

    def _build_act(self) -> Form:
        case = self._model.case
        form = Form()
        self.number = form.add(self.tr("&Number"), line())
        self.person = form.add(self.tr("&Person heard"), ValueBox(()))
        self.language = form.add(self.tr("&Language spoken"), LanguageBox("ar"))
        procedure = LanguageBox(case.language if case else "")
        self.procedure = form.add(self.tr("Language of the proce&dure"), procedure)
        self.stage = form.add(self.tr("&Stage"), CodeBox(ProcedureStage, ProcedureStage.INVESTIGATION))
        self.kind = form.add(self.tr("&Kind of record"), CodeBox(RecordKind))
        counts = CodeBox(AuthoritativeText, AuthoritativeText.PROCEDURE_LANGUAGE)
        self.counts = form.add(self.tr("Authoritative te&xt"), counts)
        self.medium = form.add(self.tr("Form of the hearin&g"), CodeBox(Medium))
        self.place = form.add(self.tr("Pl&ace"), line())
        self.started_at = form.add(self.tr("&From"), MomentField())
        self.ended_at = form.add(self.tr("&To"), MomentField())
        self.authority = form.add(self.tr("A&uthority"), ValueBox(()))
        self.lead = form.add(self.tr("Led b&y"), ValueBox(()))
        return form

    def _build_formalities(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        form = Form()
        self.interpreter = form.add(self.tr("&Interpreter"), ValueBox(()))
        self.oath = form.add(self.tr("&Oath"), CodeBox(InterpreterOath, open_question=True))
        self.mode = form.add(self.tr("&Mode"), CodeBox(InterpretingMode, open_question=True))
        self.channel = form.add(self.tr("C&hannel"), CodeBox(InterpretingChannel, open_question=True))
        self.conflict = form.add(
            self.tr("Conflict of int&erest"), CodeBox(ConflictDeclaration, open_question=True)
        )
        self.recording = form.add(self.tr("&Recording"), line())
        column.addLayout(form)
        column.addSpacing(6)
        column.addWidget(Label(self.tr("Information given"), Part.CAPTION))
        self.cautions = {code: QCheckBox(words(code)) for code in USUAL_CAUTIONS}
        for box in self.cautions.values():
            column.addWidget(box)
        column.addStretch(1)
        return column

    def take(self) -> None:
        case = self._model.case
        if case is None or not self.number.text().strip():
            self.refuse(self.tr("Please give the interview a number."))
            self.number.setFocus()
            return
        if self.started_at.is_empty():
            self.refuse_at(self.started_at, self.tr("Please write when the interview began."))
            return
        if self.person.currentData() is None or self.lead.currentData() is None:
            self.refuse(self.tr("Please add the person and the official to the case first."))
            return
        questions = (self.oath, self.mode, self.channel, self.conflict)
        if self.interpreter.currentData() is not None and not all(box.is_answered for box in questions):
            self.refuse(self.tr("Please answer the questions about the interpreter; nothing is presumed."))
            return
        self.main_button.setEnabled(False)
        self._model.hold(self._interview(case.id), self._formalities())

    def _interview(self, case_id: CaseId) -> Interview:
        started = self.started_at.given()
        return Interview(
            id=InterviewId(""),
            case_id=case_id,
            number=self.number.text().strip(),
            person_id=self.person.currentData(),
            language=self.language.tag(),
            language_note="",
            procedure_language=self.procedure.tag(),
            stage=self.stage.code(),
            legal_basis="",
            record_kind=self.kind.code(),
            authoritative_text=self.counts.code(),
            medium=self.medium.code(),
            place=self.place.text().strip(),
            held_on=None,
            started_at=started,
            ended_at=self.ended_at.value(),
            clock_source=ClockSource.DEVICE_UNVERIFIED,
            lead_interviewer_id=self.lead.currentData(),
            record_keeper_id=None,
            sequence=1,
            prior_interviews="",
            special_measures=(),
            health_statement="",
            defence_participation=DefenceParticipation.NOT_RECORDED,
            defence_note="",
            recording_id=None,
            recording_note=self.recording.text().strip(),
            readback_mode=ReadbackMode.NOT_RECORDED,
            readback_language="",
            confirmation=PersonConfirmation.NOT_RECORDED,
            interpretation_complaint="",
            copy_given=CopyGiven.NOT_RECORDED,
            state=InterviewState.DRAFT,
            authority_id=self.authority.currentData(),
        )

    def _formalities(self) -> Formalities:
        spoken = self.language.tag()
        presences = [self._presence(PresenceRole.POLICE_INTERVIEWER, self.lead.currentText())]
        engagements: tuple[InterpreterEngagement, ...] = ()
        if self.interpreter.currentData() is not None:
            presences.append(self._presence(PresenceRole.INTERPRETER, self.interpreter.currentText()))
            engagements = (self._engagement(),)
        return Formalities(
            presences=tuple(presences),
            engagements=engagements,
            cautions=tuple(
                Caution(
                    id=RowId(""),
                    interview_id=InterviewId(""),
                    code=code,
                    given=True,
                    language=spoken,
                    mode=CautionMode.ORAL,
                    understood=True,
                )
                for code, box in self.cautions.items()
                if box.isChecked()
            ),
        )

    def _presence(self, role: PresenceRole, name: str) -> Presence:
        return Presence(
            id=RowId(""),
            interview_id=InterviewId(""),
            role=role,
            name=name,
            organisation="",
            place=PresencePlace.ROOM,
        )

    def _engagement(self) -> InterpreterEngagement:
        return InterpreterEngagement(
            id=RowId(""),
            interview_id=InterviewId(""),
            interpreter_id=self.interpreter.currentData(),
            from_language=self.language.tag(),
            to_language=self.procedure.tag(),
            oath=self.oath.code(),
            dialect_match=DialectMatch.NOT_RECORDED,
            mode=self.mode.code(),
            channel=self.channel.code(),
            conflict=self.conflict.code(),
            conflict_note="",
            relay="",
            comprehension_confirmed=None,
            certified=False,
        )

    def _offer(self, parties: Parties) -> None:
        self._parties = parties
        for box in (self.person, self.lead, self.authority, self.interpreter):
            box.clear()
        for person in parties.persons:
            self.person.addItem(f"{person.code}  {language_name(person.language)}", person.id)
        for official in parties.officials:
            self.lead.addItem(official.name, official.id)
        for authority in parties.authorities:
            self.authority.addItem(authority.name, authority.id)
        self.interpreter.addItem(NONE, None)
        for interpreter in parties.interpreters:
            self.interpreter.addItem(interpreter.name, interpreter.id)
