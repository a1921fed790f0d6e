"""Transfers: answers for bundles of tests."""

from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.vocabulary import PartyKind

AT_HOME = Transfer(state="BE", party=PartyKind.AUTHORITY, special=False)
"""To an authority of the State of the small case."""
