"""What comes from other offices: who they are, and what they sent."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, CaseId, ExhibitId, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignOffice:
    """An office whose packages and receipts count: its root, compared with the fingerprint that it told.

    country: its State, as two letters. root: the certificate in DER, in Base64. told: who told the
    fingerprint and how, in the words of the user who compared. withdrawn_at, withdrawn_because: since when
    nothing more of it counts, and why.
    """

    id: RowId
    name: str
    country: str
    root: str
    sha256: str
    told: str
    added_by: AgentId
    at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedPackage:
    """A package of another office that was imported into a case.

    exhibit_id: what holds its container and its bundle. foreign_id, number, made_at: as its sheet says.
    bundle: the number of its bundle there. sha256, size: of the container; sheet: SHA-256 of its sheet.
    head_size, head_root, head_at: the state of the other vault's event chain that it names. opened_with: the
    fingerprint of the certificate whose key opened it; empty if a passphrase did, or if it came open.
    """

    id: RowId
    case_id: CaseId
    office_id: RowId
    exhibit_id: ExhibitId
    foreign_id: str
    number: str
    made_at: datetime
    bundle: str
    sha256: str
    size: int
    sheet: str
    head_size: int
    head_root: str
    head_at: datetime
    received_by: AgentId
    at: datetime
    opened_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedItem:
    """An exhibit of another office in a package, and what became of it here.

    exhibit_id: the exhibit that it is here; None for one that was refused, and then refused_because says why.
    foreign_id, number: what it is called there. files: how many came with it.
    """

    id: RowId
    received_id: RowId
    exhibit_id: ExhibitId | None
    foreign_id: str
    number: str
    files: int
    refused_because: str = ""
