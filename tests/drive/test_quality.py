"""The quality of an exhibit by real keys, and a verdict on a file of it: entered, corrected, and kept."""

from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.description_codes import SignatureVerdict
from thb_desktop.services.casework import corrections
from thb_desktop.services.evidence import exhibit_files, exhibits, signature_checks

QUALITY = {
    "Extract of a longer original, because": "March alone was asked for",
    "Up to date as of": "31.3.2026",
    "Known limits": "Two pages cannot be read",
    "Verified otherwise than by digests": "Compared with the paper",
}


def test_the_quality_of_an_exhibit_is_entered_by_keys_and_corrected(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    correcting = f"Correct exhibit {kept.number}"
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.presses("Correct")
    clerk.sees_dialog(correcting)
    clerk.fills({**QUALITY, "Why it is corrected": "Nobody had said it"})
    clerk.screen.picture("quality")
    clerk.takes(correcting)
    clerk.reads("Two pages cannot be read")
    clerk.presses("Correct")
    clerk.sees_dialog(correcting)
    clerk.fills({"Up to date as of": "30.4.2026", "Known limits": ""})
    clerk.fills({"Why it is corrected": "A new copy came"})
    clerk.takes(correcting)
    clerk.reads("Up to date as of: 2026-04-30")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        now = exhibits.get_exhibit(session, kept.id).exhibit
        told = corrections.list_corrections(session, kept.id)
    assert (now.extract_because, now.other_verification) == (
        QUALITY["Extract of a longer original, because"],
        QUALITY["Verified otherwise than by digests"],
    )
    assert (now.up_to_date_on, now.known_limits) == (date(2026, 4, 30), "")
    assert sorted(each.field for each in told) == [
        *("extract_because", "known_limits", "known_limits", "other_verification"),
        *("up_to_date_on", "up_to_date_on"),
    ]
    assert clerk.screen.errors() == ""


def test_a_verdict_on_a_signed_file_is_kept_by_keys_and_a_later_one_beside_it(clerk: Clerk, tmp_path: Path):
    whole, vault, root = foreign.authority(), tmp_path / "office.thbvault", tmp_path / "root.pem"
    root.write_bytes(whole.root.certificate.public_bytes(Encoding.PEM))
    signed = foreign.sign(foreign.document(), whole.clerk, whole)
    with closing(new_session(vault)) as session:
        kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
        exhibit_files.add_file(
            session, kept.id, source=BytesIO(signed), name="judgment.pdf", media_type="application/pdf"
        )
    heading = "Signatures of judgment.pdf"
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches(heading)
    clerk.screen.keys("Return")
    clerk.sees_dialog(heading)
    clerk.reads("Cannot be judged")
    clerk.waits_for_button("Keep with the exhibit")
    clerk.screen.keys("alt+k")
    clerk.reads("Kept with the exhibit.")
    clerk.screen.keys("alt+t")
    clerk.chooses_files("Certificate that you trust", str(root))
    clerk.reads("Valid, with remarks")
    clerk.waits_for_button("Keep with the exhibit")
    clerk.screen.keys("alt+k")
    clerk.waits_for_button("Show")
    clerk.screen.picture("kept")
    clerk.screen.keys("alt+s")
    clerk.reads("SHA-256 of the file")
    clerk.reads("Ottokar Clerk")
    clerk.screen.picture("shown")
    clerk.escapes()
    clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        first, second = signature_checks.list_checks(session, kept.id)
    assert (first.check.verdict, first.check.anchors) == (SignatureVerdict.CANNOT_BE_JUDGED, ())
    assert second.check.verdict is SignatureVerdict.VALID_WITH_REMARKS
    assert len(second.check.anchors) == 1
    assert clerk.screen.errors() == ""
