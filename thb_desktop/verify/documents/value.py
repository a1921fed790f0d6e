"""The value of a signature: made by the key of its certificate, with algorithms that still protect."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256, sha384, sha512

from asn1crypto import cms as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from thb_desktop.findings import Finding, Standing, Value, broken, unknown

HASHES: dict[str, Callable[[bytes], bytes]] = {
    "sha256": lambda data: sha256(data).digest(),
    "sha384": lambda data: sha384(data).digest(),
    "sha512": lambda data: sha512(data).digest(),
}
_PRIMITIVES: dict[str, hashes.HashAlgorithm] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_NO_PARAMETERS = (b"\x05\x00", b"")
"""Of RSA with PKCS 1 v1.5: NULL, or left out (RFC 3370, 3.2)."""
CURVES = {"secp256r1": 256, "secp384r1": 384, "secp521r1": 521}
MINIMUM_RSA_BITS = 2048
MAXIMUM_RSA_BITS = 16384
MALFORMED = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the two ASN.1 parsers raise for malformed bytes."""


@dataclass(slots=True)
class CheckedMessage:
    """The findings about one CMS message, and its certificates."""

    findings: list[Finding] = field(default_factory=list)
    signer: x509.Certificate | None = None
    others: list[x509.Certificate] = field(default_factory=list)
    signing_time: datetime | None = None
    """The time that the message itself claims."""

    def broken(self, key: str, **values: Value) -> None:
        self.findings.append(broken(key, values))

    def unknown(self, key: str, **values: Value) -> None:
        self.findings.append(unknown(key, values))

    @property
    def is_broken(self) -> bool:
        return any(finding.standing is Standing.BROKEN for finding in self.findings)


def check_value(checked: CheckedMessage, info: asn1.SignerInfo, algorithm: str, *, own: bool) -> None:
    """Check the value over the signed attributes; `own` requires our writer's only form (a low s)."""
    attributes = info["signed_attrs"]
    text = b"\x31" + attributes.dump()[1:]
    scheme = info["signature_algorithm"]
    try:
        fits = _verify_value(checked, scheme, info["signature"].native, text, algorithm, own=own)
    except (InvalidSignature, UnsupportedAlgorithm):
        fits = False
    if not fits and not checked.is_broken:
        checked.broken("signature-invalid")


def _verify_value(
    checked: CheckedMessage,
    scheme: asn1.SignedDigestAlgorithm,
    value: bytes,
    text: bytes,
    algorithm: str,
    *,
    own: bool,
) -> bool:
    key = checked.signer.public_key() if checked.signer else None
    kind = scheme.signature_algo
    if (
        kind != "rsassa_pss"
        and scheme["algorithm"].native != "rsassa_pkcs1v15"
        and scheme.hash_algo != algorithm
    ):
        checked.broken("algorithm-exchanged.digests")
        return False
    primitive = _PRIMITIVES[algorithm]
    if isinstance(key, ec.EllipticCurvePublicKey) and kind == "ecdsa" and key.curve.name in CURVES:
        if scheme["parameters"].native is not None or len(scheme["parameters"].dump()) > 0:
            checked.unknown("encoding-not-strict.parameters")
        if own and decode_dss_signature(value)[1] > key.curve.group_order // 2:
            checked.unknown("encoding-not-strict.high-s")
        key.verify(value, text, ec.ECDSA(primitive))
        return True
    if isinstance(key, rsa.RSAPublicKey) and kind in ("rsassa_pkcs1v15", "rsassa_pss"):
        if not MINIMUM_RSA_BITS <= key.key_size <= MAXIMUM_RSA_BITS:
            checked.broken("weak-algorithm.key")
            return False
        if kind == "rsassa_pkcs1v15" and scheme["parameters"].dump() not in _NO_PARAMETERS:
            checked.unknown("encoding-not-strict.parameters")
        key.verify(value, text, _rsa_padding(scheme, primitive, algorithm), primitive)
        return True
    checked.unknown("algorithm-unknown.signature")
    return True


def _rsa_padding(
    scheme: asn1.SignedDigestAlgorithm, primitive: hashes.HashAlgorithm, algorithm: str
) -> padding.PKCS1v15 | padding.PSS:
    if scheme.signature_algo == "rsassa_pkcs1v15":
        return padding.PKCS1v15()
    settings = scheme["parameters"]
    inner = settings["mask_gen_algorithm"]["parameters"]["algorithm"].native
    if settings["hash_algorithm"]["algorithm"].native != algorithm or inner != algorithm:
        raise InvalidSignature
    return padding.PSS(mgf=padding.MGF1(primitive), salt_length=settings["salt_length"].native)
