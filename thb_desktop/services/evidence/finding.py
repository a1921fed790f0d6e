"""Finding words in one file that is looked into, some pages at a time, beside the vault's thread."""

from dataclasses import dataclass

from thb_desktop.domain.finding import FoundPlace, can_be_searched, places_on
from thb_desktop.domain.looks import DrawnPages, Look, PartPath, Sheets, Way
from thb_desktop.services.evidence.looking import Looking

PAGES = 8
"""That are searched by one call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """What is searched: a file or a part of it, and how it is read. looks: a page of it, as it is shown."""

    part: PartPath = ()
    way: Way = Way.CONTENT
    coding: str = ""
    look: Look

    @property
    def is_searchable(self) -> bool:
        drawn = isinstance(self.look, DrawnPages) and self.look.has_text
        return drawn or can_be_searched(self.look)

    @property
    def place(self) -> tuple[int, int]:
        """The sheet and the page that are shown."""
        return (self.look.sheet if isinstance(self.look, Sheets) else 0), self.look.page


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """places: on the pages that were searched. next: the sheet and the page after them; None at the end."""

    places: tuple[FoundPlace, ...]
    next: tuple[int, int] | None


def find_from(looking: Looking, wanted: str, within: Within, sheet: int, page: int) -> Found:
    """Find words on this page and the next ones, at most `PAGES`. Raises as `Looking.look`."""
    places: list[FoundPlace] = []
    at: tuple[int, int] | None = (sheet, page)
    for _ in range(PAGES):
        if at is None:
            break
        if isinstance(within.look, DrawnPages):
            places += _drawn(looking, wanted, within, at[1])
            at = (0, at[1] + 1) if at[1] < (within.look.pages or 1) else None
            continue
        look = looking.look(within.part, page=at[1], way=within.way, sheet=at[0], coding=within.coding)
        places += places_on(look, wanted)
        at = _after(look)
    return Found(places=tuple(places), next=at)


def _drawn(looking: Looking, wanted: str, within: Within, page: int) -> list[FoundPlace]:
    found = looking.page_places(page, wanted, within.part)
    return [FoundPlace(page=page, number=number, rectangles=each) for number, each in enumerate(found)]


def _after(look: Look) -> tuple[int, int] | None:
    """Return the sheet and the page after this one."""
    sheet = look.sheet if isinstance(look, Sheets) else 0
    if look.more or (look.pages is not None and look.page < look.pages):
        return sheet, look.page + 1
    if isinstance(look, Sheets) and sheet + 1 < len(look.names):
        return sheet + 1, 1
    return None
