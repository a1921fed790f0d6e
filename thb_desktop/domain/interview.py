"""The interview: the act with its formalities, its segments, and their renderings."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from thb_desktop.domain.ids import (
    AgentId,
    AuthorityId,
    CaseId,
    ExhibitId,
    InterpreterId,
    InterviewId,
    OfficialId,
    PersonId,
    RowId,
    SegmentId,
)
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    CautionCode,
    CautionMode,
    ClockSource,
    ConflictDeclaration,
    CopyGiven,
    DefenceParticipation,
    DialectMatch,
    InterpreterOath,
    InterpretingChannel,
    InterpretingMode,
    InterviewState,
    Medium,
    PersonConfirmation,
    PresencePlace,
    PresenceRole,
    ProcedureStage,
    ReadbackMode,
    RecordKind,
    RenderingKind,
    RenderingState,
    SignatureMethod,
    SignerRole,
    SourceCapture,
    SpeakerRole,
    TimelineKind,
    UtteranceKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """One hearing of one person. Times carry the offset of the place; None where the file does not say.

    held_on: when it was held, as far as it is known, where no time is recorded; ask `day`.

    authority_id: under whose authority it was held. understood: who saw that the person understands the
    language of the procedure, where no interpreter was called. readback_note: why nothing was read back.
    necessity: why the person was heard again. record_digest: SHA-256 (hex) of the canonical record, once
    it is signed.
    """

    id: InterviewId
    case_id: CaseId
    number: str
    person_id: PersonId
    language: str
    language_note: str
    procedure_language: str
    stage: ProcedureStage
    legal_basis: str
    record_kind: RecordKind
    authoritative_text: AuthoritativeText
    medium: Medium
    place: str
    held_on: PartialDate | None
    started_at: datetime | None
    ended_at: datetime | None
    clock_source: ClockSource
    lead_interviewer_id: OfficialId
    record_keeper_id: OfficialId | None
    sequence: int
    prior_interviews: str
    special_measures: tuple[str, ...]
    health_statement: str
    defence_participation: DefenceParticipation
    defence_note: str
    recording_id: ExhibitId | None
    recording_note: str
    readback_mode: ReadbackMode
    readback_language: str
    confirmation: PersonConfirmation
    interpretation_complaint: str
    copy_given: CopyGiven
    state: InterviewState
    authority_id: AuthorityId | None = None
    understood: str = ""
    readback_note: str = ""
    necessity: str = ""
    record_digest: str = ""

    def with_state(self, state: InterviewState) -> Self:
        return replace(self, state=state)

    @property
    def day(self) -> PartialDate | None:
        """When it was held: the day on which it began, or what is known instead."""
        return PartialDate.of(self.started_at.date()) if self.started_at else self.held_on

    @property
    def is_signed(self) -> bool:
        return self.state not in (InterviewState.DRAFT, InterviewState.READ_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Who was there, in what function, from when to when (None: throughout)."""

    id: RowId
    interview_id: InterviewId
    role: PresenceRole
    name: str
    organisation: str
    place: PresencePlace
    from_at: datetime | None = None
    to_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One piece of information or caution given to the person heard, and the reply."""

    id: RowId
    interview_id: InterviewId
    code: CautionCode
    given: bool
    language: str
    mode: CautionMode
    understood: bool
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """Something that happened during the interview besides speech."""

    id: RowId
    interview_id: InterviewId
    kind: TimelineKind
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackCorrection:
    """A correction asked for at the reading back: before and after, never over what was said."""

    id: RowId
    interview_id: InterviewId
    segment_id: SegmentId
    before: str
    after: str
    requested_by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSignature:
    """Who signed the interview record, how, and when; or refused, and why."""

    id: RowId
    interview_id: InterviewId
    role: SignerRole
    name: str
    method: SignatureMethod
    at: datetime | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterEngagement:
    """An interpreter's part in one interview: oath, dialect, channel, conflicts, relay."""

    id: RowId
    interview_id: InterviewId
    interpreter_id: InterpreterId
    from_language: str
    to_language: str
    oath: InterpreterOath
    dialect_match: DialectMatch
    mode: InterpretingMode
    channel: InterpretingChannel
    conflict: ConflictDeclaration
    conflict_note: str
    relay: str
    comprehension_confirmed: bool | None
    certified: bool
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One turn of the account.

    sequence: gapless from 1 within the interview. label: as printed ("3 Q"). source_text is None where the
    speech itself was not written down; a rendition must then never be shown as the person's own words.
    """

    id: SegmentId
    interview_id: InterviewId
    sequence: int
    label: str
    speaker: SpeakerRole
    kind: UtteranceKind
    language: str
    source_text: str | None
    capture: SourceCapture
    recording_from: str = ""
    recording_to: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A segment in another language: what the interpreter said, or a written translation.

    source_digest: SHA-256 (hex) of the UTF-8 source text it was made from; empty where none was captured.
    """

    id: RowId
    segment_id: SegmentId
    language: str
    kind: RenderingKind
    state: RenderingState
    text: str
    source_digest: str
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Typing in progress on one segment, kept encrypted and outside the event chain until it is saved."""

    segment_id: SegmentId
    language: str
    agent_id: AgentId
    text: str
    saved_at: datetime
