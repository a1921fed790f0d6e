"""A page of the main window: it shows one case, and keeps what is being typed when asked."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thb_desktop.domain.case import CaseFile
from thb_desktop.domain.rights import Right


class Page(QWidget):
    """needs: whose function does not include it, sees no such page.

    Each look at a record is written down, so a page reads only while somebody looks at it: `show_case` says
    what it is about, `reload` reads.
    """

    needs = Right.SEE_OFFICE

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "page")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.setSpacing(12)

    def show_case(self, case: CaseFile | None) -> None:
        """Be about this case, or about none; nothing is read before `reload`."""

    def show_rights(self, rights: frozenset[Right]) -> None:
        """Offer what this user's function includes; what is offered nevertheless, the service refuses."""

    def reload(self) -> None:
        """Something in the vault changed, or the page is shown again."""

    def open_id(self) -> str:
        """The id of what is open here, empty for nothing; `return_to` opens it again."""
        return ""

    def return_to(self, record: str) -> None:
        """Open this again, once the page has listed what there is."""

    @property
    def holds_drafts(self) -> bool:
        """Whether something typed here is kept in the vault and not saved."""
        return False

    def keep_drafts(self) -> None:
        """Hand everything still being typed to the vault's thread."""


class Contents(QStackedWidget):
    """What a page lists, or that there is nothing; before it has asked, neither."""

    def __init__(self, nothing: QWidget, listed: QWidget) -> None:
        super().__init__()
        for part in (nothing, listed, QWidget()):
            self.addWidget(part)
        self.forget()

    def forget(self) -> None:
        """Nothing was asked yet."""
        self.setCurrentIndex(2)

    def show_listed(self, *, found: bool) -> None:
        self.setCurrentIndex(1 if found else 0)
