"""Classified information: what of a bundle has its marking (V-P-07)."""

from collections.abc import Sequence

from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.exhibit_fields import EXHIBIT
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.markings import marked_fields, marking_in
from thb_desktop.domain.rights import Right
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


@permitted(Right.PREPARE_BUNDLES, logs=Consulted.BUNDLE_DRAFT)
def classified_in(session: Session, case_id: CaseId, taken: Sequence[ExhibitInFull]) -> tuple[str, ...]:
    """Return the numbers of chosen exhibits, and of instruments of the case, with a marking of classified
    information (V-P-07).
    """
    exhibits = [
        each.exhibit.number
        for each in taken
        if marked_fields(EXHIBIT, each.exhibit) or any(marking_in(one.name) for one in each.files)
    ]
    instruments = registry.INSTRUMENT.where(session.read, "case_id", case_id)
    return (*exhibits, *(each.number for each in instruments if marked_fields(INSTRUMENT, each)))
