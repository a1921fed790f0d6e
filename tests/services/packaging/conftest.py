"""A file closed in a folder of three volumes, for a key and for a passphrase."""

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from tests.support.pdfs import fixed_randomness
from tests.support.recipients import NOW, Holder, holder
from tests.support.scans import remembered_scans
from thb_desktop.crypto.envelopes.recipients import CertificateRecipient, PassphraseRecipient
from thb_desktop.services.packaging.folders import close_file

CONTENT = fixed_randomness("folder")(700_001)
WORDS = bytearray(b"words that the sender tells by telephone")


@pytest.fixture
def receiver(tmp_path) -> Holder:
    return holder(ec.generate_private_key(ec.SECP256R1()), tmp_path, "receiver")


@pytest.fixture
def source(tmp_path) -> Path:
    path = tmp_path / "Statement of Maria Victim.PDF"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def closed(tmp_path, receiver, source) -> Path:
    folder = tmp_path / "closed"
    recipients = [
        CertificateRecipient.of(receiver.certificate, at=NOW),
        PassphraseRecipient(passphrase=bytearray(WORDS)),
    ]
    told = close_file(source, folder, recipients, randomness=secrets.token_bytes, length=300_000)
    assert (told.size, told.volumes) == (len(CONTENT), 3)
    return folder


@pytest.fixture
def known_scans() -> Iterator[None]:
    """For tests that lay out the same package again and again, and say nothing of the search in it."""
    with remembered_scans():
        yield
