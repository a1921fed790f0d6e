"""Searches that a user keeps: saved, renamed and removed. Only their user sees them."""

from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.searching import SavedSearch, SearchFilter
from thb_desktop.errors import AlreadyExistsError, FieldMissingError, NotFoundError
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import saved_searches
from thb_desktop.vault.tables.saved_searches import SavedRow


@permitted(Right.SEE_CASES)
def list_saved(session: Session) -> tuple[SavedSearch, ...]:
    """The searches of this user, by name."""
    return tuple(
        SavedSearch(
            id=RowId(row.id),
            user_id=session.user.id,
            name=row.name,
            words=row.words,
            chosen=from_record(SearchFilter, row.chosen),
            saved_at=row.saved_at,
        )
        for row in saved_searches.of_user(session.read, session.user.id)
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
    return SavedSearch(
        id=RowId(row.id), user_id=session.user.id, name=named, words=words, chosen=chosen, saved_at=at
    )


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
