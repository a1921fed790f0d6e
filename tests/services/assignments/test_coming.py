"""Coming: what of the glossary may come with a handback. A store is in the hands of its interpreter."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.assignments.test_returning import assignment, concept, folder, given, template
from tests.support.assignments import Given, open_store
from tests.support.offices import case_file, unlock
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.assignment import Assignment
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, RowId
from thb_desktop.errors import ReturnRefusedError
from thb_desktop.findings import Standing
from thb_desktop.services.assignments import desk, giving, returning
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.language import glossary
from thb_desktop.vault.tables import registry

__all__ = ["assignment", "folder", "given", "template"]


def save(session: Session, entry: Concept | Term) -> None:
    """Write an entry as the desk does not."""
    with session.work() as work:
        work.save(entry if entry.id else replace(entry, id=work.new_id()))
        work.record(entry.case_id, VaultAction.TERM_ADDED)


def test_a_concept_under_the_id_of_one_of_another_case_is_refused(
    folder: Path, given: Given, assignment: Assignment
):
    """Else the office would read words of the other case in what came back."""
    with closing(unlock(folder)) as session:
        other = cases.open_case(session, case_file(reference="2026/9"))
        bare = Concept(id=ConceptId(""), case_id=other.id, domain=None, definition="of another case")
        theirs = glossary.add_concept(session, bare)
    with closing(open_store(folder, assignment)) as session:
        save(session, replace(theirs, case_id=given.small.case.id, definition="mine"))
        desk.hand_back(session)

    with closing(unlock(folder)) as session, pytest.raises(ReturnRefusedError):
        returning.review_return(session, assignment.id)


def test_a_new_term_for_a_concept_that_the_office_struck_out_is_told_and_proposed_nowhere(
    folder: Path, given: Given, assignment: Assignment
):
    case_id = given.small.case.id
    with closing(unlock(folder)) as session:
        concept(session, given, ("ro", "plecat"))
        own = registry.GLOSSARY_CONCEPT.all(session.read)[0]
        giving.close_assignment(session, assignment.id, reason="with terms", keep=False)
        second = giving.assign(session, given.job.id)
        assert glossary.terms_in(session, case_id, "a plecat", source="ro", target="fr")
        struck = glossary.strike_entry(session, own, "wrong")
    with closing(open_store(folder, second)) as session:
        new = Term(
            id=RowId(""), case_id=case_id, concept_id=own.id, language="fr", term="partir", status=None
        )
        save(session, new)
        desk.hand_back(session)

    with closing(unlock(folder)) as session:
        review = returning.review_return(session, second.id)
        returning.merge_assignment(session, second.id, review)

        assert [(stands, came.term) for stands, came in review.kept] == [(struck, "partir")]
        assert glossary.terms_in(session, case_id, "a plecat", source="ro", target="fr") == ()
        broken = [each for each in health.check_vault(session).findings if each.standing is Standing.BROKEN]
        assert broken == []
