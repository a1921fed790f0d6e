"""The files attached to a bundle: whether they are those of its list, whether its custody record holds."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import sha256

from thb_desktop.errors import FormatError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.extract import Extract
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.path import shown
from thb_desktop.verify.documents.syntax import Stream
from thb_desktop.verify.findings import Finding, broken, holds

MANIFEST = "manifest.json"
"""Canonical JSON: `{"files": [{"path": ..., "sha256": ..., "size": ...}]}`, all attachments but itself."""
CUSTODY = "custody/custody-extract.json"


def check_attachments(
    file: PdfFile, attachments: Mapping[str, Stream], *, trusted: Collection[str]
) -> list[Finding]:
    """Check the attached files against the list and the custody extract, where the document has them.

    `trusted` holds the SHA-256 fingerprints of trusted roots. Raises PdfUnreadableError.
    """
    findings: list[Finding] = []
    if MANIFEST in attachments:
        findings += _check_manifest(file, attachments)
    if CUSTODY in attachments:
        extract = file.decoded(attachments[CUSTODY])
        for finding in check_extract(extract, trusted_root_sha256=_root_among(extract, trusted)):
            said = f"Custody record: {finding.sentence}"
            findings.append(replace(finding, code=f"custody-{finding.code}", sentence=said))
    return findings


def _root_among(extract: bytes, trusted: Collection[str]) -> str | None:
    """The trusted root that the extract names, else any other one: then the extract is not of that root."""
    try:
        own = sha256(Extract.parse(extract).root).hexdigest()
    except FormatError:
        own = ""
    return own if own in trusted else next(iter(sorted(trusted)), None)


def _check_manifest(file: PdfFile, attachments: Mapping[str, Stream]) -> list[Finding]:
    try:
        listed = _read_manifest(file.decoded(attachments[MANIFEST]))
    except FormatError:
        return [broken("manifest-unreadable", "The attached list of files cannot be read.")]
    findings: list[Finding] = []
    for name, (size, digest) in listed.items():
        content = file.decoded(attachments[name]) if name in attachments else None
        if content is None:
            findings.append(broken("attachment-missing", f"The attached file '{shown(name)}' is missing."))
        elif len(content) != size or sha256(content).hexdigest() != digest:
            sentence = f"The attached file '{shown(name)}' is not the one that the list of files names."
            findings.append(broken("attachment-exchanged", sentence))
    if set(attachments) - set(listed) - {MANIFEST}:
        findings.append(
            broken("attachment-unlisted", "A file is attached that the list of files does not name.")
        )
    return findings or [
        holds(
            "attachments-as-listed",
            f"All {len(listed)} attached files are those that the list of files names.",
        )
    ]


def _read_manifest(untrusted: bytes) -> dict[str, tuple[int, str]]:
    whole = canonical.parse(untrusted)
    files = whole.get("files") if isinstance(whole, dict) else None
    if not isinstance(files, list):
        raise FormatError("the list of files is not one")
    listed: dict[str, tuple[int, str]] = {}
    for item in files:
        entry = item if isinstance(item, dict) else {}
        name, size, digest = entry.get("path"), entry.get("size"), entry.get("sha256")
        if (
            not isinstance(name, str)
            or not isinstance(size, int)
            or not isinstance(digest, str)
            or name in listed
        ):
            raise FormatError("the list of files is not one")
        listed[name] = size, digest
    return listed
