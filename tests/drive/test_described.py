"""A thing of an exhibit by real keys: described in fields, corrected for a reason, and its history read."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import descriptions, exhibits

THING = {"Thing described": "Telephone", "Make": "Samsung", "Serial number": "R5CW31A"}


def test_a_clerk_describes_a_thing_of_an_exhibit_and_corrects_its_number(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    session.close()
    described = f"Description of exhibit {kept.number}"

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Description")
    clerk.screen.keys("alt+d")
    clerk.sees_dialog(described)
    clerk.screen.keys("alt+t")
    clerk.sees_dialog(f"Describe a thing of exhibit {kept.number}")
    clerk.fills(THING)
    clerk.takes(f"Describe a thing of exhibit {kept.number}")
    clerk.screen.keys("alt+r")
    clerk.sees("Why it is corrected", "text")
    clerk.fills({"Serial number": "R5CW31B"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please write why it is corrected.")
    clerk.fills({"Why it is corrected": "Misread: the last letter is a B"})
    clerk.screen.keys("ctrl+Return")
    clerk.screen.until(lambda: not clerk.reader.find("Why it is corrected", "text"), "it does not close")
    clerk.screen.picture("described")
    clerk.escapes()
    clerk.reads("Telephone")
    clerk.leaves()

    session = reopen(vault)
    (found,), captures = descriptions.list_described(session, kept.id)
    told = corrections.list_corrections(session, found.id)
    session.close()
    assert (found.item, found.make, found.serial) == ("Telephone", "Samsung", "R5CW31B")
    assert captures == ()
    assert [each.reason for each in told] == ["Misread: the last letter is a B"]
