"""Labels of exhibits: the dialog that prints them, and the search field that reads a scanned one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.labels import SHEETS, is_code
from thb_desktop.services.evidence import labels
from ui.jobs import InVault, VaultJobs
from ui.text import translate
from ui.view_model import ViewModel
from ui.widgets.basic import button
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.label_sheets import label_sheet_box
from ui.widgets.sheet_file import SheetFile
from ui.widgets.wheel import NumberBox

if TYPE_CHECKING:
    from thb_desktop.services.core.session import Session
    from thb_desktop.services.evidence.exhibits import ExhibitSummary


class LabelsModel(ViewModel):
    """found: the exhibit whose label was scanned. written: a file, and how many pages it has."""

    found = Signal(str)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case: CaseFile | None = None

    def show_case(self, case: CaseFile | None) -> None:
        self.case = case

    def read_scanned(self, text: str) -> bool:
        """Look up a text that looks like a scanned label; return whether it does."""
        case = self.case
        if case is None or not is_code(text):
            return False

        def work(session: "Session") -> str:
            return str(labels.find_scanned(session, case.id, text).id)

        self.read(work, self.found.emit)
        return True

    def print_labels(self, exhibits: Sequence[ExhibitId], sheet: str, used: int, target: Path) -> None:
        """Write labels to a new file. used: how many labels of the first page are used already."""
        case = self.case
        if case is None:
            return

        def work(in_vault: InVault) -> int:
            made = in_vault(
                lambda session: labels.labels_of(session, case.id, exhibits, SHEETS[sheet], first=used)
            )
            return labels.write_labels(made, target)

        self.writing.emit()
        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)


class LabelsDialog(Dialog):
    """Prints labels of the chosen exhibit, or of those that are listed. Nothing is chosen beforehand."""

    def __init__(
        self, parent: QWidget, model: LabelsModel, chosen: Sequence[str], listed: Sequence[str]
    ) -> None:
        super().__init__(
            parent,
            self.tr("Print labels"),
            self.tr(
                "A label has the number of the exhibit, the reference of the case, the number of the seal, "
                "and a code for a scanner. It names no person. Scan it in the search field of this page."
            ),
        )
        self.setMinimumWidth(560)
        self._model = model
        please = (self.tr("Please choose"), None)
        of_one = self.tr("The chosen exhibit")
        of_all = self.tr("The %n listed exhibit(s)", "", len(listed))
        form = Form()
        self.of = form.add(
            self.tr("&Labels of"),
            ValueBox([please, *([(of_one, tuple(chosen))] if chosen else []), (of_all, tuple(listed))]),
        )
        self.sheet = form.add(self.tr("&Sheet"), label_sheet_box())
        self.used = NumberBox()
        self.used.setRange(0, 23)
        form.add(self.tr("Labels of the first sheet that are &used"), self.used)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Print\u2026"), icon="printer", back=self.tr("Back"))
        self.sheet_file = SheetFile(self, self.notice)
        model.written.connect(self.sheet_file.tell)
        model.refused.connect(self.refuse)

    def take(self) -> None:
        if self.of.currentData() is None:
            self.refuse_at(self.of, self.tr("Please choose whose labels are printed."))
            return
        sheet = self.sheet.currentData()
        if sheet is None:
            self.refuse_at(self.sheet, self.tr("Please choose the sheet."))
            return
        if self.used.value() >= SHEETS[sheet].count:
            self.refuse_at(self.used, self.tr("The sheet has fewer labels."))
            return
        if target := self.sheet_file.ask("labels.pdf", self.tr("Where the labels are written")):
            exhibits = [ExhibitId(each) for each in self.of.currentData()]
            self._model.print_labels(exhibits, sheet, self.used.value(), target)


def labels_button(
    page: QWidget, model: LabelsModel, shown: "Callable[[], tuple[str, Sequence[ExhibitSummary]]]"
) -> QPushButton:
    """Return the button that prints labels. shown: the open exhibit, or empty, and those that are listed."""

    def print_labels() -> None:
        opened, listed = shown()
        chosen = [opened] if opened else []
        LabelsDialog(page, model, chosen, [each.exhibit.id for each in listed]).open()

    return button(translate("labels", "La&bels\u2026"), print_labels, icon="printer", part="quiet")
