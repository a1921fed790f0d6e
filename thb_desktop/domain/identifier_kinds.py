"""Kinds of identifiers that are found in a text, whatever their writing."""

from enum import StrEnum


class IdentifierKind(StrEnum):
    """What a text may contain that is written in many ways."""

    PHONE = "PHONE"
    IBAN = "IBAN"
    CARD = "CARD"
    PLATE = "PLATE"
    EMAIL = "EMAIL"
    HANDLE = "HANDLE"
    WALLET = "WALLET"
    IP = "IP"


NAMES = frozenset((IdentifierKind.EMAIL, IdentifierKind.HANDLE, IdentifierKind.WALLET, IdentifierKind.IP))
"""Those whose form is certain: their words alone say less."""
