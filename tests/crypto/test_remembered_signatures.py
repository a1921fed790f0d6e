"""What the tests remember of signatures is only what was found genuine."""

import secrets

import pytest

from tests.support.signatures import remembered_signatures
from thb_desktop.crypto import signing
from thb_desktop.errors import SignatureError


def test_a_signature_that_was_verified_says_nothing_of_another_text_key_or_signature():
    signer, other = (
        signing.SoftwareSigner.of(signing.new_private_key(secrets.token_bytes)) for _ in range(2)
    )
    signature = signer.sign(b"a statement")
    asked = signer.public_key, b"a statement", signature
    false = [
        (signer.public_key, b"another statement", signature),
        (other.public_key, b"a statement", signature),
        (signer.public_key, b"a statement", signer.sign(b"another statement")),
        (signer.public_key, b"a statement", bytes(64)),
    ]

    with remembered_signatures():
        for _ in range(2):
            signing.verify_signature(*asked)
            for each in false:
                with pytest.raises(SignatureError):
                    signing.verify_signature(*each)
