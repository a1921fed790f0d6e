"""Whether a zip file reads in one way: by its directory, as most programs do, and from its beginning.

A signed container whose two readings differ shows one program the signed files, and another one others.
"""

import struct
from collections.abc import Sequence
from zipfile import ZipInfo

_LOCAL = struct.Struct("<4s5H3I2H")
_END, _END64, _LOCATOR = b"PK\5\6", b"PK\6\6", b"PK\6\7"
_END_LENGTH, _END64_HEAD, _LOCATOR_LENGTH = 22, 12, 20
_LENGTHS_BEHIND = 0x08
"""The flag of a member whose lengths stand behind its content."""
_UTF8 = 0x800
"""The flag of a member whose name is in UTF-8."""
_BEHIND = (12, 16, 20, 24)
"""Bytes of what then stands there: with or without a mark, with lengths of 4 or 8 bytes."""
_ELSEWHERE = 0xFFFFFFFF
"""A length that stands in the extra field (zip64)."""


def reads_one_way(untrusted: bytes, members: Sequence[ZipInfo], directory: int) -> bool:
    """Whether the members stand one behind another from the first byte to the directory, each with the header
    that the directory tells, and one end behind it.

    members: as the directory names them; directory: where it begins.
    """
    position = 0
    ordered = sorted(members, key=lambda each: each.header_offset)
    following = [*(each.header_offset for each in ordered[1:]), directory]
    for each, after in zip(ordered, following, strict=True):
        end = _end_of(untrusted, each, position)
        if end is None or after not in end:
            return False
        position = after
    return _ends_once(untrusted, directory)


def _end_of(untrusted: bytes, member: ZipInfo, position: int) -> tuple[int, ...] | None:
    """Return where a member may end that begins here; None if its header says something else."""
    if member.header_offset != position or position + _LOCAL.size > len(untrusted):
        return None
    mark, _, flags, method, _, _, *told, name_length, extra_length = _LOCAL.unpack_from(untrusted, position)
    begin = position + _LOCAL.size
    name = untrusted[begin : begin + name_length]
    if mark != b"PK\3\4" or method != member.compress_type or not _is_name(name, member):
        return None
    end = begin + name_length + extra_length + member.compress_size
    if flags & _LENGTHS_BEHIND:
        return tuple(end + length for length in _BEHIND)
    expected = (member.CRC, member.compress_size, member.file_size)
    same = all(one in (other, _ELSEWHERE) for one, other in zip(told, expected, strict=True))
    return (end,) if same else None


def _is_name(name: bytes, member: ZipInfo) -> bool:
    """Whether both headers tell one name. At a NUL it ends for some programs, and not for others."""
    told = name.decode("utf-8" if member.flag_bits & _UTF8 else "cp437", "replace")
    return told == member.orig_filename and "\0" not in told


def _ends_once(untrusted: bytes, directory: int) -> bool:
    """Whether there is one end, and no other directory could be found through another one."""
    end = untrusted.find(_END, directory)
    if end < 0 or untrusted.rfind(_END) != end or end + _END_LENGTH > len(untrusted):
        return False
    *_, size, _, comment = struct.unpack_from("<4s4H2IH", untrusted, end)
    if end + _END_LENGTH + int(comment) != len(untrusted):
        return False
    behind = end - directory
    if untrusted[end - _LOCATOR_LENGTH : end].startswith(_LOCATOR):
        at = untrusted.find(_END64, directory, end)
        return at > 0 and _end64_at(untrusted, at) == end - _LOCATOR_LENGTH
    return behind == int(size)


def _end64_at(untrusted: bytes, at: int) -> int:
    """Return where the end of a zip64 file ends."""
    (length,) = struct.unpack_from("<Q", untrusted, at + 4)
    return at + _END64_HEAD + int(length)
