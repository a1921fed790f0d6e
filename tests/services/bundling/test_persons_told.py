"""What a bundle tells of its persons: other numbers, who is treated as a child, and chosen claims."""

import io
import json
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.services.bundling.test_record_digests import attached, found
from tests.services.casework.test_claims import SAID, WHY, another, claim, decision
from tests.support.offices import NAME, Small
from tests.support.records import signed
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.person_claims import ClaimWords
from thb_desktop.findings import Standing
from thb_desktop.report import attachments
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundle_checks import check_bundle
from thb_desktop.services.casework import ages, claims, corrections, merges
from thb_desktop.services.core.session import Session

REASON = "The scar of the accident in 2019"


def pdf_of(session: Session, small: Small, interview: Any) -> bytes:
    return bundles.prepare_bundle(session, small.case.id, options(interview)).pdf


def data_of(pdf: bytes) -> dict[str, Any]:
    return json.loads(attached(pdf)["case/case.json"])


def everything(pdf: bytes) -> str:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        files = [spec.get_file().read_bytes() for spec in document.attachments.values()]
    return pages_of(pdf) + " ".join(each.decode("utf-8", "replace") for each in files)


def test_a_printed_merge_is_told_with_its_events_until_it_is_split(session: Session, small: Small):
    interview, _ = signed(session, small)
    other = another(session, small)
    merge = merges.merge_persons(session, small.person.id, other.id, REASON, printed=True)

    told = pdf_of(session, small, interview)
    merges.split_persons(session, merge.id, "Two sisters")
    after = pdf_of(session, small, interview)

    assert f"Inscrit aussi sous : {other.code}" in pages_of(told)
    assert [each["id"] for each in data_of(told)["merges"]] == [merge.id]
    assert "merges-not-as-chain" not in found(attached(told))
    assert other.code not in everything(after)
    assert REASON not in everything(after)


def test_a_merge_that_documents_may_not_tell_is_nowhere_in_a_bundle(session: Session, small: Small):
    interview, _ = signed(session, small)
    other = another(session, small)
    merges.merge_persons(session, small.person.id, other.id, REASON, printed=False)

    told = everything(pdf_of(session, small, interview))

    assert other.code not in told
    assert other.id not in told
    assert REASON not in told


@pytest.mark.parametrize("change", ["none", "another", "further number", "no number"])
def test_merges_that_are_not_those_of_the_events_are_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, change: str
):
    interview, _ = signed(session, small)
    other = another(session, small)
    merges.merge_persons(session, small.person.id, other.id, REASON, printed=True)
    honest = attachments.case_data

    def forged(content: Any) -> Any:
        told = honest(content)
        rows = told["merges"]
        assert isinstance(rows, list)
        if change in ("none", "another"):
            told["merges"] = [] if change == "none" else [{**rows[0], "reason": "Another reason"}]  # type: ignore[dict-item]
        else:
            (person,) = told["persons_told"]  # type: ignore[misc, union-attr]
            numbers = [other.code, "V-99"] if change == "further number" else []
            told["persons_told"] = [{**person, "also": numbers}]  # type: ignore[dict-item, list-item]
        return told

    monkeypatch.setattr(attachments, "case_data", forged)
    pdf = pdf_of(session, small, interview)

    assert found(attached(pdf))["merges-not-as-chain"] is Standing.BROKEN


def test_a_presumed_child_is_told_with_the_reason_until_a_decision(session: Session, small: Small):
    interview, _ = signed(session, small)
    claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=PartialDate("2010")))

    before = pages_of(pdf_of(session, small, interview))
    ages.decide_age(session, decision(small.person, v.AgeFinding.ADULT))
    after = pages_of(pdf_of(session, small, interview))

    for words in ("2011/36/UE", "une déclaration rend possible un âge inférieur à 18 ans"):
        assert words in before
        assert words not in after
    assert "Les déclarations sur l" in before
    assert "2010" not in before.replace("2010/64", "")


def test_a_chosen_claim_is_told_as_a_claim_with_its_source_and_no_other_one_is(
    session: Session, small: Small
):
    open_person = corrections.correct(
        session, replace(small.person, identity_protection=v.IdentityProtection.NONE), WHY
    )
    interview, _ = signed(session, small)
    chosen = claims.add_claim(session, claim(open_person, interview_id=interview.id), SAID)
    claims.add_claim(session, claim(open_person, v.ClaimKind.NATIONALITY, nationality="ER"))
    claims.decide_use(session, chosen.id, used=True, reason=WHY)

    told = pdf_of(session, small, interview)
    corrections.correct(
        session, replace(open_person, identity_protection=v.IdentityProtection.PSEUDONYM), "Threatened"
    )
    later = everything(pdf_of(session, small, interview))

    assert "Selam Tesfay" in pages_of(told)
    (person,) = data_of(told)["persons_told"]
    assert [(each["kind"], each["source"]) for each in person["claims"]] == [("NAME", interview.number)]
    assert "Selam Tesfay" not in later


def test_kinship_is_told_no_longer_when_the_other_person_is_protected_since(session: Session, small: Small):
    open_person = corrections.correct(
        session, replace(small.person, identity_protection=v.IdentityProtection.NONE), WHY
    )
    other = another(session, small, identity_protection=v.IdentityProtection.NONE)
    interview, _ = signed(session, small)
    kin = claims.add_claim(
        session, claim(open_person, v.ClaimKind.KINSHIP, relation=v.Kinship.COUSIN, other_id=other.id)
    )
    claims.decide_use(session, kin.id, used=True, reason=WHY)

    told = everything(pdf_of(session, small, interview))
    corrections.correct(session, replace(other, identity_protection=v.IdentityProtection.PSEUDONYM), WHY)
    later = everything(pdf_of(session, small, interview))

    assert other.code in told
    assert other.code not in later


@pytest.mark.parametrize("printed", [True, False])
def test_a_claim_about_the_other_record_is_told_only_if_the_merge_is(
    session: Session, small: Small, printed: bool
):
    corrections.correct(session, replace(small.person, identity_protection=v.IdentityProtection.NONE), WHY)
    other = another(session, small, identity_protection=v.IdentityProtection.NONE)
    interview, _ = signed(session, small)
    named = claims.add_claim(session, claim(other), SAID)
    claims.decide_use(session, named.id, used=True, reason=WHY)

    merges.merge_persons(session, small.person.id, other.id, REASON, printed=printed)

    assert ("Selam Tesfay" in everything(pdf_of(session, small, interview))) is printed


@pytest.mark.parametrize(
    ("words", "reason", "warned"),
    [
        (f"Sister of {NAME}", "The same face", "identity-told.claim"),
        ("Selam Tesfay", f"{NAME} says that it is she", "identity-told.merge"),
        ("Selam Tesfay", "The same face", ""),
    ],
)
def test_a_claim_or_the_reason_of_a_merge_that_names_a_protected_person_is_warned_of(
    session: Session, small: Small, words: str, reason: str, warned: str
):
    open_person = another(session, small, identity_protection=v.IdentityProtection.NONE)
    other = another(session, small, "V-45", identity_protection=v.IdentityProtection.NONE)
    interview, _ = signed(session, small, person_id=open_person.id)
    named = claims.add_claim(session, claim(open_person, v.ClaimKind.ALIAS), ClaimWords(text=words))
    claims.decide_use(session, named.id, used=True, reason=WHY)
    merges.merge_persons(session, open_person.id, other.id, reason, printed=True)

    told = {each.key: each.standing for each in check_bundle(session, small.case.id, options(interview))}

    assert {key for key in told if key.startswith("identity-told")} == ({warned} - {""})
    assert told.get(warned, Standing.UNKNOWN) is Standing.UNKNOWN


def test_words_of_a_claim_that_were_corrected_are_still_compared(session: Session, small: Small):
    open_person = another(session, small, identity_protection=v.IdentityProtection.NONE)
    other = another(session, small, "V-45", identity_protection=v.IdentityProtection.NONE)
    interview, _ = signed(session, small, person_id=open_person.id)
    named = claims.add_claim(session, claim(small.person, v.ClaimKind.NICKNAME), ClaimWords(text="Steaua"))
    claims.correct_words(session, named.id, ClaimWords(text="Luna"), "Misheard")
    merges.merge_persons(session, open_person.id, other.id, "Both are called Steaua", printed=True)

    told = {each.key for each in check_bundle(session, small.case.id, options(interview))}

    assert "identity-told.merge" in told
