"""Unpacking: a container of ours is read only if each of its bytes is the one that this program writes.

So nothing hides between the files, behind them or in their headers, and no two readers see different files.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO, NamedTuple
from zlib import crc32

from thb_desktop.crypto.signature_stamps import has_too_many_values
from thb_desktop.errors import MemberNameError, NotFoundError, PackageFormError
from thb_desktop.package import bag, manifest
from thb_desktop.package.manifest import Listed
from thb_desktop.package.members import MOST_FILES, MOST_LISTED, PAYLOAD, verify_names
from thb_desktop.package.packing import FIRST, MIME_TYPE
from thb_desktop.package.zip_stream import Stored, read_directory

MOST_DIRECTORY = 32 << 20
"""Bytes: the directory of the most files with the longest names fits."""
MOST_SIGNATURE = 4 << 20
"""Bytes of a signature with what was added to it: ours has some thousands, a revocation list millions."""
_MOST_STAMP = 64 << 10
"""Bytes of an archive time stamp with its certificates."""
_ARCHIVE_ROWS = 1 << 10
"""Bytes that an archive manifest has more than the manifest, or more than that."""
_PIECE = 1 << 20


class Archive(NamedTuple):
    """An archive time stamp: the list of what it covers, and its token, as they stand in the container."""

    listed: bytes
    token: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """A container whose form is right. Digests and signature are not looked at yet."""

    members: tuple[Stored, ...]
    by_name: Mapping[str, Stored] = field(repr=False)
    listed: tuple[Listed, ...]
    manifest: bytes = field(repr=False)
    signature: bytes = field(repr=False)
    source: BinaryIO = field(repr=False)
    archive: Archive | None = field(default=None, repr=False)

    @property
    def payload(self) -> tuple[Listed, ...]:
        """What was packed, without what the container adds."""
        return tuple(each for each in self.listed if each.name.startswith(PAYLOAD))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give out the content of a file in pieces of at most 1 MiB, unverified. Raises NotFoundError."""
        if name not in self.by_name:
            raise NotFoundError("the container has no such file")
        return _pieces(self.source, self.by_name[name])


def open_container(untrusted: BinaryIO) -> Container:
    """Read the form of a container, a file that can be sought. Raises PackageFormError."""
    size = untrusted.seek(0, 2)
    members = read_directory(untrusted, size, most=MOST_DIRECTORY, most_members=MOST_FILES)
    by_name = {each.name: each for each in members}
    if len(by_name) != len(members):
        raise PackageFormError("two files of the container have one name", "package-form.twice")
    held = {
        name: _held(untrusted, by_name, name)
        for name in (FIRST, *bag.TAG_FILES, manifest.MANIFEST, manifest.SIGNATURE)
    }
    listed = manifest.from_xml(held[manifest.MANIFEST])
    payload = [each.name for each in listed if each.name.startswith(PAYLOAD)]
    expected = [*payload, *bag.TAG_FILES]
    around = [FIRST, *expected, manifest.MANIFEST, manifest.SIGNATURE]
    later = [each.name for each in members[len(around) :]]
    _verify_same_files({*around, *_ARCHIVE}, by_name)
    if [each.name for each in listed] != expected or [each.name for each in members] != [*around, *later]:
        raise _other_files()
    if later not in ([], _ARCHIVE):
        raise _other_files()
    if held[FIRST] != MIME_TYPE.encode():
        raise _other_files()
    if has_too_many_values(held[manifest.SIGNATURE]):
        raise PackageFormError("the signature has more revocation lists and answers than a container holds")
    _verify_payload_names(payload)
    return Container(
        members=members,
        by_name=by_name,
        listed=listed,
        manifest=held[manifest.MANIFEST],
        signature=held[manifest.SIGNATURE],
        source=untrusted,
        archive=Archive(*(_held(untrusted, by_name, name) for name in later)) if later else None,
    )


_ARCHIVE = [manifest.ARCHIVE_MANIFEST, manifest.ARCHIVE_STAMP]
_MOST = {
    manifest.SIGNATURE: MOST_SIGNATURE,
    manifest.ARCHIVE_MANIFEST: MOST_LISTED + _ARCHIVE_ROWS,
    manifest.ARCHIVE_STAMP: _MOST_STAMP,
}


def changed_files(container: Container) -> Iterator[str]:
    """Read every file of the manifest; name each whose content is not what the manifest says."""
    for listed in container.listed:
        digest, check = sha256(), 0
        for piece in container.pieces(listed.name):
            digest.update(piece)
            check = crc32(piece, check)
        if digest.digest() != listed.sha256 or check != container.by_name[listed.name].crc32:
            yield listed.name


def bag_is_right(container: Container) -> bool:
    """Whether the tag files say of the payload what the signed manifest says of it."""
    rows = [(each.name, container.by_name[each.name].size, each.sha256.hex()) for each in container.payload]
    told = {name: b"".join(container.pieces(name)) for name in bag.TAG_FILES}
    return bag.tag_files(rows, bag.info_of(told[bag.INFO])) == told


def _verify_same_files(listed: set[str], there: Collection[str]) -> None:
    """Say it apart whether files are there that the list does not name, or are not there, or both."""
    more = not listed.issuperset(there)
    missing = bool(listed.difference(there, _ARCHIVE))
    if more and missing:
        raise PackageFormError("files of the list are missing, and others are there", "package-form.others")
    if more:
        raise PackageFormError("files are there that the list does not name", "package-form.more")
    if missing:
        raise PackageFormError("files of the list are missing", "package-form.missing")


def _verify_payload_names(names: list[str]) -> None:
    try:
        verify_names(name.removeprefix(PAYLOAD) for name in names)
    except MemberNameError:
        raise _other_files() from None


def _held(untrusted: BinaryIO, members: dict[str, Stored], name: str) -> bytes:
    stored = members.get(name)
    if stored is None or stored.size > _MOST.get(name, MOST_LISTED):
        raise _other_files()
    content = b"".join(_pieces(untrusted, stored))
    if crc32(content) != stored.crc32:
        raise PackageFormError("a part of the container is damaged")
    return content


def _pieces(untrusted: BinaryIO, stored: Stored) -> Iterator[bytes]:
    position, left = stored.end - stored.size, stored.size
    while left:
        untrusted.seek(position)
        piece = untrusted.read(min(left, _PIECE))
        if not piece:
            raise PackageFormError("the container is cut")
        position, left = position + len(piece), left - len(piece)
        yield piece


def _other_files() -> PackageFormError:
    return PackageFormError("the container has other files than this program writes, or others than it lists")
