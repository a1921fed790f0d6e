"""States of language work: each follows from rows that linguists signed, and none is set by hand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.ids import InterpreterId, RowId, SegmentId
from thb_desktop.domain.language_work import (
    Annotation,
    AnnotationAnswer,
    LanguageCertificate,
    LanguageJob,
    RenderingVersion,
    RevisionVerdict,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.domain.vocabulary import (
    AnnotationCode,
    RenderingState,
    SourceForm,
    TranslationType,
    VerdictKind,
)


class WorkState(StrEnum):
    """The state of a version. UNSIGNED: typed for its author, who signed nothing yet."""

    UNSIGNED = "UNSIGNED"
    DRAFT = "DRAFT"
    SELF_CHECKED = "SELF_CHECKED"
    REVISED = "REVISED"
    CERTIFIED = "CERTIFIED"
    CONTESTED = "CONTESTED"
    SUPERSEDED = "SUPERSEDED"
    STALE = "STALE"
    WITHDRAWN = "WITHDRAWN"


PRESENT = frozenset(WorkState) - {WorkState.SUPERSEDED, WorkState.STALE, WorkState.WITHDRAWN}
"""The states of a version that still says what its linguist makes of the present source."""


Row = TypeVar("Row", VersionSignature, LanguageCertificate)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobInFull:
    """A job with all its rows. Those of one kind are in the order of their entry, which no clock changes.

    sources: of each segment that has one, the text from which the job is made now. digests: of each version,
    the digest of what is signed of it now, with its annotations (`ledger.language_work.version_digest`).
    withholds_signature: whether a signature as checked is withheld: it is over what no other one is over.
    """

    job: LanguageJob
    versions: tuple[RenderingVersion, ...] = ()
    signatures: tuple[VersionSignature, ...] = ()
    withdrawals: tuple[VersionWithdrawal, ...] = ()
    verdicts: tuple[RevisionVerdict, ...] = ()
    certificates: tuple[LanguageCertificate, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    answers: tuple[AnnotationAnswer, ...] = ()
    sources: Mapping[SegmentId, str] = field(default_factory=dict)
    digests: Mapping[RowId, str] = field(default_factory=dict)
    source_digests: Mapping[SegmentId, str] = field(default_factory=dict)
    withholds_signature: bool = False

    def newest(self) -> dict[SegmentId, RenderingVersion]:
        """Return the last version of each segment, whatever its state."""
        ordered = sorted(self.versions, key=lambda each: each.number)
        return {each.segment_id: each for each in ordered}

    def open_queries(self) -> tuple[Annotation, ...]:
        """Return the queries that nobody answered."""
        answered = {each.annotation_id for each in self.answers}
        return tuple(
            each
            for each in self.annotations
            if each.code is AnnotationCode.QUERY and not each.struck and each.id not in answered
        )

    def last_verdicts(self) -> tuple[RevisionVerdict, ...]:
        """Return the verdicts that count: the last of each linguist on each version."""
        last = {(each.version_id, each.interpreter_id): each for each in self.verdicts}
        return tuple(last.values())

    def disputes(self, version_id: RowId) -> tuple[RevisionVerdict, ...]:
        """Return the disputes of a version that count: the last verdict of each linguist."""
        return tuple(
            each
            for each in self.last_verdicts()
            if each.version_id == version_id and each.kind is VerdictKind.DISPUTES
        )

    def disputes_again(self) -> dict[SegmentId, tuple[RevisionVerdict, ...]]:
        """Return by turn the disputes of its present words that were given of a former version.

        Words that were left and taken up again are those that somebody disputed. What that linguist said last
        of the same words, made from the same source, counts: a verdict on the present version answers it.
        """
        of, newest = {each.id: each for each in self.versions}, self.newest()
        last: dict[tuple[SegmentId, InterpreterId], RevisionVerdict] = {}
        for each in self.verdicts:
            version = of[each.version_id]
            now = newest[version.segment_id]
            if (version.text, version.source_digest) == (now.text, now.source_digest):
                last[version.segment_id, each.interpreter_id] = each
        again: dict[SegmentId, tuple[RevisionVerdict, ...]] = {}
        for (segment_id, _), each in last.items():
            if each.kind is VerdictKind.DISPUTES and each.version_id != newest[segment_id].id:
                again[segment_id] = (*again.get(segment_id, ()), each)
        return again


def last_naming(rows: Sequence[Row]) -> dict[RowId, tuple[Row, str]]:
    """Return, of signatures or certificates in the order of their entry, the last that names each version,
    with the digest that it names.
    """
    return {RowId(own): (row, digest) for row in rows for own, digest in row.versions}


def left_by_author(signatures: Sequence[VersionSignature]) -> dict[RowId, tuple[str, RenderingState]]:
    """Return what the newest signature on each version says: the digest, and how its author left it."""
    return {own: (digest, row.state) for own, (row, digest) in last_naming(signatures).items()}


def as_certified(row: LanguageJob | LanguageCertificate) -> tuple[TranslationType, SourceForm | None]:
    """Return what a certificate says of its job, and what the job says of it now."""
    return row.translation_type, row.made_from


def _certified(work: JobInFull) -> set[tuple[RowId, str]]:
    """Return the version and digest of what the newest certificates cover, if they say of the job what it is
    now.
    """
    said = as_certified(work.job)
    return {
        (own, digest)
        for own, (row, digest) in last_naming(work.certificates).items()
        if as_certified(row) == said
    }


def states_of(work: JobInFull) -> dict[RowId, WorkState]:
    """Return the state of each version of a job. The signatures of the rows are verified elsewhere.

    What hides a version comes first: it was withdrawn, a later one follows it, or its source changed. A
    dispute is shown before a certificate, so that none hides it. What is signed of a version includes its
    annotations: a signature, a verdict or a certificate before a change of these no longer counts. Of
    signatures and certificates, only the newest that names a version counts, and a certificate only with the
    newest signature: none comes back when a note is struck out that a later one covers.
    """
    newest = work.newest()
    withdrawn = {each.version_id for each in work.withdrawals}
    left, certified = left_by_author(work.signatures), _certified(work)
    verdicts: dict[RowId, list[RevisionVerdict]] = {}
    for verdict in work.last_verdicts():
        verdicts.setdefault(verdict.version_id, []).append(verdict)

    def state(version: RenderingVersion) -> WorkState:
        now = work.digests[version.id]
        signed, as_left = left.get(version.id, ("", None))
        if signed != now and work.withholds_signature:
            signed, as_left = now, RenderingState.SELF_CHECKED
        said = verdicts.get(version.id, ())
        cases = (
            (version.id in withdrawn, WorkState.WITHDRAWN),
            (newest[version.segment_id].id != version.id, WorkState.SUPERSEDED),
            (work.source_digests.get(version.segment_id) != version.source_digest, WorkState.STALE),
            (any(each.kind is VerdictKind.DISPUTES for each in said), WorkState.CONTESTED),
            (signed != now, WorkState.UNSIGNED),
            ((version.id, now) in certified, WorkState.CERTIFIED),
            (any(each.version_digest == now for each in said), WorkState.REVISED),
            (as_left is RenderingState.SELF_CHECKED, WorkState.SELF_CHECKED),
        )
        return next((state for applies, state in cases if applies), WorkState.DRAFT)

    return {each.id: state(each) for each in work.versions}


def annotations_of(version: RenderingVersion, annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Return the annotations that belong to a version: of its author, in its source, in its own text, or at a
    time of a recording of its turn.
    """
    return tuple(
        each
        for each in annotations
        if not each.struck
        and each.segment_id == version.segment_id
        and each.author_id == version.author_id
        and (each.anchor.kind is AnchorKind.TIME or each.anchor.of in (version.id, version.segment_id))
    )
