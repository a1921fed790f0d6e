"""SR-28: what a recording, or a decoder that was taken over, cannot do to the window."""

import sys

import pytest

from tests.support.hostile_media import OPENED, matroska, taken_over
from tests.support.recorded import FFMPEG, Held
from thb_desktop.errors import InspectionEndedError
from thb_desktop.inspect.confinement import ask_machine
from thb_desktop.inspect.media import talk
from thb_desktop.inspect.media.decoder import WAVE_LIMITS, Decoder
from thb_desktop.inspect.media.talk import LONGEST, MOST_PEAKS

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not ask_machine().is_whole, reason="needs Landlock and seccomp"
)
HONEST = OPENED.format(duration=5000)


@pytest.mark.parametrize("duration", [1e15, float(LONGEST + 1_000)])
def test_a_recording_that_says_it_is_longer_than_any_has_no_known_length(duration: float):
    held = Held(matroska([0, 10], duration))
    made = Decoder(FFMPEG, held, held.size)

    made.go(0)
    piece = made.more()
    made.end()

    assert (made.duration, bool(piece.sound)) == (0, True)


@pytest.mark.parametrize("duration", [-5, 1 << 62])
def test_a_decoder_that_lies_about_the_length_is_not_believed(monkeypatch: pytest.MonkeyPatch, duration: int):
    made = taken_over(monkeypatch, OPENED.format(duration=duration))

    made.end()

    assert made.duration == 0


@pytest.mark.requirement("SR-28")
@pytest.mark.parametrize(
    "says",
    [
        'say(b"P", struct.pack("<qII", 0, 1280, 720) + b"abc")\nsay(b"D")',
        'say(b"P", b"abc")\nsay(b"D")',
        'say(b"P", struct.pack("<qII", 0, 0, 0))\nsay(b"D")',
        "while True: told.write(struct.pack('<cI', b'S', 0) * 10_000)",
        'say(b"O", b"")',
        'told.write(b"S\\1\\0\\0\\0")\ntold.flush()\nsys.exit()',
    ],
)
def test_an_answer_that_is_none_ends_the_process_with_a_refusal(monkeypatch: pytest.MonkeyPatch, says: str):
    made = taken_over(monkeypatch, HONEST + says, seconds=30)

    with pytest.raises(InspectionEndedError):
        made.more()


def test_a_picture_that_is_none_ends_the_process_with_a_refusal(monkeypatch: pytest.MonkeyPatch):
    made = taken_over(monkeypatch, HONEST + 'say(b"P", struct.pack("<qII", 0, 9, 9))\nsay(b"D")')

    with pytest.raises(InspectionEndedError):
        made.look(0)


def test_a_wave_without_an_end_is_no_wave(monkeypatch: pytest.MonkeyPatch):
    endless = "while True: say(b'K', bytes(1 << 20))"
    made = taken_over(monkeypatch, HONEST + endless, seconds=60)
    told = []

    with pytest.raises(InspectionEndedError):
        made.wave(lambda peaks: told.append(len(peaks)))

    assert sum(told) <= MOST_PEAKS


def test_a_small_file_with_gaps_of_hours_makes_no_large_wave(monkeypatch: pytest.MonkeyPatch):
    """Each packet says that an hour passed without sound: 200 bytes for 36,000 numbers."""
    monkeypatch.setattr(talk, "MOST_PEAKS", 100_000)
    held = Held(matroska(range(0, 9 * 3_590_000, 3_590_000)))
    made = Decoder(FFMPEG, held, held.size, limits=WAVE_LIMITS)
    told = []

    with pytest.raises(InspectionEndedError):
        made.wave(lambda peaks: told.append(len(peaks)))

    assert 0 < sum(told) <= 100_000
