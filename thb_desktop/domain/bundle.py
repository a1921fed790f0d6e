"""A bundle: the content of one signed PDF, as values, so that the package `report` needs no vault."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.bundle_proof import Proof
from thb_desktop.domain.bundle_release import Release
from thb_desktop.domain.bundle_withheld import VersionTold
from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import PartyKind, TransferGround
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.exhibit_in_full import ExhibitInFull
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.ids import (
    AgentId,
    BundleId,
    CaseId,
    DisclosureId,
    ExhibitId,
    InstrumentId,
    InterviewId,
)
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.packs import LawNamed
from thb_desktop.domain.parallel import TextsNamed
from thb_desktop.domain.people import Interpreter, Official, Person, PersonRole
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.persons_told import PersonTold
from thb_desktop.domain.printed_content import PrintedContent
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.stays import Stay


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFrame:
    """The case, and the persons and things that the records of the bundle refer to or that were chosen by
    name.

    corrections: of printed fields of these entries, in the order of entry; a value that is kept back (see
    `Correction.is_kept_back`) is not among them. users: the names of those who typed or corrected. told: of
    persons, beside their records. merges: those by which records of one person have other numbers. items,
    captures: the descriptions of the exhibits. checks: what was found of signatures in their files. texts:
    what the data pack in use names for such proceedings in several States. law: how it cites the law. bound:
    the numbers of the conditions that bind each exhibit; of one that none binds there is nothing.
    """

    case: CaseFile
    authorities: tuple[Authority, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    conditions: tuple[UseCondition, ...] = ()
    officials: tuple[Official, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    persons: tuple[Person, ...] = ()
    roles: tuple[PersonRole, ...] = ()
    corrections: tuple[Correction, ...] = ()
    users: tuple[tuple[AgentId, str], ...] = ()
    told: tuple[PersonTold, ...] = ()
    merges: tuple[PersonLink, ...] = ()
    items: tuple[ItemDescription, ...] = ()
    captures: tuple[OnlineCapture, ...] = ()
    checks: tuple[SignatureCheck, ...] = ()
    texts: TextsNamed | None = None
    law: LawNamed | None = None
    bound: tuple[tuple[ExhibitId, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finance:
    """Money, objects and stays of the case."""

    accounts: tuple[Account, ...] = ()
    statements: tuple[BankStatement, ...] = ()
    transactions: tuple[Transaction, ...] = ()
    hand_overs: tuple[HandOver, ...] = ()
    transfers: tuple[ValueTransfer, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    pay: tuple[PayFigure, ...] = ()
    objects: tuple[CaseObject, ...] = ()
    stays: tuple[Stay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContent:
    """The whole content of one bundle, part by part. version: None for a bundle that is printed from none.
    printed: what is printed of files, one for each number of `Release.contents`.
    """

    release: Release
    frame: CaseFrame
    interviews: tuple[InterviewInFull, ...]
    exhibits: tuple[ExhibitInFull, ...]
    finance: Finance
    proof: Proof
    language: tuple[JobOutward, ...] = ()
    version: VersionTold | None = None
    printed: tuple[PrintedContent, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle that was made: its purpose, and the digest of the signed file.

    records: ids of the interviews in it; empty in bundles from before they were kept. state to retention:
    the answers of its `Transfer`. disclosure_id: the version that it prints. contents: the exhibits of whose
    files content is printed. Why it left: restricted_because (restricted records are in it),
    identities_because (it tells a sealed identity), unsearched_because, warned (by the keys of the rules).
    entries: what it holds, by table and id; empty in bundles from before that was kept.
    """

    id: BundleId
    case_id: CaseId
    number: str
    version: int
    purpose: str
    recipient: str
    made_at: datetime
    pages: int
    sha256: str
    records: tuple[InterviewId, ...] = ()
    restricted_because: str = ""
    state: str = ""
    party: PartyKind | None = None
    instrument_id: InstrumentId | None = None
    spontaneous: bool = False
    ground: TransferGround | None = None
    ground_because: str = ""
    competence: str = ""
    authorised: str = ""
    special: bool | None = None
    special_because: str = ""
    within_limits: str = ""
    retention: str = ""
    disclosure_id: DisclosureId | None = None
    identities_because: str = ""
    unsearched_because: str = ""
    contents: tuple[ExhibitId, ...] = ()
    warned: tuple[tuple[str, str], ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
