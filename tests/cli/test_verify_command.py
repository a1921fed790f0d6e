"""`thb verify`: plain words for people, a verdict and an exit code for scripts, and no vault."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.pdfs import Office, make_office, signed_twice


@pytest.fixture(scope="module")
def office() -> Office:
    return make_office()


@pytest.fixture
def bundle(office: Office, tmp_path: Path) -> Path:
    path = tmp_path / "bundle.pdf"
    path.write_bytes(signed_twice(office))
    return path


def test_a_sound_bundle_of_a_trusted_office_holds(thb: CommandLine, bundle: Path, office: Office):
    root = bundle.with_name("root.der")
    root.write_bytes(office.root)

    verified = thb("verify", bundle, "--root", root, "--json")

    assert (verified.code, verified.json["verdict"]) == (0, "holds")
    assert {finding["standing"] for finding in verified.json["findings"]} == {"holds"}


def test_who_is_trusted_for_files_of_others_is_no_root_of_an_office(
    thb: CommandLine, bundle: Path, office: Office
):
    root = bundle.with_name("root.der")
    root.write_bytes(office.root)

    verified = thb("verify", bundle, "--anchor", root, "--json")

    assert (verified.code, verified.json["verdict"]) == (41, "unknown")


def test_of_an_office_that_nobody_vouches_for_not_everything_is_known(thb: CommandLine, bundle: Path):
    verified = thb("verify", bundle, "--json")

    assert (verified.code, verified.json["verdict"]) == (41, "unknown")


def test_the_custody_check_is_written_as_one_file_and_over_none(thb: CommandLine, tmp_path: Path):
    target = tmp_path / "custody-check.pyz"

    written, again = thb("portable", target), thb("portable", target)

    assert (written.code, again.code) == (0, 2)
    assert (
        subprocess.run([sys.executable, "-I", target, "--help"], check=False, capture_output=True).returncode
        == 0
    )


def test_one_changed_byte_is_broken_and_says_so_in_words(thb: CommandLine, bundle: Path):
    data = bytearray(bundle.read_bytes())
    data[len(data) // 3] ^= 1
    bundle.write_bytes(data)

    as_json = thb("verify", bundle, "--json")
    in_words = thb("verify", bundle)

    assert (as_json.code, as_json.json["verdict"]) == (40, "broken")
    assert in_words.code == 40
    assert "NOT VALID" in in_words.out


def test_a_file_that_is_not_there_is_refused(thb: CommandLine, tmp_path: Path):
    refused = thb("verify", tmp_path / "nothing.pdf", "--json")

    assert (refused.refusal, refused.code) == ("file-unreadable", 43)


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04", b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", b"GIF89a", b"\x7fELF"],
    ids=["cut", "a document of Word", "a picture", "a program"],
)
def test_a_file_of_another_kind_is_refused(thb: CommandLine, tmp_path: Path, data: bytes):
    tmp_path.joinpath("x").write_bytes(data)

    refused = thb("verify", tmp_path / "x", "--json")

    assert (refused.refusal, refused.code) == ("file-unreadable", 43)
