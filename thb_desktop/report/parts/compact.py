"""Described entries in little room: facts in two columns, and rows without what they have in common."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from thb_desktop.domain.fields import Description, Editor, Field
from thb_desktop.domain.interview_fields import PRESENCE
from thb_desktop.report.document.columns import Column
from thb_desktop.report.document.side_by_side import Fact, Group, column_width, draw_side_by_side
from thb_desktop.report.parts.described import columns_of
from thb_desktop.report.parts.setting import Setting, clock_within
from thb_desktop.report.style import HEADINGS, NOTE, SMALL, SMALL_LABEL
from thb_desktop.report.text import TextStyle
from thb_desktop.words import capital

Section = tuple[str, Sequence[tuple[str, str]]]
"""A heading, empty for none, and its names and values."""

_GAP, _BETWEEN = 6.0, 14.0
"""Points between a name and its value, and between facts in one line."""
_SHARES = (0.2, 0.36, 0.5, 0.64, 0.78)
"""The parts of a column that the names of a block may have."""
_LINE = 6.0
_TALL = 150.0
"""Points; a value that would be taller in half a page is told in the whole width."""
_ALIKE, _MANY = 3, 5
"""From so many rows on, a value of all is told once; with more fields than so many, a row alone stands as
names and values.
"""
_LISTED, _SHARED = 4, 2
"""From so many rows on, rows that share a value are one list under it, if each has so many on average."""
_CLEAR = frozenset({Editor.CODE, Editor.CODES, Editor.MOMENT, Editor.REFERENCE, Editor.LANGUAGE})
"""Values that are clear without the name of their field."""
_CLEAR_LINES = {PRESENCE.name: ("name", "organisation")}
"""The lines of text that are, by the name of their description."""
_NO_LEADS = MappingProxyType[str, str]({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What stands under one heading, which may be empty. note: what all of it has in common. A fact without
    a value is told in the whole column. whole: how it is drawn where it would be too tall in half a page.
    """

    heading: str
    facts: Sequence[tuple[str, str]]
    note: str = ""
    is_described: bool = False
    """Whether the first text of a fact is a name of a field, which is drawn lighter."""
    whole: Callable[[], None] | None = None
    language: str = ""
    """The language of its texts if it is another than that of the document."""
    place: str = ""
    """The name of its heading as the place to which others lead."""
    leads: Mapping[str, str] = _NO_LEADS
    """With what a fact without a value begins, where its words are told elsewhere."""


def draw_sections(setting: Setting, sections: Iterable[Section]) -> None:
    """Draw names and values under their headings, in two columns; what has no value is left out."""
    draw_blocks(setting, (section_block(setting, each) for each in sections))


def section_block(setting: Setting, section: Section) -> Block:
    """Return the block of a section: the names and values that there are. What is not recorded stands in one
    list at its end.
    """
    heading, facts = section
    missing = setting.words.common.not_recorded
    unsaid = [name for name, value in facts if value == missing]
    if len(unsaid) > 1:
        facts = [*(each for each in facts if each[1] != missing), (capital(missing), setting.apart(unsaid))]
    return Block(heading=heading, facts=[each for each in facts if each[1]], is_described=True)


def draw_blocks(setting: Setting, blocks: Iterable[Block]) -> None:
    """Draw blocks in two columns, then those in the whole width that would be too tall in one."""
    groups: list[Group] = []
    late: list[Callable[[], None]] = []
    for block in blocks:
        facts = list(zip(block.facts, _laid_out(setting, block), strict=True))
        tall = [told for told, fact in facts if fact.height > _TALL]
        if tall and block.whole is not None:
            late.append(block.whole)
            continue
        late += [_in_whole_width(setting, block.heading, told) for told in tall]
        if told := [each for each in facts if each[0] not in tall]:
            groups.append(_group(setting, block, told))
    draw_side_by_side(setting.flow, groups)
    for draw in late:
        draw()


def _group(setting: Setting, block: Block, facts: Sequence[tuple[tuple[str, str], Fact]]) -> Group:
    """Return a block as it is drawn: its note, or else its first short facts, in the line of the heading if
    they have room there.
    """
    whole = column_width(setting.flow)
    note = setting.cell(block.note, whole, SMALL_LABEL)
    begins = setting.flow.lay_out(block.heading, HEADINGS[2]).natural_width + _BETWEEN if block.heading else 0
    if note:
        is_beside = len(note[0].lines) == 1 and begins + note[0].natural_width <= whole
        lines = _lines(setting, block, facts)
    else:
        lines = _lines(setting, block, facts, begins=begins)
        is_beside = bool(begins) and lines[0][0].left == begins
    beside = begins if is_beside else 0
    return Group(heading=block.heading, note=note, lines=lines, place=block.place, beside=beside)


def _in_whole_width(setting: Setting, heading: str, fact: tuple[str, str]) -> Callable[[], None]:
    def draw() -> None:
        if heading:
            setting.flow.heading(heading, 3, mark=False)
        name, value = fact
        if value:
            setting.facts([fact])
        else:
            setting.flow.text(name, SMALL)

    return draw


def _laid_out(setting: Setting, block: Block) -> list[Fact]:
    """Lay the facts of a block out: its values begin where it is lowest; one after a long name stands in its
    line. No name is cut inside a word for it.
    """
    whole, style = column_width(setting.flow), _name_style(block)
    words = {word for name, value in block.facts if value for word in name.split()}
    longest = max((setting.flow.lay_out(each, style).natural_width for each in words), default=0)
    shares = [each for each in _SHARES if each * whole - _GAP >= longest] or _SHARES[-1:]
    tried = [[_fact(setting, block, *each, share) for each in block.facts] for share in shares]
    best = min(tried, key=lambda facts: sum(fact.height for fact in facts))
    return [_lowest(setting, block, each, fact) for each, fact in zip(block.facts, best, strict=True)]


def _lines(
    setting: Setting, block: Block, facts: Sequence[tuple[tuple[str, str], Fact]], *, begins: float = 0
) -> list[Sequence[Fact]]:
    """Return facts line by line: short ones that follow each other stand in one line, the first of them in
    that of the heading. begins: points from the left edge to what stands in the line of the heading, if
    anything may.
    """
    whole, lines = column_width(setting.flow), list[list[tuple[Fact, Fact | None]]]()
    after = begins
    for told, fact in facts:
        short = _short(setting, block, told) if told[1] or not lines else None
        if short is not None and after:
            moved = replace(short, left=after)
            if moved.end <= whole:
                if not lines:
                    lines.append([])
                lines[-1].append((fact, moved))
                after = moved.end + _BETWEEN if told[1] else 0
                continue
        lines.append([(fact, short)])
        after = short.end + _BETWEEN if short is not None and told[1] else 0
    return [_line(each) for each in lines]


def _line(facts: Sequence[tuple[Fact, Fact | None]]) -> Sequence[Fact]:
    """Return facts of one line, each as wide as its words; one alone stands in its columns, if it does not
    begin behind the heading.
    """
    shorts = [short for _, short in facts if short is not None]
    return shorts if len(facts) > 1 or any(each.left for each in shorts) else [facts[0][0]]


def _short(setting: Setting, block: Block, told: tuple[str, str]) -> Fact | None:
    """Return a fact as wide as its words, if a line of the column has room for it."""
    whole = column_width(setting.flow)
    if told[0] and not told[1] and "\n" not in told[0]:
        alone = setting.cell(told[0], whole, _name_style(block), language=block.language)
        return Fact(name=alone, value=(), value_at=0) if len(alone[0].lines) == 1 else None
    if not (block.is_described and all(told)) or "\n" in told[1]:
        return None
    (name,), (value,) = (
        setting.cell(text, whole, style, language=block.language)
        for text, style in zip(told, (SMALL_LABEL, SMALL), strict=True)
    )
    short = Fact(name=[name], value=[value], value_at=name.natural_width + _GAP)
    fits = len(name.lines) == len(value.lines) == 1 and short.end <= whole
    return short if fits else None


def _lowest(setting: Setting, block: Block, told: tuple[str, str], fact: Fact) -> Fact:
    """Return the lowest form of a fact: its name beside it, or before it in the whole column."""
    name, value = told
    if not (block.is_described and name and value) or "\n" in value:
        return fact
    in_line = _fact(setting, block, "", setting.named(name, value), 0)
    return in_line if in_line.height < fact.height - _LINE else fact


def _name_style(block: Block) -> TextStyle:
    return SMALL_LABEL if block.is_described else SMALL


def _fact(setting: Setting, block: Block, name: str, value: str, share: float) -> Fact:
    """Lay a fact out with this share of the column for its name, or the whole if it has no value."""
    whole = column_width(setting.flow)
    width = whole * share
    return Fact(
        name=setting.cell(
            name, width - _GAP if value else whole, _name_style(block), language=block.language
        ),
        value=setting.cell(value, whole - width, SMALL, language=block.language),
        value_at=width,
    )


def rows_block(
    setting: Setting,
    heading: str,
    description: Description,
    entities: Sequence[Any],
    *,
    within: datetime | None,
    place: str = "",
) -> Block:
    """Return the rows of a described entry as a block. place: its name as the place to which others lead.

    A value that nearly all rows have, and no row otherwise, stands once above them; one that few have stands
    with its name under the first text of its row. Rows that say nothing else are one list. within: a moment
    of the day that the reader knows already; others of it are told by the clock alone.
    """
    columns = _columns(setting, description, entities, within)
    firsts, note, rest = _condensed(setting, columns)
    clear = _CLEAR_LINES.get(description.name, ())
    values = [
        setting.apart(
            texts[number]
            if field.editor in _CLEAR or field.name in clear
            else setting.named(title, texts[number])
            for field, (title, texts) in rest
            if texts[number]
        )
        for number in range(len(entities))
    ]
    facts = list(zip(firsts, values, strict=True))
    leads: dict[str, str] = {}
    if not any(values):
        facts = [(each, "") for each in _joined(setting, firsts)]
    elif len(entities) >= _LISTED and len(set(values)) * _SHARED <= len(entities):
        facts, leads = _listed(setting, facts)

    def whole() -> None:
        draw_rows(setting, heading, description, entities, place=place)

    if len(entities) == 1 and len(rest) > _MANY:
        told = [(title, texts[0]) for _, (title, texts) in columns if texts[0]]
        return Block(heading=heading, facts=told, is_described=True, whole=whole, place=place)
    return Block(heading=heading, facts=facts, note=note, whole=whole, place=place, leads=leads)


def _joined(setting: Setting, firsts: Sequence[str]) -> Iterator[str]:
    """Return the rows that say nothing else in one list, and so those under which the same stands."""
    told: dict[str, list[str]] = {"": []}
    for each in firsts:
        name, _, under = each.partition("\n")
        told.setdefault(under, []).append(name)
    for under, names in told.items():
        if names:
            yield "\n".join(filter(None, (setting.apart(names), under)))


def _listed(
    setting: Setting, facts: Sequence[tuple[str, str]]
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Return one list for each value: the rows that have it, in their order. Then the value of each list."""
    listed, leads = [], {}
    for value in dict.fromkeys(value for _, value in facts):
        names = setting.apart(_in_line(name) for name, own in facts if own == value)
        text = setting.named(capital(value), names) if value else names
        listed.append((text, ""))
        leads[text] = capital(value)
    return listed, leads


def _in_line(name: str) -> str:
    """A first cell in one line: what few rows have stands in brackets."""
    first, *further = name.split("\n")
    return f"{first} ({'; '.join(further)})" if further else first


def draw_rows(
    setting: Setting, heading: str, description: Description, entities: Sequence[Any], *, place: str = ""
) -> None:
    """Draw a heading and a table of the rows of a described entry.

    A value that nearly all rows have, and no row otherwise, stands once above them; one that few have stands
    with its name in the first cell.
    """
    columns = _columns(setting, description, entities, None)
    firsts, note, rest = _condensed(setting, columns)
    setting.flow.heading(heading, 3)
    if place:
        setting.flow.document.name_place(place, page=setting.flow.page, top=setting.flow.top)
    if note:
        setting.flow.text(note, NOTE, after=3)
    _, (title, _) = columns[0]
    setting.rows([(title, firsts), *(column for _, column in rest)])


def _condensed(
    setting: Setting, columns: Sequence[tuple[Field, Column]]
) -> tuple[list[str], str, list[tuple[Field, Column]]]:
    """Return the first cells of the rows, what all have in common, and the columns that are left."""
    (_, (_, names)), rest = columns[0], columns[1:]
    common, rest = _apart(rest, _is_common)
    seldom, rest = _apart(rest, lambda texts: sum(map(bool, texts)) * 3 <= len(texts))
    firsts = [_cell(setting, number, name, common=common, seldom=seldom) for number, name in enumerate(names)]
    note = setting.apart(setting.named(title, next(filter(None, texts))) for _, (title, texts) in common)
    return firsts, note, rest


def _columns(
    setting: Setting, description: Description, entities: Sequence[Any], within: datetime | None
) -> list[tuple[Field, Column]]:
    """Return the columns in which something stands, each with its field."""
    told: list[tuple[Field, Column]] = []
    columns = columns_of(setting, description, entities)
    for field, (title, printed) in zip(description.printed(), columns, strict=True):
        is_clock = within is not None and field.editor is Editor.MOMENT
        texts = (
            [clock_within(getattr(each, field.name), within) for each in entities] if is_clock else printed
        )
        if any(texts):
            told.append((field, (title, texts)))
    return told


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
    return "\n".join(filter(None, (name, setting.apart((*lacking, *further)))))
