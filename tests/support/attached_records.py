"""What the verifier says of the records that are attached to a bundle, without its pages."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import CaseId
from thb_desktop.findings import Finding
from thb_desktop.ledger.entry import VerifySignature
from thb_desktop.ledger.extract import Extract
from thb_desktop.report.attachments import attachments_of
from thb_desktop.report.words import language_of, words_in
from thb_desktop.services.bundling import bundles
from thb_desktop.services.bundling.bundles import BundleOptions
from thb_desktop.services.core.session import Session
from thb_desktop.verify.bundle.case_data import CaseData
from thb_desktop.verify.bundle.events import SignedRecords
from thb_desktop.verify.bundle.manifest import CASE, CUSTODY, MANIFEST, Manifest, Record
from thb_desktop.verify.bundle.records import check_records
from thb_desktop.verify.custody import ExtractCheck
from thb_desktop.verify.documents.fast_signature import verify_signature


def files_of(session: Session, case_id: CaseId, options: BundleOptions) -> dict[str, bytes]:
    """Return the files that `prepare_bundle` would attach. To lay out its pages takes eight times as long:
    who asks only what is told of the attached files spares them.
    """
    content = bundles.gather_bundle(session, case_id, options)
    return files_in(bundles.contents_to_print(session, content, options).read(content))


def files_in(content: BundleContent) -> dict[str, bytes]:
    """Return the files that are attached to the pages of this content."""
    words = words_in(language_of(content.release.language))
    return {each.path: each.data for each in attachments_of(content, words)}


def data_in(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the data of the case among these files."""
    data: dict[str, Any] = json.loads(files[CASE])
    return data


def check_listed(
    listed: Sequence[Record],
    files: Mapping[str, bytes],
    extract: bytes | None,
    data: CaseData | None = None,
    *,
    verify: VerifySignature = verify_signature,
) -> list[Finding]:
    """verify: with OpenSSL, as `thb verify` does; the check without libraries takes far longer."""
    frame, signed = None, SignedRecords()
    if extract is not None:
        frame = Extract.parse_frame(iter([extract]), keep=_free, afford=_free)
        signed = SignedRecords(frame)
        check = ExtractCheck(frame, lambda: iter([extract]), (), keep=_free, verify=verify, told=signed.add)
        list(check.findings())
    return list(check_records(listed, files, data=data, extract=frame, signed=signed, verify=verify))


def check_attached(
    files: Mapping[str, bytes], *, verify: VerifySignature = verify_signature
) -> list[Finding]:
    """Check the records that the list among these files names, with the extract and data that lie beside."""
    manifest = Manifest.of(iter([files[MANIFEST]]), keep=_free, afford=_free)
    data = CaseData.of(iter([files[CASE]]), keep=_free, afford=_free) if manifest.is_bundle else None
    return check_listed(manifest.records, files, files.get(CUSTODY), data, verify=verify)


def _free(_: int) -> None:
    """A test has as much memory as it needs."""
