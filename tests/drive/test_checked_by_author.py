"""That an interpreter checked their renditions is said by keys in one act, and stands on the printed page."""

import subprocess
from pathlib import Path

from tests.drive.test_supplement import SIGNATURES
from tests.drive.test_whole_case import open_part, show_formalities
from tests.support.clerk import Clerk
from tests.support.driven import office_with_record
from tests.support.exported import exports
from tests.support.vaults import PASSPHRASE

DRAFTS, RULE = "renditions are drafts", "Renderings that are still drafts"
DIALOG = "Did the author check these renditions?"


def says_checked(clerk: Clerk) -> None:
    """Say it of all drafts; neither the notice nor the closing list goes on naming them."""
    clerk.reads(f"4 {DRAFTS}. If their author checked them")
    clerk.reads(RULE)
    clerk.screen.keys("ctrl+shift+r")
    clerk.sees_dialog(DIALOG)
    clerk.fills({"Author": "Simona Ardeleanu"})
    clerk.reads('4 renditions get the state "checked by its author".')
    clerk.takes(DIALOG)
    for told in (DRAFTS, RULE):
        clerk.screen.until(lambda told=told: not clerk.reader.says(told), f"{told!r} is still said")
    clerk.screen.picture("checked")


def signs(clerk: Clerk) -> list[str]:
    """Sign the record; return what it was warned of."""
    show_formalities(clerk)
    open_part(clerk, "Signatures")
    for signature in SIGNATURES:
        clerk.enters("Signatures", signature)
    clerk.screen.keys("F9")
    clerk.sees_dialog("Sign this record?")
    warned = clerk.answers_warnings("it is a short record")
    clerk.takes("Sign this record?")
    clerk.reads("This record is signed")
    return warned


def test_what_an_author_checked_is_said_in_one_act_and_printed(clerk: Clerk, tmp_path: Path):
    vault, bundle = tmp_path / "vault", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=False)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    says_checked(clerk)
    warned = signs(clerk)
    exports(clerk, bundle, headings="English")
    clerk.leaves()

    told = subprocess.run(["pdftotext", "-raw", bundle, "-"], check=True, capture_output=True).stdout.decode()
    words = " ".join(told.split())
    assert not [each for each in warned if "V-I-23" in each]
    assert words.count("interpreter's rendition, checked by its author; made by: Simona Ardeleanu") == 1
    assert RULE not in words
    assert clerk.screen.errors() == ""
