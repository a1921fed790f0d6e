"""Translations in a version for a recipient: words masked in what a linguist signed, and what goes with them.

What a linguist signs of a version is a tree of parts with a salt, as a record is. So the text of a masked one
is shown with marks, the digest of its whole stays, and every other version is verified as before.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.address_rules import mentions
from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.bundle_withheld import RedactionTold
from thb_desktop.domain.disclosure import Redaction
from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.language_outward import SOURCE, TEXT, JobOutward, VersionOutward
from thb_desktop.domain.language_states import annotations_of
from thb_desktop.domain.language_work import Annotation, RenderingVersion
from thb_desktop.domain.masking import Masks
from thb_desktop.domain.remarks import REMARKS, words_of_remark
from thb_desktop.errors import RedactionStaleError
from thb_desktop.ledger.language_parts import without
from thb_desktop.ledger.language_work import annotation_digest
from thb_desktop.services.bundling.masked_remarks import without_remarks
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

Turns = Mapping[SegmentId, frozenset[str]]
"""Of each turn in which words are masked, the ids of the rows in which they are."""
TABLE = "rendering_version"
OF_TRANSLATIONS = frozenset({TABLE, *REMARKS})
"""The tables of what linguists wrote of a translation, and of answers to them."""


def mask_jobs(
    connection: Connection,
    masks: Masks,
    held: Iterable[InterviewInFull],
    jobs: Iterable[JobOutward],
    *,
    is_version: bool,
) -> tuple[tuple[JobOutward, ...], tuple[str, ...]]:
    """Return translations as a version shows them, and the numbers of those that are left out.

    One is left out if a row that its linguist signed names a version of a masked turn that has no salt: from
    the digest of such a version the words could be guessed. Or if a former version of a masked turn goes
    along: nobody who does not see the words could verify that both versions have the same.

    is_version: whether it is one for a recipient. No digest of the words of another translation that is not
    there goes along in it: it could say what is masked, also where the masked words are not chosen.
    """
    chosen = tuple(without_remarks(masks, each) for each in jobs)
    masked, present = _masked_turns(masks, held, chosen), {None, *(each.job.id for each in chosen)}
    shown, whole = list[JobOutward](), list[str]()
    for each in chosen:
        lacks_source = is_version and each.job.from_job_id not in present
        turns = _from_absent(masked, each) if lacks_source else masked
        if _is_signed_whole(connection, each, turns) or _has_former_of(turns, each):
            whole.append(each.job.number)
        else:
            shown.append(_masked(masks, turns, each))
    return tuple(shown), tuple(whole)


def verify_not_superseded(
    connection: Connection, redactions: Iterable[Redaction], jobs: Sequence[JobOutward]
) -> None:
    """Raise RedactionStaleError if a linguist wrote a later version of one in which words are masked."""
    told = (each.version for job in jobs for each in job.versions)
    shown = {(each.job_id, each.segment_id): each for each in told}
    masked = {each.row for each in redactions if each.entity == TABLE}
    for each in registry.RENDERING_VERSION.among(connection, "id", masked):
        if (present := shown.get((each.job_id, each.segment_id))) is not None and present.id != each.id:
            raise RedactionStaleError("a linguist wrote a later version of a turn in which words are masked")


def left_in_jobs(masks: Masks, held: Sequence[InterviewInFull], jobs: Sequence[JobOutward]) -> list[str]:
    """Return where masked words of a turn stand in what linguists made of it, or said of it.

    held, jobs: as they are shown. A certificate is about all turns of its job, and its record. The purpose of
    a job cannot be withheld, and reasons only with their signature: no masked word of a remark stands there.
    """
    turns, labels, places = _masked_turns(masks, held, jobs), _labels(held), []
    remarks = frozenset(each.row for _, each in masks.numbered if each.entity in REMARKS)
    for job in jobs:
        record = next(each for each in held if each.interview.id == job.job.interview_id)
        own = {one: rows for one, rows in turns.items() if one in labels[job.job.interview_id]}
        for each in job.versions:
            rows = own.get(each.version.segment_id, frozenset())
            if _stand_in(masks.words_of(rows), _said(job, each.version)):
                places.append(f"{job.job.number}, {labels[job.job.interview_id][each.version.segment_id]}")
        rows = frozenset({record.interview.id, *(each.id for each in record.rows)}).union(*own.values())
        every, with_remarks = masks.words_of(rows), masks.words_of(rows | remarks)
        certified = (text for each in job.certificates for _, text in each.elements)
        if _stand_in(every, certified) or _stand_in(with_remarks, _said_of_all(job)):
            places.append(job.job.number)
    return places


def versions_by_turn(jobs: Iterable[JobOutward]) -> dict[SegmentId, set[str]]:
    """Return the ids of the versions of each turn."""
    found: dict[SegmentId, set[str]] = {}
    for job in jobs:
        for each in job.versions:
            found.setdefault(each.version.segment_id, set()).add(each.version.id)
    return found


def places_in_jobs(
    held: Iterable[InterviewInFull], jobs: Iterable[JobOutward]
) -> dict[str, tuple[str, str, str, str]]:
    """Return of each version the number of its job, its part there, its place (the turn, the language, and
    whose translation it is), and its field.
    """
    labels = _labels(held)
    return {
        each.version.id: (
            job.job.number,
            f"versions/{place}",
            " / ".join(
                (
                    labels[job.job.interview_id][each.version.segment_id],
                    job.job.target_language,
                    job.name(each.version.author_id),
                )
            ),
            TEXT,
        )
        for job in jobs
        for place, each in enumerate(job.versions, 1)
    }


def told_of_translated(number: str, each: Redaction, held: tuple[str, str, str, str]) -> RedactionTold:
    """Say of a redaction in a translation where it is, why, and who ordered it.

    held: the number of the job, the part, the place, and the field or the kind of a remark.
    """
    record, part, place, field = held
    return RedactionTold(
        number=number,
        kind="language",
        record=record,
        part=part,
        field=field,
        place=place,
        reason=each.reason,
        ordered_by=each.ordered_by,
    )


def _labels(held: Iterable[InterviewInFull]) -> dict[str, dict[SegmentId, str]]:
    return {full.interview.id: {each.segment.id: each.label for each in full.segments} for full in held}


def _masked_turns(masks: Masks, held: Iterable[InterviewInFull], jobs: Iterable[JobOutward]) -> Turns:
    turns: dict[SegmentId, set[str]] = {}
    for full in held:
        for each in full.segments:
            corrected = full.corrections_of(each.segment)
            rows = {each.segment.id, *(one.id for one in each.renderings), *(one.id for one in corrected)}
            turns.setdefault(each.segment.id, set()).update(rows & masks.rows)
    for job in jobs:
        for told in job.versions:
            turns.setdefault(told.version.segment_id, set()).update({told.version.id} & masks.rows)
    return {segment: frozenset(rows) for segment, rows in turns.items() if rows}


def _from_absent(masked: Turns, job: JobOutward) -> Turns:
    """Return the masked turns, and with them all turns of a job whose source is not there: as if words of
    each source were masked.
    """
    absent = str(job.job.from_job_id)
    turns = {told.version.segment_id for told in job.versions}
    return {**masked, **{each: masked.get(each, frozenset()) | {absent} for each in turns}}


def _has_former_of(turns: Turns, job: JobOutward) -> bool:
    return any(each.version.segment_id in turns for each in job.former)


def _is_signed_whole(connection: Connection, job: JobOutward, turns: Turns) -> bool:
    signed = [each.versions for each in job.signed_by_author]
    named = {own for row in signed for own, _ in row} | {each.version_id for each in job.verdicts}
    versions = registry.RENDERING_VERSION.among(connection, "id", named) if turns else ()
    return any(not each.salt and each.segment_id in turns for each in versions)


def _masked(masks: Masks, turns: Turns, job: JobOutward) -> JobOutward:
    versions, hidden = list[VersionOutward](), set[str]()
    for told in job.versions:
        rows = turns.get(told.version.segment_id)
        if rows is None:
            versions.append(told)
            continue
        away = _notes_away(masks, rows, told.version, job.annotations)
        versions.append(_masked_version(masks, rows, told, away, job.job.target_language))
        hidden |= {each.id for each in away}
    return replace(
        job,
        versions=tuple(versions),
        annotations=tuple(each for each in job.annotations if each.id not in hidden),
        answers=tuple(each for each in job.answers if each.annotation_id not in hidden),
        withheld=tuple(each for each in job.withheld if each.about not in hidden),
    )


def _masked_version(
    masks: Masks, rows: Collection[str], told: VersionOutward, away: Iterable[Annotation], language: str
) -> VersionOutward:
    """Show a version of a masked turn: its text with marks, and no digest of a masked source."""
    own = told.version.id in rows
    from_masked = bool(set(rows) - {told.version.id})
    names = [name for name, is_hidden in ((TEXT, own), (SOURCE, from_masked)) if is_hidden]
    version = masks.on(told.version)
    return replace(
        without(told, names, language=language),
        version=replace(version, source_digest="") if from_masked else version,
        withheld=(*told.withheld, *map(annotation_digest, away)),
    )


def _notes_away(
    masks: Masks, rows: Collection[str], version: RenderingVersion, notes: Iterable[Annotation]
) -> tuple[Annotation, ...]:
    """Return the notes that quote a masked text, tell a digest of it, or say masked words themselves."""
    words = masks.words_of(rows)

    def is_away(note: Annotation) -> bool:
        in_text = note.anchor.kind is AnchorKind.TEXT
        at_masked = note.anchor.of in rows or (
            note.anchor.of == version.segment_id and set(rows) != {version.id}
        )
        return (in_text and at_masked) or bool(words and mentions(words_of_remark(note), words))

    return tuple(each for each in annotations_of(version, notes) if is_away(each))


def _said(job: JobOutward, version: RenderingVersion) -> Iterator[str]:
    """What stands in a version, and what its author and other linguists said of it."""
    yield version.text
    said_of = {version.id, *(each.id for each in job.same_words(version))}
    for verdict in job.verdicts:
        if verdict.version_id in said_of:
            yield from (verdict.own_text, verdict.reason)
    noted = {each.id for each in job.annotations if each.segment_id == version.segment_id}
    yield from (each.text for each in job.answers if each.annotation_id in noted)


def _said_of_all(job: JobOutward) -> Iterator[str]:
    """What is said of a job as a whole, and why its linguist signed in spite of a rule."""
    yield from (job.job.purpose, job.job.made_from_note)
    for row in job.signed_by_author:
        yield from (why for _, _, why in row.reasons)


def _stand_in(words: Collection[str], texts: Iterable[str]) -> bool:
    return bool(words) and mentions("\n".join(texts), words)
