"""Every class of tampering, at the first, a middle and the last place: found, and called by its own name."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.support.chains import Key, Office, Stored, changed, example, re_signed, rebuilt
from tests.support.findings import said_in_english
from thb_desktop.ledger import canonical
from thb_desktop.ledger.checkpoint import SignedHead, sign_head
from thb_desktop.ledger.entry import CLOCK_WENT_BACK, Opening, SignedEntry
from thb_desktop.ledger.faults import DOUBTS, FAULTS
from thb_desktop.ledger.statement import SignedStatement, sign_statement

Tamper = Callable[[Office, Stored, int], None]

FIRST, MIDDLE, LAST = 0, 7, 16
PLACES = [pytest.param(FIRST, id="first"), pytest.param(MIDDLE, id="middle"), pytest.param(LAST, id="last")]


@pytest.fixture(scope="module")
def office() -> Office:
    return example()


@pytest.fixture
def stored(office: Office) -> Stored:
    return office.stored.copy()


def modify_a_field(_: Office, stored: Stored, place: int) -> None:
    stored.entries[place] = changed(stored.entries[place], action="RETURNED")


def backdate(_: Office, stored: Stored, place: int) -> None:
    at = stored.entries[place].parsed().at - timedelta(days=400)
    stored.entries[place] = changed(stored.entries[place], at=at)


def reattribute(office: Office, stored: Stored, place: int) -> None:
    agent = stored.entries[place].parsed().agent
    other = next(person for person in office.people if person.agent != agent)
    stored.entries[place] = changed(stored.entries[place], agent=other.agent, role=other.role)


def reattribute_with_the_key(office: Office, stored: Stored, place: int) -> None:
    agent = stored.entries[place].parsed().agent
    other = next(session for session in office.sessions if session.person.agent != agent)
    person = other.person
    stored.entries[place] = changed(
        stored.entries[place], agent=person.agent, role=person.role, key=other.key.id
    )


def flip_a_bit_of_the_signature(_: Office, stored: Stored, place: int) -> None:
    signature = bytearray(stored.entries[place].signature)
    signature[40] ^= 4
    stored.entries[place] = replace(stored.entries[place], signature=bytes(signature))


def cut_the_signature(_: Office, stored: Stored, place: int) -> None:
    stored.entries[place] = replace(stored.entries[place], signature=stored.entries[place].signature[:63])


def add_a_field(_: Office, stored: Stored, place: int) -> None:
    fields = json.loads(stored.entries[place].entry) | {"remark": 1}
    stored.entries[place] = replace(stored.entries[place], entry=canonical.encode(fields))


def write_it_otherwise(_: Office, stored: Stored, place: int) -> None:
    other = stored.entries[place].entry.replace(b'","', b'", "', 1)
    stored.entries[place] = replace(stored.entries[place], entry=other)


def write_nonsense(_: Office, stored: Stored, place: int) -> None:
    stored.entries[place] = replace(stored.entries[place], entry=b"\xff\x00")


def take_from_another_vault(_: Office, stored: Stored, place: int) -> None:
    stored.entries[place] = example("another vault").stored.entries[place]


def sign_with_a_foreign_key(_: Office, stored: Stored, place: int) -> None:
    stored.entries[place] = re_signed(stored.entries[place], Key("a stranger"))


def sign_with_a_foreign_key_under_the_old_name(_: Office, stored: Stored, place: int) -> None:
    data = stored.entries[place].entry
    stored.entries[place] = SignedEntry(entry=data, signature=Key("a stranger").sign(data))


def repeat(_: Office, stored: Stored, place: int) -> None:
    stored.entries.insert(place + 1, stored.entries[place])


def repeat_at_the_end(_: Office, stored: Stored, place: int) -> None:
    stored.entries.append(stored.entries[place])


def alter_the_content(_: Office, stored: Stored, place: int) -> None:
    opening = stored.openings[place + 1]
    stored.openings[place + 1] = Opening(nonce=opening.nonce, payload=b'{"account":"It was a Friday."}')


def alter_the_head(_: Office, stored: Stored, place: int) -> None:
    signed = stored.heads[place]
    other = replace(signed.parsed(), at=signed.parsed().at + timedelta(days=1)).to_bytes()
    stored.heads[place] = replace(signed, head=other)


def put_in_a_head_of_another_vault(_: Office, stored: Stored, place: int) -> None:
    stored.heads[place] = example("another vault").stored.heads[place]


def sign_the_head_with_a_foreign_key(_: Office, stored: Stored, place: int) -> None:
    stranger = Key("a stranger")
    stored.heads[place] = sign_head(replace(stored.heads[place].parsed(), key=stranger.id), stranger.sign)


def break_the_head(_: Office, stored: Stored, place: int) -> None:
    stored.heads[place] = SignedHead(head=b"{}", signature=stored.heads[place].signature)


AT_EVERY_PLACE: dict[Tamper, str] = {
    modify_a_field: "entry-altered",
    backdate: "entry-redated",
    reattribute: "entry-reattributed",
    reattribute_with_the_key: "entry-reattributed",
    flip_a_bit_of_the_signature: "signature-flipped",
    cut_the_signature: "entry-altered",
    add_a_field: "entry-unknown-field",
    write_it_otherwise: "entry-not-canonical",
    write_nonsense: "entry-format",
    take_from_another_vault: "entry-foreign-vault",
    sign_with_a_foreign_key: "key-foreign",
    sign_with_a_foreign_key_under_the_old_name: "entry-altered",
    repeat: "entry-repeated",
    repeat_at_the_end: "entry-repeated",
    alter_the_content: "payload-altered",
    alter_the_head: "head-altered",
    put_in_a_head_of_another_vault: "head-foreign-vault",
    sign_the_head_with_a_foreign_key: "head-foreign-key",
    break_the_head: "head-format",
}


def test_the_whole_chain_as_it_was_written_has_no_fault(stored: Stored) -> None:
    stored.marks = [signed.parsed().mark for signed in stored.heads]

    assert stored.faults() == ()


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("tamper", "name"), AT_EVERY_PLACE.items(), ids=lambda value: getattr(value, "__name__", value)
)
def test_tampering_is_called_by_its_name(
    office: Office, stored: Stored, tamper: Tamper, name: str, place: int
) -> None:
    tamper(office, stored, place)

    fault = next((fault for fault in stored.faults() if fault.code == name), None)

    assert fault is not None, stored.codes()
    assert fault.broken
    if name != "head-format" and tamper is not repeat_at_the_end:
        assert fault.first <= place + 1 <= fault.last


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("place", [FIRST, MIDDLE, LAST - 1])
def test_an_entry_deleted_before_the_end_is_missed(stored: Stored, place: int) -> None:
    del stored.entries[place]

    faults = {fault.code: fault for fault in stored.faults()}

    assert (faults["entry-missing"].first, faults["entry-missing"].last) == (place + 1, place + 1)


@pytest.mark.requirement("SR-15")
def test_a_deletion_hidden_by_new_numbers_does_not_fit_the_signatures(stored: Stored) -> None:
    del stored.entries[MIDDLE]
    for place in range(MIDDLE, LAST):
        prev = stored.entries[place - 1].leaf_hash
        stored.entries[place] = changed(stored.entries[place], seq=place + 1, prev=prev)

    faults = {fault.code: fault for fault in stored.faults()}

    assert (faults["entry-altered"].first, faults["entry-altered"].last) == (MIDDLE + 1, LAST)
    assert "tail-cut" in faults


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("place", [FIRST, MIDDLE, LAST - 1])
def test_two_entries_that_changed_places_stand_out_of_order(stored: Stored, place: int) -> None:
    stored.entries[place], stored.entries[place + 1] = stored.entries[place + 1], stored.entries[place]

    assert "entry-out-of-order" in stored.codes()
    assert "entry-missing" not in stored.codes()


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("place", PLACES)
def test_an_entry_signed_anew_by_its_own_signer_was_replaced(
    office: Office, stored: Stored, place: int
) -> None:
    key = _key_of(office, stored.entries[place])
    stored.entries[place] = re_signed(stored.entries[place], key, action="RETURNED")

    fault = next(fault for fault in stored.faults() if fault.code == "entry-replaced")

    assert fault.first == place + 1


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("place", PLACES)
def test_an_entry_signed_anew_by_another_user_in_the_first_ones_name_names_both(
    office: Office, stored: Stored, place: int
) -> None:
    agent = stored.entries[place].parsed().agent
    other = next(session for session in office.sessions if session.person.agent != agent)
    stored.entries[place] = re_signed(stored.entries[place], other.key)

    assert "agent-mismatch" in stored.codes()


def test_an_entry_signed_anew_in_another_role_is_named(office: Office, stored: Stored) -> None:
    key = _key_of(office, stored.entries[MIDDLE])
    stored.entries[MIDDLE] = re_signed(stored.entries[MIDDLE], key, role="PROSECUTOR")

    assert {"role-mismatch", "entry-replaced"} <= stored.codes()


@pytest.mark.requirement("SR-15")
def test_a_retired_user_signs_nothing_more(office: Office) -> None:
    late = example()
    clerk = next(session for session in late.sessions if session.person.role == "CLERK")
    late.record(clerk, "SEALED", late.vault, {})

    assert late.stored.codes() == {"agent-retired"}


def test_the_key_of_an_earlier_session_signs_nothing_more() -> None:
    late = example()
    late.record(late.sessions[0], "DISCLOSED", late.vault, {})

    assert late.stored.codes() == {"key-superseded"}


def test_the_key_of_a_later_session_cannot_have_signed_earlier(office: Office, stored: Stored) -> None:
    judge_again = office.sessions[2]
    stored.entries[FIRST] = re_signed(stored.entries[FIRST], judge_again.key)

    assert "key-too-early" in stored.codes()


def test_a_counter_that_skips_is_named() -> None:
    late = example()
    late.counters.advance(late.vault)
    late.record(late.sessions[2], "DISCLOSED", late.vault, {})

    assert "counter-wrong" in late.stored.codes()


@pytest.mark.requirement("SR-15")
def test_an_entry_put_in_between_makes_a_fork(office: Office, stored: Stored) -> None:
    key = _key_of(office, stored.entries[MIDDLE])
    stored.entries.insert(MIDDLE, re_signed(stored.entries[MIDDLE], key, action="RETURNED"))

    assert "entry-forked" in stored.codes()


def test_a_stored_head_over_other_counters_is_named(office: Office, stored: Stored) -> None:
    session = office.sessions[2]
    head = replace(stored.heads[LAST].parsed(), counters=bytes(32), key=session.key.id)
    stored.heads[LAST] = sign_head(head, session.key.sign)

    assert stored.codes() == {"head-counters-wrong"}


def test_entries_after_the_newest_head_are_named(stored: Stored) -> None:
    del stored.heads[-2:]

    assert stored.codes() == {"head-behind"}


def test_a_chain_without_any_head_is_named(stored: Stored) -> None:
    stored.heads.clear()

    assert stored.codes() == {"head-missing"}


def test_a_tail_cut_under_the_newest_head_is_named(stored: Stored) -> None:
    del stored.entries[-3:]

    assert stored.codes() == {"tail-cut"}


@pytest.mark.requirement("SR-15")
def test_an_empty_chain_is_named_whether_a_head_is_left_or_not(stored: Stored) -> None:
    stored.entries.clear()
    with_heads = stored.codes()
    stored.heads.clear()

    assert "chain-empty" in with_heads
    assert "chain-empty" in stored.codes()


def test_a_statement_of_another_users_certificate_admits_no_key(office: Office, stored: Stored) -> None:
    clerk = office.people[1]
    forged = replace(stored.statements[0].parsed(), signer=clerk.key.id).to_bytes()
    stored.statements[0] = SignedStatement(statement=forged, signature=clerk.key.sign(forged))

    assert {"statement-foreign-signer", "key-foreign"} <= stored.codes()


@pytest.mark.parametrize(
    ("field", "value", "name"),
    [
        ("agent", "0" * 32, "statement-foreign-signer"),
        ("role", "PROSECUTOR", "statement-altered"),
        ("first", 2, "statement-altered"),
        ("vault", "0" * 32, "statement-foreign-vault"),
    ],
)
def test_an_altered_statement_admits_no_key(stored: Stored, field: str, value: object, name: str) -> None:
    signed = stored.statements[0]
    altered = replace(signed.parsed(), **{field: value}).to_bytes()  # type: ignore[arg-type]
    stored.statements[0] = replace(signed, statement=altered)

    assert {name, "key-foreign"} <= stored.codes()


def test_a_session_key_claimed_by_a_second_user_is_named(office: Office, stored: Stored) -> None:
    clerk = office.people[1]
    claim = replace(stored.statements[0].parsed(), agent=clerk.agent, signer=clerk.key.id)
    stored.statements.append(sign_statement(claim, clerk.key.sign))

    assert stored.codes() == {"statement-conflict"}


def test_the_same_statement_twice_is_no_fault(stored: Stored) -> None:
    stored.statements.append(stored.statements[0])

    assert stored.faults() == ()


# What only someone outside can know: one remembered head is enough.


@pytest.mark.requirement("SR-15")
def test_a_whole_vault_rolled_back_differs_from_the_remembered_head(stored: Stored) -> None:
    stored.marks = [stored.heads[LAST].parsed().mark]
    del stored.entries[-4:], stored.heads[-4:]

    assert stored.codes() == {"rolled-back"}
    stored.marks.clear()
    assert stored.codes() == set()


@pytest.mark.requirement("SR-15")
def test_a_tail_cut_with_its_heads_differs_from_the_remembered_head(stored: Stored) -> None:
    stored.marks = [stored.heads[LAST].parsed().mark]
    del stored.entries[-4:], stored.heads[2:]

    assert "tail-cut" in stored.codes()


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("more", [2, 4, 9])
def test_rolled_back_and_continued_differs_from_the_remembered_head(stored: Stored, more: int) -> None:
    late = example()
    mark = late.stored.heads[LAST].parsed().mark
    late.at += timedelta(days=1)
    _roll_back(late, 13)
    for _ in range(more):
        late.record(late.sessions[2], "DISCLOSED", late.vault, {})
    assert late.stored.codes() == set()

    late.stored.marks = [mark]

    assert late.stored.codes() == {"rolled-back-continued"}


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("start", [0, 5, 8])
def test_a_tail_rebuilt_by_an_insider_differs_from_the_remembered_head(
    office: Office, stored: Stored, start: int
) -> None:
    del stored.entries[9:], stored.heads[9:]
    mark = stored.heads[8].parsed().mark
    forged = rebuilt(office, stored, start, office.sessions[0], action="RETURNED")
    assert forged.faults() == ()

    forged.marks = [mark]

    assert forged.codes() == {"tail-rebuilt"}


def test_a_remembered_head_adds_its_word_where_entries_are_altered(stored: Stored) -> None:
    stored.marks = [stored.heads[LAST].parsed().mark]
    stored.entries[3] = changed(stored.entries[3], action="RETURNED")

    assert {"entry-altered", "remembered-differs"} <= stored.codes()


# Time is a claim: a doubt, not a break.


@pytest.mark.requirement("SR-21")
def test_a_clock_that_ran_backwards_is_a_doubt_unless_an_event_records_it() -> None:
    silent, told = example(), example()
    for office in (silent, told):
        office.reboot()
        office.at -= timedelta(days=400)
    silent.record(silent.sessions[2], "DISCLOSED", silent.vault, {})
    told.record(told.sessions[2], CLOCK_WENT_BACK, told.vault, {})

    assert [(fault.code, fault.broken) for fault in silent.stored.faults()] == [("clock-backwards", False)]
    assert told.stored.faults() == ()


def test_a_clock_that_stands_still_is_no_fault() -> None:
    office = example()
    for _ in range(100):
        office.at -= timedelta(minutes=3)
        office.record(office.sessions[2], "DISCLOSED", office.vault, {})

    assert office.stored.faults() == ()


@pytest.mark.requirement("SR-21")
def test_a_machine_that_ran_for_less_time_than_before_is_a_doubt() -> None:
    office = example()
    office.running -= timedelta(minutes=10)
    office.record(office.sessions[2], "DISCLOSED", office.vault, {})

    assert office.stored.codes() == {"monotonic-backwards"}


def test_erased_content_leaves_a_chain_that_holds(stored: Stored) -> None:
    for seq in (5, 8, 9):
        del stored.openings[seq]

    assert stored.faults() == ()


def test_a_fault_is_said_with_the_entry_that_it_is_about(stored: Stored) -> None:
    del stored.entries[MIDDLE]

    sentences = [said_in_english(fault.found()) for fault in stored.faults()]

    assert "Entry 8: missing from the chain, while later entries are present." in sentences
    assert FAULTS >= DOUBTS


def _key_of(office: Office, signed: SignedEntry) -> Key:
    return next(session.key for session in office.sessions if session.key.id == signed.parsed().key)


def _roll_back(office: Office, size: int) -> None:
    """Make the office stand where it stood after `size` entries, its clock going on."""
    older = example()
    del older.stored.entries[size:], older.stored.heads[size:]
    fresh = Office(office.label)
    office.stored, office.tree, office.counters = older.stored, fresh.tree, fresh.counters
    for signed in older.stored.entries:
        office.tree.append(signed.leaf_hash)
        office.counters.advance(signed.parsed().subject)
