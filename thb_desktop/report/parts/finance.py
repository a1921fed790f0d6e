"""Money, objects and stays of the file, as written there, with sums that are marked as calculated."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop import words as catalogue
from thb_desktop.domain.account_numbers import as_printed, number_printed
from thb_desktop.domain.case_fields import CASE_OBJECT
from thb_desktop.domain.finance import Account, BankStatement, HandOver, Transaction
from thb_desktop.domain.finance_fields import (
    ACCOUNT,
    ATTRIBUTION,
    HAND_OVER,
    STATEMENT,
    TRANSFER,
)
from thb_desktop.domain.ids import AccountId, HandOverId, StatementId
from thb_desktop.domain.money import span_of
from thb_desktop.domain.money_counted import Counted, CountedName, counted_of
from thb_desktop.domain.money_sums import sums_by_account, sums_by_kind
from thb_desktop.domain.statement_accounts import check_accounts
from thb_desktop.domain.statements import rows_not_read
from thb_desktop.domain.statements_around import RowsOfAccounts, StatementsOfAccounts
from thb_desktop.domain.statements_beside import check_beside
from thb_desktop.findings import Finding, Value
from thb_desktop.report.parts.amounts import said_span
from thb_desktop.report.parts.described import draw_entries
from thb_desktop.report.parts.measures import draw_compensation, draw_measures
from thb_desktop.report.parts.money_rows import draw_sums, draw_transactions
from thb_desktop.report.parts.pay import draw_pay
from thb_desktop.report.parts.setting import Setting, in_groups, instant
from thb_desktop.report.parts.stays import draw_stays

_BEGINNING = 115.0
"""Points for the heading of the part, its note, and the first rows: they stand together on a page."""


def draw_finance(setting: Setting) -> None:
    """Draw the part from a new page on."""
    finance, words, flow = setting.content.finance, setting.words.finance, setting.flow
    checksums = [setting.words.label(each.checksum) for each in finance.accounts]
    with flow.section("Part", title=words.title):
        flow.need(_BEGINNING if _has_any(setting) else 0)
        flow.heading(words.title, 1)
        flow.note(words.intro if _has_any(setting) else words.nothing)
        accounts = [as_printed(each) for each in finance.accounts]
        draw_entries(setting, words.accounts, ACCOUNT, accounts, further=[(words.checksum, checksums)])
        draw_entries(setting, words.attributions, ATTRIBUTION, finance.attributions)
        _draw_statements(setting)
        draw_transactions(setting)
        _draw_sums(setting)
        _draw_hand_overs(setting)
        draw_pay(setting)
        draw_entries(setting, words.objects, CASE_OBJECT, finance.objects)
        draw_stays(setting)
        draw_measures(setting)
        draw_compensation(setting)
    flow.end_part()


def _has_any(setting: Setting) -> bool:
    finance = setting.content.finance
    return any(getattr(finance, name) for name in type(finance).__dataclass_fields__)


def _draw_statements(setting: Setting) -> None:
    """Draw the statements, and whether the balances are what their rows in this bundle give."""
    finance, words = setting.content.finance, setting.words.finance
    if not finance.statements:
        return
    further = [
        (words.digest, [in_groups(each.sha256) for each in finance.statements]),
        (
            words.mapping,
            [setting.apart(setting.named(*pair) for pair in each.mapping) for each in finance.statements],
        ),
        (
            words.unread,
            ["\n".join(f"{row}: {text}" for row, text in rows_not_read(each)) for each in finance.statements],
        ),
    ]
    draw_entries(setting, words.statements, STATEMENT, finance.statements, further=further)
    rows: dict[StatementId | None, list[Transaction]] = {}
    for row in finance.transactions:
        rows.setdefault(row.statement_id, []).append(row)
    _draw_same(setting, rows)
    said = []
    of_accounts, beside = RowsOfAccounts(finance.transactions), StatementsOfAccounts(finance.statements)
    for each in finance.statements:
        checked = check_beside(each, beside, rows.get(each.id, []), of_accounts.around(each))
        found = [catalogue.sentence(one, setting.words.language) for one in checked]
        said += found or [setting.named(each.number, words.balance_agrees)]
    setting.flow.heading(words.balances, 3)
    setting.flow.bullets(said)


def _draw_same(setting: Setting, rows: Mapping[StatementId | None, Sequence[Transaction]]) -> None:
    """Draw who said of which statements that the account is one of the case, written in another way; and
    which accounts are others by now than the files name. rows: by their statement.
    """
    finance, words, names = setting.content.finance, setting.words.finance, setting.names
    now = {each.id: each for each in finance.accounts}
    said = [
        words.same_said.format(
            statement=each.number,
            named=_number(now, each, each.account_named),
            who=names.get(each.same_by, words.unknown),
            when=instant(setting.here(each.same_at)),
            account=names.get(each.account_id, setting.words.common.elsewhere),
            then=_number(now, each, each.account_then),
            because=each.same_because or words.same_withheld,
        )
        for each in finance.statements
        if each.same_by is not None and each.same_at is not None
    ]
    for each in finance.statements:
        changed = _changed(each, rows.get(each.id, ()), now)
        said += (catalogue.sentence(one, setting.words.language) for one in changed)
    if said:
        setting.flow.heading(words.same, 3)
        setting.flow.bullets(said)


def _number(accounts: Mapping[AccountId, Account], statement: BankStatement, number: str) -> str:
    """Return a number of the account of a statement as pages print it."""
    account = accounts.get(statement.account_id)
    return number if account is None else number_printed(account, number)


def _changed(
    statement: BankStatement, rows: Sequence[Transaction], accounts: Mapping[AccountId, Account]
) -> Iterator[Finding]:
    """Return what is said of the accounts of a statement, with their numbers as pages print them."""
    for each in check_accounts(statement, rows, accounts):
        values: dict[str, Value] = {
            name: _number(accounts, statement, value) if isinstance(value, str) else value
            for name, value in each.values.items()
        }
        yield replace(each, values=values)


def _draw_sums(setting: Setting) -> None:
    finance, words = setting.content.finance, setting.words.finance
    sums = sums_by_account(finance.transactions)
    counted = counted_of(finance.transactions)
    if not (sums or counted != Counted()):
        return
    setting.flow.heading(words.sums, 3)
    setting.flow.note(words.sums_note)
    if sums:
        draw_sums(setting, sums)
    for each in _counted(setting, counted):
        setting.flow.note(each)
    numbers = ", ".join(_not_taken_over(setting))
    if numbers:
        setting.flow.bullets([words.sums_entered.format(accounts=numbers)])


def _counted(setting: Setting, counted: Counted) -> list[str]:
    """Say what is no part of the sums, and what is although no status says that it is booked."""
    words = setting.words.finance
    sentences: dict[CountedName, str] = {
        "not_booked": words.sums_not_booked,
        "own_not_counted": words.sums_own_not_counted,
        "own_counted": words.sums_own_counted,
        "unstated": words.sums_unstated,
        "value_dates": words.value_dates,
    }
    return [sentences[name].format(count=count, words=named) for name, count, named in counted.told()]


def _not_taken_over(setting: Setting) -> Iterator[str]:
    """Return the accounts of which a statement is an exhibit, and none was taken over."""
    finance, names = setting.content.finance, setting.names
    taken = {each.account_id for each in finance.statements}
    for each in finance.accounts:
        if each.statement_id is not None and each.id not in taken and not each.struck:
            yield f"{each.number} ({names.get(each.statement_id, setting.words.common.elsewhere)})"


def _draw_hand_overs(setting: Setting) -> None:
    """Draw what changed hands, its sums, and what was joined; a leg that nobody stated is called unknown."""
    finance, words = setting.content.finance, setting.words.finance
    draw_entries(setting, words.hand_overs, HAND_OVER, finance.hand_overs)
    sums = sums_by_kind(finance.hand_overs)
    if sums:
        setting.flow.heading(words.hand_over_sums, 3)
        setting.rows(
            [
                (words.kind, [setting.words.label(kind) for kind, *_ in sums]),
                (words.currency, [currency for _, currency, *_ in sums]),
                (words.count, [str(count) for _, _, count, _ in sums]),
                (words.sum, [said_span(setting, span) for *_, span in sums]),
            ],
            at_end=(words.count, words.sum),
        )
    if finance.transfers:
        legs = {each.id: each for each in finance.hand_overs}
        further = [
            (words.leg_in, [_leg(setting, legs, each.paid_in_id) for each in finance.transfers]),
            (words.leg_out, [_leg(setting, legs, each.paid_out_id) for each in finance.transfers]),
        ]
        draw_entries(setting, words.transfers, TRANSFER, finance.transfers, further=further)
        setting.flow.note(words.transfers_note)


def _leg(setting: Setting, legs: dict[HandOverId, HandOver], leg_id: HandOverId | None) -> str:
    """Return a leg in words."""
    words = setting.words.finance
    if leg_id is None:
        return words.unknown
    if leg_id not in legs:
        return setting.words.common.elsewhere
    leg = legs[leg_id]
    amount = said_span(setting, span_of(leg.amount, leg.amount_to, leg.is_about))
    parties = setting.between(leg.payer or words.unknown, leg.receiver or words.unknown)
    return f"{leg.number}: {amount} {leg.currency}, {setting.day(leg.at)}, {parties}"
