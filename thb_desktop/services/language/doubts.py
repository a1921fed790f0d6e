"""Doubts: how versions differ from their sources, and why their linguist signs them all the same."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.certificates import CertificateElement
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.language_states import JobInFull, annotations_of
from thb_desktop.domain.language_work import Annotation, LanguageJob, RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.domain.translation_rules import check_texts
from thb_desktop.domain.vocabulary import AnnotationVisibility
from thb_desktop.domain.work_left import reasons_given
from thb_desktop.errors import WarningUnansweredError
from thb_desktop.findings import Finding
from thb_desktop.findings import unknown as warn
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import get_job
from thb_desktop.services.testimony.drawn import undrawn_in
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

Reason = tuple[str, str, str]
"""A rule, the turn that it is about, and why something is signed all the same."""


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def check_versions(session: Session, job_id: JobId, read: Iterable[RenderingVersion]) -> tuple[Finding, ...]:
    """Return how these versions differ from their sources: each needs a reason to be signed as checked."""
    return differing(session.read, get_job(session, job_id), {each.id for each in read})


def differing(connection: Connection, work: JobInFull, chosen: Collection[RowId]) -> tuple[Finding, ...]:
    """The same of the rows of a job (V-T-03, V-T-06, V-T-09), for who has the right."""
    newest = {segment: each for segment, each in work.newest().items() if each.id in chosen}
    sources = {segment: text for segment, text in work.sources.items() if segment in newest}
    labels, spoken = turns_told(connection, work.job)
    chosen_alone = replace(work, sources=sources)
    return (
        *check_texts(chosen_alone, labels, codes_of(connection, work.job), spoken=spoken),
        *check_drawn(chosen_alone, labels),
    )


def check_drawn(work: JobInFull, labels: Mapping[SegmentId, str]) -> Iterator[Finding]:
    """V-T-09: tell which present versions, and printed notes on them, have characters that no page draws."""
    printed: dict[SegmentId, list[Annotation]] = {}
    for note in work.annotations:
        if note.visibility is AnnotationVisibility.PRINT:
            printed.setdefault(note.segment_id, []).append(note)
    newest = work.newest()
    texts = {
        segment_id: "\n".join(
            (version.text, *(each.text for each in annotations_of(version, printed.get(segment_id, ()))))
        )
        for segment_id in work.sources
        if (version := newest.get(segment_id)) is not None
    }
    if not undrawn_in("\n".join(texts.values())):
        return
    for segment_id, text in texts.items():
        if lacking := undrawn_in(text):
            label = labels.get(segment_id, "")
            yield warn("V-T-09.undrawn", about=segment_id, label=label, characters=lacking)


def check_wording(elements: Mapping[CertificateElement, str]) -> Iterator[Finding]:
    """V-T-09: tell which elements of a certificate have characters that no page draws."""
    for element, text in elements.items():
        if lacking := undrawn_in(text):
            yield warn("V-T-09.wording", about=element.value, element=element, characters=lacking)


def check_dispute(own_text: str, reason: str) -> Iterator[Finding]:
    """V-T-09: tell which characters of a disputer's own version, or of their reason, no page draws."""
    if lacking := undrawn_in(f"{own_text}\n{reason}"):
        yield warn("V-T-09.dispute", characters=lacking)


def turns_told(connection: Connection, job: LanguageJob) -> tuple[dict[SegmentId, str], dict[SegmentId, str]]:
    """Return the label of each turn of the record of a job, and in which language its source is."""
    turns = in_order(registry.SEGMENT.where(connection, "interview_id", job.interview_id), ())
    fixed = job.source_language
    if job.from_job_id is not None:
        source = registry.LANGUAGE_JOB.find(connection, job.from_job_id)
        fixed = source.target_language if source else ""
    labels = {each.segment.id: each.label for each in turns}
    standing = (each.segment for each in turns if not each.segment.struck)
    return labels, {each.id: fixed or each.language for each in standing}


def codes_of(connection: Connection, job: LanguageJob) -> tuple[str, ...]:
    """Return the known names of a case, which must stand in both texts."""
    return tuple(each.code for each in registry.PERSON.where(connection, "case_id", job.case_id))


def reason_for(found: Finding, reasons: Sequence[tuple[Finding, str]]) -> Reason:
    """Return why it is signed despite a warning. Raises WarningUnansweredError where nobody said it."""
    given = next((reason.strip() for each, reason in reasons if each == found), "")
    if is_blank(given):
        raise WarningUnansweredError("a warning needs the reason why it is certified all the same")
    return found.key, found.about, given


def said_before(work: JobInFull) -> Mapping[tuple[str, str], str]:
    """Return what the author said of a rule at a turn when they signed its last version, by both."""
    given = reasons_given(work.signatures, work.newest().values())
    return {(rule, about): why for rule, about, why in given}
