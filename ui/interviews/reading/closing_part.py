"""The closing list beside the open record: when it is shown, what it tells, and how many items it has."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.domain.vocabulary import AuthoritativeText
from thb_desktop.findings import Finding, Standing
from ui import shortcuts
from ui.interviews.head import RecordHead
from ui.interviews.reading.closing_list import ClosingList
from ui.interviews.sign_record import read_back_dialog
from ui.interviews.view_model import InterviewsViewModel
from ui.labels.findings import finding_text_in
from ui.text import as_plain_tip, isolate
from ui.tones import Tone
from ui.widgets.basic import Notice, rename

_EARLIER_TEXT = "V-I-06.earlier-text"
_LATE = "V-I-07.late"
_UNWRITTEN = "V-I-18"


class ClosingPart(QObject):
    """Before the reading back the list is put away until it is asked for; the button of the head tells how
    many items it has. turned: it was brought or put away.
    """

    turned = Signal()

    def __init__(
        self, model: InterviewsViewModel, head: RecordHead, closing: ClosingList, notice: Notice
    ) -> None:
        super().__init__(closing)
        self._model, self._head, self._list, self._notice = model, head, closing, notice
        self._is_asked_for = False
        self._late: set[Finding] = set()
        """What is known of corrections after the end of the reading back."""
        self._earlier: set[Finding] = set()
        """What is known of signatures that were given to an earlier text."""
        self._list.hide()
        head.missing_button.clicked.connect(lambda _: self._turn())
        model.reading.checked.connect(self.take)
        model.desk.added_row.connect(self._ask_again)
        model.desk.acts.done.connect(lambda _: self._ask_of_words())
        for entered in (model.transcript.added, model.transcript.saved):
            entered.connect(lambda _: self._ask_of_words())

    def offer(self, record: InterviewInFull | None, *, signs: bool) -> None:
        """Offer the list to who can do something about it: always before the signature, and if it was asked
        for before the reading back.
        """
        reading, edits = self._model.reading, self._model.can_edit
        is_due = reading.is_due
        is_note = record is not None and record.interview.rectifies_id is not None
        before_signing = reading.signs_next and (self._model.may_edit or signs)
        self._head.missing_button.setVisible(is_due)
        self._list.setVisible(before_signing or (is_due and self._is_asked_for))
        self._list.offer(edits=edits, signs=signs, is_note=is_note)
        self._list.name_step(is_due=is_due)
        if record is not None and record.taken_over is not None:
            self._list.leave_out_hand()

    def take(self, findings: tuple[Finding, ...]) -> None:
        """Show what the rules find; the record can be signed where nothing stops it. That what was signed by
        hand is an earlier text is said as soon as it is so.
        """
        record, reading = self._model.record, self._model.reading
        self._tell_late(record, {each for each in findings if each.key == _LATE})
        earlier = {each for each in findings if each.key == _EARLIER_TEXT}
        for told in sorted(earlier - self._earlier, key=lambda each: each.about)[:1]:
            self._notice.tell(finding_text_in(record, told), Tone.WARN)
        self._earlier = earlier
        self._list.show_findings(record, findings)
        if reading.is_due:
            self._tell_count(len(findings))
        if reading.signs_next:
            stops = any(each.standing is Standing.BROKEN for each in findings)
            self._head.close_button.setEnabled(not stops)
            self._head.close_button.setToolTip(
                self.tr("Something stops the signature: see the closing list.") if stops else ""
            )

    def go_on(self) -> None:
        """Go to the next item; before the reading back, bring the list first."""
        if self._list.isHidden() and self._model.reading.is_due:
            self._turn()
        elif not self._list.isHidden():
            self._model.reading.look_now()
            self._list.go_on()

    def read_back(self, findings: Sequence[Finding]) -> None:
        """Ask how the record was read back; what nobody could mend afterwards is said instead, and shown."""
        record = self._model.record
        if record is None:
            return
        stops = next((each for each in findings if each.code == _UNWRITTEN), None)
        if stops is None:
            read_back_dialog(self._list.window(), self._model, record, findings).open()
            return
        if self._list.isHidden():
            self._turn()
        self._list.go_to(stops)
        self._notice.tell(finding_text_in(record, stops), Tone.BAD)

    def put_away(self) -> None:
        """Something else takes its place beside the turns."""
        if self._model.reading.is_due and not self._list.isHidden():
            self._turn()

    def _turn(self) -> None:
        self._is_asked_for = self._list.isHidden()
        self._list.setVisible(self._is_asked_for)
        self._head.missing_button.setChecked(self._is_asked_for)
        self.turned.emit()
        if self._is_asked_for:
            self._list.go_on()

    def _ask_again(self) -> None:
        """A code entered a formality."""
        if self._model.reading.is_due:
            self._model.reading.look_later()

    def _tell_late(self, record: InterviewInFull | None, late: set[Finding]) -> None:
        """A correction is later than the end that was entered: when the reading ended, the clerk says."""
        ended = record is not None and record.interview.readback_ended_at is not None
        if ended and late - self._late:
            told = self.tr(
                "A correction is later than the end of the reading back that is entered. If the reading back "
                "went on, enter its later end: {button}"
            )
            self._notice.tell(told.format(button=self._list.answers_button.text()), Tone.WARN)
        self._late = late

    def _ask_of_words(self) -> None:
        """A turn was entered or changed: it may lack the authoritative text, or have it now."""
        record = self._model.record
        binding = record.interview.authoritative_text if record is not None else None
        if binding is AuthoritativeText.SOURCE_LANGUAGE:
            self._ask_again()

    def _tell_count(self, count: int) -> None:
        button = self._head.missing_button
        rename(button, self.tr("Missing: {count}").format(count=isolate(str(count))))
        key = shortcuts.chosen(shortcuts.CLOSING)
        told = self.tr("What can be entered before the reading back, and is not: {key} goes to the next item")
        tip = told.format(key=key)
        button.setToolTip(as_plain_tip(tip))
        button.setChecked(self._is_asked_for)
