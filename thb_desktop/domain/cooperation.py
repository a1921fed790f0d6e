"""Cooperation between States: orders, requests and agreements."""

from dataclasses import dataclass
from datetime import date

from thb_desktop.domain.ids import CaseId, InstrumentId
from thb_desktop.domain.vocabulary import InstrumentStatus, InstrumentType


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """An EIO, MLA request, JIT agreement or certificate, as registered in the file.

    status, status_on: the status and its date, set by a separate act. struck: the reason why the entry was
    struck out, or empty.
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
