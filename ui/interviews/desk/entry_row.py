"""The entry row at the end of a record, under the columns of its languages."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import shortcuts
from ui.interviews.desk.hints import Hints
from ui.interviews.desk.model import DeskModel
from ui.interviews.desk.turn_field import LEAST, TurnField
from ui.labels import language_name, language_within, words
from ui.text import as_plain_tip, isolate, isolate_words, listed
from ui.tones import Tone
from ui.transcript import cells
from ui.transcript.lines import clock
from ui.transcript.rows import SIDES, At
from ui.transcript.table import room_for_notes, room_for_speakers
from ui.widgets.basic import Card, Chip, Label, Part, announce, restyle, row
from ui.widgets.elided import ElidedLabel
from ui.widgets.questions import ask


class EntryRow(Card):
    """Who speaks, a field for each language, and when the turn began; below, what the keys do.

    acts: what a key does that concerns the table above ("split", "join", "up", "down", "sides"). left: Esc in
    a row that is for nothing else.
    """

    acts = Signal(str)
    left = Signal()

    def __init__(self, model: DeskModel) -> None:
        super().__init__(margin=8, spacing=5)
        self._model = model
        # The languages keep their places in a mirrored window, as in the table above.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.tr("New turn"))
        self.letter = Chip()
        self.kind = ElidedLabel("", Part.STRONG)
        self.speaker = ElidedLabel("", Part.STATUS)
        self.number = Label("", Part.STRONG)
        self.clock = Label("", Part.STATUS)
        self.away = Label("", Part.CHIP)
        self.away.hide()
        keys = self._keys()
        self.columns = {side: TurnField(keys) for side in SIDES}
        self._away: At | None = At.MIDDLE
        self._spoken = Label("")
        self._spoken.hide()
        who = _beside(
            row(self.letter, self.kind), row(self.speaker), width=room_for_speakers(self.font()) - 6
        )
        when = _beside(
            row(self.number, None), row(self.clock, self.away, None), width=room_for_notes(self.font()) - 12
        )
        across = row(who, *self.columns.values(), when, spacing=6)
        for field in self.columns.values():
            across.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(across)
        self.hints = Hints(self._hints())
        self.told = ElidedLabel("", Part.TOLD)
        self._strange: tuple[str, ...] = ()
        self.told.hide()
        self.body.addWidget(self.hints)
        self.body.addWidget(self.told)
        for field in self.columns.values():
            field.typed.connect(lambda text, field=field: self._type(field, text))
            field.up.connect(model.take_last)
            field.needs.connect(lambda _: QTimer.singleShot(0, self, self._fit))
        model.shown.connect(self._show)
        model.filled.connect(self._fill)
        model.said.connect(self.say)
        model.told.connect(self._tell)
        model.taken.connect(self._tell_code)
        model.asks.connect(self._ask)

    @property
    def fields(self) -> tuple[TurnField, ...]:
        """The fields of the languages of this record."""
        return tuple(field for field in self.columns.values() if field.language)

    @property
    def shown_fields(self) -> list[TurnField]:
        """Those in the columns that are shown above."""
        return [field for field in self.fields if not field.isHidden()]

    @property
    def has_focus(self) -> bool:
        return any(field.hasFocus() for field in self.fields)

    def take_focus(self) -> None:
        """Go to the field in which the next words are typed as a rule: that of the file's language."""
        if shown := self.shown_fields:
            shown[-1].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sides(self, away: At | None) -> None:
        """Show the fields under the columns that are shown. away: the one that is not."""
        has_focus = next((side for side, field in self.columns.items() if field.hasFocus()), None)
        self._away = away
        middle, tag = self.columns[At.MIDDLE], self._model.language_of(At.MIDDLE)
        if tag and middle.language != tag:
            # Another language of the relay; what is typed in the former one stays in the entry.
            middle.write_in(tag)
            middle.put(self._model.entry.texts.get(tag, ""))
            self._name(middle)
        for side, field in self.columns.items():
            field.setVisible(bool(field.language) and side is not away)
        if has_focus is not None and has_focus is away:
            self.columns[At.LEFT if away is At.MIDDLE else At.MIDDLE].setFocus()
        self._mark_away()
        self._fit()

    def _mark_away(self) -> None:
        """Tell in which languages without a field now something is typed."""
        shown = {field.language for field in self.shown_fields}
        texts = self._model.entry.texts
        away = [tag for tag, text in texts.items() if tag not in shown and text.strip()]
        self.away.setText(cells.away_words(away))
        told = self.tr("Typed in {languages}, not shown: {key}")
        names = listed(language_within(tag) for tag in away)
        told = told.format(languages=names, key=shortcuts.shown(shortcuts.OTHER_SIDE)) if away else ""
        self.away.setToolTip(as_plain_tip(told))
        self.away.setAccessibleName(told)
        self.away.setVisible(bool(away))

    def set_letters(self) -> None:
        for field in self.fields:
            field.set_letters()

    def say(self, told: str) -> None:
        """Let a screen reader say what was done."""
        self._spoken.setAccessibleName(told)
        announce(self._spoken)

    def split_at(self) -> int:
        """Return the place of the cursor in the words spoken, in code points; -1 if it is not there."""
        spoken = self._model.entry.said_at
        field = next((each for each in self.fields if each.language == spoken), None)
        if field is None:
            return -1
        return field.place()

    def _fit(self) -> None:
        """Both fields are as high as the one with more words."""
        high = max((field.needed for field in self.shown_fields), default=LEAST)
        for field in self.fields:
            field.setFixedHeight(high)

    def _keys(self) -> dict[str, Callable[[], object]]:
        model = self._model
        found: dict[str, Callable[[], object]] = {
            "Return": model.enter,
            "Ctrl+Return": model.enter,
            "Ctrl+S": model.enter,
            "Tab": lambda: self._go(1),
            "Shift+Tab": lambda: self._go(-1),
            "Esc": self._escape,
            shortcuts.OTHER_SIDE: lambda: self.acts.emit("sides"),
            shortcuts.SPEAKER: lambda: model.turn_speaker(1),
            shortcuts.SPEAKER_BACK: lambda: model.turn_speaker(-1),
            shortcuts.LANGUAGE: lambda: model.turn_language(1),
            shortcuts.LANGUAGE_BACK: lambda: model.turn_language(-1),
            shortcuts.UNDO: self._undo,
            shortcuts.REDO: self._redo,
            shortcuts.SPLIT: lambda: self.acts.emit("split"),
            shortcuts.JOIN: lambda: self.acts.emit("join"),
            shortcuts.MOVE_UP: lambda: self.acts.emit("up"),
            shortcuts.MOVE_DOWN: lambda: self.acts.emit("down"),
        }
        return found

    def _ask(self, told: str, enter: Callable[[], None]) -> None:
        """Ask about what is typed: it is entered as it is, or stays in the row."""
        if ask(self, self.tr("Is this right?"), told, self.tr("&Enter it as it is"), doubtful=True):
            enter()

    def _go(self, by: int) -> None:
        shown = self.shown_fields
        at = next((number for number, field in enumerate(shown) if field.hasFocus()), 0)
        shown[(at + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _escape(self) -> None:
        if not self._model.escape():
            self.left.emit()

    def _undo(self) -> None:
        """Undo the typing in a field first, then what a code made the row ready for, then the last act."""
        field = next((each for each in self.fields if each.hasFocus()), self.fields[0])
        if field.document().isUndoAvailable() and field.toPlainText():
            field.undo()
        elif self._model.is_prepared:
            self._model.escape()
        else:
            self._model.acts.undo()

    def _redo(self) -> None:
        field = next((each for each in self.fields if each.hasFocus()), self.fields[0])
        if field.document().isRedoAvailable():
            field.redo()
        else:
            self._model.acts.redo()

    def _type(self, field: TurnField, text: str) -> None:
        self._model.type(field.language, text)
        self._tell_code()

    def _tell_code(self) -> None:
        """Show what can follow a short code, which words are in letters of another language, how this turn is
        interpreted, or which caution it is, whose name has no room beside the fields.
        """
        caution, strange = self._model.entry.caution, self._other_letters()
        helps = self._model.hint() or self._model.mode_words() or (words(caution) if caution else "")
        warns = strange or ("" if helps else self._model.break_words())
        self._tell(warns or helps, tone=Tone.WARN if warns else Tone.PLAIN)

    def _other_letters(self) -> str:
        """Mark the fields whose words cannot be of their language, and return what is told of them. A screen
        reader says it when it comes, not at each letter.
        """
        strange = self._model.other_letters()
        for field in self.fields:
            if field.property("strange") is not (field.language in strange):
                field.setProperty("strange", field.language in strange)
                restyle(field)
        if not strange:
            self._strange = ()
            return ""
        names = listed(language_within(tag) for tag in strange)
        told = self.tr("Not the letters of {languages}: do these words stand on the wrong side?")
        told = told.format(languages=names)
        if strange != self._strange:
            self._strange = strange
            self.say(told)
        return told

    def _tell(self, told: str, tone: Tone = Tone.PLAIN) -> None:
        """Show what helps now in place of the keys."""
        self.told.setText(told)
        if self.told.property("tone") != tone.value:
            self.told.setProperty("tone", tone.value)
            restyle(self.told)
        self.told.setVisible(bool(told))
        self.hints.setVisible(not told)

    def _fill(self) -> None:
        """Show the texts of the entry, each in the column of its language."""
        for side, field in self.columns.items():
            tag = self._model.language_of(side)
            field.setVisible(bool(tag) and side is not self._away)
            if not tag:
                field.language = ""
            elif (field.language, field.letters) != (tag, self._model.entry.tag_of(tag)):
                field.write_in(tag, self._model.entry.tag_of(tag))
            if tag:
                field.put(self._model.entry.texts.get(tag, ""))
        self._mark_away()
        self._tell_code()
        if self.has_focus and self._model.entry.is_empty:
            # The clerk writes the language of the file; the other one is a key away.
            self.take_focus()
        elif self._model.entry.mended is not None:
            written = [each for each in self.shown_fields if each.toPlainText()]
            if self.has_focus and written and not any(each.hasFocus() for each in written):
                # Who mends a turn goes on in its words, not in a rendition that nobody wrote.
                written[0].setFocus()

    def _show(self) -> None:
        """Show who speaks, and what belongs into each field."""
        model = self._model
        entry, speaker = model.entry, model.speaker
        self.setVisible(model.is_open)
        if speaker is None:
            return
        mended = entry.mended.segment if entry.mended is not None else None
        kind = mended.kind if mended is not None and not entry.turned else speaker.kind
        letter, tone = cells.letter_of(kind)
        self.letter.show_as(letter, tone)
        self.kind.setText(words(kind) if entry.caution is None else self.tr("Caution"))
        tag = entry.said_in.partition("-")[0].upper()
        name = isolate_words(speaker.name) or words(speaker.role)
        self.speaker.setText(f"{name}  \u00b7  {isolate(tag)}" if tag else name)
        self.number.setText(self._number())
        self.clock.setText(isolate(clock(entry.began)))
        self.setProperty("tone", "info" if mended is not None else "")
        for field in self.fields:
            self._name(field)

    def _number(self) -> str:
        model = self._model
        rows = model.record.segments if model.record else ()
        if model.entry.mended is not None:
            of = model.entry.mended.segment.id
            number = next((each.label for each in reversed(rows) if each.segment.id == of), "")
            return self.tr("Mends {number}").format(number=isolate(number))
        last = int(rows[-1].label.split()[0]) if rows else 0
        asked = bool(rows) and rows[-1].segment.kind.value == "QUESTION"
        speaker = model.speaker
        answers = asked and speaker is not None and speaker.kind.value == "ANSWER"
        return self.tr("Turn {number}").format(number=isolate(str(last if answers else last + 1)))

    def _name(self, field: TurnField) -> None:
        entry, tag = self._model.entry, field.language
        if not tag:
            return
        language, spoken = language_name(entry.tag_of(tag)), tag == entry.said_at
        told = self.tr("{language}, words spoken") if spoken else self.tr("{language}, as interpreted")
        hint = told.format(language=language) if entry.said_in else language
        heard = " \u2013 ".join(part for part in entry.heard if part)
        if spoken and heard:
            hint = self.tr("not written down  \u00b7  {range}").format(range=isolate(heard))
        elif spoken and entry.unwritten:
            hint = self.tr("not written down")
        field.show_hint(hint)
        field.setAccessibleName(self.tr("New turn, {language}").format(language=language))

    def _hints(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("keep the turn"), "Enter"),
            (self.tr("other language"), "Tab"),
            (self.tr("speaker"), shortcuts.SPEAKER),
            (self.tr("language"), shortcuts.LANGUAGE),
            (self.tr("short codes"), "/"),
            (self.tr("last turn"), shortcuts.named("Up")),
            (self.tr("undo"), shortcuts.UNDO),
            (self.tr("all keys"), shortcuts.OVERVIEW),
        )


def _beside(*lines: QHBoxLayout, width: int) -> QWidget:
    """Return what stands beside the fields, in two lines."""
    part = QWidget()
    part.setFixedWidth(width)
    column = QVBoxLayout(part)
    column.setContentsMargins(4, 2, 0, 0)
    column.setSpacing(2)
    for line in lines:
        column.addLayout(line)
    column.addStretch(1)
    return part


class KeptLabel(Label):
    """Up to which moment the typing would survive now; it asks for a look when a key is not saved in time."""

    def __init__(self) -> None:
        super().__init__("", Part.CHIP)
        self.show_none()

    def show_none(self) -> None:
        self.setText("")
        self.hide()

    def show_kept(self, at: datetime) -> None:
        """at: by the clock of the record, as the turns have it."""
        self._say(self.tr("Kept {time}").format(time=isolate(f"{at:%H:%M:%S}")), Tone.PLAIN)

    def show_late(self) -> None:
        self._say(self.text() or self.tr("Not kept yet"), Tone.WARN)

    def _say(self, told: str, tone: Tone) -> None:
        self.setText(told)
        self.setVisible(bool(told))
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            restyle(self)
