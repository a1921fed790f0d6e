"""A file of an exhibit by real keys: looked into, its pages turned, and then taken out for a reason."""

import hashlib
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.documents import pdf_of
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.bundling import taking_out
from thb_desktop.services.evidence import custody, exhibit_files, exhibits

SAID = {
    "Reason": "Examination ordered on 2 June",
    "Who receives it": "Institute of Forensics",
    "The recipient is": "Expert",
    "State of the recipient": "RO",
    "Why it goes out unsearched": "The clerk read it",
}


def test_a_clerk_looks_into_a_file_turns_its_pages_and_takes_it_out(clerk: Clerk, tmp_path: Path):
    vault, source, target = tmp_path / "office.thbvault", tmp_path / "two.pdf", tmp_path / "out.pdf"
    source.write_bytes(pdf_of([["first"], ["second"]]))
    session = new_session(vault)
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    exhibit_files.add_file(session, kept.id, source=source, name="two.pdf", media_type="application/pdf")
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Look inside")
    clerk.screen.keys("F4")
    clerk.sees("Page 1 of")
    clerk.reads("According to the file")
    clerk.screen.keys("ctrl+Next")
    clerk.sees("Page 2 of")
    clerk.screen.picture("page")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Look inside two.pdf")

    clerk.reaches("Take two.pdf out")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Take this file out?")
    clerk.fills({**SAID, "New file": str(target)})
    clerk.presses("Take out")
    clerk.reads("A single file does not go to another State")
    assert not target.exists()
    clerk.fills({"State of the recipient": "BE"})
    clerk.presses("Take out")
    clerk.sees_dialog("The file is out")
    clerk.reads("Institute of Forensics")
    clerk.screen.picture("receipt")
    clerk.takes("The file is out")
    clerk.leaves()

    assert target.read_bytes() == source.read_bytes()
    session = reopen(vault)
    (taken,) = taking_out.list_taken_out(session, kept.id)
    assert (taken.sha256, taken.reason) == (hashlib.sha256(source.read_bytes()).hexdigest(), SAID["Reason"])
    assert custody.list_events(session, kept.id)[-1].action is CustodyAction.EXPORTED
    session.close()
