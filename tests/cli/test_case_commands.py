"""Cases, bundles and health at the terminal, on the demonstration that `thb demo` makes."""

import stat
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine, cheap_environment, state_of
from thb_desktop.crypto.passphrases import prepare
from thb_desktop.services.office import vaults
from thb_desktop.services.samples.demo import INTERPRETER_PASSPHRASE, PASSPHRASE
from thb_desktop.vault.tables import chain

ALONE = ("--alone", "This office has one magistrate")
TO = ("--state", "BE", "--party", "AUTHORITY", "--special", "yes", "--special-because", "The offence itself")
TOLD = ("--identities-because", "The witness tells a number")
WORDS = ("--purpose", "Evidence of EIO-1", "--recipient", "Court of Borduria", *TOLD, *TO, *ALONE)


def events_of(vault: Path) -> list[str]:
    """What the event chain tells, in one word each."""
    session = vaults.unlock_vault(vault, passphrase=prepare(PASSPHRASE), environment=cheap_environment())
    actions = [signed.parsed().action for signed in chain.entries(session.read)]
    session.close()
    return actions


def test_the_demonstration_leaves_what_was_promised(demonstration: Path):
    names = {path.name for path in demonstration.iterdir()}

    assert names == {
        "demonstration.thbvault",
        "root-certificate.pem",
        "custody-check.pyz",
        *("own-office.key", "own-office.pem", "recipient.key", "recipient.pem"),
        *("perla.asice", "perla-package", "perla-receipt.asice"),
        *("receiver.thbvault", "receiver-root.pem"),
        "perla.pdf",
        "schelde.pdf",
    }


@pytest.mark.parametrize("name", ["perla.pdf", "schelde.pdf"])
def test_a_bundle_of_the_demonstration_verifies(thb: CommandLine, demonstration: Path, name: str):
    verified = thb("verify", demonstration / name, "--root", demonstration / "root-certificate.pem", "--json")

    assert (verified.code, verified.json["verdict"]) == (0, "holds")


def test_a_bundle_is_told_in_few_lines_and_each_finding_stays_in_the_answer_for_programs(
    thb: CommandLine, demonstration: Path
):
    bundle, root = demonstration / "perla.pdf", demonstration / "root-certificate.pem"

    said = thb("verify", bundle, "--root", root).out.splitlines()
    findings = thb("verify", bundle, "--root", root, "--json").json["findings"]

    parts = ("Signature 1", "Signature 2", "The last signature covers", "attached files", "Custody record:")
    places = [next(place for place, line in enumerate(said) if part in line) for part in parts]
    whole = [line for line in said if "All recorded events of each" in line]
    assert places == sorted(places)
    assert len(said) <= 34
    assert said[-1].startswith("VALID. ")
    assert said[-1].endswith("One person alone released this bundle: no second person approved it.")
    assert len(whole) == 1
    assert "E-17, E-05-M1, E-07-M1, E-18-M1; files of exhibits: 9; interviews I-01" in whole[0]
    assert sum(each["code"] == "custody-completeness" for each in findings) == 100
    assert {frozenset(each) for each in findings} == {frozenset(("code", "standing", "sentence"))}


def test_a_demonstration_is_never_made_over_another(thb: CommandLine, demonstration: Path):
    before = state_of(demonstration)

    refused = thb("demo", "--into", demonstration, "--json")

    assert (refused.refusal, refused.code) == ("already-exists", 2)
    assert state_of(demonstration) == before


def test_both_cases_are_listed_with_what_they_hold(thb: CommandLine, demo_vault: Path):
    listed = thb("cases", demo_vault, "--json", passphrase=PASSPHRASE)

    assert listed.code == 0
    assert len(listed.json["cases"]) == 2
    assert all(case["interviews"] and case["exhibits"] and case["events"] for case in listed.json["cases"])


def test_a_bundle_is_exported_signed_and_verified(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    target = tmp_path / "bundle.pdf"

    exported = thb(
        "export", demo_vault, "DEMO-A-PERLA", "--to", target, *WORDS, "--json", "--content", "E-01",
        "--retention", "Dix ans après le jugement",
        passphrase=PASSPHRASE,
    )  # fmt: skip

    assert exported.code == 0, exported.err
    assert exported.json["pages"] > 10
    told = subprocess.run(["pdftotext", "-raw", target, "-"], capture_output=True, check=True)
    text = " ".join(told.stdout.decode().split())
    assert "Contenu de E-01, d'après le fichier" in text
    assert "Dix ans après le jugement" in text
    assert thb("verify", target, "--sha256", exported.json["sha256"], "--json").json["verdict"] != "broken"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_bundle_despite_a_rule_that_warns_leaves_with_a_reason_for_it_alone(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    rule, reason = "transfer.language-not-accepted", "Bucharest reads French in this case"
    abroad = ("--state", "RO", "--instrument", "EIO-1", "--exhibit", "E-05", "--interview", "I-02")
    asked = ("export", demo_vault, "DEMO-A-PERLA", "--to", tmp_path / "b.pdf", *WORDS, *abroad, "--json")

    silent = thb(*asked, passphrase=PASSPHRASE)
    strange = thb(*asked, "--because", "V-X-03", reason, passphrase=PASSPHRASE)
    reasoned = thb(*asked, "--because", rule, reason, passphrase=PASSPHRASE)
    verified = thb("verify", tmp_path / "b.pdf")

    assert (silent.code, silent.refusal) == (2, "leaving-unanswered")
    assert rule in silent.err
    assert strange.code == 2
    assert reasoned.code == 0, reasoned.err
    assert f"The sender's reason: {reason}" in verified.out


def test_an_interpreter_certifies_at_the_same_terminal(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    exported = thb(
        "export", demo_vault, "DEMO-A-PERLA", "--to", tmp_path / "b.pdf", *WORDS, "--json",
        "--certifier", "Simona Ardeleanu",
        passphrase=PASSPHRASE, certifier_passphrase=INTERPRETER_PASSPHRASE,
    )  # fmt: skip
    verified = thb("verify", tmp_path / "b.pdf")

    assert exported.code == 0, exported.err
    assert "Signature 2 of 2" in verified.out


def test_a_wrong_passphrase_of_the_interpreter_is_told_apart_from_the_users_own(
    thb: CommandLine, demo_vault: Path, tmp_path: Path
):
    refused = thb(
        "export", demo_vault, "DEMO-A-PERLA", "--to", tmp_path / "b.pdf", *WORDS,
        "--interview", "I-01", "--exhibit", "E-01", "--certifier", "Simona Ardeleanu",
        passphrase=PASSPHRASE, certifier_passphrase=PASSPHRASE,
    )  # fmt: skip

    assert refused.code == 15
    assert "the interpreter who certifies is wrong" in refused.err
    assert refused.err.endswith("[wrong-certifier-passphrase]\n")
    assert not tmp_path.joinpath("b.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("NO-SUCH-CASE", *WORDS), "not-found"),
        (("DEMO-A-PERLA", *WORDS, "--interview", "I-99"), "not-found"),
        (("DEMO-A-PERLA", *WORDS, "--exhibit", "E-99"), "not-found"),
        (("DEMO-A-PERLA", *WORDS[:4], *ALONE), "transfer-refused"),
        (("DEMO-A-PERLA", *WORDS, "--state", "PY"), "transfer-refused"),
        (("DEMO-A-PERLA", *WORDS, "--state", "NL", "--instrument", "EIO-1"), "transfer-refused"),
        (("DEMO-A-PERLA", *WORDS, "--instrument", "EIO-77"), "not-found"),
        (("DEMO-A-PERLA", *WORDS, "--certifier", "Nobody"), "not-found"),
        (("DEMO-A-PERLA", *WORDS, "--language", "fr", "--language", "xx"), "language-absent"),
        (("DEMO-A-PERLA", "--purpose", " ", "--recipient", "x", *ALONE), "reason-missing"),
        (("DEMO-A-PERLA", *WORDS[:-2], "--alone", " "), "reason-missing"),
        (("DEMO-A-PERLA", *WORDS[:-2], "--second", "Nobody"), "not-found"),
        (("DEMO-A-PERLA", *WORDS[:-2], "--second", "Simona Ardeleanu"), "second-not-allowed"),
        (("DEMO-A-PERLA", *WORDS[:-2]), "second-needed"),
    ],
)
def test_what_cannot_be_exported_leaves_no_file_and_no_event_but_that_somebody_looked(
    thb: CommandLine, demo_vault: Path, tmp_path: Path, arguments: tuple[str, ...], code: str
):
    before = events_of(demo_vault)

    refused = thb(
        "export", demo_vault, *arguments, "--to", tmp_path / "b.pdf", "--json", passphrase=PASSPHRASE
    )

    assert refused.refusal == code
    assert not tmp_path.joinpath("b.pdf").exists()
    assert set(events_of(demo_vault)[len(before) :]) <= {"CONSULTATIONS_CLOSED"}


def test_a_file_that_is_there_is_never_written_over(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    target = tmp_path / "b.pdf"
    target.write_bytes(b"something of value")

    refused = thb(
        "export", demo_vault, "DEMO-A-PERLA", "--to", target, *WORDS, "--json", passphrase=PASSPHRASE
    )

    assert refused.refusal == "already-exists"
    assert target.read_bytes() == b"something of value"


def test_the_office_sees_the_fingerprint_that_its_receivers_compare_and_hands_the_root_over(
    thb: CommandLine, demonstration: Path, demo_vault: Path, tmp_path: Path
):
    target, bundle = tmp_path / "root.pem", demonstration / "perla.pdf"

    shown = thb("root", demo_vault, passphrase=PASSPHRASE).out.splitlines()[1]
    written = thb("root", demo_vault, "--to", target, "--json", passphrase=PASSPHRASE)

    assert [len(group) for group in shown.split()] == [4] * 16
    assert written.json == {"root_sha256": shown.replace(" ", ""), "file": str(target)}
    assert target.read_bytes() == (demonstration / "root-certificate.pem").read_bytes()
    assert thb("verify", bundle, "--root-sha256", shown).code == 0
    assert thb("verify", bundle, "--root", target).code == 0


def test_of_another_root_than_the_bundles_it_is_not_known_and_the_fingerprint_stands_at_the_end(
    thb: CommandLine, demonstration: Path, demo_vault: Path
):
    own = thb("root", demo_vault, "--json", passphrase=PASSPHRASE).json["root_sha256"]

    verified = thb("verify", demonstration / "perla.pdf", "--root-sha256", "0" * 64)

    assert verified.code == 41
    assert "NOT VALID" not in verified.out
    assert "The root certificate of the file is not the one that you named" in verified.out
    assert verified.out.splitlines()[-1].replace(" ", "") == own


def test_a_root_certificate_is_never_written_over_a_file(thb: CommandLine, vault: Path, tmp_path: Path):
    target = tmp_path / "root.pem"
    target.write_text("mine", "utf-8")

    refused = thb("root", vault, "--to", target, "--json", passphrase=PASSPHRASE)

    assert (refused.refusal, refused.code) == ("already-exists", 2)
    assert target.read_text("utf-8") == "mine"


def test_a_folder_that_is_not_there_takes_no_bundle(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    target = tmp_path / "nowhere" / "b.pdf"

    refused = thb(
        "export", demo_vault, "DEMO-A-PERLA", "--to", target, *WORDS, "--json", passphrase=PASSPHRASE
    )

    assert refused.code in range(30, 40)
    assert list(tmp_path.joinpath("demo.thbvault").parent.glob("nowhere*")) == []


def test_a_sound_vault_is_healthy(thb: CommandLine, demo_vault: Path):
    checked = thb("check", demo_vault, "--progress", "--json", passphrase=PASSPHRASE)

    assert (checked.code, checked.json["verdict"]) == (0, "holds")
    assert checked.json["files"] > 0
    assert checked.err.endswith("100 %\n")


def test_a_damaged_exhibit_is_named_by_its_number_and_never_by_its_file(thb: CommandLine, demo_vault: Path):
    stored = next(path for path in demo_vault.joinpath("content").rglob("*") if path.is_file())
    data = bytearray(stored.read_bytes())
    data[len(data) // 2] ^= 1
    stored.write_bytes(data)

    checked = thb("check", demo_vault, "--json", passphrase=PASSPHRASE)

    assert (checked.code, checked.json["verdict"]) == (20, "broken")
    [damaged] = [finding for finding in checked.json["findings"] if finding["code"] == "content-damaged"]
    assert "exhibit E-" in damaged["sentence"]


def test_a_missing_exhibit_is_broken_too(thb: CommandLine, demo_vault: Path):
    next(path for path in demo_vault.joinpath("content").rglob("*") if path.is_file()).unlink()

    checked = thb("check", demo_vault, "--json", passphrase=PASSPHRASE)

    assert checked.code == 20
    assert "content-missing" in {finding["code"] for finding in checked.json["findings"]}


def test_a_strange_file_in_the_vault_is_told_and_is_no_damage(thb: CommandLine, demo_vault: Path):
    demo_vault.joinpath("holiday.jpg").write_bytes(b"x")

    checked = thb("check", demo_vault, "--json", passphrase=PASSPHRASE)

    assert (checked.code, checked.json["verdict"]) == (41, "unknown")
    assert "holiday" not in checked.out


def test_the_installation_tests_itself(thb: CommandLine):
    tested = thb("--self-test", "--json")

    assert tested.code == 0, tested.out
    assert tested.json["passed"] is True


def test_who_looked_at_what_is_listed_for_a_judge(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    thb("export", demo_vault, "DEMO-A-PERLA", "--to", tmp_path / "b.pdf", *WORDS, passphrase=PASSPHRASE)

    listed = thb("consultations", demo_vault, "--json", passphrase=PASSPHRASE)
    told = thb("consultations", demo_vault, "--count", "1", passphrase=PASSPHRASE)

    released = next(look for look in listed.json["consultations"] if look["what"] == "BUNDLE_RELEASED")
    assert (released["text"], released["recipient"]) == (WORDS[1], WORDS[3])
    assert released["user"] == "Claire Vandenhove"
    assert told.code == 0, told.err
    assert len(told.out.splitlines()) == 1
