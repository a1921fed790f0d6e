"""`thb judge`: a signed file of an exhibit is judged, kept and listed through the command."""

import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from tests.support import foreign
from tests.support.command_line import PASSPHRASE, Answer, CommandLine
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.verify.exits import UNKNOWN

pytestmark = [
    pytest.mark.skipif(
        sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
    ),
    pytest.mark.logs("fetching is not allowed"),
]
CASE = "DEMO-A-PERLA"


def test_a_signed_file_is_judged_kept_and_listed(
    thb: CommandLine, demo_vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    foreign.be_patient(monkeypatch)
    whole = foreign.authority()
    root, letter = tmp_path / "root.pem", tmp_path / "letter.pdf"
    root.write_bytes(whole.root.certificate.public_bytes(Encoding.PEM))
    letter.write_bytes(foreign.sign(foreign.document(), whole.clerk, whole))
    taken = thb("take", demo_vault, CASE, "E-01", letter, "--json", passphrase=PASSPHRASE)
    assert taken.code == 0, taken.err

    def judge(*given: str | Path) -> Answer:
        return thb("judge", demo_vault, CASE, "E-01", *given, "--json", passphrase=PASSPHRASE)

    looked, kept = judge("letter.pdf"), judge("letter.pdf", "--anchor", root, "--keep")
    listed, neither = judge("--list"), judge()

    assert (looked.code, looked.json["verdict"]) == (UNKNOWN, "cannot-be-judged")
    assert "kept" not in looked.json
    assert kept.json["verdict"] == "valid-with-remarks"
    (check,) = listed.json["checks"]
    assert check["id"] == kept.json["kept"]
    assert (check["verdict"], check["file"]) == ("VALID_WITH_REMARKS", "letter.pdf")
    assert [each["name"] for each in check["anchors"]] == ["Ministry of Justice of Syldavia Root"]
    assert check["signatures"][0]["indication"] == "TOTAL-PASSED"
    assert neither.refusal == "usage"
