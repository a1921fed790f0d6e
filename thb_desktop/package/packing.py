"""Packing: a container written as one stream, signed, in bytes that depend on its content alone.

Each file is read twice: to count and digest it, and to write it. Nothing is held and nothing is put on a disk
besides; what reads differently the second time is a refusal.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO
from zlib import crc32

from thb_desktop.crypto.envelopes.writing import Writable
from thb_desktop.crypto.signed_messages import sign_detached
from thb_desktop.crypto.signing import Signer
from thb_desktop.errors import MemberChangedError, MemberNameError, PackageFormError, PackageTooLargeError
from thb_desktop.package import bag, manifest
from thb_desktop.package.manifest import Listed
from thb_desktop.package.members import MOST_FILES, MOST_LISTED, PAYLOAD, Member, verify_names
from thb_desktop.package.zip_stream import Stored, directory

MIME_TYPE = "application/vnd.etsi.asic-e+zip"
FIRST = "mimetype"
TEXT = "text/plain"
_PIECE = 1 << 20
_AROUND = 9
"""Members beside the payload: the first, four tag files, the list and its signature, and what an archive time
stamp adds later.
"""
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A container that was written: its length in bytes and SHA-256 in hex, and the files of its manifest."""

    size: int
    sha256: str
    files: tuple[Listed, ...]


def write_container(
    target: Writable,
    members: Sequence[Member],
    *,
    info: Mapping[str, str],
    signer: Signer,
    chain: Sequence[bytes],
    at: datetime,
    signed: Callable[[bytes], bytes] | None = None,
) -> Packed:
    """Write an ASiC-E container with a CAdES B-B signature of its manifest.

    members: the payload, by names below `data/`; info: for `bag-info.txt`; chain: the certificates above the
    signer's up to the root, in DER; at: the claimed time; signed: gives the signature of the SHA-256 of the
    list, in place of the signer. Raises MemberNameError, MemberChangedError, PackageTooLargeError before a
    byte is written, SigningError; errors of the target and of the members pass.
    """
    _verify_readable(len(members))
    verify_names(each.name for each in members)
    for each in members:
        if not _MEDIA_TYPE.fullmatch(each.media_type):
            raise MemberNameError("a media type in the package is not one", each.name)
    stream = _Stream(target)
    payload = [_counted(each) for each in members]
    rows = [(each.stored.name, each.stored.size, each.sha256.hex()) for each in payload]
    tags = bag.tag_files(rows, info)
    files = (
        *(
            Listed(name=each.stored.name, media_type=member.media_type, sha256=each.sha256)
            for member, each in zip(members, payload, strict=True)
        ),
        *(
            Listed(name=name, media_type=TEXT, sha256=sha256(content).digest())
            for name, content in tags.items()
        ),
    )
    listed = manifest.to_xml(files)
    _verify_readable(len(files), listed, *tags.values())
    stream.put_held(FIRST, MIME_TYPE.encode())
    for member, counted in zip(members, payload, strict=True):
        stream.put(member, counted)
    for name, content in tags.items():
        stream.put_held(name, content)
    stream.put_held(manifest.MANIFEST, listed)
    digest = sha256(listed).digest()
    signature = signed(digest) if signed else sign_detached(digest, signer=signer, chain=chain, at=at)
    stream.put_held(manifest.SIGNATURE, signature)
    stream.close()
    return Packed(size=stream.position, sha256=stream.digest.hexdigest(), files=files)


def write_signed_again(
    target: Writable,
    source: BinaryIO,
    members: Sequence[Stored],
    signature: bytes,
    archive: Sequence[bytes] = (),
) -> None:
    """Write a container with another message in the place of its signature.

    source, members: the container as it was read. archive: the list of an archive time stamp and its token,
    which come last; what was behind the signature is left out. The errors of both files pass.
    """
    place = next(index for index, each in enumerate(members) if each.name == manifest.SIGNATURE)
    written, position = [*members[:place]], members[place].offset
    source.seek(0)
    left = position
    while left:
        piece = source.read(min(left, _PIECE))
        if not piece:
            raise PackageFormError("the container is cut")
        target.write(piece)
        left -= len(piece)
    names = (manifest.SIGNATURE, manifest.ARCHIVE_MANIFEST, manifest.ARCHIVE_STAMP)
    for name, content in zip(names, (signature, *archive), strict=False):
        stored = Stored(name=name, size=len(content), crc32=crc32(content), offset=position)
        target.write(stored.local())
        target.write(content)
        written.append(stored)
        position = stored.end
    target.write(directory(written, position))


def _verify_readable(count: int, *held: bytes) -> None:
    """Refuse what our own reader would refuse: it does not hold lists of any length."""
    if count + _AROUND > MOST_FILES or any(len(each) > MOST_LISTED for each in held):
        raise PackageTooLargeError("a package does not hold so many files", count)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """A member whose length, CRC and digest are known; its place is not yet."""

    stored: Stored
    sha256: bytes


def _counted(member: Member) -> _Counted:
    size, check, digest = 0, 0, sha256()
    for piece in member.pieces():
        size, check = size + len(piece), crc32(piece, check)
        digest.update(piece)
    return _Counted(stored=Stored(name=PAYLOAD + member.name, size=size, crc32=check), sha256=digest.digest())


class _Stream:
    """The container while it is written: what stands where, and the digest of all of it."""

    def __init__(self, target: Writable) -> None:
        self._target = target
        self._written: list[Stored] = []
        self.position = 0
        self.digest = sha256()

    def put_held(self, name: str, content: bytes) -> None:
        stored = Stored(name=name, size=len(content), crc32=crc32(content), offset=self.position)
        self._write(stored.local())
        self._write(content)
        self._written.append(stored)

    def put(self, member: Member, counted: _Counted) -> None:
        told = counted.stored
        stored = Stored(name=told.name, size=told.size, crc32=told.crc32, offset=self.position)
        self._write(stored.local())
        for piece in _as_counted(member, told):
            self._write(piece)
        self._written.append(stored)

    def close(self) -> None:
        self._write(directory(self._written, self.position))

    def _write(self, data: bytes) -> None:
        self._target.write(data)
        self.digest.update(data)
        self.position += len(data)


def _as_counted(member: Member, told: Stored) -> Iterator[bytes]:
    size, check = 0, 0
    for piece in member.pieces():
        size, check = size + len(piece), crc32(piece, check)
        if size > told.size:
            break
        yield piece
    if (size, check) != (told.size, told.crc32):
        raise MemberChangedError("a file changed while it was packed", member.name)
