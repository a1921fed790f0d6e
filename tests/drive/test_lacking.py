"""What a draft lacks, by real keys: F10 lists it and leads to the field; what was entered leaves the list."""

from contextlib import closing
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.driven import NUMBER
from tests.support.offices import small_case
from tests.support.records import held, turn
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.testimony import interviews

LIST, PROCEDURE = "Before the reading back", "Procedure"
BASIS, STATE = "Legal basis", "State of the legal basis"
LACKS, EXPECTED = f"The record does not say: {BASIS}", f"Expected, and not entered: {STATE}"


def leads_to(clerk: Clerk, finding: str, field: str) -> None:
    """Go through the list by F10 until this is chosen, and by Enter to its field."""

    def is_chosen() -> bool:
        items = (each for each in clerk.reader.shown() if each.role == "list item" and each.is_chosen)
        return any(finding.casefold() in each.name.casefold() for each in items)

    for _ in range(20):
        if clerk.screen.soon(is_chosen, 2):
            break
        clerk.screen.keys("F10")
    clerk.screen.until(is_chosen, f"{finding!r} is not chosen")
    clerk.screen.keys("Return")
    clerk.sees_dialog(PROCEDURE)
    clerk.waits_for_focus(field)


def no_longer_reads(clerk: Clerk, finding: str) -> None:
    def is_gone() -> bool:
        return not any(finding.casefold() in each.name.casefold() for each in clerk.reader.shown())

    clerk.screen.until(is_gone, f"{finding!r} is still listed")


def test_what_a_draft_lacks_is_listed_entered_at_its_field_and_corrected(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    with closing(new_session(vault)) as session:
        record = held(session, small_case(session), number=NUMBER, legal_basis="", legal_basis_state="")
        turn(session, record)
    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Interviews", "ctrl+2")
    clerk.sees("Account", "table")
    clerk.reads("Missing: ")

    clerk.screen.keys("F10")
    clerk.sees(LIST, "list")
    leads_to(clerk, LACKS, BASIS)
    clerk.fills({BASIS: "art. 47 CIC"})
    clerk.takes(PROCEDURE)
    no_longer_reads(clerk, LACKS)

    leads_to(clerk, EXPECTED, STATE)
    clerk.fills({STATE: "B"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Please write the two letters of a State")
    clerk.fills({STATE: "be", BASIS: "art. 47bis CIC"})
    clerk.takes(PROCEDURE)
    no_longer_reads(clerk, EXPECTED)
    clerk.leaves()

    with closing(reopen(vault)) as session:
        case_id = cases.list_cases(session)[0].case.id
        (kept,) = (each.interview for each in interviews.list_interviews(session, case_id))
    assert (kept.legal_basis, kept.legal_basis_state) == ("art. 47bis CIC", "BE")
