"""The table of pay by real keys: an unknown stays unknown, and a figure leads to its exhibit and back."""

from contextlib import closing
from pathlib import Path

from tests.support import money
from tests.support.clerk import Clerk
from tests.support.controllers import new_session
from tests.support.offices import act, exhibit, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain.finance_codes import PayFigureKind
from thb_desktop.services.evidence import exhibits
from thb_desktop.services.money import finance


def comes_back(clerk: Clerk) -> None:
    """From the exhibit to the case, which stands on the same figure."""
    clerk.waits_for_choice("Exhibits", "check box")
    clerk.reads("E-1")
    clerk.goes_to("Cases", "ctrl+1")
    clerk.waits_for_choice("Pay", "list item")


def test_a_figure_of_pay_leads_to_its_exhibit_and_one_comes_back(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "office.thbvault"
    with closing(new_session(vault)) as session:
        small = small_case(session)
        roster = exhibits.register_exhibit(session, exhibit(small), act())
        hours = {"kind": PayFigureKind.HOURS_WORKED, "amount": "262", "currency": "", "source": "Row 3"}
        for changes in ({}, {**hours, "exhibit_id": roster.id}):
            finance.add_pay_figure(session, money.pay_figure(small.case.id, small.person.id, **changes))

    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Pay")
    clerk.waits_for_button("Go to the source")
    clerk.presses("Go to the source")
    clerk.reads("This entry names no exhibit and no statement as its source.")
    clerk.presses("Pay table")
    clerk.sees_dialog("Pay: calculation")
    clerk.reads("What is short is not known of 1 row.")
    clerk.reaches("Figures of the chosen row")
    clerk.screen.keys("Home")
    clerk.waits_for_button("Go to the figure")
    clerk.screen.picture("figures")
    clerk.screen.keys("alt+u")
    comes_back(clerk)
    clerk.reaches("Pay")
    clerk.screen.keys("End")
    clerk.presses("Go to the source")
    comes_back(clerk)
    clerk.leaves()
    assert clerk.screen.errors() == ""
