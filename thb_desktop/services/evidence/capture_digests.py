"""Capture digests: what a WARC or a WACZ states of its records and files, compared by a confined process.

The digests inside a capture are those of its tool. Nothing is compared of a file of another name. Of one that
states no digest, or whose reading is refused or ends, it is told why.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from threading import Event

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import CaptureComparison
from thb_desktop.domain.vocabulary import NotCompared
from thb_desktop.errors import (
    CancelledError,
    DocumentLockedError,
    DocumentTooLargeError,
    InspectionEndedError,
    SandboxMissingError,
    ThbError,
)
from thb_desktop.inspect.limits import Limits
from thb_desktop.services.evidence.looking import comparing_capture
from thb_desktop.vault.content import ContentStore

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes expected."""
_LIMITS = Limits(memory=1 << 30, processor=24 * 3600, seconds=120, answer=32 << 20)
"""A large capture takes hours; each answer is about 64 MiB of it."""
_ENDINGS = (".warc", ".warc.gz", ".wacz")
_BECAUSE = {
    DocumentLockedError.code: NotCompared.LOCKED,
    DocumentTooLargeError.code: NotCompared.TOO_LARGE,
    InspectionEndedError.code: NotCompared.ENDED,
    SandboxMissingError.code: NotCompared.NO_SANDBOX,
}
"""Why nothing was compared, by the code of what refused it; any other: it could not be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureCheck:
    """A capture, and what came of comparing it, or why nothing was compared."""

    file: ExhibitFile
    told: CaptureComparison | None = None
    because: NotCompared | None = None

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

    Of one whose reading is refused, it is told why nothing was compared; the next one is compared.
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
            check = (
                CaptureCheck(file=each, told=told)
                if told.named
                else CaptureCheck(file=each, because=NotCompared.NO_DIGEST)
            )
        except CancelledError:
            raise
        except ThbError as error:
            check = CaptureCheck(file=each, because=because_of(error))
        before = reached
        yield check


def because_of(refusal: ThbError) -> NotCompared:
    """Return why nothing was compared, as it is recorded."""
    return _BECAUSE.get(refusal.code, NotCompared.UNREADABLE)


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
