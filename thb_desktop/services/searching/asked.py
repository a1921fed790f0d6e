"""What is asked of the index: first what is written as it was typed, then what is in another script.
Both with the filters, and of the sources that the user may read.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.search_identifiers import MARK
from thb_desktop.domain.search_query import Query
from thb_desktop.domain.searching import SearchFilter, SearchKind
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.language_tags import searched_as
from thb_desktop.services.searching.exhibit_sources import FILE_TEXT
from thb_desktop.services.searching.index import day_number
from thb_desktop.services.searching.sources import BY_NUMBER, SOURCES
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import search_index
from thb_desktop.vault.tables.search_index import Found

RANKED_UP_TO = 2_000
"""Hits up to which the best come first; more are shown in the order in which they were entered."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one expression finds. counts: by kind. ranked: the best come first."""

    index: Connection
    expression: str
    days: tuple[int, int] | None
    searched: tuple[int, ...]
    counts: Counter[SearchKind]

    @property
    def total(self) -> int:
        return self.counts.total()

    @property
    def ranked(self) -> bool:
        return self.days is None and self.total <= RANKED_UP_TO

    def page(self, skip: int, count: int) -> Iterator[Found]:
        within = None if len(self.searched) > len(SOURCES) else self.searched
        return search_index.find(
            self.index, self.expression, self.days, within, ranked=self.ranked, skip=skip, count=count
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a query finds. further: what is not written as it was typed."""

    typed: Part
    further: Part
    searched: tuple[int, ...] = field(default=())

    @property
    def total(self) -> int:
        return self.typed.total + self.further.total

    @property
    def ranked(self) -> bool:
        return self.typed.ranked and self.further.ranked

    def page(self, skip: int, count: int) -> tuple[Sequence[Found], Sequence[Found]]:
        """Return a page of both: what is written as it was typed comes first."""
        first = tuple(self.typed.page(skip, count)) if skip < self.typed.total else ()
        left, skip = count - len(first), max(0, skip - self.typed.total)
        rest = self.further.page(skip, left) if left > 0 and skip < self.further.total else ()
        return first, tuple(rest)

    def every(self, most: int) -> tuple[Sequence[Found], Sequence[Found]]:
        """Return all, up to so many. Whoever forges the index can give a row the number of a source that is
        read by others.
        """
        first, rest = self.page(0, most)
        return self.readable(first), self.readable(rest)

    def readable(self, found: Sequence[Found]) -> tuple[Found, ...]:
        return tuple(each for each in found if each.source in self.searched)


def ask(index: Connection, query: Query, chosen: SearchFilter, searched: tuple[int, ...]) -> Asked:
    """Ask the index how many hits there are in these sources; pages follow from the answer."""
    narrowing, days = _narrowing(index, chosen), _days(chosen)

    def part(expression: str) -> Part:
        counts = Counter[SearchKind]()
        if narrowing is None or not expression:
            return Part(index, "", days, searched, counts)
        whole = " AND ".join((f"({expression})", *narrowing))
        for number, many in search_index.count(index, whole, days).items():
            if number in searched:
                counts[kind_of(number)] += many
        return Part(index, whole, days, searched, counts)

    return Asked(part(query.expression), part(query.other_expression), searched)


def kind_of(number: int) -> SearchKind:
    return SearchKind.FILE if number == FILE_TEXT else BY_NUMBER[number].kind


def readable_sources(role: UserRole, *, in_store: bool) -> tuple[int, ...]:
    """Return the numbers of the sources that a user of this role may read."""
    own = [each.number for each in SOURCES if may(role, each.right, in_store=in_store)]
    return (*own, FILE_TEXT) if may(role, Right.OPEN_FILES, in_store=in_store) else tuple(own)


def _narrowing(index: Connection, chosen: SearchFilter) -> list[str] | None:
    """Return the filters as the index reads them; None if nothing can match."""
    wanted = list[str]()
    for mark, name in (("o", chosen.case_id), ("w", chosen.person_id)):
        if name:
            number = search_index.find_number(index, name)
            if number is None:
                return None
            wanted.append(f'"{MARK}{mark}{number}"')
    if chosen.language:
        names = " OR ".join(f'"{MARK}l{name}"' for name in searched_as(chosen.language) if name.isalnum())
        wanted.append(f"({names})")
    return wanted


def _days(chosen: SearchFilter) -> tuple[int, int] | None:
    if chosen.since is None and chosen.until is None:
        return None
    return day_number(chosen.since) or 0, day_number(chosen.until) or 99_999_999
