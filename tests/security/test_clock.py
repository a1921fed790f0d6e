"""A clock that somebody set: the chain's own order stands, and the jump is told."""

import json
from pathlib import Path

import pytest

from tests.security.conftest import Run, needs
from tests.support.offices import copy_of

CREATE = """
import sys
from pathlib import Path
from tests.support import offices
from thb_desktop.services.office import vaults
from thb_desktop.domain.vocabulary import UserRole
from tests.support.vaults import passphrase

made = vaults.create_vault(
    Path(sys.argv[1]), office="Court", user_name="Judge", role=UserRole.INVESTIGATING_JUDGE,
    passphrase=passphrase(), environment=offices.by_the_clock(),
)
offices.small_case(made.session)
made.session.close()
"""

WORK = """
import json, sys, time
from pathlib import Path
from tests.support import offices
from tests.support.vaults import passphrase
from thb_desktop.services.case_file import cases
from thb_desktop.services.core import clock
from thb_desktop.services.keeping import health
from thb_desktop.services.office import vaults
from thb_desktop.vault.tables import chain
from thb_desktop.findings import verdict

if sys.argv[2] == "restarted":
    clock._boot_id = lambda: "0b" * 16
session = vaults.unlock_vault(Path(sys.argv[1]), passphrase=passphrase(), environment=offices.by_the_clock())
opening = [finding.code for finding in session.opening.findings]
for number in range(3):
    cases.open_case(session, offices.case_file(reference=f"{sys.argv[2]}-{number}"))
    time.sleep(0.02)
entries = [signed.parsed() for signed in chain.entries(session.read)]
report = health.check_vault(session)
print(json.dumps({
    "opening": opening,
    "sound": session.opening.is_sound,
    "actions": [entry.action for entry in entries],
    "seq": [entry.seq for entry in entries],
    "at": [entry.at.isoformat() for entry in entries],
    "clock": sorted({entry.clock for entry in entries}),
    "boot": sorted({entry.boot for entry in entries}),
    "verdict": verdict(report.findings),
    "broken": [finding.code for finding in report.findings if finding.standing == "broken"],
}))
session.close()
"""


def work(run_python: Run, folder: Path, name: str, *faked: str) -> dict[str, object]:
    run = run_python(WORK, folder, name, behind=faked)
    assert run.returncode == 0, run.stderr
    told: dict[str, object] = json.loads(run.stdout)
    return told


@pytest.fixture(scope="module")
def made(run_python: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault that a process of its own made; copy it before touching it."""
    folder = tmp_path_factory.mktemp("clock") / "office.thbvault"
    run = run_python(CREATE, folder)
    assert run.returncode == 0, run.stderr
    return folder


@pytest.fixture
def vault(made: Path, tmp_path: Path) -> Path:
    return copy_of(made, tmp_path / "office.thbvault")


@pytest.mark.requirement("SR-21")
@needs("faketime")
def test_sr_21_a_clock_set_back_between_sessions_is_told_and_the_order_stands(run_python, vault, figure):
    before = work(run_python, vault, "now")
    back = work(run_python, vault, "back", "faketime", "-f", "-400d")
    after = work(run_python, vault, "after")

    figure("SR-21", "days the clock was set back", 400)
    assert "clock-backwards" in back["opening"]
    assert back["actions"].count("CLOCK_WENT_BACK") == 1
    assert back["actions"][len(before["actions"])] == "CLOCK_WENT_BACK"
    assert after["actions"].count("CLOCK_WENT_BACK") == 1
    assert after["seq"] == list(range(1, len(after["seq"]) + 1))
    assert after["at"] != sorted(after["at"])
    assert before["broken"] == back["broken"] == after["broken"] == []
    assert all(told["sound"] for told in (before, back, after))
    assert after["clock"] == ["DEVICE_UNVERIFIED"]


@pytest.mark.requirement("SR-21")
@needs("faketime")
def test_sr_21_a_clock_that_runs_a_hundred_times_too_fast_is_no_disorder(run_python, vault):
    fast = work(run_python, vault, "fast", "faketime", "-f", "+0 x100")
    after = work(run_python, vault, "after")

    assert fast["broken"] == after["broken"] == []
    assert fast["at"] == sorted(fast["at"])
    assert "CLOCK_WENT_BACK" not in fast["actions"]
    assert after["actions"].count("CLOCK_WENT_BACK") == 1
    assert after["seq"] == list(range(1, len(after["seq"]) + 1))


@pytest.mark.requirement("SR-21")
def test_sr_21_each_event_says_in_which_run_of_the_computer_it_was_written(run_python, vault):
    first = work(run_python, vault, "first")
    after = work(run_python, vault, "restarted")

    assert len(first["boot"]) == 1
    assert len(after["boot"]) == 2
    assert set(first["boot"]) < set(after["boot"])
    assert after["broken"] == []
    assert after["seq"] == list(range(1, len(after["seq"]) + 1))


@pytest.mark.requirement("SR-21")
@needs("faketime")
def test_sr_21_a_clock_a_hundred_years_ahead_is_told_when_it_is_right_again(run_python, vault):
    ahead = work(run_python, vault, "ahead", "faketime", "-f", "+10000d")
    after = work(run_python, vault, "after")

    assert ahead["seq"] == list(range(1, len(ahead["seq"]) + 1))
    assert after["actions"].count("CLOCK_WENT_BACK") == 1
    assert after["broken"] == []
