"""Language work as it leaves the office: a job with its present versions, and what proves whose they are."""

from dataclasses import dataclass
from enum import StrEnum

from thb_desktop.domain.ids import InterpreterId, RowId
from thb_desktop.domain.language_states import WorkState
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    LanguageCertificate,
    LanguageJob,
    RenderingVersion,
    RevisionVerdict,
    VersionSignature,
)

TEXT, SOURCE = "text", "source"
"""The parts of a signed version that a version for a recipient can leave out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionOutward:
    """A present version, its state, and the digests of its annotations that stay in the office.

    nonces: of each part of what was signed that is shown as it was signed. unshown: the digest of each other
    part: of a text that is shown with marks, of the digest of a source that is masked. Both are empty for a
    version without a salt, which was signed as a whole.
    """

    version: RenderingVersion
    state: WorkState
    withheld: tuple[str, ...] = ()
    nonces: tuple[tuple[str, str], ...] = ()
    unshown: tuple[tuple[str, str], ...] = ()

    @property
    def hides_text(self) -> bool:
        """Whether words of the text are masked."""
        return any(name == TEXT for name, _ in self.unshown)

    @property
    def hides_source(self) -> bool:
        """Whether the digest of its source is left out, by which masked words could be guessed."""
        return any(name == SOURCE for name, _ in self.unshown)


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleOutward:
    """The last version of a turn whose source changed since, and the words from which it was made."""

    told: VersionOutward
    source: str


class RemarkKind(StrEnum):
    """What kind of remark it is, as a bundle tells that it is withheld."""

    NOTE = "NOTE"
    ANSWER = "ANSWER"
    AGREEMENT = "AGREEMENT"
    DISPUTE = "DISPUTE"
    DISPUTE_BEFORE = "DISPUTE_BEFORE"
    """Of the same words, in a former version."""
    CERTIFICATE = "CERTIFICATE"
    SIGNATURE = "SIGNATURE"
    """Of the author, with the reasons why it was given in spite of a rule."""
    ATTESTATION = "ATTESTATION"
    """Of an interpreter, in a record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkWithheld:
    """A remark that a version for a recipient withholds as a whole. mark: its number in the list, and why.

    about: the present version of a note or a dispute, the note of an answer; empty for a certificate and for
    a signature. Nothing of the remark itself is told.
    """

    kind: RemarkKind
    mark: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinguistOutward:
    """A linguist as the file names them, and their user, whose certificate travels with the bundle."""

    id: InterpreterId
    name: str
    code: str
    register_number: str
    user_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JobOutward:
    """A job in a bundle. record: the number of its interview. annotations: those that are printed.

    signatures, verdicts, certificates: those that count for these versions. linguists: who signed them.
    answers: the last one of the authority to each of these annotations; nobody but the bundle's signer
    signed them. former: earlier versions with the words of a present one, of which a dispute here was given;
    `withheld` of each has the digests of all its notes at that time. former_signatures: those of its author
    over each of these as it was disputed, and over each of stale. withheld: what a version for a recipient
    withholds of such rows. stale: the last versions of turns that have no present one, with all their notes
    as `withheld`.
    """

    job: LanguageJob
    record: str
    linguists: tuple[LinguistOutward, ...]
    versions: tuple[VersionOutward, ...]
    annotations: tuple[Annotation, ...]
    signatures: tuple[VersionSignature, ...]
    verdicts: tuple[RevisionVerdict, ...]
    certificates: tuple[LanguageCertificate, ...]
    answers: tuple[AnnotationAnswer, ...] = ()
    former: tuple[VersionOutward, ...] = ()
    former_signatures: tuple[VersionSignature, ...] = ()
    withheld: tuple[RemarkWithheld, ...] = ()
    stale: tuple[StaleOutward, ...] = ()

    @property
    def signed_by_author(self) -> tuple[VersionSignature | LanguageCertificate, ...]:
        """All rows that the author of the versions signed."""
        return (*self.signatures, *self.former_signatures, *self.certificates)

    @property
    def signed(self) -> tuple[VersionSignature | RevisionVerdict | LanguageCertificate, ...]:
        """All rows that a linguist signed."""
        return (*self.signatures, *self.former_signatures, *self.verdicts, *self.certificates)

    def name(self, interpreter_id: InterpreterId) -> str:
        """The name of a linguist, or their code where no name is known."""
        for each in self.linguists:
            if each.id == interpreter_id:
                return each.name or each.code
        return ""

    def answer_to(self, annotation_id: RowId) -> AnnotationAnswer | None:
        """The answer of the authority to a note; None if it gave none."""
        return next((each for each in self.answers if each.annotation_id == annotation_id), None)

    def withheld_of(self, kind: RemarkKind, about: str = "") -> tuple[str, ...]:
        """The marks of what is withheld of a kind, about a version or a note."""
        return tuple(each.mark for each in self.withheld if (each.kind, each.about) == (kind, about))

    def disputes(self, version: RenderingVersion) -> tuple[RevisionVerdict, ...]:
        """The versions that other linguists set beside this one, or beside a former one with its words."""
        same = {version.id, *(each.id for each in self.same_words(version))}
        return tuple(each for each in self.verdicts if each.version_id in same and each.own_text)

    def same_words(self, version: RenderingVersion) -> tuple[RenderingVersion, ...]:
        """The former versions with the words of this one."""
        return tuple(each.version for each in self.former if each.version.segment_id == version.segment_id)
