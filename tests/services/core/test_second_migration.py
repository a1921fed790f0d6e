"""The frozen example under a later version of the program, with one more migration and a new code."""

import secrets
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from tests.support.findings import AFTER_MIGRATION, not_held
from tests.support.later_program import NEW_CODE, NUMBER, later_program
from tests.support.offices import LATER, NEXT_DAY, changed, copy_of, environment, unlock
from tests.support.vaults import passphrase
from tests.vault.data import make_example
from thb_desktop.domain.actions import VaultAction
from thb_desktop.domain.vocabulary import SecondKind, TwoPersonAct
from thb_desktop.errors import (
    CodesUnknownError,
    DiskFullError,
    MigrationFailedError,
    NewerFormatError,
    ReadOnlyError,
)
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.core.login import log_in
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.vault import database, upcasts
from thb_desktop.vault.codes import CODES, codes_of
from thb_desktop.vault.database import Connection, IntegrityError
from thb_desktop.vault.journal import Event, Journal
from thb_desktop.vault.tables import chain, registry
from thb_desktop.vault.vault import open_vault

MONTH = NEXT_DAY.replace(year=2028)
COPY = f"vault.db.before-{NUMBER}"

BUNDLE: dict[str, Any] = {
    "id": "0" * 32,
    "number": "B-1",
    "version": 1,
    "purpose": "Transmission",
    "recipient": "Partner",
    "pages": 3,
    "sha256": "0" * 64,
}


@pytest.fixture(scope="module")
def brought_up(frozen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen example as the program of today leaves it: in its schema, which an event tells."""
    example = copy_of(frozen / make_example.NAME, tmp_path_factory.mktemp("brought-up") / make_example.NAME)
    for _ in range(2):  # the second unlock deletes the copy of before
        unlock(example, start=NEXT_DAY).close()
    return example


@pytest.fixture
def example(brought_up: Path, tmp_path: Path) -> Path:
    return copy_of(brought_up, tmp_path / make_example.NAME)


def dbapi2_of(folder: Path) -> Connection:
    """The database opened with its key and no program of ours."""
    vault = open_vault(folder, passphrase(), randomness=secrets.token_bytes)
    key = bytes(vault.database_key).hex()
    vault.close()
    connection: Connection = dbapi2.connect(str(folder / "vault.db"), isolation_level=None)
    connection.execute(f"""PRAGMA key = "x'{key}'" """)
    return connection


def unsay(connection: Connection) -> None:
    connection.execute("DROP TRIGGER bundle_stays")
    connection.execute("UPDATE bundle SET note = ''")


def acts(session: Session) -> list[str]:
    return [signed.parsed().action for signed in chain.entries(session.read)]


def events(session: Session) -> list[Event]:
    return [Event.parse(opening.payload) for opening in chain.openings(session.read) if opening]


@pytest.mark.requirement("SR-13")
def test_the_example_is_brought_up_with_every_row_and_one_event_tells_it(example: Path):
    with closing(unlock(example, start=NEXT_DAY)) as before:
        told = acts(before)
        officials = registry.OFFICIAL.all(before.read)
        testimony = [segment.source_text for segment in registry.SEGMENT.all(before.read)]
    raw = (example / "vault.db").read_bytes()

    with later_program():
        session = unlock(example, start=MONTH)
        report = health.check_vault(session)
        now, schemas = acts(session), [event.schema for event in events(session)]
        services = [official.service for official in registry.OFFICIAL.all(session.read)]
        speech = [segment.source_text for segment in registry.SEGMENT.all(session.read)]
        notes = [bundle.note for bundle in registry.BUNDLE.all(session.read)]
        codes = codes_of(session.read)
        session.close()

    assert verdict(session.opening.findings) is Standing.HOLDS
    assert not_held(report.findings) == AFTER_MIGRATION
    assert now == [*told, VaultAction.SCHEMA_MIGRATED]
    assert schemas[0] == 1
    assert schemas[-2:] == [NUMBER - 1, NUMBER]
    assert services == [official.unit for official in officials]
    assert any(services)
    assert speech == testimony
    assert set(notes) <= {""}
    assert NEW_CODE in codes["code_exhibit_kind"]
    assert (example / COPY).read_bytes() == raw


@pytest.mark.requirement("SR-13")
def test_a_vault_of_the_first_schema_takes_all_steps_at_once(frozen: Path, tmp_path: Path):
    first = copy_of(frozen / make_example.NAME, tmp_path / "first.thbvault")

    with later_program():
        session = unlock(first, start=MONTH)
        report = health.check_vault(session)
        schemas = [event.schema for event in events(session)]
        session.close()

    assert not_held(report.findings) == AFTER_MIGRATION
    assert schemas[-3:] == [1, NUMBER, NUMBER]
    assert (first / COPY).exists()


def test_what_comes_after_is_recorded_and_holds_in_the_new_form(example: Path):
    with later_program():
        unlock(example, start=MONTH).close()
        session = unlock(example, start=MONTH)
        (official, *_) = registry.OFFICIAL.all(session.read)
        with session.work() as work:
            work.save(replace(official, id=work.new_id(), code="P-99", name="Another name"))
            work.record(official.case_id, VaultAction.OFFICIAL_ADDED)
        report = health.check_vault(session)
        session.close()
        again = unlock(example, start=MONTH)
        again.close()

    assert not_held(report.findings) == AFTER_MIGRATION
    assert again.opening.is_sound
    assert not (example / COPY).exists()


@pytest.mark.requirement("SR-17")
def test_a_column_that_is_added_changes_no_digest_and_what_is_said_in_it_does(example: Path):
    with closing(unlock(example, start=NEXT_DAY)) as before:
        digest = before.journal.projection.digest
        (case_id,) = (case.id for case in registry.CASE_FILE.all(before.read))
        (released, *_) = registry.APPROVAL.all(before.read)
        released = replace(
            released,
            kind=SecondKind.ALONE,
            act=TwoPersonAct.RELEASE_BUNDLE,
            approved_by=None,
            signature="",
            reason="Nobody else was there",
        )

    with later_program(adds_only=True):
        session = unlock(example, start=MONTH)
        same = session.journal.projection.digest
        told = acts(session)
        bundle = registry.BUNDLE.entity(**BUNDLE, case_id=case_id, made_at=MONTH, note="Sent in two parts")
        with session.work() as work:
            work.save(bundle, replace(released, id=work.new_id(), at=work.at, requested_by=session.user.id))
            work.record(bundle.id, VaultAction.BUNDLE_MADE)
        report = health.check_vault(session)
        session.close()
        changed(example, unsay)
        again = unlock(example, start=MONTH)
        again.close()

    assert same == digest
    assert told[-1] == VaultAction.SCHEMA_MIGRATED
    assert not_held(report.findings) == AFTER_MIGRATION | {"second-missing"}  # the clerk was there
    assert "tables-differ" in {finding.code for finding in again.opening.findings}


def test_the_new_schema_is_that_of_a_new_vault_and_keeps_its_rules(example: Path):
    with later_program():
        vault = open_vault(example, passphrase(), randomness=secrets.token_bytes)
        with closing(database.open_scratch()) as scratch:
            fresh = database.schema_of(scratch)
        brought = database.schema_of(vault.connection)
        rules = [
            ("record-frozen|record-order", "UPDATE interview SET state = 'DRAFT' WHERE state <> 'DRAFT'"),
            ("kept", "DELETE FROM interview"),
            ("FOREIGN KEY", "UPDATE interview SET person_id = 'nobody' WHERE state = 'DRAFT'"),
            ("FOREIGN KEY", "UPDATE exhibit SET kind = 'NO_SUCH_KIND'"),
        ]
        for match, statement in rules:
            with pytest.raises(IntegrityError, match=match):
                vault.connection.execute(statement)
        vault.connection.execute("UPDATE exhibit SET kind = ?", (NEW_CODE,))
        vault.close()

    assert brought == fresh


def test_an_older_program_refuses_the_vault(example: Path):
    with later_program():
        unlock(example, start=MONTH).close()

    with pytest.raises(NewerFormatError):
        unlock(example, start=MONTH)


def cut_short(folder: Path) -> None:
    """A process that ended between the steps and their event."""
    open_vault(folder, passphrase(), randomness=secrets.token_bytes).close()


def erase(folder: Path) -> None:
    statement = "UPDATE chain_entry SET payload = NULL, nonce = NULL WHERE seq = 9"
    changed(folder, lambda connection: connection.execute(statement))


@pytest.mark.parametrize("with_copy", [True, False], ids=["with its copy", "without"])
def test_a_process_that_ended_between_the_steps_and_their_event_is_made_good(
    example: Path, *, with_copy: bool
):
    with later_program():
        cut_short(example)
        if not with_copy:
            (example / COPY).unlink()
        session = unlock(example, start=MONTH)
        told = acts(session)
        session.close()

    assert session.opening.is_sound
    assert told[-1] == VaultAction.SCHEMA_MIGRATED


@pytest.mark.requirement("SR-15")
def test_a_row_changed_between_the_steps_and_their_event_is_undone_by_the_copy(example: Path):
    with later_program():
        cut_short(example)
        with closing(dbapi2_of(example)) as rows:
            rows.execute("UPDATE official SET service = 'Somebody else'")
        session = unlock(example, start=MONTH)
        services = {official.service for official in registry.OFFICIAL.all(session.read)}
        session.close()

    assert session.opening.is_sound
    assert "Somebody else" not in services


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("erased", [False, True], ids=["all told", "an event erased"])
def test_without_the_copy_nothing_is_taken_for_granted_between_the_steps_and_their_event(
    example: Path, *, erased: bool
):
    """Else somebody with the key of the database could bring it up, change a row, and have it signed."""
    if erased:
        erase(example)
    with later_program():
        cut_short(example)
        (example / COPY).unlink()
        with closing(dbapi2_of(example)) as rows:
            rows.execute("UPDATE official SET service = 'Somebody else'")
        session = unlock(example, start=MONTH)
        told = acts(session)
        session.close()

    assert "tables-differ" in {finding.code for finding in session.opening.findings}
    assert told.count(VaultAction.SCHEMA_MIGRATED) == 1
    assert not session.opening.is_sound


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize("cut", [False, True], ids=["in one piece", "cut short"])
def test_where_the_content_of_an_event_was_erased_the_vault_is_read_in_the_new_form_and_not_written_to(
    example: Path, *, cut: bool
):
    erase(example)

    with later_program():
        if cut:
            cut_short(example)
        session = unlock(example, start=MONTH)
        told = acts(session)
        session.close()

    assert "events-erased" in {finding.code for finding in session.opening.findings}
    assert not session.opening.is_sound
    assert told.count(VaultAction.SCHEMA_MIGRATED) == 1


@pytest.mark.requirement("SR-41")
def test_where_the_event_cannot_be_written_the_vault_stays_closed_and_the_next_unlock_writes_it(
    example: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise DiskFullError("the disk is full")

    with later_program():
        with monkeypatch.context() as disk:
            disk.setattr(Journal, "append", full)
            with pytest.raises(DiskFullError):
                unlock(example, start=MONTH)
        session = unlock(example, start=MONTH)
        told = acts(session)
        session.close()

    assert told[-1] == VaultAction.SCHEMA_MIGRATED


@pytest.mark.requirement("SR-15")
def test_a_vault_changed_behind_the_chain_is_shown_in_the_new_form_and_nothing_is_written(example: Path):
    vault = open_vault(example, passphrase(), randomness=secrets.token_bytes)
    vault.connection.execute("UPDATE official SET name = 'Somebody else'")
    vault.close()
    before = (example / "vault.db").read_bytes()

    with later_program():
        session = unlock(example, start=MONTH)
        names = {official.name for official in registry.OFFICIAL.all(session.read)}
        session.close()

    assert "tables-differ" in {finding.code for finding in session.opening.findings}
    assert names == {"Somebody else"}
    assert (example / "vault.db").read_bytes() == before
    assert not (example / COPY).exists()


@pytest.mark.requirement("SR-42")
def test_an_older_vault_on_a_medium_that_takes_nothing_is_read_in_the_new_form(example: Path):
    before = (example / "vault.db").read_bytes()

    with later_program():
        vault = open_vault(example, passphrase(), randomness=secrets.token_bytes, read_only=True)
        session = log_in(vault, environment(LATER))
        findings = session.opening.findings
        services = [official.service for official in registry.OFFICIAL.all(session.read)]
        with pytest.raises(ReadOnlyError), session.work():
            pass
        session.close()

    assert session.opening.is_sound
    assert "read-only" in {finding.code for finding in findings}
    assert any(services)
    assert (example / "vault.db").read_bytes() == before


def test_a_migration_without_its_upcast_is_refused_and_undone(example: Path, monkeypatch: pytest.MonkeyPatch):
    before = (example / "vault.db").read_bytes()

    with later_program(), monkeypatch.context() as forgotten:
        forgotten.delitem(upcasts.UPCASTS, NUMBER)
        with pytest.raises(MigrationFailedError):
            unlock(example, start=MONTH)

    assert (example / "vault.db").read_bytes() == before
    with closing(unlock(example, start=MONTH)) as session:
        assert session.opening.is_sound


@pytest.mark.requirement("SR-41")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE official SET unit = upper(unit) || '!';",
        "DELETE FROM code_official_role;",
        "DROP TABLE rendering;",
        (
            "INSERT INTO exhibit_file SELECT 'x', 'no exhibit', name, media_type, size, sha256, 'y', "
            "added_at FROM exhibit_file LIMIT 1;"
        ),
    ],
    ids=["rows that no event tells", "a rule broken", "a table that is needed", "a row without its parent"],
)
def test_steps_that_do_not_end_at_what_the_events_tell_are_undone(example: Path, statement: str):
    before = (example / "vault.db").read_bytes()

    with later_program():
        steps = database.load_migrations()
        wrong = replace(steps[-1], sql=f"{statement}\n{steps[-1].sql}")
        with pytest.raises(MigrationFailedError):
            open_vault(example, passphrase(), randomness=secrets.token_bytes, steps=(*steps[:-1], wrong))

    assert (example / "vault.db").read_bytes() == before


def test_a_program_with_a_new_code_alone_records_it_once_and_an_older_one_only_reads(
    example: Path, monkeypatch: pytest.MonkeyPatch
):
    name = "code_medium"
    with monkeypatch.context() as later:
        later.setitem(CODES, name, CODES[name] | {"HOLOGRAM"})
        session = unlock(example, start=MONTH)
        told = events(session)[-1]
        session.close()
        again = unlock(example, start=MONTH)
        acts_after = acts(again)
        again.close()

    assert told.action == VaultAction.SCHEMA_MIGRATED
    assert told.reason.endswith("codes added: code_medium HOLOGRAM")
    assert acts_after.count(VaultAction.SCHEMA_MIGRATED) == 2
    assert again.opening.is_sound
    with closing(unlock(example, start=MONTH)) as older:
        found = [each.code for each in older.opening.findings if each.standing is Standing.BROKEN]
        with pytest.raises(CodesUnknownError):
            older.opening.verify_sound()
    assert found == ["codes-unknown"]


def test_where_nothing_may_be_written_no_code_is_added(example: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(CODES, "code_medium", CODES["code_medium"] | {"HOLOGRAM"})
    vault = open_vault(example, passphrase(), randomness=secrets.token_bytes, read_only=True)

    session = log_in(vault, environment(LATER))
    codes = codes_of(session.read)
    session.close()

    assert session.opening.is_sound
    assert "HOLOGRAM" not in codes["code_medium"]
