"""Marks: what stands in a version for a recipient in the place of words that were masked.

A mark has a number and the code of the reason. Its width tells nothing of what it stands for.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from thb_desktop.domain.vocabulary import RedactionReason

LIST = "records/redactions.json"
"""Where a bundle has the list of its redactions."""
FORMAT = "thb-redactions/1"
WITHHELD = "withheld"
"""The part of a translation in which the list names what is withheld as a whole, with its place from 1."""
WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "exhibit": (
            *("titles", "source", "legal_authority", "emergency", "ratification"),
            *("seal", "description", "details", "keep_ground", "keep_decided_by"),
            *("extract_because", "known_limits", "other_verification"),
        ),
        "exhibit_file": ("name", "struck"),
        "custody_event": (
            *("actor", "reason", "place", "document", "witness", "from_party", "to_party", "condition"),
            *("tracking", "packaging", "method", "tool", "write_blocker", "amount", "notified"),
            *("wrong_value", "right_value", "note", "late_entry_reason", "actor_id", "strokes"),
            *("read_errors", "deviations"),
        ),
    }
)
"""The fields of which no event in a bundle tells anything, where words of a row are masked."""
WITHHELD_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType({"bank_statement": ("same_because",)})
"""The fields that a version for a recipient withholds whatever they say: typed by the office in passing, and
perhaps with a name.
"""
_REASONS = "|".join(each.value for each in RedactionReason)
MARK = re.compile(rf"⟦(R-\d{{3,6}}) ({_REASONS})⟧")


def in_runs(numbers: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers of redactions, of those that follow each other the first and the last. A file can
    have hundreds.
    """
    runs = list[list[str]]()
    for each in numbers:
        if runs and _count(each) == _count(runs[-1][-1]) + 1:
            runs[-1][1:] = [each]
        else:
            runs.append([each])
    return tuple(" \u2013 ".join(each) for each in runs)


def _count(number: str) -> int:
    return int(number.rpartition("-")[2])
