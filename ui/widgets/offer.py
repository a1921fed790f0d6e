"""An offer on the page: a sentence, a button that accepts it, and one that closes it."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui import theme
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.basic import Label, button, restyle, row


class Offer(QWidget):
    """Hidden until something is offered; it keeps a distance from what is above."""

    def __init__(self) -> None:
        super().__init__()
        frame = self._frame = QFrame()
        frame.setProperty("part", "notice")
        frame.setProperty("tone", Tone.INFO.value)
        mark = Label()
        mark.setPixmap(icons.pixmap("undo-2", theme.tokens().info, 18))
        mark.setFixedWidth(18)
        self.sentence = Label(wrap=True)
        self.take = button("", self._take)
        self.leave = button("", self.hide, icon="x", part="quiet")
        self.leave.setAccessibleName(self.tr("Not now"))
        self.leave.setToolTip(self.tr("Not now"))
        across = row(mark, self.sentence, self.take, self.leave, spacing=10)
        across.setStretch(1, 1)
        across.setContentsMargins(12, 6, 8, 6)
        frame.setLayout(across)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 12, 0, 0)
        around.addWidget(frame)
        self._act: Callable[[], object] | None = None
        self.hide()

    def offer(self, sentence: str, words: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence; with words and an act, add a button that does it."""
        self._act = act
        self.sentence.setText(sentence)
        self._frame.setAccessibleName(sentence)
        self.take.setText(words)
        self.take.setAccessibleName(words.replace("&", ""))
        self.take.setVisible(act is not None)
        restyle(self._frame)
        restyle(self.sentence)
        self.show()

    def _take(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
