"""Findings of a check: a code, a standing, and the values of its sentence, which `words` writes."""

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Union

Value = Union[str, int, datetime, timedelta, StrEnum, "Where", "Heading", "Finding", tuple["Value", ...]]
"""A value in a sentence: a name or number, a time, a code, a part of what was checked, words of a data pack,
another finding, or a list. Codes, parts and findings are written in words.
"""


OF_CUSTODY = "custody-"
"""Prefix of the code of a finding about a document's attached custody extract."""


class Standing(StrEnum):
    """The result for one checked thing.

    UNKNOWN: the program cannot decide it, and a person must look. For a rule, BROKEN blocks, UNKNOWN warns
    and HOLDS only informs.
    """

    HOLDS = "holds"
    UNKNOWN = "unknown"
    BROKEN = "broken"


SAID = {Standing.HOLDS: "valid", Standing.UNKNOWN: "unknown", Standing.BROKEN: "NOT VALID"}
"""What a command prints for each standing. Programs read the values of the enumeration instead."""


REMARK = "remark"
"""What a command prints for a finding that holds, and says of something that it proves nothing."""
_REMARKS = frozenset({"revocation-list-aside"})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A part of what was checked: its kind, and its number (or first and last) or its names.

    of: how many of its kind there are. field: of a row, as a form has it ("interview.place").
    """

    kind: str
    first: int = 0
    last: int = 0
    of: int = 0
    names: tuple[str, ...] = ()
    field: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Heading:
    """What a data pack calls something, by language."""

    texts: tuple[tuple[str, str], ...]

    def in_language(self, language: str) -> str:
        """The words in this language; else in English, or in the first one that it has."""
        texts = dict(self.texts)
        return texts.get(language) or texts.get("en") or next(iter(texts.values()))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One result of a check.

    code: stable, in small letters, or the number of a rule. case: selects the sentence of this code. where:
    the checked part, from the outside in, written before the sentence. about: the id of its row. field: the
    form field beside which it is shown ("interview.place").
    """

    code: str
    standing: Standing
    case: str = ""
    values: Mapping[str, Value] = dataclasses.field(default_factory=dict, hash=False)
    where: tuple[Where, ...] = ()
    about: str = ""
    field: str = ""

    @property
    def is_remark(self) -> bool:
        """Whether it holds, and says of something that it proves nothing."""
        return self.standing is Standing.HOLDS and self.code in _REMARKS

    @property
    def said(self) -> str:
        """What a command prints before its sentence."""
        return REMARK if self.is_remark else SAID[self.standing]

    @property
    def key(self) -> str:
        """The key of its sentence in the catalogue."""
        return f"{self.code}.{self.case}" if self.case else self.code


def of_entry(seq: int) -> Where:
    """Return an entry of the event chain, by its number."""
    return Where(kind="entry", first=seq, last=seq)


def of_exhibit(number: str) -> Where:
    """Return an exhibit, by its number."""
    return Where(kind="exhibit", names=(number,))


def verdict(findings: Iterable[Finding]) -> Standing:
    """Return the worst standing among the findings; UNKNOWN if nothing was checked."""
    standings = {finding.standing for finding in findings}
    for worst in (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS):
        if worst in standings:
            return worst
    return Standing.UNKNOWN


class _Maker:
    """Makes findings with one standing."""

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
        """key: a code, optionally with a point and the case. more: values in addition to the named ones."""
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
