"""Scope: which entries of a case belong to a bundle because what was selected refers to them.

The graph of references is the types of the ids: a field of type `OfficialId` refers to an official. It leads
from what was selected, and never back: an account that names a statement does not come with it.
"""

import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache

from thb_desktop.domain import ids

FOLLOWED = (
    ids.AccountId,
    ids.AuthorityId,
    ids.InstrumentId,
    ids.InterpreterId,
    ids.OfficialId,
    ids.PersonId,
    ids.ProceedingId,
)
"""What an entry brings with it. Interviews and exhibits are selected one by one, and come with nothing."""


def references_of(value: object) -> Iterator[str]:
    """The ids to which an entry refers, of kinds that are followed; its own id is none of them."""
    for name in _references(typing.cast(type, type(value))):
        if target := getattr(value, name):
            yield target


def reached(selected: Iterable[object], known: Mapping[str, object]) -> dict[str, object]:
    """The known entries to which these refer, at once or through others, by their ids."""
    found: dict[str, object] = {}
    waiting = list(selected)
    while waiting:
        for target in references_of(waiting.pop()):
            if target in known and target not in found:
                found[target] = known[target]
                waiting.append(known[target])
    return found


@cache
def _references(entity: type) -> tuple[str, ...]:
    hints = typing.get_type_hints(entity)
    return tuple(
        each.name
        for each in fields(entity)
        if each.name != "id"
        and not {hints[each.name], *typing.get_args(hints[each.name])}.isdisjoint(FOLLOWED)
    )
