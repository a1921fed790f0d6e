"""Reading: the values of a described entity in words, for read-only tables and pages."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from thb_desktop.domain.corrections import field_of, kept_value
from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.partial_dates import PartialDate, partial_in_words
from ui import language
from ui.clock import zone_words
from ui.labels import field_words, language_name, question_words, words
from ui.labels.dates import brief
from ui.labels.entries import Choices
from ui.rows import Column
from ui.text import NONE, day, listed, listed_apart, translate, when, with_name
from ui.tones import Tone

_EXACT = frozenset(
    {
        Editor.NUMBER,
        Editor.SECONDS,
        Editor.AMOUNT,
        Editor.BALANCE,
        Editor.CURRENCY,
        Editor.COUNTRY,
        Editor.COUNTRIES,
        Editor.DAY,
        Editor.MOMENT,
    }
)


def in_words(field: Field, value: Any, names: Mapping[str, str]) -> str:
    """Return a value in words; a dash for no answer. names: of references, by id; without those that this
    user may not read.
    """
    if value is None or value in ("", ()):
        return NONE
    if field.editor is Editor.REFERENCE:
        return names.get(value, translate("editors", "Not shown for your function"))
    return _WORDS.get(field.editor, str)(value)


def _listed(say: Callable[[Any], str]) -> Callable[[Sequence[Any]], str]:
    return lambda values: listed(say(each) for each in values)


_WORDS: dict[Editor, Callable[[Any], str]] = {
    Editor.CODE: words,
    Editor.CODES: _listed(words),
    Editor.YES_NO: lambda value: translate("editors", "Yes") if value else translate("editors", "No"),
    Editor.LANGUAGE: language_name,
    Editor.LANGUAGES: _listed(language_name),
    Editor.DIRECTIONS: _listed(lambda pair: " → ".join(map(language_name, pair.split(">")))),
    Editor.COUNTRIES: _listed(str),
    Editor.LINES: _listed(str),
    Editor.TITLES: lambda pairs: listed_apart(text for _, text in pairs),
    Editor.CLAIMED_DATES: lambda pairs: listed_apart(
        with_name(partial_in_words(PartialDate(claimed), language.current()), source)
        for claimed, source in pairs
    ),
    Editor.DETAILS: lambda pairs: listed_apart(with_name(name, text) for name, text in pairs),
    Editor.ANSWERS: lambda pairs: listed_apart(with_name(question_words(key), text) for key, text in pairs),
    Editor.ZONE: zone_words,
    Editor.MOMENT: when,
    Editor.DAY: lambda value: day(value) if isinstance(value, date) else str(value),
    Editor.PARTIAL_DATE: lambda value: partial_in_words(value, language.current()),
}
"""How values that are not plain text are written."""


def read_fields(
    description: Description, entity: object, names: Mapping[str, str], only: Sequence[str] | None = None
) -> list[tuple[str, str, bool]]:
    """Return name and value of each field, and whether the value keeps its own direction."""
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
    description: Description,
    name: str,
    *,
    width: int = 0,
    names: Callable[[], Mapping[str, str]] = dict,
    tone: Callable[[Any], Tone | None] | None = None,
    title: str = "",
) -> Column[Any]:
    """Return the column of a table for one field. names: returns the names of references by id. title: if
    it is not the name of the field.
    """
    field = description[name]
    return Column(
        title=title or field_words(description.name, name),
        read=lambda entity: _in_cell(field, getattr(entity, name), names()),
        width=width,
        exact=field.editor in _EXACT,
        tone=tone,
        key=(lambda entity: _edtf(getattr(entity, name))) if field.editor is Editor.PARTIAL_DATE else None,
    )


def struck_column(entry: Callable[[Any], Any] = lambda row: row) -> Column[Any]:
    """Shows that an entry was struck out. entry: returns the entry of a row."""
    return Column(
        title="",
        read=lambda row: translate("tables", "Struck out") if entry(row).struck else "",
        width=110,
        tone=lambda row: Tone.BAD if entry(row).struck else None,
    )


def _in_cell(field: Field, value: Any, names: Mapping[str, str]) -> str:
    """In words, but a date as briefly as the other dates of tables."""
    return brief(value) if isinstance(value, PartialDate) else in_words(field, value, names)


def _edtf(value: PartialDate | None) -> str:
    """The sort key of partial dates: their words begin with the name of a day."""
    return "" if value is None else value.edtf


def names_of(choices: Choices) -> dict[str, str]:
    """Return the names of references, by id."""
    return {identity: shown for offered in choices.values() for shown, identity in offered}


def stored_in_words(description: Description, name: str, stored: str | None, names: Mapping[str, str]) -> str:
    """Return a stored value, as corrections contain it, in words."""
    if stored is None:
        return NONE
    field = field_of(description, name)
    if field is None:
        return stored
    try:
        value = kept_value(description, name, stored)
    except ValueError:
        return stored
    return in_words(field, value, names)
