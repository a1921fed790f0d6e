"""Work: the rows of a job as they go into the store of an assignment, and as they come back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from thb_desktop.domain.ids import AgentId, InterpreterId
from thb_desktop.domain.language_work import (
    LanguageJob,
    RevisionVerdict,
    VersionSignature,
    VersionWithdrawal,
)
from thb_desktop.errors import NotFoundError
from thb_desktop.services.language.glossary import compared, is_same
from thb_desktop.services.language.sources import turns_of
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import registry
from thb_desktop.vault.tables.mapper import Table

BROUGHT = tuple(
    cast(Table[object], table)
    for table in (
        registry.DECLARATION,
        registry.RENDERING_VERSION,
        registry.ANNOTATION,
        registry.VERSION_SIGNATURE,
        registry.VERSION_WITHDRAWAL,
        registry.REVISION_VERDICT,
        registry.LANGUAGE_CERTIFICATE,
        registry.SAFETY_FLAG,
        registry.GLOSSARY_CONCEPT,
        registry.GLOSSARY_TERM,
    )
)
"""The tables whose rows come back, in an order in which each row stands on those before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRows:
    """The rows of a job, and whom they name."""

    rows: tuple[object, ...]
    interpreters: frozenset[InterpreterId]
    users: frozenset[AgentId]


def work_of(connection: Connection, job: LanguageJob, by: AgentId) -> JobRows:
    """Read a job with the job from which it is made, with what is written and signed in them, and its terms.

    by: who assigns, who stands for whoever entered a row that nobody signs. Certificates stay in the vault.
    """
    rows: list[object] = []
    interpreters, users = set[InterpreterId](), set[AgentId]()
    jobs = tuple(_jobs(connection, job))
    for each in jobs:
        versions = registry.RENDERING_VERSION.where(connection, "job_id", each.id)
        annotations = registry.ANNOTATION.where(connection, "job_id", each.id)
        answers = registry.ANNOTATION_ANSWER.where(connection, "job_id", each.id)
        signed: tuple[VersionSignature | VersionWithdrawal | RevisionVerdict, ...] = (
            *registry.VERSION_SIGNATURE.where(connection, "job_id", each.id),
            *registry.VERSION_WITHDRAWAL.where(connection, "job_id", each.id),
            *registry.REVISION_VERDICT.where(connection, "job_id", each.id),
        )
        rows += [
            replace(each, opened_by=by, closed_by=by if each.closed_by else None),
            *sorted(versions, key=lambda one: (one.segment_id, one.number)),
            *annotations,
            *(replace(one, given_by=by) for one in answers),
            *signed,
        ]
        users |= {one.typed_by for one in versions} | {one.typed_by for one in annotations}
        users |= {one.user_id for one in signed}
        interpreters |= {each.linguist_id} | {one.interpreter_id for one in signed}
    rows += _terms(connection, job, {each.target_language for each in jobs})
    rows += [replace(one, made_by=by) for one in registry.CERTIFICATE_TEMPLATE.all(connection)]
    return JobRows(rows=tuple(rows), interpreters=frozenset(interpreters), users=frozenset(users))


def _jobs(connection: Connection, job: LanguageJob) -> Iterator[LanguageJob]:
    """The job, after the one from which it is made."""
    if job.from_job_id is not None:
        found = registry.LANGUAGE_JOB.find(connection, job.from_job_id)
        if found is None:
            raise NotFoundError("there is no such job in this file")
        yield replace(found, from_job_id=None)
    yield job


def _terms(connection: Connection, job: LanguageJob, targets: set[str]) -> Iterator[object]:
    """The terms of the concepts that occur in the record, without the sentences and sources that tell of
    other records: what only another record speaks of stays in the vault.

    targets: into which the job, and the one from which it is made, render. Of a concept, terms travel in
    these languages and in those in which something was said or rendered in the record.
    """
    texts = _texts(connection, job)
    terms = [
        replace(one, context="", source="", checked_by=None, checked_on=None)
        for one in registry.GLOSSARY_TERM.where(connection, "case_id", job.case_id)
        if not one.struck and any(is_same(one.language, each) for each in (*texts, *targets))
    ]
    said = {
        one.concept_id
        for one in terms
        if any(is_same(one.language, tag) and compared(one.term, tag) in text for tag, text in texts.items())
    }
    for concept in registry.GLOSSARY_CONCEPT.where(connection, "case_id", job.case_id):
        if concept.id in said and not concept.struck:
            yield replace(concept, definition_source="")
            yield from (one for one in terms if one.concept_id == concept.id)


def _texts(connection: Connection, job: LanguageJob) -> dict[str, str]:
    """All that was said, rendered and written in a record and its job, by language, as it is compared."""
    texts: dict[str, list[str]] = {}
    for full in turns_of(connection, job.interview_id):
        if full.segment.struck:
            continue
        texts.setdefault(full.segment.language, []).append(full.segment.source_text or "")
        for each in full.renderings:
            texts.setdefault(each.language, []).append(each.text)
        for one in full.corrections:
            texts.setdefault(one.language, []).append(f"{one.before}\n{one.after}")
    for own in _jobs(connection, job):
        versions = registry.RENDERING_VERSION.where(connection, "job_id", own.id)
        texts.setdefault(own.target_language, []).extend(one.text for one in versions)
    return {tag: compared("\n".join(each), tag) for tag, each in texts.items()}
