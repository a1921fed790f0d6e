"""What this computer remembers of a vault: each way to set a vault back is named when it is unlocked."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.offices import (
    BEGIN,
    LATER,
    NEXT_DAY,
    case_file,
    changed,
    copy_of,
    environment,
    new_office,
    unlock,
)
from tests.support.vaults import OTHER_PASSPHRASE, passphrase
from thb_desktop.errors import SetBackError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.ledger.checkpoint import Head
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.vault.database import Connection
from thb_desktop.vault.tables import chain


@pytest.fixture
def heads(tmp_path: Path) -> Path:
    return tmp_path / "state" / "heads"


@pytest.fixture
def watched(folder: Path, heads: Path) -> Path:
    """A vault that this computer has seen, with a case opened since."""
    work_in(folder, heads)
    return folder


def work_in(folder: Path, heads: Path | None, reference: str = "2026/2", *, start: datetime = LATER) -> None:
    session = unlock(folder, start=start, heads=heads)
    cases.open_case(session, case_file(reference=reference))
    session.close()


def found(folder: Path, heads: Path | None, *, start: datetime = NEXT_DAY) -> dict[str, Finding]:
    session = unlock(folder, start=start, heads=heads)
    session.close()
    return {finding.code: finding for finding in session.opening.findings}


def broken(findings: dict[str, Finding]) -> set[str]:
    return {code for code, finding in findings.items() if finding.standing is Standing.BROKEN}


def set_back(folder: Path, older: Path) -> None:
    """Put an older copy of the whole vault in its place."""
    shutil.rmtree(folder)
    shutil.copytree(older, folder)


def head_of(session: Session) -> Head:
    signed = chain.last_head(session.read)
    assert signed is not None
    return signed.parsed()


def test_a_vault_is_remembered_from_its_creation_on(tmp_path: Path, heads: Path):
    created = vaults.create_vault(
        tmp_path / "new.thbvault",
        office="An office",
        user_name="A judge",
        role=vaults.UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=environment(BEGIN, heads=heads),
    )
    created.session.close()

    assert {finding.code for finding in created.session.opening.findings} == {"chain", "tables", "anchored"}
    assert found(tmp_path / "new.thbvault", heads)["anchored"].standing is Standing.HOLDS


@pytest.mark.requirement("SR-15")
def test_a_computer_that_has_not_seen_the_vault_says_so_once(folder: Path, heads: Path):
    first, second = found(folder, heads), found(folder, heads)

    assert first["not-anchored"].standing is Standing.UNKNOWN
    assert first["not-anchored"].case == "never-copied"
    assert "not-anchored" not in second
    assert second["anchored"].values["size"] != 1
    assert "anchored" in second


def test_without_a_place_to_remember_nothing_is_said(folder: Path):
    assert not {"anchored", "not-anchored"} & set(found(folder, None))


def test_what_was_done_since_continues_what_is_remembered(watched: Path, heads: Path):
    work_in(watched, None, "2026/3")

    findings = found(watched, heads)

    assert findings["anchored"].standing is Standing.HOLDS
    assert broken(findings) == set()


@pytest.mark.requirement("SR-15", "SR-16")
def test_a_whole_vault_rolled_back_is_named_and_only_read(folder: Path, heads: Path, tmp_path: Path):
    older = copy_of(folder, tmp_path / "day-before")
    work_in(folder, heads)
    set_back(folder, older)

    session = unlock(folder, heads=heads)
    findings = {finding.code: finding for finding in session.opening.findings}

    assert broken(findings) == {"rolled-back"}
    with pytest.raises(SetBackError):
        cases.open_case(session, case_file(reference="2026/3"))
    assert cases.list_cases(session)
    session.close()
    assert "rolled-back" in found(folder, heads), "the alarm stays until somebody explains it"


@pytest.mark.requirement("SR-15")
def test_rolled_back_and_then_continued_is_a_fork_that_is_named(folder: Path, heads: Path, tmp_path: Path):
    older = copy_of(folder, tmp_path / "day-before")
    work_in(folder, heads)
    set_back(folder, older)
    for number in range(3, 6):
        work_in(folder, None, f"2026/{number}", start=NEXT_DAY)

    findings = found(folder, heads, start=NEXT_DAY + timedelta(days=1))

    assert broken(findings) == {"forked"}
    assert findings["forked"].case == "continued"


@pytest.mark.requirement("SR-15")
def test_a_fork_that_is_shorter_than_what_is_remembered_is_told_from_a_rollback(
    folder: Path, heads: Path, tmp_path: Path
):
    work_in(folder, heads, "2026/2")
    older = copy_of(folder, tmp_path / "day-before")
    for number in range(3, 6):
        work_in(folder, heads, f"2026/{number}")
    set_back(folder, older)
    work_in(folder, None, "2026/9", start=NEXT_DAY)

    findings = found(folder, heads, start=NEXT_DAY + timedelta(days=1))

    assert broken(findings) == {"forked"}


@pytest.mark.requirement("SR-15")
def test_an_insider_who_writes_the_tail_anew_with_a_key_of_his_own_is_named(
    folder: Path, heads: Path, tmp_path: Path
):
    older = copy_of(folder, tmp_path / "day-before")
    work_in(folder, heads, "2026/2")
    set_back(folder, older)
    work_in(folder, None, "2026/another", start=LATER - timedelta(hours=1))

    findings = found(folder, heads)

    assert broken(findings) == {"forked"}
    assert findings["forked"].case == "rewritten"


@pytest.mark.requirement("SR-15")
def test_a_tail_cut_with_its_heads_is_named(watched: Path, heads: Path):
    def cut(connection: Connection) -> None:
        for trigger in ("chain_entry_is_kept", "chain_head_is_kept"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DELETE FROM chain_entry WHERE seq > 4")
        connection.execute("DELETE FROM chain_head WHERE size > 4")

    changed(watched, cut)

    assert "rolled-back" in broken(found(watched, heads))


@pytest.mark.requirement("SR-15")
def test_an_emptied_chain_is_named(watched: Path, heads: Path):
    def empty(connection: Connection) -> None:
        for trigger in ("chain_entry_is_kept", "chain_head_is_kept"):
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DELETE FROM chain_entry")
        connection.execute("DELETE FROM chain_head")

    changed(watched, empty)

    assert broken(found(watched, heads)) >= {"rolled-back", "chain-empty"}


@pytest.mark.requirement("SR-16", "SR-43")
def test_two_vaults_grown_from_one_head_are_a_fork(watched: Path, heads: Path, tmp_path: Path):
    twin = copy_of(watched, tmp_path / "twin.thbvault")
    work_in(watched, heads, "2026/mine")
    work_in(twin, tmp_path / "other computer", "2026/theirs")

    assert broken(found(twin, heads)) == {"forked"}
    assert broken(found(watched, heads)) == set()


def test_the_health_check_names_what_the_unlock_found(folder: Path, heads: Path, tmp_path: Path):
    older = copy_of(folder, tmp_path / "day-before")
    work_in(folder, heads)
    set_back(folder, older)
    session = unlock(folder, heads=heads)

    report = health.check_vault(session)
    session.close()

    assert "rolled-back" in {f.code for f in report.findings if f.standing is Standing.BROKEN}


@pytest.mark.requirement("SR-7")
def test_a_damaged_memory_is_told_and_keeps_no_vault_closed(watched: Path, heads: Path):
    (file,) = heads.iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"?")

    session = unlock(watched, heads=heads)
    cases.open_case(session, case_file(reference="2026/3"))
    session.close()

    told = {finding.code: finding.standing for finding in session.opening.findings}
    assert told["anchor-damaged"] is Standing.UNKNOWN
    assert "anchored" in found(watched, heads)


def test_a_computer_that_cannot_remember_says_so_and_opens(watched: Path, tmp_path: Path):
    blocked = tmp_path / "no-folder"
    blocked.write_text("a file is in the way")

    session = unlock(watched, heads=blocked)
    cases.open_case(session, case_file(reference="2026/3"))
    session.close()

    told = {finding.code: finding.standing for finding in session.opening.findings}
    assert told["anchor-unwritable"] is Standing.UNKNOWN
    assert verdict(session.opening.findings) is Standing.UNKNOWN


def test_an_older_header_than_the_one_that_was_seen_here_is_named(folder: Path, heads: Path, tmp_path: Path):
    before = {name: (folder / name).read_bytes() for name in ("header", "header.copy")}
    session = unlock(folder, heads=heads)
    vaults.change_passphrase(session, old=passphrase(), new=passphrase(OTHER_PASSPHRASE))
    session.close()
    for name, header in before.items():
        (folder / name).write_bytes(header)

    session = unlock(folder, heads=heads)
    session.close()

    assert "header-rolled-back" in {finding.code for finding in session.opening.findings}


def test_a_session_that_dies_has_left_its_last_head(folder: Path, heads: Path):
    session = unlock(folder, heads=heads)
    cases.open_case(session, case_file(reference="2026/2"))
    size = head_of(session).size
    session.vault.close()

    assert found(folder, heads)["anchored"].values["size"] == size


def test_two_offices_on_one_computer_are_remembered_apart(watched: Path, heads: Path, tmp_path: Path):
    new_office(tmp_path / "other.thbvault")

    assert "not-anchored" in found(tmp_path / "other.thbvault", heads)
    assert "anchored" in found(tmp_path / "other.thbvault", heads)
    assert "anchored" in found(watched, heads)
    assert len(list(heads.iterdir())) == 2
