"""The manual's tables of rights and of acts that take two persons are the program's own."""

from tests.support.code import ROOT
from thb_desktop.domain.rights import Right, may
from thb_desktop.domain.second_person import TWO_PERSON_ACTS
from thb_desktop.domain.vocabulary import UserRole

LINES = ROOT.joinpath("docs/manual/rights.md").read_text("utf-8").splitlines()


def test_the_manual_has_a_line_for_each_right_with_the_roles_that_hold_it():
    listed = [line for line in LINES if line.startswith("| `") and line.count("|") == len(UserRole) + 2]

    assert listed == [
        f"| `{right.value}` | " + " | ".join("yes" if may(role, right) else "" for role in UserRole) + " |"
        for right in Right
    ]


def test_the_manual_has_a_line_for_each_act_of_two_persons():
    listed = [line for line in LINES if line.startswith("| `") and line.count("|") == 3]

    assert listed == [f"| `{act.value}` | `{right.value}` |" for act, right in TWO_PERSON_ACTS.items()]
