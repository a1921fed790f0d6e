"""Conversations under the sheet of their exhibit: time, who, and words. Where two people write to each other,
each has a side of the page, as their telephones show it.
"""

from collections.abc import Iterator, Sequence

from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import CELL_NOTE, DENSE, DENSE_STRONG, HEAD
from thb_desktop.report.text import Paragraph, TextStyle

_UNKNOWN = "und"
"""The language of a file, which nobody told (BCP 47)."""
_TAB = "    "
_TIME, _TIMES, _SENDER, _GAP = 88.0, 124.0, 92.0, 8.0
_SIDES, _LEAST, _LOWER = 2, 100.0, 0.85
"""Points; words of a side never get less. Sides are made where so much of the height is enough for all."""
_HEAD = 0.1
"""The part of a page that the titles of sides may take: the names in them stand again on each page."""

Message = tuple[str, str, str]
"""Its time, who sent it (empty: nobody is named), and its words."""
Row = Sequence[Sequence[Paragraph]]


def draw_conversation(setting: Setting, rows: Sequence[tuple[str, ...]], title: str) -> None:
    """Draw the messages in their order: each in a row, or with its answer in one where that is much lower."""
    if not rows:
        return
    messages = [(at, sender, said.replace("\t", _TAB)) for at, sender, said in rows]
    table, cells, height = _laid_out(_InLines(setting, messages), title)
    headers = 1
    sides = _OnSides(setting, messages) if is_of_two(messages) else None
    if sides is not None and sides.widths[1] >= _LEAST:
        beside, paired, low = _laid_out(sides, title)
        if low <= _LOWER * height and beside.head <= _HEAD * setting.flow.full:
            # The time of one message is no name of a row in which another stands too.
            table, cells, headers = beside, paired, 0
    with table:
        for each in cells:
            table.row(each, headers=headers)


def _laid_out(way: "_InLines | _OnSides", title: str) -> tuple[Table, Sequence[Row], float]:
    """Return a table, its rows, and how high it is."""
    table, rows = way.table(title), list(way.rows())
    return table, rows, table.height_of(rows)


def is_of_two(messages: Sequence[Message]) -> bool:
    """Whether exactly two are named, in letters or digits, and one of them at each message."""
    senders = {sender for _, sender, _ in messages}
    return len(senders) == _SIDES and all(any(map(str.isalnum, each)) for each in senders)


class _InLines:
    """Each message in a row of its own; without anybody named, no column for it."""

    def __init__(self, setting: Setting, messages: Sequence[Message]) -> None:
        self._setting, self._messages = setting, messages
        words, self._is_named = setting.words.printed, any(sender for _, sender, _ in messages)
        time = _TIME if self._is_named else _TIMES
        left = [
            (time, words.time, CELL_NOTE),
            *([(_SENDER, words.sender, DENSE_STRONG)] if self._is_named else ()),
        ]
        width = setting.flow.width - sum(each + _GAP for each, *_ in left)
        columns = [*left, (width, words.words, DENSE)]
        self.widths = tuple(each for each, *_ in columns)
        self._header = tuple(name for _, name, _ in columns)
        self._styles = tuple(style for *_, style in columns)

    def table(self, title: str) -> Table:
        return _table(self._setting, self.widths, self._header, title)

    def rows(self) -> Iterator[Row]:
        for at, sender, said in self._messages:
            told = (at, sender, said) if self._is_named else (at, said)
            yield [
                _cell(self._setting, text, width, style)
                for text, width, style in zip(told, self.widths, self._styles, strict=True)
            ]


class _OnSides:
    """The one who writes first at the left, the other at the right; an answer stands beside that to which it
    follows, and nothing beside a message that another of the same follows.
    """

    def __init__(self, setting: Setting, messages: Sequence[Message]) -> None:
        self._setting, self._messages = setting, messages
        self._first = messages[0][1]
        told = [(setting.words.printed.time, HEAD), *((at, CELL_NOTE) for at, *_ in messages)]
        time = min(max(setting.flow.lay_out(*each).natural_width for each in told) + 1, _TIME)
        width = (setting.flow.width - 3 * _GAP) / 2 - time
        self.widths = (time, width, time, width)

    def table(self, title: str) -> Table:
        words = self._setting.words.printed
        other = next(sender for _, sender, _ in self._messages if sender != self._first)
        header = [
            text
            for sender in (self._first, other)
            for text in (words.time, self._setting.named(words.sender, sender))
        ]
        return _table(self._setting, self.widths, header, title)

    def rows(self) -> Iterator[Row]:
        for pair in in_pairs(self._messages):
            yield [
                _cell(self._setting, text, width, style)
                for message, at in zip(pair, (0, 2), strict=True)
                for text, width, style in zip(
                    (message[0], message[2]) if message else ("", ""),
                    self.widths[at : at + 2],
                    (CELL_NOTE, DENSE),
                    strict=True,
                )
            ]


def in_pairs(messages: Sequence[Message]) -> Iterator[tuple[Message | None, Message | None]]:
    """Yield a message of the first sender with the other's that follows at once, or each alone: read row by
    row, all stand in their order.
    """
    first, waiting = messages[0][1], None
    for each in messages:
        if each[1] == first:
            if waiting is not None:
                yield waiting, None
            waiting = each
        else:
            yield waiting, each
            waiting = None
    if waiting is not None:
        yield waiting, None


def _table(setting: Setting, widths: Sequence[float], header: Sequence[str], title: str) -> Table:
    again = setting.continued(title)
    return Table(setting.flow, widths, header=header, continued=again, gap=_GAP, is_dense=True)


def _cell(setting: Setting, text: str, width: float, style: TextStyle) -> list[Paragraph]:
    return setting.cell(text, width, style, language=_UNKNOWN)
