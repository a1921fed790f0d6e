"""A stigmatising term is told where an official uses it, and never in a witness's words."""

from typing import Any

from tests.support.offices import Small
from tests.support.records import held, rendition, turn
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import ConceptId, RowId
from thb_desktop.findings import Standing
from thb_desktop.services.core.session import Session
from thb_desktop.services.language import glossary
from thb_desktop.services.testimony import interviews

ASKED: dict[str, Any] = {
    "speaker": v.SpeakerRole.INTERVIEWER,
    "kind": v.UtteranceKind.QUESTION,
    "language": "fr",
    "renderings": (),
}


def listed(session: Session, small: Small, text: str, **changes: Any) -> None:
    fields: dict[str, Any] = {"language": "fr", "status": v.TermStatus.STIGMATISING, **changes}
    term = Term(id=RowId(""), case_id=small.case.id, concept_id=ConceptId(""), term=text, **fields)
    concept = Concept(id=ConceptId(""), case_id=small.case.id, domain=None, definition="")
    glossary.add_concept(session, concept, [term])


def told(session: Session, small: Small, **header: Any) -> list[tuple[str, dict[str, Any]]]:
    interview = held(session, small, **header)
    turn(session, interview, "Combien gagnait une prostituée ?", **ASKED)
    turn(session, interview, "Où habitiez-vous ?", **ASKED)
    turn(session, interview, "Prostituée, a zis.", renderings=(rendition("Prostituée, disait-il."),))
    found = interviews.check_interview(session, interview.id)
    assert {each.standing for each in found if each.code == "V-I-27"} <= {Standing.HOLDS}
    return [(f"{each.key} {each.field}", dict(each.values)) for each in found if each.code == "V-I-27"]


def test_a_term_in_a_question_or_a_field_of_the_office_is_told(session: Session, small: Small):
    listed(session, small, "Prostituee")

    found = told(session, small, necessity="Audition d'une prostituée", final_statement="Prostituée, non.")

    assert found == [
        ("V-I-27.in-turns interview.segments", {"segments": ("1 Q",), "terms": ("Prostituee",)}),
        ("V-I-27.in-field interview.necessity", {"terms": ("Prostituee",)}),
    ]


def test_another_status_another_language_and_a_part_of_a_word_are_not_told(session: Session, small: Small):
    listed(session, small, "prostituée", status=v.TermStatus.SLANG)
    listed(session, small, "prostituée", language="ro")
    listed(session, small, "habit")

    assert told(session, small) == []
