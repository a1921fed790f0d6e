"""The board of requests and the log of transmissions by real keys: entered, corrected, told, and printed."""

import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path

from tests.drive.test_made_again import reads_in
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.instruments import added
from tests.support.offices import registered, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.cooperation import board

NEW, CORRECTING = "Note a transmission", "Correct a transmission: S-1"
LINE = {
    "Number in the file": "S-1",
    "For the instrument": "EIO-2",
    "Came from the other side": "Yes",
    "Channel": "Courier",
    "On": "25.3.2026",
    "By whom": "Registry",
    "What": "The first answer",
}
EARLIER = {
    **LINE,
    "Number in the file": "S-2",
    "For the instrument": "EIO-1",
    "Came from the other side": "No",
    "On": "20.3.2026",
    "What": "The order with its translation",
}


def test_transmissions_are_noted_corrected_told_on_the_board_and_printed_by_keys(
    clerk: Clerk, tmp_path: Path
):
    """The answer is noted first, under the wrong order; the order that was sent before it, afterwards."""
    vault, sheet = tmp_path / "office.thbvault", tmp_path / "board.pdf"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        first = added(session, small, wave=1)
        added(session, small, number="EIO-2", reference="LI-2/EIO", wave=2)
        registered(session, small, number="E-07", instrument_id=first.id)
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Sent and received")
    clerk.enters(NEW, LINE)
    clerk.waits_for_button("Correct")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"For the instrument": "EIO-1", "On": "24.3.2026", "Why it is corrected": "The slip says so"})
    clerk.takes(CORRECTING)
    clerk.enters(NEW, EARLIER)
    clerk.screen.picture("listed")
    clerk.opens_section("Orders and requests")
    clerk.waits_for_button("Board")
    clerk.presses("Board")
    clerk.sees_dialog("Board of requests")
    reads_in(clerk, "Requests", "2026-03-24  received\nCourier")
    reads_in(clerk, "Requests", "E-07")
    clerk.screen.picture("board")
    clerk.presses("Print the board")
    clerk.chooses_files("Where the sheet is written", str(sheet))
    clerk.reads("written: \u2066board.pdf")
    clerk.escapes()
    clerk.leaves()

    printed = subprocess.run(["pdftotext", "-raw", sheet, "-"], check=True, capture_output=True).stdout
    told = " ".join(printed.decode().split())
    assert told.index("S-2 EIO-1 2026-03-20") < told.index("S-1 EIO-1 2026-03-24")
    with closing(reopen(vault)) as session:
        log = board.list_log(session, small.case.id)
    assert [(order and order.number, each.sent_on) for order, each in log] == [
        ("EIO-1", date(2026, 3, 20)),
        ("EIO-1", date(2026, 3, 24)),
    ]
    assert clerk.screen.errors() == ""
