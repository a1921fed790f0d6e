"""A file added by mistake, by real keys: withdrawn with a reason, not found any more, and reinstated."""

from contextlib import closing
from io import BytesIO
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.evidence import custody, exhibit_files, exhibits, withdrawing

WHY = "A letter of the lawyer in another case"
AFTER_ALL = "It is of this case: the number was misread"


def test_a_clerk_withdraws_a_file_and_reinstates_it(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        kept = exhibits.register_exhibit(session, exhibit(small_case(session)), act())
        for name in ("ledger.txt", "letter.txt"):
            exhibit_files.add_file(
                session, kept.id, source=BytesIO(name.encode()), name=name, media_type="text/plain"
            )

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.reaches("Withdraw letter.txt")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Withdraw this file?")
    clerk.fills({"Reason": WHY})
    clerk.presses("Withdraw")
    clerk.reads(WHY)
    clerk.reads("1 withdrawn")
    clerk.screen.picture("withdrawn")
    clerk.reaches("Reinstate letter.txt")
    clerk.screen.keys("Return")
    clerk.sees_dialog("Reinstate this file?")
    clerk.presses("Reinstate")
    clerk.fills({"Reason": AFTER_ALL})
    clerk.presses("Reinstate")
    clerk.screen.until(lambda: not clerk.reader.find("Reinstate letter.txt", "push button"), "it stays")
    clerk.waits_for_button("Withdraw letter.txt")
    clerk.leaves()

    with closing(reopen(vault)) as session:
        events = custody.list_events(session, kept.id)[-2:]
        assert withdrawing.list_withdrawn(session, kept.id) == ()
    assert [(each.action, each.reason) for each in events] == [
        (CustodyAction.FILE_WITHDRAWN, WHY),
        (CustodyAction.FILE_REINSTATED, AFTER_ALL),
    ]
