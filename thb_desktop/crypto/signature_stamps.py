"""What is added to a signature later, without changing a signed byte (ETSI EN 319 122-1).

A time stamp over the value of the signature is the unsigned attribute signatureTimeStampToken (5.3): B-B
becomes B-T. What says whether a certificate was revoked stands in SignedData.crls (RFC 5652, 5.1): B-T
becomes B-LT. A signature has at most one time stamp, no such values without it, and nothing else that is
unsigned.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from asn1crypto import cms, crl, ocsp
from asn1crypto.core import Void

from thb_desktop.errors import SigningError

_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError)
_KIND = "signature_time_stamp_token"
_ANSWER = "ocsp_response"
_PLAIN, _WITH_ANSWERS = "v1", "v5"
"""The versions of a message without and with what is neither certificate nor list (RFC 5652, 5.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevocationValues:
    """What says whether certificates were revoked, in DER: lists (RFC 5280) and OCSP answers (RFC 6960)."""

    lists: tuple[bytes, ...] = field(default=(), repr=False)
    answers: tuple[bytes, ...] = field(default=(), repr=False)

    @property
    def size(self) -> int:
        """How many bytes they have."""
        return sum(map(len, (*self.lists, *self.answers)))

    def with_more(self, lists: Iterable[bytes], answers: Iterable[bytes]) -> Self:
        """Return these and others, each once."""
        return type(self)(
            lists=tuple(dict.fromkeys((*self.lists, *lists))),
            answers=tuple(dict.fromkeys((*self.answers, *answers))),
        )


NO_VALUES = RevocationValues()


class Parts(NamedTuple):
    """A message as it was signed, and what was added to it."""

    message: bytes
    token: bytes | None = None
    values: RevocationValues = NO_VALUES


def signature_value(message: bytes) -> bytes:
    """Return the value of the one signature in a message, which a time stamp covers.

    Raises SigningError for what is no signed message.
    """
    try:
        return bytes(_info(cms.ContentInfo.load(message, strict=True))["signature"].native)
    except _MALFORMED:
        raise SigningError("the container has no signature that can be stamped") from None


def stamped(message: bytes, token: bytes, values: RevocationValues = NO_VALUES) -> bytes:
    """Return the message with a token (CMS, DER) and with values, which stay byte for byte as they came.

    Raises SigningError for what is no signed message.
    """
    try:
        content = cms.ContentInfo.load(message, strict=True)
        held = cms.ContentInfo.load(token, strict=True)
        attribute = cms.CMSAttribute({"type": _KIND, "values": [held]})
        _info(content)["unsigned_attrs"] = cms.CMSAttributes([attribute])
        choices = [
            *(cms.RevocationInfoChoice("crl", crl.CertificateList.load(each)) for each in values.lists),
            *(cms.RevocationInfoChoice("other", _other(each)) for each in values.answers),
        ]
        if choices:
            content["content"]["crls"] = cms.RevocationInfoChoices(choices)
        if values.answers:
            content["content"]["version"] = _WITH_ANSWERS
        return bytes(content.dump())
    except _MALFORMED:
        raise SigningError("the container has no signature that can be stamped") from None


def taken_apart(untrusted: bytes) -> Parts:
    """Return the message as it was signed, and what was added to it; all of it if that is none of ours.

    Only the form that `stamped` writes is taken apart, byte for byte: whatever else is unsigned stays for the
    check to find.
    """
    try:
        content = cms.ContentInfo.load(untrusted, strict=True)
        info = _info(content)
        (attribute,) = info["unsigned_attrs"]
        (held,) = attribute["values"]
        if attribute["type"].native != _KIND:
            return Parts(untrusted)
        token, values = bytes(held.dump()), _values(content)
        info["unsigned_attrs"] = None
        content["content"]["crls"] = None
        if values.answers:
            content["content"]["version"] = _PLAIN
        message = bytes(content.dump())
        same = stamped(message, token, values) == untrusted
        return Parts(message, token, values) if same else Parts(untrusted)
    except (SigningError, *_MALFORMED):
        return Parts(untrusted)


def _values(content: cms.ContentInfo) -> RevocationValues:
    held = content["content"]["crls"]
    choices = [] if isinstance(held, Void) else list(held)
    others = [each.chosen for each in choices if each.name == "other"]
    if any(each["other_rev_info_format"].native != _ANSWER for each in others):
        raise ValueError(_ANSWER)
    return RevocationValues(
        lists=tuple(bytes(each.chosen.dump()) for each in choices if each.name == "crl"),
        answers=tuple(bytes(each["other_rev_info"].dump()) for each in others),
    )


def _other(answer: bytes) -> cms.OtherRevocationInfoFormat:
    return cms.OtherRevocationInfoFormat(
        {"other_rev_info_format": _ANSWER, "other_rev_info": ocsp.OCSPResponse.load(answer)}
    )


def _info(content: cms.ContentInfo) -> cms.SignerInfo:
    (info,) = content["content"]["signer_infos"]
    return info
