"""What is told of the money of a case in figures: statements with their checks, sums, and pay."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.finance import Account, BankStatement, PayFigure
from thb_desktop.domain.finance_codes import HandOverKind
from thb_desktop.domain.ids import AgentId, CaseId
from thb_desktop.domain.money import Span
from thb_desktop.domain.money_counted import Counted
from thb_desktop.domain.money_sources import check_sources
from thb_desktop.domain.money_sums import AccountSums, sums_by_kind, sums_of_paid
from thb_desktop.domain.pay import PayRow, PaySums, pay_rows, pay_sums
from thb_desktop.domain.rights import Right
from thb_desktop.domain.statement_accounts import check_accounts
from thb_desktop.domain.statements import said_by
from thb_desktop.domain.statements_around import RowsOfAccounts, StatementsOfAccounts
from thb_desktop.domain.statements_beside import check_beside
from thb_desktop.findings import Finding
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import flow_lists, money_lists, registry


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedStatement:
    """A statement, how many transactions name it, and what its balances and the other statements of
    its account say (V-F-03).

    changed: that its account, or the other end of a row, is another one by now than the file names.
    """

    statement: BankStatement
    count: int
    findings: tuple[Finding, ...]
    changed: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyTold:
    """sums: of booked transactions, by account and currency. counted: how many are no part of them, and what
    is to be told of those that are. hand_overs: kind, currency, number and sum. findings: of what stands in
    no statement.
    """

    accounts: tuple[Account, ...]
    statements: tuple[CheckedStatement, ...]
    sums: tuple[AccountSums, ...]
    counted: Counted
    hand_overs: tuple[tuple[HandOverKind, str, int, Span], ...]
    figures: tuple[PayFigure, ...]
    pay: tuple[PayRow, ...]
    pay_sums: tuple[PaySums, ...]
    findings: tuple[Finding, ...]
    users: Mapping[AgentId, str]
    """Who said that the account of a statement is one of the case, written in another way: their names."""


@permitted(Right.READ_FINANCE, logs=Consulted.FINANCE)
def money_told(session: Session, case_id: CaseId) -> MoneyTold:
    """Return the figures of a case; struck entries are no part."""
    read = session.read
    statements = registry.BANK_STATEMENT.where(read, "case_id", case_id)
    figures = registry.PAY_FIGURE.where(read, "case_id", case_id)
    pay = pay_rows(figures)
    standing = {each.id: each for each in statements if not each.struck}
    accounts = registry.ACCOUNT.where(read, "case_id", case_id)
    now = {each.id: each for each in accounts}
    rows = dict(money_lists.rows_by_statement(read, case_id))
    of_accounts = RowsOfAccounts(chain.from_iterable(rows.values()))
    beside = StatementsOfAccounts(standing.values())
    saying = said_by(standing.values())
    return MoneyTold(
        accounts=accounts,
        statements=tuple(
            CheckedStatement(
                statement=each,
                count=len(own := rows.get(each.id, [])),
                findings=tuple(check_beside(each, beside, own, of_accounts.around(each))),
                changed=tuple(check_accounts(each, own, now)),
            )
            for each in standing.values()
        ),
        sums=sums_of_paid(flow_lists.paid(read, case_id)),
        counted=flow_lists.counted(read, case_id),
        hand_overs=sums_by_kind(registry.HAND_OVER.where(read, "case_id", case_id)),
        figures=tuple(each for each in figures if not each.struck),
        pay=pay,
        pay_sums=pay_sums(pay),
        findings=tuple(check_sources(money_lists.transactions_without_source(read, case_id))),
        users={key: user.name for key in saying if (user := registry.USER.find(read, key)) is not None},
    )
