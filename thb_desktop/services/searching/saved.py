"""Searches that a user keeps: saved, renamed and removed. Only their user sees them."""

from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import AgentId, RowId
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.searching import SavedSearch, SearchFilter
from thb_desktop.errors import AlreadyExistsError, FieldMissingError, FormatError, NotFoundError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry, saved_searches
from thb_desktop.vault.tables.saved_searches import SavedRow


@permitted(Right.SEE_CASES)
def list_saved(session: Session) -> tuple[SavedSearch, ...]:
    """The searches of this user, by name."""
    rows = saved_searches.of_user(session.read, session.user.id)
    return tuple(_saved(row, session.user.id, session.read) for row in rows)


def _saved(row: SavedRow, user_id: AgentId, connection: Connection) -> SavedSearch:
    """Read a row. No chain covers it, so somebody may have altered it: then it is told to be unreadable."""
    try:
        chosen, is_readable = from_record(SearchFilter, row.chosen), True
    except FormatError:
        chosen, is_readable = SearchFilter(), False
    case = registry.CASE_FILE.find(connection, chosen.case_id) if chosen.case_id else None
    return SavedSearch(
        id=RowId(row.id),
        user_id=user_id,
        name=row.name,
        words=row.words,
        chosen=chosen,
        saved_at=row.saved_at,
        case=case.reference if case else "",
        is_readable=is_readable,
    )


@permitted(Right.SEE_CASES)
def save(session: Session, name: str, words: str, chosen: SearchFilter) -> SavedSearch:
    """Keep a search. Raises SearchEmptyError, FieldMissingError without a name, AlreadyExistsError."""
    parse_query(words, chosen.calling_code)
    named = _free_name(session, name)
    at = session.clock.read().at
    row = SavedRow(session.new_id(at), named, words, to_record(chosen), at)
    with session.drafting() as connection:
        saved_searches.save(connection, row, user_id=session.user.id, case_id=chosen.case_id)
    return _saved(row, session.user.id, session.read)


@permitted(Right.SEE_CASES)
def rename(session: Session, saved_id: RowId, name: str) -> SavedSearch:
    """Give a search another name. Raises NotFoundError, FieldMissingError, AlreadyExistsError."""
    found = _own(session, saved_id)
    named = _free_name(session, name, besides=saved_id)
    with session.drafting() as connection:
        saved_searches.rename(connection, saved_id, user_id=session.user.id, name=named)
    return replace(found, name=named)


@permitted(Right.SEE_CASES)
def remove(session: Session, saved_id: RowId) -> None:
    """Remove a search. Raises NotFoundError."""
    _own(session, saved_id)
    with session.drafting() as connection:
        saved_searches.remove(connection, saved_id, user_id=session.user.id)


def _own(session: Session, saved_id: RowId) -> SavedSearch:
    found = next((each for each in list_saved(session) if each.id == saved_id), None)
    if found is None:
        raise NotFoundError("no such search is saved")
    return found


def _free_name(session: Session, name: str, *, besides: str = "") -> str:
    named = " ".join(name.split())
    if is_blank(named):
        raise FieldMissingError("a saved search needs a name", "saved_search.name")
    if any(each.name == named and each.id != besides for each in list_saved(session)):
        raise AlreadyExistsError("a search of this name is saved already")
    return named
