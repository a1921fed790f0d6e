"""The dialog of what is kept: exhibits with the last day on which they are, why, and who decided it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.exhibit import Exhibit
from ui.jobs import VaultJobs
from ui.rows import Column, RowsModel
from ui.text import day, isolate_words
from ui.tones import Tone
from ui.topics import Topic
from ui.view_model import ViewModel
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.evidence.retention import Kept


class KeptModel(ViewModel):
    """listed: the exhibits of the case with a last day, the earliest first."""

    changes = Topic.EXHIBITS

    listed = Signal(object)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QWidget) -> None:
        super().__init__(jobs, parent)
        self.case = case

    def list(self) -> None:
        from thb_desktop.services.evidence.retention import list_kept

        self.read(lambda session: list_kept(session, self.case.id), self.listed.emit)


class KeptDialog(Dialog):
    """wants: the exhibit whose events are to be shown."""

    wants = Signal(str)

    def __init__(self, parent: QWidget, jobs: VaultJobs, case: CaseFile) -> None:
        super().__init__(
            parent,
            self.tr("Exhibits that are kept"),
            self.tr(
                "Each has a last day, which is entered and corrected with the exhibit. It is not destroyed, "
                "erased or consumed before that day is past, nor while a legal hold stands."
            ),
        )
        self.setMinimumWidth(860)
        self.model = KeptModel(jobs, case, self)
        self.rows: RowsModel[Kept] = RowsModel(
            [
                Column(
                    title=self.tr("Exhibit"), read=lambda each: each.exhibit.number, width=110, exact=True
                ),
                Column(
                    title=self.tr("Kept until"), read=lambda each: day(each.exhibit.keep_until), width=130
                ),
                Column(title=self.tr("State"), read=self._state, width=130, tone=_tone),
                Column(title=self.tr("Ground"), read=lambda each: isolate_words(each.exhibit.keep_ground)),
                Column(
                    title=self.tr("Decided by"), read=lambda each: isolate_words(each.exhibit.keep_decided_by)
                ),
            ],
            self,
        )
        self.table = RecordTable(self.rows, self.tr("Exhibits that are kept"), wrap=True)
        self.table.setMinimumHeight(220)
        self.table.say_when_empty(self.tr("No exhibit of this case has a last day."))
        self.body.addWidget(self.table)
        self.finish_with(self.tr("&Show its events"), icon="link", back=self.tr("Back"))
        self.main_button.setEnabled(False)
        self.model.listed.connect(self._show)
        self.model.refused.connect(self.refuse)
        self.model.list()

    def take(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.accept()
            self.wants.emit(chosen.id)

    def _show(self, found: "tuple[Kept, ...]") -> None:
        self.rows.show_rows(found)
        self.table.choose_row(0 if found else -1)
        self.main_button.setEnabled(bool(found))

    def _chosen(self) -> Exhibit | None:
        at = self.table.currentIndex().row()
        return self.rows.rows[at].exhibit if 0 <= at < len(self.rows.rows) else None

    def _state(self, each: "Kept") -> str:
        if each.is_held:
            return self.tr("Legal hold")
        return self.tr("Due") if each.is_due else self.tr("Kept")


def _tone(each: "Kept") -> Tone:
    return Tone.WARN if each.is_held or each.is_due else Tone.PLAIN
