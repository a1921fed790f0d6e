"""A certification that was made: what it covers, its words, and whether its signature is valid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.interview_record import InterviewInFull, SegmentInFull
from thb_desktop.domain.segment import Certification, Rendering
from thb_desktop.domain.text_digest import digest_of
from ui.clock import when_here
from ui.labels import language_name
from ui.rows import Column, RowsModel
from ui.text import digest_groups, is_right_to_left, isolate, isolate_words, listed, translate
from ui.tones import Tone
from ui.transcript.model import TranscriptModel
from ui.widgets.basic import Label, Part, button, row
from ui.widgets.dialog import Dialog
from ui.widgets.form import Form
from ui.widgets.table import RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Certifiable:
    """A rendering with its segment."""

    turn: SegmentInFull
    rendering: Rendering


class WordsTable(RecordTable):
    """Segments with their original and rendering, each with the version that is signed."""

    def __init__(self, parent: QWidget) -> None:
        self.words: RowsModel[Certifiable] = RowsModel(
            (
                Column(
                    title=translate("certify", "Turn"),
                    read=lambda each: each.turn.label,
                    width=70,
                    exact=True,
                ),
                Column(title=translate("certify", "Original"), read=_original),
                Column(title=translate("certify", "Rendering"), read=_rendering),
            )
        )
        super().__init__(self.words, translate("certify", "What is certified"), parent, wrap=True)
        self.words.setParent(self)

    def show_words(self, shown: Sequence[Certifiable]) -> None:
        self.words.show_rows(shown)
        self.setFixedHeight(min(170, 48 + 58 * len(shown)))


class CertificationDialog(Dialog):
    """Shows a certification: its author, time and words, and whether its signature is valid.

    again: opens the form in which its linguist certifies in other words; None where nobody may any more.
    """

    def __init__(
        self,
        parent: QWidget,
        model: TranscriptModel,
        record: InterviewInFull,
        found: Certification,
        again: Callable[[Certification], None] | None = None,
    ) -> None:
        super().__init__(parent, self.tr("Certification"))
        self.setMinimumWidth(820)
        linguist = record.interpreter(found.interpreter_id)
        form = Form()
        form.tell(self.tr("Certified by"), linguist.name if linguist else "")
        form.tell(self.tr("Date and time"), when_here(found.at), exact=True)
        said = form.tell(self.tr("Statement"), found.statement)
        if not is_right_to_left(found.statement):
            # Many lines are read from their own beginning, whatever the language of the window.
            said.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self.body.addLayout(form)
        self.table = WordsTable(self)
        self.table.show_words(
            [
                Certifiable(turn=turn, rendering=rendering)
                for turn in record.segments
                for rendering in turn.renderings
                if found.covers(rendering)
            ]
        )
        self.body.addWidget(self.table)
        self.proof = Label(self.tr("Checking the signature…"), Part.MUTED, wrap=True)
        self._outer.addWidget(self.proof)
        self.back_button = button(self.tr("&Close"), self.reject, part="primary")
        self.again_button = button(self.tr("Certify &again…"), self.accept, icon="stamp")
        if again is not None:
            self.accepted.connect(lambda: again(found))
        self._outer.addLayout(row(None, self.again_button, self.back_button))
        self.again_button.setVisible(again is not None)  # in the dialog now: alone it would be a window
        model.proven.connect(self._show_proof)
        model.prove(found)
        self.back_button.setFocus()

    def _show_proof(self, wrong: str) -> None:
        self.proof.setVisible(not wrong)
        self.proof.setText(self.tr("The signature is valid: it is the linguist's own."))
        if wrong:
            self.notice.tell(wrong, Tone.BAD)


def _original(each: Certifiable) -> str:
    segment = each.turn.segment
    return _version(segment.source_text, segment.language, each.rendering.source_digest)


def _rendering(each: Certifiable) -> str:
    made = each.rendering
    return _version(made.text, made.language, digest_of(made.text))


def _version(text: str | None, language: str, digest: str) -> str:
    """Return a text with its language and the beginning of its SHA-256."""
    if text is None:
        return language_name(language)
    told = listed((language_name(language), isolate(digest_groups(digest[:16]))))
    return f"{isolate_words(text)}\n{told}"
