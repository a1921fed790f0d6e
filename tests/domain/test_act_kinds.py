"""The closed list of acts has every act, and nothing else."""

from thb_desktop.domain.act_kinds import KINDS_OF_ACTS
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import CustodyAction


def test_each_act_of_the_program_is_in_the_closed_list_and_no_other_word():
    assert set(KINDS_OF_ACTS) == {*VaultAction, *CustodyAction}
