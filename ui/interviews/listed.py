"""The list of interviews is read page by page; the record that is open is chosen once its page is there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.interviews.opened import refers_to
from ui.labels import language_name, words
from ui.paging import MANY, Paging
from ui.rows import Column, RowsModel
from ui.text import translate
from ui.transcript.states import tone_of_record
from ui.widgets.table import RecordTable

if TYPE_CHECKING:
    from thb_desktop.services.testimony.interview_lists import InterviewSummary


class Listed(QObject):
    """The rows of a table, and the pages of which they are. What it chooses, the table does not tell."""

    def __init__(self, table: RecordTable, rows: "RowsModel[InterviewSummary]", pages: Paging) -> None:
        super().__init__(table)
        self._table, self._rows, self._pages = table, rows, pages
        self._sought = ""
        """The record to choose when its page arrives."""
        rows.wants_more.connect(pages.more)
        table.horizontalHeader().sortIndicatorChanged.connect(lambda *_: self._read_on())

    def show(
        self, found: "tuple[InterviewSummary, ...]", first: bool, sought: str
    ) -> "InterviewSummary | None":
        """Show the rows of a page, and choose the sought record, or the first where none is sought or found.

        first: whether they begin the list. Return what was chosen; None while the list goes on.
        """
        is_awaited = first or bool(self._sought)
        self._sought = sought if first else self._sought
        self._table.blockSignals(True)
        (self._rows.show_rows if first else self._rows.add_rows)(found, more=self._pages.has_more)
        at = self._row_of(self._sought) if self._sought else 0
        goes_on = at < 0 and self._pages.has_more
        chosen = max(0, at) if is_awaited and self._rows.rows and not goes_on else -1
        self._table.choose_row(chosen)
        self._table.blockSignals(False)
        if not goes_on:
            self._sought = ""
        self._read_on()
        return None if chosen < 0 else self._rows.rows[chosen]

    def choose(self, record: str) -> None:
        """Choose this record, if it is listed, or once it is."""
        at = self._row_of(record)
        self._sought = record if at < 0 and self._pages.has_more else ""
        self._table.blockSignals(True)
        self._table.choose_row(at)
        self._table.blockSignals(False)
        self._read_on()

    def _row_of(self, record: str) -> int:
        return self._rows.row_of(lambda summary: summary.interview.id == record)

    def _read_on(self) -> None:
        """Read the rest of the list for an order, or until the sought record is found."""
        if self._sought or self._rows.is_sorted:
            self._pages.more(MANY)


def interview_columns() -> "tuple[Column[InterviewSummary], ...]":
    return (
        Column["InterviewSummary"](
            title=translate("InterviewsView", "No."),
            read=lambda found: found.interview.number,
            width=72,
            exact=True,
        ),
        Column["InterviewSummary"](
            title=translate("InterviewsView", "Person"), read=lambda found: found.person, width=96, exact=True
        ),
        Column["InterviewSummary"](
            title=translate("InterviewsView", "Language"),
            read=lambda found: language_name(found.interview.language),
            width=86,
            spare=2,
        ),
        Column["InterviewSummary"](
            title=translate("InterviewsView", "State"),
            read=lambda found: words(found.state),
            tone=lambda found: tone_of_record(found.state),
        ),
        Column["InterviewSummary"](
            title="", read=lambda found: refers_to(found.interview, found.about), width=110, spare=1
        ),
    )
