"""The check of the files that are attached to a bundle, without its pages, with only the standard library.

It says whose the keys are by the event chain, and whether records, data and texts tell what was signed.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from thb_desktop.errors import CertificateError, FormatError, PdfBeyondBoundsError
from thb_desktop.findings import Finding, broken, unknown
from thb_desktop.ledger.extract import Extract
from thb_desktop.ledger.streamed import Source, memory_of
from thb_desktop.verify import custody
from thb_desktop.verify.bundle.case_data import CaseData
from thb_desktop.verify.bundle.custody_record import CustodyRecord
from thb_desktop.verify.bundle.holders import Office
from thb_desktop.verify.bundle.manifest import CASE, CUSTODY, MANIFEST, RECORDS, Manifest
from thb_desktop.verify.bundle.records import check_records
from thb_desktop.verify.bundle.stated import check_stated
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.exits import UNREADABLE, exit_code
from thb_desktop.verify.in_short import in_short
from thb_desktop.verify.limits import Room, afford
from thb_desktop.verify.p256 import verify_signature
from thb_desktop.verify.signers import shown
from thb_desktop.words import ENGLISH, sentence

_PIECE = 256 * 1024


def check_attached(folder: Path, *, root_sha256: str, certificates: Sequence[bytes]) -> Iterator[Finding]:
    """Check the attached files of a bundle, which lie in a folder by their names.

    root_sha256: the fingerprint of the trusted root. certificates: those (DER) of the people who signed the
    document and approved its release. That the files are the attached ones, and that these people signed, is
    checked with the pages. Raises OSError.
    """
    room = Room()
    source = _source(folder / CUSTODY)
    record = CustodyRecord(source, (root_sha256,), keep=room.keep, verify=verify_signature)
    yield from record.findings
    if record.stopped:
        yield unknown("pdf-beyond-bounds", detail=str(record.stopped))
        return
    try:
        manifest = Manifest.of(_pieces(folder / MANIFEST), keep=room.keep, afford=afford)
        data = (
            CaseData.of(_pieces(folder / CASE), keep=room.keep, afford=afford) if manifest.is_bundle else None
        )
        yield from check_stated(manifest, data, record.frame)
        yield from check_records(
            manifest.records,
            _Records(folder),
            data=data,
            extract=record.frame,
            signed=record.records,
        )
    except PdfBeyondBoundsError as refusal:
        yield unknown("pdf-beyond-bounds", detail=str(refusal))
    except FormatError:
        yield broken("manifest-unreadable")
    try:
        if record.frame is not None:
            yield from _check_holders(record.frame, certificates)
    except CertificateError as refusal:
        yield broken("certificates.unusable", detail=str(refusal))


def _check_holders(extract: Extract, certificates: Sequence[bytes]) -> Iterator[Finding]:
    """Check that the extract's root issued each certificate, and that its events give the user the key."""
    office = Office(extract)
    for untrusted in certificates:
        holder = read_certificate(untrusted)
        if not office.issued(holder):
            yield broken("signer-of-another-root.root", name=shown(holder.common_name))
        elif not office.knows(holder):
            yield broken("signer-of-another-root.key", name=shown(holder.common_name))


@dataclass(frozen=True, slots=True)
class _Records(Mapping[str, bytes]):
    """The records in the folder by their path, each read when it is asked for."""

    folder: Path

    def __getitem__(self, name: str) -> bytes:
        path = self.folder / name
        if not name.startswith(RECORDS) or ".." in path.parts or not path.is_file():
            raise KeyError(name)
        data = path.read_bytes()
        afford(memory_of(data))
        return data

    def __iter__(self) -> Iterator[str]:
        found = (self.folder / RECORDS).rglob("*")
        return (path.relative_to(self.folder).as_posix() for path in found if path.is_file())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _source(path: Path) -> Source | None:
    return partial(_pieces, path) if path.is_file() else None


def _pieces(path: Path) -> Iterator[bytes]:
    if not path.is_file():
        raise FormatError("an attached file is missing")
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def main(argv: Sequence[str] | None = None) -> int:
    """Check a folder of attached files, or a custody extract; print the findings, return the exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if "--bundle" not in given:
        return custody.main(given)
    parser = argparse.ArgumentParser(prog="custody-check", description=__doc__)
    parser.add_argument("--bundle", type=Path, required=True, help="the folder of the attached files")
    parser.add_argument("--root-sha256", metavar="HEX", required=True, help="fingerprint of the trusted root")
    parser.add_argument("--certificate", type=Path, action="append", default=[], help="of a signer (DER)")
    chosen = parser.parse_args(given)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text stream
    try:
        certificates = [path.read_bytes() for path in chosen.certificate]
        findings = tuple(
            check_attached(chosen.bundle, root_sha256=chosen.root_sha256, certificates=certificates)
        )
    except OSError as reason:
        print(f"The files cannot be read: {reason.strerror}.", file=sys.stderr)
        return UNREADABLE
    for finding in in_short(findings):
        print(f"{finding.said:9}  {sentence(finding, ENGLISH)}")
    return exit_code(findings)
