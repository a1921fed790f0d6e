"""The strip of a recording: play, where it stands, the wave, and the range of the turn; its keys work while
somebody types.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from thb_desktop.domain.recording_places import Place, RecordedFile, time_text
from ui import shortcuts
from ui.media.model import RecordingModel
from ui.media.picture import PictureView
from ui.media.waveform import Waveform
from ui.text import as_plain_tip, isolate, isolate_words, when
from ui.widgets import icons
from ui.widgets.basic import Label, Part, button, on_key, show_if
from ui.widgets.choices import ValueBox
from ui.widgets.elided import ElidedLabel


class RecordingStrip(QFrame):
    """One line. It hides itself where there is no recording.

    begins, ends: a key set the beginning or the end of the turn, or of a note: the place as it is written.
    wants_note: something is to be noted at a time. told: a sentence
    and its tone. seen: a film shows its picture now.

        strip = RecordingStrip(RecordingModel(jobs, parent), sets_ranges=False)
        strip.install_keys(page)
        strip.model.show(OfAssignment())
        strip.show_turn(segment.recording_from, segment.recording_to, segment.at)

    `picture` is for the page to place.
    """

    begins = Signal(str)
    ends = Signal(str)
    wants_note = Signal()
    told = Signal(str, object)
    seen = Signal()

    def __init__(self, model: RecordingModel, *, sets_ranges: bool, notes: bool = False) -> None:
        super().__init__()
        self.model = model
        self._is_note = False
        self.may_set = sets_ranges
        # A recording runs from left to right also in a mirrored window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.play_button = button("", model.play_or_pause, icon="play", part="quiet")
        self.files = ValueBox((), name=self.tr("File of the recording"))
        self.time = Label("", Part.STRONG)
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance("00:00:00.0") + 8)
        self.wave = Waveform(model)
        self.range = ElidedLabel("", Part.STATUS)
        self.speed = Label("", Part.STATUS)
        self.picture_button = button(self.tr("Picture"), self._turn_picture, icon="eye", part="quiet")
        self.picture_button.setCheckable(True)
        self.picture = PictureView(model)
        self.keys = [
            Label(shortcuts.shown(key), Part.KEY)
            for key in (shortcuts.PLAY, shortcuts.MARK_IN, shortcuts.MARK_OUT)
        ]
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        across.addWidget(self.play_button)
        across.addWidget(self.keys[0])
        across.addWidget(self.files)
        across.addWidget(self.time)
        across.addWidget(self.wave, 1)
        across.addWidget(self.speed)
        across.addWidget(self.range)
        for key in self.keys[1:]:
            show_if(key, sets_ranges)
            across.addWidget(key)
        for key in self.keys:
            key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.note_button = button(self.tr("Note\u2026"), self.wants_note.emit, icon="pen-line", part="quiet")
        self.note_key = Label(shortcuts.named(shortcuts.NOTE_AT_TIME), Part.KEY)
        self.note_key.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        for part in (self.note_button, self.note_key):
            show_if(part, notes)
            across.addWidget(part)
        across.addWidget(self.picture_button)
        self.files.currentIndexChanged.connect(model.choose)
        model.shown.connect(self._show)
        model.moved.connect(self._move)
        model.turned.connect(self._turn)
        model.ranged.connect(self._show_range)
        model.told.connect(self.told.emit)
        self._show()

    def install_keys(self, owner: QWidget, *, marks: bool = True) -> None:
        """Let the keys of the recording work anywhere inside this widget. marks: F5 and F6 too."""
        model = self.model
        for key, act in (
            (shortcuts.PLAY, model.play_or_pause),
            (shortcuts.LOOP, model.loop),
            (shortcuts.PLAY_TURN, model.play_range),
            (shortcuts.TO_MARK, model.go_to_mark),
            (shortcuts.STEP_BACK, partial(model.step, -1)),
            (shortcuts.STEP_ON, partial(model.step, 1)),
            (shortcuts.FASTER, partial(model.change_speed, 1)),
            (shortcuts.SLOWER, partial(model.change_speed, -1)),
            (shortcuts.USUAL_SPEED, partial(model.change_speed, 0)),
            *(((shortcuts.MARK_IN, self._begin), (shortcuts.MARK_OUT, self._end)) if marks else ()),
        ):
            on_key(owner, key, partial(self._if_there, act))

    def show_turn(self, begins: str, ends: str, at: datetime | None = None) -> None:
        """Show the range of a turn, as it is written. at: when the turn began."""
        self._is_note = False
        self.model.show_range(begins, ends, at)
        self._show_range()

    def offer_notes(self, offered: bool) -> None:
        """Whether this user may note something."""
        for part in (self.note_button, self.note_key):
            show_if(part, offered)

    def show_note(self, begins: str, ends: str) -> None:
        """Show the range of a note, as it is written."""
        self._is_note = True
        self.model.show_range(begins, ends)
        self._show_range()

    def show_places(self, begins: Place, ends: Place) -> None:
        """Show the range of a note that is there."""
        self._is_note = True
        self.model.show_places(begins, ends)
        self._show_range()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is heard of a recording that is not seen: also when the window is covered to be locked."""
        self.model.player.pause()
        super().hideEvent(event)

    def _if_there(self, act: Callable[[], object]) -> None:
        if self.model.files:
            act()

    def _begin(self) -> None:
        if self.may_set:
            self.begins.emit(self.model.written_here())

    def _end(self) -> None:
        if self.may_set:
            self.ends.emit(self.model.written_here())

    def _turn_picture(self) -> None:
        self.picture.setVisible(self.picture_button.isChecked())

    def _show(self) -> None:
        model = self.model
        if not model.files:
            self.model.player.pause()
        show_if(self, bool(model.files))
        self.files.blockSignals(True)
        self.files.clear()
        for each in model.files:
            self.files.addItem(self._name(each), each.file.id)
        if model.chosen is not None:
            self.files.setCurrentIndex(model.files.index(model.chosen))
        self.files.blockSignals(False)
        self.files.setVisible(len(model.files) > 1 or any(each.copy_of for each in model.files))
        has_pictures = model.player.has_pictures
        self.picture_button.setVisible(has_pictures)
        if has_pictures and not self.picture_button.isChecked():
            self.picture_button.setChecked(True)
        sees = has_pictures and self.picture_button.isChecked()
        was_seen = not self.picture.isHidden()
        self.picture.setVisible(sees)
        if sees and not was_seen:
            self.seen.emit()
        self._move(model.player.position)
        self._show_range()
        self._turn()

    def _name(self, file: RecordedFile) -> str:
        """Return the name of a file, of which master it is a copy, and the gap before it."""
        told, gap = isolate(file.name), self.model.gap_before(file)
        if file.copy_of:
            told = self.tr("{file}, working copy of {master}").format(file=told, master=isolate(file.copy_of))
        if gap is not None:
            minutes = f"{int(gap.total_seconds()) // 60}:{int(gap.total_seconds()) % 60:02d}"
            told = self.tr("{file}, after a gap of {time}").format(file=told, time=isolate(minutes))
        return told

    def _move(self, milliseconds: int) -> None:
        self.time.setText(isolate(time_text(milliseconds)))

    def _turn(self) -> None:
        model = self.model
        playing = model.player.is_playing
        name = self.tr("Pause the recording") if playing else self.tr("Play the recording")
        self.play_button.setIcon(icons.icon("pause" if playing else "play", "accent"))
        self.play_button.setAccessibleName(name)
        self.setToolTip(as_plain_tip(self._about()))
        speed = model.player.speed
        self.speed.setVisible(speed != 100)
        self.speed.setText(self.tr("Speed {percent} %").format(percent=isolate(str(speed))))

    def _show_range(self) -> None:
        begins, ends = self.model.range
        told = " \u2013 ".join(time_text(each.milliseconds) for each in (begins, ends) if each is not None)
        elsewhere = next(
            (each.file.name for each in (begins, ends) if each and each.file != self.model.chosen), ""
        )
        told = f"{elsewhere} {told}" if elsewhere else told
        of = self.tr("Note {range}") if self._is_note else self.tr("Turn {range}")
        self.range.setText(of.format(range=isolate(told)) if told else "")
        self.range.setVisible(bool(told))

    def _about(self) -> str:
        """Return which file it is, whether it is a master or a copy, and when it was recorded."""
        file = self.model.chosen
        if file is None:
            return ""
        name = isolate(file.name)
        told = [
            self.tr("Recording {name}, file {file}").format(name=name, file=isolate_words(file.file.name))
        ]
        if file.copy_of:
            told.append(self.tr("Working copy of the master {master}").format(master=isolate(file.copy_of)))
        if file.is_same is True:
            told.append(self.tr("A file of the master has the same SHA-256."))
        elif file.is_same is False:
            told.append(self.tr("No file of the master has the same SHA-256: it was changed or converted."))
        for reference, words in (
            (False, self.tr("{time} by the clock of the record")),
            (True, self.tr("{time} by the reference clock")),
        ):
            at = self.model.clock(reference=reference)
            if at is not None:
                told.append(words.format(time=isolate(when(at))))
        return "\n".join(told)
