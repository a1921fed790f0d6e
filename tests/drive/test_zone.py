"""The place and its time zone by real keys: misspelt, of another place, told, and mended."""

from contextlib import closing
from pathlib import Path

from tests.drive.test_lacking import no_longer_reads
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import NUMBER
from tests.support.offices import small_case
from tests.support.records import held, turn
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.vocabulary import Premises
from thb_desktop.services.case_file import cases
from thb_desktop.services.testimony import interviews

PLACE, ZONE = "Time and place", "Time zone of the place"
STREET, TOWN, STATE = "Street and number of the place", "Town of the place", "State of the place"
SHELTER = "The place is a shelter, and its address is entered"
DIFFERS = "These times have another offset than the clocks of the place had then"


def test_a_place_is_misspelt_then_told_too_much_of_and_then_true(clerk: Clerk, tmp_path: Path):
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
    clerk.fills({"Premises": "Shelter", STREET: "Rue Imaginaire 12", TOWN: "Liège", STATE: "Belgium"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("two letters of a State")
    clerk.fills({STATE: "BE", ZONE: "Bucarestt"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please choose a time zone")
    clerk.fills({ZONE: "Bucharest"})
    clerk.takes(PLACE)
    clerk.reads("Bucharest (Europe/Bucharest)")
    clerk.screen.keys("F10")
    clerk.reads(DIFFERS)
    clerk.reads(SHELTER)
    clerk.screen.keys("Return")
    clerk.sees_dialog(PLACE)
    clerk.waits_for_focus(STREET)
    clerk.fills({STREET: "", ZONE: "Reykjavik"})
    clerk.takes(PLACE)
    clerk.reads("Reykjavik (Atlantic/Reykjavik)")
    no_longer_reads(clerk, DIFFERS)
    no_longer_reads(clerk, SHELTER)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        case_id = cases.list_cases(session)[0].case.id
        (kept,) = (each.interview for each in interviews.list_interviews(session, case_id))
    assert kept.zone == "Atlantic/Reykjavik"
    assert (kept.premises, kept.place_street, kept.place_town, kept.place_country) == (
        *(Premises.SHELTER, ""),
        *("Liège", "BE"),
    )
    assert clerk.screen.errors() == ""
