"""Stays: where persons of a case were, from and to as far as it is known, each with its source."""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.domain.stays import Stay
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_CASE)
def add_stay(session: Session, stay: Stay) -> Stay:
    """Enter that a source says where a person was. Raises PlaceOfStayError for an object that is no place."""
    return add_to_case(session.work, stay, VaultAction.STAY_ADDED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_stays(session: Session, case_id: CaseId) -> tuple[Stay, ...]:
    return registry.STAY.where(session.read, "case_id", case_id)
