"""The log of sendings by real keys: a single file that was taken out, and an identity annex, are noted."""

import hashlib
from contextlib import closing
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric import ec

from tests.drive.test_package import records
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import office_with_record
from tests.support.exported import exports
from tests.support.instruments import added
from tests.support.offices import act, exhibit, small_case
from tests.support.recipients import holder
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import TransmissionChannel
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.vault.tables import registry

NOTING = "Note that it was sent"
LINE = {
    "Number in the file": "S-1",
    "For the instrument": "EIO-1",
    "Channel": "Courier",
    "On": "15.1.2026",
    "By whom": "The registry",
}
CORRECTING = "Correct a transmission: S-1"


def test_a_file_that_was_taken_out_is_noted_as_sent_and_the_line_is_corrected(clerk: Clerk, tmp_path: Path):
    vault, source, target = tmp_path / "office.thbvault", tmp_path / "chat.txt", tmp_path / "out.txt"
    source.write_bytes(b"14.3.2026 21:04 Come to the station.")
    with closing(new_session(vault)) as session:
        small = small_case(session)
        added(session, small)
        kept = exhibits.register_exhibit(session, exhibit(small), act())
        exhibit_files.add_file(session, kept.id, source=source, name="chat.txt", media_type="text/plain")
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Take chat.txt out")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Take this file out?")
    clerk.fills(
        {
            "Reason": "It compares the voices",
            "Who receives it": "Institute of Forensics",
            "The recipient is": "Expert",
            "State of the recipient": "BE",
            "New file": str(target),
        }
    )
    clerk.presses("Take out")
    clerk.sees_dialog("The file is out")
    clerk.screen.keys("alt+n")
    clerk.sees_dialog(NOTING)
    clerk.screen.picture("noting")
    clerk.fills(LINE)
    clerk.takes(NOTING)
    clerk.reads("Noted as S-1 in the log of transmissions.")
    clerk.takes("The file is out")
    clerk.goes_to("Cases", "ctrl+1")
    clerk.opens_section("Sent and received")
    clerk.waits_for_button("Correct")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"Channel": "Registered post", "Why it is corrected": "The slip says post"})
    clerk.takes(CORRECTING)
    clerk.screen.picture("log")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (noted,) = registry.TRANSMISSION.all(session.read)
        (told,) = corrections.list_corrections(session, noted.id)
    assert noted.what == f"{kept.number}, SHA-256 {hashlib.sha256(target.read_bytes()).hexdigest()}"
    assert (noted.number, noted.sent_on, noted.by) == ("S-1", date(2026, 1, 15), "The registry")
    assert (noted.channel, noted.incoming) == (TransmissionChannel.POST_REGISTERED, False)
    assert told.field == "channel"
    assert clerk.screen.errors() == ""


def test_an_identity_annex_is_noted_as_sent(clerk: Clerk, tmp_path: Path):
    vault, bundle, folder = (tmp_path / name for name in ("vault", "bundle.pdf", "annex"))
    at = SystemClock().read().at
    judge, office = (
        holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, name, since=at)
        for name in ("judge", "office")
    )
    office_with_record(vault, is_signed=True)
    with closing(reopen(vault)) as session:
        like = SimpleNamespace(case=registry.CASE_FILE.all(session.read)[0])
        added(session, like)  # type: ignore[arg-type]  # of a small case, only this is asked
    clerk.opens(vault, PASSPHRASE)

    exports(clerk, bundle)
    clerk.presses("Make the sealed package")
    clerk.sees_dialog("Make the sealed package")
    records(clerk, judge, "Addressee", "Judge of Borduria", state="BE")
    records(clerk, office, "Own office", "Registry")
    clerk.escapes()
    clerk.presses("Identity annex")
    clerk.sees_dialog("Identity annex of bundle B-001")
    for ticks in ("Identities of", "Closed for"):
        clerk.reaches(ticks)
        clerk.screen.keys("Home", "space")
    clerk.fills(
        {
            "Reason": "Summons of the victim",
            "New folder": str(folder),
            "Reason for acting alone": "alone in the office",
        }
    )
    clerk.screen.picture("annex")
    clerk.takes("Identity annex of bundle B-001")
    clerk.reads("Identity annex \u2066A-001\u2069 is written.")
    clerk.presses("Note that the annex was sent")
    clerk.sees_dialog(NOTING)
    clerk.fills(LINE)
    clerk.takes(NOTING)
    clerk.reads("in the log of transmissions.")
    clerk.screen.picture("noted")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (annex,) = registry.IDENTITY_ANNEX.all(session.read)
        (noted,) = registry.TRANSMISSION.all(session.read)
    assert noted.what == f"A-001 (B-001), SHA-256 {annex.sha256}"
    assert (noted.number, noted.channel) == ("S-1", TransmissionChannel.COURIER)
    assert clerk.screen.errors() == ""
