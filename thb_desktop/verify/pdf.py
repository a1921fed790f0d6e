"""Whether a signed PDF holds: every byte covered, every signature sound, nothing slipped in between."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from thb_desktop.errors import FileUnreadableError, PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.ledger.streamed import Source
from thb_desktop.verify.bundle.manifest import CUSTODY
from thb_desktop.verify.documents.attachments import (
    AttachedRecords,
    case_data,
    check_attachments,
    json_pieces,
    read_attachments,
)
from thb_desktop.verify.documents.beginning import HEADER, begins_pdf
from thb_desktop.verify.documents.content import check_content, look_through
from thb_desktop.verify.documents.custody_open import CustodyOpen
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.printed import PrintedTold
from thb_desktop.verify.documents.signatures import SignatureCheck, Trust

MAXIMUM_SIZE = 1024 * 1024 * 1024


def check_pdf(
    untrusted: Path | bytes,
    *,
    trusted_roots: Sequence[bytes] = (),
    trusted_fingerprints: Collection[str] = (),
    expected_sha256: str | None = None,
    stamp_roots: Sequence[bytes] = (),
    now: datetime | None = None,
) -> tuple[Finding, ...]:
    """Check a signed PDF (ISO 32000, ETSI EN 319 142-1) without believing any byte of it.

    `trusted_roots` are certificates in DER, `trusted_fingerprints` their SHA-256 in hexadecimal,
    `expected_sha256` the digest of the whole file, had by another way. `stamp_roots` (DER) are trusted for
    time stamps alone: whoever says when something was signed does not say who signed it. now: validation data
    that are dated later say nothing. Raises FileUnreadableError where the file cannot be read; everything
    that is wrong with its content is a finding.
    """
    data = untrusted if isinstance(untrusted, bytes) else read_file(untrusted)
    findings = check_digest(data, expected_sha256)
    if not data.startswith(HEADER):
        return (*findings, broken("before-the-document" if begins_pdf(data) else "not-a-pdf"))
    signers, stampers = Trust.of(trusted_roots, trusted_fingerprints), Trust.of(stamp_roots)
    try:
        for finding in _check(data, signers, stampers, now):
            findings.append(finding)  # one by one: what was found before a refusal is kept
    except PdfBeyondBoundsError as refusal:
        findings.append(unknown("pdf-beyond-bounds", detail=str(refusal)))
    except PdfUnreadableError as refusal:
        findings.append(broken("pdf-unreadable", detail=str(refusal)))
    return tuple(findings)


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
            raise FileUnreadableError(
                "this is not a regular file but a folder, a device or a pipe; a closed folder is opened first"
            )
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


def _check(data: bytes, trust: Trust, stampers: Trust, now: datetime | None) -> Iterator[Finding]:
    file = PdfFile(data, len(data))
    if "Encrypt" in file.trailer:
        yield unknown("encrypted")
        return
    if not file.catalog:
        raise PdfUnreadableError("the document has no header")
    check = SignatureCheck(file, trust, stampers, now)
    yield from check.findings()
    if check.is_changed:
        return
    seen = look_through(file)
    if seen.signatures > check.filled:
        yield broken("signature-detached")
    yield from check_content(file, seen)
    attached = read_attachments(file, seen.attachments, seen.pictures, trusted=trust.fingerprints)
    yield from check_attachments(check.signed, attached, is_trusted=check.is_trusted)
