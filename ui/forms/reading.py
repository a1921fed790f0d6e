"""Reading: the values of a described entity in words, for tables and pages that are only read."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from ui import language
from ui.labels import field_words, language_name, words
from ui.rows import Column
from ui.text import NONE, day, translate, when
from ui.forms.editors import Choices

_EXACT = frozenset(
    {Editor.NUMBER, Editor.AMOUNT, Editor.COUNTRY, Editor.COUNTRIES, Editor.DAY, Editor.MOMENT}
)


def in_words(field: Field, value: Any, names: Mapping[str, str]) -> str:
    """A value as a person reads it; a dash where nothing was answered. names: of references, by id."""
    if value is None or value in ("", ()):
        return NONE
    match field.editor:
        case Editor.CODE:
            return words(value)
        case Editor.CODES:
            return ", ".join(words(each) for each in value)
        case Editor.YES_NO:
            return translate("editors", "Yes") if value else translate("editors", "No")
        case Editor.LANGUAGE:
            return language_name(value)
        case Editor.LANGUAGES:
            return ", ".join(language_name(each) for each in value)
        case Editor.COUNTRIES | Editor.LINES:
            return ", ".join(value)
        case Editor.TITLES | Editor.DETAILS:
            return "; ".join(text for _, text in value)
        case Editor.MOMENT:
            return when(value) if isinstance(value, datetime) else str(value)
        case Editor.DAY:
            return day(value) if isinstance(value, date) else str(value)
        case Editor.PARTIAL_DATE:
            return partial_in_words(PartialDate(value), language.current())
        case Editor.REFERENCE:
            return names.get(value, NONE)
        case _:
            return str(value)


def read_fields(
    description: Description, entity: object, names: Mapping[str, str], only: Sequence[str] | None = None
) -> list[tuple[str, str, bool]]:
    """Name and value of each field, and whether the value is exact (kept in its order in every direction)."""
    return [
        (
            field_words(description.name, field.name),
            in_words(field, getattr(entity, field.name), names),
            field.editor in _EXACT,
        )
        for field in description.fields
        if only is None or field.name in only
    ]


def column(
    description: Description, name: str, *, width: int = 0, names: Mapping[str, str] | None = None
) -> Column[Any]:
    """The column of a table that shows one field."""
    field = description[name]
    known = names if names is not None else {}
    return Column(
        title=field_words(description.name, name),
        read=lambda entity: in_words(field, getattr(entity, name), known),
        width=width,
        exact=field.editor in _EXACT,
    )


def names_of(choices: Choices) -> dict[str, str]:
    """What references are called, by id."""
    return {identity: shown for offered in choices.values() for shown, identity in offered}
