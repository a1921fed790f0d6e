"""Two alike pictures beside each other, each drawn by a confined process; size and turn are those of both."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from thb_desktop.domain.looks import DrawnPages, Look, visible
from thb_desktop.domain.page_text import PagePicture
from thb_desktop.services.searching.ad_pictures import AlikePicture
from ui import shortcuts
from ui.jobs import VaultJobs
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.viewer.model import ViewerModel
from ui.viewer.pages_pane import PagesPane
from ui.widgets.basic import Label, Notice, Part, button, on_key, row
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog

_HIGH = 380
"""The least height of a picture's place, in pixels."""


class PictureSide(QWidget):
    """One of the pictures, chosen among all that are alike."""

    def __init__(self, jobs: VaultJobs, name: str, pictures: Sequence[AlikePicture], first: int) -> None:
        super().__init__()
        self.model = ViewerModel(jobs, self)
        self._pictures = pictures
        choices = [(_named(each), number) for number, each in enumerate(pictures)]
        self.chosen = ValueBox(choices, name=name)
        self.chosen.setCurrentIndex(first)
        self.pane = PagesPane(name)
        self.pane.setMinimumHeight(_HIGH)
        self.size_label = Label("", Part.MUTED)
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chosen)
        column.addWidget(self.notice)
        column.addWidget(self.pane, 1)
        column.addWidget(self.size_label)
        self.chosen.activated.connect(lambda _: self.open())
        self.model.looked.connect(self._draw)
        self.model.drawn.connect(self._show)
        self.model.failed.connect(self._tell)
        self.pane.sized.connect(lambda per_cent, _: self.size_label.setText(isolate(f"{per_cent} %")))

    def open(self) -> None:
        """Show the chosen picture."""
        self.forget()
        picture = self._pictures[self.chosen.currentData()]
        if picture.file is None:
            told = self.tr("This picture is within a file of {number}. Look inside that file to see it.")
            self._tell(told.format(number=isolate(picture.exhibit.number)))
            return
        self.size_label.setText(self.tr("The file is being read\u2026"))
        self.model.open(picture.exhibit, picture.file)

    def forget(self) -> None:
        """End the reader; nothing of the picture stays."""
        self.model.close()
        self.notice.clear()
        self.pane.forget()
        self.size_label.setText("")

    def _draw(self, look: Look) -> None:
        if isinstance(look, DrawnPages):
            self.model.draw(look.page)
        else:
            self._tell(self.tr("This file is not drawn."))

    def _show(self, _page: int, picture: PagePicture) -> None:
        self.pane.show_picture(picture)

    def _tell(self, sentence: str) -> None:
        self.size_label.setText("")
        self.notice.tell(sentence, Tone.INFO)


class PairDialog(Dialog):
    """Shows two of the pictures that a mark finds alike. What they show, a person says."""

    def __init__(self, parent: QWidget, jobs: VaultJobs, pictures: Sequence[AlikePicture]) -> None:
        super().__init__(
            parent,
            self.tr("Alike pictures side by side"),
            self.tr("A mark that is computed from them finds them alike. They may be different."),
        )
        self.setMinimumWidth(1080)
        one = PictureSide(jobs, self.tr("First picture"), pictures, 0)
        other = PictureSide(jobs, self.tr("Second picture"), pictures, min(1, len(pictures) - 1))
        self.sides = (one, other)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        for side in self.sides:
            beside.addWidget(side, 1)
        smaller = button("", lambda: self._zoom(-1), icon="zoom-out", part="quiet")
        smaller.setAccessibleName(self.tr("Smaller"))
        larger = button("", lambda: self._zoom(1), icon="zoom-in", part="quiet")
        larger.setAccessibleName(self.tr("Larger"))
        whole = button("100 %", self._show_whole, part="quiet")
        fit = button(self.tr("&Fit"), self._fit, part="quiet")
        turn = button(self.tr("T&urn"), self._turn, part="quiet")
        self.body.addLayout(row(smaller, larger, whole, fit, turn, None))
        self.body.addLayout(beside, 1)
        self.main_button = button(self.tr("Close"), self.accept, part="primary")
        self.main_button.setDefault(True)
        self._outer.addLayout(row(None, self.main_button))
        for key, act in (
            *((key, lambda: self._zoom(1)) for key in shortcuts.LARGER),
            (shortcuts.SMALLER, lambda: self._zoom(-1)),
            (shortcuts.USUAL_SIZE, self._show_whole),
            (shortcuts.FIT, self._fit),
            (shortcuts.TURN, self._turn),
        ):
            on_key(self, key, act)
        self._move_together()
        for side in self.sides:
            self.finished.connect(lambda _, side=side: side.forget())
            side.open()

    def _zoom(self, by: int) -> None:
        self._both(lambda pane: pane.zoom(by))

    def _show_whole(self) -> None:
        self._both(PagesPane.show_whole)

    def _fit(self) -> None:
        self._both(PagesPane.fit)

    def _turn(self) -> None:
        self._both(PagesPane.turn)

    def _both(self, act: Callable[[PagesPane], None]) -> None:
        for side in self.sides:
            act(side.pane)

    def _move_together(self) -> None:
        """Where one picture is scrolled to, the other goes too: to the same part of its length."""
        one, other = (side.pane for side in self.sides)
        for a, b in (
            (one.horizontalScrollBar(), other.horizontalScrollBar()),
            (one.verticalScrollBar(), other.verticalScrollBar()),
        ):
            a.valueChanged.connect(lambda _, a=a, b=b: _follow(a, b))
            b.valueChanged.connect(lambda _, a=a, b=b: _follow(b, a))


def _follow(led: QScrollBar, follows: QScrollBar) -> None:
    if led.maximum() > 0 and follows.maximum() > 0:
        at = round(led.value() * follows.maximum() / led.maximum())
        blocked = follows.blockSignals(True)
        follows.setValue(at)
        follows.blockSignals(blocked)


def _named(picture: AlikePicture) -> str:
    return f"{isolate(picture.exhibit.number)}  {isolate_words(visible(picture.name))}"
