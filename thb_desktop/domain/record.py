"""Records: every domain value as plain text, integers, lists and objects, and back, exactly.

A record has the values of canonical JSON. Times are text with their given offset, dates are ISO 8601, partial
dates are EDTF, coded values are their codes. A record has only the fields of its class; a field at its
default is left out. So a field that a later version adds with a default does not appear in earlier records,
and signatures on them stay valid.
"""

import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.errors import FormatError

Plain: TypeAlias = "bool | int | str | Sequence[Plain] | Mapping[str, Plain] | None"
Record: TypeAlias = dict[str, Plain]

Codec: TypeAlias = tuple[str, Callable[[object], Plain], Callable[[Plain], object]]
Reader: TypeAlias = Callable[[Any], object]

T = TypeVar("T")
U = TypeVar("U")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """One field of an entity: its form ("text", "integer", "boolean", "list"), and its two conversions.

    default: as a record would write it, or MISSING if there is none. cell: reads a cell of a STRICT table,
    which is not NULL and of the column's type; None if the cell is the value. is_same: whether a
    record writes exactly what was read from it, as it does text, numbers and codes.
    """

    name: str
    form: str
    optional: bool
    default: object
    write: Callable[[object], Plain]
    read: Callable[[Plain], object]
    cell: Reader | None
    is_same: bool


def to_record(value: object) -> Record:
    """Write a domain value, without the fields at their default. Raises ValueError for a time without an
    offset.
    """
    expected = fields_of(cast(type, type(value)))
    plain = to_full_record(value)
    return {field.name: plain[field.name] for field in expected if plain[field.name] != field.default}


def to_full_record(value: object) -> Record:
    """Write a domain value with every field, as a row holds it."""
    return {
        field.name: field.write(getattr(value, field.name)) for field in fields_of(cast(type, type(value)))
    }


def from_record(entity: type[T], record: Mapping[str, Plain]) -> T:
    """Read what `to_record` or `to_full_record` wrote. Raises FormatError for anything else."""
    expected = fields_of(cast(type, entity))
    _verify_names(cast(type, entity), record)
    try:
        return entity(
            **{field.name: field.read(record[field.name]) for field in expected if field.name in record}
        )
    except (ValueError, TypeError):
        raise FormatError("a record does not have the fields of its kind") from None


def full_record(entity: type, record: Mapping[str, Plain]) -> Record:
    """Return `to_full_record` of what `from_record` reads from a record. Raises FormatError."""
    if hasattr(entity, "__post_init__"):  # its value has rules of its own
        value = from_record(cast(type[object], entity), record)
        return {field.name: field.write(getattr(value, field.name)) for field in fields_of(entity)}
    _verify_names(entity, record)
    plan = _plan_of(entity)
    if not record.keys() >= plan.required:
        raise FormatError("a record does not have the fields of its kind")
    told = plan.defaults.copy()
    try:
        for name, plain in record.items():  # only what is told: the checks read each row of each event
            field = plan.fields[name]
            value = field.read(plain)
            told[name] = plain if field.is_same else field.write(value)
    except (ValueError, TypeError):
        raise FormatError("a record does not have the fields of its kind") from None
    for name in plan.lists - record.keys():
        told[name] = [*cast(Sequence[Plain], told[name])]
    return told


def _verify_names(entity: type, record: object) -> None:
    if not isinstance(record, (dict, Mapping)) or not record.keys() <= _names_of(entity):
        raise FormatError("a record does not have the fields of its kind")


class _Plan(NamedTuple):
    """What `full_record` needs of an entity: its fields by name, what a record without any has in their
    order, the names of those that a record needs, and of those whose default is a list.
    """

    fields: Mapping[str, RecordField]
    defaults: Record
    required: frozenset[str]
    lists: frozenset[str]


@cache
def _plan_of(entity: type) -> _Plan:
    expected = fields_of(entity)
    needed = frozenset(field.name for field in expected if field.default is MISSING)
    return _Plan(
        fields={field.name: field for field in expected},
        defaults={
            field.name: None if field.name in needed else cast(Plain, field.default) for field in expected
        },
        required=needed,
        lists=frozenset(field.name for field in expected if isinstance(field.default, list)),
    )


@cache
def fields_of(entity: type) -> tuple[RecordField, ...]:
    """Return the fields of a domain class in order. Raises TypeError for a class with a type that no record
    supports.
    """
    if not is_dataclass(entity):
        message = "only a domain value becomes a record"
        raise TypeError(message)
    hints = typing.get_type_hints(entity)
    return tuple(_field(each.name, hints[each.name], each.default) for each in fields(entity))


@cache
def _names_of(entity: type) -> frozenset[str]:
    return frozenset(field.name for field in fields_of(entity))


def _field(name: str, hint: object, default: object) -> RecordField:
    inner, optional = _without_none(hint)
    form, write, read = _codec(inner)
    cell = _cell(inner, form, read)
    if optional:
        write, read = _or_none(write), _or_none(read)
    said = MISSING if default is MISSING else write(default)
    return RecordField(
        name=name,
        form=form,
        optional=optional,
        default=said,
        write=write,
        read=read,
        cell=cell,
        is_same=_is_same(inner),
    )


def _is_same(hint: object) -> bool:
    kind = _base(hint)
    return kind in (str, int, bool) or (isinstance(kind, type) and issubclass(kind, StrEnum))


def _cell(hint: object, form: str, read: Callable[[Plain], object]) -> Reader | None:
    """Return the reader of a cell: as `read`, without what a STRICT table has made sure of."""
    kind = _base(hint)
    if form == "list":
        if typing.get_args(kind)[1:] == (Ellipsis,):
            # Most lists are empty, and thousands of cells are read at once.
            return lambda cell: () if cell == "[]" else read(json.loads(cell))
        return lambda cell: read(json.loads(cell))
    if kind in (str, int):
        return None
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {each.value: each for each in kind}.__getitem__
    plain: dict[object, Reader] = {bool: bool, datetime: from_text, date: date.fromisoformat}
    return plain.get(kind, read)


def _or_none(function: Callable[[T], U]) -> Callable[[T], U | None]:
    return lambda value: None if value is None else function(value)


def _without_none(hint: object) -> tuple[object, bool]:
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        inner = [each for each in typing.get_args(hint) if each is not type(None)]
        if len(inner) == 1:
            return inner[0], True
    return hint, False


def _base(hint: object) -> object:
    """Return the type itself: a NewType stands for its base type."""
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    return hint


def _codec(hint: object) -> Codec:
    hint = _base(hint)
    if typing.get_origin(hint) is tuple:
        return _tuple_codec(typing.get_args(hint))
    if not isinstance(hint, type):
        message = "a field has a type that no record holds"
        raise TypeError(message)
    if hint in _CODECS:
        return _CODECS[hint]
    if issubclass(hint, StrEnum):
        return "text", lambda value: cast(StrEnum, value).value, _member_of(hint)
    if is_dataclass(hint):
        return "list", to_record, lambda plain: from_record(hint, cast(Mapping[str, Plain], plain))
    message = "a field has a type that no record holds"
    raise TypeError(message)


def _tuple_codec(inner: tuple[object, ...]) -> Codec:
    if len(inner) == 2 and inner[1] is Ellipsis:
        _, write, read = _codec(inner[0])
        return (
            "list",
            lambda value: [write(each) for each in cast(tuple[object, ...], value)],
            lambda plain: tuple(read(each) for each in _sequence(plain)),
        )
    codecs = [_codec(each) for each in inner]
    return (
        "list",
        lambda value: [
            write(each) for (_, write, _), each in zip(codecs, cast(tuple[object, ...], value), strict=True)
        ],
        lambda plain: tuple(read(each) for (_, _, read), each in zip(codecs, _sequence(plain), strict=True)),
    )


def _sequence(plain: Plain) -> Sequence[Plain]:
    if not isinstance(plain, list):
        message = "not a list"
        raise TypeError(message)
    return plain


def _member_of(codes: type[StrEnum]) -> Callable[[Plain], StrEnum]:
    """Return what reads a code: as the class does, in a third of the time."""
    members: dict[object, StrEnum] = {each.value: each for each in codes}

    def read(plain: Plain) -> StrEnum:
        found = members.get(_text(plain))
        if found is None:
            raise ValueError(plain)
        return found

    return read


def _plain(value: object, kind: type[T]) -> T:
    """Return the value if it is exactly of this kind: True is not an integer, and a code is not free text."""
    if type(value) is not kind:
        message = "not of this kind"
        raise TypeError(message)
    return value


def _text(value: object) -> str:
    """The same as `_plain` for text, as most fields are."""
    return value if type(value) is str else _plain(value, str)


_CODECS: dict[type, Codec] = {
    str: ("text", _text, _text),
    int: ("integer", lambda value: _plain(value, int), lambda plain: _plain(plain, int)),
    bool: ("boolean", lambda value: _plain(value, bool), lambda plain: _plain(plain, bool)),
    datetime: (
        "text",
        lambda value: to_text(cast(datetime, value)),
        lambda plain: from_text(_plain(plain, str)),
    ),
    date: (
        "text",
        lambda value: cast(date, value).isoformat(),
        lambda plain: date.fromisoformat(_plain(plain, str)),
    ),
    PartialDate: (
        "text",
        lambda value: cast(PartialDate, value).edtf,
        lambda plain: PartialDate(_plain(plain, str)),
    ),
}
