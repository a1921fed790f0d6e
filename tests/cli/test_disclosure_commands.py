"""`thb disclosure` and `thb export --disclosure` on the demonstration: what a recipient gets, and checks."""

from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.cli.test_sending_commands import key_of, record
from tests.support.command_line import CommandLine, descriptor_with
from tests.support.leaks import readable
from thb_desktop.services.samples.demo import PASSPHRASE

ALONE = ("--alone", "This office has one magistrate")
AT_HOME = ("--state", "BE", "--party", "AUTHORITY", "--special", "no")
DRAFT = ("--recipient", "Judge of Borduria", "--purpose", "Execution")
ORDER = ("--reason", "third-party", "--ordered-by", "Investigating judge")


def reference(thb: CommandLine, vault: Path) -> str:
    told = thb("cases", vault, "--json", passphrase=PASSPHRASE).json["cases"]
    return str(next(each["reference"] for each in told if "PERLA" in str(each) or "Perla" in str(each)))


def test_a_version_is_drawn_up_masked_printed_and_verified(
    thb: CommandLine, demo_vault: Path, demonstration: Path, tmp_path: Path
):
    case = reference(thb, demo_vault)
    drawn = thb(
        *("disclosure", "draw-up", demo_vault, case, *DRAFT, "--basis", "Spontaneous information", "--json"),
        passphrase=PASSPHRASE,
    )
    with descriptor_with("Bacău\n") as words:
        masked = thb(
            *("disclosure", "mask", demo_vault, case, drawn.json["number"], *ORDER),
            *("--words-fd", words, "--json"),
            passphrase=PASSPHRASE,
        )
    made = thb(
        *("export", demo_vault, case, "--to", tmp_path / "version.pdf", *ALONE),
        *("--disclosure", drawn.json["number"], *AT_HOME, "--json"),
        *("--identities-because", "The court hears the witness"),
        passphrase=PASSPHRASE,
    )
    verified = thb("verify", tmp_path / "version.pdf", "--root", demonstration / "root-certificate.pem")

    assert masked.json["redactions"]
    assert made.code == 0
    assert verified.code == 0, verified.out
    assert "redactions" in verified.out
    seen = readable((tmp_path / "version.pdf").read_bytes())
    assert "⟦R-001 THIRD_PARTY⟧" in seen["text: drawn -raw"].decode()
    said = [data for place, data in seen.items() if place.startswith("text: records/I-")]
    assert said
    assert not any("Bacău".encode() in data for data in said)


def test_a_version_says_itself_what_goes_to_whom(thb: CommandLine, demo_vault: Path, tmp_path: Path):
    case = reference(thb, demo_vault)
    thb(*("disclosure", "draw-up", demo_vault, case, *DRAFT, "--basis", "Told"), passphrase=PASSPHRASE)

    refused = thb(
        *("export", demo_vault, case, "--to", tmp_path / "x.pdf", *ALONE, "--disclosure", "D-001"),
        *("--recipient", "Somebody else"),
        passphrase=PASSPHRASE,
    )

    assert refused.code == 2
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("missing", ["--recipient", "--purpose"])
def test_without_a_version_recipient_and_purpose_are_asked_for(
    thb: CommandLine, demo_vault: Path, tmp_path: Path, missing: str
):
    given = [each for pair in (DRAFT[:2], DRAFT[2:]) if pair[0] != missing for each in pair]

    refused = thb(
        *("export", demo_vault, reference(thb, demo_vault), "--to", tmp_path / "x.pdf", *ALONE, *given),
        passphrase=PASSPHRASE,
    )

    assert refused.code == 2


def test_an_identity_annex_is_made_opened_and_its_signature_verified(
    thb: CommandLine, demo_vault: Path, demonstration: Path, tmp_path: Path
):
    reader = key_of(tmp_path, "receiver")
    record(thb, demo_vault, reader, "Judge of Borduria", "addressee")
    record(thb, demo_vault, key_of(tmp_path, "office"), "Our registry", "own-office")
    made = thb(
        *("annex", demo_vault, reference(thb, demo_vault), "B-001", "--into", tmp_path / "sent"),
        *("--person", "V-01", "--to", "Judge of Borduria", "--because", "Summons", *ALONE, "--json"),
        passphrase=PASSPHRASE,
    )
    key_file = tmp_path / "key.p12"
    key_file.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"key",
            reader.private_key,
            load_der_x509_certificate(reader.certificate),
            None,
            BestAvailableEncryption(b"words"),
        )
    )
    with descriptor_with("words\n") as words:
        opened = thb(
            *("open", tmp_path / "sent", "--to", tmp_path / "read", "--json"),
            *("--key", key_file, "--passphrase-fd", words),
        )
    verified = thb(
        *("verify", tmp_path / "read" / "package.p7s", "--content", tmp_path / "read" / "package.pdf"),
        *("--anchor", demonstration / "root-certificate.pem"),
    )

    assert (made.code, opened.code) == (0, 0)
    assert made.json["persons"] == ["V-01"]
    assert sha256((tmp_path / "read" / "package.pdf").read_bytes()).hexdigest() == made.json["sha256"]
    assert verified.code == 50, verified.out  # valid, and no proof that nothing was revoked
    assert "TOTAL-PASSED" in verified.out
