"""What a package of an office says of itself, compared: its sheet, its files, its custody record."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from thb_desktop.errors import CertificateError, FormatError, MemberNameError, PdfBeyondBoundsError
from thb_desktop.findings import Finding, Where, broken, holds, unknown
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.entry import Entry
from thb_desktop.ledger.extract import Extract, ListedEvent
from thb_desktop.ledger.streamed import memory_of
from thb_desktop.package.members import PAYLOAD, verify_names
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.bundle.custody_record import of_custody
from thb_desktop.verify.bundle.holders import Office
from thb_desktop.verify.certificates import read_certificate
from thb_desktop.verify.custody import ExtractCheck, not_in_form
from thb_desktop.verify.custody_events import states_of
from thb_desktop.verify.documents.fast_signature import verify_signature
from thb_desktop.verify.documents.path import shown
from thb_desktop.verify.limits import MAXIMUM_VALUE, ROW, Room, afford

FORMAT = "thb-package/1"
SHEET = "package.json"
MEDIA = "media.sha256"
CUSTODY = "custody/custody-extract.json"
CHECK = "custody-check.pyz"
ROOT = "root-certificate.pem"
_EXHIBITS = f"{PAYLOAD}exhibits/"
_LONGEST_SHEET = MAXIMUM_VALUE // 3
"""Bytes: a longer text takes more memory than one value may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file of an exhibit as the sheet names it. place: in the container, or its name beside it."""

    id: str
    exhibit: str
    number: str
    place: str
    beside: bool
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    bundle_id: str
    bundle_path: str
    bundle_sha256: str
    custody_sha256: str
    root_sha256: str
    files: tuple[_File, ...]


def check_packaged(
    container: Container,
    changed: Collection[str],
    *,
    signer: bytes,
    trusted: Collection[str],
    beside: Path | None,
) -> Iterator[Finding]:
    """Compare the content of a package with its sheet, and its exhibits with the custody record.

    Nothing is said of a container without a sheet. changed: files that are not as listed, told already.
    signer: the certificate (DER) of the signature; empty if it does not hold. trusted: fingerprints of roots.
    beside: the folder in which large files may lie.
    """
    name = PAYLOAD + SHEET
    if name not in container.by_name or name in changed:
        return
    try:
        sheet = _sheet(container)
    except FormatError as refusal:
        yield broken("package-sheet", detail=str(refusal))
        return
    digests = {each.name: each.sha256.hex() for each in container.listed}
    if digests.get(sheet.bundle_path) != sheet.bundle_sha256:
        yield broken("package-other-bundle")
    yield from _check_places(container, sheet, digests)
    yield from _check_record(container, sheet, digests, signer, trusted)
    yield from _check_beside(sheet, beside)


def _check_places(container: Container, sheet: _Sheet, digests: Mapping[str, str]) -> Iterator[Finding]:
    inside = {each.place: each for each in sheet.files if not each.beside}
    there = {each.name for each in container.payload if each.name.startswith(_EXHIBITS)}
    for name in sorted(there - inside.keys()):
        yield broken("package-unnamed-file", where=_member(name))
    for place, each in inside.items():
        if digests.get(place) != each.sha256 or container.by_name[place].size != each.size:
            yield broken("package-exhibit.sheet", where=_exhibit(each))


def _check_record(
    container: Container, sheet: _Sheet, digests: Mapping[str, str], signer: bytes, trusted: Collection[str]
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
    if sha256(frame.root).hexdigest() != sheet.root_sha256:
        yield broken("package-other-record")
    if signer:
        yield from _check_holder(frame, signer)
    yield from _check_files(sheet, told)


def _check_holder(frame: Extract, signer: bytes) -> Iterator[Finding]:
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


def _check_files(sheet: _Sheet, told: "_Told") -> Iterator[Finding]:
    if told.bundles.get(sheet.bundle_id) != sheet.bundle_sha256:
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


def _check_beside(sheet: _Sheet, beside: Path | None) -> Iterator[Finding]:
    """Large files that travel beside the container are compared where they lie beside it."""
    absent, right = list[str](), 0
    for each in sheet.files:
        if not each.beside:
            continue
        path = None if beside is None else beside / each.place
        try:
            if path is None or not path.is_file():
                absent.append(each.place)
                continue
            with path.open("rb") as file:
                same = (
                    path.stat().st_size == each.size
                    and file_digest(file, "sha256").hexdigest() == each.sha256
                )
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


class _Told:
    """What the events of a custody record tell of exhibits, their files and bundles."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[str, str, int]] = {}
        self.numbers: dict[str, str] = {}
        self.bundles: dict[str, str] = {}
        self._room = Room()

    def add(self, _: Entry, listed: ListedEvent) -> None:
        for table, record in states_of(listed.content):
            if table not in ("exhibit", "exhibit_file", "bundle"):
                continue
            self._room.keep(ROW)
            own = str(record.get("id"))
            if table == "exhibit_file":
                size = record.get("size")
                told = str(record.get("exhibit_id")), str(record.get("sha256"))
                self.files[own] = (*told, size if isinstance(size, int) else -1)
            elif table == "exhibit":
                self.numbers[own] = str(record.get("number"))
            else:
                self.bundles[own] = str(record.get("sha256"))


def _sheet(container: Container) -> _Sheet:
    name = PAYLOAD + SHEET
    if container.by_name[name].size > _LONGEST_SHEET:
        raise FormatError("the sheet of the package is too long")
    untrusted = b"".join(container.pieces(name))
    try:
        afford(memory_of(untrusted))
        return _read(canonical.parse(untrusted, max_size=_LONGEST_SHEET))
    except PdfBeyondBoundsError:
        raise FormatError("the sheet of the package is too long") from None
    except (KeyError, TypeError, ValueError, MemberNameError):
        raise FormatError("the sheet of the package is malformed") from None


def _read(told: Value) -> _Sheet:
    sheet = _object(told)
    if sheet["format"] != FORMAT:
        raise FormatError("the sheet of the package has a form that this version does not know")
    bundle = _object(sheet["bundle"])
    files = tuple(
        _file(_object(exhibit), _object(each))
        for exhibit in _list(sheet["exhibits"])
        for each in _list(_object(exhibit)["files"])
    )
    if len({each.place for each in files}) != len(files) or len({each.id for each in files}) != len(files):
        raise FormatError("the sheet of the package names a file twice")
    verify_names(each.place for each in files if each.beside)
    return _Sheet(
        bundle_id=_text(bundle["id"]),
        bundle_path=_text(bundle["path"]),
        bundle_sha256=_text(bundle["sha256"]),
        custody_sha256=_text(sheet["custody_sha256"]),
        root_sha256=_text(sheet["root_certificate_sha256"]),
        files=files,
    )


def _file(exhibit: Mapping[str, Value], told: Mapping[str, Value]) -> _File:
    beside = "beside" in told
    place, size = _text(told["beside" if beside else "path"]), told["size"]
    if (
        not isinstance(size, int)
        or (beside and "/" in place)
        or (not beside and not place.startswith(_EXHIBITS))
    ):
        raise FormatError("the sheet of the package is malformed")
    return _File(
        id=_text(told["id"]),
        exhibit=_text(exhibit["id"]),
        number=_text(exhibit["number"]),
        place=place,
        beside=beside,
        size=size,
        sha256=_text(told["sha256"]),
    )


def _object(value: Value) -> Mapping[str, Value]:
    if not isinstance(value, Mapping):
        raise FormatError("the sheet of the package is malformed")
    return value


def _list(value: Value) -> Sequence[Value]:
    if not isinstance(value, list):
        raise FormatError("the sheet of the package is malformed")
    return value


def _text(value: Value) -> str:
    if not isinstance(value, str):
        raise FormatError("the sheet of the package is malformed")
    return value


def _member(name: str) -> Where:
    return Where(kind="member", first=1, names=(shown(name),))


def _exhibit(each: _File) -> Where:
    return Where(kind="exhibit", names=(shown(each.number),))
