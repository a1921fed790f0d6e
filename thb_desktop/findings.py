"""What a check found: a code, how it stands, and the values of its sentence, which `words` says."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Union

Value = Union[str, int, datetime, StrEnum, tuple["Value", ...]]  # noqa: UP007 - it names itself
"""What a sentence can hold: a number or name as it stands, a moment, a code (said in words), or a list."""


class Standing(StrEnum):
    """How one thing stands after a check.

    UNKNOWN: the program cannot decide it, and a person must look. Of a rule: BROKEN refuses, UNKNOWN warns.
    """

    HOLDS = "holds"
    UNKNOWN = "unknown"
    BROKEN = "broken"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was checked.

    code: stable, small words; a rule's number comes first and what exactly is wrong after a point
    ("V-I-06.copy-not-said"). about: the id of the row it is about. field: what a form would show it beside
    ("interview.place").
    """

    code: str
    standing: Standing
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict, hash=False)
    about: str = ""
    field: str = ""

    @property
    def rule(self) -> str:
        """The code without what stands after its point: the number of the rule."""
        return self.code.partition(".")[0]


def holds(code: str, *, about: str = "", field: str = "", **values: Value) -> Finding:
    return Finding(code=code, standing=Standing.HOLDS, values=values, about=about, field=field)


def unknown(code: str, *, about: str = "", field: str = "", **values: Value) -> Finding:
    return Finding(code=code, standing=Standing.UNKNOWN, values=values, about=about, field=field)


def broken(code: str, *, about: str = "", field: str = "", **values: Value) -> Finding:
    return Finding(code=code, standing=Standing.BROKEN, values=values, about=about, field=field)
