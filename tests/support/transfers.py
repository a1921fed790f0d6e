"""Transfers: answers for bundles of tests."""

from dataclasses import replace
from typing import TYPE_CHECKING

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.transfer import Transfer

if TYPE_CHECKING:
    from ui.export.view import ExportView

AT_HOME = Transfer(state="BE", party=PartyKind.AUTHORITY, special=False)
"""To an authority of the State of the small case."""

WITH_SPECIAL = replace(AT_HOME, special=True, special_because="The facts of the offence")
"""The same for a case about exploitation of which testimony tells of health or sex life."""


def answer(view: "ExportView") -> None:
    """Answer what the window asks of a bundle for an authority at home."""
    given = WITH_SPECIAL
    view.transfer.set_values(state=given.state, party=given.party, special=given.special)
    view.transfer.set_values(special_because=given.special_because)
