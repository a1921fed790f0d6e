"""A bundle: the content of one signed PDF, as values, so that the package `report` needs no vault."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.cooperation_codes import PartyKind, TransferGround
from thb_desktop.domain.corrections import Correction
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.description import ItemDescription, OnlineCapture
from thb_desktop.domain.digest_lists import Compared
from thb_desktop.domain.disclosure import ScopeReason
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.finance import (
    Account,
    Attribution,
    BankStatement,
    HandOver,
    PayFigure,
    Transaction,
    ValueTransfer,
)
from thb_desktop.domain.identity_binding_fields import NOT_STATED, Binding
from thb_desktop.domain.ids import (
    AgentId,
    AuthorityId,
    BundleId,
    CaseId,
    DisclosureId,
    ExhibitId,
    InstrumentId,
    InterviewId,
)
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward
from thb_desktop.domain.leaving_reasons import LeavingReason
from thb_desktop.domain.originals_told import OriginalTold
from thb_desktop.domain.packs import LawNamed
from thb_desktop.domain.parallel import TextsNamed
from thb_desktop.domain.people import Interpreter, Official, Person, PersonRole
from thb_desktop.domain.person_links import PersonLink
from thb_desktop.domain.persons_told import PersonTold
from thb_desktop.domain.printed_content import PrintedContent
from thb_desktop.domain.quality import QualityStatement
from thb_desktop.domain.signature_check import SignatureCheck
from thb_desktop.domain.stays import Stay
from thb_desktop.domain.transfer import NOWHERE, Transfer
from thb_desktop.domain.vocabulary import CustodyAction, Originality, RedactionReason, UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconded:
    """The second person of an act of two persons; without a name, the reason for acting alone."""

    name: str = ""
    role: UserRole | None = None
    alone_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """A custody event in the chain: entry number (from 1), leaf hash (hex), and the N of "event n of N".

    The n is `event.number`, the exhibit's own counter in the chain. second: for an act of two persons.
    """

    event: CustodyEvent
    sequence: int
    leaf: str
    count: int
    second: Seconded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitInFull:
    """An exhibit with its files and custody events. digest: SHA-256 (hex) of its canonical record. lists: of
    others, with which its files were compared when they were taken.
    """

    exhibit: Exhibit
    files: tuple[ExhibitFile, ...]
    custody: tuple[CustodyEntry, ...]
    digest: str
    lists: tuple[Compared, ...] = ()

    @property
    def copied_by(self) -> CustodyEvent | None:
        """The event that made it, if it is a masked copy: it was taken from nobody."""
        first = self.custody[0].event if self.custody else None
        is_copy = self.exhibit.originality is Originality.REDACTED_VERSION
        return first if first and is_copy and first.action is CustodyAction.COPIED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """The signed head of the bundle: size, roots (hex), the claimed time, and a short code."""

    size: int
    root: str
    counters_root: str
    at: str
    short_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureWanted:
    """A signature field that the bundle prepares: who signs, and as what. certificate: its SHA-256 (hex)."""

    field: str
    user_id: AgentId
    name: str
    function: UserRole
    certificate: str


class WithheldKind(StrEnum):
    """Kinds of entries that a case contains and a bundle does not, as the cover lists them."""

    INTERVIEWS = "INTERVIEWS"
    EXHIBITS = "EXHIBITS"
    PERSONS = "PERSONS"
    OFFICIALS = "OFFICIALS"
    INTERPRETERS = "INTERPRETERS"
    AUTHORITIES = "AUTHORITIES"
    PROCEEDINGS = "PROCEEDINGS"
    INSTRUMENTS = "INSTRUMENTS"
    CONDITIONS = "CONDITIONS"
    ACCOUNTS = "ACCOUNTS"
    STATEMENTS = "STATEMENTS"
    TRANSACTIONS = "TRANSACTIONS"
    HAND_OVERS = "HAND_OVERS"
    VALUE_TRANSFERS = "VALUE_TRANSFERS"
    ATTRIBUTIONS = "ATTRIBUTIONS"
    PAY_FIGURES = "PAY_FIGURES"
    OBJECTS = "OBJECTS"
    STAYS = "STAYS"
    LANGUAGES = "LANGUAGES"
    WORKING_NOTES = "WORKING_NOTES"
    LANGUAGE_JOBS = "LANGUAGE_JOBS"
    LANGUAGE_NOTES = "LANGUAGE_NOTES"
    CERTIFICATIONS = "CERTIFICATIONS"
    ACCOUNT_REASONS = "ACCOUNT_REASONS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The release: number of the bundle, recipient, purpose, and who answers for it.

    languages: the columns after the original, the file's own language first. sender_id: the sending
    authority, if the case names one. released_by: who releases it; `second`: with whom, or why alone.
    withheld: what else the case contains, by kind and count. restricted_because: why restricted records are
    in it. contents: the numbers of the exhibits of whose files content is printed. warned: what it leaves
    despite.
    """

    id: BundleId
    number: str
    version: int
    made_at: datetime
    language: str
    languages: tuple[str, ...]
    purpose: str
    recipient: str
    sender_id: AuthorityId | None
    signatures: tuple[SignatureWanted, ...]
    released_by: str = ""
    second: Seconded | None = None
    withheld: tuple[tuple[WithheldKind, int], ...] = ()
    restricted_because: str = ""
    transfer: Transfer = NOWHERE
    contents: tuple[str, ...] = ()
    warned: tuple[LeavingReason, ...] = ()


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
class RecordFile:
    """An attached record (`ledger.record_tree`), without the parts that were left out."""

    kind: str
    number: str
    sha256: str
    data: bytes


class KeyCertificate(NamedTuple):
    """A certificate of a key: the holder as it says them, and its validity."""

    name: str
    function: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerKey:
    """A key whose certificate a bundle has. key: its SHA-256 (hex). user_id: as certified. certificates: of
    the key, by their beginning; between two, it may have had none. entries: how many of the attached extract
    the sessions of the key signed; first, last: the numbers of the first and the last one; begun, ended:
    their times. binding: how the office says that it identified the holder.
    """

    key: str
    user_id: str
    certificates: tuple[KeyCertificate, ...]
    entries: int = 0
    first: int = 0
    last: int = 0
    begun: datetime | None = None
    ended: datetime | None = None
    binding: Binding = NOT_STATED


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a reader needs to check the bundle: the event chain's head and extract (JSON), records, the root.

    root_certificate: DER. software: the program that made the bundle. build: the digest of its own files
    (SHA-256, hex); empty where no annex is printed. keys: of the users whose certificates
    are in the extract.
    """

    head: ChainHead
    custody_extract: bytes
    records: tuple[RecordFile, ...]
    root_certificate: bytes
    root_fingerprint: str
    software: str
    keys: tuple[SignerKey, ...] = ()
    build: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactionTold:
    """A redaction as the list of a bundle tells it: where, why and by whose order, and not of what.

    kind: of the record ("interview", "exhibit", "language"), record: its number. part: in the record's tree,
    or `versions/N` of the versions of a job, from 1; empty for a place in the content of a file, which is
    withheld, and for what was found of signatures in one. place: in words that no language has (label,
    number). copy: the number of the exhibit that is the masked copy of the file; empty if there is none.
    """

    number: str
    kind: str
    record: str
    part: str
    field: str
    place: str
    reason: RedactionReason
    ordered_by: str
    copy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionTold:
    """What a bundle tells of the version for a recipient that it prints.

    records: of each record with masked words, its number, the digest of the whole one and of the version.
    silent: parts in which only the digest of a masked text is left out. scope: how many items of each kind
    are not in it, and why. signed_whole: the numbers of translations that are not in it, because their
    linguist signed masked words together with the rest. state: of its redactions when the bundle was laid
    out; it is not told. originals: the custody of exhibits of which it shows masked copies alone.
    """

    id: DisclosureId
    state: str
    number: str
    instrument: str
    basis: str
    redactions: tuple[RedactionTold, ...]
    records: tuple[tuple[str, str, str], ...]
    silent: tuple[tuple[str, str], ...]
    scope: tuple[tuple[WithheldKind, ScopeReason, int], ...]
    quality: tuple[QualityStatement, ...]
    signed_whole: tuple[str, ...] = ()
    originals: tuple[OriginalTold, ...] = ()


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
