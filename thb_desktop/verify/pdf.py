"""Whether a signed PDF holds: every byte covered, every signature sound, nothing slipped in between."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography import x509

from thb_desktop.errors import FileUnreadableError, PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.findings import Finding, Standing, Where, broken, holds, unknown, verdict
from thb_desktop.ledger.streamed import Source
from thb_desktop.verify.bundle.manifest import CUSTODY
from thb_desktop.verify.bundle.signers import Signed
from thb_desktop.verify.documents.attachments import (
    AttachedRecords,
    case_data,
    check_attachments,
    json_pieces,
)
from thb_desktop.verify.documents.content import check_content, look_through
from thb_desktop.verify.documents.custody_open import CustodyOpen
from thb_desktop.verify.documents.fields import SignatureField, signature_fields
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.level import check_level
from thb_desktop.verify.documents.path import fingerprint
from thb_desktop.verify.documents.permissions import check_permissions
from thb_desktop.verify.documents.printed import PrintedTold
from thb_desktop.verify.documents.revisions import check_later_references, check_updates
from thb_desktop.verify.documents.signature import Signature, check_signature, placed, read_signature
from thb_desktop.verify.documents.value import MALFORMED

MAXIMUM_SIZE = 1024 * 1024 * 1024


def check_pdf(
    untrusted: Path | bytes,
    *,
    trusted_roots: Sequence[bytes] = (),
    trusted_fingerprints: Collection[str] = (),
    expected_sha256: str | None = None,
    stamp_roots: Sequence[bytes] = (),
) -> tuple[Finding, ...]:
    """Check a signed PDF (ISO 32000, ETSI EN 319 142-1) without believing any byte of it.

    `trusted_roots` are certificates in DER, `trusted_fingerprints` their SHA-256 in hexadecimal,
    `expected_sha256` the digest of the whole file, had by another way. `stamp_roots` (DER) are trusted for
    time stamps alone: whoever says when something was signed does not say who signed it. Raises
    FileUnreadableError where the file cannot be read; everything that is wrong with its content is a finding.
    """
    data = untrusted if isinstance(untrusted, bytes) else read_file(untrusted)
    findings = check_digest(data, expected_sha256)
    if not data.startswith(b"%PDF-"):
        return (*findings, broken("not-a-pdf"))
    signers, stampers = _Trust.of(trusted_roots, trusted_fingerprints), _Trust.of(stamp_roots)
    try:
        for finding in _check(data, signers, stampers):
            findings.append(finding)  # one by one: what was found before a refusal is kept
    except PdfBeyondBoundsError as refusal:
        findings.append(unknown("pdf-beyond-bounds", detail=str(refusal)))
    except PdfUnreadableError as refusal:
        findings.append(broken("pdf-unreadable", detail=str(refusal)))
    return tuple(findings)


@dataclass(frozen=True, slots=True)
class _Trust:
    """The roots that are trusted for one kind of signature, by fingerprint, and those at hand."""

    fingerprints: frozenset[str]
    roots: tuple[x509.Certificate, ...]

    @classmethod
    def of(cls, roots: Sequence[bytes], fingerprints: Collection[str] = ()) -> "_Trust":
        try:
            read = tuple(x509.load_der_x509_certificate(root) for root in roots)
        except MALFORMED:
            raise FileUnreadableError("a root certificate named as trusted cannot be read") from None
        return cls(frozenset({*map(fingerprint, read), *(text.lower() for text in fingerprints)}), read)


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


def attached_custody(untrusted: bytes) -> Source | None:
    """The custody extract that a PDF document carries, as it stands there, unchecked. PdfUnreadableError."""
    file = PdfFile(untrusted, len(untrusted))
    if "Encrypt" in file.trailer:
        return None
    extract = look_through(file).attachments.files.get(CUSTODY)
    return None if extract is None else lambda: json_pieces(file, extract)


def attached_printed(untrusted: bytes) -> PrintedTold:
    """What the data of a bundle state of printed content, unchecked. Raises PdfUnreadableError,
    PdfBeyondBoundsError, and FormatError.
    """
    file = PdfFile(untrusted, len(untrusted))
    printed = PrintedTold(file.budget.keep)
    if "Encrypt" not in file.trailer:
        found = look_through(file).attachments.files
        case_data(file, found, CustodyOpen(file.budget.keep), printed)
    return printed


def attached_records(untrusted: bytes) -> Mapping[str, bytes]:
    """The records that a PDF document carries, by path, unchecked. Raises PdfUnreadableError."""
    file = PdfFile(untrusted, len(untrusted))
    return AttachedRecords(file, {} if "Encrypt" in file.trailer else look_through(file).attachments.files)


def read_file(path: Path) -> bytes:
    """The bytes of an outside file. Raises FileUnreadableError."""
    try:
        if not path.exists():
            raise FileUnreadableError("there is no file of this name")
        if not path.is_file():
            raise FileUnreadableError("this is not a regular file but a folder, a device or a pipe")
        if path.stat().st_size > MAXIMUM_SIZE:
            raise FileUnreadableError("the file is too large to be verified")
        return path.read_bytes()
    except OSError:
        raise FileUnreadableError("the file cannot be read") from None


def check_digest(data: bytes, expected: str | None) -> list[Finding]:
    """Whether the file has the digest that is expected of it, where one is."""
    return [] if expected is None else told_digest(sha256(data).hexdigest(), expected)


def told_digest(digest: str, expected: str) -> list[Finding]:
    """Say whether a digest is the expected one, as a person writes it."""
    if digest == expected.strip().lower().replace(" ", ""):
        return [holds("digest-as-expected")]
    return [broken("digest-not-expected")]


def _check(data: bytes, trust: _Trust, stampers: _Trust) -> Iterator[Finding]:
    file = PdfFile(data, len(data))
    if "Encrypt" in file.trailer:
        yield unknown("encrypted")
        return
    if not file.catalog:
        raise PdfUnreadableError("the document has no header")
    fields = signature_fields(file)
    signatures, unread = _read_all(file, fields)
    yield from unread
    yield from _check_empty(file, fields)
    signers = _Signers({}, {})
    if not signatures:
        yield unknown("not-signed")
    else:
        changed, signed = _check_each(file, signatures, trust, stampers, signers)
        yield from signed
        if changed:
            return
        yield from _check_cover(file, signatures)
        stamped = any(signature.is_time_stamp for signature in signatures)
        if signers.people and stamped and verdict(signed) is not Standing.BROKEN:
            yield from check_level(
                file, signatures, signers.people, signers.stamps, [*trust.roots, *stampers.roots]
            )
        yield from check_permissions(file, signatures)
    seen = look_through(file)
    if seen.signatures > sum(file.resolve(field.value) is not None for field in fields):
        yield broken("signature-detached")
    yield from check_content(file, seen)
    empty = {field.name for field in fields if file.resolve(field.value) is None and field.is_visible}
    signed_by = Signed(file=file, signatures=signatures, certificates=signers.people, empty=empty)
    yield from check_attachments(
        signed_by,
        seen.attachments,
        seen.pictures,
        trusted=trust.fingerprints,
        is_trusted=signers.is_trusted,
    )


def _read_all(file: PdfFile, fields: Sequence[SignatureField]) -> tuple[list[Signature], list[Finding]]:
    """The signatures in the order of their making, and what is wrong with those that cannot be read."""
    signatures: list[Signature] = []
    findings: list[Finding] = []
    filled = [field for field in fields if file.resolve(field.value) is not None]
    for field in filled:
        signature, finding = read_signature(file, field)
        if signature is not None:
            signatures.append(signature)
        if finding is not None:
            findings.append(replace(finding, where=(Where(kind="place", names=(field.name,)),)))
    signatures.sort(key=lambda signature: signature.end)
    if len({signature.end for signature in signatures}) != len(signatures):
        findings.append(broken("signatures-overlap"))
    return signatures, findings


def _check_each(
    file: PdfFile,
    signatures: Sequence[Signature],
    trust: _Trust,
    stampers: _Trust,
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
    for before, after, signature in zip(revisions, revisions[1:], signatures[1:], strict=False):
        findings += check_updates(before, after, filled=signature.field)
    findings += check_later_references(revisions)
    if last is not file:
        findings.append(broken("not-whole-file"))
        findings += check_updates(last, file, filled=None)
    if findings:
        return findings
    whole = [holds("whole-file")]
    return [*whole, holds("nothing-between")] if len(signatures) > 1 else whole


def _check_empty(file: PdfFile, fields: Sequence[SignatureField]) -> list[Finding]:
    return [
        unknown("signature-missing", where=Where(kind="place", names=(field.name,)))
        for field in fields
        if file.resolve(field.value) is None and field.is_visible
    ]
