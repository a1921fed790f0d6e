"""Accounts, wallets, transactions and the objects the file speaks of, as written there."""

from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE


def draw_finance(setting: Setting) -> None:
    """Draw the part from a new page on."""
    content, words, flow = setting.content, setting.words.finance, setting.flow
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        if not (content.finance.accounts or content.finance.transactions or content.finance.objects):
            flow.text(words.nothing)
        else:
            flow.text(words.intro, NOTE)
        _draw_accounts(setting)
        _draw_transactions(setting)
        _draw_objects(setting)
    flow.break_page()


def _draw_accounts(setting: Setting) -> None:
    words, common, label = setting.words.finance, setting.words.common, setting.words.label
    if not setting.content.finance.accounts:
        return
    setting.flow.heading(words.accounts, 2)
    setting.rows(
        (common.number, words.identifier, words.holder, words.checksum, words.statement),
        (15, 58, 24, 24, 20),
        [
            (
                each.number,
                "\n".join(
                    (
                        each.identifier,
                        ", ".join(part for part in (label(each.kind), each.network, each.currency) if part),
                    )
                ),
                each.holder,
                label(each.checksum),
                setting.numbers.get(each.statement_id, "") if each.statement_id else "",
            )
            for each in setting.content.finance.accounts
        ],
    )


def _draw_transactions(setting: Setting) -> None:
    words = setting.words.finance
    if not setting.content.finance.transactions:
        return
    numbers = {each.id: each.number for each in setting.content.finance.accounts}
    setting.flow.heading(words.transactions, 2)
    setting.rows(
        (words.at, words.from_account, words.to_account, words.amount, words.text),
        (28, 22, 28, 22, 58),
        [
            (
                each.at.edtf,
                numbers.get(each.from_account_id, "") if each.from_account_id else each.counterparty,
                numbers.get(each.to_account_id, "") if each.to_account_id else each.counterparty,
                f"{each.amount} {each.currency}",
                "\n".join(part for part in (each.reference, each.text) if part),
            )
            for each in setting.content.finance.transactions
        ],
    )


def _draw_objects(setting: Setting) -> None:
    words, common = setting.words.finance, setting.words.common
    if not setting.content.finance.objects:
        return
    setting.flow.heading(words.objects, 2)
    setting.rows(
        (common.number, common.kind, common.title, words.details),
        (13, 25, 45, 70),
        [
            (
                each.number,
                setting.words.label(each.kind),
                each.label,
                "\n".join(f"{name}: {value}" for name, value in each.details),
            )
            for each in setting.content.finance.objects
        ],
    )
