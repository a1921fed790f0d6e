"""What surrounds a vault: room on its medium, the clock, and whether others could show a rollback."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.disks import fill
from tests.support.findings import said_in_english
from tests.support.offices import LATER, NEXT_DAY, case_file, copy_of, environment, unlock
from tests.support.vaults import passphrase
from thb_desktop.crypto.derivation import FLOOR
from thb_desktop.domain.times import Reading
from thb_desktop.domain.vocabulary import ClockSource
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.inspect.confinement import Confinement
from thb_desktop.services.case_file import cases
from thb_desktop.services.core.environment import Environment
from thb_desktop.services.core.session import Session
from thb_desktop.services.keeping import backups, health
from thb_desktop.services.keeping.surroundings import check_surroundings
from thb_desktop.services.office import vaults
from thb_desktop.vault.memory import MemoryRisk

BOOT = "6f1c2d1e-2a52-4a0e-9d53-0f6ad6bdf7a1"


@dataclass
class Machine:
    """A clock that can be set, on a machine that knows how long it has been running."""

    at: datetime
    boot: str = BOOT
    ran: timedelta = timedelta(hours=1)

    def read(self) -> Reading:
        return Reading(
            at=self.at,
            source=ClockSource.DEVICE_UNVERIFIED,
            boot=self.boot,
            monotonic=self.ran // timedelta(microseconds=1) * 1000,
        )

    def go_on(self, by: timedelta) -> None:
        self.at += by
        self.ran += by


def codes(session: Session) -> dict[str, Standing]:
    return {finding.code: finding.standing for finding in check_surroundings(session)}


def at(machine: Machine, folder: Path) -> Session:
    surroundings = Environment(clock=machine, randomness=secrets.token_bytes, kdf=FLOOR)
    return vaults.unlock_vault(folder, passphrase=passphrase(), environment=surroundings)


@pytest.fixture
def machine() -> Machine:
    return Machine(at=LATER)


def surroundings_at(folder: Path, start: datetime) -> tuple[Finding, ...]:
    session = unlock(folder, start=start)
    found = check_surroundings(session)
    session.close()
    return found


def open_case(session: Session, reference: str) -> None:
    cases.open_case(session, case_file(reference=reference))


def test_a_vault_in_good_surroundings_has_nothing_to_think_about_but_its_anchor(folder: Path):
    session = unlock(folder)

    assert codes(session) == {
        "space": Standing.HOLDS,
        "clock": Standing.HOLDS,
        "backup-never": Standing.UNKNOWN,
        "head-never-left": Standing.UNKNOWN,
    }
    session.close()


@pytest.mark.requirement("SR-41")
def test_little_room_on_the_medium_is_told(folder: Path, small_disk: Path):
    session = unlock(copy_of(folder, small_disk / "office.thbvault"))
    ballast = fill(small_disk, leave=0)

    assert codes(session)["space-low"] is Standing.UNKNOWN

    ballast.unlink()
    session.close()


@pytest.mark.requirement("SR-21")
def test_a_clock_that_goes_on_with_its_machine_is_in_order(folder: Path, machine: Machine):
    session = at(machine, folder)
    for number in range(3):
        machine.go_on(timedelta(minutes=50))
        open_case(session, f"2026/{number + 2}")
    machine.go_on(timedelta(hours=3))

    assert codes(session)["clock"] is Standing.HOLDS
    session.close()


@pytest.mark.requirement("SR-21")
@pytest.mark.parametrize("by", [timedelta(days=400), timedelta(minutes=-11)])
def test_a_clock_that_was_moved_within_one_run_of_the_machine_is_told(
    folder: Path, machine: Machine, by: timedelta
):
    machine.go_on(timedelta(hours=1))
    session = at(machine, folder)
    open_case(session, "2026/2")
    machine.at += by
    before = codes(session)
    open_case(session, "2026/3")
    session.close()

    session = at(machine, folder)
    (moved,) = (finding for finding in check_surroundings(session) if finding.code == "clock-moved")
    report = health.check_vault(session)
    session.close()

    assert ("clock-backwards" if by < timedelta() else "clock-moved") in before
    assert moved.standing is Standing.UNKNOWN
    assert moved.values["count"] == 1
    assert verdict(report.findings) is Standing.HOLDS


@pytest.mark.requirement("SR-21")
def test_a_machine_that_was_started_anew_proves_nothing_about_the_clock(folder: Path, machine: Machine):
    session = at(machine, folder)
    open_case(session, "2026/2")
    session.close()
    later = replace(machine, at=NEXT_DAY, boot=BOOT.replace("6", "7"), ran=timedelta(minutes=1))

    session = at(later, folder)
    open_case(session, "2026/3")

    assert codes(session)["clock"] is Standing.HOLDS
    session.close()


@pytest.mark.requirement("SR-21")
def test_a_clock_far_ahead_of_the_last_event_is_told(folder: Path):
    session = unlock(folder, start=LATER + timedelta(days=500))

    assert codes(session)["clock-ahead"] is Standing.UNKNOWN
    session.close()


@pytest.mark.requirement("SR-15")
def test_it_is_said_whether_a_state_ever_left_the_vault(folder: Path, tmp_path: Path):
    session = vaults.unlock_vault(
        folder, passphrase=passphrase(), environment=environment(heads=tmp_path / "heads")
    )

    (never,) = (finding for finding in check_surroundings(session) if finding.code == "head-never-left")
    session.close()

    assert never.case == "computer"


def test_a_backup_is_told_with_its_age_and_counts_as_a_state_that_left(folder: Path, tmp_path: Path):
    session = unlock(folder)
    backups.make_backup(session, tmp_path / "medium", label="Disk 2")
    session.close()
    fresh, old = (
        surroundings_at(folder, NEXT_DAY),
        surroundings_at(folder, LATER + timedelta(days=9, hours=1)),
    )

    (made,) = (finding for finding in fresh if finding.code == "backup-made")
    (aged,) = (finding for finding in old if finding.code == "backup-old")

    assert made.values["medium"] == "Disk 2"
    assert aged.values["days"] == 9
    assert "with a backup" in said_in_english(next(each for each in fresh if each.code == "head-left"))


@pytest.mark.requirement("SR-50")
@pytest.mark.parametrize(
    ("risks", "told"),
    [
        (frozenset(), {"memory"}),
        (frozenset({MemoryRisk.SWAP}), {"memory-swap"}),
        (frozenset(MemoryRisk), {"memory-swap", "memory-hibernation"}),
    ],
)
def test_memory_that_may_reach_the_disk_is_told(folder: Path, risks: frozenset[MemoryRisk], told: set[str]):
    looked = replace(environment(), memory=lambda: risks)
    session = vaults.unlock_vault(folder, passphrase=passphrase(), environment=looked)

    assert {code for code in codes(session) if code.startswith("memory")} == told
    session.close()


@pytest.mark.requirement("SR-27")
@pytest.mark.parametrize(
    ("machine", "told", "words"),
    [
        (Confinement(landlock=6, seccomp=True), "sandbox", "can keep"),
        (Confinement(container=True), "sandbox", "can keep"),
        (Confinement(seccomp=True), "sandbox-missing", "Landlock is missing"),
        (Confinement(landlock=6), "sandbox-missing", "seccomp is missing"),
        (Confinement(), "sandbox-missing", "no way"),
    ],
)
def test_what_a_machine_lacks_to_read_files_of_others_is_told(
    folder: Path, machine: Confinement, told: str, words: str
):
    looked = replace(environment(), sandbox=lambda: machine)
    session = vaults.unlock_vault(folder, passphrase=passphrase(), environment=looked)

    (found,) = (each for each in check_surroundings(session) if each.code.startswith("sandbox"))

    assert found.code == told
    assert words in said_in_english(found)
    session.close()
