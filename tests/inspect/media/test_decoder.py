"""A recording given to the confined decoder: what is heard and seen, from any place, and what ends it."""

import contextlib
import hashlib
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.recorded import FFMPEG, Held, pitch_of, tones
from tests.support.samples import sample
from thb_desktop.errors import (
    ContentDamagedError,
    DecoderMissingError,
    InspectionEndedError,
    RecordingUnknownError,
    SandboxMissingError,
)
from thb_desktop.inspect.confinement import Confinement, ask_machine
from thb_desktop.inspect.limits import Limits
from thb_desktop.inspect.media import decoder as media
from thb_desktop.inspect.media.decoder import Decoder, Picture

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
SOUND = tones((220, 3), (0, 1), (880, 3))
"""Seven seconds: low, silent, high."""
NOISE = hashlib.shake_256(b"no recording").digest(200_000)


@contextmanager
def decoding(content: bytes, room: tuple[int, int] = (0, 0)) -> Iterator[Decoder]:
    held = Held(content)
    made = Decoder(FFMPEG, held, held.size, room=room)
    try:
        yield made
    finally:
        made.end()
    assert held.is_closed


def heard(made: Decoder, milliseconds: int) -> bytes:
    """About as much of what is heard next."""
    sound = b""
    while len(sound) < milliseconds * 192:
        piece = made.more()
        sound += piece.sound
        if piece.ends:
            break
    return sound


def test_a_recording_is_heard_from_its_beginning_to_its_end():
    with decoding(SOUND) as made:
        made.go(0)
        sound = heard(made, 60_000)

    assert (made.duration, made.has_sound, made.has_pictures) == (7000, True, False)
    assert len(sound) / 192 == pytest.approx(7000, abs=2)


@pytest.mark.parametrize(("at", "pitch"), [(500, 220), (4_500, 880), (1_200, 220)])
def test_it_goes_on_from_any_place(at: int, pitch: int):
    with decoding(SOUND) as made:
        made.go(5_000)
        made.more()
        made.go(at)
        first = made.more()
        sound = first.sound + heard(made, 300)

    assert first.at == at
    assert pitch_of(sound) == pytest.approx(pitch, rel=0.02)


SILENT_FRAME = bytes.fromhex("fffb9064") + bytes(413)
"""Of an MP3 with 128 kbit/s and 44,100 Hz: 1,152 samples. Nothing in such a file tells where they lie."""


def test_after_it_was_noted_where_the_sound_lies_a_far_place_is_found_without_reading_up_to_it():
    held = Held(SILENT_FRAME * 46_000)
    made = Decoder(FFMPEG, held, held.size)
    before = held.asked
    while not made.index(100):
        pass
    noted = held.asked - before
    for place in (1_100_000, 10_000, 700_000):
        made.go(place)
        piece = made.more()
        assert (piece.at, len(piece.sound)) == (place, 19_200)
    sought = held.asked - before - noted
    made.end()

    assert made.duration == pytest.approx(1_201_600, rel=0.01)
    assert noted > 200
    assert sought < 20


def test_a_recording_with_an_index_of_its_own_is_not_read_for_one():
    with decoding(SOUND) as made:
        held: Held = made._recorded  # type: ignore[assignment]
        before = held.asked

        assert made.index(0)
        assert held.asked == before


@pytest.mark.parametrize("speed", [50, 80, 120, 150, 200])
def test_speed_changes_the_length_and_not_the_pitch(speed: int):
    with decoding(SOUND) as made:
        made.go(4_100, speed)
        sound = heard(made, 60_000)

    assert len(sound) / 192 == pytest.approx(2_900 * 100 / speed, rel=0.03)
    assert pitch_of(sound) == pytest.approx(880, rel=0.02)


def test_how_loud_it_is_comes_as_one_number_for_each_tenth_of_a_second():
    peaks = bytearray()
    with decoding(SOUND) as made:
        made.wave(peaks.extend)

    assert len(peaks) == 70
    assert min(peaks[1:28]) > 80
    assert max(peaks[32:38]) < 3


def _sample(name: str) -> bytes:
    return sample(f"02-evidence/av/{name}").read_bytes()


@pytest.mark.parametrize(
    ("name", "milliseconds"),
    [("ShortAudioSampleFrench.mp3", 4310), ("en-US_(Hi).mp4", 1068), ("pluck-pcm16.wav", 299)],
)
def test_recordings_of_others_are_decoded_to_their_length(name: str, milliseconds: int):
    with decoding(_sample(name)) as made:
        made.go(0)
        sound = heard(made, 60_000)

    assert len(sound) / 192 == pytest.approx(milliseconds, abs=30)
    assert any(sound)


def test_a_film_has_pictures_while_it_plays_and_where_it_stands():
    with decoding(_sample("en-US_(Hi).mp4"), (128, 128)) as made:
        made.go(0)
        shown: list[Picture] = []
        ends = False
        while not ends:
            piece = made.more()
            shown += piece.pictures
            ends = piece.ends
        looked = made.look(500)

    assert len(shown) >= 25
    assert [each.at for each in shown] == sorted(each.at for each in shown)
    assert {(each.width, each.height) for each in shown} == {(128, 72)}
    assert looked is not None
    assert looked.at == pytest.approx(500, abs=40)
    assert len(set(looked.pixels)) > 20


@pytest.mark.requirement("SR-27")
def test_the_decoder_is_confined_before_it_sees_a_byte():
    """Asked of the system at the first byte that it wants."""
    seen: dict[str, object] = {}

    class Looking(Held):
        def read_at(self, offset: int, length: int) -> bytes:
            if not seen:
                (process,) = _begun(before)
                status = Path("/proc", process, "status").read_text("utf-8")
                seen.update(line.split(":\t", 1) for line in status.splitlines())
                seen["open"] = sorted(path.name for path in Path("/proc", process, "fd").iterdir())
            return super().read_at(offset, length)

    before = _children()
    held = Looking(SOUND)
    made = Decoder(FFMPEG, held, held.size)
    made.end()

    assert (seen["Seccomp"], seen["NoNewPrivs"], seen["Threads"]) == ("2", "1", "1")
    assert seen["open"] == ["0", "1", "2"]


@pytest.mark.parametrize("content", [b"", b"Not a recording.", NOISE, b"RIFF" + bytes(400)])
def test_what_is_no_recording_is_refused_and_its_process_ends(content: bytes):
    held, before = Held(content), _children()

    with pytest.raises(RecordingUnknownError):
        Decoder(FFMPEG, held, held.size)

    assert held.is_closed
    assert _begun(before) == []


def test_a_list_of_other_files_is_not_followed():
    listed = b"#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"
    held = Held(listed)

    with pytest.raises(RecordingUnknownError):
        Decoder(FFMPEG, held, held.size)


def test_damage_in_the_recording_is_told_as_such_and_ends_the_process():
    class Damaged(Held):
        def read_at(self, offset: int, length: int) -> bytes:
            if offset >= 100_000:
                raise ContentDamagedError("a message of a content object does not open")
            return super().read_at(offset, length)

    held, before = Damaged(SOUND), _children()
    made = Decoder(FFMPEG, held, held.size)
    made.go(0)

    with pytest.raises(ContentDamagedError):
        heard(made, 60_000)
    assert held.is_closed
    assert _begun(before) == []


def test_an_answer_that_takes_too_long_ends_the_process():
    class Slow(Held):
        def read_at(self, offset: int, length: int) -> bytes:
            time.sleep(1.5)
            return super().read_at(offset, length)

    held = Slow(SOUND)

    with pytest.raises(InspectionEndedError):
        Decoder(FFMPEG, held, held.size, limits=Limits(seconds=1))
    assert held.is_closed


def test_without_its_libraries_it_says_so(tmp_path: Path):
    held = Held(SOUND)

    with pytest.raises(DecoderMissingError):
        Decoder(tmp_path, held, held.size)
    assert held.is_closed


def test_a_machine_that_confines_nothing_plays_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(media, "ask_machine", Confinement)
    held = Held(SOUND)

    with pytest.raises(SandboxMissingError):
        Decoder(FFMPEG, held, held.size)
    assert held.asked == 0


def _begun(before: list[str]) -> list[str]:
    """The processes that were started since; one of an earlier test may still be there."""
    return [each for each in _children() if each not in before]


def _children() -> list[str]:
    """The processes that this one started and did not wait for; a thread that ends meanwhile has none."""
    found = []
    for task in Path("/proc/self/task").iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            found += (task / "children").read_text("utf-8").split()
    return found
