"""The glossary of a case: concepts and their terms, entered, changed and struck out. It stays in its case."""

import re
from collections.abc import Iterable
from dataclasses import replace
from unicodedata import normalize

from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.blank import is_blank
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.folding import folded
from thb_desktop.domain.glossary import RELIABILITY, Concept, Term
from thb_desktop.domain.ids import CaseId, ConceptId, RowId
from thb_desktop.domain.rights import Right
from thb_desktop.errors import (
    FieldMissingError,
    NotFoundError,
    NothingCorrectedError,
    ReasonMissingError,
    StruckOutError,
    ValueRefusedError,
)
from thb_desktop.services.case_file.entries import verify_case_not_struck, verify_named
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.vault.tables import registry


@permitted(Right.LANGUAGE_WORK)
def add_concept(session: Session, concept: Concept, terms: Iterable[Term] = ()) -> Concept:
    """Add a concept with its first terms. Their ids, case and concept are set here.

    Raises ValueRefusedError for a reliability outside 1 to 4, FieldMissingError for an empty term.
    """
    verify_case_not_struck(session.read, concept.case_id)
    told = [_verified(session, replace(each, case_id=concept.case_id)) for each in terms]
    with session.work() as work:
        added = replace(concept, id=ConceptId(work.new_id()), struck="")
        work.save(added, *(replace(each, id=RowId(work.new_id()), concept_id=added.id) for each in told))
        work.record(added.case_id, VaultAction.TERM_ADDED)
    return added


@permitted(Right.LANGUAGE_WORK)
def add_term(session: Session, term: Term) -> Term:
    """Add a term to a concept of its case."""
    concept = _concept(session, term.concept_id)
    if concept.struck:
        raise StruckOutError("the concept was struck out as made in error")
    told = _verified(session, replace(term, case_id=concept.case_id))
    with session.work() as work:
        added = replace(told, id=RowId(work.new_id()), struck="")
        work.save(added)
        work.record(added.case_id, VaultAction.TERM_ADDED)
    return added


@permitted(Right.LANGUAGE_WORK)
def change_entry[Entry: (Concept, Term)](session: Session, entry: Entry, reason: str) -> Entry:
    """Change a concept or a term; the event keeps the reason, and the chain what stood there.

    Raises ReasonMissingError, NothingCorrectedError, StruckOutError, and what adding one raises.
    """
    before = _standing(session, entry)
    because = _reason(reason)
    if before == entry:
        raise NothingCorrectedError("nothing was changed")
    if isinstance(entry, Term):
        _verified(session, entry)
    with session.work() as work:
        work.save(entry)
        work.record(entry.case_id, VaultAction.TERM_CHANGED, because)
    return entry


@permitted(Right.LANGUAGE_WORK)
def strike_entry[Entry: (Concept, Term)](session: Session, entry: Entry, reason: str) -> Entry:
    """Strike out a concept or a term. It stays readable, with the reason."""
    before, because = _standing(session, entry), _reason(reason)
    struck = replace(before, struck=because)
    with session.work() as work:
        work.save(struck)
        work.record(struck.case_id, VaultAction.TERM_STRUCK, because)
    return struck


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def list_glossary(session: Session, case_id: CaseId) -> tuple[tuple[Concept, tuple[Term, ...]], ...]:
    """List the concepts of a case with their terms, struck ones too."""
    terms: dict[str, list[Term]] = {}
    for term in registry.GLOSSARY_TERM.where(session.read, "case_id", case_id):
        terms.setdefault(term.concept_id, []).append(term)
    concepts = registry.GLOSSARY_CONCEPT.where(session.read, "case_id", case_id)
    return tuple((each, tuple(terms.get(each.id, ()))) for each in concepts)


@permitted(Right.READ_TESTIMONY, logs=Consulted.CASE)
def terms_in(
    session: Session, case_id: CaseId, text: str, *, source: str, target: str
) -> tuple[tuple[Term, tuple[Term, ...]], ...]:
    """Return the terms of the source language that are in a text, with those of the target language for the
    same concept, if it was not struck out. Languages are compared without region and script, words as
    `compared` tells them.
    """
    found = []
    words = compared(text, source)
    for concept, terms in list_glossary(session, case_id):
        standing = [each for each in terms if not (each.struck or concept.struck)]
        there = [
            each
            for each in standing
            if is_same(each.language, source) and compared(each.term, source) in words
        ]
        into = tuple(each for each in standing if is_same(each.language, target))
        found += [(each, into) for each in there]
    return tuple(found)


def compared(text: str, language: str) -> str:
    """Return a text, or a term that is looked for in it, as they are compared: without capitals and accents.

    In Vietnamese, tones make other words and every syllable stands alone: accents stay there, and a term is
    found as whole syllables only.
    """
    if not is_same(language, "vi"):
        return folded(text)
    return f" {' '.join(re.findall(r'\w+', normalize('NFC', text.casefold())))} "


def is_same(language: str, wanted: str) -> bool:
    """Whether two tags are of the same language, whatever region and script they name."""
    return language.partition("-")[0].lower() == wanted.partition("-")[0].lower()


def _verified(session: Session, term: Term) -> Term:
    if is_blank(term.term) or is_blank(term.language):
        raise FieldMissingError("a term needs its word and its language", "glossary_term.term")
    if term.reliability is not None and term.reliability not in RELIABILITY:
        raise ValueRefusedError("the reliability of a term is a number from 1 to 4")
    if term.checked_by is not None:
        verify_named(session.read, "interpreter", term.checked_by, term.case_id)
    return term


def _concept(session: Session, concept_id: ConceptId) -> Concept:
    concept = registry.GLOSSARY_CONCEPT.find(session.read, concept_id)
    if concept is None:
        raise NotFoundError("there is no such concept in this file")
    return concept


def _standing[Entry: (Concept, Term)](session: Session, entry: Entry) -> Entry:
    before = registry.table_of(entry).find(session.read, entry.id)
    if before is None:
        raise NotFoundError("there is no such entry in this file")
    if before.struck:
        raise StruckOutError("the entry was struck out as made in error")
    return before


def _reason(reason: str) -> str:
    if is_blank(reason):
        raise ReasonMissingError("a change needs a reason")
    return reason.strip()
