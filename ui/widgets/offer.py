"""An offer in the page: a sentence, a button that takes it, and one that lets it go."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from ui import theme
from ui.tones import Tone
from ui.widgets import icons
from ui.widgets.basic import Label, button, restyle, row


class Offer(QFrame):
    """Hidden until something is offered."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "notice")
        self.setProperty("tone", Tone.INFO.value)
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
        self.setLayout(across)
        self._act: Callable[[], object] | None = None
        self.hide()

    def offer(self, sentence: str, words: str = "", act: Callable[[], object] | None = None) -> None:
        """Say a sentence; with words and an act, let it be taken by a button."""
        self._act = act
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.take.setText(words)
        self.take.setAccessibleName(words.replace("&", ""))
        self.take.setVisible(act is not None)
        restyle(self)
        restyle(self.sentence)
        self.show()

    def _take(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
