"""The files attached to a bundle: whether they match its list, and whether its custody record is valid."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256

from thb_desktop.errors import FormatError
from thb_desktop.findings import Finding, broken, holds, unknown
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.streamed import memory_of
from thb_desktop.verify.bundle.case_data import CaseData
from thb_desktop.verify.bundle.custody_record import CustodyRecord, of_custody
from thb_desktop.verify.bundle.manifest import CASE, CUSTODY, MANIFEST, RECORDS, Manifest
from thb_desktop.verify.bundle.records import check_records
from thb_desktop.verify.bundle.signers import check_bundle
from thb_desktop.verify.bundle.stated import check_stated
from thb_desktop.verify.documents.custody_open import CustodyOpen
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.documents.file import PdfFile
from thb_desktop.verify.documents.leaving import check_left
from thb_desktop.verify.documents.printed import PrintedTold
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.documents.signed import Signed
from thb_desktop.verify.documents.specifications import Attachments, is_plain
from thb_desktop.verify.documents.syntax import Stream
from thb_desktop.verify.limits import afford


@dataclass(slots=True, kw_only=True)
class AttachmentCheck:
    """What the attached files say, whoever signed; and what the signatures are compared with."""

    files: list[Finding]
    """Whether they match the list."""
    records: list[Finding] = field(default_factory=list)
    """Whether records and data of the case agree with each other and with the custody extract."""
    manifest: Manifest | None = None
    kept: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """For whom each place is reserved, as the list says: name, and SHA-256 of the certificate."""
    custody: CustodyRecord


def read_attachments(
    file: PdfFile, attached: Attachments, pictures: Sequence[Stream], *, trusted: Collection[str]
) -> AttachmentCheck:
    """Check the attached files against the list and the custody extract, if the document has them.

    `pictures`: all that the document has; `trusted`: the SHA-256 fingerprints of trusted roots. Raises
    PdfUnreadableError, PdfBeyondBoundsError.
    """
    attachments = attached.files
    extract = attachments.get(CUSTODY)
    custody = CustodyRecord(
        None if extract is None else partial(json_pieces, file, extract),
        trusted,
        keep=file.budget.keep,
        verify=verify_signature,
    )
    found = AttachmentCheck(files=_check_names(attached), custody=custody)
    if custody.stopped or MANIFEST not in attachments:
        return found
    is_open, printed = CustodyOpen(file.budget.keep), PrintedTold(file.budget.keep)
    try:
        listing = json_pieces(file, attachments[MANIFEST])
        manifest = Manifest.of(listing, keep=file.budget.keep, afford=afford)
        kept, found.manifest = manifest.signers(), manifest
        listed = _check_files(file, attachments, manifest.files)
        data = case_data(file, attachments, is_open, printed) if manifest.is_bundle else None
        stated = check_stated(manifest, data, custody.frame) if manifest.is_bundle else ()
        records = check_records(
            manifest.records,
            AttachedRecords(file, attachments),
            data=data,
            extract=custody.frame,
            signed=custody.records,
            verify=verify_signature,
        )
        told = check_left(data.beside.bundle.get("warned")) if data is not None else ()
        found.records = [*stated, *records, *is_open.found(), *told]
    except FormatError:
        found.files.append(broken("manifest-unreadable"))
        return found
    if manifest.is_bundle:
        found.records += printed.found({_raw_digest(file, each) for each in pictures})
    found.files += listed
    found.kept = kept
    return found


def check_attachments(signed: Signed, attached: AttachmentCheck, *, is_trusted: bool) -> Iterator[Finding]:
    """Say what the attached files say, and check what a bundle demands of its signatures.

    `is_trusted`: a signature leads to a trusted root, so the custody record needs one too. Raises
    PdfUnreadableError.
    """
    custody = attached.custody
    if custody.stopped:
        yield from custody.findings
        raise custody.stopped
    yield from attached.files
    yield from _check_signers(attached.kept, signed.certificates)
    yield from attached.records
    yield from check_bundle(signed, attached.manifest, custody.frame)
    for finding in custody.findings:
        foreign = is_trusted and finding.code == "custody-root" and "root" in finding.values
        yield of_custody(broken("root.not-of-the-signers")) if foreign else finding


def json_pieces(file: PdfFile, stream: Stream) -> Iterator[bytes]:
    """Return the content of a stream that is parsed piece by piece. Raises PdfBeyondBoundsError."""
    for piece in file.pieces(stream):
        file.budget.read(len(piece))
        yield piece


def _raw_digest(file: PdfFile, stream: Stream) -> str:
    """Return the SHA-256 of a stream as it is packed: of a picture, its JPEG."""
    file.budget.move(stream.end - stream.start)
    return sha256(memoryview(file.data)[stream.start : stream.end]).hexdigest()


def _json(file: PdfFile, stream: Stream) -> bytes:
    """Return the content of a stream that will be parsed. Raises PdfBeyondBoundsError if it is too long."""
    content = file.decoded(stream)
    file.budget.read(len(content))
    afford(memory_of(content))
    return content


def _is_record(name: str) -> bool:
    return name.startswith(RECORDS)


@dataclass(frozen=True, slots=True)
class AttachedRecords(Mapping[str, bytes]):
    """The attached records by path, each unpacked when it is read."""

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


def case_data(
    file: PdfFile, attachments: Mapping[str, Stream], is_open: CustodyOpen, printed: PrintedTold
) -> CaseData:
    """Read the data of the case. is_open, printed: are told what they ask for. Raises FormatError, and
    PdfBeyondBoundsError.
    """
    if (stream := attachments.get(CASE)) is None:
        raise FormatError("the data of the case are missing")

    def also(name: str, told: Mapping[str, Value]) -> None:
        printed.take(name, told)
        if name == "bundle":
            is_open.take_time(told)
        elif name == "exhibits":
            is_open.take(told)
        elif name == "interviews":
            is_open.take_record(told)

    return CaseData.of(json_pieces(file, stream), keep=file.budget.keep, afford=afford, also=also)


def _check_names(found: Attachments) -> list[Finding]:
    """Check that each file has one name and one content for every reader; in a bundle, a plain name too."""
    is_bundle = MANIFEST in found.files
    odd = [name for name in found.files if is_bundle and not is_plain(name)]
    unclear = dict.fromkeys([*found.unclear, *odd])
    return [(broken if is_bundle else unknown)("attachment-unclear", file=shown(name)) for name in unclear]


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
