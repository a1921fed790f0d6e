"""A calendar that opens below a field by key, and closes when a day is chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ui import theme
from ui.labels.dates import calendar_locale
from ui.widgets import icons
from ui.widgets.basic import button, row


class Calendar(QFrame):
    """A month from which to choose a day: arrows and Enter, or a click; Esc closes it."""

    def __init__(
        self,
        field: QWidget,
        day: date,
        now_words: str,
        chosen: Callable[[date], None],
        write_now: Callable[[], None],
    ) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("part", "calendar")
        self._chosen, self._write_now = chosen, write_now
        self.month = QCalendarWidget()
        self.month.setAccessibleName(self.tr("Calendar"))
        self.month.setLocale(calendar_locale())
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._dress()
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.clicked.connect(self._take)
        self.month.activated.connect(self._take)
        self.now_button = button(now_words, self._take_now, part="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.month)
        column.addLayout(row(self.now_button, None))

    def _dress(self) -> None:
        """Draw it in the colours of the scheme: Qt's own are black arrows and a red weekend."""
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(theme.tokens().text))
        quiet.setForeground(QColor(theme.tokens().muted))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, plain)
        self.month.setHeaderTextFormat(quiet)
        arrows = (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right"))
        for name, arrow in arrows:
            if isinstance(found := self.month.findChild(QToolButton, name), QToolButton):
                found.setIcon(icons.icon(arrow))

    def open_below(self, line: QWidget) -> None:
        self.adjustSize()
        right = line.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = line.mapToGlobal(QPoint(line.width() - self.width() if right else 0, line.height() + 2))
        screen = line.screen().availableGeometry()
        below = corner.y() + self.height() <= screen.bottom()
        y = corner.y() if below else line.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2
        self.move(max(screen.left(), min(corner.x(), screen.right() - self.width())), max(screen.top(), y))
        self.show()
        self.month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _take(self, day: QDate) -> None:
        self.close()
        self._chosen(date(day.year(), day.month(), day.day()))

    def _take_now(self) -> None:
        self.close()
        self._write_now()
