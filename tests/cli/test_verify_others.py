"""`thb verify` of files that other programs signed: four verdicts, four exit codes, anchors from files."""

import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign
from tests.support.command_line import CommandLine
from thb_desktop.inspect.confinement import ask_machine

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
    ),
    pytest.mark.logs("fetching is not allowed"),
]


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.be_patient(monkeypatch)


@pytest.fixture
def anchor(tmp_path: Path) -> Path:
    path = tmp_path / "root.pem"
    path.write_bytes(foreign.authority().root.certificate.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    whole = foreign.authority()
    path.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))
    return path


def test_each_verdict_has_its_exit_code(thb: CommandLine, tmp_path: Path, letter: Path, anchor: Path):
    whole = foreign.authority()
    archived, changed = tmp_path / "archived.pdf", tmp_path / "changed.pdf"
    archived.write_bytes(
        foreign.sign(foreign.document(), whole.clerk, whole, revocations=(whole.revocations(),))
    )
    changed.write_bytes(letter.read_bytes().replace(b"(Page 1)", b"(Page 9)"))

    found = [
        thb("verify", *given, "--json")
        for given in (
            (archived, "--anchor", anchor),
            (letter, "--anchor", anchor),
            (letter,),
            (changed, "--anchor", anchor),
        )
    ]

    assert [(each.code, each.json["verdict"]) for each in found] == [
        (0, "valid"),
        (50, "valid-with-remarks"),
        (41, "cannot-be-judged"),
        (40, "not-valid"),
    ]


def test_people_read_who_signed_and_what_would_resolve_it(thb: CommandLine, letter: Path):
    said = thb("verify", letter).out

    assert "by (as the certificate says): Ottokar Clerk" in said
    assert "Get the root certificate of the issuing authority" in said
    assert said.splitlines()[-1].startswith("CANNOT BE JUDGED.")


def test_programs_read_the_indication_of_the_standard(thb: CommandLine, letter: Path, anchor: Path):
    (signature,) = thb("verify", letter, "--anchor", anchor, "--json").json["signatures"]

    assert signature["indication"] == "TOTAL-PASSED"
    assert signature["anchor"] == "Ministry of Justice of Syldavia Root"
    assert {note["weight"] for note in signature["notes"]} == {"told", "remark"}


def test_who_names_the_root_of_an_office_gets_the_strict_rules(thb: CommandLine, letter: Path, anchor: Path):
    verified = thb("verify", letter, "--root", anchor, "--json")

    assert "findings" in verified.json


def test_the_digest_of_the_whole_file_counts_here_too(thb: CommandLine, letter: Path, anchor: Path):
    verified = thb("verify", letter, "--anchor", anchor, "--sha256", "0" * 64, "--json")

    assert (verified.code, verified.json["verdict"]) == (40, "not-valid")


def test_a_name_in_a_certificate_cannot_steer_the_terminal(thb: CommandLine, tmp_path: Path):
    whole = foreign.authority("\u202egnp.\x1b[31m")
    path = tmp_path / "letter.pdf"
    path.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))

    said = thb("verify", path).out

    assert "\u202e" not in said
    assert "\x1b" not in said
