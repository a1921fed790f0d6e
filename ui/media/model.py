"""The recordings of the open record: which file is chosen, where it stands, what the keys do with it."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from thb_desktop.domain import recording_places as places
from thb_desktop.domain.ids import FileId
from thb_desktop.domain.recording_places import Place, RecordedFile
from thb_desktop.errors import ThbError
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.media.decoder import LIMITS, WAVE_LIMITS, Decoder
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence.exhibit_files import OpenedFile
from ui import shortcuts
from ui.jobs import VaultJobs
from ui.media.player import BACK_ON_PAUSE, SPEED_STEP, STEP, Player
from ui.media.sources import Source, decoder_folder
from ui.media.wave import Wave
from ui.messages import sentence
from ui.text import isolate
from ui.tones import Tone
from ui.view_model import ViewModel

ROOM = (640, 360)
"""The pixels into which a picture must fit."""
END_OF_FILE = 50
"""Milliseconds before its length at which a file was heard to its end."""
_BEFORE_MARK = 300
"""Milliseconds: who jumps to a mark and presses again goes to the one before."""


class RecordingModel(ViewModel):
    """shown: other files, or another one is chosen. moved: milliseconds. turned: it plays, stands, or has
    another speed. waved: more of the wave is known. ranged: another range is shown. told: a sentence and its
    tone.

    A file is opened when it is first played, and not before: who only reads the record consulted no file.
    """

    shown = Signal()
    moved = Signal(object)
    turned = Signal()
    waved = Signal()
    ranged = Signal()
    told = Signal(str, object)

    def __init__(self, jobs: VaultJobs, parent: QObject | None = None) -> None:
        super().__init__(jobs, parent)
        self.files: tuple[RecordedFile, ...] = ()
        self.lengths: dict[FileId, int] = {}
        self.chosen: RecordedFile | None = None
        self.ahead: int | None = None
        """The seconds by which the clock of the record was ahead of the reference, if that is known."""
        self.range: tuple[Place | None, Place | None] = (None, None)
        self.marks: Callable[[], Iterable[str]] = tuple
        """Where the turns begin and end, as it is written."""
        self.player = Player(self)
        self._source: Source | None = None
        self._waves: dict[FileId, Wave] = {}
        self._is_opening = self._was_told = False
        self._then: Callable[[], None] | None = None
        player = self.player
        player.moved.connect(self.moved.emit)
        player.turned.connect(self.turned.emit)
        player.opened.connect(self._opened)
        player.failed.connect(self._failed)
        jobs.closing.connect(self.close)

    def show(self, source: Source | None, *, ahead: int | None = None) -> None:
        """Show the recordings of another record, or none. The same ones again change nothing."""
        self.ahead = ahead
        if source == self._source and source is not None:
            self.read(source.list_files, self._relist)
            return
        self.close()
        self._source = source
        self._list(())
        if source is not None:
            self.read(source.list_files, lambda files: self._list(files) if source == self._source else None)

    def close(self) -> None:
        """Stop, end the processes, and forget what was decoded."""
        self.player.close()
        waves, self._waves = self._waves, {}
        for wave in waves.values():
            wave.close()
        self._is_opening, self._then = False, None
        self.moved.emit(0)
        self.turned.emit()

    @property
    def peaks(self) -> bytes:
        wave = self._waves.get(self.chosen.file.id) if self.chosen else None
        return bytes(wave.peaks) if wave is not None else b""

    @property
    def duration(self) -> int:
        """Milliseconds of the chosen file; 0 before it was opened."""
        return self.lengths.get(self.chosen.file.id, 0) if self.chosen else 0

    @property
    def here(self) -> Place | None:
        """Where it stands."""
        return Place(file=self.chosen, milliseconds=self.player.position) if self.chosen else None

    def clock(self, *, reference: bool = False) -> datetime | None:
        """Return when that was, by the clock of the record or, if its offset is known, of the reference."""
        here = self.here
        if here is None or (reference and self.ahead is None):
            return None
        return places.clock_at(self.files, self.lengths, here, ahead=(self.ahead or 0) if reference else 0)

    def clock_of(self, written: str) -> datetime | None:
        """Return when a place was that is written in a turn, by the clock of the record."""
        place = places.from_text(self.files, written)
        return places.clock_at(self.files, self.lengths, place) if place is not None else None

    def of_chosen(self, written: str) -> str:
        """Return a time alone as a place of the chosen file; what names its file, or is empty, stays."""
        is_alone = bool(written) and " " not in written.strip()
        several = len(self.files) > 1 and self.chosen is not None
        return f"{self.chosen.name} {written}" if is_alone and several and self.chosen else written

    def gap_before(self, file: RecordedFile) -> timedelta | None:
        """Return how long nothing was recorded before a file, as far as that is known."""
        return places.gaps(self.files, self.lengths).get(file.file.id)

    def choose(self, number: int) -> None:
        """Choose a file; it stands at its beginning."""
        if 0 <= number < len(self.files) and self.files[number] != self.chosen:
            self._take(self.files[number])

    def show_range(self, begins: str, ends: str, at: datetime | None = None) -> None:
        """Show the range of a turn, as it is written. at: when the turn began, if it has no range."""
        found = (places.from_text(self.files, begins), places.from_text(self.files, ends))
        if found == (None, None) and at is not None:
            found = (places.place_at(self.files, self.lengths, at), None)
        self.show_places(*found)

    def show_places(self, begins: Place | None, ends: Place | None) -> None:
        """Show this range."""
        if (begins, ends) != self.range:
            self.range = (begins, ends)
            self.ranged.emit()

    def written_here(self) -> str:
        """Return where it stands as it is written in a turn; empty without a recording."""
        here = self.here
        return places.to_text(self.files, here) if here is not None else ""

    def play_or_pause(self) -> None:
        """At the end of a file, the next one is played."""
        if self.player.is_playing:
            self.player.pause(back=BACK_ON_PAUSE)
            return
        behind = self._behind()
        if behind is not None:
            self._take(behind)
        self._when_open(self.player.play)

    def play_range(self, *, again: bool = False) -> None:
        """Play the range that is shown; one without an end is played from its beginning."""
        begins, ends = self.range
        if begins is None:
            self.told.emit(
                self.tr("This turn has no range of the recording yet: F5 and F6 set it."), Tone.INFO
            )
            return
        self.player.pause()
        if begins.file != self.chosen:
            self._take(begins.file)
        within = None
        if ends is not None and ends.file == begins.file and ends.milliseconds > begins.milliseconds:
            within = (begins.milliseconds, ends.milliseconds)

        def play() -> None:
            if within is None:
                self.player.seek(begins.milliseconds)
            self.player.play(within=within, again=again and within is not None)

        self._when_open(play)

    def loop(self) -> None:
        """Play the range again and again; the same key ends it."""
        if self.player.is_playing:
            self.player.pause()
        else:
            self.play_range(again=True)

    def step(self, by: int) -> None:
        """by: 1 for five seconds on, -1 for five seconds back."""
        self._when_open(lambda: self.player.seek(self.player.position + by * STEP))

    def seek(self, milliseconds: int) -> None:
        self._when_open(lambda: self.player.seek(milliseconds))

    def change_speed(self, by: int) -> None:
        """by: 1 for faster, -1 for slower, 0 for as it was recorded."""
        self.player.set_speed(self.player.speed + by * SPEED_STEP if by else 100)

    def go_to_mark(self) -> None:
        """Go to the last mark before this place: where a turn begins or ends."""
        here = self.here
        if here is None:
            return
        marks = (places.from_text(self.files, each) for each in self.marks() if each)
        before = (each.milliseconds for each in marks if each is not None and each.file == here.file)
        self.seek(max((each for each in before if each < here.milliseconds - _BEFORE_MARK), default=0))

    def begun(self, ends: str) -> tuple[str, str] | None:
        """Return the range of a turn that begins here; an end that is not behind it is given up."""
        here, end = self.here, places.from_text(self.files, ends) if ends else None
        if here is None:
            return None
        stays = end is not None and end.file == here.file and end.milliseconds > here.milliseconds
        return self.written_here(), ends if stays else ""

    def ended(self, begins: str) -> tuple[str, str] | None:
        """Return the range of a turn that ends here; None, with a sentence, if it does not begin before."""
        here, start = self.here, places.from_text(self.files, begins) if begins else None
        if here is None or start is None:
            told = self.tr("Set first where it begins: {key}.")
            self.told.emit(told.format(key=isolate(shortcuts.shown(shortcuts.MARK_IN))), Tone.WARN)
            return None
        if start.file != here.file or start.milliseconds >= here.milliseconds:
            self.told.emit(self.tr("The end must be after the beginning, in the same file."), Tone.WARN)
            return None
        return begins, self.written_here()

    def _behind(self) -> RecordedFile | None:
        """Return the next file, if the chosen one was heard to its end."""
        if self.chosen is None or not self.player.is_open or not self.duration:
            return None
        at = self.files.index(self.chosen) + 1
        is_at_end = self.player.position >= self.duration - END_OF_FILE
        return self.files[at] if is_at_end and at < len(self.files) else None

    def _list(self, files: tuple[RecordedFile, ...]) -> None:
        self.files = files
        self.chosen = files[0] if files else None
        self.range = (None, None)
        self.shown.emit()

    def _relist(self, files: tuple[RecordedFile, ...]) -> None:
        """The same record was read again: what plays goes on if its file is still there."""
        if files == self.files:
            return
        kept = next((each for each in files if self.chosen and each.file == self.chosen.file), None)
        if kept is None:
            self.close()
            self._list(files)
            return
        self.files, self.chosen = files, kept
        self.shown.emit()

    def _take(self, file: RecordedFile) -> None:
        self.player.close()
        self._is_opening, self._then = False, None
        self.chosen = file
        self.shown.emit()
        self.turned.emit()

    def _when_open(self, act: Callable[[], None]) -> None:
        """Do this now, or as soon as the chosen file is open."""
        source, file = self._source, self.chosen
        if self.player.is_open:
            act()
            return
        self._then = act
        if self._is_opening or source is None or file is None:
            return
        self._is_opening = True
        self._open(source, file, lambda opened: self.player.open(_making(opened, ROOM, LIMITS)))

    def _open(self, source: Source, file: RecordedFile, then: Callable[[OpenedFile], None]) -> None:
        def work(session: Session) -> OpenedFile:
            return source.open_file(session, file.file.id)

        def done(opened: OpenedFile) -> None:
            if file == self.chosen:
                then(opened)
            else:
                opened.reader.close()

        self.jobs.run(self, work, then=done, refused=self._failed)

    def _opened(self) -> None:
        self._is_opening = False
        file, source = self.chosen, self._source
        if file is None or source is None:
            return
        self.lengths[file.file.id] = self.player.duration
        self.shown.emit()
        then, self._then = self._then, None
        if then is not None:
            then()
        if self.player.output is not None and self.player.output.is_silent and not self._was_told:
            self._was_told = True
            told = self.tr("This computer has no device for sound. The recording runs without being heard.")
            self.told.emit(told, Tone.WARN)
        if file.file.id not in self._waves:
            self._open(source, file, lambda opened: self._begin_wave(file, opened))

    def _begin_wave(self, file: RecordedFile, opened: OpenedFile) -> None:
        wave = self._waves[file.file.id] = Wave(_making(opened, (0, 0), WAVE_LIMITS), self)
        wave.grew.connect(self.waved.emit)

    def _failed(self, error: ThbError) -> None:
        self.player.close()
        self._is_opening, self._then = False, None
        self.turned.emit()
        self.told.emit(sentence(error), Tone.BAD)


def _making(opened: OpenedFile, room: tuple[int, int], limits: Limits) -> Callable[[], Decoder]:
    return lambda: Decoder(decoder_folder(), opened.reader, opened.size, room=room, limits=limits)
