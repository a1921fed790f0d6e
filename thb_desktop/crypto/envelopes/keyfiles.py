"""Key files for envelopes: a private key and its certificate from PKCS#12, of any kind that opens them."""

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12

from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.crypto.keyfiles import verify_protected
from thb_desktop.crypto.material import wipe
from thb_desktop.errors import KeyFileError, KeyRefusedError, WrongKeyFilePassphraseError


def read_opener(untrusted: bytes, passphrase: bytearray) -> KeyOpener:
    """Read a PKCS#12 file with a key for envelopes. The passphrase is always overwritten.

    Raises KeyFileError, WrongKeyFilePassphraseError, KeyRefusedError for a key that is neither RSA nor on a
    curve.
    """
    try:
        verify_protected(untrusted)
        try:
            found = load_pkcs12(untrusted, bytes(passphrase))
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise WrongKeyFilePassphraseError("the passphrase of the key file is wrong") from None
    finally:
        wipe(passphrase)
    if found.key is None or found.cert is None:
        raise KeyFileError("the key file contains no key, or no certificate for it")
    if not isinstance(found.key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise KeyRefusedError("the key is neither RSA nor on a curve")
    certificate = found.cert.certificate.public_bytes(Encoding.DER)
    return KeyOpener(certificate=certificate, private_key=found.key)
