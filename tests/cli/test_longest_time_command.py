"""`thb longest-time`: the office's own minutes without a break, set and taken back for a reason."""

from pathlib import Path

from tests.support.command_line import CommandLine
from tests.support.vaults import PASSPHRASE


def test_the_office_sets_the_minutes_without_a_break_and_takes_them_back(thb: CommandLine, vault: Path):
    done = thb(
        *("longest-time", vault, "--adult", "60", "--child", "30"),
        *("--reason", "Our own practice", "--json"),
        passphrase=PASSPHRASE,
    )
    back = thb("longest-time", vault, "--reason", "As the program has it", "--json", passphrase=PASSPHRASE)

    assert (done.code, done.json["adult"], done.json["child"]) == (0, 60, 30)
    assert (back.code, back.json["adult"], back.json["child"]) == (0, None, None)


def test_a_time_that_cannot_be_is_refused(thb: CommandLine, vault: Path):
    refused = thb("longest-time", vault, "--adult", "5", "--reason", "why", "--json", passphrase=PASSPHRASE)

    assert (refused.code, refused.refusal) == (2, "value-refused")
