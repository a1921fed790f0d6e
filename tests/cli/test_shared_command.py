"""`thb shared` on the demonstration: what its sources share is told, narrowed and printed."""

from contextlib import closing
from pathlib import Path

from tests.support.command_line import CommandLine, cheap_environment
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.domain.case import CaseObject
from thb_desktop.domain.ids import CaseObjectId
from thb_desktop.domain.vocabulary import CaseObjectKind
from thb_desktop.services.case_file import cases
from thb_desktop.services.office import vaults
from thb_desktop.services.samples.demo import PASSPHRASE

CASE = "DEMO-B-SCHELDE"


def enter_numbers(vault: Path) -> None:
    """Three objects with one number, and two with another."""
    session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=cheap_environment())
    with closing(session):
        case = next(each.case for each in cases.list_cases(session) if each.case.reference == CASE)
        for at, label in enumerate((*["+32 476 00 00 01"] * 3, *["0476/00.00.02"] * 2)):
            entry = CaseObject(
                id=CaseObjectId(""),
                case_id=case.id,
                kind=CaseObjectKind.PHONE,
                number=f"SH-{at}",
                label=label,
            )
            cases.add_object(session, entry)


def test_what_sources_share_is_told_narrowed_and_printed(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    enter_numbers(demo_vault)

    told = thb("shared", demo_vault, CASE, "--json", passphrase=PASSPHRASE)
    narrowed = thb("shared", demo_vault, CASE, "--kind", "WALLET", "--json", passphrase=PASSPHRASE)
    first = thb("shared", demo_vault, CASE, "--count", "1", passphrase=PASSPHRASE)
    printed = thb("shared", demo_vault, CASE, "--to", tmp_path / "s.pdf", passphrase=PASSPHRASE)
    again = thb("shared", demo_vault, CASE, "--to", tmp_path / "s.pdf", passphrase=PASSPHRASE)

    assert len(told.json["shared"]) >= 2
    assert all(each["sources"] == len(each["in"]) > 1 for each in told.json["shared"])
    counts = [each["sources"] for each in told.json["shared"]]
    assert counts == sorted(counts, reverse=True)
    assert {each["kind"] for each in narrowed.json["shared"]} <= {"WALLET"}
    assert told.json["shared"][0]["written"] in first.out
    assert (tmp_path / "s.pdf").read_bytes().startswith(b"%PDF")
    assert printed.code == 0
    assert "already-exists" in again.err
