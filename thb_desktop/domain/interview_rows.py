"""Further rows of an interview record: what a victim was told, what an interpreter said for themselves,
recordings, line-ups, special measures, earlier interviews and signatures.
"""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.description_codes import LevelSource, SignatureLevel
from thb_desktop.domain.ids import ExhibitId, InterpreterId, InterviewId, PersonId, RowId, SegmentId
from thb_desktop.domain.lineup_codes import LineupKind, LineupResult
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import (
    CameraView,
    InterventionKind,
    MeasureDecision,
    ProtectiveMeasure,
    SignatureMethod,
    SignerRole,
    VictimInformationItem,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimInformation:
    """One item of what a victim is told at the first contact: when it was given, or why it was deferred."""

    id: RowId
    interview_id: InterviewId
    item: VictimInformationItem
    given_at: datetime | None = None
    given_by: str = ""
    deferred_reason: str = ""
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One time at which an interpreter spoke for themselves.

    turn_id: the turn at which it was. note: what they said.
    """

    id: RowId
    interview_id: InterviewId
    kind: InterventionKind
    interpreter_id: InterpreterId | None = None
    at: datetime | None = None
    turn_id: SegmentId | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One recording of an interview: the device, the medium, and who holds the master.

    exhibit_id: the exhibit with its file. working_copy_id: the exhibit that is played and copied. sealed:
    whether the master was sealed. legal_basis: the consent, or the law.
    """

    id: RowId
    interview_id: InterviewId
    device: str = ""
    media_id: str = ""
    started_at: datetime | None = None
    stopped_at: datetime | None = None
    continuous: bool | None = None
    view: CameraView | None = None
    exhibit_id: ExhibitId | None = None
    sealed: bool | None = None
    held_by: str = ""
    working_copy_id: ExhibitId | None = None
    legal_basis: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineup:
    """Several persons, pictures, voices or things, shown so that the person heard may recognise one.

    shown: how many. exhibit_id: the sheet or film of what was shown, in its order. person_id: whom it was
    about; place: their number among those shown. may_be_absent_told: whether the person was told that who is
    looked for may not be among them. conductor_knew: whether who showed it knew that number.
    described_before: how the person had described them. chosen: the numbers that the person named; certainty:
    how sure they were, in their words. turn_id: the turn with their words.
    """

    id: RowId
    interview_id: InterviewId
    number: str
    kind: LineupKind
    shown_at: datetime | None = None
    shown: int | None = None
    exhibit_id: ExhibitId | None = None
    person_id: PersonId | None = None
    place: str = ""
    composed_by: str = ""
    conducted_by: str = ""
    conductor_knew: bool | None = None
    may_be_absent_told: bool | None = None
    described_before: str = ""
    result: LineupResult | None = None
    chosen: str = ""
    certainty: str = ""
    turn_id: SegmentId | None = None
    note: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialMeasure:
    """A measure of protection that was requested or decided."""

    id: RowId
    interview_id: InterviewId
    measure: ProtectiveMeasure
    requested_by: str = ""
    decision: MeasureDecision | None = None
    decided_by: str = ""
    reason: str = ""
    decision_ref: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierInterview:
    """An earlier interview of this person. reason: why it had to be repeated."""

    id: RowId
    interview_id: InterviewId
    held_on: PartialDate | None = None
    authority: str = ""
    recorded: bool | None = None
    reason: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSignature:
    """A signature of the interview record: who, how and when; or a refusal, and why. each_page: whether every
    page. level_claimed and what follows it: see `signature_level.OfLevel`.
    """

    id: RowId
    interview_id: InterviewId
    role: SignerRole
    name: str
    method: SignatureMethod
    at: datetime | None = None
    each_page: bool | None = None
    reason: str = ""
    struck: str = ""
    level_claimed: SignatureLevel | None = None
    level_determined_by: LevelSource | None = None
    level_report: str = ""
    level_report_on: date | None = None
    level_report_by: str = ""
