"""Notes, doubts, questions and concerns at the chosen words of a job, typed for its linguist."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import AnnotationCode
from thb_desktop.services.language.memory import Remembered
from ui.labels.findings import finding_text
from ui.language_office.job_model import JobModel
from ui.language_work.note_dialog import Asked, NoteDialog
from ui.language_work.noting import DOUBTFUL, OFFERED, Noted
from ui.language_work.sealed_dialog import SafetyDialog
from ui.text import isolate
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Notice
from ui.widgets.questions import ask_reason

FORM = "language-note"
"""The form under which an unfinished note is kept, one for each turn and kind."""
_EXPLAINS = {
    "V-T-03.numbers": AnnotationCode.NUMBER_CHECK,
    "V-T-03.currency": AnnotationCode.NUMBER_CHECK,
    "V-T-03.names": AnnotationCode.NAME_SPELLING,
}
"""The code of the note by which a difference is kept as it was said."""


class Noting(QObject):
    """Opens the popovers at the turns of one table."""

    def __init__(self, window: QWidget, model: JobModel, table: SegmentTable, notice: Notice) -> None:
        super().__init__(window)
        self._window, self._model, self._table, self._notice = window, model, table, notice

    def note(self) -> None:
        self._open(self.tr("Note"), OFFERED)

    def doubt(self) -> None:
        self._open(self.tr("Doubt"), DOUBTFUL)

    def ask_judge(self) -> None:
        told = self.tr("The judge answers beside the turn. Until then nothing can be certified.")
        self._open(self.tr("Ask the judge"), (AnnotationCode.QUERY,), told)

    def settle(self) -> None:
        """Keep what differs in the chosen turn as it was said, with the reason as a note."""
        number = self._table.row()
        if number < 0:
            return
        found = self._model.findings.get(self._model.rows.rows[number].segment.id, ())
        explained = next((each for each in found if each.key in _EXPLAINS), None)
        if explained is not None:
            heading = self.tr("As said, because\u2026")
            self._open(heading, (_EXPLAINS[explained.key],), finding_text(explained))
        elif found:
            told = self.tr("{finding} The reason for it is given with the certificate.")
            self._notice.tell(told.format(finding=finding_text(found[0])), Tone.INFO)
        else:
            self._notice.tell(self.tr("Nothing differs in this turn."), Tone.INFO)

    def concern(self) -> None:
        """Take a concern for safety about the chosen turn; it is sealed at once."""
        number = self._table.row()
        turn: tuple[str, SegmentId | None] = ("", None)
        if number >= 0:
            full = self._model.rows.rows[number].full
            turn = (isolate(full.label), full.segment.id)
        self._table.end_editing()
        dialog = SafetyDialog(self._window, turn[0])

        def seal(text: str) -> None:
            with self._model.answering(dialog):
                self._model.seal_concern(text, turn[1])

        dialog.taken.connect(seal)
        dialog.open()

    def take_match(self, match: Remembered) -> None:
        """Write how a like text was rendered where the cursor is; it stays to be read and saved."""
        number, table = self._table.row(), self._table
        if table.delegate.editor is None or table.currentIndex().column() != At.RIGHT:
            table.end_editing()
            table.edit_side(number, At.RIGHT)
        if table.delegate.editor is not None:
            table.delegate.editor.insertPlainText(match.text)

    def strike(self, annotation: Annotation) -> None:
        reason = ask_reason(
            self._window,
            self.tr("Strike out this note?"),
            self.tr("It stays readable, with the reason, and no longer counts."),
            self.tr("Strike it out"),
        )
        if reason:
            self._model.strike_note(annotation, reason)

    def _open(self, heading: str, codes: Sequence[AnnotationCode], sentence: str = "") -> None:
        """Ask for a note at the chosen words: of the source, or of the last version; else at all of it."""
        number, model = self._table.row(), self._model
        found = model.found
        if found is None or number < 0 or not model.rows.can_edit:
            self._notice.tell(self.tr("Nothing can be noted in this job now."), Tone.INFO)
            return
        side = self._side(number)
        if side is At.RIGHT and model.rows.rows[number].unsaved:
            self._notice.tell(
                self.tr("Save the version first: a note is at words that are written."), Tone.WARN
            )
            return
        text = model.text_at(number, is_source=side is At.LEFT)
        start, end = self._words(number, side) or (0, len(text))
        if not text[start:end].strip():
            self._notice.tell(self.tr("There are no words here to which something is noted."), Tone.INFO)
            return
        self._ask(number, (side, start, end), heading, codes, sentence)

    def _ask(
        self,
        number: int,
        place: tuple[At, int, int],
        heading: str,
        codes: Sequence[AnnotationCode],
        sentence: str,
    ) -> None:
        model, (side, start, end) = self._model, place
        found = model.found
        if found is None:
            return
        row = model.rows.rows[number]
        segment_id = row.segment.id
        quoted = model.text_at(number, is_source=side is At.LEFT)[start:end]
        near = self._near(number, side)
        self._table.end_editing()
        languages = (found.job.target_language, model.rows.language_of_source(row))
        dialog = NoteDialog(
            self._window,
            Asked(
                heading=heading,
                quoted=quoted,
                codes=codes,
                languages=tuple(dict.fromkeys(languages)),
                near=near,
                sentence=sentence,
            ),
        )
        kind = codes[0].value if len(codes) == 1 else str(len(codes))
        dialog.keep_typing(model.draft(f"{FORM}.{kind}", segment_id))

        def take(noted: Noted) -> None:
            dialog.begin_work()
            with model.answering(dialog):
                model.note(segment_id, noted, is_source=side is At.LEFT, start=start, end=end)

        dialog.taken.connect(take)
        dialog.open()

    def _side(self, number: int) -> At:
        """The chosen side; the source where nothing is written yet."""
        chosen = self._table.currentIndex().column()
        has_version = self._model.newest_of(self._model.rows.rows[number].segment.id) is not None
        return At.LEFT if chosen == At.LEFT or not has_version else At.RIGHT

    def _words(self, number: int, side: At) -> tuple[int, int] | None:
        """The range that is chosen in the open editor of this side."""
        current = self._table.currentIndex()
        if (current.row(), current.column()) != (number, side):
            return None
        return self._table.delegate.chosen_words()

    def _near(self, number: int, side: At) -> QRect:
        """The chosen words on the screen: the cursor of the open editor, or the cell."""
        editor = self._table.delegate.editor
        if editor is not None:
            caret = editor.cursorRect()
            return QRect(editor.viewport().mapToGlobal(caret.topLeft()), caret.size())
        cell = self._table.visualRect(self._model.rows.index(number, side))
        return QRect(self._table.viewport().mapToGlobal(QPoint(cell.left(), cell.top())), cell.size())
