"""A folder that came with a list of digests, by real keys: a wrong list is refused, a right one compared."""

import hashlib
from contextlib import closing
from pathlib import Path

from tests.support import offices
from tests.support.captures import ANSWER, packed, record, right
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.evidence import intake_rows
from thb_desktop.services.evidence.exhibit_files import add_file

SOURCES = "Where the files of E-01 come from"


def adds(clerk: Clerk, listed: Path, folder: Path) -> None:
    clerk.waits_for_button("Sources")
    clerk.screen.keys("alt+u")
    clerk.sees_dialog(SOURCES)
    clerk.screen.keys("alt+a")
    clerk.chooses_files("Lists of digests that came with the source", str(listed))
    clerk.chooses_files("The folder to add", str(folder))


def test_a_clerk_adds_a_folder_with_its_list_and_reads_what_differs(clerk: Clerk, tmp_path: Path):
    vault, phone = tmp_path / "office.thbvault", clerk.screen.home / "phone"
    letter, sums = clerk.screen.home / "letter.txt", clerk.screen.home / "SHA256SUMS"
    phone.mkdir()
    (phone / "1.jpg").write_bytes(b"one")
    (phone / "2.jpg").write_bytes(b"two")
    letter.write_text("Dear colleague", "utf-8")
    right = hashlib.sha256(b"one").hexdigest()
    sums.write_text(f"{right}  phone/1.jpg\n{right}  phone/2.jpg\n", "utf-8")
    with closing(new_session(vault)) as session:
        kept = offices.registered(
            session, offices.small_case(session), number="E-01", kind=v.ExhibitKind.DIGITAL_DEVICE
        )

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("E-01", "label")
    adds(clerk, letter, phone)
    clerk.reads("The list of digests cannot be read")
    adds(clerk, sums, phone)
    clerk.sees_dialog(SOURCES)
    clerk.screen.picture("lists")
    clerk.escapes()
    clerk.sees("2.jpg", "label")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (told,) = intake_rows.list_digest_lists(session, kept.id)
    assert (told.named, told.agree) == (2, 1)
    assert [path for path, *_ in told.differ] == ["phone/2.jpg"]


def test_what_a_capture_states_is_compared_and_read_as_according_to_the_file(clerk: Clerk, tmp_path: Path):
    vault, page = tmp_path / "office.thbvault", tmp_path / "ads.warc.gz"
    page.write_bytes(packed([right(), record(ANSWER, block_digest=f"sha1:{'A' * 32}")]))
    with closing(new_session(vault)) as session:
        kept = offices.registered(session, offices.small_case(session), number="E-01")
        add_file(session, kept.id, source=page, name=page.name, media_type="application/warc")

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Check the digest of ads.warc.gz")
    clerk.reaches("Check the digest of ads.warc.gz")
    clerk.screen.keys("space")
    clerk.sees_dialog("Check the digest of this file?")
    clerk.fills({"Reason": "Before the hearing"})
    clerk.takes("Check the digest of this file?")
    clerk.reads("Digest compared")
    clerk.waits_for_button("Sources")
    clerk.screen.keys("alt+u")
    clerk.sees_dialog(SOURCES)
    clerk.screen.keys("alt+l")
    clerk.reads("SHA-256 of the file, which states the digests itself")
    clerk.screen.picture("capture")
    clerk.escapes()
    clerk.goes_to("Custody", "ctrl+4")
    clerk.waits_for_focus("Custody events")
    clerk.screen.keys("Down")
    clerk.reads("The capture ads.warc.gz states digests that are not those of what is in it (places: 1).")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (told,) = intake_rows.list_digest_lists(session, kept.id)
    assert (told.is_of_capture, told.named, told.agree, len(told.differ)) == (True, 3, 2, 1)
    assert clerk.screen.errors() == ""


def test_a_capture_that_was_not_compared_is_named_with_the_reason(clerk: Clerk, tmp_path: Path):
    vault, page = tmp_path / "office.thbvault", tmp_path / "ads.wacz"
    page.write_bytes(b"PK\3\4")
    with closing(new_session(vault)) as session:
        kept = offices.registered(session, offices.small_case(session), number="E-01")
        add_file(session, kept.id, source=page, name=page.name, media_type="application/wacz")

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.waits_for_button("Check the digest of ads.wacz")
    clerk.reaches("Check the digest of ads.wacz")
    clerk.screen.keys("space")
    clerk.sees_dialog("Check the digest of this file?")
    clerk.fills({"Reason": "Before the hearing"})
    clerk.takes("Check the digest of this file?")
    clerk.reads("Digest compared")
    clerk.waits_for_button("Sources")
    clerk.screen.keys("alt+u")
    clerk.sees_dialog(SOURCES)
    clerk.screen.keys("alt+l")
    clerk.reads("SHA-256 of the file, which states the digests itself")
    clerk.screen.picture("not-compared")
    clerk.escapes()
    clerk.goes_to("Custody", "ctrl+4")
    clerk.waits_for_focus("Custody events")
    clerk.screen.keys("Down")
    clerk.reads("The capture ads.wacz was not compared with the digests that it states: it cannot be read")
    clerk.leaves()

    assert clerk.screen.errors() == ""
