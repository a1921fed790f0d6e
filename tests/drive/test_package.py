"""A sealed package by real keys, and what its recipient does with it.

Each step refuses first (what, for whom, under what, what stays here, preview, approval, writing, log). The
sentence says which rule, and what it asks for is done by keys.
"""

import hashlib
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import office_with_record
from tests.support.exported import SPECIAL
from tests.support.instruments import added, conditioned
from tests.support.offices import BEGIN, NAME, act, exhibit
from tests.support.packages import opened
from tests.support.recipients import Holder, holder
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import ConditionKind
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.clock import SystemClock
from thb_desktop.services.core.login import root_pem
from thb_desktop.services.evidence import exhibit_files, exhibits, leaving
from thb_desktop.services.persons import people
from thb_desktop.vault.tables import registry

OUTSIDE = "Telephone number outside the envelope"
TEXT = b"14.3.2026 21:04 Come to the station."


def with_exhibits(vault: Path, place: Path) -> None:
    """In the case that is there: an exhibit whose use is limited, one that must not leave, and an order."""
    with closing(reopen(vault)) as session:
        case = cases.list_cases(session)[0].case
        official = people.list_officials(session, case.id)[0]
        like: Any = SimpleNamespace(case=case, official=official)
        added(session, like, remedy_pending=True)
        for number in ("E-1", "E-2"):
            kept = exhibits.register_exhibit(session, exhibit(like, number=number), act(occurred_at=BEGIN))
            source = place / f"{number}.txt"
            source.write_bytes(TEXT)
            exhibit_files.add_file(
                session, kept.id, source=source, name="chat with Maria.txt", media_type="text/plain"
            )
            if number == "E-1":
                purpose = ConditionKind.PURPOSE_LIMIT
                conditioned(session, like, kind=purpose, exhibit_id=kept.id, imposed_state="NL")
            else:
                leaving.bar_exhibit(session, kept.id, BarKind.NO_DISCLOSURE, "The judge of Lille asked")


def refused(clerk: Clerk, said: str, resolved: dict[str, str]) -> None:
    """Prepare the pages, read why nothing is laid out, and do what the sentence asks for, at its field."""
    clerk.presses("Prepare the pages")
    clerk.reads(said)
    for first in list(resolved)[:1]:
        clerk.waits_for_focus(first)
    clerk.fills(resolved)


def exports_with_each_refusal(clerk: Clerk, bundle: Path) -> None:
    """From an empty page to the signed file; nothing but what a sentence asks for is done."""
    hearing = {"Purpose": f"Hearing of {NAME}"}
    refused(clerk, "Please write what the bundle is for.", {**hearing, "Recipient": "DIICOT"})
    whom = {"State of the recipient": "RO", "The recipient is": "Authority", SPECIAL: "Yes"}
    clerk.presses("Prepare the pages")
    clerk.reads(
        "Say what the recipient is: an authority, the defence, counsel of a victim, an expert (V-X-02)."
    )
    clerk.reads("Answer whether special categories of data are in the bundle")
    refused(clerk, "Say to which State the recipient belongs (V-X-01).", whom)
    refused(clerk, "write why (V-P-02).", {"Why they are strictly necessary": "it is about her health"})
    clerk.presses("Prepare the pages")
    clerk.reads("Please choose at least one interview or one exhibit.")
    for each in ("Interviews", "Exhibits"):
        clerk.reaches(f"All or none: {each}")
        clerk.screen.keys("space")
    alone = {"Reason for acting alone": "alone in the office"}
    refused(clerk, "Please write why you do this alone.", alone)
    refused(clerk, "or were taken from what must not (V-X-02): \u2066E-2\u2069. Leave them out", {})
    clerk.reaches("Exhibits")
    clerk.screen.keys("End", "space")
    refused(clerk, "names the instrument under which it goes", {"Under the instrument": "EIO-1"})
    limits = {"Why the use stays within the limits of purpose": "it serves the same proceedings"}
    refused(clerk, "limits the use (V-X-02)", limits)
    remedy = {"Why despite a pending remedy": "it suspends nothing by its own law"}
    refused(clerk, "is pending: the transfer may be suspended (V-X-07)", remedy)
    refused(clerk, "sealed identity", {})
    clerk.fills({"Purpose": "Hearing of V-01"})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    clerk.fills({"Save as": str(bundle)})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("There is something of this name already.")
    clerk.fills({"Save as": str(bundle.with_stem("bundle-2"))})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified. Everything is valid.")


def records(clerk: Clerk, held: Holder, kind: str, name: str, state: str = "RO") -> None:
    """Record a recipient with the fingerprint that its holder told."""
    place = {"State of an addressee": state, "The addressee is": "Authority"}
    clerk.presses("Record a recipient")
    clerk.sees_dialog("Record a recipient")
    clerk.fills(
        {
            "Kind": kind,
            "Name": name,
            **(place if kind == "Addressee" else {}),
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
    with_exhibits(vault, tmp_path)
    bundle.write_bytes(b"what was there before")
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Export", "ctrl+5")
    clerk.reads("Téléphone")  # the exhibits come after the page
    exports_with_each_refusal(clerk, bundle)
    clerk.presses("Make the sealed package")
    clerk.sees_dialog("Make the sealed package")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please tick a recipient, or choose a passphrase.")
    records(clerk, judge, "Addressee", "Judge of Borduria")
    clerk.reaches("All that may leave")
    clerk.screen.keys("space")
    clerk.reaches("Closed for")
    clerk.screen.keys("Home", "space")
    clerk.fills({"New folder": str(tmp_path)})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("New folder")
    clerk.reads("There is something of this name already.")
    clerk.fills({"New folder": str(folder), OUTSIDE: "Ms Clerk"})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus(OUTSIDE)
    clerk.reads("Please write a telephone number, without a name, or leave it empty.")
    clerk.fills({OUTSIDE: "+32 2 000 00 00"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("No certificate of your own office is recorded. Record one first")
    records(clerk, office, "Own office", "Registry")
    clerk.takes("Make the sealed package")
    clerk.sees_dialog("Release the sealed package")
    clerk.reads("+32 2 000 00 00")  # it leaves unencrypted: who approves sees it
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Reason for acting alone")
    clerk.reads("Please write why you do this alone.")
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

    assert (folder / "envelope.txt").read_text("utf-8").endswith("\n    +32 2 000 00 00\n")
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
