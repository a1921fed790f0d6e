"""`thb close` and `thb open`: there and back, for whom it was meant and for nobody else."""

import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_der_x509_certificate

from tests.support.command_line import CommandLine, descriptor_with
from tests.support.recipients import Holder, holder
from thb_desktop.services.core.clock import SystemClock

CONTENT = b"%PDF-1.7 a bundle" * 1000
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def receiver(tmp_path: Path) -> Holder:
    return holder(
        ec.generate_private_key(ec.SECP256R1()), tmp_path, "receiver", since=SystemClock().read().at
    )


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    path = tmp_path / "bundle.pdf"
    path.write_bytes(CONTENT)
    return path


def fingerprint(held: Holder) -> str:
    digits = hashlib.sha256(held.certificate).hexdigest().upper()
    return " ".join(digits[at : at + 4] for at in range(0, 64, 4))


def key_file(held: Holder, path: Path) -> Path:
    certificate = load_der_x509_certificate(held.certificate)
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(
            b"key", held.private_key, certificate, None, BestAvailableEncryption(b"words")
        )
    )
    return path


def test_a_file_is_closed_for_a_certificate_and_opened_with_its_key(
    thb: CommandLine, tmp_path: Path, bundle: Path, receiver: Holder
):
    to = ("--to", receiver.certificate_file, fingerprint(receiver))
    closed = thb("close", bundle, "--into", tmp_path / "closed", *to, "--json").json
    with descriptor_with("words\n") as words:
        opened = thb(
            *("open", tmp_path / "closed", "--to", tmp_path / "opened.pdf", "--json"),
            *("--key", key_file(receiver, tmp_path / "key.p12"), "--passphrase-fd", words),
        ).json

    assert (closed["sha256"], closed["recipients"], closed["passphrase"]) == (DIGEST, 1, "")
    assert (opened["sha256"], opened["size"], opened["volumes"]) == (DIGEST, len(CONTENT), 1)
    assert (tmp_path / "opened.pdf").read_bytes() == CONTENT


def test_words_are_printed_once_and_open_it(thb: CommandLine, tmp_path: Path, bundle: Path):
    words = thb("close", bundle, "--into", tmp_path / "closed", "--words", "fr", "--json").json["passphrase"]
    with descriptor_with(f"{words}\n") as given:
        opened = thb("open", tmp_path / "closed", "--to", tmp_path / "opened.pdf", "--passphrase-fd", given)

    assert len(words.split()) >= 5
    assert words.encode() not in b"".join(path.read_bytes() for path in (tmp_path / "closed").iterdir())
    assert opened.code == 0
    assert "SHA-256, to be compared" in opened.out
    assert (tmp_path / "opened.pdf").read_bytes() == CONTENT


def test_a_certificate_with_another_fingerprint_closes_nothing(
    thb: CommandLine, tmp_path: Path, bundle: Path, receiver: Holder
):
    to = ("--to", receiver.certificate_file, "0" * 64)

    refused = thb("close", bundle, "--into", tmp_path / "closed", *to, "--json")

    assert (refused.refusal, refused.code) == ("fingerprint-differs", 42)
    assert not (tmp_path / "closed").exists()


def test_without_a_recipient_nothing_is_closed(thb: CommandLine, tmp_path: Path, bundle: Path):
    assert thb("close", bundle, "--into", tmp_path / "closed", "--json").refusal == "recipient-missing"
    assert not (tmp_path / "closed").exists()


def test_what_is_no_certificate_is_refused(thb: CommandLine, tmp_path: Path, bundle: Path):
    (tmp_path / "no.pem").write_bytes(b"text")
    to = ("--to", tmp_path / "no.pem", hashlib.sha256(b"text").hexdigest())

    assert thb("close", bundle, "--into", tmp_path / "closed", *to, "--json").refusal == "recipient-unfit"


def test_a_wrong_passphrase_opens_nothing(thb: CommandLine, tmp_path: Path, bundle: Path):
    thb("close", bundle, "--into", tmp_path / "closed", "--words", "en")
    with descriptor_with("guessed words\n") as given:
        refused = thb(
            *("open", tmp_path / "closed", "--to", tmp_path / "o.pdf", "--passphrase-fd", given, "--json")
        )

    assert refused.refusal == "not-a-recipient"
    assert not (tmp_path / "o.pdf").exists()


def test_words_in_a_language_without_a_list_are_refused_instead_of_given_in_english(
    thb: CommandLine, tmp_path: Path, bundle: Path
):
    refused = thb("close", bundle, "--into", tmp_path / "closed", "--words", "nl")

    assert refused.code == 2
    assert not (tmp_path / "closed").exists()
