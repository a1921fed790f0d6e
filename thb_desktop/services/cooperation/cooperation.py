"""Cooperation: the orders, requests and agreements between States in a case."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.cooperation_codes import InstrumentStatus
from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import NotFoundError, StruckOutError
from thb_desktop.services.case_file.adding import add_to_case
from thb_desktop.services.case_file.orders import verify_order
from thb_desktop.services.case_file.telling import tell
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry

_DAYS: Mapping[InstrumentStatus, str] = {
    InstrumentStatus.ISSUED: "issued_on",
    InstrumentStatus.SENT: "transmitted_on",
    InstrumentStatus.RECEIVED: "received_on",
    InstrumentStatus.ACKNOWLEDGED: "acknowledged_on",
    InstrumentStatus.RECOGNISED: "recognised_on",
    InstrumentStatus.EXECUTED: "executed_on",
}
"""The day that a status sets beside its own."""


@permitted(Right.EDIT_CASE)
def register_instrument(session: Session, instrument: Instrument) -> Instrument:
    """Enter an instrument. Raises InstrumentNotBoundError if it does not bind a State that it names, and
    OrderIncompleteError if it is entered as sent while its form lacks something.
    """
    return add_to_case(session.work, instrument, VaultAction.INSTRUMENT_REGISTERED)


@permitted(Right.EDIT_CASE)
def set_instrument_status(
    session: Session, instrument_id: InstrumentId, status: InstrumentStatus, *, on: date, reason: str = ""
) -> Instrument:
    """Set the status of an instrument and its date, and the day of issue, receipt or execution with it.

    reason: the grounds, for instance a letter. Errors of entry are corrected instead (`corrections.correct`).
    Raises NotFoundError, StruckOutError, OrderIncompleteError.
    """
    with session.work() as work:
        before = registry.INSTRUMENT.find(work.connection, instrument_id)
        if before is None:
            raise NotFoundError("there is no such instrument in this file")
        if before.struck:
            raise StruckOutError("the instrument was struck out as made in error")
        instrument = replace(
            before,
            status=status,
            status_on=on,
        )
        if status in _DAYS:
            instrument = replace(instrument, **{_DAYS[status]: on})  # type: ignore[arg-type]  # a day
        verify_order(work.connection, instrument, before)
        work.save(instrument)
        work.record(instrument.case_id, VaultAction.INSTRUMENT_STATUS_SET, reason.strip())
        tell(work, instrument)
    return instrument


@permitted(Right.READ_CASE, logs=Consulted.CASE)
def list_instruments(session: Session, case_id: CaseId) -> tuple[Instrument, ...]:
    return registry.INSTRUMENT.where(session.read, "case_id", case_id)
