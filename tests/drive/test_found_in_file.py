"""Words found within files, and the way from file to file of an exhibit, by real keys."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.documents import pdf_of
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.evidence.exhibit_files import NewFile, add_files

FILES = {
    "a.txt": "the first line\nLe témoin attend\nno word\nand the TEMOIN waits\n".encode(),
    "b.csv": b"name;plate\nAna;1-ABC-234\nun temoin;2-XYZ-999\n",
    "c.pdf": pdf_of([["one"], ["un temoin et un temoin"]]),
}


def test_ctrl_f_finds_within_the_file_and_alt_page_down_leads_to_the_next_one(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    new = [NewFile(source=tmp_path / name, name=name, media_type="text/plain") for name in FILES]
    add_files(session, kept.id, new)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Look inside a.txt")
    clerk.screen.keys("Return")
    clerk.reads("1 of 3")
    clerk.screen.keys("ctrl+f")
    clerk.waits_for_focus("Find in this file")
    clerk.screen.types("temoin")
    clerk.screen.keys("Return")
    clerk.reads("1 of 2")
    clerk.screen.keys("F3")
    clerk.reads("2 of 2")
    clerk.screen.picture("text")
    clerk.screen.keys("shift+F3")
    clerk.reads("1 of 2")
    clerk.screen.keys("alt+Next")
    clerk.reads("1 of 1")
    clerk.screen.picture("table")
    clerk.screen.keys("alt+Next")
    clerk.reads("Page 2 of 2")
    clerk.screen.keys("F3")
    clerk.reads("2 of 2")
    clerk.screen.picture("page")
    clerk.screen.keys("Escape")
    clerk.screen.until(lambda: not clerk.reader.find("Find in this file"), "the line does not close")
    clerk.screen.keys("Escape")
    clerk.waits_for_focus("Look inside c.pdf")
    clerk.leaves()

    assert clerk.screen.errors() == ""
