"""Lists of money: the transactions of a case by date, page by page, and those that are known already."""

import json
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter

from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.ids import AccountId, CaseId, RowId, StatementId
from thb_desktop.domain.statements import StatementRow
from thb_desktop.domain.statements_around import days_around
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.lists import Mark
from thb_desktop.vault.tables.mapper import Scalar, plain_rows

_START = ("", "")
_AFTER = """
    WHERE money_transaction.case_id = :case_id AND (money_transaction.at, money_transaction.id) > (:at, :id)
    ORDER BY money_transaction.at, money_transaction.id LIMIT :count
"""
_TOTAL = "SELECT count(*) FROM money_transaction WHERE case_id = :case_id"
_CALLED = """
    WHERE money_transaction.case_id = :case_id AND money_transaction.reference <> ''
    AND money_transaction.reference IN (SELECT value FROM json_each(:references))
"""
_WITHOUT_SOURCE = """
    WHERE money_transaction.case_id = :case_id AND money_transaction.statement_id IS NULL
    AND money_transaction.exhibit_id IS NULL AND trim(money_transaction.source) = ''
    ORDER BY money_transaction.at, money_transaction.id
"""
_ROW = """
    SELECT statement_id, id, from_account_id, to_account_id, amount, amount_to, is_about, currency, reference,
    status, balance_after, source, at, counterparty, text FROM money_transaction
    WHERE case_id = :case_id AND struck = ''
"""
_BY_STATEMENT = " ".join((_ROW, "ORDER BY +statement_id, id"))
"""The plus sign keeps SQLite from the index of statements: it would read most pages once for each of them."""
_NEAR = """
    AND statement_id IS NOT :statement_id
    AND ((at >= :since AND at < :until) OR (length(at) <> 10 AND substr(at, 11, 1) <> 'T'))
"""
_AROUND = f"""
    {_ROW} AND from_account_id = :account_id {_NEAR}
    UNION ALL {_ROW} AND to_account_id = :account_id AND from_account_id IS NOT :account_id {_NEAR}
"""
"""By its two ends, not by its days: the days of a statement can be all those of the case."""


def transactions_after(
    connection: Connection, case_id: CaseId, after: Mark | None, count: int
) -> tuple[Transaction, ...]:
    """Return the next transactions behind a mark, from the first on without one."""
    at, last = after or _START
    return registry.MONEY_TRANSACTION.select(
        connection, _AFTER, {"case_id": case_id, "at": at, "id": last, "count": count}
    )


def count_of_transactions(connection: Connection, case_id: CaseId) -> int:
    return int(str(next(plain_rows(connection, _TOTAL, {"case_id": case_id}))[0]))


def transactions_called(
    connection: Connection, case_id: CaseId, references: Collection[str]
) -> tuple[Transaction, ...]:
    """Return the transactions of a case with one of these references."""
    told = json.dumps(sorted(references))
    return registry.MONEY_TRANSACTION.select(connection, _CALLED, {"case_id": case_id, "references": told})


def transactions_without_source(connection: Connection, case_id: CaseId) -> tuple[Transaction, ...]:
    """Return the transactions of a case that name no statement, no exhibit and no source, by date."""
    return registry.MONEY_TRANSACTION.select(connection, _WITHOUT_SOURCE, {"case_id": case_id})


def statements_of_file(connection: Connection, case_id: CaseId, sha256: str) -> tuple[BankStatement, ...]:
    """Return the standing statements of a case that were taken over from a file with this digest."""
    found = registry.BANK_STATEMENT.where(connection, "sha256", sha256)
    return tuple(each for each in found if each.case_id == case_id and not each.struck)


def rows_by_statement(
    connection: Connection, case_id: CaseId
) -> Iterator[tuple[StatementId | None, list[StatementRow]]]:
    """Return the standing rows of a case by their statement, from one reading. None: without a statement."""
    found = map(_statement_row, plain_rows(connection, _BY_STATEMENT, {"case_id": case_id}))
    for statement_id, rows in groupby(found, attrgetter("statement_id")):
        yield statement_id, list(rows)


def rows_around(connection: Connection, statement: BankStatement) -> list[StatementRow]:
    """Return the standing rows of the account of a statement that are not its own, in `days_around` it or
    without an exact day; none where it has no period.
    """
    if (window := days_around(statement)) is None:
        return []
    values: dict[str, Scalar] = {
        "case_id": statement.case_id,
        "since": window[0].isoformat(),
        "until": window[1].isoformat(),
        "statement_id": statement.id,
        "account_id": statement.account_id,
    }
    return list(map(_statement_row, plain_rows(connection, _AROUND, values)))


def _statement_row(row: tuple[Scalar, ...]) -> StatementRow:
    statement_id, row_id, payer, receiver, amount, most, is_about, currency, reference, *more = row
    status, balance, source, at, counterparty, text = more
    return StatementRow(
        id=RowId(str(row_id)),
        from_account_id=None if payer is None else AccountId(str(payer)),
        to_account_id=None if receiver is None else AccountId(str(receiver)),
        amount=str(amount),
        amount_to=str(most),
        is_about=bool(is_about),
        currency=str(currency),
        reference=str(reference),
        status=None if status is None else BookingStatus(str(status)),
        balance_after=str(balance),
        source=str(source),
        at=str(at),
        counterparty=str(counterparty),
        text=str(text),
        statement_id=None if statement_id is None else StatementId(str(statement_id)),
    )
