"""What a verifier says: findings, each with its standing and one sentence, and the verdict they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How one promise stands after a check."""

    HOLDS = "holds"
    UNKNOWN = "unknown"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was checked: a stable code, how it stands, and a sentence for a person."""

    code: str
    standing: Standing
    sentence: str


def verdict(findings: Iterable[Finding]) -> Standing:
    """The worst standing among the findings; with nothing checked, nothing is known."""
    standings = {finding.standing for finding in findings}
    for worst in (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS):
        if worst in standings:
            return worst
    return Standing.UNKNOWN


def holds(code: str, sentence: str) -> Finding:
    return Finding(code=code, standing=Standing.HOLDS, sentence=sentence)


def unknown(code: str, sentence: str) -> Finding:
    return Finding(code=code, standing=Standing.UNKNOWN, sentence=sentence)


def broken(code: str, sentence: str) -> Finding:
    return Finding(code=code, standing=Standing.BROKEN, sentence=sentence)
