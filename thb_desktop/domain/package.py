"""A package: a bundle with the files of its exhibits, signed, and closed for its recipients."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import AgentId, BundleId, CaseId, FileId, RowId
from thb_desktop.domain.vocabulary import RecipientKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """A certificate for which packages are closed, compared with the fingerprint that its holder told.

    certificate: DER in Base64. sha256: its fingerprint. told: who told it and how, in the words of the user
    who compared. withdrawn_at, withdrawn_because: since when nothing is closed for it, and why.
    office_id: the office abroad whose receipts come from this recipient; None if nobody said which one.
    state, party: in which State an addressee is, and what it is; empty and None if nobody said it. The own
    office and its escrow have neither.
    """

    id: RowId
    kind: RecipientKind
    name: str
    certificate: str
    sha256: str
    told: str
    added_by: AgentId
    at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""
    office_id: RowId | None = None
    state: str = ""
    party: PartyKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A package that was made of a bundle.

    sheet: SHA-256 (hex) of what the second person approved: bundle, files, recipients. sha256, size: of the
    container. volumes: how many files the closed folder has; listed: SHA-256 of their list. with_words:
    whether a passphrase opens it too. recipients: those for whom it was closed. files: of exhibits, in it or
    beside it. identities_because: why files that tell a sealed identity are among them. unsearched_because:
    why it left although something in it was not searched for them.
    """

    id: RowId
    case_id: CaseId
    bundle_id: BundleId
    number: str
    made_by: AgentId
    at: datetime
    sheet: str
    sha256: str
    size: int
    volumes: int
    listed: str
    with_words: bool
    recipients: tuple[RowId, ...] = ()
    files: tuple[FileId, ...] = ()
    identities_because: str = ""
    unsearched_because: str = ""
