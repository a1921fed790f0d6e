"""What a version tells of the custody of an exhibit of which it shows masked copies alone.

A digest of what is masked would let it be guessed, and a name, a place or a reason may be what is masked. So
no word and no digest of an event is told: only which act it was, when, and what its comparison gave. What the
events leave open when they are read together is told without the words in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.custody_findings import check_custody
from thb_desktop.domain.digest_lists import Compared, check_compared
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.vocabulary import CustodyAction, VerificationResult
from thb_desktop.findings import Finding, Value

UNTOLD = "[…]"
"""What stands in a finding in the place of a name, a number or other words of an event."""
FEW = 4
"""Up to so many characters it is told in how many a digest differs: a slip of the pen shows."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalEvent:
    """A custody event without its words: "event n of N" of its exhibit. is_of_program: whether the program
    noted when it occurred. late_entry_reason: `UNTOLD` if one was given.
    """

    number: int
    action: CustodyAction
    occurred_at: datetime
    recorded_at: datetime
    result: VerificationResult | None = None
    is_of_program: bool = False
    late_entry_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalTold:
    """The custody of an exhibit that is not in a version itself. number: of the exhibit. copies: the numbers
    of its masked copies in the version. findings: without words of events. differing: by the number of an
    event, in how few characters the digest that it states differs from that of the only file.
    """

    number: str
    copies: tuple[str, ...]
    events: tuple[OriginalEvent, ...]
    findings: tuple[Finding, ...] = ()
    differing: tuple[tuple[int, int], ...] = ()


def original_told(
    exhibit: Exhibit,
    events: Sequence[CustodyEvent],
    files: Sequence[ExhibitFile],
    lists: Sequence[Compared] = (),
    *,
    copies: tuple[str, ...],
    at: datetime,
) -> OriginalTold:
    """at: the moment for which the findings are said."""
    findings = (*check_custody(exhibit, events, files, at=at), *check_compared(lists))
    return OriginalTold(
        number=exhibit.number,
        copies=copies,
        events=tuple(
            OriginalEvent(
                number=each.number,
                action=each.action,
                occurred_at=each.occurred_at,
                recorded_at=each.recorded_at,
                result=each.result,
                is_of_program=each.is_of_program,
                late_entry_reason=UNTOLD if each.late_entry_reason else "",
            )
            for each in events
        ),
        findings=tuple(map(_without_words, findings)),
        differing=tuple(
            (number, count)
            for each in findings
            if each.key == "custody.digest-differs" and isinstance(number := each.values.get("n"), int)
            for count in differing_characters(number, events, files)
        ),
    )


def differing_characters(
    number: object, events: Sequence[CustodyEvent], files: Sequence[ExhibitFile]
) -> Iterator[int]:
    """Return in how few characters the digest that an event states differs from that of the only file."""
    for event in (each for each in events if each.number == number):
        for file in files if len(files) == 1 else ():
            count = sum(one != other for one, other in zip(event.sha256, file.sha256, strict=False))
            if count <= FEW and len(event.sha256) == len(file.sha256):
                yield count


def _without_words(finding: Finding) -> Finding:
    """Return a finding that names no row and tells no words of an event."""
    values = {name: _told(name, value) for name, value in finding.values.items()}
    return replace(finding, values=values, about="", where=())


def _told(name: str, value: Value) -> Value:
    """Keep codes, counts, days and the names of fields; no text, and no list of texts."""
    if isinstance(value, StrEnum | int) or name == "field":
        return value
    return value if isinstance(value, str) and _DAY.fullmatch(value) else UNTOLD
