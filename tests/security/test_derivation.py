"""The price of a guess: never below the floor, never above the ceiling, and the same for right and wrong."""

import struct
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.memory import can_be_measured
from tests.support.offices import copy_of
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, new_vault, passphrase, reopen
from thb_desktop.crypto.derivation import FLOOR, KdfParameters, derive
from thb_desktop.crypto.keyslots import VAULT_SLOT_LENGTH, SlotKind
from thb_desktop.domain.vocabulary import UserRole
from thb_desktop.errors import WrongPassphraseError
from thb_desktop.services.core.environment import real_environment
from thb_desktop.services.office import vaults
from thb_desktop.vault import unlocking
from thb_desktop.vault.header import Header
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.unlocking import read_slots

FIRST_SLOT = 40


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "office.thbvault"
    new_vault(folder).vault.close()
    return folder


@pytest.mark.requirement("SR-3")
def test_sr_03_a_vault_made_as_users_make_it_costs_a_guess_what_this_machine_can_bear(
    tmp_path: Path, figure: Callable[[str, str, object], None]
):
    """By the program's own environment, which measures. Its seconds are recorded: a busy machine is slow."""
    real = real_environment()
    assert real.kdf is None
    folder = tmp_path / "office.thbvault"
    made = vaults.create_vault(
        folder,
        office="Cabinet 1",
        user_name="Anna Novak",
        role=UserRole.INVESTIGATING_JUDGE,
        passphrase=passphrase(),
        environment=replace(real, heads=None),
    )
    made.session.close()

    costs = [slot.parameters for slot in read_slots(Layout(folder)) if slot.kind is SlotKind.PASSPHRASE]

    taken = sorted(_seconds_of(costs[0]) for _ in range(3))
    figure("SR-3", "MiB of a derivation in a vault made on this machine", costs[0].memory // 1024)
    figure("SR-3", "passes and lanes of it", f"{costs[0].passes} and {costs[0].lanes}")
    figure("SR-3", "seconds of it, median of three", round(taken[1], 2))
    assert [each.memory >= 256 * 1024 and each.passes >= FLOOR.passes for each in costs] == [True]


def _seconds_of(parameters: KdfParameters) -> float:
    begun = time.perf_counter()
    derive(passphrase(), bytes(32), parameters)
    return time.perf_counter() - begun


@pytest.mark.requirement("SR-3")
def test_sr_03_every_slot_of_a_new_vault_costs_at_least_the_floor(closed: Path):
    for slot in read_slots(Layout(closed)):
        assert slot.parameters.memory >= FLOOR.memory == 64 * 1024
        assert slot.parameters.passes >= FLOOR.passes == 3


@pytest.mark.requirement("SR-3")
def test_sr_03_a_wrong_passphrase_takes_as_many_derivations_as_the_right_one(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure
):
    """Counted, not timed: what a derivation takes depends on its costs alone, which stand in the slot."""
    asked: list[KdfParameters] = []
    genuine = unlocking.derive

    def counted(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
        asked.append(parameters)
        return genuine(secret, salt, parameters)

    monkeypatch.setattr(unlocking, "derive", counted)
    folder = copy_of(closed, tmp_path / "office.thbvault")

    reopen(folder).close()
    right, asked = asked, []
    with pytest.raises(WrongPassphraseError):
        reopen(folder, OTHER_PASSPHRASE)

    figure("SR-3", "derivations of a right and of a wrong passphrase", f"{len(right)} and {len(asked)}")
    assert asked == right
    assert len(right) == 1


EDITS = {
    "memory": [
        (4, struct.pack(">I", value))
        for value in (
            0,
            1,
            8,
            64,
            1024,
            65535,
            (2 << 20) + 1,
            1 << 22,
            1 << 26,
            1 << 30,
            1 << 31,
            (1 << 32) - 1,
        )
    ],
    "passes": [
        (8, struct.pack(">I", value))
        for value in (0, 1, 2, 65, 100, 1000, 1 << 16, 1 << 24, 1 << 31, (1 << 32) - 1)
    ],
    "lanes": [(2, bytes([value])) for value in (0, 9, 10, 16, 32, 64, 127, 128, 200, 255)],
}

CHILD = """
import sys
from pathlib import Path
from tests.support.memory import forget_peak, peak
from tests.support.vaults import reopen
from thb_desktop.errors import ThbError

folders = sorted(Path(sys.argv[1]).iterdir())
before = forget_peak()
for folder in folders:
    try:
        reopen(folder)
        print("opened", folder.name)
    except ThbError as refusal:
        print(refusal.code, str(refusal).count("key derivation"))
print("grown", (peak() - before) // 1024)
"""
HUNGRY = """
from tests.support.memory import forget_peak, peak
before = forget_peak()
held = b"x" * (90 << 20)
del held
print((peak() - before) // 1024)
"""


@pytest.mark.skipif(not can_be_measured(), reason="needs /proc/self/clear_refs")
def test_memory_that_a_program_takes_and_gives_back_is_seen_whatever_its_parent_held(run_python):
    """A parent that holds much hides what its child takes, where the peak is asked of getrusage."""
    held = b"x" * (200 << 20)

    grown = int(run_python(HUNGRY).stdout)

    assert len(held) >> 20 == 200
    assert 85 <= grown < 100


@pytest.mark.skipif(not can_be_measured(), reason="needs /proc/self/clear_refs")
@pytest.mark.requirement("SR-4")
def test_sr_04_headers_with_costs_out_of_bounds_are_refused_before_a_byte_is_allocated(
    closed: Path, tmp_path: Path, run_python, figure
):
    """Each edit is in both slots and both copies, and the digest fits: what a stranger can do."""
    raw = (closed / "header").read_bytes()
    edits = [edit for edits in EDITS.values() for edit in edits]
    for number, (place, value) in enumerate(edits):
        folder = copy_of(closed, tmp_path / "vaults" / f"{number:02}")
        for name in ("header", "header.copy"):
            (folder / name).write_bytes(edited(raw, place, value))

    run = run_python(CHILD, tmp_path / "vaults")

    assert run.returncode == 0, run.stderr
    *answers, grown = run.stdout.splitlines()
    figure("SR-4", "edited headers refused", len(answers))
    figure("SR-4", "MiB by which the process grew", int(grown.split()[1]))
    assert len(answers) == len(edits) >= 30
    assert set(answers) == {"kdf-below-floor 1", "kdf-above-ceiling 1"}
    assert int(grown.split()[1]) < 50


def edited(raw: bytes, place: int, value: bytes) -> bytes:
    """The header with the same costs in each of its slots, and a digest that fits."""
    import hashlib

    data = bytearray(raw[:-32])
    for slot in range(len(Header.from_bytes(raw).slots)):
        start = FIRST_SLOT + slot * VAULT_SLOT_LENGTH + place
        data[start : start + len(value)] = value
    return bytes(data) + hashlib.sha256(data).digest()


@pytest.mark.requirement("SR-4")
def test_sr_04_what_is_edited_there_opens_when_it_is_left_alone(closed: Path, tmp_path: Path):
    folder = copy_of(closed, tmp_path / "office.thbvault")
    raw = (folder / "header").read_bytes()

    assert edited(raw, 4, struct.pack(">I", FLOOR.memory)) == raw
    reopen(folder, PASSPHRASE).close()
    assert passphrase(PASSPHRASE)
