"""`thb out` on the demonstration: a file goes out with a receipt, or stays with an exit code."""

import hashlib
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from thb_desktop.services.samples.demo import PASSPHRASE

CASE = "DEMO-A-PERLA"
WHY = (
    *("--reason", "Examination ordered on 2 June", "--recipient", "Institute of Forensics"),
    *("--party", "expert"),
)
HERE = (*WHY, "--state", "BE")
SEARCHED = ("--unsearched-because", "The clerk looked at it", "--identities-because", "The expert hears it")
ALONE = ("--alone", "This office has one magistrate")


@pytest.fixture
def file(thb: CommandLine, demo_vault: Path) -> tuple[str, str, str]:
    """A file of the demonstration: the case, the number of its exhibit, and its name."""
    from tests.support.command_line import cheap_environment
    from thb_desktop.crypto.passphrases import prepare
    from thb_desktop.services.office import vaults
    from thb_desktop.vault.tables import registry

    session = vaults.unlock_vault(demo_vault, passphrase=prepare(PASSPHRASE), environment=cheap_environment())
    case = next(each for each in registry.CASE_FILE.all(session.read) if each.reference == CASE)
    exhibit = next(
        each
        for each in registry.EXHIBIT.where(session.read, "case_id", case.id)
        if registry.EXHIBIT_FILE.where(session.read, "exhibit_id", each.id)
    )
    found = registry.EXHIBIT_FILE.where(session.read, "exhibit_id", exhibit.id)[0]
    session.close()
    return CASE, exhibit.number, found.name


def test_a_file_goes_out_and_its_receipt_is_printed(
    thb: CommandLine, demo_vault: Path, file: tuple[str, str, str], tmp_path: Path
):
    target = tmp_path / "copy"

    told = thb("out", demo_vault, *file, target, *HERE, *SEARCHED, "--json", passphrase=PASSPHRASE)
    printed = thb(
        "out", demo_vault, *file, tmp_path / "again", *HERE, *SEARCHED, "--progress", passphrase=PASSPHRASE
    )

    assert told.code == 0
    assert told.json["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (told.json["place"], told.json["party"]) == (str(target), "EXPERT")
    assert "Who receives it: Institute of Forensics" in printed.out
    assert "SHA-256: " in printed.out
    assert "taking out 100 %" in printed.err


def test_each_refusal_has_its_exit_code_and_leaves_nothing(
    thb: CommandLine, demo_vault: Path, file: tuple[str, str, str], tmp_path: Path
):
    (tmp_path / "there").write_text("x")
    going = ("out", demo_vault, *file)
    refused = {
        "already-exists": (*going, tmp_path / "there", *HERE, *SEARCHED),
        "file-abroad": (*going, tmp_path / "copy", *WHY, "--state", "XB", *SEARCHED),
        "reason-missing": (*going, tmp_path / "copy", *HERE, "--reason", " ", *SEARCHED),
        "place-in-vault": (*going, demo_vault / "copy", *HERE, *SEARCHED),
        "not-found": ("out", demo_vault, CASE, "E-999", "x", tmp_path / "copy", *HERE),
    }

    found = {code: thb(*typed, "--json", passphrase=PASSPHRASE) for code, typed in refused.items()}

    assert {code: (each.refusal, each.code) for code, each in found.items()} == {
        code: (code, 2) for code in refused
    }
    assert not (tmp_path / "copy").exists()
    assert thb(*going, tmp_path / "copy", passphrase=PASSPHRASE).code == 2


def test_abuse_material_takes_a_second_person(
    thb: CommandLine, demo_vault: Path, file: tuple[str, str, str], tmp_path: Path
):
    case, number, _ = file
    because = ("--reason", "The unit told us")
    thb("bar", "set", demo_vault, case, number, "abuse-material", *because, passphrase=PASSPHRASE)
    going = ("out", demo_vault, *file, tmp_path / "copy", *HERE, *SEARCHED)

    refused = thb(*going, "--json", passphrase=PASSPHRASE)
    done = thb(*going, *ALONE, passphrase=PASSPHRASE)

    assert refused.refusal == "second-needed"
    assert done.code == 0
    assert "Second person: This office has one magistrate" in done.out
