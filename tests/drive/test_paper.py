"""Signing on paper by real keys: printed, changed, told, printed again, signed, scanned, and named.

The bundle that is made then tells which copy was signed, and which exhibit is its scan.
"""

import subprocess
from pathlib import Path

from PIL import Image, ImageDraw

from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.driven import NUMBER, office_with_record
from tests.support.exported import exports
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.signing_copy import SigningCopy
from thb_desktop.report.parts.setting import in_groups
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.testimony import interviews, records

SIGNERS = (
    {"Function": "Person heard", "Name": "V-01", "Method": "By hand"},
    {"Function": "Interpreter", "Name": "Simona Ardeleanu", "Method": "By hand"},
    {"Function": "Interviewer", "Name": "Sarah Moreau", "Method": "By hand"},
)
SCAN = {
    "Number": "E-90",
    "Language": "Fr",
    "Text": "Papier",
    "Kind": "Scanned document",
    "Collected": "25.3.2026 14:00",
    "Collected by": "P-1",
    "Event": "Acquired",
    "Date and time": "25.3.2026 14:00",
    "By": "P-1",
    "Reason": "signed by hand",
    "Reason for late entry": "scanned later",
}
CHANGED = "was changed after the copy for signing by hand was printed"


def pages_of(pdf: Path) -> list[str]:
    """The words of each page."""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode()
    return [" ".join(page.split()) for page in text.rstrip("\f").split("\f")]


def prints(clerk: Clerk, target: Path) -> None:
    """Print the record to be signed by hand."""
    dialog = f"Print record {NUMBER} to be signed by hand"
    clerk.presses("Print to sign by hand")
    clerk.sees_dialog(dialog)
    clerk.fills({"Save as": str(target)})
    clerk.takes(dialog)
    clerk.reads(str(target))


def changes_the_record(clerk: Clerk) -> None:
    """Another answer among the formalities, after the pages were printed."""
    clerk.screen.keys("F7")
    clerk.presses("Needs and safeguards", "list item")
    clerk.enters("Needs and safeguards", {"State of health": "Tired, but well"}, by="Change")
    clerk.reads(CHANGED)


def asks_to_sign(clerk: Clerk) -> None:
    clerk.presses("Sign")
    clerk.sees_dialog("Sign this record?")
    clerk.answers_warnings("rendered on the spot")
    clerk.screen.keys("ctrl+Return")


def scans(printed: Path, target: Path) -> None:
    """What comes out of a scanner after somebody signed: a picture of each page, with ink on it."""
    folder = target.parent / "scanned"
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", "50", "-gray", printed, folder / "page"], check=True)
    pages = [Image.open(each).convert("RGB") for each in sorted(folder.iterdir())]
    for page in pages:
        ImageDraw.Draw(page).line([(50, 530), (100, 500), (125, 540), (175, 510)], fill="navy", width=3)
    pages[0].save(target, save_all=True, append_images=pages[1:])


def registers(clerk: Clerk, file: Path) -> None:
    """The scan becomes an exhibit with its file."""
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("No exhibits yet")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("Register an exhibit")
    clerk.fills(SCAN)
    clerk.takes("Register an exhibit")
    clerk.sees("E-90", "label")
    clerk.screen.keys("ctrl+o")
    clerk.waits_for_focus("Name:")
    clerk.screen.types(str(file))
    clerk.screen.keys("Return")
    clerk.reads("1 file added, encrypted and recorded.")


def names_the_scan(clerk: Clerk) -> None:
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.presses("Signed paper")
    clerk.sees_dialog("The signed paper")
    clerk.fills({"Its scan": "E-90"})
    clerk.takes("The signed paper")


def kept(vault: Path) -> tuple[tuple[SigningCopy, ...], str]:
    """The copies of the record, and the id of the scan."""
    session = reopen(vault)
    case = cases.list_cases(session)[0].case.id
    record = records.get_interview(session, interviews.list_interviews(session, case)[0].interview.id)
    (scan,) = exhibits.list_scans(session, case)
    session.close()
    return record.copies, scan.id


def test_a_record_is_signed_on_paper_and_its_scan_goes_out_with_the_digest_of_the_paper(
    clerk: Clerk, tmp_path: Path
):
    vault, first, second = (tmp_path / name for name in ("vault", "first.pdf", "second.pdf"))
    paper, bundle = tmp_path / "paper.pdf", tmp_path / "bundle.pdf"
    office_with_record(vault, is_signed=False)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.waits_for_focus("Account")

    prints(clerk, first)
    changes_the_record(clerk)
    prints(clerk, second)
    for signer in SIGNERS:
        clerk.enters("Signatures", signer, by="Signature on paper")
    asks_to_sign(clerk)
    clerk.reads("This record is signed")
    clerk.reads("its scan is not named yet")
    scans(second, paper)
    registers(clerk, paper)
    names_the_scan(clerk)
    clerk.reads("its scan is \u2066E-90")
    exports(clerk, bundle, lists=("Interviews", "Exhibits"))
    clerk.leaves()

    (before, signed), scan = kept(vault)
    printed, told = pages_of(second), " ".join(pages_of(bundle))
    assert before.digest != signed.digest
    assert (before.scan_id, signed.scan_id) == (None, scan)
    for number, page in enumerate(printed, 1):
        assert in_groups(signed.digest) in page
        assert f"page {number} sur {len(printed)}" in page
    assert f"{len(printed)} pages, empreinte {in_groups(signed.digest[:16])}" in told
    assert "Papier signé E-90" in told
    assert clerk.screen.errors() == ""
