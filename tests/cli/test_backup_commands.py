"""Backing up, trying, restoring at the terminal."""

import shutil
from pathlib import Path

import pytest

from tests.support.command_line import OTHER_PASSPHRASE, PASSPHRASE, CommandLine, state_of


@pytest.fixture
def stick(thb: CommandLine, vault: Path, tmp_path: Path) -> Path:
    made = thb("backup", vault, "--onto", tmp_path / "stick", passphrase=PASSPHRASE)
    assert made.code == 0
    return tmp_path / "stick"


def test_a_vault_is_backed_up_again_and_again(thb: CommandLine, vault: Path, stick: Path):
    again = thb("backup", vault, "--onto", stick, "--label", "Stick 3", "--json", passphrase=PASSPHRASE)

    assert again.code == 0
    assert (again.json["number"], again.json["copied"], again.json["verdict"]) == (2, 0, "holds")
    assert {each["code"] for each in again.json["findings"]} == {"backup", "same-medium"}


def test_people_are_told_what_was_backed_up(thb: CommandLine, vault: Path, stick: Path):
    told = thb("backup", vault, "--onto", stick, passphrase=PASSPHRASE)

    assert "Backup 2: 0 files" in told.out
    assert "same" not in told.err


@pytest.mark.requirement("SR-47")
def test_a_lost_vault_is_restored_and_opens(thb: CommandLine, vault: Path, stick: Path):
    shutil.rmtree(vault)

    restored = thb(
        "restore", stick, "--into", vault, "--reason", "Disk failed", "--json", passphrase=PASSPHRASE
    )

    assert restored.code == 0
    assert restored.json["verdict"] == "holds"
    assert {"restored", "backup", "chain"} <= {each["code"] for each in restored.json["findings"]}
    assert thb("unlock", vault, passphrase=PASSPHRASE).code == 0


def test_the_recovery_code_restores_too(
    thb: CommandLine, vault: Path, stick: Path, recovery_code: str, tmp_path: Path
):
    new = tmp_path / "new.thbvault"
    asked = ("restore", stick, "--into", new, "--reason", "Passphrase lost", "--by-code")

    restored = thb(*asked, code=recovery_code)
    recovered = thb("recover", new, "--alone", "x", code=recovery_code, new_passphrase=OTHER_PASSPHRASE)

    assert (restored.code, recovered.code) == (0, 0)
    assert "thb recover" in restored.out
    assert thb("unlock", new, passphrase=OTHER_PASSPHRASE).code == 0


@pytest.mark.requirement("SR-47")
def test_a_drill_leaves_vault_and_backup_and_nothing_else(
    thb: CommandLine, vault: Path, stick: Path, tmp_path: Path
):
    before = state_of(stick)
    (tmp_path / "room").mkdir()

    tried = thb("try-restore", vault, stick, "--within", tmp_path / "room", "--json", passphrase=PASSPHRASE)

    assert (tried.code, tried.json["verdict"]) == (0, "holds")
    assert state_of(stick) == before
    assert list((tmp_path / "room").iterdir()) == []


def test_a_drill_takes_the_passphrase_of_the_time_of_the_backup(
    thb: CommandLine, vault: Path, stick: Path, tmp_path: Path
):
    thb("passwd", vault, passphrase=PASSPHRASE, new_passphrase=OTHER_PASSPHRASE)
    asked = ("try-restore", vault, stick, "--within", tmp_path, "--json")

    refused = thb(*asked, passphrase=OTHER_PASSPHRASE)
    tried = thb(*asked, passphrase=OTHER_PASSPHRASE, backup_passphrase=PASSPHRASE)

    assert refused.refusal == "wrong-passphrase"
    assert tried.code == 0


def test_a_damaged_backup_is_refused_with_its_code(
    thb: CommandLine, vault: Path, stick: Path, tmp_path: Path
):
    database = stick / "snapshot-1" / "vault.db"
    database.write_bytes(database.read_bytes()[:-1])

    tried = thb("try-restore", vault, stick, "--within", tmp_path, "--json", passphrase=PASSPHRASE)
    refused = thb(
        "restore", stick, "--into", tmp_path / "new", "--reason", "x", "--json", passphrase=PASSPHRASE
    )

    assert (tried.code, tried.json["verdict"]) == (20, "broken")
    assert (refused.code, refused.refusal) == (28, "backup-damaged")
    assert not (tmp_path / "new").exists()


def test_a_folder_with_something_else_is_refused(thb: CommandLine, vault: Path, tmp_path: Path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"x")

    refused = thb("backup", vault, "--onto", tmp_path / "photos", "--json", passphrase=PASSPHRASE)

    assert (refused.code, refused.refusal) == (2, "backup-foreign")
