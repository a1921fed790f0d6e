"""A bundle as it leaves the office: made by the keys of the window, judged by the command line."""

import hashlib
import os
import subprocess
import sys
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.code import ROOT
from tests.support.controllers import reopen

SPECIAL = "Special categories of data in it (health, sex life, origin ...)"


def exports(
    clerk: Clerk,
    target: Path,
    *,
    lists: Sequence[str] = ("Interviews",),
    purpose: str = "EIO",
    second: str = "",
    alone: str = "alone in the office",
    state: str = "BE",
    headings: str = "",
) -> None:
    """Export all that these lists offer, and sign it: with the passphrase of a second person, or alone.

    state: of the recipient, an authority; by default that of the case. headings: their language, chosen after
    a State was written of which bundles have no language, and corrected.
    """
    clerk.goes_to("Export", "ctrl+5")
    clerk.fills({"Purpose": purpose, "Recipient": "Tribunal de Lille"})
    if headings:
        clerk.fills({"State of the recipient": "BG"})
        clerk.reads("Bundles have no official language of BG, by the data pack.")
    clerk.fills({"State of the recipient": state, "The recipient is": "Authority", SPECIAL: "No"})
    for each in lists:
        clerk.reaches(f"All or none: {each}")
        clerk.screen.keys("space")
    if headings:
        clerk.fills({"Headings in": headings})
    if not second:
        clerk.fills({"Reason for acting alone": alone})
    clerk.presses("Prepare the pages")
    clerk.presses("Sign and save")
    clerk.sees_dialog("Sign and save the bundle")
    if second:
        clerk.whispers("Passphrase of the second person", second)
    clerk.fills({"Save as": str(target)})
    clerk.takes("Sign and save the bundle")
    clerk.reads("The saved file was read again and verified. Everything is valid.")


def verified(bundle: Path, vault: Path) -> subprocess.CompletedProcess[str]:
    """What the command line says of the bundle to who knows the fingerprint of the office."""
    session = reopen(vault)
    root = hashlib.sha256(b64decode(session.office_record.root_certificate)).hexdigest()
    session.close()
    command = [sys.executable, "-P", "-m", "thb_desktop", "verify", "--root-sha256", root, str(bundle)]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
