"""Advertisements from the rows of a file, by columns that somebody chose, or from its pages."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

from thb_desktop.domain.ads import FileRecord
from thb_desktop.errors import AdMappingError

COLUMNS = (
    *("platform", "number", "url", "title", "text", "phones", "price", "location", "posted", "pictures"),
)
"""What a column may be read as, in the order of the form."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BETWEEN = re.compile(r"[\r\n\t,;|]+")
_NAME = re.compile(r"\S+\.[A-Za-z0-9]{2,5}(?:\?\S*)?|[A-Za-z][A-Za-z0-9+.-]*://\S+")
"""A word that names a picture by itself: with the ending of a file, or an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdColumns:
    """Which column of a table says what, by its title in the first row; empty for none.

    delimiter: its name in `DELIMITERS`. coding: of the text; empty as the file marks it. platform_of_all: of
    all rows, if no column says it.
    """

    delimiter: str
    coding: str = ""
    platform: str = ""
    platform_of_all: str = ""
    number: str = ""
    url: str = ""
    title: str = ""
    text: str = ""
    phones: str = ""
    price: str = ""
    location: str = ""
    posted: str = ""
    pictures: str = ""

    def told(self) -> tuple[tuple[str, str], ...]:
        """Return the choice as it is kept with the reading."""
        return tuple((each.name, told) for each in fields(self) if (told := getattr(self, each.name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAd:
    """An advertisement as it was read. said: by the name of its field."""

    place: str
    said: dict[str, str]
    pictures: tuple[tuple[str, str], ...]


def places_of(columns: AdColumns, titles: Sequence[str]) -> dict[str, int]:
    """Return the place of each chosen column. Raises AdMappingError for a choice that does not fit."""
    chosen = {name: title for name in COLUMNS if (title := getattr(columns, name))}
    heads = [each.strip() for each in titles]
    if any(heads.count(title) != 1 for title in chosen.values()):
        raise AdMappingError("a chosen column is not in the table, or is there twice")
    if not chosen.keys() & {"title", "text"}:
        raise AdMappingError("the column of the text or of the title is not chosen")
    if "platform" in chosen and columns.platform_of_all.strip():
        raise AdMappingError("the platform is chosen twice")
    return {name: heads.index(title) for name, title in chosen.items()}


def read_row(
    record: FileRecord, places: dict[str, int], columns: AdColumns, digest_of: Callable[[str], str]
) -> ReadAd | None:
    """Return the advertisement of a row; None if none of the chosen columns has anything.

    digest_of: the SHA-256 of the file of the exhibit with this name; empty if it has none.
    """
    said = {
        name: shown(record.cells[at]).strip() if at < len(record.cells) else "" for name, at in places.items()
    }
    if not any(said.values()):
        return None
    named = picture_names(said.pop("pictures", ""), digest_of)
    if columns.platform_of_all.strip():
        said["platform"] = columns.platform_of_all.strip()
    return ReadAd(
        place=record.place,
        said=said,
        pictures=tuple((each, digest_of(each.rpartition("/")[2])) for each in named),
    )


def picture_names(cell: str, digest_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the pictures that a cell names, as it writes them.

    A blank divides two names only where each of its words names a picture by itself; a name that the exhibit
    has as a file stays whole.
    """
    cell = cell.strip()
    if cell and digest_of(cell.rpartition("/")[2]):
        return (cell,)
    found = list[str]()
    for each in filter(None, map(str.strip, _BETWEEN.split(cell))):
        words = each.split()
        apart = not digest_of(each.rpartition("/")[2]) and all(map(_NAME.fullmatch, words))
        found += words if apart else [each]
    return tuple(found)


def read_page(record: FileRecord) -> ReadAd | None:
    """Return the advertisement of a page: its cells are address, title and words."""
    url, title, text, *_ = (*map(shown, record.cells), "", "", "")
    if not (title.strip() or text.strip()):
        return None
    pictures = tuple((shown(name), digest) for name, digest in record.pictures)
    return ReadAd(place=record.place, said={"url": url, "title": title, "text": text}, pictures=pictures)


def shown(text: str) -> str:
    """Return a text as a page can show it: a control character becomes U+FFFD, each line ends in one sign."""
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
