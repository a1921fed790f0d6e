"""Decoding: one recording, read piece by piece from the other side of a pipe, from any place in it."""

import io
from array import array
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from ctypes import byref, c_char_p, c_void_p, cast, memmove
from time import monotonic

from thb_desktop.inspect.framing import BUFFER
from thb_desktop.inspect.media import ffmpeg
from thb_desktop.inspect.media.ffmpeg import Libraries, long_number, number, pointer
from thb_desktop.inspect.media.stretch import Stretcher
from thb_desktop.inspect.media.talk import CHANNELS, PEAKS_A_SECOND, RATE
from thb_desktop.inspect.media.tracks import PictureTrack, SoundTrack

Read = Callable[[int, int], bytes]
"""Returns bytes of the recording: from which place, and how many."""

_PIECE = RATE // 10
"""Samples of the recording in one answer."""
_PATIENCE = 0.06
"""Seconds that one answer may spend on pictures: the sound must not wait for them."""
_QUEUE = 600
"""Packets of pictures that wait at most; with more, the pictures go on at the next whole one."""
_PACKET_TIME, _PACKET_FLAGS = 8, 40
_WHOLE_PICTURE = 1
_WAVE_RATE = 8_000
_PEAK = _WAVE_RATE // PEAKS_A_SECOND
_MINUTE = 60 * PEAKS_A_SECOND
_WITHOUT_INDEX = frozenset({b"mp3", b"aac", b"amr"})
"""Formats in which FFmpeg finds a place only by reading up to it, and notes on the way what it passed."""
_INDEX_STEP = 30_000
"""Milliseconds of the recording that are noted at once."""
_LONGEST_GAP = 3_600
"""Seconds in which nothing was recorded, within one file; a longer one is a wrong time."""


class Source:
    """What FFmpeg calls for bytes; made before the process is confined, and used after.

    size and read are set when a recording is opened.
    """

    def __init__(self, libraries: Libraries) -> None:
        self.size = 0
        self.read: Read = lambda _place, _length: b""
        self._place = 0
        self._calls = (ffmpeg.READ_CALL(self._fill), ffmpeg.SEEK_CALL(self._seek))
        read, seek = (cast(call, c_void_p) for call in self._calls)
        memory = libraries.av_malloc(BUFFER)
        self.context: int = libraries.avio_alloc_context(memory, BUFFER, 0, None, read, None, seek)

    def _fill(self, _: int, buffer: int, length: int) -> int:
        found = self.read(self._place, min(length, BUFFER))
        if not found:
            return ffmpeg.END_OF_FILE
        memmove(buffer, found, len(found))
        self._place += len(found)
        return len(found)

    def _seek(self, _: int, offset: int, whence: int) -> int:
        if whence & ffmpeg.SEEK_SIZE:
            return self.size
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._place, io.SEEK_END: self.size}[whence & 0xFF]
        if not 0 <= base + offset <= self.size:
            return -1
        self._place = base + offset
        return self._place


class Decoding:
    """One opened recording. Raises ValueError if no decoder knows it."""

    def __init__(self, libraries: Libraries, source: Source, room: tuple[int, int]) -> None:
        """room: width and height of pictures; (0, 0) for none."""
        self._ffmpeg = libraries
        self._container = c_void_p(libraries.avformat_alloc_context())
        c_void_p.from_address((self._container.value or 0) + ffmpeg.PB).value = source.context
        options = c_void_p()
        libraries.av_dict_set(byref(options), b"format_whitelist", ffmpeg.FORMATS.encode(), 0)
        if libraries.avformat_open_input(byref(self._container), b"", None, byref(options)) < 0:
            raise ValueError
        if libraries.avformat_find_stream_info(self._container, None) < 0:
            raise ValueError
        self.sound: SoundTrack | None = None
        self.pictures: PictureTrack | None = None
        with suppress(ValueError):
            self.sound = SoundTrack(libraries, self._container)
        with suppress(ValueError):
            if all(room):
                self.pictures = PictureTrack(libraries, self._container, room)
        if self.sound is None and self.pictures is None:
            raise ValueError
        duration = long_number(self._container.value or 0, ffmpeg.DURATION)
        self.duration = max(0, duration // 1000) if duration != ffmpeg.NO_TIME else 0
        name = c_char_p.from_address(pointer(self._container.value or 0, ffmpeg.INPUT_FORMAT)).value
        self._noted = 0 if name in _WITHOUT_INDEX and self.sound is not None else self.duration
        self._packet: int = libraries.av_packet_alloc()
        self._waiting: deque[int] = deque()
        self._stretcher = Stretcher(100)
        self._sound = array("h")
        self._at = self._wanted = 0
        self._is_at_end = False
        self._needs_whole = False

    def go(self, milliseconds: int, speed: int) -> None:
        """Go to a place; what follows is heard at this speed, in per cent."""
        self._wanted = max(0, milliseconds)
        self._stretcher = Stretcher(speed)
        self._sound = array("h")
        self._at = self._wanted * RATE // 1000
        self._is_at_end = self._needs_whole = False
        self._seek(self._wanted, self.sound or self.pictures)

    def index_on(self, seconds: float) -> bool:
        """Note where the sound lies, as far as there is time; return whether all of it is noted."""
        track, until = self.sound, monotonic() + seconds
        while track is not None and self._noted < self.duration and monotonic() < until:
            self._noted = min(self._noted + _INDEX_STEP, self.duration)
            time = track.time(self._noted)
            if self._ffmpeg.av_seek_frame(self._container, track.index, time, ffmpeg.BACKWARD) < 0:
                self._noted = self.duration
        return self._noted >= self.duration

    def more(self) -> tuple[int, "array[int]", bool]:
        """Return the next sound: the milliseconds at which it begins, the samples, whether it is the last."""
        begins = self._at
        while len(self._sound) < _PIECE * CHANNELS and not self._is_at_end:
            self._read_on()
        piece = self._sound[: _PIECE * CHANNELS]
        self._sound = self._sound[_PIECE * CHANNELS :]
        self._at += len(piece) // CHANNELS
        is_last = self._is_at_end and not self._sound
        heard = self._stretcher.stretch(piece)
        if is_last:
            heard.extend(self._stretcher.rest())
        return begins * 1000 // RATE, heard, is_last

    def pictures_until_now(self) -> Iterator[tuple[int, bytes]]:
        """Return the pictures that belong to the sound so far, as far as there is time for them."""
        track, until = self.pictures, monotonic() + _PATIENCE
        now = self._at * 1000 // RATE
        while track is not None and self._waiting and monotonic() < until:
            packet = self._waiting[0]
            if track.milliseconds(long_number(packet, _PACKET_TIME)) > now:
                return
            self._waiting.popleft()
            for time, frame in track.pictures(packet):
                if time >= self._wanted - 40:
                    yield time, track.pixels(frame)
            self._free(packet)

    def picture_at(self, milliseconds: int, seconds: float = 3.0) -> tuple[int, bytes] | None:
        """Return the picture that is shown at a place; the sound goes on only after `go`."""
        track = self.pictures
        if track is None:
            return None
        self._seek(max(0, milliseconds), track)
        end, found = monotonic() + seconds, None
        while monotonic() < end and self._ffmpeg.av_read_frame(self._container, self._packet) >= 0:
            if number(self._packet, ffmpeg.PACKET_STREAM) == track.index:
                for time, frame in track.pictures(self._packet):
                    if found is None or time <= milliseconds:
                        found = (time, track.pixels(frame))
                    if time >= milliseconds:
                        self._ffmpeg.av_packet_unref(self._packet)
                        return found
            self._ffmpeg.av_packet_unref(self._packet)
        return found

    def peaks(self) -> Iterator[bytes]:
        """Return how loud each tenth of a second is, 0 to 255, about a minute at a time."""
        track = self.sound
        if track is None:
            return
        track.rate, track.channels = _WAVE_RATE, 1
        self._seek(0, track)
        heard, made, told = array("h"), bytearray(), 0
        while (packet := self._next_of(track)) is not None:
            for begins, samples in track.samples(packet, self._packet_time()):
                missing = begins - told * _PEAK - len(heard)
                heard.frombytes(bytes(2 * missing if 0 < missing < _LONGEST_GAP * _WAVE_RATE else 0))
                heard.extend(samples)
            self._ffmpeg.av_packet_unref(self._packet)
            whole = len(heard) // _PEAK
            made.extend(_loudness(heard[each * _PEAK : (each + 1) * _PEAK]) for each in range(whole))
            del heard[: whole * _PEAK]
            told += whole
            if len(made) >= _MINUTE:
                yield bytes(made)
                made.clear()
        if heard:
            made.append(_loudness(heard))
        yield bytes(made)
        track.rate, track.channels = RATE, CHANNELS

    def _next_of(self, track: SoundTrack) -> int | None:
        """Return the next packet of the sound; None at the end."""
        while self._ffmpeg.av_read_frame(self._container, self._packet) >= 0:
            if number(self._packet, ffmpeg.PACKET_STREAM) == track.index:
                return self._packet
            self._ffmpeg.av_packet_unref(self._packet)
        return None

    def _packet_time(self) -> int:
        return long_number(self._packet, _PACKET_TIME)

    def _seek(self, milliseconds: int, track: "SoundTrack | PictureTrack | None") -> None:
        if track is None:
            return
        index, time = track.index, track.time(milliseconds)
        if self._ffmpeg.av_seek_frame(self._container, index, time, ffmpeg.BACKWARD) < 0:
            self._ffmpeg.av_seek_frame(self._container, index, track.time(0), ffmpeg.BACKWARD)
        for each in (self.sound, self.pictures):
            if each is not None:
                each.begin_again()
        while self._waiting:
            self._free(self._waiting.popleft())

    def _read_on(self) -> None:
        """Read a packet: sound is decoded at once, a picture waits."""
        if self._ffmpeg.av_read_frame(self._container, self._packet) < 0:
            self._is_at_end = True
            if self.sound is not None:
                self._take_sound(None, ffmpeg.NO_TIME)
            else:
                self._fill_up(self.duration)
            return
        stream = number(self._packet, ffmpeg.PACKET_STREAM)
        time = self._packet_time()
        if self.sound is not None and stream == self.sound.index:
            self._take_sound(self._packet, time)
        elif self.pictures is not None and stream == self.pictures.index:
            self._take_picture(time)
        self._ffmpeg.av_packet_unref(self._packet)

    def _take_sound(self, packet: int | None, time: int) -> None:
        if self.sound is None:
            return
        for begins, samples in self.sound.samples(packet, time):
            end = self._at + len(self._sound) // CHANNELS
            # What was not recorded is silent, and what was before the place is not heard.
            if 0 < begins - end < _LONGEST_GAP * RATE:
                self._sound.frombytes(bytes((begins - end) * CHANNELS * 2))
                end = begins
            early = end - begins
            self._sound.extend(samples[early * CHANNELS :] if early > 0 else samples)

    def _take_picture(self, time: int) -> None:
        if self._needs_whole and not number(self._packet, _PACKET_FLAGS) & _WHOLE_PICTURE:
            return
        self._needs_whole = len(self._waiting) >= _QUEUE
        if self._needs_whole:
            while self._waiting:
                self._free(self._waiting.popleft())
            return
        self._waiting.append(self._ffmpeg.av_packet_clone(self._packet))
        if self.sound is None and self.pictures is not None:
            self._fill_up(self.pictures.milliseconds(time))

    def _fill_up(self, milliseconds: int) -> None:
        """Pictures without sound have silence of the same length."""
        missing = milliseconds * RATE // 1000 - self._at - len(self._sound) // CHANNELS
        if 0 < missing < 60 * RATE:
            self._sound.frombytes(bytes(missing * CHANNELS * 2))

    def _free(self, packet: int) -> None:
        self._ffmpeg.av_packet_free(byref(c_void_p(packet)))


def _loudness(samples: "array[int]") -> int:
    return min(255, max((max(samples), -min(samples))) >> 7)
