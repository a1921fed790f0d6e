"""Transactions on the pages: those of a short case whole, of a long one the first of each statement with sums
by month. The attached data have all of them.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_fields import TRANSACTION
from thb_desktop.domain.ids import StatementId
from thb_desktop.domain.money_sources import check_sources
from thb_desktop.domain.money_sums import MONTH, YEAR, AccountSums, sums_by_period
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.report.attachments import CASE
from thb_desktop.report.parts.amounts import said_span
from thb_desktop.report.parts.described import draw_entries
from thb_desktop.report.parts.setting import Setting
from thb_desktop.words import sentence

MOST_ROWS, MOST_IN_ALL = 500, 2_000
"""Rows of one statement that are printed, and of all together where there are more."""
MOST_SUMS = 600
"""Lines of sums by month; where there are more, they are by year."""
_MOST_NAMED = 20
"""Statements of which each is told how many of its rows are printed."""
_Cut = dict[StatementId | None, tuple[int, int]]


def draw_transactions(setting: Setting) -> None:
    """Draw what is printed, say what is not, and draw sums by month where something is not."""
    finance = setting.content.finance
    corrected = {each.subject_id for each in setting.content.frame.corrections}
    printed, cut = printed_rows(finance.transactions, corrected)
    draw_entries(setting, setting.words.finance.transactions, TRANSACTION, printed)
    if without := [sentence(each, setting.words.language) for each in check_sources(finance.transactions)]:
        setting.flow.bullets(without)
    if cut:
        setting.flow.bullets(_told(setting, cut))
        _draw_periods(setting)


def printed_rows(
    rows: Sequence[Transaction], corrected: Collection[str], most: int = MOST_ROWS, in_all: int = MOST_IN_ALL
) -> tuple[list[Transaction], _Cut]:
    """Return the transactions that are printed, and how many of how many are of each statement that is not
    printed whole (None: of those without a statement).

    Of each statement these are the first rows, and those that were corrected. Where there are more than
    `in_all`, each statement has an equal share.
    """
    totals = Counter(each.statement_id for each in rows)
    share = most if len(rows) <= in_all else min(most, max(in_all // len(totals), 1))
    seen, shown, printed = Counter[StatementId | None](), Counter[StatementId | None](), list[Transaction]()
    for each in rows:
        own = each.statement_id
        seen[own] += 1
        is_whole = own is None and len(rows) <= in_all
        if is_whole or seen[own] <= share or each.id in corrected:
            printed.append(each)
            shown[own] += 1
    return printed, {key: (shown[key], total) for key, total in totals.items() if shown[key] < total}


def _told(setting: Setting, cut: _Cut) -> list[str]:
    words = setting.words.finance
    named = {each.id: each.number for each in setting.content.finance.statements if each.id in cut}
    told = [
        words.rows_cut.format(number=number, shown=cut[key][0], total=cut[key][1], file=CASE)
        for key, number in named.items()
    ]
    if len(named) > _MOST_NAMED:
        shown, total = (sum(cut[key][place] for key in named) for place in (0, 1))
        told = [words.rows_cut_many.format(count=len(named), shown=shown, total=total, file=CASE)]
    if None in cut:
        told.append(words.rows_cut_others.format(shown=cut[None][0], total=cut[None][1], file=CASE))
    return told


def _draw_periods(setting: Setting) -> None:
    words, transactions = setting.words.finance, setting.content.finance.transactions
    title, sums = words.by_month, sums_by_period(transactions, MONTH)
    if len(sums) > MOST_SUMS:
        title, sums = words.by_year, sums_by_period(transactions, YEAR)
    setting.flow.heading(title, 3)
    setting.flow.note(words.sums_note)
    periods = [
        (words.account, [setting.names.get(each.account_id, words.unknown) for _, each in sums]),
        (words.period, [setting.day(PartialDate(each)) if each else words.no_period for each, _ in sums]),
    ]
    draw_sums(setting, [each for _, each in sums], before=periods)


def draw_sums(
    setting: Setting, sums: Sequence[AccountSums], *, before: Sequence[tuple[str, list[str]]] = ()
) -> None:
    """Draw a table of sums. before: its first columns, if not the account alone."""
    words = setting.words.finance
    accounts = [setting.names.get(each.account_id, words.unknown) for each in sums]
    setting.rows(
        [
            *(before or [(words.account, accounts)]),
            (words.currency, [each.currency for each in sums]),
            (words.received, [said_span(setting, each.received) for each in sums]),
            (words.count_in, [str(each.count_in) for each in sums]),
            (words.unknown_in, [str(each.unknown_in) for each in sums]),
            (words.paid, [said_span(setting, each.paid) for each in sums]),
            (words.count_out, [str(each.count_out) for each in sums]),
            (words.unknown_out, [str(each.unknown_out) for each in sums]),
        ],
        at_end=(
            *(words.received, words.paid, words.count_in, words.count_out),
            *(words.unknown_in, words.unknown_out),
        ),
    )
