"""What the window does with a file that may be a statement: looked at, then taken over."""

from contextlib import closing

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.finance import BankStatement
from thb_desktop.domain.ids import AccountId, CaseId
from thb_desktop.exchange.statements.reading import StatementChoice
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance, statements
from thb_desktop.services.money.statement_files import StatementFile, StatementsRead
from ui.jobs import InVault, VaultJobs
from ui.view_model import ViewModel


class StatementModel(ViewModel):
    """accounts: those of the case that stand. titles: of the columns of a table. seen: the statements of the
    file as they were read, and what is to be said of each. taken: one that was entered, and what is to be
    said of each now.
    """

    accounts = Signal(object)
    titles = Signal(object)
    seen = Signal(object, object)
    taken = Signal(object, object)

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
        def work(in_vault: InVault) -> tuple[str, ...]:
            with closing(self._opened(in_vault)) as file:
                return file.titles(delimiter, header, encoding)

        self.jobs.beside(self, work, then=self.titles.emit, refused=self.refuse)

    def look(self, choice: StatementChoice) -> None:
        """Read the file while the vault does other work."""

        def work(in_vault: InVault) -> tuple[StatementsRead, tuple[statements.Preview, ...]]:
            with closing(self._opened(in_vault)) as file:
                read = file.read(choice)
            return read, in_vault(lambda session: statements.look_at(session, read))

        self.jobs.beside(self, work, then=lambda found: self.seen.emit(*found), refused=self.refuse)

    def take_over(
        self, read: StatementsRead, which: int, account_id: AccountId, number: str, same_because: str
    ) -> None:
        """Enter one of the statements that were looked at, and look at the others as they stand then."""

        def work(session: Session) -> tuple[BankStatement, tuple[statements.Preview, ...]]:
            entered = statements.take_over(
                session,
                read,
                which=which,
                account_id=account_id,
                number=number,
                same_because=same_because,
            )
            return entered, statements.look_at(session, read)

        self.write(work, lambda done: self.taken.emit(*done))

    def _opened(self, in_vault: InVault) -> StatementFile:
        return in_vault(lambda session: statements.open_statement(session, self.file.id))
