"""Taking a transcript over into the open draft: the dialog, and what is said when its turns stand there."""

from PySide6.QtCore import QObject

from ui.interviews.account import AccountPage
from ui.interviews.transcripts.dialog import open_transcript
from ui.interviews.view_model import InterviewsViewModel
from ui.tones import Tone
from ui.widgets.basic import Notice


class TakingTranscript(QObject):
    """take: ask for the file. tell: the record was read again."""

    def __init__(self, model: InterviewsViewModel, account: AccountPage, notice: Notice) -> None:
        super().__init__(account)
        self._model, self._account, self._notice = model, account, notice
        self._count = 0

    def take(self) -> None:
        self._account.table.end_editing()
        record = self._model.record
        if record is None or not self._model.is_draft:
            return
        interview_id = record.interview.id
        dialog = open_transcript(self._account, self._model.jobs, interview_id)

        def taken() -> None:
            self._count = dialog.count
            self._model.open(interview_id)

        dialog.accepted.connect(taken)

    def tell(self) -> None:
        """Say how many turns were added, if any, and go to the first of them."""
        count, self._count = self._count, 0
        if count:
            told = self.tr("%n turn(s) were added from the transcript. Read them.", "", count)
            self._notice.tell(told, Tone.OK)
            self._account.go_to_last(count)
