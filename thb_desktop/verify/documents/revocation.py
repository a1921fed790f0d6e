"""What says whether certificates were revoked: lists, OCSP answers, and the certificates above them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import chain, islice, pairwise
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID

from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.verify.documents.ocsp_answers import key_hash, may_answer, read_answer, signed_answer
from thb_desktop.verify.documents.path import (
    MAXIMUM_STEPS,
    authorities_above_signer,
    fingerprint,
    issued,
    shown_name,
)
from thb_desktop.verify.documents.revocation_lists import (
    Aside,
    ReadList,
    is_readable,
    may_issue,
    revoked_since,
)
from thb_desktop.verify.documents.value import MALFORMED

type _Issued = tuple[x509.Certificate, x509.Certificate | None]
"""A certificate and its issuer, if that is at hand."""
type _Placed = tuple[int, int, x509.Certificate]
"""An authority, with how many certificates and how many other authorities are below it."""
_NEVER = datetime.max.replace(tzinfo=UTC)
_LONGEST = timedelta(hours=24)
"""For how long what names no next update is fresh: within so long, an issuer of qualified certificates
publishes a revocation (EN 319 411-2).
"""
_MOST = 200
"""Certificates, lists and answers of one document that are looked at."""
_MOST_VERIFIED = 1000
"""Signatures of certificates, lists and answers that are verified for one document."""
_AS_ONE = 2000
"""Entries of a list that count as one of these signatures."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one list or answer says of a certificate. revoked: when it was, or `_NEVER`; if somebody else
    had its key, since when. is_hold: it is only suspended, which the issuer can lift. aside: why it proves of
    no certificate that it was good.
    """

    at: datetime
    next_update: datetime | None
    revoked: datetime
    is_hold: bool = False
    aside: Aside | None = None

    def is_fresh(self, when: datetime) -> bool:
        """Whether it says something of that time (EN 319 102-1, 5.2.5): made later, or still in force."""
        return self.at >= when or (
            self.next_update >= when if self.next_update else when - self.at <= _LONGEST
        )

    def is_of_then(self, since: datetime | None, until: datetime, newest: datetime) -> bool:
        """Whether it is not older than the claimed signing, fresh at the stamp, and not of the future."""
        return since is not None and since <= self.at <= newest and self.is_fresh(until)


@dataclass(slots=True)
class _Room:
    """How many signatures may still be verified."""

    left: int = _MOST_VERIFIED

    def spend(self, many: int = 1) -> bool:
        self.left -= many
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class RevocationStore:
    """The validation data of a file, each as it stands there."""

    certificates: tuple[x509.Certificate, ...]
    lists: tuple[x509.CertificateRevocationList, ...]
    answers: tuple[ocsp.OCSPResponse, ...]
    held: int = 0
    """How many lists and answers there are, also those that cannot be read, within the bounds."""
    _trusted: frozenset[str] = frozenset()
    """The fingerprints of the roots to which a path must lead; none if it may end anywhere."""
    _room: _Room = field(default_factory=_Room, repr=False, compare=False)
    _verified: dict[_Issued, bool] = field(default_factory=dict, repr=False, compare=False)
    """Which certificates were issued by which others."""
    _read: dict[int, ReadList | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(
        cls,
        certificates: Iterable[bytes],
        lists: Iterable[bytes],
        answers: Iterable[bytes],
        *,
        roots: Iterable[x509.Certificate],
        trusted: Collection[str] = (),
    ) -> Self:
        """Read them from DER. roots: certificates at hand besides. trusted: fingerprints of roots; if there
        are any, what is said of a path that leads to none of them is not the whole.
        """
        some_lists, some_answers = tuple(islice(lists, _MOST)), tuple(islice(answers, _MOST))
        return cls(
            (*_loaded(certificates, _certificate_of), *roots),
            tuple(_loaded(some_lists, _list_of)),
            tuple(_loaded(some_answers, read_answer)),
            len(some_lists) + len(some_answers),
            frozenset(trusted),
        )

    @property
    def unsigned(self) -> int:
        """How many lists and answers nobody signed whose certificate is at hand."""
        lists = sum(not any(self._is_listed_by(each, by) for by in self.certificates) for each in self.lists)
        answers = (any(self._is_from(each, by) for by in self.certificates) for each in self.answers)
        return lists + sum(not is_from for is_from in answers)

    @property
    def count(self) -> int:
        """How many lists and answers could be read whole."""
        return sum(map(is_readable, self.lists)) + len(self.answers)

    def said_of_path(
        self, der: bytes, *, since: datetime | None, until: datetime, newest: datetime
    ) -> tuple[list[Finding], bool]:
        """Return what must be known of the certificates from a signer upwards (those that were revoked before
        `until` are broken; where the room ended, this is not known), and whether something is said of each of
        them that is not older than `since`, fresh at `until`, and not dated after `newest`. until: when the
        signature is proven to have existed.
        """
        found = list[Finding]()
        path, is_whole = self._path_of(der)
        for certificate, issuer in path:
            told = self._told_of(certificate, issuer)
            said = _earliest(told, since=since, until=until, newest=newest)
            is_whole = is_whole and said is not None
            name = shown_name(certificate)
            is_named = any(each.aside is Aside.UNKNOWN and each.revoked <= until for each in told)
            if said is not None and said <= until:
                found.append(broken("certificate-revoked", name=name, at=said))
            elif is_named:
                found.append(unknown("revocation-list-unclear", name=name))
            elif said is None:
                of_then = (each.aside for each in told if each.is_of_then(since, until, newest))
                found += (holds(each.value, name=name) for each in dict.fromkeys(of_then) if each)
        if self._room.left < 0:
            found.append(unknown("revocation-beyond-bounds"))
        return found, is_whole and self._room.left >= 0

    def unpublished(self, der: bytes) -> Iterator[Finding]:
        """Say which certificates from a signer upwards name no place where their issuer tells what it
        revoked: then there is nothing to fetch, and somebody has to ask.
        """
        for certificate, _ in self._path_of(der)[0]:
            if not _is_published(certificate):
                yield holds("revocation-unpublished", name=shown_name(certificate))

    def _path_of(self, der: bytes) -> tuple[list[_Issued], bool]:
        """Return the certificates from a signer upwards that somebody could have revoked, and whether they
        lead to a root that is trusted.

        A document may hold many certificates with the name and the key of an authority. Only the path to a
        trusted root says something; without one it is the first.
        """
        first, seen = list[_Issued](), set[_Placed]()
        paths = [[x509.load_der_x509_certificate(der)]]
        while paths:
            path = paths.pop()
            is_root = self._issued(path[-1], by=path[-1])
            steps: list[_Issued] = [*pairwise(path), *([] if is_root else [(path[-1], None)])]
            if is_root and (not self._trusted or fingerprint(path[-1]) in self._trusted):
                return steps, True
            above = [] if is_root or len(path) > MAXIMUM_STEPS else self._issuers(path, seen)
            paths += [[*path, each] for each in reversed(above)]
            seen.update((len(path), authorities_above_signer(path), each) for each in above)
            first = first or ([] if above else steps)
        return first, not self._trusted

    def _told_of(self, certificate: x509.Certificate, issuer: x509.Certificate | None) -> list[_Told]:
        """Return what all lists and answers of its issuer say of a certificate."""
        if issuer is None:
            return []
        return [*self._listed(certificate, issuer), *self._answered(certificate, issuer)]

    def _listed(self, certificate: x509.Certificate, issuer: x509.Certificate) -> Iterator[_Told]:
        """Yield what each list says of a certificate, once for each entry that names it."""
        for at, each in enumerate(self.lists):
            read = self._read_at(at) if self._is_listed_by(each, issuer) else None
            if read is None:
                continue
            aside = read.aside_for(certificate, issuer)
            told = [(one.at or _NEVER, one.is_hold) for one in read.said_of(certificate)]
            for revoked, is_hold in told or [(_NEVER, False)]:
                yield _Told(each.last_update_utc, each.next_update_utc, revoked, is_hold, aside)

    def _read_at(self, at: int) -> ReadList | None:
        """Return what the entries of a list say; None if there was no room to read them."""
        if at not in self._read:
            listed = self.lists[at]
            has_room = self._room.spend(len(listed) // _AS_ONE)
            self._read[at] = ReadList.of(listed) if has_room else None
        return self._read[at]

    def _answered(self, certificate: x509.Certificate, issuer: x509.Certificate) -> Iterator[_Told]:
        """Yield what each answer about a certificate says."""
        for each in self.answers:
            if each.serial_number != certificate.serial_number or not self._is_from(each, issuer):
                continue
            if each.certificate_status is ocsp.OCSPCertStatus.GOOD:
                yield _Told(each.this_update_utc, each.next_update_utc, _NEVER)
            elif each.revocation_time_utc is not None:
                reason = each.revocation_reason
                extensions = [one.value for one in each.single_extensions]
                revoked = revoked_since(each.revocation_time_utc, reason, extensions)
                is_hold = reason is x509.ReasonFlags.certificate_hold
                yield _Told(each.this_update_utc, each.next_update_utc, revoked, is_hold)

    def _issuers(self, path: Sequence[x509.Certificate], seen: Collection[_Placed]) -> list[x509.Certificate]:
        """Return the authorities that issued the last certificate of a path and may have as many others below
        them: anybody with a certificate under the root can sign one with the name and key of an authority.

        seen: authorities that were found before, each with how many certificates are below it.
        """
        length, below = len(path), authorities_above_signer(path)
        return [
            each
            for each in self.certificates
            if (length, below, each) not in seen
            and may_issue(each, below)
            and self._issued(path[-1], by=each)
        ]

    def _issued(self, certificate: x509.Certificate, *, by: x509.Certificate) -> bool:
        """Whether one issued the other; what was verified once costs nothing again."""
        known = self._verified.get((certificate, by))
        if known is None:
            known = False
            with suppress(*MALFORMED):
                is_named = certificate.issuer == by.subject
                known = is_named and self._room.spend() and issued(certificate, by=by)
            self._verified[(certificate, by)] = known
        return known

    def _is_listed_by(self, listed: x509.CertificateRevocationList, issuer: x509.Certificate) -> bool:
        with suppress(*MALFORMED):
            key = issuer.public_key()
            if isinstance(key, ec.EllipticCurvePublicKey | rsa.RSAPublicKey):
                is_named = listed.issuer == issuer.subject
                return is_named and self._room.spend() and listed.is_signature_valid(key)
        return False

    def _is_from(self, answer: ocsp.OCSPResponse, issuer: x509.Certificate) -> bool:
        """Whether an answer is about certificates of this issuer, and signed by it or by whom it named, and
        who could answer then.
        """
        with suppress(*MALFORMED):
            if answer.issuer_key_hash == key_hash(issuer, answer.hash_algorithm):
                named = (
                    each
                    for each in answer.certificates
                    if may_answer(each, at=answer.this_update_utc) and self._issued(each, by=issuer)
                )
                signers = chain((issuer,), named)
                return any(self._room.spend() and signed_answer(answer, by) for by in signers)
        return False


def _earliest(
    told: Iterable[_Told], *, since: datetime | None, until: datetime, newest: datetime
) -> datetime | None:
    """Return when a certificate was revoked first, by all that is told together: far in the future if it was
    not; None if nothing says so. What says that it was before `until` counts whatever its own time, also from
    a list that is set aside; what says that it was later says that it was good then (EN 319 102-1, 5.2.5), if
    it is fresh and not older than `since`. A suspension does not count once something newer says that it is
    lifted.
    """
    read = [each for each in told if each.aside is not Aside.UNKNOWN]
    good = [each.at for each in read if each.aside is None and each.revoked == _NEVER and each.at <= newest]

    def counts(each: _Told) -> bool:
        if each.is_hold and any(at > each.at for at in good):
            return False
        is_proof = each.aside is None and each.is_of_then(since, until, newest)
        return each.revoked <= until or is_proof

    return min((each.revoked for each in read if counts(each)), default=None)


def _is_published(certificate: x509.Certificate) -> bool:
    """Whether it names a place for revocation lists or for answers (RFC 5280, 4.2.1.13 and 4.2.2.1)."""
    with suppress(*MALFORMED):
        named = certificate.extensions
        if any(isinstance(each.value, x509.CRLDistributionPoints) for each in named):
            return True
        places = (each.value for each in named if isinstance(each.value, x509.AuthorityInformationAccess))
        methods = {one.access_method for each in places for one in each}
        return AuthorityInformationAccessOID.OCSP in methods
    return True  # nothing is said of what cannot be read


def _loaded[Loaded](held: Iterable[bytes], load: Callable[[bytes], Loaded]) -> Iterator[Loaded]:
    """Yield what can be read; what cannot be is not there."""
    for each in islice(held, _MOST):
        with suppress(*MALFORMED):
            yield load(each)


def _certificate_of(der: bytes) -> x509.Certificate:
    certificate = x509.load_der_x509_certificate(der)
    _ = certificate.subject, certificate.issuer
    return certificate


def _list_of(der: bytes) -> x509.CertificateRevocationList:
    listed = x509.load_der_x509_crl(der)
    _ = listed.issuer, listed.last_update_utc, listed.next_update_utc
    return listed
