"""What is done with one file of the exhibit that is shown: checked, taken out, taken over, withdrawn."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.exhibit import ExhibitFile
from ui.exhibits import taking_over
from ui.exhibits.file_card import FileCard
from ui.exhibits.view_model import ExhibitsViewModel
from ui.text import isolate, isolate_words, visible
from ui.widgets.questions import ask_reason

if TYPE_CHECKING:
    from thb_desktop.services.bundling.taking_out import Receipt


class FileActs(QObject):
    """Asks what an act needs, and does it. page: over which it asks. enters: whether the user may enter
    something about exhibits.
    """

    def __init__(self, page: QWidget, model: ExhibitsViewModel, enters: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._model, self._enters = page, model, enters

    def follow(self, card: FileCard) -> None:
        """Do what the buttons of this card ask for."""
        card.wants_check.connect(self.check)
        card.wants_out.connect(self.take_out)
        card.wants_signatures.connect(self.judge)
        card.wants_withdrawn.connect(self.withdraw)
        card.wants_statement.connect(self.take_over)
        card.wants_ads.connect(lambda read: taking_over.open_ads(self._page, self._model.jobs, read))

    def check(self, file: ExhibitFile) -> None:
        """Ask why the digest of a file is checked, and check it."""
        reason = ask_reason(
            self._page,
            self.tr("Check the digest of this file?"),
            self._named(
                file,
                self.tr("The whole file is read. The check is recorded as a custody event of the exhibit."),
            ),
            self.tr("&Check"),
            draft=self._model.draft("check-file", file.id),
        )
        if reason:
            self._model.check(file, reason)

    def take_out(self, file: ExhibitFile) -> None:
        """Take a copy of a file out of the vault, with a receipt."""
        from ui.exhibits.going_out import GoingOutModel
        from ui.exhibits.going_out_dialogs import TakeOutDialog

        model = GoingOutModel(self._model.jobs, file, self)
        dialog = TakeOutDialog(self._page, model)
        dialog.finished.connect(lambda _: model.deleteLater())
        dialog.accepted.connect(lambda: self._show_receipt(dialog.receipt))
        dialog.open()

    def _show_receipt(self, receipt: "Receipt | None") -> None:
        from ui.exhibits.going_out_dialogs import ReceiptDialog

        if receipt is not None:
            self._model.reopen()
            ReceiptDialog(self._page, receipt, self._model.jobs).open()

    def judge(self, file: ExhibitFile) -> None:
        """Show and enter what was found of the signatures in a file."""
        from ui.exhibits.signatures import open_signatures

        open_signatures(self._page, self._model, file, enters=self._enters())

    def take_over(self, file: ExhibitFile) -> None:
        """Take over a statement of account into the case."""
        full = self._model.exhibit
        if full is not None:
            taking_over.open_statement(self._page, self._model.jobs, full.exhibit.case_id, file)

    def withdraw(self, file: ExhibitFile) -> None:
        """Ask why a file is withdrawn, or why it stands again; not where that would be refused anyhow."""
        if file.struck:
            said = self.tr(
                "It belongs to the exhibit again: it is searched, printed and sent with it. Who was told of "
                "its withdrawal is to be told again."
            )
            asked = (self.tr("Reinstate this file?"), said, self.tr("&Reinstate"))
            self._ask_of_file(file, *asked)
            return
        said = self.tr(
            "It was added by mistake. Nothing is erased: the file stays in the vault and is shown "
            "as withdrawn. It is not searched, printed or sent any more. Who has it already is to be "
            "told."
        )
        asked = (self.tr("Withdraw this file?"), said, self.tr("&Withdraw"))
        self._model.verify_withdrawable(file, lambda: self._ask_of_file(file, *asked))

    def _ask_of_file(self, file: ExhibitFile, heading: str, said: str, yes: str) -> None:
        draft = self._model.draft("withdraw-file", file.id)
        if reason := ask_reason(self._page, heading, self._named(file, said), yes, draft=draft):
            self._model.withdraw(file, reason)

    def _named(self, file: ExhibitFile, said: str) -> str:
        """Return what is asked, below the file that it is about."""
        full = self._model.exhibit
        number = full.exhibit.number if full is not None else ""
        named = self.tr("{name}, a file of exhibit {number}.").format(
            name=isolate_words(visible(file.name)), number=isolate(number)
        )
        return f"{named}\n\n{said}"
