"""A joint action day by real keys: numbers issued, printed, voided and used, a person found, nothing left."""

import subprocess
from pathlib import Path

from tests.support.action_days import action_team, voided_number
from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.services.case_file import cases
from thb_desktop.services.evidence import action_days
from thb_desktop.services.evidence.action_days import action_day_of, findings_of
from thb_desktop.services.evidence.exhibits import list_exhibits

TEAM, PERSON = "Enter a team of an action day", "Enter a person found"
VOID = "Void a number, or a row of them (EX-0107 \u2013 EX-0112)"
DAY, SHEET = "Action day", "Where the sheet is written"
REGISTER, QUESTION = "Register an exhibit", "Is this right?"
ISSUED = {
    "Team": "T-1",
    "Action day": "June",
    "Place": "Bacau, house",
    "Begins, by the clock of the place": "1.6.2026 05:00",
    "First number of an exhibit": "EX-0102",
    "Last number of an exhibit": "EX-0101",
}
USED = {
    "Number": "EX-0101",
    "Language": "Fr",
    "Text": "Carnet",
    "Kind": "Paper document",
    "Collected": "1.6.2026 06:00",
    "Collected by": "P-1",
    "Event": "Seized",
    "Date and time": "1.6.2026 06:00",
    "By": "P-1",
    "Reason": "Search",
    "Reason for late entry": "Paper file",
}


def compares(clerk: Clerk) -> None:
    clerk.presses(DAY)
    clerk.sees_dialog(DAY)


def closes(clerk: Clerk) -> None:
    clerk.screen.keys("Escape")
    clerk.screen.until(lambda: not clerk.reader.find(DAY, "dialog"), "the action day does not close")


def issues_numbers(clerk: Clerk) -> None:
    """The last number stands before the first one; it is refused, and mended in the form."""
    clerk.opens_section("Teams")
    clerk.presses("Add")
    clerk.sees_dialog(TEAM)
    clerk.fills(ISSUED)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("500")
    clerk.fills({"First number of an exhibit": "EX-0101"})
    clerk.fills({"Last number of an exhibit": "EX-0102"})
    clerk.takes(TEAM)


def prints_the_run_sheet(clerk: Clerk, target: Path) -> None:
    compares(clerk)
    clerk.reads("numbers neither used nor voided: EX-0101 \u2013 EX-0102")
    clerk.screen.picture("open")
    clerk.presses("Run sheet of the team")
    clerk.chooses_files(SHEET, str(target))
    clerk.reads(f"page written: {target.name}")
    closes(clerk)


def voids_a_number(clerk: Clerk) -> None:
    clerk.opens_section("Voided numbers")
    clerk.enters(VOID, {"Of the team": "T-1", "Number": "EX-0102", "Why no exhibit has it": "Label torn"})


def uses_the_other(clerk: Clerk) -> None:
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("No exhibits yet")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("Register an exhibit")
    clerk.fills(USED)
    clerk.takes("Register an exhibit")
    clerk.sees("EX-0101", "label")
    clerk.goes_to("Cases", "ctrl+1")


def finds_a_person(clerk: Clerk) -> None:
    clerk.opens_section("Persons found")
    clerk.enters(
        PERSON,
        {"Number, without a name": "F-1", "Found by the team": "T-1", "Found on": "1.6.2026 06:20"},
    )
    compares(clerk)
    clerk.reads("nothing is decided")
    closes(clerk)
    clerk.presses("Correct")
    clerk.sees_dialog("Correct a person found: F-1")
    clerk.fills(
        {
            "What was decided": "To be heard",
            "Decided on": "2.6.2026",
            "Decided by": "Judge Exemple",
            "Why it is corrected": "Decided since",
        }
    )
    clerk.takes("Correct a person found: F-1")


def test_each_number_of_a_team_and_each_person_found_is_accounted_for(clerk: Clerk, tmp_path: Path):
    vault, sheet = tmp_path / "office.thbvault", tmp_path / "run.pdf"
    session = new_session(vault)
    small_case(session)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    issues_numbers(clerk)
    prints_the_run_sheet(clerk, sheet)
    voids_a_number(clerk)
    uses_the_other(clerk)
    finds_a_person(clerk)
    compares(clerk)
    clerk.reads("Every number is used or voided, and something is decided for each person found.")
    clerk.screen.picture("reconciled")
    closes(clerk)
    clerk.leaves()

    told = subprocess.run(["pdftotext", "-raw", sheet, "-"], check=True, capture_output=True).stdout.decode()
    session = reopen(vault)
    (listed,) = cases.list_cases(session)
    day = action_day_of(session, listed.case.id)
    (team,) = day.teams
    session.close()
    assert "EX-0101" in told
    assert "EX-0102" in told
    assert (team.issued, team.used, team.voided) == (("EX-0101", "EX-0102"), ("EX-0101",), ("EX-0102",))
    assert findings_of(day) == ()


def test_two_teams_in_two_states_are_followed_from_their_labels_to_the_list_of_persons_found(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    labels, after = tmp_path / "labels.pdf", tmp_path / "after.pdf"
    session = new_session(vault)
    small_case(session)
    session.close()
    second = {
        **ISSUED,
        "Team": "T-2",
        "Place": "Brussels, flat",
        "Begins, by the clock of the place": "1.6.2026 04:00 Brussels",
        "First number of an exhibit": "EX-0102",
        "Last number of an exhibit": "EX-0203",
    }

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Teams")
    clerk.enters(
        TEAM,
        {**ISSUED, "First number of an exhibit": "EX-0101", "Last number of an exhibit": "EX-0102"},
    )
    clerk.presses("Add")
    clerk.sees_dialog(TEAM)
    clerk.fills(second)
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Another team or an exhibit already has one of these numbers. Choose others.")
    clerk.fills({"First number of an exhibit": "EX-0201"})
    clerk.takes(TEAM)
    compares(clerk)
    clerk.presses("Labels of the team")
    clerk.reads("Please choose the sheet.")
    clerk.fills({"Sheet of labels": "4 forms for bags (A6)"})
    clerk.presses("Labels of the team")
    clerk.chooses_files(SHEET, str(labels))
    clerk.reads(f"page written: {labels.name}")
    closes(clerk)
    uses_the_other(clerk)
    clerk.opens_section("Voided numbers")
    clerk.presses("Add")
    clerk.sees_dialog(VOID)
    clerk.fills({"Of the team": "T-1", "Number": "EX-0101", "Why no exhibit has it": "Label torn"})
    clerk.screen.keys("ctrl+Return")
    clerk.reads("Another team or an exhibit already has one of these numbers. Choose others.")
    clerk.fills({"Number": "EX-0102"})
    clerk.takes(VOID)
    nothing = {"Of the team": "T-2", "Number": "EX-0201 \u2013 EX-0203"}
    clerk.enters(VOID, {**nothing, "Why no exhibit has it": "Nothing found"})
    clerk.opens_section("Persons found")
    for number, team, at, child in (
        ("F-1", "T-1", "1.6.2026 05:40", "No"),
        ("F-2", "T-2", "1.6.2026 05:20 Brussels", "Yes"),
    ):
        said = {"Number, without a name": number, "Found by the team": team, "Found on": at}
        clerk.enters(PERSON, {**said, "May be a child": child})
    compares(clerk)
    clerk.reads("nothing is decided")
    clerk.screen.picture("two teams")
    clerk.presses("Print what is open")
    clerk.chooses_files(SHEET, str(after))
    clerk.reads(f"page written: {after.name}")
    closes(clerk)
    clerk.leaves()

    issued, told = (" ".join(printed(each).split()) for each in (labels, after))
    assert all(f"EX-010{each}" in issued for each in (1, 2))
    assert "EX-0201" not in issued
    assert issued.count("Scell\xe9") == 2, "each bag has a line for its seal"
    assert "T-2 EX-0201 \u2013 EX-0203 Nothing found" in told
    assert "T-1 EX-0101 \u2013 EX-0102 (2) 1 1 0" in told
    assert told.index("Personnes trouv\xe9es") < told.index("F-2 :") < told.index("F-1 :")
    assert "F-2 T-2 2026-06-01 05:20 +02:00" in told
    assert clerk.screen.errors() == ""


def printed(file: Path) -> str:
    return subprocess.run(["pdftotext", "-raw", file, "-"], check=True, capture_output=True).stdout.decode()


def test_the_run_sheet_tells_each_beginning_by_both_clocks_in_the_night_in_which_they_change(
    clerk: Clerk, tmp_path: Path
):
    vault, sheet = tmp_path / "office.thbvault", tmp_path / "run.pdf"
    session = new_session(vault)
    small_case(session)
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Teams")
    for number, place, begins in (
        ("T-1", "Brussels, flat", "28.3.2026 23:30"),
        ("T-2", "Bacau, house", "29.3.2026 04:30 Bucharest"),
    ):
        first = f"EX-0{number[-1]}01"
        clerk.enters(
            TEAM,
            {
                "Team": number,
                "Action day": "March",
                "Place": place,
                "Begins, by the clock of the place": begins,
                "First number of an exhibit": first,
                "Last number of an exhibit": first,
            },
        )
    compares(clerk)
    clerk.presses("Run sheet of the team")
    clerk.chooses_files(SHEET, str(sheet))
    clerk.reads(f"page written: {sheet.name}")
    closes(clerk)
    clerk.leaves()

    told = subprocess.run(["pdftotext", "-raw", sheet, "-"], check=True, capture_output=True).stdout.decode()
    assert "T-2 Bacau, house 2026-03-29 03:30 +02:00 2026-03-29 04:30 +03:00" in told
    assert clerk.screen.errors() == ""


def answers(clerk: Clerk, key: str) -> None:
    clerk.sees_dialog(QUESTION)
    clerk.reads("Number EX-0102 was voided.")
    clerk.reads("Label torn")
    clerk.screen.picture("asked")
    clerk.screen.keys(key)
    clerk.screen.until(lambda: not clerk.reader.find(QUESTION, "dialog"), "the question stays")


def test_a_voided_number_is_asked_about_before_an_exhibit_gets_it(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    case_id = small_case(session).case.id
    team = action_days.add_team(session, action_team(case_id, last_number="EX-0104"))
    for number in ("EX-0102", "EX-0103"):
        action_days.void_number(session, voided_number(case_id, team.id, number=number))
    session.close()

    clerk.opens(vault, PASSPHRASE)
    clerk.goes_to("Exhibits", "ctrl+3")
    clerk.sees("No exhibits yet")
    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(REGISTER)
    clerk.fills({**USED, "Number": "EX-0102"})
    clerk.screen.keys("ctrl+Return")
    answers(clerk, "Return")
    clerk.sees(REGISTER, "dialog")
    clerk.screen.keys("ctrl+a")
    clerk.screen.keys("E", "X", "minus", "0", "1", "0", "1")
    clerk.screen.keys("ctrl+Return")
    clerk.screen.until(lambda: not clerk.reader.find(REGISTER, "dialog"), "the form does not close")
    clerk.sees("EX-0101", "label")

    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog(REGISTER)
    clerk.fills({**USED, "Number": "EX-0102"})
    clerk.screen.keys("ctrl+Return")
    answers(clerk, "alt+s")
    clerk.screen.until(lambda: not clerk.reader.find(REGISTER, "dialog"), "the form does not close")
    clerk.sees("EX-0102", "label")
    clerk.leaves()

    session = reopen(vault)
    numbers = {each.exhibit.number for each in list_exhibits(session, case_id)}
    session.close()
    assert numbers == {"EX-0101", "EX-0102"}
    assert clerk.screen.errors() == ""
