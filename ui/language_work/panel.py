"""The panel beside the turns: differences, like texts, terms, notes, and what is asked of the authority."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from thb_desktop.domain.anchors import AnchorKind
from thb_desktop.domain.annotation_codes import DOUBTS
from thb_desktop.domain.glossary import Term
from thb_desktop.domain.ids import InterpreterId
from thb_desktop.domain.language_work import Annotation, AnnotationAnswer
from thb_desktop.domain.recording_places import RecordedFile
from thb_desktop.services.language.memory import Remembered
from ui import shortcuts
from ui.clock import when_here
from ui.labels import words
from ui.labels.findings import finding_text
from ui.language_work.beside import Found, TurnWork, author_of
from ui.language_work.marks import doubtful
from ui.language_work.note_parts import note_told
from ui.language_work.times.ranges import place_told
from ui.text import isolate, isolate_words, listed, quoted, with_name
from ui.tones import Tone
from ui.widgets.basic import Card, Chip, Label, Part, button, empty_layout, row, show_if

_LINES = 14
"""Lines of notes that are seen before they scroll."""
_AROUND, _GAP = 84, 9
"""Pixels beside the words of a note, and below them."""


class WorkPanel(QWidget):
    """strikes: a note is to be struck out. places: one is to be placed again, whose words do not stand in the
    present wording, or that is at a time. hears: the time of one is to be played. may_strike: whether the
    notes are one's own. may_take_back: whether the questions are: who is asked takes none back.

    names: of the linguists, by id. recorded: the recordings that are here. keys: whether F8 and Alt+1 to
    Alt+3 mean something here.
    """

    strikes = Signal(object)
    places = Signal(object)
    hears = Signal(object)

    def __init__(self, *, keys: bool = True) -> None:
        super().__init__()
        self.names: Mapping[InterpreterId, str] = {}
        self.recorded: Callable[[], Sequence[RecordedFile]] = tuple
        self.may_strike = self.may_take_back = False
        self._keys = keys
        self._left: frozenset[str] = frozenset()
        self._shown: TurnWork | None = None
        self.matches: tuple[Remembered, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.findings_card, self.differs = _card(self.tr("Numbers, dates, names"))
        self.findings = _lines(self.findings_card)
        # A row each: side by side they are wider than the panel in French.
        for told, key in (
            (self.tr("next"), shortcuts.NEXT_FINDING),
            (self.tr("as said, because\u2026"), shortcuts.SETTLE),
        ):
            if keys:
                shown = Label(shortcuts.named(key), Part.KEY)
                self.findings_card.body.addLayout(row(Label(told, Part.MUTED), shown, None))
        self.matches_card, self.likeness = _card(self.tr("From this case"))
        self.alike = _lines(self.matches_card)
        self.terms_card, _ = _card(self.tr("Terms"))
        self.terms = _lines(self.terms_card)
        self.notes_card, self.count = _card(self.tr("Notes and doubts"))
        self.notes = _Notes()
        self.notes.setAccessibleName(self.tr("Notes and doubts"))
        self.notes.setWordWrap(True)
        self.notes.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.notes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.notes.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.strike_button = button(self.tr("St&rike out\u2026"), self._strike, icon="x", part="quiet")
        self.notes_card.body.addWidget(self.notes)
        self.place_button = button(self.tr("Pla&ce again\u2026"), self._place, icon="pen-line", part="quiet")
        self.hear_button = button(self.tr("Play it"), self._hear, icon="play", part="quiet")
        # A row of its own: side by side the three are wider than the panel in Arabic.
        self.notes_card.body.addLayout(row(self.hear_button, None))
        self.notes_card.body.addLayout(row(self.place_button, self.strike_button, None))
        self.notes.deletes.connect(self._strike)
        self.notes.itemActivated.connect(lambda _: self._go())
        self.asked_card, self.open_queries = _card(self.tr("Asked of the judge"))
        self.asked = _lines(self.asked_card)
        for card in (
            self.findings_card,
            self.matches_card,
            self.terms_card,
            self.notes_card,
            self.asked_card,
        ):
            card.hide()
            column.addWidget(card)
        column.addStretch(1)
        self.notes.currentRowChanged.connect(lambda _: self._let_strike())

    def show_turn(self, work: TurnWork) -> None:
        """Show what is noted at a turn, and how it differs."""
        self.show_findings(work)
        self._show_notes(work)
        self._show_asked(work)

    def tell_again(self) -> None:
        """The recordings that are here are others: the notes at times name them."""
        for at, each in enumerate(self._shown.notes if self._shown is not None else ()):
            if self._shown is not None and _is_timed(each):
                self.notes.item(at).setText(self._told(each, self._shown.numbers.get(each.id, 0)))
        self._fit_notes()

    def show_findings(self, work: TurnWork) -> None:
        empty_layout(self.findings)
        count = sum(each.key not in work.reasons for each in work.findings)
        show_if(self.findings_card, bool(work.findings))
        self.differs.show_as(
            self.tr("{count} to look at").format(count=isolate(str(count))) if count else "", Tone.WARN
        )
        for finding in work.findings:
            self.findings.addWidget(Label(finding_text(finding), wrap=True))
            if reason := work.reasons.get(finding.key):
                told = self.tr("Signed all the same: {reason}").format(reason=isolate_words(reason))
                self.findings.addWidget(Label(told, Part.MUTED, wrap=True))

    def show_found(self, found: Found) -> None:
        """Show how like texts were rendered, and the terms; nothing of it is taken by itself."""
        self.matches = found.matches
        empty_layout(self.alike)
        show_if(self.matches_card, bool(found.matches))
        best = max((each.likeness for each in found.matches), default=0)
        told = self.tr("{percent} % alike").format(percent=isolate(str(best)))
        self.likeness.show_as(told if best else "", Tone.INFO)
        for number, match in enumerate(found.matches):
            self._add_match(number, match)
        empty_layout(self.terms)
        show_if(self.terms_card, bool(found.terms))
        for term, others in found.terms:
            into = listed(_term_told(each) for each in others) or self.tr("no term yet")
            self.terms.addWidget(Label(f"{_term_told(term)}  \u2013  {into}", wrap=True).selectable())

    def _add_match(self, number: int, match: Remembered) -> None:
        self.alike.addWidget(Label(isolate_words(match.source), Part.MUTED, wrap=True).selectable())
        self.alike.addWidget(Label(isolate_words(match.text), wrap=True).selectable())
        origin = self.tr("{percent} %, {job}, {name}, {at}, {state}").format(
            percent=isolate(str(match.likeness)),
            job=isolate(match.job_number),
            name=isolate_words(author_of(match, self.names) or self.tr("another linguist")),
            at=isolate(when_here(match.at)),
            state=words(match.state).lower(),
        )
        self.alike.addWidget(Label(origin, Part.MUTED, wrap=True))
        if self._keys and number < len(shortcuts.TAKE):
            self.alike.addLayout(
                row(Label(self.tr("take"), Part.MUTED), Label(shortcuts.TAKE[number], Part.KEY), None)
            )

    def _show_notes(self, work: TurnWork) -> None:
        self._shown = work
        show_if(self.notes_card, bool(work.notes))
        self._left = work.left
        self.count.show_as(isolate(str(len(work.notes))) if work.notes else "", Tone.INFO)
        self.notes.clear()
        for each in work.notes:
            told = self._told(each, work.numbers.get(each.id, 0))
            if each.id in work.left:
                left = self.tr(
                    "To be placed again: at an earlier wording, neither signed nor printed with this one."
                )
                told = f"{told}\n{left}"
            item = QListWidgetItem(told)
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.notes.addItem(item)
        self._fit_notes()
        self._let_strike()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Notes may be shown before the panel has its width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_notes()

    def _fit_notes(self) -> None:
        """Make each note as high as its words."""
        width, high = max(80, self.width() - _AROUND), 0
        for at in range(self.notes.count()):
            item = self.notes.item(at)
            item.setData(Qt.ItemDataRole.SizeHintRole, None)
            tall = self.notes.height_of(at, width) + _GAP
            item.setSizeHint(QSize(0, tall))
            high += tall
        self.notes.setFixedHeight(min(high, _LINES * self.notes.fontMetrics().lineSpacing()) + _GAP)

    def _told(self, each: Annotation, number: int) -> str:
        sign = doubtful() if each.code in DOUBTS else isolate(str(number))
        basis = words(each.basis).lower() if each.basis else ""
        parts = filter(None, (words(each.code), basis, words(each.visibility).lower()))
        place = f"{quoted(each.anchor.quoted)} " if each.anchor.quoted else ""
        if _is_timed(each):
            place = f"{place_told(each.anchor, self.recorded())}\n"
        return f"{sign}  {listed(parts)}\n{place}{note_told(each)}"

    def _show_asked(self, work: TurnWork) -> None:
        empty_layout(self.asked)
        show_if(self.asked_card, bool(work.queries))
        count = self.tr("{count} open").format(count=isolate(str(work.open_queries)))
        self.open_queries.show_as(count if work.open_queries else "", Tone.BAD)
        for query, given in work.queries:
            turn = isolate(work.labels.get(query.segment_id, ""))
            self.asked.addWidget(Label(with_name(turn, isolate_words(query.text)), wrap=True).selectable())
            self.asked.addWidget(Label(self._answered(query, given), Part.MUTED, wrap=True).selectable())
            if self.may_take_back and given is None:
                told = self.tr("Take the question back\u2026")
                take_back = button(told, partial(self.strikes.emit, query), icon="x", part="quiet")
                take_back.setAccessibleName(f"{told} {query.text}")
                self.asked.addLayout(row(take_back, None))

    def _answered(self, query: Annotation, given: AnnotationAnswer | None) -> str:
        if given is None:
            told = self.tr("since {at}; it needs an answer before a certificate")
            return told.format(at=isolate(when_here(query.at)))
        told = self.tr("Answer of {at}: {text}")
        return told.format(at=isolate(when_here(given.at)), text=isolate_words(given.text))

    def _chosen(self) -> Annotation | None:
        item = self.notes.currentItem()
        found = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return found if isinstance(found, Annotation) else None

    def _let_strike(self) -> None:
        self.strike_button.setVisible(self.may_strike)
        chosen = self._chosen()
        self.strike_button.setEnabled(chosen is not None)
        is_timed = chosen is not None and _is_timed(chosen)
        self.hear_button.setVisible(is_timed)
        self.place_button.setVisible(self.may_strike and (is_timed or bool(self._left)))
        self.place_button.setEnabled(is_timed or (chosen is not None and chosen.id in self._left))

    def _go(self) -> None:
        """Enter: play a note at a time; place one again that was left behind."""
        chosen = self._chosen()
        if chosen is not None and _is_timed(chosen):
            self.hears.emit(chosen)
        else:
            self._place()

    def _hear(self) -> None:
        if (chosen := self._chosen()) is not None:
            self.hears.emit(chosen)

    def _place(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.may_strike and (_is_timed(chosen) or chosen.id in self._left):
            self.places.emit(chosen)

    def _strike(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self.may_strike:
            self.strikes.emit(chosen)


class _Notes(QListWidget):
    """deletes: Delete was pressed."""

    deletes = Signal()

    def height_of(self, at: int, width: int) -> int:
        """Return how high a note is when it is drawn so wide, whatever its script."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        # A rectangle without a height is none to Qt: nothing would be wrapped in it.
        option.rect = QRect(0, 0, width, 10_000)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        return self.itemDelegate().sizeHint(option, self.model().index(at, 0)).height()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Delete:
            self.deletes.emit()
            return
        super().keyPressEvent(event)


def _term_told(term: Term) -> str:
    """A term with whether it should be used: of several, each has its own."""
    status = f" ({words(term.status).lower()})" if term.status else ""
    return f"{isolate_words(term.term)}{status}"


def _is_timed(note: Annotation) -> bool:
    return note.anchor.kind is AnchorKind.TIME


def _card(heading: str) -> tuple[Card, Chip]:
    card, chip = Card(spacing=6, margin=12), Chip()
    card.body.addLayout(row(Label(heading, Part.HEADING), None, chip))
    return card, chip


def _lines(card: Card) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(4)
    card.body.addLayout(lines)
    return lines
