"""Searches that a user keeps: saved, renamed and removed. Each is sealed under the key of its user, so that
nobody else reads or writes it.
"""

from dataclasses import replace

from thb_desktop.crypto import sealing
from thb_desktop.crypto.material import wipe
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.record import from_record, to_record
from thb_desktop.domain.rights import Right
from thb_desktop.domain.search_query import parse_query
from thb_desktop.domain.searching import SavedSearch, SearchFilter, verify_language
from thb_desktop.errors import (
    AlreadyExistsError,
    FieldMissingError,
    FormatError,
    NotFoundError,
    SealedValueDamagedError,
)
from thb_desktop.ledger import canonical
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry, saved_searches


@permitted(Right.SEE_CASES)
def list_saved(session: Session) -> tuple[SavedSearch, ...]:
    """The searches of this user, by name."""
    rows = saved_searches.of_user(session.read, session.user.id)
    found = [_opened(session, RowId(row_id), sealed) for row_id, sealed in rows]
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


@permitted(Right.SEE_CASES)
def save(session: Session, name: str, words: str, chosen: SearchFilter) -> SavedSearch:
    """Keep a search. Raises SearchEmptyError, SearchLanguageError, FieldMissingError without a name,
    and AlreadyExistsError.
    """
    parse_query(words, chosen.calling_code)
    verify_language(chosen)
    named = _free_name(session, name)
    saved_id = RowId(session.new_id(session.clock.read().at))
    kept = SavedSearch(id=saved_id, name=named, words=words, chosen=chosen, case=_case(session, chosen))
    _seal(session, kept)
    return kept


@permitted(Right.SEE_CASES)
def rename(session: Session, saved_id: RowId, name: str) -> SavedSearch:
    """Give a search another name. Raises NotFoundError, FieldMissingError, AlreadyExistsError, and
    FormatError if it cannot be read.
    """
    found = _own(session, saved_id)
    if not found.is_readable:
        raise FormatError("this kept search cannot be read; remove it")
    renamed = replace(found, name=_free_name(session, name, besides=saved_id))
    _seal(session, renamed)
    return renamed


@permitted(Right.SEE_CASES)
def remove(session: Session, saved_id: RowId) -> None:
    """Remove a search. Raises NotFoundError."""
    _own(session, saved_id)
    with session.drafting() as connection:
        saved_searches.remove(connection, saved_id, user_id=session.user.id)


def _seal(session: Session, kept: SavedSearch) -> None:
    sealed = sealing.seal(
        session.vault.user_key,
        canonical.encode({"chosen": to_record(kept.chosen), "name": kept.name, "words": kept.words}),
        context=_context(session, kept.id),
        randomness=session.environment.randomness,
    )
    with session.drafting() as connection:
        saved_searches.save(connection, kept.id, user_id=session.user.id, sealed=sealed)


def _opened(session: Session, saved_id: RowId, sealed: bytes) -> SavedSearch:
    """Open a row. What does not open was changed, moved or made up by somebody else, and is not read."""
    try:
        opened = sealing.unseal(session.vault.user_key, sealed, context=_context(session, saved_id))
        kept = _read(saved_id, bytes(opened))
        wipe(opened)
    except (SealedValueDamagedError, FormatError, UnicodeEncodeError):
        return SavedSearch(id=saved_id, is_readable=False)
    return replace(kept, case=_case(session, kept.chosen))


def _read(saved_id: RowId, plain: bytes) -> SavedSearch:
    said = canonical.parse(plain)
    if not isinstance(said, dict) or said.keys() != {"chosen", "name", "words"}:
        raise FormatError("a kept search is not in the form this program writes")
    chosen = from_record(SearchFilter, said["chosen"])
    return SavedSearch(id=saved_id, name=str(said["name"]), words=str(said["words"]), chosen=chosen)


def _case(session: Session, chosen: SearchFilter) -> str:
    case = registry.CASE_FILE.find(session.read, chosen.case_id) if chosen.case_id else None
    return case.reference if case else ""


def _context(session: Session, saved_id: RowId) -> bytes:
    return sealing.bind(
        "thb-saved-search/1", session.vault.vault_id, session.user.id.encode(), saved_id.encode()
    )


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
