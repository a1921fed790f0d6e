"""The place of a page's notices: one line that is always there, so that nothing moves."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.tones import Tone
from ui.widgets.basic import Notice, button
from ui.widgets.elided import ElidedLabel
from ui.widgets.questions import Message

HEIGHT = 34
"""The height reserved for a notice, in pixels."""


class LineNotice(Notice):
    """A notice of one line. A button shows the text that does not fit; the cross closes it."""

    def __init__(self) -> None:
        line = ElidedLabel()
        super().__init__(line)
        self.tone = Tone.INFO
        self.row.setContentsMargins(12, 0, 4, 0)
        self.above.insertStretch(0, 1)
        self.whole_button = button(self.tr("Read it all"), self._show_whole, part="quiet")
        self.whole_button.hide()
        self.close_button = button("", self.clear, icon="x", part="quiet")
        self.close_button.setAccessibleName(self.tr("Put this notice away"))
        self.close_button.setToolTip(self.tr("Put this notice away"))
        for part in (self.whole_button, self.close_button):
            self.row.addWidget(part)
        line.fitted.connect(lambda fits: self.whole_button.setVisible(not fits))

    def tell(self, sentence: str, tone: Tone = Tone.BAD) -> None:
        self.tone = tone
        super().tell(sentence, tone)

    def _show_whole(self) -> None:
        heading = self.tr("The whole notice")
        Message(self, heading, self.sentence.text(), self.tone).open()


class NoticeLine(QWidget):
    """Reserves the place, whether it has a notice or not, unless the page needs it for its words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.notice = LineNotice()
        self._reserves = True
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.notice)

    def give_way(self) -> None:
        """Take no room from now on while there is nothing to tell."""
        self._reserves = False
        self.notice.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setFixedHeight(HEIGHT if self._reserves or self.notice.isVisibleTo(self) else 0)
