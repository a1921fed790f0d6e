"""Transfers: answers for bundles of tests."""

from typing import TYPE_CHECKING

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.transfer import Transfer

if TYPE_CHECKING:
    from ui.export.view import ExportView

AT_HOME = Transfer(state="BE", party=PartyKind.AUTHORITY, special=False)
"""To an authority of the State of the small case."""


def answer(view: "ExportView") -> None:
    """Answer what the window asks of a bundle for an authority at home."""
    view.transfer.set_values(state=AT_HOME.state, party=AT_HOME.party, special=AT_HOME.special)
