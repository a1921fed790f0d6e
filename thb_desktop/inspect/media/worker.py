"""Worker: the confined process that decodes one recording. It gives everything up before it reads a byte.

    python -P -s -S -B -m thb_desktop.inspect.media.worker FOLDER LIMITS

FOLDER: of the libraries of FFmpeg. The messages are those of `talk`.
"""

import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from thb_desktop.inspect.confinement import confine_this_process
from thb_desktop.inspect.framing import READ, BrokenTalkError
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.media import talk
from thb_desktop.inspect.media.decoding import Decoding, Source
from thb_desktop.inspect.media.ffmpeg import Libraries
from thb_desktop.inspect.media.talk import Kind, hear, say


def main(arguments: Sequence[str]) -> int:
    folder, told = arguments
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    try:
        libraries = Libraries(Path(folder))
    except OSError:
        return talk.NO_DECODER
    source = Source(libraries)
    try:
        confine_this_process(Limits.from_text(told))
    except OSError:
        return talk.NOT_CONFINED
    try:
        _answer(libraries, source, questions, answers)
    except (BrokenTalkError, BrokenPipeError):
        return 0  # the other side is done
    return 0


def _answer(libraries: Libraries, source: Source, questions: BinaryIO, answers: BinaryIO) -> None:
    def read(place: int, length: int) -> bytes:
        say(answers, Kind.NEED, READ.pack(place, length))
        kind, found = hear(questions)
        return found if kind is Kind.BYTES else b""

    source.read = read
    kind, asked = hear(questions)
    if kind is not Kind.OPEN:
        raise BrokenTalkError
    source.size, *room = talk.OPENING.unpack(asked)
    try:
        decoding = Decoding(libraries, source, (room[0], room[1]))
    except ValueError:
        say(answers, Kind.UNKNOWN)
        return
    has_sound, has_pictures = decoding.sound is not None, decoding.pictures is not None
    say(answers, Kind.OPENED, talk.OPENED.pack(decoding.duration, has_sound, has_pictures))
    while True:
        _answer_one(decoding, *hear(questions), answers)


def _answer_one(decoding: Decoding, kind: Kind, asked: bytes, answers: BinaryIO) -> None:
    ends = False
    match kind:
        case Kind.GO:
            milliseconds, speed = talk.SEEK.unpack(asked)
            decoding.go(milliseconds, speed)
        case Kind.MORE:
            begins, samples, ends = decoding.more()
            say(answers, Kind.SOUND, talk.SOUND.pack(begins), samples.tobytes())
            for time, pixels in decoding.pictures_until_now():
                _show(decoding, time, pixels, answers)
        case Kind.LOOK:
            milliseconds, _ = talk.SEEK.unpack(asked)
            found = decoding.picture_at(milliseconds)
            if found is not None:
                _show(decoding, *found, answers)
        case Kind.INDEX:
            (milliseconds,) = talk.INDEX.unpack(asked)
            ends = decoding.index_on(milliseconds / 1000)
        case Kind.WAVE:
            for peaks in decoding.peaks():
                say(answers, Kind.PEAKS, peaks)
        case _:
            raise BrokenTalkError
    say(answers, Kind.END if ends else Kind.DONE)


def _show(decoding: Decoding, time: int, pixels: bytes, answers: BinaryIO) -> None:
    if pixels and decoding.pictures is not None:
        say(answers, Kind.PICTURE, talk.PICTURE.pack(time, *decoding.pictures.size), pixels)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except struct.error:
        sys.exit(0)
