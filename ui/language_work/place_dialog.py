"""A note whose words do not stand once in the present wording: the words it is about are chosen again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.language_work import Annotation, RenderingVersion
from ui.labels import words
from ui.language_work.note_parts import note_told
from ui.text import language_is_right_to_left, quoted, with_name
from ui.widgets.basic import Label, Part
from ui.widgets.dialog import Dialog
from ui.widgets.text_edit import PlainTextEdit


class PlaceDialog(Dialog):
    """taken: the chosen words of the version, first and last code point. Who listens closes the dialog."""

    taken = Signal(int, int)

    def __init__(self, parent: QWidget, note: Annotation, version: RenderingVersion, language: str) -> None:
        super().__init__(
            parent,
            self.tr("Place the note again"),
            self.tr(
                "Choose the words of the present wording that it is about (Shift and the arrows). The note "
                "goes there; at the earlier wording it is struck out."
            ),
        )
        self.setMinimumWidth(560)
        code = words(note.code)
        self.body.addWidget(Label(with_name(code, note_told(note)), wrap=True).selectable())
        before = self.tr("It was at: {words}").format(words=quoted(note.anchor.quoted))
        self.body.addWidget(Label(before, Part.MUTED, wrap=True))
        self.text = PlainTextEdit(self.tr("The present wording"), lines=5)
        self.text.setPlainText(version.text)
        right = language_is_right_to_left(language)
        self.text.write_from(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        self.text.only_read()
        self.body.addWidget(self.text)
        self.finish_with(self.tr("&Place it here"), icon="check")
        self.text.setFocus()

    def take(self) -> None:
        start, end = self.text.chosen()
        if not self.text.chosen_text().strip():
            self.refuse_at(self.text, self.tr("Please choose the words first."))
            return
        self.begin_work()
        self.taken.emit(start, end)
