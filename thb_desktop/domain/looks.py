"""Looks: what is seen of a file without leaving the vault, as plain values that a window draws.

A confined process read the file and answered; `look_answers` checks the answer. All texts are the file's own
words, untrusted, and shown as plain text. A long file is read page by page: `page` is the one that is shown,
from 1; `pages` is how many there are, or None where nobody counted them; `more` says whether one follows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

PartPath = tuple[str, ...]
"""The way to a part of a file: () is the file itself, ("3",) its part 3, ("3", "1") part 1 within that."""
_UNSEEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
"""Joiners and non-joiners of zero width belong to words of Persian and Hindi: they are not among these."""


class Way(StrEnum):
    """How a file is looked at."""

    CONTENT = "CONTENT"
    """As what it is."""
    TEXT = "TEXT"
    """As plain text, whatever it is."""
    BYTES = "BYTES"
    """As bytes, in hexadecimal."""


class KeptOut(StrEnum):
    """What a file would have run or fetched, and was not given."""

    SCRIPT = "SCRIPT"
    REMOTE = "REMOTE"
    LAUNCH = "LAUNCH"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What every look has. page, pages, more: see above. kept_out: what was seen in the file that would run
    or be fetched elsewhere.
    """

    page: int = 1
    pages: int | None = 1
    more: bool = False
    kept_out: tuple[KeptOut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPages(Shown):
    """Pages as pixels, which `Looking.draw(page, part)` returns one by one. `pages` is the count.

    A picture has one page, turned as its camera says. `text` says whether `Looking.lines` gives their words.
    """

    has_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainText(Shown):
    """Lines of a text. first_line: the number of the first of them; None where nobody counted.

    coding: the one by which the bytes were read. is_guess: nothing in the file says so; `codings` are others
    that may be chosen with `Looking.look(coding=...)`. is_derived: the file is no plain text, and these are
    the words taken from it (DOCX, HTML, RTF).
    """

    lines: tuple[str, ...]
    first_line: int | None = None
    coding: str = ""
    is_guess: bool = False
    codings: tuple[str, ...] = ()
    is_derived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a conversation. at: the time exactly as the file writes it. sender: empty for what the
    service itself wrote. attachments: names.
    """

    number: int
    sender: str
    at: str
    text: str
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation(Shown):
    """Messages of an exported chat, or passages of a transcript.

    source: which export it is like, as a name: "WhatsApp", "SubRip". is_transcript: then the sender of each
    is who spoke, or the tier, as the file says it, and may be empty.
    """

    source: str
    title: str = ""
    is_transcript: bool = False
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets(Shown):
    """Rows of one sheet of a table, as values. names: of all sheets. sheet: which one, from 0: a choice of
    `Looking.look(sheet=...)`. first_row: its number in the sheet, from 1. rows: cells as text, and empty
    cells as empty texts; a formula shows the value that the file keeps.
    """

    names: tuple[str, ...]
    sheet: int = 0
    first_row: int = 1
    rows: tuple[tuple[str, ...], ...]


class EntryMark(StrEnum):
    """What is special about an entry of an archive."""

    FOLDER = "FOLDER"
    LINK = "LINK"
    DEVICE = "DEVICE"
    ENCRYPTED = "ENCRYPTED"
    OUTSIDE = "OUTSIDE"
    """Its name leads out of the folder into which one would unpack it, by itself or through a link."""
    WINDOWS = "WINDOWS"
    """Windows takes its name for another one, for a device, or for a second stream of a file."""
    OTHER_NAME = "OTHER_NAME"
    """The archive gives it two names; which one counts depends on the program that unpacks it."""
    AGAIN = "AGAIN"
    """Another entry has the same name, or one that some system takes for the same."""
    OVERLAPS = "OVERLAPS"
    """It shares bytes of the archive with another entry, or with the list of the entries."""
    BOMB = "BOMB"
    """It would become far larger than it is packed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part that can be looked at by itself: an entry of an archive, an attachment, a captured page.

    key: added to the path of the file it is in; empty if it cannot be opened. name: as the file writes it.
    size, packed: bytes, or None where the file does not say. at: a time as the file writes it. note: what
    else it says, such as an address or the target of a link.
    """

    key: str
    name: str
    media_type: str = ""
    size: int | None = None
    packed: int | None = None
    at: str = ""
    note: str = ""
    marks: tuple[EntryMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(Shown):
    """What is in an archive. Nothing is unpacked until one entry is looked at. kind: "ZIP", "TAR", "7Z"."""

    kind: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail(Shown):
    """One mail. headers: the usual ones, in the order of the file, decoded; all are among what it says about
    itself. body: its lines. is_derived: the body was written in HTML, and these are its words. lines_left,
    parts_left: how many more lines and parts it has.
    """

    headers: tuple[tuple[str, str], ...]
    body: tuple[str, ...]
    is_derived: bool = False
    parts: tuple[Part, ...] = ()
    lines_left: int = 0
    parts_left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture(Shown):
    """The pages and other answers of a captured site, each with its address and the time as written."""

    kind: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Shown):
    """Sound or film: it is played, by the decoder of recordings, from `Looking.opened`."""


class UnreadForm(StrEnum):
    """A form that is known, and of which this program shows the bytes alone."""

    PICTURE = "PICTURE"
    ARCHIVE = "ARCHIVE"
    OFFICE = "OFFICE"
    IMAGE = "IMAGE"
    DATABASE = "DATABASE"


@dataclass(frozen=True, slots=True, kw_only=True)
class HexBytes(Shown):
    """Bytes of a file. offset: of the first of them. size: of the whole. unread: its form, where that is
    known and not read; None of no known form, and where somebody asked for the bytes.
    """

    offset: int
    data: bytes
    size: int
    unread: UnreadForm | None = None


Look = (
    DrawnPages | PlainText | Conversation | Sheets | Listing | Mail | Capture | Recorded | HexBytes
)  # fmt: skip


def is_empty(look: Look) -> bool:
    """Whether nothing would be seen: a text without a sign, or no byte."""
    if look.page > 1 or look.more:
        return False
    if isinstance(look, PlainText):
        return not any(line.strip() for line in look.lines)
    return isinstance(look, HexBytes) and not look.data


class FactCode(StrEnum):
    """What a file says of itself, where that is known."""

    TITLE = "TITLE"
    SUBJECT = "SUBJECT"
    DESCRIPTION = "DESCRIPTION"
    COMMENT = "COMMENT"
    AUTHOR = "AUTHOR"
    OWNER = "OWNER"
    COMPANY = "COMPANY"
    COPYRIGHT = "COPYRIGHT"
    OPERATOR = "OPERATOR"
    CREATED = "CREATED"
    MODIFIED = "MODIFIED"
    MODIFIED_BY = "MODIFIED_BY"
    PRINTED = "PRINTED"
    TAKEN = "TAKEN"
    CAPTURED = "CAPTURED"
    ACQUIRED = "ACQUIRED"
    SENT = "SENT"
    RECEIVED = "RECEIVED"
    FROM = "FROM"
    TO = "TO"
    CC = "CC"
    MESSAGE_ID = "MESSAGE_ID"
    ADDRESS = "ADDRESS"
    HOST = "HOST"
    SOFTWARE = "SOFTWARE"
    CAMERA_MAKE = "CAMERA_MAKE"
    CAMERA_MODEL = "CAMERA_MODEL"
    SERIAL = "SERIAL"
    RECORDER = "RECORDER"
    LATITUDE = "LATITUDE"
    LONGITUDE = "LONGITUDE"
    ALTITUDE = "ALTITUDE"
    PLACE = "PLACE"
    ORIENTATION = "ORIENTATION"
    WIDTH = "WIDTH"
    HEIGHT = "HEIGHT"
    DURATION = "DURATION"
    STREAM = "STREAM"
    PAGES = "PAGES"
    ENTRIES = "ENTRIES"
    BESIDE = "BESIDE"
    """Bytes before the first entry, and behind the end: another program may find an archive there."""
    NAME = "NAME"
    MACROS = "MACROS"
    CASE_NUMBER = "CASE_NUMBER"
    EVIDENCE_NUMBER = "EVIDENCE_NUMBER"
    MEDIUM_SIZE = "MEDIUM_SIZE"
    MD5 = "MD5"
    SHA1 = "SHA1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing that a file says of itself. code: what it is; None where only the file has a name for it.
    key: the file's own name, such as "DateTimeOriginal". value: as written.
    """

    code: FactCode | None
    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageComparison:
    """How far the data of an image are compared. done, total: bytes. stated, found: digests by their names
    ("MD5", "SHA1"); found at the end alone. ended: whether no more of the data can be read.
    """

    done: int
    total: int
    ended: bool
    stated: Mapping[str, str]
    found: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureComparison:
    """How far a capture is compared with the digests that it states. done, total: bytes.

    ended: whether the rest is told. named: how many digests it states; agree: how many are those of what is
    there. differ: place, algorithm, the stated digest, and the right one. missing: files that it names and
    has not. unnamed: files that it has and does not name. not_judged: places of digests of another kind, of
    what is not in the file, or of what cannot be read; the first of them, as of `unnamed`.
    """

    done: int
    total: int
    ended: bool
    named: int
    agree: int
    differ: tuple[tuple[str, str, str, str], ...]
    missing: tuple[str, ...]
    unnamed: tuple[str, ...]
    not_judged: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a file says about itself. It is shown as "according to the file", and becomes no field by itself.

    media_type: by its content, which is the program's finding and not the file's word.
    """

    media_type: str
    facts: tuple[Fact, ...] = ()
    cut: bool = False
    """Whether there was more than is told."""
    is_damaged: bool = False
    """Whether the file is not as its kind should be, so that nothing more of it could be read."""


def visible(text: str) -> str:
    """Return a text with each unseen sign in it written out, as ⟦U+202E⟧; tabs and joiners stay."""
    return _UNSEEN.sub(lambda sign: f"\u27e6U+{ord(sign[0]):04X}\u27e7", text)


def has_unseen(text: str) -> bool:
    """Whether a text has signs that nobody sees and that change how it reads."""
    return _UNSEEN.search(text) is not None
