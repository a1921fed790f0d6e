"""The interviews of the case on the leading side, the open record beside them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import InterviewState
from ui import shortcuts
from ui.interviews.elsewhere.model import TakingOverModel
from ui.interviews.elsewhere.new_statement import NewStatement
from ui.interviews.elsewhere.view import TakingOverView
from ui.interviews.list_place import ROOM_FOR_BOTH, ListPlace
from ui.interviews.listed import Listed, interview_columns
from ui.interviews.new_record import new_interview
from ui.interviews.opened import OpenRecord
from ui.interviews.record_view import RecordView
from ui.interviews.right_side import RightSide
from ui.interviews.view_model import InterviewsViewModel
from ui.interviews.waiting import WaitingLine, WaitingModel
from ui.jobs import VaultJobs
from ui.labels.entries import Choices
from ui.rows import RowsModel
from ui.tones import Tone
from ui.topics import Topic
from ui.widgets.basic import button, on_key, row
from ui.widgets.page import Page
from ui.widgets.split import beside
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.testimony.interview_lists import InterviewSummary
    from thb_desktop.vault.tables.lists import CaseDocument

LIST = 266
"""Pixels of the list of interviews, at the least."""


class InterviewsView(Page):
    """List and record. wants_language: the language work on the open record, by its id."""

    wants_language = Signal(str)
    needs = Right.READ_TESTIMONY
    about_case = True
    shows = frozenset((Topic.TESTIMONY, Topic.CASES))

    def __init__(self, jobs: VaultJobs) -> None:
        super().__init__()
        self.notice_line.give_way()
        self.outer.setContentsMargins(16, 8, 16, 8)
        self.model = InterviewsViewModel(jobs, self)
        self._wanted = self._turn = self._begun = ""
        self._is_step_awaited = self._edits = False
        self._rights: frozenset[Right] = frozenset()
        self.waiting, self.waits = WaitingModel(jobs, self), WaitingLine()
        self.waiting.found.connect(self.waits.show_found)
        self.waiting.returned.connect(self.waits.show_returned)
        left = self._build_list()
        self.taking_over = TakingOverModel(jobs, self)
        self.right = RightSide(self.model, self.taking_over, self.notice)
        self.empty = self.right.empty
        self.taking_over.begun.connect(self._await_words)
        self.taking_over.begun.connect(lambda begun: self._go_on_with(begun.id))
        self.taking_over.finished.connect(self._go_on_with)
        self.body.addWidget(beside(left, self.right, (LIST, 1000), grows=1, gap=12), 1)
        self.home = (self.list,)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._go_in)
        on_key(self, shortcuts.NEW_SEGMENT, self._type_next)
        on_key(self, shortcuts.REPLACE, lambda: self.record.find_words(replaces=True))
        on_key(self, shortcuts.LIST, self._turn_list)
        on_key(self, shortcuts.CLOSING, self._next_missing)
        # A button that is put away hears no key.
        self._new_unseen = on_key(self, shortcuts.NEW, self._new)
        self._new_unseen.setEnabled(False)
        self.place = ListPlace(self.side, sits_down=self._sit_down, turned=self._list_turned)
        # While a record is open, its button has this key.
        self._step_unseen = on_key(self.list, shortcuts.NEXT_STEP, self._await_step)
        self.model.listed.connect(self._listed)
        self.model.opened.connect(self._opened)
        self.model.held.connect(self._await_words)
        self.model.choices.connect(self._open_new)
        self.right.record_made.connect(self._join_record)
        self.right.copy_made.connect(self._join_copy)
        self.right.made.connect(jobs.go_on)

    @property
    def record(self) -> RecordView:
        return self.right.record

    @property
    def copy(self) -> TakingOverView:
        return self.right.copy

    def _join_record(self) -> None:
        record = self.right.record
        record.show_rights(self._rights)
        for asked in (record.head.guide_button.clicked, record.account.recording.seen):
            asked.connect(self._make_room)
        record.closer.turned.connect(self._make_room)
        record.head.language_button.clicked.connect(lambda _: self.wants_language.emit(self.open_id()))
        record.account.translates.connect(record.head.language_button.click)
        self._offer_list(record.head.list_button)

    def _join_copy(self) -> None:
        self.right.copy.show_rights(edits=self._edits)
        self._offer_list(self.right.copy.list_button)

    def _offer_list(self, by: QPushButton) -> None:
        by.clicked.connect(self._turn_list)
        self.place.add(by)

    def _open(self, interview_id: InterviewId) -> None:
        """Read a record; it is shown once there is where."""
        if not self.right.is_whole:
            self.model.jobs.hold()
        self.model.open(interview_id)

    def _build_list(self) -> QWidget:
        """Build the list of interviews, and the buttons above it."""
        self.rows: RowsModel[InterviewSummary] = RowsModel(interview_columns(), self)
        self.list = RecordTable(self.rows, self.tr("Interviews"), wrap=True)
        self.listed = Listed(self.list, self.rows, self.model.pages)
        self.new_button = button(
            self.tr("&New interview\u2026"), self._new, icon="plus", shortcut=shortcuts.NEW
        )
        self.elsewhere_button = button(
            self.tr("&Made elsewhere\u2026"), self._ask_elsewhere, icon="file-text"
        )
        left = self.side = QWidget()
        left.setMinimumWidth(LIST)
        column = QVBoxLayout(left)
        # A mirrored splitter cuts one pixel off its first part.
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(10)
        column.addLayout(row(self.new_button, None))
        column.addLayout(row(self.elsewhere_button, None))
        column.addWidget(self.waits)
        column.addWidget(self.list, 1)
        return left

    def show_rights(self, rights: frozenset[Right]) -> None:
        self._rights = rights
        edits = self._edits = Right.EDIT_TESTIMONY in rights
        self.waiting.assigns = Right.ASSIGN_WORK in rights
        self.new_button.setVisible(edits)
        if not edits:
            self.empty.sentence.setText(self.tr("Choose one in the list."))
        hint = self.tr("No interview is entered in this case yet.")
        if edits:
            hint = self.tr("No interview is entered in this case yet. Enter the first with Ctrl+N.")
        self.list.say_when_empty(hint)
        self.elsewhere_button.setVisible(edits)
        if self.right.is_whole:
            self.record.show_rights(rights)
            self.copy.show_rights(edits=edits)

    def show_case(self, case: CaseFile | None) -> None:
        self.new_button.setEnabled(case is not None)
        self.elsewhere_button.setEnabled(case is not None)
        if self.right.is_whole:
            self.copy.keep_drafts()
        self.taking_over.close()
        self.model.show_case(case)

    def _make_room(self, _: bool = False) -> None:
        """Put the list away for the guide, the closing list or a film where both leave too little room."""
        account = self.record.account
        beside = (account.guide, account.recording.picture, self.record.closing)
        is_beside = not all(each.isHidden() for each in beside)
        if is_beside and self.width() < ROOM_FOR_BOTH:
            self.place.show(shown=False)

    def _go_in(self, found: "InterviewSummary") -> None:
        """Go to the chosen record, once it is read."""
        if self.open_id() == found.interview.id:
            self._sit_down()
        else:
            self._begun = found.interview.id

    def _sit_down(self) -> None:
        """Put the cursor where the open record is worked on."""
        (self.copy if self._is_copying else self.record).take_focus()

    def _give_place(self) -> None:
        """A closing list and the pages of a file need the room of the list."""
        needs = self.model.record is not None and self.model.reading.signs_next
        self.place.give(needed=needs or self._is_copying, width=self.width())

    @property
    def _is_copying(self) -> bool:
        return self.right.is_whole and self.right.currentWidget() is self.copy

    def _list_turned(self, shown: bool) -> None:
        self._new_unseen.setEnabled(not shown and self._edits)

    def _next_missing(self) -> None:
        if self.right.is_whole and self.record.isVisible():
            self.record.closer.go_on()

    def _type_next(self) -> None:
        self.record.type_next()

    def _turn_list(self, _: bool = False) -> None:
        # Where nothing is open, the list alone can take the cursor.
        self.place.show(shown=self.side.isHidden() or self.right.currentWidget() is self.empty)

    def _await_step(self) -> None:
        self._is_step_awaited = True

    def _take_step(self) -> None:
        """Do the next step of a record whose key was pressed while it was still read."""
        awaited, self._is_step_awaited = self._is_step_awaited, False
        if awaited and self.right.currentWidget() not in (self.empty, self.copy):
            self.record.head.close_button.click()

    def take_focus(self) -> None:
        """Go to the list or, while it is put away, to what is open: else no key of the page is heard."""
        if self.side.isHidden() and self.right.currentWidget() is not self.empty:
            self._sit_down()
        else:
            super().take_focus()

    def go_to_search(self) -> None:
        self.record.find_words()

    def reload(self) -> None:
        if self.model.case is not None:
            self.waiting.ask(self.model.case.id, again=self.waits.has_returned)
        self.model.renew_exhibits()
        if self.model.record is None:
            self.model.reload()
        elif self.model.is_outdated:
            self.keep_drafts()
            self.return_to(self.open_id(), self.typed_turn()[0])

    def open_id(self) -> str:
        return self.model.record.interview.id if self.model.record else ""

    def typed_turn(self) -> tuple[str, str]:
        return self.record.table.typed_turn() if self.right.is_whole else ("", "")

    def return_to(self, record: str, _turn: str = "") -> None:
        self._wanted, self._turn = record, _turn
        self.model.reload()

    @property
    def holds_drafts(self) -> bool:
        return self.model.holds_drafts

    def keep_drafts(self) -> None:
        if not self.right.is_whole:
            return  # nobody can have typed anything
        self.record.keep_drafts()
        self.copy.keep_drafts()

    def _listed(self, found: tuple["InterviewSummary", ...], first: bool) -> None:
        chosen = self.listed.show(found, first, self._wanted or self.open_id())
        self.model.shown = len(self.rows.rows)
        if chosen is not None and (self._wanted or self.model.record is None) and self.isVisible():
            self._open(chosen.interview.id)

    def _choose(self, found: "InterviewSummary | None") -> None:
        if found is None:
            return
        if self._begun != found.interview.id:
            self._begun = ""
        record = self.model.record
        if record is None or record.interview.id != found.interview.id:
            self._open(found.interview.id)

    def _opened(self, opened: OpenRecord | None) -> None:
        if opened is not None and not self.right.is_whole:
            self.right.finish()
            self.model.opened.emit(opened)  # what shows it heard nothing of it
            return
        turn = ""
        if opened is not None:
            turn, self._wanted, self._turn = self._turn if self._wanted else "", "", ""
            self.listed.choose(opened.record.interview.id)
        is_copied = opened is not None and _is_copied(opened)
        if opened is None:
            self.right.setCurrentWidget(self.empty)
        else:
            self.right.setCurrentWidget(self.copy if is_copied else self.record)
        if opened is not None and is_copied:
            self.copy.keep_drafts()
            self.taking_over.open(opened.record.interview.id)
        self._give_place()
        self._step_unseen.setEnabled(opened is None)
        if opened is None:
            self.place.show(shown=True)
        if opened is not None and opened.record.interview.id == self._begun:
            self._begun = ""
            self._sit_down()
        if turn:
            self.record.tabs.setCurrentIndex(0)
            self.record.table.go_to_turn(turn)
        self._take_step()

    def _await_words(self, begun: Interview) -> None:
        """A record was begun: once it is open, its first words are typed."""
        self._begun = begun.id

    def _new(self) -> None:
        if self.model.case is not None:
            self.model.ask_choices()

    def _ask_elsewhere(self) -> None:
        """Ask for the file that prevails, and what it says."""
        if self.model.case is not None:
            case = self.model.case
            self.taking_over.ask_documents(case.id, lambda found: self._open_elsewhere(case, *found))

    def _open_elsewhere(
        self, case: CaseFile, choices: Choices, documents: "tuple[CaseDocument, ...]"
    ) -> None:
        if not documents:
            self.notice.tell(
                self.tr(
                    "No exhibit of this case has a PDF, a DOCX, a text or a picture. Add the file of the "
                    "statement on the page Exhibits first."
                ),
                Tone.WARN,
            )
            return
        NewStatement(self, self.taking_over, case, choices, documents).open()

    def _go_on_with(self, interview_id: str) -> None:
        """Open a record that an act of taking over began or ended; its keys work at once."""
        self._begun = interview_id
        self.return_to(interview_id)

    def _open_new(self, choices: Choices) -> None:
        case = self.model.case
        if case is not None:
            new_interview(self, self.model, case.id, case.language, choices).open()


def _is_copied(opened: OpenRecord) -> bool:
    """Whether it is a statement made elsewhere whose text is still taken over."""
    record = opened.record
    return record.taken_over is not None and record.interview.state is InterviewState.DRAFT
