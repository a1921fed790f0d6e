"""Capture digests: what a WARC or a WACZ states of its records and files, compared by a confined process.

The digests inside a capture are those of its tool. Nothing is compared of a file of another name, of one that
states no digest, and of one whose reading is refused.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from threading import Event

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import CaptureComparison
from thb_desktop.errors import CancelledError, ThbError
from thb_desktop.inspect.limits import Limits
from thb_desktop.services.evidence.looking import comparing_capture
from thb_desktop.vault.content import ContentStore

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""
_LIMITS = Limits(memory=1 << 30, processor=24 * 3600, seconds=120, answer=32 << 20)
"""A large capture takes hours; each answer is about 64 MiB of it."""
_ENDINGS = (".warc", ".warc.gz", ".wacz")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureCheck:
    """A capture, and what came of comparing it; None where nothing was compared."""

    file: ExhibitFile
    told: CaptureComparison | None = None

    @property
    def is_compared(self) -> bool:
        return self.told is not None

    @property
    def agrees(self) -> bool:
        """Whether nothing differs and nothing is missing; what is not judged does not count."""
        return self.told is not None and not (self.told.differ or self.told.missing)


def captures_among(files: Sequence[ExhibitFile]) -> tuple[ExhibitFile, ...]:
    """Return the files with the name of a capture."""
    return tuple(each for each in files if each.name.lower().endswith(_ENDINGS))


def check_captures(
    content: ContentStore,
    files: Sequence[ExhibitFile],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Iterator[CaptureCheck]:
    """Compare each capture among these files, one after the other. Raises CancelledError.

    Of one whose reading is refused, for whatever reason, nothing is compared; the next one is.
    """
    before = reached = 0

    def report(done: int, expected: int) -> None:
        nonlocal reached
        reached = before + done
        if progress is not None:
            progress(reached, before + expected)

    for each in captures_among(files):
        try:
            told = _told(content, each, report, cancelled)
            check = CaptureCheck(file=each, told=told if told.named else None)
        except CancelledError:
            raise
        except ThbError:
            check = CaptureCheck(file=each)
        before = reached
        yield check


def _told(
    content: ContentStore, file: ExhibitFile, progress: Progress, cancelled: Event | None
) -> CaptureComparison:
    """Return what came of comparing a capture. Raises CancelledError, and what refuses it."""
    with (
        closing(content.reader(file.object_id, file.size)) as reader,
        closing(comparing_capture(reader, file.size, _LIMITS)) as comparing,
    ):
        while True:
            told = comparing.go_on()
            progress(told.done, told.total)
            if cancelled is not None and cancelled.is_set():
                raise CancelledError("the work was stopped")
            if told.ended:
                return told
