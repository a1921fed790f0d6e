"""A person without papers by real keys: a claim with its source, a merge of two records, and its split."""

from dataclasses import replace
from pathlib import Path

from tests.support.clerk import Clerk
from tests.support.controllers import new_session, reopen
from tests.support.offices import small_case
from tests.support.vaults import PASSPHRASE
from thb_desktop.domain import vocabulary as v
from thb_desktop.domain.ids import PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.services.casework import ages, cases, claims, merges, people

CLAIM = {
    "What is claimed": "Birth",
    "Born, as claimed": "2010",
    "Basis": "Said by the person",
    "Statement of the official": "Told at the first contact",
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
    clerk.presses("Persons", "page tab")
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
    clerk.screen.keys("Escape")
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
