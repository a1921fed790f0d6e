"""A table of a bank by real keys: what is not chosen is asked for where it is lacking, and no row is lost."""

from pathlib import Path

from tests.drive.test_money import asks_to_take_over, keeps_file
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.money import finance

TABLE = "Datum;Bedrag;Tekst\n04/01/2026;91,12;huur\n31/02/2026;10,00;storting\n05/01/2026;-3,10;kosten\n"


def looks(clerk: Clerk, told: str, field: str) -> None:
    """Look at the file before everything is chosen: the sentence stands where something is lacking."""
    clerk.screen.keys("alt+l")
    clerk.reads(told)
    clerk.waits_for_focus(field)


def test_what_a_table_lacks_is_asked_for_at_its_field_and_a_row_that_cannot_be_read_is_named(
    clerk: Clerk, tmp_path: Path
):
    vault, file = tmp_path / "office.thbvault", tmp_path / "january.csv"
    file.write_text(TABLE)
    small = keeps_file(vault, file, "text/csv")

    clerk.opens(vault, PASSPHRASE)
    asks_to_take_over(clerk, file.name)
    clerk.fills({"Format": "Table"})
    clerk.screen.keys("alt+r")
    clerk.reads("Choose by which sign the columns are divided.")
    clerk.fills({"Columns are divided by": "semicolon", "Row of the titles": "first"})
    clerk.screen.keys("alt+r")
    clerk.reads("Write the number of the row in which the titles stand.")
    clerk.fills({"Row of the titles": "1"})
    clerk.screen.keys("alt+r")
    looks(clerk, "Choose in which order the date is written.", "Order of the date")
    clerk.fills({"Order of the date": "day", "Sign before the decimals": "comma"})
    looks(clerk, "Choose the column of the date.", "Column of the date")
    clerk.fills({"Column of the date": "Datum"})
    looks(clerk, "Choose the column of the amount, or one each", "Column of the amount with its sign")
    clerk.fills({"Column of the amount with its sign": "Bedrag", "Column of the text": "Tekst"})
    looks(clerk, "Write the currency of all rows, or choose its column.", "Currency of all rows")
    clerk.screen.picture("lacking")
    clerk.fills({"Currency of all rows": "EUR"})
    clerk.screen.keys("alt+l")
    clerk.reads("2 rows.")
    clerk.fills({"Account": "BK-1", "Number in the case": "ST-1"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("1 row could not be read, and is named with it.")
    clerk.screen.picture("entered")
    clerk.escapes()
    clerk.leaves()

    session = reopen(vault)
    (statement,) = finance.list_money(session, small.case.id, "bank_statement")
    rows = [(each.amount, each.currency) for each in finance.list_transactions(session, small.case.id)]
    session.close()
    assert sorted(rows) == [("3.10", "EUR"), ("91.12", "EUR")]
    assert "31/02/2026;10,00;storting" in str(statement.unread)
    assert clerk.screen.errors() == ""
