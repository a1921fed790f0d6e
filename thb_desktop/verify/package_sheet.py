"""The sheet of a package: what it says of itself, read without believing it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from thb_desktop.domain.times import from_text
from thb_desktop.errors import FormatError, MemberNameError, PdfBeyondBoundsError
from thb_desktop.ledger import canonical
from thb_desktop.ledger.canonical import Value
from thb_desktop.ledger.streamed import memory_of
from thb_desktop.package.members import PAYLOAD, verify_names
from thb_desktop.package.unpacking import Container
from thb_desktop.verify.limits import MAXIMUM_VALUE, afford

FORMAT = "thb-package/1"
SHEET = "package.json"
EXHIBITS = f"{PAYLOAD}exhibits/"
LARGEST_MESSAGE = 4 << 20
"""Bytes of a message between offices, and of the text in it: a receipt of some ten thousand exhibits."""
_LONGEST_SHEET = MAXIMUM_VALUE // 3
"""Bytes: a longer text takes more memory than one value may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFile:
    """A file of an exhibit as the sheet names it. place: in the container, or its name beside it."""

    id: str
    exhibit: str
    number: str
    place: str
    beside: bool
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBundle:
    """The bundle of a package as the sheet names it."""

    id: str
    number: str
    recipient: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a package says of itself. closed_for: fingerprints of certificates; with_passphrase: whether a
    passphrase opens it too. conditions: the digests of the files that tell the conditions of use, by name.
    """

    id: str
    number: str
    at: datetime
    maker: str
    bundle: SheetBundle
    closed_for: frozenset[str]
    with_passphrase: bool
    custody_sha256: str
    root_certificate_sha256: str
    head_size: int
    head_root: str
    head_at: datetime
    files: tuple[SheetFile, ...]
    conditions: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def exhibits(self) -> Mapping[str, tuple[SheetFile, ...]]:
        """The files of each exhibit, by its id, in the order of the sheet."""
        found: dict[str, list[SheetFile]] = {}
        for each in self.files:
            found.setdefault(each.exhibit, []).append(each)
        return {exhibit: tuple(files) for exhibit, files in found.items()}


def sheet_bytes(container: Container) -> bytes:
    """Return the sheet as it stands in the container. Raises FormatError for one that is too long."""
    name = PAYLOAD + SHEET
    if container.by_name[name].size > _LONGEST_SHEET:
        raise FormatError("the sheet of the package is too long")
    return b"".join(container.pieces(name))


def read_sheet(container: Container) -> Sheet:
    """Read the sheet of a container that has one. Raises FormatError."""
    untrusted = sheet_bytes(container)
    try:
        afford(memory_of(untrusted))
        return _read(canonical.parse(untrusted, max_size=_LONGEST_SHEET))
    except PdfBeyondBoundsError:
        raise FormatError("the sheet of the package is too long") from None
    except (KeyError, TypeError, ValueError, MemberNameError):
        raise FormatError("the sheet of the package is malformed") from None


def _read(told: Value) -> Sheet:
    sheet = object_of(told)
    if sheet["format"] != FORMAT:
        raise FormatError("the sheet of the package has a form that this version does not know")
    bundle, head = object_of(sheet["bundle"]), object_of(sheet["head"])
    files = tuple(
        _file(object_of(exhibit), object_of(each))
        for exhibit in list_of(sheet["exhibits"])
        for each in list_of(object_of(exhibit)["files"])
    )
    if len({each.place for each in files}) != len(files) or len({each.id for each in files}) != len(files):
        raise FormatError("the sheet of the package names a file twice")
    verify_names(each.place for each in files if each.beside)
    return Sheet(
        id=text_of(sheet["id"]),
        number=text_of(sheet["number"]),
        at=from_text(text_of(sheet["at"])),
        maker=text_of(object_of(sheet["maker"])["name"]),
        bundle=SheetBundle(
            id=text_of(bundle["id"]),
            number=text_of(bundle["number"]),
            recipient=text_of(bundle["recipient"]),
            path=text_of(bundle["path"]),
            sha256=text_of(bundle["sha256"]),
        ),
        closed_for=frozenset(text_of(object_of(each)["sha256"]) for each in list_of(sheet["closed_for"])),
        with_passphrase=sheet["with_passphrase"] is True,
        custody_sha256=text_of(sheet["custody_sha256"]),
        root_certificate_sha256=text_of(sheet["root_certificate_sha256"]),
        head_size=number_of(head["size"]),
        head_root=text_of(head["root"]),
        head_at=from_text(text_of(head["at"])),
        files=files,
        conditions=_conditions(sheet),
    )


def _conditions(sheet: Mapping[str, Value]) -> Mapping[str, str]:
    if "conditions" not in sheet:
        return {}
    told = object_of(sheet["conditions"])
    names = (("conditions.json", "json_sha256"), ("conditions.txt", "text_sha256"))
    return {PAYLOAD + name: text_of(told[key]) for name, key in names}


def _file(exhibit: Mapping[str, Value], told: Mapping[str, Value]) -> SheetFile:
    beside = "beside" in told
    place = text_of(told["beside" if beside else "path"])
    if (beside and "/" in place) or (not beside and not place.startswith(EXHIBITS)):
        raise _malformed()
    return SheetFile(
        id=text_of(told["id"]),
        exhibit=text_of(exhibit["id"]),
        number=text_of(exhibit["number"]),
        place=place,
        beside=beside,
        size=number_of(told["size"]),
        sha256=text_of(told["sha256"]),
    )


def message_text(container: Container, name: str) -> Mapping[str, Value]:
    """Read the text of a message between offices. Raises NotFoundError, FormatError, PdfBeyondBoundsError."""
    untrusted = b"".join(container.pieces(name))
    afford(memory_of(untrusted))
    return object_of(canonical.parse(untrusted, max_size=LARGEST_MESSAGE))


def object_of(value: Value) -> Mapping[str, Value]:
    """Return an object of JSON. Raises FormatError for something else, as the following do."""
    if not isinstance(value, Mapping):
        raise _malformed()
    return value


def list_of(value: Value) -> Sequence[Value]:
    if not isinstance(value, list):
        raise _malformed()
    return value


def text_of(value: Value) -> str:
    if not isinstance(value, str):
        raise _malformed()
    return value


def number_of(value: Value) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _malformed()
    return value


def _malformed() -> FormatError:
    return FormatError("the sheet of the package is malformed")
