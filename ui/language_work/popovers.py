"""Notes, doubts, questions and concerns by keys at the turns of a job: words are chosen, a popover asks."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QWidget

from thb_desktop.domain.ids import SegmentId
from thb_desktop.domain.language_work import Annotation
from thb_desktop.domain.vocabulary import AnnotationCode, ConcernKind
from thb_desktop.findings import Finding
from thb_desktop.services.language.memory import Remembered
from ui.labels.findings import finding_text
from ui.language_work.beside import Found
from ui.language_work.chosen import Chosen
from ui.language_work.note_dialog import Asked, NoteDialog
from ui.language_work.note_parts import Concepts
from ui.language_work.noted_turns import NotedTurns
from ui.language_work.noting import DOUBTFUL, OFFERED, Noted
from ui.language_work.place_dialog import PlaceDialog
from ui.language_work.sealed_dialog import ComplaintDialog, SafetyDialog
from ui.tones import Tone
from ui.transcript.rows import At
from ui.transcript.table import SegmentTable
from ui.widgets.basic import Notice
from ui.widgets.dialog import Dialog
from ui.widgets.questions import ReasonDialog

FORM = "language-note"
"""The form under which an unfinished note is kept, one for each turn and kind."""
_EXPLAINS = {
    "V-T-03.numbers": AnnotationCode.NUMBER_CHECK,
    "V-T-03.currency": AnnotationCode.NUMBER_CHECK,
    "V-T-03.names": AnnotationCode.NAME_SPELLING,
}
"""The code of the note by which a difference is kept as it was said."""


class Noting(QObject):
    """Opens the popovers of one window; writing goes on where one was opened. asks: when a question is
    answered.
    """

    def __init__(
        self, window: QWidget, model: NotedTurns, table: SegmentTable, notice: Notice, *, asks: str
    ) -> None:
        super().__init__(window)
        self.window, self._model, self._table, self._notice = window, model, table, notice
        self._asks = asks
        self.came_from: tuple[int, At] | None = None
        """The turn and side whose editor was open before a popover; writing goes on there."""
        self._found: Found | None = None
        model.left.connect(self._tell_left)

    def know(self, found: Found) -> None:
        """Take what the glossary says of a turn: a note about a term names its entry."""
        self._found = found

    def note(self) -> None:
        self._open(self.tr("Note"), OFFERED)

    def doubt(self) -> None:
        self._open(self.tr("Doubt"), DOUBTFUL)

    def ask_judge(self) -> None:
        self._open(self.tr("Ask the judge"), (AnnotationCode.QUERY,), self._asks)

    def settle(self) -> None:
        """Keep a difference of the chosen turn as it was said, with the reason as a note."""
        number = self._table.row()
        if number < 0 or not self.may_write():
            return
        found = self._model.findings.get(self._model.rows.rows[number].segment.id, ())
        if not found:
            self._notice.tell(self.tr("Nothing differs in this turn."), Tone.INFO)
            return
        explained = next((each for each in found if each.key in _EXPLAINS), None)
        if explained is None:
            told = self.tr("{finding} The reason for it is given with the certificate.")
            self._notice.tell(told.format(finding=finding_text(found[0])), Tone.INFO)
            return
        words = self._words(number, At.RIGHT) or self._place_of(number, explained)
        chosen = self._model.chosen(number, is_source=False, words=words)
        if chosen is not None:
            self._ask(
                chosen,
                self.tr("As said, because\u2026"),
                (_EXPLAINS[explained.key],),
                finding_text(explained),
            )

    def concern(self) -> None:
        """Take a concern for safety, about the chosen turn or about the whole job."""
        self._seal(SafetyDialog)

    def complain(self) -> None:
        """Take what the linguist themselves complains of, about the whole job or about the chosen turn."""
        self._seal(ComplaintDialog)

    def _seal(self, kind_of: type[SafetyDialog | ComplaintDialog]) -> None:
        number, turns = self._table.row(), self._model.turns
        if turns is None:
            return
        full = self._model.rows.rows[number].full if number >= 0 else None
        self.leave_editor()
        dialog = kind_of(self.window, job=turns.job.number, turn=full.label if full is not None else "")

        def seal(text: str, kind: ConcernKind, is_about_turn: bool) -> None:
            with self._model.answering(dialog):
                segment_id = full.segment.id if full is not None and is_about_turn else None
                self._model.seal_concern(text, kind, segment_id)

        dialog.taken.connect(seal)
        self.show_dialog(dialog)

    def take_match(self, matches: Sequence[Remembered]) -> None:
        """Write the rendering of a like text where the cursor is; it is signed with the rest, or changed."""
        number, table = self._table.row(), self._table
        if not self.may_write():
            return
        if number < 0 or not matches:
            self._notice.tell(self.tr("No like text stands beside this turn under this key."), Tone.INFO)
            return
        if table.delegate.editor is None or table.currentIndex().column() != At.RIGHT:
            table.end_editing()
            table.edit_side(number, At.RIGHT)
        if table.delegate.editor is not None:
            table.delegate.editor.insertPlainText(matches[0].text)

    def strike(self, annotation: Annotation) -> None:
        dialog = ReasonDialog(
            self.window,
            self.tr("Strike out this note?"),
            self.tr("It stays readable, with the reason, and no longer counts."),
            self.tr("&Strike it out"),
            "",
        )

        def take() -> None:
            self._model.strike(annotation, dialog.reason.text().strip())

        dialog.accepted.connect(take)
        # The list may be empty then: the keys must not go to the button that hands the work back.
        self.came_from = None
        self.show_dialog(dialog)

    def place(self, annotation: Annotation) -> None:
        """Choose the words of the last version that a note is about, which stands at a former one."""
        version = self._model.newest_of(annotation.segment_id)
        if version is None:
            return
        self.leave_editor()
        dialog = PlaceDialog(self.window, annotation, version, self._model.rows.right)

        def take(start: int, end: int) -> None:
            with self._model.answering(dialog):
                self._model.place_note(annotation, version, start, end)

        dialog.taken.connect(take)
        self.show_dialog(dialog)

    def _tell_left(self, count: int) -> None:
        self._notice.tell(
            self.tr(
                "The words of %n note(s) do not stand in the new wording. Place them again, beside the turn.",
                "",
                count,
            ),
            Tone.WARN,
        )

    def _open(self, heading: str, codes: Sequence[AnnotationCode], sentence: str = "") -> None:
        number = self._table.row()
        if number < 0 or not self.may_write():
            return
        side = At.LEFT if self._table.currentIndex().column() == At.LEFT else At.RIGHT
        chosen = self._model.chosen(number, is_source=side is At.LEFT, words=self._words(number, side))
        if chosen is None and side is At.RIGHT:
            # Nothing is rendered yet: the note is about the source.
            chosen = self._model.chosen(number, is_source=True, words=None)
        if chosen is None:
            rows = self._model.rows
            told = self.tr("There are no words here to which something is noted.")
            if rows.rows[number].segment.id not in rows.due:
                told = self.tr("This turn is no part of the job: nothing is noted at it.")
            self._notice.tell(told, Tone.INFO)
            return
        self._ask(chosen, heading, codes, sentence)

    def _ask(self, chosen: Chosen, heading: str, codes: Sequence[AnnotationCode], sentence: str = "") -> None:
        near = self._place(chosen)
        self.leave_editor()
        asked = Asked(
            heading=heading,
            quoted=chosen.quoted,
            codes=codes,
            languages=self._model.languages_of_notes(chosen.number),
            near=near,
            sentence=sentence,
            concepts=self._concepts(chosen.segment_id),
        )
        dialog = NoteDialog(self.window, asked)
        kind = codes[0].value if len(codes) == 1 else str(len(codes))
        dialog.keep_typing(self._model.draft(f"{FORM}.{kind}", chosen.segment_id))

        tried: list[Noted] = []

        def take(noted: Noted) -> None:
            tried.append(noted)
            dialog.begin_work()
            with self._model.answering(dialog):
                self._model.note(chosen, noted)

        dialog.taken.connect(take)
        # What was typed may have been written before the note was refused.
        dialog.rejected.connect(lambda: self._model.reload() if tried else None)
        self.show_dialog(dialog)

    def _concepts(self, segment_id: SegmentId) -> Concepts:
        """Return the entries of the glossary that occur in a turn."""
        found = self._found
        terms = found.terms if found is not None and found.segment_id == segment_id else ()
        return tuple({each.concept_id: (each.term, each.concept_id) for each, _ in terms}.values())

    def may_write(self) -> bool:
        if not self._model.rows.can_edit:
            self._notice.tell(self.tr("Nothing can be noted in this job now."), Tone.INFO)
        return self._model.rows.can_edit

    def show_dialog(self, dialog: Dialog) -> None:
        dialog.finished.connect(lambda _: QTimer.singleShot(0, self, self._go_on_writing))
        dialog.open()

    def _go_on_writing(self) -> None:
        came_from, self.came_from = self.came_from, None
        self._table.setFocus()
        if came_from is not None:
            self._table.edit_side(*came_from)

    def _words(self, number: int, side: At) -> tuple[int, int] | None:
        """The range that is chosen in the open editor of this side."""
        current = self._table.currentIndex()
        if (current.row(), current.column()) != (number, side):
            return None
        return self._table.delegate.chosen_words()

    def _place_of(self, number: int, finding: Finding) -> tuple[int, int] | None:
        """Where a differing number or name stands in the rendering, if it stands there as it is told."""
        row = self._model.rows.rows[number]
        text = row.text(self._model.rows.right)
        told = str(finding.values.get("target", "")).split(", ")
        for each in told:
            start = text.find(each) if each else -1
            if start >= 0:
                return start, start + len(each)
        return None

    def leave_editor(self) -> None:
        editor, current = self._table.delegate.editor, self._table.currentIndex()
        self.came_from = (current.row(), At(current.column())) if editor is not None else None
        self._table.end_editing()

    def _place(self, chosen: Chosen) -> QRect:
        """The chosen words on the screen: the cursor of the open editor, or the cell."""
        editor = self._table.delegate.editor
        if editor is not None:
            caret = editor.cursorRect()
            return QRect(editor.viewport().mapToGlobal(caret.topLeft()), caret.size())
        side = At.LEFT if chosen.is_source else At.RIGHT
        cell = self._table.visualRect(self._model.rows.index(chosen.number, side))
        return QRect(self._table.viewport().mapToGlobal(QPoint(cell.left(), cell.top())), cell.size())
