"""What comes from other offices: who they are, what they sent, and what they answered."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import AgentId, BundleId, CaseId, ExhibitId, RowId
from thb_desktop.domain.vocabulary import NoticeKind, SentKind


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
    It stays if the exhibit is imported after all, and can be said in other words; formerly: the earlier ones.
    foreign_id, number: what it is called there. files: how many came with it.
    """

    id: RowId
    received_id: RowId
    exhibit_id: ExhibitId | None
    foreign_id: str
    number: str
    files: int
    refused_because: str = ""
    formerly: tuple[str, ...] = ()

    @property
    def came_after_all(self) -> bool:
        """Whether it was refused first, and imported later."""
        return self.exhibit_id is not None and bool(self.refused_because)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenReceipt:
    """A receipt that this office signed for a package. sha256: of its file. remarks: in its own words."""

    id: RowId
    received_id: RowId
    remarks: str
    sha256: str
    written_by: AgentId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageReceipt:
    """A receipt that came back for a package of this vault; with it the transfer is closed.

    office_id: whose signature it has, and data is its file in Base64; None for the printed form, whose scan
    is exhibit_id. from_party: who signed, in words. received_at: when the package was received, as it says.
    foreign_id: its id there; sha256: of its file. accepted: exhibits; refused: the number of each exhibit
    that was refused, and the reason. head_size, head_root: the state of this vault's event chain that the
    other office saw; 0 and empty on paper. withdrawn_at, withdrawn_because: since when one on paper counts no
    more, and why.
    """

    id: RowId
    package_id: RowId
    office_id: RowId | None
    exhibit_id: ExhibitId | None
    from_party: str
    received_at: datetime
    entered_by: AgentId
    at: datetime
    foreign_id: str = ""
    sha256: str = ""
    data: str = ""
    accepted: tuple[ExhibitId, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    remarks: str = ""
    head_size: int = 0
    head_root: str = ""
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""

    @property
    def has_remarks(self) -> bool:
        """Whether the other office refused something, or wrote something."""
        return bool(self.refused or self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNotice:
    """A notice that this office signed for those who received something.

    package_id, bundle_id, taken_id, annex_id: what they received, which is one of these. subject, number: the
    entry of this vault, and what it is called. text: what they are told; sha256: of its file.
    """

    id: RowId
    case_id: CaseId
    kind: NoticeKind
    subject: str
    number: str
    text: str
    sha256: str
    given_by: AgentId
    at: datetime
    package_id: RowId | None = None
    bundle_id: BundleId | None = None
    taken_id: RowId | None = None
    annex_id: RowId | None = None

    @property
    def sent_id(self) -> str:
        """The id of what they received."""
        return self.package_id or self.bundle_id or self.taken_id or self.annex_id or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedNotice:
    """A notice of another office about something that was received from it.

    sent, sent_number, sent_sha256: what was received, as it is called there, and its digest. received_id: the
    package, if it was one. exhibit_id: what the notice is about here, if that was imported; of what came in
    no package, what holds it. foreign_id, made_at, number, text: as it says; data: its file in Base64, and
    sha256 of it.
    """

    id: RowId
    case_id: CaseId
    office_id: RowId
    sent: SentKind
    sent_number: str
    sent_sha256: str
    received_id: RowId | None
    kind: NoticeKind
    exhibit_id: ExhibitId | None
    foreign_id: str
    number: str
    text: str
    made_at: datetime
    sha256: str
    data: str
    entered_by: AgentId
    at: datetime


def arrival_note(number: str, head_size: int, head_root: str) -> str:
    """Return what the custody of an exhibit that came notes: its number there (of what holds the package, the
    package's), and the state of the other vault's event chain.
    """
    return f"{number} \u00b7 {head_size} \u00b7 {head_root}"
