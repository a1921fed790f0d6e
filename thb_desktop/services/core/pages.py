"""Pages of a list: some rows, and where the next ones begin."""

from dataclasses import dataclass

from thb_desktop.vault.tables.lists import Mark

COUNT = 100
"""Rows of a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page[Row]:
    """after: the mark from which the next page begins; None after the last row.

    total: what the whole list has.
    """

    rows: tuple[Row, ...]
    after: Mark | None
    total: int
