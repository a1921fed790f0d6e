"""The level of signatures by real keys: kept with a judgement as others state it, and read again."""

import subprocess
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

from tests.drive.test_supplement import SIGNATURES
from tests.drive.test_whole_case import open_part, show_formalities
from tests.support import foreign
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import office_with_record
from tests.support.exported import exports
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.services.evidence import exhibit_files, exhibits, signature_checks

HEADING = "Signatures of judgment.pdf"
LEVEL = "Level of the signatures of judgment.pdf"
STATED = {
    "Level of the signature": "Stated as qualified",
    "Determination of the level": "Level determined by an external report, which this program did not judge",
}
REPORTED = {
    "Determination of the level": STATED["Determination of the level"],
    "Report, or exhibit and file that hold it": "Report 2026/14",
    "Day of the report": "3.11.2026",
    "Report made by": "National validation service",
}


def test_a_level_is_kept_with_the_report_that_determined_it(clerk: Clerk, tmp_path: Path):
    whole, vault = foreign.authority(), tmp_path / "office.thbvault"
    signed = foreign.sign(foreign.document(), whole.clerk, whole)
    with closing(new_session(vault)) as session:
        kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
        exhibit_files.add_file(
            session, kept.id, source=BytesIO(signed), name="judgment.pdf", media_type="application/pdf"
        )
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches(HEADING)
    clerk.screen.keys("Return")
    clerk.sees_dialog(HEADING)
    clerk.reads("Cannot be judged")
    clerk.waits_for_button("Keep with a stated level")
    clerk.presses("Keep with a stated level")
    clerk.sees_dialog(LEVEL)
    clerk.fills(
        {
            "Level of the signatures": "Stated as qualified",
            "Determination of the level": "Level determined by an external report, which this program "
            "did not judge",
            "Day of the report": "3.11.2026",
            "Report made by": "National validation service",
        }
    )
    clerk.presses("Keep")
    clerk.reads("A required field is empty.")
    clerk.screen.picture("refused")
    clerk.fills({"Report, or exhibit and file that hold it": "Report 2026/14"})
    clerk.screen.picture("level")
    clerk.takes(LEVEL)
    clerk.reads("Kept with the exhibit.")
    clerk.waits_for_button("Show")
    clerk.screen.keys("alt+s")
    clerk.reads("Report 2026/14")
    clerk.screen.picture("shown")
    clerk.escapes()
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (found,) = signature_checks.list_checks(session, kept.id)
    level = found.check
    assert (level.level_claimed, level.level_determined_by) == (
        SignatureLevel.QUALIFIED,
        LevelSource.EXTERNAL_VALIDATION_REPORT,
    )
    assert (level.level_report, level.level_report_on) == ("Report 2026/14", date(2026, 11, 3))
    assert level.level_report_by == "National validation service"
    assert clerk.screen.errors() == ""


def test_a_level_under_a_record_is_entered_changed_and_printed(clerk: Clerk, tmp_path: Path):
    """The report comes later: what was refused for want of it is entered as not determined, and changed."""
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=False)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    show_formalities(clerk)
    open_part(clerk, "Signatures")
    for signature in SIGNATURES[:-1]:
        clerk.enters("Signatures", signature)
    last = {**SIGNATURES[-1], "Method": "Electronic signature, stated as qualified"}
    clerk.presses("Add")
    clerk.sees_dialog("Signatures")
    clerk.fills({**last, **STATED})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("A required field is empty.")
    clerk.screen.picture("record-refused")
    clerk.fills({"Determination of the level": "Level not determined offline"})
    clerk.screen.picture("record-level")
    clerk.takes("Signatures")
    clerk.presses("Change")
    clerk.sees_dialog("Signatures")
    clerk.fills(REPORTED)
    clerk.takes("Signatures")
    clerk.screen.keys("F9")
    clerk.sees_dialog("Sign this record?")
    clerk.answers_warnings("it is a short record")
    clerk.takes("Sign this record?")
    clerk.reads("This record is signed")
    exports(clerk, bundle, headings="English")
    clerk.leaves()

    told = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    words = " ".join(told.split())
    assert (
        "Level of the signature: stated as qualified; Determination of the level: level determined" in words
    )
    assert "Report 2026/14; Day of the report: 3 November 2026; Report made by: National validation" in words
    assert clerk.screen.errors() == ""
