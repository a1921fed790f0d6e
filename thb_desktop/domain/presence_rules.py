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


def named_in(record: InterviewInFull, row: Presence) -> Person | None:
    """The person whose name is not told and whom this row of the record calls by it; None for nobody."""
    found = (each for each in record.unnamed_present if each.id == row.person_id and is_named(row, each))
    return next(found, None)


def check_presences(record: InterviewInFull) -> Iterator[Finding]:
    """Check every row, struck ones too: they are printed as they are."""
    for row in record.presences:
        person = named_in(record, row)
        if person is not None:
            yield refuse("V-I-31", about=row.id, field="presence.name", person=person.code)
