"""Stays by real keys: a place and who was there, as a record says; corrected, and found in the chronology."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import held_interview, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.stay_codes import PlaceKind, StayRole
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.persons import stays

PLACE, STAY = "Add an object", "Enter where a person was, as a source says"
CORRECTING = "Correct a stay: Was lodged there by others"


def test_where_a_person_was_is_entered_corrected_and_led_to_from_the_chronology(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    held = held_interview(session, small)
    session.close()
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Objects")
    clerk.enters(PLACE, {"Number": "AD-1", "Kind": "Address", "Description": "Quai 9, Liege"})
    clerk.opens_section("Stays")
    clerk.enters(
        STAY,
        {
            "Person": small.person.code,
            "Place": "AD-1",
            "What the place was to the person": "Was lodged there by others",
            "Kind of place then": "Hotel",
            "From": "2025-03~",
            "Record of the source": held.number,
            "Place in the source": "Turn 12",
        },
    )
    clerk.waits_for_choice("Stays", "list item")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"To": "4.6.2025", "Why it is corrected": "Turn 14 says when she left"})
    clerk.screen.picture("correcting")
    clerk.takes(CORRECTING)
    clerk.opens_section("Details")
    clerk.presses("Chronology")
    clerk.sees_dialog("Chronology")
    clerk.reaches("Drawing of the chronology; the list below says the same")
    clerk.screen.keys("Home", "Down")
    clerk.waits_for_button("Go to the source")
    clerk.screen.picture("chronology")
    clerk.screen.keys("Return")
    clerk.waits_for_choice("Stays", "list item")
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    (stay,) = stays.list_stays(session, case.id)
    (corrected,) = corrections.list_corrections(session, stay.id)
    session.close()
    assert (stay.person_id, stay.said_in_id, stay.source) == (small.person.id, held.id, "Turn 12")
    assert (stay.role, stay.place_kind) == (StayRole.LODGED, PlaceKind.HOTEL)
    assert (stay.since, stay.until) == (PartialDate("2025-03~"), PartialDate("2025-06-04"))
    assert corrected.field == "until"
    assert clerk.screen.errors() == ""
