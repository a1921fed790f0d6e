"""The price of a guess: never below the floor, never above the ceiling, and the same for right and wrong."""

import struct
from pathlib import Path

import pytest

from tests.support.offices import copy_of
from tests.support.vaults import OTHER_PASSPHRASE, PASSPHRASE, new_vault, passphrase, reopen
from thb_desktop.crypto.derivation import FLOOR, KdfParameters
from thb_desktop.crypto.keyslots import VAULT_SLOT_LENGTH
from thb_desktop.errors import WrongPassphraseError
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
    derive = unlocking.derive

    def counted(secret: bytearray, salt: bytes, parameters: KdfParameters) -> bytearray:
        asked.append(parameters)
        return derive(secret, salt, parameters)

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
import resource, sys
from pathlib import Path
from tests.support.vaults import reopen
from thb_desktop.errors import ThbError

folders = sorted(Path(sys.argv[1]).iterdir())
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for folder in folders:
    try:
        reopen(folder)
        print("opened", folder.name)
    except ThbError as refusal:
        print(refusal.code, str(refusal).count("key derivation"))
print("grown", (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.requirement("SR-4")
def test_sr_04_headers_with_costs_out_of_bounds_are_refused_before_a_byte_is_allocated(
    closed: Path, tmp_path: Path, run_python, figure
):
    """Each edit is in both slots and both copies, and the digest fits: what a stranger can do."""
    pytest.importorskip("resource")
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
