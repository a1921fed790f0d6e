"""What the formalities of a draft lack before it is read back.

A field that nobody filled is named, and nothing is taken for its answer.
"""

from collections.abc import Iterator
from datetime import datetime

from thb_desktop.domain import interview_fields as described
from thb_desktop.domain.blank import is_empty
from thb_desktop.domain.fields import Description
from thb_desktop.domain.interview import Caution
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.interview_rules import Longest, check_interview
from thb_desktop.findings import Finding
from thb_desktop.findings import holds as tell

_LATER = frozenset(
    {
        *("interview.segments", "interview.corrections", "interview.signatures"),
        *(
            f"{described.INTERVIEW.name}.{field.name}"
            for section in ("read_back", "closing")
            for field in described.INTERVIEW.of_section(section)
        ),
    }
)
"""What is entered at the reading back or after it, and the account, which is no formality."""
_CERTIFIED = "V-I-32"
"""An interpreter certifies what was read back."""
_LATER_ROWS = tuple(f"{each.name}." for each in (described.CORRECTION, described.SIGNATURE))


def check_before_reading_back(
    record: InterviewInFull, *, now: datetime, longest: Longest
) -> tuple[Finding, ...]:
    """Return the unmet rules about what can be entered before the reading back, then what is expected and
    not entered, which is only told. The account may be left out of the record: nothing is said of it.
    """
    found = check_interview(record, now=now, longest=longest)
    due = (
        each
        for each in found
        if each.field not in _LATER and not each.field.startswith(_LATER_ROWS) and each.code != _CERTIFIED
    )
    return (*due, *_expected(record.without_struck()))


def _expected(record: InterviewInFull) -> Iterator[Finding]:
    yield from _not_entered(described.INTERVIEW, record.interview)
    by_entity = {each.entity: each for each in described.ROWS}
    for row in record.rows:
        if not isinstance(row, Caution) or row.given:
            yield from _not_entered(by_entity[type(row)], row, about=row.id)


def _not_entered(description: Description, value: object, *, about: str = "") -> Iterator[Finding]:
    for field in description.fields:
        if field.expected and is_empty(getattr(value, field.name)):
            yield tell("V-I-01.expected", about=about, field=f"{description.name}.{field.name}")
