"""Codes of a line-up: what was shown, and what the person said."""

from enum import StrEnum


class LineupKind(StrEnum):
    """What was shown to the person heard."""

    PHOTOGRAPHS = "PHOTOGRAPHS"
    PERSONS = "PERSONS"
    VIDEO = "VIDEO"
    VOICES = "VOICES"
    THINGS = "THINGS"
    OTHER = "OTHER"


class LineupResult(StrEnum):
    """What the person said. POSSIBLY: they named somebody and were not sure."""

    RECOGNISED = "RECOGNISED"
    POSSIBLY = "POSSIBLY"
    NOBODY = "NOBODY"
    DECLINED = "DECLINED"
