"""Examining: what was taken is verified, compared with what came before, and kept apart if its root is
unknown.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from thb_desktop.crypto.envelopes.openers import Opener
from thb_desktop.domain.compared_digests import compared_certificate
from thb_desktop.domain.cooperation import Instrument, UseCondition
from thb_desktop.domain.ids import ExhibitId, RowId
from thb_desktop.domain.receiving import ForeignOffice, ReceivedPackage
from thb_desktop.domain.rights import Right
from thb_desktop.domain.texts import Texts
from thb_desktop.domain.vocabulary import ExhibitKind
from thb_desktop.errors import (
    BundleForeignError,
    FileUnreadableError,
    FormatError,
    PackageFormError,
    PdfBeyondBoundsError,
)
from thb_desktop.findings import Finding, Standing, broken, holds, unknown, verdict
from thb_desktop.package.members import PAYLOAD
from thb_desktop.package.unpacking import Container
from thb_desktop.services.core.permission import permitted
from thb_desktop.services.core.session import Session
from thb_desktop.services.messages.bundle_rows import conditions_in
from thb_desktop.services.packaging.package_files import Held, held_in, references_in
from thb_desktop.services.receiving.offices import roots_of, standing_offices
from thb_desktop.services.receiving.taking import Progress, Taken, take
from thb_desktop.vault.content import ContentStore
from thb_desktop.vault.tables import registry
from thb_desktop.verify.documents.shown import in_groups
from thb_desktop.verify.package import check_package
from thb_desktop.verify.package_sheet import SHEET, Sheet, SheetFile, read_sheet, sheet_bytes
from thb_desktop.verify.packaged import ROOT
from thb_desktop.verify.run import certificates_of

OCTETS = "application/octet-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What this vault knows before a package is looked at.

    roots: the fingerprint of each office that was ever recorded, by its id: an office that was withdrawn and
    recorded again is the same one.
    """

    store: ContentStore = field(repr=False)
    offices: tuple[ForeignOffice, ...]
    received: tuple[ReceivedPackage, ...]
    roots: Mapping[RowId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignExhibit:
    """An exhibit of another office in a package: what it is called and said to be there, and its files.

    media_types: by the id of each file. absent: whether a file that travels beside the container is missing.
    """

    id: str
    number: str
    kind: ExhibitKind
    titles: Texts
    files: tuple[SheetFile, ...]
    media_types: Mapping[str, str]
    absent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """A package that was looked at. office: whose it is, if its root is recorded and all of it holds.

    sheet: None if it cannot be read; sheet_sha256: its digest.
    conditions: of use, under which it came, with the ids of the other office. references: of the instruments
    that its bundle tells. root: the root certificate (DER) that came with it, to be compared.
    """

    taken: Taken
    findings: tuple[Finding, ...]
    office: ForeignOffice | None = None
    sheet: Sheet | None = None
    sheet_sha256: str = ""
    exhibits: tuple[ForeignExhibit, ...] = ()
    conditions: tuple[UseCondition, ...] = ()
    references: tuple[str, ...] = ()
    root: bytes = field(default=b"", repr=False)

    def names(self, request: Instrument) -> bool:
        """Whether the bundle tells an instrument with a reference of this one."""
        told = {each.casefold() for each in self.references}
        own = (each.strip().casefold() for each in (request.reference, request.foreign_reference))
        return any(each in told for each in own if each)

    @property
    def is_broken(self) -> bool:
        return verdict(self.findings) is Standing.BROKEN

    @property
    def is_quarantined(self) -> bool:
        """Whether nothing but its unknown root keeps it out."""
        return self.office is None and not self.is_broken


@permitted(Right.REGISTER_EXHIBITS)
def known_before(session: Session) -> Known:
    """Read from the vault what a package is compared with."""
    session.verify_writable()
    return Known(
        store=session.vault.content,
        offices=standing_offices(session.read),
        received=registry.RECEIVED_PACKAGE.all(session.read),
        roots=roots_of(session.read),
    )


def examine(
    known: Known, path: Path, openers: tuple[Opener, ...] = (), *, progress: Progress | None = None
) -> Examined:
    """Store what came, and look at it; any thread does it. Whoever asked drops `taken` or imports it.

    Raises what `take` raises; what is wrong with the content is a finding.
    """
    taken = take(known.store, path, openers, progress=progress)
    try:
        return look_at(known, taken)
    except BaseException:
        taken.drop()
        raise


def look_at(known: Known, taken: Taken) -> Examined:
    """Look at what is in the store already; any thread does it."""
    roots = [compared_certificate(each.root, each.sha256) for each in known.offices]

    def beside(name: str) -> BinaryIO | None:
        return taken.file(taken.beside[name]) if name in taken.beside else None

    with taken.file(taken.container) as file:
        found = list(check_package(file, trusted_roots=roots, beside=beside))
    try:
        with taken.opened() as container:
            if PAYLOAD + SHEET not in container.by_name:
                return Examined(taken=taken, findings=(*found, broken("received-no-sheet")))
            sheet, data = read_sheet(container), sheet_bytes(container)
            found += _of_this(known, taken, sheet)
            if verdict(found) is Standing.BROKEN:
                return Examined(taken=taken, findings=tuple(found), sheet=sheet)
            exhibits = tuple(_exhibits(container, sheet, taken))
            bundle = b"".join(container.pieces(sheet.bundle.path))
            conditions, references = conditions_in(bundle), references_in(bundle)
            root = b"".join(container.pieces(PAYLOAD + ROOT)) if PAYLOAD + ROOT in container.by_name else b""
    except (PackageFormError, FormatError, BundleForeignError, PdfBeyondBoundsError):
        worst = found if verdict(found) is Standing.BROKEN else [*found, broken("received-no-sheet")]
        return Examined(taken=taken, findings=tuple(worst))
    office = next((each for each in known.offices if each.sha256 == sheet.root_certificate_sha256), None)
    if office is None:
        found.append(unknown("received-quarantined", root=in_groups(sheet.root_certificate_sha256)))
    else:
        found.append(holds("received-from", office=office.name, country=office.country))
    if conditions:
        told = tuple(f"{each.number}: {each.text}" for each in conditions)
        found.append(holds("received-conditions", conditions=told))
    return Examined(
        taken=taken,
        findings=tuple(found),
        office=office,
        sheet=sheet,
        sheet_sha256=hashlib.sha256(data).hexdigest(),
        exhibits=exhibits,
        conditions=conditions,
        references=references,
        root=_root(root, sheet.root_certificate_sha256),
    )


def _root(pem: bytes, digest: str) -> bytes:
    """Return the certificate that the sheet names, if it came with the package."""
    with suppress(FileUnreadableError):
        found = (each for each in certificates_of(pem) if hashlib.sha256(each).hexdigest() == digest)
        return next(found, b"")
    return b""


def _of_this(known: Known, taken: Taken, sheet: Sheet) -> Iterator[Finding]:
    """Compare a package with those that came before, and say for whom it was closed."""
    yield from _closed_for(taken, sheet)
    if taken.others:
        yield unknown("received-others", count=len(taken.others))
    for each in known.received:
        if each.sha256 == taken.container.sha256:
            yield broken("received-again", number=each.number, at=each.at)
            return
        if each.foreign_id == sheet.id:
            yield broken("received-changed", number=each.number, at=each.at)
            return
    root = sheet.root_certificate_sha256
    earlier = [each for each in known.received if known.roots.get(each.office_id) == root]
    yield from _against(earlier, sheet)


def _closed_for(taken: Taken, sheet: Sheet) -> Iterator[Finding]:
    """Who is closed for stands in the signed sheet: a package that somebody passed on does not name us."""
    if not taken.in_envelope:
        yield unknown("received-open")
    elif taken.opened_with:
        key = "received-for-us" if taken.opened_with in sheet.closed_for else "received-passed-on"
        yield (holds if key == "received-for-us" else broken)(key)
    elif sheet.with_passphrase:
        yield holds("received-for-us")
    else:
        yield broken("received-passed-on")


def _against(earlier: list[ReceivedPackage], sheet: Sheet) -> Iterator[Finding]:
    """Compare number and head with those of packages that came from the same office."""
    if same := next((each for each in earlier if each.number == sheet.number), None):
        yield unknown("received-number", number=sheet.number, at=same.at, bundle=same.bundle)
    newer = max((each.made_at for each in earlier), default=None)
    if newer is not None and newer > sheet.at:
        yield unknown("received-older", at=newer)
    for each in earlier:
        if each.head_size == sheet.head_size and each.head_root != sheet.head_root:
            yield unknown("received-head.forked", number=each.number, size=each.head_size)
        elif _went_back(each, sheet.at, sheet.head_size):
            yield unknown("received-head.rolled-back", number=each.number, size=each.head_size)


def _went_back(before: ReceivedPackage, at: datetime, size: int) -> bool:
    """Whether the event chain of an office became shorter from one package to a later one, or the reverse."""
    return (before.made_at < at and before.head_size > size) or (
        before.made_at > at and before.head_size < size
    )


def _exhibits(container: Container, sheet: Sheet, taken: Taken) -> Iterator[ForeignExhibit]:
    held = {each.id: each for each in held_in(b"".join(container.pieces(sheet.bundle.path)))}
    listed = {each.name: each.media_type for each in container.listed}
    for exhibit_id, files in sheet.exhibits.items():
        said = held.get(ExhibitId(exhibit_id))
        if said is None:
            raise FormatError("the sheet of the package names an exhibit that its bundle does not")
        yield ForeignExhibit(
            id=exhibit_id,
            number=files[0].number,
            kind=_kind(said),
            titles=said.titles,
            files=files,
            media_types={each.id: listed.get(each.place, OCTETS) for each in files},
            absent=any(each.beside and each.place not in taken.beside for each in files),
        )


def _kind(said: Held) -> ExhibitKind:
    """Return what the other office says that it is; key material never travels, so that is no true answer."""
    if said.kind not in ExhibitKind.__members__ or said.kind == ExhibitKind.SECRET_KEY_MATERIAL:
        raise FormatError("the bundle tells a kind of exhibit that this version does not know")
    return ExhibitKind(said.kind)
