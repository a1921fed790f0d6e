"""A name is masked by real keys in a record and its signed translation: the bundle verifies without it."""

from contextlib import closing
from pathlib import Path

from tests.drive.test_masked_text import MASKS
from tests.services.bundling.test_certified_renderings import closed
from tests.services.language.test_certificates import certify
from tests.support import language_jobs, offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.driven import draws_up_version
from tests.support.exported import SPECIAL, verified
from tests.support.leaks import leaks, readable
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.services.bundling import disclosures, maskable
from thb_desktop.services.testimony.records import require_interview

SAID = "I paid 3,600 euros to Mrs Ana."


def begin(vault: Path) -> int:
    """A certified translation; return at which place of the list of texts its second turn stands."""
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        with language_jobs.desk(session, small) as found:
            found.write("Do you understand?")
            found.write(SAID, at=1)
            certify(found)
            closed(session, require_interview(session, found.job.interview_id))
        draft = disclosures.DisclosureDraft(recipient="Nobody", purpose="To count", basis="None")
        counted: DisclosureId = disclosures.draw_up(session, small.case.id, draft).id
        return [each.text for each in maskable.list_maskable(session, counted)].index(SAID)


def test_a_name_is_masked_in_a_signed_translation_after_a_wrong_word(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    place = begin(vault)
    clerk.opens(vault, PASSPHRASE)
    draws_up_version(clerk)
    clerk.waits_for_button("Mask words")
    clerk.reaches("Mask words…")
    clerk.screen.keys("space")
    clerk.sees_dialog(MASKS.replace("D-001", "D-002"))
    clerk.fills({"Reason": "Third party", "Ordered by": "Judge Maes"})
    clerk.reaches("Texts of the version")
    clerk.screen.keys("ctrl+Home", *["Down"] * place)
    clerk.reaches("Text")
    clerk.screen.keys("ctrl+Home", "ctrl+shift+Right")
    clerk.presses("Mask the chosen words")
    clerk.reads("1 place masked.")
    clerk.presses("Show again")
    clerk.sees_dialog("Show these words again?")
    clerk.fills({"Reason": "the wrong word"})
    clerk.takes("Show these words again?")
    clerk.waits_for_button("Mask the chosen words")
    clerk.reaches("Text")
    clerk.screen.keys("ctrl+End", "Left", "ctrl+shift+Left")
    clerk.presses("Mask them everywhere")
    clerk.reads("2 places masked.")
    clerk.escapes()
    clerk.fills({"State of the recipient": "BE", "The recipient is": "Authority", SPECIAL: "No"})
    clerk.reaches("All or none: Translations beside them")
    clerk.screen.keys("space")
    clerk.fills({"Reason for acting alone": "alone in the office"})
    clerk.presses("Prepare the pages")
    clerk.waits_for_focus("Why a sealed identity leaves")
    clerk.fills({"Why a sealed identity leaves": "the court hears her"})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(bundle)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified. Everything is valid.")
    clerk.leaves()

    told = verified(bundle, vault)
    places = readable(bundle.read_bytes())
    assert told.returncode == 0, told.stdout
    assert "1 version of a translation shows marks" in told.stdout
    assert leaks(("Ana",), places) == []
    assert "I paid 3,600 euros to Mrs ⟦R-002" in " ".join(places["text: drawn -raw"].decode().split())
