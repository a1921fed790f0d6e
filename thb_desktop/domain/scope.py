"""Scope: the entries of a case that go into a bundle because the selection refers to them.

The types of the ids define the references: a field of type `OfficialId` refers to an official. References are
followed from the selection only, never backwards: an account that names a statement does not come with it.
"""

import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache

from thb_desktop.domain import ids

FOLLOWED = (
    ids.AccountId,
    ids.AuthorityId,
    ids.CaseObjectId,
    ids.HandOverId,
    ids.InstrumentId,
    ids.InterpreterId,
    ids.OfficialId,
    ids.PersonId,
    ids.ProceedingId,
    ids.StatementId,
)
"""The kinds of entries that are followed. Interviews and exhibits are selected one by one and never follow.
"""


def references_of(value: object) -> Iterator[str]:
    """Return the ids to which an entry refers, of the followed kinds, without its own id."""
    for name in _references(typing.cast(type, type(value))):
        target = getattr(value, name)
        if target and isinstance(target, str):
            yield target


def reached(selected: Iterable[object], find: Callable[[str], object | None]) -> dict[str, object]:
    """Return the entries that these refer to, directly or through others, by id.

    find: returns the entry with this id, None for one that is not followed.
    """
    found: dict[str, object] = {}
    waiting = list(selected)
    while waiting:
        for target in references_of(waiting.pop()):
            if target not in found and (entry := find(target)) is not None:
                found[target] = entry
                waiting.append(entry)
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
