"""`thb shared` on the demonstration: what its sources share is told, narrowed and printed."""

from pathlib import Path

from tests.support.command_line import CommandLine
from thb_desktop.services.samples.demo import PASSPHRASE

CASE = "DEMO-B-SCHELDE"


def test_what_sources_share_is_told_narrowed_and_printed(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    told = thb("shared", demo_vault, CASE, "--json", passphrase=PASSPHRASE)
    narrowed = thb("shared", demo_vault, CASE, "--kind", "WALLET", "--json", passphrase=PASSPHRASE)
    first = thb("shared", demo_vault, CASE, "--count", "1", passphrase=PASSPHRASE)
    printed = thb("shared", demo_vault, CASE, "--to", tmp_path / "s.pdf", passphrase=PASSPHRASE)
    again = thb("shared", demo_vault, CASE, "--to", tmp_path / "s.pdf", passphrase=PASSPHRASE)

    assert told.json["shared"]
    assert all(each["sources"] == len(each["in"]) > 1 for each in told.json["shared"])
    counts = [each["sources"] for each in told.json["shared"]]
    assert counts == sorted(counts, reverse=True)
    assert {each["kind"] for each in narrowed.json["shared"]} <= {"WALLET"}
    assert told.json["shared"][0]["written"] in first.out
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
    assert printed.code == 0
    assert "already-exists" in again.err
