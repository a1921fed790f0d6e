"""What the export shows beside its choices: what to do next, the pages and their checks, or the result."""

from collections.abc import Callable

from PySide6.QtWidgets import QScrollArea, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from thb_desktop.findings import Finding
from ui.export.checklist import finding_columns
from ui.export.result import ResultCard
from ui.jobs import VaultJobs
from ui.rows import RowsModel
from ui.text import translate
from ui.widgets.basic import EmptyState, button, row
from ui.widgets.progress import ProgressCard
from ui.widgets.table import RecordTable


class ShownSide(QWidget):
    """One of three pages, with the progress above and the button that signs below."""

    def __init__(self, jobs: VaultJobs, sign: Callable[[], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.progress = ProgressCard()
        column.addWidget(self.progress)
        self.empty = EmptyState(
            "package-check",
            translate("ExportView", "Nothing is prepared yet"),
            translate(
                "ExportView",
                "Choose what goes into the bundle and prepare its pages. You see them before anybody signs.",
            ),
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.pages = QWidget()
        self.pages_column = QVBoxLayout(self.pages)
        self.pages_column.setContentsMargins(0, 8, 0, 0)
        self.rows: RowsModel[Finding] = RowsModel(finding_columns(), self)
        self.checks = RecordTable(self.rows, translate("ExportView", "Checks before signing"), wrap=True)
        self.tabs.addTab(self.pages, translate("ExportView", "Pa&ges"))
        self.tabs.addTab(self.checks, translate("ExportView", "&Checks"))
        self.result = ResultCard(jobs)
        self.result_area = QScrollArea()
        self.result_area.setWidgetResizable(True)
        self.result_area.setWidget(self.result)
        self.result_area.setAccessibleName(translate("ExportView", "Result"))
        self.right = QStackedWidget()
        for page in (self.empty, self.tabs, self.result_area):
            self.right.addWidget(page)
        column.addWidget(self.right, 1)
        self.sign_button = button(
            translate("ExportView", "&Sign and save\u2026"), sign, icon="stamp", part="primary"
        )
        self.sign_button.setEnabled(False)
        column.addLayout(row(None, self.sign_button))
