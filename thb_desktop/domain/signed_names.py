"""Names as signed: how the persons, officials, interpreters, authorities and instruments that a record names
were called when it was signed. They are part of the record and its digest.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

from thb_desktop.domain.case_fields import AUTHORITY
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.fields import Description
from thb_desktop.domain.ids import InterviewId, RowId
from thb_desktop.domain.people_fields import INTERPRETER, OFFICIAL, PERSON, PERSON_ROLE
from thb_desktop.domain.record import Plain, fields_of, from_record, to_full_record
from thb_desktop.domain.vocabulary import ProceduralRole

T = TypeVar("T")

Said = tuple[tuple[str, str], ...]

_NAMES: Mapping[type, tuple[Description, tuple[str, ...]]] = {
    PERSON.entity: (PERSON, ("code",)),
    OFFICIAL.entity: (OFFICIAL, ("role", "name", "unit")),
    INTERPRETER.entity: (INTERPRETER, tuple(each.name for each in INTERPRETER.printed())),
    AUTHORITY.entity: (AUTHORITY, ("name",)),
    INSTRUMENT.entity: (INSTRUMENT, ("number", "reference")),
}
"""The fields by which the pages of a record name an entry."""
_ROLE = "role"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedName:
    """The names of one entry when a record that names it was signed.

    entity: the name of its description. subject_id: the entry; for `person_role` the person heard. said: the
    fields that name it, each with its stored text; a list has a line for each value.
    """

    id: RowId
    interview_id: InterviewId
    entity: str
    subject_id: str
    said: Said

    @property
    def is_pseudonym(self) -> bool:
        return self.entity == PERSON.name


def names_of(entry: object) -> tuple[str, Said]:
    """Return the kind of an entry, and the fields that name it with their text."""
    description, names = _NAMES[type(entry)]
    record = to_full_record(entry)
    return description.name, tuple((name, text) for name in names for text in _lines(record[name]))


def names_of_roles(roles: Iterable[ProceduralRole]) -> tuple[str, Said]:
    """Return the same for what a person was on the day of the interview."""
    return PERSON_ROLE.name, tuple((_ROLE, each.value) for each in roles)


def as_signed(entries: Iterable[T], names: Iterable[SignedName]) -> tuple[T, ...]:
    """Return these entries with the names that they had at the signature; the others as they are."""
    said = {each.subject_id: each.said for each in names if each.entity != PERSON_ROLE.name}
    return tuple(_renamed(each, said.get(each.id)) for each in entries)  # type: ignore[attr-defined]  # each entry has an id


def roles_signed(names: Iterable[SignedName]) -> tuple[ProceduralRole, ...]:
    """Return what the person heard was, as the record was signed."""
    told = (each.said for each in names if each.entity == PERSON_ROLE.name)
    return tuple(ProceduralRole(text) for said in told for _, text in said)


def _renamed(entry: T, said: Said | None) -> T:
    if said is None:
        return entry
    record: dict[str, Plain] = dict(to_full_record(entry))
    for field in fields_of(cast(type, type(entry))):
        texts = [text for name, text in said if name == field.name]
        if field.name in _NAMES[type(entry)][1]:
            single = texts[0] if texts else None if field.optional else ""
            record[field.name] = texts if field.form == "list" else single
    return from_record(type(entry), record)


def _lines(value: Plain) -> Iterator[str]:
    if isinstance(value, list):
        yield from map(str, value)
    elif value:
        yield str(value)
