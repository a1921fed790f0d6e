"""What every part needs: the content, its language's words, a place on the page, how values are written."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from thb_desktop.domain.bundle import BundleContent
from thb_desktop.domain.ids import OfficialId, PersonId
from thb_desktop.domain.partial_dates import PartialDate
from thb_desktop.domain.people import Interpreter, roles_of
from thb_desktop.domain.vocabulary import OfficialRole
from thb_desktop.report.document.flow import Flow
from thb_desktop.report.document.table import Table
from thb_desktop.report.parts.logical_text import record_path
from thb_desktop.report.style import BODY, CELL, LABEL
from thb_desktop.report.text import Paragraph, TextStyle
from thb_desktop.report.words import Words

LABEL_WIDTH = 148.0


class Setting:
    """One bundle being printed."""

    def __init__(self, content: BundleContent, words: Words, flow: Flow) -> None:
        self.content = content
        self.words = words
        self.flow = flow
        self.officials = {official.id: official for official in content.frame.officials}
        self.interpreters = {interpreter.id: interpreter for interpreter in content.frame.interpreters}
        self.authorities = {authority.id: authority for authority in content.frame.authorities}
        self.persons = {person.id: person for person in content.frame.persons}
        self.instruments = {instrument.id: instrument for instrument in content.frame.instruments}
        self.record_paths = {(each.kind, each.number): record_path(each) for each in content.proof.records}
        self.numbers = {each.exhibit.id: each.exhibit.number for each in content.exhibits}

    def official(self, official_id: OfficialId | None) -> str:
        """Name, function and unit of an official; nothing where there is none."""
        official = self.officials.get(official_id) if official_id else None
        if official is None:
            return ""
        function = "" if official.role is OfficialRole.OTHER else f" ({self.words.label(official.role)})"
        return f"{official.name}{function}" + (f", {official.unit}" if official.unit else "")

    def roles(self, person_id: PersonId) -> str:
        """What a person is or was in the proceedings."""
        held = roles_of(self.content.frame.roles, person_id)
        return ", ".join(self.words.label(role) for role in held) or self.words.common.not_recorded

    def interpreter_name(self, interpreter: Interpreter) -> str:
        """The name an interpreter appears under, in Latin letters too where it has others; or the code."""
        latin = f" ({interpreter.name_latin})" if interpreter.name_latin else ""
        return f"{interpreter.name}{latin}" if interpreter.name else interpreter.code

    def cell(
        self, text: str, width: float, style: TextStyle = CELL, *, language: str = ""
    ) -> list[Paragraph]:
        """One paragraph of a cell, or none for an empty text."""
        return [self.flow.lay_out(text, style, width=width, language=language)] if text else []

    def facts(self, rows: Iterable[tuple[str, str]], *, width: float = LABEL_WIDTH) -> None:
        """Label and value, line by line; rows without a value are left out."""
        values = self.flow.width - width - 10
        with Table(self.flow, (width, values)) as table:
            for label, value in rows:
                if value:
                    table.row([self.cell(label, width, LABEL), self.cell(value, values, BODY)], headers=1)

    def rows(
        self,
        header: Sequence[str],
        widths: Sequence[float],
        rows: Iterable[Sequence[str]],
        *,
        headers: int = 1,
    ) -> None:
        """A plain table of short texts; widths are shares of the frame. An empty column is left out."""
        texts = list(rows)
        shown = [index for index in range(len(header)) if any(row[index] for row in texts)]
        gap = 8.0
        usable = self.flow.width - gap * (len(shown) - 1)
        share = sum(widths[index] for index in shown)
        points = [usable * widths[index] / share for index in shown]
        with Table(self.flow, points, header=[header[index] for index in shown], gap=gap) as table:
            for row in texts:
                cells = [self.cell(row[index], width) for index, width in zip(shown, points, strict=True)]
                table.row(cells, headers=headers)

    def day(self, day: date | PartialDate | None) -> str:
        """A date in words ("25 March 2026"); one that is known in part is written as EDTF."""
        if day is None:
            return ""
        if isinstance(day, PartialDate):
            return self.day(day.day) or day.edtf
        return f"{day.day} {self.words.common.months[day.month - 1]} {day.year}"

    def yes_no(self, value: bool | None) -> str:
        if value is None:
            return self.words.common.not_recorded
        return self.words.common.yes if value else self.words.common.no


def instant(at: datetime | None) -> str:
    """A moment with the offset it was given in: "2026-03-25 10:05 +01:00", with seconds if any."""
    if at is None:
        return ""
    clock = "%H:%M:%S" if at.second or at.microsecond else "%H:%M"
    return f"{at:%Y-%m-%d} {at.strftime(clock)} {at:%:z}"


def clock_time(at: datetime | None) -> str:
    return f"{at:%H:%M}" if at else ""


def in_groups(text: str, size: int = 8) -> str:
    """A digest in groups that the eye can follow."""
    return " ".join(text[start : start + size] for start in range(0, len(text), size))


def size_of(size: int) -> str:
    """A number of bytes, exact, in groups of three digits."""
    return f"{size:,}".replace(",", "\u202f") + " B"


def from_to(source: str, target: str) -> str:
    """Two ends with an arrow between; an unknown end is left out."""
    return f"{source} → {target}".strip() if target else source
