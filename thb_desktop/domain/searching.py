"""Searching: what is searched, by what it is narrowed, and what somebody keeps to search again."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thb_desktop.domain.ids import CaseId, PersonId, RowId
from thb_desktop.errors import SearchLanguageError
from thb_desktop.language_tags import is_short_code


class SearchKind(StrEnum):
    """What a hit is a part of."""

    TESTIMONY = "TESTIMONY"
    LANGUAGE_WORK = "LANGUAGE_WORK"
    RECORD = "RECORD"
    PERSON = "PERSON"
    EXHIBIT = "EXHIBIT"
    FILE = "FILE"
    CUSTODY = "CUSTODY"
    INSTRUMENT = "INSTRUMENT"
    OBJECT = "OBJECT"
    MONEY = "MONEY"
    PACKAGE = "PACKAGE"
    CASE = "CASE"


class FoundBy(StrEnum):
    """How a hit was found: as it was typed, by the letters of another script, or by its sound alone."""

    TYPED = "TYPED"
    OTHER_SCRIPT = "OTHER_SCRIPT"
    SOUND = "SOUND"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFilter:
    """By what a search is narrowed. Nothing: everything that the user may read.

    kinds: empty for all. language: a tag (BCP 47), in any of its forms; region and script do not count.
    since, until: days; what has no known day is left out then. calling_code: of telephone numbers that are
    written without one, as somebody entered it.
    """

    case_id: CaseId | None = None
    kinds: tuple[SearchKind, ...] = ()
    person_id: PersonId | None = None
    language: str = ""
    since: date | None = None
    until: date | None = None
    calling_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSearch:
    """A search that its user keeps, under a name. case: the reference of the case of its filter. is_readable:
    it opens with the key of its user; if not, it has no name and no words, and nothing is searched by it.
    """

    id: RowId
    name: str = ""
    words: str = ""
    chosen: SearchFilter = SearchFilter()
    case: str = ""
    is_readable: bool = True


def verify_language(chosen: SearchFilter) -> None:
    """Refuse a language by its name ("French"): nothing would be found, as if nothing were there. Raises
    SearchLanguageError.
    """
    if chosen.language and not is_short_code(chosen.language):
        raise SearchLanguageError("name the language by its short code: fr, ro, ar")


def primary_language(tag: str) -> str:
    """Return the first part of a tag of a language, by which languages are compared."""
    return tag.partition("-")[0].lower()
