"""The files attached to a bundle: whether they match its list, and whether its custody record is valid."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from thb_desktop.errors import FormatError, PdfBeyondBoundsError
from thb_desktop.findings import OF_CUSTODY, Finding, Where, broken, holds, unknown
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.extract import Extract
from thb_desktop.verify.bundle.records import CASE, check_records, parsed_extract
from thb_desktop.verify.bundle.signers import Signed, check_bundle
from thb_desktop.verify.custody import check_extract
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.path import shown
from thb_desktop.verify.documents.specifications import Attachments, is_plain
from thb_desktop.verify.documents.syntax import Stream
from thb_desktop.verify.limits import MAXIMUM_MEMORY, memory_of

MANIFEST = "manifest.json"
"""Canonical JSON: `{"files": [{"path": ..., "sha256": ..., "size": ...}]}`, all attachments except itself.

`"signatures": [{"certificate_sha256": ..., "field": ..., "name": ...}]` says for whom each place is reserved.
"""
CUSTODY = "custody/custody-extract.json"
RECORDS = "records/"


def check_attachments(
    signed: Signed,
    attached: Attachments,
    *,
    trusted: Collection[str],
    is_trusted: bool,
) -> list[Finding]:
    """Check the attached files against the list and the custody extract, if the document has them, and what a
    bundle demands of its signatures.

    `trusted`: the SHA-256 fingerprints of trusted roots; `is_trusted`: a signature leads to a trusted root,
    so the custody record needs one too. Raises PdfUnreadableError.
    """
    file, attachments = signed.file, attached.files
    extract = _json(file, attachments[CUSTODY]) if CUSTODY in attachments else None
    findings = _check_names(attached)
    manifest: Value = None
    if MANIFEST in attachments:
        try:
            manifest = canonical.parse(_json(file, attachments[MANIFEST]))
            findings += _check_files(file, attachments, _files_of(manifest))
            findings += _check_signers(_signers_of(manifest), signed.certificates)
            findings += check_records(manifest, _Records(file, attachments), extract)
        except FormatError:
            findings = [*_check_names(attached), broken("manifest-unreadable")]
    findings += check_bundle(signed, manifest, parsed_extract(extract))
    if extract is not None:
        root = _root_among(extract, trusted)
        for finding in check_extract(extract, trusted_root_sha256=root, verify_signature=verify_signature):
            foreign = is_trusted and finding.code == "root" and "root" in finding.values
            found = broken("root.not-of-the-signers") if foreign else finding
            where = (Where(kind="custody-record"), *found.where)
            findings.append(replace(found, code=f"{OF_CUSTODY}{found.code}", where=where))
    return findings


def _json(file: PdfFile, stream: Stream) -> bytes:
    """Return the content of a stream that will be parsed. Raises PdfBeyondBoundsError if it is too long."""
    content = file.decoded(stream)
    file.budget.read(len(content))
    if memory_of(content) > MAXIMUM_MEMORY:
        raise PdfBeyondBoundsError("an attached file is too large to be read")
    return content


def _is_record(name: str) -> bool:
    return name.startswith(RECORDS) or name == CASE


@dataclass(frozen=True, slots=True)
class _Records(Mapping[str, bytes]):
    """The attached records and the case data by path, each unpacked when it is read."""

    file: PdfFile
    attachments: Mapping[str, Stream]

    def __getitem__(self, name: str) -> bytes:
        if not _is_record(name):
            raise KeyError(name)
        return _json(self.file, self.attachments[name])

    def __iter__(self) -> Iterator[str]:
        return filter(_is_record, self.attachments)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _check_names(found: Attachments) -> list[Finding]:
    """Check that each file has one name and one content for every reader; in a bundle, a plain name too."""
    is_bundle = MANIFEST in found.files
    odd = [name for name in found.files if is_bundle and not is_plain(name)]
    unclear = dict.fromkeys([*found.unclear, *odd])
    return [(broken if is_bundle else unknown)("attachment-unclear", file=shown(name)) for name in unclear]


def _root_among(extract: bytes, trusted: Collection[str]) -> str | None:
    """Return the trusted root that the extract names, else any other: then the extract does not belong
    to it.
    """
    try:
        own = sha256(Extract.parse(extract).root).hexdigest()
    except FormatError:
        own = ""
    return own if own in trusted else next(iter(sorted(trusted)), None)


def _check_files(
    file: PdfFile, attachments: Mapping[str, Stream], listed: Mapping[str, tuple[int, str]]
) -> list[Finding]:
    findings: list[Finding] = []
    for name, (size, digest) in listed.items():
        if name not in attachments:
            findings.append(broken("attachment-missing", file=shown(name)))
        elif file.size_and_digest(attachments[name]) != (size, digest):
            findings.append(broken("attachment-exchanged", file=shown(name)))
    if set(attachments) - set(listed) - {MANIFEST}:
        findings.append(broken("attachment-unlisted"))
    return findings or [holds("attachments-as-listed", count=len(listed))]


def _check_signers(kept: Mapping[str, tuple[str, str]], signers: Mapping[str, bytes]) -> list[Finding]:
    """Check that each place was signed with the certificate for which the document reserves it."""
    both = kept.keys() & signers.keys()
    wrong = sorted(field for field in both if sha256(signers[field]).hexdigest() != kept[field][1])
    if both and not wrong:
        return [holds("signers-as-named")]
    return [broken("signer-exchanged", place=shown(field), name=shown(kept[field][0])) for field in wrong]


def _files_of(untrusted: Value) -> dict[str, tuple[int, str]]:
    listed: dict[str, tuple[int, str]] = {}
    for entry in _items(untrusted, "files"):
        name, size, digest = entry.get("path"), entry.get("size"), entry.get("sha256")
        if (
            not isinstance(name, str)
            or not isinstance(size, int)
            or not isinstance(digest, str)
            or name in listed
        ):
            raise FormatError("the list of files is malformed")
        listed[name] = size, digest
    return listed


def _signers_of(untrusted: Value) -> dict[str, tuple[str, str]]:
    """Return the name and the certificate's SHA-256 for each place; none if the list does not give them."""
    if not isinstance(untrusted, Mapping) or "signatures" not in untrusted:
        return {}
    kept: dict[str, tuple[str, str]] = {}
    for entry in _items(untrusted, "signatures"):
        field, name, digest = entry.get("field"), entry.get("name"), entry.get("certificate_sha256")
        if not isinstance(field, str) or not isinstance(name, str) or not isinstance(digest, str):
            raise FormatError("the list of signatures is malformed")
        if field in kept:
            raise FormatError("the list of signatures is malformed")
        kept[field] = name, digest
    return kept


def _items(untrusted: Value, name: str) -> Iterator[Mapping[str, Value]]:
    """Return the objects in a list of the manifest. Raises FormatError if it is not a list."""
    items = untrusted.get(name) if isinstance(untrusted, Mapping) else None
    if not isinstance(items, list):
        raise FormatError("the list of files is malformed")
    return (item if isinstance(item, dict) else {} for item in items)
