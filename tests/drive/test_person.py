"""A person without papers by real keys: a claim with its source, a merge of two records, and its split."""

from dataclasses import replace
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import held_interview, small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.case_file import cases
from thb_desktop.services.persons import ages, claims, merges, people

CLAIM = {
    "What is claimed": "Birth",
    "Born, as claimed": "2010",
    "Basis": "Said by the person",
    "Statement of the official": "Told at the first contact",
}


SECOND = {
    "Pseudonym": "V-44",
    "Sex": "Female",
    "Age": "Unknown",
    "Protection of the identity": "Pseudonym",
    "Role": "Presumed",
    "Category of data subject": "Victim",
    "Basis, not printed": "Found in the house",
}
"""A second record of a person who was entered before."""
CLAIMS = (
    {
        "What is claimed": "Birth",
        "Born, as claimed": "2010",
        "Basis": "Said by the person",
        "In record": "I-01",
        "Turn of the record (its number)": "1",
    },
    {
        "What is claimed": "Alias",
        "Words, as said or written": "Mimi",
        "Basis": "Said by the person",
        "Statement of the official": "So called by the others",
    },
    {
        "What is claimed": "Kinship",
        "What the other person is to this one": "Cousin",
        "Other person of the case": "V-01",
        "Basis": "Said by the person",
        "Statement of the official": "Told at the first contact",
    },
)
DECISION = {
    "Decided": "Adult",
    "Reference": "AGE 2026/4",
    "Decided by": "Guardianship office",
    "Decided on": "3.4.2026",
    "Reason": "A school certificate",
}


def begin(vault: Path) -> None:
    """A case with two records of persons."""
    session = new_session(vault)
    small = small_case(session)
    people.add_person(session, replace(small.person, id=PersonId(""), code="V-44"), None)
    session.close()


def test_a_claim_is_entered_and_two_records_are_merged_and_split_by_keys_alone(clerk: Clerk, tmp_path: Path):
    vault = tmp_path / "vault"
    begin(vault)
    clerk.opens(vault, PASSPHRASE)
    clerk.opens_section("Persons")
    clerk.presses("Claims")
    clerk.sees_dialog("Person V-01: claims, not facts")

    clerk.screen.keys("ctrl+n")
    clerk.sees_dialog("Add a claim about V-01")
    clerk.fills(CLAIM)
    clerk.takes("Add a claim about V-01")
    clerk.reads("Only a decision with its author and reason ends this.")
    clerk.screen.keys("alt+m")
    clerk.sees_dialog("One person, two records: V-01 and another")
    clerk.fills({"Other record": "V-44", "Keep": "V-01"})
    clerk.fills({"May documents name the other number too?": "No", "Reason": "The same face"})
    clerk.takes("One person, two records: V-01 and another")
    clerk.reads("Also recorded as")
    clerk.screen.keys("alt+p")
    clerk.sees_dialog("Split V-01 and V-44 again?")
    clerk.fills({"Reason": "Two sisters"})
    clerk.takes("Split V-01 and V-44 again?")
    clerk.reads("Split again")
    clerk.escapes()
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    (claim,) = claims.list_claims(session, case.id)
    links = merges.list_links(session, case.id)
    children = ages.list_children(session, case.id)
    session.close()
    assert (claim.born, claim.statement) == (PartialDate("2010"), "Told at the first contact")
    assert [(each.kind, each.reason) for each in links] == [
        (v.PersonLinkKind.MERGED, "The same face"),
        (v.PersonLinkKind.SPLIT, "Two sisters"),
    ]
    assert set(children) == {claim.person_id}


def claims_of_two_records(clerk: Clerk) -> None:
    """Enter the second record, and what is said of it: a birth, an alias, and whose cousin she is."""
    clerk.opens_section("Persons")
    clerk.enters("Add a person", SECOND)
    clerk.presses("Claims")
    clerk.sees_dialog("Person V-44: claims, not facts")
    for claim in CLAIMS:
        clerk.screen.keys("ctrl+n")
        clerk.sees_dialog("Add a claim about V-44")
        clerk.fills(claim)
        clerk.takes("Add a claim about V-44")
    clerk.reads("Only a decision with its author and reason ends this.")


def test_a_person_is_entered_twice_claimed_merged_decided_about_and_split_and_each_record_keeps_its_own(
    clerk: Clerk, tmp_path: Path
):
    vault = tmp_path / "vault"
    session = new_session(vault)
    held_interview(session, small_case(session))
    session.close()
    clerk.opens(vault, PASSPHRASE)
    claims_of_two_records(clerk)

    clerk.screen.keys("alt+m")
    merge = "One person, two records: V-44 and another"
    clerk.sees_dialog(merge)
    clerk.fills({"Other record": "V-01", "Keep": "V-01"})
    clerk.fills({"May documents name the other number too?": "No", "Reason": "The same face"})
    clerk.takes(merge)
    clerk.sees_dialog("Person V-01: claims, not facts")
    clerk.reads("Also recorded as \u2066V-44")
    clerk.presses("Decide the age")
    clerk.sees_dialog("Age of V-01: decision")
    clerk.fills(DECISION)
    clerk.takes("Age of V-01: decision")
    clerk.reads("Decided on the age: Adult")
    clerk.screen.keys("alt+p")
    clerk.sees_dialog("Split V-01 and V-44 again?")
    clerk.fills({"Reason": "Two cousins"})
    clerk.takes("Split V-01 and V-44 again?")
    clerk.sees_dialog("Person V-44: claims, not facts")
    # What was decided of the one record does not end the presumption for the other.
    clerk.reads("Only a decision with its author and reason ends this.")
    clerk.escapes()
    clerk.sees("Persons", "table")
    clerk.leaves()

    session = reopen(vault)
    case = cases.list_cases(session)[0].case
    codes = {each.id: each.code for each in people.list_persons(session, case.id)}
    made = [(each.kind, codes[each.person_id]) for each in claims.list_claims(session, case.id)]
    kinds = [each.kind for each in merges.list_links(session, case.id)]
    children = {codes[each] for each in ages.list_children(session, case.id)}
    decided = {code for each, code in codes.items() if ages.list_age_decisions(session, each)}
    session.close()
    assert made == [(v.ClaimKind[each], "V-44") for each in ("BIRTH", "ALIAS", "KINSHIP")]
    assert kinds == [v.PersonLinkKind.MERGED, v.PersonLinkKind.SPLIT]
    assert (children, decided) == ({"V-44"}, {"V-01"})
    assert clerk.screen.errors() == ""
