"""The custody extract attached to a bundle, checked in one pass, and what its events tell of the records."""

from collections.abc import Collection
from dataclasses import replace

from thb_desktop.errors import FormatError, PdfBeyondBoundsError
from thb_desktop.findings import OF_CUSTODY, Finding, Where
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.streamed import Source, Spend
from thb_desktop.verify.bundle.events import SignedRecords
from thb_desktop.verify.custody import ExtractCheck, not_in_form
from thb_desktop.verify.limits import afford


class CustodyRecord:
    """The attached custody extract, and what its events tell of the records.

    frame: None if there is none that can be read. stopped: why the check was not finished.
    """

    def __init__(
        self, source: Source | None, trusted: Collection[str], *, keep: Spend, verify: VerifySignature
    ) -> None:
        """trusted: SHA-256 fingerprints of trusted roots. keep: told the memory that is not given back."""
        self.frame: Extract | None = None
        self.stopped: PdfBeyondBoundsError | None = None
        self.records, self.findings = SignedRecords(), list[Finding]()
        if source is None:
            return
        try:
            frame = Extract.parse_frame(source(), keep=keep, afford=afford)
            records = SignedRecords(frame, keep=keep)
            check = ExtractCheck(frame, source, trusted, keep=keep, verify=verify, told=records.add)
            for finding in check.findings():
                self.findings.append(of_custody(finding))
            self.frame, self.records = frame, records
        except PdfBeyondBoundsError as refusal:
            self.stopped = refusal
        except FormatError as refusal:
            self.findings = [of_custody(not_in_form(refusal))]


def of_custody(finding: Finding) -> Finding:
    """Return a finding about an extract as one about the custody record of a bundle."""
    where = (Where(kind="custody-record"), *finding.where)
    return replace(finding, code=f"{OF_CUSTODY}{finding.code}", where=where)
