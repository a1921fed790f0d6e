"""Accounts, wallets, transactions and objects of the file, as written there."""

from thb_desktop.domain.case_fields import CASE_OBJECT
from thb_desktop.domain.finance_fields import ACCOUNT, TRANSACTION
from thb_desktop.report.parts.described import draw_entries
from thb_desktop.report.parts.setting import Setting
from thb_desktop.report.style import NOTE


def draw_finance(setting: Setting) -> None:
    """Draw the part from a new page on."""
    finance, words, flow = setting.content.finance, setting.words.finance, setting.flow
    checksums = [setting.words.label(each.checksum) for each in finance.accounts]
    with flow.section("Part", title=words.title):
        flow.heading(words.title, 1)
        is_empty = not (finance.accounts or finance.transactions or finance.objects)
        flow.text(words.nothing if is_empty else words.intro, NOTE)
        draw_entries(
            setting, words.accounts, ACCOUNT, finance.accounts, further=[(words.checksum, checksums)]
        )
        draw_entries(setting, words.transactions, TRANSACTION, finance.transactions)
        draw_entries(setting, words.objects, CASE_OBJECT, finance.objects)
    flow.break_page()
