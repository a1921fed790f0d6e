"""What was found of signatures in a file is masked by real keys: all is withheld, and pages say so."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

from tests.drive.test_masked_text import MASKS
from tests.services.evidence.test_signature_checks import FILLED, HOLDS, said
from tests.support import offices
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.driven import draws_up_version
from tests.support.exported import SPECIAL, verified
from tests.support.leaks import leaks, readable
from tests.support.records import signed
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.remarks import VERDICT
from thb_desktop.report.words import words_in
from thb_desktop.services.bundling import disclosures, maskable
from thb_desktop.services.evidence import exhibit_files, signature_checks

SIGNER = "Ottokar Clerk"


def begin(vault: Path) -> int:
    """An exhibit with a signed file that was judged; return its place in the list of texts."""
    with closing(new_session(vault)) as session:
        small = offices.small_case(session)
        signed(session, small)
        taken = offices.registered(session, small, number="E-01")
        file = exhibit_files.add_file(
            session,
            taken.id,
            source=BytesIO(b"%PDF-1.7\n"),
            name="judgment.pdf",
            media_type="application/pdf",
        )
        signature_checks.keep_judgement(session, said(file, session, HOLDS, FILLED))
        draft = disclosures.DisclosureDraft(recipient="Nobody", purpose="To count", basis="None")
        counted: DisclosureId = disclosures.draw_up(session, small.case.id, draft).id
        return [each.entity for each in maskable.list_maskable(session, counted)].index(VERDICT)


def test_a_signer_is_masked_in_what_was_found_and_all_of_it_is_withheld(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    place = begin(vault)
    clerk.opens(vault, PASSPHRASE)
    draws_up_version(clerk)
    clerk.waits_for_button("Mask words")
    clerk.reaches("Mask words\u2026")
    clerk.screen.keys("space")
    clerk.sees_dialog(MASKS.replace("D-001", "D-002"))
    clerk.fills({"Reason": "Third party", "Ordered by": "Judge Maes"})
    clerk.reaches("Texts of the version")
    clerk.screen.keys("ctrl+Home", *["Down"] * place)
    clerk.reads("all of it is withheld")
    clerk.reaches("Text")
    clerk.screen.keys("ctrl+Home", "ctrl+shift+Right", "ctrl+shift+Right")
    clerk.screen.picture("chosen")
    clerk.presses("Mask them everywhere")
    clerk.reads("1 place masked.")
    clerk.screen.picture("masked")
    clerk.escapes()
    clerk.fills({"State of the recipient": "BE", "The recipient is": "Authority", SPECIAL: "No"})
    clerk.fills({"Reason for acting alone": "alone in the office"})
    clerk.presses("Prepare the pages")
    clerk.waits_for_button("Sign and save")
    clerk.screen.picture("prepared")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(bundle)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified. Everything is valid.")
    clerk.leaves()

    told = verified(bundle, vault)
    places = readable(bundle.read_bytes())
    assert told.returncode == 0, told.stdout
    assert leaks((SIGNER,), places) == []
    text = " ".join(places["text: drawn -raw"].decode().split())
    assert text.count("\u27e6R-001 THIRD_PARTY\u27e7") >= 2  # on the sheet, and in the list
    assert " ".join(words_in("fr").version.verdict.split()[:4]) in text
    assert clerk.screen.errors() == ""
