"""`thb pack`: the pack in use is written, changed, and put in place for a reason, through the command."""

from pathlib import Path

import pytest

from tests.support.command_line import PASSPHRASE, CommandLine


def test_the_pack_in_use_is_written_changed_and_adopted(thb: CommandLine, vault: Path, tmp_path: Path):
    file = tmp_path / "pack.toml"
    first = thb("pack", "show", vault, "--to", file, "--json", passphrase=PASSPHRASE)
    again = thb("pack", "show", vault, "--to", file, "--json", passphrase=PASSPHRASE)
    text = file.read_text("utf-8").replace(f'version = "{first.json["version"]}"', 'version = "own-1"')
    file.write_text(text, "utf-8")

    adopted = thb(
        "pack", "adopt", vault, file, "--reason", "Looked up again", "--json", passphrase=PASSPHRASE
    )
    shown = thb("pack", "show", vault, "--json", passphrase=PASSPHRASE)

    assert (first.code, first.json["own"]) == (0, False)
    assert {each["certain"] for each in first.json["treaties"]} == {True, False}
    assert again.refusal == "already-exists"
    assert (adopted.code, adopted.json["number"]) == (0, 1)
    assert (shown.json["version"], shown.json["own"]) == ("own-1", True)


def test_a_statement_that_was_not_compared_is_told_in_words(thb: CommandLine, vault: Path):
    told = thb("pack", "show", vault, passphrase=PASSPHRASE).out

    assert "not compared with an official list" in told
    assert "of the program" in told


@pytest.mark.parametrize("content", [b"no pack", b"\xff\xfe", b'format = "another"'])
def test_what_is_no_pack_is_refused_and_nothing_changes(
    thb: CommandLine, vault: Path, tmp_path: Path, content: bytes
):
    file = tmp_path / "pack.toml"
    file.write_bytes(content)

    refused = thb("pack", "adopt", vault, file, "--reason", "Why", "--json", passphrase=PASSPHRASE)

    assert refused.refusal == "pack-refused"
    assert not thb("pack", "show", vault, "--json", passphrase=PASSPHRASE).json["own"]


def test_a_pack_is_adopted_for_a_reason(thb: CommandLine, vault: Path, tmp_path: Path):
    file = tmp_path / "pack.toml"
    thb("pack", "show", vault, "--to", file, passphrase=PASSPHRASE)

    refused = thb("pack", "adopt", vault, file, "--reason", " ", "--json", passphrase=PASSPHRASE)

    assert refused.refusal == "reason-missing"
