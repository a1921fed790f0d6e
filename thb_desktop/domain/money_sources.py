"""Where figures about money come from: each transaction names a statement, an exhibit, or a source in words.

Hand-overs and figures of pay have a required source, transfers a required basis (`finance_fields`).
"""

from collections.abc import Iterable, Iterator

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.finance import Transaction
from thb_desktop.errors import FigureSourceError
from thb_desktop.findings import Finding, unknown

_LISTED = 5


def has_source(row: Transaction) -> bool:
    return row.statement_id is not None or row.exhibit_id is not None or not is_blank(row.source)


def verify_source(row: Transaction, before: object = None) -> None:
    """Refuse a transaction without any source. before: the present entry; one of an earlier version of the
    program that has none may stay so. Raises FigureSourceError.
    """
    is_old = isinstance(before, Transaction) and not has_source(before)
    if not is_old and not has_source(row):
        raise FigureSourceError("nothing says where the figure comes from", "money_transaction.source")


def check_sources(rows: Iterable[Transaction]) -> Iterator[Finding]:
    """Tell the standing transactions that have no source: earlier versions of the program took them so."""
    without = [each for each in rows if not each.struck and not has_source(each)]
    if without:
        told = tuple(_told(each) for each in without[:_LISTED])
        yield unknown("money.without-source", count=len(without), rows=told)


def _told(row: Transaction) -> str:
    return " ".join(filter(None, (row.at.edtf, row.amount, row.currency, row.reference)))
