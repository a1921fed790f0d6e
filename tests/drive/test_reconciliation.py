"""A bank statement on paper against the rows of a file, by real keys."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.support import money
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.finance_codes import StatementFormat
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.case_file import cases
from thb_desktop.services.money import finance

ADD, CORRECT = "Add a statement of account", "Correct a statement of account: ST-3"


def begin(vault: Path) -> None:
    """January and March of one account, as two files stated them."""
    session = new_session(vault)
    small = small_case(session)
    account = finance.add_account(session, money.account(small.case.id))
    january = money.statement(small.case.id, account.id, format=StatementFormat.CSV)
    march = replace(
        january, number="ST-2", period_from=date(2026, 3, 1), period_to=date(2026, 3, 31), opening="80.00",
        closing="80.00",
    )  # fmt: skip
    for each in (january, march):
        taken = finance.add_statement(session, each)
        if each is january:
            row = money.transaction(
                small.case.id, to_account_id=account.id, statement_id=taken.id, source="row 2"
            )
            finance.add_transaction(session, row)
            finance.add_transaction(
                session, replace(row, statement_id=None, at=PartialDate("2026-01-11"), source="Receipt 4")
            )
    session.close()


def test_a_statement_on_paper_is_compared_with_the_rows_of_a_file_and_with_the_next(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Statements")
    clerk.enters(
        ADD,
        {
            "Number in the file": "ST-3",
            "Account": "BK-1",
            "Format": "Paper",
            "Currency": "EUR",
            "Period from": "2026-01-01",
            "Period to": "2026-01-31",
            "Opening balance": "100.00",
            "Closing balance": "101.50",
        },
    )
    clerk.reads("Statements \u20663")

    clerk.presses("Check the balances")
    clerk.reads("the difference is -9.00 EUR")
    clerk.reads("ST-3 and ST-1 are of the same days and state different closing balances: 101.50 and 110.50")
    clerk.screen.picture("paper")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECT)
    clerk.fills({"Closing balance": "110.50", "Why it is corrected": "Misread"})
    clerk.takes(CORRECT)
    clerk.presses("Check the balances")
    clerk.reads("in ST-1 (number 1, sum 10.50) give 110.50")
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    told = {each.number: each for each in finance.list_money(session, case.id, "bank_statement")}
    found = {number: finance.check_statement_of(session, each.id) for number, each in told.items()}
    session.close()
    assert {number: [each.case for each in those] for number, those in found.items()} == {
        "ST-1": ["statement-rows-apart"],
        "ST-2": ["statements-gap"],
        "ST-3": ["statement-agrees-with-statements"],
    }
    assert clerk.screen.errors() == ""
