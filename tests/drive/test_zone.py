"""The time zone of the place by real keys: misspelt, of another place, told, and mended."""

from contextlib import closing
from pathlib import Path

from tests.drive.test_lacking import no_longer_reads
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import NUMBER
from tests.support.offices import small_case
from tests.support.records import held, turn
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.testimony import interviews

PLACE, ZONE = "Time and place", "Time zone of the place"
DIFFERS = "These times have another offset than the clocks of the place had then"


def test_the_zone_of_a_place_is_misspelt_then_of_another_place_and_then_true(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    with closing(new_session(vault)) as session:
        record = held(session, small_case(session), number=NUMBER, zone="")
        turn(session, record)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.sees("Account", "table")
    clerk.screen.keys("F7")
    clerk.presses(PLACE, "list item")

    clerk.presses("Change")
    clerk.sees_dialog(PLACE)
    clerk.fills({ZONE: "Bucarestt"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please choose a time zone")
    clerk.fills({ZONE: "Bucharest"})
    clerk.takes(PLACE)
    clerk.reads("Bucharest (Europe/Bucharest)")
    clerk.screen.keys("F10")
    clerk.reads(DIFFERS)
    clerk.screen.keys("Return")
    clerk.sees_dialog(PLACE)
    clerk.waits_for_focus(ZONE)
    clerk.fills({ZONE: "Reykjavik"})
    clerk.takes(PLACE)
    clerk.reads("Reykjavik (Atlantic/Reykjavik)")
    no_longer_reads(clerk, DIFFERS)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        case_id = cases.list_cases(session)[0].case.id
        (kept,) = (each.interview for each in interviews.list_interviews(session, case_id))
    assert kept.zone == "Atlantic/Reykjavik"
    assert clerk.screen.errors() == ""
