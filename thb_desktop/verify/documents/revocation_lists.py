"""What a revocation list says of a certificate, and why a list is not taken as proof (RFC 5280, 5.2 and 6.3).

A list that is set aside proves for no certificate that it was not revoked. What it says that it was revoked
counts all the same: its issuer signed that. Only of a list with something unknown that must be understood
(critical), nothing is taken; so it is of one whose extensions cannot be read, if any of them is critical.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Self

from asn1crypto import crl
from cryptography import x509

from thb_desktop.verify.documents.value import MALFORMED

_TAKEN = (x509.ReasonFlags.key_compromise, x509.ReasonFlags.ca_compromise, x509.ReasonFlags.aa_compromise)
"""Reasons for which a signature may be of somebody else before the certificate was revoked."""
_HELD = x509.ReasonFlags.certificate_hold
_KNOWN = (x509.CRLReason, x509.InvalidityDate, x509.CertificateIssuer)
"""Extensions of an entry that are read here."""


class Aside(StrEnum):
    """Why a list does not say that a certificate was not revoked: the key of what is told of it."""

    UNKNOWN = "revocation-list-aside.unknown"
    """It has a critical extension that this check does not know."""
    DAMAGED = "revocation-list-aside.damaged"
    """A part of it, or of an entry, cannot be read."""
    CHANGES = "revocation-list-aside.changes"
    """It has what changed since another list (delta)."""
    REASONS = "revocation-list-aside.reasons"
    """It has certificates that were revoked for some reasons."""
    OTHERS = "revocation-list-aside.others"
    """It has certificates of other issuers too (indirect), or may have."""
    KIND = "revocation-list-aside.kind"
    """It is for certificates of another kind: of people, of authorities, of attributes."""
    PLACE = "revocation-list-aside.place"
    """It is of a distribution point that the certificate does not name."""
    ISSUER = "revocation-list-aside.issuer"
    """The certificate of its issuer is not for lists."""


class Listed(NamedTuple):
    """What an entry of a list says of a certificate. at: when it was revoked, or since when somebody else had
    its key; None if it is no longer in the list. is_hold: it is only suspended, which the issuer can lift.
    """

    at: datetime | None
    is_hold: bool = False


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list whose entries were read, once for all certificates of its issuer.

    entries: all that it says of a number; it may name one twice, and the caller takes the worse. wrong: what
    of an entry spoils the list for each certificate, for one must be understood and is not (RFC 5280, 5.3).
    """

    listed: x509.CertificateRevocationList
    entries: Mapping[int, Sequence[Listed]]
    wrong: Aside | None

    @classmethod
    def of(cls, listed: x509.CertificateRevocationList) -> Self:
        entries, is_own, spoilt = dict[int, list[Listed]](), True, dict[Aside, None]()
        for entry in listed:
            told, wrong = _extensions(entry)
            for each in told:
                if isinstance(each, x509.CertificateIssuer):  # it stands for those behind it too (5.3.3)
                    is_own, wrong = _names(each, listed.issuer), wrong or Aside.OTHERS
            if wrong is not None:
                spoilt[wrong] = None
            if is_own:
                entries.setdefault(entry.serial_number, []).append(_said(entry, told))
        return cls(listed, entries, _worst(spoilt))

    def said_of(self, certificate: x509.Certificate) -> Sequence[Listed]:
        return self.entries.get(certificate.serial_number, ())

    def aside_for(self, certificate: x509.Certificate, issuer: x509.Certificate) -> Aside | None:
        """Return why a certificate that it does not name can be revoked all the same; None if it cannot."""
        found = dict.fromkeys(_reasons(self.listed, certificate))
        if not _may_list(issuer):
            found[Aside.ISSUER] = None
        if self.wrong is not None:
            found[self.wrong] = None
        return _worst(found)


def is_readable(listed: x509.CertificateRevocationList) -> bool:
    """Whether all can be read that a list says of itself."""
    try:
        return listed.extensions is not None
    except MALFORMED:
        return False


def revoked_since(
    revoked: datetime, reason: x509.ReasonFlags | None, told: Iterable[x509.ExtensionType]
) -> datetime:
    """Return when a certificate was revoked; or since when somebody else has its key (RFC 5280, 5.3.2)."""
    if reason not in _TAKEN:
        return revoked
    return min(
        (revoked, *(each.invalidity_date_utc for each in told if isinstance(each, x509.InvalidityDate)))
    )


def _said(entry: x509.RevokedCertificate, told: Iterable[x509.ExtensionType]) -> Listed:
    reason = next((each.reason for each in told if isinstance(each, x509.CRLReason)), None)
    if reason is x509.ReasonFlags.remove_from_crl:
        return Listed(None)
    return Listed(revoked_since(entry.revocation_date_utc, reason, told), reason is _HELD)


def _extensions(entry: x509.RevokedCertificate) -> tuple[list[x509.ExtensionType], Aside | None]:
    """Return what an entry says besides, and what of it spoils the list."""
    try:
        told = [*entry.extensions]
    except MALFORMED:
        return [], Aside.DAMAGED
    is_known = all(isinstance(each.value, _KNOWN) for each in told if each.critical)
    return [each.value for each in told], None if is_known else Aside.UNKNOWN


def _names(told: x509.CertificateIssuer, issuer: x509.Name) -> bool:
    return any(isinstance(each, x509.DirectoryName) and each.value == issuer for each in told)


def _worst(found: Mapping[Aside, None]) -> Aside | None:
    """Return that nothing may be taken, if it is there; otherwise the first."""
    return Aside.UNKNOWN if Aside.UNKNOWN in found else next(iter(found), None)


def _reasons(listed: x509.CertificateRevocationList, certificate: x509.Certificate) -> Iterator[Aside]:
    if not is_readable(listed):
        yield Aside.UNKNOWN if _has_critical(listed) else Aside.DAMAGED
        return
    for each in listed.extensions:
        if isinstance(each.value, x509.IssuingDistributionPoint):
            yield from _of_point(each.value, certificate)
        elif isinstance(each.value, x509.DeltaCRLIndicator):
            yield Aside.CHANGES
        elif each.critical:
            yield Aside.UNKNOWN


def _has_critical(listed: x509.CertificateRevocationList) -> bool:
    """Whether a list has an extension that must be understood, or nobody can say; none of them was read."""
    try:
        said = crl.TbsCertList.load(listed.tbs_certlist_bytes)["crl_extensions"]
        return any(each["critical"].native for each in said)
    except MALFORMED:
        return True


def _of_point(point: x509.IssuingDistributionPoint, certificate: x509.Certificate) -> Iterator[Aside]:
    """Yield why a list of this distribution point does not cover a certificate (RFC 5280, 6.3.3)."""
    if point.indirect_crl:
        yield Aside.OTHERS
    if point.only_some_reasons:
        yield Aside.REASONS
    is_for_authorities = is_authority(certificate)
    not_for = point.only_contains_user_certs if is_for_authorities else point.only_contains_ca_certs
    if not_for or point.only_contains_attribute_certs:
        yield Aside.KIND
    if point.relative_name is not None or not _is_of(point, certificate):
        yield Aside.PLACE


def _is_of(point: x509.IssuingDistributionPoint, certificate: x509.Certificate) -> bool:
    return point.full_name is None or any(name in point.full_name for name in _places(certificate))


def is_authority(certificate: x509.Certificate) -> bool:
    """Whether a certificate says that it is one of an authority (RFC 5280, 4.2.1.9)."""
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except (x509.ExtensionNotFound, *MALFORMED):
        return False


def may_issue(certificate: x509.Certificate, below: int) -> bool:
    """Whether a certificate says that it is one of an authority that issues others (RFC 5280, 4.2.1.3 and
    4.2.1.9), with no more authorities below it than it allows.
    """
    try:
        extensions = certificate.extensions
        basic = extensions.get_extension_for_class(x509.BasicConstraints).value
        usages = [each.value for each in extensions if isinstance(each.value, x509.KeyUsage)]
    except (x509.ExtensionNotFound, *MALFORMED):
        return False
    is_deep_enough = basic.path_length is None or basic.path_length >= below
    return basic.ca and is_deep_enough and all(each.key_cert_sign for each in usages)


def _may_list(issuer: x509.Certificate) -> bool:
    try:
        return issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign
    except x509.ExtensionNotFound:
        return True


def _places(certificate: x509.Certificate) -> list[x509.GeneralName]:
    """Where complete lists of a certificate are found, as it says itself."""
    try:
        points = certificate.extensions.get_extension_for_class(x509.CRLDistributionPoints).value
    except (x509.ExtensionNotFound, *MALFORMED):
        return []
    return [name for point in points for name in point.full_name or ()]
