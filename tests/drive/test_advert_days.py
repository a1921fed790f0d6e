"""Advertisements in the chronology by real keys: counted from afar, seen near by, led to their exhibit."""

from contextlib import closing
from pathlib import Path

from tests.services.casework.test_chronology import advertised
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import small_case
from tests.support.screen_reader import Spoken, plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.casework.chronology import MOST

DRAWING = "Drawing of the chronology; the list below says the same"


def told(clerk: Clerk) -> list[Spoken]:
    """The cell of the list that tells the advertisement of March 2024."""
    (table,) = clerk.reader.find("Points of the chronology", "table") or [None]
    cells = clerk.reader.inside(table) if table else []
    return [each for each in cells if "12 March 2024, q.example 402" in plain(each.name)]


def test_many_advertisements_are_counted_and_a_near_one_leads_to_its_exhibit(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    many = [f"2026-01-{1 + each % 9:02} {each % 24:02}:00" for each in range(MOST)]
    with closing(new_session(vault)) as session:
        small = small_case(session)
        held = advertised(session, small, tmp_path, *many, "04/05/2026", "12 March 2024", "3 Jan")

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Details")
    clerk.presses("Chronology")
    clerk.sees_dialog("Chronology")
    clerk.reads(f"Advertisements: {MOST + 2} points, counted alone")
    clerk.reads("1 without a known date")
    clerk.screen.picture("counted")
    clerk.reaches(DRAWING)
    clerk.screen.keys("plus", "plus", *["Left"] * 12)
    clerk.screen.until(lambda: told(clerk), "the one that is near is not listed")
    clerk.screen.keys("Down")
    clerk.waits_for_button("Go to the source")
    clerk.screen.picture("near")
    clerk.screen.clicks(*told(clerk), times=2)
    clerk.sees(held.number, "label")
    clerk.waits_for_button("Sources")
    clerk.screen.picture("source")
    clerk.leaves()

    assert clerk.screen.errors() == ""
