"""A query widened: each word also as the words of an index may write it in another script.

Left as they are: what stands in quotation marks, what must not occur, and identifiers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, product

from thb_desktop.domain.other_scripts import MOST, Vocabulary, apart, respelled
from thb_desktop.domain.search_query import Phrase, Query, Wanted
from thb_desktop.domain.search_words import terms
from thb_desktop.domain.searching import FoundBy

_APOSTROPHES = re.compile("[\u0027\u0060\u00b4\u2018\u2019\u02b9\u02ba\u02bc\u2032]")
"""They stand for soft signs and the like: Il'ich is Ильич."""
_ARTICLES = frozenset({"al", "el", "ul", "ar", "as", "ash", "an", "at", "az", "ha"})
_MOST_WORDS = 4
"""Words of one piece (Anna-Maria) that are looked for together."""
MOST_WAYS = 512
"""Other spellings of all words of a query that are searched: each hit is compared with each of them."""


def widened(query: Query, words: Vocabulary) -> Query:
    """Return a query that also finds its words in another script, as far as an index has such words."""
    left, wanted = MOST_WAYS, list[Wanted]()
    for each in query.wanted:
        wanted.append(_widened(each, words, left) if left else each)
        left -= len(wanted[-1].others)
    return replace(query, wanted=tuple(wanted))


def _widened(wanted: Wanted, words: Vocabulary, most: int) -> Wanted:
    if wanted.is_excluded or wanted.kind is not None or wanted.written.startswith('"'):
        return wanted
    is_beginning = wanted.written.endswith("*")
    others = dict[Phrase, FoundBy]()
    for each in dict.fromkeys((_APOSTROPHES.sub("", wanted.written), wanted.written)):
        found = terms(each)
        if len(found) > 1 and found[0] in _ARTICLES:
            found = found[1:]
        for phrase, found_by in _phrases(found, words, is_beginning=is_beginning):
            others.setdefault(phrase, found_by)
        if len(found) == 1:
            for parts in islice(apart(found[0], words, is_beginning=is_beginning), MOST):
                others.setdefault(Phrase(parts, is_beginning), FoundBy.OTHER_SCRIPT)
    return replace(wanted, others=tuple(islice(others.items(), most)))


def _phrases(
    found: Sequence[str], words: Vocabulary, *, is_beginning: bool
) -> Iterator[tuple[Phrase, FoundBy]]:
    """All of a piece in another script: a name is not half in one and half in the other."""
    if not 0 < len(found) <= _MOST_WORDS:
        return
    ways: list[list[tuple[str, FoundBy]]] = []
    for place, term in enumerate(found, start=1):
        spelt = respelled(term, words, is_beginning=is_beginning and place == len(found))
        ways.append([(each.text, each.found_by) for each in spelt])
    for each in islice(product(*ways), MOST):
        found_by = FoundBy.SOUND if any(by is FoundBy.SOUND for _, by in each) else FoundBy.OTHER_SCRIPT
        yield Phrase(tuple(text for text, _ in each), is_beginning), found_by
