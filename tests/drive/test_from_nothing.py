"""From an empty folder by real keys: a vault, its users, a case and its people, and the first record begun.

Passphrases are derived at the cost that the program chooses for this computer.
"""

from pathlib import Path

from tests.drive.test_whole_case import AUTHORITY, INTERPRETER, INTERVIEW, OFFICIAL, PERSONS, enter_case
from tests.support.clerk import Clerk
from tests.support.controllers import INTERPRETER_PASSPHRASE, reopen
from tests.support.screen_reader import plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import corrections
from thb_desktop.services.office import users
from thb_desktop.services.persons import people
from thb_desktop.services.testimony import interviews

OFFICE = {"Office": "Cabinet 0, Liege", "Your name": "Claire Delvaux"}
ANSWERS = {"Your function": "Investigating judge", "Former words of drafts": "Kept"}
KEEPER, HIS_PASSPHRASE = "Piet Bewaarder", "copper meadow lantern walnut saffron"
CODE = "Recovery code "


def makes_a_vault(clerk: Clerk, folder: Path) -> None:
    """Through the wizard; the code is typed back as the screen reader tells it."""
    clerk.program = clerk.screen.program()
    clerk.presses("Make a new vault")
    clerk.waits_for_focus("Office")
    clerk.fills(OFFICE | ANSWERS | {"Folder": str(folder)})
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Passphrase")
    clerk.whispers("Passphrase", PASSPHRASE)
    clerk.whispers("Passphrase, repeated", PASSPHRASE)
    clerk.screen.keys("Return")
    clerk.reads("It is shown only once.")
    code = next(name for each in clerk.reader.shown() if (name := plain(each.name)).startswith(CODE))
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Recovery code")
    clerk.screen.types(code.removeprefix(CODE))
    clerk.screen.keys("Return")
    clerk.sees("Vault and user")
    clerk.reads("No case yet")


def adds_users(clerk: Clerk) -> None:
    """A custodian, alone; then an interpreter, with the custodian as second person."""
    clerk.goes_to("Office", "ctrl+7")
    clerk.presses("Add a user")
    clerk.sees_dialog("Add a user")
    clerk.fills({"Name": KEEPER, "Function": "Evidence"})
    for field in ("New passphrase", "New passphrase, repeated"):
        clerk.whispers(field, HIS_PASSPHRASE)
    clerk.whispers("Your own passphrase", PASSPHRASE)
    clerk.fills({"Reason for acting alone": "the office begins"})
    clerk.takes("Add a user")
    clerk.reads(f"{KEEPER}\u2069 was added")
    clerk.presses("Add a user")
    clerk.sees_dialog("Add a user")
    clerk.fills({"Name": INTERPRETER["Name"], "Function": "Interpreter"})
    for field in ("New passphrase", "New passphrase, repeated"):
        clerk.whispers(field, INTERPRETER_PASSPHRASE)
    clerk.whispers("Passphrase of the second person", HIS_PASSPHRASE)
    clerk.takes("Add a user")
    clerk.reads(f"{INTERPRETER['Name']}\u2069 was added")


def enters_people(clerk: Clerk) -> None:
    """Who is in the case; what was typed wrongly is corrected, for a reason."""
    for section, form, entry in (
        ("Persons", "Add a person", PERSONS[1]),
        ("Officials", "Add an official", OFFICIAL | {"User of this vault": "Claire"}),
        ("Interpreters", "Add an interpreter or translator", INTERPRETER | {"User of this vault": "Meron"}),
        ("Authorities", "Add an authority", AUTHORITY | {"State": "FR"}),
    ):
        clerk.opens_section(section)
        clerk.enters(form, entry)
    clerk.presses("Correct")
    clerk.sees("Why it is corrected", "text")
    clerk.fills({"State": "BE", "Why it is corrected": "typed wrongly"})
    clerk.screen.keys("ctrl+Return")
    clerk.screen.until(lambda: not clerk.reader.find("Why it is corrected", "text"), "it does not close")


def begins_the_record(clerk: Clerk) -> None:
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("New interview")
    clerk.fills(INTERVIEW)
    clerk.takes("New interview")
    clerk.sees("Formalities")
    clerk.screen.keys("ctrl+shift+n")
    clerk.waits_for_focus("New turn, French")


def test_an_office_begins_with_an_empty_folder_and_ends_at_the_first_turn_of_a_record(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office"

    makes_a_vault(clerk, vault)
    adds_users(clerk)
    clerk.goes_to("Cases", "ctrl+1")
    enter_case(clerk)
    enters_people(clerk)
    begins_the_record(clerk)
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    (authority,) = cases.list_authorities(session, case.id)
    (interpreter,) = people.list_interpreters(session, case.id)
    (held,) = interviews.list_interviews(session, case.id)
    by_name = {each.name: each for each in users.list_users(session)}
    corrected = corrections.list_corrections(session, authority.id)
    session.close()
    assert {name: each.role for name, each in by_name.items()} == {
        OFFICE["Your name"]: v.UserRole.INVESTIGATING_JUDGE,
        KEEPER: v.UserRole.EVIDENCE_CUSTODIAN,
        INTERPRETER["Name"]: v.UserRole.INTERPRETER,
    }
    assert interpreter.user_id == by_name[INTERPRETER["Name"]].id
    assert authority.country == "BE"
    assert [(each.before, each.after, each.reason) for each in corrected] == [("FR", "BE", "typed wrongly")]
    assert held.interview.number == INTERVIEW["Number"]
    assert clerk.screen.errors() == ""
