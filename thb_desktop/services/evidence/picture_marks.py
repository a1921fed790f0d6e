"""Marks of pictures, computed by a confined process beside the vault's thread: no picture leaves the vault.

One process reads many pictures, one after the other. A picture that ends it has no mark, and the next one
begins a new process.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Event

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.ids import ExhibitId
from thb_desktop.domain.look_answers import mark_from, marks_from
from thb_desktop.errors import CancelledError, DamageError, FormatError, InspectionEndedError
from thb_desktop.inspect import MARK_WORKER
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.reading import Question, Reading
from thb_desktop.inspect.running import Worker
from thb_desktop.ledger import canonical
from thb_desktop.services.evidence.image_digests import Segments
from thb_desktop.vault.content import ContentStore

_LIMITS = Limits(memory=1 << 30, processor=3600, seconds=60, answer=1 << 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Pictures of one exhibit that are to be marked, by their SHA-256.

    files: those that are files. capture: the file that has others within. barred: those that are not looked
    at, for another exhibit with the same file is material of child sexual abuse. until: the reading and the
    digest after which the next ones come.
    """

    exhibit_id: ExhibitId
    wanted: frozenset[str]
    files: tuple[ExhibitFile, ...] = ()
    capture: ExhibitFile | None = None
    barred: frozenset[str] = frozenset()
    until: tuple[str, str] = ("", "")


def marks_of(content: ContentStore, pictures: Pictures, *, cancelled: Event | None = None) -> dict[str, str]:
    """Return the mark of each picture by its SHA-256; empty for one that cannot be read, or shows too little.

    Raises CancelledError, SandboxMissingError.
    """
    found = dict.fromkeys(pictures.wanted, "")
    if pictures.files:
        found |= _marks_of_files(content, pictures.files, cancelled)
    if pictures.capture is not None:
        for marks in _marks_within(content, pictures.capture, cancelled):
            found |= {digest: mark for digest, mark in marks.items() if digest in pictures.wanted}
    return found


def _marks_of_files(
    content: ContentStore, files: Sequence[ExhibitFile], cancelled: Event | None
) -> Mapping[str, str]:
    found: dict[str, str] = {}
    with ExitStack() as opened:
        readers = [opened.enter_context(closing(content.reader(each.object_id, each.size))) for each in files]
        parts = list(zip(readers, (each.size for each in files), strict=True))
        reading = Reading(_worker(), [], Segments(parts), sum(each.size for each in files), limits=_LIMITS)
        opened.callback(reading.close)
        place = 0
        for each in files:
            _verify_wanted(cancelled)
            try:
                question: Question = {"job": "picture", "place": place, "size": each.size}
                found[each.sha256] = mark_from(_asked(reading, question))
            except (InspectionEndedError, FormatError, DamageError):
                found[each.sha256] = ""
            place += each.size
    return found


def _marks_within(
    content: ContentStore, capture: ExhibitFile, cancelled: Event | None
) -> Iterator[Mapping[str, str]]:
    """Yield the marks in a capture, some at once, as far as it can be read."""
    with closing(content.reader(capture.object_id, capture.size)) as reader:
        reading = Reading(_worker(), [], reader, capture.size, limits=_LIMITS)
        page, more = 0, True
        try:
            while more:
                _verify_wanted(cancelled)
                page += 1
                marks, more = marks_from(_asked(reading, {"job": "capture", "page": page}))
                yield marks
        except (InspectionEndedError, FormatError, DamageError):
            return
        finally:
            reading.close()


def _asked(reading: Reading, question: Question) -> canonical.Value:
    return canonical.parse(reading.ask(question)[0])


def _verify_wanted(cancelled: Event | None) -> None:
    if cancelled is not None and cancelled.is_set():
        raise CancelledError("the work was stopped")


@cache
def _worker() -> Worker:
    """Return the process that marks; this program itself opens no picture."""
    found = find_spec("PIL")
    return Worker(
        module="thb_desktop.inspect.marks.worker",
        word=MARK_WORKER,
        packages=Path(found.origin).parents[1] if found and found.origin else None,
    )
