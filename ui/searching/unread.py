"""How many files of a case were not read, whose words are therefore not searched; and their reading."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.services.searching.files import FilesRead
from ui.searching.files_model import MOST_TOLD, FilesModel
from ui.tones import Tone
from ui.widgets.basic import Label, button, rename, row


class UnreadFiles(QWidget):
    """read: words of further files are searched now."""

    read = Signal()

    def __init__(self, model: FilesModel) -> None:
        super().__init__()
        self._model = model
        self._case_id: str | None = None
        self.told = Label("", wrap=True)
        self.button = button(self.tr("&Read their words"), self._read_or_stop, icon="file-search")
        across = row(self.told, self.button)
        across.setStretch(0, 1)
        across.setContentsMargins(0, 0, 0, 0)
        self.setLayout(across)
        self.hide()
        model.unread.connect(self._show)
        model.began.connect(lambda: rename(self.button, self.tr("Stop &reading")))
        model.advanced.connect(self._advance)
        model.ended.connect(self._end)
        model.done.connect(self._tell)
        model.refused.connect(self._refuse)

    def follow(self, case_id: str | None) -> None:
        """Tell of the files of this case; of all cases nothing is told."""
        self._case_id = case_id
        self.hide()
        if case_id is not None:
            self._model.ask(case_id)

    def stop(self) -> None:
        """What was read until then is searched."""
        self._model.stop()

    def _show(self, case_id: str, count: int) -> None:
        if case_id != self._case_id or self._model.is_reading:
            return
        self.setVisible(count > 0)
        if count > MOST_TOLD:
            told = self.tr(
                "More than %n files of this case were not read: their words are not searched.", "", MOST_TOLD
            )
        else:
            told = self.tr("%n files of this case were not read: their words are not searched.", "", count)
        self.told.setText(told)

    def _read_or_stop(self) -> None:
        if self._model.is_reading:
            self._model.stop()
        elif self._case_id is not None:
            self._model.read_all(self._case_id)

    def _advance(self, done: int, total: int) -> None:
        self.told.setText(self.tr("Reading file {done} of {total}.").format(done=done + 1, total=total))

    def _end(self) -> None:
        rename(self.button, self.tr("&Read their words"))
        self.read.emit()

    def _tell(self, found: FilesRead) -> None:
        told = [
            self.tr("%n files were read.", "", found.whole),
        ]
        if found.in_part:
            told.append(
                self.tr("%n were read in part: the rest is pictures, sound, or locked.", "", found.in_part)
            )
        if found.refused:
            told.append(self.tr("%n could not be read.", "", found.refused))
        self.told.setText(" ".join(told))
        self.button.setVisible(found.refused > 0)

    def _refuse(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setProperty("tone", Tone.BAD.value)
