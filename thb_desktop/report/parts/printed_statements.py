"""Statements of account under the sheet of their exhibit: what each says of itself, and its entries."""

from collections.abc import Sequence
from datetime import date

from thb_desktop.domain.finance_codes import BookingStatus
from thb_desktop.domain.finance_fields import ACCOUNT, STATEMENT, TRANSACTION
from thb_desktop.domain.printed_content import PrintedEntry, PrintedStatement
from thb_desktop.report.parts.described import name_of
from thb_desktop.report.parts.setting import Setting


def draw_statements(setting: Setting, statements: Sequence[PrintedStatement]) -> None:
    for number, each in enumerate(statements, 1):
        title = setting.words.printed.statement_of.format(name=each.reference or each.account or number)
        setting.flow.heading(title, 3, mark=False)
        told = (setting.named(name, value) for name, value in _facts(setting, each) if value)
        setting.flow.note(setting.apart(told))
        _draw_entries(setting, each, title)


def _facts(setting: Setting, told: PrintedStatement) -> list[tuple[str, str]]:
    amount = setting.words.amount
    return [
        (name_of(setting, ACCOUNT, "identifier"), told.account),
        (name_of(setting, STATEMENT, "currency"), told.currency),
        (name_of(setting, STATEMENT, "period_from"), _day(setting, told.period_from)),
        (name_of(setting, STATEMENT, "period_to"), _day(setting, told.period_to)),
        (name_of(setting, STATEMENT, "opening"), amount(told.opening)),
        (name_of(setting, STATEMENT, "closing"), amount(told.closing)),
    ]


def _draw_entries(setting: Setting, told: PrintedStatement, title: str) -> None:
    """Draw the entries; a currency or a reversal only where it is another one than usual, and statuses only
    where not every entry is booked.
    """
    if not told.entries:
        return
    words, entries = setting.words, told.entries
    credits_, debits = words.finance.received, words.finance.paid
    is_debit = [each.amount.startswith("-") for each in entries]
    amounts = [words.amount(each.amount.removeprefix("-")) for each in entries]
    columns = [
        (words.printed.row, [str(number) for number in range(1, len(entries) + 1)]),
        (
            words.printed.booked_on,
            [_day(setting, each.booked_on) or words.printed.entry_unstated for each in entries],
        ),
        (name_of(setting, TRANSACTION, "value_on"), [_day(setting, each.value_on) for each in entries]),
        (credits_, ["" if debit else text for text, debit in zip(amounts, is_debit, strict=True)]),
        (debits, [text if debit else "" for text, debit in zip(amounts, is_debit, strict=True)]),
        (
            name_of(setting, TRANSACTION, "currency"),
            ["" if each.currency == told.currency else each.currency for each in entries],
        ),
        (name_of(setting, TRANSACTION, "counterparty"), [_other(each) for each in entries]),
        (name_of(setting, TRANSACTION, "reference"), [each.reference for each in entries]),
        (name_of(setting, TRANSACTION, "text"), [each.text for each in entries]),
        (name_of(setting, TRANSACTION, "status"), _statuses(setting, entries)),
        (
            name_of(setting, TRANSACTION, "is_reversal"),
            [words.common.yes if each.reversal == "true" else "" for each in entries],
        ),
    ]
    setting.rows(columns, at_end=(credits_, debits), title=title)


def _other(told: PrintedEntry) -> str:
    return "\n".join(filter(None, (told.counterparty, told.account)))


def _statuses(setting: Setting, entries: Sequence[PrintedEntry]) -> list[str]:
    if all(each.status == BookingStatus.BOOKED for each in entries):
        return [""] * len(entries)
    return [_status(setting, each) for each in entries]


def _status(setting: Setting, told: PrintedEntry) -> str:
    words = setting.words.printed
    if told.status:
        return setting.words.label(BookingStatus(told.status))
    return (
        words.status_written.format(name=told.status_written) if told.status_written else words.entry_unstated
    )


def _day(setting: Setting, text: str) -> str:
    return setting.day(date.fromisoformat(text)) if text else ""
