"""Conduct: what could be seen or heard beside the words. An assessment of it has no code."""

from dataclasses import dataclass
from enum import StrEnum


class ConductCode(StrEnum):
    """Observable behaviour. No table has these codes: they stand in the list of a turn."""

    CRIES = "CRIES"
    SILENCE = "SILENCE"
    NODS = "NODS"
    SHAKES_HEAD = "SHAKES_HEAD"
    POINTS = "POINTS"
    DRAWS = "DRAWS"
    SHOWS_BODY_PART = "SHOWS_BODY_PART"
    TREMBLES = "TREMBLES"
    LOOKS_AWAY = "LOOKS_AWAY"
    LAUGHS = "LAUGHS"
    WHISPERS = "WHISPERS"
    RAISED_VOICE = "RAISED_VOICE"
    LEAVES_ROOM = "LEAVES_ROOM"
    ASKS_BREAK = "ASKS_BREAK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """One behaviour. seconds: how long, where it was counted. about: to what somebody points, or what they
    show.
    """

    code: ConductCode
    seconds: int | None = None
    about: str = ""
