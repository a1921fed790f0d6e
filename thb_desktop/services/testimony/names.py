"""Names: how those whom a record names are called at its signature."""

from collections.abc import Iterator
from dataclasses import replace

from thb_desktop.domain.ids import RowId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.scope import references_of
from thb_desktop.domain.signed_names import Said, SignedName, names_of, names_of_roles
from thb_desktop.services.core.unit_of_work import UnitOfWork
from thb_desktop.vault.tables import registry

_TABLES = (registry.PERSON, registry.OFFICIAL, registry.INTERPRETER, registry.AUTHORITY, registry.INSTRUMENT)


def names_in(work: UnitOfWork, record: InterviewInFull) -> tuple[SignedName, ...]:
    """Return the names of what the record names, except in struck rows; the caller saves them."""
    return tuple(
        SignedName(
            id=RowId(work.new_id()),
            interview_id=record.interview.id,
            entity=entity,
            subject_id=subject,
            said=said,
        )
        for subject, (entity, said) in _names(work, record)
    )


def _names(work: UnitOfWork, record: InterviewInFull) -> Iterator[tuple[str, tuple[str, Said]]]:
    standing = replace(record.without_struck(), segments=record.segments)
    renderings = (each for full in standing.segments for each in full.renderings)
    rows = (standing.interview, *standing.rows, *standing.certifications, *renderings)
    for subject in dict.fromkeys(target for row in rows for target in references_of(row)):
        found = (table.find(work.connection, subject) for table in _TABLES)
        yield from ((subject, names_of(entry)) for entry in found if entry is not None)
    yield record.person.id, names_of_roles(record.roles)
