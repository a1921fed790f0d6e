"""A bundle despite a rule that warns, by real keys: refused without a reason, then kept and told with it."""

import subprocess
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.exported import SPECIAL, verified
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.vault.tables import registry

KEPT = "How long it is expected to be kept there"
ASKED, REASON = "Why before the data are reviewed", "The review is on the agenda of Friday"


def test_data_whose_review_is_overdue_leave_with_a_reason_alone(clerk: Clerk, tmp_path: Path):
    """V-P-03."""
    vault, target = tmp_path / "vault", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=True)
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        corrections.correct(
            session, replace(case, review_on=date(2026, 3, 1)), "As the rules of the office say"
        )
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Export", "ctrl+5")
    clerk.fills({"Purpose": "EIO", "Recipient": "Tribunal de Lille"})
    clerk.fills({"State of the recipient": "BE", "The recipient is": "Authority", SPECIAL: "No"})
    clerk.fills({KEPT: "Ten years after the judgment"})
    clerk.reaches("All or none: Interviews")
    clerk.screen.keys("space")
    clerk.fills({"Reason for acting alone": "alone in the office"})

    clerk.presses("Prepare the pages")
    clerk.reads("The bundle does not leave without a reason.")
    clerk.waits_for_focus(ASKED)
    clerk.fills({ASKED: REASON})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(target)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified. Everything is valid.")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (made,) = registry.BUNDLE.all(session.read)
    assert made.warned == (("retention-overdue", REASON),)
    assert made.retention == "Ten years after the judgment"
    text = subprocess.run(
        ["pdftotext", "-raw", str(target), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert REASON in " ".join(text.split())
    assert "Ten years after the judgment" in " ".join(text.split())
    told = verified(target, vault)
    assert told.returncode == 0, told.stdout + told.stderr
    assert f"The sender's reason: {REASON}" in told.stdout
