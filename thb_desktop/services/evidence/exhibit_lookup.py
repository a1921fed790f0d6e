"""Exhibits by their id, or one page after the other; who has a seal."""

from dataclasses import replace

from thb_desktop.domain.custody_rules import verify_seal_free
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.ids import CaseId, ExhibitId
from thb_desktop.errors import NotFoundError, StruckOutError
from thb_desktop.services.core.pages import Page
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import counts, lists, registry
from thb_desktop.vault.tables.lists import Mark, Stretch


def require_exhibit(connection: Connection, exhibit_id: ExhibitId) -> Exhibit:
    """Return an exhibit. Raises NotFoundError."""
    exhibit = registry.EXHIBIT.find(connection, exhibit_id)
    if exhibit is None:
        raise NotFoundError("there is no such exhibit in this file")
    return exhibit


def standing_exhibit(connection: Connection, exhibit_id: ExhibitId) -> Exhibit:
    """Return an exhibit that was not struck out. Raises NotFoundError, StruckOutError."""
    exhibit = require_exhibit(connection, exhibit_id)
    if exhibit.struck:
        raise StruckOutError("the exhibit was struck out as made in error")
    return exhibit


def next_exhibits(
    connection: Connection, case_id: CaseId, after: Mark | None, count: int
) -> tuple[Stretch, Page[Exhibit]]:
    """Return the next exhibits of a case in the order of their numbers, and where they are in it."""
    begin = Stretch(case_id=case_id) if after is None else Stretch(case_id=case_id, after=after)
    found = lists.exhibits_of(connection, begin, count)
    last = lists.mark_of(connection, found[-1].id) if found else begin.after
    page = Page(
        rows=found,
        after=last if len(found) == count else None,
        total=counts.of_case(connection, case_id)[1],
    )
    return replace(begin, last=last), page


def verify_seal_of(connection: Connection, exhibit: Exhibit) -> None:
    """Refuse an exhibit whose seal another exhibit has or had."""
    holders = counts.holders_of_seal(connection, exhibit.seal)
    verify_seal_free(exhibit.id, exhibit.seal, holders, "exhibit.seal")
