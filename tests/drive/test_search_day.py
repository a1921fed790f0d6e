"""A search by real keys: exhibits one after the other, with labels that were printed in advance, then one act
over all of them.
"""

from pathlib import Path

from tests.support.action_days import action_team
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.labels import IssuedLabel, IssuedNumber
from thb_desktop.domain.vocabulary import CustodyAction
from thb_desktop.services.evidence import action_days, custody, exhibits

REGISTER, RECORD = "Register an exhibit", "Record a custody event"
FIRST = {
    "Language": "Fr",
    "Text": "Carnet",
    "Kind": "Paper document",
    "Person or place of origin": "Kitchen",
    "Collected": "1.6.2026 06:00",
    "Collected by": "P-1",
    "Seal": "BE-1",
    "Event": "Seized",
    "Date and time": "1.6.2026 06:00",
    "By": "P-1",
    "Reason": "Search",
    "Reason for late entry": "Paper file",
}
STORED = {
    "Event": "Stored",
    "Date and time": "2.6.2026 12:00",
    "By": "Registrar",
    "Reason": "Deposit",
    "Place": "Room B",
    "Reason for late entry": "Paper file",
}
NUMBERS = ("EX-0101", "EX-0102", "EX-0103")


def begins(clerk: Clerk) -> None:
    """The cursor is where the number is typed: not on a button."""
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(REGISTER)
    clerk.waits_for_focus("Number")


def scans(clerk: Clerk, case: CaseId, number: str) -> None:
    label = IssuedLabel(issued=IssuedNumber(case_id=case, number=number), case="")
    clerk.screen.types(label.code)
    clerk.screen.keys("Return")


def registers_the_first(clerk: Clerk, case: CaseId) -> None:
    """The label of another case is refused; the next scan takes its place."""
    begins(clerk)
    scans(clerk, CaseId("0" * 32), "EX-0900")
    clerk.reads("This label was printed for another case.")
    clerk.screen.keys("ctrl+a")
    scans(clerk, case, "EX-0101")
    clerk.waits_for_focus("Language")
    clerk.fills(FIRST)
    clerk.takes(REGISTER)
    clerk.sees("EX-0101", "label")


def registers_another(clerk: Clerk, case: CaseId, number: str, seal: str) -> None:
    """As the one before: what is typed is the title, the kind and the seal, and each by one key."""
    begins(clerk)
    clerk.screen.keys("alt+a")
    scans(clerk, case, number)
    clerk.waits_for_focus("Text")
    clerk.screen.types("Carnet")
    clerk.screen.keys("alt+k")
    clerk.waits_for_focus("Kind")
    clerk.screen.types("Paper")
    clerk.screen.keys("alt+s")
    clerk.waits_for_focus("Seal")
    clerk.screen.types(seal)


def stores_all(clerk: Clerk) -> None:
    clerk.goes_to("Custody", "ctrl+4")
    clerk.reads("3 events recorded in this case")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(RECORD)
    clerk.fills({"Exhibit": "EX-0101", "Several exhibits at once": "yes"})
    clerk.reaches("Further exhibits")
    clerk.screen.keys("Home", "shift+End", "space")
    clerk.reads("The event is recorded for 3 exhibits.")
    clerk.fills(STORED)
    clerk.screen.picture("all")
    clerk.takes(RECORD)
    clerk.reads("6 events recorded in this case")


def test_exhibits_of_a_search_are_registered_from_their_labels_and_stored_by_one_act(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    case = small_case(session).case.id
    action_days.add_team(session, action_team(case))
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("No exhibits yet")
    registers_the_first(clerk, case)
    registers_another(clerk, case, "EX-0102", "BE-1")
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Another exhibit has or had a seal with this number.")
    clerk.waits_for_focus("Seal")
    clerk.screen.picture("same-seal")
    clerk.screen.keys("ctrl+a")
    clerk.screen.types("BE-2")
    clerk.takes(REGISTER)
    clerk.sees("EX-0102", "label")
    registers_another(clerk, case, "EX-0103", "BE-3")
    clerk.takes(REGISTER)
    clerk.sees("EX-0103", "label")
    stores_all(clerk)
    clerk.leaves()

    session = reopen(vault)
    listed = exhibits.list_exhibits(session, case)
    day = action_days.action_day_of(session, case)
    acts = [custody.list_events(session, each.exhibit.id)[-1] for each in listed]
    session.close()
    assert tuple(each.exhibit.number for each in listed) == NUMBERS
    assert [each.exhibit.seal for each in listed] == ["BE-1", "BE-2", "BE-3"]
    assert {(each.exhibit.source, each.exhibit.titles) for each in listed} == {
        ("Kitchen", (("fr", "Carnet"),))
    }
    assert [each.used for each in day.teams] == [NUMBERS]
    assert {each.action for each in acts} == {CustodyAction.STORED}
    assert len({each.act_id for each in acts}) == 1
    assert clerk.screen.errors() == ""
