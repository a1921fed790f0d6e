"""Persons without papers: claims with their source, merges that are undone, and a child that is presumed."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.support.offices import NEXT_DAY, ROLE, Small, by_hand, exhibit, held_interview, registered, unlock
from tests.support.records import held, signed
from tests.support.second_person import ALONE
from thb_desktop import errors
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.act_rows import ACT_ROWS
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.age_told import AgeGround
from thb_desktop.domain.child_presumed import AgeDecision
from thb_desktop.domain.ids import AgentId, CaseId, PersonId, RowId, SegmentId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Person
from thb_desktop.domain.person_claims import ClaimWords, PersonClaim, UsedWords
from thb_desktop.domain.person_links import also_printed, kept_among, recorded_as, standing_merges
from thb_desktop.findings import Standing
from thb_desktop.ledger.claim_words import words_digest
from thb_desktop.services.casework import corrections
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.persons import ages, claim_uses, claims, merges, people
from thb_desktop.services.persons.people import get_person
from thb_desktop.services.testimony import interviews, segments
from thb_desktop.vault.database import IntegrityError
from thb_desktop.vault.tables import chain, registry

WHY = "The same face in E-1, and the same house"
SAID = ClaimWords(text="ሰላም ተስፋይ", latin="Selam Tesfay", scheme="as she writes it", language="ti")
BORN = PartialDate("2008/2009")


def claim(of: Person, kind: v.ClaimKind = v.ClaimKind.NAME, **changes: Any) -> PersonClaim:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": of.case_id,
        "person_id": of.id,
        "kind": kind,
        "basis": v.ClaimBasis.SELF_DECLARED,
        "entered_by": AgentId(""),
        "at": None,
        "statement": "Told at the first contact",
    }
    return PersonClaim(**{**fields, **changes})


def another(session: Session, small: Small, code: str = "V-44", **changes: Any) -> Person:
    person = replace(small.person, id=PersonId(""), code=code, age_status=None, **changes)
    return people.add_person(session, person, None, (ROLE,))


PRESUMED = v.AgeStatus.AGE_DISPUTED_PRESUMED_CHILD


def test_that_a_child_is_presumed_is_entered_by_nobody_and_an_older_entry_stays(
    session: Session, small: Small
):
    size = session.journal.size
    new = replace(small.person, id=PersonId(""), code="V-45", age_status=PRESUMED)
    with pytest.raises(errors.CodeDerivedError) as refused:
        people.add_person(session, new, None, (ROLE,))
    with pytest.raises(errors.CodeDerivedError):
        corrections.correct(session, replace(small.person, age_status=PRESUMED), "Disputed")
    assert (refused.value.field, session.journal.size) == ("person.age_status", size)

    with session.work() as work:  # as an earlier version of the program entered it
        before = replace(new, id=PersonId(work.new_id()))
        work.save(before)
        work.record(before.id, VaultAction.PERSON_ADDED)
    noted = corrections.correct(session, replace(before, note="Seen"), "A note")

    assert get_person(session, before.id).age_status is noted.age_status is PRESUMED
    assert before.id in ages.list_children(session, small.case.id)


def decision(of: Person, finding: v.AgeFinding, **changes: Any) -> AgeDecision:
    fields: dict[str, Any] = {
        "id": RowId(""),
        "case_id": of.case_id,
        "person_id": of.id,
        "finding": finding,
        "entered_by": AgentId(""),
        "at": None,
        "reference": "KI 2026/14",
        "decided_by": "Judge C. Vandenhove",
        "decided_on": PartialDate("2026-03-20"),
        "reason": "The register of births was sent",
    }
    return AgeDecision(**{**fields, **changes})


def actions(session: Session, subject: str) -> list[str]:
    return [each.parsed().action for each in chain.entries_of(session.read, subject)]


def test_the_words_of_a_claim_are_kept_to_the_letter_and_are_in_no_row_in_clear(
    session: Session, small: Small
):
    added = claims.add_claim(session, claim(small.person), SAID)

    told = claims.reveal_words(session, small.person.id, justification="Reading back", second=ALONE)

    assert told == {added.id: SAID}
    assert claims.list_claims_with_words(session, small.case.id) == {added.id}
    stored = [row for table in registry.TABLES for row in table.stored(session.read)]
    assert not any("Tesfay" in str(row) or "ተስፋይ" in str(row) for row in stored)
    payloads = [chain.opening_of(session.read, each.parsed().seq) for each in chain.entries(session.read)]
    assert not any(each and b"Tesfay" in each.payload for each in payloads)
    assert actions(session, small.person.id)[-1] == VaultAction.CLAIM_WORDS_VIEWED


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ((v.ClaimKind.NAME, {}, ClaimWords()), "claim_words.text"),
        ((v.ClaimKind.KINSHIP, {}, SAID), "person_claim.relation"),
        ((v.ClaimKind.KINSHIP, {"relation": v.Kinship.COUSIN}, ClaimWords()), "claim_words.text"),
        ((v.ClaimKind.BIRTH, {}, SAID), "person_claim.born"),
        ((v.ClaimKind.NATIONALITY, {}, SAID), "person_claim.nationality"),
        ((v.ClaimKind.ALIAS, {"statement": " "}, SAID), "person_claim.statement"),
        ((v.ClaimKind.ALIAS, {"basis": v.ClaimBasis.OTHER_PERSON}, SAID), "person_claim.said_by"),
        ((v.ClaimKind.ALIAS, {"page": 2}, SAID), "person_claim.exhibit_id"),
    ],
)
def test_a_claim_says_something_by_somebody_from_somewhere(
    session: Session, small: Small, wrong: tuple[v.ClaimKind, dict[str, Any], ClaimWords], field: str
):
    kind, changes, words = wrong

    with pytest.raises(errors.FieldMissingError) as refused:
        claims.add_claim(session, claim(small.person, kind, **changes), words)

    assert refused.value.field == field


def test_a_claim_has_nothing_of_another_kind_and_names_nobody_as_their_own_kin(
    session: Session, small: Small
):
    person = small.person
    for wrong in (
        claim(person, born=BORN),
        claim(person, v.ClaimKind.KINSHIP, relation=v.Kinship.COUSIN, other_id=person.id),
    ):
        with pytest.raises(errors.ValueRefusedError):
            claims.add_claim(session, wrong, SAID)


def test_kin_is_somebody_of_the_case_or_somebody_who_is_only_described(session: Session, small: Small):
    other = another(session, small)
    cousin = {"kind": v.ClaimKind.KINSHIP, "relation": v.Kinship.COUSIN}
    named = claims.add_claim(session, claim(small.person, **cousin, other_id=other.id))
    described = claims.add_claim(session, claim(small.person, **cousin), ClaimWords(text="the tall one"))

    assert claims.list_claims(session, small.case.id) == (named, described)
    assert claims.list_claims_with_words(session, small.case.id) == {described.id}


def test_a_claim_keeps_the_turn_in_which_it_was_made_and_says_if_that_was_changed(
    session: Session, small: Small
):
    interview = held_interview(session, small)
    made = claim(small.person, v.ClaimKind.BIRTH, born=BORN, interview_id=interview.id, statement="")
    added = claims.add_claim(session, made, turn=1)
    before = claims.list_sources(session, small.case.id)

    segments.set_source(session, SegmentId(str(added.turn_id)), "Altceva")

    assert [each.of for each in added.anchors] == [added.turn_id]
    after = claims.list_sources(session, small.case.id)
    assert before == {added.id: claims.ClaimSource(record=interview.number, turn=1)}
    assert after == {added.id: claims.ClaimSource(record=interview.number, turn=1, changed=True)}
    with pytest.raises(errors.NotFoundError):
        claims.add_claim(session, made, turn=2)


def test_a_claim_is_corrected_and_withdrawn_with_a_reason_and_its_history_stays(
    session: Session, small: Small
):
    other = another(session, small)
    kept = registered(session, small)
    added = claims.add_claim(
        session,
        claim(small.person, v.ClaimKind.KINSHIP, relation=v.Kinship.COUSIN, exhibit_id=kept.id, page=2),
        SAID,
    )
    right = replace(
        added,
        relation=v.Kinship.SIBLING,
        other_id=other.id,
        basis=v.ClaimBasis.OTHER_PERSON,
        said_by="the owner of the house",
        said_by_id=other.id,
        said_on=PartialDate("2026-03"),
        statement="Read in the list",
    )

    claims.correct_claim(session, right, "Misheard")
    claims.correct_words(session, added.id, replace(SAID, text="ሰላም"), "Misspelt")
    claims.withdraw_claim(session, added.id, "Of somebody else")

    (found,) = claims.list_claims(session, small.case.id)
    assert found == replace(right, struck="Of somebody else")
    history = corrections.list_corrections(session, added.id)
    assert [(each.field, each.reason) for each in history if each.entity == "claim_words"] == [
        ("text", "Misspelt")
    ]
    assert {each.field for each in history} >= {"relation", "other_id", "said_by", "struck"}
    assert all(each.before is None for each in history if each.entity == "claim_words")
    assert actions(session, added.id) == [
        VaultAction.CLAIM_ADDED,
        VaultAction.CLAIM_CORRECTED,
        VaultAction.CLAIM_WORDS_CORRECTED,
        VaultAction.CLAIM_WITHDRAWN,
    ]
    with pytest.raises(errors.StruckOutError):
        claims.withdraw_claim(session, added.id, "Again")


def test_values_of_births_and_nationalities_are_corrected_but_never_the_source(
    session: Session, small: Small
):
    birth = claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=BORN))
    state = claims.add_claim(session, claim(small.person, v.ClaimKind.NATIONALITY, nationality="ER"))

    claims.correct_claim(session, replace(birth, born=PartialDate("2009")), WHY)
    claims.correct_claim(session, replace(state, nationality="ET"), WHY)

    with pytest.raises(errors.FieldKeptError):
        claims.correct_claim(session, replace(state, nationality="ET", kind=v.ClaimKind.BIRTH), WHY)
    with pytest.raises(errors.NothingCorrectedError):
        claims.correct_claim(session, replace(state, nationality="ET"), WHY)
    with pytest.raises(errors.ReasonMissingError):
        claims.correct_claim(session, replace(state, nationality="SD"), " ")


def test_the_judge_decides_what_documents_use_and_never_of_a_protected_person(session: Session, small: Small):
    hidden = claims.add_claim(session, claim(small.person), SAID)
    open_person = another(session, small, identity_protection=v.IdentityProtection.NONE)
    shown = claims.add_claim(session, claim(open_person), SAID)

    with pytest.raises(errors.ClaimProtectedError):
        claim_uses.decide_use(session, hidden.id, used=True, reason=WHY)
    used = claim_uses.decide_use(session, shown.id, used=True, reason=WHY)
    opened = claim_uses.open_used(session, shown.id)
    ended = claim_uses.decide_use(session, shown.id, used=False, reason="Not needed")

    assert opened.words == "ሰላም ተስፋይ (Selam Tesfay)"
    assert used.words_digest == words_digest(opened.salt, opened.words)
    assert claim_uses.open_used(session, shown.id) == UsedWords()
    assert claim_uses.list_uses(session, small.case.id) == (used, ended)


def test_kinship_to_a_protected_person_is_used_in_no_document(session: Session, small: Small):
    open_person = another(session, small, identity_protection=v.IdentityProtection.NONE)
    kin = claims.add_claim(
        session,
        claim(open_person, v.ClaimKind.KINSHIP, relation=v.Kinship.COUSIN, other_id=small.person.id),
    )

    with pytest.raises(errors.ClaimProtectedError):
        claim_uses.decide_use(session, kin.id, used=True, reason=WHY)


def test_a_merge_with_a_protected_record_closes_what_documents_may_use(session: Session, small: Small):
    open_person = another(session, small, identity_protection=v.IdentityProtection.NONE)
    shown = claims.add_claim(session, claim(open_person), SAID)

    merges.merge_persons(session, open_person.id, small.person.id, WHY, printed=False)

    with pytest.raises(errors.ClaimProtectedError):
        claim_uses.decide_use(session, shown.id, used=True, reason=WHY)


def test_two_records_are_merged_and_split_again_and_every_row_stays_where_it_was_entered(
    session: Session, small: Small
):
    other = another(session, small)
    first = claims.add_claim(session, claim(other, v.ClaimKind.BIRTH, born=BORN))
    merge = merges.merge_persons(session, small.person.id, other.id, WHY, printed=True)
    between = claims.add_claim(session, claim(other, v.ClaimKind.NATIONALITY, nationality="ER"))
    merged = merges.list_links(session, small.case.id)

    split = merges.split_persons(session, merge.id, "Two sisters")

    assert recorded_as(merged, other.id) == (small.person.id, other.id)
    assert also_printed(merged, small.person.id) == (other.id,)
    after = merges.list_links(session, small.case.id)
    assert after == (merge, split)
    assert standing_merges(after) == ()
    assert kept_among(after, (other.id,)) == {other.id: other.id}
    assert {each.person_id for each in (first, between)} == {other.id}
    assert get_person(session, other.id) == other
    assert actions(session, merge.id) == [VaultAction.PERSONS_MERGED, VaultAction.PERSONS_SPLIT]
    with pytest.raises(errors.MergeOrderError):
        merges.split_persons(session, merge.id, "Again")


def test_a_merge_opens_no_sealed_identity_and_moves_none(session: Session, small: Small):
    other = another(session, small)
    before = registry.SEALED_IDENTITY.all(session.read)

    merges.merge_persons(session, other.id, small.person.id, WHY, printed=False)

    assert registry.SEALED_IDENTITY.all(session.read) == before
    assert people.list_identified(session, small.case.id) == {small.person.id}
    with pytest.raises(errors.NotFoundError):
        people.reveal_identity(session, other.id, justification=WHY, second=ALONE)
    links = merges.list_links(session, small.case.id)
    assert also_printed(links, other.id) == ()


def test_a_proposal_is_declined_or_followed_once(session: Session, small: Small):
    other, third = another(session, small), another(session, small, "V-45")
    declined = merges.propose_merge(session, small.person.id, other.id, WHY)
    merges.decline_merge(session, declined.id, "Other scars")
    followed = merges.propose_merge(session, small.person.id, third.id, WHY)

    merge = merges.merge_persons(
        session, third.id, small.person.id, WHY, printed=False, proposal_id=followed.id
    )

    assert merge.of_id == followed.id
    for proposal in (declined, followed):
        with pytest.raises(errors.MergeOrderError):
            merges.decline_merge(session, proposal.id, WHY)
    with pytest.raises(errors.MergeOrderError):
        merges.propose_merge(session, other.id, small.person.id, WHY)


def test_merges_make_no_circle_and_leave_the_case_of_each_alone(session: Session, small: Small):
    other, third = another(session, small), another(session, small, "V-45")
    merges.merge_persons(session, small.person.id, other.id, WHY, printed=True)

    for one, two in ((other, small.person), (third, other), (small.person, other)):
        with pytest.raises(errors.MergeOrderError):
            merges.merge_persons(session, one.id, two.id, WHY, printed=True)
    with pytest.raises(errors.MergeOrderError):
        corrections.strike_out(session, "person", other.id, "Entered twice")
    merges.merge_persons(session, third.id, small.person.id, WHY, printed=False)

    links = merges.list_links(session, small.case.id)
    assert recorded_as(links, other.id) == (third.id, other.id, small.person.id)
    assert also_printed(links, small.person.id) == (other.id,)


def test_what_is_merged_the_other_way_round_than_proposed_leaves_the_kept_record_free(
    session: Session, small: Small
):
    other, third = another(session, small), another(session, small, "V-45")
    proposal = merges.propose_merge(session, other.id, small.person.id, WHY)
    first = merges.merge_persons(
        session, small.person.id, other.id, WHY, printed=False, proposal_id=proposal.id
    )

    second = merges.merge_persons(session, small.person.id, third.id, WHY, printed=False)

    assert standing_merges(merges.list_links(session, small.case.id)) == (first, second)


def test_claims_of_some_persons_are_listed_as_among_those_of_the_case(session: Session, small: Small):
    other = another(session, small)
    added = [
        claims.add_claim(session, claim(person), SAID)
        for person in (small.person, other, small.person, other)
    ]
    decisions = [claim_uses.decide_use(session, each.id, used=False, reason=WHY) for each in added]
    of_case, about = small.case.id, [small.person.id]

    assert claims.list_claims(session, of_case, about=about) == (added[0], added[2])
    assert claims.list_claims(session, of_case, about=[other.id, small.person.id]) == tuple(added)
    assert claims.list_claims(session, of_case, about=[]) == ()
    assert claims.list_claims_with_words(session, of_case, about=about) == {added[0].id, added[2].id}
    assert claim_uses.list_uses(session, of_case, about=about) == (decisions[0], decisions[2])
    assert claims.list_sources(session, of_case, about=about).keys() == {added[0].id, added[2].id}


def test_a_child_is_found_among_all_persons_and_among_some(session: Session, small: Small):
    other, third = another(session, small), another(session, small, "V-45")
    claims.add_claim(session, claim(other, v.ClaimKind.BIRTH, born=PartialDate("2015")))
    merges.merge_persons(session, small.person.id, other.id, WHY, printed=False)
    every = ages.list_children(session, small.case.id)

    own = {each: why for each, why in every.items() if each != third.id}
    assert own.keys() == {small.person.id, other.id}
    for one in own:
        assert ages.list_children(session, small.case.id, about=[one]) == own
    assert not ages.list_children(session, small.case.id, about=[third.id]).keys() & own.keys()


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("UPDATE person_link SET reason = 'another'", "correction-stays"),
        ("DELETE FROM person_link", "kept"),
        (
            "UPDATE person_claim SET kind = 'ALIAS', nationality = '' WHERE nationality <> ''",
            "correction-stays",
        ),
        ("DELETE FROM person_claim", "kept"),
        ("UPDATE age_decision SET finding = 'CHILD'", "correction-stays"),
        ("UPDATE claim_use SET used = 0, words_digest = ''", "correction-stays"),
        ("INSERT OR REPLACE INTO claim_use SELECT * FROM claim_use", "kept"),
    ],
)
def test_the_database_keeps_what_was_said_and_decided(
    session: Session, small: Small, statement: str, refusal: str
):
    other = another(session, small, identity_protection=v.IdentityProtection.NONE)
    claims.add_claim(
        session,
        claim(other, v.ClaimKind.KINSHIP, relation=v.Kinship.COUSIN, other_id=small.person.id),
    )
    state = claims.add_claim(session, claim(other, v.ClaimKind.NATIONALITY, nationality="ER"))
    claim_uses.decide_use(session, state.id, used=True, reason=WHY)
    ages.decide_age(session, decision(other, v.AgeFinding.ADULT))
    merges.merge_persons(session, small.person.id, other.id, WHY, printed=True)

    with by_hand(session) as connection, pytest.raises(IntegrityError, match=refusal):
        connection.execute(statement)


def test_a_claim_under_18_makes_a_child_until_a_decision_and_a_later_claim_again(
    session: Session, small: Small
):
    def treated() -> Any:
        return ages.list_children(session, small.case.id, date(2026, 3, 24)).get(small.person.id)

    none = treated()
    claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=PartialDate("1999-01-01")))
    adult = treated()
    young = claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=BORN))
    disputed = treated()
    ages.decide_age(session, decision(small.person, v.AgeFinding.ADULT))
    ended = treated()
    later = claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=PartialDate("2008-04-01")))
    again = treated()
    ages.decide_age(session, decision(small.person, v.AgeFinding.CHILD))

    assert (none, adult, ended) == (None, None, None)
    assert (disputed.ground, disputed.claims, disputed.disputed) == (AgeGround.CLAIMED, (young,), True)
    assert again.claims == (later,)
    assert treated().ground is AgeGround.DECIDED


def test_who_turns_18_on_the_day_is_no_child_and_who_does_tomorrow_is(session: Session, small: Small):
    claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=PartialDate("2008-02-29")))

    def child(on: date) -> bool:
        return small.person.id in ages.list_children(session, small.case.id, on)

    assert child(date(2026, 2, 28))
    assert not child(date(2026, 3, 1))


def test_the_rules_of_a_child_apply_to_a_record_of_a_presumed_one_under_either_number(
    session: Session, small: Small
):
    other = another(session, small)
    interview = held(session, small)

    def rules() -> list[str]:
        found = interviews.check_interview(session, interview.id)
        return [each.key for each in found if each.code in ("V-I-10", "V-I-11", "V-I-12")]

    before = rules()
    young = claims.add_claim(session, claim(other, v.ClaimKind.BIRTH, born=BORN))
    apart = rules()
    merge = merges.merge_persons(session, small.person.id, other.id, WHY, printed=False)
    merged = rules()
    merges.split_persons(session, merge.id, WHY)
    split = rules()
    own = claims.add_claim(session, claim(small.person, v.ClaimKind.BIRTH, born=BORN))
    presumed = rules()
    claims.withdraw_claim(session, own.id, "Of another")

    assert before == apart == split == rules()
    assert set(merged) == set(presumed) >= {"V-I-12.unaccompanied", "V-I-12.presumed-disputed"}
    assert young.person_id == other.id


def test_four_hundred_persons_are_looked_at_in_one_reading(session: Session, small: Small):
    """The list of persons shows who is treated as a child: what it costs must not grow with each of them."""
    with session.work() as work:
        for number in range(400):
            code = f"P-{number:03}"
            person = replace(small.person, id=PersonId(work.new_id()), code=code)
            born = claim(person, v.ClaimKind.BIRTH, born=BORN, at=work.at, entered_by=session.user.id)
            work.save(person)
            work.record(person.id, VaultAction.PERSON_ADDED)
            made = replace(born, id=RowId(work.new_id()))
            work.save(made)
            work.record(made.id, VaultAction.CLAIM_ADDED)
    statements: list[str] = []
    session.read.set_trace_callback(statements.append)

    found = ages.list_children(session, small.case.id, date(2026, 3, 24))

    session.read.set_trace_callback(None)
    assert len(found) == 400
    assert len([each for each in statements if each.lstrip().startswith("SELECT")]) <= 10


def test_claims_about_adults_are_not_read_to_find_the_children(
    session: Session, small: Small, monkeypatch: pytest.MonkeyPatch
):
    """Of a case with thousands of claims, those about possible children are read, and no other."""
    young, kept, entered, decided = (another(session, small, f"V-5{number}") for number in range(4))
    struck, grown = another(session, small, "V-60"), another(session, small, "V-61")
    for person, born in ((young, "2015"), (young, "1990"), (grown, "1990"), (struck, "2015")):
        claims.add_claim(session, claim(person, v.ClaimKind.BIRTH, born=PartialDate(born)))
    claims.add_claim(session, claim(grown, v.ClaimKind.NATIONALITY, nationality="ER"))
    of_struck = registry.PERSON_CLAIM.where(session.read, "person_id", struck.id)
    claims.withdraw_claim(session, of_struck[0].id, "Of another")
    merges.merge_persons(session, kept.id, young.id, WHY, printed=False)
    corrections.correct(session, replace(entered, age_status=v.AgeStatus.CHILD_CONFIRMED), "Papers came")
    ages.decide_age(session, decision(decided, v.AgeFinding.CHILD))
    read: list[str] = []
    from_row = registry.PERSON_CLAIM.from_row

    def seen(row: Any) -> PersonClaim:
        read.append(from_row(row).person_id)
        return from_row(row)

    monkeypatch.setattr(registry.PERSON_CLAIM, "from_row", seen)

    found = ages.list_children(session, small.case.id)

    assert {each: why.ground for each, why in found.items()} == {
        young.id: AgeGround.CLAIMED,
        kept.id: AgeGround.CLAIMED,
        entered.id: AgeGround.CONFIRMED,
        decided.id: AgeGround.DECIDED,
    }
    assert found[kept.id].disputed
    assert set(read) == {young.id}


def test_the_store_of_an_assignment_carries_no_claim_and_no_merge():
    founding = ACT_ROWS[VaultAction.ASSIGNMENT_FOUNDED]
    merged = ACT_ROWS[VaultAction.ASSIGNMENT_MERGED]

    for table in ("person_claim", "claim_use", "age_decision", "person_link", "sealed_item"):
        assert table not in founding
        assert table not in merged


@pytest.mark.parametrize("missing", ["reference", "decided_by", "decided_on", "reason"])
def test_a_decision_on_an_age_has_its_author_and_its_reason(session: Session, small: Small, missing: str):
    empty: Any = None if missing == "decided_on" else " "

    with pytest.raises(errors.FieldMissingError) as refused:
        ages.decide_age(session, decision(small.person, v.AgeFinding.ADULT, **{missing: empty}))

    assert refused.value.field == f"age_decision.{missing}"


@pytest.mark.requirement("SR-19")
def test_the_health_check_knows_the_rows_of_each_of_these_acts(folder: Path, small: Small):
    session = unlock(folder, start=NEXT_DAY)
    other = another(session, small, identity_protection=v.IdentityProtection.NONE)
    interview, _ = signed(session, small)
    added = claims.add_claim(session, claim(other, interview_id=interview.id), SAID, turn=1)
    claims.correct_claim(session, replace(added, statement="Read in a list"), WHY)
    claims.correct_words(session, added.id, replace(SAID, scheme=""), WHY)
    claim_uses.decide_use(session, added.id, used=True, reason=WHY)
    claims.reveal_words(session, other.id, justification=WHY, second=ALONE)
    claims.withdraw_claim(session, added.id, WHY)
    ages.decide_age(session, decision(other, v.AgeFinding.CHILD, decided_on=PartialDate("2026-03-20")))
    proposal = merges.propose_merge(session, small.person.id, other.id, WHY)
    merges.decline_merge(session, proposal.id, WHY)
    merge = merges.merge_persons(session, small.person.id, other.id, WHY, printed=True)
    merges.split_persons(session, merge.id, WHY)
    session.close()
    session = unlock(folder, start=NEXT_DAY + timedelta(hours=2))

    report = health.check_vault(session)

    session.close()
    assert [each.key for each in report.findings if each.standing is Standing.BROKEN] == []


def test_a_claim_of_another_case_is_not_named(session: Session, small: Small):
    stranger = CaseId("another")

    with pytest.raises(errors.NotFoundError):
        claims.add_claim(session, claim(replace(small.person, id=PersonId("nobody"), case_id=stranger)), SAID)
    assert exhibit(small).case_id == small.case.id
