"""Handling codes of providers: entered, kept to when something leaves, and printed (V-X-02)."""

from dataclasses import replace
from typing import Any

import pytest

from tests.services.bundling.test_decided_records import pages_of
from tests.services.bundling.test_transfers import options, refused, to, told
from tests.support.instruments import conditioned
from tests.support.offices import Small, registered
from tests.support.transfers import WITHOUT_SPECIAL
from thb_desktop.domain.cooperation import UseCondition
from thb_desktop.domain.cooperation_codes import (
    ConditionKind,
    HandlingCode,
    InformationGrade,
    SourceGrade,
)
from thb_desktop.domain.exhibit import Exhibit
from thb_desktop.domain.transfer import Transfer
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.errors import FieldMissingError, FieldNotAskedError
from thb_desktop.report.words import LANGUAGES, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.casework import corrections
from thb_desktop.services.cooperation import use_conditions
from thb_desktop.services.core.session import Session
from thb_desktop.services.packaging.package_conditions import SheetFor, conditions_json, conditions_text

CODE = ConditionKind.HANDLING_CODE
ROMANIA = to("RO", spontaneous=True)
FOR = SheetFor(number="P-1", recipient="Parchet", state="RO")


def marked(
    session: Session, small: Small, exhibit: Exhibit, handling: HandlingCode | None, **changes: Any
) -> UseCondition:
    fields = {"kind": CODE, "text": "As marked", "imposed_by": "Europol", "imposed_state": ""}
    return conditioned(session, small, exhibit_id=exhibit.id, handling=handling, **{**fields, **changes})


@pytest.fixture
def exhibit(session: Session, small: Small) -> Exhibit:
    return registered(session, small)


@pytest.mark.parametrize("code", [HandlingCode.EUROPOL_H1, HandlingCode.EUROPOL_H2])
@pytest.mark.parametrize("transfer", [WITHOUT_SPECIAL, ROMANIA], ids=["at home", "abroad"])
def test_what_needs_the_permission_of_its_provider_stays_until_a_consent_is_recorded(
    session: Session, small: Small, exhibit: Exhibit, code: HandlingCode, transfer: Transfer
):
    # The code binds beside whatever other condition it stands.
    kind = CODE if transfer is ROMANIA else ConditionKind.REPORT_ON_USE
    condition = marked(session, small, exhibit, code, kind=kind)

    before = refused(session, small, exhibit, transfer)
    consented = replace(condition, consents=((transfer.state, "Europol, 3 May 2026, 17/26"),))
    corrections.correct(session, consented, "Europol agreed")

    assert before == "condition-forbids"
    assert "condition-forbids" not in told(session, small, exhibit, transfer)
    assert "condition-consented" in told(session, small, exhibit, transfer)


def test_the_own_state_keeps_to_the_code_that_an_own_authority_set(
    session: Session, small: Small, exhibit: Exhibit
):
    marked(session, small, exhibit, HandlingCode.EUROPOL_H1, imposed_state="BE", imposed_by="Federal police")

    assert refused(session, small, exhibit, WITHOUT_SPECIAL) == "condition-forbids"


def test_what_may_not_be_passed_on_may_go_back_to_who_gave_it(
    session: Session, small: Small, exhibit: Exhibit
):
    marked(session, small, exhibit, HandlingCode.EUROPOL_H2, imposed_state="RO", imposed_by="DIICOT")

    assert "condition-forbids" not in told(session, small, exhibit, ROMANIA)
    assert "condition-forbids" in told(session, small, exhibit, to("NL", spontaneous=True))


@pytest.mark.parametrize(
    ("code", "case"),
    [
        (HandlingCode.EUROPOL_H0, "condition-passed-on"),
        (HandlingCode.EUROPOL_H3, "condition-passed-on"),
        (HandlingCode.TLP_RED, "marking-passed-on"),
        (HandlingCode.TLP_AMBER_STRICT, "marking-passed-on"),
        (HandlingCode.TLP_CLEAR, "marking-passed-on"),
    ],
)
def test_other_codes_are_told_and_forbid_nothing(
    session: Session, small: Small, exhibit: Exhibit, code: HandlingCode, case: str
):
    marked(session, small, exhibit, code)

    found = told(session, small, exhibit, ROMANIA)

    assert case in found
    assert "condition-forbids" not in found


def test_a_courtesy_marking_beside_a_condition_that_binds_leaves_it_binding(
    session: Session, small: Small, exhibit: Exhibit
):
    marked(session, small, exhibit, HandlingCode.TLP_RED, kind=ConditionKind.CONSENT_NEEDED_FROM)

    assert refused(session, small, exhibit, ROMANIA) == "condition-forbids"


def test_a_code_is_said_and_one_of_another_scheme_is_told_in_words(
    session: Session, small: Small, exhibit: Exhibit
):
    with pytest.raises(FieldMissingError) as unsaid:
        marked(session, small, exhibit, None)
    with pytest.raises(FieldMissingError) as without_words:
        marked(session, small, exhibit, HandlingCode.OTHER)

    assert unsaid.value.field == "use_condition.handling"
    assert without_words.value.field == "use_condition.handling_words"
    assert marked(session, small, exhibit, HandlingCode.OTHER, handling_words="Frontex H4").handling_words


def test_testimony_has_no_grade_and_what_was_given_with_one_keeps_it(
    session: Session, small: Small, exhibit: Exhibit
):
    record = registered(session, small, number="E-90", kind=ExhibitKind.STATEMENT_RECORD)
    grades = {"source_grade": SourceGrade.B, "information_grade": InformationGrade.GRADE_3}

    with pytest.raises(FieldNotAskedError) as refusal:
        marked(session, small, record, HandlingCode.EUROPOL_H3, **grades)
    kept = marked(session, small, exhibit, HandlingCode.EUROPOL_H3, **grades)
    corrections.correct(session, replace(kept, source_grade=SourceGrade.X), "The letter says X")

    assert refusal.value.field == "use_condition.source_grade"
    (now,) = use_conditions.list_conditions(session, small.case.id)
    assert (now.source_grade, now.information_grade) == (SourceGrade.X, InformationGrade.GRADE_3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_cover_and_conditions_of_a_bundle_have_the_codes(
    session: Session, small: Small, exhibit: Exhibit, language: str
):
    marked(session, small, exhibit, HandlingCode.EUROPOL_H3, number="C-1", source_grade=SourceGrade.B)
    marked(session, small, exhibit, HandlingCode.OTHER, number="C-2", handling_words="Frontex H4")
    other = {"kind": ConditionKind.REPORT_ON_USE, "handling_words": "For eyes only"}
    marked(session, small, exhibit, None, number="C-3", **other)

    asked = options(exhibit, WITHOUT_SPECIAL, language=language)
    pages = pages_of(bundles.prepare_bundle(session, small.case.id, asked).pdf)

    words = words_in(language)
    marks = words.common.apart.join(("H3 (Europol) (C-1)", "Frontex H4 (C-2)", "For eyes only (C-3)"))
    line = words.common.named.format(name=words.cover.handling_codes, value=marks)
    assert " ".join(line.split()) in pages
    assert " ".join(words.label(SourceGrade.B).split()) in pages


def test_the_index_names_what_binds_an_exhibit_and_what_was_derived_from_it(
    session: Session, small: Small, exhibit: Exhibit
):
    copy = registered(session, small, number="E-2", parent_id=exhibit.id)
    free = registered(session, small, number="E-3")
    marked(session, small, exhibit, HandlingCode.EUROPOL_H3, number="C-1")

    asked = replace(options(copy, WITHOUT_SPECIAL, language="en"), exhibit_ids=(copy.id, free.id))
    prepared = bundles.prepare_bundle(session, small.case.id, asked)

    assert prepared.content.frame.bound == ((copy.id, ("C-1",)),)
    assert pages_of(prepared.pdf).count("bound by: C-1 (H3 (Europol))") == 1


def test_the_condition_sheet_of_a_package_has_them_as_far_as_there_are_any(
    session: Session, small: Small, exhibit: Exhibit
):
    coded = marked(session, small, exhibit, HandlingCode.EUROPOL_H3, source_grade=SourceGrade.A)
    plain = replace(coded, handling=None, source_grade=None, kind=ConditionKind.REPORT_ON_USE)

    with_code = [Applied(condition=coded, numbers=("E-1",))]
    without = [Applied(condition=plain, numbers=("E-1",))]

    assert b'"handling":"EUROPOL_H3"' in conditions_json(FOR, with_code)
    assert b'"source_grade":"A"' in conditions_json(FOR, with_code)
    assert "H3 (Europol) | A: no doubt" in conditions_text(FOR, with_code).decode()
    assert b"handling" not in conditions_json(FOR, without)


def test_the_condition_sheet_has_words_of_a_provider_without_a_code_too(
    session: Session, small: Small, exhibit: Exhibit
):
    said = marked(
        session, small, exhibit, None, kind=ConditionKind.REPORT_ON_USE, handling_words="For eyes only"
    )

    text = conditions_text(FOR, [Applied(condition=said, numbers=("E-1",))]).decode()

    assert "\n      For eyes only\n" in text
    assert "\n      Europol\n" in text
