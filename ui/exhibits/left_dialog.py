"""The dialog after a run over files and folders: what was not taken, and why."""

from PySide6.QtWidgets import QWidget

from thb_desktop.domain.intake import Left
from thb_desktop.services.evidence.intake import IntakeResult
from thb_desktop.services.evidence.left_list import write_left
from ui.labels import words
from ui.rows import Column, RowsModel
from ui.text import visible
from ui.tones import Tone
from ui.widgets import choose
from ui.widgets.basic import button, row
from ui.widgets.dialog import Dialog
from ui.widgets.table import RecordTable


class LeftDialog(Dialog):
    """Lists what a run did not take. The vault keeps the list with the run."""

    def __init__(self, parent: QWidget, result: IntakeResult) -> None:
        super().__init__(parent, self.tr("%n thing(s) not taken", "", len(result.left)), self._said(result))
        self.setMinimumWidth(760)
        self._left = result.left
        self.rows: RowsModel[Left] = RowsModel(
            (
                Column(title=self.tr("Path in the source"), read=lambda each: visible(each.path)),
                Column(title=self.tr("Why"), read=lambda each: words(each.because), width=300),
            ),
            self,
        )
        self.table = RecordTable(self.rows, self.tr("What was not taken"), wrap=True)
        self.table.setMinimumHeight(260)
        self.table.opened.connect(lambda _: self.accept())
        self.rows.show_rows(list(result.left))
        self.body.addWidget(self.table)
        self.save_button = button(self.tr("&Save the list\u2026"), self._save, icon="file-text")
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(self.save_button, None, self.main_button))

    def _said(self, result: IntakeResult) -> str:
        return self.tr("%n file(s) were taken. The event chain keeps this list.", "", result.run.taken)

    def _save(self) -> None:
        target = choose.choose_target(self, self.tr("Where to save the list"), "not-taken.tsv")
        if target is None:
            return
        try:
            write_left(target, self._left)
        except FileExistsError:
            self.notice.tell(self.tr("There is a file of this name already. Nothing was overwritten."))
        except OSError:
            self.notice.tell(self.tr("The list could not be written there."))
        else:
            self.notice.tell(self.tr("The list is saved."), Tone.OK)
