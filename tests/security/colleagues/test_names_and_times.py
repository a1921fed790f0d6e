"""Entries in another's name or of an earlier time, and a computer's memory that a colleague wrote."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.colleagues import JUDGE, attacked, rows, told, user_of
from tests.support.offices import NEXT_DAY, environment, unlock
from tests.support.own_program import OwnProgram
from tests.support.second_person import approval
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.second_person import Approval
from thb_desktop.domain.vocabulary import Sex, TwoPersonAct, UserRole
from thb_desktop.findings import Finding, Standing
from thb_desktop.ledger.statement import SignedStatement
from thb_desktop.services.keeping import health
from thb_desktop.vault.anchors import open_store
from thb_desktop.vault.chain_writer import EntryAuthor
from thb_desktop.vault.tables import chain, registry

AUDITOR, PROSECUTOR, CLERK = UserRole.AUDITOR, UserRole.PROSECUTOR, UserRole.CLERK
MUCH_LATER = NEXT_DAY + timedelta(days=100)


def keys_of(findings: Iterable[Finding]) -> set[str]:
    return {each.key for each in findings if each.standing is not Standing.HOLDS}


class OfAnother:
    """The id of somebody else's key, before signatures by one's own."""

    def __init__(self, key_id: str, own: Signer) -> None:
        self.key_id, self.public_key, self.sign = key_id, own.public_key, own.sign


def session_of(program: OwnProgram, agent: str) -> SignedStatement:
    """The last session that a user began."""
    stated = chain.statements(program.session.read)
    return [each for each in stated if each.parsed().agent == agent][-1]


def in_the_judges_name(program: OwnProgram) -> EntryAuthor:
    judge, own = user_of(program.session, JUDGE), program.session.author
    statement = session_of(program, judge.id)
    key = OfAnother(statement.parsed().key, own.key)
    return EntryAuthor(vault=own.vault, user=judge, key=key, statement=statement)


@pytest.mark.requirement("SR-19")
def test_an_entry_in_the_name_of_the_judge_with_a_signature_of_no_worth_is_named_at_the_unlock(
    office_copy: Path,
):
    def write(program: OwnProgram) -> None:
        session, own = program.session, program.session.author
        instrument = rows(program, registry.INSTRUMENT)[0]
        status = next(each for each in type(instrument.status) if each is not instrument.status)
        session.author = in_the_judges_name(program)
        program.say(VaultAction.INSTRUMENT_STATUS_SET, instrument.case_id, replace(instrument, status=status))
        session.author = own
        program.say(VaultAction.PASSPHRASE_CHANGED, own.user.id)

    attacked(office_copy, AUDITOR, write)

    at_unlock, at_health = told(office_copy)
    assert "entry-altered.fault" in at_unlock
    assert "entry-altered.fault" in at_health


@pytest.mark.requirement("SR-19")
def test_an_entry_that_states_another_role_than_its_session_is_named_at_the_unlock(office_copy: Path):
    def write(program: OwnProgram) -> None:
        session, own = program.session, program.session.author
        session.author = replace(own, user=replace(own.user, role=JUDGE))
        program.say(VaultAction.PASSPHRASE_CHANGED, own.user.id)

    attacked(office_copy, AUDITOR, write)

    assert "role-mismatch.fault" in told(office_copy)[0]


@pytest.mark.requirement("SR-19")
def test_what_a_colleague_did_is_named_though_they_wrote_that_this_computer_had_seen_it(office_copy: Path):
    def write(program: OwnProgram) -> None:
        person = rows(program, registry.PERSON)[0]
        other = Sex.MALE if person.sex is not Sex.MALE else Sex.FEMALE
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, replace(person, sex=other))
        vault, head = program.session.vault, chain.last_head(program.session.read)
        assert head is not None
        store = open_store(
            office_copy.parent / "heads",
            vault.anchor_key,
            vault.vault_id,
            secrets.token_bytes,
            own_key=vault.user_key,
        )
        store.remember(head.parsed(), told="", epoch=vault.epoch, now=program.next_time(), flush=True)

    attacked(office_copy, AUDITOR, write)

    assert "act-exceeded.table" in told(office_copy)[0]


@pytest.mark.requirement("SR-19")
def test_a_mark_of_the_judge_that_a_colleague_removed_leaves_the_last_entries_to_be_checked(
    office_copy: Path,
):
    def write(program: OwnProgram) -> None:
        person = rows(program, registry.PERSON)[0]
        other = Sex.MALE if person.sex is not Sex.MALE else Sex.FEMALE
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id, replace(person, sex=other))
        vault, head = program.session.vault, chain.last_head(program.session.read)
        assert head is not None
        heads = office_copy.parent / "heads"
        store = open_store(heads, vault.anchor_key, vault.vault_id, secrets.token_bytes)
        assert store.found is not None
        store.found = replace(store.found, marks=())
        store.remember(head.parsed(), told="", epoch=vault.epoch, now=program.next_time(), flush=True)

    attacked(office_copy, AUDITOR, write)

    assert "act-exceeded.table" in told(office_copy)[0]


@pytest.mark.requirement("SR-19")
def test_an_old_approval_founds_nothing_under_an_entry_that_is_dated_back(office_copy: Path):
    def write(program: OwnProgram) -> None:
        session = program.session
        identity = rows(program, registry.SEALED_IDENTITY)[0]
        second = approval(session, user_of(session, CLERK), TwoPersonAct.REVEAL_IDENTITY, identity.person_id)
        session.environment = environment(MUCH_LATER)
        program.say(VaultAction.PASSPHRASE_CHANGED, session.user.id)
        session.environment = environment(second.at)
        program.say(VaultAction.IDENTITY_VIEWED, identity.person_id, second)

    attacked(office_copy, PROSECUTOR, write)

    heads, start = office_copy.parent / "heads", MUCH_LATER + timedelta(days=1)
    with closing(unlock(office_copy, start=start, heads=heads)) as session:
        at_unlock, at_health = session.opening.findings, health.check_vault(session).findings
    for found in (at_unlock, at_health):
        assert {"second-missing", "clock-backwards.fault"} <= keys_of(found)


@pytest.mark.requirement("SR-19")
def test_an_old_approval_after_a_clock_that_was_said_to_be_set_back_is_told_as_a_doubt(office_copy: Path):
    def write(program: OwnProgram) -> None:
        session = program.session
        identity = rows(program, registry.SEALED_IDENTITY)[0]
        second = approval(session, user_of(session, CLERK), TwoPersonAct.REVEAL_IDENTITY, identity.person_id)
        session.environment = environment(MUCH_LATER)
        program.say(VaultAction.PASSPHRASE_CHANGED, session.user.id)
        session.environment = environment(second.at)
        program.say(VaultAction.CLOCK_WENT_BACK, session.vault_id)
        program.say(VaultAction.IDENTITY_VIEWED, identity.person_id, second)

    attacked(office_copy, PROSECUTOR, write)

    heads, start = office_copy.parent / "heads", MUCH_LATER + timedelta(days=1)
    with closing(unlock(office_copy, start=start, heads=heads)) as session:
        at_unlock, at_health = session.opening.findings, health.check_vault(session).findings
    for found in (at_unlock, at_health):
        assert "second-set-back" in keys_of(found)
        assert "second-missing" not in keys_of(found)


@pytest.mark.requirement("SR-19")
def test_an_approval_of_a_time_to_which_a_clock_was_set_right_is_told_by_nobody(office_copy: Path):
    """A clock that stood five minutes ahead is set right: acts of two persons go on as before."""

    def write(program: OwnProgram) -> None:
        session = program.session
        identity = rows(program, registry.SEALED_IDENTITY)[0]
        session.environment = environment(MUCH_LATER + timedelta(minutes=5))
        program.say(VaultAction.PASSPHRASE_CHANGED, session.user.id)
        session.environment = environment(MUCH_LATER)
        program.say(VaultAction.CLOCK_WENT_BACK, session.vault_id)
        second = approval(session, user_of(session, CLERK), TwoPersonAct.REVEAL_IDENTITY, identity.person_id)
        program.say(VaultAction.IDENTITY_VIEWED, identity.person_id, second)

    attacked(office_copy, PROSECUTOR, write)

    heads, start = office_copy.parent / "heads", MUCH_LATER + timedelta(days=1)
    with closing(unlock(office_copy, start=start, heads=heads)) as session:
        found = (*session.opening.findings, *health.check_vault(session).findings)
    assert not {"second-missing", "second-set-back", "clock-backwards.fault"} & keys_of(found)


def approved_long_before(program: OwnProgram) -> Approval:
    """An approval to reveal an identity, and an entry that states a much later time behind it."""
    session = program.session
    identity = rows(program, registry.SEALED_IDENTITY)[0]
    clerk = user_of(session, CLERK)
    given = approval(session, clerk, TwoPersonAct.REVEAL_IDENTITY, identity.person_id)
    session.environment = environment(MUCH_LATER)
    program.say(VaultAction.PASSPHRASE_CHANGED, session.user.id)
    return given


@pytest.mark.requirement("SR-19")
def test_a_clock_that_somebody_says_was_set_back_is_told_at_the_unlock_before_an_old_approval_is_used(
    office_copy: Path,
):
    """One unlock lies between the entry that says so and the act: each tells what is new to it."""
    heads, given = office_copy.parent / "heads", list[Approval]()

    def approved(program: OwnProgram) -> None:
        given.append(approved_long_before(program))

    def set_back(program: OwnProgram) -> None:
        program.session.environment = environment(given[0].at)
        program.say(VaultAction.CLOCK_WENT_BACK, program.session.vault_id)

    def used(program: OwnProgram) -> None:
        session = program.session
        session.environment = environment(given[0].at + timedelta(seconds=30))
        program.say(VaultAction.IDENTITY_VIEWED, given[0].subject, given[0])

    attacked(office_copy, PROSECUTOR, approved)
    unlock(office_copy, start=MUCH_LATER + timedelta(hours=1), heads=heads).close()
    attacked(office_copy, PROSECUTOR, set_back, start=MUCH_LATER + timedelta(hours=2))
    with closing(unlock(office_copy, start=MUCH_LATER + timedelta(days=1), heads=heads)) as session:
        (told_back,) = (each for each in session.opening.findings if each.key == "clock-set-back")
    attacked(office_copy, PROSECUTOR, used, start=MUCH_LATER + timedelta(days=1, hours=1))
    with closing(unlock(office_copy, start=MUCH_LATER + timedelta(days=2), heads=heads)) as session:
        (at_unlock,) = (each for each in session.opening.findings if each.key == "second-set-back")
        (doubt,) = (each for each in health.check_vault(session).findings if each.key == "second-set-back")

    assert at_unlock == doubt
    assert told_back.standing is doubt.standing is Standing.UNKNOWN
    assert told_back.values["ahead"] == told_back.where[-1].first - 1
    assert told_back.where[-1].first == doubt.values["entry"] < doubt.where[-1].first
    for name in ("before", "after"):
        assert told_back.values[name] == doubt.values[name]


@pytest.mark.requirement("SR-19")
def test_a_clock_that_was_wrong_once_makes_one_doubt_and_not_one_of_each_later_act(office_copy: Path):
    """A computer with an empty battery writes one entry of 2099, and its clock is set right."""

    def wrong(program: OwnProgram) -> None:
        program.session.environment = environment(datetime(2099, 1, 1, tzinfo=UTC))
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)

    def right(program: OwnProgram) -> None:
        session = program.session
        identity = rows(program, registry.SEALED_IDENTITY)[0]
        session.environment = environment(NEXT_DAY + timedelta(days=30))
        program.say(VaultAction.CLOCK_WENT_BACK, session.vault_id)
        for day in (40, 80, 200):
            session.environment = environment(NEXT_DAY + timedelta(days=day))
            clerk = user_of(session, CLERK)
            second = approval(session, clerk, TwoPersonAct.REVEAL_IDENTITY, identity.person_id)
            program.say(VaultAction.IDENTITY_VIEWED, identity.person_id, second)

    attacked(office_copy, CLERK, wrong)
    attacked(office_copy, PROSECUTOR, right)

    start = NEXT_DAY + timedelta(days=300)
    with closing(unlock(office_copy, start=start, heads=office_copy.parent / "heads")) as session:
        at_unlock, at_health = session.opening.findings, health.check_vault(session).findings
    for found in (at_unlock, at_health):
        assert [each.key for each in found].count("second-set-back") == 1
    assert [each.key for each in at_unlock].count("clock-set-back") == 1


@pytest.mark.requirement("SR-19")
def test_a_doubt_that_an_unlock_told_is_not_told_of_each_later_act(office_copy: Path):
    heads = office_copy.parent / "heads"

    def viewed(program: OwnProgram, at: datetime) -> None:
        session = program.session
        identity = rows(program, registry.SEALED_IDENTITY)[0]
        session.environment = environment(at)
        clerk = user_of(session, CLERK)
        second = approval(session, clerk, TwoPersonAct.REVEAL_IDENTITY, identity.person_id)
        program.say(VaultAction.IDENTITY_VIEWED, identity.person_id, second)

    def set_right(program: OwnProgram) -> None:
        program.session.environment = environment(MUCH_LATER)
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)
        program.session.environment = environment(NEXT_DAY + timedelta(days=1))
        program.say(VaultAction.CLOCK_WENT_BACK, program.session.vault_id)
        viewed(program, NEXT_DAY + timedelta(days=2))

    told_at_each = []
    for day, write in enumerate((set_right, lambda each: viewed(each, NEXT_DAY + timedelta(days=9))), 10):
        start = NEXT_DAY + timedelta(days=day)
        attacked(office_copy, PROSECUTOR, write, start=start)
        with closing(unlock(office_copy, start=start + timedelta(hours=1), heads=heads)) as session:
            told_at_each.append(keys_of(session.opening.findings))

    assert "second-set-back" in told_at_each[0]
    assert "second-set-back" not in told_at_each[1]


@pytest.mark.requirement("SR-19")
def test_a_clock_that_is_said_to_be_set_back_in_small_steps_is_told_though_an_unlock_lies_between(
    office_copy: Path,
):
    heads = office_copy.parent / "heads"

    def said(minutes: int) -> Callable[[OwnProgram], None]:
        def write(program: OwnProgram) -> None:
            program.session.environment = environment(MUCH_LATER - timedelta(minutes=minutes))
            action = VaultAction.CLOCK_WENT_BACK if minutes else VaultAction.PASSPHRASE_CHANGED
            about = program.session.vault_id if minutes else program.session.user.id
            program.say(action, about)

        return write

    found = []
    for minutes in (0, 10, 20):
        attacked(office_copy, PROSECUTOR, said(minutes), start=MUCH_LATER)
        with closing(unlock(office_copy, start=MUCH_LATER + timedelta(days=1), heads=heads)) as session:
            found.append("clock-set-back" in keys_of(session.opening.findings))

    assert found == [False, False, True]


@pytest.mark.requirement("SR-19")
def test_an_old_approval_founds_nothing_though_an_entry_dated_back_was_told_at_an_unlock_before(
    office_copy: Path,
):
    heads, given = office_copy.parent / "heads", list[Approval]()

    def dated_back(program: OwnProgram) -> None:
        given.append(approved_long_before(program))
        program.session.environment = environment(given[0].at)
        program.say(VaultAction.PASSPHRASE_CHANGED, program.session.user.id)

    def used(program: OwnProgram) -> None:
        program.session.environment = environment(given[0].at + timedelta(seconds=30))
        program.say(VaultAction.IDENTITY_VIEWED, given[0].subject, given[0])

    found = []
    for day, write in enumerate((dated_back, used), 1):
        attacked(office_copy, PROSECUTOR, write)
        start = MUCH_LATER + timedelta(days=day)
        with closing(unlock(office_copy, start=start, heads=heads)) as session:
            found.append(keys_of(session.opening.findings))

    assert "clock-backwards.fault" in found[0]
    assert "second-missing" in found[1]
