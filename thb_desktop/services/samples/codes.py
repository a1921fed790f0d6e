"""Codes of a sample case: by the words of its data, or by their own names in any case."""

from collections.abc import Mapping
from enum import StrEnum

from thb_desktop.errors import FormatError


def code_of[T: StrEnum](codes: type[T], text: str, named: Mapping[str, T]) -> T:
    """Return the code that a text of the data means. named: words of the data that are no codes.

    Raises FormatError, which says the text, for one that this version does not know.
    """
    found = named.get(text) or next((each for each in codes if each.value == text.upper()), None)
    if found is None:
        raise FormatError(f"a sample case says {text!r}, which is no {_words(codes)} that this version knows")
    return found


def is_code(codes: type[StrEnum], text: str, named: Mapping[str, StrEnum]) -> bool:
    """Whether a text of the data means a code of this list."""
    return text in named or text.upper() in {each.value for each in codes}


def _words(codes: type[StrEnum]) -> str:
    return "".join(f" {each.lower()}" if each.isupper() else each for each in codes.__name__).strip()
