"""The closing list: what stops the signature, what needs a reason, and what is in order; before the reading
back, what can be entered until then.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from math import ceil

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QKeyEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from thb_desktop.domain.interview_record import InterviewInFull
from thb_desktop.findings import Finding, Standing
from ui import shortcuts, theme
from ui.interviews.parts import ROWS, part_of, parts_of
from ui.labels import field_words, section_words
from ui.labels.findings import finding_text_of
from ui.text import isolate
from ui.tones import Tone
from ui.transcript.segment_row import SegmentRow
from ui.widgets import icons
from ui.widgets.basic import Card, Chip, Label, Part, announce, button, row

WIDTH = 300
_AROUND, _BESIDE = 22, 24
"""Pixels around the words of an item, and of its icon."""
_KINDS = (Standing.BROKEN, Standing.UNKNOWN, Standing.HOLDS)
_ICONS = {
    Standing.BROKEN: ("circle-alert", "bad"),
    Standing.UNKNOWN: ("triangle-alert", "warn"),
    Standing.HOLDS: ("info", "muted"),
}
_WHAT = Qt.ItemDataRole.UserRole


class ClosingList(Card):
    """wanted: a finding, whose place is to be shown, or the key of a part. answers, signs: the forms of the
    reading back and of a signature are wanted. prints: the pages that are signed by hand are wanted.
    """

    wanted = Signal(object)
    answers = Signal()
    signs = Signal()
    prints = Signal()

    def __init__(self) -> None:
        super().__init__(margin=10, spacing=8)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Before signing"))
        self.count = Chip()
        self._is_due = False
        self.list = _Items(self.tr("Before signing"))
        self.list.taken.connect(self._take)
        self.answers_button = button(
            self.tr("Times, complaint, statement\u2026"), self.answers.emit, icon="pencil", part="quiet"
        )
        self.sign_button = button(
            self.tr("Signature on paper\u2026"), self.signs.emit, icon="pen-line", part="quiet"
        )
        self.print_button = button(
            self.tr("Print to sign by &hand\u2026"), self.prints.emit, icon="printer", part="quiet"
        )
        self.title = Label(self.tr("Before signing"), Part.STRONG)
        self.body.addLayout(row(self.title, None))
        self.body.addLayout(row(self.count, None))
        self.body.addWidget(self.list, 1)
        self.others_sign = Label(
            self.tr("A judge or prosecutor signs the record here, in a session of their own."),
            Part.MUTED,
            wrap=True,
        )
        self.others_sign.hide()
        self.body.addWidget(self.others_sign)
        self.body.addLayout(row(self.answers_button, None))
        self.body.addLayout(row(self.print_button, None))
        self.body.addLayout(row(self.sign_button, None))
        self.body.addLayout(
            row(
                Label(self.tr("next item"), Part.STATUS),
                Label(shortcuts.shown(shortcuts.CLOSING), Part.KEY),
                None,
            )
        )

    def offer(self, *, edits: bool, signs: bool, is_note: bool) -> None:
        """edits: whether this user can enter something. signs: whether they can sign the record. is_note: of
        rectification, which is not read back.
        """
        self.others_sign.setVisible(edits and not signs)
        for part in (self.answers_button, self.print_button, self.sign_button):
            part.setVisible(edits)
        if is_note:
            self.answers_button.hide()

    def name_step(self, *, is_due: bool) -> None:
        """is_due: whether the next step is the reading back; nothing is signed or printed before it."""
        told = self.tr("Before the reading back") if is_due else self.tr("Before signing")
        self.title.setText(told)
        for part in (self, self.list):
            part.setAccessibleName(told)
        self._is_due = is_due
        if is_due:
            self.others_sign.hide()
            self.leave_out_hand()

    def leave_out_hand(self) -> None:
        """A copy of a statement made elsewhere was not read back, and nobody signs it by hand."""
        for part in (self.answers_button, self.print_button, self.sign_button):
            part.hide()

    def show_findings(self, record: InterviewInFull | None, findings: Sequence[Finding]) -> None:
        """Show what the rules find of this record."""
        chosen = self.list.currentItem()
        before = chosen.data(_WHAT) if chosen is not None else None
        self.list.clear()
        stops, warns, expected = (sum(each.standing is kind for each in findings) for kind in _KINDS)
        told = self.tr("{stops} stop, {warns} warn").format(stops=stops, warns=warns)
        if self._is_due and expected:
            told = self.tr("{counted}, {expected} expected").format(counted=told, expected=expected)
        self.count.show_as(told, Tone.BAD if stops else Tone.WARN if warns else Tone.OK)
        self.setAccessibleDescription(told)
        headings = (
            self.tr("Stops the signature"),
            self.tr("Needs a reason in words"),
            self.tr("Expected") if self._is_due else self.tr("For information"),
        )
        called = record.all_called() if record is not None else {}
        turns = {full.segment.id for full in record.segments} if record is not None else set()
        for kind, heading in zip(_KINDS, headings, strict=True):
            found = [each for each in findings if each.standing is kind]
            if found:
                self._head(heading)
            for each in found:
                told = finding_text_of(called.get(each.about, ""), each)
                where = _place(each, called[each.about] if each.about in turns else "")
                self._add(each, f"{told}\n{where}", *_ICONS[kind])
        if record is not None and not self._is_due:
            self._add_parts(record, findings)
        self.list.fit()
        for item in self._items():
            if before is not None and item.data(_WHAT) == before:
                self.list.setCurrentItem(item)

    def go_on(self) -> None:
        """Go to the next item that stops, or needs a reason; from elsewhere, to the one that is chosen."""
        due = [item for item in self._items() if isinstance(item.data(_WHAT), Finding)]
        here = self.list.currentRow() - (0 if self.list.hasFocus() else 1)
        found = next((item for item in due if self.list.row(item) > here), due[0] if due else None)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if found is not None:
            self.list.setCurrentItem(found)
            self.list.scrollToItem(found)
        else:
            announce(self)

    def go_to(self, finding: Finding) -> None:
        """Go to this item, if it is among them."""
        for item in self._items():
            if item.data(_WHAT) == finding:
                self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)

    def _add_parts(self, record: InterviewInFull, findings: Sequence[Finding]) -> None:
        """List the parts of the record in which nothing stops or warns."""
        doubtful = {part_of(each.field) for each in findings if each.standing is not Standing.HOLDS}
        # What is owed to a victim is told, and stops nothing; without any of it the part is not in order.
        told = {part_of(each.field) for each in findings if each.code == "V-I-15"}
        doubtful |= {part for part in told if part in ROWS and not getattr(record, ROWS[part][0])}
        parts = parts_of(record)
        good = [part for part in parts if part not in doubtful]
        self._head(self.tr("In order, {good} of {all}").format(good=len(good), all=len(parts)))
        for part in good:
            self._add(part, section_words(part), "check", "ok")

    def _head(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.list.font())
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QBrush(QColor(theme.tokens().muted)))
        self.list.addItem(item)

    def _add(self, what: object, words: str, icon: str, colour: str) -> None:
        item = QListWidgetItem(icons.icon(icon, colour), words)
        item.setData(_WHAT, what)
        self.list.addItem(item)

    def _items(self) -> Iterator[QListWidgetItem]:
        for number in range(self.list.count()):
            yield self.list.item(number)

    def _take(self, item: QListWidgetItem) -> None:
        what = item.data(_WHAT)
        if what is not None:
            self.wanted.emit(what)


class _Items(QListWidget):
    """taken: an item was chosen by Enter or a double click."""

    taken = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setSpacing(1)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.itemDoubleClicked.connect(self.taken.emit)

    def fit(self) -> None:
        """Make each item as high as its words; Qt measures them before they are broken into lines."""
        width = self.viewport().width()
        for number in range(self.count()):
            item = self.item(number)
            room = width - (_AROUND if item.icon().isNull() else _AROUND + _BESIDE)
            font = item.font() if item.icon().isNull() else self.font()
            item.setSizeHint(QSize(width - 2, _height(item.text(), font, max(room, 40)) + 10))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and self.currentItem() is not None:
            self.taken.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


def _height(words: str, font: QFont, width: int) -> int:
    """Return the height of words in lines of this width. A name in other letters makes its line higher; Qt
    cuts the last lines off where there is no room for that twice.
    """
    layout, high, usual = QTextLayout(words.replace("\n", "\u2028"), font), 0.0, QFontMetricsF(font).height()
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        high += line.height() + max(0.0, line.height() - usual)
    layout.endLayout()
    return ceil(high)


def turn_of(rows: Sequence[SegmentRow], wanted: Finding, *, here: int) -> int:
    """Return the row of the turn that a finding is about; of several, the one behind the chosen one. here:
    the chosen row.
    """
    listed = wanted.values.get("segments", ())
    labels = frozenset(listed if isinstance(listed, tuple) else (listed,))
    found = [
        at for at, each in enumerate(rows) if each.segment.id == wanted.about or each.full.label in labels
    ]
    following = (at for at in found if at > here) if here in found else iter(found)
    return next(following, found[0] if found else 0)


def _place(finding: Finding, turn: str | StrEnum) -> str:
    """Return where a finding is met, and its rule. turn: the label of its turn; empty for none."""
    entity, _, name = finding.field.partition(".")
    part = part_of(finding.field)
    where = isolate(turn) if turn else section_words(part) if part else field_words(entity, name)
    return "  \u00b7  ".join((where, isolate(finding.code)))
