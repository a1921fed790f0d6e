"""Doubts: how versions differ from their sources, and why their linguist signs them all the same."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.ids import JobId, RowId, SegmentId
from thb_desktop.domain.interview_record import in_order
from thb_desktop.domain.language_states import JobInFull
from thb_desktop.domain.language_work import LanguageJob, RenderingVersion
from thb_desktop.domain.rights import Right
from thb_desktop.domain.translation_rules import check_texts
from thb_desktop.domain.work_left import reasons_given
from thb_desktop.errors import WarningUnansweredError
from thb_desktop.findings import Finding
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.jobs import get_job
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry

Reason = tuple[str, str, str]
"""A rule, the turn that it is about, and why something is signed all the same."""


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def check_versions(session: Session, job_id: JobId, read: Iterable[RenderingVersion]) -> tuple[Finding, ...]:
    """Return how these versions differ from their sources: each needs a reason to be signed as checked."""
    return differing(session.read, get_job(session, job_id), {each.id for each in read})


def differing(connection: Connection, work: JobInFull, chosen: Collection[RowId]) -> tuple[Finding, ...]:
    """The same of the rows of a job (V-T-03, V-T-06), for who has the right."""
    newest = {segment: each for segment, each in work.newest().items() if each.id in chosen}
    sources = {segment: text for segment, text in work.sources.items() if segment in newest}
    labels, spoken = turns_told(connection, work.job)
    return tuple(
        check_texts(replace(work, sources=sources), labels, codes_of(connection, work.job), spoken=spoken)
    )


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
