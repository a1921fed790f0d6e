"""What is added to a signature later, without changing a signed byte (ETSI EN 319 122-1).

A time stamp over the value of the signature is the unsigned attribute signatureTimeStampToken (5.3): B-B
becomes B-T. What says whether a certificate was revoked stands in SignedData.crls (RFC 5652, 5.1): B-T
becomes B-LT. A signature has at most one time stamp, no such values without it, and nothing else that is
unsigned.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from asn1crypto import cms, crl, ocsp, parser
from asn1crypto.core import Void

from thb_desktop.errors import SigningError

MOST_VALUES = 20
"""Lists and answers that a signature has at most."""
_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError)
_KIND = "signature_time_stamp_token"
_ANSWER = "ocsp_response"
_CRLS = (2, 1)
"""Class and tag of the lists and answers in a message: [1] (RFC 5652, 5.1)."""
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

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.lists) + len(self.answers)

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


def has_too_many_values(untrusted: bytes) -> bool:
    """Whether a message has more lists and answers than `MOST_VALUES`. Nothing is built of them to say so."""
    try:
        content = next(_inside(untrusted))[1]
        signed = [inner for _, inner in _inside(content)][1]
        ((_, fields),) = _inside(signed)
        held = [inner for kind, inner in _inside(fields) if kind == _CRLS]
        return any(len([*_inside(each)]) > MOST_VALUES for each in held)
    except (StopIteration, *_MALFORMED):
        return False  # no message: the check tells it


def _inside(content: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Yield class and tag of each element with what is in it, and no more than one too many."""
    place = 0
    for _ in range(MOST_VALUES + 1):
        if place >= len(content):
            return
        kind, _, tag, header, inner, trailer = parser.parse(content[place:])
        place += len(header) + len(inner) + len(trailer)
        yield (kind, tag), inner


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
