"""Places: from a row of the vault to the page that shows it."""

from typing import TYPE_CHECKING, Protocol

from thb_desktop.domain.searching import SearchKind
from ui.cases.view import CasesView
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.interviews.view import InterviewsView
from ui.widgets.page import Page

if TYPE_CHECKING:
    from thb_desktop.services.searching.search import Hit


class ShowPage(Protocol):
    """Puts a page on the screen and returns it."""

    def __call__[P: Page](self, kind: type[P], /) -> P: ...


def show_hit(show: ShowPage, hit: "Hit") -> None:
    """Show where a hit of the search stands."""
    if hit.kind in (SearchKind.TESTIMONY, SearchKind.LANGUAGE_WORK, SearchKind.RECORD):
        show(InterviewsView).return_to(hit.subject, hit.turn_id)
    elif hit.kind in (SearchKind.EXHIBIT, SearchKind.FILE):
        show_place(show, "exhibit", hit.subject)
    elif hit.kind is SearchKind.CUSTODY:
        show_place(show, "custody_event", hit.subject)
    elif hit.entity in ("person_role", "person_claim"):
        show_place(show, "person", hit.subject)
    else:
        show_place(show, hit.entity, hit.id)


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
