"""The Arabic article: written together with its word, and with what stands before both (and, with, for)."""

import re
from collections.abc import Iterator

_LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
"""Letters of Arabic alone: Persian, Urdu and Kurdish, which have none of it, mostly have others too."""
_ARTICLES = ("ال", "وال", "بال", "كال", "فال", "لل", "ولل")
_LEAST = 3
"""Letters of a word without its article; a shorter one is not told from the letters of another word."""


def other_forms(term: str) -> Iterator[str]:
    """Return a term of the search with its article and without, but as it is; nothing of other scripts."""
    if _LETTERS.fullmatch(term) is None:
        return
    before = next((each for each in sorted(_ARTICLES, key=len, reverse=True) if term.startswith(each)), "")
    word = term.removeprefix(before) if len(term) - len(before) >= _LEAST else term
    if len(word) < _LEAST:
        return
    yield from (each for each in (word, *(article + word for article in _ARTICLES)) if each != term)
