"""Codes of a joint action day: what a person found needs, and what was decided."""

from enum import StrEnum


class FoundNeed(StrEnum):
    """What a person found needs at once, as the team saw it."""

    MEDICAL = "MEDICAL"
    INTERPRETER = "INTERPRETER"
    SHELTER = "SHELTER"
    GUARDIAN = "GUARDIAN"
    PROTECTION = "PROTECTION"
    OTHER = "OTHER"


class FoundOutcome(StrEnum):
    """What was decided for a person found."""

    REFERRED = "REFERRED"
    TO_BE_HEARD = "TO_BE_HEARD"
    DECLINED_HELP = "DECLINED_HELP"
    NO_INDICATION = "NO_INDICATION"
    OTHER = "OTHER"
