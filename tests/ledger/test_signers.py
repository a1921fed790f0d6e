"""Whose a key is: decided from entries, whatever certificates say; and what counts from before that rule."""

from base64 import b64encode
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from tests.support.chains import (
    Key,
    Office,
    Person,
    Session,
    added,
    certificate,
    some_id,
    user_state,
    verify_signature,
)
from thb_desktop.domain.rights import RIGHTS, Right
from thb_desktop.domain.second_person import VALID_FOR
from thb_desktop.domain.vocabulary import TwoPersonAct
from thb_desktop.errors import CertificateError
from thb_desktop.ledger import signers
from thb_desktop.ledger.approved import approved_bytes
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import USER_RETIRED, VerifySignature
from thb_desktop.ledger.signer_decision import decide
from thb_desktop.ledger.signers import APPROVED_WITHIN, Act, Signers, about_member, agreement_bytes
from thb_desktop.verify.certificates import read_certificate, verify_user

OTHER = Key("somebody else's")


class Users(Office):
    """A chain about users: a judge, a clerk whom nobody could approve, and an administrator."""

    def __init__(self, schema: int = 2) -> None:
        super().__init__()
        self.schema = schema
        self.withheld: set[int] = set()
        self.judge = self.enrol("Judge A. Example", "INVESTIGATING_JUDGE")
        self.at_desk = self.log_in(self.judge)
        self.tell(self.at_desk, "VAULT_CREATED", self.vault, user_state(self.judge))
        self.clerk = self.joins("Clerk B. Example", "CLERK", None)
        self.manager = self.joins("Manager D. Example", "ADMINISTRATOR", self.clerk)

    def joins(self, label: str, role: str, approver: Person | None, by: Session | None = None) -> Person:
        person, by = self.enrol(label, role), by or self.at_desk
        made: Any = added(self, person, by.person, approver)
        self.tell(by, "USER_ADDED", person.agent, *made["states"])
        return person

    def tell(self, session: Session, action: str, subject: str, *states: Value) -> None:
        self.record(session, action, subject, {"schema": self.schema, "states": list(states)})

    def identity(self, user: Person, key: Key = OTHER, agreed_by: Key | None = None) -> Value:
        """A row of a further key, certified by the root."""
        leaf = certificate(
            "x", key.private.public_key(), f"Root of {self.label}", self.root_key, agent=user.agent, ca=False
        )
        identity = some_id(key.id)
        signed = agreement_bytes(identity, user.agent, key.public, self.vault)
        record: dict[str, Value] = {
            "id": identity,
            "user_id": user.agent,
            "certificate": b64encode(leaf).decode(),
            "agreed": agreed_by.sign(signed).hex() if agreed_by else "",
        }
        return {"entity": "signing_identity", "record": record}

    def withhold_retirements(self) -> None:
        self.withheld = {
            each.parsed().seq for each in self.stored.entries if each.parsed().action == USER_RETIRED
        }

    def decided(
        self, founder: str = "", verify: VerifySignature = verify_signature, *, outside: bool = False
    ) -> Signers:
        acts = []
        for place, signed in enumerate(self.stored.entries):
            key = signed.parsed().key
            statement = next(each for each in self.stored.statements if each.parsed().key == key)
            opening = None if place + 1 in self.withheld else self.stored.openings[place + 1]
            acts.append(Act(signed=signed, opening=opening, statement=statement))
        root = read_certificate(self.root)

        def issued(untrusted: bytes) -> tuple[str, bytes]:
            found = read_certificate(untrusted)
            verify_user(found, root)
            return found.agent, found.public_key

        return decide(
            acts,
            vault=self.vault,
            issued=issued,
            verify_signature=verify,
            founder=founder,
            outside=outside,
        )


def counts(found: Signers, user: Person, key: Key = OTHER) -> bool:
    known = found.of(user.agent, key.id)
    return known is not None and known.agreed


def test_the_roles_that_decide_are_those_of_the_table_of_rights():
    def with_right(right: Right) -> set[str]:
        return {role.value for role, rights in RIGHTS.items() if right in rights}

    assert with_right(Right.HAND_OVER) == signers.HEADS
    assert with_right(Right.MANAGE_USERS) == signers.MANAGERS
    assert with_right(Right.SECOND) == signers.SECONDS
    assert {"ADD_USER", "HAND_OVER", "RETIRE_USER"} <= {act.value for act in TwoPersonAct}


def test_a_user_is_who_was_added_by_two_persons():
    office = Users()

    found = office.decided()

    assert [each.name for each in found.members.values()] == [
        "Judge A. Example",
        "Clerk B. Example",
        "Manager D. Example",
    ]
    assert counts(found, office.manager, office.manager.key)


@pytest.mark.requirement("SR-19")
@pytest.mark.parametrize("approver", ["nobody", "themselves", "the same person twice"])
def test_nobody_adds_a_user_alone(approver: str):
    office = Users()
    by = office.log_in(office.manager)
    second = {"nobody": None, "themselves": office.manager}.get(approver, office.manager)
    if approver == "the same person twice":
        by = office.log_in(office.clerk)  # whose role does not include it
        second = office.manager

    sham = office.joins("Judge Z. Example", "INVESTIGATING_JUDGE", second, by)

    assert sham.agent not in office.decided().members


@pytest.mark.requirement("SR-19")
def test_an_entry_that_another_session_signed_adds_nobody():
    """The second person alone writes the first one's entry: the signature is not the first one's."""
    office = Users()
    sham = office.joins("Judge Z. Example", "INVESTIGATING_JUDGE", office.clerk)
    clerks = office.log_in(office.clerk)
    entry = office.stored.entries[-1]
    office.stored.entries[-1] = type(entry)(entry=entry.entry, signature=clerks.key.sign(entry.entry))

    assert sham.agent not in office.decided().members


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    ("agreed_by", "holds"), [("judge", True), ("clerk", False), ("itself", False), ("nobody", False)]
)
def test_a_further_key_takes_an_earlier_key_of_the_same_user(agreed_by: str, holds: bool):
    office = Users()
    key = {"judge": office.judge.key, "clerk": office.clerk.key, "itself": OTHER}.get(agreed_by)

    row = office.identity(office.judge, agreed_by=key)
    office.tell(office.log_in(office.manager), "IDENTITY_VOUCHED", office.judge.agent, row)

    found = office.decided()
    assert counts(found, office.judge) is holds
    assert bool(found.pending) is not holds


@pytest.mark.requirement("SR-15")
def test_a_key_counts_from_the_agreement_to_the_withdrawal_and_never_again():
    office = Users()
    row = office.identity(office.judge)
    office.tell(office.log_in(office.manager), "IDENTITY_VOUCHED", office.judge.agent, row)
    agreed = office.identity(office.judge, agreed_by=office.judge.key)
    office.tell(office.at_desk, "IDENTITY_AGREED", office.judge.agent, agreed)
    begun = office.tree.size
    office.tell(office.at_desk, "IDENTITY_WITHDRAWN", office.judge.agent, agreed)
    ended = office.tree.size
    office.tell(office.at_desk, "IDENTITY_AGREED", office.judge.agent, agreed)

    key = office.decided().of(office.judge.agent, OTHER.id)

    assert key is not None
    assert [key.certifies(first) for first in (begun, begun + 1, ended, ended + 1)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.requirement("SR-15")
def test_a_key_of_the_time_before_counts_if_its_own_user_told_it():
    office = Users(schema=1)

    office.tell(office.at_desk, "IDENTITY_VOUCHED", office.judge.agent, office.identity(office.judge))

    assert counts(office.decided(), office.judge)


@pytest.mark.requirement("SR-15")
def test_a_key_of_the_time_before_that_a_colleague_told_counts_for_that_time_alone_until_its_user_agrees():
    office = Users(schema=1)
    row = office.identity(office.judge)
    office.tell(office.log_in(office.manager), "IDENTITY_VOUCHED", office.judge.agent, row)
    carded = office.log_in(Person(**{**vars(office.judge), "key": OTHER}))
    later = office.joins("Clerk E. Example", "CLERK", office.clerk, carded)
    office.schema = 2
    office.tell(office.at_desk, "SCHEMA_MIGRATED", office.vault)
    migrated = office.tree.size

    before = office.decided()
    agreed = office.identity(office.judge, agreed_by=office.judge.key)
    office.tell(office.at_desk, "IDENTITY_AGREED", office.judge.agent, agreed)
    after = office.decided()

    key = before.of(office.judge.agent, OTHER.id)
    assert key is not None
    assert not key.agreed
    assert (key.certifies(migrated - 1), key.certifies(migrated)) == (True, False)
    assert not counts(before, later, later.key)
    assert counts(after, office.judge)
    assert counts(after, later, later.key)


@pytest.mark.requirement("SR-15")
def test_a_key_of_the_time_before_does_not_agree_to_another_one():
    office, third = Users(schema=1), Key("a third one")
    row = office.identity(office.judge)
    office.tell(office.log_in(office.manager), "IDENTITY_VOUCHED", office.judge.agent, row)
    carded = office.log_in(Person(**{**vars(office.judge), "key": OTHER}))

    office.tell(carded, "IDENTITY_VOUCHED", office.judge.agent, office.identity(office.judge, third))

    assert not counts(office.decided(), office.judge, third)


@pytest.mark.requirement("SR-19")
def test_one_person_takes_no_approver_away():
    office = Users()
    by = office.log_in(office.manager)
    for colleague in (office.judge, office.clerk):
        office.tell(by, "USER_RETIRED", colleague.agent)

    sham = office.joins("Judge Z. Example", "INVESTIGATING_JUDGE", None, by)

    assert sham.agent not in office.decided().members


def test_a_certificate_of_another_root_decides_nothing():
    office = Users()
    foreign = Office("another").enrol("Judge Z. Example", "INVESTIGATING_JUDGE")
    with pytest.raises(CertificateError):
        verify_user(read_certificate(foreign.certificate), read_certificate(office.root))

    made: Any = added(office, foreign, office.judge, office.clerk)
    office.tell(office.at_desk, "USER_ADDED", foreign.agent, *made["states"])

    assert foreign.agent not in office.decided().members


@pytest.mark.requirement("SR-15", "SR-18")
def test_a_whole_chain_of_another_founder_is_not_that_of_the_root():
    """Whoever holds the root's key can sign a first entry with a key of their own, but not with the first."""
    office = Users()

    own, other = office.decided(office.judge.key.id), office.decided(OTHER.id)

    assert own.keys == office.decided().keys
    assert (other.members, other.keys) == ({}, ())


@pytest.mark.requirement("SR-20")
def test_an_approval_fits_the_user_and_the_key_for_which_it_was_given():
    """On a copy of the vault, the first use of an approval can be left out."""
    office = Users()
    honest = office.enrol("Prosecutor Two", "PROSECUTOR")
    sham = replace(office.enrol("Prosecutor Two of another key", "PROSECUTOR"), label=honest.label)

    made: Any = added(office, sham, office.judge, office.clerk, approved=honest)
    office.tell(office.at_desk, "USER_ADDED", sham.agent, *made["states"])

    assert sham.agent not in office.decided().members


@pytest.mark.requirement("SR-20")
def test_an_approval_of_another_time_makes_nobody_a_user():
    office = Users()
    late = office.enrol("Prosecutor Two", "PROSECUTOR")
    made: Any = added(office, late, office.judge, office.clerk)
    office.at += APPROVED_WITHIN + timedelta(hours=1)

    office.tell(office.at_desk, "USER_ADDED", late.agent, *made["states"])

    assert late.agent not in office.decided().members
    assert APPROVED_WITHIN == VALID_FOR


def test_an_older_approval_that_names_no_key_counts_and_is_told_apart():
    office = Users()
    person = office.enrol("Prosecutor Two", "PROSECUTOR")
    made: Any = added(office, person, office.judge, office.clerk)
    row = made["states"][0]["record"]
    row["subject"] = about_member(person.role, person.label)
    row["signature"] = office.clerk.key.sign(approved_bytes(row, office.vault)).hex()

    office.tell(office.at_desk, "USER_ADDED", person.agent, *made["states"])

    found = office.decided().members
    assert {each.name for each in found.values() if not each.bound} == {"Prosecutor Two"}
    assert found[person.agent].approved == office.clerk.agent
    assert found[office.clerk.agent].approved == ""


@pytest.mark.requirement("SR-33")
def test_acts_that_agree_in_reverse_order_cost_no_more_signatures_than_they_are_many():
    office, count = Users(), 30
    keys = [office.judge.key, *(Key(f"card {number}") for number in range(count))]
    for key in keys[1:]:
        told = office.identity(office.judge, key)
        office.tell(office.log_in(office.clerk), "IDENTITY_VOUCHED", office.judge.agent, told)
    for earlier, key in reversed(list(pairwise(keys))):
        told = office.identity(office.judge, key, agreed_by=earlier)
        office.tell(office.at_desk, "IDENTITY_AGREED", office.judge.agent, told)
    asked = list[bytes]()

    office.decided(verify=lambda *signed: asked.append(signed[2]) or verify_signature(*signed))

    assert len(asked) < 10 * len(office.stored.entries)


@pytest.mark.requirement("SR-33")
def test_outside_whoever_was_retired_could_not_approve_any_more():
    """The content of a retirement stays in the office: a small office whose clerk left can still release."""
    office = Users()
    for leaver in (office.clerk, office.manager):
        office.tell(office.at_desk, "USER_RETIRED", leaver.agent)
    office.withhold_retirements()

    new = office.joins("Clerk Two", "CLERK", None)

    assert new.agent in office.decided(outside=True).members
    assert new.agent not in office.decided().members


def own_rows(office: Users, user: Person, *, certified: bool) -> list[Value]:
    """The rows of the act by which a user puts another key in the place of all that they had."""
    row: Any = office.identity(user, agreed_by=user.key)
    row["record"] |= {"kind": "OWN_KEY", "withdrawn_at": None}
    if not certified:
        row["record"]["certificate"] = b64encode(b"one of the key's own").decode()
    told: Any = user_state(user)
    told["record"] |= {"receiving_key": "another"}
    return [told, row]


def makes_own(office: Users, by: Session, user: Person, *, certified: bool = True) -> None:
    office.tell(by, signers.KEYS_MADE_OWN, user.agent, *own_rows(office, user, certified=certified))


@pytest.mark.requirement("SR-15")
def test_a_user_replaces_their_keys_and_the_former_one_certifies_and_signs_nothing_more():
    office = Users()
    before, at_desk = office.log_in(office.judge), office.log_in(office.manager)
    makes_own(office, office.at_desk, office.judge)
    made = office.tree.size

    found = office.decided()

    former = found.of(office.judge.agent, office.judge.key.id)
    assert counts(found, office.judge)
    assert former is not None
    assert (former.until, former.over) == (made, made)
    assert former.is_over(before.key.id, made + 1)
    assert not former.is_over(office.at_desk.key.id, made + 1)  # the session that did it goes on
    member = found.members[office.judge.agent]
    assert (member.receiving_key, member.made_by, member.waits) == ("another", "", None)

    # An act of the replaced key afterwards makes nobody a user.
    sham = office.joins("Judge Z. Example", "INVESTIGATING_JUDGE", office.manager, before)
    assert at_desk.person is office.manager
    assert sham.agent not in office.decided().members


@pytest.mark.requirement("SR-15")
def test_a_key_that_its_user_made_waits_for_the_root_and_for_no_other_key():
    office = Users()
    managers = office.log_in(office.manager)
    makes_own(office, office.log_in(office.clerk), office.clerk, certified=False)
    waiting = office.decided()
    assert not counts(waiting, office.clerk)
    assert waiting.members[office.clerk.agent].waits is not None
    assert waiting.members[office.clerk.agent].made_by == office.judge.agent

    # Who kept the former key agrees to one of theirs, and does the act again: neither counts.
    other = Key("of who kept the former one")
    stolen: Any = office.identity(office.clerk, other, agreed_by=office.clerk.key)
    office.tell(managers, "IDENTITY_VOUCHED", office.clerk.agent, stolen)
    again: Any = {**stolen, "record": {**stolen["record"], "kind": "OWN_KEY", "withdrawn_at": None}}
    office.tell(
        office.log_in(office.clerk),
        signers.KEYS_MADE_OWN,
        office.clerk.agent,
        user_state(office.clerk),
        again,
    )
    office.tell(managers, "CERTIFICATE_RENEWED", office.clerk.agent, again)
    assert not counts(office.decided(), office.clerk, other)
    assert office.decided().members[office.clerk.agent].receiving_key == "another"

    (_, row) = own_rows(office, office.clerk, certified=True)
    waits = waiting.members[office.clerk.agent].waits
    row["record"]["agreed"] = waits[1] if waits else ""  # type: ignore[index,call-overload]
    office.tell(managers, "CERTIFICATE_RENEWED", office.clerk.agent, row)
    found = office.decided()
    assert counts(found, office.clerk)
    assert found.members[office.clerk.agent].made_by == ""


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("certified", [True, False])
@pytest.mark.parametrize("action", ["IDENTITY_WITHDRAWN", "IDENTITY_REFUSED"])
def test_nobody_withdraws_a_key_that_its_user_made(action: str, certified: bool):
    office = Users()
    managers, (told, row) = office.log_in(office.manager), own_rows(office, office.clerk, certified=True)
    waits: Any = row
    first = waits if certified else {**waits, "record": {**waits["record"], "certificate": "of its own"}}
    office.tell(office.log_in(office.clerk), signers.KEYS_MADE_OWN, office.clerk.agent, told, first)

    office.tell(managers, action, office.clerk.agent, row)
    if not certified:
        office.tell(managers, "CERTIFICATE_RENEWED", office.clerk.agent, row)

    found = office.decided()
    assert counts(found, office.clerk)
    assert [key.until for key in found.keys if key.own] == [None]


@pytest.mark.requirement("SR-15")
def test_nobody_makes_the_keys_of_somebody_else():
    office = Users()
    makes_own(office, office.at_desk, office.clerk)

    found = office.decided()

    assert not counts(found, office.clerk)
    assert found.members[office.clerk.agent].receiving_key != "another"
