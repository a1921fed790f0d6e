"""Sections C and H of the data sheet of an order: what the measures that are ticked call for."""

from dataclasses import replace

import pytest

from tests.support.offices import Small
from tests.support.orders import complete_order
from thb_desktop.domain.cooperation_codes import MeasureKind
from thb_desktop.domain.cooperation_fields import INSTRUMENT
from thb_desktop.domain.entry_rules import completed
from thb_desktop.domain.order_questions import FormQuestion, asked_for
from thb_desktop.errors import PackRefusedError, ValueRefusedError
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation.data_sheet import data_sheet
from thb_desktop.services.core import packs
from thb_desktop.services.core.session import Session
from thb_desktop.services.searching.case_sources import OF_CASE
from thb_desktop.words import LANGUAGES, entries


def test_the_sheet_says_which_ticked_measures_are_always_available_and_which_may_be_replaced(
    session: Session, small: Small
):
    order = complete_order(
        session, small, measure_kinds=(MeasureKind.HEARING_VICTIM, MeasureKind.COVERT, MeasureKind.OTHER)
    )

    sheet = data_sheet(session, small.case.id, order.id)

    (facts,) = [dict(each.facts) for each in sheet.parts if each.heading.startswith("C.")]
    always = facts["Toujours disponibles dans l'État d'exécution"]
    others = facts["Une autre mesure peut les remplacer"].splitlines()
    assert always == "audition d'une victime (Directive 2014/41/EU, Article 10(2)(c) (?))"
    assert others[0] == "enquête discrète; autre mesure (Directive 2014/41/EU, Article 10(1) and (2)(d) (?))"
    assert "non coercitive" in others[1]


def test_nothing_is_said_of_the_availability_of_what_is_not_ticked(session: Session, small: Small):
    order = complete_order(session, small, measure_kinds=(MeasureKind.IDENTIFY_PHONE_OR_IP,))
    plain = complete_order(session, small, number="EIO-2")

    for each, count in ((order, 1), (plain, 0)):
        sheet = data_sheet(session, small.case.id, each.id)
        (part,) = [one for one in sheet.parts if one.heading.startswith("C.")]
        told = [label for label, _ in part.facts if label.startswith(("Toujours", "Une autre mesure"))]
        assert len(told) == count


def test_the_pack_says_of_each_measure_once_whether_it_is_always_available():
    available = packs.shipped_pack().available

    always = {measure for each in available if each.always for measure in each.measures}
    others = [measure for each in available if not each.always for measure in each.measures]
    assert always == {
        MeasureKind.EVIDENCE_ALREADY_HELD,
        MeasureKind.POLICE_JUDICIAL_DATABASE,
        MeasureKind.HEARING_WITNESS,
        MeasureKind.HEARING_EXPERT,
        MeasureKind.HEARING_SUSPECT,
        MeasureKind.HEARING_VICTIM,
        MeasureKind.HEARING_THIRD_PARTY,
        MeasureKind.IDENTIFY_PHONE_OR_IP,
    }
    assert sorted(others) == sorted(set(MeasureKind) - always)
    for spoilt in (
        ('measures = ["EVIDENCE_ALREADY_HELD"]', 'measures = ["POLICE_JUDICIAL_DATABASE"]'),
        ('measures = ["EVIDENCE_ALREADY_HELD"]', 'measures = ["EVIDENCE"]'),
        ("always = false", 'always = "no"'),
        ("unless_always = true", "unless_always = 1"),
    ):
        with pytest.raises(PackRefusedError):
            packs.pack_of(packs.shipped_text().replace(*spoilt, 1))


@pytest.mark.parametrize(
    ("ticked", "told"),
    [((), "Non inscrit ici"), ((MeasureKind.HEARING_WITNESS,), "Aucune des mesures cochées")],
)
def test_section_h_says_whether_it_has_nothing_to_ask_or_nothing_is_ticked_yet(
    session: Session, small: Small, ticked: tuple[MeasureKind, ...], told: str
):
    order = complete_order(session, small, measure_kinds=ticked)

    sheet = data_sheet(session, small.case.id, order.id)

    (part,) = [each for each in sheet.parts if each.heading.startswith("H.")]
    (fact,) = part.facts
    assert fact[1].startswith(told)


def test_the_questions_follow_the_measures_as_the_parts_of_the_form_do(session: Session):
    (form,) = packs.shipped_pack().forms
    (parts,) = [each.parts for each in form.sections if each.parts]

    for measure in MeasureKind:
        asked = {each.part for each in asked_for([measure])}
        assert asked == {part for part, wanted in parts.items() if measure in wanted}, measure
    assert {each.part for each in FormQuestion} == set(parts)
    assert FormQuestion.H2_CONSENT not in asked_for([MeasureKind.VIDEO_HEARING_WITNESS])
    assert FormQuestion.H2_CONSENT in asked_for([MeasureKind.VIDEO_HEARING_SUSPECT])
    assert FormQuestion.H4_BANKS not in asked_for([MeasureKind.BANK_OPERATIONS])


def test_an_answer_to_what_the_form_does_not_ask_is_refused(session: Session, small: Small):
    order = complete_order(session, small)

    with pytest.raises(ValueRefusedError):
        corrections.correct(session, replace(order, part_answers=(("H9", "x"),)), "A slip")
    with pytest.raises(ValueRefusedError):
        complete_order(session, small, number="EIO-2", part_answers=(("H9", "x"),))

    later = replace(order, part_answers=(("H9", "x"),))
    assert completed(replace(later, territory="Cluj"), later).part_answers == later.part_answers


def test_the_answers_are_searched_and_kept_in_the_office(session: Session, small: Small):
    assert "part_answers" not in [each.name for each in INSTRUMENT.printed()]
    order = complete_order(session, small, part_answers=(("H7_TECHNICAL", "number of the flat"),))

    assert dict(next(each for each in OF_CASE if each.number == 44).texts_of(order))["part_answers"] == (
        "number of the flat"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_has_words_of_its_own_in_each_language_of_the_sheets(language: str):
    said = [entries("codes", language)[f"FormQuestion.{each.value}"] for each in FormQuestion]

    assert len(set(said)) == len(said)
    assert all(each.part in text for each, text in zip(FormQuestion, said, strict=True))
