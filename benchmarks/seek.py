"""Until another place of a recording is heard: from the vault, against a plain file with the same decoder.

--file takes another recording; without it: an hour of tones, stereo, 48 kHz (690 MB), and an hour of MP3
(58 MB), which has no index: where its sound lies is noted at the opening, as the player does.
The same places, in turn; by the clock, and in processor time of the decoder.
"""

import argparse
import sys
import tempfile
import wave
from array import array
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from _table import Series, in_turn, show

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.support.offices import held_interview, new_office, small_case, unlock
from tests.support.recorded import FFMPEG, recorded_exhibit, recording
from thb_desktop.inspect.media.decoder import WAVE_LIMITS, Decoder, Recorded
from thb_desktop.services.core.session import Session
from thb_desktop.services.evidence import exhibit_files
from thb_desktop.services.testimony import recordings

Open = Callable[[], tuple[Recorded, int]]
_PRIME = 7_919


class PlainFile:
    """The peer: the recording as it lies on a disk in clear."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")

    def read_at(self, offset: int, length: int) -> bytes:
        self._file.seek(offset)
        return self._file.read(length)

    def close(self) -> None:
        self._file.close()


def an_hour(path: Path) -> None:
    """Tones that change each second, so that nothing repeats for long."""
    with wave.open(str(path), "wb") as into:
        into.setnchannels(2)
        into.setsampwidth(2)
        into.setframerate(48_000)
        for second in range(3600):
            half = 40 + second % 200
            period = array("h", [9000] * (2 * half) + [-9000] * (2 * half))
            into.writeframes((period * (1 + 96_000 // len(period)))[:96_000].tobytes())


def places(duration: int) -> Iterator[int]:
    """Places all over the recording, far from each other."""
    at = 0
    while True:
        at = (at + _PRIME * 97_001) % max(1, duration - 500)
        yield at


def an_hour_of_mp3(path: Path) -> None:
    """Silence, in frames of which nothing tells where they lie."""
    frame = bytes.fromhex("fffb9064") + bytes(413)
    with path.open("wb") as into:
        for _ in range(138):
            into.write(frame * 1_000)


def processor_of(decoder: Decoder) -> float:
    """Milliseconds of processor that the confined process has used; 0 where the system does not tell."""
    told = Path(f"/proc/{decoder._process._process.pid}/schedstat")
    return int(told.read_text().split()[0]) / 1e6 if told.exists() else 0.0


def spending(decoder: Decoder) -> Callable[[], float]:
    """The same in milliseconds of processor of the decoder."""
    seek = seeking(decoder)

    def spent() -> float:
        begin = processor_of(decoder)
        seek()
        return processor_of(decoder) - begin

    return spent


def seeking(decoder: Decoder) -> Callable[[], float]:
    """Milliseconds until the first sound of the next place is there."""
    wanted = places(decoder.duration)

    def seek() -> float:
        at = next(wanted)
        begin = perf_counter()
        decoder.go(at)
        if not decoder.more().sound:
            raise SystemExit("nothing was heard")
        return (perf_counter() - begin) * 1000

    return seek


def opening(source: Open) -> Callable[[], float]:
    def opened() -> float:
        begin = perf_counter()
        decoder = Decoder(FFMPEG, *source())
        while not decoder.index(300):
            pass
        took = (perf_counter() - begin) * 1000
        decoder.end()
        return took

    return opened


def waving(source: Open) -> Callable[[], float]:
    def waved() -> float:
        decoder, known = Decoder(FFMPEG, *source(), limits=WAVE_LIMITS), bytearray()
        begin = perf_counter()
        decoder.wave(known.extend)
        took = perf_counter() - begin
        decoder.end()
        return took

    return waved


def measure(session: Session, path: Path, seeks: int) -> None:
    interview = held_interview(session, small_case(session))
    exhibit = recorded_exhibit(session, interview.id, "E-90", [])
    exhibit_files.add_file(session, exhibit.id, source=path, name="recording", media_type="audio/x")
    recording(session, interview.id, exhibit)
    (found,) = recordings.list_recorded(session, interview.id)

    def sealed() -> tuple[Recorded, int]:
        opened = recordings.open_recorded(session, found.file.id, interview_id=interview.id)
        return opened.reader, opened.size

    def plain() -> tuple[Recorded, int]:
        return PlainFile(path), path.stat().st_size

    ours, peer = (Decoder(FFMPEG, *source()) for source in (sealed, plain))
    for each in (ours, peer):
        while not each.index(300):
            pass
    minutes = f"{path.stat().st_size / 1e6:.0f} MB, {ours.duration / 60_000:.0f} minutes"
    for title, unit, goal, runs, contestants in (
        (f"another place of {minutes} is heard", "ms", "20 ms", seeks, (seeking(ours), seeking(peer))),
        ("the same, processor of the decoder", "ms", "20 ms", seeks, (spending(ours), spending(peer))),
        ("a recording is opened", "ms", "none", 7, (opening(sealed), opening(plain))),
        ("the wave of the whole", "s", "none", 2, (waving(sealed), waving(plain))),
    ):
        in_vault, in_clear = in_turn(runs, *contestants)
        show(
            title,
            Series(name="from a plain file", unit=unit, values=in_clear),
            Series(name="from the vault", unit=unit, values=in_vault),
            goal=goal,
        )
    ours.end()
    peer.end()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--file", type=Path)
    asked.add_argument("--seeks", type=int, default=500)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        made = (("hour.wav", an_hour), ("hour.mp3", an_hour_of_mp3))
        for number, (name, make) in enumerate(made if given.file is None else (("", None),)):
            path, vault = given.file or Path(place, name), Path(place, f"office-{number}.thbvault")
            if make is not None:
                make(path)
            new_office(vault)
            with closing(unlock(vault)) as session:
                measure(session, path, given.seeks)


if __name__ == "__main__":
    main()
