"""Printed content: what of the files of an exhibit a bundle prints under the sheet of that exhibit.

A confined process read it. It is told as "according to the file", and always with what was left out.
"""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from thb_desktop.domain.ids import ExhibitId


class PrintedForm(StrEnum):
    """How the content of a file is printed."""

    TEXT = "TEXT"
    TABLE = "TABLE"
    STATEMENT = "STATEMENT"
    """Of account: its entries as a table."""
    CONVERSATION = "CONVERSATION"
    TRANSCRIPT = "TRANSCRIPT"
    MAIL = "MAIL"
    CAPTURE = "CAPTURE"
    PICTURE = "PICTURE"
    PAGES = "PAGES"
    """Pages of a document, each as a picture."""
    NOTHING = "NOTHING"


class NotPrinted(StrEnum):
    """Why nothing of the content of a file is printed."""

    FORM = "FORM"
    LOCKED = "LOCKED"
    DAMAGED = "DAMAGED"
    TOO_LARGE = "TOO_LARGE"
    TOO_MANY = "TOO_MANY"
    """The pictures of this bundle are as many bytes as are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPicture:
    """A page of a file as it is printed: drawn by a confined process, and reduced. page: from 1; of a
    capture, the number of the printed picture.

    jpeg: without metadata. lines: the text that the page has in its file, searched and not printed. name: of
    a picture within a capture, as the capture has it.
    """

    page: int
    width: int
    height: int
    jpeg: bytes = field(repr=False)
    lines: tuple[str, ...] = ()
    name: str = ""

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.jpeg).hexdigest()


class PrintedEntry(NamedTuple):
    """An entry of a statement of account as its file tells it, each part as text; empty where it says none.

    booked_on, value_on: ISO 8601. amount: with a minus for a debit. status: a code of `BookingStatus`.
    reversal: "true" or "false". status_written: a status that is no such code, as the file writes it.
    """

    booked_on: str
    value_on: str
    amount: str
    currency: str
    counterparty: str
    account: str
    reference: str
    text: str
    status: str
    reversal: str
    status_written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedStatement:
    """A statement of account as its file tells it; days as ISO 8601, balances as decimal text."""

    account: str
    reference: str
    currency: str
    period_from: str
    period_to: str
    opening: str
    closing: str
    entries: tuple[PrintedEntry, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """What it says of itself, and each entry, with tabs between the parts."""
        head = (self.account, self.reference, self.currency, self.period_from, self.period_to)
        return ("\t".join((*head, self.opening, self.closing)), *map("\t".join, self.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedFile:
    """What is printed of one file. name: as the bundle tells it. sha256: of the whole file (hex).

    facts: of a mail, its headers. lines: of a text, and of the body of a mail. rows: of a table its cells; of
    a conversation or transcript time, sender and words. pictures: of a picture one, of a document its first
    pages, of a capture its first pictures. statements: of account, as far as they are printed. part:
    the sheet, the captured page (empty where no page has words), or the format of a statement. left_out: how
    many lines, rows, messages, entries or pages follow; None where nobody counted to the end. parts_left:
    other sheets, statements, attachments, or other answers of a capture. unread: entries and balances of a
    statement that could not be read. columns_left: of a table. shortened: how many texts were cut.
    is_derived: words taken from a file that is no plain text. guessed: the coding, where nothing in the file
    says it. why: why nothing is printed.
    """

    name: str
    sha256: str
    form: PrintedForm
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    pictures: tuple[PrintedPicture, ...] = ()
    statements: tuple[PrintedStatement, ...] = ()
    part: str = ""
    left_out: int | None = 0
    parts_left: int = 0
    columns_left: int = 0
    shortened: int = 0
    unread: int = 0
    is_derived: bool = False
    guessed: str = ""
    why: NotPrinted | None = None

    @property
    def is_of_pictures_alone(self) -> bool:
        """Whether it is a capture without a page that has words."""
        return self.form is PrintedForm.CAPTURE and not self.part

    @property
    def shown(self) -> int:
        """How many lines, rows, messages, entries or pages are printed."""
        pictures = 0 if self.form is PrintedForm.CAPTURE else len(self.pictures)
        entries = sum(len(each.entries) for each in self.statements)
        return len(self.lines) or len(self.rows) or entries or pictures

    @property
    def words(self) -> str:
        """What is printed, one line after the other, each ended by a line feed; cells apart by a tab."""
        named = (each.name for each in self.pictures if each.name)
        entries = (line for each in self.statements for line in each.words)
        told = (*map("\t".join, self.facts), *self.lines, *map("\t".join, self.rows), *entries, *named)
        return "".join(f"{line}\n" for line in told)

    @property
    def searched(self) -> str:
        """What is searched for words that must not leave: those that are printed, and those that the file has
        for a printed page.
        """
        return self.words + "".join(f"{line}\n" for each in self.pictures for line in each.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedContent:
    """What is printed under the sheet of one exhibit. files_left: how many of its files are not."""

    exhibit_id: ExhibitId
    number: str
    files: tuple[PrintedFile, ...]
    files_left: int = 0
