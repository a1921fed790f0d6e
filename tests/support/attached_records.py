"""What the verifier says of the records that are attached to a bundle, without its pages."""

from collections.abc import Mapping, Sequence

from thb_desktop.findings import Finding
from thb_desktop.ledger.extract import Extract
from thb_desktop.verify.bundle.case_data import CaseData
from thb_desktop.verify.bundle.events import SignedRecords
from thb_desktop.verify.bundle.manifest import CASE, CUSTODY, MANIFEST, Manifest, Record
from thb_desktop.verify.bundle.records import check_records
from thb_desktop.verify.custody import ExtractCheck


def check_listed(
    listed: Sequence[Record],
    files: Mapping[str, bytes],
    extract: bytes | None,
    data: CaseData | None = None,
) -> list[Finding]:
    frame, signed = None, SignedRecords()
    if extract is not None:
        frame = Extract.parse_frame(iter([extract]), keep=_free, afford=_free)
        signed = SignedRecords(frame)
        check = ExtractCheck(frame, lambda: iter([extract]), (), keep=_free, told=signed.add)
        list(check.findings())
    return list(check_records(listed, files, data=data, extract=frame, signed=signed))


def check_attached(files: Mapping[str, bytes]) -> list[Finding]:
    """Check the records that the list among these files names, with the extract and data that lie beside."""
    manifest = Manifest.of(iter([files[MANIFEST]]), keep=_free, afford=_free)
    data = CaseData.of(iter([files[CASE]]), keep=_free, afford=_free) if manifest.is_bundle else None
    return check_listed(manifest.records, files, files.get(CUSTODY), data)


def _free(_: int) -> None:
    """A test has as much memory as it needs."""
