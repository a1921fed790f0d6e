"""Notices by real keys: signed for who has a record that was rectified and supplemented; entered there."""

from contextlib import closing
from hashlib import sha256
from pathlib import Path

from tests.drive.test_receipts import received
from tests.services.receiving.test_notices_of_records import (  # noqa: F401 - a fixture
    Sent,
    rectified,
    sent,
    supplemented,
)
from tests.support.clerk import Clerk
from tests.support.controllers import reopen
from tests.support.offices import NEXT_DAY, copy_of, unlock
from tests.support.receiving import NAME, receiving_office
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import NoticeKind
from thb_desktop.services.receiving import notices, receipts
from thb_desktop.vault.tables import registry

LISTED = "Notices: 2026/1"


def opens_notices(clerk: Clerk) -> None:
    clerk.takes_from_menu("Vault and user", "r")
    clerk.sees_dialog("Packages: 2026/1")
    clerk.presses("Notices")
    clerk.sees_dialog(LISTED)


def enters(clerk: Clerk, file: Path) -> None:
    clerk.presses("Enter a notice")
    clerk.chooses_files("Notice that came", str(file))


def signs(clerk: Clerk, text: str, file: Path) -> None:
    """First without a word, which is refused at its field."""
    clerk.waits_for_button("Sign a notice")
    clerk.presses("Sign a notice")
    clerk.sees_dialog("Sign a notice")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please write what the recipients are told.")
    clerk.fills({"What they are told": text, "New file": str(file)})
    clerk.screen.picture(f"signs {file.name}")
    clerk.takes("Sign a notice")
    clerk.reads("The notice is signed")


def test_who_has_a_record_is_told_that_it_was_rectified_and_supplemented(
    clerk: Clerk,
    sent: Sent,  # noqa: F811
    tmp_path: Path,
):
    vault, there = copy_of(sent.office, tmp_path / "vault"), tmp_path / "there"
    first, second, receipt = (tmp_path / f"{name}.asice" for name in ("first", "second", "receipt"))
    with closing(unlock(vault, start=NEXT_DAY)) as session:
        rectified(session, sent)
        supplemented(session, sent)
    came = received(sent, there, {})
    with closing(unlock(there, start=NEXT_DAY)) as session:
        receipts.write_receipt(session, came.id, receipt)
    clerk.opens(vault, PASSPHRASE)
    opens_notices(clerk)
    clerk.screen.picture("due")
    signs(clerk, "Please read it with the note", first)
    signs(clerk, "Please read it with the supplement", second)
    clerk.screen.picture("told")
    for _ in range(2):
        clerk.escapes()
    clerk.leaves()

    clerk.opens(there, PASSPHRASE)
    opens_notices(clerk)
    enters(clerk, receipt)
    clerk.reads("of another kind than the one that is entered here")
    enters(clerk, first)
    clerk.reads("The notice is entered.")
    clerk.screen.picture("came")
    enters(clerk, first)
    clerk.reads("was entered already")
    enters(clerk, second)
    clerk.reads("The notice is entered.")
    clerk.screen.picture("both")
    for _ in range(2):
        clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        due = notices.list_due(session, sent.small.case.id)
    with closing(reopen(there)) as session:
        entered = registry.RECEIVED_NOTICE.all(session.read)
    assert [each.is_told for each in due] == [True, True]
    assert {each.kind for each in entered} == {NoticeKind.RECTIFIED, NoticeKind.SUPPLEMENTED}
    assert clerk.screen.errors() == ""


def test_the_office_of_a_notice_is_recorded_from_the_notice(
    clerk: Clerk,
    sent: Sent,  # noqa: F811
    tmp_path: Path,
):
    desk, vault, file = copy_of(sent.office, tmp_path / "desk"), tmp_path / "vault", tmp_path / "n.asice"
    with closing(unlock(desk, start=NEXT_DAY)) as session:
        rectified(session, sent)
        (due,) = notices.list_due(session, sent.small.case.id)
        notices.give_notice(session, due, "Please read it with the note", file)
    receiving_office(vault)
    clerk.opens(vault, PASSPHRASE)

    opens_notices(clerk)
    enters(clerk, file)
    clerk.waits_for_focus("Record this office")
    clerk.screen.picture("stranger")
    clerk.screen.keys("space")
    clerk.sees_dialog("Record an office abroad")
    clerk.fills(
        {
            "Name": NAME,
            "State (two capital letters)": "BE",
            "Its fingerprint (SHA-256)": sha256(sent.root).hexdigest(),
            "Who told it, and how": "the registry by telephone",
        }
    )
    clerk.takes("Record an office abroad")
    clerk.reads("is about a package that did not come here")
    for _ in range(2):
        clerk.escapes()
    clerk.leaves()

    with closing(reopen(vault)) as session:
        (office,) = registry.FOREIGN_OFFICE.all(session.read)
    assert office.name == NAME
    assert clerk.screen.errors() == ""
