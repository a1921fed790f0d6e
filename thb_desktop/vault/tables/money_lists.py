"""Lists of money: the transactions of a case by date, page by page, and those that are known already."""

import json
from collections.abc import Collection

from thb_desktop.domain.finance import BankStatement, Transaction
from thb_desktop.domain.ids import CaseId
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.lists import Mark
from thb_desktop.vault.tables.mapper import plain_rows

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


def statements_of_file(connection: Connection, case_id: CaseId, sha256: str) -> tuple[BankStatement, ...]:
    """Return the standing statements of a case that were taken over from a file with this digest."""
    found = registry.BANK_STATEMENT.where(connection, "sha256", sha256)
    return tuple(each for each in found if each.case_id == case_id and not each.struck)
