"""What leaves in a bundle: all that a bundle tells, to ask what binds it."""

from collections.abc import Iterable

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.services.bundling.scoping import Scope, entries_told
from thb_desktop.services.cooperation.sources import Taken
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry


def taken_with(
    connection: Connection,
    told: Scope | BundleContent,
    held: Iterable[InterviewInFull],
    taken: Iterable[ExhibitInFull],
) -> Taken:
    """Return all that leaves with these records and exhibits, to ask what binds it."""
    claims = [each.id for one in told.frame.told for each in one.claims]
    return Taken(
        records=[each.interview for each in held],
        items=[each.exhibit for each in taken],
        entries=[*entries_told(told), *registry.PERSON_CLAIM.among(connection, "id", claims)],
    )


def listed_in(content: BundleContent) -> tuple[tuple[str, str], ...]:
    """Return every entry that a bundle holds and that something may be entered of later: the name of its
    table, and its id. What a signed record consists of is in it with the record, and so are the files of an
    exhibit.
    """
    frame, jobs = content.frame, content.language
    entries = (
        *entries_told(content),
        *(*frame.roles, *frame.merges),
        *(each.interview for each in content.interviews),
        *(each.exhibit for each in content.exhibits),
        *(each.job for each in jobs),
        *(told.version for each in jobs for told in (*each.versions, *each.former)),
        *(stale.told.version for each in jobs for stale in each.stale),
        *(note for each in jobs for note in each.annotations),
    )
    claims = (each.id for told in frame.told for each in told.claims)
    return tuple(
        dict.fromkeys(
            (
                *((registry.table_of(each).name, str(each.id)) for each in entries),
                *((registry.PERSON_CLAIM.name, each) for each in claims if each),
            )
        )
    )
