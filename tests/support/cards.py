"""Cards for tests: SoftHSM tokens. They must exist before the library is loaded, because it looks for them
only then.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_der_public_key
from cryptography.x509.oid import NameOID

PIN = "471108"
_MODULES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
)
_CURVES = {"judge": "secp256r1", "clerk": "secp256r1", "lost": "secp256r1", "larger": "secp384r1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """The module, and for each card its public key (SPKI); the PIN is always PIN."""

    module: Path
    folder: Path
    keys: dict[str, bytes]

    def take_out(self, name: str) -> None:
        """Remove a card, as far as this is possible with a software token."""
        for token in self.folder.iterdir():
            if f"{name}-card".encode() in (token / "token.object").read_bytes():
                shutil.rmtree(token)


@pytest.fixture(scope="session")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cards]:
    """Four cards with one key each. One key is on another curve; the judge's card has a certificate."""
    tool, module = shutil.which("softhsm2-util"), next(filter(os.path.exists, _MODULES), None)
    if tool is None or module is None:
        pytest.skip("the Debian package softhsm2 is not here")
    folder = tmp_path_factory.mktemp("tokens")
    settings = folder.with_name("softhsm2.conf")
    settings.write_text(f"directories.tokendir = {folder}\nobjectstore.backend = file\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(settings))
        for name in _CURVES:
            command = [tool, "--init-token", "--free", "--label", f"{name}-card"]
            subprocess.run([*command, "--so-pin", "87654321", "--pin", PIN], check=True, capture_output=True)
        keys = {name: _with_key(module, name, curve) for name, curve in _CURVES.items()}
        yield Cards(module=Path(module), folder=folder, keys=keys)


def issued(public_key: bytes, *, name: str = "Claire Vandenhove", usage: bool = True) -> bytes:
    """Issue a certificate over a key as a State authority would. usage: whether it may sign."""
    key = load_der_public_key(public_key)
    assert isinstance(key, ec.EllipticCurvePublicKey)
    at = datetime(2026, 1, 1, tzinfo=UTC)
    holder, state = (
        x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, each)]) for each in (name, "State CA")
    )
    return (
        x509.CertificateBuilder()
        .subject_name(holder)
        .issuer_name(state)
        .public_key(key)
        .serial_number(4711)
        .not_valid_before(at)
        .not_valid_after(at + timedelta(days=900))
        .add_extension(
            x509.KeyUsage(
                digital_signature=usage,
                content_commitment=usage,
                key_encipherment=not usage,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(ec.generate_private_key(ec.SECP256R1()), SHA256())
        .public_bytes(Encoding.DER)
    )


def _with_key(module: str, name: str, curve: str) -> bytes:
    import pkcs11
    from pkcs11.util.ec import encode_ec_public_key, encode_named_curve_parameters

    token = pkcs11.lib(module).get_token(token_label=f"{name}-card")
    with token.open(rw=True, user_pin=PIN) as session:
        parameters = session.create_domain_parameters(
            pkcs11.KeyType.EC,
            {pkcs11.Attribute.EC_PARAMS: encode_named_curve_parameters(curve)},
            local=True,
        )
        public, _ = parameters.generate_keypair(store=True, label="sign", id=b"\x01")
        spki = encode_ec_public_key(public)
        if name == "judge":
            session.create_object(
                {
                    pkcs11.Attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
                    pkcs11.Attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
                    pkcs11.Attribute.TOKEN: True,
                    pkcs11.Attribute.ID: b"\x01",
                    pkcs11.Attribute.SUBJECT: b"",
                    pkcs11.Attribute.VALUE: issued(spki),
                }
            )
    return spki
