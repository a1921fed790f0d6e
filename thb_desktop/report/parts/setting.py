"""What every part needs: the content, the words of its language, the position on the page, the format of
values.
"""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import OfficialId, PersonId
from thb_desktop.domain.interview import Interview
from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.packs import LawKey
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import roles_of
from thb_desktop.domain.reading_order import has_right_to_left, without_identifiers
from thb_desktop.domain.signed_names import as_signed
from thb_desktop.domain.state_clocks import by_clock_of
from thb_desktop.domain.zones import at_place, beside
from thb_desktop.report.document.columns import Column, by_decimals, fit
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Table, height_of
from thb_desktop.report.parts.logical_text import record_path
from thb_desktop.report.parts.names import names_of
from thb_desktop.report.style import CELL, DENSE, FACT, LABEL
from thb_desktop.report.text import Align, Direction, Paragraph, TextStyle
from thb_desktop.report.words import Words

LABEL_WIDTH = 148.0
_GAP = 8.0
NOTHING: Mapping[str, str] = MappingProxyType({})
_LOW = 60.0
"""Points; a higher row fills enough of a page to stand there alone."""


class Setting:
    """One bundle being printed."""

    def __init__(
        self, content: BundleContent, words: Words, flow: Flow, clock: datetime | None = None
    ) -> None:
        """clock: a time of the place by whose clock the moments of the computer are printed; without one, a
        time of the content.
        """
        self.content = content
        self.clock = clock or _clock_of(content)
        self.words = words
        self.flow = flow
        self.officials = {official.id: official for official in content.frame.officials}
        self.interpreters = {interpreter.id: interpreter for interpreter in content.frame.interpreters}
        self.record_paths = {(each.kind, each.number): record_path(each) for each in content.proof.records}
        self.names: Mapping[str, str] = names_of(content, words)

    def with_law(self, sentence: str, key: LawKey) -> str:
        """Return a sentence with the citation of the data pack; without its brackets where that has none."""
        law = self.content.frame.law
        cite = law.cited(key, self.words.language) if law else ""
        return sentence.replace("{law}", cite) if cite else sentence.replace(" ({law})", "")

    def of_record(self, full: InterviewInFull) -> "Setting":
        """The same with the names that those in a record had when it was signed."""
        frame = self.content.frame
        frame = replace(
            frame,
            officials=as_signed(frame.officials, full.names),
            interpreters=as_signed(frame.interpreters, full.names),
            authorities=as_signed(frame.authorities, full.names),
            instruments=as_signed(frame.instruments, full.names),
        )
        content = replace(self.content, frame=frame)
        return Setting(content, self.words, self.flow, clock_of(full.interview, self.content) or self.clock)

    def official(self, official_id: OfficialId | None) -> str:
        """Name, function and unit of an official; nothing where there is none."""
        return self.names.get(official_id, "") if official_id else ""

    def official_code(self, official_id: OfficialId) -> str:
        """Name and code in the file; function and unit stand with the code in the list of officials."""
        official = self.officials[official_id]
        return f"{official.name} ({official.code})" if official.code else self.official(official_id)

    def roles(self, person_id: PersonId) -> str:
        """What a person is or was in the proceedings."""
        held = roles_of(self.content.frame.roles, person_id)
        return ", ".join(self.words.label(role) for role in held) or self.words.common.not_recorded

    def cell(
        self, text: str, width: float, style: TextStyle = CELL, *, language: str = "", at_end: bool = False
    ) -> list[Paragraph]:
        """One paragraph of a cell, or none for an empty text. A text of the bundle's own language has the
        direction of that language, also where it begins with a name in other letters. A single line in
        right-to-left letters starts where the others of its column do; several lines are aligned to the
        right. at_end: whether it stands at the end of its column, as amounts do.
        """
        if not text:
            return []
        if at_end:
            return [
                self.flow.lay_out(
                    text, style, width=width, direction=Direction.LEFT_TO_RIGHT, align=Align.END
                )
            ]
        direction = None if language else _direction_of(text)
        paragraph = self.flow.lay_out(text, style, width=width, language=language, direction=direction)
        if paragraph.direction is Direction.RIGHT_TO_LEFT and len(paragraph.lines) == 1:
            paragraph = self.flow.lay_out(text, style, width=width, language=language, align=Align.END)
        return [paragraph]

    def facts(self, rows: Iterable[tuple[str, str]], *, width: float = LABEL_WIDTH) -> None:
        """Label and value, line by line; rows without a value are left out. A few rows stay on one page."""
        values = self.flow.width - width - 10
        cells = [
            [self.cell(label, width, LABEL), self.cell(value, values, FACT)] for label, value in rows if value
        ]
        height = height_of(cells)
        self.flow.need(height if height < self.flow.full / 4 else 0)
        with Table(self.flow, (width, values)) as table:
            for number, row in enumerate(cells, 1):
                table.row(row, headers=1, keep=_stays(number, len(cells)))

    def continued(self, title: str) -> str:
        """What stands above a table of this title where it goes on."""
        return self.words.common.continued.format(title=title) if title else ""

    def rows(
        self,
        columns: Sequence[Column],
        *,
        headers: int = 1,
        at_end: Collection[str] = (),
        title: str = "",
        again: Mapping[str, str] = NOTHING,
        is_dense: bool = False,
    ) -> None:
        """A plain table of short texts, each column as wide as its content. An empty column is left out.

        at_end: the titles of columns of amounts. title: what the table is, told again on further pages.
        again: the titles of columns there, by those on the first page, where they are others. is_dense: as of
        `Table`.
        """
        common, style = self.words.common, DENSE if is_dense else CELL
        columns = [
            (
                name,
                by_decimals(texts, group=common.group, decimal=common.decimal) if name in at_end else texts,
            )
            for name, texts in columns
        ]
        shown, widths = fit(
            self.flow, columns, gap=_GAP, further=common.further, named=common.named, apart=common.apart
        )
        names = [name for name, _ in shown]
        further = [again.get(name, name) for name in names]
        told = self.continued(title)
        with Table(
            self.flow,
            widths,
            header=names,
            again=further,
            continued=told,
            gap=_GAP,
            is_dense=is_dense,
            ends=[at for at, name in enumerate(names) if name in at_end],
        ) as table:
            rows = list(zip(*(texts for _, texts in shown), strict=True))
            for number, row in enumerate(rows, 1):
                cells = [
                    self.cell(text, width, style, at_end=name in at_end)
                    for (name, _), text, width in zip(shown, row, widths, strict=True)
                ]
                keep = _stays(number, len(rows)) and height_of([cells]) < _LOW
                table.row(cells, headers=headers, keep=keep)

    def day(self, day: date | PartialDate | None) -> str:
        """A date in words ("25 March 2026", "25. März 2026"), as far as it is known ("about March 2026"); a
        moment with its offset.
        """
        if day is None:
            return ""
        if not isinstance(day, PartialDate):
            return self._date(day.year, day.month, day.day)
        if day.instant:
            return instant(day.instant)
        if day.is_unknown:
            return self.words.common.date_unknown
        ends = (end.removesuffix("~").split("-") for end in day.edtf.split("/"))
        said = " – ".join(self._date(*map(int, end)) for end in ends)
        return self.words.common.about.format(date=said) if day.is_estimated else said

    def day_of_pack(self, day: date) -> str:
        """The day as of which a data pack is told. One after that of the bundle is told as such: the program
        is younger than the clock said.
        """
        told, made_on = self.day(day), self.here(self.content.release.made_at).date()
        return self.words.legal.law_later.format(date=told) if day > made_on else told

    def here(self, at: datetime) -> datetime:
        """A moment that the computer noted (in UTC), to the second by the clock of the other times of the
        page.
        """
        at = at.replace(microsecond=0)
        return beside(at, self.clock) if self.clock else at

    def _date(self, year: int, month: int = 0, day: int = 0) -> str:
        """A year, a month or a day in words."""
        common = self.words.common
        if not month:
            return f"{year:04}"
        named = common.months[month - 1]
        if not day:
            return common.month.format(month=named, year=year)
        return common.day.format(day=common.first_day if day == 1 else day, month=named, year=year)

    def named(self, name: str, value: object) -> str:
        """A value after its name, with the colon of this language."""
        return self.words.common.named.format(name=name, value=value)

    def apart(self, parts: Iterable[str]) -> str:
        """Parts that have commas themselves, with the semicolon of this language between them."""
        return self.words.common.apart.join(parts)

    def between(self, source: str, target: str) -> str:
        """Two ends with an arrow between; one alone says which it is."""
        common = self.words.common
        if source and target:
            return f"{source} → {target}"
        if source:
            return self.named(common.from_one, source)
        return self.named(common.to_one, target) if target else ""

    def yes_no(self, value: bool | None) -> str:
        if value is None:
            return self.words.common.not_recorded
        return self.words.common.yes if value else self.words.common.no


def _direction_of(text: str) -> Direction | None:
    """The direction of the languages of a bundle for a text with letters of both directions, as of a name in
    a French sentence; identifiers are no such letters. None: the letters decide.
    """
    if not has_right_to_left(text):
        return None
    rest = without_identifiers(text)
    is_mixed = any(unicodedata.bidirectional(each) == "L" for each in rest)
    return Direction.LEFT_TO_RIGHT if is_mixed else None


def clock_of(interview: Interview, content: BundleContent) -> datetime | None:
    """Return when an interview began, by the clock of its place. None if nobody entered it."""
    return interview.started_at and _at_place(interview.started_at, interview.zone, content)


def _at_place(at: datetime, zone: str, content: BundleContent) -> datetime:
    """Return a time with the zone of its place, as an offset alone is wrong for the other half of the year.
    Without a zone it is that of the State of the case. It stays as it is where clocks there showed another
    time.
    """
    there = at_place(at, zone) if zone else by_clock_of(at, content.frame.case.country)
    return there if there.utcoffset() == at.utcoffset() else at


def _clock_of(content: BundleContent) -> datetime | None:
    """Return a time by whose clock a document is read: of the newest interview, or else of the newest custody
    event that a person entered. None if there is neither.
    """
    clocks = (clock_of(each.interview, content) for each in content.interviews)
    if held := [each for each in clocks if each]:
        return max(held)
    events = (entry.event for each in content.exhibits for entry in each.custody)
    newest = max((each.occurred_at for each in events if not each.is_of_program), default=None)
    return newest and _at_place(newest, "", content)


def _stays(number: int, rows: int) -> bool:
    """Whether a row stays with the next one: neither the first nor the last of a table may be alone on a
    page.
    """
    return rows > 1 and number in (1, rows - 1)


def instant(at: datetime | None) -> str:
    """A moment with the offset it was given in: "2026-03-25 10:05 +01:00", with seconds if any."""
    if at is None:
        return ""
    clock = "%H:%M:%S" if at.second or at.microsecond else "%H:%M"
    return f"{at:%Y-%m-%d} {at.strftime(clock)} {at:%:z}"


def clock_within(at: datetime | None, known: datetime | None) -> str:
    """A moment by the clock alone if day and offset are those of a moment that is told nearby."""
    if at is None or known is None or at.date() != known.date() or at.utcoffset() != known.utcoffset():
        return instant(at)
    return f"{at:%H:%M:%S}" if at.second or at.microsecond else f"{at:%H:%M}"


def in_groups(text: str, size: int = 8) -> str:
    """Return a digest in groups for comparison by eye."""
    return " ".join(text[start : start + size] for start in range(0, len(text), size))


def size_of(size: int) -> str:
    """A number of bytes, exact, in groups of three digits."""
    return f"{size:,}".replace(",", "\u202f") + " B"
