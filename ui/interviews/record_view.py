"""One interview record on screen: its head, its account on two sides, and its formalities."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from thb_desktop.domain.record_decision import is_annulled
from thb_desktop.domain.rights import Right
from thb_desktop.findings import Finding
from ui import shortcuts
from ui.interviews.decisions import DecisionsMenu, told_of
from ui.interviews.formalities import FormalitiesPage
from ui.interviews.new_record import later_record
from ui.interviews.new_turn import NewTurnDialog
from ui.interviews.opened import OpenRecord
from ui.interviews.rendering_kind import RenderingKindDialog
from ui.interviews.rendering_strip import RenderingStrip
from ui.interviews.sign_record import SignDialog, read_back_dialog
from ui.interviews.turns import TurnMenu
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import field_words, language_name, language_within, words
from ui.labels.dates import partial
from ui.rows import ROW
from ui.text import isolate, when
from ui.tones import Tone
from ui.transcript.rows import At, SegmentRow
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Card, Chip, Label, Notice, Part, button, on_key, row
from ui.widgets.choices import LanguageBox
from ui.widgets.elided import ElidedLabel

_OF_PEOPLE = ("person.", "person_role.", "interpreter.")
"""Prefixes of fields that belong to the people of the case, not to a record."""


class RecordView(QWidget):
    """The open record."""

    def __init__(self, view_model: InterviewsViewModel, notice: Notice) -> None:
        """notice: where the page shows its messages."""
        super().__init__()
        self._model = view_model
        self.notice = notice
        self._transcript = view_model.transcript
        self._go_on = False
        self._signs = False
        self._refusal = ""
        self.table = SegmentTable(view_model.segments)
        self.rows = FormalitiesPage(view_model)
        self.strip = RenderingStrip(self._transcript)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._build_head())
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._build_account(), self.tr("Account"))
        self.tabs.addTab(self.rows, self.tr("&Formalities"))
        column.addWidget(self.tabs, 1)
        view_model.opened.connect(self._show)
        view_model.added.connect(lambda _: self.table.choose_last())
        self._transcript.saved.connect(self._saved)
        self._transcript.turned.connect(self._turned)
        view_model.rules_checked.connect(self._rules_checked)
        view_model.refused.connect(self._refused)
        on_key(self, shortcuts.SAVE, self.save)
        on_key(self, shortcuts.NEXT, self.save_and_go_on)

    def show_rights(self, rights: frozenset[Right]) -> None:
        """Hide what this function does not include."""
        self._model.may_edit = Right.EDIT_TESTIMONY in rights
        self._signs = Right.SIGN_RECORDS in rights

    def keep_drafts(self) -> None:
        self.table.end_editing()
        self._model.keep_drafts()

    def save(self) -> None:
        """Save what was typed on the chosen segment."""
        number = self.table.row()
        if number < 0 or not self._model.can_edit:
            return
        self.table.end_editing()
        self._go_on = False
        self._save(number)

    def save_and_go_on(self) -> None:
        """Save, then open the editor on the next segment."""
        number = self.table.row()
        if number < 0 or not self._model.can_edit:
            return
        self.table.end_editing()
        self._go_on = True
        self._save(number)

    def _save(self, number: int) -> None:
        if self._transcript.asks_kind(number):
            RenderingKindDialog(self, self._transcript, number).open()
        else:
            self._transcript.save(number)

    def _build_head(self) -> Card:
        card = Card(margin=14, spacing=6)
        self.number = Label("", Part.HEADING)
        self.state_chip = Chip()
        self.person = Label("", Part.MUTED)
        self.facts = Label("", Part.MUTED)
        self.language = LanguageBox(name=self.tr("Language of the right side"))
        self.language.setMinimumWidth(150)
        self.language_label = Label(self.tr("Right side &in"), Part.MUTED)
        self.language_label.setBuddy(self.language)
        self.close_button = button("", self._close, icon="file-lock")
        self.language.activated.connect(lambda _: self._choose_language())
        self.add_button = button(
            self.tr("Add a t&urn\u2026"), self._add, icon="plus", shortcut=shortcuts.NEW_SEGMENT
        )
        self.supplement_button = button(
            self.tr("Supp&lement\u2026"), lambda: self._later(rectifies=False), icon="file-plus"
        )
        self.rectify_button = button(
            self.tr("Rectify\u2026"), lambda: self._later(rectifies=True), icon="pencil", part="quiet"
        )
        self.decision_button = button(self.tr("Decisio&n"), lambda: None, icon="chevron-down", part="quiet")
        self.decision_button.setMenu(DecisionsMenu(self, self._model))
        later = (self.decision_button, self.rectify_button, self.supplement_button)
        acts = (*later, self.add_button, self.close_button)
        card.body.addLayout(row(self.number, 4, self.state_chip, None, *acts))
        card.body.addLayout(row(self.person, None, self.language_label, self.language))
        card.body.addLayout(row(self.facts, None))
        return card

    def _build_account(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        self.table.delegate.typed.connect(lambda at, side, typed: self._transcript.type(at, At(side), typed))
        self.table.delegate.saved.connect(lambda on: self.save_and_go_on() if on else self.save())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        self._model.segments.dataChanged.connect(lambda *_: self._show_chosen())
        self._model.segments.modelReset.connect(self._show_chosen)
        column.addWidget(self.table, 1)
        column.addWidget(self.strip)
        self.chosen = ElidedLabel("", Part.MUTED)
        self.turn_menu = TurnMenu(self, self._model, self.table, self.rows)
        self.turn_button = button(self.tr("&Turn"), lambda: None, icon="chevron-down", part="quiet")
        self.turn_button.setMenu(self.turn_menu)
        self.edit_button = button(self.tr("&Edit"), self._edit, icon="pen-line")
        self.discard_button = button(self.tr("&Discard"), self._discard, icon="undo-2")
        self.discard_button.setToolTip(self.tr("Discard what was typed in this turn and not saved"))
        self.save_button = button(self.tr("&Save"), self.save, icon="save", part="primary")
        acts = (self.turn_button, self.edit_button, self.discard_button, self.save_button)
        column.addLayout(row(self.chosen, None, *acts))
        return page

    def _show(self, opened: OpenRecord | None) -> None:
        if opened is None:
            return
        full, interview = opened.record, opened.record.interview
        self.notice.clear()
        self.number.setText(isolate(interview.number))
        closed = Tone.OK if not is_annulled(full.decisions) else Tone.BAD
        self.state_chip.show_as(words(full.state), closed if self._model.is_closed else Tone.WARN)
        roles = ", ".join(words(role) for role in full.roles) or self.tr("role not recorded")
        self.person.setText(
            self.tr("{person}, {role}, heard in {language}").format(
                person=isolate(full.person.code),
                role=roles.lower(),
                language=language_within(interview.language),
            )
        )
        at = isolate(when(interview.started_at)) if interview.started_at else partial(interview.day)
        facts = (opened.refers_to, at, interview.place)
        self.facts.setText("  \u00b7  ".join(each for each in facts if each))
        self._offer_languages()
        self._offer_acts()
        self.rows.show_record(opened)
        self._tell_state(opened)
        if self.table.model().rowCount() and self.table.row() < 0:
            self.table.setCurrentIndex(self.table.model().index(0, self.table.side()))
        self._show_chosen()

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
        elif opened.unadded and self._model.is_draft:
            self.notice.tell(self.tr("The next turn was typed but not added yet."), Tone.WARN)
        elif opened.drafts:
            self.notice.tell(
                self.tr("%n turn(s) hold text that was typed but not saved.", "", len(opened.drafts)),
                Tone.WARN,
            )

    def _offer_acts(self) -> None:
        """Enable what this user can do with the record in its state."""
        draft, edits = self._model.is_draft, self._model.can_edit
        record = self._model.record
        rectifies = record is not None and record.interview.rectifies_id is not None
        reads = draft and not rectifies
        text = self.tr("Read &back\u2026") if reads else self.tr("Si&gn\u2026")
        self.close_button.setText(f"\u00a0{text}")
        self.close_button.setAccessibleName(text.replace("&", ""))
        may_close = self._model.may_edit if reads else self._signs
        self.close_button.setVisible(may_close and not self._model.is_closed)
        self.add_button.setVisible(draft and edits)
        nothing = self.tr("No turn is entered yet.")
        first = self.tr("No turn is entered yet. Add the first with {key}.").format(
            key=isolate(shortcuts.NEW_SEGMENT)
        )
        self.table.say_when_empty(first if draft and edits else nothing)
        for part in (self.supplement_button, self.rectify_button):
            part.setVisible(self._model.is_closed and self._model.may_edit)
        self.decision_button.setVisible(self._model.is_closed and self._signs)
        for part in (self.turn_button, self.edit_button, self.discard_button, self.save_button):
            part.setVisible(edits)

    def _offer_languages(self) -> None:
        offered = self._transcript.languages()
        self.language.clear()
        for tag in offered:
            self.language.addItem(language_name(tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(self._transcript.language)))
        for part in (self.language, self.language_label):
            part.setVisible(len(offered) > 1)

    def _show_chosen(self) -> None:
        found = self.table.currentIndex().data(ROW) if self.table.row() >= 0 else None
        if not isinstance(found, SegmentRow):
            self.chosen.setText("")
            self.strip.show_rendering(None, may=False)
            return
        segment = found.segment
        said = self.tr("Turn {number}: {kind}, {speaker}").format(
            number=isolate(found.full.label),
            kind=words(segment.kind).lower(),
            speaker=words(segment.speaker).lower(),
        )
        struck = self.tr("struck out: {reason}").format(reason=segment.struck) if segment.struck else ""
        self.chosen.setText(f"{said}, {struck}" if struck else said)
        self.discard_button.setEnabled(found.unsaved)
        segments = self._model.segments
        rendering = found.rendering(segments.language_at(self.table.side()), segments.left, segments.right)
        may = self._model.can_edit and not segment.struck
        linguists = self._model.open_choices.get("interpreter", ())
        self.strip.show_rendering(rendering, linguists, may=may)

    def _refused(self, sentence: str) -> None:
        """Show a refusal, and again what is stored."""
        self.notice.refuse(sentence)
        self._refusal = sentence
        self._show_chosen()

    def _turned(self, _: object) -> None:
        """The next act succeeded: take back the refusal of the former."""
        if self._refusal and self.notice.sentence.text() == self._refusal:
            self.notice.clear()
        self._refusal = ""
        self._show_chosen()

    def _choose_language(self) -> None:
        self.table.end_editing()
        self._transcript.show_language(self.language.tag())

    def _edit(self) -> None:
        self.table.edit_side(max(0, self.table.row()))

    def _discard(self) -> None:
        number = self.table.row()
        if number >= 0:
            self.table.end_editing()
            self._transcript.discard(number)

    def _saved(self, number: int) -> None:
        self.notice.clear()
        self.table.resizeRowToContents(number)
        if self._go_on:
            self._go_on = False
            self.table.edit_side(number + 1)
        else:
            self.table.setFocus()

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
                self.tr("The next turn is typed and not added yet. Add it, or empty it, first."), Tone.WARN
            )
            return
        record = self._model.record
        if record is None:
            return
        self._model.check_rules()

    def _rules_checked(self, findings: tuple[Finding, ...]) -> None:
        """Ask for the reading back of the draft, or for the signature."""
        record = self._model.record
        if record is None:
            return
        if self._model.is_draft and record.interview.rectifies_id is None:
            read_back_dialog(self, self._model, record, findings).open()
            return
        dialog = SignDialog(self, self._model, findings)
        dialog.finished.connect(lambda _: self._go_to(dialog.wanted))
        dialog.open()

    def _go_to(self, wanted: Finding | None) -> None:
        """Go to where a rule can be met: a part of the formalities, or the account."""
        if wanted is None:
            return
        if self.rows.go_to(wanted.field):
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
        number = next(
            (at for at, each in enumerate(self._model.segments.rows) if each.segment.id == wanted.about), 0
        )
        self.table.setCurrentIndex(self.table.model().index(number, At.LEFT))
        self.table.setFocus()

    def _add(self) -> None:
        if self._model.record is not None:
            NewTurnDialog(self, self._model).open()

    def _later(self, *, rectifies: bool) -> None:
        if self._model.record is not None:
            later_record(self, self._model, self._model.record, rectifies=rectifies).open()
