"""Language work: what linguists write beside a record, in jobs. It is no part of what was read back and
signed, and can be made after the signature.
"""

from dataclasses import dataclass
from datetime import date, datetime

from thb_desktop.domain.anchors import Anchor
from thb_desktop.domain.ids import AgentId, CaseId, InterpreterId, InterviewId, JobId, RowId, SegmentId
from thb_desktop.domain.note_details import NoteDetails
from thb_desktop.domain.vocabulary import (
    AnnotationBasis,
    AnnotationCode,
    AnnotationVisibility,
    CertificateKind,
    RenderingState,
    SourceForm,
    TranslationType,
    VerdictKind,
)

AS_LEFT = frozenset({RenderingState.DRAFT, RenderingState.SELF_CHECKED})
"""The states in which an author leaves a version. Every other state follows from rows of others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageJob:
    """One linguist's work on one record, into one language.

    source_language: the side of the record from which it is made (what was said in it, and the renditions in
    it); empty for each turn in the language in which it was said. from_job_id: the job whose texts are
    rendered further; None for the record itself. linguist_id: the author. purpose: for whom and what it is
    made. made_from: what the linguist had before them; None if that was not answered. made_from_note: why a
    copy was enough. closed_because: why it was closed; empty while it is open. source_sha256, source_pages:
    the file of a statement made elsewhere, of which the record is a copy; empty and 0 of an interview.
    """

    id: JobId
    case_id: CaseId
    interview_id: InterviewId
    number: str
    target_language: str
    linguist_id: InterpreterId
    translation_type: TranslationType
    purpose: str
    opened_by: AgentId
    opened_at: datetime
    source_language: str = ""
    from_job_id: JobId | None = None
    made_from: SourceForm | None = None
    made_from_note: str = ""
    closed_at: datetime | None = None
    closed_by: AgentId | None = None
    closed_because: str = ""
    struck: str = ""
    source_sha256: str = ""
    source_pages: int = 0

    @property
    def is_open(self) -> bool:
        return self.closed_at is None and not self.struck


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderingVersion:
    """One wording of a segment in a job. It never changes: the next wording is another version.

    number: from 1, of the segment in its job. source_digest: `digest_of` the exact text from which it was
    made. author_id: whose words they are. typed_by: who typed them, the author or a clerk for the author.
    salt: 32 random bytes (hex), so that words can be masked in what its linguist signed; empty in a version
    from before that, which is told whole or not at all. No bundle has it.
    """

    id: RowId
    job_id: JobId
    segment_id: SegmentId
    number: int
    text: str
    source_digest: str
    author_id: InterpreterId
    typed_by: AgentId
    typed_at: datetime
    salt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionSignature:
    """The author's signature on any number of versions of a job, with the annotations that they have then.

    state: DRAFT or SELF_CHECKED, as the author leaves them. versions: the id of each, and the digest of what
    is signed of it (`ledger.language_work`). A version whose annotations change is signed again. signature:
    hex, by a key of the author's user. reasons: rule, the turn that it is about, and why it was signed all
    the same.
    """

    id: RowId
    job_id: JobId
    interpreter_id: InterpreterId
    user_id: AgentId
    state: RenderingState
    versions: tuple[tuple[str, str], ...]
    at: datetime
    signature: str
    reasons: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionWithdrawal:
    """The author takes a version back, and says why. No other version takes its place by that."""

    id: RowId
    job_id: JobId
    version_id: RowId
    interpreter_id: InterpreterId
    user_id: AgentId
    reason: str
    at: datetime
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionVerdict:
    """What another linguist says of a version: they agree, or dispute it with a version of their own beside.

    version_digest: of what is signed of the version. own_text: of a dispute only. The last verdict of a
    linguist on a version counts.
    """

    id: RowId
    job_id: JobId
    version_id: RowId
    version_digest: str
    interpreter_id: InterpreterId
    user_id: AgentId
    kind: VerdictKind
    at: datetime
    signature: str
    own_text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What the linguist of a job notes at a place: in a source text, in a version, or in a recording.

    language: of the note; empty where the linguist did not say it. basis: on what it rests; None for a
    question, which may rest on nothing. struck: why it was struck out, or empty. details: what its code asks
    beside its text; None if nothing was said of it.
    """

    id: RowId
    job_id: JobId
    segment_id: SegmentId
    anchor: Anchor
    code: AnnotationCode
    basis: AnnotationBasis | None
    visibility: AnnotationVisibility
    language: str
    text: str
    author_id: InterpreterId
    typed_by: AgentId
    at: datetime
    struck: str = ""
    details: NoteDetails | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationAnswer:
    """The authority's answer to a query; the last one counts."""

    id: RowId
    job_id: JobId
    annotation_id: RowId
    text: str
    given_by: AgentId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyFlag:
    """A linguist's word that somebody is afraid or threatened, sealed for those who may read it.

    sealed: ciphertext (base64) under a key drawn for it. wrapped: that key for each of them: user, and the
    wrapped key (base64). Nobody else can open it, whoever entered it included. settled_by: who read it and
    says that it is dealt with; what was done is sealed too.
    """

    id: RowId
    case_id: CaseId
    interview_id: InterviewId
    sealed: str
    wrapped: tuple[tuple[str, str], ...]
    typed_by: AgentId
    at: datetime
    settled_by: AgentId | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateTemplate:
    """The wording of a certificate in one language, as the office uses it. A change is the next version.

    elements: code of the element and its wording. is_official: the office says that it is its formula; the
    neutral draft of this program is none.
    """

    id: RowId
    name: str
    version: int
    language: str
    elements: tuple[tuple[str, str], ...]
    is_official: bool
    made_by: AgentId
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageCertificate:
    """A linguist's certificate for a job, signed over all versions that it covers.

    translation_type, made_from: of the job, as certified. machine_assisted: as the linguist answered it.
    elements: code and full text of each, as the linguist signed it. versions: id and digest of what is signed
    of each. reasons: rule, the turn that it is about, and why it was certified all the same.
    registered_until: the end of the linguist's registration, if there is one. source_sha256, source_pages:
    of the job.
    """

    id: RowId
    job_id: JobId
    interpreter_id: InterpreterId
    user_id: AgentId
    kind: CertificateKind
    template_id: RowId
    translation_type: TranslationType
    made_from: SourceForm
    machine_assisted: bool
    elements: tuple[tuple[str, str], ...]
    versions: tuple[tuple[str, str], ...]
    place: str
    at: datetime
    signature: str
    reasons: tuple[tuple[str, str, str], ...] = ()
    registered_until: date | None = None
    source_sha256: str = ""
    source_pages: int = 0
