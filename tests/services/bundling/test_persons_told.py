"""What a bundle tells of its persons: other numbers, who is treated as a child, and chosen claims."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from tests.services.bundling.test_decided_records import options, pages_of
from tests.services.bundling.test_record_digests import EXTRACT, attached, found
from tests.services.persons.test_claims import SAID, WHY, another, claim, decision
from tests.support.attached_records import data_in, files_in, files_of
from tests.support.offices import NAME, Small
from tests.support.records import signed
from thb_desktop import errors
from thb_desktop.domain import kept_back
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import RowId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import PersonRole
from thb_desktop.domain.person_claims import ClaimWords
from thb_desktop.domain.record import to_record
from thb_desktop.findings import Standing
from thb_desktop.report import attachments
from thb_desktop.services.bundling import bundle_extract, bundles
from thb_desktop.services.bundling.bundle_checks import check_bundle
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.persons import ages, claim_uses, claims, merges, people
from thb_desktop.vault.tables import registry

REASON = "The scar of the accident in 2019"
BASIS = "Named by the neighbour of the house"
STRUCK_BECAUSE = "Mixed up with the cousin"


def pdf_of(session: Session, small: Small, interview: Any) -> bytes:
    return bundles.prepare_bundle(session, small.case.id, options(interview)).pdf


def data_of(pdf: bytes) -> dict[str, Any]:
    return data_in(attached(pdf))


def files_told(session: Session, small: Small, interview: Any) -> dict[str, bytes]:
    """The files that are attached to the same bundle."""
    return files_of(session, small.case.id, options(interview))


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


def test_the_files_that_forgeries_are_told_in_are_those_that_a_bundle_carries(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    interview = chosen_claim(session, small)
    honest = bundles.prepare_bundle(session, small.case.id, options(interview))
    told, again = attached(honest.pdf), files_told(session, small, interview)

    assert told == files_in(honest.content)
    assert told.keys() == again.keys()
    assert data_in(told)["persons_told"] == data_in(again)["persons_told"]
    forging(monkeypatch, CLAIMS["one more"])
    forged = bundles.prepare_bundle(session, small.case.id, options(interview))
    assert attached(forged.pdf) == files_in(forged.content)
    assert len(data_of(forged.pdf)["persons_told"][0]["claims"]) == 2


def forging(monkeypatch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], object]) -> None:
    """Let the releasing judge's own program attach other data of the case, and print from them."""
    honest = attachments.case_data

    def forged(content: Any) -> Any:
        told = honest(content)
        change(told)
        return told

    monkeypatch.setattr(attachments, "case_data", forged)


def first_role(**changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda told: told["roles"].__setitem__(0, {**told["roles"][0], **changes})


ROLES: dict[str, Callable[[dict[str, Any]], object]] = {
    "another role": first_role(role="SUSPECT"),
    "another category": first_role(led_category="SUSPECT"),
    "another beginning": first_role(since="2019-01-01"),
    "an end": first_role(until="2025-01-01"),
    "of somebody else": lambda told: told["roles"][0].update(person_id="0" * 32),
    "none": lambda told: told["roles"].clear(),
    "one more": lambda told: told["roles"].append({**told["roles"][0], "id": "0" * 32}),
    "one twice": lambda told: told["roles"].append(told["roles"][0]),
}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("change", ROLES)
def test_roles_that_are_not_those_of_the_events_are_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, change: str
):
    interview, _ = signed(session, small)
    honest = found(files_told(session, small, interview))

    forging(monkeypatch, ROLES[change])

    assert "roles-not-as-chain" not in honest
    assert found(files_told(session, small, interview))["roles-not-as-chain"] is Standing.BROKEN


@pytest.mark.requirement("SR-33")
def test_a_role_as_it_was_before_or_that_was_struck_out_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    interview, _ = signed(session, small)
    added = people.add_role(
        session,
        PersonRole(
            id=RowId(""),
            case_id=small.case.id,
            person_id=small.person.id,
            role=v.ProceduralRole.SUSPECT,
            led_category=v.LedCategory.SUSPECT,
            basis=BASIS,
        ),
    )
    corrected = corrections.correct(session, replace(added, since=PartialDate("2026-01")), STRUCK_BECAUSE)
    honest = pdf_of(session, small, interview)
    corrections.strike_out(session, "person_role", added.id, STRUCK_BECAUSE)
    struck = pdf_of(session, small, interview)

    assert "roles-not-as-chain" not in found(attached(honest)) | found(attached(struck))
    assert "2026-01" in everything(honest)
    assert BASIS not in everything(honest)
    for text in (BASIS, STRUCK_BECAUSE):
        assert text not in everything(struck)
    assert v.ProceduralRole.SUSPECT.value not in json.dumps(json.loads(attached(struck)[EXTRACT]))
    for again in (corrected, added):
        with monkeypatch.context() as patch:
            forging(patch, lambda told, role=again: told["roles"].append(to_record(role)))
            files = files_told(session, small, interview)
        assert found(files)["roles-not-as-chain"] is Standing.BROKEN


def aged(child: str | None) -> Callable[[dict[str, Any]], object]:
    def change(told: dict[str, Any]) -> None:
        (own,) = {each["person_id"] for each in told["persons_told"]} | {
            each["id"] for each in told["persons"][:1]
        }
        rows = {each["person_id"]: each for each in told["persons_told"]}
        rows[own] = {**rows.get(own, {"person_id": own}), "child": child}
        told["persons_told"] = list(rows.values())

    return change


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize(
    ("decided", "told"),
    [
        ((v.AgeFinding.CHILD,), None),
        ((v.AgeFinding.CHILD,), "CLAIMED"),
        ((v.AgeFinding.ADULT,), "DECIDED"),
        ((v.AgeFinding.ADULT,), "CONFIRMED"),
        ((v.AgeFinding.CHILD, v.AgeFinding.ADULT), "DECIDED"),
        ((v.AgeFinding.ADULT, v.AgeFinding.CHILD), None),
        ((), "DECIDED"),
    ],
)
def test_an_age_that_is_told_otherwise_than_it_was_decided_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, decided: Any, told: str | None
):
    interview, _ = signed(session, small)
    for finding in decided:
        ages.decide_age(session, decision(small.person, finding, reason=STRUCK_BECAUSE))
    honest = pdf_of(session, small, interview)

    forging(monkeypatch, aged(told))

    assert "age-not-as-chain" not in found(attached(honest))
    assert STRUCK_BECAUSE not in everything(honest)
    assert found(files_told(session, small, interview))["age-not-as-chain"] is Standing.BROKEN


def test_an_age_that_only_a_record_that_may_not_be_named_decides_is_in_no_bundle(
    session: Session, small: Small
):
    interview, _ = signed(session, small)
    other = another(session, small)
    ages.decide_age(session, decision(other, v.AgeFinding.CHILD))
    merges.merge_persons(session, small.person.id, other.id, REASON, printed=False)

    with pytest.raises(errors.AgeUndecidedError) as refused:
        pdf_of(session, small, interview)
    assert "age-undecided" in {each.key for each in check_bundle(session, small.case.id, options(interview))}
    ages.decide_age(session, decision(small.person, v.AgeFinding.CHILD))

    assert refused.value.named["persons"] == small.person.code
    told = pdf_of(session, small, interview)
    assert "age-not-as-chain" not in found(attached(told))
    assert other.id not in everything(told)


@pytest.mark.parametrize("printed", [True, False])
def test_an_age_decided_under_the_other_number_that_is_printed_is_told(
    session: Session, small: Small, printed: bool
):
    interview, _ = signed(session, small)
    other = another(session, small)
    ages.decide_age(session, decision(other, v.AgeFinding.CHILD))
    if not printed:
        ages.decide_age(session, decision(small.person, v.AgeFinding.CHILD))
    merges.merge_persons(session, small.person.id, other.id, REASON, printed=printed)

    told = found(files_told(session, small, interview))

    assert {key for key, standing in told.items() if standing is Standing.BROKEN} == set()


def first_claim(**changes: Any) -> Callable[[dict[str, Any]], object]:
    def change(told: dict[str, Any]) -> None:
        (person,) = told["persons_told"]
        person["claims"][0] = {**person["claims"][0], **changes}

    return change


def one_more_claim(told: dict[str, Any]) -> None:
    (person,) = told["persons_told"]
    person["claims"].append({**person["claims"][0], "id": "0" * 32})


CLAIMS: dict[str, Callable[[dict[str, Any]], object]] = {
    "other words": first_claim(words="Ana Popescu"),
    "no words": first_claim(words="", salt=""),
    "another salt": first_claim(salt="ab" * 32),
    "a salt that is none": first_claim(salt="x"),
    "another kind": first_claim(kind="NICKNAME"),
    "another basis": first_claim(basis="DOCUMENT_SEEN"),
    "another source": first_claim(source="I-99"),
    "no source": first_claim(source=""),
    "another day": first_claim(said_on="2019"),
    "another claim": first_claim(id="0" * 32),
    "one more": one_more_claim,
}


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("change", CLAIMS)
def test_a_claim_that_was_not_chosen_so_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, change: str
):
    interview = chosen_claim(session, small)
    honest = files_told(session, small, interview)

    forging(monkeypatch, CLAIMS[change])

    assert "claims-not-as-chain" not in found(honest)
    assert found(files_told(session, small, interview))["claims-not-as-chain"] is Standing.BROKEN


def chosen_claim(session: Session, small: Small) -> Any:
    """A signed record; one claim is chosen for bundles with it, and its words are those of the person."""
    person = corrections.correct(
        session, replace(small.person, identity_protection=v.IdentityProtection.NONE), WHY
    )
    interview, _ = signed(session, small)
    made = claims.add_claim(
        session,
        claim(person, interview_id=interview.id, statement=BASIS, said_on=PartialDate("2026-03")),
        SAID,
    )
    claims.correct_claim(session, replace(made, statement="Said aloud"), STRUCK_BECAUSE)
    claims.correct_words(session, made.id, replace(SAID, scheme=""), STRUCK_BECAUSE)
    claim_uses.decide_use(session, made.id, used=True, reason=STRUCK_BECAUSE)
    return interview


@pytest.mark.requirement("SR-33")
@pytest.mark.parametrize("ended", ["not used", "withdrawn", "corrected", "words corrected"])
def test_a_claim_that_is_used_no_longer_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch, ended: str
):
    interview = chosen_claim(session, small)
    (person,) = data_in(files_told(session, small, interview))["persons_told"]
    own = person["claims"][0]["id"]
    if ended == "withdrawn":
        claims.withdraw_claim(session, own, WHY)
    elif ended == "not used":
        claim_uses.decide_use(session, own, used=False, reason=WHY)
    elif ended == "corrected":
        claims.correct_claim(session, replace(claims.require_claim(session, own), statement="Elsewhere"), WHY)
    else:
        claims.correct_words(session, own, ClaimWords(text="Somebody else"), WHY)
    assert (
        "persons_told" not in data_in(files_told(session, small, interview))
        or not data_in(files_told(session, small, interview))["persons_told"]
    )

    forging(monkeypatch, lambda told: told.__setitem__("persons_told", [person]))
    # the program of the judge brings the events of the claim, too
    monkeypatch.setattr(bundle_extract, "_subjects", with_subject(own))

    assert found(files_told(session, small, interview))["claims-not-as-chain"] is Standing.BROKEN


def with_subject(own: str) -> Callable[..., Any]:
    honest = bundle_extract._subjects
    return lambda *given: [*honest(*given), own]


@pytest.mark.requirement("SR-40")
def test_a_chosen_claim_brings_nothing_else_of_it(session: Session, small: Small):
    """Neither why it was chosen or corrected, nor what its official stated, nor the sealed words."""
    interview = chosen_claim(session, small)
    told = pdf_of(session, small, interview)
    sealed = [each.sealed for each in registry.SEALED_ITEM.all(session.read)]

    text = everything(told)

    assert len(sealed) == 3
    assert "Selam Tesfay" in text
    for each in (STRUCK_BECAUSE, BASIS, "Said aloud", *sealed):
        assert each not in text


@pytest.mark.requirement("SR-2")
def test_the_words_of_a_used_claim_are_nowhere_in_the_database_in_clear(session: Session, small: Small):
    chosen_claim(session, small)

    rows = [
        str(cell)
        for (name,) in session.read.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for row in session.read.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608
        for cell in row
    ]

    assert any("ROLE_ADDED" in each for each in rows)
    assert [each for each in rows if "Selam Tesfay" in each] == []


def hiding(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    """Let the judge's own program leave out of the events what they tell of rows of this table."""
    tells = kept_back.Outside.tells
    monkeypatch.setattr(
        kept_back.Outside, "tells", lambda self, name, *given: name != table and tells(self, name, *given)
    )


@pytest.mark.requirement("SR-33")
def test_a_role_whose_event_does_not_say_which_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    interview, _ = signed(session, small)

    hiding(monkeypatch, "person_role")
    kept = ("id", "case_id", "person_id")
    forging(
        monkeypatch,
        lambda told: told.update(roles=[{name: each[name] for name in kept} for each in told["roles"]]),
    )

    assert found(files_told(session, small, interview))["roles-not-as-chain"] is Standing.BROKEN


@pytest.mark.requirement("SR-33")
def test_a_claim_whose_event_says_neither_basis_nor_source_is_broken(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    interview = chosen_claim(session, small)

    hiding(monkeypatch, "person_claim")
    forging(monkeypatch, first_claim(basis="", source="", said_on=""))

    assert found(files_told(session, small, interview))["claims-not-as-chain"] is Standing.BROKEN


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

    assert found(files_told(session, small, interview))["merges-not-as-chain"] is Standing.BROKEN


def test_a_presumed_child_is_told_with_the_reason_until_a_decision(session: Session, small: Small):
    interview, _ = signed(session, small)
    claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=PartialDate("2010")))

    before = pages_of(pdf_of(session, small, interview))
    ages.decide_age(session, decision(small.person, v.AgeFinding.ADULT))
    after = pages_of(pdf_of(session, small, interview))

    for words in ("Traité comme un enfant", "une déclaration rend possible un âge inférieur à 18 ans"):
        assert words in before
        assert words not in after
    assert "Les déclarations sur l" in before
    told = re.sub(r"\b[0-9a-f]{8,}\b", "", before)  # a digest may have the figures
    assert "2010" not in told.replace("2010/64", "")


def test_a_chosen_claim_is_told_as_a_claim_with_its_source_and_no_other_one_is(
    session: Session, small: Small
):
    open_person = corrections.correct(
        session, replace(small.person, identity_protection=v.IdentityProtection.NONE), WHY
    )
    interview, _ = signed(session, small)
    chosen = claims.add_claim(session, claim(open_person, interview_id=interview.id), SAID)
    claims.add_claim(session, claim(open_person, v.ClaimKind.NATIONALITY, nationality="ER"))
    claim_uses.decide_use(session, chosen.id, used=True, reason=WHY)

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
    claim_uses.decide_use(session, kin.id, used=True, reason=WHY)

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
    claim_uses.decide_use(session, named.id, used=True, reason=WHY)

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
    claim_uses.decide_use(session, named.id, used=True, reason=WHY)
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


def test_a_role_that_a_correction_keeps_back_is_in_no_event_of_a_bundle(session: Session, small: Small):
    interview, _ = signed(session, small)
    added = people.add_role(
        session,
        PersonRole(
            id=RowId(""),
            case_id=small.case.id,
            person_id=small.person.id,
            role=v.ProceduralRole.INFORMED_PERSON,
            led_category=v.LedCategory.VICTIM,
            basis=BASIS,
        ),
    )
    before = everything(pdf_of(session, small, interview))
    corrections.correct(
        session, replace(added, role=v.ProceduralRole.WITNESS), STRUCK_BECAUSE, keep_back=True
    )

    told = pdf_of(session, small, interview)

    assert "INFORMED_PERSON" in before
    assert "INFORMED_PERSON" not in everything(told)
    assert STRUCK_BECAUSE not in everything(told)
    assert {key for key, standing in found(attached(told)).items() if standing is not Standing.HOLDS} == set()
