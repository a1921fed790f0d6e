"""A statement of account is taken over from the card of its file: looked at, corrected, and entered once."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support import money
from tests.support.controllers import open_dialog, said_at, settle
from tests.ui.test_exhibits import exhibits_page
from thb_desktop.domain.finance import Transaction
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.services.core.session import Session
from thb_desktop.services.money import finance
from ui.application import AppController
from ui.exhibits.file_card import FileCard
from ui.exhibits.statement import TakeOverDialog
from ui.forms.editors import ChoiceEditor
from ui.labels.same_account import SaidOfAccounts

ROWS = """Datum;Bedrag;Saldo;Tekst
04/01/2026;100,00;100,00;loyer
05/01/2026;-40,00;60,00;carburant
6 januari;x;;onleesbaar
"""


MT940 = (
    ":20:1\n:25:10020030/1234567\n:28C:1/1\n:60F:C260101EUR1,\n:61:260102C9,NTRFR-1\n:62F:C260102EUR10,\n-\n"
)


def in_vault[T](desk: AppController, qtbot: QtBot, work: Callable[[Session], T]) -> T:
    found: list[T] = []
    desk.jobs.run(desk.jobs, work, then=found.append)
    settle(desk, qtbot)
    return found[0]


def asked(
    desk: AppController,
    application: QApplication,
    qtbot: QtBot,
    vault: Path,
    place: Path,
    *,
    told: str = ROWS,
    encoding: str = "utf-8",
) -> TakeOverDialog:
    _, view = exhibits_page(desk, qtbot, vault)
    assert view.model.exhibit is not None
    case_id = view.model.exhibit.exhibit.case_id
    in_vault(desk, qtbot, lambda session: finance.add_account(session, money.account(case_id, number="BK-9")))
    wallet = money.account(case_id, number="W-9", identifier="any", network="solana", currency="USDC")
    in_vault(desk, qtbot, lambda session: finance.add_account(session, wallet))
    source = place / "rows.csv"
    source.write_text(told, encoding)
    with qtbot.waitSignal(view.model.intake_ended, timeout=10_000):
        view.model.add_files([source])
    settle(desk, qtbot)
    view.card.findChildren(FileCard)[-1].statement_button.click()
    [opened] = view.card.window().findChildren(TakeOverDialog)
    at_first = opened.look_button.isEnabled()
    dialog = open_dialog(application, qtbot)
    assert dialog is opened
    settle(desk, qtbot)
    assert not at_first, "it would refuse the asset of a wallet that is not read yet"
    assert opened.look_button.isEnabled()
    return opened


def test_a_statement_of_an_account_of_another_number_is_entered_only_when_somebody_says_why_it_is_the_same(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    dialog = asked(desk, application, qtbot, vault, tmp_path, told=MT940)
    dialog.format.set_value(StatementFormat.MT940.value)
    dialog.look_button.click()
    settle(desk, qtbot)
    dialog.number.setText("ST-9")
    dialog.account.setCurrentIndex(1)
    assert not dialog.which.isVisible(), "the file has one"
    assert dialog.same.isVisible()
    assert not dialog.because.isVisible()
    assert "10020030/1234567" in dialog.other.text()

    dialog.main_button.click()
    settle(desk, qtbot)
    dialog.same.setChecked(True)
    dialog.because.setText("So it is")
    dialog.account.setCurrentIndex(2)
    dialog.account.setCurrentIndex(1)
    assert not dialog.same.isChecked(), "it is asked for each choice"
    dialog.same.setChecked(True)
    assert dialog.because.isVisible()
    assert dialog.stays.isVisible()
    assert "neither corrected nor masked" in dialog.stays.text()
    assert dialog.because.text() == ""
    dialog.main_button.click()
    settle(desk, qtbot)
    refused = not dialog.notice.sentence.text()
    dialog.because.setText("Letter of the bank")
    dialog.main_button.click()
    settle(desk, qtbot)

    assert refused
    assert "ST-9" in dialog.notice.sentence.text()
    assert dialog.table.hint == "Nothing was looked at yet."
    assert not dialog.same.isVisible()
    assert not dialog.because.isVisible()
    assert not dialog.stays.isVisible()
    case_id = dialog._model.case_id
    (entered,) = in_vault(desk, qtbot, lambda session: finance.list_money(session, case_id, "bank_statement"))
    assert entered.same_because == "Letter of the bank"
    told = SaidOfAccounts()
    accounts = list(dialog._accounts.values())
    told.take([entered], accounts)
    as_said = told.names(entered.account_id), told.of(entered.id, {}, {})
    told.take([entered], [replace(each, identifier="BE71096123456769") for each in accounts])
    changed = told.names(entered.account_id), told.of(entered.id, {}, {})
    assert entered.account_then in as_said[1]
    assert ["(?)" in as_said[0], "(?)" in changed[0]] == [False, True]
    assert ["BE71096123456769" in as_said[1], "BE71096123456769" in changed[1]] == [False, True]


def test_after_one_statement_of_a_file_was_entered_the_next_one_is_shown(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    both = MT940.replace("10020030/1234567", "BE68539007547034")
    both += both.replace(":20:1", ":20:2").replace(":28C:1/1", ":28C:2/1")
    dialog = asked(desk, application, qtbot, vault, tmp_path, told=both)
    dialog.format.set_value(StatementFormat.MT940.value)
    dialog.look_button.click()
    settle(desk, qtbot)
    own = next(key for key, each in dialog._accounts.items() if each.number == "BK-9")
    dialog.number.setText("ST-9")
    dialog.account.set_value(own)
    dialog.main_button.click()
    settle(desk, qtbot)

    assert "ST-9" in dialog.notice.sentence.text()
    assert dialog.which.value() == 2
    assert dialog.which.isVisible()
    assert dialog.rows.rowCount() == 1
    assert (dialog.number.text(), dialog.account.value()) == ("", None)
    dialog.number.setText("ST-10")
    dialog.account.set_value(own)
    dialog.main_button.click()
    settle(desk, qtbot)
    assert "ST-10" in dialog.notice.sentence.text()
    assert dialog.rows.rowCount() == 0


def choose(dialog: TakeOverDialog, **told: str) -> None:
    for name, value in told.items():
        field = dialog.columns.fields[name]
        if isinstance(field, ChoiceEditor):
            field.set_value(value)
        else:
            field.setText(value)


def test_a_table_in_the_characters_of_its_country_is_read_once_they_are_chosen(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    told = "Dată;Sumă;Explicație\n04.01.2026;100,00;chirie Brăila\n".replace("ț", "ţ")
    dialog = asked(desk, application, qtbot, vault, tmp_path, told=told, encoding="windows-1250")
    dialog.format.set_value(StatementFormat.CSV.value)
    dialog.columns.delimiter.set_value(";")
    dialog.columns.titles_button.click()
    settle(desk, qtbot)
    assert "Choose its characters" in dialog.notice.sentence.text()

    dialog.encoding.set_value("windows-1250")
    dialog.columns.titles_button.click()
    settle(desk, qtbot)

    assert dialog.notice.sentence.text() == ""
    choose(dialog, day="Dată", order="DMY", amount="Sumă", decimal=",", text="Explicaţie")
    choose(dialog, currency_of_all="RON")
    dialog.look_button.click()
    settle(desk, qtbot)
    assert [each.text for each in dialog.rows.rows] == ["chirie Brăila"]


def test_a_table_is_looked_at_and_entered_after_a_correction(
    application: QApplication, desk: AppController, qtbot: QtBot, vault: Path, tmp_path: Path
):
    dialog = asked(desk, application, qtbot, vault, tmp_path)
    dialog.look_button.click()
    assert "format" in dialog.format.toolTip() or not dialog.main_button.isEnabled()
    dialog.format.set_value(StatementFormat.CSV.value)
    dialog.columns.delimiter.set_value(";")
    dialog.columns.titles_button.click()
    settle(desk, qtbot)
    choose(dialog, day="Datum", order="YMD", amount="Bedrag", decimal=",", balance="Saldo", text="Tekst")
    dialog.look_button.click()
    settle(desk, qtbot)
    assert "currency" in said_at(dialog.columns.fields["currency_of_all"])
    assert dialog.columns.isVisible()
    assert not dialog.main_button.isEnabled()

    choose(dialog, currency_of_all="usdc", order="DMY")
    dialog.look_button.click()
    settle(desk, qtbot)
    assert {each.currency for each in dialog.rows.rows} == {"USDC"}, "the asset of a wallet of the case"

    choose(dialog, currency_of_all="EUR", order="DMY")
    dialog.look_button.click()
    settle(desk, qtbot)
    assert dialog.rows.rowCount() == 2
    assert "4" in dialog.told.text()
    assert not dialog.columns.isVisible(), "the rows have its room"
    dialog.columns_button.click()
    assert dialog.columns.isVisible()
    assert dialog.rows.rowCount() == 2
    dialog.account.setCurrentIndex(1)
    dialog.number.setText("ST-9")
    dialog.main_button.click()
    settle(desk, qtbot)

    assert "ST-9" in dialog.notice.sentence.text()
    assert "1 row could not be read" in dialog.notice.sentence.text()
    assert not dialog.main_button.isEnabled()
    case_id = dialog._model.case_id

    def entered(session: Session) -> tuple[Transaction, ...]:
        return finance.list_transactions(session, case_id)

    rows = [each for each in in_vault(desk, qtbot, entered) if each.statement_id is not None]
    assert [(each.amount, each.text, each.source) for each in rows] == [
        ("100.00", "loyer", "2"),
        ("40.00", "carburant", "3"),
    ]
    dialog.look_button.click()
    settle(desk, qtbot)
    assert "before" in dialog.told.text()
    dialog.account.setCurrentIndex(1)
    dialog.number.setText("ST-10")
    dialog.main_button.click()
    settle(desk, qtbot)
    assert "taken over" in dialog.notice.sentence.text()
