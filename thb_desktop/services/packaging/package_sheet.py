"""The sheet of a package: what is in it, what is not, for whom it is closed, and which telephone number
stands outside the encryption. It is what is approved.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from thb_desktop.domain.bundle import Bundle
from thb_desktop.domain.ids import FileId, RowId
from thb_desktop.domain.package import Recipient
from thb_desktop.domain.people import User
from thb_desktop.domain.times import to_text
from thb_desktop.domain.transfer_rules import Applied
from thb_desktop.ledger.canonical import Value, encode
from thb_desktop.services.bundling.extracts import CustodyExtract
from thb_desktop.services.packaging.package_conditions import SheetFor, conditions_json, conditions_text
from thb_desktop.services.packaging.package_files import BUNDLE, Held, Placed
from thb_desktop.verify.package_sheet import FORMAT, SHEET
from thb_desktop.verify.packaged import MEDIA

__all__ = ["FORMAT", "MEDIA", "SHEET", "PackageContent", "sheet_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageContent:
    """What a package will hold. held: the exhibits of the bundle; files: those that travel. words: the
    language of a passphrase that opens it too; empty for none. conditions: of use, that hold for its items.
    largest: megabytes of the largest file of the folder; 0 for volumes as usual. office: the name of
    the office that sends it. telephone: outside the encryption; empty for none.
    """

    id: RowId
    number: str
    at: datetime
    bundle: Bundle
    pdf: bytes = field(repr=False)
    held: tuple[Held, ...]
    files: tuple[Placed, ...]
    recipients: tuple[Recipient, ...]
    words: str
    identities_because: str
    unsearched_because: str
    extract: CustodyExtract = field(repr=False)
    root: bytes = field(repr=False)
    maker: User
    office: str
    conditions: tuple[Applied, ...] = ()
    largest: int = 0
    telephone: str = ""

    @property
    def sheet_for(self) -> SheetFor:
        """For whom its condition sheet is."""
        return SheetFor(
            number=self.number,
            recipient=self.bundle.recipient,
            state=self.bundle.state,
            closed_for=tuple(each.name for each in self.recipients),
        )

    @property
    def inside(self) -> tuple[Placed, ...]:
        return tuple(each for each in self.files if not each.beside)

    @property
    def beside(self) -> tuple[Placed, ...]:
        return tuple(each for each in self.files if each.beside)

    @property
    def travelling(self) -> tuple[tuple[str, int], ...]:
        """The exhibits of which files travel: their number, and how many."""
        counts = Counter(each.number for each in self.files)
        return tuple(counts.items())

    @property
    def left_out(self) -> tuple[tuple[str, int], ...]:
        """The exhibits of which files stay in the office: their number, and how many."""
        travel = {each.file.id for each in self.files}
        counted = ((each.number, _absent(each, travel)) for each in self.held)
        return tuple((number, count) for number, count in counted if count)


def _absent(held: Held, travel: set[FileId]) -> int:
    return sum(file not in travel for file, _ in held.files)


def sheet_of(content: PackageContent) -> bytes:
    """Write the sheet as canonical JSON."""
    bundle, head = content.bundle, content.extract.head
    optional: dict[str, Value] = {}
    if content.conditions:
        told = (
            ("json", conditions_json(content.sheet_for, content.conditions)),
            ("text", conditions_text(content.sheet_for, content.conditions)),
        )
        optional["conditions"] = {f"{form}_sha256": sha256(data).hexdigest() for form, data in told}
    if content.telephone:
        optional["telephone"] = content.telephone
    return encode(
        {
            **optional,
            "format": FORMAT,
            "id": content.id,
            "number": content.number,
            "at": to_text(content.at),
            "maker": {"name": content.maker.name, "function": content.maker.role.value},
            "bundle": {
                "id": bundle.id,
                "number": bundle.number,
                "version": bundle.version,
                "purpose": bundle.purpose,
                "recipient": bundle.recipient,
                "path": f"data/{BUNDLE}",
                "size": len(content.pdf),
                "sha256": sha256(content.pdf).hexdigest(),
            },
            "closed_for": [
                {"kind": each.kind.value, "name": each.name, "sha256": each.sha256}
                for each in content.recipients
            ],
            "with_passphrase": bool(content.words),
            "exhibits": _exhibits(content.held, content.files),
            "identities_because": content.identities_because,
            "unsearched_because": content.unsearched_because,
            "left_out": [{"number": number, "files": count} for number, count in content.left_out],
            "custody_sha256": sha256(content.extract.data).hexdigest(),
            "head": {"size": head.size, "root": head.root.hex(), "at": to_text(head.at)},
            "root_certificate_sha256": sha256(content.root).hexdigest(),
        }
    )


def media_list(beside: Sequence[Placed]) -> bytes:
    """Return the list of the files beside the container, in the form of `sha256sum`."""
    return "".join(f"{each.file.sha256}  {each.name}\n" for each in beside).encode("ascii")


def _exhibits(held: Iterable[Held], files: Sequence[Placed]) -> list[Value]:
    by_exhibit: dict[str, list[Value]] = {}
    for each in files:
        by_exhibit.setdefault(each.file.exhibit_id, []).append(
            {
                "id": each.file.id,
                "beside" if each.beside else "path": each.name,
                "size": each.file.size,
                "sha256": each.file.sha256,
            }
        )
    held, found = tuple(held), list[Value]()
    numbers = {str(each.id): each.number for each in held}
    for one in held:
        if one.id in by_exhibit:
            told: dict[str, Value] = {"id": one.id, "number": one.number, "files": by_exhibit[one.id]}
            if one.copy_of:
                told["masked_copy_of"] = numbers.get(one.copy_of, one.source)
            found.append(told)
    return found


def portable_check() -> bytes:
    """Return the check of the custody record as one file."""
    from thb_desktop.verify.portable import write_portable_check

    target = BytesIO()
    write_portable_check(target)
    return target.getvalue()
