"""The rows of a table: which columns it has, and the key of each row, which nobody sees."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thb_desktop.errors import ExchangeFormatError, ExchangeLayoutError, TextUnwritableError
from thb_desktop.exchange.characters import XML_CANNOT
from thb_desktop.exchange.returned import ReturnedFile, ReturnedUnit, remark_of
from thb_desktop.exchange.units import ExchangeFile, ExchangeState, ExchangeUnit

_FILE_KEY = re.compile(r"\[thb-exchange/1:([A-Za-z0-9-]{1,80}):([A-Za-z0-9-]{1,80})\]")
_ROW_KEY = re.compile(r"\[thb:([A-Za-z0-9_.-]{1,80}):([0-9a-f]{64})\]")
LIKE_A_NUMBER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""An underscore that an office program takes for the beginning of a character's number."""
KEY_PREFIX = "[thb-exchange/1:"
_STATES = {state.value: state for state in ExchangeState}


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """What stands over the columns, in the language of the reader."""

    number: str = "No."
    speaker: str = "Speaker"
    source: str = "Text"
    target: str = "Translation"
    state: str = "State"
    notes: str = "Notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The cells of a row. key: what names its unit. place: from 1, as people see it beside the table."""

    key: str
    number: str
    speaker: str
    source: str
    target: str
    state: str
    notes: str
    place: int = 0

    @property
    def seen(self) -> tuple[str, ...]:
        """Return the cells that people see."""
        return self.number, self.speaker, self.source, self.target, self.state, self.notes


COLUMNS = 6
"""Columns that people see."""


def head_row(exchange: ExchangeFile, headings: Headings) -> Row:
    """Return the row of headings; its key names the format and the languages."""
    return Row(
        key=f"{KEY_PREFIX}{exchange.source_language}:{exchange.target_language}]",
        number=headings.number,
        speaker=headings.speaker,
        source=f"{headings.source} ({exchange.source_language})",
        target=f"{headings.target} ({exchange.target_language})",
        state=headings.state,
        notes=headings.notes,
    )


def row_of(unit: ExchangeUnit, key: str) -> Row:
    """Return the row of a unit. Raises TextUnwritableError for a control character, carriage return too."""
    row = Row(
        key=f"[thb:{key}:{unit.source_digest}]",
        number=unit.number,
        speaker=unit.speaker,
        source=unit.source,
        target=unit.target,
        state=unit.state.value,
        notes=remark_of(unit),
    )
    if any("\r" in cell or XML_CANNOT.search(cell) for cell in row.seen):
        raise TextUnwritableError("a text has a character that a table cannot hold", unit.number)
    return row


def is_key(text: str) -> bool:
    """Whether a text is the key of a row or of a table, and nothing else."""
    return any(key.fullmatch(text) for key in (_FILE_KEY, _ROW_KEY))


def returned(untrusted: Sequence[Row]) -> ReturnedFile:
    """Return the units of a table whose first row is that of the headings.

    Raises ExchangeFormatError if it is not, ExchangeLayoutError for a row without a key.
    """
    languages = _FILE_KEY.search(untrusted[0].key) if untrusted else None
    if languages is None:
        raise ExchangeFormatError("the table is not one that this program made")
    return ReturnedFile(
        source_language=languages[1],
        target_language=languages[2],
        units=tuple(_unit(row) for row in untrusted[1:] if any((row.key, *row.seen))),
    )


def _unit(untrusted: Row) -> ReturnedUnit:
    key = _ROW_KEY.search(untrusted.key)
    if key is None:
        raise ExchangeLayoutError("a row of the table has lost its key, or is new", untrusted.place)
    told = untrusted.state.strip()
    state = _STATES.get(told)
    if state is ExchangeState.UNTOUCHED or not told:
        state = ExchangeState.DRAFT if untrusted.target else ExchangeState.UNTOUCHED
    return ReturnedUnit(
        key=key[1],
        source=untrusted.source,
        target=untrusted.target,
        state=state,
        digest=key[2],
        remark=untrusted.notes,
    )
