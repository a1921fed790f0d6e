"""Work on the files of an exhibit as it is seen: its progress, and what came of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thb_desktop.domain.vocabulary import VerificationResult
from ui.exhibits.view_model import ExhibitsViewModel
from ui.text import isolate, minutes, size
from ui.tones import Tone
from ui.widgets.basic import Notice
from ui.widgets.progress import ProgressCard

if TYPE_CHECKING:
    from thb_desktop.domain.custody import CustodyEvent
    from ui.exhibits.intake import Step


class FileWork(QObject):
    """Files that are added, and files that are read again."""

    def __init__(
        self, model: ExhibitsViewModel, progress: ProgressCard, notice: Callable[[], Notice]
    ) -> None:
        """notice: where it is told."""
        super().__init__(model)
        self._progress, self._notice = progress, notice
        progress.stopped.connect(model.stop)
        progress.paused.connect(model.pause)
        model.intake_began.connect(self._begin)
        model.intake_advanced.connect(self._advance)
        model.intake_ended.connect(self._end)
        model.check_began.connect(lambda: progress.begin(self.tr("Checking the digest")))
        model.check_advanced.connect(progress.advance)
        model.check_ended.connect(progress.end)
        model.checked.connect(self._tell_check)

    def _begin(self, _given: int) -> None:
        self._notice().clear()
        self._progress.begin(self.tr("Adding files"), can_pause=True)

    def _advance(self, step: "Step") -> None:
        done, whole = step.done, step.whole
        if step.rate is None or step.left is None:
            detail = self.tr("File {number} of {count}, {done} of {total}")
        else:
            detail = self.tr("File {number} of {count}, {done} of {total}, {rate}/s, {left} left")
        told = {
            "number": str(min(done.files + 1, whole.files)),
            "count": str(whole.files),
            "done": size(done.size),
            "total": size(whole.size),
            "rate": size(step.rate or 0),
            "left": minutes(step.left or 0),
        }
        detail = detail.format_map({name: isolate(each) for name, each in told.items()})
        self._progress.advance(done.size + done.files, whole.size + whole.files, detail)

    def _end(self, taken: int) -> None:
        self._progress.end()
        if taken:
            self._notice().tell(self.tr("%n file(s) added, encrypted and recorded.", "", taken), Tone.OK)

    def _tell_check(self, events: "tuple[CustodyEvent, ...]") -> None:
        """Tell whether the file agrees, and of an image whether its data do with what it states."""
        first, *images = events
        agrees = first.result is VerificationResult.MATCH
        if agrees:
            told = [self.tr("The stored file has the digest that was recorded.")]
        else:
            told = [self.tr("The stored file does not have the digest that was recorded.")]
        for each in images:
            if each.result is VerificationResult.MATCH:
                told.append(self.tr("The data in the image have the digest that the image states."))
            else:
                agrees = False
                told.append(self.tr("The data in the image do not have the digest that the image states."))
        self._notice().tell(" ".join(told), Tone.OK if agrees else Tone.BAD)
