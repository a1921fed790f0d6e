"""A time stamp of a signature: the unsigned attribute signatureTimeStampToken (ETSI EN 319 122-1, 5.3).

With it a CAdES B-B signature becomes B-T. The token covers the value of the signature alone, so it is added
without changing a signed byte. A signature has at most one, and nothing else that is unsigned.
"""

from asn1crypto import cms

from thb_desktop.errors import SigningError

_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError)
_KIND = "signature_time_stamp_token"


def signature_value(message: bytes) -> bytes:
    """Return the value of the one signature in a message, which a time stamp covers.

    Raises SigningError for what is no signed message.
    """
    try:
        return bytes(_info(cms.ContentInfo.load(message, strict=True))["signature"].native)
    except _MALFORMED:
        raise SigningError("the container has no signature that can be stamped") from None


def stamped(message: bytes, token: bytes) -> bytes:
    """Return the message with a token (CMS, DER), which stays byte for byte as it came.

    Raises SigningError for what is no signed message.
    """
    try:
        content = cms.ContentInfo.load(message, strict=True)
        held = cms.ContentInfo.load(token, strict=True)
        attribute = cms.CMSAttribute({"type": _KIND, "values": [held]})
        _info(content)["unsigned_attrs"] = cms.CMSAttributes([attribute])
        return bytes(content.dump())
    except _MALFORMED:
        raise SigningError("the container has no signature that can be stamped") from None


def split(untrusted: bytes) -> tuple[bytes, bytes | None]:
    """Return the message without its token, and the token; the message itself and None if it has none.

    Only the form that `stamped` writes is taken apart, byte for byte: whatever else is unsigned stays for the
    check to find.
    """
    try:
        content = cms.ContentInfo.load(untrusted, strict=True)
        info = _info(content)
        (attribute,) = info["unsigned_attrs"]
        (held,) = attribute["values"]
        if attribute["type"].native != _KIND:
            return untrusted, None
        token = bytes(held.dump())
        info["unsigned_attrs"] = None
        message = bytes(content.dump())
        return (message, token) if stamped(message, token) == untrusted else (untrusted, None)
    except (SigningError, *_MALFORMED):
        return untrusted, None


def _info(content: cms.ContentInfo) -> cms.SignerInfo:
    (info,) = content["content"]["signer_infos"]
    return info
