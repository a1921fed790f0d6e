"""A handling code by real keys: entered with what a provider gave, refused without the code, corrected."""

from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.instruments import added
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.cooperation_codes import ConditionKind, HandlingCode, SourceGrade
from thb_desktop.services.case_file import cases
from thb_desktop.services.cooperation import use_conditions

ADDING = "Enter a condition of use"
CORRECTING = "Correct a condition of use: C-1"


def test_a_handling_code_is_entered_with_a_condition_and_corrected(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    session = new_session(vault)
    order = added(session, small_case(session))
    session.close()
    clerk.opens(vault, PASSPHRASE)

    clerk.opens_section("Conditions")
    clerk.presses("Add")
    clerk.sees_dialog(ADDING)
    clerk.fills(
        {
            "Number in the file": "C-1",
            "Kind": "Handling code of the provider",
            "Condition": "As marked by Europol",
            "For what came under": order.number,
            "Imposed by": "Europol",
        }
    )
    clerk.screen.keys("ctrl+Return")
    clerk.waits_for_focus("Handling code")
    clerk.fills({"Handling code": "H1", "Provider's grade of the source": "B"})
    clerk.takes(ADDING)
    clerk.waits_for_choice("Conditions", "list item")
    clerk.presses("Correct")
    clerk.sees_dialog(CORRECTING)
    clerk.fills({"Handling code": "H2", "Why it is corrected": "The cover letter says H2"})
    clerk.screen.picture("correcting")
    clerk.takes(CORRECTING)
    clerk.leaves()

    session = reopen(vault)
    (condition,) = use_conditions.list_conditions(session, cases.list_cases(session)[0].case.id)
    session.close()
    assert (condition.kind, condition.handling) == (ConditionKind.HANDLING_CODE, HandlingCode.EUROPOL_H2)
    assert condition.source_grade is SourceGrade.B
    assert condition.information_grade is None
    assert clerk.screen.errors() == ""
