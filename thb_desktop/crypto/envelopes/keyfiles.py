"""Key files for envelopes: a private key and its certificate from PKCS#12, of any kind that opens them."""

from cryptography.hazmat.primitives.asymmetric import ec, rsa

from thb_desktop.crypto.envelopes.openers import KeyOpener
from thb_desktop.crypto.keyfiles import open_key_file
from thb_desktop.errors import KeyRefusedError


def read_opener(untrusted: bytes, passphrase: bytearray) -> KeyOpener:
    """Read a PKCS#12 file with a key for envelopes. The passphrase is always overwritten.

    Raises KeyFileError, WrongKeyFilePassphraseError, KeyRefusedError for a key that is neither RSA nor on a
    curve.
    """
    key, certificate, _ = open_key_file(untrusted, passphrase)
    if not isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
        raise KeyRefusedError("the key is neither RSA nor on a curve")
    return KeyOpener(certificate=certificate, private_key=key)
