"""Looking: one file of the vault and the confined processes that look into it, without the database.

Its methods may take seconds: call them beside the vault's thread, from any thread, one at a time. What they
return is of the file, untrusted. Whoever opened it closes it; `close` ends what still runs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from thb_desktop.domain.ads import FileRecord
from thb_desktop.domain.finding import Rectangle
from thb_desktop.domain.look_answers import (
    capture_from,
    comparison_from,
    look_from,
    records_from,
    told_from,
)
from thb_desktop.domain.looks import CaptureComparison, DrawnPages, ImageComparison, Look, PartPath, Told, Way
from thb_desktop.domain.page_text import PagePicture, lines_from, picture_from, places_from
from thb_desktop.errors import (
    DocumentCutError,
    DocumentDamagedError,
    DocumentFormError,
    DocumentLockedError,
    DocumentTooLargeError,
    DocumentUnreadableError,
    FormatError,
    InspectionEndedError,
    PartDamagedError,
    PictureTooLargeError,
    ThbError,
)
from thb_desktop.inspect import LOOK_WORKER
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.reading import Bytes, Question, Reading
from thb_desktop.inspect.running import Worker
from thb_desktop.ledger import canonical
from thb_desktop.services.evidence.exhibit_files import OpenedFile

_READER = Worker(module="thb_desktop.inspect.looks.worker", word=LOOK_WORKER)
_REFUSALS: Mapping[str, ThbError] = {
    each.code: each
    for each in (
        PartDamagedError("the file is not as its kind should be"),
        DocumentCutError("the document has no end"),
        DocumentDamagedError("the file cannot be drawn"),
        DocumentLockedError("the document opens with a password only"),
        DocumentFormError("the file has a form that is known and not read"),
        DocumentTooLargeError("the document is larger than what is read"),
        PictureTooLargeError("the picture has more pixels than are unpacked"),
    )
} | {DocumentUnreadableError.code: DocumentDamagedError("this page cannot be drawn")}
_MOST_PAGES = 10_000
"""Of a document that are drawn."""


@dataclass(frozen=True, slots=True)
class _Held:
    """Bytes of a part, held in memory while its pages are drawn."""

    data: bytes = field(repr=False)

    def read_at(self, offset: int, length: int, /) -> bytes:
        return self.data[offset : offset + length]


class Looking:
    """A file that is looked into. opened: its bytes, as the player of recordings takes them too."""

    def __init__(self, opened: OpenedFile, name: str, drawer: Worker | None) -> None:
        """drawer: the process that draws pages, which only the window has; without it nothing is drawn."""
        self.opened = opened
        self._name, self._drawer = name, drawer
        self._reading = Reading(_READER, [], opened.reader, opened.size)
        self._drawing: Reading | None = None
        self._drawn: PartPath = ()
        self._one_at_a_time, self._closing = Lock(), Lock()
        self._is_closed = False

    def look(
        self,
        part: PartPath = (),
        *,
        page: int = 1,
        way: Way = Way.CONTENT,
        sheet: int = 0,
        coding: str = "",
    ) -> Look:
        """Return a page of what the file, or a part of it, shows.

        page: from 1; beyond the last, the last. sheet: of a table, from 0. coding: of a text, one of
        `PlainText.codings`. Raises PartDamagedError, DocumentLockedError, InspectionEndedError,
        SandboxMissingError, and what reading the store raises; the next call begins again.
        """
        with self._one_at_a_time:
            said, _ = self._asked("look", part, page=page, way=way.value, sheet=sheet, coding=coding)
            look = _checked(lambda: look_from(said))
            if isinstance(look, DrawnPages) and self._drawer is not None:
                told = _object(self._ask_drawer(part, "count", 1)[0])
                pages = told.get("pages")
                if type(pages) is not int or not 1 <= pages <= _MOST_PAGES:
                    raise _no_answer()
                look = replace(look, pages=pages, has_text=told.get("has_text") is True)
            return look

    def draw(self, page: int, part: PartPath = ()) -> PagePicture:
        """Return one page of a `DrawnPages` as pixels. Raises as `look`."""
        with self._one_at_a_time:
            said, pixels = self._ask_drawer(part, "draw", page)
            return _checked(lambda: picture_from(said, pixels))

    def page_lines(self, page: int) -> tuple[str, ...]:
        """Return the text that a page of a PDF has in its file. Raises as `look`."""
        with self._one_at_a_time:
            said, _ = self._ask_drawer((), "lines", page)
            return _checked(lambda: lines_from(said))

    def page_places(self, page: int, wanted: str, part: PartPath = ()) -> tuple[tuple[Rectangle, ...], ...]:
        """Return where words stand on a page of a PDF: the rectangles of each place. Raises as `look`."""
        with self._one_at_a_time:
            said, _ = self._ask_drawer(part, "find", page, words=wanted)
            return _checked(lambda: places_from(said))

    def told(self, part: PartPath = ()) -> Told:
        """Return what the file, or a part of it, says about itself. Raises as `look`."""
        with self._one_at_a_time:
            said, _ = self._asked("told", part)
            return _checked(lambda: told_from(said))

    def text(self, limit: int, part: PartPath = ()) -> str:
        """Return the words of the file, at most so many code points. Raises as `look`."""
        return self.words(limit, part)[0]

    def words(self, limit: int, part: PartPath = ()) -> tuple[str, bool]:
        """The same, and whether something in it has no words that can be read: pixels, sound, what is
        locked.
        """
        with self._one_at_a_time:
            said, data = self._asked("text", part, page=max(limit, 1))
            in_part = isinstance(said, dict) and said.get("in_part") is True
            return data.decode("utf-8", "replace")[:limit], in_part

    def records(
        self, page: int, *, delimiter: str = "", coding: str = ""
    ) -> tuple[tuple[FileRecord, ...], bool]:
        """Return the next rows of a table, or pages of a capture, whole, and whether there are more.

        delimiter: the sign between the columns; empty for pages. Raises as `look`.
        """
        with self._one_at_a_time:
            said, _ = self._asked("records", (), page=page, delimiter=delimiter, coding=coding)
            return _checked(lambda: records_from(said))

    def close(self) -> None:
        """End the processes and close the file; may be called from any thread, and again."""
        with self._closing:
            self._is_closed = True
            drawing, self._drawing = self._drawing, None
        self._reading.close()
        if drawing is not None:
            drawing.close()
        self.opened.reader.close()

    def _ask_drawer(self, part: PartPath, job: str, page: int, **more: str) -> tuple[canonical.Value, bytes]:
        if self._drawer is None:
            raise DocumentFormError("pages are drawn by the window alone")
        if self._drawing is None or self._drawn != part:
            source: Bytes = self.opened.reader
            size = self.opened.size
            if part:
                held = _Held(self._asked("bytes", part)[1])
                source, size = held, len(held.data)
            before, self._drawing = self._drawing, None
            if before is not None:
                before.close()
            drawing = Reading(self._drawer, ["pages", "0"], source, size)
            with self._closing:
                if self._is_closed:
                    raise InspectionEndedError("the file is closed")
                self._drawing, self._drawn = drawing, part
        return _read(self._drawing.ask({"job": job, "page": page, **more}))

    def _asked(self, job: str, part: PartPath, **more: str | int) -> tuple[canonical.Value, bytes]:
        question: dict[str, str | int | Sequence[str]] = {
            "job": job,
            "part": list(part),
            "name": self._name,
            **more,
        }
        return _read(self._reading.ask(question))


class Comparing[Answer]:
    """What a file states of its content, compared with that, piece by piece, by a confined process."""

    def __init__(
        self, source: Bytes, size: int, question: Question, read: Callable[[object], Answer], limits: Limits
    ) -> None:
        """source: the file, or several, one behind the other. size: of all, in bytes."""
        self._reading = Reading(_READER, [], source, size, limits=limits)
        self._question: Question = {"part": [], "name": "", **question}
        self._read_answer = read

    def go_on(self) -> Answer:
        """Compare the next piece. Raises PartDamagedError, InspectionEndedError, SandboxMissingError."""
        said, _ = _read(self._reading.ask(self._question))
        return _checked(lambda: self._read_answer(said))

    def close(self) -> None:
        self._reading.close()


def comparing_image(source: Bytes, sizes: Sequence[int], limits: Limits) -> Comparing[ImageComparison]:
    """Compare an image with the digests that it states. source: its segments; sizes: of each, in bytes."""
    question: Question = {"job": "image", "sizes": [str(each) for each in sizes]}
    return Comparing(source, sum(sizes), question, comparison_from, limits)


def comparing_capture(source: Bytes, size: int, limits: Limits) -> Comparing[CaptureComparison]:
    """Compare a capture of the web (WARC, WACZ) with the digests that it states."""
    return Comparing(source, size, {"job": "capture"}, capture_from, limits)


def _read(answer: tuple[bytes, bytes]) -> tuple[canonical.Value, bytes]:
    said = _checked(lambda: canonical.parse(answer[0]))
    if isinstance(said, Mapping) and "refused" in said:
        raise _REFUSALS.get(str(said["refused"]), _REFUSALS[PartDamagedError.code])
    return said, answer[1]


def _object(said: canonical.Value) -> Mapping[str, canonical.Value]:
    if not isinstance(said, Mapping):
        raise _no_answer()
    return said


def _checked[Value](read: Callable[[], Value]) -> Value:
    try:
        return read()
    except FormatError:
        raise _no_answer() from None


def _no_answer() -> ThbError:
    return InspectionEndedError("the reading of the file gave no answer that can be used")
