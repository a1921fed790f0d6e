"""Taking over: the page of the file on the left, the turns that are taken from it on the right."""

from PySide6.QtCore import Qt

from thb_desktop.domain.interview import Interview
from thb_desktop.domain.page_text import PagePicture
from ui import shortcuts
from ui.interviews.desk.keeping import TypingKeeper
from ui.interviews.desk.turn_field import Keys
from ui.interviews.elsewhere.model import TakingOverModel
from ui.interviews.elsewhere.new_statement import particulars
from ui.interviews.elsewhere.pages import FORM
from ui.interviews.elsewhere.parts import TakingOverParts
from ui.interviews.elsewhere.rows import CopyRow, lines_taken, place_words, rows_of
from ui.labels import words
from ui.labels.dates import partial
from ui.text import isolate, isolate_words, listed, when
from ui.tones import Tone
from ui.widgets.basic import Notice, on_key, rename
from ui.widgets.questions import ask_reason

_STEPS = (0.6, 0.8, 1.0, 1.25, 1.5, 2.0)


class TakingOverView(TakingOverParts):
    """One copy while it is made. The keys work in the field where a turn is typed; F9 is the next step."""

    def __init__(self, model: TakingOverModel, notice: Notice) -> None:
        super().__init__(model)
        self.notice = notice
        self._edits = False
        self._was_at = 0
        """The page that was shown last."""
        self._keeper = TypingKeeper(model.fields, self)
        self._listen()

    def _keys(self) -> Keys:
        model = self._model
        return {
            "Return": self._keep,
            "Ctrl+Return": self._keep,
            "Tab": self.table.setFocus,
            "Esc": self._give_up,
            "PgUp": lambda: self._turn_page(-1),
            "PgDown": lambda: self._turn_page(1),
            shortcuts.SPEAKER: lambda: model.turn_kind(1),
            shortcuts.SPEAKER_BACK: lambda: model.turn_kind(-1),
            shortcuts.NEXT_LINES: lambda: model.next_lines(more=False),
            shortcuts.ONE_LINE_MORE: lambda: model.next_lines(more=True),
            shortcuts.ONE_LINE_LESS: model.one_line_less,
            shortcuts.IN_BRACKETS: self._bracket,
            shortcuts.LARGER[0]: lambda: self._zoom(1),
            shortcuts.SMALLER: lambda: self._zoom(-1),
        }

    def _listen(self) -> None:
        model = self._model
        model.opened.connect(self._open)
        model.paged.connect(self._show_page)
        model.pictured.connect(self._show_picture)
        model.typing.connect(self._show_typed)
        model.marked.connect(self._mark)
        model.waiting.connect(self._wait)
        model.refused.connect(self.notice.refuse)
        self.field.typed.connect(self._type)
        self.pane.sheet.chosen.connect(self._choose_line)
        self._keeper.kept.connect(lambda at: self.kept.show_kept(at.astimezone()))
        self._keeper.late.connect(self.kept.show_late)
        self._keeper.failed.connect(lambda sentence: self.notice.tell(sentence, Tone.WARN))
        self.table.opened.connect(lambda _: self._mend())
        on_key(self, shortcuts.NEXT_STEP, self.next_button.click)
        for part, act in (
            (self.particulars_button, self._particulars),
            (self.next_button, self._next),
            (self.before_button, lambda: self._turn_page(-1)),
            (self.after_button, lambda: self._turn_page(1)),
            (self.lines_button, self._turn_lines),
            (self.strike_button, self._strike),
            (self.mend_button, self._mend),
        ):
            part.clicked.connect(lambda _, act=act: act())

    def show_rights(self, *, edits: bool) -> None:
        self._edits = edits
        for part in (self.particulars_button, self.strike_button, self.mend_button, self.next_button):
            part.setVisible(edits)
        self.field.setEnabled(edits)

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_drafts(self) -> None:
        self._keeper.keep()

    def _open(self) -> None:
        record = self._model.record
        statement = record.taken_over if record else None
        if record is None or statement is None:
            return
        self.notice.clear()
        self._was_at = 0
        self.kept.show_none()
        self.number.setText(isolate(record.interview.number))
        self.kind_chip.show_as(self.tr("Statement made elsewhere"), Tone.INFO)
        told = (
            isolate(record.person.code),
            isolate_words(statement.taken_by),
            isolate_words(statement.authority),
            _when(record.interview),
            words(statement.signed) if statement.signed else "",
        )
        self.facts.setText("  \u00b7  ".join(each for each in told if each))
        digest = f"{statement.sha256[:4]}\u2026{statement.sha256[-4:]}"
        self.note.setText(
            self.tr(
                "The file (SHA-256 {digest}, %n page(s)) prevails over this text, which serves search, "
                "translation and anchors. It is never signed as the statement.",
                "",
                statement.pages,
            ).format(digest=isolate(digest))
        )
        self.field.write_in(record.interview.language)
        self._keeper.watch(
            self._model.draft(FORM, record.interview.id), holds=bool(self._model.typed.text.strip())
        )
        self._show_page()
        self._show_typed()

    def _show_page(self) -> None:
        model = self._model
        sheet = self.pane.sheet
        sheet.lines = model.lines
        sheet.places = model.places
        sheet.taken = lines_taken(model)
        self.page_label.setText(self.tr("Page {page} of {pages}").format(page=model.page, pages=model.pages))
        lines = len(model.lines) or len(model.places)
        self.pane.setAccessibleName(self.tr("Page of the file, %n line(s)", "", lines))
        self.before_button.setEnabled(model.page > 1)
        self.after_button.setEnabled(model.page < model.pages)
        shown = rows_of(self._model)
        before, self._was_at = self._was_at, model.page
        chosen = self.table.currentIndex().row() if before == model.page else -1
        self.rows.show_rows(shown)
        proposed = [number for number, each in enumerate(shown) if each.proposal >= 0]
        kept = [number for number, each in enumerate(shown) if each.page == model.page]
        # What is proposed is read from its beginning; what is typed grows at its end.
        here = [chosen] if chosen in proposed else proposed[:1] or kept[-1:]
        if here:
            self.table.choose_row(here[0])
            self.table.scrollTo(self.rows.index(here[0], 0))
        self.counted.setText(self.tr("%n turn(s) taken over", "", len(model.turns)))
        self._name_next()
        self._tell_left_out()
        sheet.fit()
        self._mark()

    def _show_picture(self, picture: PagePicture | None) -> None:
        self.pane.sheet.places = self._model.places
        self.pane.sheet.show_picture(picture)
        self._show_page()

    def _show_typed(self) -> None:
        typed = self._model.typed
        self.field.put(typed.text)
        self.kind_button.setText(words(typed.kind))
        self.field.setAccessibleName(self.tr("Turn being typed: {kind}").format(kind=words(typed.kind)))
        self.field.show_hint(self.tr("Type the words of the page, or take its next line with Ctrl+\u2193"))
        self._tell_place()
        if typed.text.strip() and typed.mended is None and typed.proposal < 0:
            self._keeper.touch()

    def _mark(self) -> None:
        self.pane.sheet.marked = frozenset(self._model.typed.lines)
        self.pane.sheet.update()
        self.pane.show_lines(self._model.typed.lines)
        self._tell_place()

    def _tell_place(self) -> None:
        typed = self._model.typed
        told = [place_words(self._model.page, min(typed.lines, default=0), max(typed.lines, default=0))]
        if typed.mended is not None:
            told.append(self.tr("being mended"))
        if typed.proposal >= 0:
            told.append(self.tr("proposed, being mended"))
        self.place_label.setText("  \u00b7  ".join(told))

    def _tell_left_out(self) -> None:
        document = self._model.document
        if document is None:
            return
        if document.not_read:
            told = listed(words(each) for each in document.not_read)
            self.notice.tell(
                self.tr("The file has more than its text: {what}. Look at the file itself.").format(
                    what=told
                ),
                Tone.WARN,
            )

    def _name_next(self) -> None:
        model = self._model
        if model.proposed:
            text = self.tr("&Keep this page")
        elif model.page not in model.compared:
            text = self.tr("Page &compared")
        elif len(model.compared) < model.pages:
            text = self.tr("Next page to &compare")
        else:
            text = self.tr("&Finish the comparison")
        rename(self.next_button, text)

    def _next(self) -> None:
        """The one next step: keep the proposals, compare the page, go to the next one, finish."""
        model = self._model
        if model.typed.text.strip():
            self.notice.tell(
                self.tr("A turn is typed and not kept. Keep it with Enter, or give it up with Esc."),
                Tone.WARN,
            )
            return
        self.notice.clear()
        if model.proposed:
            model.keep_page()
        elif model.page not in model.compared:
            model.compare_page()
        elif len(model.compared) < model.pages:
            model.go_to(next(page for page in range(1, model.pages + 1) if page not in model.compared))
        else:
            model.finish()

    def _keep(self) -> None:
        if self._model.keep():
            self._keeper.is_taken()
            self.notice.clear()

    def _give_up(self) -> None:
        self._keeper.give_up()
        self._model.give_up()

    def _type(self, text: str) -> None:
        self._model.type(text)
        if self._model.typed.mended is None and self._model.typed.proposal < 0:
            self._keeper.touch()

    def _bracket(self) -> None:
        """Put what is described and not read, such as a stamp or struck words, into brackets."""
        cursor = self.field.textCursor()
        chosen = self.field.chosen_text()
        cursor.insertText(f"[{chosen}]")
        if not chosen:
            cursor.movePosition(cursor.MoveOperation.Left)
        self.field.setTextCursor(cursor)

    def _choose_line(self, line: int) -> None:
        model = self._model
        lines = model.typed.lines
        more = bool(lines) and line == max(lines) + 1
        model.choose(line, more=more)
        self.take_focus()

    def _mend(self) -> None:
        chosen = self.table.current_record()
        if not isinstance(chosen, CopyRow) or not self._edits:
            return
        if chosen.turn is not None:
            if chosen.turn.place.page != self._model.page:
                self._model.go_to(chosen.turn.place.page)
            self._model.mend(chosen.turn)
        else:
            self._model.mend_proposal(chosen.proposal)
        self.take_focus()

    def _strike(self) -> None:
        chosen = self.table.current_record()
        if not isinstance(chosen, CopyRow):
            return
        if chosen.turn is None:
            self._model.drop_proposal(chosen.proposal)
            return
        reason = ask_reason(
            self,
            self.tr("Strike out turn {number}?").format(number=isolate(chosen.label)),
            self.tr("It was taken over in error: it stays readable with your reason."),
            self.tr("Strike out"),
        )
        if reason:
            self._model.strike(chosen.turn.segment.id, reason)

    def _particulars(self) -> None:
        record = self._model.record
        if record is not None and record.taken_over is not None:
            particulars(self, self._model, record.taken_over).open()

    def _turn_page(self, by: int) -> None:
        self._keeper.keep()
        self._model.go_to(self._model.page + by)

    def _turn_lines(self) -> None:
        self.pane.sheet.shows_lines = self.lines_button.isChecked()
        self.pane.sheet.update()

    def _zoom(self, by: int) -> None:
        at = _STEPS.index(self.pane.sheet.zoom) + by
        self.pane.sheet.zoom = _STEPS[min(max(at, 0), len(_STEPS) - 1)]
        self.pane.sheet.fit()

    def _wait(self, waits: bool) -> None:
        if waits:
            self.page_label.setText(self.tr("The file is read\u2026"))


def _when(interview: Interview) -> str:
    """Return when the statement was made, as far as the file says."""
    if interview.started_at:
        return isolate(when(interview.started_at))
    return partial(interview.day) if interview.day else ""
