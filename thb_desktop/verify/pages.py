"""Pages that were checked before anyone signed them: of the signed file, only what was added is read.

A signature changes no byte of the pages. What was found of them still holds if the signed file begins with
exactly these bytes, and what follows adds signatures in their fields and nothing else. Where that cannot be
shown, the whole file is checked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from thb_desktop.errors import PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.findings import Finding, Standing, verdict
from thb_desktop.verify.documents.attachments import AttachmentCheck, check_attachments, read_attachments
from thb_desktop.verify.documents.content import check_content, look_at_added, look_through
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.later_references import search_references
from thb_desktop.verify.documents.references import Referred
from thb_desktop.verify.documents.signatures import SignatureCheck, Trust
from thb_desktop.verify.pdf import check_pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPages:
    """What the check of unsigned pages found, and of which bytes. roots: that were trusted (DER)."""

    size: int
    sha256: str
    roots: tuple[bytes, ...]
    content: tuple[Finding, ...]
    attached: AttachmentCheck
    referred: Referred

    def are_in(self, file: bytes) -> bool:
        """Whether a file begins with these pages."""
        return sha256(memoryview(file)[: self.size]).hexdigest() == self.sha256


def read_pages(pdf: bytes, *, trusted_roots: Sequence[bytes]) -> CheckedPages | None:
    """Check pages that nobody signed yet, as `check_pdf` does; None if they cannot be read.

    Raises PdfBeyondBoundsError for pages that no check would judge.
    """
    try:
        file = PdfFile(pdf, len(pdf))
        if "Encrypt" in file.trailer or not pdf.startswith(b"%PDF-") or not file.catalog:
            return None
        seen = look_through(file)
        if seen.signatures:
            return None
        trusted = Trust.of(trusted_roots).fingerprints
        attached = read_attachments(file, seen.attachments, seen.pictures, trusted=trusted)
        referred = search_references(file)
    except PdfBeyondBoundsError:
        raise
    except PdfUnreadableError:
        return None
    return CheckedPages(
        size=len(pdf),
        sha256=sha256(pdf).hexdigest(),
        roots=tuple(trusted_roots),
        content=tuple(check_content(file, seen)),
        attached=attached,
        referred=referred,
    )


def check_signed(
    data: bytes, pages: CheckedPages | None, *, trusted_roots: Sequence[bytes]
) -> tuple[Finding, ...]:
    """Check a signed file as `check_pdf` does; of checked pages, read only what was added to them."""
    if pages is not None and pages.roots == tuple(trusted_roots) and pages.are_in(data):
        try:
            found = _added(data, pages)
        except (PdfUnreadableError, PdfBeyondBoundsError):
            found = None
        if found and verdict(found) is not Standing.BROKEN:
            return found
    return check_pdf(data, trusted_roots=trusted_roots)


def _added(data: bytes, pages: CheckedPages) -> tuple[Finding, ...] | None:
    """Check the signatures, and that they alone were added; None if something else was."""
    file = PdfFile(data, len(data), referred=pages.referred)
    check = SignatureCheck(file, Trust.of(pages.roots), Trust.of(()))
    found = list(check.findings())
    if check.is_changed or not check.signatures:
        return None
    signed = check.signed
    found += signed.check_added(pages.size, signed.signatures[0])
    seen = look_at_added(file, len(file.sections) - len(file.at(pages.size).sections))
    if not seen.only_sign or seen.signatures != check.filled:
        return None
    found += pages.content
    found += check_attachments(signed, pages.attached, is_trusted=check.is_trusted)
    return tuple(found)
