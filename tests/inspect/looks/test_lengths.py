"""How long a recording is: MPEG sound by its first frame or by counting, Matroska and WebM by their head."""

import io
import struct

import pytest

from tests.support.samples import sample
from thb_desktop.inspect.looks.frames import frame_of, of_frames
from thb_desktop.inspect.looks.kinds import Kind, kind_of
from thb_desktop.inspect.looks.parts import Asked
from thb_desktop.inspect.looks.recorded import tell_of_recording

FRAME = b"\xff\xfb\x90\x64" + bytes(413)
"""MPEG-1, layer III, 128 kbit/s, 44,100 Hz, two channels: 417 bytes, 1,152 samples."""
NAMES = b"ID3\x04\x00\x00\x00\x00\x00\x0b" + b"TLEN\x00\x00\x00\x01\x00\x00\x00"


def facts(data: bytes) -> list[tuple[str, str, str]]:
    return tell_of_recording(Asked(io.BytesIO(data)))


def lengths(data: bytes) -> list[tuple[str, str]]:
    return [(key, value) for code, key, value in facts(data) if code == "DURATION"]


def saying(name: bytes, count: int) -> bytes:
    """A first frame that says how many follow."""
    at = 36
    told = (
        name + struct.pack(">II", 1, count)
        if name != b"VBRI"
        else name + bytes(10) + struct.pack(">I", count)
    )
    return FRAME[:at] + told + FRAME[at + len(told) :]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (FRAME * 100, [("frames", "2.612 s")]),
        (NAMES + FRAME * 100, [("frames", "2.612 s")]),
        (NAMES + FRAME * 100 + b"TAG" + bytes(125), [("frames", "2.612 s")]),
        (FRAME * 100 + FRAME[:100], [("frames", "2.612 s")]),
        (saying(b"Xing", 1000) + FRAME * 3, [("Xing", "26.122 s")]),
        (saying(b"Info", 1000) + FRAME * 3, [("Info", "26.122 s")]),
        (saying(b"VBRI", 1000) + FRAME * 3, [("VBRI", "26.122 s")]),
        (b"\xff\xfb\x90\x64" + bytes(1000), []),
        (NAMES + b"no sound at all" * 9, []),
    ],
)
def test_mpeg_sound_is_as_long_as_its_frames(data: bytes, told: list[tuple[str, str]]):
    assert lengths(data) == told


def test_frames_are_counted_across_the_pieces_in_which_they_are_read():
    data = FRAME * 6000

    assert len(data) > 2 << 20
    assert lengths(data) == [("frames", f"{6000 * 1152 / 44100:.3f} s")]


@pytest.mark.parametrize(
    ("head", "size"),
    [("fffb9064", 417), ("fff39064", 261), ("ffe39064", 522), ("fffd9064", 522), ("ffff9064", 312)],
)
def test_the_size_of_a_frame_follows_from_its_head(head: str, size: int):
    """By ISO/IEC 11172-3 and 13818-3: layers III (MPEG-1, 2, 2.5), II and I."""
    found = frame_of(bytes.fromhex(head))

    assert found is not None
    assert found.size == size


@pytest.mark.parametrize(
    "head", ["fffb0064", "fffbf064", "fffb9c64", "ffeb9064", "fff99064", "00fb9064", "ff"]
)
def test_what_is_no_head_of_a_frame_is_none(head: str):
    assert frame_of(bytes.fromhex(head)) is None


def test_a_recording_longer_than_a_day_is_not_counted(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("thb_desktop.inspect.looks.frames._MOST", 10)

    assert [code for code, _, _ in of_frames(io.BytesIO(FRAME * 11), 0)] == ["STREAM"]


def test_the_samples_have_the_length_that_their_frames_have():
    held = sample("02-evidence/av")

    assert lengths((held / "ShortAudioSampleFrench.mp3").read_bytes()) == [("frames", "4.310 s")]
    assert lengths((held / "en-GB_(A_Little_Bottle_Of_Water).mp3").read_bytes()) == [("Info", "1.463 s")]


def element(number: str, data: bytes, *, unknown: bool = False) -> bytes:
    size = b"\x01" + b"\xff" * 7 if unknown else struct.pack(">Q", len(data) | 1 << 56)
    return bytes.fromhex(number) + size + data


HEAD = element("1a45dfa3", element("4282", b"webm"))
VIDEO = element(
    "ae",
    element("83", b"\1")
    + element("86", b"V_VP9")
    + element("e0", element("b0", b"\2\x80") + element("ba", b"\1\xe0")),
)
AUDIO = element(
    "ae",
    element("83", b"\2")
    + element("86", b"A_OPUS")
    + element("e1", element("9f", b"\2") + element("b5", struct.pack(">f", 48000))),
)
TRACKS = element("1654ae6b", VIDEO + AUDIO)
INFO = element(
    "1549a966",
    element("2ad7b1", b"\x0f\x42\x40")
    + element("4489", struct.pack(">d", 12_345.0))
    + element("4461", struct.pack(">q", 1_000_000_000 * 86_400))
    + element("7ba9", "Tür".encode())
    + element("5741", b"made by\0\0"),
)
CLUSTER = element("1f43b675", bytes(64))


@pytest.mark.parametrize("unknown", [False, True])
def test_a_film_says_its_length_its_streams_and_when_it_was_made(unknown: bool):
    data = HEAD + element("18538067", element("ec", bytes(9)) + INFO + TRACKS + CLUSTER, unknown=unknown)

    assert kind_of(Asked(io.BytesIO(data))).kind is Kind.RECORDING
    assert facts(data) == [
        ("DURATION", "Duration", "12.345 s"),
        ("CREATED", "DateUTC", "2001-01-02T00:00:00Z"),
        ("TITLE", "Title", "Tür"),
        ("SOFTWARE", "WritingApp", "made by"),
        ("STREAM", "TrackEntry", "video, V_VP9, 640 x 480"),
        ("STREAM", "TrackEntry", "audio, A_OPUS, 2 channels, 48000 Hz"),
    ]


@pytest.mark.parametrize(
    "info",
    [
        b"",
        element("4489", b"\0\0"),
        element("4489", struct.pack(">d", float("nan"))),
        element("4489", struct.pack(">d", float("inf"))),
        element("4489", struct.pack(">d", -1.0)),
    ],
)
def test_a_film_without_a_length_tells_none(info: bytes):
    assert lengths(HEAD + element("18538067", element("1549a966", info) + CLUSTER)) == []


def test_a_film_that_is_cut_off_anywhere_is_read_as_far_as_it_goes():
    data = HEAD + element("18538067", INFO + TRACKS)

    for end in range(len(data)):
        facts(data[:end])
