"""Links by real keys: a user name is entered as an object, corrected, and leads to where it is written."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.services.case_file import cases

OBJECT, CORRECTING, LINKS = "Add an object", "Correct an object: H-1  ana_k", "Links"


def test_a_user_name_is_entered_corrected_and_leads_to_where_it_is_written(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small_case(session)
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Objects")
    clerk.enters(OBJECT, {"Number": "M-1", "Kind": "E-mail address", "Description": "ana.k@example.com"})
    clerk.enters(OBJECT, {"Number": "A-1", "Kind": "Address", "Description": "Booked as t.me/Anna_K"})
    clerk.enters(OBJECT, {"Number": "H-1", "Kind": "User name on a platform", "Description": "ana_k"})
    clerk.waits_for_choice("Objects", "list item")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"Description": "anna_k", "Why it is corrected": "Read again in the capture"})
    clerk.screen.picture("correcting")
    clerk.takes(CORRECTING)
    clerk.opens_section("Details")
    clerk.presses("Links")
    clerk.sees_dialog(LINKS)
    clerk.reaches("Begin with a number or a name")
    clerk.screen.types("@Anna_K")
    clerk.screen.keys("Return")
    clerk.waits_for_button("Go to the source")
    clerk.screen.picture("links")
    clerk.presses("Go to the source")
    clerk.waits_for_choice("Objects", "list item")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        found = {each.number: each for each in cases.page_of_objects(session, case.id, count=9).rows}
    assert found["H-1"].label == "anna_k"
    assert (found["H-1"].kind, found["M-1"].kind) == (CaseObjectKind.HANDLE, CaseObjectKind.EMAIL)
    assert clerk.screen.errors() == ""
