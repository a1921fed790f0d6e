"""An exhibit with its files and its custody, as a bundle prints them and its record tells them."""

from dataclasses import dataclass

from thb_desktop.domain.custody import CustodyEvent
from thb_desktop.domain.digest_lists import Compared
from thb_desktop.domain.exhibit import Exhibit, ExhibitFile
from thb_desktop.domain.second_person import Seconded
from thb_desktop.domain.vocabulary import CustodyAction, Originality


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """A custody event in the chain: entry number (from 1), leaf hash (hex), and the N of "event n of N".

    The n is `event.number`, the exhibit's own counter in the chain. second: for an act of two persons.
    """

    event: CustodyEvent
    sequence: int
    leaf: str
    count: int
    second: Seconded | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitInFull:
    """An exhibit with its files and custody events. digest: SHA-256 (hex) of its canonical record. lists: of
    others, with which its files were compared when they were taken.
    """

    exhibit: Exhibit
    files: tuple[ExhibitFile, ...]
    custody: tuple[CustodyEntry, ...]
    digest: str
    lists: tuple[Compared, ...] = ()

    @property
    def copied_by(self) -> CustodyEvent | None:
        """The event that made it, if it is a masked copy: it was taken from nobody."""
        first = self.custody[0].event if self.custody else None
        is_copy = self.exhibit.originality is Originality.REDACTED_VERSION
        return first if first and is_copy and first.action is CustodyAction.COPIED else None
