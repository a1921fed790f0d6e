"""The acts on a turn of a draft: change, split, join, move, strike out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from thb_desktop.domain.interview_fields import RENDERING, SEGMENT
from thb_desktop.domain.segment import Rendering, Segment
from thb_desktop.domain.vocabulary import (
    InterpretingMode,
    RenderingKind,
    RenderingState,
    SourceCapture,
)
from ui import shortcuts
from ui.forms.editors import CodeEditor
from ui.forms.entry_dialog import EntryDialog
from ui.forms.field_form import FieldForm, with_mnemonics
from ui.interviews.checked_by import CheckedByDialog, drafts_in
from ui.interviews.rendered_by import RenderedByDialog, nameless_in
from ui.interviews.view_model import InterviewsViewModel
from ui.labels import field_words, language_within
from ui.text import isolate, translate
from ui.transcript.segment_row import SegmentRow
from ui.transcript.table import SegmentTable
from ui.widgets.questions import ask_reason

ABOUT_WORDS = (
    *("at", "capture", "recording_from", "recording_to", "conduct", "silence_seconds"),
    *("pointed_at", "marks"),
    "question_type",
)
"""The fields of a segment about its words."""


class TurnMenu(QMenu):
    """The acts on the chosen segment, as far as the state of the record allows."""

    def __init__(self, parent: QWidget, model: InterviewsViewModel, table: SegmentTable) -> None:
        super().__init__(parent)
        self._model, self._transcript, self._table = model, model.transcript, table
        self._acts = model.desk.acts
        self.in_draft = [
            self._act(self.tr("&Change speaker, kind or language\u2026"), self._change),
            self._act(self.tr("&Join with the next"), self.join, shortcuts.JOIN),
            self._act(self.tr("Move &up"), lambda: self.move_turn(-1), shortcuts.MOVE_UP),
            self._act(self.tr("Move &down"), lambda: self.move_turn(1), shortcuts.MOVE_DOWN),
            self._act(self.tr("&Strike out\u2026"), self._strike),
        ]
        self.rendered_by = self._act(self.tr("&Rendered by\u2026"), self.name_author, shortcuts.RENDERED_BY)
        self.checked_by = self._act(
            self.tr("Chec&ked by the author\u2026"), self.say_checked, shortcuts.CHECKED_BY
        )
        self.aboutToShow.connect(self.offer)

    def offer(self) -> None:
        """Enable what can be done with the chosen segment now."""
        row = self._row()
        standing = row is not None and not row.segment.struck and self._model.can_edit
        for action in self.in_draft:
            action.setEnabled(standing and self._model.is_draft)
        self.rendered_by.setEnabled(self._model.can_edit and self._model.is_draft)
        self.checked_by.setEnabled(self._model.can_edit)

    def name_author(self) -> None:
        """Name who rendered turns that have renditions without an author."""
        rows = self._transcript.segments.rows
        if not self._model.can_edit or not self._model.is_draft:
            return
        if not nameless_in(rows):
            self._model.refused.emit(self.tr("No rendition of this record is without an author."))
            return
        linguists = self._model.open_choices.get("interpreter", ())
        RenderedByDialog(self._table, self._acts, rows, self._table.row(), linguists).open()

    def say_checked(self) -> None:
        """Say that an author checked the renditions that are drafts."""
        rows = self._transcript.segments.rows
        if not self._model.can_edit:
            return
        if not drafts_in(rows):
            self._model.refused.emit(self.tr("No rendition of this record is a draft of a named author."))
            return
        linguists = self._model.open_choices.get("interpreter", ())
        CheckedByDialog(self._table, self._transcript, rows, self._table.row(), linguists).open()

    def _act(self, words: str, act: Callable[[], None], key: str = "") -> QAction:
        action = self.addAction(f"{words}\t{shortcuts.chosen(key)}" if key else words)
        action.triggered.connect(lambda _=False: act())
        return action

    def _row(self) -> SegmentRow | None:
        number = self._table.row()
        rows = self._transcript.segments.rows
        return rows[number] if 0 <= number < len(rows) else None

    def _change(self) -> None:
        row = self._row()
        if row is None or self._model.record is None:
            return
        interview = self._model.record.interview
        names = ["speaker", "speaker_id", "kind", "language", *ABOUT_WORDS]
        # Words that are there are changed in the account.
        if row.segment.source_text is None:
            names.append("source_text")
        kept = replace(row.segment, source_text=row.segment.source_text or "")

        def take(values: dict[str, Any], _: str) -> None:
            changed = replace(kept, **values)
            if problem := problem_of_capture(changed.capture, changed.source_text or ""):
                dialog.refuse_at(dialog.form.editors["capture"], problem)
            else:
                self._acts.change_turn(
                    replace(changed, source_text=changed.source_text or None),
                    {each.id: mode for each, mode in _chosen(modes) if mode is not each.mode},
                )

        dialog = EntryDialog(
            self._table,
            self.tr("Turn {number}").format(number=isolate(row.full.label)),
            SEGMENT,
            take,
            model=self._acts,
            main=self.tr("&Save"),
            entity=kept,
            names=names,
            choices=self._model.open_choices,
            languages_first=(interview.language, interview.procedure_language),
        )
        modes = self._add_modes(dialog.form, row.full.renderings)
        dialog.open()

    def _add_modes(
        self, form: FieldForm, renderings: Sequence[Rendering]
    ) -> list[tuple[Rendering, CodeEditor]]:
        """Ask how each rendition was interpreted, if that is not what the engagement says.

        A certified one stays as its linguist certified it.
        """
        certified = RenderingState.CERTIFIED
        told = [
            each
            for each in renderings
            if each.kind is RenderingKind.RENDITION and each.state is not certified
        ]
        label = self.tr("{field}, {language}")
        name = field_words(RENDERING.name, "mode")
        asked = [label.format(field=name, language=language_within(each.language)) for each in told]
        found = []
        for each, marked in zip(told, with_mnemonics(asked, form.letters), strict=True):
            editor = CodeEditor(InterpretingMode, self.tr("as the engagement says"))
            editor.set_value(each.mode)
            found.append((each, form.add(marked, editor)))
        return found

    def may_split(self, number: int, at: int) -> bool:
        """Whether a turn of the draft can be split after so many letters of its words; it says why not."""
        rows = self._transcript.segments.rows
        if not self._model.is_draft:
            return False
        why = problem_of_split(rows[number].segment if 0 <= number < len(rows) else None, at)
        if why:
            self._model.refused.emit(why)
        return not why

    def split(self, number: int, at: int) -> None:
        """Split a turn after so many letters of its words. A rendition stays whole with the first half: the
        cursor goes to it.
        """
        row = self._transcript.segments.rows[number]
        rendered = next((each.language for each in row.full.renderings if each.text), "")
        self._acts.split(row.segment.id, at, then=lambda: self._divide_rendition(number, rendered))

    def _divide_rendition(self, number: int, language: str) -> None:
        if not language:
            return
        index = self._table.model().index(number, self._table.show_language(language))
        self._table.setFocus()
        self._table.setCurrentIndex(index)
        self._table.edit(index)
        self._model.desk.told.emit(
            self.tr(
                "The turn is split. Its rendition stands with the first half: cut from it what belongs to "
                "the second half, and put it there."
            )
        )

    def join(self) -> None:
        """Join the chosen turn with the next one, which is struck out."""
        row, following = self._row(), self._following(self._table.row())
        if self.may_join(self._table.row()) and row is not None and following is not None:
            self._acts.join(row.segment.id, following.segment.id)

    def may_join(self, number: int) -> bool:
        """Whether a turn of the draft has one behind it; it says so if not."""
        if not self._model.is_draft:
            return False
        follows = number >= 0 and self._following(number) is not None
        if not follows:
            self._model.refused.emit(
                self.tr("Please choose the first of the two turns: the next one is joined to it.")
            )
        return follows

    def _following(self, number: int) -> SegmentRow | None:
        """Return the next turn that stands."""
        rows = self._transcript.segments.rows[number + 1 :]
        return next((each for each in rows if not each.segment.struck), None)

    def move_turn(self, by: int) -> None:
        """Move the chosen turn by one place."""
        number, rows = self._table.row(), self._transcript.segments.rows
        if not 0 <= number < len(rows) or not 0 <= number + by < len(rows) or not self._model.is_draft:
            return
        place = number + by + (1 if by > 0 else 0)
        before = rows[place].segment.id if place < len(rows) else None
        self._acts.move(rows[number].segment.id, before)

    def _strike(self) -> None:
        row = self._row()
        if row is None:
            return
        reason = ask_reason(
            self._table,
            self.tr("Strike out turn {number}?").format(number=isolate(row.full.label)),
            self.tr("It was entered in error: it stays readable with your reason."),
            self.tr("Strike out"),
        )
        if reason:
            self._acts.strike(row.segment.id, reason)


def _chosen(
    modes: Sequence[tuple[Rendering, CodeEditor]],
) -> Iterator[tuple[Rendering, InterpretingMode | None]]:
    """Return each rendition with the mode chosen for it."""
    for rendering, editor in modes:
        chosen = editor.value()
        yield rendering, chosen if isinstance(chosen, InterpretingMode) else None


def problem_of_capture(capture: object, words: str) -> str:
    """Return why the words of a turn do not fit how they were captured; empty if they do."""
    if capture is SourceCapture.NOT_CAPTURED and words:
        return translate("turns", "Words are typed here. Please say how they were captured, or remove them.")
    if capture is not SourceCapture.NOT_CAPTURED and not words:
        return translate("turns", "Please type the original, or say that it was not transcribed.")
    return ""


def problem_of_split(segment: Segment | None, at: int) -> str:
    """Return why a turn cannot be split after so many letters of its words; empty if it can."""
    if segment is None:
        return translate("turns", "Go to the words of a turn first: it is split at the cursor.")
    words = segment.source_text or ""
    if not words:
        return translate(
            "turns",
            "The original of this turn is not written down, so it cannot be split at its words. Cut the "
            "second half from the rendition, and enter it as a turn of its own.",
        )
    if at < 0:
        return translate(
            "turns", "A turn is split in its original: put the cursor there. The rendition is divided then."
        )
    if not words[:at].strip() or not words[at:].strip():
        return translate("turns", "Put the cursor between two words: the turn is split there.")
    return ""
