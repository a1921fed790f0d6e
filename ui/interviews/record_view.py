"""One interview record on screen: its head, its account on two sides, and its formalities."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from thb_desktop.domain.ids import InterviewId
from thb_desktop.domain.interview_fields import CORRECTION
from thb_desktop.domain.record_decision import is_annulled
from thb_desktop.domain.rights import Right
from thb_desktop.errors import SigningCopyOutdatedError
from thb_desktop.findings import Finding, Standing
from ui import shortcuts
from ui.interviews.account import AccountPage
from ui.interviews.checked_by import told_drafts
from ui.interviews.decisions import DecisionsMenu, told_of
from ui.interviews.formalities import FormalitiesPage
from ui.interviews.head import RecordHead
from ui.interviews.new_record import later_record
from ui.interviews.opened import OpenRecord
from ui.interviews.paper import name_paper, print_record
from ui.interviews.reading.closing_list import ClosingList, turn_of
from ui.interviews.reading.closing_part import ClosingPart
from ui.interviews.rendered_by import told_nameless
from ui.interviews.sign_record import SignDialog
from ui.interviews.transcripts.taken import TakingTranscript
from ui.interviews.view_model import InterviewsViewModel
from ui.interviews.waiting import told_given_out
from ui.labels import field_words
from ui.messages import sentence
from ui.named import set_by_name
from ui.tones import Tone
from ui.transcript.rows import At
from ui.widgets.basic import Notice, on_key, row

_OF_PEOPLE = ("person.", "person_role.", "interpreter.")
"""Prefixes of fields that belong to the people of the case, not to a record."""


class RecordView(QWidget):
    """The open record."""

    def __init__(self, view_model: InterviewsViewModel, account: AccountPage, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self._model = view_model
        self.notice = notice
        self._transcript = view_model.transcript
        self._signs = False
        self._refusal = self._told_drafts = ""
        self._given_out = ""
        self._shown, self._is_note = InterviewId(""), False
        self._is_stale = False
        self._wanted: Finding | str | None = None
        """Where to go once the formalities that codes entered were read."""
        self.rows = FormalitiesPage(view_model)
        self.account = account
        self.transcripts = TakingTranscript(view_model, self.account, notice)
        self.table, self.entry = self.account.table, self.account.entry
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.head = RecordHead()
        self.head.decision_button.setMenu(DecisionsMenu(self, view_model))
        column.addWidget(self.head)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.account, self.tr("Account"))
        self.tabs.addTab(self.rows, self.tr("Formalities"))
        # The button of the head leads from one to the other, and its line has the room of the tabs.
        self.tabs.tabBar().hide()
        # Tab would go to the hidden line, and stay where it was.
        set_by_name(self.tabs, focusPolicy="NoFocus")
        self.closing = ClosingList()
        self.closer = ClosingPart(view_model, self.head, self.closing, notice)
        across = row(self.tabs, self.closing, spacing=10)
        across.setStretch(0, 1)
        column.addLayout(across, 1)
        self._listen()

    def _listen(self) -> None:
        model, head, desk = self._model, self.head, self._model.desk
        head.language.activated.connect(lambda _: self._choose_language())
        head.supplement_button.clicked.connect(lambda _: self._later(rectifies=False))
        head.rectify_button.clicked.connect(lambda _: self._later(rectifies=True))
        head.formalities_button.clicked.connect(lambda _: self._show_formalities())
        head.close_button.clicked.connect(lambda _: self._close())
        head.transcript_button.clicked.connect(lambda _: self.transcripts.take())
        head.guide_button.clicked.connect(lambda _: self._turn_guide())
        self.closer.turned.connect(self._give_room)
        self.tabs.currentChanged.connect(self._turn_page)
        model.opened.connect(self._show)
        self.account.saved.connect(self._tell_given_out)
        self._transcript.turned.connect(self._turned)
        model.rules_checked.connect(self._rules_checked)
        model.refused.connect(self._refused)
        model.told.connect(lambda said: self.notice.tell(said, Tone.OK))
        reading, closing = model.reading, self.closing
        reading.kept.connect(lambda at: head.kept.show_kept(desk.by_clock(at)))
        closing.wanted.connect(self._go_to)
        closing.answers.connect(lambda: self.rows.change_header("read_back"))
        closing.signs.connect(lambda: self.rows.add_row("record_signature"))
        closing.prints.connect(lambda: print_record(self, model, self.notice))
        head.paper_button.clicked.connect(lambda _: name_paper(self, model))
        on_key(self, shortcuts.COMPLAINT, self._complain)
        desk.kept.connect(head.kept.show_kept)
        desk.late.connect(head.kept.show_late)
        desk.acts.done.connect(lambda _: self._tell_given_out())
        desk.taken.connect(self._take_back)
        desk.added_row.connect(self._wait_for_rows)
        model.corrected.connect(self._corrected)
        self.account.recording.told.connect(self.notice.tell)

    def show_rights(self, rights: frozenset[Right]) -> None:
        """Hide what this function does not include."""
        self._model.may_edit = Right.EDIT_TESTIMONY in rights
        self._model.may_listen = {Right.READ_EXHIBITS, Right.OPEN_FILES} <= rights
        self._model.may_note = Right.LANGUAGE_WORK in rights
        self.account.recording.offer_notes(self._model.may_note)
        self._signs = Right.SIGN_RECORDS in rights

    def take_focus(self) -> None:
        if self.tabs.currentWidget() is self.rows:
            self.rows.parts.setFocus()
        else:
            self.account.take_focus()

    def type_next(self) -> None:
        """Go to the row in which the next turn is typed, from wherever the cursor is on the page."""
        if self._model.desk.is_open:
            self.tabs.setCurrentIndex(0)
            self.entry.take_focus()

    def find_words(self, *, replaces: bool = False) -> None:
        """Find a text in the turns, or replace it."""
        self.tabs.setCurrentIndex(0)
        self.account.find_bar.open_bar(replaces=replaces)

    def keep_drafts(self) -> None:
        self.table.end_editing()
        self._model.keep_drafts()

    def _show(self, opened: OpenRecord | None) -> None:
        if opened is None:
            return
        self.notice.clear()
        self.head.show_record(opened)
        self.head.kept.show_none()
        self._is_stale = False
        self.head.offer_languages(self._transcript.languages(), self._transcript.language)
        self._offer_acts()
        self._given_out = told_given_out(opened.given_out)
        self.rows.show_record(opened)
        self._show_note(opened)
        self._tell_state(opened)
        self.account.offer()
        self.head.guide_button.setVisible(self._model.desk.is_open)
        if self._model.desk.is_open:
            self.account.guide.show_record(opened.record)
        else:
            self.account.guide.hide()
        self.transcripts.tell()
        wanted, self._wanted = self._wanted, None
        self._go_to(wanted)

    def _show_note(self, opened: OpenRecord) -> None:
        """A note of rectification has no account: it begins with its corrections."""
        another = self._shown != opened.record.interview.id
        self._shown, was_note = opened.record.interview.id, self._is_note
        self._is_note = opened.rectified is not None
        if another and self._is_note:
            self.rows.parts.setCurrentRow(self.rows.keys.index(CORRECTION.name))
            self.tabs.setCurrentWidget(self.rows)
        elif another and was_note:
            self.tabs.setCurrentWidget(self.account)

    def _tell_state(self, opened: OpenRecord) -> None:
        """Show the state of the record: that it is fixed, or that something is unsaved or not the user's."""
        if opened.strange:
            told = self.tr(
                "Text that was typed here and not saved does not open with your key: somebody changed it, "
                "or an earlier version kept it. It is not shown. What is saved stays as it is."
            )
            self.notice.tell(told, Tone.BAD)
        elif self._model.is_closed:
            self.notice.tell(*told_of(opened))
        elif opened.outdated:
            self._tell_outdated()
        elif self._model.unadded and self._model.is_draft:
            self.notice.tell(self.tr("The next turn was typed but not kept yet. It stands below."), Tone.WARN)
        elif opened.drafts:
            self.notice.tell(
                self.tr("%n turn(s) hold text that was typed but not saved.", "", len(opened.drafts)),
                Tone.WARN,
            )
        elif nameless := self._model.desk.is_open and told_nameless(opened.record, self._model.segments.rows):
            self.notice.tell(nameless, Tone.WARN)
        else:
            self._tell_drafts()

    def _tell_drafts(self) -> None:
        """Say which renditions of a record that waits for the signatures are drafts, if any are."""
        self._told_drafts = told_drafts(self._model.segments.rows) if self._is_read_back() else ""
        if self._told_drafts:
            self.notice.tell(self._told_drafts, Tone.INFO)
        else:
            self._tell_given_out()

    def _is_read_back(self) -> bool:
        """Whether it was read back and waits for the signatures."""
        return self._model.can_edit and not self._model.is_draft

    def _tell_given_out(self) -> None:
        """Who changes a turn knows that a linguist has it as it was."""
        self.notice.tell(self._given_out, Tone.INFO)

    def _tell_outdated(self) -> None:
        self.notice.tell(sentence(SigningCopyOutdatedError("the record was changed")), Tone.WARN)

    def _offer_acts(self) -> None:
        """Enable what this user can do with the record in its state."""
        draft = self._model.is_draft
        record = self._model.record
        rectifies = record is not None and record.interview.rectifies_id is not None
        reads = draft and not rectifies
        text = self.tr("Read &back\u2026") if reads else self.tr("Si&gn\u2026")
        self.head.name_next(text)
        may_close = self._model.may_edit if reads else self._signs
        self.head.close_button.setVisible(may_close and not self._model.is_closed)
        reading = self._model.reading
        self.head.close_button.setEnabled(reads or bool(reading.findings and not reading.stops))
        self.closer.offer(record, signs=self._signs)
        stands = record is not None and not is_annulled(record.decisions)
        for part in (self.head.supplement_button, self.head.rectify_button):
            part.setVisible(self._model.is_closed and self._model.may_edit and stands)
        self.head.decision_button.setVisible(self._model.is_closed and self._signs and stands)
        self.head.transcript_button.setVisible(reads and self._model.may_edit)
        self.head.paper_button.setVisible(self._model.may_edit and record is not None and bool(record.copies))

    def _refused(self, sentence: str) -> None:
        """Show a refusal, and again what is stored."""
        self.notice.refuse(sentence)
        self._refusal = sentence
        self.account.show_chosen()

    def _turned(self, _: object) -> None:
        """The next act succeeded: take back the refusal of the former."""
        self._take_back()
        self.account.show_chosen()
        if self._told_drafts and self.notice.sentence.text() == self._told_drafts:
            self._tell_drafts()

    def _take_back(self) -> None:
        if self._refusal and self.notice.sentence.text() == self._refusal:
            self.notice.clear()
        self._refusal = ""

    def _choose_language(self) -> None:
        self.table.end_editing()
        self._transcript.show_language(self.head.language.tag())
        self._model.desk.show_sides()

    def _close(self) -> None:
        """Read the record back, or sign it."""
        self.table.end_editing()
        unsaved = sum(found.unsaved for found in self._model.segments.rows)
        if unsaved:
            self.notice.tell(
                self.tr("%n turn(s) are not saved yet. Save or discard them first.", "", unsaved),
                Tone.WARN,
            )
            return
        if self._model.is_draft and self._model.unadded:
            self.notice.tell(
                self.tr("The next turn is typed and not kept yet. Keep it, or empty it, first."), Tone.WARN
            )
            return
        record = self._model.record
        if record is None:
            return
        self._model.check_rules()

    def _rules_checked(self, findings: tuple[Finding, ...]) -> None:
        """Ask for the reading back of the draft, or for the signature, unless something stops it."""
        record = self._model.record
        if record is None:
            return
        if self._model.is_draft and record.interview.rectifies_id is None:
            self.closer.read_back(findings)
            return
        self.closer.take(findings)
        if any(each.standing is Standing.BROKEN for each in findings):
            self.closer.go_on()
            return
        dialog = SignDialog(self, self._model, findings)
        dialog.finished.connect(lambda _: self._go_to(dialog.wanted))
        dialog.open()

    def _turn_guide(self) -> None:
        """Guide and list have one place beside the turns."""
        self.closer.put_away()
        self.account.guide.turn()

    def _give_room(self) -> None:
        if not self.closing.isHidden():
            self.account.guide.hide()

    def _complain(self) -> None:
        """Enter what the person says against the interpreting."""
        if self._model.reading.is_open:
            self.rows.change_header("read_back", field="complaint_made")

    def _go_to(self, wanted: Finding | str | None) -> None:
        """Go to where a rule can be met: a part of the formalities, or the account."""
        record = self._model.record
        if wanted is None or record is None:
            return
        if self._is_stale:
            self._wanted = wanted
            self._model.open(record.interview.id)
            return
        if isinstance(wanted, str):
            self.rows.parts.setCurrentRow(self.rows.keys.index(wanted))
            self.tabs.setCurrentWidget(self.rows)
            return
        if self.rows.go_to(wanted.field, wanted.about):
            self.tabs.setCurrentWidget(self.rows)
            return
        if wanted.field.startswith(_OF_PEOPLE):
            self.notice.tell(
                self.tr("Enter this on the page Cases: {field}.").format(
                    field=field_words(*wanted.field.split("."))
                ),
                Tone.WARN,
            )
            return
        self.tabs.setCurrentIndex(0)
        number = turn_of(self._model.segments.rows, wanted, here=self.table.row())
        self.table.setCurrentIndex(self.table.model().index(number, At.LEFT))
        self.table.setFocus()

    def _wait_for_rows(self) -> None:
        """A code or a correction added a formality: it is read when the formalities are shown."""
        self._is_stale = True

    def _corrected(self) -> None:
        """A correction was added: what was printed before has another wording."""
        self._wait_for_rows()
        if self._model.record is not None and self._model.record.copies:
            self._tell_outdated()

    def _turn_page(self, at: int) -> None:
        """Account or formalities are shown; what was added by keys is read before they are."""
        self.head.formalities_button.setChecked(at == 1)
        record = self._model.record
        if at == 1 and self._is_stale and record is not None:
            self._is_stale = False
            self._model.open(record.interview.id)

    def _show_formalities(self) -> None:
        """Lead to the formalities, or back to the account."""
        self.tabs.setCurrentIndex(1 - self.tabs.currentIndex())
        self.take_focus()

    def _later(self, *, rectifies: bool) -> None:
        if self._model.record is not None:
            later_record(self, self._model, self._model.record, rectifies=rectifies).open()
