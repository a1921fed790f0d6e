"""Quality: what a recipient is told of how whole, verified and up to date an item is."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Completeness(StrEnum):
    """Whether an item is there whole."""

    COMPLETE = "COMPLETE"
    EXTRACT = "EXTRACT"
    REDACTED = "REDACTED"


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityStatement:
    """What a recipient is told of the quality of one item (Directive (EU) 2016/680, Article 7).

    verified_at: the digests of its files, by a recorded verification. supplemented: later records are in the
    case. corrected_at: when what is printed of an exhibit was last corrected, its custody included.
    extract_because, known_limits, up_to_date_on, other_verification: what the office says of an exhibit.
    """

    kind: str
    number: str
    completeness: Completeness
    verified_at: datetime | None = None
    supplemented: bool = False
    corrected_at: datetime | None = None
    extract_because: str = ""
    known_limits: str = ""
    up_to_date_on: date | None = None
    other_verification: str = ""
