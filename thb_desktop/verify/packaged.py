"""What a package of an office says of itself, compared: its sheet, its files, its custody record."""

from collections.abc import Callable, Collection, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from thb_desktop.domain.vocabulary import Originality
from thb_desktop.errors import CertificateError, FormatError, PdfBeyondBoundsError, PdfUnreadableError
from thb_desktop.findings import Finding, Where, broken, holds, unknown
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.extract import Extract, ListedEvent
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.bundle.custody_record import of_custody
from thb_desktop.verify.bundle.holders import Office
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.custody import ExtractCheck, not_in_form
from thb_desktop.verify.custody_rows import states_of
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.documents.printed import PrintedTold
from thb_desktop.verify.documents.shown import shown
from thb_desktop.verify.limits import ROW, Room, afford
from thb_desktop.verify.package_sheet import EXHIBITS, SHEET, Sheet, SheetFile, read_sheet
from thb_desktop.verify.pdf import MAXIMUM_SIZE, attached_printed

MEDIA = "media.sha256"
CUSTODY = "custody/custody-extract.json"
CHECK = "custody-check.pyz"
ROOT = "root-certificate.pem"
_PIECE = 1 << 20
_LARGEST_TEXT = 8 << 20
"""Bytes of a plain text that is compared with what is printed of it."""
type Beside = Callable[[str], BinaryIO | None]
"""Opens a file that travels beside a container, by its name; None if it is not there."""


def check_packaged(
    container: Container,
    changed: Collection[str],
    *,
    signer: bytes,
    trusted: Collection[str],
    beside: Beside,
) -> Iterator[Finding]:
    """Compare the content of a package with its sheet, and its exhibits with the custody record.

    Nothing is said of a container without a sheet. changed: files that are not as listed, told already.
    signer: the certificate (DER) of the signature; empty if it does not hold. trusted: fingerprints of roots.
    beside: opens a large file by its name, or says that it is not there.
    """
    name = PAYLOAD + SHEET
    if name not in container.by_name or name in changed:
        return
    try:
        sheet = read_sheet(container)
    except FormatError as refusal:
        yield broken("package-sheet", detail=str(refusal))
        return
    digests = {each.name: each.sha256.hex() for each in container.listed}
    if digests.get(sheet.bundle.path) != sheet.bundle.sha256:
        yield broken("package-other-bundle")
    if any(digests.get(name) != digest for name, digest in sheet.conditions.items()):
        yield broken("package-other-conditions")
    yield from _check_places(container, sheet, digests)
    yield from _check_record(container, sheet, digests, signer, trusted)
    yield from _check_beside(sheet, beside)
    if sheet.bundle.path not in changed:
        yield from _check_printed(container, sheet)


def _check_printed(container: Container, sheet: Sheet) -> Iterator[Finding]:
    """What the bundle prints of an exhibit whose files travel is of these files."""
    bundle = container.by_name.get(sheet.bundle.path)
    if bundle is None or bundle.size > MAXIMUM_SIZE:
        return
    try:
        printed = attached_printed(b"".join(container.pieces(sheet.bundle.path)))
    except (PdfUnreadableError, PdfBeyondBoundsError, FormatError):
        return  # the check of the pages tells it
    files: dict[str, frozenset[str]] = {}
    for each in sheet.files:
        files[each.number] = files.get(each.number, frozenset()) | {each.sha256}
    for number in printed.not_among(files):
        yield broken("package-printed-other", where=Where(kind="exhibit", names=(shown(number),)))
    yield from _check_words(container, sheet, printed)


def _check_words(container: Container, sheet: Sheet, printed: PrintedTold) -> Iterator[Finding]:
    """The words that are printed of plain texts are those of the files that are in the container."""
    inside = {
        (each.number, each.sha256): each.place
        for each in sheet.files
        if not each.beside and each.size <= _LARGEST_TEXT and each.place in container.by_name
    }
    same = 0
    for text in printed.texts:
        place = inside.get((text.number, text.file_sha256))
        is_same = text.is_of(b"".join(container.pieces(place))) if place else None
        same += is_same is True
        if is_same is False:
            yield broken(
                "package-printed-words.other", where=Where(kind="exhibit", names=(shown(text.number),))
            )
    if same:
        yield holds("package-printed-words.same", count=same)


def _check_places(container: Container, sheet: Sheet, digests: Mapping[str, str]) -> Iterator[Finding]:
    inside = {each.place: each for each in sheet.files if not each.beside}
    there = {each.name for each in container.payload if each.name.startswith(EXHIBITS)}
    for name in sorted(there - inside.keys()):
        yield broken("package-unnamed-file", where=_member(name))
    for place, each in inside.items():
        if digests.get(place) != each.sha256 or container.by_name[place].size != each.size:
            yield broken("package-exhibit.sheet", where=_exhibit(each))


def _check_record(
    container: Container, sheet: Sheet, digests: Mapping[str, str], signer: bytes, trusted: Collection[str]
) -> Iterator[Finding]:
    """The custody record holds by itself, is of the office that signs, and tells each file."""
    name = PAYLOAD + CUSTODY
    if digests.get(name) != sheet.custody_sha256:
        yield broken("package-other-record")
        return
    room, told = Room(), _Told()
    try:
        frame = Extract.parse_frame(container.pieces(name), keep=room.keep, afford=afford)
        check = ExtractCheck(
            frame,
            lambda: container.pieces(name),
            sorted(trusted),
            keep=room.keep,
            verify=verify_signature,
            told=told.add,
        )
        for finding in check.findings():
            yield of_custody(finding)
    except PdfBeyondBoundsError:
        yield of_custody(unknown("extract-beyond-bounds"))
        return
    except FormatError as refusal:
        yield of_custody(not_in_form(refusal))
        return
    head = frame.head.parsed()
    if sha256(frame.root).hexdigest() != sheet.root_certificate_sha256 or (
        (head.size, head.root.hex(), head.at) != (sheet.head_size, sheet.head_root, sheet.head_at)
    ):
        yield broken("package-other-record")
    if signer:
        yield from _check_holder(frame, signer, sheet.maker)
    yield from _check_files(sheet, told)


def _check_holder(frame: Extract, signer: bytes, maker: str) -> Iterator[Finding]:
    office = Office(frame)
    try:
        holder = read_certificate(signer)
    except CertificateError as refusal:
        yield broken("certificates.unusable", detail=str(refusal))
        return
    if not office.issued(holder):
        yield broken("signer-of-another-root.root", name=shown(holder.common_name))
    elif not office.knows(holder):
        yield broken("signer-of-another-root.key", name=shown(holder.common_name))
    if holder.common_name != maker:
        yield broken("package-other-maker", name=shown(holder.common_name), maker=shown(maker))


def _check_files(sheet: Sheet, told: "_Told") -> Iterator[Finding]:
    if (sheet.bundle.id, sheet.bundle.sha256) not in told.bundles:
        yield broken("package-bundle-untold")
    wrong = [
        each
        for each in sheet.files
        if told.files.get(each.id) != (each.exhibit, each.sha256, each.size)
        or told.numbers.get(each.exhibit) != each.number
    ]
    for each in wrong:
        yield broken("package-exhibit.record", where=_exhibit(each))
    if not wrong:
        exhibits = len({each.exhibit for each in sheet.files})
        yield holds("package-exhibits", count=len(sheet.files), exhibits=exhibits)
    copies = dict.fromkeys(each.number for each in sheet.files if each.exhibit in told.copies)
    if copies:
        yield unknown("package-copies", names=tuple(map(shown, copies)))


def in_folder(folder: Path | None) -> Beside:
    """Return how files beside a container are opened that lie in this folder."""

    def opened(name: str) -> BinaryIO | None:
        path = None if folder is None else folder / name
        return path.open("rb") if path is not None and path.is_file() else None

    return opened


def _check_beside(sheet: Sheet, beside: Beside) -> Iterator[Finding]:
    """Large files that travel beside the container are compared where they lie beside it."""
    absent, right = list[str](), 0
    for each in sheet.files:
        if not each.beside:
            continue
        try:
            file = beside(each.place)
            if file is None:
                absent.append(each.place)
                continue
            with file:
                same = _digest_of(file) == (each.size, each.sha256)
        except OSError:
            absent.append(each.place)
            continue
        right += same
        if not same:
            yield broken("package-media.changed", where=_member(each.place))
    if right:
        yield holds("package-media.here", count=right)
    if absent:
        yield unknown("package-media.absent", names=tuple(absent))


def _digest_of(file: BinaryIO) -> tuple[int, str]:
    size, digest = 0, sha256()
    while piece := file.read(_PIECE):
        size += len(piece)
        digest.update(piece)
    return size, digest.hexdigest()


class _Told:
    """What the events of a custody record tell of exhibits, their files and bundles."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[str, str, int]] = {}
        self.numbers: dict[str, str] = {}
        self.copies: set[str] = set()
        self.bundles: set[tuple[str, str]] = set()
        """Each bundle with the digest of its file, and with that of its file with a time stamp."""
        self._room = Room()

    def add(self, _: Entry, listed: ListedEvent) -> None:
        for table, record in states_of(listed.content):
            if table not in ("exhibit", "exhibit_file", "bundle", "stamped_bundle"):
                continue
            self._room.keep(ROW)
            own = str(record.get("id"))
            if table == "exhibit_file":
                size = record.get("size")
                told = str(record.get("exhibit_id")), str(record.get("sha256"))
                self.files[own] = (*told, size if isinstance(size, int) else -1)
            elif table == "exhibit":
                self.numbers[own] = str(record.get("number"))
                if record.get("originality") == Originality.REDACTED_VERSION:
                    self.copies.add(own)
            else:
                bundle = own if table == "bundle" else str(record.get("bundle_id"))
                self.bundles.add((bundle, str(record.get("sha256"))))


def _member(name: str) -> Where:
    return Where(kind="member", first=1, names=(shown(name),))


def _exhibit(each: SheetFile) -> Where:
    return Where(kind="exhibit", names=(shown(each.number),))
