"""Cooperation: the orders, requests and agreements between States that a case rests on."""

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.ids import CaseId
from thb_desktop.domain.rights import Right
from thb_desktop.services.casework.adding import add_to_case
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


@permitted(Right.EDIT_CASE)
def register_instrument(session: Session, instrument: Instrument) -> Instrument:
    return add_to_case(session.work, instrument, VaultAction.INSTRUMENT_REGISTERED)


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_instruments(session: Session, case_id: CaseId) -> tuple[Instrument, ...]:
    return registry.INSTRUMENT.where(session.read, "case_id", case_id)
