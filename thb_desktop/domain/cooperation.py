"""Cooperation between States: orders, requests and agreements."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.domain.vocabulary import InstrumentStatus, InstrumentType


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An EIO, MLA request, JIT agreement or certificate, as registered in the file.

    status, status_on: where it stands, and since when; set by an act of its own. struck: why the entry was
    made in error, empty where it was not.
    """

    id: InstrumentId
    case_id: CaseId
    number: str
    type: InstrumentType
    status: InstrumentStatus | None
    reference: str
    from_country: str
    to_country: str
    issued_on: date | None
    acknowledged_on: date | None
    executed_on: date | None
    measures: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    confidential: bool | None = None
    urgent: bool | None = None
    note: str = ""
    status_on: date | None = None
    struck: str = ""
