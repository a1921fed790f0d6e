"""Who is present: a record calls a protected person by their pseudonym (V-I-31). Their name lies sealed with
their identity.
"""

from collections.abc import Iterator

from thb_desktop.domain.interview import Presence
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.people import Person
from thb_desktop.findings import Finding
from thb_desktop.findings import broken as refuse


def is_named(row: Presence, person: Person) -> bool:
    """Whether a row calls a person whose name is not told by another name than their pseudonym."""
    return person.is_unnamed and row.name.strip() != person.code.strip()


def check_presences(record: InterviewInFull) -> Iterator[Finding]:
    unnamed = {each.id: each for each in record.unnamed_present}
    for row in record.presences:
        person = unnamed.get(row.person_id) if row.person_id else None
        if person is not None and is_named(row, person):
            yield refuse("V-I-31", about=row.id, field="presence.name", person=person.code)
