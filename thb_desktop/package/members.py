"""Members: the files of a container, by their names, and what each name may be."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from thb_desktop.errors import MemberNameError

PAYLOAD = "data/"
MOST_FILES = 100_000
MOST_LISTED = 16 << 20
"""Bytes of the signed list and of each tag file: a reader holds them. They end at about 60,000 files."""
LONGEST_NAME = 100
"""Bytes: what every tool and every file system takes, with a folder before it."""
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file to be packed. name: below `data/`; pieces: its content, the same at each call."""

    name: str
    media_type: str
    pieces: Callable[[], Iterable[bytes]] = field(repr=False)


def held(name: str, media_type: str, content: bytes) -> Member:
    """Return a member whose content is at hand."""
    return Member(name=name, media_type=media_type, pieces=lambda: [content])


def verify_names(names: Iterable[str]) -> None:
    """Raise MemberNameError unless each name can be unpacked on every system, beside all others.

    Names are ASCII, have no part that leads elsewhere, and differ when their case is not looked at. A folder
    is not the name of a file.
    """
    seen: set[str] = set()
    folders: set[str] = set()
    for name in names:
        parts = name.split("/")
        odd = len(name) > LONGEST_NAME or any(
            not _PART.fullmatch(part) or part.endswith(".") or _RESERVED.fullmatch(part) for part in parts
        )
        if odd or name.lower() in seen:
            raise MemberNameError("a name in the package is not one that every system can unpack", name)
        seen.add(name.lower())
        folders |= {"/".join(parts[:depth]).lower() for depth in range(1, len(parts))}
    if not seen.isdisjoint(folders):
        raise MemberNameError("a name in the package is not one that every system can unpack", "/")
