"""What a verifier says: findings, each with its standing and one sentence, and the verdict they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from thb_desktop.findings import Standing

__all__ = ["Finding", "Standing", "broken", "holds", "in_short", "unknown", "verdict"]

_LISTED = 30
"""Up to this many numbers are named; of more, only how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was checked: a stable code, how it stands, and a sentence for a person.

    subject: where there is a finding for each, a kind and the number on the pages ("exhibit E-01", "file").
    events: how many events of it are there. root: the SHA-256 of a root certificate still to be compared.
    """

    code: str
    standing: Standing
    sentence: str
    subject: str = ""
    events: int = 0
    root: str = ""


def verdict(findings: Iterable[Finding]) -> Standing:
    """The worst standing among the findings; with nothing checked, nothing is known."""
    standings = {finding.standing for finding in findings}
    for worst in (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS):
        if worst in standings:
            return worst
    return Standing.UNKNOWN


def in_short(findings: Iterable[Finding]) -> list[Finding]:
    """The findings as people read them: what holds of many subjects alike is said once, where it begins."""
    places: list[list[Finding]] = []
    alike: dict[str, list[Finding]] = {}
    for finding in findings:
        if not finding.subject or finding.standing is not Standing.HOLDS:
            places.append([finding])
        elif finding.code in alike:
            alike[finding.code].append(finding)
        else:
            places.append(alike.setdefault(finding.code, [finding]))
    return [_taken_together(place) for place in places]


def _taken_together(alike: list[Finding]) -> Finding:
    if len(alike) == 1:
        return alike[0]
    numbers: dict[str, list[str]] = {}
    for finding in alike:
        kind, _, number = finding.subject.partition(" ")
        numbers.setdefault(kind, []).append(number)
    events = sum(finding.events for finding in alike)
    sentence = (
        f"Custody record: of each of the {len(alike)} subjects shown, all recorded events are here "
        f"({events} events): {'; '.join(_listed(kind, found) for kind, found in numbers.items())}."
    )
    return replace(alike[0], sentence=sentence, subject="", events=events)


def _listed(kind: str, numbers: list[str]) -> str:
    many = "s" if len(numbers) > 1 else ""
    if all(numbers) and len(numbers) <= _LISTED:
        return f"{kind}{many} {', '.join(numbers)}"
    return f"{len(numbers)} {kind}{many}"


def holds(code: str, sentence: str) -> Finding:
    return Finding(code=code, standing=Standing.HOLDS, sentence=sentence)


def unknown(code: str, sentence: str) -> Finding:
    return Finding(code=code, standing=Standing.UNKNOWN, sentence=sentence)


def broken(code: str, sentence: str) -> Finding:
    return Finding(code=code, standing=Standing.BROKEN, sentence=sentence)
