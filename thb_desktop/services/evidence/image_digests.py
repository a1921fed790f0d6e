"""Image digests: what an E01 states of the data in it, compared with that data by a confined process.

The digest inside an image covers the acquired data, and not the file. Nothing is compared of an image that
does not state a digest, whose segments are not all there, or whose form is not read.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from threading import Event

from thb_desktop.domain.exhibit import ExhibitFile
from thb_desktop.domain.looks import ImageComparison
from thb_desktop.domain.segments_of_images import images_among
from thb_desktop.errors import CancelledError, ThbError
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.reading import Bytes
from thb_desktop.services.evidence.looking import comparing_image
from thb_desktop.vault.content import ContentStore

Progress = Callable[[int, int], None]
"""Called with bytes of data done and bytes expected."""
_LIMITS = Limits(memory=1 << 30, processor=24 * 3600, seconds=120, answer=1 << 20)
"""A large image takes hours; each answer is about 64 MiB of its data."""
_NAMES = ("SHA1", "MD5")
"""The stronger one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageCheck:
    """An image, and what came of comparing it. stated, found: hex; empty where nothing was compared."""

    files: tuple[ExhibitFile, ...]
    stated: str = ""
    found: str = ""

    @property
    def is_compared(self) -> bool:
        return bool(self.stated and self.found)

    @property
    def agrees(self) -> bool:
        return self.is_compared and self.stated == self.found


class Segments:
    """The segments of an image, or other files, one behind the other."""

    def __init__(self, parts: Sequence[tuple[Bytes, int]]) -> None:
        self._parts = tuple(parts)

    def read_at(self, offset: int, length: int, /) -> bytes:
        found, begins = bytearray(), 0
        for each, size in self._parts:
            within = offset + len(found) - begins
            if len(found) < length and 0 <= within < size:
                found += each.read_at(within, min(length - len(found), size - within))
            begins += size
        return bytes(found)


def check_images(
    content: ContentStore,
    files: Sequence[ExhibitFile],
    *,
    progress: Progress | None = None,
    cancelled: Event | None = None,
) -> Iterator[ImageCheck]:
    """Compare each image among these files, one after the other. Raises CancelledError.

    Of an image whose reading is refused, for whatever reason, nothing is compared; the next one is.
    """
    by_name = {each.name: each for each in files}
    images = [tuple(by_name[name] for name in names) for names in images_among(by_name)]
    before = reached = 0

    def report(done: int, expected: int) -> None:
        nonlocal reached
        reached = before + done
        if progress is not None:
            progress(reached, before + expected)

    for each in images:
        try:
            check = _check(each, _told(content, each, report, cancelled))
        except CancelledError:
            raise
        except ThbError:
            check = ImageCheck(files=each)
        before = reached
        yield check


def _told(
    content: ContentStore, files: tuple[ExhibitFile, ...], progress: Progress, cancelled: Event | None
) -> ImageComparison:
    """Return what came of comparing an image at its end. Raises CancelledError, and what refuses it."""
    with ExitStack() as opened:
        readers = [opened.enter_context(closing(content.reader(each.object_id, each.size))) for each in files]
        sizes = [each.size for each in files]
        comparing = comparing_image(Segments(list(zip(readers, sizes, strict=True))), sizes, _LIMITS)
        opened.callback(comparing.close)
        while True:
            told = comparing.go_on()
            progress(told.done, told.total)
            if cancelled is not None and cancelled.is_set():
                raise CancelledError("the work was stopped")
            if told.ended:
                return told


def _check(files: tuple[ExhibitFile, ...], told: ImageComparison) -> ImageCheck:
    name = next((each for each in _NAMES if told.stated.get(each)), "")
    if told.done != told.total or not name:
        return ImageCheck(files=files)
    return ImageCheck(files=files, stated=told.stated[name], found=told.found.get(name, ""))
