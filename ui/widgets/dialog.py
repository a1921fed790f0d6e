"""Dialogs of one shape: a heading, a body, a notice for refusals, and the buttons at the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QVBoxLayout, QWidget

from thb_desktop.errors import ThbError
from ui import shortcuts
from ui.form_draft import FormDraft
from ui.text import isolate
from ui.tones import Tone
from ui.widgets import refusals
from ui.widgets.basic import Label, Notice, Part, announce, button, on_key, row
from ui.widgets.date_base import first_error
from ui.widgets.fields import fields_of
from ui.widgets.form import align
from ui.widgets.keeping import Keeper
from ui.widgets.scrolled import Scrolled

if TYPE_CHECKING:
    from ui.widgets.second_person import SecondPerson

FRAME = 40
"""Pixels of a screen reserved for the window frame of the desktop."""


class Dialog(QDialog):
    """A question with its answer. Enter presses the main button, Ctrl+Enter also in a field of several
    lines; Esc goes back.

    A dialog with fields calls `keep_typing` at the end of its constructor; one that takes a second person
    calls `wait_for`. It is centred over its window and as high as its text needs; on a screen that is too
    small, its body scrolls. `refuse_at` refuses a value at its field, `refuse` the whole. While the vault
    works, `begin_work` says so and locks the fields. Afterwards the cursor returns to where it was.
    """

    def __init__(self, parent: QWidget | None, heading: str, sentence: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("THB Desktop"))
        self.setAccessibleName(heading)
        self.setMinimumWidth(480)
        self.keeper: Keeper | None = None
        self.awaits_paper = False
        """Whether it shows something once that nobody has on paper yet: the lock waits for it."""
        self._may_take: Callable[[], bool] = lambda: True
        self._needed = 0
        self._wished = QSize()
        self._stands = False
        self._wished_corner: QPoint | None = None
        """Where it is to stand, until the window manager has put it there: Qt tells (0, 0) before that."""
        self._works = False
        # No field of another part may be an attribute of this form: a draft would treat it as its own.
        self._go_on_typing: Callable[[], object] = lambda: None
        came_from = parent.window().focusWidget() if parent else None
        self.finished.connect(lambda _: give_back(came_from, parent))
        self.finished.connect(self.deleteLater)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 20, 24, 18)
        self._outer.setSpacing(12)
        self.heading = Label(heading, Part.HEADING, wrap=True)
        self._outer.addWidget(self.heading)
        if sentence:
            self._outer.addWidget(Label(sentence, Part.MUTED, wrap=True))
        self.area = Scrolled(heading)
        self.body = self.area.column
        self._outer.addWidget(self.area, 1)
        self.notice = Notice()
        self._outer.addWidget(self.notice)
        self.work_label = Label("", Part.MUTED, wrap=True)
        self.work_bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self.work_bar.setAccessibleName(self.tr("In progress"))
        for part in (self.work_label, self.work_bar):
            part.hide()
            self._outer.addWidget(part)
        on_key(self, shortcuts.QUIT, self._tell_open)

    def finish_with(
        self,
        main: str,
        *,
        icon: str = "",
        back: str = "",
        danger: bool = False,
        doubtful: bool = False,
        aside: QWidget | None = None,
    ) -> None:
        """Put the buttons at the end; the main one calls `take`, if every date can be read.

        No habit of the keys confirms what is dangerous or doubtful. aside: a button that stands before them.
        """
        self.main_button = button(main, self._take_main, icon=icon, part="danger" if danger else "primary")
        self.main_button.setDefault(True)
        if not (danger or doubtful):
            on_key(self, shortcuts.NEXT, self.main_button.click)
        self.back_button = button(back or self.tr("Cancel"), self.reject)
        self.start_over_button = button(self.tr("Start over"), self._start_over, icon="undo-2", part="quiet")
        self.start_over_button.hide()
        self._outer.addSpacing(4)
        before = (self.start_over_button,) if aside is None else (self.start_over_button, aside)
        self._outer.addLayout(row(*before, None, self.back_button, self.main_button))

    def keep_typing(self, draft: FormDraft) -> None:
        """Save the typed text as a draft at each pause, on Esc and on the lock, and show an earlier draft
        now.

        After the main button succeeded, the draft is deleted.
        """
        self.setObjectName(draft.form)
        self.keeper = Keeper(self, draft)
        self.keeper.restored.connect(self._tell_restored)
        self.keeper.failed.connect(lambda sentence: self.notice.tell(sentence, Tone.WARN))
        self.keeper.mended.connect(self.notice.clear)
        self.accepted.connect(self.keeper.give_up)
        self.rejected.connect(self.keeper.leave)

    def wait_for(self, second: "SecondPerson") -> None:
        """Disable the main button until the vault has returned the possible second persons."""
        self._may_take = lambda: second.is_known
        second.asked.connect(self.let_take)
        second.ready.connect(self.let_take)
        self.let_take()

    def let_take(self) -> None:
        """Enable the main button if the second person is known or none is needed."""
        self.main_button.setEnabled(self._may_take() and not self._works)

    def _take_main(self) -> None:
        refusals.take_back(self)
        unread = first_error(self)
        if unread is None:
            self.take()
        else:
            self.refuse_at(unread, unread.error())

    def take(self) -> None:
        """The main button was pressed."""
        self.accept()

    def _tell_restored(self) -> None:
        self.start_over_button.show()
        self.notice.tell(self.tr("This was typed before and not saved. It is shown again."), Tone.INFO)

    def _tell_open(self) -> None:
        """The key that closes the program was pressed: it waits for the answer to this dialog."""
        if self._works:
            return
        kept = self.keeper is not None
        told = (
            self.tr(
                "This is still open. Esc leaves it and keeps what is typed; then {key} closes the program."
            )
            if kept
            else self.tr("This is still open. Esc leaves it; then {key} closes the program.")
        )
        self.notice.tell(told.format(key=isolate(shortcuts.shown(shortcuts.QUIT))), Tone.INFO)

    def _start_over(self) -> None:
        if self.keeper is not None:
            self.keeper.start_over()
        self.start_over_button.hide()
        self.notice.clear()

    def refused_by(self, error: ThbError) -> None:
        """Clear the secrets that have to be typed again after this refusal, before it is shown."""

    def refuse(self, sentence: str) -> None:
        """Show why it failed; the typed text stays."""
        self._end_work()
        self.notice.tell(sentence, Tone.BAD)

    def refuse_at(self, field: QWidget | str, sentence: str) -> None:
        """Show beside a field why its value is refused, and go there; the typed text stays.

        field: itself, or its name in the form (see `fields`).
        """
        self._end_work()
        self.notice.clear()
        refusals.refuse_at(fields_of(self)[field] if isinstance(field, str) else field, sentence)

    def lacks(self, *wanted: tuple[QWidget, str]) -> bool:
        """Refuse at the first of these fields that is empty, with its sentence; return whether there
        was one.
        """
        self.notice.clear()
        return refusals.lacks(*wanted)

    def lacks_second(self, second: "SecondPerson") -> bool:
        """The same for the fields of the second person."""
        lack = second.lack()
        if lack is not None:
            self.refuse_at(*lack)
        return lack is not None

    def begin_work(self, sentence: str = "") -> None:
        """Show what is being done, and lock the fields until it is done or refused."""
        self._works = True
        typed_in = self.focusWidget()
        self._go_on_typing = lambda: _go_to(typed_in)
        self.notice.clear()
        self.work_label.setText(sentence or self.tr("Working\u2026"))
        self._show_work()
        announce(self.work_label)

    def _end_work(self) -> None:
        if self._works:
            self._works = False
            self._show_work()
            self._go_on_typing()

    def _show_work(self) -> None:
        for part in (self.work_label, self.work_bar):
            part.setVisible(self._works)
        self.area.setEnabled(not self._works)
        self.back_button.setEnabled(not self._works)
        self.let_take()

    def reject(self) -> None:
        """Go back, unless work is running that would be done all the same."""
        if not self._works:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        self._fit_height()
        self._stand_over_its_window()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        told = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit_height()
        elif event.type() is QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self._take_corner)
        return told

    def most_height(self) -> int:
        """Return the height available on its screen."""
        return self.screen().availableGeometry().height() - FRAME

    def _stand_over_its_window(self) -> None:
        """Centre it over its window, within the screen."""
        owner = self.parentWidget()
        if owner is None or self._stands:
            return
        self._stands = True
        place = QRect(QPoint(), self.size())
        place.moveCenter(owner.window().geometry().center())
        self._wished_corner = place.topLeft()
        self._move_to(self._wished_corner)

    def _take_corner(self) -> None:
        """From now on it stands where a person moves it."""
        self._wished_corner = None

    def _move_to(self, corner: QPoint) -> None:
        """Move it there, or as near as the screen shows it completely, its title included."""
        edge, title = FRAME // 4, FRAME // 2
        room = self.screen().availableGeometry().adjusted(edge, title, -edge - self.width(), -self.height())
        left = max(room.left(), min(corner.x(), room.right()))
        # Some window managers put the title above the place that is asked for.
        self.move(left, max(room.top(), min(corner.y(), room.bottom() - title)))

    def _fit_height(self) -> None:
        """As high as its content, and never higher than the screen."""
        align(self)
        layout = self._outer
        if not self._needed and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self._wished = self.size()
        width = max(self._wished.width(), self.minimumWidth(), layout.totalSizeHint().width())
        if self._needed:
            # Later messages make it higher, not wider.
            width = max(self.width(), layout.totalMinimumSize().width())
        width = min(width, self.screen().availableGeometry().width() - FRAME)
        needed = layout.totalHeightForWidth(width)
        if needed == self._needed and width == self.width():
            return
        self._needed = needed
        self.resize(width, min(max(needed, self._wished.height()), self.most_height()))
        if self._stands:
            self._move_to(self._wished_corner or self.pos())


def _go_to(field: QWidget | None) -> bool:
    """Put the cursor there; False if the widget is gone, hidden or disabled."""
    there = field is not None and shiboken6.isValid(field) and field.isVisible() and field.isEnabled()
    if there and field is not None:
        field.setFocus()
    return there


def give_back(came_from: QWidget | None, parent: QWidget | None) -> None:
    """After a dialog is closed, put the cursor where it was; if that is gone, into the same page.

    A page that got its list while the dialog stood has its cursor already: it was not in the page before.
    """

    def go() -> None:
        modal = QApplication.activeModalWidget()
        if modal is not None and (parent is None or modal is not parent.window()):
            return
        page = _page_of(parent)
        now = page.window().focusWidget() if page is not None else None
        went = page is not None and now is not None and page.isAncestorOf(now)
        if went and not _is_in(page, came_from) and _go_to(now):
            return
        if not _go_to(came_from) and page is not None:
            page.take_focus()  # type: ignore[attr-defined]  # `_page_of` looked for it

    QTimer.singleShot(0, go)


def _page_of(inner: QWidget | None) -> QWidget | None:
    """Return the part around a widget that can take the cursor itself."""
    while inner is not None and shiboken6.isValid(inner):
        if getattr(inner, "take_focus", None) is not None:
            return inner
        inner = inner.parentWidget()
    return None


def _is_in(page: QWidget | None, inner: QWidget | None) -> bool:
    there = page is not None and inner is not None and shiboken6.isValid(inner)
    return there and (page is inner or page.isAncestorOf(inner))  # type: ignore[union-attr, arg-type]  # `there`
