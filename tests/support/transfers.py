"""Transfers: answers for bundles of tests."""

from dataclasses import replace
from typing import TYPE_CHECKING

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.transfer import Transfer

if TYPE_CHECKING:
    from ui.export.view import ExportView

AT_HOME = Transfer(
    state="BE", party=PartyKind.AUTHORITY, special=True, special_because="The facts of the offence"
)
"""To an authority of the State of the small case, and of the sample cases."""

WITHOUT_SPECIAL = replace(AT_HOME, special=False, special_because="")
"""The same with the answer that no special categories of data are in it: where a case is about exploitation
of which testimony tells of health or sex life, it leaves for a reason alone.
"""


def answer(view: "ExportView") -> None:
    """Answer what the window asks of a bundle for an authority at home."""
    given = AT_HOME
    view.transfer.set_values(state=given.state, party=given.party, special=given.special)
    view.transfer.set_values(special_because=given.special_because)
