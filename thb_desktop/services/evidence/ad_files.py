"""A file that a confined process reads for its advertisements, beside the vault's thread as `Looking`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from thb_desktop.domain.ads import FileRecord
from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.errors import AdMappingError
from thb_desktop.exchange.ads import AdColumns, ReadAd, places_of, read_page, read_row, shown
from thb_desktop.exchange.statements.columns import DELIMITERS
from thb_desktop.services.evidence.looking import Looking

_LONGEST = 2000
"""Code points that are kept of the cells of a row without an advertisement; the file has the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AdsRead:
    """The advertisements of a file as they would be entered.

    columns: by which they were read; None for pages. unread: place and cells of each row in which the chosen
    columns have nothing.
    """

    file: ExhibitFile
    columns: AdColumns | None
    ads: tuple[ReadAd, ...]
    unread: tuple[tuple[str, str], ...]

    @property
    def count(self) -> int:
        return len(self.ads)


class AdFile:
    """A file that is read for its advertisements. Whoever opened it closes it."""

    def __init__(self, file: ExhibitFile, looking: Looking, digests: Mapping[str, str]) -> None:
        """digests: the SHA-256 of the other files of the exhibit by their names."""
        self._file, self._looking, self._digests = file, looking, digests

    def close(self) -> None:
        self._looking.close()

    def titles(self, delimiter: str, coding: str = "") -> tuple[str, ...]:
        """Return the titles of the columns of a table. Raises AdMappingError, and as `Looking.look`."""
        records, _ = self._looking.records(1, delimiter=_sign(delimiter), coding=coding)
        return tuple(shown(each).strip() for each in records[0].cells) if records else ()

    def read(self, columns: AdColumns | None) -> AdsRead:
        """Return the advertisements. columns: of a table; None for pages.

        Raises AdMappingError, and as `Looking.look`.
        """
        records = self._records(columns)
        reads = self._reader(columns, records)
        found, unread = list[ReadAd](), list[tuple[str, str]]()
        for record in records:
            ad = reads(record)
            if ad is None:
                unread.append((shown(record.place), shown(" | ".join(record.cells))[:_LONGEST]))
            else:
                found.append(ad)
        return AdsRead(file=self._file, columns=columns, ads=tuple(found), unread=tuple(unread))

    def _reader(
        self, columns: AdColumns | None, records: Iterator[FileRecord]
    ) -> Callable[[FileRecord], ReadAd | None]:
        """Return what reads one record; of a table, its titles are taken from the records first."""
        if columns is None:
            return read_page
        head = next(records, None)
        places = places_of(columns, [shown(each) for each in head.cells] if head else ())
        return lambda record: read_row(record, places, columns, lambda name: self._digests.get(name, ""))

    def _records(self, columns: AdColumns | None) -> Iterator[FileRecord]:
        sign, coding = (_sign(columns.delimiter), columns.coding) if columns is not None else ("", "")
        page, more = 0, True
        while more:
            page += 1
            records, more = self._looking.records(page, delimiter=sign, coding=coding)
            yield from records


def _sign(delimiter: str) -> str:
    if delimiter not in DELIMITERS:
        raise AdMappingError("no such delimiter")
    return DELIMITERS[delimiter]
