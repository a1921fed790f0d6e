"""The one opener of archives from outside: office files. Nothing is ever written to a disk.

Its list is read first; a name, a size, a count or a place that an office program does not write is refused.
"""

import io
import re
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping

from thb_desktop.errors import ArchiveRefusedError, ExchangeOverLimitError
from thb_desktop.exchange.untrusted import limits

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LOCAL = 30
"""Bytes of the head of a file in an archive, without its name."""
_PART = re.compile(r"\.rels|(?![^/]{0,120}[. ]$)[A-Za-z0-9_\[\]][A-Za-z0-9 ._\[\]()-]{0,120}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])(?:\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices. Nothing is unpacked by a name; who writes one means harm."""
_ENCRYPTED, _HAS_SIZES_BEHIND = 0x1, 0x8
_SIZES_BEHIND = 24
"""Bytes that a file may have behind it which was written before its size was known."""
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_KINDS, _KIND = (0, 0x4000, 0x8000), 0xF000
"""What an entry may be: nothing said, a folder, a file; no link and no device."""
_ARCHIVE_ENDINGS = (".zip", ".docx", ".xlsx", ".docm", ".xlsm", ".jar", ".7z", ".rar", ".gz", ".odt", ".ods")

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
"""What the library raises for a file of an archive that is not as it should be; a name beside it that is no
text is a ValueError, a way of packing that it does not know a RuntimeError.
"""


class Archive:
    """The files of an archive: all names, and the content of one when it is asked for."""

    def __init__(self, opened: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> None:
        self._opened, self._members = opened, members

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """Return the content of a file. Raises ArchiveRefusedError if it is missing, damaged, or not as long
        as the list says.
        """
        member = self._members.get(name)
        if member is None:
            raise ArchiveRefusedError("a part of the office file is missing")
        try:
            with self._opened.open(member) as stream:
                content = stream.read(member.file_size + 1)
        except _DAMAGED:
            raise ArchiveRefusedError("a part of the office file is damaged") from None
        if len(content) != member.file_size:
            raise ArchiveRefusedError("a part of the office file is not as long as it says")
        return content


def open_archive(untrusted: bytes) -> Archive:
    """Return the files of an archive. Raises ArchiveRefusedError, or ExchangeOverLimitError."""
    limits.verify_size(untrusted)
    _verify_end(untrusted)
    try:
        opened = zipfile.ZipFile(io.BytesIO(untrusted), "r")
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error, UnicodeDecodeError):
        raise ArchiveRefusedError("the list of the archive is damaged") from None
    members = opened.infolist()
    if len(members) != _END.unpack(untrusted[-_END.size :])[4]:
        raise ArchiveRefusedError("the list of the archive is not as long as it says")
    _verify_places(members, untrusted, opened.start_dir)
    for member in members:
        _verify_member(member)
    if sum(member.file_size for member in members) > limits.UNPACKED:
        raise ExchangeOverLimitError("the archive is too large when it is unpacked")
    folded = {unicodedata.normalize("NFC", member.filename).casefold() for member in members}
    if len(folded) != len(members):
        raise ArchiveRefusedError("two files of the archive have one name")
    archive = Archive(opened, {member.filename: member for member in members if not member.is_dir()})
    _verify_not_nested(opened, members)
    return archive


def _verify_end(untrusted: bytes) -> None:
    """The last 22 bytes are the end of the list: no comment, no second disk, no long form."""
    end = untrusted[-_END.size :]
    if not untrusted.startswith(b"PK\x03\x04") or len(end) < _END.size or not end.startswith(_END_MARK):
        raise ArchiveRefusedError("the file is no archive, or something follows it")
    _, disk, first_disk, here, total, size, offset, comment = _END.unpack(end)
    if disk or first_disk or here != total or comment or offset + size + _END.size != len(untrusted):
        raise ArchiveRefusedError("the list of the archive is not where it should be")
    if total > limits.MEMBERS or size > limits.MEMBER_LIST:
        raise ExchangeOverLimitError("the archive has too many files")


def _verify_places(members: list[zipfile.ZipInfo], untrusted: bytes, begins: int) -> None:
    """The files follow one another from the beginning of the archive to its list, which begins there. None
    lies over another; between them is nothing that another program would take for a file.
    """
    end = spare = 0
    for member in sorted(members, key=lambda each: each.header_offset):
        if member.header_offset < end:
            raise ArchiveRefusedError("two files of the archive lie over one another")
        if member.header_offset > end + spare:
            raise ArchiveRefusedError("something is hidden between the files of the archive")
        lengths = untrusted[member.header_offset + 26 : member.header_offset + _LOCAL]
        if len(lengths) != 4:
            raise ArchiveRefusedError("a file of the archive lies beyond its end")
        end = member.header_offset + _LOCAL + sum(struct.unpack("<2H", lengths)) + member.compress_size
        spare = _SIZES_BEHIND if member.flag_bits & _HAS_SIZES_BEHIND else 0
    if end > begins:
        raise ArchiveRefusedError("a file of the archive lies beyond its end")
    if begins > end + spare:
        raise ArchiveRefusedError("something is hidden between the files of the archive")


def _verify_member(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename
    parts = name.removesuffix("/").split("/")
    if not all(map(_is_part, parts)) or len(parts) > 8 or name != member.filename:
        raise ArchiveRefusedError("a file of the archive has a name that leads elsewhere")
    if member.flag_bits & _ENCRYPTED or member.compress_type not in (
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
    ):
        raise ArchiveRefusedError("a file of the archive is encrypted, or packed in an unusual way")
    if member.external_attr >> 16 & _KIND not in _KINDS:
        raise ArchiveRefusedError("a file of the archive is a link or a device")
    if name.lower().endswith(_ARCHIVE_ENDINGS):
        raise ArchiveRefusedError("the archive contains another archive")
    if member.file_size > limits.FREE_OF_RATIO and member.file_size > limits.RATIO * member.compress_size:
        raise ExchangeOverLimitError("a file of the archive is much larger when it is unpacked")


def _is_part(part: str) -> bool:
    return _PART.fullmatch(part) is not None and _DEVICE.fullmatch(part) is None


def _verify_not_nested(opened: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> None:
    for member in members:
        try:
            with opened.open(member) as stream:
                begins = stream.read(4)
        except _DAMAGED:
            raise ArchiveRefusedError("a part of the office file is damaged") from None
        if begins == b"PK\x03\x04":
            raise ArchiveRefusedError("the archive contains another archive")
