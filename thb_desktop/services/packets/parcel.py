"""Parcels: the files of a store in a signed container, and such a container as it comes from outside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from thb_desktop.crypto.certificates import Holder, read_holder
from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.crypto.signing import Signer
from thb_desktop.domain.times import Clock
from thb_desktop.errors import (
    CertificateError,
    FormatError,
    PackageFormError,
    PacketBrokenError,
    PacketForeignError,
    PacketUntrustedError,
)
from thb_desktop.findings import Standing
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.package.members import PAYLOAD, Member, held
from thb_desktop.package.packing import Packed, write_container
from thb_desktop.package.unpacking import Container, open_container
from thb_desktop.services.core.packet_sheets import LONGEST_SHEET, SHEET
from thb_desktop.services.packaging.folders import NAME, Complete, FolderWriter, Progress
from thb_desktop.services.packaging.opening import open_folder
from thb_desktop.vault.content import is_object_id
from thb_desktop.vault.layout import Layout
from thb_desktop.vault.system import create_file, make_folder, open_file, sync_file, sync_folder, write_all
from thb_desktop.verify.package import check_package, signer_of

_CONTAINER = f"{NAME}.asice"
_OCTETS = "application/octet-stream"
_PIECE = 1 << 20
_OF_THE_CLOCK = "certificate-not-valid-then"
"""A finding that follows from the clock of the other laptop: it may be set wrong, as at a desk."""
_STORED = re.compile(
    r"store/(header|header\.copy|vault\.db|content/[0-9a-f]{1,2}/[0-9a-f]{32})|way", re.ASCII
)
"""What a parcel may hold beside its sheet: nothing leads out of the folder into which it is unpacked."""


def write_parcel(
    writer: FolderWriter,
    sheet: Value,
    files: Sequence[tuple[str, Path]],
    *,
    signer: Signer,
    root: bytes,
    clock: Clock,
    progress: Progress | None = None,
) -> tuple[Packed, Complete]:
    """Write sheet and files into a closed folder, signed; files: by their names. Each volume is read back.

    Raises what `write_container` and `FolderWriter` raise.
    """
    members = [
        held(SHEET, "application/json", canonical.encode(sheet)),
        *(
            Member(name=name, media_type=_OCTETS, pieces=partial(_pieces, path))
            for name, path in sorted(files)
        ),
    ]
    total = 2 * sum(path.stat().st_size for _, path in files)
    done = 0

    def told(member: Member) -> Iterator[bytes]:
        nonlocal done
        for piece in member.pieces():
            done += len(piece)
            if progress is not None:
                progress(min(done, total), total)
            yield piece

    counted = [
        Member(name=each.name, media_type=each.media_type, pieces=partial(told, each)) for each in members
    ]
    with writer.file(_CONTAINER) as target:
        packed = write_container(target, counted, info={}, signer=signer, chain=[root], at=clock.read().at)
    return packed, writer.complete()


def files_of(layout: Layout) -> Iterator[tuple[str, Path]]:
    """Return the files of a closed store, by their names in a parcel."""
    for path in (layout.header, layout.header_copy, layout.database):
        if path.is_file():
            yield f"store/{path.name}", path
    for folder in sorted(layout.content.iterdir()):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if is_object_id(path.name):  # what an interrupted import left is no object
                yield f"store/content/{folder.name}/{path.name}", path


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A container that came, verified: its sheet, who signed it, its SHA-256 (hex), and the open file.

    sheet_text: the sheet as it came, and as it is signed.
    """

    container: Container = field(repr=False)
    sheet: dict[str, Value]
    sheet_text: str
    signer: Holder
    sha256: str

    def unpack(self, folder: Path, names: frozenset[str] | None = None) -> None:
        """Write the files of the store into a folder that exists; names: those that are wanted, None for all.

        Each is compared with the signed list once more. Raises PacketForeignError for other files.
        """
        payload = {
            each.name.removeprefix(PAYLOAD): each
            for each in self.container.payload
            if each.name != PAYLOAD + SHEET
        }
        if not all(_STORED.fullmatch(name) for name in payload):
            raise PacketForeignError("the packet has files that belong to no store")
        if names is not None and payload.keys() != names:
            raise PacketForeignError("the packet has other files than such a packet has")
        for name, listed in payload.items():
            path = folder / name
            for each in reversed(path.relative_to(folder).parents):
                if not (folder / each).is_dir():
                    make_folder(folder / each)
            digest = sha256()
            with create_file(path) as file:
                for piece in self.container.pieces(listed.name):
                    digest.update(piece)
                    write_all(file, piece)
                sync_file(file)
            if digest.digest() != listed.sha256:
                raise PacketBrokenError(
                    "a file of the packet changed while it was read", "package-file-changed"
                )
            sync_folder(path.parent)


def open_parcel(
    folder: Path, target: Path, openers: Sequence[Opener], *, progress: Progress | None = None
) -> None:
    """Open a closed folder into one file: a container. Raises PacketForeignError, and as `open_folder`."""
    open_folder(folder, target, openers, progress=progress)
    if not target.is_file():
        raise PacketForeignError("the folder holds more than one file")


def read_parcel(untrusted: BinaryIO, form: str, *, root: str) -> Parcel:
    """Verify a container, an open file: each byte in its place, signed under this root (SHA-256, hex).

    form: which sheet it must have. Raises PacketBrokenError, PacketUntrustedError, PacketForeignError.
    """
    found = check_package(untrusted, trusted_fingerprints=[root])
    wrong = [each for each in found if each.standing is Standing.BROKEN and each.code != _OF_THE_CLOCK]
    if wrong:
        codes = ", ".join(dict.fromkeys(each.key for each in wrong))
        raise PacketBrokenError("the packet is not as it was signed", codes)
    if not any(each.code == "root-trusted" for each in found):
        others = "".join(str(each.values.get("fingerprint", "")) for each in found)
        raise PacketUntrustedError("the packet is signed under another root", others)
    try:
        container = open_container(untrusted)
        digest = sha256()
        untrusted.seek(0)
        while piece := untrusted.read(_PIECE):
            digest.update(piece)
        sheet, text = _sheet(container, form)
        return Parcel(
            container=container,
            sheet=sheet,
            sheet_text=text,
            signer=read_holder(signer_of(container)),
            sha256=digest.hexdigest(),
        )
    except (PackageFormError, CertificateError):
        raise PacketForeignError("this is no packet of this program") from None


def _sheet(container: Container, form: str) -> tuple[dict[str, Value], str]:
    name = PAYLOAD + SHEET
    if name not in container.by_name or container.by_name[name].size > LONGEST_SHEET:
        raise PacketForeignError("this is no packet of an assignment")
    try:
        came = b"".join(container.pieces(name))
        sheet = canonical.parse(came, max_size=LONGEST_SHEET)
    except FormatError:
        raise PacketForeignError("the sheet of the packet is malformed") from None
    if not isinstance(sheet, dict) or sheet.get("format") != form:
        raise PacketForeignError("this is a packet of another kind")
    return sheet, came.decode()


def _pieces(path: Path) -> Iterator[bytes]:
    with open_file(path) as file:
        while piece := file.read(_PIECE):
            yield piece
