"""Completing the formalities of a record that is not signed yet: also after it was read back."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thb_desktop.domain.bundle import InterviewInFull
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import (
    Caution,
    InterpreterEngagement,
    Interview,
    Presence,
    RecordSignature,
)
from thb_desktop.domain.vocabulary import (
    CautionCode,
    CautionMode,
    ConflictDeclaration,
    DefenceParticipation,
    DialectMatch,
    InterpreterOath,
    InterpretingChannel,
    InterpretingMode,
    PresencePlace,
    PresenceRole,
    SignatureMethod,
    SignerRole,
)
from thb_desktop.services.casework.interviews import Formalities
from ui.interviews.view_model import InterviewsViewModel, Parties
from ui.labels import words
from ui.text import NONE
from ui.widgets.basic import Card, button, row
from ui.widgets.choices import CodeBox, ValueBox
from ui.widgets.dates import MomentField
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form, line

UNSIGNED = (SignatureMethod.REFUSED, SignatureMethod.UNABLE)


class SignatureRow(Card):
    """One signature, or why there is none; left empty it is no signature."""

    def __init__(self) -> None:
        super().__init__(margin=10, spacing=6)
        self.role = CodeBox(SignerRole, name=self.tr("Who signed"), open_question=True)
        self.signer = line("", self.tr("Name"), name=self.tr("Name of the signer"))
        self.method = CodeBox(SignatureMethod, name=self.tr("How it was signed"), open_question=True)
        self.at = MomentField(self.tr("When it was signed"))
        self.reason = line(
            "", self.tr("Reason, if refused or unable"), name=self.tr("Reason for no signature")
        )
        self.body.addLayout(row(self.role, self.signer, self.method))
        self.body.addLayout(row(self.at, self.reason))

    @property
    def is_empty(self) -> bool:
        return not (self.role.is_answered or self.method.is_answered or self.signer.text().strip())

    @property
    def is_whole(self) -> bool:
        if not (self.role.is_answered and self.method.is_answered and self.signer.text().strip()):
            return False
        return self.method.code() not in UNSIGNED or bool(self.reason.text().strip())

    def signature(self) -> RecordSignature:
        return RecordSignature(
            id=RowId(""),
            interview_id=InterviewId(""),
            role=self.role.code(),
            name=self.signer.text().strip(),
            method=self.method.code(),
            at=self.at.value(),
            reason=self.reason.text().strip(),
        )


class CompleteDialog(Dialog):
    """What the law wants noted about the interview and is missing; the words of the record stay."""

    def __init__(self, parent: QWidget, model: InterviewsViewModel, full: InterviewInFull) -> None:
        super().__init__(
            parent,
            self.tr("Formalities of the record"),
            self.tr("They can be completed until the record is signed; what was said stays as it is."),
        )
        self._model = model
        self._full = full
        open_answers = (InterpreterOath.NOT_RECORDED, ConflictDeclaration.NOT_RECORDED)
        self._engagement = next(
            (one for one in full.engagements if one.oath in open_answers or one.conflict in open_answers),
            None,
        )
        self.setMinimumWidth(760)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._build_act(full.interview), self.tr("The &act"))
        self.tabs.addTab(self._build_cautions(full), self.tr("Informa&tion given"))
        interpreting = self._build_interpreting()
        if self._engagement is not None or not full.engagements:
            self.tabs.addTab(interpreting, self.tr("&Interpreting"))
        else:
            interpreting.setParent(self)
            interpreting.hide()
        self.tabs.addTab(self._build_signatures(), self.tr("Si&gnatures"))
        self.body.addWidget(self.tabs)
        self.finish_with(self.tr("&Save the formalities"), icon="save")
        self.main_button.setEnabled(False)
        model.parties.connect(self._offer)
        model.completed.connect(self.accept)
        model.refused.connect(self.refuse)
        model.ask_parties()
        self.keep_typing(model.draft("formalities", full.interview.id))

    def _build_act(self, interview: Interview) -> QWidget:
        page, form = QWidget(), Form()
        self.started_at = form.add(self.tr("&From"), MomentField())
        self.ended_at = form.add(self.tr("T&o"), MomentField())
        self.started_at.set_value(interview.started_at)
        self.ended_at.set_value(interview.ended_at)
        self.place = form.add(self.tr("&Place"), line(interview.place))
        self.authority = form.add(self.tr("A&uthority"), ValueBox(()))
        self.legal_basis = form.add(self.tr("&Legal basis"), line(interview.legal_basis))
        self.health = form.add(self.tr("State of &health"), line(interview.health_statement))
        self.defence = form.add(
            self.tr("&Defence"), CodeBox(DefenceParticipation, interview.defence_participation)
        )
        self.defence_note = form.add(self.tr("&Note on the defence"), line(interview.defence_note))
        self.recording = form.add(self.tr("&Recording"), line(interview.recording_note))
        self.understood = form.add(
            self.tr("Without interpreter: &who saw that the language is understood"),
            line(interview.understood),
        )
        form.setContentsMargins(0, 10, 0, 0)
        page.setLayout(form)
        return page

    def _build_cautions(self, full: InterviewInFull) -> QWidget:
        self._given = {caution.code: caution for caution in full.cautions}
        self.caution_mode = CodeBox(CautionMode, open_question=True)
        self.caution_understood = QCheckBox(self.tr("The person said that it was understood"))
        inner, grid = QWidget(), QGridLayout()
        inner.setProperty("part", "scrolled")
        inner.setLayout(grid)
        self.cautions: dict[CautionCode, tuple[QCheckBox, QLineEdit]] = {}
        for number, code in enumerate(CautionCode):
            box, found = QCheckBox(words(code)), self._given.get(code)
            box.setChecked(found is not None and found.given)
            reply = line(
                found.reply if found else "",
                self.tr("Reply"),
                name=self.tr("Reply: {what}").format(what=words(code)),
            )
            grid.addWidget(box, number, 0)
            grid.addWidget(reply, number, 1)
            self.cautions[code] = (box, reply)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(260)
        area.setWidget(inner)
        area.setAccessibleName(self.tr("Information and cautions"))
        page = QWidget()
        column, form = QVBoxLayout(page), Form()
        form.add(self.tr("&How the new ones were told"), self.caution_mode)
        column.addWidget(area, 1)
        column.addLayout(form)
        column.addWidget(self.caution_understood)
        return page

    def _build_interpreting(self) -> QWidget:
        page, form, known = QWidget(), Form(), self._engagement
        self.interpreter = form.add(self.tr("Int&erpreter"), ValueBox(()))
        self.oath = form.add(
            self.tr("&Oath"), CodeBox(InterpreterOath, known.oath if known else None, open_question=True)
        )
        self.mode = form.add(
            self.tr("&Mode"), CodeBox(InterpretingMode, known.mode if known else None, open_question=True)
        )
        self.channel = form.add(
            self.tr("&Channel"),
            CodeBox(InterpretingChannel, known.channel if known else None, open_question=True),
        )
        self.conflict = form.add(
            self.tr("Con&flict of interest"),
            CodeBox(ConflictDeclaration, known.conflict if known else None, open_question=True),
        )
        self.interpreter.setEnabled(known is None)
        form.setContentsMargins(0, 10, 0, 0)
        page.setLayout(form)
        return page

    def _build_signatures(self) -> QWidget:
        self.signatures: list[SignatureRow] = []
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        self._rows = QVBoxLayout(inner)
        self._rows.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setAccessibleName(self.tr("Signatures on the record"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(area, 1)
        self.add_button = button(self.tr("Add a signat&ure"), self.add_signature, icon="plus")
        column.addLayout(row(self.add_button, None))
        self.add_signature()
        return page

    def add_signature(self) -> SignatureRow:
        """One more row to fill in."""
        made = SignatureRow()
        self._rows.insertWidget(len(self.signatures), made)
        self.signatures.append(made)
        return made

    def make_room(self, names: Collection[str]) -> None:
        """Make the rows of signatures in which these fields stand."""
        while any(name.startswith(f"signatures.{len(self.signatures)}.") for name in names):
            self.add_signature()

    def take(self) -> None:
        questions = (self.oath, self.mode, self.channel, self.conflict)
        if self.interpreter.currentData() is not None and not all(box.is_answered for box in questions):
            self.refuse(self.tr("Please answer the questions about the interpreter; nothing is presumed."))
            return
        new = [code for code, (box, _) in self.cautions.items() if box.isChecked() and not self._was(code)]
        if new and not self.caution_mode.is_answered:
            self.refuse(self.tr("Please say how the person was told."))
            return
        if not all(each.is_empty or each.is_whole for each in self.signatures):
            self.refuse(
                self.tr(
                    "A signature needs the function, the name and the method; a missing one needs a reason."
                )
            )
            return
        self.main_button.setEnabled(False)
        engagements = self._engagements()
        self._model.complete(
            self._header(),
            Formalities(
                presences=self._presences(engagements),
                cautions=self._cautions(),
                engagements=engagements,
                signatures=tuple(each.signature() for each in self.signatures if not each.is_empty),
            ),
        )

    def _header(self) -> Interview:
        return replace(
            self._full.interview,
            started_at=self.started_at.value(),
            ended_at=self.ended_at.value(),
            place=self.place.text().strip(),
            authority_id=self.authority.currentData(),
            legal_basis=self.legal_basis.text().strip(),
            health_statement=self.health.text().strip(),
            defence_participation=self.defence.code(),
            defence_note=self.defence_note.text().strip(),
            recording_note=self.recording.text().strip(),
            understood=self.understood.text().strip(),
        )

    def _was(self, code: CautionCode) -> bool:
        return code in self._given and self._given[code].given

    def _cautions(self) -> tuple[Caution, ...]:
        """Those that are new or changed."""
        found = []
        for code, (box, typed) in self.cautions.items():
            known, reply = self._given.get(code), typed.text().strip()
            if box.isChecked() and not self._was(code):
                found.append(
                    Caution(
                        id=known.id if known else RowId(""),
                        interview_id=InterviewId(""),
                        code=code,
                        given=True,
                        language=self._full.interview.language,
                        mode=self.caution_mode.code(),
                        understood=self.caution_understood.isChecked(),
                        reply=reply,
                    )
                )
            elif known and (known.given, known.reply) != (box.isChecked(), reply):
                found.append(replace(known, given=box.isChecked(), reply=reply))
        return tuple(found)

    def _engagements(self) -> tuple[InterpreterEngagement, ...]:
        if self.interpreter.currentData() is None:
            return ()
        known, interview = self._engagement, self._full.interview
        engaged = known or InterpreterEngagement(
            id=RowId(""),
            interview_id=InterviewId(""),
            interpreter_id=self.interpreter.currentData(),
            from_language=interview.language,
            to_language=interview.procedure_language,
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
        return (
            replace(
                engaged,
                oath=self.oath.code(),
                mode=self.mode.code(),
                channel=self.channel.code(),
                conflict=self.conflict.code(),
            ),
        )

    def _presences(self, engagements: tuple[InterpreterEngagement, ...]) -> tuple[Presence, ...]:
        """The interpreter who is named now was there, in the room or through the channel."""
        if not engagements or any(one.role is PresenceRole.INTERPRETER for one in self._full.presences):
            return ()
        there = engagements[0].channel is InterpretingChannel.ON_SITE
        return (
            Presence(
                id=RowId(""),
                interview_id=InterviewId(""),
                role=PresenceRole.INTERPRETER,
                name=self.interpreter.currentText(),
                organisation="",
                place=PresencePlace.ROOM if there else PresencePlace.REMOTE,
            ),
        )

    def _offer(self, parties: Parties) -> None:
        known = self._engagement.interpreter_id if self._engagement else None
        for box, people, chosen in (
            (self.authority, parties.authorities, self._full.interview.authority_id),
            (self.interpreter, parties.interpreters, known),
        ):
            box.clear()
            box.addItem(NONE, None)
            for each in people:
                box.addItem(each.name, each.id)
            box.setCurrentIndex(max(0, box.findData(chosen)))
        self.main_button.setEnabled(True)
