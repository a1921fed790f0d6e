"""A file added by mistake, by real keys: withdrawn with a reason, not found any more, and reinstated."""

import subprocess
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from tests.support import money
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.exported import exports, verified
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.evidence import custody, exhibit_files, exhibits, withdrawing
from thb_desktop.services.money import finance

WHY = "A letter of the lawyer in another case"
AFTER_ALL = "It is of this case: the number was misread"


def with_two_files(vault: Path) -> Exhibit:
    """Make a vault with an exhibit that has two files."""
    with closing(new_session(vault)) as session:
        kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
        for name in ("ledger.txt", "letter.txt"):
            exhibit_files.add_file(
                session, kept.id, source=BytesIO(name.encode()), name=name, media_type="text/plain"
            )
    return kept


def test_a_clerk_withdraws_a_file_and_reinstates_it(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    kept = with_two_files(vault)

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Withdraw letter.txt")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Withdraw this file?")
    clerk.reads("letter.txt, a file of exhibit E-1.")
    clerk.fills({"Reason": WHY})
    clerk.presses("Withdraw")
    clerk.reads(WHY)
    clerk.reads("1 withdrawn")
    clerk.screen.picture("withdrawn")
    clerk.waits_for_focus("Reinstate letter.txt")  # not lost with the cards, which are made again
    clerk.screen.keys("Return")
    clerk.sees_dialog("Reinstate this file?")
    clerk.reads("Who was told of its withdrawal is to be told again.")
    clerk.presses("Reinstate")
    clerk.fills({"Reason": AFTER_ALL})
    clerk.presses("Reinstate")
    clerk.screen.until(lambda: not clerk.reader.find("Reinstate letter.txt", "push button"), "it stays")
    clerk.waits_for_focus("Withdraw letter.txt")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        events = custody.list_events(session, kept.id)[-2:]
        assert withdrawing.list_withdrawn(session, kept.id) == ()
    assert [(each.action, each.reason) for each in events] == [
        (CustodyAction.FILE_WITHDRAWN, WHY),
        (CustodyAction.FILE_REINSTATED, AFTER_ALL),
    ]


def test_a_bundle_after_a_withdrawal_tells_the_event_and_not_the_name_of_the_file_and_verifies(
    clerk: Clerk, tmp_path: Path
):
    vault, bundle, strip = tmp_path / "office.thbvault", tmp_path / "bundle.pdf", tmp_path / "strip.pdf"
    with_two_files(vault)

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Withdraw letter.txt")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Withdraw this file?")
    clerk.fills({"Reason": WHY})
    clerk.presses("Withdraw")
    clerk.reads("1 withdrawn")
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("2 events recorded in this case")
    clerk.presses("Strip")
    clerk.sees_dialog("Custody of E-1")
    clerk.sees("Whole way", "push button")
    clerk.sees("Go to the event", "push button")
    clerk.reads("2 points")
    clerk.presses("Print")
    clerk.chooses_files("Where the sheet is written", str(strip))
    clerk.reads(f"1 page written: {strip.name}")
    clerk.screen.picture("strip")
    clerk.escapes()
    exports(clerk, bundle, lists=("Exhibits",))
    clerk.leaves()

    verdict, digest = verified(bundle, vault), sha256(b"letter.txt").hexdigest()
    pages, printed = ("".join(text_of(each).split()) for each in (bundle, strip))
    assert (verdict.returncode, "VALID." in verdict.stdout) == (0, True), verdict.stdout
    assert "files of exhibits: 1" in verdict.stdout
    assert "Fichierretir\xe9" in pages
    assert digest[:16] in pages, "who has the file knows it by its digest"
    assert "Fichierretir\xe9" in printed
    for told in (pages, printed, verdict.stdout):
        assert "letter.txt" not in told
    assert clerk.screen.errors() == ""


def text_of(file: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", file, "-"], check=True, capture_output=True
    ).stdout.decode()


def test_what_rests_on_a_file_is_named_before_anybody_is_asked_why_it_is_withdrawn(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        kept = exhibits.register_exhibit(session, exhibit(small), act())
        file = exhibit_files.add_file(
            session, kept.id, source=BytesIO(b"1"), name="january.sta", media_type="text/plain"
        )
        account = finance.add_account(session, money.account(small.case.id))
        finance.add_statement(
            session, money.statement(small.case.id, account.id, exhibit_id=kept.id, file_id=file.id)
        )

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Withdraw january.sta")
    clerk.screen.keys("Return")
    clerk.reads("Something that was entered rests on this file: ST-1.")
    clerk.screen.picture("rests")

    assert not clerk.reader.find("Withdraw this file?", "dialog")
    clerk.leaves()
    assert clerk.screen.errors() == ""
