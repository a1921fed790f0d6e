"""Flows of money: the booked transactions of a case by their two ends and currency, most payments first."""

import json
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from thb_desktop.domain.finance import HandOver, Transaction
from thb_desktop.domain.finance_codes import NOT_BOOKED, BookingStatus
from thb_desktop.domain.ids import AccountId, CaseId, RowId
from thb_desktop.domain.money import span_of
from thb_desktop.domain.money_counted import Counted, own_statuses
from thb_desktop.domain.money_sums import Paid
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.lists import Mark
from thb_desktop.vault.tables.mapper import Scalar, plain_rows

_CASE = "case_id = :case_id AND struck = ''"
_NOT = ", ".join(f"'{each}'" for each in BookingStatus if each in NOT_BOOKED)
_BOOKED = f"(status IS NULL OR status NOT IN ({_NOT}))"
_EXACT = """(at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
    OR at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*')"""
_WITHIN = " ".join(
    (
        "(:currency = '' OR currency = :currency) AND ((:since IS NULL AND :until IS NULL) OR (",
        _EXACT,
        "AND at >= coalesce(:since, '') AND at < coalesce(:until, 'X')))",
    )
)
_OF_ACCOUNTS = """(:accounts IS NULL OR from_account_id IN (SELECT value FROM json_each(:accounts))
    OR to_account_id IN (SELECT value FROM json_each(:accounts)))"""
_GROUPS = " ".join(
    (
        """SELECT from_account_id, to_account_id,
        CASE WHEN from_account_id IS NULL OR to_account_id IS NULL THEN counterparty ELSE '' END AS named,
        currency, sum(each_many) AS many, min(each_first) AS first FROM (
        SELECT from_account_id, to_account_id, counterparty, currency,
        count(*) AS each_many, min(rowid) AS each_first FROM money_transaction WHERE""",
        *(_CASE, "AND", _BOOKED, "AND", _WITHIN, "AND", _OF_ACCOUNTS),
        "GROUP BY from_account_id, to_account_id, counterparty, currency)",
        "GROUP BY from_account_id, to_account_id, named, currency",
    )
)
"""Grouped twice: as the index has them, in one pass; then the few that are left, by the name as told. The
first of a group is known by its row, which the index has anyway: its id would make the index larger by a
fifth, and reading it is what a pass costs."""
_MOST_FIRST = " ".join(
    (
        "SELECT from_account_id, to_account_id, named, currency, many,",
        "(SELECT id FROM money_transaction WHERE rowid = first), whole, payments FROM (",
        "SELECT *, count(*) OVER () AS whole, sum(many) OVER () AS payments FROM (",
        *(_GROUPS, ") ORDER BY many DESC, first LIMIT :most) ORDER BY many DESC, first"),
    )
)
_OF_FLOW = " ".join(
    (
        *("WHERE", _CASE, "AND", _BOOKED, "AND", _WITHIN),
        "AND from_account_id IS :payer AND to_account_id IS :receiver AND currency = :currency",
    )
)
_NAMED = "AND counterparty = :named"
_AMOUNTS = "SELECT amount, amount_to, is_about, count(*) FROM money_transaction"
_BY_AMOUNT = "GROUP BY amount, amount_to, is_about"
_NEXT = "AND (at, id) > (:at, :id) ORDER BY at, id LIMIT :count"
_UNDATED = tuple(
    " ".join(("SELECT count(*) FROM", table, "WHERE", _CASE, which, "AND NOT", _EXACT))
    for table, which in (("money_transaction", f"AND {_BOOKED}"), ("hand_over", ""))
)
_COUNT = " ".join(("SELECT count(*) FROM money_transaction WHERE", _CASE, "AND"))
_NOT_BOOKED = f"{_COUNT} status IN ({_NOT})"
_IN_WORDS = f"{_CASE} AND (status_written <> '' OR status IN ('OWN', 'OWN_IN_STATEMENT'))"
_OWN_WORDS = " ".join(
    (
        *("SELECT status, status_written, count(*) FROM money_transaction WHERE", _IN_WORDS),
        "GROUP BY status, status_written",
    )
)
IN_OWN_WORDS = " ".join(
    (
        *("SELECT id FROM money_transaction INDEXED BY money_transaction_in_own_words WHERE", _IN_WORDS),
        "AND (status IS NULL OR status IN ('OWN', 'OWN_IN_STATEMENT'))",
        "AND status_written = :written ORDER BY id",
    )
)
"""As `is_own` says: no code says what the words mean. Another index would read every row of the case."""
_UNSTATED = f"{_COUNT} status IS NULL AND status_written = ''"
_VALUE_DATES = f"{_COUNT} day_kind = 'VALUE'"
_HAND_OVERS = " ".join(("WHERE", _CASE, "AND", _WITHIN, "ORDER BY at, id"))
_CURRENCIES = """
    WITH RECURSIVE each_one (currency) AS (
        SELECT min(currency) FROM money_transaction WHERE case_id = :case_id AND struck = ''
        UNION ALL
        SELECT (SELECT min(currency) FROM money_transaction
            WHERE case_id = :case_id AND struck = '' AND currency > each_one.currency)
        FROM each_one WHERE each_one.currency IS NOT NULL)
    SELECT currency FROM each_one WHERE currency IS NOT NULL
    UNION SELECT currency FROM hand_over WHERE case_id = :case_id AND struck = '' ORDER BY 1
"""
_PAID = " ".join(
    (
        "SELECT from_account_id, to_account_id, currency, amount, amount_to, is_about, count(*)",
        *("FROM money_transaction WHERE", _CASE, "AND", _BOOKED),
        "GROUP BY from_account_id, to_account_id, currency, amount, amount_to, is_about ORDER BY min(id)",
    )
)
_START = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which transactions count. accounts: None for all. since, until: days that count both."""

    case_id: CaseId
    accounts: Collection[str] | None = None
    currency: str = ""
    since: date | None = None
    until: date | None = None

    def values(self) -> dict[str, Scalar]:
        until = None if self.until is None else min(self.until, date.max - timedelta(days=1))
        return {
            "case_id": self.case_id,
            "currency": self.currency,
            "since": None if self.since is None else self.since.isoformat(),
            "until": None if until is None else (until + timedelta(days=1)).isoformat(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Transactions with the same ends and currency. named: the other end as written, where it is no account
    of the case.
    """

    payer: str | None
    receiver: str | None
    named: str
    currency: str
    count: int
    first: str

    def values(self) -> dict[str, Scalar]:
        both = self.payer is not None and self.receiver is not None
        return {
            "payer": self.payer,
            "receiver": self.receiver,
            "named": None if both else self.named,
            "currency": self.currency,
        }


def groups(connection: Connection, chosen: Chosen, most: int) -> tuple[tuple[Group, ...], int, int]:
    """Return the groups of most transactions, at most so many; how many groups there are, and how many
    transactions in all of them.
    """
    values = {**chosen.values(), **_accounts(chosen), "most": most}
    rows = list(plain_rows(connection, _MOST_FIRST, values))
    whole, payments = rows[0][-2:] if rows else (0, 0)
    return tuple(_group(row[:-2]) for row in rows), int(whole or 0), int(payments or 0)


def amounts(connection: Connection, chosen: Chosen, group: Group) -> Iterator[tuple[str, str, bool, int]]:
    """Return the amounts of a group: lower end, upper end, whether estimated, and how often."""
    statement = " ".join((_AMOUNTS, _of(group), _BY_AMOUNT))
    for least, most, is_about, count in plain_rows(
        connection, statement, {**chosen.values(), **group.values()}
    ):
        yield str(least), str(most), bool(is_about), int(count or 0)


def paid(connection: Connection, case_id: CaseId) -> Iterator[Paid]:
    """Return what the booked transactions of a case amount to, equal amounts together."""
    for payer, receiver, currency, least, most, is_about, count in plain_rows(
        connection, _PAID, {"case_id": case_id}
    ):
        many = int(count or 0)
        total = span_of(str(least), str(most), bool(is_about)).times(span_of(str(many)))
        yield Paid(
            payer=None if payer is None else AccountId(str(payer)),
            receiver=None if receiver is None else AccountId(str(receiver)),
            currency=str(currency),
            total=total,
            count=many,
        )


def entries(
    connection: Connection, chosen: Chosen, group: Group, after: Mark | None, count: int
) -> tuple[Transaction, ...]:
    """Return the next transactions of a group, in the order of their dates."""
    at, last = after or _START
    values = {**chosen.values(), **group.values(), "at": at, "id": last, "count": count}
    return registry.MONEY_TRANSACTION.select(connection, " ".join((_of(group), _NEXT)), values)


def hand_overs(connection: Connection, chosen: Chosen) -> tuple[HandOver, ...]:
    return registry.HAND_OVER.select(connection, _HAND_OVERS, chosen.values())


def undated(connection: Connection, case_id: CaseId) -> int:
    """Return how many transactions and hand-overs have no exact day."""
    rows = (next(plain_rows(connection, each, {"case_id": case_id})) for each in _UNDATED)
    return sum(int(row[0] or 0) for row in rows)


def counted(connection: Connection, case_id: CaseId) -> Counted:
    """Return what is to be told of what flows and sums count and do not count."""
    values: dict[str, Scalar] = {"case_id": case_id}
    not_booked, unstated, value_dates = (
        int(next(plain_rows(connection, each, values))[0] or 0)
        for each in (_NOT_BOOKED, _UNSTATED, _VALUE_DATES)
    )
    found = _statuses(connection, case_id)
    return Counted(
        not_booked=not_booked - sum(count for status, _, count in found if status is BookingStatus.OWN),
        own=own_statuses(found),
        unstated=unstated,
        value_dates=value_dates,
    )


def own_words(connection: Connection, case_id: CaseId) -> dict[str, int]:
    """Return the words of banks that are all that is known of a status, and of how many transactions."""
    counts = Counter[str]()
    for each in own_statuses(_statuses(connection, case_id)):
        counts[each.words] += each.count
    return dict(counts.most_common())


def in_own_words(connection: Connection, case_id: CaseId, written: str) -> tuple[RowId, ...]:
    """Return the ids of the standing transactions whose status is known in these words of a bank alone."""
    found = plain_rows(connection, IN_OWN_WORDS, {"case_id": case_id, "written": written})
    return tuple(RowId(str(each[0])) for each in found)


def currencies(connection: Connection, case_id: CaseId) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in plain_rows(connection, _CURRENCIES, {"case_id": case_id}))


def _statuses(connection: Connection, case_id: CaseId) -> list[tuple[BookingStatus | None, str, int]]:
    """Return each status that a bank states in words, with the words, and of how many."""
    return [
        (BookingStatus(str(status)) if status else None, str(written), int(count or 0))
        for status, written, count in plain_rows(connection, _OWN_WORDS, {"case_id": case_id})
    ]


def _of(group: Group) -> str:
    """Return what picks the transactions of a group: by the name too where it has one, as the index does."""
    return _OF_FLOW if group.values()["named"] is None else " ".join((_OF_FLOW, _NAMED))


def _accounts(chosen: Chosen) -> dict[str, Scalar]:
    return {"accounts": None if chosen.accounts is None else json.dumps(sorted(chosen.accounts))}


def _group(row: tuple[Scalar, ...]) -> Group:
    payer, receiver, named, currency, count, first = row
    return Group(
        payer=None if payer is None else str(payer),
        receiver=None if receiver is None else str(receiver),
        named=str(named),
        currency=str(currency),
        count=int(count or 0),
        first=str(first),
    )
