"""Links between two records of persons that are about one person: proposed, declined, merged, split again.

A merge changes neither record: each row stays with the record under which it was entered, and so does what is
entered later. A split undoes exactly one merge.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, CaseId, PersonId, RowId
from thb_desktop.domain.vocabulary import PersonLinkKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLink:
    """One act about two records of persons; it is only ever added.

    kept_id: the record under which both are shown. other_id: the one that is shown under it. of_id: for
    DECLINED the proposal, for MERGED the proposal that it follows, if there is one, for SPLIT the merge that
    it undoes. printed: for MERGED, whether documents may say that the one is also recorded as the other.
    """

    id: RowId
    case_id: CaseId
    kind: PersonLinkKind
    kept_id: PersonId
    other_id: PersonId
    reason: str
    by: AgentId
    at: datetime
    of_id: RowId | None = None
    printed: bool | None = None


def standing_merges(links: Iterable[PersonLink]) -> tuple[PersonLink, ...]:
    """The merges that no split has undone, in the order of entry."""
    listed = tuple(links)
    undone = {each.of_id for each in listed if each.kind is PersonLinkKind.SPLIT}
    return tuple(each for each in listed if each.kind is PersonLinkKind.MERGED and each.id not in undone)


def open_proposals(links: Iterable[PersonLink]) -> tuple[PersonLink, ...]:
    """The proposals that were neither followed nor declined."""
    listed = tuple(links)
    answered = {each.of_id for each in listed if each.kind is not PersonLinkKind.PROPOSED}
    return tuple(each for each in listed if each.kind is PersonLinkKind.PROPOSED and each.id not in answered)


def kept_among(links: Iterable[PersonLink], persons: Iterable[PersonId]) -> dict[PersonId, PersonId]:
    """The record under which each of these is shown: itself, if it is not merged into another."""
    above = {each.other_id: each.kept_id for each in standing_merges(links)}
    kept = {}
    for each in persons:
        at, passed = each, {each}
        while at in above and above[at] not in passed:  # a circle, which no act of this program makes, ends
            at = above[at]
            passed.add(at)
        kept[each] = at
    return kept


def recorded_as(links: Sequence[PersonLink], person_id: PersonId) -> tuple[PersonId, ...]:
    """All records of the person of this record, the one under which they are shown first."""
    others = dict.fromkeys(each.other_id for each in standing_merges(links))
    kept = kept_among(links, (person_id, *others))
    own = kept[person_id]
    return (own, *(each for each in others if kept[each] == own))


def also_printed(links: Sequence[PersonLink], person_id: PersonId) -> tuple[PersonId, ...]:
    """The other records that documents may name beside this one: those that printed merges lead to."""
    printed = [each for each in standing_merges(links) if each.printed]
    found, waiting = {person_id: None}, [person_id]
    while waiting:
        at = waiting.pop()
        for each in printed:
            beside = {each.kept_id: each.other_id, each.other_id: each.kept_id}.get(at)
            if beside is not None and beside not in found:
                found[beside] = None
                waiting.append(beside)
    return tuple(each for each in found if each != person_id)
