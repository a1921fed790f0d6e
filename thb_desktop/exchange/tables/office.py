"""The package of an office file: how it is written, and what of one from outside is refused."""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from thb_desktop.errors import ActiveContentError, ExchangeFormatError
from thb_desktop.exchange.untrusted.archives import Archive, open_archive
from thb_desktop.exchange.untrusted.limits import PART, SMALL_PART
from thb_desktop.exchange.untrusted.xml import Element, Spent, Take, read_xml

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of every part: a file tells nobody when it was made."""
_ACTIVE = (
    "vbaproject", "vbadata", "activex", "embeddings", "oleobject", "externallinks", "ctrlprops",
    "macrosheets", "dialogsheets", "connections.xml", "querytables", "customui",
    "webextensions", "attachedtoolbars",
)  # fmt: skip
"""What stands in the names of parts that run, load or contain something."""
_LINK = "/hyperlink"
"""The one kind of relation that may lead outside: text that a person can click, which is never followed."""


def pack(parts: Mapping[str, str]) -> bytes:
    """Return an office file of these parts, the same bytes for the same parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _MOMENT)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, content.encode())
    return target.getvalue()


def content_types(overrides: Mapping[str, str]) -> str:
    """Return the part that says which kind each part is. overrides: kinds by name of the part."""
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )


def relations(targets: Mapping[str, str]) -> str:
    """Return a part of relations. targets: kind of relation by name of the part."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE_RELATION}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How one part belongs to another. kind: the last word of its type. target: a part."""

    id: str
    kind: str
    target: str


class OfficeFile:
    """An office file from outside, without anything that runs, loads or contains something else."""

    def __init__(self, untrusted: bytes) -> None:
        """Raise ArchiveRefusedError, ActiveContentError, ExchangeFormatError, and what `read_xml` raises."""
        self._archive: Archive = open_archive(untrusted)
        self._spent = Spent()
        if "[Content_Types].xml" not in self._archive.names:
            raise ExchangeFormatError("the file is no office file")
        if any(part in name.lower() for name in self._archive.names for part in _ACTIVE):
            raise ActiveContentError("the office file contains something that runs, or another file")
        self._verify_kinds()
        self._relations = {
            name: _relations(self.part(name, most=SMALL_PART), name)
            for name in self._archive.names
            if name.endswith(".rels")
        }

    def main(self) -> str:
        """Return the name of the part that an office program opens. Raises ExchangeFormatError."""
        found = self.related("", "officeDocument")
        if len(found) != 1 or found[0].target not in self._archive.names:
            raise ExchangeFormatError("the office file has no document, or several")
        return found[0].target

    def related(self, part: str, kind: str) -> tuple[Relation, ...]:
        """Return what belongs to a part, in one way. part: empty for the whole file."""
        folder, _, name = part.rpartition("/")
        relations = self._relations.get(posixpath.join(folder, "_rels", f"{name}.rels"), ())
        return tuple(each for each in relations if each.kind == kind)

    def has(self, name: str) -> bool:
        return name in self._archive.names

    def part(self, name: str, *, take: Mapping[str, Take] | None = None, most: int = PART) -> Element:
        """Return the root element of a part."""
        return read_xml(self._archive.read(name), take=take or {}, spent=self._spent, most=most)

    def _verify_kinds(self) -> None:
        for child in self.part("[Content_Types].xml", most=SMALL_PART).elements:
            if "macroenabled" in child.attributes.get("ContentType", "").lower():
                raise ActiveContentError("the office file may contain macros")


def _relations(untrusted: Element, name: str) -> tuple[Relation, ...]:
    """Return where relations lead within the file. name: of the part that lists them."""
    folder = posixpath.dirname(posixpath.dirname(name))
    found = []
    for relation in untrusted.elements:
        told = relation.attributes
        is_outside = told.get("TargetMode", "Internal") != "Internal"
        if is_outside and not told.get("Type", "").endswith(_LINK):
            raise ActiveContentError("the office file loads something from elsewhere")
        if not is_outside:
            target = posixpath.normpath(posixpath.join("/", folder, told.get("Target", ""))).lstrip("/")
            kind = told.get("Type", "").rpartition("/")[2]
            found.append(Relation(id=told.get("Id", ""), kind=kind, target=target))
    return tuple(found)
