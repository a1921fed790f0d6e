"""One interview record on screen: its head, its segments, and its formalities."""

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QScrollArea,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import InterviewState, RenderingState
from thb_desktop.findings import Finding
from ui import shortcuts
from ui.interviews.complete import CompleteDialog
from ui.interviews.delegate import SegmentDelegate
from ui.interviews.formalities import formalities
from ui.interviews.new_segment import NewSegmentDialog
from ui.interviews.segments import STATE_TONES, At, SegmentRow
from ui.interviews.sign_record import ClosingDialog, ReadBackDialog
from ui.interviews.view_model import InterviewsViewModel, OpenRecord
from ui.labels import language_name, words
from ui.labels.dates import partial
from ui.rows import ROW
from ui.text import NONE, isolate, when
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Notice, Part, button, empty_layout, on_key, row
from ui.widgets.choices import CodeBox, LanguageBox
from ui.widgets.form import Form

CHOICES = (
    RenderingState.DRAFT,
    RenderingState.SELF_CHECKED,
    RenderingState.REVISED_BY_SECOND_LINGUIST,
    RenderingState.CERTIFIED,
    RenderingState.CONTESTED,
)


class SegmentTable(QTableView):
    """Rows as tall as their text; the editor opens by Enter, F2 or typing."""

    def __init__(self, view_model: InterviewsViewModel) -> None:
        super().__init__()
        self.setModel(view_model.segments)
        self.setAccessibleName(self.tr("Segments"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.delegate = SegmentDelegate(self)
        self.setItemDelegate(self.delegate)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column, width in ((At.NUMBER, 56), (At.TIME, 84), (At.STATE, 146)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
        header.setSectionResizeMode(At.ORIGINAL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(At.TRANSLATION, QHeaderView.ResizeMode.Stretch)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self.fit_rows)
        header.sectionResized.connect(lambda *_: self._fit.start())
        view_model.segments.modelReset.connect(self._fit.start)
        view_model.segments.dataChanged.connect(self._fit_changed)

    def fit_rows(self) -> None:
        """Give every row the height of its text at the present width."""
        self.delegate.forget_layouts()
        self.resizeRowsToContents()

    def row(self) -> int:
        return self.currentIndex().row() if self.currentIndex().isValid() else -1

    def edit_translation(self, number: int) -> None:
        """Open the editor on a row's translation, if it may be changed."""
        index = self.model().index(number, At.TRANSLATION)
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit_translation(self.row())
            return
        super().keyPressEvent(event)

    def end_editing(self) -> None:
        """Close the editor; what it held is a draft already."""
        if self.delegate.editor is not None:
            self.delegate.commitData.emit(self.delegate.editor)
            self.delegate.closeEditor.emit(self.delegate.editor, SegmentDelegate.EndEditHint.NoHint)

    def _fit_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if self.delegate.editor is None:
            for number in range(first.row(), last.row() + 1):
                self.resizeRowToContents(number)


class RecordView(QWidget):
    """The record that is open."""

    def __init__(self, view_model: InterviewsViewModel, notice: Notice) -> None:
        """notice: where the page says what it has to say."""
        super().__init__()
        self._model = view_model
        self.notice = notice
        self._go_on = False
        self._signs = False
        self.table = SegmentTable(view_model)
        self.state = CodeBox(CHOICES, name=self.tr("State of the translation on saving"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._build_head())
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self._build_segments(), self.tr("&Record"))
        self.tabs.addTab(self._build_formalities(), self.tr("&Formalities"))
        column.addWidget(self.tabs, 1)
        view_model.opened.connect(self._show)
        view_model.saved.connect(self._saved)
        view_model.rules_checked.connect(self._ask_close)
        view_model.refused.connect(self.notice.refuse)
        on_key(self, shortcuts.SAVE, self.save)
        on_key(self, shortcuts.NEXT, self.save_and_go_on)

    def show_rights(self, rights: frozenset[Right]) -> None:
        """What of this a function does not include is not offered."""
        self._model.may_edit = Right.EDIT_TESTIMONY in rights
        self._signs = Right.SIGN_RECORDS in rights

    def keep_drafts(self) -> None:
        self.table.end_editing()
        self._model.keep_drafts()

    def save(self) -> None:
        """Save the chosen segment as it stands in the editor, with the state chosen below."""
        number = self.table.row()
        if number < 0 or not self._model.can_edit:
            return
        self.table.end_editing()
        self._go_on = False
        self._model.save(number, self.state.code())

    def save_and_go_on(self) -> None:
        """Save, then open the editor on the next segment."""
        self.save()
        self._go_on = True

    def _build_head(self) -> Card:
        card = Card(margin=14, spacing=6)
        self.number = Label("", Part.HEADING)
        self.state_chip = Chip()
        self.person = Label("", Part.MUTED)
        self.facts = Label("", Part.MUTED)
        self.language = LanguageBox(name=self.tr("Language of the translation"))
        self.language.setMinimumWidth(150)
        label = Label(self.tr("&Translation in"), Part.MUTED)
        label.setBuddy(self.language)
        self.close_button = button("", self._close, icon="file-lock")
        self.language.activated.connect(lambda _: self._choose_language())
        self.add_button = button(
            self.tr("Add a seg&ment\u2026"), self._add, icon="plus", shortcut=shortcuts.NEW_SEGMENT
        )
        self.complete_button = button(self.tr("F&ormalities\u2026"), self._complete, icon="pen-line")
        line = row(
            self.number,
            4,
            self.state_chip,
            None,
            label,
            self.language,
            4,
            self.add_button,
            self.complete_button,
            self.close_button,
        )
        card.body.addLayout(line)
        card.body.addLayout(row(self.person, None, self.facts))
        return card

    def _build_segments(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        self.table.delegate.typed.connect(self._typed)
        self.table.delegate.saved.connect(lambda on: self.save_and_go_on() if on else self.save())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self._model.segments.dataChanged.connect(lambda *_: self._show_chosen())
        column.addWidget(self.table, 1)
        self.state_label = Label(self.tr("St&ate on saving"), Part.MUTED)
        self.state_label.setBuddy(self.state)
        self.chosen = Label("", Part.MUTED)
        self.edit_button = button(self.tr("&Edit"), self._edit, icon="pen-line")
        self.discard_button = button(self.tr("&Discard"), self._discard, icon="undo-2")
        self.discard_button.setToolTip(self.tr("Give up what was typed in this segment and not saved"))
        self.save_button = button(self.tr("&Save"), self.save, icon="save", part="primary")
        column.addLayout(
            row(
                self.chosen,
                None,
                self.edit_button,
                self.discard_button,
                8,
                self.state_label,
                self.state,
                self.save_button,
            )
        )
        return page

    def _build_formalities(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("Formalities"))
        inner = QWidget()
        inner.setProperty("part", "scrolled")
        self.lists = QVBoxLayout(inner)
        self.lists.setContentsMargins(0, 10, 8, 0)
        self.lists.setSpacing(12)
        area.setWidget(inner)
        return area

    def _show(self, opened: OpenRecord | None) -> None:
        if opened is None:
            return
        full, interview = opened.record, opened.record.interview
        self.notice.clear()
        self.number.setText(isolate(interview.number))
        self.state_chip.show_as(words(interview.state), Tone.OK if self._model.is_closed else Tone.WARN)
        spoken = language_name(interview.language)
        self.person.setText(
            self.tr("{person}, {role}, heard in {language}").format(
                person=isolate(full.person.code),
                role=", ".join(words(role) for role in full.roles).lower() or NONE,
                language=spoken,
            )
        )
        at = isolate(when(interview.started_at)) if interview.started_at else partial(interview.held_on)
        self.facts.setText(f"{at}  \u00b7  {interview.place}" if interview.place else at)
        self._offer_languages()
        self._name_close_button(draft=interview.state is InterviewState.DRAFT)
        self.add_button.setVisible(interview.state is InterviewState.DRAFT and self._model.can_edit)
        for part in (self.edit_button, self.discard_button, self.save_button, self.state, self.state_label):
            part.setVisible(self._model.can_edit)
        if self._model.is_closed:
            digest = isolate(interview.record_digest[:16])
            self.notice.tell(
                self.tr(
                    "This record is signed and can only be read. Its digest begins with {digest}."
                ).format(digest=digest),
                Tone.INFO,
            )
        elif opened.unadded and interview.state is InterviewState.DRAFT:
            self.notice.tell(self.tr("The next segment was typed but not added yet."), Tone.WARN)
        elif opened.drafts:
            self.notice.tell(
                self.tr("%n segment(s) hold text that was typed but not saved.", "", len(opened.drafts)),
                Tone.WARN,
            )
        self._show_formalities(opened)
        if self.table.model().rowCount():
            self.table.setCurrentIndex(self.table.model().index(0, At.TRANSLATION))
        self._show_chosen()

    def _name_close_button(self, *, draft: bool) -> None:
        text = self.tr("Read &back\u2026") if draft else self.tr("Si&gn the record\u2026")
        self.close_button.setText(f"\u00a0{text}")
        self.close_button.setAccessibleName(text.replace("&", ""))
        may_close = self._model.may_edit if draft else self._signs
        self.close_button.setVisible(may_close and not self._model.is_closed)
        self.complete_button.setVisible(self._model.can_edit)

    def _offer_languages(self) -> None:
        self.language.clear()
        for tag in self._model.languages():
            self.language.addItem(language_name(tag), tag)
        self.language.setCurrentIndex(max(0, self.language.findData(self._model.language)))

    def _show_formalities(self, opened: OpenRecord) -> None:
        empty_layout(self.lists)
        for heading, pairs in formalities(opened.record):
            card = Card(spacing=8)
            card.body.addWidget(Label(heading, Part.HEADING))
            if not pairs:
                card.body.addWidget(Label(self.tr("Nothing is recorded."), Part.MUTED))
            form = Form()
            form.setVerticalSpacing(6)
            for what, how in pairs:
                form.tell(what, how)
            card.body.addLayout(form)
            self.lists.addWidget(card)
        self.lists.addStretch(1)

    def _show_chosen(self) -> None:
        found = self.table.currentIndex().data(ROW) if self.table.row() >= 0 else None
        if not isinstance(found, SegmentRow):
            self.chosen.setText("")
            return
        segment = found.segment
        self.chosen.setText(
            self.tr("Segment {number}: {kind}, {speaker}").format(
                number=isolate(str(segment.sequence)),
                kind=words(segment.kind).lower(),
                speaker=words(segment.speaker).lower(),
            )
        )
        self.discard_button.setEnabled(found.unsaved)
        state = found.rendering.state if found.rendering else RenderingState.DRAFT
        if state in STATE_TONES and not self.state.hasFocus():
            self.state.setCurrentIndex(self.state.findData(state))

    def _choose_language(self) -> None:
        self.table.end_editing()
        self._model.show_language(self.language.tag())

    def _typed(self, number: int, column: int, typed: str) -> None:
        self._model.type(number, At(column), typed)

    def _edit(self) -> None:
        self.table.edit_translation(max(0, self.table.row()))

    def _discard(self) -> None:
        number = self.table.row()
        if number >= 0:
            self.table.end_editing()
            self._model.discard(number)

    def _saved(self, number: int) -> None:
        self.notice.clear()
        self.table.resizeRowToContents(number)
        if self._go_on:
            self._go_on = False
            self.table.edit_translation(number + 1)
        else:
            self.table.setFocus()

    def _close(self) -> None:
        self.table.end_editing()
        unsaved = sum(found.unsaved for found in self._model.segments.rows)
        if unsaved:
            self.notice.tell(
                self.tr("%n segment(s) are not saved yet. Save or discard them first.", "", unsaved),
                Tone.WARN,
            )
            return
        if self._model.record is not None and self._model.record.interview.state is InterviewState.DRAFT:
            if self._model.unadded:
                self.notice.tell(
                    self.tr("The next segment is typed and not added yet. Add it, or empty it, first."),
                    Tone.WARN,
                )
                return
            ReadBackDialog(self, self._model, self._model.record).open()
        else:
            self._model.check_rules()

    def _ask_close(self, findings: tuple[Finding, ...]) -> None:
        dialog = ClosingDialog(self, self._model, findings)
        dialog.complete_button.clicked.connect(lambda _: self._complete())
        dialog.open()

    def _complete(self) -> None:
        self.table.end_editing()
        if self._model.record is not None:
            CompleteDialog(self, self._model, self._model.record).open()

    def _add(self) -> None:
        if self._model.record is not None:
            NewSegmentDialog(self, self._model).open()
