"""The rules of the vault for language work that travels: whose its rows are, and in which order."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from thb_desktop.domain.anchors import quotes
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.language_outward import JobOutward, RemarkKind, RemarkWithheld, VersionOutward
from thb_desktop.domain.language_states import WorkState, annotations_of, as_certified
from thb_desktop.domain.language_work import LanguageCertificate, VersionSignature
from thb_desktop.domain.note_details import ANSWERED, are_whole
from thb_desktop.domain.redaction_marks import MARK
from thb_desktop.domain.text_digest import digest_of
from thb_desktop.domain.vocabulary import AnnotationVisibility


def strays(job: JobOutward, turns: Collection[str]) -> Iterator[str]:
    """Yield the codes of what stands in a job twice, or is about nothing that is there. turns: of its record.

    A reader who takes the first of two, and one who takes the last, would read two translations.
    """
    present = [*(each.version for each in job.versions), *(each.told.version for each in job.stale)]
    here = {each.id for each in (*present, *(one.version for one in job.former))}
    named: list[set[str]] = [{own for own, _ in row.versions} for row in job.signed_by_author]
    named += ({each.version_id} for each in job.verdicts)
    rows = (
        *(job.linguists, job.signatures, job.former_signatures, job.verdicts, job.certificates),
        *(job.annotations, job.answers),
    )
    if len({each.segment_id for each in present}) < len(present):
        yield "language-turn-twice"
    if any(each.segment_id not in turns for each in present):
        yield "language-turn-unknown"
    if any(len({each.id for each in same}) < len(same) for same in rows):
        yield "language-row-twice"
    if any(here.isdisjoint(each) for each in named):
        yield "language-row-stray"


def keeps_rules(job: JobOutward) -> bool:
    """Whether the vault could have written these rows. Their signatures are verified elsewhere."""
    author = job.job.linguist_id
    in_order = _is_in_order(job.signatures) and _is_in_order(job.certificates)
    return (
        not job.job.struck
        and all(each.interpreter_id == author for each in job.signed_by_author)
        and in_order
        and _verdicts_are_of_others(job)
        and _former_are_disputed(job)
        and _stale_are_of_then(job)
        and _notes_are_signed(job)
        and all(each.details is None or are_whole(each.code, each.details) for each in job.annotations)
        and _quotes_are_there(job)
        and _answers_are_to_notes(job)
        and _is_as_certified(job)
        and all(_is_withheld(each, job) for each in job.withheld)
    )


def _is_in_order(rows: Iterable[VersionSignature | LanguageCertificate]) -> bool:
    """Whether of two rows on the same words the later one stands last, for the last one counts."""
    last: dict[tuple[str, str], datetime] = {}
    for row in rows:
        if any(last.get(each, row.at) > row.at for each in row.versions):
            return False
        last.update(dict.fromkeys(row.versions, row.at))
    return True


def _verdicts_are_of_others(job: JobOutward) -> bool:
    """Whether each is on a turn here, by another person and user than the author; one of each counts."""
    users = {each.user_id for each in job.linguists if each.id == job.job.linguist_id}
    turns = {each.version.id: each.version.segment_id for each in (*job.versions, *job.former)}
    of_others = all(
        each.version_id in turns and each.interpreter_id != job.job.linguist_id and each.user_id not in users
        for each in job.verdicts
    )
    return of_others and len({(turns[each.version_id], each.interpreter_id) for each in job.verdicts}) == len(
        job.verdicts
    )


def _former_are_disputed(job: JobOutward) -> bool:
    """Whether each former version has the words of a later one here, and is what disputes here were given of.

    What was signed of it is compared with the digests of these disputes elsewhere.
    """
    later = {each.version.segment_id: each for each in job.versions}
    former = {each.version.id for each in job.former}
    return all(each.own_text for each in job.verdicts if each.version_id in former) and all(
        (now := later.get(each.version.segment_id)) is not None and _has_words_of(each, now)
        for each in job.former
    )


def _has_words_of(former: VersionOutward, now: VersionOutward) -> bool:
    """Whether two versions are of one author and have the same words, all of them shown."""
    own, later = former.version, now.version
    apart = replace(later, id=own.id, number=own.number, typed_by=own.typed_by, typed_at=own.typed_at)
    return (
        former.state is WorkState.SUPERSEDED
        and 0 < own.number < later.number
        and own.typed_at <= later.typed_at
        and own == apart
        and not (former.unshown or now.unshown)
    )


def _stale_are_of_then(job: JobOutward) -> bool:
    """Whether each stale version is its linguist's, whole, of a turn without a present one, and told with the
    words from which it was made.
    """
    stale = [each.told.version for each in job.stale]
    turns = [*(each.version.segment_id for each in job.versions), *(each.segment_id for each in stale)]
    return len({*turns}) == len(turns) and all(
        (row := each.told.version).job_id == job.job.id
        and row.author_id == job.job.linguist_id
        and each.told.state is WorkState.STALE
        and not each.told.unshown
        and digest_of(each.source) == row.source_digest
        for each in job.stale
    )


def _notes_are_signed(job: JobOutward) -> bool:
    """Whether each note is to be printed, and is in what the author of a version here signed with it."""
    signed = {note.id for each in job.versions for note in annotations_of(each.version, job.annotations)}
    return all(
        each.id in signed and each.job_id == job.job.id and each.visibility is AnnotationVisibility.PRINT
        for each in job.annotations
    )


def _quotes_are_there(job: JobOutward) -> bool:
    """Whether each note on a version here quotes words that stand in it."""
    versions = {str(each.version.id): each.version.text for each in job.versions}
    return all(
        quotes(each.anchor, each.anchor.of, versions.get(each.anchor.of, "")) for each in job.annotations
    )


def _answers_are_to_notes(job: JobOutward) -> bool:
    """Whether each answer is to a note here that asks something, says something, and is the only one."""
    asking = {each.id: each for each in job.annotations if each.code in ANSWERED}
    return len({each.annotation_id for each in job.answers}) == len(job.answers) and all(
        each.job_id == job.job.id
        and each.annotation_id in asking
        and each.at >= asking[each.annotation_id].at
        and not is_blank(each.text)
        for each in job.answers
    )


def _is_withheld(remark: RemarkWithheld, job: JobOutward) -> bool:
    """Whether a remark that is withheld has one mark, and is about something that is here."""
    if not MARK.fullmatch(remark.mark):
        return False
    versions = {str(each.version.id): len(each.withheld) for each in job.versions}
    match remark.kind:
        case RemarkKind.NOTE:
            return versions.get(remark.about, 0) >= len(job.withheld_of(remark.kind, remark.about))
        case RemarkKind.ANSWER:
            asking = {str(each.id) for each in job.annotations if each.code in ANSWERED}
            return remark.about in asking - {str(each.annotation_id) for each in job.answers}
        case RemarkKind.CERTIFICATE | RemarkKind.SIGNATURE:
            return not remark.about
    return remark.about in versions and remark.kind is not RemarkKind.ATTESTATION


def _is_as_certified(job: JobOutward) -> bool:
    """Whether the job tells what the certificates that count say of it."""
    here = {each.version.id for each in job.versions}
    counting = {own: row for row in job.certificates for own, _ in row.versions if own in here}
    return all(as_certified(row) == as_certified(job.job) for row in counting.values())
