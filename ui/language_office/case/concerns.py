"""Concerns for safety: listed for magistrates, opened for a reason, and dealt with."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.language_work import SafetyFlag
from thb_desktop.domain.safety import SafetyConcern
from thb_desktop.domain.vocabulary import ConcernKind
from thb_desktop.errors import SealedValueDamagedError
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import safety
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews
from ui.clock import when_here
from ui.jobs import VaultJobs
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.topics import Topic
from ui.view_model import FormModel
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.questions import ask_reason
from ui.widgets.table import RecordTable
from ui.widgets.text_edit import PlainTextEdit


@dataclass(frozen=True, slots=True, kw_only=True)
class Concerns:
    """The concerns of a case, none opened; records, users and linguists by id."""

    flags: tuple[SafetyFlag, ...]
    records: Mapping[str, str]
    users: Mapping[str, str]
    linguists: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A concern that was opened; None for one that nobody can read. turn, job: label and number of what it is
    about, where it names one.
    """

    flag: SafetyFlag
    concern: SafetyConcern | None
    turn: str = ""
    job: str = ""


class ConcernsModel(FormModel):
    """listed: Concerns. opened: Opened."""

    changes = Topic.TESTIMONY

    listed = Signal(object)
    opened = Signal(object)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QWidget) -> None:
        super().__init__(jobs, parent)
        self.case = case

    def list(self) -> None:
        self.read(self._read, self.listed.emit)

    def open_flag(self, flag: SafetyFlag, justification: str) -> None:
        def work(session: Session) -> Opened:
            try:
                concern = safety.read_safety_flag(session, flag.id, justification=justification)
            except SealedValueDamagedError:
                return Opened(flag=flag, concern=None)
            turn, job = safety.place_of(session, concern)
            return Opened(flag=flag, concern=concern, turn=turn, job=job)

        self.read(work, self.opened.emit)

    def settle(self, flag_id: RowId, what_was_done: str) -> None:
        def work(session: Session) -> Concerns:
            safety.settle_safety_flag(session, flag_id, what_was_done)
            return self._read(session)

        self.write(work, self.listed.emit)

    def _read(self, session: Session) -> Concerns:
        held = interviews.list_interviews(session, self.case.id)
        return Concerns(
            flags=safety.list_safety_flags(session, self.case.id),
            records={each.interview.id: each.interview.number for each in held},
            users={each.id: each.name for each in users.list_users(session)},
            linguists={each.id: each.name for each in people.list_interpreters(session, self.case.id)},
        )


class ConcernsDialog(Dialog):
    """The list; what a concern says is opened for a reason, which the event chain keeps."""

    def __init__(self, parent: QWidget, model: ConcernsModel) -> None:
        super().__init__(
            parent,
            self.tr("Concerns and objections in {case}").format(case=isolate(model.case.reference)),
            self.tr(
                "A linguist noticed that somebody is afraid or threatened, or complains of what they work "
                "under; or the person heard objects to an interpreter. Only who may read assessments opens "
                "it; the event chain keeps that it was read, and why."
            ),
        )
        self.setMinimumWidth(820)
        self._model = model
        self._found = Concerns(flags=(), records={}, users={}, linguists={})
        self.rows: RowsModel[SafetyFlag] = RowsModel(
            (
                Column(
                    title=self.tr("Record"),
                    read=lambda each: self._found.records.get(each.interview_id, ""),
                    width=90,
                    exact=True,
                ),
                Column(title=self.tr("Entered"), read=lambda each: when_here(each.at), width=200, exact=True),
                Column(title=self.tr("Typed by"), read=lambda each: self._found.users.get(each.typed_by, "")),
                Column(
                    title=self.tr("State"),
                    read=self._state,
                    width=280,
                    tone=lambda each: Tone.OK if each.settled_by else Tone.BAD,
                ),
            ),
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Concerns"))
        self.table.setMinimumHeight(220)
        self.table.say_when_empty(self.tr("No concern was raised in this case."))
        self.body.addWidget(self.table)
        self.finish_with(self.tr("&Open it\u2026"), icon="eye", back=self.tr("Close"))
        self._may_take = lambda: self.table.current_record() is not None
        self.table.chosen.connect(lambda _: self.let_take())
        self.table.opened.connect(lambda _: self.take())
        model.listed.connect(self._show)
        model.opened.connect(self._open)
        model.refused.connect(self.refuse)
        self.let_take()
        model.list()

    def take(self) -> None:
        chosen = self.table.current_record()
        if not isinstance(chosen, SafetyFlag):
            return
        reason = ask_reason(
            self,
            self.tr("Open this concern?"),
            self.tr("The event chain keeps that you read it, and why."),
            self.tr("Open it"),
        )
        if reason:
            self._model.open_flag(chosen, reason)

    def _show(self, found: Concerns) -> None:
        self._found = found
        self.rows.show_rows(found.flags)
        self.table.choose_row(len(found.flags) - 1)
        self.let_take()

    def _open(self, opened: Opened) -> None:
        ConcernDialog(self, self._model, opened, self._found).open()

    def _state(self, each: SafetyFlag) -> str:
        if each.settled_by is None:
            return self.tr("Nobody dealt with it")
        told = self.tr("Dealt with by {name}, {at}")
        name = self._found.users.get(each.settled_by, "")
        return told.format(
            name=isolate_words(name), at=isolate(when_here(each.settled_at)) if each.settled_at else ""
        )


class ConcernDialog(Dialog):
    """What a concern says, and what was done about it; that is sealed as the concern is."""

    def __init__(self, parent: QWidget, model: ConcernsModel, opened: Opened, found: Concerns) -> None:
        objects = opened.concern is not None and opened.concern.kind is ConcernKind.OBJECTION
        heading = self.tr("Objection of the person heard") if objects else self.tr("Concern of a linguist")
        super().__init__(parent, heading)
        self.setMinimumWidth(640)
        self._model, self._flag = model, opened.flag
        form = Form()
        form.tell(self.tr("Record"), found.records.get(opened.flag.interview_id, ""), exact=True)
        if opened.concern is None:
            form.tell(self.tr("Typed by"), found.users.get(opened.flag.typed_by, ""))
            form.tell(self.tr("Entered"), when_here(opened.flag.at), exact=True)
            unread = self.tr("What was sealed cannot be read. Ask who typed it what they wanted to say.")
            form.tell(self.tr("What it says"), unread)
        else:
            self._tell(form, opened, opened.concern, found)
        self.answer = PlainTextEdit("", lines=3)
        self.body.addLayout(form)
        if self._flag.settled_by is None:
            form.add(self.tr("&What was done"), self.answer)
            self.finish_with(self.tr("It is &dealt with"), icon="check", back=self.tr("Close"))
            self.answer.setFocus()
        else:
            self.finish_with(self.tr("Close"))
            self.back_button.hide()

    def _tell(self, form: Form, opened: Opened, concern: SafetyConcern, found: Concerns) -> None:
        objects = concern.kind is ConcernKind.OBJECTION
        by = self.tr("To the interpreter") if objects else self.tr("Said by")
        form.tell(by, found.linguists.get(concern.interpreter_id, ""))
        if concern.through:
            form.tell(self.tr("Said through"), concern.through)
        form.tell(self.tr("Entered"), when_here(concern.at), exact=True)
        whole = self.tr("the whole job") if opened.job else ""
        if not objects:
            form.tell(self.tr("About"), listed(filter(None, (opened.job, opened.turn or whole))), exact=True)
        if concern.kind is not None:
            form.tell(self.tr("What it is"), words(concern.kind))
        form.tell(self.tr("What it says"), concern.text)

    def take(self) -> None:
        if self._flag.settled_by is not None:
            self.accept()
        elif not self.lacks((self.answer, self.tr("Please write what was done."))):
            self.begin_work()
            with self._model.answering(self):
                self._model.settle(self._flag.id, self.answer.toPlainText().strip())
