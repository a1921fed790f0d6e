"""The popover for a note at chosen words: a part of the code or of its name, Down, Enter, and the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from thb_desktop.domain.annotation_codes import DEFAULT_VISIBILITY
from thb_desktop.domain.vocabulary import AnnotationBasis, AnnotationCode, AnnotationVisibility
from ui.labels import language_name, words
from ui.language_work.note_parts import Concepts, NoteParts
from ui.language_work.noting import PRINTED_OR_NOT, Noted, bases_of, matching
from ui.text import isolate, language_is_right_to_left, quoted
from ui.widgets.basic import Label, Part, announce, on_key, row, show_if
from ui.widgets.choices import ValueBox
from ui.widgets.dialog import Dialog
from ui.widgets.text_edit import PlainTextEdit

BASIS_KEY, PRINT_KEY, LANGUAGE_KEY = "F2", "F3", "F7"
_ROWS = 5
"""Codes that are seen at once."""
_GAP = 6
"""Pixels between the chosen words and the popover."""
_QUOTED = 60
"""Letters of the chosen words that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a popover asks.

    heading: what is noted. quoted: the chosen words. codes: those that are offered; of one alone nothing is
    to be found. languages: in which a note may be written, the usual ones first; none is presumed. near: the
    chosen words on the screen. text: what is typed at first. concepts: entries of the glossary that occur
    in the turn.
    """

    heading: str
    quoted: str
    codes: Sequence[AnnotationCode]
    languages: Sequence[str]
    near: QRect | None = None
    sentence: str = ""
    text: str = ""
    concepts: Concepts = ()


class NoteDialog(Dialog):
    """taken: what was noted. Who listens closes the dialog, or refuses.

    Nothing is presumed: the code of a note must be chosen, and on what it rests; a question rests on nothing.
    In which language it is written may stay unsaid. Whether it is printed has the default of its code.
    """

    taken = Signal(object)

    def __init__(self, parent: QWidget, asked: Asked) -> None:
        super().__init__(parent, asked.heading, asked.sentence)
        self._near, self._codes = asked.near, tuple(asked.codes)
        self._said: AnnotationCode | None = None
        self._quoted = Label(_short(asked.quoted), Part.STRONG, wrap=True)
        self.count = Label("", Part.MUTED)
        self.body.addLayout(row(self._quoted, None, self.count))
        self.code_field = CodeField(self.tr("Code or its name"))
        self.code_list = QListWidget()
        self.code_list.setAccessibleName(self.tr("Codes"))
        self.code_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.code_field, self.code_list):
            self.body.addWidget(part)
            part.setVisible(len(self._codes) > 1)
        self.parts = NoteParts(asked.concepts)
        self.body.addWidget(self.parts)
        self.text = NoteText(self.tr("Text of the note"), lines=2)
        self.text.setPlaceholderText(self.tr("Text of the note"))
        self.text.setPlainText(asked.text)
        offered = ((language_name(tag), tag) for tag in asked.languages)
        self.language = ValueBox(((self.tr("not said"), ""), *offered), name=self.tr("Language of the note"))
        self.basis = ValueBox((), name=self.tr("Rests on"))
        self.basis.setPlaceholderText(self.tr("Please choose"))
        self.visibility = ValueBox(
            ((words(each), each.value) for each in PRINTED_OR_NOT), name=self.tr("In print")
        )
        self.body.addWidget(self.text)
        self._of_basis = (Label(self.tr("Rests on"), Part.MUTED), self.basis, Label(BASIS_KEY, Part.KEY))
        self.body.addLayout(
            row(
                *self._of_basis,
                8,
                Label(self.tr("In print"), Part.MUTED),
                self.visibility,
                Label(PRINT_KEY, Part.KEY),
                None,
            )
        )
        written = Label(self.tr("Written in"), Part.MUTED)
        self._of_text = (self.text, written, self.language, key := Label(LANGUAGE_KEY, Part.KEY))
        self.body.addLayout(row(written, self.language, key, None))
        self.finish_with(self.tr("&Note it"), icon="check")
        on_key(self, BASIS_KEY, lambda: _go_on(self.basis))
        on_key(self, PRINT_KEY, lambda: _go_on(self.visibility))
        on_key(self, LANGUAGE_KEY, lambda: _go_on(self.language))
        self.code_field.textChanged.connect(lambda _: self._look())
        self.code_field.moved.connect(self._move)
        self.code_field.entered.connect(self._take_code)
        self.text.entered.connect(self.main_button.click)
        self.code_list.itemClicked.connect(lambda _: self._take_code())
        self.code_list.currentRowChanged.connect(lambda _: self._show_code())
        self.language.currentIndexChanged.connect(lambda _: self._write_from())
        self._look()
        self._write_from()
        (self.code_field if len(self._codes) > 1 else self.text).setFocus()

    @property
    def code(self) -> AnnotationCode | None:
        """The chosen code."""
        chosen = self.code_list.currentItem()
        return AnnotationCode(chosen.data(Qt.ItemDataRole.UserRole)) if chosen is not None else None

    def take(self) -> None:
        code = self.code
        if code is None:
            self._ask_code()
        elif self.basis.currentIndex() < 0 and bases_of(code):
            sentence = self.tr(
                "The text stays. Choose on what the note rests, with {key} or an arrow; then Enter notes it."
            )
            self.refuse_at(self.basis, sentence.format(key=isolate(BASIS_KEY)))
        elif (missing := self.parts.problem()) is not None:
            self.refuse_at(*missing)
        elif self.parts.first or not self.lacks((self.text, self.tr("Please write the note."))):
            has_words = self.parts.first is None
            self.taken.emit(
                Noted(
                    code=code,
                    basis=AnnotationBasis(self.basis.currentData()) if bases_of(code) else None,
                    visibility=AnnotationVisibility(self.visibility.currentData()),
                    language=str(self.language.currentData()) if has_words else "",
                    text=self.text.toPlainText().strip() if has_words else "",
                    details=self.parts.value(),
                )
            )

    def _look(self) -> None:
        """Show the codes that have what is typed; the first of them is chosen, and none of all."""
        found = matching(self.code_field.text(), self._codes)
        self.code_list.clear()
        for code in found:
            printed = words(DEFAULT_VISIBILITY[code])
            item = QListWidgetItem(f"{words(code)}   {isolate(code.value)}   {printed}")
            item.setData(Qt.ItemDataRole.UserRole, code.value)
            self.code_list.addItem(item)
        height = self.code_list.sizeHintForRow(0) if found else 24
        self.code_list.setFixedHeight(height * min(_ROWS, len(self._codes)) + 6)
        if len(self._codes) > 1:
            self.count.setText(
                self.tr("{found} of {all} codes").format(
                    found=isolate(str(len(found))), all=isolate(str(len(self._codes)))
                )
            )
        is_meant = bool(self.code_field.text().strip()) or len(self._codes) == 1
        self.code_list.setCurrentRow(0 if found and is_meant else -1)
        self._show_code()

    def _take_code(self) -> None:
        """Write the whole code into its field, so that a draft finds the same one again, and go on."""
        if self.code is None:
            self._ask_code()
            return
        self.code_field.setText(self.code.value)
        (self.parts.first or self.text).setFocus()

    def _ask_code(self) -> None:
        told = self.tr("No code has this in it. Please choose one.")
        if not self.code_field.text().strip():
            told = self.tr("Please choose a code: type a part of it, or press Down.")
        self.refuse_at(self.code_field, told)

    def _move(self, by: int) -> None:
        count = self.code_list.count()
        if count:
            at = self.code_list.currentRow()
            self.code_list.setCurrentRow((at + by) % count if at >= 0 else min(by, 0) % count)

    def _show_code(self) -> None:
        """Offer what a note with this code may rest on, and the default of its print."""
        code = self.code
        if code is None or code is self._said:
            return
        self._said = code
        self.parts.show_code(code)
        for part in self._of_text:
            show_if(part, self.parts.first is None)
        before = self.basis.currentData()
        for part in self._of_basis:
            show_if(part, bool(bases_of(code)))
        self.basis.clear()
        for each in bases_of(code):
            self.basis.addItem(words(each), each.value)
        self.basis.setCurrentIndex(self.basis.findData(before) if before else -1)
        self.visibility.setCurrentIndex(self.visibility.findData(DEFAULT_VISIBILITY[code].value))
        self.code_field.setAccessibleDescription(words(code))
        if self.isVisible():
            announce(self.code_field)

    def _write_from(self) -> None:
        right = language_is_right_to_left(str(self.language.currentData() or ""))
        self.text.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)

    def _stand_over_its_window(self) -> None:
        """Stand below the chosen words, or above them where there is no room."""
        near = self._near
        if near is None or self._stands:
            super()._stand_over_its_window()
            return
        self._stands = True
        room = self.screen().availableGeometry()
        corner = near.bottomLeft()
        corner.setY(near.bottom() + _GAP)
        if corner.y() + self.height() > room.bottom():
            corner.setY(max(room.top(), near.top() - self.height() - _GAP))
        self._wished_corner = corner
        self._move_to(corner)


class CodeField(QLineEdit):
    """A part of a code. moved: the arrows, by one. entered: Enter."""

    moved = Signal(int)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if by is not None:
            self.moved.emit(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class NoteText(PlainTextEdit):
    """The text of a note. entered: Enter; with Shift it is a new line."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enters and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


def _go_on(box: ValueBox) -> None:
    """Choose the next of its values."""
    if box.count():
        box.setCurrentIndex((box.currentIndex() + 1) % box.count())
        announce(box)


def _short(words: str) -> str:
    one_line = " ".join(words.split())
    shown = one_line if len(one_line) <= _QUOTED else f"{one_line[:_QUOTED]}\u2026"
    return quoted(shown) if shown else ""
