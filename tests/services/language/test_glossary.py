"""The glossary of a case: entered, changed, struck out; terms of a text with those of the other language."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.support.language_jobs import JobSetup
from tests.support.offices import case_file
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.glossary import Concept, Term
from thb_desktop.domain.ids import CaseId, ConceptId, RowId
from thb_desktop.services.case_file import cases
from thb_desktop.services.language import glossary


def concept(desk: JobSetup, **changes: Any) -> Concept:
    fields: dict[str, Any] = {
        "id": ConceptId(""),
        "case_id": desk.job.case_id,
        "domain": v.TermDomain.MEANS,
        "definition": "Money owed for the journey",
    }
    return Concept(**{**fields, **changes})


def term(word: str, language: str, **changes: Any) -> Term:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": CaseId(""),
        "concept_id": ConceptId(""),
        "language": language,
        "term": word,
        "status": v.TermStatus.PREFERRED,
    }
    return Term(**{**fields, **changes})


def test_a_term_of_a_text_is_shown_with_those_of_the_other_language(desk: JobSetup):
    glossary.add_concept(
        desk.session,
        concept(desk),
        [term("Datoria", "ro"), term("debt bondage", "en-GB"), term("dette", "fr")],
    )

    found = glossary.terms_in(
        desk.session, desk.job.case_id, "Mi-au spus că datoria crește.", source="ro-MD", target="en"
    )
    none = glossary.terms_in(desk.session, desk.job.case_id, "Nimic.", source="ro", target="en")

    assert [(each.term, [one.term for one in into]) for each, into in found] == [
        ("Datoria", ["debt bondage"])
    ]
    assert none == ()


def test_a_vietnamese_term_is_found_as_its_own_syllables_and_tones(desk: JobSetup):
    """Without its tones, "nợ" (a debt) would stand in every "no" (full), and within "nông"."""
    glossary.add_concept(desk.session, concept(desk), [term("Nợ", "vi"), term("debt", "en")])

    found, none = (
        glossary.terms_in(desk.session, desk.job.case_id, text, source="vi", target="en")
        for text in ("Tôi còn nợ, chưa trả.", "Tôi no rồi. Nó là nông dân, tôi nói.")
    )

    assert [each.term for each, _ in found] == ["Nợ"]
    assert none == ()


def test_an_entry_is_changed_and_struck_out_for_a_reason(desk: JobSetup):
    kept = glossary.add_concept(desk.session, concept(desk), [term("datorie", "ro")])
    added = glossary.add_term(desk.session, term("debt", "en", concept_id=kept.id))
    checked = replace(added, checked_by=desk.first.id, checked_on=date(2026, 6, 2), reliability=3)

    glossary.change_entry(desk.session, checked, "Checked with the linguist")
    glossary.change_entry(desk.session, replace(kept, definition="What is owed"), "Shorter")
    struck = glossary.strike_entry(desk.session, checked, "Wrong word")
    gone = glossary.strike_entry(desk.session, kept, "Entered twice")

    ((found, terms),) = glossary.list_glossary(desk.session, desk.job.case_id)
    assert (found.struck, found.definition) == ("Entered twice", "What is owed")
    assert terms[1] == struck == replace(checked, struck="Wrong word")
    for refused, error in (
        (lambda: glossary.change_entry(desk.session, struck, "again"), errors.StruckOutError),
        (lambda: glossary.strike_entry(desk.session, gone, "again"), errors.StruckOutError),
        (lambda: glossary.add_term(desk.session, term("x", "en", concept_id=kept.id)), errors.StruckOutError),
        (lambda: glossary.change_entry(desk.session, terms[0], "same"), errors.NothingCorrectedError),
        (lambda: glossary.change_entry(desk.session, terms[0], " "), errors.ReasonMissingError),
        (lambda: glossary.strike_entry(desk.session, replace(kept, id="none"), "x"), errors.NotFoundError),
    ):
        with pytest.raises(error):
            refused()


def test_every_field_of_an_entry_can_be_changed(desk: JobSetup):
    kept = glossary.add_concept(desk.session, concept(desk), [term("datorie", "ro")])
    ((_, (first,)),) = glossary.list_glossary(desk.session, desk.job.case_id)
    changed = replace(
        kept, domain=v.TermDomain.FINANCE, definition="D", definition_source="S", legal_system="RO"
    )
    other = replace(
        first,
        language="ru",
        term="долг",
        status=v.TermStatus.ADMITTED,
        reliability=2,
        script="Cyrl",
        transliteration="dolg",
        part_of_speech="noun",
        context="In a sentence",
        source="IATE",
        checked_by=desk.first.id,
        checked_on=date(2026, 6, 2),
    )

    glossary.change_entry(desk.session, changed, "Completed")
    glossary.change_entry(desk.session, other, "Completed")

    assert glossary.list_glossary(desk.session, desk.job.case_id) == ((changed, (other,)),)


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"term": " "}, errors.FieldMissingError),
        ({"language": ""}, errors.FieldMissingError),
        ({"reliability": 5}, errors.ValueRefusedError),
        ({"reliability": 0}, errors.ValueRefusedError),
        ({"checked_by": "none"}, errors.NotFoundError),
        ({"concept_id": "none"}, errors.NotFoundError),
    ],
)
def test_a_term_that_cannot_be_is_refused(desk: JobSetup, changes: dict[str, Any], error: type[Exception]):
    kept = glossary.add_concept(desk.session, concept(desk))

    with pytest.raises(error):
        glossary.add_term(desk.session, term(**{"word": "debt", "language": "en", "concept_id": kept.id}
                                             | {"word" if name == "term" else name: value
                                                for name, value in changes.items()}))  # fmt: skip


def test_a_glossary_stays_in_its_case(desk: JobSetup):
    elsewhere = cases.open_case(desk.session, case_file(reference="2026/2"))
    kept = glossary.add_concept(desk.session, concept(desk), [term("datorie", "ro")])

    added = glossary.add_term(desk.session, term("debt", "en", concept_id=kept.id, case_id=elsewhere.id))

    assert added.case_id == desk.job.case_id
    assert glossary.list_glossary(desk.session, elsewhere.id) == ()
