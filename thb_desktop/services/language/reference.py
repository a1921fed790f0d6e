"""Reference: the memory and the glossary of a case as files beside a job, and a glossary that comes back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import CaseId, ConceptId, JobId, RowId
from thb_desktop.domain.language_work import LanguageJob
from thb_desktop.domain.rights import Right
from thb_desktop.domain.vocabulary import TermDomain, TermStatus
from thb_desktop.errors import NothingToRenderError
from thb_desktop.exchange.memory.entries import ExchangeConcept, ExchangeTerm, MemoryEntry, ReadTerms, TermUse
from thb_desktop.exchange.memory.tbx import read_tbx, write_tbx
from thb_desktop.exchange.memory.tmx import write_tmx
from thb_desktop.exchange.units import ExchangeState
from thb_desktop.findings import Finding, unknown
from thb_desktop.services.case_file.entries import verify_case_not_struck
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.language.glossary import list_glossary
from thb_desktop.services.language.jobs import require_job
from thb_desktop.services.language.outgoing import outgoing_files
from thb_desktop.vault.tables import registry

_REMEMBERED = frozenset({ExchangeState.SELF_CHECKED, ExchangeState.REVISED, ExchangeState.CERTIFIED})
_USES: Mapping[TermStatus, TermUse] = {
    TermStatus.PREFERRED: TermUse.PREFERRED,
    TermStatus.ADMITTED: TermUse.ADMITTED,
    TermStatus.DEPRECATED: TermUse.DEPRECATED,
    TermStatus.SLANG: TermUse.SLANG,
    TermStatus.STIGMATISING: TermUse.STIGMATISING,
}
_STATUS: Mapping[TermUse, TermStatus] = {
    **{use: status for status, use in _USES.items()},
    TermUse.SUPERSEDED: TermStatus.DEPRECATED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedTerms:
    """Concepts that were added, and what was left out of a glossary that came back."""

    concepts: tuple[Concept, ...]
    findings: tuple[Finding, ...]


@permitted(Right.READ_TESTIMONY, logs=Consulted.TESTIMONY)
def memory_file(session: Session, job_id: JobId) -> bytes:
    """Return what linguists of the case signed as checked, into the language of a job, as TMX. Nothing of
    another case is in it.
    """
    entries = list(_remembered(session, require_job(session, job_id)))
    return write_tmx(entries, source_language=entries[0].source_language if entries else "und")


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def glossary_file(session: Session, job_id: JobId) -> bytes:
    """Return the glossary of the case of a job as TBX, without what was struck out."""
    job = require_job(session, job_id)
    concepts = [
        _concept_out(concept, terms)
        for concept, terms in list_glossary(session, job.case_id)
        if not concept.struck and any(not each.struck for each in terms)
    ]
    return write_tbx(concepts, title=job.number, language=job.target_language)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryReview:
    """A glossary before anything of it is added. concepts: those that the case does not have."""

    concepts: tuple[ExchangeConcept, ...]
    findings: tuple[Finding, ...]


@permitted(Right.LANGUAGE_WORK)
def review_glossary(session: Session, case_id: CaseId, untrusted: ReadTerms) -> GlossaryReview:
    """Return what a glossary would add to that of the case. Nothing is written."""
    verify_case_not_struck(session.read, case_id)
    known = _Known(list_glossary(session, case_id))
    new = tuple(each for each in untrusted.concepts if not known.is_known(each))
    findings = [*untrusted.findings]
    for concept in untrusted.concepts:
        findings += known.new_terms(concept)
    if there := len(untrusted.concepts) - len(new):
        findings.append(unknown("tbx.known", count=there))
    return GlossaryReview(concepts=new, findings=tuple(findings))


class _Known:
    """The concepts of a case, by their ids and by their terms."""

    def __init__(self, listed: Iterable[tuple[Concept, tuple[Term, ...]]]) -> None:
        self._words: dict[str, frozenset[_Word]] = {}
        self._with: dict[_Word, set[str]] = {}
        for concept, terms in listed:
            words = frozenset(_word(each) for each in terms if not each.struck)
            self._words[concept.id] = words
            for each in () if concept.struck else words:
                self._with.setdefault(each, set()).add(concept.id)

    def is_known(self, untrusted: ExchangeConcept) -> bool:
        """Whether the case has the concept, or one with all of its terms, which came with another id."""
        if untrusted.id in self._words:
            return True
        found = [self._with.get(_word(each), set()) for each in untrusted.terms]
        return bool(found) and bool(set.intersection(*found))

    def new_terms(self, untrusted: ExchangeConcept) -> Iterator[Finding]:
        """Tell the terms that the concept of the case with the same id lacks."""
        if untrusted.id not in self._words:
            return
        for each in untrusted.terms:
            if _word(each) not in self._words[untrusted.id]:
                yield unknown("tbx.new-term", term=each.term, language=each.language)


_Word = tuple[str, str]


def _word(term: Term | ExchangeTerm) -> _Word:
    """A term and its language, as they are compared."""
    return term.language.lower(), normalize("NFC", term.term.casefold()).strip()


@permitted(Right.LANGUAGE_WORK)
def import_glossary(session: Session, case_id: CaseId, untrusted: bytes) -> ImportedTerms:
    """Add the concepts of a TBX file to the glossary of a case, in one event.

    A concept that the case has already, by its id or by its terms, is left out and told: what is there is
    changed by hand. Raises
    ExchangeError, NotFoundError, StruckOutError.
    """
    review = review_glossary(session, case_id, read_tbx(untrusted))
    if not review.concepts:
        return ImportedTerms(concepts=(), findings=review.findings)
    with session.work() as work:
        added = []
        for each in review.concepts:
            concept = _concept_in(each, ConceptId(work.new_id()), case_id)
            work.save(concept, *(_term_in(term, RowId(work.new_id()), concept) for term in each.terms))
            added.append(concept)
        work.record(case_id, VaultAction.TERM_ADDED)
    return ImportedTerms(concepts=tuple(added), findings=review.findings)


def _remembered(session: Session, job: LanguageJob) -> Iterator[MemoryEntry]:
    for each in registry.LANGUAGE_JOB.where(session.read, "case_id", job.case_id):
        if each.struck or each.target_language != job.target_language:
            continue
        try:
            files = outgoing_files(session, each.id)
        except NothingToRenderError:
            continue
        for unit in (unit for file in files for unit in file.units if unit.state in _REMEMBERED):
            yield MemoryEntry(
                id=f"{each.number}-{unit.id}",
                source_language=unit.source_language,
                source=unit.source,
                target_language=unit.target_language,
                target=unit.target,
                origin=each.number,
            )


def _concept_out(concept: Concept, terms: tuple[Term, ...]) -> ExchangeConcept:
    return ExchangeConcept(
        id=concept.id,
        subject=concept.domain.value if concept.domain else "",
        definition=concept.definition,
        definition_source=concept.definition_source,
        note=concept.legal_system,
        terms=tuple(
            ExchangeTerm(
                language=term.language,
                term=term.term,
                use=_USES[term.status] if term.status else None,
                reliability=term.reliability or 0,
                part_of_speech=term.part_of_speech,
                context=term.context,
                source=term.source,
            )
            for term in terms
            if not term.struck
        ),
    )


def _concept_in(untrusted: ExchangeConcept, concept_id: ConceptId, case_id: CaseId) -> Concept:
    return Concept(
        id=concept_id,
        case_id=case_id,
        domain=TermDomain(untrusted.subject) if untrusted.subject in TermDomain else None,
        definition=untrusted.definition,
        definition_source=untrusted.definition_source,
        legal_system=untrusted.note,
    )


def _term_in(untrusted: ExchangeTerm, term_id: RowId, concept: Concept) -> Term:
    return Term(
        id=term_id,
        case_id=concept.case_id,
        concept_id=concept.id,
        language=untrusted.language,
        term=untrusted.term,
        status=_STATUS[untrusted.use] if untrusted.use else None,
        reliability=untrusted.reliability or None,
        part_of_speech=untrusted.part_of_speech,
        context=untrusted.context,
        source=untrusted.source,
    )
