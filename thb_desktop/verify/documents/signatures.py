"""All signatures of a PDF file: each by itself, what each covers, and what was added between them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from thb_desktop.errors import FileUnreadableError
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.verify.documents.fields import SignatureField, signature_fields
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.later_references import check_later_references
from thb_desktop.verify.documents.level import check_level
from thb_desktop.verify.documents.own_certificate import read_own_root
from thb_desktop.verify.documents.permissions import check_permissions
from thb_desktop.verify.documents.revisions import check_updates
from thb_desktop.verify.documents.signature import Signature, placed, read_signature
from thb_desktop.verify.documents.signature_check import check_signature
from thb_desktop.verify.documents.signed import Signed

if TYPE_CHECKING:
    from cryptography import x509


@dataclass(frozen=True, slots=True)
class Trust:
    """The roots that are trusted for one kind of signature, by fingerprint, and those at hand."""

    fingerprints: frozenset[str]
    at_hand: tuple[bytes, ...]
    """The certificates in DER, all of which can be read."""

    @classmethod
    def of(cls, roots: Sequence[bytes], fingerprints: Collection[str] = ()) -> "Trust":
        """Trust these roots. Raises FileUnreadableError if one of them cannot be read."""
        known = map(_fingerprint, roots)
        return cls(frozenset({*known, *(text.lower() for text in fingerprints)}), tuple(roots))

    def roots(self) -> "Sequence[x509.Certificate]":
        """Return the certificates at hand as a library for all forms reads them; ours need none."""
        from thb_desktop.verify.documents.path import read_certificates

        return read_certificates(self.at_hand)


def _fingerprint(root: bytes) -> str:
    """Return the SHA-256 of a root certificate. Raises FileUnreadableError if it cannot be read."""
    if read_own_root(root) is not None:
        return sha256(root).hexdigest()
    from thb_desktop.verify.documents.path import fingerprint, read_certificates
    from thb_desktop.verify.documents.value import MALFORMED

    try:
        return fingerprint(read_certificates((root,))[0])
    except MALFORMED:
        raise FileUnreadableError("a root certificate named as trusted cannot be read") from None


@dataclass(slots=True)
class _Signers:
    """The certificates (DER) of people by the place that they signed, and what sound time stamps of trusted
    authorities state.
    """

    people: dict[str, bytes]
    stamps: dict[str, datetime]
    is_trusted: bool = False
    """Whether a signature of a person leads to a trusted root."""

    def add(self, signature: Signature, signer: bytes | None, checked: Sequence[Finding]) -> None:
        """Take over what the check of one signature found."""
        is_trusted = any(finding.code == "root-trusted" for finding in checked)
        if not signature.is_time_stamp:
            self.is_trusted = self.is_trusted or is_trusted
            if signer is not None:
                self.people[signature.field.name] = signer
        elif is_trusted and verdict(checked) is not Standing.BROKEN:
            stated = [finding.values["at"] for finding in checked if finding.code == "time-stamped"]
            self.stamps.update((signature.field.name, at) for at in stated if isinstance(at, datetime))


@dataclass(slots=True)
class SignatureCheck:
    """The check of all signatures of a file, and what it leaves for the check of the content.

    stampers: trusted for time stamps alone. now: validation data that are dated later say nothing.
    """

    file: PdfFile
    trust: Trust
    stampers: Trust
    now: datetime | None = None
    fields: list[SignatureField] = field(init=False)
    signatures: list[Signature] = field(init=False, default_factory=list)
    """In the order of their making."""
    is_changed: bool = field(init=False, default=False)
    """Whether the last signature says that the file is not what it signed: then its content tells nothing."""
    _signers: _Signers = field(init=False)

    def __post_init__(self) -> None:
        self.fields = signature_fields(self.file)
        self._signers = _Signers({}, {})

    @property
    def signed(self) -> Signed:
        """The file with its signatures of people."""
        empty = {each.name for each in self.fields if not self._is_filled(each) and each.is_visible}
        return Signed(
            file=self.file, signatures=self.signatures, certificates=self._signers.people, empty=empty
        )

    @property
    def is_trusted(self) -> bool:
        """Whether a signature of a person leads to a trusted root."""
        return self._signers.is_trusted

    @property
    def filled(self) -> int:
        """How many fields have a signature."""
        return sum(map(self._is_filled, self.fields))

    def findings(self) -> Iterator[Finding]:
        """Check them; once. Raises PdfUnreadableError."""
        file, signers = self.file, self._signers
        self.signatures, unread = _read_all(file, self.fields)
        yield from unread
        yield from _check_empty(file, self.fields)
        if not self.signatures:
            yield unknown("not-signed")
            return
        self.is_changed, signed = _check_each(file, self.signatures, self.trust, self.stampers, signers)
        yield from signed
        if self.is_changed:
            return
        yield from _check_cover(file, self.signatures)
        stamped = any(signature.is_time_stamp for signature in self.signatures)
        if signers.people and stamped and verdict(signed) is not Standing.BROKEN:
            roots = [*self.trust.roots(), *self.stampers.roots()]
            people, stamps = signers.people, signers.stamps
            trusted = self.trust.fingerprints if signers.is_trusted else ()
            yield from check_level(
                file, self.signatures, people, stamps, roots, trusted=trusted, now=self.now
            )
        yield from check_permissions(file, self.signatures)

    def _is_filled(self, each: SignatureField) -> bool:
        return self.file.resolve(each.value) is not None


def _read_all(file: PdfFile, fields: Sequence[SignatureField]) -> tuple[list[Signature], list[Finding]]:
    """The signatures in the order of their making, and what is wrong with those that cannot be read."""
    signatures: list[Signature] = []
    findings: list[Finding] = []
    for each in fields:
        if file.resolve(each.value) is None:
            continue
        signature, finding = read_signature(file, each)
        if signature is not None:
            signatures.append(signature)
        if finding is not None:
            findings.append(replace(finding, where=(Where(kind="place", names=(each.name,)),)))
    signatures.sort(key=lambda signature: signature.end)
    if len({signature.end for signature in signatures}) != len(signatures):
        findings.append(broken("signatures-overlap"))
    return signatures, findings


def _check_each(
    file: PdfFile,
    signatures: Sequence[Signature],
    trust: Trust,
    stampers: Trust,
    signers: _Signers,
) -> tuple[bool, list[Finding]]:
    """Each signature by itself, and whether the last says that the file is not what it signed.

    `signers` takes the certificate that signed in each place.
    """
    found: list[list[Finding]] = []
    for number, signature in reversed(list(enumerate(signatures, 1))):
        by = stampers if signature.is_time_stamp else trust
        checked, signer = check_signature(file, signature, trusted=by.fingerprints, roots=by.roots)
        signers.add(signature, signer, checked)
        found.insert(0, [placed(one, number, len(signatures), signature.field) for one in checked])
        if signature is signatures[-1] and any(one.code == "content-changed" for one in checked):
            return True, found[0]
    return False, [finding for findings in found for finding in findings]


def _check_cover(file: PdfFile, signatures: Sequence[Signature]) -> list[Finding]:
    """Each signature must cover its revision, the last one the whole file; nothing else may lie between."""
    findings: list[Finding] = []
    revisions = [file.at(signature.end) for signature in signatures[:-1]]
    last = file if signatures[-1].end == file.end else file.at(signatures[-1].end)
    revisions.append(last)
    of_people = [file for file, each in zip(revisions, signatures, strict=True) if not each.is_time_stamp]
    signed = of_people[-1] if of_people else revisions[0]
    for before, after, signature in zip(revisions, revisions[1:], signatures[1:], strict=False):
        findings += check_updates(before, after, filled=signature.field, signed=signed)
    findings += check_later_references(revisions)
    if last is not file:
        findings.append(broken("not-whole-file"))
        findings += check_updates(last, file, filled=None, signed=signed)
    if findings:
        return findings
    whole = [holds("whole-file")]
    return [*whole, holds("nothing-between")] if len(signatures) > 1 else whole


def _check_empty(file: PdfFile, fields: Sequence[SignatureField]) -> list[Finding]:
    return [
        unknown("signature-missing", where=Where(kind="place", names=(each.name,)))
        for each in fields
        if file.resolve(each.value) is None and each.is_visible
    ]
