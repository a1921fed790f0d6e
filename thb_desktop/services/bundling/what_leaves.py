"""What leaves in a bundle: all that a bundle tells, to ask what binds it."""

from collections.abc import Iterable

from thb_desktop.domain.bundle import BundleContent, ExhibitInFull
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
