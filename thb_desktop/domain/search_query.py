"""What somebody searches for: words, "words in this order", beginnings*, -words that must not occur, and
identifiers in any writing.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thb_desktop.domain.arabic_article import other_forms
from thb_desktop.domain.identifier_kinds import NAMES, IdentifierKind
from thb_desktop.domain.search_identifiers import MARK, Identifier, identifiers, is_plate, plate_term
from thb_desktop.domain.search_words import Term, is_one_sign, placed_terms, terms
from thb_desktop.domain.searching import FoundBy
from thb_desktop.errors import SearchEmptyError

_PIECES = re.compile(r'-?"[^"]*"?|\S+')
_SURE = NAMES | {IdentifierKind.IBAN, IdentifierKind.CARD}
_DIGITS_OF_A_NUMBER = 8
LONGEST = 1000
"""Signs of what is typed; more is cut off by the caller, and told."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms that follow each other. is_beginning: the last one may go on."""

    terms: tuple[str, ...]
    is_beginning: bool = False

    @property
    def expression(self) -> str:
        return f'"{" ".join(self.terms)}"' + (" *" if self.is_beginning else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One thing that must occur, or must not: in any of these ways. kind: of an identifier. others: further
    ways, which find what is not written as it was typed.
    """

    written: str
    ways: tuple[Phrase, ...]
    is_excluded: bool = False
    kind: IdentifierKind | None = None
    others: tuple[tuple[Phrase, FoundBy], ...] = ()

    @property
    def expression(self) -> str:
        return _any_of(self.ways)

    @property
    def widened(self) -> str:
        return _any_of((*self.ways, *(way for way, _ in self.others)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What must occur, all of it, and what must not."""

    typed: str
    wanted: tuple[Wanted, ...]

    @property
    def expression(self) -> str:
        """As SQLite's FTS5 reads it. It consists of terms alone, and quotes each."""
        return self._without_excluded(" AND ".join(each.expression for each in self._kept))

    @property
    def other_expression(self) -> str:
        """What finds only what is not written as it was typed; empty if nothing else is sought."""
        if not any(each.others for each in self.wanted):
            return ""
        widened = self._without_excluded(" AND ".join(each.widened for each in self._kept))
        return f"({widened}) NOT ({' AND '.join(each.expression for each in self._kept)})"

    @property
    def _kept(self) -> tuple[Wanted, ...]:
        return tuple(each for each in self.wanted if not each.is_excluded)

    def _without_excluded(self, kept: str) -> str:
        left = " OR ".join(each.expression for each in self.wanted if each.is_excluded)
        return f"({kept}) NOT ({left})" if left else kept

    def found_by(self, text: str) -> FoundBy:
        """Return how this text is found: by the weakest way that it takes; of one thing that is there in
        several ways, by the best.
        """
        standing = placed_terms(text)
        words = [each.text for each in standing]
        distinct = sorted(set(words))
        weakest = FoundBy.TYPED
        for each in self._kept:
            if any(True for way in each.ways for _ in _spans(way, standing, words)):
                continue
            others = [other for other in each.others if _may_stand(other[0], distinct)]
            ways = {by for way, by in others if any(True for _ in _spans(way, standing, words))}
            if FoundBy.OTHER_SCRIPT in ways:
                weakest = FoundBy.OTHER_SCRIPT if weakest is FoundBy.TYPED else weakest
            elif ways:
                weakest = FoundBy.SOUND
        return weakest

    def places_in(self, text: str, *, others: bool = False) -> tuple[tuple[int, int], ...]:
        """Return where what is searched for stands in a text: start and end of each place, in order.

        others: also what is not written as it was typed.
        """
        standing = placed_terms(text)
        words = [each.text for each in standing]
        phrases = [way for each in self._kept for way in each.ways]
        if others:
            distinct = sorted(set(words))
            further = (way for each in self._kept for way, _ in each.others)
            phrases += [way for way in further if _may_stand(way, distinct)]
        sought = {way.terms[0] for way in phrases if len(way.terms) == 1}
        found = [span for way in phrases for span in _spans(way, standing, words)]
        if any(each.kind is not None or each.ways[-1].terms[0].startswith(MARK) for each in self.wanted):
            found += [(one.start, one.end) for one in identifiers(text) if not sought.isdisjoint(one.stored)]
        return _joined(found)


def parse_query(typed: str, calling_code: str = "", *, exact: bool = False) -> Query:
    """Read what was typed. Raises SearchEmptyError if it contains nothing that can be found.

    calling_code: the country code of telephone numbers without one, as somebody entered it. exact: an e-mail
    address, a handle, a wallet or an IP address is sought as that, and not by its words too.
    """
    wanted = tuple(_wanted(typed[:LONGEST], calling_code, exact=exact))
    if all(each.is_excluded for each in wanted):
        raise SearchEmptyError("there is nothing to search for")
    return Query(typed=typed, wanted=wanted)


def _wanted(typed: str, calling_code: str, *, exact: bool) -> Iterator[Wanted]:
    at = 0
    for known in _known(typed, calling_code):
        yield from _words(typed[at : known.start])
        written = typed[known.start : known.end]
        ways = [Phrase((term,)) for term in known.sought]
        plain = terms(written)
        if plain and not (exact and known.kind in NAMES):
            ways.insert(0, Phrase(tuple(plain)))
        if known.kind is IdentifierKind.PLATE:
            ways.append(Phrase(("".join(plain),)))
        before = typed[: known.start]
        is_excluded = before.endswith("-") and not before[-2:-1].strip()
        yield Wanted(written=written, ways=tuple(ways), kind=known.kind, is_excluded=is_excluded)
        at = known.end
    yield from _words(typed[at:])


def _known(typed: str, calling_code: str) -> list[Identifier]:
    """Return the identifiers that surely are some, none within another: the longest of those that begin
    first.
    """
    found = [each for each in identifiers(typed, calling_code) if _is_meant(each, typed)]
    kept = list[Identifier]()
    for each in sorted(found, key=lambda one: (one.start, one.kind not in _SURE, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _is_meant(found: Identifier, typed: str) -> bool:
    written = typed[found.start : found.end]
    if found.kind in _SURE:
        return True
    if found.kind is IdentifierKind.PLATE:
        return written == typed.strip() or not re.search(r"\s", written)
    digits = sum(map(str.isdigit, written))
    return written.lstrip("(").startswith(("+", "0")) or digits >= _DIGITS_OF_A_NUMBER


def _words(typed: str) -> Iterator[Wanted]:
    for piece in _PIECES.findall(typed):
        is_excluded = piece.startswith("-") and len(piece) > 1
        written = piece[1:] if is_excluded else piece
        found = tuple(terms(written))
        if not found:
            continue
        is_beginning = written.endswith("*") or (len(found) == 1 and is_one_sign(found[0]))
        ways = [_phrase(found, is_beginning=is_beginning)]
        if len(found) == 1 and not written.startswith('"'):
            ways += [Phrase((each,), is_beginning) for each in other_forms(found[0])]
        if len(found) == 1 and not found[0].isdigit() and any(map(str.isdigit, found[0])):
            ways += [Phrase((plate_term(written),)), *_cut(found[0])]
        elif is_plate(written.upper()) and not written.startswith('"'):
            ways += [Phrase((plate_term("".join(found)),)), Phrase(("".join(found),))]
        yield Wanted(written=written, ways=tuple(ways), is_excluded=is_excluded)


def _phrase(found: tuple[str, ...], *, is_beginning: bool) -> Phrase:
    """The last sign of a run without blanks is a term of its own only at the end of what was written: what
    goes on after it is found by the term before.
    """
    if len(found) > 1 and is_one_sign(found[-1]) and len(found[-2]) == 2 and found[-2][1] == found[-1]:
        return Phrase(found[:-1], is_beginning=False)
    return Phrase(found, is_beginning=is_beginning)


def _cut(term: str) -> Iterator[Phrase]:
    """A number of letters and digits, as it is found where something stands between them."""
    groups = re.findall(r"\d+|\D+", term)
    if 1 < len(groups) <= 4:
        yield Phrase(tuple(groups))


def _any_of(ways: Sequence[Phrase]) -> str:
    told = [each.expression for each in ways]
    return told[0] if len(told) == 1 else "(" + " OR ".join(told) + ")"


def _may_stand(phrase: Phrase, distinct: Sequence[str]) -> bool:
    """Whether the last term is among these, which are in order. Of hundreds of spellings few are: the others
    need not be compared with each word of a page.
    """
    last = phrase.terms[-1]
    at = bisect_left(distinct, last)
    return at < len(distinct) and (
        distinct[at] == last or (phrase.is_beginning and distinct[at].startswith(last))
    )


def _spans(phrase: Phrase, standing: Sequence[Term], words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """words: those that stand there."""
    *first, last = phrase.terms
    length = len(first)
    for at in range(length, len(words)):
        word = words[at]
        if (word == last or (phrase.is_beginning and word.startswith(last))) and (
            not length or [*words[at - length : at]] == first
        ):
            yield standing[at - length].start, standing[at].end


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return places in their order, those that touch or share signs as one."""
    joined = list[tuple[int, int]]()
    for start, end in sorted(set(spans)):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
