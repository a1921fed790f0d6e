"""Tracks: the sound and the pictures of one recording, each with its decoder."""

import ctypes
from array import array
from collections.abc import Iterator
from ctypes import byref, c_char, c_int, c_int64, c_uint8, c_void_p

from thb_desktop.inspect.media import ffmpeg
from thb_desktop.inspect.media.ffmpeg import Libraries, long_number, number, pointer
from thb_desktop.inspect.media.talk import CHANNELS, RATE

_LAYOUT = 24
"""Bytes of AVChannelLayout."""


class Track:
    """One stream. Raises ValueError if nothing decodes it."""

    kind = ffmpeg.AUDIO

    def __init__(self, libraries: Libraries, container: c_void_p) -> None:
        decoder = c_void_p()
        self.index = libraries.av_find_best_stream(container, self.kind, -1, -1, byref(decoder), 0)
        if self.index < 0 or not decoder.value:
            raise ValueError
        self._ffmpeg = libraries
        streams = pointer(container.value or 0, ffmpeg.STREAMS)
        self._stream = pointer(streams, self.index * ctypes.sizeof(c_void_p))
        context = libraries.avcodec_alloc_context3(decoder)
        libraries.avcodec_parameters_to_context(context, pointer(self._stream, ffmpeg.PARAMETERS))
        for name, value in (("threads", "1"), ("max_pixels", str(ffmpeg.LARGEST_PICTURE))):
            libraries.av_opt_set(context, name.encode(), value.encode(), 0)
        if libraries.avcodec_open2(context, decoder, None) < 0:
            raise ValueError
        self._context = context
        self._frame = libraries.av_frame_alloc()
        self._ticks = number(self._stream, ffmpeg.TIME_BASE) or 1
        self._a_second = number(self._stream, ffmpeg.TIME_BASE + 4) or 1
        start = long_number(self._stream, ffmpeg.START)
        self._start = 0 if start == ffmpeg.NO_TIME else start

    def milliseconds(self, time: int) -> int:
        """Return the time of a packet or a frame from the beginning of the recording."""
        return (time - self._start) * 1000 * self._ticks // self._a_second

    def time(self, milliseconds: int) -> int:
        """Return a time as the container counts it."""
        return milliseconds * self._a_second // (1000 * self._ticks) + self._start

    def frames(self, packet: int | None) -> Iterator[int]:
        """Decode a packet, or with None what is left at the end; what cannot be decoded is left out."""
        self._ffmpeg.avcodec_send_packet(self._context, packet)
        while self._ffmpeg.avcodec_receive_frame(self._context, self._frame) == 0:
            yield self._frame
            self._ffmpeg.av_frame_unref(self._frame)

    def begin_again(self) -> None:
        self._ffmpeg.avcodec_flush_buffers(self._context)

    def _option(self, name: bytes) -> int:
        found = c_int64()
        self._ffmpeg.av_opt_get_int(self._context, name, 0, byref(found))
        return found.value


class SoundTrack(Track):
    """Sound, as samples of all channels in turn, 16 bits each.

    rate, channels: of the samples; those of what is heard unless set before `begin_again`.
    """

    def __init__(self, libraries: Libraries, container: c_void_p) -> None:
        super().__init__(libraries, container)
        self.rate, self.channels = RATE, CHANNELS
        self._converter = c_void_p()
        self._form: tuple[int, int, bytes] | None = None
        self._next: int | None = None

    def samples(self, packet: int | None, time: int) -> Iterator[tuple[int, "array[int]"]]:
        """Decode a packet: at which sample of the recording its sound begins, and the sound.

        time: of the packet, for a decoder that gives its frames none.
        """
        for frame in self.frames(packet):
            told = long_number(frame, ffmpeg.TIME)
            if told == ffmpeg.NO_TIME:
                told = time
            if self._next is None or told != ffmpeg.NO_TIME:
                due = self.milliseconds(told) * self.rate // 1000 if told != ffmpeg.NO_TIME else 0
                # Times are rounded: what follows without a gap follows to the sample.
                if self._next is None or abs(due - self._next) > self.rate // 20:
                    self._next = due
            made = self._converted(frame)
            yield self._next, made
            self._next += len(made) // self.channels
        if packet is None and self._next is not None and self._form is not None:
            yield self._next, self._resampled(None, 0)

    def begin_again(self) -> None:
        super().begin_again()
        self._next = None
        self._form = None

    def _converted(self, frame: int) -> "array[int]":
        count, form = number(frame, ffmpeg.SAMPLES), number(frame, ffmpeg.FORMAT)
        if count <= 0 or not self._prepare(form):
            return array("h")
        return self._resampled(pointer(frame, ffmpeg.PLANES), count)

    def _resampled(self, planes_in: int | None, count: int) -> "array[int]":
        """Return samples in the form that is heard; without any, what the conversion still holds."""
        room = self._ffmpeg.swr_get_out_samples(self._converter, count)
        if room <= 0:
            return array("h")
        made = (c_uint8 * (room * self.channels * 2))()
        planes = (c_void_p * 1)(ctypes.addressof(made))
        got = self._ffmpeg.swr_convert(self._converter, planes, room, planes_in, count)
        found = array("h")
        found.frombytes(memoryview(made)[: max(0, got) * self.channels * 2])
        return found

    def _prepare(self, form: int) -> bool:
        """Set up the conversion from the form in which the sound now comes."""
        layout = (c_char * _LAYOUT)()
        self._ffmpeg.av_opt_get_chlayout(self._context, b"ch_layout", 0, layout)
        channels = c_int.from_buffer(layout, 4).value
        if c_int.from_buffer(layout, 0).value == 0 and channels > 0:
            self._ffmpeg.av_channel_layout_default(layout, channels)
        found = (form, self._option(b"ar"), bytes(layout.raw))
        if found == self._form:
            return True
        wanted = (c_char * _LAYOUT)()
        self._ffmpeg.av_channel_layout_default(wanted, self.channels)
        self._ffmpeg.swr_free(byref(self._converter))
        self._ffmpeg.swr_alloc_set_opts2(
            byref(self._converter), wanted, ffmpeg.S16, self.rate, layout, form, found[1], 0, None
        )
        self._form = found if self._ffmpeg.swr_init(self._converter) >= 0 else None
        return self._form is not None


class PictureTrack(Track):
    """Pictures, made as large as they are shown."""

    kind = ffmpeg.VIDEO

    def __init__(self, libraries: Libraries, container: c_void_p, room: tuple[int, int]) -> None:
        """room: width and height into which a picture must fit."""
        super().__init__(libraries, container)
        self._room = room
        self._scaler: int | None = None
        self._form: tuple[int, int, int] | None = None
        self.size = (0, 0)

    def pictures(self, packet: int | None) -> Iterator[tuple[int, int]]:
        """Decode a packet: the milliseconds of each picture, and its frame, which is freed after it."""
        for frame in self.frames(packet):
            time = long_number(frame, ffmpeg.TIME)
            yield self.milliseconds(time) if time != ffmpeg.NO_TIME else 0, frame

    def pixels(self, frame: int) -> bytes:
        """Return a picture, three bytes a pixel, in `size`; empty for one that cannot be shown."""
        width, height, form = (number(frame, at) for at in (ffmpeg.WIDTH, ffmpeg.HEIGHT, ffmpeg.FORMAT))
        if not 0 < width * height <= ffmpeg.LARGEST_PICTURE:
            return b""
        if (width, height, form) != self._form:
            self._form = (width, height, form)
            scale = min(self._room[0] / width, self._room[1] / height, 1.0)
            self.size = (max(2, int(width * scale) // 2 * 2), max(2, int(height * scale) // 2 * 2))
            self._ffmpeg.sws_freeContext(self._scaler)
            self._scaler = self._ffmpeg.sws_getContext(
                width, height, form, *self.size, ffmpeg.RGB24, ffmpeg.BILINEAR, None, None, None
            )
        if not self._scaler:
            return b""
        across = self.size[0] * 3
        # The scaler writes in steps, so a line may go a little beyond its end.
        made = (c_uint8 * (across * self.size[1] + 64))()
        planes, lines = (c_void_p * 4)(ctypes.addressof(made)), (c_int * 4)(across)
        self._ffmpeg.sws_scale(self._scaler, frame, frame + ffmpeg.LINES, 0, height, planes, lines)
        return bytes(memoryview(made)[: across * self.size[1]])
