"""Places: from a row of the vault to the page that shows it."""

from typing import TYPE_CHECKING, Protocol

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from ui.cases.view import CasesView
from ui.custody.view import CustodyView
from ui.exhibits.view import ExhibitsView
from ui.export.view import ExportView
from ui.interviews.view import InterviewsView
from ui.language_office.view import LanguageView
from ui.widgets.page import Page

if TYPE_CHECKING:
    from thb_desktop.services.searching.search import Hit


class ShowPage(Protocol):
    """Puts a page on the screen and returns it."""

    def __call__[P: Page](self, kind: type[P], /) -> P: ...


_SUBJECTS = {
    Consulted.EXHIBIT: "exhibit",
    Consulted.FILE: "exhibit",
    Consulted.CUSTODY: "custody_event",
    Consulted.PERSON: "person",
}


def show_hit(show: ShowPage, hit: "Hit", rights: frozenset[Right]) -> None:
    """Show where a hit of the search stands: on the page of what is consulted with it."""
    if hit.logs is Consulted.TESTIMONY:
        show(InterviewsView).return_to(hit.subject, hit.turn_id)
    elif hit.entity == "exhibit_file":
        show(ExhibitsView).return_to(hit.subject, hit.id)
    elif hit.logs in _SUBJECTS:
        show_place(show, _SUBJECTS[hit.logs], hit.subject)
    elif hit.kind is SearchKind.LANGUAGE_WORK:
        show(LanguageView)
    elif hit.kind is SearchKind.PACKAGE and ExportView.needs in rights:
        show(ExportView)
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
