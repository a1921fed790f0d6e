"""`thb withdraw` on the demonstration: a file is withdrawn, listed and reinstated."""

from pathlib import Path

from tests.cli.test_out_command import file
from tests.support.command_line import CommandLine
from thb_desktop.services.samples.demo import PASSPHRASE

__all__ = ["file"]

WHY = "It is of another case"


def test_a_file_is_withdrawn_listed_and_reinstated(
    thb: CommandLine, demo_vault: Path, file: tuple[str, str, str]
):
    def run(*typed: object) -> object:
        return thb("withdraw", demo_vault, *typed, passphrase=PASSPHRASE)

    withdrawn = run(*file, "--reason", WHY, "--json")
    again = run(*file, "--reason", WHY)
    listed = run(*file[:2], "--list")
    reinstated = run(*file, "--undo", "--reason", "The number was misread")
    stands = run(*file, "--undo", "--reason", "The number was misread")
    unsaid = run(*file)
    unnamed = run(*file[:2], "--reason", WHY)

    assert (withdrawn.json["name"], withdrawn.json["withdrawn"]) == (file[2], WHY)
    assert "not-found" in again.err
    assert WHY in listed.out
    assert reinstated.out.startswith(f"Reinstated: {file[2]}")
    assert "file-stands" in stands.err
    assert "reason-missing" in unsaid.err
    assert unnamed.code != 0
