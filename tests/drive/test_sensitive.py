"""What is delicate in an exhibit by real keys: ticked, corrected, and in no bundle."""

import subprocess
from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.exported import exports
from tests.support.offices import registered, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.description_codes import ContentSensitivity
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import exhibits

CORRECT, WHY = "Correct exhibit E-01", "Why it is corrected"
MEDICAL, NONE, CHILD = "Medical data", "None, as somebody saw", "Identity of a child"


def test_what_is_delicate_is_ticked_corrected_and_in_no_bundle(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    with closing(new_session(vault)) as session:
        kept = registered(session, small_case(session), number="E-01")

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("E-01", "label")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECT)
    clerk.fills({MEDICAL: "yes", NONE: "yes", WHY: "Read by the clerk"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Of the content it is said that nothing is delicate, and also what is.")
    clerk.screen.picture("both")
    clerk.reaches(NONE)
    clerk.screen.keys("space")
    clerk.takes(CORRECT)
    clerk.enters(CORRECT, {CHILD: "yes", WHY: "Page 3 names her daughter"}, by="Correct")
    clerk.screen.picture("card")
    exports(clerk, bundle, lists=("Exhibits",))
    clerk.leaves()

    with closing(reopen(vault)) as session:
        found = exhibits.get_exhibit(session, kept.id).exhibit
        told = corrections.list_corrections(session, kept.id)
    text = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    assert found.sensitivity == (ContentSensitivity.MEDICAL, ContentSensitivity.MINOR_IDENTITY)
    assert [each.reason for each in told] == ["Read by the clerk", "Page 3 names her daughter"]
    assert "E-01" in text
    assert "medical" not in text.lower()
    assert "child" not in text.lower()
    assert clerk.screen.errors() == ""
