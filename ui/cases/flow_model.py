"""The money flow of a case as it is looked at: what is chosen of it, its flows, and the entries of one."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.money_flow import Flow, FlowFilter, MoneyFlow
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance, money_flow
from thb_desktop.services.persons import people
from ui.jobs import InVault, VaultJobs
from ui.paging import Paging
from ui.view_model import ViewModel

Parties = tuple[tuple[str, str, bool], ...]
"""Number or code, id, and whether it is a person."""


class FlowModel(ViewModel):
    """parties: whose flows can be chosen. loaded: the flows. entries: those of the chosen flow, and whether
    they begin the list. written: the file of a sheet, and how many pages it has.
    """

    parties = Signal(object)
    loaded = Signal(object)
    entries = Signal(object, bool)
    written = Signal(object, int)

    def __init__(self, jobs: VaultJobs, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.case = case
        self.chosen = FlowFilter()
        self.found = MoneyFlow(case_id=case.id)
        self.pages = Paging(self)
        self.pages.arrived.connect(self.entries)
        self._asked = 0

    def load_parties(self) -> None:
        def work(session: Session) -> Parties:
            accounts = finance.list_accounts(session, self.case.id)
            persons = people.list_persons(session, self.case.id)
            return (
                *((each.number, str(each.id), False) for each in accounts if not each.struck),
                *((each.code, str(each.id), True) for each in persons if not each.struck),
            )

        self.read(work, self.parties.emit)

    def load(self, chosen: FlowFilter | None = None) -> None:
        """Load what is chosen; an answer that is late, because another was asked for since, is dropped."""
        self._asked += 1
        asked, self.chosen = self._asked, chosen or self.chosen
        wanted = self.chosen

        def done(found: MoneyFlow) -> None:
            if asked == self._asked:
                self.found = found
                self.loaded.emit(found)

        self.read(lambda session: money_flow.money_flow_of(session, self.case.id, wanted), done)

    def show_entries(self, flow: Flow | None) -> None:
        """Load the entries of a flow, page by page."""
        if flow is None:
            self.pages.end()
            self.entries.emit((), True)
            return
        chosen = self.chosen

        def read(session: Session, after: Any, count: int) -> Any:
            return money_flow.entries_of_flow(session, self.case.id, flow, chosen, after=after, count=count)

        self.pages.begin(read)

    def print_sheet(self, target: Path) -> None:
        from thb_desktop.services.case_file import sheets
        from thb_desktop.services.money import flow_sheet

        chosen = self.chosen

        def work(in_vault: InVault) -> int:
            sheet = in_vault(lambda session: flow_sheet.flow_sheet(session, self.case.id, chosen))
            return sheets.write_sheet(sheet, target)

        self.jobs.beside(self, work, then=lambda pages: self.written.emit(target, pages), refused=self.refuse)
