"""ActionDayDialog: what became of the numbers of each team, who was found, and the sheets to print."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.action_day import PersonFound, Reconciled, rows_among, rows_told
from thb_desktop.domain.action_day_fields import ACTION_TEAM, PERSON_FOUND
from thb_desktop.domain.case import CaseFile
from thb_desktop.services.evidence.action_days import ActionDay, findings_of
from ui.cases.action_day_model import ActionDayModel
from ui.forms.reading import column
from ui.jobs import VaultJobs
from ui.labels.findings import finding_text
from ui.rows import Column, RowsModel
from ui.text import NONE, isolate, listed, translate, when
from ui.tones import Tone
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.label_sheets import label_sheet_box
from ui.widgets.sheet_file import SheetFile
from ui.widgets.table import RecordTable

_FEW, _LINES = 3, 12
"""Rows of numbers in a cell, and findings above the persons: the rest are counted."""


class ActionDayDialog(Dialog):
    """Read alone. wants: show a team or a person found, by its table and id."""

    wants = Signal(str, str)

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Action day"),
            self.tr(
                "Each number that a team got is used by an exhibit, or is voided for a reason. "
                "Exhibits are compared by their numbers."
            ),
        )
        self.setMinimumWidth(1040)
        self.model = ActionDayModel(jobs, self)
        self._case = case
        self.teams: RowsModel[Reconciled] = RowsModel(_team_columns(), self)
        self.team_table = RecordTable(self.teams, self.tr("Teams"), wrap=True)
        self.team_table.setMinimumHeight(150)
        self.team_table.say_when_empty(self.tr("No team is entered yet. Add one in the section Teams."))
        self.found: RowsModel[PersonFound] = RowsModel(_found_columns(self._numbers), self)
        self.found_table = RecordTable(self.found, self.tr("Persons found"), wrap=True)
        self.found_table.setMinimumHeight(130)
        self.found_table.say_when_empty(self.tr("No person found is entered."))
        self.told = Label("", Part.MUTED, wrap=True).selectable()
        for each in (self.team_table, self.told, self.found_table):
            self.body.addWidget(each)
        self.run_button = button(self.tr("&Run sheet of the team\u2026"), self._print_run, icon="printer")
        self.sheet = label_sheet_box()
        self.sheet.setAccessibleName(self.tr("Sheet of labels"))
        size = Label(self.tr("Sheet of &labels"), Part.MUTED)
        size.setBuddy(self.sheet)
        self.labels_button = button(self.tr("La&bels of the team\u2026"), self._print_labels, icon="printer")
        self.after_button = button(self.tr("&Print what is open\u2026"), self._print_after, icon="printer")
        self.source_button = button(self.tr("Go to the &entry"), self._follow, icon="link")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.body.addLayout(row(self.run_button, 12, size, self.sheet, self.labels_button, None))
        self._outer.addLayout(row(self.after_button, None, self.source_button, self.main_button))
        self.model.loaded.connect(self._show)
        self.sheet_file = SheetFile(self, self.notice)
        self.model.written.connect(self.sheet_file.tell)
        self.model.refused.connect(self.refuse)
        self.team_table.chosen.connect(lambda _: self._offer())
        for table in (self.team_table, self.found_table):
            table.opened.connect(lambda _: self._follow())
        self._offer()
        self.model.load(case.id)

    def _show(self, day: ActionDay) -> None:
        self.teams.show_rows(day.teams)
        self.found.show_rows(day.found)
        for table in (self.found_table, self.team_table):
            table.choose_row(0)
        open_ones = findings_of(day)
        nothing = self.tr("Every number is used or voided, and something is decided for each person found.")
        is_quiet = not day.teams and not day.found
        told = [finding_text(each) for each in open_ones[:_LINES]]
        if more := len(open_ones) - len(told):
            told.append(f"\u2026 (+{more})")
        self.told.setText("\n".join(told) or ("" if is_quiet else nothing))
        self._offer()

    def _offer(self) -> None:
        team = self._team()
        for each in (self.run_button, self.labels_button, self.sheet):
            each.setEnabled(team is not None)
        has_any = bool(self.teams.rows or self.found.rows)
        for each in (self.after_button, self.source_button):
            each.setEnabled(has_any)

    def _numbers(self) -> Mapping[str, str]:
        """What each team is called, by its id."""
        return {each.team.id: each.team.number for each in self.teams.rows}

    def _team(self) -> Reconciled | None:
        record = self.team_table.current_record()
        return record if isinstance(record, Reconciled) else None

    def _print_run(self) -> None:
        team = self._team()
        if team is not None and (target := self.sheet_file.ask("run-sheet.pdf")):
            self.model.print_run_sheet(self._case.id, team.team.id, target)

    def _print_labels(self) -> None:
        team, sheet = self._team(), self.sheet.currentData()
        if sheet is None:
            self.refuse_at(self.sheet, self.tr("Please choose the sheet."))
        elif team is not None and (target := self.sheet_file.ask("labels.pdf")):
            self.model.print_labels(self._case.id, team.team.id, sheet, target)

    def _print_after(self) -> None:
        if target := self.sheet_file.ask("action-day.pdf"):
            self.model.print_after(self._case.id, target)

    def _follow(self) -> None:
        """Show the chosen person found if their list has the focus, or the chosen team."""
        person = self.found_table.current_record()
        team = self._team()
        if isinstance(person, PersonFound) and (self.found_table.hasFocus() or team is None):
            self.accept()
            self.wants.emit(PERSON_FOUND.name, person.id)
        elif team is not None:
            self.accept()
            self.wants.emit(ACTION_TEAM.name, team.team.id)


def _team_columns() -> tuple[Column[Reconciled], ...]:
    return (
        Column(title=translate("action_day", "Team"), read=lambda each: each.team.number, width=90),
        Column(title=translate("action_day", "Place"), read=lambda each: each.team.place),
        Column(
            title=translate("action_day", "Begins there"),
            read=lambda each: when(each.team.begins_at),
            width=210,
            exact=True,
        ),
        Column(title=translate("action_day", "Issued"), read=lambda each: str(len(each.issued)), width=80),
        Column(title=translate("action_day", "Used"), read=lambda each: str(len(each.used)), width=80),
        Column(title=translate("action_day", "Voided"), read=lambda each: str(len(each.voided)), width=80),
        Column(
            title=translate("action_day", "Neither"),
            read=_open,
            width=240,
            tone=_tone,
        ),
    )


def _open(each: Reconciled) -> str:
    return listed(map(isolate, rows_told(rows_among(each.issued, each.open), _FEW))) or NONE


def _tone(each: Reconciled) -> Tone:
    if each.findings:
        return Tone.WARN
    return Tone.PLAIN if each.open else Tone.OK


def _found_columns(teams: Callable[[], Mapping[str, str]]) -> tuple[Column[PersonFound], ...]:
    fields = (("found_at", 190), ("may_be_child", 160), ("needs", 190))
    return (
        column(PERSON_FOUND, "number", width=80, names=dict, title=translate("action_day", "No.")),
        column(PERSON_FOUND, "team_id", width=80, names=teams, title=translate("action_day", "Team")),
        *(column(PERSON_FOUND, name, width=width, names=dict) for name, width in fields),
        column(PERSON_FOUND, "seen", width=0, names=dict, title=translate("action_day", "As seen")),
        column(
            PERSON_FOUND,
            "outcome",
            width=190,
            names=dict,
            tone=lambda each: Tone.WARN if each.outcome is None else Tone.OK,
        ),
    )
