"""Places: from a row of the vault to the page that shows it."""

from typing import Protocol

from ui.cases.view import CasesView
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.interviews.view import InterviewsView
from ui.widgets.page import Page


class ShowPage(Protocol):
    """Puts a page on the screen and returns it."""

    def __call__[P: Page](self, kind: type[P], /) -> P: ...


def show_place(show: ShowPage, kind: str, about: str) -> None:
    """Show a row. kind: the name of its table; of a custody event, `about` is its exhibit."""
    if kind == "interview":
        show(InterviewsView).return_to(about)
    elif kind == "exhibit":
        show(ExhibitsView).return_to(about)
    elif kind == "custody_event":
        show(CustodyView).show_exhibit(about)
    else:
        show(CasesView).details.show_entry(kind, about)
