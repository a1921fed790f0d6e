"""Below the turns of a job that is revised: agree by a key, or dispute; both versions stand side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import RenderingVersion, RevisionVerdict
from thb_desktop.domain.vocabulary import VerdictKind
from thb_desktop.domain.word_difference import Change, difference
from ui.assignment.model import AssignmentModel
from ui.assignment.revision import RevisionModel, is_dispute
from ui.clock import when_here
from ui.labels import words
from ui.language_work.compared_text import ComparedText, two_versions
from ui.language_work.undrawn import UndrawnTold
from ui.text import isolate, isolate_words, language_is_right_to_left
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Card, Chip, Label, Part, button, row, show_if
from ui.widgets.dialog import Dialog
from ui.widgets.elided import ElidedLabel
from ui.widgets.form import Form
from ui.widgets.questions import Question
from ui.widgets.text_edit import PlainTextEdit


class Revising(QWidget):
    """The word of the second linguist on the chosen turn."""

    def __init__(self, model: AssignmentModel, table: SegmentTable) -> None:
        super().__init__()
        self._model, self._table = model, table
        self.model = RevisionModel(model)
        self.told = ElidedLabel("", Part.MUTED)
        self.word = Chip()
        self.agree_button = button(self.tr("&Agree, go on"), self.agree, icon="check", part="primary")
        self.dispute_button = button(self.tr("&Dispute\u2026"), self.dispute, icon="gavel")
        line = row(self.word, self.told, self.dispute_button, self.agree_button)
        line.setStretch(1, 1)
        self.both = QWidget()
        pair = QHBoxLayout(self.both)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(10)
        self.theirs, self.own = Side(), Side()
        pair.addWidget(self.theirs, 1)
        pair.addWidget(self.own, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.both)
        column.addLayout(line)
        self.hide()
        self.model.began.connect(self._begin)
        self.model.said.connect(lambda _: self.show_turn())
        table.selectionModel().currentRowChanged.connect(lambda *_: self.show_turn())

    def press(self, place: int) -> None:
        """Do what the first or the second of the numbered keys does here."""
        for each in (self.agree_button, self.dispute_button)[place : place + 1]:
            each.click()

    def agree(self) -> None:
        """Agree with the chosen turn, and go to the next one that waits. A dispute of one's own that stands
        is not taken back by the same key: it asks first.
        """
        version = self._version()
        if version is None:
            return
        self._table.end_editing()
        if not is_dispute(self.model.verdict_on(version.segment_id)) or self.model.waits(version.segment_id):
            self.model.say(version, VerdictKind.AGREES, self.go_on)
            return
        asked = Question(
            self,
            self.tr("Agree with a turn that you dispute?"),
            self.tr("Your last word counts: then your dispute no longer does. Both stay readable."),
            self.tr("&Agree with it"),
            doubtful=True,
        )
        asked.accepted.connect(lambda: self.model.say(version, VerdictKind.AGREES, self.go_on))
        asked.open()

    def dispute(self) -> None:
        version = self._version()
        if version is not None:
            self._table.end_editing()
            DisputeDialog(self, self._model, self.model, version).open()

    def go_on(self) -> None:
        """Go to the next turn that waits for a word."""
        number = self.model.next_waiting(self._table.row())
        if number >= 0:
            self._table.setCurrentIndex(self._model.rows.index(number, At.RIGHT))
        self._table.setFocus()
        self.show_turn()

    def show_turn(self) -> None:
        """Show what is said of the chosen turn, and how far the revision is."""
        found = self._model.found
        if not self.model.revises or found is None:
            return
        version = self._version()
        for each in (self.agree_button, self.dispute_button):
            each.setEnabled(version is not None)
        segment_id = self._chosen()
        said = self.model.verdict_on(segment_id) if segment_id is not None else None
        told, tone = self._word(version, said)
        self.word.show_as(told, tone)
        done, able = self.model.counts
        progress = self.tr("You revise the work of {name}. Turns: {done} of {all}")
        self.told.setText(
            progress.format(name=isolate_words(found.author), done=isolate(str(done)), all=isolate(str(able)))
        )
        newest = self._model.newest_of(segment_id) if segment_id is not None else None
        show_if(self.both, is_dispute(said))
        if said is not None and newest is not None and is_dispute(said):
            self._show_both(newest, said, found.author)

    def _show_both(self, version: RenderingVersion, said: RevisionVerdict, author: str) -> None:
        pieces, language = difference(version.text, said.own_text), self._model.rows.right
        self.theirs.head.setText(
            self.tr("{name}, version {number}").format(
                name=isolate_words(author), number=isolate(str(version.number))
            )
        )
        self.theirs.text.show_pieces([each for each in pieces if each.change is not Change.ADDED], language)
        self.own.head.setText(
            self.tr("Your version, {at}: {reason}").format(
                at=isolate(when_here(said.at)), reason=isolate_words(said.reason)
            )
        )
        self.own.text.show_pieces([each for each in pieces if each.change is not Change.REMOVED], language)

    def _word(self, version: RenderingVersion | None, said: RevisionVerdict | None) -> tuple[str, Tone]:
        segment_id = self._chosen()
        if segment_id is None or segment_id not in self._model.rows.due:
            return "", Tone.PLAIN
        if version is None:
            return self.tr("Not signed by its author: nothing to revise"), Tone.WARN
        if said is None and self.model.disputed_before(segment_id):
            return self.tr("You disputed these words in a former version"), Tone.BAD
        if said is None:
            return self.tr("You said nothing yet"), Tone.WARN
        if self.model.waits(segment_id):
            return self.tr("Changed since you said: {word}").format(word=words(said.kind).lower()), Tone.WARN
        return words(said.kind), Tone.BAD if is_dispute(said) else Tone.OK

    def _begin(self) -> None:
        self.show()
        self.show_turn()

    def _chosen(self) -> SegmentId | None:
        number, rows = self._table.row(), self._model.rows.rows
        return rows[number].segment.id if 0 <= number < len(rows) else None

    def _version(self) -> RenderingVersion | None:
        segment_id = self._chosen()
        return self.model.version_at(segment_id) if segment_id is not None else None


class Side(Card):
    """One of two versions, with what the other has not struck or underlined."""

    def __init__(self) -> None:
        super().__init__(spacing=4, margin=10)
        self.head = Label("", Part.MUTED, wrap=True)
        self.text = ComparedText("")
        self.body.addWidget(self.head)
        self.body.addWidget(self.text)
        self.body.addStretch(1)


class DisputeDialog(Dialog):
    """Takes the own version and the reason; what differs is shown while it is typed."""

    def __init__(
        self, parent: QWidget, model: AssignmentModel, revision: RevisionModel, version: RenderingVersion
    ) -> None:
        label = isolate(model.labels.get(version.segment_id, ""))
        super().__init__(
            parent,
            self.tr("Dispute turn {turn}").format(turn=label),
            self.tr(
                "Both versions are kept and printed in the turn, with your reason. Your last word counts."
            ),
        )
        self.setMinimumWidth(760)
        self._model, self._revision, self._version = model, revision, version
        self._language = model.rows.right
        self.source = ComparedText(self.tr("Source"))
        turn = next(each for each in model.rows.rows if each.segment.id == version.segment_id)
        source = model.turns.sources.get(version.segment_id, "") if model.turns is not None else ""
        self.source.show_plain(source, model.rows.language_of_source(turn))
        self.differs = ComparedText(self.tr("What differs"))
        self.own = PlainTextEdit("", lines=4)
        right = language_is_right_to_left(self._language)
        self.own.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        said = revision.verdict_on(version.segment_id)
        before = said if is_dispute(said) else revision.disputed_before(version.segment_id)
        self.own.setPlainText(before.own_text if before is not None else version.text)
        self.reason = PlainTextEdit("", lines=2)
        form = Form()
        theirs, own = (self.tr("Version"), version.text), (self.tr("Your &version"), self.own)
        self.body.addWidget(Label(self.tr("Source"), Part.MUTED))
        self.body.addWidget(self.source)
        self.body.addLayout(two_versions(theirs, own, self._language))
        form.add(self.tr("What differs"), self.differs)
        form.add(self.tr("&Reason"), self.reason)
        self.body.addLayout(form)
        self.finish_with(self.tr("&Keep the dispute"), icon="gavel")
        self._undrawn = UndrawnTold(self.notice)
        self.own.textChanged.connect(self._compare)
        self._compare()
        self.keep_typing(model.draft("assignment.dispute", version.id))
        # What is typed next stands next, not what is only read.
        self.setTabOrder(self.own, self.reason)
        self.own.setFocus()

    def take(self) -> None:
        own = self.own.toPlainText().strip()
        wanted = (self.own, self.tr("A dispute needs a version of one's own."))
        if self.lacks(wanted, (self.reason, self.tr("A reason is needed. Please write why."))):
            return
        if own == self._version.text.strip():
            self.refuse_at(self.own, self.tr("These are the words of the version: change them, or agree."))
            return
        reason = self.reason.toPlainText().strip()
        if self._undrawn.stops(own, reason):
            return
        self.begin_work()
        with self._model.answering(self):
            self._revision.say(self._version, VerdictKind.DISPUTES, own_text=own, reason=reason)

    def _compare(self) -> None:
        self.differs.show_pieces(difference(self._version.text, self.own.toPlainText()), self._language)
