"""Proceedings of a case side by side: which overlap in time and in persons, as far as it is recorded.

A date that nobody entered, that is unknown or estimated leaves the answer open, and so do proceedings that no
role names. Whether two are about the same facts is for a person to say.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations

from thb_desktop.domain.case import Proceeding
from thb_desktop.domain.ids import PersonId, ProceedingId
from thb_desktop.domain.packs import Pack, Treaty
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import PersonRole
from thb_desktop.domain.person_links import PersonLink, kept_among

_PURPOSE = "parallel"
"""The purpose under which a data pack names texts about proceedings in several States."""


class Periods(StrEnum):
    """How the periods of two proceedings stand to each other. It is computed and never stored."""

    OVERLAP = "OVERLAP"
    APART = "APART"
    OPEN = "OPEN"


class SamePersons(StrEnum):
    """What is said where no persons of both can be named. It is computed and never stored."""

    NONE_IN_BOTH = "NONE_IN_BOTH"
    NOT_RECORDED = "NOT_RECORDED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two proceedings of a case. persons: those of whom a role names the one and a role the other, under the
    record that is kept of them; or why there are none.
    """

    first: Proceeding
    second: Proceeding
    periods: Periods
    persons: tuple[PersonId, ...] | SamePersons

    @property
    def states(self) -> frozenset[str]:
        return frozenset((self.first.country, self.second.country))

    @property
    def is_apart(self) -> bool:
        """Whether they are known to overlap neither in time nor in persons."""
        return self.periods is Periods.APART and self.persons is SamePersons.NONE_IN_BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class TextsNamed:
    """What a data pack names for proceedings in several States. cites: with (?) where nobody compared it with
    an official list. version, checked_on: of the pack.
    """

    cites: tuple[str, ...]
    version: str
    checked_on: date


def persons_of(roles: Iterable[PersonRole]) -> dict[ProceedingId, tuple[PersonId, ...]]:
    """Return by proceedings the persons of whom a role that stands names them, in the order of entry."""
    found: dict[ProceedingId, dict[PersonId, None]] = {}
    for each in roles:
        if each.proceeding_id is not None and not each.struck:
            found.setdefault(each.proceeding_id, {})[each.person_id] = None
    return {proceeding: tuple(persons) for proceeding, persons in found.items()}


def side_by_side(
    proceedings: Iterable[Proceeding], roles: Iterable[PersonRole], merges: Iterable[PersonLink] = ()
) -> tuple[Pair, ...]:
    """Return each two proceedings that stand, in the order of entry."""
    named = persons_of(roles)
    kept = kept_among(merges, {person for persons in named.values() for person in persons})
    standing = [each for each in proceedings if not each.struck]
    return tuple(
        Pair(
            first=first,
            second=second,
            periods=_periods(_Span.of(first), _Span.of(second)),
            persons=_in_both(named.get(first.id, ()), named.get(second.id, ()), kept),
        )
        for first, second in combinations(standing, 2)
    )


def texts_about(pack: Pack, pairs: Iterable[Pair]) -> TextsNamed | None:
    """Return what the pack names for proceedings in the two States of a pair: what binds both, or may."""
    wanted = {each.states for each in pairs if len(each.states) > 1}
    found = tuple(
        _cited(each)
        for each in pack.treaties
        if each.purpose == _PURPOSE and any(each.may_bind(states) for states in wanted)
    )
    return TextsNamed(cites=found, version=pack.version, checked_on=pack.checked_on) if found else None


def _cited(text: Treaty) -> str:
    return text.cite if text.certain else f"{text.cite} (?)"


def _in_both(
    first: Iterable[PersonId], second: Iterable[PersonId], kept: Mapping[PersonId, PersonId]
) -> tuple[PersonId, ...] | SamePersons:
    ones, others = ({kept[each]: None for each in side} for side in (first, second))
    if not ones or not others:
        return SamePersons.NOT_RECORDED
    return tuple(each for each in ones if each in others) or SamePersons.NONE_IN_BOTH


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """Within which days a period begins and ends."""

    begins: tuple[date, date]
    ends: tuple[date, date]

    @classmethod
    def of(cls, proceeding: Proceeding) -> "_Span":
        return cls(begins=_days(proceeding.period_from), ends=_days(proceeding.period_to))

    def may_reach(self, other: "_Span") -> bool:
        """Whether it may begin before the other one has ended."""
        return self.begins[0] <= other.ends[1]

    def reaches(self, other: "_Span") -> bool:
        """Whether it begins before the other one has ended, whatever the days are. A period ends on the day
        of its beginning at the earliest.
        """
        return min(self.begins[1], self.ends[1]) <= max(other.ends[0], other.begins[0])


def _days(known: PartialDate | None) -> tuple[date, date]:
    """Return the earliest and the latest day that it can be; an estimate says neither."""
    if known is None or known.is_estimated or known.earliest is None or known.latest is None:
        return date.min, date.max
    return known.earliest, known.latest


def _periods(first: _Span, second: _Span) -> Periods:
    if not (first.may_reach(second) and second.may_reach(first)):
        return Periods.APART
    return Periods.OVERLAP if first.reaches(second) and second.reaches(first) else Periods.OPEN
