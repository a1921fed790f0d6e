"""The level of signatures by real keys: kept with a judgement as others state it, and read again."""

from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

from tests.support import foreign
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.services.evidence import exhibit_files, exhibits, signature_checks

HEADING = "Signatures of judgment.pdf"
LEVEL = "Level of the signatures of judgment.pdf"


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
