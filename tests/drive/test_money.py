"""Money by real keys: a point of the chronology, balances, a flow and a figure of pay, to its place."""

from contextlib import closing
from pathlib import Path

from tests.services.bundling.test_printed_contents import words_of
from tests.support import money
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import Small, act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.finance_codes import BookingStatus, DayKind, PayFigureKind
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.money import finance

STATEMENT = "Correct a statement of account: ST-1"


def keeps_file(vault: Path, file: Path, media_type: str) -> Small:
    """A case with an account, and with an exhibit that has this file."""
    with closing(new_session(vault)) as session:
        small = small_case(session)
        finance.add_account(session, money.account(small.case.id))
        kept = exhibits.register_exhibit(session, exhibit(small), act())
        new = exhibit_files.NewFile(source=file, name=file.name, media_type=media_type)
        exhibit_files.add_files(session, kept.id, [new])
        return small


def asks_to_take_over(clerk: Clerk, name: str) -> None:
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches(f"Take over bank statement from {name}")
    clerk.screen.keys("Return")
    clerk.sees_dialog(f"Take over a statement from {name}")


def begin(vault: Path) -> None:
    """A case with a statement whose closing balance was typed wrongly, and with two figures of pay."""
    session = new_session(vault)
    small = small_case(session)
    account = finance.add_account(session, money.account(small.case.id))
    statement = finance.add_statement(session, money.statement(small.case.id, account.id, closing="101.50"))
    finance.add_transaction(
        session,
        money.transaction(
            small.case.id, to_account_id=account.id, statement_id=statement.id, counterparty="Immo Rijn"
        ),
    )
    hours = {"kind": PayFigureKind.HOURS_WORKED, "amount": "262", "currency": "", "source": "Roster, row 3"}
    for changes in ({}, hours):
        finance.add_pay_figure(session, money.pay_figure(small.case.id, small.person.id, **changes))
    session.close()


def balances_are_mended(clerk: Clerk) -> None:
    clerk.opens_section("Statements")
    clerk.presses("Check the balances")
    clerk.reads("9.00")
    clerk.presses("Correct")
    clerk.sees_dialog(STATEMENT)
    clerk.fills({"Closing balance": "110.50", "Why it is corrected": "Misread"})
    clerk.takes(STATEMENT)
    clerk.presses("Check the balances")
    clerk.reads("The balances agree with the rows.")


def the_flow_leads_to_its_entry(clerk: Clerk) -> None:
    clerk.opens_section("Transactions")
    clerk.presses("Money flow")
    clerk.sees_dialog("Money flow")
    clerk.waits_for_button("Go to the entry")
    clerk.reaches("Drawing of the money flow; the list below says the same")
    clerk.screen.keys("Down", "Return")
    clerk.waits_for_choice("Transactions", "list item")


def a_cell_leads_to_its_figure(clerk: Clerk) -> None:
    clerk.opens_section("Pay")
    clerk.presses("Pay table")
    clerk.sees_dialog("Pay: calculation")
    clerk.waits_for_button("Go to the figure")
    clerk.presses("Go to the figure")
    clerk.waits_for_choice("Pay", "list item")


def a_point_leads_to_its_place(clerk: Clerk) -> None:
    clerk.presses("Chronology")
    clerk.sees_dialog("Chronology")
    clerk.reads("1 point")
    clerk.reaches("Drawing of the chronology; the list below says the same")
    clerk.screen.keys("plus", "Home", "Down", *["plus"] * 8)
    clerk.waits_for_button("Go to the source")
    clerk.screen.keys("Return")
    clerk.waits_for_choice("Transactions", "list item")


def test_what_is_drawn_and_computed_leads_to_where_it_stands(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)

    a_point_leads_to_its_place(clerk)
    balances_are_mended(clerk)
    the_flow_leads_to_its_entry(clerk)
    a_cell_leads_to_its_figure(clerk)
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    (statement,) = finance.list_money(session, case.id, "bank_statement")
    findings = finance.check_statement_of(session, statement.id)
    session.close()
    assert (statement.closing, findings) == ("110.50", ())
    assert clerk.screen.errors() == ""


MT940 = (
    ":20:1\n:25:10020030/1234567\n:28C:5/1\n:60F:C260101EUR1,\n:61:260102C9,NTRFR-1\n:62F:C260102EUR10,\n-\n"
)


def test_a_statement_of_another_number_is_entered_when_the_clerk_says_why_it_is_the_same_and_it_is_kept(
    clerk: Clerk, tmp_path: Path
):
    vault, file, other = (
        tmp_path / "office.thbvault",
        tmp_path / "january.sta",
        "Choose the account of the file",
    )
    file.write_text(MT940)
    keeps_file(vault, file, "text/plain")

    clerk.opens(vault, PASSPHRASE)
    asks_to_take_over(clerk, file.name)
    clerk.fills({"Format": "MT940"})
    clerk.screen.keys("alt+l")
    clerk.reads("The balances agree with the rows.")
    clerk.reads("Counted without a stated status: 1 transaction.")
    clerk.fills({"Account": "BK-1", "Number in the case": "ST-1"})
    clerk.reads("The file names the account 10020030/1234567")
    clerk.screen.keys("ctrl+Return")
    clerk.reads(other)
    clerk.fills({"It is the same account, written in another way": ""})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Write why it is the same account.")
    clerk.fills({"Why it is the same": "Letter of the bank"})
    clerk.screen.picture("same")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("ST-1 was entered with its rows.")
    clerk.escapes()
    clerk.goes_to("Cases", "ctrl+1")
    clerk.opens_section("Accounts")
    clerk.waits_for_button("History")
    clerk.screen.picture("accounts")
    clerk.presses("History")
    clerk.reads("Letter of the bank")
    clerk.screen.picture("history")
    clerk.escapes()
    clerk.leaves()

    session = reopen(vault)
    (row,) = finance.list_transactions(session, cases.list_cases(session)[0].case.id)
    session.close()
    assert (row.amount, row.currency) == ("9", "EUR")
    assert clerk.screen.errors() == ""


NEW_ACCOUNT, QUESTION = "Add an account or a wallet", "Is this right?"
WRITTEN = "BE68 5390 0754 7035"


def answers(clerk: Clerk, key: str) -> None:
    clerk.sees_dialog(QUESTION)
    clerk.reads("Compare it with its source, sign by sign.")
    clerk.screen.keys(key)
    clerk.screen.until(lambda: not clerk.reader.find(QUESTION, "dialog"), "the question stays")


def test_a_number_whose_check_digits_are_wrong_is_asked_about_and_saved_as_it_stands_in_its_source(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Accounts")
    clerk.presses("Add")
    clerk.sees_dialog(NEW_ACCOUNT)
    clerk.fills({"Number in the file": "BK-1", "Kind": "Bank account", "Account or address": WRITTEN})
    clerk.fills(
        {"Bank or company that keeps it": "Banque du Quai", "BIC": "GEBABEBB", "Opened on": "2024-03"}
    )
    clerk.screen.keys("ctrl+Return")
    answers(clerk, "Return")
    clerk.sees(NEW_ACCOUNT, "dialog")
    clerk.screen.keys("ctrl+Return")
    answers(clerk, "alt+s")
    clerk.screen.until(lambda: not clerk.reader.find(NEW_ACCOUNT, "dialog"), "the form does not close")
    clerk.leaves()

    session = reopen(vault)
    (kept,) = finance.list_accounts(session, small.case.id)
    session.close()
    assert (kept.identifier, kept.checksum) == (WRITTEN, "INVALID")
    assert (kept.servicer, kept.bic, kept.opened_on) == ("Banque du Quai", "GEBABEBB", PartialDate("2024-03"))
    assert clerk.screen.errors() == ""


CAMT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>S-1</Id>
<Acct><Id><IBAN>BE68539007547034</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Ntry><Amt Ccy="EUR">9.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Prtry>GEBUCHT</Prtry></Sts>
<ValDt><Dt>2026-01-07</Dt></ValDt></Ntry></Stmt></BkToCstmrStmt></Document>"""


def takes_over(clerk: Clerk, name: str) -> None:
    asks_to_take_over(clerk, name)
    clerk.fills({"Format": "camt.052, .053"})
    clerk.screen.keys("alt+l")
    clerk.reads("Of 1 transaction the value date alone is known; it stands for the day.")
    clerk.reads("Counted: 1 transaction whose status the bank states in its own words")
    clerk.screen.picture("looked-at")
    clerk.fills({"Account": "BK-1", "Number in the case": "ST-1"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("ST-1 was entered with its rows.")
    clerk.escapes()


def prints_the_flow(clerk: Clerk, target: Path) -> str:
    clerk.presses("Money flow")
    clerk.sees_dialog("Money flow")
    clerk.waits_for_button("Go to the entry")
    clerk.screen.picture("flow")
    clerk.presses("Print")
    clerk.chooses_files("Where the sheet is written", str(target))
    clerk.reads(f"{target.name}")
    clerk.escapes()
    return words_of(target.read_bytes())


def test_a_row_with_a_value_date_alone_is_told_so_until_the_clerk_corrects_it(clerk: Clerk, tmp_path: Path):
    vault, file = tmp_path / "office.thbvault", tmp_path / "january.xml"
    file.write_text(CAMT)
    keeps_file(vault, file, "text/xml")

    clerk.opens(vault, PASSPHRASE)
    takes_over(clerk, file.name)
    clerk.goes_to("Cases", "ctrl+1")
    clerk.opens_section("Transactions")
    clerk.waits_for_button("Correct")
    clerk.screen.picture("transactions")
    before = prints_the_flow(clerk, tmp_path / "before.pdf")
    clerk.presses("Correct")
    form = "Correct a transaction: 9.50 EUR"
    clerk.sees_dialog(form)
    clerk.fills(
        {
            "Which day it is": "Booking date",
            "Status": "Booked",
            "Why it is corrected": "Letter of the bank",
        }
    )
    clerk.screen.picture("form")
    clerk.takes(form)
    after = prints_the_flow(clerk, tmp_path / "after.pdf")
    clerk.leaves()

    session = reopen(vault)
    (row,) = finance.list_transactions(session, cases.list_cases(session)[0].case.id)
    session.close()
    assert (row.at.edtf, row.day_kind) == ("2026-01-07", DayKind.BOOKING)
    assert (row.status, row.status_written) == (BookingStatus.BOOKED, "GEBUCHT")
    for each in ("seule la date de valeur est connue", "GEBUCHT"):
        assert each in before
        assert each not in after
    assert clerk.screen.errors() == ""


def words_are_stated(vault: Path) -> None:
    """A case with three transactions in the words GEBUCHT, and one in other words."""
    with closing(new_session(vault)) as session:
        small = small_case(session)
        account = finance.add_account(session, money.account(small.case.id))
        for written in ("GEBUCHT", "GEBUCHT", "VORGEMERKT", "GEBUCHT"):
            status = BookingStatus.OWN_IN_STATEMENT
            finance.add_transaction(
                session,
                money.transaction(
                    small.case.id, to_account_id=account.id, status=status, status_written=written
                ),
            )


def test_what_the_words_of_a_bank_mean_is_said_once_for_all_transactions_that_have_them(
    clerk: Clerk, tmp_path: Path
):
    vault, form = tmp_path / "office.thbvault", "What the bank's words mean"
    words_are_stated(vault)

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Transactions")
    clerk.waits_for_button("Bank's words")
    clerk.screen.picture("words-section")
    clerk.presses("Bank's words")
    clerk.sees_dialog(form)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please choose the words of the bank.")
    clerk.fills({"Words of the bank": "\u201cGEBUCHT\u201d: 3 transactions"})
    clerk.reads("3 transactions will be corrected.")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please choose what the words mean.")
    clerk.fills({"Status": "Booked"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please write why it is corrected.")
    clerk.fills({"Why it is corrected": "Letter of the bank"})
    clerk.screen.picture("words-dialog")
    clerk.takes(form)
    clerk.reads("3 transactions were corrected.")
    clerk.waits_for_button("Bank's words")
    clerk.presses("Bank's words")
    clerk.sees_dialog(form)
    clerk.fills(
        {
            "Words of the bank": "\u201cVORGEMERKT\u201d: 1 transaction",
            "Status": "Pending",
            "Why it is corrected": "The same letter",
        }
    )
    clerk.takes(form)
    clerk.reads("1 transaction was corrected.")
    clerk.screen.until(lambda: not clerk.reader.find("Bank's words", "push button"), "the button stays")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        rows = finance.list_transactions(session, cases.list_cases(session)[0].case.id)
        histories = [corrections.list_corrections(session, each.id) for each in rows]
    booked, pending = BookingStatus.BOOKED, BookingStatus.PENDING
    assert [each.status for each in rows] == [booked, booked, pending, booked]
    reasons = [each.reason for (each,) in histories]
    assert reasons == ["Letter of the bank", "Letter of the bank", "The same letter", "Letter of the bank"]
    assert [each.status_written for each in rows] == ["GEBUCHT", "GEBUCHT", "VORGEMERKT", "GEBUCHT"]
    assert clerk.screen.errors() == ""
