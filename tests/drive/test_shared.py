"""What several sources share, by real keys: looked at, narrowed to a kind, printed, followed to a source."""

import subprocess
from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.ids import CaseObjectId
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibits

SHARED = "Shared by several sources"


def test_a_clerk_sees_what_is_shared_prints_it_and_goes_to_a_source(clerk: Clerk, tmp_path: Path):
    vault, target = tmp_path / "office.thbvault", tmp_path / "shared.pdf"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        exhibits.register_exhibit(session, exhibit(small, note="Called +32 476 12 34 56"), act())
        for number, kind, label in (
            ("PH-1", CaseObjectKind.PHONE, "0476/12.34.56"),
            ("M-1", CaseObjectKind.EMAIL, "ana.k@example.com"),
            ("M-2", CaseObjectKind.EMAIL, "Ana.K@example.com"),
        ):
            entry = CaseObject(
                id=CaseObjectId(""), case_id=small.case.id, kind=kind, number=number, label=label
            )
            cases.add_object(session, entry)

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Details")
    clerk.presses("Links")
    clerk.sees_dialog("Links")
    clerk.screen.keys("alt+h")
    clerk.sees_dialog(SHARED)
    clerk.waits_for_button("Go to the source")
    clerk.screen.picture("shared")
    clerk.presses("Print")
    clerk.chooses_files("Where the sheet is written", str(target))
    clerk.screen.until(target.is_file, "nothing is printed")
    clerk.reads("shared.pdf")
    clerk.fills({"Kind": "E-mail address"})
    clerk.waits_for_button("Go to the source")
    clerk.presses("Go to the source")
    clerk.waits_for_choice("Objects", "list item")
    clerk.leaves()

    printed = subprocess.run(["pdftotext", target, "-"], check=True, capture_output=True, text=True).stdout
    assert "+32 476 12 34 56" in printed
    assert "PH-1" in printed
    assert clerk.screen.errors() == ""
