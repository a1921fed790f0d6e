"""The session: every change has its event, and a change behind the events is found at the next unlock."""

import secrets
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.support.disks import fill
from tests.support.offices import (
    CONTACT,
    JUDGE,
    LATER,
    NAME,
    NEXT_DAY,
    Small,
    case_file,
    changed,
    copy_of,
    environment,
    unlock,
)
from tests.support.own_program import past_the_list
from tests.support.second_person import ALONE
from tests.support.vaults import passphrase
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import Sex
from thb_desktop.errors import (
    ActExceededError,
    AlreadyExistsError,
    ControlCharacterError,
    DatabaseDamagedError,
    DiskFullError,
    ReadOnlyError,
    StorageError,
    TablesDifferError,
    UnrecordedChangeError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.session import Session
from thb_desktop.services.office import vaults
from thb_desktop.services.persons import people
from thb_desktop.vault.database import Connection, DatabaseError, allow_writing
from thb_desktop.vault.tables import chain
from thb_desktop.vault.vault import open_vault

PAGE = 4096


def head_of(session: Session) -> Head:
    signed = chain.last_head(session.read)
    assert signed is not None
    return signed.parsed()


@pytest.mark.requirement("SR-17")
def test_what_is_saved_without_an_event_is_not_kept(session: Session, small: Small):
    before = head_of(session)

    with pytest.raises(UnrecordedChangeError), session.work() as work:
        work.save(replace(small.case, notice_number="another"))

    assert cases.get_case(session, small.case.id) == small.case
    assert head_of(session) == before


def test_a_row_cannot_be_changed_outside_a_transaction_of_ours(session: Session):
    with pytest.raises(DatabaseError, match="not authorized"):
        session.read.execute("UPDATE case_file SET notice_number = 'another'")


def test_each_act_has_its_entries_and_one_signed_head(session: Session, small: Small):
    """Opening a case is an entry, and what documents print of it is told by another."""
    before = head_of(session)

    cases.open_case(session, case_file(reference="2026/2"))
    after = head_of(session)

    entries = [each.parsed() for each in chain.entries(session.read)][before.size :]
    assert [each.action for each in entries] == [VaultAction.CASE_OPENED, VaultAction.ENTRY_TOLD]
    assert {each.agent for each in entries} == {session.user.id}
    assert {each.key for each in entries} == {after.key} == {session.author.key.key_id}
    assert after.size == before.size + 2


def test_a_refused_act_leaves_chain_and_tables_where_they_were(session: Session, folder: Path):
    before, digest = head_of(session), session.journal.projection.digest

    with pytest.raises(AlreadyExistsError):
        cases.open_case(session, case_file())
    cases.open_case(session, case_file(reference="2026/2"))
    session.close()

    again = unlock(folder, start=NEXT_DAY)
    assert verdict(again.opening.findings) is Standing.HOLDS
    assert head_of(again).size == before.size + 2
    assert again.journal.projection.digest != digest
    again.close()


@pytest.mark.requirement("SR-41")
def test_a_disk_that_is_full_at_any_step_of_an_act_leaves_it_undone(folder: Path, small_disk: Path):
    session = unlock(copy_of(folder, small_disk / "office.thbvault"))
    before, refused = head_of(session), 0
    for pages in range(0, 32, 2):
        ballast = fill(small_disk, leave=pages * PAGE)
        try:
            cases.open_case(session, case_file(reference=f"2026/{pages + 2}", notice_number="n" * 9000))
        except DiskFullError:
            refused += 1
        ballast.unlink()

    cases.open_case(session, case_file(reference="2027/1"))
    head = head_of(session)
    session.close()

    again = unlock(small_disk / "office.thbvault", start=NEXT_DAY)
    assert refused > 5
    assert head.size == before.size + 2 * (1 + 16 - refused)
    assert verdict(again.opening.findings) is Standing.HOLDS
    again.close()


def change_under_another_act(session: Session, small: Small) -> None:
    with session.work() as work:
        work.save(replace(small.person, sex=Sex.MALE))
        work.record(session.user.id, VaultAction.PASSPHRASE_CHANGED)


@pytest.mark.requirement("SR-17")
def test_an_act_with_rows_that_it_may_not_touch_is_refused_and_nothing_of_it_is_kept(
    session: Session, small: Small
):
    before = head_of(session)

    with pytest.raises(ActExceededError):
        change_under_another_act(session, small)

    assert people.get_person(session, small.person.id) == small.person
    assert head_of(session) == before


@pytest.mark.requirement("SR-17")
def test_the_digest_of_the_tables_is_that_of_their_rows_whatever_led_to_them(session: Session, small: Small):
    first = session.journal.projection.digest
    for number in ("another", small.case.notice_number):
        with past_the_list(), session.work() as work:
            work.save(replace(small.case, notice_number=number))
            work.record(small.case.id, VaultAction.ENTRY_CORRECTED)

    assert session.journal.projection.digest == first


def test_no_name_stands_in_an_entry_of_the_chain(session: Session, small: Small):
    entries = b"".join(signed.entry for signed in chain.entries(session.read))

    words = (JUDGE, small.official.name, small.interpreter.name, NAME, CONTACT, "V-01", "Dossier", "Paper")
    assert not [word for word in words if word.encode() in entries]


@pytest.mark.requirement("SR-21")
def test_a_clock_that_stands_earlier_is_an_event_of_its_own(folder: Path):
    session = unlock(folder, start=LATER - timedelta(days=30))
    told = [f.code for f in session.opening.findings if f.standing is Standing.UNKNOWN]
    assert told == ["clock-backwards", "dated-ahead"]

    cases.open_case(session, case_file(reference="2026/2"))

    last = [signed.parsed() for signed in chain.entries(session.read)][-3:]
    assert [entry.action for entry in last] == ["CLOCK_WENT_BACK", "CASE_OPENED", "ENTRY_TOLD"]
    session.close()


def test_a_session_that_does_nothing_leaves_no_trace(folder: Path):
    before = (folder / "vault.db").read_bytes()

    unlock(folder).close()

    assert (folder / "vault.db").read_bytes() == before


@pytest.mark.parametrize("text", ["a\x00b", "a\x1bb", "a\rb", "\ud800"], ids=ascii)
def test_a_text_that_no_page_can_show_is_refused(session: Session, text: str):
    with pytest.raises(ControlCharacterError):
        cases.open_case(session, case_file(reference="2026/2", notice_number=text))


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE official SET name = 'Somebody else'",
        "UPDATE person SET sex = '1'",
        (
            "INSERT INTO case_object (id, case_id, kind, number, label)"
            " SELECT 'x', id, 'PHONE', 'PH-1', '0470' FROM case_file"
        ),
        "UPDATE sealed_identity SET sealed = sealed || 'A'",
        "UPDATE chain_entry SET payload = NULL, nonce = NULL WHERE seq = (SELECT max(seq) FROM chain_entry)",
    ],
)
def test_a_change_behind_the_chain_is_found_and_nothing_is_written_on_top_of_it(folder: Path, statement: str):
    changed(folder, lambda connection: connection.execute(statement))

    session = unlock(folder)

    assert "tables-differ" in {finding.code for finding in session.opening.findings}
    with pytest.raises(TablesDifferError):
        cases.open_case(session, case_file(reference="2026/2"))
    assert cases.list_cases(session)
    session.close()


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (("DROP TRIGGER chain_entry_is_kept", "DELETE FROM chain_entry WHERE seq = 3"), "head-mismatch"),
        (("DROP TRIGGER chain_head_is_kept", "DELETE FROM chain_head"), "head"),
        (
            ("DROP TRIGGER chain_entry_is_kept", "DELETE FROM chain_entry WHERE seq > 3"),
            "head-mismatch",
        ),
        (
            ("DROP TRIGGER chain_head_stays", "UPDATE chain_head SET signature = zeroblob(64)"),
            "head-altered",
        ),
        (
            ("DROP TRIGGER chain_entry_stays", "UPDATE chain_entry SET subject = 'x', n = 1 WHERE seq = 2"),
            "head-counters-wrong",
        ),
        (("DROP TRIGGER user_stays_as_admitted", "UPDATE user SET certificate = 'AAAA'"), "head-foreign-key"),
    ],
)
def test_a_chain_that_was_tampered_with_is_named_at_unlock(
    folder: Path, statements: tuple[str, ...], code: str
):
    def tamper(connection: Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    changed(folder, tamper)

    session = unlock(folder)

    broken = {finding.code for finding in session.opening.findings if finding.standing is Standing.BROKEN}
    assert code in broken
    session.close()


@pytest.mark.requirement("SR-10")
def test_an_older_page_put_back_is_refused(folder: Path, small: Small):
    database = folder / "vault.db"
    before = database.read_bytes()
    session = unlock(folder)
    people.reveal_identity(session, small.person.id, justification="CASE_WORK", second=ALONE)
    cases.open_case(session, case_file(reference="2026/2"))
    session.close()
    after = database.read_bytes()
    pages = [at for at in range(0, len(before), PAGE) if before[at : at + PAGE] != after[at : at + PAGE]]
    assert len(pages) > 3

    accepted = [at // PAGE for at in pages if not _refused(folder, after, at, before[at : at + PAGE])]

    assert accepted == []


def _refused(folder: Path, whole: bytes, at: int, page: bytes) -> bool:
    (folder / "vault.db").write_bytes(whole[:at] + page + whole[at + PAGE :])
    try:
        session = unlock(folder)
    except (DatabaseDamagedError, StorageError):
        return True
    sound = session.opening.is_sound
    session.close()
    return not sound


@pytest.mark.requirement("SR-42")
def test_a_vault_on_a_medium_that_cannot_be_written_to_is_read(folder: Path):
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes, read_only=True)
    session = log_in(vault, environment())

    assert cases.list_cases(session)
    with pytest.raises(ReadOnlyError):
        cases.open_case(session, case_file(reference="2026/2"))
    session.close()


def test_two_sessions_of_one_user_have_two_keys_and_both_hold(folder: Path):
    for days, number in enumerate(("2026/2", "2026/3")):
        session = unlock(folder, start=LATER + timedelta(days=days))
        cases.open_case(session, case_file(reference=number))
        session.close()

    again = unlock(folder, start=LATER + timedelta(days=2))

    assert len(chain.statements(again.read)) == 4
    assert verdict(again.opening.findings) is Standing.HOLDS
    again.close()


def test_work_can_be_allowed_again_after_it_was_refused(session: Session):
    with pytest.raises(AlreadyExistsError):
        cases.open_case(session, case_file())

    allow_writing(session.read)
    assert not session.read.in_transaction
    assert vaults.find_vault_state(session.vault.folder) is vaults.VaultState.IN_USE
