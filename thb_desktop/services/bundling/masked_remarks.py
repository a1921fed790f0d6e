"""Remarks in a version for a recipient: what linguists wrote beside a translation is withheld as a whole.

What stays is what the rest proves: a note is a digest among those that its author signed, a version of which
a dispute is withheld is contested, and without its certificate a version is not told as certified. A version
of which the signature is withheld is told as checked by its author, and that this is not proved here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import JobOutward, RemarkKind, RemarkWithheld, VersionOutward
from thb_desktop.domain.language_states import JobInFull, annotations_of, last_naming
from thb_desktop.domain.language_work import RevisionVerdict
from thb_desktop.domain.masking import Masks, Remark
from thb_desktop.domain.redaction_marks import MARK, WITHHELD
from thb_desktop.domain.remarks import REMARKS
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.errors import RedactionStaleError
from thb_desktop.ledger.language_work import annotation_digest, outward_digest, states_outward
from thb_desktop.services.bundling.former_versions import disputes_shown, former_versions, signatures_over
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables.registry import table_named


def remarks_of(read: Connection, work: JobInFull) -> Iterator[tuple[str, object, str]]:
    """Yield the remarks of a job that a bundle can tell: their table, the row, and the turn or nothing."""
    newest = {each.id: each for each in work.newest().values()}
    for version in newest.values():
        noted = annotations_of(version, work.annotations)
        notes = [each for each in noted if each.visibility is AnnotationVisibility.PRINT]
        yield from (("annotation", each, version.segment_id) for each in notes)
        last = {each.annotation_id: each for each in work.answers}
        yield from (
            ("annotation_answer", last[each.id], version.segment_id) for each in notes if each.id in last
        )
    for each in work.last_verdicts():
        if each.version_id in newest:
            yield "revision_verdict", each, newest[each.version_id].segment_id
    again = disputes_shown(read, work)
    for segment_id, disputes in again.items():
        yield from (("revision_verdict", each, segment_id) for each in disputes)
    signed = {row.id: row for own, (row, _) in last_naming(work.signatures).items() if own in newest}
    former = former_versions(read, work, (each for said in again.values() for each in said))
    signed |= {row.id: row for row in signatures_over(work.signatures, former)}
    yield from (("version_signature", each, "") for each in signed.values())
    certified = {row.id: row for own, (row, _) in last_naming(work.certificates).items() if own in newest}
    yield from (("language_certificate", each, "") for each in certified.values())


def kind_of(entity: str, row: object) -> RemarkKind:
    """Return the kind of a remark of a table: of verdicts, one that has no words of its own agrees."""
    agrees = isinstance(row, RevisionVerdict) and not row.own_text
    return RemarkKind.AGREEMENT if agrees else REMARKS[entity]


def without_remarks(masks: Masks, job: JobOutward) -> JobOutward:
    """Return a job without the remarks in which the version masks words, and with their marks."""
    notes = {each.id: mark for each in job.annotations if (mark := masks.mark_on(each.id))}
    answers = {each.id: mark for each in job.answers if (mark := masks.mark_on(each.id))}
    verdicts = {each.id: mark for each in job.verdicts if (mark := masks.mark_on(each.id))}
    certificates = {each.id: mark for each in job.certificates if (mark := masks.mark_on(each.id))}
    signed = (*job.signatures, *job.former_signatures)
    signatures = {each.id: mark for each in signed if (mark := masks.mark_on(each.id))}
    if not (notes or answers or verdicts or certificates or signatures):
        return job
    withheld: list[RemarkWithheld] = []
    versions: list[VersionOutward] = []
    for told in job.versions:
        away = [one for one in annotations_of(told.version, job.annotations) if one.id in notes]
        versions.append(replace(told, withheld=(*told.withheld, *map(annotation_digest, away))))
        withheld += (_withheld(RemarkKind.NOTE, notes[one.id], told.version.id) for one in away)
    kept = tuple(each for each in job.verdicts if each.id not in verdicts)
    named = {job.job.linguist_id, *(each.interpreter_id for each in kept)}
    former = disputed_in(job, kept)
    lacks_former = any(each.id in signatures for each in job.former_signatures)  # of some, no check is made
    withheld += (
        _withheld(RemarkKind.ANSWER, answers[each.id], each.annotation_id)
        for each in job.answers
        if each.id in answers and each.annotation_id not in notes
    )
    withheld += (_verdict(job, verdicts[each.id], each) for each in job.verdicts if each.id in verdicts)
    withheld += (_withheld(RemarkKind.SIGNATURE, mark) for mark in signatures.values())
    withheld += (_withheld(RemarkKind.CERTIFICATE, mark) for mark in certificates.values())
    shown = replace(
        job,
        versions=tuple(versions),
        annotations=tuple(each for each in job.annotations if each.id not in notes),
        answers=tuple(
            each for each in job.answers if each.id not in answers and each.annotation_id not in notes
        ),
        verdicts=kept,
        former=tuple(former.values()),
        signatures=tuple(each for each in job.signatures if each.id not in signatures),
        former_signatures=() if lacks_former else signatures_over(job.former_signatures, former),
        certificates=tuple(each for each in job.certificates if each.id not in certificates),
        linguists=tuple(each for each in job.linguists if each.id in named),
        withheld=tuple(withheld),
    )
    return _as_proved(shown)


def disputed_in(
    job: JobOutward, verdicts: Iterable[RevisionVerdict]
) -> dict[tuple[str, str], VersionOutward]:
    """Return the former versions of which these verdicts were given: two may be of one, with other notes."""
    named, language = {(each.version_id, each.version_digest) for each in verdicts}, job.job.target_language
    former = {
        (each.version.id, outward_digest(each, each.withheld, language=language)): each for each in job.former
    }
    return {key: each for key, each in former.items() if key in named}


def _verdict(job: JobOutward, mark: str, verdict: RevisionVerdict) -> RemarkWithheld:
    """A dispute of a former version is told with the present one, which has the same words."""
    if not verdict.own_text:
        return _withheld(RemarkKind.AGREEMENT, mark, verdict.version_id)
    former = {each.version.id: each.version.segment_id for each in job.former}
    if verdict.version_id not in former:
        return _withheld(RemarkKind.DISPUTE, mark, verdict.version_id)
    turn = former[verdict.version_id]
    own = next(each.version for each in job.versions if each.version.segment_id == turn)
    return _withheld(RemarkKind.DISPUTE_BEFORE, mark, own.id)


def _withheld(kind: RemarkKind, mark: str, about: str = "") -> RemarkWithheld:
    return RemarkWithheld(kind=kind, mark=mark, about=about)


def _as_proved(job: JobOutward) -> JobOutward:
    """Return a job with the states that follow from what is left of it."""
    states = states_outward(
        job, {each.version.segment_id: each.version.source_digest for each in job.versions}
    )
    return replace(job, versions=tuple(replace(each, state=states[each.version.id]) for each in job.versions))


def verify_remarks_present(
    connection: Connection, redactions: Iterable[Redaction], jobs: Sequence[JobOutward]
) -> None:
    """Raise RedactionStaleError if a remark that is withheld counts no more: a later one may say the same."""
    here = {job.job.id for job in jobs}
    present: set[str] = set()
    for job in jobs:
        remarks: tuple[Remark, ...] = (*job.annotations, *job.answers, *job.verdicts)
        present.update(each.id for each in (*remarks, *job.signatures, *job.former_signatures))
        present.update(each.id for each in job.certificates)
    for each in redactions:
        if each.entity in REMARKS and each.row not in present:
            row = table_named(each.entity).find(connection, each.row)
            if getattr(row, "job_id", "") in here:
                raise RedactionStaleError("a remark that is withheld was struck out, or a later one counts")


def remark_places(
    held: Iterable[InterviewInFull], jobs: Iterable[JobOutward]
) -> dict[str, tuple[str, str, str, str]]:
    """Return by the number of a redaction, of each remark that is withheld: the number of its job, its part
    there, its place, and its kind.
    """
    labels = {each.segment.id: each.label for full in held for each in full.segments}
    found: dict[str, tuple[str, str, str, str]] = {}
    for job in jobs:
        turns: Mapping[str, str] = _turns(job, labels)
        for place, each in enumerate(job.withheld, 1):
            mark = MARK.fullmatch(each.mark)
            where = " / ".join(filter(None, (turns.get(each.about, ""), job.job.target_language)))
            if mark is not None:
                found[mark[1]] = (job.job.number, f"{WITHHELD}/{place}", where, each.kind.value)
    return found


def _turns(job: JobOutward, labels: Mapping[SegmentId, str]) -> dict[str, str]:
    """The label of the turn of each version and of each note."""
    turns = {str(each.version.id): labels[each.version.segment_id] for each in job.versions}
    return turns | {str(each.id): labels[each.segment_id] for each in job.annotations}
