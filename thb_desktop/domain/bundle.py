"""A bundle: what goes into one signed PDF, gathered as values so that the printing floor needs no vault."""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.case import Authority, CaseFile, CaseObject, Proceeding
from thb_desktop.domain.cooperation import Instrument
from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.finance import Account, Transaction
from thb_desktop.domain.ids import BundleId, CaseId
from thb_desktop.domain.interview import (
    Caution,
    InterpreterEngagement,
    Interview,
    Presence,
    ReadBackCorrection,
    RecordSignature,
    Rendering,
    Segment,
    TimelineEvent,
)
from thb_desktop.domain.people import Interpreter, Official, Person, PersonRole
from thb_desktop.domain.vocabulary import ProceduralRole, UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentInFull:
    """A segment with its renderings, one a language at most, in the order of the bundle's columns."""

    segment: Segment
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InterviewInFull:
    """An interview with all that its record prints. digest: SHA-256 (hex) of its canonical record.

    roles: what the person was on the day of the interview.
    """

    interview: Interview
    person: Person
    presences: tuple[Presence, ...]
    cautions: tuple[Caution, ...]
    timeline: tuple[TimelineEvent, ...]
    corrections: tuple[ReadBackCorrection, ...]
    signatures: tuple[RecordSignature, ...]
    engagements: tuple[InterpreterEngagement, ...]
    segments: tuple[SegmentInFull, ...]
    digest: str
    roles: tuple[ProceduralRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconded:
    """With whom an act of two persons was done; or, without a name, why it was done alone."""

    name: str = ""
    role: UserRole | None = None
    alone_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """A custody event in the chain: entry number (from 1), leaf hash (hex), and the N of "event n of N".

    The n is `event.number`: it is the exhibit's own counter in the chain. second: of an act of two persons.
    """

    event: CustodyEvent
    sequence: int
    leaf: str
    count: int
    second: Seconded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitInFull:
    """An exhibit with its files and its custody events. digest: SHA-256 (hex) of its canonical record."""

    exhibit: Exhibit
    files: tuple[ExhibitFile, ...]
    custody: tuple[CustodyEntry, ...]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """The signed head the bundle was made under: size, roots (hex), the claimed time, and a short code."""

    size: int
    root: str
    counters_root: str
    at: str
    short_code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureWanted:
    """A signature field the bundle prepares: who is to sign, and as what. certificate: its SHA-256 (hex)."""

    field: str
    name: str
    function: UserRole
    certificate: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContent:
    """Everything one bundle says. languages: the columns after the original, the file's own language first.

    custody_extract: the attached extract, whole (JSON). root_certificate: DER. released_by: who
    releases it, and `second` with whom, or why alone.
    """

    id: BundleId
    number: str
    version: int
    made_at: datetime
    language: str
    languages: tuple[str, ...]
    case: CaseFile
    authorities: tuple[Authority, ...]
    proceedings: tuple[Proceeding, ...]
    instruments: tuple[Instrument, ...]
    officials: tuple[Official, ...]
    interpreters: tuple[Interpreter, ...]
    persons: tuple[Person, ...]
    interviews: tuple[InterviewInFull, ...]
    exhibits: tuple[ExhibitInFull, ...]
    objects: tuple[CaseObject, ...]
    accounts: tuple[Account, ...]
    transactions: tuple[Transaction, ...]
    head: ChainHead
    custody_extract: bytes
    root_certificate: bytes
    root_fingerprint: str
    signatures: tuple[SignatureWanted, ...]
    purpose: str
    recipient: str
    software: str
    roles: tuple[PersonRole, ...] = ()
    released_by: str = ""
    second: Seconded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle that was made: what it was for, and the digest of the signed file."""

    id: BundleId
    case_id: CaseId
    number: str
    version: int
    purpose: str
    recipient: str
    made_at: datetime
    pages: int
    sha256: str
