"""Page reading: the text of a document, or a page of it, from a confined process. What it says is untrusted.

The process is that of the window's program, which brings PDFium: this module names it and does not import it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Event

from thb_desktop.domain.copy_limits import MOST_DOTS
from thb_desktop.domain.page_text import (
    DocumentText,
    PagePicture,
    PageToCopy,
    page_to_copy_from,
    picture_from,
    text_from,
)
from thb_desktop.errors import (
    DocumentCutError,
    DocumentDamagedError,
    DocumentFormError,
    DocumentIsRecordingError,
    DocumentLockedError,
    DocumentTooLargeError,
    DocumentUnreadableError,
    EncodingUnknownError,
    FormatError,
    InspectionEndedError,
    PageMissingError,
    PictureTooLargeError,
    ThbError,
)
from thb_desktop.inspect import PAGE_WORKER
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.running import Worker, ask
from thb_desktop.ledger import canonical

LARGEST = 128 << 20
"""Bytes of a document that is read."""
_LIMITS = Limits(memory=1 << 30, processor=60, seconds=120, answer=48 << 20)
_COPY_LIMITS = replace(_LIMITS, answer=3 * MOST_DOTS + (1 << 20))
_REFUSALS: Mapping[str, ThbError] = {
    each.code: each
    for each in (
        DocumentUnreadableError("the file cannot be read as a document"),
        DocumentCutError("the document has no end"),
        DocumentDamagedError("the document has no page that can be read"),
        DocumentLockedError("the document opens with a password only"),
        DocumentFormError("the file has a form that is known and not read"),
        DocumentIsRecordingError("the file is a recording"),
        DocumentTooLargeError("the document has more pages or text than is read"),
        PictureTooLargeError("the picture has more pixels than are unpacked"),
        PageMissingError("the file does not have this page"),
        EncodingUnknownError("the text is neither UTF-8 nor UTF-16 with a byte order mark"),
    )
}


def read_text(
    source: Iterable[bytes], *, limits: Limits = _LIMITS, cancelled: Event | None = None
) -> DocumentText:
    """Return the text of a document by page and line.

    Raises DocumentUnreadableError (also as locked, of another form, a recording or too large),
    EncodingUnknownError, SandboxMissingError, InspectionEndedError, CancelledError.
    """
    said, _ = _asked("text", 0, source, limits, cancelled)
    try:
        return text_from(said)
    except FormatError:
        raise InspectionEndedError("the reading of the file gave no answer that can be used") from None


def read_picture(
    source: Iterable[bytes], page: int, *, limits: Limits = _LIMITS, cancelled: Event | None = None
) -> PagePicture:
    """Return a page of a document as pixels; page: from 1. Raises as `read_text`."""
    said, pixels = _asked("picture", page, source, limits, cancelled)
    try:
        return picture_from(said, pixels)
    except FormatError:
        raise InspectionEndedError("the reading of the file gave no answer that can be used") from None


def read_page_to_copy(
    source: Iterable[bytes], page: int, *, limits: Limits = _COPY_LIMITS, cancelled: Event | None = None
) -> PageToCopy:
    """Return a page as pixels, as finely as a copy needs it; page: from 1. Raises as `read_text`."""
    said, pixels = _asked("copy", page, source, limits, cancelled)
    try:
        return page_to_copy_from(said, pixels)
    except FormatError:
        raise InspectionEndedError("the reading of the file gave no answer that can be used") from None


@cache
def drawer() -> Worker:
    """Return the process that draws, also for `thb_desktop.services.evidence.looks.open_look`."""
    found = find_spec("PySide6")
    return Worker(
        module="ui.reading.worker",
        word=PAGE_WORKER,
        program="thb-desktop",
        packages=Path(found.origin).parents[1] if found and found.origin else None,
    )


def _asked(
    job: str, page: int, source: Iterable[bytes], limits: Limits, cancelled: Event | None
) -> tuple[canonical.Value, bytes]:
    answer = ask(drawer(), [job, str(page)], _bounded(source), limits=limits, cancelled=cancelled)
    line, _, pixels = answer.partition(b"\n")
    try:
        said = canonical.parse(line)
    except FormatError:
        raise InspectionEndedError("the reading of the file gave no answer that can be used") from None
    if isinstance(said, Mapping) and "refused" in said:
        raise _REFUSALS.get(str(said["refused"]), _REFUSALS[DocumentUnreadableError.code])
    return said, pixels


def _bounded(source: Iterable[bytes]) -> Iterable[bytes]:
    size = 0
    for piece in source:
        size += len(piece)
        if size > LARGEST:
            raise DocumentTooLargeError("the file is larger than what is read")
        yield piece
