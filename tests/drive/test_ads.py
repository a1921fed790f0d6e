"""Advertisements by real keys: a table is read wrongly, withdrawn, read again, and leads to its source."""

from contextlib import closing
from pathlib import Path

from tests.support import offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import ads
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

ROWS = "Title;Words;Phone\nLuna;Come and see me;+32 470 12 34 56\nMia;I am new here;0470 12 34 56\n"
READ, ADS = "Read advertisements from ads.csv", "Advertisements"


def begin(vault: Path, place: Path) -> None:
    """An exhibit with a table of advertisements."""
    (place / "ads.csv").write_text(ROWS, "utf-8")
    with closing(new_session(vault)) as session:
        kept = offices.registered(
            session, offices.small_case(session), number="E-01", kind=v.ExhibitKind.DIGITAL_DEVICE
        )
        new = NewFile(source=place / "ads.csv", name="ads.csv", media_type="text/csv")
        add_files(session, kept.id, [new])


def reads(clerk: Clerk, columns: dict[str, str]) -> None:
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches(READ)
    clerk.screen.keys("space")
    clerk.sees_dialog(READ)
    clerk.fills({"Advertisements are": "Rows of a table", "Columns are divided by": "semicolon"})
    clerk.presses("Read the titles")
    clerk.waits_for_focus("Column of the text")
    clerk.fills(columns)
    clerk.presses("Look at the file")
    clerk.reads("2 advertisements.")
    clerk.presses("Enter them")
    clerk.reads("2 advertisements were entered.")
    clerk.screen.keys("Escape")
    clerk.screen.until(lambda: not clerk.reader.find(READ, "dialog"), "the dialog does not close")


def withdraws(clerk: Clerk) -> None:
    clerk.goes_to("Cases", "ctrl+1")
    clerk.presses("Advertisements")
    clerk.sees_dialog(ADS)
    clerk.screen.keys("alt+f")
    clerk.fills({"Why it is withdrawn": "The title was read as the text"})
    clerk.presses("Withdraw the reading")
    clerk.reads("The reading is withdrawn.")
    clerk.screen.keys("Escape")
    clerk.screen.until(lambda: not clerk.reader.find(ADS, "dialog"), "the dialog does not close")


def test_a_table_is_read_again_after_a_mistake_and_the_same_number_leads_to_its_source(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    begin(vault, clerk.screen.home)
    clerk.opens(vault, PASSPHRASE)

    reads(clerk, {"Column of the text": "Title"})
    withdraws(clerk)
    reads(clerk, {"Column of the text": "Words", "Column of the telephone numbers": "Phone"})
    clerk.goes_to("Cases", "ctrl+1")
    clerk.presses("Advertisements")
    clerk.sees_dialog(ADS)
    clerk.reads("+32 470 12 34 56")
    clerk.waits_for_button("Go to the source")
    clerk.screen.picture("shared")
    clerk.presses("Go to the source")
    clerk.waits_for_choice("Exhibits", "check box")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        found = ads.page_of_ads(session, case.id).rows
        reasons = [each.withdrawn_because for each in ads.list_readings(session, case.id)]
    assert [(each.text, each.phones) for each in found] == [
        ("Come and see me", "+32 470 12 34 56"),
        ("I am new here", "0470 12 34 56"),
    ]
    assert reasons == ["The title was read as the text", ""]
    assert clerk.screen.errors() == ""
