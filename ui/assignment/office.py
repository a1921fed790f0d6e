"""The office's side of assignments: the list of a case, giving out, looking at what came back, closing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from thb_desktop.domain.assignment import AssignmentReturn
from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import AssignmentId
from thb_desktop.services.assignments.giving import AssignmentInFull
from thb_desktop.services.assignments.returning import Doubt, Review
from ui.assignment.assign_dialog import AssignDialog
from ui.assignment.brought import brought_in_words
from ui.assignment.office_model import AssignmentsModel
from ui.assignment.returned import ReturnDialog
from ui.assignment.sending import SendDialog, SentDialog
from ui.clock import day_here, when_here
from ui.jobs import VaultJobs
from ui.labels import language_name
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words, listed
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row, show_if
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


def open_assignments(
    parent: QWidget, jobs: VaultJobs, case: CaseFile, hand_over: Callable[[Path], object]
) -> "AssignmentsDialog":
    """Show the assignments of a case. hand_over: called with the folder of the one that is opened now."""
    dialog = AssignmentsDialog(parent, AssignmentsModel(jobs, parent), case)
    dialog.handed_over.connect(hand_over)
    dialog.open()
    return dialog


class AssignmentsDialog(Dialog):
    """Lists the assignments of a case. handed_over: the folder that the interpreter opens now.

    wants_turn: the job and a turn: of a question, of what changed since, of a dispute. wants_concerns:
    what is sealed, for who may read it.
    """

    handed_over = Signal(object)
    wants_turn = Signal(str, str)
    wants_concerns = Signal()

    def __init__(self, parent: QWidget, model: AssignmentsModel, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Interpreters: {case}").format(case=isolate(case.reference)),
            self.tr("Each works in a store of their own, with one record and nothing else."),
        )
        self.setMinimumWidth(1280)
        self._model, self._case = model, case
        self.may_read_sealed = False
        self._waiting: dict[AssignmentId, datetime] | None = None
        """When work was handed back that waits; None until that is known, and nothing is handed over."""
        self._listed: tuple[AssignmentInFull, ...] = ()
        self.rows: RowsModel[AssignmentInFull] = RowsModel(
            [
                Column(title=self.tr("Record"), read=lambda each: each.record, width=90, exact=True),
                Column(title=self.tr("Job"), read=lambda each: each.job, width=80, exact=True),
                Column(title=self.tr("Into"), read=lambda each: language_name(each.language), width=110),
                Column(title=self.tr("Interpreter"), read=lambda each: each.assignee),
                Column(
                    title=self.tr("Assigned"),
                    read=lambda each: when_here(each.assignment.assigned_at),
                    width=186,
                ),
                Column(title=self.tr("Due"), read=_due, width=120, exact=True),
                Column(title=self.tr("State"), read=self._state, width=290, spare=1, tone=self._tone),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Assignments"))
        self.table.setMinimumHeight(240)
        self.table.say_when_empty(self.tr("Nothing is given out in this case."))
        self.body.addWidget(self.table)
        self.elsewhere = Label("", Part.MUTED, wrap=True)
        self.elsewhere.hide()
        self.body.addWidget(self.elsewhere)
        self.assign_button = button(self.tr("&Assign\u2026"), self._assign, icon="plus")
        self.look_button = button(self.tr("&Look at what came back\u2026"), self._look, icon="file-check")
        self.close_button = button(self.tr("&Close\u2026"), self._close_chosen, icon="x", part="quiet")
        self.send_button = button(self.tr("&Send\u2026"), self._send, icon="lock")
        self.take_back_button = button(
            self.tr("&Take back a packet\u2026"), self._take_back, icon="package-check"
        )
        self.body.addLayout(
            row(
                *(self.assign_button, self.send_button, self.take_back_button),
                *(None, self.close_button, self.look_button),
            )
        )
        self._asked: tuple[str, str] = ("", "")
        self._changed: tuple[str, str] = ("", "")
        self._disputed: tuple[str, str] = ("", "")
        self.answer_button = button(self.tr("A&nswer the linguist\u2026"), self._answer, icon="chevron-right")
        self.sealed_button = button(
            self.tr("&Read what is sealed\u2026"), self._read_sealed, icon="shield-check"
        )
        self.changed_button = button(
            self.tr("&Go to the turn that changed\u2026"), self._go_to_changed, icon="chevron-right"
        )
        self.disputed_button = button(
            self.tr("Go to the &disputed turn\u2026"), self._go_to_disputed, icon="gavel"
        )
        leads = (self.answer_button, self.changed_button, self.disputed_button, self.sealed_button)
        self.body.addLayout(row(*leads, None))
        for each in leads:
            each.hide()
        self.finish_with(self.tr("&Hand over"), icon="handshake", back=self.tr("Back"))
        self.table.chosen.connect(lambda _: self.let_take())
        self.table.opened.connect(lambda _: self._open())
        model.listed.connect(self._show)
        model.elsewhere.connect(self._show_elsewhere)
        model.waiting.connect(self._show_waiting)
        model.refused.connect(self._refused)
        model.reviewed.connect(self._show_return)
        model.merged.connect(self._tell_merged)
        model.sent.connect(lambda sent: SentDialog(self, sent).open())
        self._may_take = self._may_hand_over
        self.let_take()
        self.work_label.setText(self.tr("What came back is being looked for\u2026"))
        self.work_label.show()
        model.list(case.id)

    def _may_hand_over(self) -> bool:
        chosen = self._chosen()
        return self._waiting is not None and chosen is not None and chosen.is_open

    def _refused(self, sentence: str) -> None:
        self._waiting = self._waiting or {}
        self.refuse(sentence)
        self.work_label.hide()
        self.let_take()

    def take(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.is_open:
            self.accept()
            self.handed_over.emit(chosen.folder)

    @property
    def holds_waiting(self) -> bool:
        """Whether the chosen assignment has work that waits to be merged."""
        chosen = self._chosen()
        return chosen is not None and chosen.assignment.id in (self._waiting or ())

    def _open(self) -> None:
        """What waits is looked at; anything else is handed over."""
        if self.holds_waiting:
            self._look()
        elif self.main_button.isEnabled():
            self._take_main()

    def let_take(self) -> None:
        super().let_take()
        chosen = self._chosen()
        self.look_button.setEnabled(chosen is not None and not chosen.assignment.is_closed)
        self.close_button.setEnabled(chosen is not None and not chosen.assignment.is_closed)
        self.send_button.setEnabled(chosen is not None and chosen.waits_to_leave)

    def _send(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.waits_to_leave:
            self.notice.clear()
            SendDialog(self, self._model, self._case, chosen).open()

    def _take_back(self) -> None:
        from ui.widgets import choose

        self.notice.clear()
        folder = choose.choose_folder(self, self.tr("The packet that came back"))
        if folder is not None:
            self.begin_work(self.tr("What came back is being read\u2026"))
            self._model.take_back(folder)

    def _chosen(self) -> AssignmentInFull | None:
        found = self.table.current_record()
        return found if isinstance(found, AssignmentInFull) else None

    def _show(self, listed: tuple[AssignmentInFull, ...]) -> None:
        chosen = self._chosen()
        wanted = chosen.assignment.id if chosen else None
        newest = len(listed) - 1
        is_added = 0 < self.rows.rowCount() < len(listed)
        self._listed = listed
        self.rows.show_rows(listed)
        at = -1 if is_added else self.rows.row_of(lambda each: each.assignment.id == wanted)
        self.table.choose_row(at if at >= 0 else newest)
        self.let_take()

    def _show_elsewhere(self, references: tuple[str, ...]) -> None:
        """After the screen came back, the vault opens at another case than the one of the work."""
        told = self.tr("Work is given out in other cases too: {cases}. Open the case to see it.")
        show_if(self.elsewhere, bool(references))
        self.elsewhere.setText(told.format(cases=listed(map(isolate, references))))

    def _show_waiting(self, waiting: dict[AssignmentId, datetime]) -> None:
        began, self._waiting = not self._waiting, waiting
        if not self._works:
            self.work_label.hide()
        self._show(self._listed)
        at = self.rows.row_of(lambda each: each.assignment.id in waiting)
        if began and at >= 0:
            self.table.choose_row(at)

    def _assign(self) -> None:
        AssignDialog(self, self._model, self._case).open()

    def _look(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.begin_work(self.tr("What came back is being read\u2026"))
            self._model.review(chosen.assignment.id)

    def _show_return(self, review: Review) -> None:
        self._end_work()
        ReturnDialog(self, self._model, self._case, review).open()

    def _tell_merged(self, made: AssignmentReturn, review: Review) -> None:
        """Say what was brought, and what of it waits for somebody here; lead there."""
        told = self.tr(
            "Merged: %n entry(s), in the interpreter's name and under their signature.", "", made.brought
        )
        parts = [told, *brought_in_words(review)]
        settled = len(parts)
        stale = [each for each in review.doubts if each.doubt is Doubt.STALE]
        if stale:
            parts.append(self.tr("%n turn(s) changed since and wait to be rendered again.", "", len(stale)))
            self._changed = review.assignment.job_id, stale[0].segment_id
        if gone := len(review.doubts) - len(stale):
            parts.append(self.tr("%n turn(s) were struck out since.", "", gone))
        if review.questions:
            parts.append(self.tr("%n question(s) wait for an answer.", "", len(review.questions)))
            first = review.questions[0]
            self._asked = first.job_id, first.segment_id
        if review.sealed:
            told = self.tr(
                "%n word(s) of the linguist are sealed for the magistrates, who read them here.",
                "",
                review.sealed,
            )
            if not self.may_read_sealed:
                told = self.tr(
                    "%n word(s) of the linguist are sealed: tell a magistrate, who alone reads them.",
                    "",
                    review.sealed,
                )
            parts.append(told)
        if review.disputes:
            self._disputed = review.assignment.job_id, review.disputes[0].segment_id
        show_if(self.changed_button, bool(stale))
        show_if(self.disputed_button, bool(review.disputes))
        show_if(self.answer_button, bool(review.questions))
        show_if(self.sealed_button, bool(review.sealed) and self.may_read_sealed)
        self.notice.tell(
            " ".join(parts), Tone.OK if len(parts) == settled and not review.disputed else Tone.WARN
        )

    def _answer(self) -> None:
        self.accept()
        self.wants_turn.emit(*self._asked)

    def _go_to_changed(self) -> None:
        self.accept()
        self.wants_turn.emit(*self._changed)

    def _go_to_disputed(self) -> None:
        self.accept()
        self.wants_turn.emit(*self._disputed)

    def _read_sealed(self) -> None:
        self.accept()
        self.wants_concerns.emit()

    def _close_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            CloseDialog(self, self._model, self._case, chosen).open()

    def _state(self, each: AssignmentInFull) -> str:
        if each.assignment.is_closed:
            return self.tr("Closed")
        waits = (self._waiting or {}).get(each.assignment.id)
        if waits is not None:
            return self.tr("Handed back {time}, waits").format(time=isolate(when_here(waits)))
        if each.returns:
            return self.tr("Merged {time}").format(time=isolate(when_here(each.returns[-1].merged_at)))
        if each.packet is not None:
            day = day_here(each.packet.at).isoformat()
            return self.tr("Away since {day}").format(day=isolate(day))
        if each.waits_to_leave:
            return self.tr("Waits to be sent")
        return self.tr("Given out") if each.is_open else self.tr("Not here")

    def _tone(self, each: AssignmentInFull) -> Tone:
        if each.assignment.is_closed:
            return Tone.PLAIN
        is_quiet = each.is_open or each.packet is not None
        is_quiet = is_quiet and each.assignment.id not in (self._waiting or ())
        return Tone.INFO if is_quiet else Tone.WARN


class CloseDialog(Dialog):
    """Ends an assignment, with a reason."""

    def __init__(
        self, parent: QWidget, model: AssignmentsModel, case: CaseFile, chosen: AssignmentInFull
    ) -> None:
        super().__init__(
            parent,
            self.tr("Close the assignment of {name}?").format(name=isolate_words(chosen.assignee)),
            self.tr("The interpreter opens it no more. What was not merged is lost, unless you keep it."),
        )
        self._model, self._case, self._chosen = model, case, chosen
        form = Form()
        self.reason = form.add(self.tr("&Reason"), QLineEdit())
        self.keep = QCheckBox(self.tr("&Keep the store for the office"))
        form.addRow(self.keep)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Close it"), danger=True)

    def take(self) -> None:
        if self.lacks((self.reason, self.tr("A reason is needed. Please write why."))):
            return
        self.begin_work()
        with self._model.answering(self):
            self._model.close_assignment(
                self._case.id,
                self._chosen.assignment.id,
                self.reason.text().strip(),
                keep=self.keep.isChecked(),
            )


def _due(each: AssignmentInFull) -> str:
    due = each.assignment.due_on
    return isolate(due.isoformat()) if due is not None else ""
