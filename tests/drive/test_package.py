"""A sealed package by real keys: bundle, recipients, what travels, release, and what the recipient does."""

import hashlib
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.exported import exports
from tests.support.instruments import added
from tests.support.offices import BEGIN, act, exhibit
from tests.support.packages import opened
from tests.support.recipients import Holder, holder
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.evidence import exhibit_files, exhibits
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

PLACE = {"State of an addressee": "BE", "The addressee is": "Authority"}
TEXT = b"14.3.2026 21:04 Come to the station."


def with_exhibit(vault: Path, place: Path) -> None:
    """An exhibit with a file, in the case that is there."""
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        official = people.list_officials(session, case.id)[0]
        source = place / "chat.txt"
        source.write_bytes(TEXT)
        like = SimpleNamespace(case=case, official=official)
        added(session, like)  # type: ignore[arg-type]
        taken = exhibits.register_exhibit(session, exhibit(like), act(occurred_at=BEGIN))  # type: ignore[arg-type]
        exhibit_files.add_file(
            session, taken.id, source=source, name="chat with Maria.txt", media_type="text/plain"
        )


def records(clerk: Clerk, held: Holder, kind: str, name: str) -> None:
    """Record a recipient with the fingerprint that its holder told."""
    clerk.presses("Record a recipient")
    clerk.sees_dialog("Record a recipient")
    clerk.fills(
        {
            "Kind": kind,
            "Name": name,
            **(PLACE if kind == "Addressee" else {}),
            "File with the certificate": str(held.certificate_file),
            "Its fingerprint (SHA-256)": hashlib.sha256(held.certificate).hexdigest(),
            "Who told it, and how": "the judge by telephone",
        }
    )
    clerk.takes("Record a recipient")


def test_a_package_is_made_by_keys_and_its_recipient_opens_and_verifies_it(clerk: Clerk, tmp_path: Path):
    vault, bundle, folder = (tmp_path / name for name in ("vault", "bundle.pdf", "package"))
    at = SystemClock().read().at
    judge, office = (
        holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, name, since=at)
        for name in ("judge", "office")
    )
    office_with_record(vault, is_signed=True)
    with_exhibit(vault, tmp_path)
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Export", "ctrl+5")
    clerk.reads("Téléphone")  # the exhibits come after the page
    exports(clerk, bundle, lists=("Interviews", "Exhibits"))
    clerk.presses("Make the sealed package")
    clerk.sees_dialog("Make the sealed package")
    records(clerk, judge, "Addressee", "Judge of Borduria")
    records(clerk, office, "Own office", "Registry")
    clerk.reaches("All that may leave")
    clerk.screen.keys("space")
    clerk.reaches("Closed for")
    clerk.screen.keys("Home", "space")
    clerk.fills({"New folder": str(folder)})
    clerk.takes("Make the sealed package")
    clerk.sees_dialog("Release the sealed package")
    clerk.fills({"Reason for acting alone": "alone in the office"})
    clerk.takes("Release the sealed package")
    clerk.sees_dialog("Encrypted for 2 recipients")
    clerk.takes("Encrypted for 2 recipients")
    clerk.presses("Note that it was sent")
    clerk.sees_dialog("Note that it was sent")
    line = {"For the instrument": "EIO-1", "Channel": "Courier", "On": "15.1.2026", "By whom": "The registry"}
    clerk.fills(line)
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Number in the file")  # nobody said it: asked at its field, and nothing is lost
    clerk.fills({"Number in the file": "S-1"})
    clerk.takes("Note that it was sent")
    clerk.reads("S-1")
    clerk.leaves()

    container = opened(folder, tmp_path / "package.asice", judge)
    with closing(reopen(vault)) as session:
        (made,) = registry.PACKAGE.all(session.read)
        (noted,) = registry.TRANSMISSION.all(session.read)
        (tmp_path / "root.pem").write_text(root_pem(session.office_record))
    command = [sys.executable, "-m", "thb_desktop", "verify", container, "--root", tmp_path / "root.pem"]
    verified = subprocess.run(command, check=False, capture_output=True, text=True)
    assert made.sha256 == hashlib.sha256(container.read_bytes()).hexdigest()
    assert (noted.number, noted.channel, noted.sent_on.isoformat()) == ("S-1", "COURIER", "2026-01-15")
    assert made.sha256 in noted.what
    assert verified.returncode == 0
    assert "Every file of an exhibit is the one that was recorded (files: 1, exhibits: 1)" in verified.stdout
