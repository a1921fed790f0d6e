"""Described entries on the page: each printed field with its name, in the order of its description.

No part lists fields itself, so a new field of a description is printed.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

from thb_desktop import words as catalogue
from thb_desktop.domain.account_numbers import number_printed
from thb_desktop.domain.case import in_language
from thb_desktop.domain.corrections import STRUCK, Correction, field_of, kept_value
from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.finance import Account
from thb_desktop.domain.order_questions import FormQuestion, known_question
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.segment import StruckCode
from thb_desktop.report.document.columns import Column
from thb_desktop.report.parts.setting import Setting, instant
from thb_desktop.report.style import CELL

_SEVERAL = 3
"""From so many rows on, what all say is told once."""
_PAIR, _LONG = 2, 45
"""So many entries may stand in one row, if none of their texts has so many characters."""


def said(setting: Setting, field: Field, value: Any) -> str:
    """Return a value as printed; nothing if it was not answered."""
    if value is None or value in ("", ()):
        return ""
    if field.editor is Editor.REFERENCE:
        return setting.names.get(value, setting.words.common.elsewhere)
    return _WORDS[field.editor](setting, value) if field.editor in _WORDS else str(value)


def label(setting: Setting, description: Description, field: Field) -> str:
    """Return the name of a field, for use alone."""
    return name_of(setting, description, field.name)


def name_of(setting: Setting, description: Description, field: str) -> str:
    """The same by the field's own name."""
    return catalogue.capital(catalogue.field_name(f"{description.name}.{field}", setting.words.language))


def facts_of(
    setting: Setting,
    description: Description,
    entity: Any,
    *,
    sections: Collection[str] = (),
    without: Collection[str] = (),
) -> list[tuple[str, str]]:
    """Return name and value of each printed field of an entry, or of some of its sections."""
    fields = (
        field
        for field in description.printed()
        if field.name not in without and (not sections or field.section in sections)
    )
    return [
        (setting.words.common.state, struck(setting, entity)),
        *(
            (label(setting, description, field), _answer(setting, field, getattr(entity, field.name)))
            for field in fields
        ),
    ]


def columns_of(
    setting: Setting, description: Description, entities: Sequence[Any], *, without: Collection[str] = ()
) -> list[Column]:
    """Return a column for each printed field of these entries; the first says which are struck out."""
    columns = [
        (
            label(setting, description, field),
            [_answer(setting, field, getattr(each, field.name)) for each in entities],
        )
        for field in description.printed()
        if field.name not in without
    ]
    title, texts = columns[0]
    marked = zip(texts, (struck(setting, each) for each in entities), strict=True)
    return [(title, ["\n".join(filter(None, each)) for each in marked]), *columns[1:]]


def draw_entries(
    setting: Setting,
    title: str,
    description: Description,
    entities: Sequence[Any],
    *,
    level: int = 2,
    before: Iterable[Column] = (),
    further: Iterable[Column] = (),
    without: Collection[str] = (),
    is_joined: bool = False,
) -> None:
    """Draw a heading, a table of entries, and their corrections; nothing if there are no entries. is_joined:
    those of which everything else is the same stand in one row.
    """
    if not entities:
        return
    setting.flow.heading(title, level)
    amounts = [
        label(setting, description, field)
        for field in description.printed()
        if field.editor in (Editor.AMOUNT, Editor.BALANCE)
    ]
    columns = [*before, *columns_of(setting, description, entities, without=without), *further]
    draw_columns(setting, _joined(columns) if is_joined else columns, at_end=amounts, title=title)
    draw_corrections(setting, description, entities)


def draw_columns(
    setting: Setting,
    columns: Sequence[Column],
    *,
    at_end: Collection[str] = (),
    title: str = "",
    is_paired: bool = False,
) -> None:
    """Draw a table; what all of several rows say in the same words stands once above it, and if they say
    nothing else they are one list.

    at_end: the titles of columns of amounts. title: what the table is. is_paired: two entries stand in a row
    if each is no more than two short texts.
    """
    first, *rest = columns
    missing = setting.words.common.not_recorded
    alike = [each for each in rest if each[0] not in at_end and _is_alike(each[1], missing)]
    if alike:
        told = setting.apart(setting.named(name, texts[0].replace("\n", ", ")) for name, texts in alike)
        setting.flow.note(setting.words.common.alike.format(told=told))
    shown = [first, *(each for each in rest if each not in alike)]
    filled = [each for each in shown if any(each[1])]
    if alike and len(filled) == 1:
        title, texts = filled[0]
        in_line = (each.replace("\n", " ") for each in texts)  # what was struck out says so below itself
        setting.flow.text(setting.named(title, setting.apart(in_line)), CELL)
        return
    if is_paired and _are_short(filled):
        shown = _paired(filled)
    setting.rows(shown, at_end=at_end, title=title)


def _are_short(columns: Sequence[Column]) -> bool:
    lines = (line for _, texts in columns for text in texts for line in text.split("\n"))
    return (
        len(columns) == _PAIR and len(columns[0][1]) > _SEVERAL and all(len(each) < _LONG for each in lines)
    )


def _paired(columns: Sequence[Column]) -> list[Column]:
    """Return two entries after each other in each row."""
    return [
        (title, [*texts[at::_PAIR], *[""] * (at and len(texts) % _PAIR)])
        for at in range(_PAIR)
        for title, texts in columns
    ]


def _joined(columns: Sequence[Column]) -> list[Column]:
    """Return the rows with the first texts of those that say the same otherwise in one; a first text of
    several lines, as of an entry that was struck out, stands alone.
    """
    told: dict[tuple[str, ...], list[str]] = {}
    for first, *rest in zip(*(texts for _, texts in columns), strict=True):
        told.setdefault((first if "\n" in first else "", *rest), []).append(first)
    rows = [(", ".join(firsts), *rest) for (_, *rest), firsts in told.items()]
    return [(title, list(texts)) for (title, _), texts in zip(columns, zip(*rows, strict=True), strict=True)]


def _is_alike(texts: Sequence[str], missing: str) -> bool:
    """Whether several rows say the same, or two that nothing is recorded."""
    several = _PAIR if missing in texts else _SEVERAL
    return len(texts) >= several and bool(texts[0]) and len(set(texts)) == 1


def draw_corrections(setting: Setting, description: Description, entities: Iterable[Any]) -> None:
    """Draw the corrections of these entries, if any: former value, new value, reason, when and by whom."""
    words, ids = setting.words.common, {each.id: each for each in entities}
    told = [
        each
        for each in setting.content.frame.corrections
        if each.entity == description.name and each.subject_id in ids and each.field != STRUCK
    ]
    if not told:
        return
    setting.flow.heading(words.corrected, 3, mark=False)
    setting.flow.note(words.corrected_note)
    named = [setting.names.get(each.subject_id, "") for each in told]

    def printed(correction: Correction, kept: str | None) -> str | None:
        entry = ids[correction.subject_id]
        if isinstance(entry, Account) and correction.field == "identifier" and kept is not None:
            return number_printed(entry, kept)
        return kept

    setting.rows(
        [
            *([(words.entry, named)] if len(ids) > 1 else []),
            (words.field, [_field_name(setting, description, each) for each in told]),
            (words.before, [_kept(setting, description, each, printed(each, each.before)) for each in told]),
            (words.after, [_kept(setting, description, each, printed(each, each.after)) for each in told]),
            (words.reason, [each.reason or words.kept_back for each in told]),
            (words.when, [instant(setting.here(each.at)) for each in told]),
            (words.by, [setting.names.get(each.by, "") for each in told]),
        ]
    )


def struck(setting: Setting, entity: Any) -> str:
    """Return that an entry was struck out, and why; nothing otherwise."""
    reason = getattr(entity, "struck", "")
    told = setting.words.label(StruckCode(reason)) if reason in set(StruckCode) else reason
    return setting.words.common.struck.format(reason=told) if reason else ""


def _answer(setting: Setting, field: Field, value: Any) -> str:
    return said(setting, field, value) or (setting.words.common.not_recorded if field.is_asked else "")


def _field_name(setting: Setting, description: Description, correction: Correction) -> str:
    field = field_of(description, correction.field)
    return label(setting, description, field) if field else correction.field


def _kept(setting: Setting, description: Description, correction: Correction, kept: str | None) -> str:
    field = field_of(description, correction.field)
    if correction.is_kept_back:
        return setting.words.common.kept_back
    if field is None or kept is None:
        return kept or setting.words.common.not_recorded
    value = kept_value(description, correction.field, kept)
    return said(setting, field, value) or setting.words.common.not_recorded


def _each(say: Callable[[Setting, Any], str]) -> Callable[[Setting, Any], str]:
    return lambda setting, values: ", ".join(say(setting, each) for each in values)


def _titles(setting: Setting, texts: Any) -> str:
    """Return a title in the language of the bundle, then in the others."""
    own = in_language(texts, setting.content.release.language)
    return " / ".join(dict.fromkeys([own, *(text for _, text in texts)]))


def _label(setting: Setting, code: Any) -> str:
    return setting.words.label(code)


def _question(setting: Setting, key: str) -> str:
    question = known_question(key)
    return setting.words.label(question) if isinstance(question, FormQuestion) else key


def _amount(setting: Setting, text: str) -> str:
    return setting.words.amount(text)


def _language(setting: Setting, tag: str) -> str:
    return setting.words.language_name(tag)


_WORDS: dict[Editor, Callable[[Setting, Any], str]] = {
    Editor.AMOUNT: _amount,
    Editor.BALANCE: _amount,
    Editor.CODE: _label,
    Editor.CODES: _each(_label),
    Editor.YES_NO: Setting.yes_no,
    Editor.LANGUAGE: _language,
    Editor.LANGUAGES: _each(_language),
    Editor.DIRECTIONS: lambda _, pairs: ", ".join(pairs),
    Editor.COUNTRIES: lambda _, countries: ", ".join(countries),
    Editor.LINES: lambda _, lines: "\n".join(lines),
    Editor.TITLES: _titles,
    Editor.CLAIMED_DATES: lambda setting, pairs: setting.apart(
        setting.named(setting.day(PartialDate(day)), source) for day, source in pairs
    ),
    Editor.DETAILS: lambda setting, pairs: setting.apart(setting.named(*pair) for pair in pairs),
    Editor.ANSWERS: lambda setting, pairs: setting.apart(
        setting.named(_question(setting, key), text) for key, text in pairs
    ),
    Editor.DAY: Setting.day,
    Editor.PARTIAL_DATE: Setting.day,
    Editor.MOMENT: lambda _, at: instant(at),
}
"""How values that are not plain text are written."""
