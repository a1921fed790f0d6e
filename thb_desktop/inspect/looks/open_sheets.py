"""OpenDocument tables: ODS as values, read row by row."""

from collections.abc import Iterator, Mapping
from typing import Any

from thb_desktop.inspect.looks.archives import zipped
from thb_desktop.inspect.looks.office import words_beside
from thb_desktop.inspect.looks.parts import Asked, Said
from thb_desktop.inspect.looks.tables import Row, rows_page, some_words
from thb_desktop.inspect.looks.xml import START, TEXT, events

_CELLS = 1024
_REPEATED = 1 << 20
_MOST_NAMES = 1000
_IS_CELL = frozenset({"table-cell", "covered-table-cell"})


def look_at_open_sheet(asked: Asked) -> Said:
    names = asked.kept.get("names")
    if not isinstance(names, list):
        names = asked.kept["names"] = [
            told.get("name", "") for what, name, told in _content(asked) if what == START and name == "table"
        ][:_MOST_NAMES]
    asked.sheet = min(max(asked.sheet, 0), max(len(names) - 1, 0))
    return rows_page(asked, names, _rows_of_sheet, f"sheet {asked.sheet}")


def _content(asked: Asked) -> Iterator[Any]:
    with zipped(asked).open("content.xml") as opened:
        yield from events(opened)  # type: ignore[arg-type]  # it reads


def _rows_of_sheet(asked: Asked) -> Iterator[Row]:
    return _rows(asked, asked.sheet)


def _rows(asked: Asked, sheet: int | None) -> Iterator[Row]:
    """Return the rows of one table, or of all. Empty ones at its end are left out."""
    table, empty = -1, 0
    gathering = _Gathering()
    for what, name, told in _content(asked):
        if name == "table" and what == START:
            table, empty = table + 1, 0
        elif sheet is not None and table != sheet:
            continue
        elif (row := gathering.take(what, name, told)) is not None:
            if not row:
                empty += gathering.again
                continue
            for _ in range(min(empty, _REPEATED)):
                yield ()
            empty = 0
            for _ in range(gathering.again):
                yield row


class _Gathering:
    """Puts cells together to a row. again: how often the row stands there."""

    def __init__(self) -> None:
        self.again = 1
        self._across, self._value = 1, ""
        self._cells, self._texts = list[str](), list[str]()

    def take(self, what: str, name: str, told: Mapping[str, str]) -> Row | None:
        """Take what comes next; return a row where one ends, without the empty cells at its end."""
        if what == TEXT:
            self._texts.append(name)
        elif what == START:
            self._begin(name, told)
        elif name in _IS_CELL:
            shown = "".join(self._texts).strip("\n") or self._value
            self._cells += [shown] * min(self._across, _CELLS - len(self._cells))
        elif name == "table-row":
            while self._cells and not self._cells[-1]:
                self._cells.pop()
            return tuple(self._cells)
        return None

    def _begin(self, name: str, told: Mapping[str, str]) -> None:
        if name == "table-row":
            self.again, self._cells = _times(told.get("number-rows-repeated", "1")), []
        elif name in _IS_CELL:
            self._across, self._texts = _times(told.get("number-columns-repeated", "1")), []
            self._value = told.get("date-value") or told.get("value") or ""
        elif name == "p" and self._texts:
            self._texts.append("\n")


def _times(told: str) -> int:
    return min(max(int(told), 1), _REPEATED)


def words_of_open_sheet(asked: Asked) -> str:
    """Return the cells of all tables, about as many code points as are asked for, and the words beside
    them.
    """
    return "\n".join((some_words(_rows(asked, None), asked.page), *words_beside(asked)))
