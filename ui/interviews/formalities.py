"""The formalities of a record: each part of its header and each kind of row, shown and entered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.fields import Description, Phase
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import InterviewState
from thb_desktop.domain.warning_reason import WarningReason
from ui.forms.entry_dialog import EntryDialog
from ui.forms.reading import column, in_words, names_of, read_fields
from ui.forms.rows_panel import RowsPanel
from ui.interviews.row_forms import follow
from ui.interviews.view_model import InterviewsViewModel, OpenRecord
from ui.labels import field_words, section_words
from ui.labels.findings import finding_text_in
from ui.rows import Column
from ui.text import isolate, isolate_words, translate
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import ask_reason
from ui.widgets.form import Form
from ui.widgets.scrolled import Scrolled

_ROWS: dict[str, tuple[str, tuple[tuple[str, int], ...]]] = {
    "presence": ("presences", (("role", 190), ("name", 0), ("place", 120), ("from_at", 150), ("to_at", 150))),
    "caution": ("cautions", (("code", 0), ("given", 70), ("mode", 110), ("understood", 100), ("reply", 180))),
    "timeline_event": ("timeline", (("at", 160), ("kind", 0), ("reason", 170), ("note", 200))),
    "special_measure": (
        "measures",
        (("measure", 0), ("requested_by", 150), ("decision", 130), ("reason", 0)),
    ),
    "earlier_interview": ("earlier", (("held_on", 150), ("authority", 0), ("recorded", 90), ("reason", 0))),
    "interpreter_engagement": (
        "engagements",
        (
            ("interpreter_id", 0),
            ("from_language", 120),
            ("to_language", 120),
            ("oath", 170),
            ("channel", 100),
        ),
    ),
    "read_back_correction": (
        "corrections",
        (("segment_id", 60), ("before", 0), ("after", 0), ("requested_by", 140), ("reason", 140)),
    ),
    "record_signature": (
        "signatures",
        (("role", 160), ("name", 0), ("method", 170), ("at", 160), ("reason", 150)),
    ),
}
"""For each kind of row: its list in the record, and its columns."""
WARNINGS = "warning_reason"
COUNT = 34
"""Pixels of a number of rows in brackets."""
_BY_NAME = {each.name: each for each in described.ROWS}


class FormalitiesPage(QWidget):
    """The parts on the leading side with their numbers of entries, the chosen one beside them."""

    def __init__(self, model: InterviewsViewModel) -> None:
        super().__init__()
        self._model = model
        self._names: dict[str, str] = {}
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts of the formalities"))
        self.stack = QStackedWidget()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 0)
        across.setSpacing(14)
        across.addWidget(self.parts)
        across.addWidget(self.stack, 1)
        self.keys = [*described.INTERVIEW.sections, *_ROWS]
        self.headers: dict[str, HeaderPart] = {}
        self.panels: dict[str, RowsPanel] = {}
        for key in self.keys:
            self.parts.addItem(section_words(key))
            self.stack.addWidget(self._panel(key) if key in _ROWS else self._header(key))
        self.warnings = _warnings_panel(model)
        self.parts.addItem(section_words(WARNINGS))
        self.stack.addWidget(self.warnings)
        self.parts.currentRowChanged.connect(self.stack.setCurrentIndex)
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
        record, edits = opened.record, self._model.can_edit
        self._names = _named(record) | names_of(opened.choices) | opened.names
        for section, part in self.headers.items():
            part.show_values(read_fields(described.INTERVIEW, record.interview, self._names, part.names))
            part.change_button.setVisible(edits and bool(self._open_fields(section, record)))
        for number, key in enumerate(self.keys):
            if key not in self.panels:
                continue
            rows = getattr(record, _ROWS[key][0])
            self.panels[key].show_rows(rows)
            self.panels[key].let_change(edits and self._may_enter(key, record))
            count = sum(not each.struck for each in rows)
            self.parts.item(number).setText(f"{section_words(key)} {isolate(f'({count})') if count else ''}")

        # Not entered here: they are given when the record is signed.
        self.warnings.show_rows(record.warnings)
        self.parts.item(len(self.keys)).setHidden(not record.warnings)
        if not record.warnings and self.parts.currentRow() == len(self.keys):
            self.parts.setCurrentRow(0)

    def go_to(self, field: str) -> bool:
        """Show the part of a field ("interview.place", "presence.role"), and open its form if it has one."""
        entity, _, name = field.partition(".")
        found = described.INTERVIEW[name].section if entity == "interview" and _knows(name) else entity
        found = next((key for key, (held, _) in _ROWS.items() if held == name), found)
        if found not in self.keys:
            return False
        self.parts.setCurrentRow(self.keys.index(found))
        self.parts.setFocus(Qt.FocusReason.OtherFocusReason)
        if found in self.headers and not self.headers[found].change_button.isHidden():
            self.change_header(found, field=name)
        return True

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
        follow(dialog.form, record, self._model.called)
        dialog.open()
        return dialog

    def _header(self, section: str) -> QWidget:
        names = [field.name for field in described.INTERVIEW.of_section(section)]
        part = HeaderPart(section_words(section), names, partial(self.change_header, section))
        self.headers[section] = part
        return part

    def _panel(self, key: str) -> RowsPanel:
        columns: list[Column[Any]] = [
            column(_BY_NAME[key], name, width=width, names=lambda: self._names)
            for name, width in _ROWS[key][1]
        ]
        columns.append(
            Column(
                title="",
                read=lambda each: translate("tables", "Struck out") if each.struck else "",
                width=100,
                tone=lambda each: Tone.BAD if each.struck else None,
            )
        )
        panel = RowsPanel(
            section_words(key),
            columns,
            empty=self.tr("Nothing is recorded."),
            add=lambda: self._add(key),
            change=lambda each: self._change_row(key, each),
            strike=lambda each: self._strike(key, each),
        )
        self.panels[key] = panel
        return panel

    def _add(self, key: str) -> None:
        self.add_row(key)

    def _change_row(self, key: str, each: Any) -> None:
        record = self._model.record
        if record is None or not self._model.can_edit or each.struck:
            return
        description = _BY_NAME[key]
        names = {field.name for field in description.fields if field.until is not Phase.ONCE}
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
        follow(dialog.form, record, self._model.called, getattr(each, "segment_id", ""))
        dialog.open()

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
            field.name
            for field in described.INTERVIEW.of_section(section)
            if field.until is Phase.BEFORE_SIGNING or state is InterviewState.DRAFT
        ]

    def _may_enter(self, key: str, record: InterviewInFull) -> bool:
        """Corrections can be requested only after the record was read back."""
        return key != described.CORRECTION.name or record.interview.state is InterviewState.READ_BACK


class HeaderPart(QWidget):
    """The values of one part of the header, and a button to change them."""

    def __init__(self, title: str, names: Sequence[str], change: Callable[[], None]) -> None:
        super().__init__()
        self.names = tuple(names)
        self.change_button = button(self.tr("&Change\u2026"), change, icon="pencil")
        self._form = Form()
        self._form.setVerticalSpacing(6)
        area = Scrolled(title)
        area.column.addLayout(self._form)
        area.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(title, Part.HEADING))
        column.addWidget(area, 1)
        column.addLayout(row(None, self.change_button))

    def show_values(self, values: Sequence[tuple[str, str, bool]]) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        for what, how, exact in values:
            self._form.tell(what, how, exact=exact)


def _warnings_panel(model: InterviewsViewModel) -> RowsPanel:
    """The warnings despite which the record was signed, each with its reason."""
    columns: list[Column[WarningReason]] = [
        Column(
            title=field_words(WARNINGS, "rule"), read=lambda each: each.finding.code, width=90, exact=True
        ),
        Column(
            title=field_words(WARNINGS, "warning"),
            read=lambda each: finding_text_in(model.record, each.finding),
        ),
        Column(title=field_words(WARNINGS, "reason"), read=lambda each: isolate_words(each.reason)),
    ]
    return RowsPanel(section_words(WARNINGS), columns, empty=translate("tables", "Nothing is recorded."))


def _knows(name: str) -> bool:
    return any(field.name == name for field in described.INTERVIEW.fields)


def _new(description: Description, values: dict[str, Any]) -> Any:
    return description.entity(id=RowId(""), interview_id=InterviewId(""), **values)


def _named_by(key: str) -> str:
    """Return the field that names a row of this kind: the turn of a correction, or its widest column."""
    if key == described.CORRECTION.name:
        return "segment_id"
    return next(name for name, width in _ROWS[key][1] if not width)


def _named(record: InterviewInFull) -> dict[str, str]:
    """Return the labels of the turns."""
    return {full.segment.id: full.label for full in record.segments}
