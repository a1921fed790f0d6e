"""Health: a sound vault is called sound, and each damage is found and named."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from tests.services.keeping.test_backups import erase, with_files
from tests.support.findings import said_in_english
from tests.support.offices import NEXT_DAY, Small, by_hand, changed, copy_of, unlock
from thb_desktop.errors import CancelledError, ReadOnlyError
from thb_desktop.findings import Standing, verdict
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import health
from thb_desktop.services.keeping.health import HealthReport
from thb_desktop.vault.database import Connection, DatabaseError


@pytest.fixture
def office(sample_office: Path, tmp_path: Path) -> Path:
    return copy_of(sample_office, tmp_path / "office.thbvault")


def checked(folder: Path) -> HealthReport:
    session = unlock(folder, start=NEXT_DAY)
    report = health.check_vault(session)
    session.close()
    return report


def broken(report: HealthReport) -> set[str]:
    return {finding.code for finding in report.findings if finding.standing is Standing.BROKEN}


@pytest.mark.requirement("SR-45", "SR-17")
def test_a_sound_vault_is_called_sound_and_all_its_files_are_read(office: Path):
    session = unlock(office, start=NEXT_DAY)
    seen: list[tuple[int, int]] = []

    report = health.check_vault(session, progress=lambda done, total: seen.append((done, total)))
    session.close()

    assert verdict(report.findings) is Standing.HOLDS
    assert {finding.code for finding in report.findings} == {
        "database",
        "certificates",
        "deeds",
        "chain",
        "consultations",
        "tables",
        "content",
    }
    assert {finding.code for finding in report.surroundings} == {
        "space",
        "clock",
        "backup-never",
        "head-never-left",
    }
    assert report.files_checked == 21
    assert seen[0] == (0, report.bytes_checked)
    assert seen[-1] == (report.bytes_checked, report.bytes_checked)


def test_a_check_can_be_stopped(office: Path):
    session = unlock(office, start=NEXT_DAY)
    stopped = Event()
    stopped.set()

    with pytest.raises(CancelledError):
        health.check_vault(session, cancelled=stopped)

    session.close()


def content_of(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "content").rglob("*") if path.is_file())


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_what_an_interrupted_intake_left_is_removed_and_a_whole_object_stays(office: Path):
    first = content_of(office)[0]
    unfinished = first.with_name("0" * 32 + ".part")
    whole = first.with_name(first.name[:2] + "0" * 30)
    for path in (unfinished, whole):
        path.write_bytes(b"x")

    findings = {finding.code: finding for finding in checked(office).findings}

    assert findings["leftovers-removed"].standing is Standing.HOLDS
    assert findings["content-orphans"].standing is Standing.UNKNOWN
    assert not unfinished.exists()
    assert whole.exists()
    assert "leftovers-removed" not in {finding.code for finding in checked(office).findings}


@pytest.mark.requirement("SR-45")
def test_damaged_and_missing_files_are_named_by_their_exhibit(office: Path):
    first, second = content_of(office)[:2]
    flip(first)
    second.unlink()

    report = checked(office)

    assert {"content-damaged", "content-missing"} <= broken(report)
    damaged = [said_in_english(each) for each in report.findings if each.code in broken(report)]
    assert all("exhibit E-" in said and " of case DEMO-" in said for said in damaged)


def test_an_object_that_belongs_to_no_exhibit_is_told(office: Path):
    orphan = office / "content" / "ab" / ("ab" * 16)
    orphan.parent.mkdir(exist_ok=True)
    orphan.write_bytes(b"interrupted")

    found = {finding.code: finding.standing for finding in checked(office).findings}

    assert found["content-orphans"] is Standing.UNKNOWN


@pytest.mark.requirement("SR-15")
@pytest.mark.parametrize(
    ("statements", "codes"),
    [
        (("UPDATE official SET name = 'Somebody'",), {"tables-differ"}),
        (("DROP TRIGGER proceeding_is_kept", "DELETE FROM proceeding"), {"tables-differ"}),
        (
            ("DROP TRIGGER chain_entry_stays", "UPDATE chain_entry SET payload = x'7b7d' WHERE seq = 9"),
            {"payload-altered", "events"},
        ),
        (("DROP TRIGGER chain_head_is_kept", "DELETE FROM chain_head WHERE size > 20"), {"head-behind"}),
        (
            (
                "DROP TRIGGER chain_entry_stays",
                "UPDATE chain_entry SET signature = zeroblob(64) WHERE seq = 9",
            ),
            {"head-mismatch"},
        ),
        (
            ("DROP TRIGGER user_stays_as_admitted", "UPDATE user SET certificate = 'AAAA'"),
            {"certificates", "user-forged"},
        ),
    ],
)
def test_what_was_done_behind_the_chain_is_found(office: Path, statements: tuple[str, ...], codes: set[str]):
    def tamper(connection: Connection) -> None:
        for statement in statements:
            connection.execute(statement)

    changed(office, tamper)

    assert codes <= broken(checked(office))


@pytest.mark.requirement("SR-15")
def test_content_of_an_entry_that_is_missing_is_named_because_no_act_erases_it(office: Path):
    changed(
        office,
        lambda connection: connection.execute(
            "UPDATE chain_entry SET payload = NULL, nonce = NULL WHERE seq = 9"
        ),
    )

    report = checked(office)

    assert broken(report) == {"events-erased"}


def test_a_strange_thing_in_the_folder_is_told(office: Path):
    (office / "notes.txt").write_text("plaintext", "utf-8")

    assert "strangers" in {finding.code for finding in checked(office).findings}


@pytest.mark.requirement("SR-8")
def test_bytes_in_the_lock_are_told(office: Path):
    (office / "lock").write_bytes(b"x")

    assert "strangers" in {finding.code for finding in checked(office).findings}


def test_a_check_sees_the_vault_as_it_was_when_it_began(office: Path):
    session = unlock(office, start=NEXT_DAY)
    check = health.begin_check(session)
    case = cases.list_cases(session)[0].case
    cases.open_case(session, replace(case, reference="2026/77"))

    with ThreadPoolExecutor(1) as beside:
        beside.submit(check.go_on).result()
    report = health.end_check(session, check)
    again = health.check_vault(session)
    session.close()

    (before,) = (each for each in report.findings if each.key == "chain.whole")
    (after,) = (each for each in again.findings if each.key == "chain.whole")
    assert verdict(report.findings) is Standing.HOLDS
    assert verdict(again.findings) is Standing.HOLDS
    assert before.values["size"] == after.values["size"] - 2


def test_a_copy_of_the_vault_in_memory_records_nothing(office: Path):
    session = unlock(office, start=NEXT_DAY)
    copied = session.copied()
    case = cases.list_cases(session)[0].case

    with pytest.raises(ReadOnlyError):
        cases.open_case(copied, replace(case, reference="2026/77"))
    with pytest.raises(DatabaseError):
        copied.read.execute("DELETE FROM draft")
    size = copied.journal.size
    cases.open_case(session, replace(case, reference="2026/77"))

    assert (copied.journal.size, session.journal.size) == (size, size + 2)
    assert len(cases.list_cases(copied)) == len(cases.list_cases(session)) - 1
    copied.vault.connection.close()
    session.close()


def test_a_file_that_is_erased_during_a_check_is_no_damage(session: Session, small: Small):
    exhibit_id = with_files(session, small)
    check = health.begin_check(session)
    erase(session, exhibit_id)

    check.go_on()
    report = health.end_check(session, check)

    assert {object_id for object_id, _ in check.faults} != set()
    assert broken(report) == set()


@pytest.mark.requirement("SR-45")
def test_keys_outside_the_chain_that_a_colleague_destroyed_are_named(session: Session):
    before = codes_of(health.check_vault(session))
    with by_hand(session) as connection:
        connection.execute("UPDATE sealed_secret SET sealed = x'00'")
        connection.execute("DELETE FROM private_key WHERE purpose = 'RECEIVING'")

    found = codes_of(health.check_vault(session))

    assert found - before == {"root-key-damaged", "private-keys-missing"}


def codes_of(report: HealthReport) -> set[str]:
    return {each.code for each in report.findings if each.standing is Standing.BROKEN}
