"""Sources: from which exhibits, records and instruments something that leaves was taken.

Whatever names an exhibit, a record or a statement was taken from it, by the types of its fields, unless
`NOT_TAKEN` says why it was not. What binds the exhibit binds it too: conditions, the State of origin, bars.
"""

import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType

from thb_desktop.domain import ids
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.finance import Attribution, PayFigure, Transaction
from thb_desktop.domain.ids import ExhibitId, InterviewId, StatementId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.person_claims import PersonClaim
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.core.leaving_bars import binding_bars, containing_line, line_of, own_bars
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

TAKEN_FROM = (ids.ExhibitId, ids.InterviewId, ids.StatementId)
"""The kinds of ids that name a source."""
NOT_TAKEN: Mapping[type, str] = MappingProxyType(
    {
        UseCondition: "it binds its exhibit, and tells nothing of it",
        ItemDescription: "it goes with its exhibit alone, which is asked itself",
        OnlineCapture: "it goes with its exhibit alone, which is asked itself",
        SignatureCheck: "it goes with its exhibit alone, which is asked itself",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What leaves together. entries: of any other kind; those that name no source are passed over."""

    records: Sequence[Interview] = ()
    items: Sequence[Exhibit] = ()
    entries: Sequence[object] = ()


def source_fields(entity: type[object]) -> tuple[str, ...]:
    """Return the fields by which entries of this kind name what they were taken from."""
    return _source_fields(typing.cast(type, entity))


@cache
def _source_fields(entity: type) -> tuple[str, ...]:
    if entity in NOT_TAKEN:
        return ()
    hints = typing.get_type_hints(entity)
    return tuple(
        each.name
        for each in fields(entity)
        if each.name != "id"
        and not {hints[each.name], *typing.get_args(hints[each.name])}.isdisjoint(TAKEN_FROM)
    )


def sources_of(connection: Connection, taken: Taken) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what each is called, with the ids of the exhibits and instruments that it comes from, itself
    included. Entries of one source that have no number are told together.
    """
    lines = _Lines(connection)
    for exhibit in taken.items:
        yield exhibit.number, lines.of_exhibit(exhibit.id)
    for interview in taken.records:
        yield interview.number, lines.of_record(interview.id)
    yield from _of_entries(connection, lines, taken.entries)


def kept_here(connection: Connection, taken: Taken, kinds: Iterable[BarKind]) -> tuple[str, ...]:
    """Return what of these a bar of one of these kinds keeps in the office: barred exhibits, what was derived
    or taken from them, and what contains them.
    """
    wanted = frozenset(kinds)

    @cache
    def is_barred(source: str) -> bool:
        return any(each.kind in wanted for each in own_bars(connection, ExhibitId(source)))

    return tuple(name for name, line in sources_of(connection, taken) if any(map(is_barred, line)))


def barring(connection: Connection, exhibit: Exhibit, kinds: Iterable[BarKind]) -> tuple[str, ...]:
    """Return on whose cards the bars of these kinds stand that keep an exhibit here: its own, or of what came
    with the package that it holds; nothing if none does.
    """
    wanted = frozenset(kinds)
    on = {each.id: each.number for each, bar in binding_bars(connection, exhibit.id) if bar.kind in wanted}
    is_own = any(each.id in on for each in line_of(connection, exhibit.id))
    return (exhibit.number,) if is_own else tuple(on.values())


def _of_entries(
    connection: Connection, lines: "_Lines", entries: Iterable[object]
) -> Iterator[tuple[str, frozenset[str]]]:
    together: dict[tuple[type, str], list[object]] = {}
    found: dict[tuple[type, str], frozenset[str]] = {}
    for each in entries:
        named = [getattr(each, name) for name in source_fields(type(each))]
        if not any(named):
            continue
        line = frozenset[str]().union(*(lines.of(source) for source in named if source))
        source = ", ".join(dict.fromkeys(lines.number(source) for source in named if source))
        if number := getattr(each, "number", ""):
            yield f"{number} ({source})", line
        else:
            key = type(each), source
            together.setdefault(key, []).append(each)
            found[key] = found.get(key, frozenset()) | line
    for key, alike in together.items():
        more = f" … ({len(alike)})" if len(alike) > 1 else ""
        yield f"{_said(connection, alike[0])}{more} ({key[1]})", found[key]


def _said(connection: Connection, entry: object) -> str:
    """What an entry without a number is called, in words that no language has."""
    match entry:
        case Transaction():
            return f"{entry.at.edtf} {entry.amount} {entry.currency}"
        case PayFigure():
            return f"{entry.period.edtf} {entry.amount} {entry.currency}".rstrip()
        case Attribution():
            account = registry.ACCOUNT.find(connection, entry.account_id)
            return account.number if account else entry.holder
        case PersonClaim():
            person = registry.PERSON.find(connection, entry.person_id)
            return person.code if person else ""
        case Stay():
            return _of_stay(connection, entry)
        case _:
            return ""


def _of_stay(connection: Connection, stay: Stay) -> str:
    person = registry.PERSON.find(connection, stay.person_id)
    place = registry.CASE_OBJECT.find(connection, stay.object_id)
    return ", ".join((person.code if person else "", place.number if place else ""))


class _Lines:
    """From what each exhibit and each record comes; each is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[str, tuple[str, frozenset[str]]] = {}

    def of_exhibit(self, exhibit_id: ExhibitId) -> frozenset[str]:
        return self._of(exhibit_id, self._exhibit)[1]

    def of_record(self, interview_id: InterviewId) -> frozenset[str]:
        return self._of(interview_id, self._record)[1]

    def of(self, source: str) -> frozenset[str]:
        """The line of a source of any kind; of one that does not exist none."""
        return self._of(source, self._any)[1]

    def number(self, source: str) -> str:
        return self._of(source, self._any)[0]

    def _of(
        self, source: str, read: Callable[[str], tuple[str, frozenset[str]]]
    ) -> tuple[str, frozenset[str]]:
        if source not in self._known:
            self._known[source] = read(source)
        return self._known[source]

    def _any(self, source: str) -> tuple[str, frozenset[str]]:
        connection = self._connection
        statement = registry.BANK_STATEMENT.find(connection, StatementId(source))
        if statement is not None:
            return self._statement(statement.number, statement.exhibit_id)
        if registry.INTERVIEW.find(connection, InterviewId(source)) is not None:
            return self._record(source)
        return self._exhibit(source)

    def _statement(self, number: str, exhibit_id: ExhibitId | None) -> tuple[str, frozenset[str]]:
        if exhibit_id is None:
            return number, frozenset()
        exhibit, line = self._of(exhibit_id, self._exhibit)
        return f"{number}, {exhibit}", line

    def _exhibit(self, source: str) -> tuple[str, frozenset[str]]:
        exhibit = registry.EXHIBIT.find(self._connection, ExhibitId(source))
        line = frozenset(_line_of(self._connection, ExhibitId(source)))
        return exhibit.number if exhibit else "", line

    def _record(self, source: str) -> tuple[str, frozenset[str]]:
        interview = registry.INTERVIEW.find(self._connection, InterviewId(source))
        if interview is None:
            return "", frozenset()
        return interview.number, frozenset(_record_line(self._connection, interview))


def _line_of(connection: Connection, exhibit_id: ExhibitId | None) -> Iterator[str]:
    """What contains an exhibit (`containing_line`), each with its instrument."""
    if exhibit_id is not None:
        for each in containing_line(connection, exhibit_id):
            yield from _with_instrument(each)


def _with_instrument(exhibit: Exhibit) -> Iterator[str]:
    yield exhibit.id
    if exhibit.instrument_id is not None:
        yield exhibit.instrument_id


def _record_line(connection: Connection, interview: Interview) -> Iterator[str]:
    """A record and those that it supplements or rectifies; a copy of a statement comes from its exhibit."""
    present: Interview | None = interview
    while present is not None:
        if present.instrument_id is not None:
            yield present.instrument_id
        elsewhere = registry.STATEMENT_ELSEWHERE.find(connection, present.id)
        if elsewhere is not None:
            yield from _line_of(connection, elsewhere.exhibit_id)
        earlier: InterviewId | None = present.supplements_id or present.rectifies_id
        present = registry.INTERVIEW.find(connection, earlier) if earlier else None
