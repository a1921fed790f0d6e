"""What a check found: a code, how it stands, and the values of its sentence, which `words` says."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Union

Value = Union[str, int, datetime, timedelta, StrEnum, "Where", "Finding", tuple["Value", ...]]
"""What a sentence can hold: a name or number as it stands, a time, a code, a part of what was checked,
another finding, or a list. Codes, parts and findings are said in words."""


OF_CUSTODY = "custody-"
"""Stands before the code of a finding about the custody extract that a document carries."""


class Standing(StrEnum):
    """How one thing stands after a check.

    UNKNOWN: the program cannot decide it, and a person must look. Of a rule: BROKEN refuses, UNKNOWN warns.
    """

    HOLDS = "holds"
    UNKNOWN = "unknown"
    BROKEN = "broken"


SAID = {Standing.HOLDS: "valid", Standing.UNKNOWN: "unknown", Standing.BROKEN: "NOT VALID"}
"""What a command prints for each standing. Programs read the values of the enumeration instead."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A part of what was checked: its kind, and its number (or first and last) or its names.

    of: how many of its kind there are.
    """

    kind: str
    first: int = 0
    last: int = 0
    of: int = 0
    names: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was checked.

    code: stable, in small words, or the number of a rule. case: which of the sentences of this code it is.
    where: the part that it is about, from the outside in; it is said before the sentence. about: the id of
    the row that it is about. field: beside what a form shows it ("interview.place").
    """

    code: str
    standing: Standing
    case: str = ""
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict, hash=False)
    where: tuple[Where, ...] = ()
    about: str = ""
    field: str = ""

    @property
    def key(self) -> str:
        """Under what its sentence stands in the catalogue."""
        return f"{self.code}.{self.case}" if self.case else self.code


def of_entry(seq: int) -> Where:
    """An entry of the event chain, by its number."""
    return Where(kind="entry", first=seq, last=seq)


def verdict(findings: Iterable[Finding]) -> Standing:
    """The worst standing among the findings; with nothing checked, nothing is known."""
    standings = {finding.standing for finding in findings}
    for worst in (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS):
        if worst in standings:
            return worst
    return Standing.UNKNOWN


class _Maker:
    """Makes findings of one standing."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def __call__(
        self,
        key: str,
        more: Mapping[str, Value] | None = None,
        /,
        *,
        where: Where | None = None,
        about: str = "",
        field: str = "",
        **values: Value,
    ) -> Finding:
        """key: a code, and after a point the case. more: values besides those that are named here."""
        code, _, case = key.partition(".")
        return Finding(
            code=code,
            case=case,
            standing=self._standing,
            values={**(more or {}), **values},
            where=(where,) if where else (),
            about=about,
            field=field,
        )


holds, unknown, broken = _Maker(Standing.HOLDS), _Maker(Standing.UNKNOWN), _Maker(Standing.BROKEN)
