"""Described entries in little room: facts in two columns, and rows without what they have in common."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.report.document.columns import Column
from thb_desktop.report.document.side_by_side import Fact, Group, column_width, draw_side_by_side
from thb_desktop.report.parts.described import columns_of
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE, SMALL, SMALL_LABEL

Section = tuple[str, Sequence[tuple[str, str]]]
"""A heading, empty for none, and its names and values."""

_NAME, _GAP = 88.0, 6.0
_TALL = 150.0
"""Points; a value that would be taller in half a page is told in the whole width."""
_ALIKE, _MANY = 3, 4
"""From so many rows on, a value of all is told once; from so many on, short rows stand in two columns."""
_SHARE = 0.52
"""The part of a column that the name of a short row has."""
_CLEAR = frozenset({Editor.CODE, Editor.CODES, Editor.MOMENT, Editor.REFERENCE, Editor.LANGUAGE})
"""Values that are clear without the name of their field."""


def draw_sections(setting: Setting, sections: Iterable[Section]) -> None:
    """Draw names and values under their headings, in two columns; what has no value is left out."""
    groups: list[Group] = []
    tall: list[Section] = []
    width = column_width(setting.flow) - _NAME - _GAP
    for heading, rows in sections:
        facts: list[Fact] = []
        for name, value in rows:
            if not value:
                continue
            fact = Fact(name=setting.cell(name, _NAME, SMALL_LABEL), value=setting.cell(value, width, SMALL))
            if fact.height > _TALL:
                tall.append((heading, [(name, value)]))
            else:
                facts.append(fact)
        if facts:
            groups.append(Group(heading=heading, facts=facts, name_width=_NAME + _GAP))
    draw_side_by_side(setting.flow, groups)
    for heading, rows in tall:
        if heading:
            setting.flow.heading(heading, 3, mark=False)
        setting.facts(rows)


def draw_rows(setting: Setting, heading: str, description: Description, entities: Sequence[Any]) -> None:
    """Draw a heading and the rows of a described entry.

    A value that nearly all rows have, and no row otherwise, stands once above them; one that few have stands
    with its name in the first cell. Rows that are short then stand in two columns, others in a table.
    """
    columns = columns_of(setting, description, entities)
    shown = [pair for pair in zip(description.printed(), columns, strict=True) if any(pair[1][1])]
    (_, (title, names)), rest = shown[0], shown[1:]
    common, rest = _apart(rest, _is_common)
    seldom, rest = _apart(rest, lambda texts: sum(map(bool, texts)) * 3 <= len(texts))
    cells = [_cell(setting, number, name, common=common, seldom=seldom) for number, name in enumerate(names)]
    setting.flow.heading(heading, 3)
    if common:
        told = "; ".join(setting.named(title, next(filter(None, texts))) for _, (title, texts) in common)
        setting.flow.text(told, NOTE, after=3)
    is_clear = all(field.editor in _CLEAR for field, _ in rest)
    if len(rest) > 2 or not is_clear or len(entities) < _MANY:
        setting.rows([(title, cells), *(column for _, column in rest)])
        return
    whole = column_width(setting.flow)
    name_width = whole * _SHARE if rest else whole
    facts = [
        Fact(
            name=setting.cell(cell, name_width - _GAP, SMALL),
            value=setting.cell(_said(number, rest), whole - name_width, SMALL) if rest else [],
        )
        for number, cell in enumerate(cells)
    ]
    draw_side_by_side(setting.flow, [Group(heading="", facts=facts, name_width=name_width)])


def _is_common(texts: Sequence[str]) -> bool:
    """Whether nearly all rows have a value here, and no two of them another."""
    told = [text for text in texts if text]
    return len(told) >= _ALIKE and len(set(told)) == 1 and len(told) * 3 >= len(texts) * 2


def _apart(
    columns: Sequence[tuple[Field, Column]], belongs: Callable[[Sequence[str]], bool]
) -> tuple[list[tuple[Field, Column]], list[tuple[Field, Column]]]:
    chosen = [each for each in columns if belongs(each[1][1])]
    return chosen, [each for each in columns if each not in chosen]


def _cell(
    setting: Setting,
    number: int,
    name: str,
    *,
    common: Sequence[tuple[Field, Column]],
    seldom: Sequence[tuple[Field, Column]],
) -> str:
    """Return the first cell of a row: its name, what it lacks of what the others have, and what few have."""
    lacking = (setting.named(title, "–") for _, (title, texts) in common if not texts[number])
    further = (setting.named(title, texts[number]) for _, (title, texts) in seldom if texts[number])
    return "\n".join((name, *lacking, *further))


def _said(number: int, columns: Sequence[tuple[Field, Column]]) -> str:
    return "\n".join(filter(None, (texts[number] for _, (_, texts) in columns)))
