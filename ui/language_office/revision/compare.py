"""One turn in all its versions: two side by side with what differs, and the word of a second linguist."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from thb_desktop.domain.ids import JobId, SegmentId
from thb_desktop.domain.interview_record import SegmentInFull
from thb_desktop.domain.language_states import JobInFull, WorkState
from thb_desktop.domain.language_work import RenderingVersion
from thb_desktop.domain.vocabulary import RenderingState, VerdictKind
from thb_desktop.domain.word_difference import Change, Piece, difference
from thb_desktop.services.language.overview import OpenJob
from ui import shortcuts
from ui.labels import language_name, words
from ui.language_office.job_model import JobModel
from ui.language_office.revision.side_by_side import (
    Wording,
    differing,
    disputes_of,
    name_of,
    newest_of,
    wordings_of,
)
from ui.language_office.revision.verdict import VerdictDialog
from ui.language_work.compared_text import ComparedText
from ui.language_work.rows import TONES
from ui.rows import Column, RowsModel
from ui.text import isolate, isolate_words
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Notice, Part, button, on_key, row
from ui.widgets.choices import ValueBox
from ui.widgets.scrolled import Scrolled
from ui.widgets.table import RecordTable

TURNS = 316
"""Pixels of the list of turns."""


class CompareView(QWidget):
    """wants_back: to the job. wants_other: another job on the record, to be read."""

    wants_back = Signal()
    wants_other = Signal(str)

    def __init__(self, model: JobModel, notice: Notice) -> None:
        super().__init__()
        self.model, self.notice = model, notice
        self._others: dict[JobId, JobInFull] = {}
        self._wordings: tuple[Wording, ...] = ()
        self._picked = ""
        self.rows: RowsModel[SegmentId] = RowsModel(
            (
                Column(title=self.tr("Turn"), read=self._label, width=70, exact=True),
                Column(title=self.tr("State"), read=self._state, tone=self._tone),
            ),
            self,
        )
        self.list = RecordTable(self.rows, self.tr("Turns"))
        self.list.setFixedWidth(TURNS)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        across.addWidget(self.list)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(self._head())
        self.area = Scrolled(self.tr("Versions of the turn"))
        right.addWidget(self.area, 1)
        right.addLayout(self._foot())
        across.addLayout(right, 1)
        self._cards()
        self._listen()

    def _head(self) -> QHBoxLayout:
        self.back_button = button(self.tr("&Job"), self.wants_back.emit, icon="chevron-left", part="quiet")
        self.heading = Label("", Part.HEADING)
        self.beside = ValueBox((), name=self.tr("Compare with"))
        label = Label(self.tr("&Compare with"), Part.MUTED)
        label.setBuddy(self.beside)
        return row(self.back_button, self.heading, None, label, self.beside)

    def _foot(self) -> QHBoxLayout:
        self.agree_button = button(
            self.tr("&Agree as second linguist\u2026"), lambda: self._give(VerdictKind.AGREES), icon="check"
        )
        self.dispute_button = button(
            self.tr("&Dispute as second linguist\u2026"),
            lambda: self._give(VerdictKind.DISPUTES),
            icon="gavel",
        )
        told = self.tr("A dispute of the last version is printed with it, and with its reason.")
        foot = row(self.agree_button, self.dispute_button, Label(told, Part.MUTED, wrap=True))
        foot.setStretch(2, 1)
        return foot

    def _cards(self) -> None:
        column = self.area.column
        self.before = Label("", Part.MUTED, wrap=True)
        self.source_card = Card(spacing=6, margin=14)
        self.source_head, self.source = Label("", Part.HEADING), ComparedText(self.tr("Source"))
        self.source_card.body.addWidget(self.source_head)
        self.source_card.body.addWidget(self.source)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        self.first, self.second = WordingCard(), WordingCard()
        pair.addWidget(self.first, 1)
        pair.addWidget(self.second, 1)
        self.differs_card = Card(spacing=6, margin=14)
        self.differs = Label("", Part.HEADING)
        self.differences = Label("", wrap=True).selectable()
        self.said = Label("", wrap=True).selectable()
        for part in (self.differs, self.differences, self.said):
            self.differs_card.body.addWidget(part)
        self.all_card = Card(spacing=6, margin=14)
        self.all_card.body.addLayout(
            row(
                Label(self.tr("All versions"), Part.HEADING),
                None,
                Label(self.tr("only added to, never changed"), Part.MUTED),
            )
        )
        self.versions: RowsModel[Wording] = RowsModel(
            (
                Column(title=self.tr("Version"), read=lambda each: each.called, width=150),
                Column(title=self.tr("Whose, and when"), read=lambda each: each.told, width=250),
                Column(title=self.tr("Words"), read=lambda each: each.text),
                Column(
                    title=self.tr("State"),
                    read=lambda each: each.state[0],
                    width=226,
                    tone=lambda each: each.state[1],
                ),
            ),
            self,
        )
        self.versions_table = RecordTable(self.versions, self.tr("All versions"), wrap=True)
        self.versions_table.setMinimumHeight(150)
        self.all_card.body.addWidget(self.versions_table)
        column.addWidget(self.before)
        column.addWidget(self.source_card)
        column.addLayout(pair)
        column.addWidget(self.differs_card)
        column.addWidget(self.all_card)
        column.addStretch(1)

    def _listen(self) -> None:
        self.list.chosen.connect(lambda _: self._show_turn())
        self.beside.activated.connect(lambda _: self._pick())
        self.model.shown_turn.connect(lambda segment: self._show_turn() if segment == self.chosen() else None)
        on_key(self, "Esc", self.wants_back.emit)
        # A key that is held says nothing of the next turn.
        for key, said in (("Alt+1", self.agree_button), ("Alt+2", self.dispute_button)):
            on_key(self, key, said.click).setAutoRepeat(False)
        on_key(self, shortcuts.NEXT_TO_DO, self.go_on)

    def chosen(self) -> SegmentId | None:
        found = self.list.current_record()
        return SegmentId(found) if isinstance(found, str) else None

    def show_job(self, found: OpenJob, segment_id: SegmentId | None) -> None:
        """Show the turns of a job, and this one of them; read the other jobs into the same language."""
        self._others = {}
        due = [each.segment.id for each in found.segments if each.segment.id in found.work.sources]
        self.rows.show_rows(due)
        self.list.choose_row(max(0, due.index(segment_id) if segment_id in due else 0))
        for each in found.others:
            if each.target_language == found.job.target_language and not each.struck:
                self.wants_other.emit(each.id)
        for part in (self.agree_button, self.dispute_button):
            part.setVisible(self.model.may_work)
        self.list.setFocus()
        self._show_turn()

    def take_other(self, work: JobInFull) -> None:
        """Take another job on the record, whose versions can stand beside."""
        self._others[work.job.id] = work
        self._show_turn()

    def go_on(self) -> None:
        """Go to the next turn that somebody disputes, or that nobody compared yet."""
        settled = (WorkState.REVISED, WorkState.CERTIFIED)
        count, at = self.rows.rowCount(), self.list.currentIndex().row()
        for number in (*range(at + 1, count), *range(at + 1)):
            if self.model.rows.state_of(self.rows.rows[number]) not in settled:
                self.list.choose_row(number)
                return

    def _show_turn(self) -> None:
        found, segment_id = self.model.found, self.chosen()
        if found is None or segment_id is None or segment_id not in found.work.sources:
            return
        full = next(each for each in found.segments if each.segment.id == segment_id)
        at = found.segments.index(full)
        former = found.segments[at - 1] if at else None
        said = _said_in(former) if former is not None else ""
        self.before.setVisible(bool(said))
        if former is not None:
            told = self.tr("Before, {turn}: {words}")
            self.before.setText(told.format(turn=isolate(former.label), words=isolate_words(said)))
        number = self.model.rows.row_of(segment_id)
        language = self.model.rows.language_of_source(self.model.rows.rows[number])
        self.heading.setText(isolate(f"{found.job.number}  \u00b7  {full.label}"))
        self.source_head.setText(self.tr("Source, {language}").format(language=language_name(language)))
        self.source.show_plain(found.work.sources[segment_id], language)
        self._wordings = tuple(wordings_of(found, segment_id, self._others.values()))
        self.versions.show_rows(self._wordings)
        self.versions_table.setMinimumHeight(min(260, 50 + 34 * len(self._wordings)))
        self.beside.clear()
        for each in self._wordings[1:]:
            self.beside.addItem(each.called, each.key)
        # A dispute stands first; another wording is shown where a person chose it.
        self.beside.setCurrentIndex(max(0, self.beside.findData(self._picked)) if self.beside.count() else -1)
        self.beside.setEnabled(self.beside.count() > 0)
        self._show_pair()
        version = newest_of(found.work, segment_id)
        state = found.states[version.id] if version is not None else None
        ready = state not in (None, WorkState.UNSIGNED, WorkState.STALE, WorkState.WITHDRAWN)
        for part in (self.agree_button, self.dispute_button):
            part.setEnabled(ready)
        self._tell_reasons(found, version)

    def _pick(self) -> None:
        """A person chose what stands beside."""
        self._picked = str(self.beside.currentData())
        self._show_pair()

    def _show_pair(self) -> None:
        found = self.model.found
        if found is None:
            return
        target = found.job.target_language
        first = self._wordings[0] if self._wordings else None
        second = next((each for each in self._wordings if each.key == self.beside.currentData()), None)
        self.second.setVisible(second is not None)
        self.first.setVisible(first is not None)
        self.differs_card.setVisible(second is not None)
        if first is None:
            return
        if second is None:
            self.first.show_wording(first, None, target)
            return
        pieces = difference(first.text, second.text)
        self.first.show_wording(first, [each for each in pieces if each.change is not Change.ADDED], target)
        self.second.show_wording(
            second, [each for each in pieces if each.change is not Change.REMOVED], target
        )
        told = tuple(differing(pieces))
        self.differs.setText(
            self.tr("%n difference(s)", "", len(told)) if told else self.tr("The words are the same")
        )
        self.differences.setText(
            "\n".join(
                self.tr("{first}  or  {second}").format(
                    first=isolate_words(one.strip()) or self.tr("nothing"),
                    second=isolate_words(other.strip()) or self.tr("nothing"),
                )
                for one, other in told
            )
        )

    def _tell_reasons(self, found: OpenJob, version: RenderingVersion | None) -> None:
        """Show why a second linguist disputes the version."""
        told = [
            self.tr("\u201c{reason}\u201d  {name}").format(
                reason=isolate_words(each.reason), name=isolate_words(name_of(found, each.interpreter_id))
            )
            for each in (disputes_of(found.work, version) if version is not None else ())
        ]
        self.said.setText("\n".join(told))
        self.said.setVisible(bool(told))

    def _give(self, kind: VerdictKind) -> None:
        found, segment_id = self.model.found, self.chosen()
        version = newest_of(found.work, segment_id) if found is not None and segment_id else None
        if found is not None and version is not None and self.agree_button.isEnabled():
            VerdictDialog(self, self.model, found, version, kind).open()

    def _label(self, segment_id: SegmentId) -> str:
        return self.model.labels.get(segment_id, "")

    def _state(self, segment_id: SegmentId) -> str:
        state = self.model.rows.state_of(segment_id)
        return words(state) if state is not None else self.tr("Untouched")

    def _tone(self, segment_id: SegmentId) -> Tone:
        state = self.model.rows.state_of(segment_id)
        return TONES.get(state, Tone.PLAIN) if state is not None else Tone.PLAIN


def _said_in(turn: SegmentInFull) -> str:
    """What was said in a turn, or what it was rendered as where the words spoken were not transcribed."""
    rendered = (each.text for each in turn.renderings if each.state is not RenderingState.WITHDRAWN)
    return turn.segment.source_text or next(rendered, "")


class WordingCard(Card):
    """One wording, with what another one has not struck or underlined."""

    def __init__(self) -> None:
        super().__init__(spacing=6, margin=14)
        self.called, self.state = Label("", Part.HEADING), Chip()
        self.told = Label("", Part.MUTED, wrap=True)
        self.text = ComparedText("")
        self.body.addLayout(row(self.called, self.state, None))
        self.body.addWidget(self.told)
        self.body.addWidget(self.text)
        self.body.addStretch(1)

    def show_wording(self, wording: Wording, pieces: Sequence[Piece] | None, language: str) -> None:
        self.called.setText(wording.called)
        self.state.show_as(*wording.state)
        self.told.setText(wording.told)
        self.text.setAccessibleName(wording.called)
        if pieces is None:
            self.text.show_plain(wording.text, language)
        else:
            self.text.show_pieces(pieces, language)
