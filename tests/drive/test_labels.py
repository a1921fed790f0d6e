"""Labels by real keys: a code that was not read whole is scanned again, here and in the search."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import registered, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.labels import Label


def test_a_clerk_scans_again_what_was_not_read_and_is_led_to_the_right_exhibit(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    kept = [registered(session, small, number=f"THING-{number}") for number in (1, 2, 3)]
    session.close()
    first, *_, last = (Label(exhibit_id=each.id, number="", case="", seal="").code for each in kept)

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.screen.keys("ctrl+f")
    clerk.waits_for_focus("Search exhibits")
    clerk.screen.types(f"{last[:-1]}")
    clerk.screen.keys("Return")
    clerk.reads("This is no code of a label, or it was not read whole.")
    clerk.reads("Choose an exhibit in the list.")
    clerk.screen.types(last)
    clerk.screen.keys("Return")
    clerk.sees("THING-3", "label")

    clerk.reaches("Search exhibits")
    clerk.screen.types("THING-3")
    clerk.reads("1 exhibit")
    clerk.screen.keys("ctrl+k")
    clerk.sees_dialog("Search")
    clerk.screen.types(first)
    clerk.screen.keys("Return")
    clerk.sees("THING-1", "label")
    clerk.leaves()

    assert clerk.screen.errors() == ""
