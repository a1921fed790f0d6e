"""Reasons for signing despite a warning: what was told before the signature, and why it was signed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from thb_desktop.domain import cooperation_codes, vocabulary
from thb_desktop.domain.ids import AgentId, InterviewId, RowId
from thb_desktop.domain.times import from_text, to_text
from thb_desktop.findings import Finding, Standing, Value

INWARD = frozenset({"V-I-05.also-for-a-suspect", "V-I-05.also-for-a-victim"})
"""Warnings for the office alone: they tell of other interviews of the case."""
_INWARD_RULES = ("V-I-22",)
"""The same: they tell which words may be the address of a protected person."""

_TEXT, _NUMBER, _MOMENT, _SPAN = "", "number", "moment", "span"
_LIST = "[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningReason:
    """One warning that was told, and the reason of the person who signed.

    rule: the key of its sentence ("V-I-05.dialect"). field, about: as the finding had them. said: the values
    of the sentence, each with its name, its kind (a vocabulary, "number", "moment", "span" or nothing for
    text) and its text; a list has a line for each of its values, whose name ends in "[]". So the sentence is
    said again later in any language, though the rule may have changed by then.
    """

    id: RowId
    interview_id: InterviewId
    rule: str
    reason: str
    given_by: AgentId
    at: datetime
    field: str = ""
    about: str = ""
    said: tuple[tuple[str, str, str], ...] = ()

    @property
    def is_inward(self) -> bool:
        """Whether this warning and its reason stay in the office: its content is in no bundle."""
        return is_inward(self.rule)

    @property
    def finding(self) -> Finding:
        """The warning as it was told."""
        return replace(finding_of(self.rule, self.said), about=self.about, field=self.field)


def is_inward(rule: str) -> bool:
    """Whether warnings of this key stay in the office."""
    return rule in INWARD or rule.partition(".")[0] in _INWARD_RULES


def finding_of(rule: str, said: tuple[tuple[str, str, str], ...]) -> Finding:
    """Return a warning by the key of its sentence and its values; ValueError for one that cannot be read."""
    code, _, case = rule.partition(".")
    return Finding(code=code, case=case, standing=Standing.UNKNOWN, values=_values(said))


def said_by(finding: Finding) -> tuple[tuple[str, str, str], ...]:
    """The values of a warning, as a `WarningReason` keeps them; ValueError for one that is no plain value."""
    return tuple(line for name, value in finding.values.items() for line in _lines(name, value))


def _lines(name: str, value: Value) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, tuple):
        yield from ((f"{name}{_LIST}", *_written(each)) for each in value)
    else:
        yield (name, *_written(value))


def _values(said: tuple[tuple[str, str, str], ...]) -> dict[str, Value]:
    values: dict[str, Value] = {}
    for name, kind, text in said:
        single = name.removesuffix(_LIST)
        if single == name:
            values[name] = _read(kind, text)
        else:
            before = values.get(single, ())
            values[single] = (*(before if isinstance(before, tuple) else ()), _read(kind, text))
    return values


def _written(value: Value) -> tuple[str, str]:
    match value:
        case StrEnum():
            return type(value).__name__, value.value
        case str():
            return _TEXT, value
        case int():
            return _NUMBER, str(value)
        case datetime():
            return _MOMENT, to_text(value)
        case timedelta():
            return _SPAN, str(int(value.total_seconds()))
    message = "a warning holds plain values"
    raise ValueError(message)


def _read(kind: str, text: str) -> Value:
    match kind:
        case "":
            return text
        case "number":
            return int(text)
        case "moment":
            return from_text(text)
        case "span":
            return timedelta(seconds=int(text))
    codes = getattr(vocabulary, kind, None) or getattr(cooperation_codes, kind, None)
    if isinstance(codes, type) and issubclass(codes, StrEnum) and text in {each.value for each in codes}:
        return codes(text)
    return text
