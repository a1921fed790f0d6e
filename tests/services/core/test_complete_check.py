"""The complete check beside a session: what goes on meanwhile, what waits for it, and what it finds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from tests.services.core.test_tampering import PAGE, behind_the_program, two_states
from tests.support.offices import NEXT_DAY, Small, case_file, unlock
from thb_desktop.domain.consultation import Consulted
from thb_desktop.errors import CancelledError, DatabaseDamagedError, StorageError, TablesDifferError
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.core import complete_check
from thb_desktop.services.core.complete_check import Checked, CompleteCheck, Parts
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unlock_checks import check_indexes
from thb_desktop.services.office import vaults
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.chain import CONSULTATIONS

Figure = Callable[[str, str, int], None]


@pytest.fixture(autouse=True)
def _every_vault_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(complete_check, "SMALL", 0)


@contextmanager
def held_up(session: Session, *found: Finding) -> Iterator[Event]:
    """Let the complete check of a session wait until the event is set, and find this besides."""
    go_on = Event()

    def rows(connection: Connection, step: Callable[[], None]) -> Checked:
        go_on.wait(60)
        return Checked(findings=found, journal=Journal(connection, step=step))

    session.check = CompleteCheck(
        session.vault, Parts(rows=rows, indexes=check_indexes, conclude=lambda checked: checked)
    )
    try:
        yield go_on
    finally:
        go_on.set()


def broken(session: Session) -> set[str]:
    return {each.code for each in session.opening.findings if each.standing is Standing.BROKEN}


def test_a_session_beside_the_check_ends_with_the_same_report(folder: Path):
    at_once = unlock(folder)
    expected = sorted(finding.code for finding in at_once.opening.findings)
    at_once.close()

    session = unlock(folder, beside=True)
    report = vaults.end_unlock(session)

    assert sorted(finding.code for finding in report.findings) == expected
    assert session.check is None
    session.close()


def test_until_the_check_has_ended_drafts_and_views_are_written_and_an_act_waits(folder: Path, small: Small):
    session = unlock(folder)
    before = chain.size_of(session.read, CONSULTATIONS)
    with held_up(session) as go_on:
        drafts.save_form(session, "person", small.case.id, {"note": "typed meanwhile"})
        session.consulted(Consulted.CASE, small.case.id)
        waited = session.check is not None
        Thread(target=lambda: (sleep(0.2), go_on.set())).start()
        cases.open_case(session, case_file(reference="2026/2"))
        ended = go_on.is_set()

    assert waited
    assert ended, "the act did not wait"
    assert drafts.find_form(session, "person", small.case.id) == {"note": "typed meanwhile"}
    assert chain.size_of(session.read, CONSULTATIONS) == before + 1
    assert session.opening.is_sound
    session.close()


def test_what_the_check_finds_makes_the_session_read_only(folder: Path, small: Small):
    session = unlock(folder)
    found = replace(session.opening.findings[0], code="tables-differ.last", standing=Standing.BROKEN)
    with held_up(session, found) as go_on:
        go_on.set()
        with pytest.raises(TablesDifferError):
            cases.open_case(session, case_file(reference="2026/2"))

    assert not session.keeps_drafts
    with pytest.raises(TablesDifferError):
        drafts.save_form(session, "person", small.case.id, {"note": "too late"})
    session.close()


def test_a_lock_stops_the_check(folder: Path):
    session = unlock(folder)
    stopped = CompleteCheck(
        session.vault,
        Parts(
            rows=forever,
            indexes=check_indexes,
            conclude=lambda checked: checked,
        ),
    )
    session.check = stopped

    session.close()

    assert not stopped.has_result
    with pytest.raises(CancelledError):
        stopped.result()
    assert not any(session.vault.database_key)


def forever(connection: Connection, step: Callable[[], None]) -> Checked:
    while True:
        connection.execute("SELECT count(*) FROM chain_entry").fetchone()
        step()


def test_a_row_changed_behind_the_chain_is_found_beside_the_session(folder: Path):
    behind_the_program(folder, lambda rows: rows.run("UPDATE official SET name = 'Somebody else'"))

    session = unlock(folder, beside=True)

    assert broken(session) == {"tables-differ"}
    session.close()


@pytest.mark.requirement("SR-10", "SR-15")
def test_each_older_page_put_back_is_found_beside_the_session_too(folder: Path, figure: Figure):
    """Page 1 alone as well, while a draft and a view are written before the check has ended."""
    before, after = two_states(folder)
    pages = [at for at in range(0, len(before), PAGE) if before[at : at + PAGE] != after[at : at + PAGE]]
    accepted = []

    for at in pages:
        (folder / "vault.db").write_bytes(after[:at] + before[at : at + PAGE] + after[at + PAGE :])
        if not named_beside(folder):
            accepted.append(at)

    assert 0 in pages
    assert accepted == []
    figure("SR-10", "older pages put back, found beside a session", len(pages))


def named_beside(folder: Path) -> set[str]:
    """What is found broken in a session that writes a draft and a view as soon as it is open."""
    try:
        session = unlock(folder, start=NEXT_DAY, beside=True)
    except (DatabaseDamagedError, StorageError):
        return {"refused"}
    try:
        if session.keeps_drafts:
            drafts.save_form(session, "person", session.vault_id, {"note": "typed meanwhile"})
            session.consulted(Consulted.CASE, session.vault_id)
        return broken(session)
    except (DatabaseDamagedError, StorageError):
        return broken(session) or {"refused"}
    finally:
        session.close()
