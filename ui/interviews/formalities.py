"""The formalities of a record: each part of its header and each kind of row, shown and entered."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.fields import Description, Phase
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview import Presence, TimelineEvent
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.presence_rules import named_in
from thb_desktop.domain.record_decision_fields import RECORD_DECISION
from thb_desktop.domain.vocabulary import InterviewState
from ui.forms.entry_dialog import EntryDialog
from ui.forms.reading import column, in_words, names_of, read_fields, struck_column
from ui.forms.row_dialog import RowDialog
from ui.forms.rows_panel import Lead, RowsPanel
from ui.interviews.elsewhere.asked import fields_asked
from ui.interviews.header_part import HeaderPart
from ui.interviews.objection import objecting
from ui.interviews.opened import OpenRecord
from ui.interviews.parts import PARTS, ROWS, part_of, parts_of
from ui.interviews.parts_list import PartsList
from ui.interviews.row_forms import follow
from ui.interviews.signed_panels import WARNINGS, decisions_panel, warnings_panel
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import section_words
from ui.rows import Column
from ui.text import isolate, isolate_words
from ui.widgets.made import Made
from ui.widgets.questions import ask_reason

COUNT = 46
"""Pixels of a number of rows in brackets."""
TIMELINE, ENGAGEMENT = described.TIMELINE_EVENT.name, described.ENGAGEMENT.name
_BY_NAME = {each.name: each for each in described.ROWS}


class FormalitiesPage(QWidget):
    """The parts on the leading side with their numbers of entries, the chosen one beside them.

    A part is made when it is first shown: all of them take longer than the account.
    """

    def __init__(self, model: InterviewsViewModel) -> None:
        super().__init__()
        self._model = model
        self._opened: OpenRecord | None = None
        self._names: dict[str, str] = {}
        self.parts = PartsList()
        self.parts.setAccessibleName(self.tr("Parts of the formalities"))
        self.stack = QStackedWidget()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 0)
        across.setSpacing(14)
        across.addWidget(self.parts)
        across.addWidget(self.stack, 1)
        self.keys = list(PARTS)
        self.headers = Made(self._header)
        self.panels = Made(self._panel)
        for key in self.keys:
            self.parts.addItem(section_words(key))
            self.stack.addWidget(QWidget())
        self.warnings, self.decisions = warnings_panel(model), decisions_panel(lambda: self._names)
        for key, panel in ((WARNINGS, self.warnings), (RECORD_DECISION.name, self.decisions)):
            self.parts.addItem(section_words(key))
            self.stack.addWidget(panel)
        self.parts.currentRowChanged.connect(self._show_part)
        self.parts.entered.connect(self._enter_part)
        self.parts.adds.connect(self._add_to_part)
        self.parts.setCurrentRow(0)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() is QEvent.Type.Polish:
            # The number of rows is written behind a name later.
            self.parts.ensurePolished()
            bar = self.parts.verticalScrollBar().sizeHint().width()
            self.parts.setFixedWidth(max(200, self.parts.sizeHintForColumn(0) + bar + COUNT))
        return handled

    def show_record(self, opened: OpenRecord) -> None:
        """Show all parts of this record; the chosen part stays chosen."""
        self._opened, record = opened, opened.record
        self._names = _named(opened.corrected) | names_of(opened.choices) | opened.names
        for section, part in self.headers.items():
            self._fill_header(section, part, opened)
        for key, panel in self.panels.items():
            self._fill_panel(key, panel, opened)
        asked = parts_of(record)
        for number, key in enumerate(self.keys):
            self.parts.item(number).setHidden(key not in asked)
            if key in ROWS:
                count = sum(not each.struck for each in getattr(record, ROWS[key][0]))
                told = isolate(f"({count})") if count else ""
                self.parts.item(number).setText(f"{section_words(key)} {told}")

        # Not entered here: they are given when the record is signed, or decided about.
        self.warnings.show_rows(record.warnings)
        self.decisions.show_rows(record.decisions)
        for number, rows in enumerate((record.warnings, record.decisions), len(self.keys)):
            self.parts.item(number).setHidden(not rows)
        if self.parts.currentItem().isHidden():
            self.parts.setCurrentRow(0)

    def go_to(self, field: str, about: str = "") -> bool:
        """Show the part of a field ("interview.place", "presence.role"), and open its form, or that of the
        row with this id, at the field. Where a row is missing, the cursor is where one is added.
        """
        found, name = part_of(field), field.partition(".")[2]
        if not found:
            return False
        self.parts.setCurrentRow(self.keys.index(found))
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        if found not in ROWS:
            if not self.headers[found].change_button.isHidden():
                self.change_header(found, field=name)
            return True
        panel = self.panels[found]
        row = next((each for each in panel.rows.rows if each.id == about), None)
        if row is not None:
            panel.table.choose_row(panel.rows.row_of(lambda each: each.id == about))
            self._change_row(found, row, field=name)
        elif panel.add_button.isVisibleTo(self):
            panel.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _enter_part(self) -> None:
        """Go from the list of parts into the chosen one: to its rows, or to its button."""
        key = self._chosen_part()
        target = self.stack.currentWidget()
        if key in ROWS:
            panel = self.panels[key]
            target = panel.table if panel.rows.rows or panel.add_button.isHidden() else panel.add_button
        elif key:
            target = self.headers[key].change_button
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_to_part(self) -> None:
        """Add a row to the chosen part, where one may be added."""
        key = self._chosen_part()
        if key in ROWS and not self.panels[key].add_button.isHidden():
            self._add(key)

    def _chosen_part(self) -> str:
        """The chosen part; empty for one in which nothing is entered."""
        number = self.parts.currentRow()
        return self.keys[number] if 0 <= number < len(self.keys) else ""

    def change_header(self, section: str, *, field: str = "") -> None:
        """Open the form of one part of the header, at a field if one is named."""
        record = self._model.record
        if record is None:
            return
        interview = record.interview
        dialog = EntryDialog(
            self,
            section_words(section),
            described.INTERVIEW,
            lambda values, _: self._model.set_header(replace(interview, **values)),
            model=self._model,
            main=self.tr("&Save"),
            entity=interview,
            names=self._open_fields(section, record),
            choices=self._model.open_choices,
            languages_first=(interview.language, interview.procedure_language),
            draft=self._model.draft(f"header-{section}", interview.id),
            doubts=self._model.doubts_of_header,
        )
        dialog.open()
        if field in dialog.form.editors:
            dialog.form.go_to(field)

    def add_row(self, key: str, **values: Any) -> EntryDialog | None:
        """Open the form of a new row, filled with the known values."""
        record = self._model.record
        if record is None:
            return None
        description = _BY_NAME[key]
        interview = record.interview
        dialog = EntryDialog(
            self,
            section_words(key),
            description,
            lambda given, _: self._model.add_row(_new(description, given)),
            model=self._model,
            main=self.tr("&Add"),
            values=values,
            choices=self._model.open_choices,
            languages_first=(interview.language, interview.procedure_language),
            draft=self._model.draft(f"add-{key}", interview.id),
        )
        follow(dialog.form, self._corrected(record), self._model.called)
        dialog.open()
        return dialog

    def _show_part(self, number: int) -> None:
        if number < len(self.keys):
            key = self.keys[number]
            self.panels[key] if key in ROWS else self.headers[key]
        self.stack.setCurrentIndex(number)

    def _put(self, key: str, part: QWidget) -> None:
        """Put a part into its place."""
        number = self.keys.index(key)
        place = self.stack.widget(number)
        self.stack.insertWidget(number, part)
        if place is not None:
            self.stack.removeWidget(place)
            place.deleteLater()

    def _fill_header(self, section: str, part: HeaderPart, opened: OpenRecord) -> None:
        interview = opened.record.interview
        names = fields_asked(opened.record, section)
        part.show_values(read_fields(described.INTERVIEW, interview, self._names, names))
        changes = self._model.can_edit and bool(self._open_fields(section, opened.record))
        part.change_button.setVisible(changes)

    def _fill_panel(self, key: str, panel: RowsPanel, opened: OpenRecord) -> None:
        panel.show_rows(getattr(opened.record, ROWS[key][0]))
        panel.let_change(self._model.can_edit and self._may_enter(key, opened.record))

    def _header(self, section: str) -> HeaderPart:
        part = HeaderPart(section_words(section), partial(self.change_header, section))
        self._put(section, part)
        if self._opened is not None:
            self._fill_header(section, part, self._opened)
        return part

    def _panel(self, key: str) -> RowsPanel:
        columns: list[Column[Any]] = [
            column(_BY_NAME[key], name, width=width, names=lambda: self._names)
            for name, width in ROWS[key][1]
        ]
        columns.append(struck_column())
        leads: dict[str, Lead] = {
            TIMELINE: (self.tr("Show the &line-up"), self._show_lineup, lambda each: bool(each.lineup_id)),
            ENGAGEMENT: objecting(self, self._model.jobs, lambda: self._names, self._model.told.emit),
        }
        panel = RowsPanel(
            section_words(key),
            columns,
            empty=self.tr("Nothing is recorded."),
            add=lambda: self._add(key),
            change=lambda each: self._change_row(key, each),
            strike=lambda each: self._strike(key, each),
            read=lambda each: RowDialog(self, _BY_NAME[key], each, self._names).open(),
            lead=leads.get(key),
        )
        self._put(key, panel)
        if self._opened is not None:
            self._fill_panel(key, panel, self._opened)
        return panel

    def _show_lineup(self, event: TimelineEvent) -> None:
        """Go to the line-up that an event names."""
        self.parts.setCurrentRow(self.keys.index(described.LINEUP.name))
        table, rows = (panel := self.panels[described.LINEUP.name]).table, panel.rows
        table.choose_row(rows.row_of(lambda each: each.id == event.lineup_id))
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, key: str) -> None:
        self.add_row(key)

    def _change_row(self, key: str, each: Any, *, field: str = "") -> None:
        record = self._model.record
        if record is None or not self._model.can_edit:
            return
        description = _BY_NAME[key]
        names = {field.name for field in description.fields if field.until is not Phase.ONCE}
        if each.struck:
            if not isinstance(each, Presence) or named_in(record, each) is None:
                RowDialog(self, description, each, self._names).open()
                return
            names = {"name"}  # It is printed: the pseudonym is written there too.
        dialog = EntryDialog(
            self,
            section_words(key),
            description,
            lambda values, _: self._model.change_row(replace(each, **values)),
            model=self._model,
            main=self.tr("&Save"),
            entity=each,
            names=names,
            choices=self._model.open_choices,
            languages_first=(record.interview.language, record.interview.procedure_language),
            draft=self._model.draft(f"change-{key}", each.id),
        )
        follow(dialog.form, self._corrected(record), self._model.called, getattr(each, "segment_id", ""))
        dialog.open()
        if field in dialog.form.editors:
            dialog.form.go_to(field)

    def _strike(self, key: str, each: Any) -> None:
        field = _BY_NAME[key][_named_by(key)]
        entry = isolate_words(in_words(field, getattr(each, field.name), self._names))
        reason = ask_reason(
            self,
            self.tr("Strike out {entry} ({part})?").format(entry=entry, part=section_words(key)),
            self.tr("It was entered in error: it stays readable with your reason."),
            self.tr("Strike out"),
        )
        if reason:
            self._model.strike_row(each, reason)

    def _open_fields(self, section: str, record: InterviewInFull) -> list[str]:
        """Return the fields of a part that may still change; those of the reading back only after it."""
        state = record.interview.state
        if section == "read_back" and state is InterviewState.DRAFT:
            return []
        return [
            name
            for name in fields_asked(record, section)
            if state is InterviewState.DRAFT
            or described.INTERVIEW[name].may_change_after_reading_back(getattr(record.interview, name))
        ]

    def _may_enter(self, key: str, record: InterviewInFull) -> bool:
        """Corrections can be requested only after the record was read back; a note consists of them."""
        if key != described.CORRECTION.name or record.interview.rectifies_id is not None:
            return True
        return record.interview.state is InterviewState.READ_BACK

    def _corrected(self, record: InterviewInFull) -> InterviewInFull:
        """Return the record whose words a correction in this one is about."""
        return self._opened.corrected if self._opened is not None else record


def _new(description: Description, values: dict[str, Any]) -> Any:
    return description.entity(id=RowId(""), interview_id=InterviewId(""), **values)


def _named_by(key: str) -> str:
    """Return the field that names a row of this kind: the turn of a correction, or its widest column."""
    if key == described.CORRECTION.name:
        return "segment_id"
    return next(name for name, width in ROWS[key][1] if not width)


def _named(record: InterviewInFull) -> dict[str, str]:
    """Return the labels of the turns, and the numbers of the line-ups."""
    turns = ((str(full.segment.id), full.label) for full in record.segments)
    lineups = ((str(each.id), isolate(each.number)) for each in record.lineups)
    return dict((*turns, *lineups))
