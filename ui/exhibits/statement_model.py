"""What the window does with a file that may be a statement: looked at, then taken over."""

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import AccountId, CaseId
from thb_desktop.exchange.statements.reading import StatementChoice
from thb_desktop.services.money import finance, statements
from ui.jobs import VaultJobs
from ui.view_model import ViewModel


class StatementModel(ViewModel):
    """accounts: those of the case that stand. titles: of the columns of a table. seen: the statements of the
    file, with the choice by which they were read. taken: one that was entered.
    """

    accounts = Signal(object)
    titles = Signal(object)
    seen = Signal(object, object)
    taken = Signal(object)

    def __init__(
        self, jobs: VaultJobs, case_id: CaseId, file: ExhibitFile, parent: QObject | None = None
    ) -> None:
        super().__init__(jobs, parent)
        self.case_id, self.file = case_id, file

    def list_accounts(self) -> None:
        self.read(
            lambda session: tuple(
                each for each in finance.list_accounts(session, self.case_id) if not each.struck
            ),
            self.accounts.emit,
        )

    def read_titles(self, delimiter: str, header: int, encoding: str) -> None:
        self.read(
            lambda session: statements.titles_in(session, self.file.id, delimiter, header, encoding),
            self.titles.emit,
        )

    def look(self, choice: StatementChoice) -> None:
        self.read(
            lambda session: statements.look_at(session, self.file.id, choice),
            lambda found: self.seen.emit(choice, found),
        )

    def take_over(self, choice: StatementChoice, which: int, account_id: AccountId, number: str) -> None:
        self.write(
            lambda session: statements.take_over(
                session, self.file.id, choice, which=which, account_id=account_id, number=number
            ),
            self.taken.emit,
        )
