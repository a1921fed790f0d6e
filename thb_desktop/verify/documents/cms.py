"""The signature inside a PDF: a CMS message (RFC 5652), checked so that none of its bytes can vary."""

from collections.abc import Callable
from datetime import datetime

from asn1crypto import cms as asn1
from asn1crypto import parser, tsp
from asn1crypto.core import Asn1Value, Void
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from thb_desktop.errors import NotCanonicalError, PdfBeyondBoundsError
from thb_desktop.verify.der import Element, children, in_order, read_element, verify_der
from thb_desktop.verify.documents.own_form import is_own_form
from thb_desktop.verify.documents.value import HASHES, MALFORMED, CheckedMessage, check_value

MAXIMUM_CERTIFICATES = 30
MAXIMUM_LOOSE = 64 * 1024
"""Bytes of a message that is not strict DER: it is read by a library that keeps every element."""
CONTENT_TYPE = "1.2.840.113549.1.9.3"
MESSAGE_DIGEST = "1.2.840.113549.1.9.4"
SIGNING_TIME = "1.2.840.113549.1.9.5"
SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47"
ALGORITHM_PROTECTION = "1.2.840.113549.1.9.52"
KNOWN_ATTRIBUTES = {
    CONTENT_TYPE,
    MESSAGE_DIGEST,
    SIGNING_CERTIFICATE_V2,
    ALGORITHM_PROTECTION,
    SIGNING_TIME,
    "1.2.840.113549.1.9.16.2.4",  # content hints
    "1.2.840.113549.1.9.16.2.12",  # signing certificate, by SHA-1
    "1.2.840.113549.1.9.16.2.15",  # signature policy
    "1.2.840.113549.1.9.16.2.16",  # commitment
    "1.2.840.113549.1.9.16.2.17",  # place of the signer
    "1.2.840.113549.1.9.16.2.18",  # attributes of the signer
    "0.4.0.19122.1.1",  # attributes of the signer, second version
    "1.2.840.113583.1.1.8",  # revocation data as Adobe writes them
}


def check_message(
    der: bytes, content: bytes | None, digest: Callable[[str], bytes], *, pades: bool, own: bool
) -> CheckedMessage:
    """Check one CMS SignedData message over the bytes whose digest `digest(algorithm name)` returns.

    `content` None means a detached signature; otherwise the bytes are the message's own (a time stamp's).
    `pades` requires ETSI EN 319 142-1; `own` requires the exact form of our own writer.
    """
    checked = CheckedMessage()
    try:
        verify_der(der)
    except NotCanonicalError as refusal:
        checked.unknown("encoding-not-strict.der", detail=str(refusal))
        if len(der) > MAXIMUM_LOOSE:
            raise PdfBeyondBoundsError("a signature is larger than this check reads") from None
    try:
        _check(checked, der, content, digest, pades=pades, own=own)
    except MALFORMED:
        checked.broken("signature-malformed.unreadable")
    return checked


def _check(
    checked: CheckedMessage,
    der: bytes,
    content: bytes | None,
    digest: Callable[[str], bytes],
    *,
    pades: bool,
    own: bool,
) -> None:
    message = asn1.ContentInfo.load(der, strict=True)
    if message["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    signed = message["content"]
    if len(signed["signer_infos"]) != 1:
        checked.broken("not-one-signer")
        return
    info = signed["signer_infos"][0]
    algorithm = info["digest_algorithm"]["algorithm"].native
    if algorithm not in HASHES:
        checked.broken("weak-algorithm.digest", algorithm=str(algorithm)[:20])
        return
    _read_certificates(checked, der, signed, info)
    _check_frame(checked, der, signed, info, detached=content is None)
    attributes = _attributes(checked, info)
    if SIGNING_TIME in attributes:
        checked.signing_time = attributes[SIGNING_TIME].native
    expected = HASHES[algorithm](content) if content is not None else digest(algorithm)
    if attributes.get(MESSAGE_DIGEST) is None or attributes[MESSAGE_DIGEST].native != expected:
        checked.broken("content-changed.document")
    if attributes.get(CONTENT_TYPE) is None or (
        attributes[CONTENT_TYPE].dump() != signed["encap_content_info"]["content_type"].dump()
    ):
        checked.broken("signature-malformed.kind-unsaid")
    if checked.signer is None:
        checked.broken("signer-missing")
        return
    _check_binding(checked, attributes, info, pades=pades)
    check_value(checked, info, algorithm, own=own)
    at = None if pades else checked.signing_time
    if own and not is_own_form(der, expected, checked.signer.public_bytes(Encoding.DER), at):
        checked.unknown("encoding-not-strict.own-form")


def _read_certificates(
    checked: CheckedMessage, der: bytes, signed: asn1.SignedData, info: asn1.SignerInfo
) -> None:
    """Take the certificates as they stand in the message: the library would write one that says the same in
    other bytes (the unused bits of a key's uses) as the right one.
    """
    raw = raw_certificates(der)
    if len(raw) > MAXIMUM_CERTIFICATES:
        raise ValueError("too many certificates")
    found: list[bytes] = []
    for number, choice in enumerate(signed["certificates"] or ()):
        if choice.name != "certificate":
            checked.unknown("spare-data.certificates")
            continue
        found.append(raw[number] if number < len(raw) else choice.chosen.dump())
    if len(found) > MAXIMUM_CERTIFICATES:
        raise ValueError("too many certificates")
    sid = info["sid"]
    for text in found:
        certificate = x509.load_der_x509_certificate(text)
        if checked.signer is None and _names(sid, text):
            checked.signer = certificate
        else:
            checked.others.append(certificate)


def _names(sid: asn1.SignerIdentifier, certificate: bytes) -> bool:
    parsed = asn1.Certificate.load(certificate)
    if sid.name == "issuer_and_serial_number":
        same_issuer = bool(sid.chosen["issuer"].dump() == parsed.issuer.dump())
        return same_issuer and bool(sid.chosen["serial_number"].native == parsed.serial_number)
    return bool(parsed.key_identifier == sid.chosen.native)


def _check_frame(
    checked: CheckedMessage, der: bytes, signed: asn1.SignedData, info: asn1.SignerInfo, *, detached: bool
) -> None:
    """Check that the parts that no signature covers have their only possible value."""
    by_key = info["sid"].name != "issuer_and_serial_number"
    versions = (signed["version"].native, info["version"].native)
    if versions != ("v3" if by_key or not detached else "v1", "v3" if by_key else "v1"):
        checked.unknown("encoding-not-strict.version")
    algorithms = signed["digest_algorithms"]
    if len(algorithms) != 1 or algorithms[0].dump() != info["digest_algorithm"].dump():
        checked.unknown("encoding-not-strict.digests-unused")
    if info["digest_algorithm"]["parameters"].native is not None:
        checked.unknown("encoding-not-strict.digest-parameters")
    if detached and (
        not isinstance(signed["encap_content_info"]["content"], Void)
        or signed["encap_content_info"]["content_type"].native != "data"
    ):
        checked.broken("signature-malformed.own-content")
    if not isinstance(signed["crls"], Void):
        checked.unknown("spare-data.revocation-lists")
    if not isinstance(info["unsigned_attrs"], Void):
        checked.unknown("unsigned-additions")
    if not _certificates_in_order(der):
        checked.unknown("encoding-not-strict.order")


def raw_certificates(der: bytes) -> list[bytes]:
    """Return the bytes of each certificate; none of a message that is not in strict form."""
    try:
        signed = children(der, children(der, read_element(der, 0, len(der)))[1])[0]
        sets = [part for part in children(der, signed) if part.tag == 0xA0]
        return [der[each.start : each.end] for part in sets for each in children(der, part)]
    except (NotCanonicalError, IndexError):
        return []


def _certificates_in_order(der: bytes) -> bool:
    def inside(element: Element) -> list[Element]:
        return children(der, element)

    try:
        signed = inside(inside(read_element(der, 0, len(der)))[1])[0]
        return all(in_order(der, part) for part in inside(signed) if part.tag == 0xA0)
    except NotCanonicalError:
        return False


def _attributes(checked: CheckedMessage, info: asn1.SignerInfo) -> dict[str, Asn1Value]:
    found: dict[str, Asn1Value] = {}
    for attribute in info["signed_attrs"] or ():
        kind = attribute["type"].dotted
        if kind in found or len(attribute["values"]) != 1:
            checked.broken("signature-malformed.twice")
        elif kind not in KNOWN_ATTRIBUTES:
            checked.unknown("unknown-attribute")
        if len(attribute["values"]):
            found[kind] = attribute["values"][0]
    return found


def _check_binding(
    checked: CheckedMessage, attributes: dict[str, Asn1Value], info: asn1.SignerInfo, *, pades: bool
) -> None:
    """Check that the signature names its own certificate (RFC 5035) and its own algorithms (RFC 6211)."""
    if checked.signer is None:
        return
    encoded = checked.signer.public_bytes(Encoding.DER)
    if SIGNING_CERTIFICATE_V2 in attributes:
        first = attributes[SIGNING_CERTIFICATE_V2]["certs"][0]
        name = first["hash_algorithm"]["algorithm"].native
        if name not in HASHES or first["cert_hash"].native != HASHES[name](encoded):
            checked.broken("certificate-exchanged")
    elif pades:
        checked.broken("certificate-not-bound")
    else:
        checked.unknown("certificate-not-bound")
    if ALGORITHM_PROTECTION in attributes:
        stated = attributes[ALGORITHM_PROTECTION]
        kept = _untagged(stated["signature_algorithm"]) == info["signature_algorithm"].dump()
        if not kept or stated["digest_algorithm"].dump() != info["digest_algorithm"].dump():
            checked.broken("algorithm-exchanged.algorithms")


def _untagged(item: Asn1Value) -> bytes:
    return bytes(item.untag().dump())


def time_stamp_content(der: bytes) -> tuple[bytes, str, bytes] | None:
    """Return the content of an RFC 3161 token, and the digest it certifies with its algorithm; or None."""
    try:
        signed = asn1.ContentInfo.load(der, strict=True)["content"]
        if signed["encap_content_info"]["content_type"].native != "tst_info":
            return None
        content = bytes(signed["encap_content_info"]["content"].contents)
        imprint = tsp.TSTInfo.load(content)["message_imprint"]
        return (
            content,
            str(imprint["hash_algorithm"]["algorithm"].native),
            bytes(imprint["hashed_message"].native),
        )
    except MALFORMED:
        return None


def stamped_time(der: bytes) -> datetime | None:
    """Return the time that an RFC 3161 token states."""
    stamped = time_stamp_content(der)
    try:
        at = None if stamped is None else tsp.TSTInfo.load(stamped[0])["gen_time"].native
    except MALFORMED:
        return None
    return at if isinstance(at, datetime) and at.tzinfo is not None else None


def loose_length(message: bytes) -> int | None:
    """Return the length of a message in the loose encoding (BER); None if it cannot be read."""
    try:
        return int(parser.peek(message))
    except MALFORMED:
        return None
