"""What is open, beside the list of interviews. Its parts are made after the list, which is seen first."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from ui.interviews.account import AccountPage
from ui.interviews.elsewhere.model import TakingOverModel
from ui.interviews.elsewhere.view import TakingOverView
from ui.interviews.record_view import RecordView
from ui.interviews.view_model import InterviewsViewModel
from ui.pieces import Parts
from ui.text import translate
from ui.widgets.basic import EmptyState, Notice


class RightSide(QStackedWidget):
    """A record, a statement made elsewhere whose text is taken over, or nothing.

    record_made, copy_made: the part is there. made: all are. Whoever asks for a part has it at once.
    """

    record_made = Signal()
    copy_made = Signal()
    made = Signal()

    def __init__(self, model: InterviewsViewModel, taking_over: TakingOverModel, notice: Notice) -> None:
        super().__init__()
        self._model, self._taking_over, self._notice = model, taking_over, notice
        self.empty = EmptyState(
            "messages-square",
            translate("InterviewsView", "No interview is open"),
            translate("InterviewsView", "Choose one in the list, or enter a new one with Ctrl+N."),
        )
        self.addWidget(self.empty)
        self._record: RecordView | None = None
        self._copy: TakingOverView | None = None
        # To style the record takes as long as to make it.
        steps = (self._make_account, self._make_record, self._add_record, self._add_copy)
        self._parts = Parts(self, *steps, made=self.made.emit)

    @property
    def is_whole(self) -> bool:
        return self._parts.is_whole

    @property
    def record(self) -> RecordView:
        if self._record is None:
            self._parts.finish()
        return cast(RecordView, self._record)

    @property
    def copy(self) -> TakingOverView:
        if self._copy is None:
            self._parts.finish()
        return cast(TakingOverView, self._copy)

    def finish(self) -> None:
        """Make at once what is not made yet."""
        self._parts.finish()

    def _make_account(self) -> None:
        self._account = AccountPage(self._model)

    def _make_record(self) -> None:
        self._record = RecordView(self._model, self._account, self._notice)

    def _add_record(self) -> None:
        self.addWidget(self.record)
        self.record_made.emit()

    def _add_copy(self) -> None:
        self._copy = TakingOverView(self._taking_over, self._notice)
        self.addWidget(self.copy)
        self.copy_made.emit()
