"""Findings in short form for people: equal results for many subjects become one."""

from collections.abc import Iterable
from dataclasses import replace

from thb_desktop.findings import OF_CUSTODY, Finding, Where, holds

_LISTED = 30
"""Up to this many numbers are listed; of more, only the count."""
_NUMBERED = {"exhibit", "interview"}
"""Kinds of subjects that people know by a number; for the others only the count."""
_TAKEN_TOGETHER = "completeness.whole"


def in_short(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in order; those of complete subjects become one, in the place of the first."""
    places: list[list[Finding]] = []
    alike: dict[tuple[str, tuple[Where, ...]], list[Finding]] = {}
    for finding in findings:
        context = (finding.code, finding.where[:-1])
        if finding.key.removeprefix(OF_CUSTODY) != _TAKEN_TOGETHER:
            places.append([finding])
        elif context in alike:
            alike[context].append(finding)
        else:
            places.append(alike.setdefault(context, [finding]))
    return [_taken_together(place) for place in places]


def _taken_together(alike: list[Finding]) -> Finding:
    first = alike[0]
    if len(alike) == 1:
        return first
    numbers: dict[str, list[str]] = {}
    for finding in alike:
        subject = finding.where[-1]
        numbers.setdefault(subject.kind, []).extend(subject.names)
    together = holds(
        "completeness.together",
        count=len(alike),
        events=sum(int(str(finding.values["count"])) for finding in alike),
        subjects=tuple(_listed(kind, found) for kind, found in numbers.items()),
    )
    return replace(together, code=first.code, where=first.where[:-1])


def _listed(kind: str, numbers: list[str]) -> Where:
    if len(numbers) <= _LISTED and kind in _NUMBERED:
        return Where(kind=kind, names=tuple(numbers))
    return Where(kind=kind, of=len(numbers))
