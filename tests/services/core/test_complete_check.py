"""The complete check beside a session: what goes on meanwhile, what waits for it, and what it finds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from tests.services.core.test_tampering import PAGE, behind_the_program, two_states
from tests.support.offices import NEXT_DAY, Small, case_file, registered, unlock
from tests.support.packages import bundled, prepared_of, recorded
from tests.support.second_person import ALONE
from tests.support.transfers import AT_HOME
from thb_desktop.domain.consultation import Consulted
from thb_desktop.domain.cooperation_codes import PartyKind
from thb_desktop.domain.ids import FileId
from thb_desktop.errors import (
    CancelledError,
    DatabaseDamagedError,
    NotFoundError,
    StorageError,
    TablesDifferError,
)
from thb_desktop.findings import Finding, Standing
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.extracts import extract_of
from thb_desktop.services.bundling.taking_out import TakingOut, take_out
from thb_desktop.services.case_file import cases
from thb_desktop.services.casework import drafts
from thb_desktop.services.core import complete_check
from thb_desktop.services.core.complete_check import Checked, CompleteCheck, Parts
from thb_desktop.services.core.session import Session
from thb_desktop.services.core.unlock_checks import check_indexes
from thb_desktop.services.keeping.backups import make_backup
from thb_desktop.services.office import vaults
from thb_desktop.services.packaging import packages
from thb_desktop.vault.database import Connection
from thb_desktop.vault.journal import Journal
from thb_desktop.vault.tables import chain
from thb_desktop.vault.tables.chain import CONSULTATIONS

Figure = Callable[[str, str, int], None]


@pytest.fixture(autouse=True)
def _every_vault_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(complete_check, "SMALL", 0)


class HeldUp(CompleteCheck):
    """A check that ends when `go_on` is set, and does something where an act begins to wait for it."""

    go_on: Event
    on_wait: Callable[[], None] | None = None

    def result(self) -> Checked:
        if self.on_wait is not None:
            self.on_wait()
        return super().result()


@contextmanager
def held_up(session: Session, *found: Finding) -> Iterator[HeldUp]:
    """Let the complete check of a session wait until its event is set, and find this besides."""
    go_on = Event()

    def rows(connection: Connection, step: Callable[[], None]) -> Checked:
        go_on.wait(60)
        return Checked(findings=found, journal=Journal(connection, step=step))

    parts = Parts(rows=rows, indexes=check_indexes, conclude=lambda checked: checked)
    session.check = held = HeldUp(session.vault, parts)
    held.go_on = go_on
    try:
        yield held
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
    with held_up(session) as held:
        drafts.save_form(session, "person", small.case.id, {"note": "typed meanwhile"})
        session.consulted(Consulted.CASE, small.case.id)
        waited = session.check is not None
        held.on_wait = held.go_on.set
        cases.open_case(session, case_file(reference="2026/2"))
        ended = held.go_on.is_set()

    assert waited
    assert ended, "the act did not wait"
    assert drafts.find_form(session, "person", small.case.id) == {"note": "typed meanwhile"}
    assert chain.size_of(session.read, CONSULTATIONS) == before + 1
    assert session.opening.is_sound
    session.close()


@contextmanager
def used_meanwhile(session: Session, steps: list[int]) -> Iterator[CompleteCheck]:
    """A check of ten thousand rows beside a session, while somebody uses the window; steps: those it did."""
    begin = Event()

    def rows(connection: Connection, step: Callable[[], None]) -> Checked:
        begin.wait(60)
        for number in range(10_000):
            steps.append(number)
            step()
        return Checked(journal=Journal(connection, step=step))

    parts = Parts(rows=rows, indexes=lambda *_: iter(()), conclude=lambda checked: checked)
    session.check = CompleteCheck(session.vault, parts)
    session.check.make_way()
    begin.set()
    yield session.check
    session.close()


def test_the_check_rests_while_somebody_uses_the_window_and_not_while_an_act_waits_for_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(complete_check, "_MOMENT", 3600.0)
    monkeypatch.setattr(complete_check, "_IN_ALL", 3600.0)
    steps: list[int] = []
    with used_meanwhile(unlock(folder), steps) as check:
        while len(steps) < 100:
            pass
        sleep(0.05)
        rested = len(steps)
        ended = check.result()

    assert rested == 100
    assert len(steps) == 10_000
    assert ended.journal is not None


def test_the_check_ends_however_long_somebody_uses_the_window(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(complete_check, "_MOMENT", 3600.0)
    monkeypatch.setattr(complete_check, "_IN_ALL", 0.01)
    steps: list[int] = []
    ended = Event()
    with used_meanwhile(unlock(folder), steps) as check:
        check.watch(lambda *_: None, ended.set)
        has_ended = ended.wait(60)

    assert has_ended
    assert len(steps) == 10_000


def test_moments_that_overlap_count_once_and_all_of_a_check_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(complete_check, "_MOMENT", 2.0)
    monkeypatch.setattr(complete_check, "_IN_ALL", 3.0)
    times, until = [100.0], []
    monkeypatch.setattr(complete_check, "monotonic", lambda: times[-1])
    with used_meanwhile(unlock(folder), []) as check:
        for now in (100.5, 101.5, 110.0):
            times.append(now)
            check.make_way()
            until.append(check._rests_until)

    assert until == [102.5, 103.0, 103.0]


def test_while_it_looks_again_for_a_fault_and_drafts_wait_it_does_not_rest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(complete_check, "_MOMENT", 3600.0)
    monkeypatch.setattr(complete_check, "_IN_ALL", 3600.0)
    session = unlock(folder)
    fault = replace(session.opening.findings[0], code="database.damaged", standing=Standing.BROKEN)
    first, written, second, used, ended = (Event() for _ in range(5))

    def rows(_: Connection, step: Callable[[], None]) -> Checked:
        if not first.is_set():
            first.set()
            written.wait(60)
        else:
            second.set()
            used.wait(60)
            for _each in range(1000):
                step()
        return Checked(findings=(fault,))

    parts = Parts(rows=rows, indexes=lambda *_: iter(()), conclude=lambda checked: checked)
    session.check = check = CompleteCheck(session.vault, parts)
    check.watch(lambda *_: None, ended.set)
    first.wait(60)
    with check.writing():
        written.set()
    looked_again = second.wait(60)
    check.make_way()
    used.set()
    has_ended = ended.wait(30)
    session.close()

    assert looked_again
    assert has_ended, "it rested, and drafts waited"


type Leaving = Callable[[Session, Small, Path], Callable[[], object]]
"""Prepares what leaves the vault, and returns what lets it leave."""


def a_bundle(session: Session, small: Small, place: Path) -> Callable[[], object]:
    options = bundles.BundleOptions(
        identities_because="Needed there",
        languages=(),
        purpose="Execution",
        recipient="Somebody",
        exhibit_ids=(registered(session, small).id,),
        released_with=ALONE,
        transfer=AT_HOME,
    )
    prepared = bundles.prepare_bundle(session, small.case.id, options)
    return lambda: bundles.sign_bundle(session, prepared, place / "bundle.pdf", second=ALONE)


def a_package(session: Session, small: Small, place: Path) -> Callable[[], object]:
    recorded(session, place)
    bundle = bundled(session, small.case.id, [registered(session, small).id], place / "bundle.pdf")
    prepared = prepared_of(session, bundle)
    return lambda: packages.make_package(session, prepared, place / "package", second=ALONE)


def a_file(session: Session, _small: Small, place: Path) -> Callable[[], object]:
    said = TakingOut(recipient="Laboratory", state="BE", party=PartyKind.AUTHORITY, reason="Order 3")

    def leave() -> None:
        with pytest.raises(NotFoundError):
            take_out(session, FileId("none"), place / "file", said, second=None)

    return leave


LEAVING: dict[str, Leaving] = {
    "a bundle": a_bundle,
    "a package": a_package,
    "a file taken out": a_file,
    "a backup": lambda session, _, place: lambda: make_backup(session, place / "backup"),
    "an extract": lambda session, small, _: lambda: extract_of(session, [small.case.id]),
}


@pytest.mark.parametrize("leaving", LEAVING.values(), ids=LEAVING.keys())
def test_nothing_leaves_the_vault_before_the_check_has_ended(
    folder: Path, small: Small, tmp_path: Path, leaving: Leaving
):
    session = unlock(folder)
    leave = leaving(session, small, tmp_path)
    present = {path for path in tmp_path.rglob("*") if folder not in path.parents}
    met: set[Path] = set()

    with held_up(session) as held:

        def end() -> None:
            met.update(path for path in tmp_path.rglob("*") if folder not in path.parents)
            held.go_on.set()

        held.on_wait = end
        leave()
        waited = held.go_on.is_set()

    assert waited, "it left without the check"
    assert met == present
    session.close()


def test_what_the_check_finds_makes_the_session_read_only(folder: Path, small: Small):
    session = unlock(folder)
    found = replace(session.opening.findings[0], code="tables-differ.last", standing=Standing.BROKEN)
    with held_up(session, found) as held:
        held.go_on.set()
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
