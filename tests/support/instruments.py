"""Instruments and conditions of a small case."""

from datetime import date
from typing import Any

from tests.support.offices import Small
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import ConditionKind, InstrumentStatus, InstrumentType
from thb_desktop.domain.ids import InstrumentId, RowId
from thb_desktop.services.cooperation import cooperation, use_conditions
from thb_desktop.services.core.session import Session


def instrument(small: Small, **changes: Any) -> Instrument:
    """An order from Belgium to Romania."""
    fields: dict[str, Any] = {
        "id": InstrumentId(""),
        "case_id": small.case.id,
        "number": "EIO-1",
        "type": InstrumentType.EIO,
        "status": InstrumentStatus.ISSUED,
        "reference": "LI-1/EIO",
        "from_country": "BE",
        "to_country": "RO",
        "issued_on": date(2026, 3, 20),
        "acknowledged_on": None,
        "executed_on": None,
    }
    return Instrument(**{**fields, **changes})


def added(session: Session, small: Small, **changes: Any) -> Instrument:
    return cooperation.register_instrument(session, instrument(small, **changes))


def condition(small: Small, **changes: Any) -> UseCondition:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": small.case.id,
        "number": "C-1",
        "kind": ConditionKind.NO_ONWARD_TRANSFER,
        "text": "Not to another State",
        "imposed_by": "DIICOT",
        "imposed_state": "RO",
    }
    return UseCondition(**{**fields, **changes})


def conditioned(session: Session, small: Small, **changes: Any) -> UseCondition:
    return use_conditions.add_condition(session, condition(small, **changes))
