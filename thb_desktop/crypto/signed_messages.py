"""Signed messages: one detached CMS signature over a document, as PAdES and CAdES B-B ask for it.

PAdES (ETSI EN 319 142-1) has its time in the PDF, CAdES (ETSI EN 319 122-1) as a signed attribute.
"""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256

from asn1crypto import algos, cms, core, tsp, x509

from thb_desktop.crypto.signing import ORDER, Signer, to_der
from thb_desktop.errors import SigningError

_LONGEST = 72
"""Bytes of an ECDSA signature over P-256 in DER, at most."""


def sign_detached(
    digest: bytes, *, signer: Signer, chain: Sequence[bytes], at: datetime | None = None
) -> bytes:
    """Return a detached CMS message in DER over the document with this SHA-256.

    `chain` has the certificates above the signer's up to the root, in DER; `at` is the claimed time, for
    CAdES. The same input gives the same bytes. Raises SigningError for a signer without a certificate.
    """
    if signer.certificate is None:
        raise SigningError("a signature needs a certificate")
    attributes = _attributes(signer.certificate, digest, at)
    signature = to_der(_low(signer.sign(attributes.dump())))
    return _message([signer.certificate, *chain], attributes, signature)


def room_for(certificates: Sequence[bytes]) -> int:
    """Return the longest message without a time that these certificates give, in bytes."""
    return len(_message(certificates, _attributes(certificates[0], bytes(32), None), bytes(_LONGEST)))


def _attributes(certificate: bytes, digest: bytes, at: datetime | None) -> cms.CMSAttributes:
    """The signed attributes: the digest, the signer's own certificate (RFC 5035) and the algorithms (RFC
    6211).
    """
    named = tsp.ESSCertIDv2({"cert_hash": sha256(certificate).digest()})
    protected = cms.CMSAlgorithmProtection({"digest_algorithm": _DIGEST, "signature_algorithm": _SCHEME})
    timed = [("signing_time", cms.Time("utc_time", at))] if at else []
    told: list[tuple[str, object]] = [
        ("content_type", "data"),
        *timed,
        ("message_digest", core.OctetString(digest)),
        ("signing_certificate_v2", tsp.SigningCertificateV2({"certs": [named]})),
        ("cms_algorithm_protection", protected),
    ]
    return cms.CMSAttributes([cms.CMSAttribute({"type": name, "values": [value]}) for name, value in told])


def _message(certificates: Sequence[bytes], attributes: cms.CMSAttributes, signature: bytes) -> bytes:
    """One signer, its certificates, nothing unsigned."""
    signer = x509.Certificate.load(certificates[0])
    sid = cms.IssuerAndSerialNumber({"issuer": signer.issuer, "serial_number": signer.serial_number})
    info = cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": sid}),
            "digest_algorithm": _DIGEST,
            "signed_attrs": attributes,
            "signature_algorithm": _SCHEME,
            "signature": signature,
        }
    )
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": [_DIGEST],
            "encap_content_info": {"content_type": "data"},
            "certificates": [
                cms.CertificateChoices("certificate", x509.Certificate.load(one)) for one in certificates
            ],
            "signer_infos": [info],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def _low(raw: bytes) -> bytes:
    """Of the two forms of an ECDSA signature, return the one with the smaller s, so that they cannot be
    exchanged.
    """
    value = int.from_bytes(raw[32:])
    return raw[:32] + min(value, ORDER - value).to_bytes(32)


_DIGEST = algos.DigestAlgorithm({"algorithm": "sha256"})
_SCHEME = algos.SignedDigestAlgorithm({"algorithm": "sha256_ecdsa"})
