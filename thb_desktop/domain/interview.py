"""The interview: one hearing of one person, and the formalities that the law requires in its record.

An unanswered field is None or an empty text; no field starts with an answer.
"""

from dataclasses import dataclass
from datetime import datetime

from thb_desktop.domain.ids import (
    AuthorityId,
    CaseId,
    ExhibitId,
    InstrumentId,
    InterpreterId,
    InterviewId,
    OfficialId,
    PersonId,
    RowId,
    SegmentId,
)
from thb_desktop.domain.interview_rows import (
    EarlierInterview,
    Intervention,
    Lineup,
    Recording,
    RecordSignature,
    SpecialMeasure,
    VictimInformation,
)
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.vocabulary import (
    AuthoritativeText,
    BreakReason,
    CautionCode,
    CautionMode,
    ClockSource,
    ComplaintResponse,
    ConflictDeclaration,
    ConflictQuestion,
    ContactRoute,
    CopyGiven,
    CorrectionReason,
    DefenceParticipation,
    DialectMatch,
    IdentityVerification,
    InterpreterOath,
    InterpretingChannel,
    InterpretingMode,
    InterviewState,
    LanguageGrade,
    Medium,
    PersonConfirmation,
    Premises,
    PresencePlace,
    PresenceRole,
    ProcedureStage,
    ReadbackMode,
    RecordKind,
    SignerRole,
    TimelineKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """The header of an interview record. Times have the offset of the place.

    lead_interviewer_id: None only for a statement made elsewhere, whose file may not say who took it.
    supplements_id, rectifies_id: the signed record that this one adds to or rectifies.
    place: the building and the room; place_street, place_town, place_country: its address, if it is told.
    zone: the time zone of the place (IANA), by which the offsets of its times are checked.
    held_on: when it was held, as far as it is known, where no time is recorded; ask `day`.
    clock_offset_seconds: by how much the clock was ahead of the reference; negative if it was behind.
    identity_verification: on what it rests that the person is who the record says; who saw to it.
    sequence: the n-th interview of this person in this case. earlier_known: whether earlier ones are known,
    which then stand in rows. measures_decided: whether special measures were, which then stand in rows.
    health_judged_by: who judged the state of health. literacy: whether and how well the person reads.
    assessment_made: whether the individual assessment of the person's needs was; its content is in no record.
    technical_conditions: of a hearing by video or telephone. legal_basis_state: the State whose law the legal
    basis is of.
    intoxication_noted: whether anybody saw signs that the person was intoxicated. same_sex_asked: whether the
    person was asked if they wish an interviewer of their own sex; a wish is a row of the special measures.
    procedure_language_understood: by the person, without an interpreter, as understanding_checked_by saw.
    unaccompanied_reason: the reasoned decision by which a child was heard without a companion.
    rectified_facts: in a note of rectification, what is wrong in the formalities of the record (a time, a
    name), and what is right.
    record_digest: SHA-256 (hex) of the canonical record, once it is signed. record_salt: 32
    random bytes (hex), so that what is left out of a bundle cannot be guessed.
    """

    id: InterviewId
    case_id: CaseId
    number: str
    person_id: PersonId
    lead_interviewer_id: OfficialId | None = None
    language: str
    procedure_language: str
    state: InterviewState = InterviewState.DRAFT
    record_digest: str = ""
    record_salt: str = ""
    supplements_id: InterviewId | None = None
    rectifies_id: InterviewId | None = None
    record_keeper_id: OfficialId | None = None
    authority_id: AuthorityId | None = None
    instrument_id: InstrumentId | None = None
    stage: ProcedureStage | None = None
    legal_basis: str = ""
    record_kind: RecordKind | None = None
    authoritative_text: AuthoritativeText | None = None
    medium: Medium | None = None
    premises: Premises | None = None
    place: str = ""
    held_on: PartialDate | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    clock_source: ClockSource | None = None
    clock_checked_at: datetime | None = None
    clock_offset: str = ""
    language_note: str = ""
    procedure_language_understood: bool | None = None
    understanding_checked_by: str = ""
    sequence: int | None = None
    earlier_known: bool | None = None
    necessity: str = ""
    delay_reason: str = ""
    health_statement: str = ""
    intoxication_noted: bool | None = None
    measures_decided: bool | None = None
    same_sex_asked: bool | None = None
    unaccompanied_reason: str = ""
    defence_participation: DefenceParticipation | None = None
    defence_note: str = ""
    recording_made: bool | None = None
    recording_id: ExhibitId | None = None
    recording_note: str = ""
    readback_mode: ReadbackMode | None = None
    readback_language: str = ""
    readback_started_at: datetime | None = None
    readback_ended_at: datetime | None = None
    readback_note: str = ""
    confirmation: PersonConfirmation | None = None
    complaint_made: bool | None = None
    complaint: str = ""
    complaint_response: ComplaintResponse | None = None
    copy_given: CopyGiven | None = None
    copy_note: str = ""
    final_statement: str = ""
    next_steps: str = ""
    clock_offset_seconds: int | None = None
    identity_verification: IdentityVerification | None = None
    identity_verified_by: str = ""
    contact_route: ContactRoute | None = None
    health_judged_by: str = ""
    literacy: str = ""
    disability_support: str = ""
    assessment_made: bool | None = None
    legal_basis_state: str = ""
    rectified_facts: tuple[tuple[str, str], ...] = ()
    zone: str = ""
    technical_conditions: str = ""
    place_street: str = ""
    place_town: str = ""
    place_country: str = ""

    @property
    def sides(self) -> tuple[str, str]:
        """The languages of the two sides of its account: the person's and that of the procedure."""
        return self.language, self.procedure_language

    @property
    def whole_place(self) -> str:
        """Where it was held, with street and town, without the State."""
        return ", ".join(filter(None, (self.place, self.place_street, self.place_town)))

    @property
    def day(self) -> PartialDate | None:
        """The day on which it began, or what is known instead."""
        return PartialDate.of(self.started_at.date()) if self.started_at else self.held_on

    @property
    def is_signed(self) -> bool:
        return self.state not in (InterviewState.DRAFT, InterviewState.READ_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """A person present, in what role, from when to when (None: from the start, to the end).

    function: what they are beyond their role, or instead of one ("head of the shelter").
    official_id, interpreter_id, person_id: the entry of the case for this person; all None for somebody else.
    Where the identity of `person_id` is protected, `name` is their pseudonym.
    exclusion_decision: the reasoned decision to exclude this companion, who was then not present. struck: why
    it was struck out, or empty; the same for all rows of a record.
    """

    id: RowId
    interview_id: InterviewId
    role: PresenceRole
    name: str
    official_id: OfficialId | None = None
    interpreter_id: InterpreterId | None = None
    person_id: PersonId | None = None
    organisation: str = ""
    place: PresencePlace | None = None
    from_at: datetime | None = None
    to_at: datetime | None = None
    may_ask_questions: bool | None = None
    exclusion_decision: str = ""
    struck: str = ""
    function: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """One piece of information or caution: whether it was given, how, by whom, and what the person
    replied.
    """

    id: RowId
    interview_id: InterviewId
    code: CautionCode
    given: bool | None = None
    given_at: datetime | None = None
    language: str = ""
    mode: CautionMode | None = None
    understood: bool | None = None
    reply: str = ""
    struck: str = ""
    given_by: str = ""

    def is_same_occasion(self, other: "Caution") -> bool:
        """Whether two rows can be about one occasion: the same information, and neither their times nor who
        gave it tell them apart. What nobody entered tells nothing apart.
        """
        times, givers = (self.given_at, other.given_at), (self.given_by.strip(), other.given_by.strip())
        apart = any(all(pair) and pair[0] != pair[1] for pair in (times, givers))
        return self.code is other.code and not apart


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEvent:
    """An event during the interview other than speech. reason: of a break. lineup_id: the line-up that was
    shown then.
    """

    id: RowId
    interview_id: InterviewId
    kind: TimelineKind
    at: datetime
    reason: BreakReason | None = None
    exhibit_id: ExhibitId | None = None
    note: str = ""
    struck: str = ""
    lineup_id: RowId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterEngagement:
    """An interpreter's part in one interview.

    relay_order: 1, 2 ... if a third language was used, one row for each step; None without relay. oath_ref:
    the reference of the oath. oath_formula: the words of an oath taken that day; oath_taken_by: who took it.
    comprehension_confirmed: by both sides, checked by comprehension_checked_by; comprehension_person,
    comprehension_interpreter: whether this side understands the other. worked_from, worked_to: the working
    time. conflict_asked: the questions that were put; conflict_declared: those answered with yes;
    conflict_text: which text of the declaration was read out. briefing: what the interpreter was told
    beforehand. from_grade, to_grade: how the interpreter grades their own command of the two languages.
    """

    id: RowId
    interview_id: InterviewId
    interpreter_id: InterpreterId
    from_language: str
    to_language: str
    relay_order: int | None = None
    relay_note: str = ""
    oath: InterpreterOath | None = None
    oath_ref: str = ""
    modes: tuple[InterpretingMode, ...] = ()
    channel: InterpretingChannel | None = None
    channel_reason: str = ""
    dialect_match: DialectMatch | None = None
    comprehension_confirmed: bool | None = None
    comprehension_checked_by: str = ""
    comprehension_checked_at: datetime | None = None
    conflict: ConflictDeclaration | None = None
    conflict_note: str = ""
    confidentiality_ref: str = ""
    worked_from: datetime | None = None
    worked_to: datetime | None = None
    notes: str = ""
    struck: str = ""
    conflict_asked: tuple[ConflictQuestion, ...] = ()
    conflict_declared: tuple[ConflictQuestion, ...] = ()
    conflict_text: str = ""
    briefing: str = ""
    from_grade: LanguageGrade | None = None
    to_grade: LanguageGrade | None = None
    oath_formula: str = ""
    oath_taken_by: str = ""
    comprehension_person: bool | None = None
    comprehension_interpreter: bool | None = None

    @property
    def worked(self) -> tuple[datetime | None, datetime | None]:
        return self.worked_from, self.worked_to

    @property
    def is_relay(self) -> bool:
        return self.relay_order is not None or bool(self.relay_note.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBackCorrection:
    """A correction requested at the reading back. It is added to what was said and never replaces it.

    language: of the corrected text. In a rectification, the segment is one of the rectified record.
    initialled_by: whose initials stand beside it.
    """

    id: RowId
    interview_id: InterviewId
    segment_id: SegmentId
    language: str
    before: str
    after: str
    requested_by: SignerRole | None = None
    requester: str = ""
    reason: CorrectionReason | None = None
    note: str = ""
    at: datetime | None = None
    struck: str = ""
    initialled_by: tuple[SignerRole, ...] = ()


Formality = (
    Presence
    | Caution
    | VictimInformation
    | TimelineEvent
    | Lineup
    | Recording
    | SpecialMeasure
    | EarlierInterview
    | InterpreterEngagement
    | Intervention
    | ReadBackCorrection
    | RecordSignature
)
"""A row of a record other than its header and its account."""
