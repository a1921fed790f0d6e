"""What `thb` refuses, each in its own words and with its own exit code, and nothing is changed by it."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.command_line import PASSPHRASE, CommandLine, state_of
from thb_desktop.vault.header import VERSION

DOORS = ("unlock", "cases", "check", "root", "passwd")


def no_folder(vault: Path) -> None:
    shutil.rmtree(vault)


def some_other_folder(vault: Path) -> None:
    shutil.rmtree(vault)
    vault.mkdir()
    vault.joinpath("notes.txt").write_text("not a vault", "utf-8")


def without(part: str) -> Callable[[Path], None]:
    def remove(vault: Path) -> None:
        vault.joinpath(part).unlink()

    remove.__name__ = f"without_{part}"
    return remove


def emptied(part: str) -> Callable[[Path], None]:
    def empty(vault: Path) -> None:
        vault.joinpath(part).write_bytes(b"")

    empty.__name__ = f"emptied_{part}"
    return empty


def without_content_folder(vault: Path) -> None:
    shutil.rmtree(vault / "content")


def both_headers_damaged(vault: Path) -> None:
    for name in ("header", "header.copy"):
        data = bytearray(vault.joinpath(name).read_bytes())
        data[len(data) // 2] ^= 1
        vault.joinpath(name).write_bytes(data)


def written_by_a_newer_program(vault: Path) -> None:
    for name in ("header", "header.copy"):
        data = bytearray(vault.joinpath(name).read_bytes()[:-32])
        data[8:10] = (VERSION + 1).to_bytes(2)
        vault.joinpath(name).write_bytes(bytes(data) + hashlib.sha256(data).digest())


def database_damaged(vault: Path) -> None:
    data = bytearray(vault.joinpath("vault.db").read_bytes())
    data[100] ^= 1
    vault.joinpath("vault.db").write_bytes(data)


def database_of_nobody(vault: Path) -> None:
    vault.joinpath("vault.db").write_bytes(os.urandom(vault.joinpath("vault.db").stat().st_size))


@pytest.mark.requirement("SR-11")
@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (no_folder, ("no-vault", 11)),
        (some_other_folder, ("no-vault", 11)),
        (without("vault.db"), ("vault-part-missing", 12)),
        (emptied("vault.db"), ("vault-part-missing", 12)),
        (without_content_folder, ("vault-part-missing", 12)),
        (written_by_a_newer_program, ("newer-format", 13)),
        (both_headers_damaged, ("header-damaged", 21)),
        (database_damaged, ("database-damaged", 22)),
        (database_of_nobody, ("database-damaged", 22)),
    ],
)
def test_a_vault_that_cannot_be_opened_is_refused_and_left_as_it_is(
    thb: CommandLine, vault: Path, door: str, harm: Callable[[Path], None], expected: tuple[str, int]
):
    harm(vault)
    before = state_of(vault)

    refused = thb(door, vault, "--json", passphrase=PASSPHRASE)

    assert (refused.refusal, refused.code) == expected
    assert state_of(vault) == before


@pytest.mark.parametrize("door", DOORS)
def test_a_wrong_passphrase_is_refused(thb: CommandLine, vault: Path, door: str):
    before = state_of(vault)

    refused = thb(door, vault, "--json", passphrase=PASSPHRASE + "s")

    assert (refused.refusal, refused.code) == ("wrong-passphrase", 15)
    assert state_of(vault) == before


def test_a_vault_that_somebody_else_has_open_is_refused(thb: CommandLine, vault: Path):
    import fcntl

    with vault.joinpath("lock").open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)

        refused = thb("unlock", vault, "--json", passphrase=PASSPHRASE)

    assert (refused.refusal, refused.code) == ("vault-in-use", 14)
    assert thb("unlock", vault, passphrase=PASSPHRASE).code == 0


def test_a_refusal_tells_people_one_sentence_and_its_code(thb: CommandLine, vault: Path):
    refused = thb("unlock", vault, passphrase="not the right one")

    assert refused.out == ""
    assert refused.err.startswith("thb: ")
    assert refused.err.endswith("[wrong-passphrase]\n")
    assert refused.err.count("\n") == 1


@pytest.mark.requirement("SR-53")
@pytest.mark.parametrize("hidden", [PASSPHRASE, "not the right one"])
def test_no_passphrase_is_ever_shown(thb: CommandLine, vault: Path, hidden: str):
    answers = [thb(door, vault, passphrase=hidden) for door in DOORS]

    assert all(hidden not in answer.out + answer.err for answer in answers)


def test_a_passphrase_as_an_argument_is_refused(thb: CommandLine, vault: Path):
    refused = thb("unlock", vault, "--json", "--passphrase", PASSPHRASE)

    assert (refused.refusal, refused.code) == ("usage", 2)


@pytest.mark.parametrize(
    "typed",
    [
        (),
        ("--json",),
        ("open",),
        ("unlock",),
        ("unlock", "a", "b"),
        ("create", "v", "--office", "o", "--name", "n", "--role", "KING"),
        ("verify", "x", "--sha256", "12"),
    ],
)
def test_what_cannot_be_understood_is_refused_as_usage(
    thb: CommandLine, tmp_path: Path, typed: tuple[str, ...]
):
    tmp_path.joinpath("x").write_bytes(b"{}")

    refused = thb(*(str(tmp_path / word) if word == "x" else word for word in typed), "--json")

    assert (refused.refusal, refused.code) == ("usage", 2)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own that holds three mebibytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("a full disk needs a disk of our own: only root may mount one")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(disk: Path, leave: int = 0) -> None:
    with disk.joinpath("ballast").open("wb", buffering=0) as ballast:
        try:
            while True:
                ballast.write(bytes(4096))
        except OSError:
            ballast.truncate(max(0, ballast.tell() - leave))


def test_a_full_disk_makes_no_vault_and_leaves_nothing(thb: CommandLine, small_disk: Path):
    fill(small_disk, leave=32 * 1024)

    refused = thb(
        "create", small_disk / "v", "--office", "o", "--name", "n", "--role", "PROSECUTOR",
        "--draft-history", "KEPT", "--json",
        passphrase=PASSPHRASE,
    )  # fmt: skip

    assert (refused.refusal, refused.code) == ("disk-full", 31)
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


def test_on_a_full_disk_the_passphrase_stays_as_it_was(thb: CommandLine, vault: Path, small_disk: Path):
    resting = Path(shutil.copytree(vault, small_disk / "v"))
    fill(small_disk)

    refused = thb(
        "passwd", resting, "--json", passphrase=PASSPHRASE, new_passphrase="granite willow cinder marble"
    )
    small_disk.joinpath("ballast").unlink()

    assert (refused.refusal, refused.code) == ("disk-full", 31)
    assert thb("unlock", resting, passphrase=PASSPHRASE).code == 0


@pytest.fixture
def read_only_disk(vault: Path, tmp_path: Path) -> Iterator[Path]:
    """A vault on a disk that cannot be written to."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "--bind", vault.parent, folder], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("a read-only disk needs a disk of our own: only root may mount one")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def test_nothing_can_be_made_on_a_read_only_disk(thb: CommandLine, read_only_disk: Path):
    refused = thb(
        "create", read_only_disk / "v", "--office", "o", "--name", "n", "--role", "PROSECUTOR",
        "--draft-history", "KEPT", "--json",
        passphrase=PASSPHRASE,
    )  # fmt: skip

    assert (refused.refusal, refused.code) == ("read-only", 32)


def test_on_a_read_only_disk_the_passphrase_stays_as_it_was(thb: CommandLine, read_only_disk: Path):
    vault = read_only_disk / "office.thbvault"
    before = state_of(vault)

    refused = thb(
        "passwd", vault, "--json", passphrase=PASSPHRASE, new_passphrase="granite willow cinder marble"
    )

    assert (refused.refusal, refused.code) == ("read-only", 32)
    assert state_of(vault) == before
