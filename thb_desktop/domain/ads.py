"""Advertisements of platforms, as a file of an exhibit has them: each is a row or a page of that file.

Nothing of them is asserted: every field is what the file says, as it is written there.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from thb_desktop.domain.ids import AgentId, CaseId, ExhibitId, FileId, RowId


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A row or page of a file, untrusted: where it stands, and its cells.

    Of a page: its address, its title and its words; pictures: the address of each, and the SHA-256 of its
    bytes where the file has them.
    """

    place: str
    cells: tuple[str, ...]
    pictures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AdReading:
    """One reading of a file into advertisements, by a choice that somebody confirmed.

    sha256: of the file. mapping: which column was read as what; empty for pages. count: its advertisements.
    unread: place and cells of each row in which none of the chosen columns has anything. withdrawn_because:
    why its advertisements no longer count.
    """

    id: RowId
    case_id: CaseId
    exhibit_id: ExhibitId
    file_id: FileId
    sha256: str
    mapping: tuple[tuple[str, str], ...]
    count: int
    unread: tuple[tuple[str, str], ...]
    by: AgentId
    at: datetime
    withdrawn_at: datetime | None = None
    withdrawn_because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ad:
    """One advertisement. Every field but `row` is as the file has it, and empty where it says nothing.

    row: its number in its reading, from 1. place: the line of its row in the file, or the part that holds its
    page. number: what the platform calls it. phones: as a column of the file has them. posted: when the
    platform says that it was posted. pictures: of each, how the file names it, and the SHA-256 of its bytes
    where they are in the exhibit.
    """

    id: RowId
    reading_id: RowId
    case_id: CaseId
    exhibit_id: ExhibitId
    row: int
    place: str
    platform: str = ""
    number: str = ""
    url: str = ""
    title: str = ""
    text: str = ""
    phones: str = ""
    price: str = ""
    location: str = ""
    posted: str = ""
    pictures: tuple[tuple[str, str], ...] = ()


class AdGroupKind(StrEnum):
    """What the advertisements of a group have in common."""

    PHONE = "PHONE"
    EMAIL = "EMAIL"
    HANDLE = "HANDLE"
    WALLET = "WALLET"
    IBAN = "IBAN"
    CARD = "CARD"
    IP = "IP"
    TEXT = "TEXT"
    ALIKE = "ALIKE"
    PICTURE = "PICTURE"
    PICTURE_ALIKE = "PICTURE_ALIKE"


BY_IDENTIFIER = frozenset(
    (
        *(AdGroupKind.PHONE, AdGroupKind.EMAIL, AdGroupKind.HANDLE, AdGroupKind.WALLET),
        *(AdGroupKind.IBAN, AdGroupKind.CARD, AdGroupKind.IP),
    )
)
"""What can be looked for elsewhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdGroup:
    """Advertisements with the same identifier, text or picture, or with texts or pictures that are alike.

    shared: the identifier, the picture or the beginning of the text as it is first written. ads: in the order
    of their entry. alike: of texts that are alike, the least and the most percent by which two of them that
    were compared agree; of pictures, by which their marks do. pictures: those that are alike, by their
    SHA-256 values, in the order of their advertisements.
    """

    kind: AdGroupKind
    shared: str
    ads: tuple[RowId, ...]
    alike: tuple[int, int] | None = None
    pictures: tuple[str, ...] = ()
