"""The columns of the list of transactions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.money_counted import is_own
from thb_desktop.domain.money_sources import has_source
from ui.labels.booking import day_told, status_told
from ui.rows import Column
from ui.text import translate
from ui.tones import Tone


def columns_of_transactions(
    plain: Sequence[Column[Any]], names: Callable[[], Mapping[str, str]]
) -> list[Column[Any]]:
    """Return these columns, which end with the counterparty and the text, with status and source. names: of
    references, by id.
    """
    day_of, *others, counterparty, text = plain
    return [
        _day_column(day_of),
        *others,
        replace(counterparty, takes=True),
        _status_column(),
        replace(text, yields=True),
        _source_column(names),
    ]


def _day_column(plain: Column[Any]) -> Column[Any]:
    """The day of a transaction; of one that is the value date alone, that too."""
    return replace(plain, read=lambda row: day_told(plain.read(row), row.day_kind), whole=True)


def _status_column() -> Column[Any]:
    return Column(
        title=translate("tables", "Status"),
        read=lambda row: status_told(row.status, row.status_written),
        width=156,
        tone=lambda row: Tone.WARN if is_own(row.status, row.status_written) else None,
        yields=True,
    )


def _source_column(names: Callable[[], Mapping[str, str]]) -> Column[Any]:
    """Where a transaction stands: the words, else its statement or its exhibit; it says that one has none."""

    def read(row: Transaction) -> str:
        named = names().get(row.statement_id or row.exhibit_id or "", "")
        return row.source or named if has_source(row) else translate("tables", "no source")

    return Column(
        title=translate("tables", "Source"),
        read=read,
        width=110,
        tone=lambda row: None if has_source(row) else Tone.WARN,
        takes=True,
    )
