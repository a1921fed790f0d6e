"""A label is scanned and stored files are read again by real keys: a wrong code, then a damaged copy."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import registered, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.labels import Label
from thb_desktop.domain.vocabulary import BarKind
from thb_desktop.services.evidence import exhibits, leaving
from thb_desktop.services.evidence.custody_checks import check_exhibit
from thb_desktop.services.evidence.exhibit_files import add_file

DIALOG = "Read stored files again"


def begin(vault: Path, place: Path) -> tuple[ExhibitId, ExhibitId]:
    """Two exhibits with a file; the copy of the second is damaged on the medium."""
    held = []
    with closing(new_session(vault)) as session:
        small = small_case(session)
        for number in ("E-01", "E-02"):
            source = place / f"{number}.txt"
            source.write_text(f"What {number} holds", "utf-8")
            kept = registered(session, small, number=number)
            file = add_file(session, kept.id, source=source, name=source.name, media_type="text/plain")
            held.append(kept.id)
        stored = session.vault.content.places.of(file.object_id)
        spoilt = bytearray(stored.read_bytes())
        spoilt[len(spoilt) // 2] ^= 1
        stored.write_bytes(spoilt)
    return held[0], held[1]


def scans(clerk: Clerk, code: str) -> None:
    """As a hand scanner does: it types the code into the field of the search, and Enter."""
    clerk.fills({"Search exhibits": code})
    clerk.screen.keys("Return")


def refused_and_lifted(clerk: Clerk, target: Path) -> None:
    """The card says what keeps the exhibit; its file does not go out; a judge lifts the quarantine."""
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Check the digest of E-02.txt")
    clerk.sees("Quarantine", "label")
    clerk.reaches("Take E-02.txt out")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Take this file out?")
    clerk.fills({"Reason": "Ordered", "Who receives it": "Laboratory", "The recipient is": "Expert"})
    clerk.fills({"State of the recipient": "BE", "New file": str(target)})
    clerk.screen.keys("alt+t")
    clerk.reads("E-02: this file must not leave the office.")
    clerk.escapes()
    clerk.waits_for_button("Bars on leaving")
    clerk.presses("Bars on leaving")
    clerk.sees_dialog("What keeps E-02 in the office")
    clerk.waits_for_button("Lift this bar")
    clerk.screen.keys("alt+l")
    clerk.sees_dialog("Lift this bar?")
    clerk.fills({"Reason": "Restored from the backup of May"})
    clerk.screen.keys("alt+l")
    clerk.reads("Lifted on")
    clerk.escapes()


def test_a_label_leads_to_its_exhibit_and_a_damaged_copy_goes_into_quarantine(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    whole, damaged = begin(vault, tmp_path)
    code = Label(exhibit_id=damaged, number="", case="", seal="").code
    clerk.opens(vault, PASSPHRASE)

    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Check the digest of E-01.txt")
    scans(clerk, code[:-2])
    clerk.reads("This is no code of a label")
    scans(clerk, code)
    clerk.waits_for_button("Check the digest of E-02.txt")
    clerk.goes_to("Custody", "ctrl+4")
    clerk.presses("Read files again")
    clerk.sees_dialog(DIALOG)
    clerk.fills({"What is read": "Everything"})
    clerk.waits_for_button("Read")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please write why.")
    clerk.fills({"Reason": "Yearly reading"})
    clerk.takes(DIALOG)
    clerk.reads("In quarantine: E-02.")
    clerk.screen.picture("quarantine")
    refused_and_lifted(clerk, tmp_path / "out.txt")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (told,) = leaving.list_all_bars(session, damaged)
        left = (*leaving.list_bars(session, whole), *leaving.list_bars(session, damaged))
        cases = {each.case for each in check_exhibit(session, damaged).findings}
        reasons = [each.event.reason for each in exhibits.get_exhibit(session, whole).custody]
    assert (told.bar.kind, left) == (BarKind.QUARANTINE, ())
    assert told.lifted is not None
    assert told.lifted.reason == "Restored from the backup of May"
    assert not (tmp_path / "out.txt").exists()
    assert "content-differs" in cases, "until the file is read again"
    assert reasons[-1] == "Yearly reading"
    assert clerk.screen.errors() == ""
