"""Proceedings of two States by real keys: entered, a suspect in both, and told side by side."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.screen_reader import Spoken, plain
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.parallel import Periods
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import proceedings
from thb_desktop.services.persons import people

ADDING = "Add a proceeding"


def cells(clerk: Clerk, table: str) -> list[Spoken]:
    return [each for found in clerk.reader.find(table, "table") for each in clerk.reader.inside(found)]


def test_two_proceedings_are_entered_with_a_suspect_of_both_and_told_side_by_side(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    small = small_case(session)
    session.close()
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Proceedings")
    for country, reference, begins, ends, facts in (
        ("BE", "FD35.98.12/26", "2025-01-10", "2025-09-30", "Flats in Liege"),
        ("RO", "1234/P/2026", "2025-06-01", "", "Recruitment in Iasi"),
    ):
        clerk.enters(
            ADDING,
            {
                "State": country,
                "Reference": reference,
                "Language": "English",
                "Text": "Trafficking in human beings",
                "Facts and places, in few words": facts,
                "Period from": begins,
                "Period to": ends,
            },
        )
        clerk.waits_for_choice("Proceedings", "list item")
    clerk.opens_section("Persons")
    clerk.waits_for_button("Roles")
    for reference in ("FD35.98.12/26", "1234/P/2026"):
        clerk.presses("Roles")
        clerk.sees_dialog(f"Roles of {small.person.code}")
        given = {"Status given by": "Prosecutor of Liege", "Status given on": "2026-03-14"}
        given["Status given on the basis of"] = "Indictment of 14 March"
        clerk.enters("Add a role", {"Role": "Suspect", "In which proceeding": reference, **given})
        clerk.escapes()
    clerk.opens_section("Proceedings")
    clerk.presses("Side by side")
    clerk.sees_dialog("Proceedings side by side")
    clerk.reads("2009/948/JHA")
    told = [plain(each.name) for each in cells(clerk, "Proceedings, periods and persons")]
    assert told.count("not recorded") == 3, told  # both authorities, and an end that nobody entered
    told = [plain(each.name) for each in cells(clerk, "Each two proceedings")]
    assert told[-2:] == ["The recorded periods overlap", small.person.code]
    clerk.screen.picture("side by side")
    clerk.escapes()
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    found = proceedings.proceedings_of(session, case.id)
    roles = people.list_roles(session, case.id)[-2:]
    session.close()
    assert {(each.given_by, each.given_on and each.given_on.edtf, each.given_under) for each in roles} == {
        ("Prosecutor of Liege", "2026-03-14", "Indictment of 14 March")
    }
    (pair,) = found.pairs
    assert (pair.first.country, pair.second.country) == ("BE", "RO")
    assert (pair.periods, pair.persons) == (Periods.OVERLAP, (small.person.id,))
    assert pair.second.facts == "Recruitment in Iasi"
    assert clerk.screen.errors() == ""
