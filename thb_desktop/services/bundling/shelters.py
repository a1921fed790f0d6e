"""The addresses of shelters: whether pages show them, with the masks of a version."""

from datetime import datetime

from thb_desktop.domain.address_rules import tells_shelter
from thb_desktop.domain.ids import DisclosureId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.masking import Masks, number_of
from thb_desktop.errors import RedactionStaleError
from thb_desktop.services.bundling.redactions import redactions_of
from thb_desktop.vault.database import Connection


def shows_shelter(
    connection: Connection,
    disclosure_id: DisclosureId | None,
    interview: Interview,
    *,
    until: datetime | None = None,
) -> bool:
    """Whether the pages of a version would show the address of a shelter, masked as the record is there.

    A mask of an earlier text masks nothing. until: the time of pages that were made: masks that were made or
    withdrawn later are not in them.
    """
    if disclosure_id is None or not tells_shelter(interview):
        return tells_shelter(interview)
    masks = redactions_of(connection, disclosure_id, until=until)
    standing_here = (each for each in masks if each.row == interview.id)
    try:
        masked = Masks((number_of(place), each) for place, each in enumerate(standing_here, 1)).on(interview)
    except RedactionStaleError:
        return True
    return tells_shelter(masked)
