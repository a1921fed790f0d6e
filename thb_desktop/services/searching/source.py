"""A source: one table that is searched, described once: its words, its case, person and day, and the right to
read it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.rights import Right
from thb_desktop.domain.searching import SearchKind
from thb_desktop.domain.written_names import handle_form
from thb_desktop.services.searching.owners import Day, Owner, Owners
from thb_desktop.vault.tables.mapper import Table


@dataclass(frozen=True)
class Source:
    """One table that is searched.

    number: in the index, never used again for another. fields: whose words are searched. by: the field that
    names the owner, and `owner` how it is found. language: the field with the language of its words; of_job:
    they are in the language of the job. day: the field with the day, where it is not that of the owner.
    persons: the fields with the persons, where they are not that of the owner. firsts: fields of pairs whose
    first part has the words. shown: which rows are searched. handles: what a row names as a handle, which
    may stand there without its @.
    """

    number: int
    table: Table[Any]
    kind: SearchKind
    right: Right
    logs: Consulted
    fields: tuple[str, ...]
    by: str
    owner: Callable[[Owners, str], Owner | None]
    language: str = ""
    of_job: bool = False
    day: str = ""
    persons: tuple[str, ...] = ()
    firsts: tuple[str, ...] = ()
    shown: Callable[[Any], bool] = lambda _: True
    handles: Callable[[Any], str] = lambda _: ""

    @cached_property
    def entity(self) -> str:
        return self.table.name

    def owner_of(self, owners: Owners, row: object) -> Owner | None:
        found = self.owner(owners, str(getattr(row, self.by)))
        if found is not None and self.day:
            found = found._replace(day=cast(Day, getattr(row, self.day)))
        if found is not None and self.persons:
            named = [str(person) for name in self.persons if (person := getattr(row, name))]
            found = found._replace(person_id=named[0] if named else "", others=tuple(named[1:]))
        return found

    def handle_of(self, row: object) -> str:
        """Return the handle that a row names as one, in its one form; empty for none."""
        return handle_form(self.handles(row))

    def language_of(self, owner: Owner, row: object) -> str:
        if self.of_job:
            return owner.language
        return str(getattr(row, self.language)) if self.language else ""

    def texts_of(self, row: object) -> Iterator[tuple[str, str]]:
        """Return the words of a row by field; last, why it was struck out."""
        for name in (*self.fields, *(("struck",) if getattr(row, "struck", "") else ())):
            value = getattr(row, name)
            text = "\n".join((first for first, _ in value) if name in self.firsts else _flat(value))
            if text.strip():
                yield name, text


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            if isinstance(part, tuple):  # a text after its language, name or number; a reason after its rule
                yield str(part[-1])
            else:
                yield from _flat(part)
